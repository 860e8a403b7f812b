//! All systems of some registers, with an id for each: what has no name or no id is reported with its line, and so are two
//! rows that come to one id. What columns hold that could not be taken over is told once for each column.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::import::register::map::Map;
use crate::import::register::systems::{Column, LeftOut, id_of, system};
use crate::import::register::table::{Record, Table};
use crate::import::register::written::Written;
use crate::inventory::id::{Id, LONGEST_ID};
use crate::inventory::kind::LONGEST_NAME;
use crate::yaml::written::Value;
use std::collections::BTreeMap;

/// The most rows of one kind that are reported.
const MOST_REPORTED: usize = 50;

/// What registers came to.
#[derive(Default)]
pub(crate) struct Gathered<'t> {
    /// The systems, in the order of the registers.
    pub(crate) systems: Vec<Written<'t>>,
    /// The vendors that they name, by the ids of their records.
    pub(crate) vendors: BTreeMap<Id, String>,
    left_out: LeftOut,
    nameless: Vec<Diagnostic>,
}

impl<'t> Gathered<'t> {
    /// Adds a record of a register.
    pub(crate) fn add(&mut self, map: &Map, table: &'t Table, record: &Record) {
        let system = system(map, table, record, &mut self.left_out);
        let place = || format!("{}:{}", table.name, record.line);
        if let Some((says, advice)) = wrong_name(&system.fields) {
            self.nameless
                .push(Diagnostic::about(Code::NamelessRow, place(), says).help(advice));
        }
        if let Some((id, name)) = system.vendor {
            let id = id.parse().ok();
            id.map(|id| self.vendors.entry(id).or_insert(name));
        }
        match id(map, record) {
            Ok(id) => self.systems.push(Written {
                table,
                line: record.line,
                id,
                fields: system.fields,
                remarks: system.remarks,
            }),
            Err((says, advice)) => self
                .nameless
                .push(Diagnostic::about(Code::NamelessRow, place(), says).help(advice)),
        }
    }

    /// Reports what was left out and what cannot be written.
    pub(crate) fn report(&self, findings: &mut Diagnostics) {
        let nameless = self.nameless.iter().take(MOST_REPORTED).cloned();
        let same = self.same_ids();
        let same = same.into_iter().take(MOST_REPORTED);
        nameless.chain(same).for_each(|finding| findings.add(finding));
        let unread = self
            .left_out
            .unread
            .iter()
            .map(|(column, kinds)| unread(column, kinds));
        let withheld = self.left_out.withheld.iter();
        let withheld = withheld.map(|(column, n_cells)| withheld_cells(column, *n_cells));
        unread.chain(withheld).for_each(|finding| findings.add(finding));
    }

    fn same_ids(&self) -> Vec<Diagnostic> {
        let vendors = self
            .vendors
            .keys()
            .map(|id| (id, "the record of a vendor".to_owned()));
        let mut known: BTreeMap<&Id, String> = vendors.collect();
        let mut same = Vec::new();
        for system in &self.systems {
            let place = format!("{}:{}", system.table.name, system.line);
            if let Some(first) = known.get(&system.id) {
                let says = format!("the row becomes `{}`, as does {first}", system.id);
                same.push(
                    Diagnostic::about(Code::DuplicateId, place, says).help(
                        "name a column in `id` that differs in every row, or several that do so together",
                    ),
                );
                continue;
            }
            known.insert(&system.id, place);
        }
        same
    }
}

/// Returns what is wrong with the name of a system, and what to do about it.
fn wrong_name(fields: &[(&'static str, Value)]) -> Option<(String, &'static str)> {
    let name = fields.iter().find_map(|(path, value)| match value {
        Value::Word(name) if *path == "name" => Some(name.chars().count()),
        Value::Word(_) | Value::List(_) | Value::Table(_) => None,
    });
    match name {
        None => Some((
            "the row has no name for its system".to_owned(),
            "write a name in the column, or map another one to `name`",
        )),
        Some(n) if n > LONGEST_NAME => Some((
            format!("the row has a name of {n} characters; a name has at most {LONGEST_NAME}"),
            "shorten it, or map another column to `name` and this one to `description`",
        )),
        Some(_) => None,
    }
}

fn id(map: &Map, record: &Record) -> Result<Id, (String, &'static str)> {
    let slug = id_of(map, record);
    if slug.is_empty() {
        return Err((
            "the row has nothing that an id can be made of".to_owned(),
            "name columns with letters a to z or digits in `id`",
        ));
    }
    let id = format!("{}{slug}", map.id_prefix);
    let cut = id.get(..LONGEST_ID).unwrap_or(&id).trim_end_matches('-');
    cut.parse().map_err(|why| (why, "put a `prefix` before the ids"))
}

fn unread((at, column, path): &Column, kinds: &BTreeMap<String, usize>) -> Diagnostic {
    let (cells, hold) = match kinds.values().sum() {
        1 => ("1 cell".to_owned(), "holds"),
        n => (format!("{n} cells"), "hold"),
    };
    let says = format!(
        "{cells} of `{column}` {hold} what `{path}` does not take: {}",
        told(kinds)
    );
    let finding = Diagnostic::at(Code::UnreadCells, *at, says, "left open there");
    finding.help(
        "say under `values` what the words mean, or under `day` how days are written; or answer the field in the record",
    )
}

fn withheld_cells((at, column, path): &Column, n_cells: usize) -> Diagnostic {
    let says = match n_cells {
        1 => {
            format!("1 cell of `{column}` points to a person or holds a secret, and is left out of `{path}`")
        }
        n => {
            format!("{n} cells of `{column}` point to persons or hold secrets, and are left out of `{path}`")
        }
    };
    let finding = Diagnostic::at(Code::WithheldCells, *at, says, "left out there");
    finding.help("write a role, or a text without it, into the record")
}

/// Returns what cells hold, the most frequent first.
fn told(kinds: &BTreeMap<String, usize>) -> String {
    const MOST: usize = 8;
    let mut sorted: Vec<(&String, &usize)> = kinds.iter().collect();
    sorted.sort_by_key(|(what, n)| (usize::MAX - **n, *what));
    let shown = sorted.iter().take(MOST).map(|(what, n)| format!("{what} ({n})"));
    let mut parts: Vec<String> = shown.collect();
    if sorted.len() > MOST {
        parts.push(format!("and {} more", sorted.len() - MOST));
    }
    parts.join(", ")
}
