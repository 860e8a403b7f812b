//! `provenance.json`: where each statement of each document stands in the inventory, and back. An auditor opens the
//! file at the line and reads the source of a sentence.

use crate::documents::document::Document;
use crate::failure::Failure;
use crate::source::SourceMap;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The name of the file.
pub const PROVENANCE: &str = "provenance.json";

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

/// Returns the file for a set of documents.
///
/// # Errors
/// Fails when JSON cannot be written, which is a fault of this program.
pub fn provenance(documents: &[Document], sources: &SourceMap, build_id: &str) -> Result<Vec<u8>, Failure> {
    let mut traced: BTreeMap<&str, BTreeMap<&str, Vec<Traced<'_>>>> = BTreeMap::new();
    let mut back: BTreeMap<&str, Source<'_>> = BTreeMap::new();
    for file in sources.files() {
        back.insert(
            &file.path,
            Source {
                sha256: &file.sha256,
                places: BTreeMap::new(),
            },
        );
    }
    for document in documents {
        let sections = traced.entry(&document.path).or_default();
        for statement in &document.statements {
            let place = sources.place(statement.at);
            let said = Traced {
                says: &statement.says,
                record: &statement.record,
                field: &statement.field,
                at: place.to_string(),
            };
            sections.entry(&statement.section).or_default().push(said);
            if let Some(source) = back.get_mut(place.path.as_str()) {
                let repeats = source.places.entry(Place(place.line, place.column)).or_default();
                repeats.insert(format!("{}#{}", document.path, statement.section));
            }
        }
    }
    let file = Provenance {
        format: "actfile-provenance/1",
        build_id,
        documents: traced,
        sources: back,
    };
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(|error| Failure::Internal {
        room: "render",
        message: error.to_string(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}
