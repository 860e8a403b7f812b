//! A waiver: a gap that the organisation accepts for a time, with the reason, the role that approved it and the day on
//! which that ends. Whether it covers a gap, and what that changes, is decided in `obligations`.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::law::gaps::{ALL, GapKind, gap_kind};
use crate::term::{RARE, Term};
use crate::yaml::decode::nearest;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::fmt;

fields! {
    /// A gap that is accepted for a time. It stays visible; a duty in force cannot be waived.
    pub struct Waiver {
        /// The codes of the gaps, as the gap register prints them, such as `OVS-004`.
        gaps: List<GapCode>,
        /// The systems for which they are accepted; a gap is covered when every system that it concerns is named.
        /// Left out: every system.
        systems: List<Id>,
        /// The record at which the gap stands, by id. Left out: every record.
        record: Id,
        /// Why the gap is accepted.
        reason: String,
        /// The role that approved it.
        approved_by: String,
        /// The day of approval, from which the waiver counts.
        approved_on: Date,
        /// The last day on which it counts.
        expires_on: Date,
        /// What is done in the meantime.
        compensating_measures: List<String>,
    }
}

/// The code of a kind of gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapCode(pub &'static GapKind);

impl Term for GapCode {
    fn words(self) -> &'static str {
        self.0.code
    }
    fn key(self) -> &'static str {
        self.0.code
    }
    fn list(self) -> &'static str {
        "GapCode"
    }
    fn name(self) -> &'static str {
        self.key()
    }
}

impl<'de> Deserialize<'de> for GapCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RARE, GapCodeVisitor)
    }
}

struct GapCodeVisitor;

impl<'de> Visitor<'de> for GapCodeVisitor {
    type Value = GapCode;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the code of a gap")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<GapCode, D::Error> {
        let typed = String::deserialize(deserializer)?;
        gap_kind(&typed)
            .map(GapCode)
            .ok_or_else(|| de::Error::custom(unknown(&typed)))
    }
}

fn unknown(typed: &str) -> String {
    const MOST_SHOWN: usize = 20;
    let shown: String = typed.chars().take(MOST_SHOWN).collect();
    let upper = typed.to_uppercase();
    match nearest(&upper, ALL.iter().map(|kind| kind.code)) {
        Some(near) => format!("no gap has the code `{shown}`; did you mean `{near}`?"),
        None => {
            format!("no gap has the code `{shown}`; the gap register prints the codes, such as `OVS-004`")
        }
    }
}

impl JsonSchema for GapCode {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "gap_code".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let code = |kind: &GapKind| json!({"const": kind.code, "description": kind.in_general()});
        let codes: Vec<Value> = ALL.iter().map(|kind| code(kind)).collect();
        json_schema!({"type": "string", "oneOf": codes})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_code_is_met_with_the_nearest() {
        for (typed, expected) in [
            ("OVS-04", "no gap has the code `OVS-04`; did you mean `OVS-004`?"),
            (
                "ovs-004",
                "no gap has the code `ovs-004`; did you mean `OVS-004`?",
            ),
            (
                "the chatbot",
                "no gap has the code `the chatbot`; the gap register prints the codes, such as `OVS-004`",
            ),
        ] {
            assert_eq!(unknown(typed), expected);
        }
        assert!(unknown(&"x".repeat(9_000)).len() < 120);
    }
}
