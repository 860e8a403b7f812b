//! One field of a record as the AI-BOM needs it: words for people, single values for machines, and in which way there
//! is no value when there is none. Decides nothing about what a value means.

use crate::calendar::Date;
use crate::documents::shown::{Shown, enumeration, missing, shown};
use crate::inventory::field::{Field, List};
use crate::source::Span;
use crate::tongue::words::Words;
use std::borrow::Cow;

/// In which way something is there or not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The field, as it is spelled in YAML.
    pub field: &'static str,
    /// In which way it is there.
    pub state: State,
    /// What to print, where neither the single value nor the want of one says it.
    pub words: Option<Box<str>>,
    /// The single values, when the state is shown: one for a simple field, several for a list.
    pub items: Vec<String>,
    /// Where the record says it.
    pub at: Option<Span>,
    /// The same as `file:line`, once the AI-BOM is whole.
    pub place: Option<Box<str>>,
}

impl Answer {
    /// Reads a simple field.
    pub(crate) fn of<T: Shown>(field: &'static str, value: &Field<T>) -> Self {
        Self::read(field, value, |said| vec![said.in_english()])
    }

    /// Reads a day, which machines get as `YYYY-MM-DD`.
    pub(crate) fn day(field: &'static str, value: &Field<Date>) -> Self {
        let printed = Self::of(field, value);
        match value.stated() {
            Some(day) => Self {
                words: Some(printed.says().into()),
                items: vec![day.to_string()],
                ..printed
            },
            None => printed,
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
        if matches!(value, Field::Absent) {
            return Self::absent(field);
        }
        let says = shown(Words::default(), field, value, |said| enumeration(items(said)));
        // A text of blanks is printed as missing.
        if says == missing(field) {
            return Self::absent(field);
        }
        let items = value.stated().map(items).unwrap_or_default();
        Self {
            field,
            state: state(value),
            words: (items.as_slice() != [says.as_str()]).then(|| says.into()),
            items,
            at: value.span(),
            place: None,
        }
    }

    /// States a value that follows from the records without being a field of its own.
    pub(crate) fn stated(field: &'static str, says: impl Into<String>) -> Self {
        Self {
            field,
            state: State::Shown,
            items: vec![says.into()],
            ..Self::default()
        }
    }

    /// Says that no record says anything.
    pub(crate) fn absent(field: &'static str) -> Self {
        Self {
            field,
            ..Self::default()
        }
    }

    /// Returns what to print, whatever the state.
    pub fn says(&self) -> Cow<'_, str> {
        match (&self.words, self.items.as_slice()) {
            (Some(words), _) => Cow::Borrowed(words),
            (None, [item]) => Cow::Borrowed(item),
            (None, []) if self.field.is_empty() => Cow::Borrowed(""),
            (None, [] | [_, _, ..]) => Cow::Owned(missing(self.field)),
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
