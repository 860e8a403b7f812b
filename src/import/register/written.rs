//! How the records of a register are written: one document for each system in the order of the register, then the vendors
//! that it names. Comments are one line each, so that no value can end one.

use crate::import::names::public;
use crate::import::register::table::Table;
use crate::import::written::{entry, under_hash_and};
use crate::inventory::id::Id;
use crate::yaml::written::Value;
use std::collections::BTreeMap;

/// A system that is written.
pub(crate) struct Written<'t> {
    /// The register that it stands in.
    pub(crate) table: &'t Table,
    /// The line on which it stands there.
    pub(crate) line: usize,
    /// Its id.
    pub(crate) id: Id,
    /// Fields by their paths.
    pub(crate) fields: Vec<(&'static str, Value)>,
    /// What was not taken over.
    pub(crate) remarks: Vec<String>,
}

/// Returns the text of the file.
pub(crate) fn written(
    map: &str,
    tables: &[Table],
    systems: &[Written],
    vendors: &BTreeMap<Id, String>,
) -> String {
    let mut head = format!(
        "# Made by `actfile import csv-inventory` of actfile {} with the map {} from:\n",
        env!("CARGO_PKG_VERSION"),
        public(map),
    );
    for table in tables {
        head += &format!("#   {}, SHA-256 {}\n", public(&table.name), table.sha256);
    }
    head += "# Records to begin with: what the register says, and no more. Nothing is classified, and what a record does not \
             say\n# is a gap. Edit them as your own; an import does not write over a file that somebody edited.\n";
    let systems = systems.iter().map(document);
    let vendors = vendors.iter().map(|(id, name)| {
        let keys = [("kind", "vendor"), ("id", id.as_str()), ("name", name.as_str())];
        lines(keys.map(|(key, text)| (key, Value::word(text))))
    });
    let documents: Vec<String> = systems.chain(vendors).collect();
    under_hash_and(&head, &documents.join("---\n"))
}

fn document(system: &Written) -> String {
    let place = format!("# {}, line {}\n", public(&system.table.name), system.line);
    let remarks = system.remarks.iter().map(|remark| format!("# {remark}\n"));
    let head = [
        ("kind", Value::word("ai_system")),
        ("id", Value::word(system.id.as_str())),
    ];
    place + &remarks.collect::<String>() + &lines(head.into_iter().chain(nested(&system.fields)))
}

/// Puts fields with a common beginning of their paths into one mapping.
fn nested(fields: &[(&'static str, Value)]) -> Vec<(&'static str, Value)> {
    let mut keys: Vec<(&'static str, Value)> = Vec::new();
    for (path, value) in fields {
        let Some((group, key)) = path.split_once('.') else {
            keys.push((path, value.clone()));
            continue;
        };
        let inner = (key.to_owned(), value.clone());
        match keys.last_mut() {
            Some((last, Value::Table(entries))) if *last == group => entries.push(inner),
            Some(_) | None => keys.push((group, Value::Table(vec![inner]))),
        }
    }
    keys
}

fn lines(keys: impl IntoIterator<Item = (&'static str, Value)>) -> String {
    let lines = keys.into_iter().flat_map(|(key, value)| entry(key, &value, 0));
    lines.fold(String::new(), |text, line| text + &line + "\n")
}
