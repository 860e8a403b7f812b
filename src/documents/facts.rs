//! Two-column tables: what a row is about, and what is so. A table is built field by field from one record, so that
//! adding a field to a document is one line.

use crate::documents::shown::Shown;
use crate::documents::trail::Said;
use crate::inventory::field::{Field, List};
use crate::tongue::words::Words;
use serde::Serialize;

/// One row of a two-column table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Fact {
    /// What the row is about.
    pub(crate) label: String,
    /// What is so.
    pub(crate) says: String,
}

impl Fact {
    /// Pairs a label with what is so.
    pub(crate) fn new(label: impl Into<String>, says: impl Into<String>) -> Self {
        let (label, says) = (label.into(), says.into());
        Self { label, says }
    }
}

/// A term with what there is to say about it, for texts that are too long for a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Definition {
    /// What it is about.
    pub(crate) term: String,
    /// What is so, one paragraph each.
    pub(crate) says: Vec<String>,
}

impl Definition {
    /// Pairs a term with what there is to say about it.
    pub(crate) fn new(term: impl Into<String>, says: Vec<String>) -> Self {
        let term = term.into();
        Self { term, says }
    }
}

/// One row of any other table; the template has the head of the columns.
pub(crate) type Row = Vec<String>;

/// A two-column table in the making. Labels are asked for by the ids of their phrases.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    said: Said<'a>,
    rows: Vec<Fact>,
}

impl<'a> Facts<'a> {
    /// Begins a table about the record that the trail is at.
    pub(crate) fn of(said: Said<'a>) -> Self {
        Self {
            said,
            rows: Vec::new(),
        }
    }

    /// Returns the words of the document.
    pub(crate) fn words(&self) -> Words {
        self.said.words()
    }

    /// Returns the trail at the record, for words that several fields supply.
    pub(crate) fn said(&mut self) -> &mut Said<'a> {
        &mut self.said
    }

    /// Adds a row for a field that everybody is asked for.
    pub(crate) fn ask<T: Shown>(&mut self, label: &str, name: &str, field: &Field<T>) {
        let words = self.words();
        self.ask_as(label, name, field, |value| value.shown(words));
    }

    /// The same for a value that needs words of its own.
    pub(crate) fn ask_as<T>(
        &mut self,
        label: &str,
        name: &str,
        field: &Field<T>,
        words: impl FnOnce(&T) -> String,
    ) {
        let says = self.said.field_as(name, field, words);
        self.add(label, says);
    }

    /// The same for a list of groups: the words of each, one after the other.
    pub(crate) fn ask_each<T>(
        &mut self,
        label: &str,
        name: &str,
        field: &Field<List<T>>,
        words: impl Fn(&T) -> String,
    ) {
        let own = self.words();
        self.ask_as(label, name, field, |list| {
            let each: Vec<String> = list.0.iter().map(|item| words(&item.value)).collect();
            match each.is_empty() {
                true => own.say("none"),
                false => each.join(&own.say("between-long-items")),
            }
        });
    }

    /// Adds a row for a field that only some are asked for, if the record speaks about it.
    pub(crate) fn tell<T: Shown>(&mut self, label: &str, name: &str, field: &Field<T>) {
        let words = self.words();
        self.tell_as(label, name, field, |value| value.shown(words));
    }

    /// Adds the rows of a group of fields, or one row that says why there is no group.
    pub(crate) fn group<T>(
        &mut self,
        label: &str,
        name: &str,
        group: &Field<T>,
        rows: impl FnOnce(&mut Self, &T),
    ) {
        match group.stated() {
            Some(stated) => rows(self, stated),
            None => self.ask_as(label, name, group, |_| String::new()),
        }
    }

    /// The same for a value that needs words of its own.
    pub(crate) fn tell_as<T>(
        &mut self,
        label: &str,
        name: &str,
        field: &Field<T>,
        words: impl FnOnce(&T) -> String,
    ) {
        if field.span().is_some() {
            self.ask_as(label, name, field, words);
        }
    }

    /// Adds the rows of a group that only some are asked for, if the record has it.
    pub(crate) fn tell_group<T>(
        &mut self,
        label: &str,
        name: &str,
        group: &Field<T>,
        rows: impl FnOnce(&mut Self, &T),
    ) {
        if group.span().is_some() {
            self.group(label, name, group, rows);
        }
    }

    /// Adds a row that was worked out and not taken from the record.
    pub(crate) fn add(&mut self, label: &str, says: impl Into<String>) {
        self.rows.push(Fact::new(self.words().say(label), says));
    }

    /// Returns the rows in the order in which they were added.
    pub(crate) fn rows(self) -> Vec<Fact> {
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
        facts.ask("row-owner", "owner", &Field::<String>::Absent);
        facts.tell("row-trade-name", "trade_name", &Field::<String>::Absent);
        facts.group(
            "row-deployment",
            "deployment",
            &Field::<()>::Absent,
            |facts, ()| {
                facts.add("row-form", "not reached");
            },
        );
        let expected = [
            Fact::new("Owner", "missing: owner"),
            Fact::new("Deployment", "missing: deployment"),
        ];
        assert_eq!(facts.rows(), expected);
    }
}
