//! How values read on paper. A value comes in as the inventory holds it; words come out that a template prints as
//! they are. What is missing, unknown or not applicable is said in words too, so that no place stays blank.

use crate::calendar::{Date, Period};
use crate::inventory::field::{Field, NotApplicable, Unknown};
use crate::source::Spanned;
use crate::term::Term;

/// A value that documents can print.
pub trait Shown {
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

impl Shown for u32 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for u64 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for Date {
    fn shown(&self) -> String {
        self.in_words()
    }
}

impl Shown for Period {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl<T: Shown> Shown for Spanned<T> {
    fn shown(&self) -> String {
        self.value.shown()
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn shown(&self) -> String {
        match self.is_empty() {
            true => "none".to_owned(),
            false => self.iter().map(Shown::shown).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Returns what a document prints for a field: the value, or in which way there is none.
pub(crate) fn shown<T: Shown>(name: &str, field: &Field<T>) -> String {
    let words = match field {
        Field::Stated(said) => said.shown(),
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
    format!("missing: {name}")
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
            assert_eq!(shown("owner", &field), expected);
        }
    }

    #[test]
    fn lists_read_as_one_line() {
        assert_eq!(vec!["a".to_owned(), "b".to_owned()].shown(), "a, b");
        assert_eq!(Vec::<String>::new().shown(), "none");
    }
}
