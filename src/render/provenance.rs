//! `provenance.json`: where each statement of each document stands in the inventory, and back. An auditor opens the
//! file at the line and reads the source of a sentence.

use crate::documents::document::{Document, Statement};
use crate::failure::Failure;
use crate::render::lines::in_lines;
use crate::source::{SourceFile, SourceMap};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The name of the file.
pub const PROVENANCE: &str = "provenance.json";

/// A statement, and all that repeat one place, stand in a line each: inside of this many objects and lists.
const DEEPEST: usize = 4;

#[derive(Serialize)]
struct Provenance<'a> {
    format: &'static str,
    build_id: &'a str,
    /// Document, section, statements in the order of the document.
    documents: BTreeMap<&'a str, BTreeMap<&'a str, Vec<Traced<'a>>>>,
    /// Input file, `line:column`, the sections that repeat what stands there.
    sources: BTreeMap<&'a str, Source<'a>>,
}

#[derive(Serialize)]
struct Traced<'a> {
    says: &'a str,
    record: &'a str,
    field: &'a str,
    at: String,
}

#[derive(Serialize)]
struct Source<'a> {
    sha256: &'a str,
    places: BTreeMap<Place, BTreeSet<String>>,
}

/// A line and column that sort as numbers and print as `line:column`.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place(usize, usize);

impl Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}:{}", self.0, self.1))
    }
}

/// Returns the file for documents, each with its path and its statements; it lists every inventory file, also one that
/// nothing repeats.
///
/// # Errors
/// Fails when JSON cannot be written, which is a fault of this program.
pub fn provenance<'a>(
    documents: impl IntoIterator<Item = (&'a str, &'a [Statement])>,
    sources: &'a SourceMap,
    build_id: &'a str,
) -> Result<Vec<u8>, Failure> {
    let mut file = Provenance::new(build_id);
    sources.files().iter().for_each(|source| file.list(source));
    for (path, statements) in documents {
        file.trace(path, statements, sources);
    }
    file.written()
}

/// Returns the part of one document; it lists only the inventory files that the document repeats.
///
/// # Errors
/// Fails when JSON cannot be written, which is a fault of this program.
pub fn part(document: &Document, sources: &SourceMap, build_id: &str) -> Result<Vec<u8>, Failure> {
    let mut file = Provenance::new(build_id);
    let fed = document.statements.iter().map(|statement| statement.at.file);
    fed.for_each(|id| file.list(sources.file(id)));
    file.trace(&document.path, &document.statements, sources);
    file.written()
}

impl<'a> Provenance<'a> {
    fn new(build_id: &'a str) -> Self {
        Self {
            format: "actfile-provenance/1",
            build_id,
            documents: BTreeMap::new(),
            sources: BTreeMap::new(),
        }
    }

    fn list(&mut self, file: &'a SourceFile) {
        self.sources.entry(&file.path).or_insert(Source {
            sha256: &file.sha256,
            places: BTreeMap::new(),
        });
    }

    fn trace(&mut self, path: &'a str, statements: &'a [Statement], sources: &SourceMap) {
        let sections = self.documents.entry(path).or_default();
        for statement in statements {
            let place = sources.place(statement.at);
            let said = Traced {
                says: &statement.says,
                record: &statement.record,
                field: &statement.field,
                at: place.to_string(),
            };
            sections.entry(&statement.section).or_default().push(said);
            if let Some(source) = self.sources.get_mut(place.path.as_str()) {
                let repeats = source.places.entry(Place(place.line, place.column)).or_default();
                repeats.insert(format!("{path}#{}", statement.section));
            }
        }
    }

    fn written(&self) -> Result<Vec<u8>, Failure> {
        in_lines(self, DEEPEST).map_err(|error| Failure::Internal {
            room: "render",
            message: error.to_string(),
        })
    }
}
