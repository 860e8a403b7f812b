//! Parts that others list: what the bills of materials that systems name say, merged under those systems. A part of the
//! same package URL appears once, with every source; a model or data set that a record declares stays that of the record. No
//! reference is lost and nothing is filled in. The result does not depend on the order in which a file lists its parts.

use crate::documents::bom::records::{Records, dataset_ref, model_ref, system_ref};
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::boms::ImportedBom;
use crate::link::meet::Met;
use crate::sbom::{ForeignPart, PartKind};
use crate::source::{FileId, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that others list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Imported {
    /// The files, by system and path.
    pub files: Vec<ImportedFile>,
    /// Their parts that no record declares, by bom-ref.
    pub parts: Vec<ImportedPart>,
    /// Where others list a model or data set that a record declares, by its bom-ref.
    pub met: BTreeMap<String, BTreeSet<Origin>>,
    /// Who depends on whom, by bom-ref; systems and declared models as well as parts.
    pub depends_on: BTreeMap<String, BTreeSet<String>>,
}

/// A bill of materials that a system names.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedFile {
    /// The name of the system.
    pub system: String,
    /// Path below the project folder.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// The version of CycloneDX.
    pub spec_version: String,
    /// What the file says it is about.
    pub subject: Option<String>,
    /// How many parts of each kind it lists.
    pub counts: BTreeMap<PartKind, usize>,
}

/// A part that somebody else lists.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedPart {
    /// The name by which our AI-BOM refers to it.
    pub bom_ref: String,
    /// What it is.
    pub kind: PartKind,
    /// Namespace of the name.
    pub group: Option<String>,
    /// Name.
    pub name: String,
    /// Version.
    pub version: Option<String>,
    /// Package URL.
    pub purl: Option<String>,
    /// Licences.
    pub licences: BTreeSet<String>,
    /// Hashes: name of the function and value.
    pub hashes: BTreeSet<(String, String)>,
    /// Who supplies or runs it.
    pub supplier: Option<String>,
    /// Addresses of a service.
    pub endpoints: BTreeSet<String>,
    /// Data sets that a model was made with, in the words of the file.
    pub datasets: BTreeSet<String>,
    /// Measurements of a model, by what was measured.
    pub metrics: BTreeMap<String, String>,
    /// Where others list it.
    pub origins: BTreeSet<Origin>,
    /// The first system that names one of these files.
    pub listed_by: String,
    /// Where the part stands in it.
    pub at: Span,
}

/// A file that lists a part, and the part's name there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Path below the project folder.
    pub path: String,
    /// The name by which the file refers to the part.
    pub bom_ref: Option<String>,
    /// The name of the part that it is nested in, in the same file.
    pub within: Option<String>,
    /// SHA-256 of the file.
    pub sha256: String,
}

/// What makes two entries one part: the package URL; else file, name and everything that the file says of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Declared(String),
    Purl(String),
    Own(String, Box<ForeignPart>),
}

/// How many parts one name of a file can mean. A name of several parts is reported; without an end, references between
/// two such names would outgrow any memory.
const MOST_MEANT: usize = 4;

/// Returns what the bills of materials of all systems say.
pub(crate) fn imported(records: &Records<'_>) -> Imported {
    let mut merge = Merge::default();
    for system in records.inventory.systems.values() {
        for bom in records.inventory.boms_of(system) {
            merge.take(records, system, bom);
        }
    }
    merge.finished(records)
}

#[derive(Default)]
struct Merge<'r> {
    files: Vec<ImportedFile>,
    /// The parts, each with what all files say of it.
    parts: BTreeMap<Key, ImportedPart>,
    origins: BTreeMap<Key, BTreeSet<Origin>>,
    /// The parts behind a name of a file.
    names: BTreeMap<(&'r str, &'r str), BTreeSet<Key>>,
    boms: Vec<(&'r Record<System>, &'r ImportedBom)>,
}

impl<'r> Merge<'r> {
    fn take(&mut self, records: &Records<'r>, system: &'r Record<System>, imported: &'r ImportedBom) {
        self.files.push(file(system, imported));
        self.boms.push((system, imported));
        for part in imported.bom.all() {
            let key = key(records, imported, part);
            self.origins.entry(key.clone()).or_default().insert(Origin {
                path: imported.path.clone(),
                bom_ref: part.bom_ref.clone(),
                within: part.within.clone(),
                sha256: imported.sha256.clone(),
            });
            if let Some(name) = &part.bom_ref {
                let parts = self.names.entry((&imported.path, name)).or_default();
                parts.insert(key.clone());
            }
            let listed = listed(system, part);
            match self.parts.get_mut(&key) {
                Some(known) => known.join(listed),
                None => drop(self.parts.insert(key, listed)),
            }
        }
    }

    fn finished(self, records: &Records<'r>) -> Imported {
        let refs = self.refs();
        let depends_on = self.edges(records, &refs);
        let mut imported = Imported {
            files: self.files,
            depends_on,
            ..Imported::default()
        };
        for (key, mut part) in self.parts {
            let origins = self.origins.get(&key).cloned().unwrap_or_default();
            match key {
                Key::Declared(model) => drop(imported.met.insert(model, origins)),
                Key::Purl(_) | Key::Own(..) => {
                    part.bom_ref = refs.get(&key).cloned().unwrap_or_default();
                    part.origins = origins;
                    imported.parts.push(part);
                }
            }
        }
        imported
            .parts
            .sort_by(|one, other| one.bom_ref.cmp(&other.bom_ref));
        imported
    }

    /// Gives each part a name of our document. A package URL means the same everywhere and is kept; any other name means
    /// something in its own file only, so the system stands before it. Our own names never begin like these.
    fn refs(&self) -> BTreeMap<Key, String> {
        let (mut taken, mut refs) = (BTreeSet::new(), BTreeMap::new());
        // Counted on for each name, because a thousand parts can share one.
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        for (key, part) in &self.parts {
            let system = &part.listed_by;
            let wanted = match key {
                Key::Declared(model) => {
                    refs.insert(key.clone(), model.clone());
                    continue;
                }
                Key::Purl(purl) if purl.starts_with("pkg:") => purl.clone(),
                Key::Purl(name) => format!("bom:{system}:{name}"),
                Key::Own(_, own) => {
                    let name = own.bom_ref.clone().unwrap_or_else(|| own.title());
                    format!("bom:{system}:{}{name}", prefix_of(part))
                }
            };
            let number = numbers.entry(wanted.clone()).or_insert(1);
            let mut unique = wanted.clone();
            while !taken.insert(unique.clone()) {
                *number += 1;
                unique = format!("{wanted}#{number}");
            }
            refs.insert(key.clone(), unique);
        }
        refs
    }

    fn edges(
        &self,
        records: &Records<'_>,
        refs: &BTreeMap<Key, String>,
    ) -> BTreeMap<String, BTreeSet<String>> {
        let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let behind = |path: &str, name: &str| -> Vec<String> {
            let keys = self.names.get(&(path, name)).into_iter().flatten();
            keys.take(MOST_MEANT)
                .filter_map(|key| refs.get(key).cloned())
                .collect()
        };
        for (_, imported) in &self.boms {
            for (from, to) in &imported.bom.depends_on {
                let to = to.iter().flat_map(|to| behind(&imported.path, to));
                let to: BTreeSet<String> = to.collect();
                for from in behind(&imported.path, from) {
                    let targets = edges.entry(from.clone()).or_default();
                    // Two entries of one part can refer to each other; a part does not depend on itself.
                    targets.extend(to.iter().filter(|to| **to != from).cloned());
                }
            }
        }
        for (system, imported) in &self.boms {
            let listed = imported
                .bom
                .all()
                .filter_map(|part| refs.get(&key(records, imported, part)));
            let listed: BTreeSet<&String> = listed.collect();
            let subject = imported.bom.subject.as_ref();
            let subject = subject.and_then(|part| refs.get(&key(records, imported, part)));
            let tops = tops(subject, &listed, &edges);
            edges.entry(system_ref(system).bom_ref).or_default().extend(tops);
        }
        edges
    }
}

/// Returns the parts of a file from which all its other parts are reached: its subject, then what nothing leads to.
fn tops(
    subject: Option<&String>,
    listed: &BTreeSet<&String>,
    edges: &BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<String> {
    let pointed_at: BTreeSet<&String> = listed
        .iter()
        .filter_map(|from| edges.get(*from))
        .flatten()
        .collect();
    let heads = listed.iter().filter(|name| !pointed_at.contains(**name));
    // What is left after these turns in circles.
    let in_order = subject
        .into_iter()
        .chain(heads.copied())
        .chain(listed.iter().copied());
    let (mut tops, mut reached) = (BTreeSet::new(), BTreeSet::new());
    for top in in_order {
        if reached.contains(top) {
            continue;
        }
        tops.insert(top.clone());
        let mut todo = vec![top];
        while let Some(name) = todo.pop() {
            if reached.insert(name) {
                todo.extend(edges.get(name).into_iter().flatten());
            }
        }
    }
    tops
}

fn key(records: &Records<'_>, imported: &ImportedBom, part: &ForeignPart) -> Key {
    if let Some(name) = declared(records, part) {
        return Key::Declared(name);
    }
    match &part.purl {
        Some(purl) => Key::Purl(purl.clone()),
        None => {
            let at = Span {
                file: FileId(0),
                start: 0,
                end: 0,
            };
            let within = None;
            let own = ForeignPart {
                at,
                within,
                ..part.clone()
            };
            Key::Own(imported.path.clone(), Box::new(own))
        }
    }
}

/// Returns the bom-ref of the model or data set of a record that a part is. Services belong to one system each and stay
/// beside those of the records.
fn declared(records: &Records<'_>, part: &ForeignPart) -> Option<String> {
    match part.kind {
        PartKind::Model => match records.inventory.meet(part) {
            Met::Same(model) => Some(model_ref(model).bom_ref),
            Met::OtherVersion(_) | Met::Resembles(_) | Met::Nobody => None,
        },
        PartKind::Data => match records.inventory.meet_dataset(part) {
            Met::Same(dataset) => Some(dataset_ref(dataset).bom_ref),
            Met::OtherVersion(_) | Met::Resembles(_) | Met::Nobody => None,
        },
        PartKind::Service
        | PartKind::Application
        | PartKind::Framework
        | PartKind::Library
        | PartKind::Container
        | PartKind::Platform
        | PartKind::OperatingSystem
        | PartKind::Device
        | PartKind::DeviceDriver
        | PartKind::Firmware
        | PartKind::File
        | PartKind::CryptographicAsset => None,
    }
}

/// A part without a name of its own is called by what it is.
fn prefix_of(part: &ImportedPart) -> String {
    match part.bom_ref.is_empty() {
        true => format!("{}:", part.kind.key()),
        false => String::new(),
    }
}

fn listed(system: &Record<System>, part: &ForeignPart) -> ImportedPart {
    let hashes = part.hashes.iter();
    ImportedPart {
        bom_ref: part.bom_ref.clone().unwrap_or_default(),
        kind: part.kind,
        group: part.group.clone(),
        name: part.name.clone(),
        version: part.version.clone(),
        purl: part.purl.clone(),
        licences: part.licences.clone(),
        hashes: hashes.map(|(alg, hash)| (alg.clone(), hash.clone())).collect(),
        supplier: part.supplier.clone(),
        endpoints: part.endpoints.clone(),
        datasets: part.datasets.clone(),
        metrics: part.metrics.clone(),
        origins: BTreeSet::new(),
        listed_by: system.id.value.to_string(),
        at: part.at,
    }
}

impl ImportedPart {
    /// Takes in what another entry says of the same part. Where both say one value, the smaller stays, so that order
    /// does not matter; lists are joined.
    fn join(&mut self, other: Self) {
        let smaller = |one: &mut Option<String>, other: Option<String>| {
            *one = [one.take(), other].into_iter().flatten().min();
        };
        self.kind = self.kind.min(other.kind);
        self.at = self.at.min(other.at);
        self.bom_ref = self.bom_ref.clone().max(other.bom_ref);
        if other.name < self.name {
            self.name = other.name;
        }
        smaller(&mut self.group, other.group);
        smaller(&mut self.version, other.version);
        smaller(&mut self.supplier, other.supplier);
        self.licences.extend(other.licences);
        self.hashes.extend(other.hashes);
        self.endpoints.extend(other.endpoints);
        self.datasets.extend(other.datasets);
        for (what, value) in other.metrics {
            let known = self.metrics.entry(what).or_insert_with(|| value.clone());
            if value < *known {
                *known = value;
            }
        }
    }
}

fn file(system: &Record<System>, imported: &ImportedBom) -> ImportedFile {
    let mut counts = BTreeMap::new();
    for part in &imported.bom.parts {
        *counts.entry(part.kind).or_default() += 1;
    }
    ImportedFile {
        system: system.title().to_owned(),
        path: imported.path.clone(),
        sha256: imported.sha256.clone(),
        spec_version: imported.bom.spec_version.clone(),
        subject: imported.bom.subject.as_ref().map(ForeignPart::title),
        counts,
    }
}
