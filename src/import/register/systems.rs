//! A record of a register becomes an `ai_system`: what its columns say under the fields that the map names. An empty cell is
//! an absent field, and so is a cell that its field does not take; that is remarked beside the record and counted. What
//! points to a person or holds a secret goes no further.

use crate::import::names::public;
use crate::import::register::day::day;
use crate::import::register::fields::Shape;
use crate::import::register::map::{Map, Mapped};
use crate::import::register::table::{Cell, Record, Table};
use crate::inventory::screen::evidence;
use crate::source::{Span, Spanned};
use crate::term::slug;
use crate::yaml::characters::forbidden;
use crate::yaml::decode::LONGEST_PROSE;
use crate::yaml::parse::LONGEST_SCALAR;
use crate::yaml::written::Value;
use std::collections::BTreeMap;

/// What a record of a register came to.
#[derive(Debug, Clone)]
pub(crate) struct System {
    /// Fields by their paths, in the order in which they are written, without the id.
    pub(crate) fields: Vec<(&'static str, Value)>,
    /// The vendor that the register names, and the id of its record.
    pub(crate) vendor: Option<(String, String)>,
    /// What could not be taken over, one line each.
    pub(crate) remarks: Vec<String>,
}

/// A column with its place in the map, and what it was to become.
pub(crate) type Column = (Span, String, &'static str);

/// What could not be taken over from all registers, by column.
#[derive(Debug, Clone, Default)]
pub(crate) struct LeftOut {
    /// What cells hold that their field does not take, and how many of them.
    pub(crate) unread: BTreeMap<Column, BTreeMap<String, usize>>,
    /// Cells that point to a person or hold a secret.
    pub(crate) withheld: BTreeMap<Column, usize>,
}

/// What a cell gives to its field.
enum Taken {
    Value(String),
    Nothing,
    Unread(String),
    Withheld(&'static str),
}

/// Returns what a record comes to; what is left out is counted beside it.
pub(crate) fn system(map: &Map, table: &Table, record: &Record, left_out: &mut LeftOut) -> System {
    let mut reading = Reading {
        table,
        record,
        left_out,
        system: System {
            fields: Vec::new(),
            vendor: None,
            remarks: Vec::new(),
        },
    };
    map.fields.iter().for_each(|mapped| reading.field(mapped));
    reading.notes(&map.notes);
    reading.system
}

/// Returns the slug of the columns that an id is made of; it may be empty.
pub(crate) fn id_of(map: &Map, record: &Record) -> String {
    let cells = map.id_columns.iter().filter_map(|it| record.cells.get(&it.value));
    let texts = cells.filter_map(|cell| match cell {
        Cell::Text(text) if evidence::what(text).is_none() => Some(text.as_str()),
        Cell::Text(_) | Cell::Nested => None,
    });
    slug(&texts.collect::<Vec<_>>().join("-"))
}

struct Reading<'r> {
    table: &'r Table,
    record: &'r Record,
    left_out: &'r mut LeftOut,
    system: System,
}

impl Reading<'_> {
    fn field(&mut self, mapped: &Mapped) {
        let (path, shape) = mapped.field;
        let cell = self.record.cells.get(&mapped.column.value);
        let taken = match taken(cell) {
            Taken::Value(text) => meaning(mapped, &text),
            Taken::Nothing => Taken::Nothing,
            Taken::Unread(what) => Taken::Unread(what),
            Taken::Withheld(what) => Taken::Withheld(what),
        };
        if let Some(text) = self.told(&mapped.column, path, taken) {
            let value = self.value(shape, &mapped.column.value, text);
            self.system.fields.push((path, value));
        }
    }

    fn value(&mut self, shape: Shape, column: &str, text: String) -> Value {
        match shape {
            Shape::Text | Shape::Truth | Shape::Day | Shape::Term(_) => Value::word(text),
            Shape::Purpose => Value::table([
                ("text", Value::word(text)),
                (
                    "source",
                    Value::word(format!("{}, column {column}", public(&self.table.name))),
                ),
            ]),
            Shape::Vendor => {
                let id = vendor_id(&text);
                self.system.vendor = Some((id.clone(), text));
                Value::word(id)
            }
        }
    }

    /// Returns the text that is taken over; what is left out is remarked and counted.
    fn told(&mut self, column: &Spanned<String>, path: &'static str, taken: Taken) -> Option<String> {
        let key = || (column.span, column.value.clone(), path);
        match taken {
            Taken::Value(text) => return Some(text),
            Taken::Nothing => {}
            Taken::Unread(what) => {
                let remark = format!(
                    "column `{}` holds {what}; `{path}` stays open",
                    public(&column.value)
                );
                self.system.remarks.push(remark);
                let kinds = self.left_out.unread.entry(key()).or_default();
                *kinds.entry(what).or_default() += 1;
            }
            Taken::Withheld(what) => {
                let remark = format!("column `{}` holds {what} and is left out", public(&column.value));
                self.system.remarks.push(remark);
                *self.left_out.withheld.entry(key()).or_default() += 1;
            }
        }
        None
    }

    /// Remarks that documents do not print: words of others that are no statement of ours.
    fn notes(&mut self, columns: &[Spanned<String>]) {
        let mut notes = Vec::new();
        for column in columns {
            let taken = taken(self.record.cells.get(&column.value));
            let text = self.told(column, "notes", taken);
            notes.extend(text.map(|text| format!("{}: {text}", column.value)));
        }
        let notes = notes.join("; ");
        let (first, is_long) = (columns.first(), is_too_long(&notes));
        match (first, is_long) {
            (Some(first), true) => drop(self.told(first, "notes", Taken::Unread(TOO_LONG.to_owned()))),
            (Some(_), false) if !notes.is_empty() => {
                self.system.fields.push(("notes", Value::word(notes)));
            }
            (Some(_) | None, _) => {}
        }
    }
}

const TOO_LONG: &str = "a text that is longer than a field takes";

fn is_too_long(text: &str) -> bool {
    text.chars().count() > LONGEST_PROSE || text.len() > LONGEST_SCALAR
}

/// Looks at a cell before anything else is done with it.
fn taken(cell: Option<&Cell>) -> Taken {
    let text = match cell {
        None => return Taken::Nothing,
        Some(Cell::Nested) => return Taken::Unread("more than a single value".to_owned()),
        Some(Cell::Text(text)) => text,
    };
    let character = text.chars().find_map(forbidden);
    match (evidence::what(text), character) {
        (Some(what), _) => Taken::Withheld(what),
        (None, Some(family)) => Taken::Unread(format!("{family}, which no record may hold")),
        (None, None) if is_too_long(text) => Taken::Unread(TOO_LONG.to_owned()),
        (None, None) => Taken::Value(text.clone()),
    }
}

/// Returns what the text of a cell means for its field. What the map does not know is never guessed.
fn meaning(mapped: &Mapped, text: &str) -> Taken {
    let known = match &mapped.values {
        Some(values) => values.get(text).cloned(),
        None => match (mapped.field.1, mapped.field.1.words()) {
            (Shape::Day, _) => day(text, mapped.day).map(|day| day.to_string()),
            (Shape::Vendor, _) => Some(text.to_owned()).filter(|text| !slug(text).is_empty()),
            (_, None) => Some(text.to_owned()),
            (_, Some(words)) => words.contains(&text).then(|| text.to_owned()),
        },
    };
    known.map_or_else(|| Taken::Unread(format!("`{}`", shown(text))), Taken::Value)
}

/// Vendors whose names differ only in case and signs are one.
fn vendor_id(name: &str) -> String {
    const LONGEST: usize = 50;
    let slug = slug(name);
    let cut = slug.get(..LONGEST).unwrap_or(&slug);
    format!("vendor-{}", cut.trim_end_matches('-'))
}

/// Returns the beginning of a text on one line.
fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let line: String = text
        .chars()
        .map(|c| if c.is_control() || c == '`' { ' ' } else { c })
        .take(LONGEST)
        .collect();
    match text.chars().count() > LONGEST {
        true => format!("{line}..."),
        false => line,
    }
}
