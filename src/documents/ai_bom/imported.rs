//! What others list as parts of the systems, as tables: the files they sent, the AI parts in them that no record
//! declares, and the declared models that they list as well. Libraries are only counted; the file for machines has each.

use crate::documents::bom::BomView;
use crate::documents::bom::imported::{ImportedFile, ImportedPart, Origin};
use crate::documents::facts::Row;
use crate::documents::trail::Trail;
use crate::sbom::PartKind;
use crate::tongue::words::Words;

/// How many of the parts that others list are named one by one.
const MOST_LISTED: usize = 200;

/// Returns system, file, what it is about, what it lists, hash.
pub(crate) fn files(words: Words, bom: &BomView) -> Vec<Row> {
    let files = bom.imported.files.iter();
    files.map(|file| listed_file(words, file)).collect()
}

fn listed_file(words: Words, file: &ImportedFile) -> Row {
    let format = [
        ("file", file.path.as_str().into()),
        ("version", file.spec_version.as_str().into()),
    ];
    let counts = file.counts.iter();
    let subject = file.subject.clone();
    vec![
        file.system.clone(),
        words.say_with("bom-file-format", &format),
        subject.unwrap_or_else(|| words.say("bom-not-stated")),
        words.list(counts.map(|(kind, n_parts)| counted(words, *kind, *n_parts))),
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
    let words = trail.words();
    let said = |value: &Option<String>| value.clone().unwrap_or_else(|| words.say("bom-not-stated"));
    let licences = |part: &ImportedPart| match part.licences.is_empty() {
        true => words.say("bom-not-stated"),
        false => words.list(&part.licences),
    };
    let row = |part: &ImportedPart| {
        trail
            .about("imported", &part.listed_by)
            .note("bom", &part.name, part.at);
        vec![
            part.name.clone(),
            words.term(part.kind),
            said(&part.version),
            licences(part),
            said(&part.supplier),
            words.list(part.origins.iter().map(|it| origin(words, it))),
        ]
    };
    ai_parts(bom).take(MOST_LISTED).map(row).collect()
}

/// Returns the declared models and data sets that others list as well: name, source.
pub(crate) fn met(words: Words, bom: &BomView) -> Vec<Row> {
    let models = bom.models.iter().map(|model| &model.part);
    let datasets = bom.datasets.iter().map(|dataset| &dataset.part);
    let rows = models.chain(datasets).filter_map(|part| {
        let origins = bom.imported.met.get(&part.bom_ref)?;
        Some(vec![
            part.name.clone(),
            words.list(origins.iter().map(|it| origin(words, it))),
        ])
    });
    rows.collect()
}

/// Returns how many parts of a kind a file lists.
fn counted(words: Words, kind: PartKind, n_parts: usize) -> String {
    words.counted(&format!("n-listed-{}", kind.key()), n_parts)
}

fn origin(words: Words, origin: &Origin) -> String {
    match &origin.bom_ref {
        Some(name) => {
            let file = ("file", origin.path.as_str().into());
            words.say_with("bom-called", &[file, ("name", name.as_str().into())])
        }
        None => origin.path.clone(),
    }
}
