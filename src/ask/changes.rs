//! From answers to changes of the record: how each answer is written in the vocabulary of its field, and the note of who
//! gave it and when. Knows no text; `yaml::edit` writes.

use crate::ask::sitting::Sitting;
use crate::ask::vocabulary::Form;
use crate::calendar::Date;
use crate::inventory::notes::in_a_note;
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
    let notes = said.iter().flat_map(|(field, question, saying)| {
        let answer = value_of(&question.form, saying, Some(sitting.by()));
        note(field, &answer, sitting, system)
    });
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

/// Returns the changes that note who answered a field: a note of its own, or the one that is there brought up to date. A
/// remark about an answer goes with it when another one takes its place.
fn note(field: &str, answer: &Value, sitting: &Sitting, system: &System) -> Vec<Change> {
    let by = sitting.by();
    let is_about = |field_of: Option<&String>| field_of.is_some_and(|known| known == field);
    let known = system
        .answers
        .items()
        .iter()
        .position(|note| is_about(note.value.field.stated()));
    let said = in_a_note(&answer.node());
    let entries = [
        ("answer", said.clone().map(Value::word)),
        ("by", Some(Value::word(&by.role))),
        ("on", Some(Value::word(by.on.to_string()))),
    ];
    let entries = entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    let whole = |entries| Value::Table([vec![("field".to_owned(), Value::word(field))], entries].concat());
    let Some(at) = known else {
        return vec![Change::append("answers", whole(entries.collect()))];
    };
    let place = [keys("answers"), vec![Step::Item(at)]].concat();
    let set = |path, value| Change {
        path,
        act: Act::Set(value),
    };
    let has_remark = system.answers.items()[at].value.note.span().is_some();
    match has_remark && sitting.on_record(field) != said {
        true => vec![set(place, whole(entries.collect()))],
        false => entries
            .map(|(key, value)| set([place.clone(), keys(&key)].concat(), value))
            .collect(),
    }
}
