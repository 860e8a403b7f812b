//! Bills of materials of others beside the records: which files a system names, and which record a model in one of them
//! is. Names meet by package URL, then by name and version; what merely resembles is said to resemble. Decides nothing
//! about what is missing.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::boms::resolved;
use crate::inventory::model::Model;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::Inventory;
use crate::sbom::{ForeignBom, ForeignPart, PartKind};
use crate::source::{FileId, SourceMap};
use crate::yaml::decode::nearest;
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

/// What the records know of a model in a bill of materials.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Met<'i> {
    /// It is the model of this record.
    Same(&'i Record<Model>),
    /// It is the model of this record in another version.
    OtherVersion(&'i Record<Model>),
    /// Its name resembles that of this record; whether it is the same is not known.
    Resembles(&'i Record<Model>),
    /// No record comes close.
    Nobody,
}

impl<'i> Met<'i> {
    /// Returns the record of the model, in whichever version.
    pub const fn record(self) -> Option<&'i Record<Model>> {
        match self {
            Self::Same(record) | Self::OtherVersion(record) => Some(record),
            Self::Resembles(_) | Self::Nobody => None,
        }
    }
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

    /// Returns what the records know of a model in a bill of materials.
    pub fn meet(&self, part: &ForeignPart) -> Met<'_> {
        let by_purl = self.models.values().filter(|model| same_purl(model, part));
        let by_name = self.models.values().filter(|model| same_name(model, part));
        let named: Vec<&Record<Model>> = by_purl.chain(by_name).collect();
        let same = named.iter().find(|model| !is_other_version(model, part));
        match (same, named.first()) {
            (Some(model), _) => Met::Same(model),
            (None, Some(model)) => Met::OtherVersion(model),
            (None, None) => self.resembling(part).map_or(Met::Nobody, Met::Resembles),
        }
    }

    fn resembling(&self, part: &ForeignPart) -> Option<&Record<Model>> {
        const SHORTEST: usize = 4;
        let name = plain(&part.name);
        let is_within = |one: &str, other: &str| one.len() >= SHORTEST && other.contains(one);
        let names = |model: &Record<Model>| [plain(model.title()), plain(model.id.value.as_str())];
        let contains = |model: &&Record<Model>| {
            names(model)
                .iter()
                .any(|known| is_within(known, &name) || is_within(&name, known))
        };
        let near = |model: &&Record<Model>| {
            let names = names(model);
            nearest(&name, names.iter().map(String::as_str)).is_some()
        };
        let mut models = self.models.values();
        models.clone().find(contains).or_else(|| models.find(near))
    }
}

/// How many models of one file are compared with their records; nobody reads more findings than these.
const MOST_COMPARED: usize = 200;

/// Reports where a bill of materials and the record of the same model say different things.
pub fn report(inventory: &Inventory, findings: &mut Diagnostics) {
    for system in inventory.systems.values() {
        for imported in inventory.boms_of(system) {
            let models = imported.bom.all().filter(|part| part.kind == PartKind::Model);
            let met = models.filter_map(|part| Some((part, inventory.meet(part).record()?)));
            for (part, model) in met.take(MOST_COMPARED) {
                findings.extend(disagreements(part, model));
            }
        }
    }
}

fn disagreements(part: &ForeignPart, model: &Record<Model>) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let ours = model.version_or_snapshot.said();
    if let (Some(ours), Some(theirs), true) = (ours, &part.version, is_other_version(model, part)) {
        let says = format!(
            "the bill of materials names version `{theirs}` of `{}`, the record `{}`",
            part.full_name(),
            ours.value
        );
        let finding = Diagnostic::at(Code::BomDisagrees, part.at, says, "in the bill of materials");
        let finding = finding.and_at(ours.span, "in the record");
        findings.add(finding.help("ask the supplier which version runs, and write that into the record"));
    }
    let said = part.licences.iter().filter(|licence| !is_silent(licence));
    let theirs: Vec<&str> = said.map(String::as_str).collect();
    if let Some(ours) = model.licence.said()
        && !theirs.is_empty()
        && !is_silent(&ours.value)
        && !theirs
            .iter()
            .any(|theirs| theirs.eq_ignore_ascii_case(&ours.value))
    {
        let says = format!(
            "the bill of materials names the licence `{}` for `{}`, the record `{}`",
            theirs.join("`, `"),
            part.full_name(),
            ours.value
        );
        let finding = Diagnostic::at(Code::BomDisagrees, part.at, says, "in the bill of materials");
        let finding = finding.and_at(ours.span, "in the record");
        findings.add(
            finding.help(
                "read the licence that came with the model, and correct the record or ask the supplier",
            ),
        );
    }
    findings
}

fn is_silent(licence: &str) -> bool {
    ["noassertion", "none", "unknown", "other"].contains(&licence.to_ascii_lowercase().as_str())
}

/// The model hub's package URL names owner and model, as the page of the hub does.
fn same_purl(model: &Model, part: &ForeignPart) -> bool {
    const HUB: &str = "https://huggingface.co/";
    let page = model.uri.stated().and_then(|uri| uri.strip_prefix(HUB));
    let purl = part
        .purl
        .as_deref()
        .and_then(|purl| purl.strip_prefix("pkg:huggingface/"));
    let theirs = purl.and_then(|purl| purl.split(['@', '?', '#']).next());
    match (page, theirs) {
        (Some(page), Some(theirs)) => page.trim_end_matches('/').eq_ignore_ascii_case(theirs),
        (Some(_) | None, _) => false,
    }
}

fn same_name(model: &Record<Model>, part: &ForeignPart) -> bool {
    let mut ours = vec![plain(model.title()), plain(model.id.value.as_str())];
    // Interfaces call a hosted model by its snapshot, so a bill of materials can too; a bare number is no name.
    let snapshot = model.version_or_snapshot.stated().map(|version| plain(version));
    ours.extend(snapshot.filter(|name| has_letters(name)));
    let theirs = [plain(&part.name), plain(&part.full_name()), plain(&part.title())];
    theirs.iter().any(|name| !name.is_empty() && ours.contains(name))
}

fn has_letters(name: &str) -> bool {
    name.chars().filter(|it| it.is_alphabetic()).count() > 1
}

/// Returns whether both sides state a version and the versions differ.
fn is_other_version(model: &Record<Model>, part: &ForeignPart) -> bool {
    let (Some(ours), Some(theirs)) = (model.version_or_snapshot.stated(), &part.version) else {
        return false;
    };
    // A snapshot may carry the name in front: `lantern-2026-02` is version `2026-02` of `lantern`.
    let named = [plain(theirs), plain(&part.title())];
    // An alias names no version, which is a gap of its own.
    plain(ours) != "latest" && !named.contains(&plain(ours))
}

/// Returns a name without case, blanks and signs, in which spellings differ.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|it| it.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
