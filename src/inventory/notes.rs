//! Notes of who answered what: each has to be about a field that the record answers, and a field has one note at most.
//! Looks at the tree, so that a note may be about any field.

use crate::calendar::Date;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::fields;
use crate::source::Span;
use crate::yaml::node::{Content, Node};
use std::collections::BTreeMap;

fields! {
    /// Who answered a field of the record, and when.
    pub struct AnswerNote {
        /// The field, such as `facts.annex_iii.profiling`.
        field: String,
        /// The role that answered.
        by: String,
        /// The day of the answer.
        on: Date,
        /// A remark.
        note: String,
    }
}

/// Reports every note of a record that is about nothing, and every second note about one field.
pub(crate) fn check_notes(record: &Node, findings: &mut Diagnostics) {
    let mut noted: BTreeMap<&str, Span> = BTreeMap::new();
    for (field, span) in fields(record) {
        if let Some(first) = noted.get(field) {
            findings.add(second_note(field, span, *first));
        } else if !says(record, field) {
            findings.add(note_about_nothing(field, span));
        }
        noted.entry(field).or_insert(span);
    }
}

fn fields(record: &Node) -> Vec<(&str, Span)> {
    let notes = record.entry("answers").map(|entry| &entry.value.content);
    let Some(Content::List(notes)) = notes else {
        return Vec::new();
    };
    let field = |note| {
        let value = &Node::entry(note, "field")?.value;
        match &value.content {
            Content::Scalar(scalar) => Some((scalar.text.as_str(), value.span)),
            Content::List(_) | Content::Table(_) => None,
        }
    };
    notes.iter().filter_map(field).collect()
}

/// Returns whether something stands at a path of keys.
fn says(record: &Node, path: &str) -> bool {
    let value = path
        .split('.')
        .try_fold(record, |node, key| node.entry(key).map(|entry| &entry.value));
    value.is_some_and(|value| !value.is_nothing())
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
