//! The id of a record: a lower-case slug that is safe as a file name on every system.

use crate::yaml::decode::ID;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// The id of a record, such as `cv-screening`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(String);

/// The most characters of an id.
pub const LONGEST_ID: usize = 63;

// Names that Windows keeps for devices; a file of that name cannot be opened there.
pub(crate) const RESERVED: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

impl Id {
    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let is_inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_slug = text.bytes().all(is_inner) && !text.starts_with('-') && !text.is_empty();
        if !is_slug {
            let shown: String = text.chars().take(LONGEST_ID).collect();
            return Err(format!(
                "`{shown}` is not an id; an id is made of a-z, 0-9 and -, such as `cv-screening`"
            ));
        }
        if text.len() > LONGEST_ID {
            return Err(format!(
                "an id of {} characters; an id has at most {LONGEST_ID}",
                text.len()
            ));
        }
        match RESERVED.contains(&text) {
            true => Err(format!(
                "`{text}` is reserved by an operating system; choose another id"
            )),
            false => Ok(Self(text.to_owned())),
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(ID, IdVisitor)
    }
}

struct IdVisitor;

impl<'de> Visitor<'de> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Id, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "id".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[a-z0-9][a-z0-9-]{0,62}$",
            "patternErrorMessage": "An id is made of a-z, 0-9 and -, such as `cv-screening`, and has at most 63 characters.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_slug_that_every_file_system_accepts() {
        for good in ["a", "cv-screening", "0", "claude-sonnet-5", &"a".repeat(63)] {
            assert!(good.parse::<Id>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "-a",
            "A",
            "a_b",
            "a.b",
            "../x",
            "con",
            "ä",
            &"a".repeat(64),
            "a b",
        ] {
            assert!(bad.parse::<Id>().is_err(), "{bad}");
        }
    }
}
