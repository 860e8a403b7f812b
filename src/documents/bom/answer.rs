//! One field of a record as the AI-BOM needs it: words for people, single values for machines, and in which way there
//! is no value when there is none. Decides nothing about what a value means.

use crate::calendar::Date;
use crate::documents::shown::{Shown, enumeration, missing, shown};
use crate::inventory::field::{Field, List};
use crate::source::Span;
use crate::tongue::words::Words;
use serde::Serialize;

/// In which way something is there or not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A record says it.
    Shown,
    /// A record says that it does not apply.
    NotApplicable,
    /// A record says that nobody knows.
    Unknown,
    /// No record says anything.
    #[default]
    Missing,
}

/// What a record says in one field. An answer without field stands for a question that records of the kind have no
/// field for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The field, as it is spelled in YAML.
    pub field: &'static str,
    /// In which way it is there.
    pub state: State,
    /// What to print, whatever the state.
    pub says: String,
    /// The single values, when the state is shown: one for a simple field, several for a list.
    pub items: Vec<String>,
    /// Where the record says it.
    #[serde(skip)]
    pub at: Option<Span>,
    /// The same as `file:line`, once the AI-BOM is whole.
    pub place: Option<String>,
}

impl Answer {
    /// Reads a simple field.
    pub(crate) fn of<T: Shown>(field: &'static str, value: &Field<T>) -> Self {
        Self::read(field, value, |said| vec![said.in_english()])
    }

    /// Reads a day, which machines get as `YYYY-MM-DD`.
    pub(crate) fn day(field: &'static str, value: &Field<Date>) -> Self {
        let items = value.stated().map(Date::to_string).into_iter().collect();
        Self {
            items,
            ..Self::of(field, value)
        }
    }

    /// Reads a list; an empty one says `none`.
    pub(crate) fn list<T: Shown>(field: &'static str, value: &Field<List<T>>) -> Self {
        Self::read(field, value, |list| {
            list.0.iter().map(Shown::in_english).collect()
        })
    }

    /// Reads a field of a group; what is said of the group is said of the field.
    pub(crate) fn within<G>(field: &'static str, group: &Field<G>, inner: impl FnOnce(&G) -> Self) -> Self {
        match group.stated() {
            Some(group) => inner(group),
            None => Self::read(field, group, |_| Vec::new()),
        }
    }

    /// Reads a list of groups as lines that the caller made of them.
    pub(crate) fn lines<T>(field: &'static str, value: &Field<List<T>>, lines: Vec<String>) -> Self {
        Self::read(field, value, |_| lines.clone())
    }

    fn read<T>(field: &'static str, value: &Field<T>, items: impl Fn(&T) -> Vec<String>) -> Self {
        let says = shown(Words::default(), field, value, |said| enumeration(items(said)));
        // A text of blanks is printed as missing.
        if says == missing(field) {
            return Self::absent(field);
        }
        Self {
            field,
            state: state(value),
            says,
            items: value.stated().map(items).unwrap_or_default(),
            at: value.span(),
            place: None,
        }
    }

    /// States a value that follows from the records without being a field of its own.
    pub(crate) fn stated(field: &'static str, says: impl Into<String>) -> Self {
        let says = says.into();
        Self {
            field,
            state: State::Shown,
            items: vec![says.clone()],
            says,
            at: None,
            place: None,
        }
    }

    /// Says that no record says anything.
    pub(crate) fn absent(field: &'static str) -> Self {
        Self {
            field,
            says: missing(field),
            ..Self::default()
        }
    }

    /// Returns the value of a simple field, if it is shown and not blank.
    pub fn value(&self) -> Option<&str> {
        let first = self.items.first().map(String::as_str);
        first.filter(|text| !text.trim().is_empty())
    }
}

fn state<T>(value: &Field<T>) -> State {
    match value {
        Field::Stated(_) => State::Shown,
        Field::NotApplicable(_) => State::NotApplicable,
        Field::Unknown(_) => State::Unknown,
        Field::Absent => State::Missing,
    }
}
