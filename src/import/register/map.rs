//! The map of a register: which column becomes which field, which words of the register mean which terms, where its rows lie
//! and what their ids are made of. Every problem of a map is reported where it stands, in one run.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::import::register::day::FORMS;
use crate::import::register::fields::{FIELDS, Field, Shape};
use crate::inventory::id::Id;
use crate::source::{Span, Spanned};
use crate::yaml::decode::report_unknown_keys;
use crate::yaml::near::{mismatch, with_terms};
use crate::yaml::node::{Content, Entry, Node};
use std::collections::BTreeMap;

/// What a map says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Map {
    /// The sign between the cells of a row.
    pub(crate) delimiter: Option<char>,
    /// Under which keys of a JSON file its rows lie.
    pub(crate) rows: Vec<String>,
    /// What stands before every id.
    pub(crate) id_prefix: String,
    /// The columns that ids are made of.
    pub(crate) id_columns: Vec<Spanned<String>>,
    /// What becomes of columns, in the order of the fields of a record.
    pub(crate) fields: Vec<Mapped>,
    /// Columns that become remarks which documents do not print.
    pub(crate) notes: Vec<Spanned<String>>,
}

/// A column that becomes a field.
#[derive(Debug, Clone)]
pub(crate) struct Mapped {
    /// The field.
    pub(crate) field: Field,
    /// The column.
    pub(crate) column: Spanned<String>,
    /// What words of the register mean, where they are not taken as they are.
    pub(crate) values: Option<BTreeMap<String, String>>,
    /// How the column writes days.
    pub(crate) day: &'static str,
}

const KEYS: &[&str] = &["delimiter", "fields", "id", "notes", "rows"];
/// What lists the fields of a record.
const LISTS: &str = "`actfile schema ai_system`";
/// Parts of the names of columns that hold persons or ways to reach them.
const PERSONAL: &[&str] = &["contact", "email", "mail", "mobile", "phone", "telephone"];

impl Map {
    /// Returns what a map says, after reporting what is wrong with it.
    pub(crate) fn read(node: &Node, findings: &mut Diagnostics) -> Self {
        let mut reading = Reading { findings };
        let map = reading.map(node);
        reading.report_personal(&map);
        map
    }

    /// Returns every column that the map names, with its place.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &Spanned<String>> {
        let fields = self.fields.iter().map(|mapped| &mapped.column);
        self.id_columns.iter().chain(fields).chain(&self.notes)
    }
}

struct Reading<'f> {
    findings: &'f mut Diagnostics,
}

impl Reading<'_> {
    fn map(&mut self, node: &Node) -> Map {
        let Some(entries) = node.entries() else {
            self.findings
                .add(mismatch(node, "a mapping with `id` and `fields`"));
            return Map::default();
        };
        report_unknown_keys(entries, &[KEYS], LISTS, self.findings);
        let at = |key: &str| node.entry(key).map(|entry| &entry.value);
        let rows = at("rows").and_then(|it| self.word(it));
        let (id_prefix, id_columns) = at("id").map_or_else(Default::default, |it| self.id(it));
        let map = Map {
            delimiter: at("delimiter").and_then(|it| self.delimiter(it)),
            rows: rows.map_or_else(Vec::new, |it| it.value.split('.').map(str::to_owned).collect()),
            id_prefix,
            id_columns,
            fields: at("fields").map_or_else(Vec::new, |it| self.fields(it)),
            notes: at("notes").map_or_else(Vec::new, |it| self.words(it)),
        };
        self.report_missing(node, &map);
        map
    }

    fn word(&mut self, node: &Node) -> Option<Spanned<String>> {
        match &node.content {
            Content::Scalar(scalar) if !scalar.is_nothing() => {
                Some(Spanned::new(scalar.text.clone(), node.span))
            }
            Content::Scalar(_) => {
                let says = "no value, where a text belongs";
                let finding = Diagnostic::at(Code::MissingValue, node.span, says, "empty");
                self.findings
                    .add(finding.help("write the text, or delete the key"));
                None
            }
            Content::List(_) | Content::Table(_) => {
                self.findings.add(mismatch(node, "a text"));
                None
            }
        }
    }

    /// Reads one word, or a list of words.
    fn words(&mut self, node: &Node) -> Vec<Spanned<String>> {
        match &node.content {
            Content::List(items) => items.iter().filter_map(|item| self.word(item)).collect(),
            Content::Scalar(_) | Content::Table(_) => self.word(node).into_iter().collect(),
        }
    }

    fn delimiter(&mut self, node: &Node) -> Option<char> {
        let word = self.word(node)?;
        let sign = match word.value.as_str() {
            "tab" => Some('\t'),
            text => text.chars().next().filter(|_| text.chars().count() == 1),
        };
        let is_usable = |c: &char| !c.is_alphanumeric() && !matches!(c, '"' | '\n' | '\r');
        let usable = sign.filter(is_usable);
        if usable.is_none() {
            let says = format!("`{}` is no sign that can stand between cells", word.value);
            let finding = Diagnostic::at(Code::UnknownTerm, word.span, says, "not a delimiter");
            self.findings
                .add(finding.help("write one sign such as `\",\"` or `\";\"`, or `tab`"));
        }
        usable
    }

    /// Reads columns, or columns with a prefix.
    fn id(&mut self, node: &Node) -> (String, Vec<Spanned<String>>) {
        let Some(entries) = node.entries() else {
            return (String::new(), self.words(node));
        };
        report_unknown_keys(entries, &[&["columns", "prefix"]], LISTS, self.findings);
        let prefix = node.entry("prefix").and_then(|entry| self.prefix(&entry.value));
        let columns = node.entry("columns").map(|entry| self.words(&entry.value));
        (prefix.unwrap_or_default(), columns.unwrap_or_default())
    }

    fn prefix(&mut self, node: &Node) -> Option<String> {
        let word = self.word(node)?;
        if format!("{}a", word.value).parse::<Id>().is_err() {
            let says = format!("no id can begin with `{}`", word.value);
            let finding = Diagnostic::at(Code::BadId, word.span, says, "not the beginning of an id");
            self.findings
                .add(finding.help("an id is made of a-z, 0-9 and -, such as `ours-`"));
        }
        Some(word.value)
    }

    fn fields(&mut self, node: &Node) -> Vec<Mapped> {
        let Some(entries) = node.entries() else {
            self.findings
                .add(mismatch(node, "a mapping of fields to columns"));
            return Vec::new();
        };
        let known: Vec<&str> = FIELDS.iter().map(|(path, _)| *path).collect();
        report_unknown_keys(entries, &[&known], LISTS, self.findings);
        let said = |field: &Field| entries.iter().find(|entry| entry.key.value == field.0);
        let fields = FIELDS.iter().filter_map(|field| Some((*field, said(field)?)));
        fields
            .filter_map(|(field, entry)| self.mapped(field, &entry.value))
            .collect()
    }

    fn mapped(&mut self, field: Field, node: &Node) -> Option<Mapped> {
        let Some(entries) = node.entries() else {
            return Some(Mapped {
                field,
                column: self.word(node)?,
                values: None,
                day: FORMS[0],
            });
        };
        let keys: &[&str] = match field.1 {
            Shape::Day => &["column", "day"],
            Shape::Text | Shape::Purpose | Shape::Vendor | Shape::Truth | Shape::Term(_) => {
                &["column", "values"]
            }
        };
        report_unknown_keys(entries, &[keys], LISTS, self.findings);
        let at = |key: &str| node.entry(key).map(|entry| &entry.value);
        let values = at("values").map(|values| self.values(field, values));
        let day = at("day").and_then(|day| self.day(day));
        let Some(column) = at("column") else {
            let says = format!("the map does not say which column becomes `{}`", field.0);
            let finding = Diagnostic::at(Code::MissingValue, node.span, says, "without `column`");
            self.findings
                .add(finding.help("write `column: NAME`, as the first row of the register has it"));
            return None;
        };
        Some(Mapped {
            field,
            column: self.word(column)?,
            values,
            day: day.unwrap_or(FORMS[0]),
        })
    }

    fn day(&mut self, node: &Node) -> Option<&'static str> {
        let word = self.word(node)?;
        self.term(&word, FORMS)
    }

    /// Reports a word that is none of the allowed ones.
    fn term(&mut self, word: &Spanned<String>, allowed: &[&'static str]) -> Option<&'static str> {
        let meant = allowed.iter().find(|term| **term == word.value).copied();
        if meant.is_none() {
            let says = format!("`{}` is not allowed here", word.value);
            let finding = Diagnostic::at(Code::UnknownTerm, word.span, says, "not one of the terms");
            self.findings.add(with_terms(finding, &word.value, allowed));
        }
        meant
    }

    fn values(&mut self, field: Field, node: &Node) -> BTreeMap<String, String> {
        let Some(entries) = node.entries() else {
            self.findings
                .add(mismatch(node, "a mapping of words of the register to values"));
            return BTreeMap::new();
        };
        let allowed = field.1.words();
        let meaning = |Entry { key, value }: &Entry| {
            let word = self.word(value)?;
            let is_allowed = allowed
                .as_ref()
                .is_none_or(|allowed| self.term(&word, allowed).is_some());
            is_allowed.then(|| (key.value.trim().to_owned(), word.value))
        };
        entries.iter().filter_map(meaning).collect()
    }

    fn report_missing(&mut self, node: &Node, map: &Map) {
        let mut missing = |key: &str, advice: &str| {
            let says = format!("the map does not say which column holds the {key} of a system");
            let finding = Diagnostic::at(Code::MissingIdentity, start_of(node), says, "a map begins here");
            self.findings.add(finding.help(advice));
        };
        if map.id_columns.is_empty() {
            missing("id", "add `id: {prefix: ours-, columns: [COLUMN]}`");
        }
        if !map.fields.iter().any(|mapped| mapped.field.0 == "name") {
            missing("name", "add `name: COLUMN` under `fields`");
        }
    }

    /// A column that names persons is refused before any of its cells is read.
    fn report_personal(&mut self, map: &Map) {
        for column in map.columns().filter(|column| is_personal(&column.value)) {
            let says = format!(
                "`{}` is a column of persons or of ways to reach them",
                column.value
            );
            let finding = Diagnostic::at(Code::PersonalColumn, column.span, says, "not taken over");
            self.findings.add(finding.help(
                "leave the column out: records name roles, such as `Head of Engineering`, and no persons",
            ));
        }
    }
}

fn start_of(node: &Node) -> Span {
    Span {
        end: node.span.start,
        ..node.span
    }
}

fn is_personal(column: &str) -> bool {
    let lower = column.to_lowercase().replace("e-mail", "email");
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| PERSONAL.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_persons_are_known_by_their_names() {
        for column in [
            "contact_email",
            "Contact",
            "E-Mail",
            "owner phone",
            "Mail address",
        ] {
            assert!(is_personal(column), "{column}");
        }
        for column in [
            "use_case_name",
            "Contractor",
            "emailing_system",
            "has_pii",
            "agency_bureau",
        ] {
            assert!(!is_personal(column), "{column}");
        }
    }
}
