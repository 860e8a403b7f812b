//! Who depends on whom: one entry for each part, and the subject above them all.

use crate::documents::bom::{BomView, Neighbour, Part};
use crate::render::cyclonedx::wire::{Dependency, Refs};
use std::collections::{BTreeMap, BTreeSet};

/// Every part has an entry. Parts that no system uses hang on the subject, so that it reaches everything.
pub(crate) fn dependencies(view: &BomView) -> Vec<Dependency> {
    let parts: Vec<&Part> = view.parts().collect();
    let edges: BTreeMap<&str, &[Neighbour]> = parts
        .iter()
        .map(|part| (part.bom_ref.as_str(), part.depends_on.as_slice()))
        .collect();
    let mut reached = BTreeSet::new();
    let mut of_subject = Vec::new();
    // The subject is the set of systems, also of those that another one uses.
    for system in &view.systems {
        of_subject.push(system.bom_ref.clone());
        reach(&system.bom_ref, &edges, &mut reached);
    }
    for part in &parts {
        if !reached.contains(part.bom_ref.as_str()) {
            of_subject.push(part.bom_ref.clone());
            reach(&part.bom_ref, &edges, &mut reached);
        }
    }
    let entry = |bom_ref: &str, depends_on: Vec<String>| Dependency {
        bom_ref: bom_ref.to_owned(),
        depends_on: Refs(depends_on),
    };
    let names = |part: &Part| part.depends_on.iter().map(|one| one.bom_ref.clone()).collect();
    let of_parts = parts.iter().map(|part| entry(&part.bom_ref, names(part)));
    let of_files = view.files.iter().map(|file| entry(&file.bom_ref, Vec::new()));
    of_parts
        .chain(of_files)
        .chain([entry(&view.organisation.bom_ref, of_subject)])
        .collect()
}

fn reach<'a>(from: &'a str, edges: &BTreeMap<&'a str, &'a [Neighbour]>, reached: &mut BTreeSet<&'a str>) {
    let mut todo = vec![from];
    while let Some(name) = todo.pop() {
        if reached.insert(name) {
            let next = edges.get(name).copied().unwrap_or_default();
            todo.extend(next.iter().map(|one| one.bom_ref.as_str()));
        }
    }
}
