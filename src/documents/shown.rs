//! How values read on paper. A value comes in as the inventory holds it; words come out that a template prints as
//! they are. What is missing, unknown or not applicable is said in words too, so that no place stays blank.

use crate::calendar::{Date, Period};
use crate::inventory::field::{Complete, Field, List, NotApplicable, Unknown};
use crate::inventory::id::Id;
use crate::source::Spanned;
use crate::term::Term;
use std::collections::BTreeMap;
use std::fmt::Display;

/// A value that documents can print.
pub(crate) trait Shown {
    /// Returns the value in words.
    fn shown(&self) -> String;
}

impl<T: Term> Shown for T {
    fn shown(&self) -> String {
        self.words().to_owned()
    }
}

impl Shown for String {
    fn shown(&self) -> String {
        self.clone()
    }
}

impl Shown for bool {
    fn shown(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }
}

impl Shown for Date {
    fn shown(&self) -> String {
        self.in_words()
    }
}

macro_rules! shown_as_displayed {
    ($($type:ty),*) => {
        $(impl Shown for $type {
            fn shown(&self) -> String {
                self.to_string()
            }
        })*
    };
}

shown_as_displayed!(u32, u64, f64, Period, Id);

impl<T: Shown> Shown for Spanned<T> {
    fn shown(&self) -> String {
        self.value.shown()
    }
}

impl<T: Shown> Shown for List<T> {
    fn shown(&self) -> String {
        enumeration(self.0.iter().map(Shown::shown))
    }
}

impl<T: Shown> Shown for Complete<T> {
    fn shown(&self) -> String {
        enumeration(self.0.iter().map(Shown::shown))
    }
}

impl Shown for BTreeMap<String, String> {
    fn shown(&self) -> String {
        enumeration(self.iter().map(|(key, value)| format!("{key} {value}")))
    }
}

/// Returns the words of a list on one line, and `none` for an empty list: the record says that there is nothing. Whole
/// sentences follow each other as sentences; items with commas are kept apart by semicolons.
pub(crate) fn enumeration(items: impl IntoIterator<Item: Display>) -> String {
    let items: Vec<String> = items
        .into_iter()
        .map(|item| item.to_string().trim().to_owned())
        .collect();
    let joint = match &items {
        _ if items.iter().any(|item| item.ends_with('.')) => " ",
        _ if items.iter().any(|item| item.contains(',')) => "; ",
        _ => ", ",
    };
    match items.is_empty() {
        true => "none".to_owned(),
        false => items.join(joint),
    }
}

/// Returns a number of things in words, such as `1 model`, `3 models` or `no model`.
pub(crate) fn counted(n_things: usize, thing: &str) -> String {
    match n_things {
        0 => format!("no {thing}"),
        1 => format!("1 {thing}"),
        _ => format!("{n_things} {thing}s"),
    }
}

/// Returns what a document prints for a field: the words of its value, or in which way there is none.
pub(crate) fn shown<T>(name: &str, field: &Field<T>, words: impl FnOnce(&T) -> String) -> String {
    let words = match field {
        Field::Stated(said) => words(&said.value),
        Field::NotApplicable(said) => not_applicable(&said.value),
        Field::Unknown(said) => unknown(&said.value),
        Field::Absent => missing(name),
    };
    // A text of blanks says as little as no text.
    if words.trim().is_empty() {
        missing(name)
    } else {
        words
    }
}

/// Returns the words for a field that the record is silent about.
pub(crate) fn missing(name: &str) -> String {
    // Which item of a list lacks the field is plain from the row; `[0]` would only puzzle.
    let words: String = name
        .split('[')
        .map(|part| part.split_once(']').map_or(part, |(_, rest)| rest))
        .collect();
    format!("missing: {words}")
}

fn not_applicable(said: &NotApplicable) -> String {
    format!("not applicable: {}", said.reason.trim())
}

fn unknown(said: &Unknown) -> String {
    match (&said.asked, said.asked_on) {
        (Some(who), Some(day)) => format!("unknown (asked {who} on {})", day.in_words()),
        (Some(who), None) => format!("unknown (asked {who})"),
        (None, Some(day)) => format!("unknown (asked on {})", day.in_words()),
        (None, None) => "unknown".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    fn said<T>(value: T) -> Spanned<T> {
        let span = Span {
            file: FileId(0),
            start: 0,
            end: 1,
        };
        Spanned::new(value, span)
    }

    #[test]
    fn every_state_of_a_field_reads_as_words() {
        let day = Some(Date::on(2026, 11, 2));
        let reason = NotApplicable {
            reason: "hosted by the vendor".to_owned(),
            decided_by: None,
            decided_on: None,
        };
        let asked = |asked: Option<&str>, asked_on| {
            let asked = asked.map(str::to_owned);
            Field::Unknown(said(Unknown { asked, asked_on }))
        };
        for (field, expected) in [
            (Field::Stated(said("CTO".to_owned())), "CTO"),
            (Field::Stated(said(" \n".to_owned())), "missing: owner"),
            (
                Field::NotApplicable(said(reason)),
                "not applicable: hosted by the vendor",
            ),
            (
                asked(Some("vendor"), day),
                "unknown (asked vendor on 2 November 2026)",
            ),
            (asked(Some("vendor"), None), "unknown (asked vendor)"),
            (asked(None, day), "unknown (asked on 2 November 2026)"),
            (asked(None, None), "unknown"),
            (Field::Absent, "missing: owner"),
        ] {
            assert_eq!(shown("owner", &field, Shown::shown), expected);
        }
    }

    #[test]
    fn a_missing_field_of_a_list_is_named_without_its_place_in_the_list() {
        assert_eq!(missing("integrations[12].vendor"), "missing: integrations.vendor");
        assert_eq!(missing("owner"), "missing: owner");
    }

    #[test]
    fn lists_read_as_one_line() {
        let list = |items: &[&str]| List(items.iter().map(|item| said((*item).to_owned())).collect());
        assert_eq!(list(&["a", "b"]).shown(), "a, b");
        assert_eq!(list(&["a, or c", "b"]).shown(), "a, or c; b");
        assert_eq!(list(&["One.", "Two."]).shown(), "One. Two.");
        assert_eq!(list(&[]).shown(), "none");
    }
}
