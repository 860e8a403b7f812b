//! Notes of who answered what: each has to be about a field that the record answers, and a field has one note at most.
//! A note that repeats the answer shows when another one has taken its place. Looks at the tree, so that a note may be
//! about any field. Who changed an answer is not for this file to find out.

use crate::calendar::Date;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::fields;
use crate::inventory::tripwires::Tripwires;
use crate::law::fact::{Fact, Means, Silence};
use crate::source::Span;
use crate::yaml::node::{Content, Node};
use std::collections::BTreeMap;

fields! {
    /// Who answered a field of the record, and when.
    pub struct AnswerNote {
        /// The field, such as `facts.annex_iii.profiling`.
        field: String,
        /// The answer as it was given: `true`, a term, several with commas between them, `none`, `not_applicable` or `unknown`.
        answer: String,
        /// The role that answered.
        by: String,
        /// The day of the answer.
        on: Date,
        /// A remark.
        note: String,
    }
}

/// Reports every note of a record that is about nothing, that repeats another answer than the record gives, and every
/// second note about one field. Findings about the record itself have been made: where an answer cannot be read, that is
/// told, and not that the note has another.
pub(crate) fn check_notes(record: &Node, findings: &mut Diagnostics) {
    let mut noted: BTreeMap<&str, Span> = BTreeMap::new();
    for note in notes(record) {
        let (field, span) = note.field;
        if let Some(first) = noted.get(field) {
            findings.add(second_note(field, span, *first));
        } else {
            match standing(record, field) {
                None => findings.add(note_about_nothing(field, span)),
                Some(found) if findings.has_error_within(found.span) => {}
                Some(found) => stale_note(&note, found)
                    .into_iter()
                    .for_each(|finding| findings.add(finding)),
            }
        }
        noted.entry(field).or_insert(span);
    }
}

/// Returns an answer as a note repeats it; nothing for what is no answer of the questionnaire.
pub(crate) fn in_a_note(answer: &Node) -> Option<String> {
    match &answer.content {
        Content::Scalar(scalar) => Some(scalar.text.clone()),
        Content::List(items) if items.is_empty() => Some("none".to_owned()),
        Content::List(items) => {
            let items: Option<Vec<&str>> = items.iter().map(word).collect();
            items.map(|items| items.join(", "))
        }
        Content::Table(entries) => match entries.as_slice() {
            [state] if CLOSING_STATES.contains(&state.key.value.as_str()) => Some(state.key.value.clone()),
            [] | [_, ..] => None,
        },
    }
}

/// The states that a field can have in place of a value.
const CLOSING_STATES: [&str; 2] = ["not_applicable", "unknown"];

/// Returns what stands at a path of keys, if anything does.
pub(crate) fn standing<'r>(record: &'r Node, path: &str) -> Option<&'r Node> {
    let value = path
        .split('.')
        .try_fold(record, |node, key| node.entry(key).map(|entry| &entry.value));
    value.filter(|value| !value.is_nothing())
}

/// The words of a note that are looked at, each with its place.
struct Noted<'r> {
    field: (&'r str, Span),
    answer: Option<(&'r str, Span)>,
}

fn notes(record: &Node) -> Vec<Noted<'_>> {
    let notes = record.entry("answers").map(|entry| &entry.value.content);
    let Some(Content::List(notes)) = notes else {
        return Vec::new();
    };
    let said = |note, key| {
        let value = &Node::entry(note, key)?.value;
        Some((word(value)?, value.span))
    };
    let noted = |note| {
        Some(Noted {
            field: said(note, "field")?,
            answer: said(note, "answer"),
        })
    };
    notes.iter().filter_map(noted).collect()
}

fn word(node: &Node) -> Option<&str> {
    match &node.content {
        Content::Scalar(scalar) => Some(scalar.text.as_str()),
        Content::List(_) | Content::Table(_) => None,
    }
}

fn stale_note(note: &Noted<'_>, found: &Node) -> Option<Diagnostic> {
    let (field, (noted, span)) = (note.field.0, note.answer?);
    let stands = in_a_note(found).filter(|stands| stands != noted)?;
    let says = format!("a note says who answered `{field}` with `{noted}`, and the record says `{stands}`");
    let finding = Diagnostic::at(
        Code::StaleAnswerNote,
        span,
        says,
        "another answer stands in the record",
    )
    .and_at(found.span, "here");
    let by_hand = "write into the note what was answered, by whom and when, or delete the note";
    let finding = match is_asked(field) {
        false => finding.help(by_hand),
        true => finding
            .help(format!(
                "`actfile ask ID --again {field}` with the id of the record asks again and brings the note up to date"
            ))
            .help(format!("or {by_hand}")),
    };
    Some(finding)
}

/// Returns whether `ask` has a question about a field of a system. A claim that has terms is stated, not asked for.
pub(crate) fn is_asked(field: &str) -> bool {
    let asks = |fact: &Fact| match fact.row().means {
        Means::True => true,
        Means::OneOf(_) | Means::Anything => fact.row().silence != Silence::NotClaimed,
        Means::Roles(_)
        | Means::False
        | Means::AboveTenTo(_)
        | Means::AboveThirdOfOriginal
        | Means::Before(_) => false,
    };
    // What only moves a day is stated, not asked for.
    let is_meant = |fact: &&Fact| fact.field() == field && !fact.row().path.starts_with("timing.");
    let mut facts = Fact::ALL.iter().filter(is_meant);
    field == "our_roles" || field.strip_prefix("tripwires.").is_some_and(is_known_tripwire) || facts.any(asks)
}

fn is_known_tripwire(name: &str) -> bool {
    Tripwires::QUESTIONS.iter().any(|(known, _)| *known == name)
}

fn note_about_nothing(field: &str, span: Span) -> Diagnostic {
    let says = format!("a note says who answered `{field}`, and the record does not answer it");
    Diagnostic::at(Code::StrayAnswerNote, span, says, "no answer stands there")
        .help("write the answer, correct the field, or delete the note")
}

fn second_note(field: &str, span: Span, first: Span) -> Diagnostic {
    let says = format!("two notes say who answered `{field}`");
    Diagnostic::at(Code::StrayAnswerNote, span, says, "again here")
        .and_at(first, "first here")
        .help("keep the note of the answer that stands in the record")
}
