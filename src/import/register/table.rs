//! A register as a table: CSV by its first row, JSON by the keys of its objects. What stands nested in a cell is not read.
//! No finding shows a line of a register, for persons stand in registers.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::import::register::map::Map;
use crate::import::register::separated::{Broken, Row, rows};
use crate::read::hex;
use crate::sbom::json::{self, Fault};
use crate::source::{FileId, SourceFile, SourceMap};
use crate::yaml::node::{Content, Node};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The most rows of one register that are reported as broken.
const MOST_REPORTED: usize = 50;
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The bytes of a register under the name of its file, without folders.
#[derive(Debug, Clone)]
pub struct Register {
    /// The name.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A register that has been read.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// The name of its file.
    pub(crate) name: String,
    /// The SHA-256 of the file, in hex.
    pub(crate) sha256: String,
    /// Its columns, in their order.
    pub(crate) columns: Vec<String>,
    /// Its records.
    pub(crate) records: Vec<Record>,
}

/// A record of a register: what stands under which column, and on which line it begins.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// The line, from 1.
    pub(crate) line: usize,
    /// Cells that hold something, by column.
    pub(crate) cells: BTreeMap<String, Cell>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// A text without blanks around it.
    Text(String),
    /// Something that is no single text.
    Nested,
}

impl Register {
    /// Returns the register as a table, or nothing after reporting why it cannot be read.
    pub(crate) fn read(&self, map: &Map, findings: &mut Diagnostics) -> Option<Table> {
        let bytes = self.bytes.strip_prefix(MARK).unwrap_or(&self.bytes);
        let Ok(text) = std::str::from_utf8(bytes) else {
            findings.add(self.not_utf8(bytes));
            return None;
        };
        let is_json = text.trim_start().starts_with(['[', '{']);
        let (columns, records) = match is_json {
            true => self.objects(text, map, findings)?,
            false => self.separated(text, map, findings)?,
        };
        Some(Table {
            name: self.name.clone(),
            sha256: hex(&Sha256::digest(&self.bytes)),
            columns,
            records,
        })
    }

    fn not_utf8(&self, bytes: &[u8]) -> Diagnostic {
        let good = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let line = bytes[..good].iter().filter(|byte| **byte == b'\n').count() + 1;
        let says = "the register is not UTF-8 text";
        let finding = Diagnostic::about(Code::NotUtf8, self.at(line), says);
        finding.help("save it again as \"CSV UTF-8\"; in another encoding letters would be read as others")
    }

    fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.name)
    }

    fn broken(&self, line: usize, says: impl Into<String>) -> Diagnostic {
        Diagnostic::about(Code::BrokenRegister, self.at(line), says)
    }

    fn separated(
        &self,
        text: &str,
        map: &Map,
        findings: &mut Diagnostics,
    ) -> Option<(Vec<String>, Vec<Record>)> {
        let mut rows = match rows(text, map.delimiter) {
            Ok(rows) => rows.into_iter(),
            Err(Broken { line, why }) => {
                let finding = self.broken(line, format!("the register cannot be read: {why}"));
                findings.add(finding.help(
                    "export the register again; quotes stand around a whole cell, and twice inside it",
                ));
                return None;
            }
        };
        let Some(heading) = rows.next() else {
            findings.add(
                self.broken(1, "the register is empty")
                    .help("its first row names the columns"),
            );
            return None;
        };
        let columns: Vec<String> = heading.cells.iter().map(|cell| cell.trim().to_owned()).collect();
        self.report_twice(&columns, map, findings);
        let (whole, uneven): (Vec<Row>, Vec<Row>) = rows.partition(|row| row.cells.len() == columns.len());
        for row in uneven.iter().take(MOST_REPORTED) {
            let says = format!(
                "the row has {} cells, and the heading {}",
                row.cells.len(),
                columns.len()
            );
            let finding = self.broken(row.line, says);
            findings.add(finding.help("a cell with a delimiter or a line break in it stands in quotes"));
        }
        let records = whole.into_iter().map(|row| record(&columns, row));
        let records = records.collect();
        Some((columns, records))
    }

    /// Two columns of one name matter only where the map means one of them.
    fn report_twice(&self, columns: &[String], map: &Map, findings: &mut Diagnostics) {
        for column in map.columns() {
            if columns.iter().filter(|known| **known == column.value).count() > 1 {
                let says = format!("two columns of `{}` are called `{}`", self.name, column.value);
                let finding = Diagnostic::at(Code::MissingColumn, column.span, says, "which of the two?");
                findings.add(finding.help("rename one of them in the first row of the register"));
            }
        }
    }

    fn objects(
        &self,
        text: &str,
        map: &Map,
        findings: &mut Diagnostics,
    ) -> Option<(Vec<String>, Vec<Record>)> {
        let mut sources = SourceMap::default();
        let file = sources.add(SourceFile {
            path: self.name.clone(),
            text: text.to_owned(),
            n_bytes: text.len() as u64,
            sha256: String::new(),
        });
        let rows = self.array(&sources, file, map, findings)?;
        let (mut columns, mut records) = (Vec::new(), Vec::new());
        for row in rows {
            let line = sources.place(row.span).line;
            let Some(entries) = row.entries() else {
                findings.add(self.broken(line, "a record is no JSON object").help(ROWS));
                continue;
            };
            let known: Vec<String> = entries.iter().map(|entry| entry.key.value.clone()).collect();
            columns.extend(
                known
                    .into_iter()
                    .filter(|key| !columns.contains(key))
                    .collect::<Vec<_>>(),
            );
            let cells = entries.iter();
            let cells = cells.filter_map(|entry| Some((entry.key.value.clone(), cell(&entry.value)?)));
            records.push(Record {
                line,
                cells: cells.collect(),
            });
        }
        Some((columns, records))
    }

    /// Returns the records of a JSON text: an array, or what stands under the keys that the map names.
    fn array(
        &self,
        sources: &SourceMap,
        file: FileId,
        map: &Map,
        findings: &mut Diagnostics,
    ) -> Option<Vec<Node>> {
        let mut node = match json::parse(file, &sources.file(file).text) {
            Ok(node) => node,
            Err(fault) => {
                let (at, why) = match fault {
                    Fault::Broken(at, why) => (at, why.to_owned()),
                    Fault::TooMuch(at, why) => (at, why),
                    Fault::Twice(at, _) => (at, "a key stands twice".to_owned()),
                };
                let line = sources.place(at).line;
                let finding = self.broken(line, format!("the register is no JSON: {why}"));
                findings.add(finding.help("export the register again"));
                return None;
            }
        };
        for key in &map.rows {
            let found = node.entry(key).map(|entry| entry.value.clone());
            node = found.unwrap_or(Node {
                span: node.span,
                content: Content::Table(Vec::new()),
            });
        }
        match node.content {
            Content::List(items) => Some(items),
            Content::Scalar(_) | Content::Table(_) => {
                let line = sources.place(node.span).line;
                findings.add(self.broken(line, "no list of records stands here").help(ROWS));
                None
            }
        }
    }
}

const ROWS: &str = "a JSON register is a list of objects; where the list lies below other keys, the map says it: `rows: records`";

fn record(columns: &[String], row: Row) -> Record {
    let cells = columns.iter().zip(row.cells);
    let texts = cells.filter_map(|(column, cell)| Some((column.clone(), text(&cell)?)));
    Record {
        line: row.line,
        cells: texts.collect(),
    }
}

fn text(cell: &str) -> Option<Cell> {
    let text = cell.trim();
    (!text.is_empty()).then(|| Cell::Text(text.to_owned()))
}

/// A list of single values is one text; an empty list says nothing.
fn cell(node: &Node) -> Option<Cell> {
    match &node.content {
        Content::Scalar(scalar) if scalar.is_nothing() => None,
        Content::Scalar(scalar) => text(&scalar.text),
        Content::List(items) => {
            let texts: Option<Vec<String>> = items
                .iter()
                .map(|item| match cell(item) {
                    Some(Cell::Text(text)) => Some(text),
                    Some(Cell::Nested) | None => None,
                })
                .collect();
            texts.map_or(Some(Cell::Nested), |texts| text(&texts.join(", ")))
        }
        Content::Table(_) => Some(Cell::Nested),
    }
}
