//! Bills of materials of others beside the records: which files a system names, and where one of them and the record of the
//! same part say different things. Which record a part is, is decided in `meet`; what is missing is decided elsewhere.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::boms::resolved;
use crate::inventory::system::System;
use crate::link::Inventory;
use crate::link::meet::{Declared, is_other_version};
use crate::sbom::{ForeignBom, ForeignPart, PartKind};
use crate::source::{FileId, SourceMap, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A bill of materials of somebody else, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedBom {
    /// Path below the project folder.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// What it says.
    pub bom: ForeignBom,
}

/// All bills of materials of a project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Boms {
    files: BTreeMap<String, ImportedBom>,
    // Paths are seen from the inventory file that says them.
    inventory_files: BTreeMap<FileId, String>,
}

impl Boms {
    /// Puts what was read together with the names of the files.
    pub fn new(sources: &SourceMap, read: BTreeMap<String, (FileId, ForeignBom)>) -> Arc<Self> {
        let imported = |(path, (file, bom)): (String, (FileId, ForeignBom))| {
            let sha256 = sources.file(file).sha256.clone();
            (path.clone(), ImportedBom { path, sha256, bom })
        };
        let files: BTreeMap<String, ImportedBom> = read.into_iter().map(imported).collect();
        let inventory_files = match files.is_empty() {
            true => BTreeMap::new(),
            false => (0..)
                .map(FileId)
                .zip(sources.files().iter().map(|file| file.path.clone()))
                .collect(),
        };
        Arc::new(Self {
            files,
            inventory_files,
        })
    }
}

impl Inventory {
    /// Returns the bills of materials that a system names, each once, by path.
    pub fn boms_of(&self, system: &System) -> Vec<&ImportedBom> {
        let said = system.bom.stated().map_or(&[][..], |paths| paths.0.as_slice());
        let path = |said: &crate::source::Spanned<String>| {
            let from = self.boms.inventory_files.get(&said.span.file)?;
            resolved(from, &said.value).ok()
        };
        let mut paths: Vec<String> = said.iter().filter_map(path).collect();
        paths.sort();
        paths.dedup();
        paths
            .iter()
            .filter_map(|path| self.boms.files.get(path))
            .collect()
    }
}

/// How many parts of one kind in one file are compared with their records; nobody reads more findings than these.
const MOST_COMPARED: usize = 200;

/// Reports where a bill of materials and the record of the same model or data set say different things.
pub fn report(inventory: &Inventory, findings: &mut Diagnostics) {
    for system in inventory.systems.values() {
        for imported in inventory.boms_of(system) {
            let of = |kind| imported.bom.all().filter(move |part| part.kind == kind);
            let models =
                of(PartKind::Model).filter_map(|part| Some((part, *inventory.meet(part).declared()?)));
            let datasets =
                of(PartKind::Data).filter_map(|part| Some((part, *inventory.meet_dataset(part).declared()?)));
            for (part, model) in models.take(MOST_COMPARED) {
                findings.extend(disagreements(part, model));
            }
            for (part, dataset) in datasets.take(MOST_COMPARED) {
                findings.extend(disagreements(part, dataset));
            }
        }
    }
}

fn disagreements(part: &ForeignPart, record: &impl Declared) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let other_version = record.version().said().filter(|_| is_other_version(record, part));
    if let (Some(ours), Some(theirs)) = (other_version, &part.version) {
        let says = format!(
            "the bill of materials names version `{theirs}` of `{}`, the record `{}`",
            part.full_name(),
            ours.value
        );
        findings.add(differing(
            part,
            says,
            ours.span,
            "ask the supplier which version runs, and write that into the record",
        ));
    }
    let said = part.licences.iter().filter(|licence| !is_silent(licence));
    let theirs: Vec<&str> = said.map(String::as_str).collect();
    let is_theirs = |ours: &str| theirs.iter().any(|theirs| theirs.eq_ignore_ascii_case(ours));
    let ours = record.licence().said().filter(|it| !is_silent(&it.value));
    if let Some(ours) = ours.filter(|it| !theirs.is_empty() && !is_theirs(&it.value)) {
        let says = format!(
            "the bill of materials names the licence `{}` for `{}`, the record `{}`",
            theirs.join("`, `"),
            part.full_name(),
            ours.value
        );
        findings.add(differing(
            part,
            says,
            ours.span,
            "read the licence that came with it, and correct the record or ask the supplier",
        ));
    }
    findings
}

fn differing(part: &ForeignPart, says: String, ours: Span, advice: &str) -> Diagnostic {
    Diagnostic::at(Code::BomDisagrees, part.at, says, "in the bill of materials")
        .and_at(ours, "in the record")
        .help(advice)
}

fn is_silent(licence: &str) -> bool {
    ["noassertion", "none", "unknown", "other"].contains(&licence.to_ascii_lowercase().as_str())
}
