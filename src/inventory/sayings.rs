//! What a record says about facts, flattened to paths: the value at `annex_iii.profiling`, and where it stands. Every
//! type that a fact can have tells itself here. Reads no YAML but the one number that may be `null`.

use crate::calendar::Date;
use crate::inventory::field::{Field, List, NoneOr};
use crate::law::terms::{
    AnnexISection, AnnexPoint, Area, AssessmentReason, Content, ContentExclusion, FilterCondition, Gate,
    GuidelineRelief, ModelModality, PointException, ProductFunction, RbiObjective, Subject, Technique, Trait,
    Vulnerability,
};
use crate::source::{Span, Spanned};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// What a record says at one path of its facts.
#[derive(Debug, Clone, PartialEq)]
pub enum Saying {
    /// `true` or `false`.
    Flag(bool),
    /// One or more terms of a closed list.
    Terms(Vec<&'static str>),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
    /// Words that no rule reads.
    Words(String),
    /// `none`, or a closing state that says the path does not apply: nothing below it holds.
    Nothing,
    /// The record says that the answer is not known.
    Unknown,
}

/// Everything a record says about facts, by path.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sayings(BTreeMap<String, Spanned<Saying>>);

impl Sayings {
    /// Returns what is said at a path, or else about the nearest group around it.
    pub fn at(&self, path: &str) -> Option<&Spanned<Saying>> {
        let mut path = path;
        loop {
            match (self.0.get(path), path.rsplit_once('.')) {
                (Some(said), _) => return Some(said),
                (None, Some((around, _))) => path = around,
                (None, None) => return None,
            }
        }
    }

    /// Returns everything that is said, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Spanned<Saying>)> {
        self.0.iter().map(|(path, said)| (path.as_str(), said))
    }

    /// Returns what is said at the path itself.
    pub fn exactly(&self, path: &str) -> Option<&Spanned<Saying>> {
        self.0.get(path)
    }

    /// Returns the terms said at a path, with the place of the list.
    pub fn terms(&self, path: &str) -> Option<Spanned<&[&'static str]>> {
        let said = self.0.get(path)?;
        if let Saying::Terms(terms) = &said.value {
            Some(Spanned::new(terms, said.span))
        } else {
            None
        }
    }
}

impl Saying {
    /// Returns the truth value, if one is said.
    pub const fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self {
            Some(*flag)
        } else {
            None
        }
    }

    /// Returns the number, if one is said.
    pub const fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self {
            Some(*number)
        } else {
            None
        }
    }

    /// Returns the day, if one is said.
    pub const fn day(&self) -> Option<Date> {
        if let Self::Day(day) = self {
            Some(*day)
        } else {
            None
        }
    }

    /// Returns the words, if any are said.
    pub fn words(&self) -> Option<&str> {
        if let Self::Words(words) = self {
            Some(words)
        } else {
            None
        }
    }
}

/// A value that can say something at a path.
pub(crate) trait Tell {
    /// Says what it is at a path; `span` is where it stands.
    fn tell(&self, path: &str, span: Span, sayings: &mut Sayings);
}

impl<T: Tell> Tell for Field<T> {
    fn tell(&self, path: &str, _: Span, sayings: &mut Sayings) {
        let (saying, span) = match self {
            Self::Stated(said) => return said.value.tell(path, said.span, sayings),
            Self::NotApplicable(said) => (Saying::Nothing, said.span),
            Self::Unknown(said) => (Saying::Unknown, said.span),
            Self::Absent => return,
        };
        sayings.0.insert(path.to_owned(), Spanned::new(saying, span));
    }
}

impl<T: Tell> Tell for NoneOr<T> {
    fn tell(&self, path: &str, span: Span, sayings: &mut Sayings) {
        match self {
            Self::None => Saying::Nothing.put(path, span, sayings),
            Self::Stated(value) => value.tell(path, span, sayings),
        }
    }
}

impl Saying {
    fn put(self, path: &str, span: Span, sayings: &mut Sayings) {
        sayings.0.insert(path.to_owned(), Spanned::new(self, span));
    }
}

impl Tell for bool {
    fn tell(&self, path: &str, span: Span, sayings: &mut Sayings) {
        Saying::Flag(*self).put(path, span, sayings);
    }
}

impl Tell for String {
    fn tell(&self, path: &str, span: Span, sayings: &mut Sayings) {
        Saying::Words(self.clone()).put(path, span, sayings);
    }
}

impl Tell for Date {
    fn tell(&self, path: &str, span: Span, sayings: &mut Sayings) {
        Saying::Day(*self).put(path, span, sayings);
    }
}

impl Tell for Compute {
    fn tell(&self, path: &str, span: Span, sayings: &mut Sayings) {
        self.0
            .map_or(Saying::Unknown, Saying::Number)
            .put(path, span, sayings);
    }
}

macro_rules! tell_terms {
    ($($term:ty),*) => {$(
        impl Tell for $term {
            fn tell(&self, path: &str, span: Span, sayings: &mut Sayings) {
                Saying::Terms(vec![self.key()]).put(path, span, sayings);
            }
        }

        impl Tell for List<$term> {
            fn tell(&self, path: &str, span: Span, sayings: &mut Sayings) {
                let keys = self.0.iter().map(|item| item.value.key()).collect();
                Saying::Terms(keys).put(path, span, sayings);
            }
        }
    )*};
}

tell_terms!(
    AnnexISection,
    AnnexPoint,
    Area,
    AssessmentReason,
    Content,
    ContentExclusion,
    FilterCondition,
    Gate,
    GuidelineRelief,
    ModelModality,
    PointException,
    ProductFunction,
    RbiObjective,
    Subject,
    Technique,
    Trait,
    Vulnerability
);

/// Floating-point operations; `null` says that the number is not known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compute(pub Option<f64>);

impl<'de> Deserialize<'de> for Compute {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ComputeVisitor)
    }
}

struct ComputeVisitor;

impl Visitor<'_> for ComputeVisitor {
    type Value = Compute;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of operations such as 1.0e+24, or null")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Compute, E> {
        Ok(Compute(None))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Compute, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Compute, E> {
        let number = text
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite() && *number >= 0.0);
        match number {
            Some(number) => Ok(Compute(Some(number))),
            None => Err(E::custom(format!(
                "`{text}` is not a number of operations; write a number such as 1.0e+24, or null while nobody knows"
            ))),
        }
    }
}

impl JsonSchema for Compute {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "compute".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["number", "string", "null"],
            "minimum": 0,
            "pattern": r"^\+?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$",
        })
    }
}
