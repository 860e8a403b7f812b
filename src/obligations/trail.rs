//! The statements that a proof has met so far, and what they come to: shown, partly, missing, unknown or not
//! applicable.

use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::kind::Kind;
use crate::obligations::owed::{Pointer, Showing};
use crate::source::Span;

/// What has been found while walking through the fields of a proof.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    pointers: Vec<Pointer>,
    n_open: usize,
    n_unknown: usize,
    lacks: Vec<&'static str>,
    reason: Option<String>,
}

impl Trail {
    /// Reads a field that is part of the proof.
    pub(crate) fn field<T>(&mut self, kind: Kind, record: &Id, field: &'static str, value: &Field<T>) {
        match value {
            Field::Stated(said) => self.pointer(kind, record, field, said.span),
            Field::NotApplicable(said) => self.excuse(said.value.reason.clone()),
            Field::Unknown(_) => self.n_unknown += 1,
            Field::Absent => self.missing_at(field),
        }
    }

    /// Notes a statement that shows a part of the proof.
    pub(crate) fn pointer(&mut self, kind: Kind, record: &Id, field: &'static str, at: Span) {
        self.pointers.push(Pointer {
            kind,
            record: record.clone(),
            field,
            at,
        });
    }

    /// Notes why there is nothing to show.
    pub(crate) fn excuse(&mut self, reason: impl Into<String>) {
        self.reason = Some(reason.into());
    }

    /// Notes a part of the proof for which the inventory has no record.
    pub(crate) fn missing(&mut self) {
        self.n_open += 1;
    }

    /// Notes a part of the proof for which nothing stands in a field.
    pub(crate) fn missing_at(&mut self, field: &'static str) {
        self.missing();
        if !self.lacks.contains(&field) {
            self.lacks.push(field);
        }
    }

    /// Returns what all parts come to, what shows it, and the fields that say nothing.
    pub(crate) fn end(self) -> (Showing, Vec<Pointer>, Vec<&'static str>) {
        let showing = match (self.n_open, self.n_unknown, self.pointers.is_empty(), self.reason) {
            (0, 0, true, Some(reason)) => Showing::NotApplicable(reason),
            (0, 0, false, _) => Showing::Shown,
            (_, _, false, _) => Showing::Partly,
            (0, 1.., true, _) => Showing::Unknown,
            (_, _, true, _) => Showing::Missing,
        };
        (showing, self.pointers, self.lacks)
    }
}
