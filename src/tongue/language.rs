//! The languages that documents can be made in, and the catalogs that belong to each. A language is a folder below
//! `locales/` and one line here. The tag of a text that somebody else wrote is read here too; nothing is translated.

use crate::terms;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use unic_langid::LanguageIdentifier;

macro_rules! catalog {
    ($folder:literal: $($file:literal)*) => {
        &[$(($file, include_str!(concat!("../../locales/", $folder, "/", $file, ".ftl"))),)*]
    };
}

macro_rules! languages {
    ($($variant:ident = $key:literal => $words:literal,)*) => {
        terms! {
            /// A language that documents can be made in.
            pub enum Language {
                $($variant = $key => $words,)*
            }
        }

        impl Language {
            /// Returns the catalogs that every language has, each with its name.
            pub const fn catalogs(self) -> &'static [(&'static str, &'static str)] {
                match self {
                    $(Self::$variant => catalog!(
                        $key: "page" "docx" "pdf" "values" "transparency" "workers" "terms" "gaps" "duties"
                    ),)*
                }
            }
        }
    };
}

languages! {
    En = "en" => "English",
    De = "de" => "German",
    Fr = "fr" => "French",
    Es = "es" => "Spanish",
    It = "it" => "Italian",
}

/// The catalogs of documents that are made in English alone.
const ENGLISH_ALONE: &[(&str, &str)] = catalog!(
    "en": "tables" "classes" "charts" "index" "inventory" "human-oversight" "record-keeping" "literacy" "use-and-costs" "ai-bom"
        "classification" "register" "coverage" "crosswalk" "group" "rollout" "system" "report"
);

impl Language {
    /// Returns the catalogs that this language alone has, each with its name: those of documents that are made in no other.
    pub const fn own_catalogs(self) -> &'static [(&'static str, &'static str)] {
        if matches!(self, Self::En) {
            ENGLISH_ALONE
        } else {
            &[]
        }
    }

    /// Returns the language of a tag such as `de` or `de-AT`, if documents can be made in it.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or(tag);
        let known = Self::ALL.iter().find(|language| language.key() == primary);
        known.copied()
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.iter().find(|language| language.key() == text);
        known.copied().ok_or_else(|| {
            let keys: Vec<&str> = Self::ALL.iter().map(|language| language.key()).collect();
            format!(
                "documents are not made in `{text}`; choose one of {}",
                keys.join(", ")
            )
        })
    }
}

/// The language of a text that is not ours: a tag of BCP 47, such as `nl` or `de-AT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag(String);

impl Tag {
    /// Returns the tag as text, in the usual spelling.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether texts of this tag are in a language that documents are made in.
    pub fn is(&self, language: Language) -> bool {
        Language::of_tag(&self.0) == Some(language)
    }
}

impl From<Language> for Tag {
    fn from(language: Language) -> Self {
        Self(language.key().to_owned())
    }
}

impl FromStr for Tag {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse::<LanguageIdentifier>() {
            Ok(tag) if !text.contains('_') && tag.language != unic_langid::subtags::Language::default() => {
                Ok(Self(tag.to_string()))
            }
            Ok(_) | Err(_) => {
                let shown: String = text.chars().take(35).collect();
                Err(format!(
                    "`{shown}` is not a language tag; write one such as `en`, `nl` or `de-AT`"
                ))
            }
        }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Tag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl JsonSchema for Tag {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "language-tag".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*$"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_strictly_and_spelled_one_way() {
        for (text, expected) in [
            ("en", "en"),
            ("de-at", "de-AT"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("NL", "nl"),
        ] {
            assert_eq!(text.parse::<Tag>().unwrap().as_str(), expected);
        }
        for bad in [
            "",
            "e",
            "english please",
            "de_AT",
            "en\"",
            "<b>",
            "und",
            "deutschland",
        ] {
            assert!(bad.parse::<Tag>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_language_is_found_by_its_key_and_by_any_tag_of_it() {
        assert_eq!(Language::of_tag("de-AT"), Some(Language::De));
        assert_eq!(Language::of_tag("bg"), None);
        assert_eq!("de".parse(), Ok(Language::De));
        assert!("de-AT".parse::<Language>().is_err());
        assert!("de-AT".parse::<Tag>().unwrap().is(Language::De));
    }
}
