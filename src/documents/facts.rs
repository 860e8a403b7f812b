//! Two-column tables: what a row is about, and what is so. A table is built field by field from one record, so that
//! adding a field to a document is one line.

use crate::documents::shown::Shown;
use crate::documents::trail::Said;
use crate::inventory::field::Field;
use serde::Serialize;

/// One row of a two-column table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What the row is about.
    pub label: String,
    /// What is so.
    pub says: String,
}

impl Fact {
    /// Pairs a label with what is so.
    pub fn new(label: impl Into<String>, says: impl Into<String>) -> Self {
        let (label, says) = (label.into(), says.into());
        Self { label, says }
    }
}

/// A two-column table in the making.
#[derive(Debug)]
pub struct Facts<'a> {
    said: Said<'a>,
    rows: Vec<Fact>,
}

impl<'a> Facts<'a> {
    /// Begins a table about the record that the trail is at.
    pub fn of(said: Said<'a>) -> Self {
        Self {
            said,
            rows: Vec::new(),
        }
    }

    /// Adds a row for a field that everybody is asked for.
    pub fn ask<T: Shown>(&mut self, label: &str, name: &str, field: &Field<T>) {
        self.ask_as(label, name, field, Shown::shown);
    }

    /// The same for a value that needs words of its own.
    pub fn ask_as<T>(&mut self, label: &str, name: &str, field: &Field<T>, words: impl FnOnce(&T) -> String) {
        let says = self.said.field_as(name, field, words);
        self.rows.push(Fact::new(label, says));
    }

    /// Adds a row for a field that only some are asked for, if the record speaks about it.
    pub fn tell<T: Shown>(&mut self, label: &str, name: &str, field: &Field<T>) {
        if field.span().is_some() {
            self.ask(label, name, field);
        }
    }

    /// Adds the rows of a group of fields, or one row that says why there is no group.
    pub fn group<T>(&mut self, label: &str, name: &str, group: &Field<T>, rows: impl FnOnce(&mut Self, &T)) {
        match group.stated() {
            Some(stated) => rows(self, stated),
            None => self.ask_as(label, name, group, |_| String::new()),
        }
    }

    /// Adds a row that was worked out and not taken from the record.
    pub fn add(&mut self, label: &str, says: impl Into<String>) {
        self.rows.push(Fact::new(label, says));
    }

    /// Returns the rows in the order in which they were added.
    pub fn rows(self) -> Vec<Fact> {
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::trail::Trail;

    #[test]
    fn silence_shows_only_where_everybody_is_asked() {
        let mut trail = Trail::default();
        let mut facts = Facts::of(trail.about("identity", "chatbot"));
        facts.ask("Owner", "owner", &Field::<String>::Absent);
        facts.tell("Trade name", "trade_name", &Field::<String>::Absent);
        facts.group("Deployment", "deployment", &Field::<()>::Absent, |facts, ()| {
            facts.add("Form", "not reached");
        });
        let expected = [
            Fact::new("Owner", "missing: owner"),
            Fact::new("Deployment", "missing: deployment"),
        ];
        assert_eq!(facts.rows(), expected);
    }
}
