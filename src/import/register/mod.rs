//! A register of AI systems that an organisation or authority already keeps becomes the text of `ai_system` records to begin
//! with, by a map that a person writes: CSV, or JSON with a list of objects. Nothing is classified and nothing is made up:
//! an empty cell is an absent field, and a word that the map does not know is told and left open.

mod day;
mod fields;
mod gathered;
mod map;
mod separated;
mod systems;
pub mod table;
mod written;

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::import::register::gathered::Gathered;
use crate::import::register::map::Map;
use crate::import::register::table::{Register, Table};
use crate::import::register::written::written;
use crate::read::LARGEST_FILE;
use crate::source::{FileId, SourceMap};
use crate::yaml::decode::nearest;
use crate::yaml::parse::parse;

/// The largest register that is read, in bytes.
pub const LARGEST_REGISTER: usize = 32 * 1024 * 1024;

/// Records of registers, and how many there are.
#[derive(Debug, Clone)]
pub struct Systems {
    /// The text of the file.
    pub text: String,
    /// The systems in it.
    pub n_systems: usize,
    /// The vendors in it.
    pub n_vendors: usize,
}

/// Returns the records that registers come to by a map; nothing after reporting why there are none.
pub fn system_records(
    sources: &SourceMap,
    map: FileId,
    registers: &[Register],
    findings: &mut Diagnostics,
) -> Option<Systems> {
    let source = sources.file(map);
    let mapped = map_of(map, &source.text, findings)?;
    let tables = registers.iter().filter_map(|it| it.read(&mapped, findings));
    let tables: Vec<Table> = tables.collect();
    tables
        .iter()
        .for_each(|table| report_missing(&mapped, table, findings));
    if !findings.has_errors() {
        tables.iter().for_each(|table| report_empty(table, findings));
    }
    if findings.has_errors() {
        return None;
    }
    let mut gathered = Gathered::default();
    for table in &tables {
        for record in &table.records {
            gathered.add(&mapped, table, record);
        }
    }
    gathered.report(findings);
    let text = written(&source.path, &tables, &gathered.systems, &gathered.vendors);
    report_size(&text, findings);
    let has_errors = findings.has_errors();
    (!has_errors).then_some(Systems {
        text,
        n_systems: gathered.systems.len(),
        n_vendors: gathered.vendors.len(),
    })
}

fn map_of(file: FileId, text: &str, findings: &mut Diagnostics) -> Option<Map> {
    let nodes = parse(file, text, findings);
    if findings.has_errors() {
        return None;
    }
    let [node] = nodes.as_slice() else {
        let says = "the map has to be one mapping with `id` and `fields`";
        let finding = Diagnostic::about(Code::WrongType, "", says);
        findings.add(finding.help("`actfile import csv-inventory --help` shows how a map is written"));
        return None;
    };
    let map = Map::read(node, findings);
    let has_errors = findings.has_errors();
    (!has_errors).then_some(map)
}

fn report_missing(map: &Map, table: &Table, findings: &mut Diagnostics) {
    for column in map.columns().filter(|it| !table.columns.contains(&it.value)) {
        let says = format!("`{}` has no column `{}`", table.name, column.value);
        let finding = Diagnostic::at(Code::MissingColumn, column.span, says, "named here");
        let near = nearest(&column.value, table.columns.iter().map(String::as_str));
        findings.add(match near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("write the name as the first row of the register has it; in JSON, the key"),
        });
    }
}

/// A file without a record would be written as if the register said that there are no systems.
fn report_empty(table: &Table, findings: &mut Diagnostics) {
    if table.records.is_empty() {
        let says = "the register has a heading and no record";
        let finding = Diagnostic::about(Code::BrokenRegister, table.name.as_str(), says);
        findings.add(finding.help("make the export again, or leave this file out"));
    }
}

/// An inventory file has bounds, and a file beyond them would not be read.
fn report_size(text: &str, findings: &mut Diagnostics) {
    if text.len() > LARGEST_FILE {
        let n_bytes = text.len();
        let says =
            format!("the records come to {n_bytes} bytes, and an inventory file has at most {LARGEST_FILE}");
        let finding = Diagnostic::about(Code::FileTooLarge, "", says);
        findings.add(finding.help("split the register, and import each part into a file of its own"));
    }
}
