//! From answers to changes of the record: how each answer is written in the vocabulary of its field, and the note of who
//! gave it and when. Knows no text; `yaml::edit` writes.

use crate::ask::sitting::Sitting;
use crate::ask::vocabulary::Form;
use crate::calendar::Date;
use crate::inventory::sayings::Saying;
use crate::inventory::system::System;
use crate::yaml::edit::{Act, Change, Step, keys};
use crate::yaml::written::Value;

/// Who answers, and on which day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// The role that answers.
    pub role: String,
    /// The day of the answers.
    pub on: Date,
}

/// Why a field does not apply when none of its terms does.
const NONE_OF_THEM: &str = "none of the terms of this field applies";

/// Returns the change that writes an answer to a field. Without `by`, who answers is left out.
pub(crate) fn change_of(field: &str, form: &Form, saying: &Saying, by: Option<&By>) -> Change {
    Change::set(field, value_of(form, saying, by))
}

/// Returns an answer as it is written.
pub(crate) fn value_of(form: &Form, saying: &Saying, by: Option<&By>) -> Value {
    let signed = |role: &str, day: &str| -> Vec<(String, Value)> {
        by.map_or_else(Vec::new, |by| {
            vec![
                (role.to_owned(), Value::word(&by.role)),
                (day.to_owned(), Value::word(by.on.to_string())),
            ]
        })
    };
    let state = |key: &str, content: Vec<(String, Value)>| Value::table([(key, Value::Table(content))]);
    match (saying, form) {
        (Saying::Flag(flag), _) => Value::word(flag.to_string()),
        (Saying::Terms(terms), Form::Several(_)) => {
            Value::List(terms.iter().map(|term| Value::word(*term)).collect())
        }
        (Saying::Terms(terms), _) => Value::word(terms.first().copied().unwrap_or_default()),
        (Saying::Unknown, _) => state("unknown", signed("asked", "asked_on")),
        (Saying::Nothing, _) => {
            let reason = vec![("reason".to_owned(), Value::word(NONE_OF_THEM))];
            state(
                "not_applicable",
                [reason, signed("decided_by", "decided_on")].concat(),
            )
        }
        (Saying::Number(number), _) => Value::word(number.to_string()),
        (Saying::Day(day), _) => Value::word(day.to_string()),
        (Saying::Words(words), _) => Value::word(words),
    }
}

/// Returns every change that a sitting comes to: the answers, each with its note.
pub fn changes(sitting: &Sitting, system: &System) -> Vec<Change> {
    let said = sitting.said();
    let answers = said
        .iter()
        .map(|(field, question, saying)| change_of(field, &question.form, saying, Some(sitting.by())));
    let notes = said
        .iter()
        .flat_map(|(field, ..)| note(field, sitting.by(), system));
    answers.chain(notes).collect()
}

/// Returns the answers as lines that can be pasted: field and value.
pub fn lines(sitting: &Sitting) -> Vec<(String, String)> {
    let said = sitting.said().into_iter();
    said.map(|(field, question, saying)| {
        let value = value_of(&question.form, &saying, Some(sitting.by()));
        (field, value.inline())
    })
    .collect()
}

/// Returns the changes that note who answered a field: a note of its own, or the one that is there brought up to date.
fn note(field: &str, by: &By, system: &System) -> Vec<Change> {
    let is_about = |field_of: Option<&String>| field_of.is_some_and(|known| known == field);
    let known = system
        .answers
        .items()
        .iter()
        .position(|note| is_about(note.value.field.stated()));
    let (role, day) = (Value::word(&by.role), Value::word(by.on.to_string()));
    match known {
        None => vec![Change::append(
            "answers",
            Value::table([("field", Value::word(field)), ("by", role), ("on", day)]),
        )],
        Some(at) => [("by", role), ("on", day)]
            .into_iter()
            .map(|(key, value)| Change {
                path: [keys("answers"), vec![Step::Item(at)], keys(key)].concat(),
                act: Act::Set(value),
            })
            .collect(),
    }
}
