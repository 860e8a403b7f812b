//! How a duty reads in the language of a document: what is owed, from when, and how far the inventory shows it. The
//! English of the duty itself stands in the law table; the catalogs hold the rest.

use crate::documents::facts::Row;
use crate::documents::lacking;
use crate::obligations::owed::{Owed, Showing, Standing};
use crate::term::sentence_case;
use crate::tongue::words::Words;

/// Returns duty, our role, legal basis, from when, how far the inventory shows it.
pub(crate) fn row(words: Words, owed: &Owed) -> Row {
    let duty = words.told(&format!("duty-{}", owed.duty.id), owed.duty.title);
    vec![
        sentence_case(&duty),
        words.term(owed.role),
        lacking::cites(words, owed.duty.cites),
        standing(words, owed.standing),
        showing_with_fields(words, owed),
    ]
}

/// Returns from when it is owed.
pub(crate) fn standing(words: Words, standing: Standing) -> String {
    let (id, day) = match standing {
        Standing::OwedNow => return words.say("standing-now"),
        Standing::From(day) => ("standing-from", day),
        Standing::DateUnsettled(day) => ("standing-unsettled", day),
        Standing::Grace(day) => ("standing-grace", day),
    };
    words.say_with(id, &[("day", words.day(day).into())])
}

/// Returns how far the inventory shows it; of what is missing, the fields, where readers know fields.
fn showing_with_fields(words: Words, owed: &Owed) -> String {
    match owed.showing == Showing::Missing && words.names_fields() && !owed.lacks.is_empty() {
        true => words.missing(&words.list(owed.lacks.iter())),
        false => showing(words, &owed.showing),
    }
}

/// Returns how far the inventory shows it.
pub(crate) fn showing(words: Words, showing: &Showing) -> String {
    match showing {
        Showing::Shown => words.say("showing-shown"),
        Showing::Partly => words.say("showing-partly"),
        Showing::Missing => words.say("showing-missing"),
        Showing::Contradicted => words.say("showing-contradicted"),
        Showing::Unknown => words.say("showing-unknown"),
        Showing::NotApplicable(reason) => {
            let reason = words.quote(reason);
            words.say_with("showing-not-applicable", &[("reason", reason.into())])
        }
    }
}
