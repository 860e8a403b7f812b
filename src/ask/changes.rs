//! From answers to changes of the record: how each answer is written in the vocabulary of its field, and the note of who
//! gave it and when. Knows no text of a file; `yaml::edit` writes.

use crate::ask::question::{Question, Topic};
use crate::ask::sitting::{Given, Reply, Sitting};
use crate::ask::vocabulary::Form;
use crate::calendar::Date;
use crate::inventory::notes::{AnswerNote, in_a_note};
use crate::inventory::sayings::Saying;
use crate::inventory::system::System;
use crate::source::{Span, Spanned};
use crate::yaml::edit::{Act, Change, Step, edited, keys};
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

/// Returns whether points were named that cannot be written, because another area was left open.
pub fn has_unwritten_points(sitting: &Sitting) -> bool {
    let is_area = |question: &Question| matches!(question.topic, Topic::Area(_));
    let is_said = |given: &Given| is_area(&given.question) && matches!(given.reply, Reply::Said(_));
    let is_written = sitting.said().iter().any(|(_, question, _)| is_area(question));
    sitting.given().any(is_said) && !is_written
}

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

/// Returns the answers as they stand in a record that has nothing else, to be pasted.
///
/// # Errors
/// Says why they cannot be written so, which a test excludes for every question.
pub fn to_paste(sitting: &Sitting) -> Result<String, String> {
    const EMPTY: &str = "kind: ai_system\n";
    let said = sitting.said();
    let answers: Vec<Change> = said
        .iter()
        .map(|(field, question, saying)| change_of(field, &question.form, saying, Some(sitting.by())))
        .collect();
    let record = edited(EMPTY, 0, &answers)?;
    Ok(record.strip_prefix(EMPTY).unwrap_or(&record).to_owned())
}

/// A remark of a note whose answer is asked for again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The field that the note is about.
    pub field: String,
    /// What the note says, on one line.
    pub words: String,
    /// Where the note stands.
    pub span: Span,
    /// The change by which the note stands without it.
    pub removal: Change,
}

/// Returns the remarks that go with what was said, since each is about another answer.
pub fn remarks_that_go(sitting: &Sitting, system: &System) -> Vec<Remark> {
    let said = sitting.said();
    let going = said.iter().filter(|(field, question, saying)| {
        is_another(
            field,
            &value_of(&question.form, saying, Some(sitting.by())),
            sitting,
        )
    });
    let fields: Vec<&str> = going.map(|(field, ..)| field.as_str()).collect();
    remarks(system, |field| fields.contains(&field))
}

/// Returns the remarks that go if another answer is given to what is asked for again.
pub fn remarks_at_risk(sitting: &Sitting, system: &System) -> Vec<Remark> {
    remarks(system, |field| sitting.asks_again_for(field))
}

fn remarks(system: &System, is_meant: impl Fn(&str) -> bool) -> Vec<Remark> {
    let notes = system.answers.items().iter().enumerate();
    let remark = |(at, note): (usize, &Spanned<AnswerNote>)| {
        let field = note.value.field.stated().filter(|field| is_meant(field))?;
        let words = note.value.note.stated()?;
        let bare = Value::Table(vec![("field".to_owned(), Value::word(field))]);
        Some(Remark {
            field: field.clone(),
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            span: note.span,
            removal: set(place_of(at), bare),
        })
    };
    notes.filter_map(remark).collect()
}

/// Returns whether an answer is not the one that the record had.
fn is_another(field: &str, answer: &Value, sitting: &Sitting) -> bool {
    sitting.on_record(field) != in_a_note(&answer.node())
}

/// Returns the changes that note who answered a field: a note of its own, or those that are there brought up to date. A
/// remark about an answer goes with it when another one takes its place.
fn note(field: &str, answer: &Value, sitting: &Sitting, system: &System) -> Vec<Change> {
    let entries = entries(answer, sitting.by());
    let about = vec![("field".to_owned(), Value::word(field))];
    let whole = Value::Table([about, entries.clone()].concat());
    let is_another = is_another(field, answer, sitting);
    let notes = system.answers.items().iter().enumerate();
    let known = notes.filter(|(_, note)| note.value.field.stated().is_some_and(|known| known == field));
    let renewed = |at, note: &AnswerNote| match note.note.span().is_some() && is_another {
        true => vec![set(place_of(at), whole.clone())],
        false => entries
            .iter()
            .map(|(key, value)| set([place_of(at), keys(key)].concat(), value.clone()))
            .collect(),
    };
    let renewed: Vec<Change> = known.flat_map(|(at, note)| renewed(at, &note.value)).collect();
    match renewed.is_empty() {
        true => vec![Change::append("answers", whole)],
        false => renewed,
    }
}

/// Returns what a note says beside its field: the answer, who gave it, and when.
fn entries(answer: &Value, by: &By) -> Vec<(String, Value)> {
    let said = in_a_note(&answer.node()).map(|said| ("answer".to_owned(), Value::word(said)));
    let signed = [
        ("by".to_owned(), Value::word(&by.role)),
        ("on".to_owned(), Value::word(by.on.to_string())),
    ];
    said.into_iter().chain(signed).collect()
}

fn place_of(note: usize) -> Vec<Step> {
    [keys("answers"), vec![Step::Item(note)]].concat()
}

fn set(path: Vec<Step>, value: Value) -> Change {
    Change {
        path,
        act: Act::Set(value),
    }
}
