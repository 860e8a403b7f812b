//! Canonical order: the same content always has the same bytes. Arrays that mean a set are sorted here by a stated
//! key; lists of prose keep the order in which a person wrote them.

use crate::render::cyclonedx::wire::attest::{Citation, Declarations};
use crate::render::cyclonedx::wire::data::{ComponentData, Service};
use crate::render::cyclonedx::wire::model::{Dataset, ModelCard};
use crate::render::cyclonedx::wire::{Bom, Component, Dependency, ExternalReference, Hash, Property};
use std::cmp::Ordering;

/// Returns the document with every set-like array sorted: components by type, then bom-ref; services, dependencies
/// and references by name; properties by name, then value.
pub(crate) fn canonical(mut bom: Bom) -> Bom {
    if let Some(tools) = &mut bom.metadata.tools {
        sort(&mut tools.components, component_order, component);
    }
    if let Some(root) = &mut bom.metadata.component {
        component(root);
    }
    properties(&mut bom.metadata.properties);
    sort(&mut bom.components, component_order, component);
    sort(&mut bom.services, service_order, service);
    references(&mut bom.external_references);
    sort(&mut bom.dependencies, dependency_order, dependency);
    for composition in &mut bom.compositions {
        composition.assemblies.sort();
        composition.dependencies.sort();
    }
    bom.compositions
        .sort_by_key(|one| (one.aggregate, one.assemblies.clone(), one.dependencies.clone()));
    bom.declarations.iter_mut().for_each(declarations);
    sort(&mut bom.citations, citation_order, citation);
    properties(&mut bom.properties);
    bom
}

/// Returns whether the document is in that order. Parts are sorted and compared one at a time, so that no second document
/// is held.
pub(crate) fn is_canonical(bom: &Bom) -> bool {
    // Everything that `canonical` puts in order, except the long lists.
    let rest = Bom {
        metadata: bom.metadata.clone(),
        external_references: bom.external_references.clone(),
        compositions: bom.compositions.clone(),
        declarations: bom.declarations.clone(),
        properties: bom.properties.clone(),
        ..Bom::default()
    };
    is_sorted(&bom.components, component_order, component)
        && is_sorted(&bom.services, service_order, service)
        && is_sorted(&bom.dependencies, dependency_order, dependency)
        && is_sorted(&bom.citations, citation_order, citation)
        && canonical(rest.clone()) == rest
}

fn sort<T>(all: &mut [T], order: fn(&T, &T) -> Ordering, within: fn(&mut T)) {
    all.iter_mut().for_each(within);
    all.sort_by(order);
}

fn is_sorted<T: Clone + PartialEq>(all: &[T], order: fn(&T, &T) -> Ordering, within: fn(&mut T)) -> bool {
    let is_sorted_within = |one: &T| {
        let mut sorted = one.clone();
        within(&mut sorted);
        sorted == *one
    };
    all.is_sorted_by(|one, next| order(one, next).is_le()) && all.iter().all(is_sorted_within)
}

/// Requirements keep the order of the law, and so does what is mapped to them.
fn declarations(declarations: &mut Declarations) {
    for claim in &mut declarations.claims {
        claim.evidence.sort();
        claim.counter_evidence.sort();
        references(&mut claim.external_references);
    }
    declarations.claims.sort_by(|a, b| a.bom_ref.cmp(&b.bom_ref));
    declarations.evidence.sort_by(|a, b| a.bom_ref.cmp(&b.bom_ref));
    for attestation in &mut declarations.attestations {
        attestation.map.iter_mut().for_each(|one| one.claims.sort());
    }
}

fn component_order(one: &Component, other: &Component) -> Ordering {
    (one.kind, &one.bom_ref).cmp(&(other.kind, &other.bom_ref))
}

fn component(component: &mut Component) {
    hashes(&mut component.hashes);
    references(&mut component.external_references);
    component.model_card.iter_mut().for_each(model_card);
    component.data.iter_mut().for_each(data);
    properties(&mut component.properties);
}

fn model_card(card: &mut ModelCard) {
    if let Some(parameters) = &mut card.model_parameters {
        parameters.datasets.sort_by_key(dataset_key);
        parameters.inputs.sort_by(|a, b| a.format.cmp(&b.format));
        parameters.outputs.sort_by(|a, b| a.format.cmp(&b.format));
    }
    properties(&mut card.properties);
}

fn dataset_key(dataset: &Dataset) -> (u8, String) {
    match dataset {
        Dataset::Ref(one) => (0, one.bom_ref.clone()),
        Dataset::Inline(one) => (1, one.name.clone().unwrap_or_default()),
    }
}

fn data(data: &mut ComponentData) {
    data.sensitive_data.sort();
    if let Some(contents) = &mut data.contents {
        properties(&mut contents.properties);
    }
}

fn service_order(one: &Service, other: &Service) -> Ordering {
    one.bom_ref.cmp(&other.bom_ref)
}

fn service(service: &mut Service) {
    service.endpoints.sort();
    service
        .data
        .sort_by(|a, b| (a.flow, &a.classification, &a.name).cmp(&(b.flow, &b.classification, &b.name)));
    references(&mut service.external_references);
    properties(&mut service.properties);
}

fn dependency_order(one: &Dependency, other: &Dependency) -> Ordering {
    one.bom_ref.cmp(&other.bom_ref)
}

fn dependency(dependency: &mut Dependency) {
    dependency.depends_on.0.sort();
    dependency.depends_on.0.dedup();
}

fn citation_order(one: &Citation, other: &Citation) -> Ordering {
    one.bom_ref.cmp(&other.bom_ref)
}

fn citation(citation: &mut Citation) {
    citation.pointers.sort();
}

fn references(all: &mut [ExternalReference]) {
    all.iter_mut().for_each(|one| hashes(&mut one.hashes));
    all.sort_by(|a, b| (a.kind, &a.url, &a.comment).cmp(&(b.kind, &b.url, &b.comment)));
}

fn hashes(all: &mut [Hash]) {
    all.sort_by(|a, b| (a.alg, &a.content).cmp(&(b.alg, &b.content)));
}

fn properties(all: &mut [Property]) {
    all.sort_by(|a, b| (&a.name, &a.value).cmp(&(&b.name, &b.value)));
}
