//! Duties that are owed: by whom, for what, from when, and what in the inventory shows them.

use crate::calendar::Date;
use crate::inventory::id::Id;
use crate::inventory::kind::Kind;
use crate::law::duties::Duty;
use crate::law::terms::Role;
use crate::source::Span;
use std::fmt;

/// What a duty is owed for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The organisation as a whole.
    Organisation,
    /// A system.
    System(Id),
    /// A model.
    Model(Id),
}

/// From when a duty is owed, seen from the as-of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It applies.
    OwedNow,
    /// It applies from a day; until then, records prepare for it.
    From(Date),
    /// Whether it applies already is not settled; this day is used.
    DateUnsettled(Date),
    /// It applies, with time until a day.
    Grace(Date),
}

/// How far the inventory shows a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Showing {
    /// The records name everything that is asked for.
    Shown,
    /// The records name a part.
    Partly,
    /// The records name nothing.
    Missing,
    /// The records say that it does not apply, and why.
    NotApplicable(String),
}

/// A statement of the inventory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// The kind of record.
    pub kind: Kind,
    /// The record.
    pub record: Id,
    /// The field.
    pub field: &'static str,
    /// Where it stands.
    pub at: Span,
}

/// A duty that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Which duty.
    pub duty: &'static Duty,
    /// For what.
    pub subject: Subject,
    /// In which role.
    pub role: Role,
    /// From when.
    pub standing: Standing,
    /// How far the inventory shows it.
    pub showing: Showing,
    /// What shows it.
    pub shown_by: Vec<Pointer>,
}

impl Standing {
    /// Returns the standing of a duty that applies from a day.
    pub fn from(day: Date, as_of: Date) -> Self {
        match day <= as_of {
            true => Self::OwedNow,
            false => Self::From(day),
        }
    }

    /// Returns the day on which it begins or ends its grace, when that lies ahead.
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::OwedNow => None,
            Self::From(day) | Self::DateUnsettled(day) | Self::Grace(day) => Some(day),
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OwedNow => f.write_str("owed now"),
            Self::From(day) => write!(f, "prepares for {}", day.in_words()),
            Self::DateUnsettled(day) => write!(f, "prepares for {} (start not settled)", day.in_words()),
            Self::Grace(day) => write!(f, "owed, with time until {}", day.in_words()),
        }
    }
}

impl fmt::Display for Showing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shown => f.write_str("shown"),
            Self::Partly => f.write_str("partly shown"),
            Self::Missing => f.write_str("missing"),
            Self::NotApplicable(reason) => write!(f, "not applicable ({reason})"),
        }
    }
}
