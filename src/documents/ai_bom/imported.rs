//! What others list as parts of the systems, as tables: the files they sent, the AI parts in them that no record
//! declares, and the declared models that they list as well. Libraries are only counted; the file for machines has each.

use crate::documents::bom::BomView;
use crate::documents::bom::imported::{ImportedFile, ImportedPart, Origin};
use crate::documents::facts::Row;
use crate::documents::shown::{counted, enumeration};
use crate::documents::trail::Trail;

/// How many of the parts that others list are named one by one.
const MOST_LISTED: usize = 200;

/// Returns system, file, what it is about, what it lists, hash.
pub(crate) fn files(bom: &BomView) -> Vec<Row> {
    bom.imported.files.iter().map(listed_file).collect()
}

fn listed_file(file: &ImportedFile) -> Row {
    let counts = file.counts.iter();
    vec![
        file.system.clone(),
        format!("{} (CycloneDX {})", file.path, file.spec_version),
        file.subject.clone().unwrap_or_else(|| "not stated".to_owned()),
        enumeration(counts.map(|(kind, n_parts)| counted_parts(*n_parts, kind.words()))),
        file.sha256.clone(),
    ]
}

fn ai_parts(bom: &BomView) -> impl Iterator<Item = &ImportedPart> {
    bom.imported.parts.iter().filter(|part| part.kind.is_ai())
}

/// Returns how many more of them there are than are named.
pub(crate) fn n_unlisted(bom: &BomView) -> usize {
    ai_parts(bom).count().saturating_sub(MOST_LISTED)
}

/// Returns the models, data sets and services that others list and no record declares: name, what it is, version,
/// licence, supplier, source.
pub(crate) fn parts(bom: &BomView, trail: &mut Trail) -> Vec<Row> {
    let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "not stated".to_owned());
    let licences = |part: &ImportedPart| match part.licences.is_empty() {
        true => "not stated".to_owned(),
        false => enumeration(&part.licences),
    };
    let row = |part: &ImportedPart| {
        trail
            .about("imported", &part.listed_by)
            .note("bom", &part.name, part.at);
        vec![
            part.name.clone(),
            part.kind.words().to_owned(),
            said(&part.version),
            licences(part),
            said(&part.supplier),
            enumeration(part.origins.iter().map(origin)),
        ]
    };
    ai_parts(bom).take(MOST_LISTED).map(row).collect()
}

/// Returns the declared models that others list as well: model, source.
pub(crate) fn met(bom: &BomView) -> Vec<Row> {
    let models = bom.models.iter();
    let rows = models.filter_map(|model| {
        let origins = bom.imported.met.get(&model.part.bom_ref)?;
        Some(vec![
            model.part.name.clone(),
            enumeration(origins.iter().map(origin)),
        ])
    });
    rows.collect()
}

fn counted_parts(n_parts: usize, kind: &str) -> String {
    match kind.strip_suffix('y') {
        Some(stem) if n_parts > 1 => format!("{n_parts} {stem}ies"),
        Some(_) | None => counted(n_parts, kind),
    }
}

fn origin(origin: &Origin) -> String {
    match &origin.bom_ref {
        Some(name) => format!("{}, there called {name}", origin.path),
        None => origin.path.clone(),
    }
}
