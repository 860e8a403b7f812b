//! How values read on paper. A value comes in as the inventory holds it, with the words of the document; a text comes out
//! that a template prints as it is. What is missing, unknown or not applicable is said in words too, so that no place stays blank.

use crate::calendar::{Date, Period};
use crate::inventory::field::{Complete, Field, List, NotApplicable, Unknown};
use crate::inventory::id::Id;
use crate::inventory::money::Amount;
use crate::source::Spanned;
use crate::term::Term;
use crate::tongue::words::Words;
use std::collections::BTreeMap;
use std::fmt::Display;

/// A value that documents can print.
pub(crate) trait Shown {
    /// Returns the value in words.
    fn shown(&self, words: Words) -> String;

    /// Returns the same for the AI-BOM, whose words go into the file for machines as well.
    fn in_english(&self) -> String {
        self.shown(Words::default())
    }
}

impl<T: Term> Shown for T {
    fn shown(&self, words: Words) -> String {
        words.term(*self)
    }
}

impl Shown for String {
    fn shown(&self, words: Words) -> String {
        words.quote(self)
    }
}

impl Shown for bool {
    fn shown(&self, words: Words) -> String {
        words.say(if *self { "yes" } else { "no" })
    }
}

impl Shown for Date {
    fn shown(&self, words: Words) -> String {
        words.day(*self)
    }
}

impl Shown for Period {
    fn shown(&self, words: Words) -> String {
        words.period(*self)
    }
}

macro_rules! shown_as_displayed {
    ($($type:ty),*) => {
        $(impl Shown for $type {
            fn shown(&self, _: Words) -> String {
                self.to_string()
            }
        })*
    };
}

shown_as_displayed!(u32, f64, Id);

impl Shown for u64 {
    fn shown(&self, _: Words) -> String {
        number(*self)
    }

    fn in_english(&self) -> String {
        self.to_string()
    }
}

impl Shown for Amount {
    fn shown(&self, _: Words) -> String {
        let text = self.to_string();
        match text.split_once('.') {
            Some((whole, decimals)) => format!("{}.{decimals}", in_thousands(whole)),
            None => in_thousands(&text),
        }
    }
}

/// Returns a number as tables and pictures print it.
pub(crate) fn number(number: u64) -> String {
    in_thousands(&number.to_string())
}

/// Sets the thousands of a number apart by a narrow blank at which no line ends: read alike in every language, where a
/// comma here is a point there.
fn in_thousands(digits: &str) -> String {
    const BLANK: char = '\u{202f}';
    let mut apart = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            apart.push(BLANK);
        }
        apart.push(digit);
    }
    apart
}

impl<T: Shown> Shown for Spanned<T> {
    fn shown(&self, words: Words) -> String {
        self.value.shown(words)
    }
}

impl<T: Shown> Shown for List<T> {
    fn shown(&self, words: Words) -> String {
        words.list(self.0.iter().map(|item| item.shown(words)))
    }
}

impl<T: Shown> Shown for Complete<T> {
    fn shown(&self, words: Words) -> String {
        words.list(self.0.iter().map(|item| item.shown(words)))
    }
}

impl Shown for BTreeMap<String, String> {
    fn shown(&self, words: Words) -> String {
        words.list(
            self.iter()
                .map(|(key, value)| format!("{key} {}", words.quote(value))),
        )
    }
}

/// Returns the words of a list on one line, for the AI-BOM.
pub(crate) fn enumeration(items: impl IntoIterator<Item: Display>) -> String {
    Words::default().list(items)
}

/// Returns a number of things in words, such as `1 model`, `3 models` or `no model`, for the AI-BOM.
pub(crate) fn counted(n_things: usize, thing: &str) -> String {
    match n_things {
        0 => format!("no {thing}"),
        1 => format!("1 {thing}"),
        _ => format!("{n_things} {thing}s"),
    }
}

/// Returns what a document prints for a field: the words of its value, or in which way there is none.
pub(crate) fn shown<T>(
    words: Words,
    name: &str,
    field: &Field<T>,
    of_value: impl FnOnce(&T) -> String,
) -> String {
    let says = match field {
        Field::Stated(said) => of_value(&said.value),
        Field::NotApplicable(said) => not_applicable(words, &said.value),
        Field::Unknown(said) => unknown(words, &said.value),
        Field::Absent => words.missing(name),
    };
    // A text of blanks says as little as no text.
    if says.trim().is_empty() {
        words.missing(name)
    } else {
        says
    }
}

/// Returns the words for a field that the record is silent about, for the AI-BOM.
pub(crate) fn missing(name: &str) -> String {
    Words::default().missing(name)
}

fn not_applicable(words: Words, said: &NotApplicable) -> String {
    let reason = words.quote(said.reason.trim());
    words.say_with("not-applicable", &[("reason", reason.into())])
}

fn unknown(words: Words, said: &Unknown) -> String {
    let who = said.asked.as_ref().map(|who| ("who", words.quote(who).into()));
    let day = said.asked_on.map(|day| ("day", words.day(day).into()));
    match (who, day) {
        (Some(who), Some(day)) => words.say_with("unknown-asked-who-day", &[who, day]),
        (Some(who), None) => words.say_with("unknown-asked", &[who]),
        (None, Some(day)) => words.say_with("unknown-asked-day", &[day]),
        (None, None) => words.say("unknown"),
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
            Field::Unknown(Box::new(said(Unknown { asked, asked_on })))
        };
        for (field, expected) in [
            (Field::Stated(said("CTO".to_owned())), "CTO"),
            (Field::Stated(said(" \n".to_owned())), "missing: owner"),
            (
                Field::NotApplicable(Box::new(said(reason))),
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
            let words = Words::default();
            assert_eq!(shown(words, "owner", &field, |it| it.shown(words)), expected);
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
        assert_eq!(list(&["a", "b"]).shown(Words::default()), "a, b");
        assert_eq!(list(&["a, or c", "b"]).shown(Words::default()), "a, or c; b");
        assert_eq!(list(&["One.", "Two."]).shown(Words::default()), "One. Two.");
        assert_eq!(list(&[]).shown(Words::default()), "none");
    }
}
