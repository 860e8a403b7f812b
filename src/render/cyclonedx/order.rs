//! Canonical order: the same content always has the same bytes. Arrays that mean a set are sorted here by a stated
//! key; lists of prose keep the order in which a person wrote them.

use crate::render::cyclonedx::wire::attest::Declarations;
use crate::render::cyclonedx::wire::data::{ComponentData, Service};
use crate::render::cyclonedx::wire::model::{Dataset, ModelCard};
use crate::render::cyclonedx::wire::{Bom, Component, ExternalReference, Property};

/// Returns the document with every set-like array sorted: components by type, then bom-ref; services, dependencies
/// and references by name; properties by name, then value.
pub(crate) fn canonical(bom: &Bom) -> Bom {
    let mut bom = bom.clone();
    if let Some(tools) = &mut bom.metadata.tools {
        components(&mut tools.components);
    }
    if let Some(root) = &mut bom.metadata.component {
        component(root);
    }
    properties(&mut bom.metadata.properties);
    components(&mut bom.components);
    services(&mut bom.services);
    references(&mut bom.external_references);
    for dependency in &mut bom.dependencies {
        dependency.depends_on.0.sort();
        dependency.depends_on.0.dedup();
    }
    bom.dependencies.sort_by(|a, b| a.bom_ref.cmp(&b.bom_ref));
    for composition in &mut bom.compositions {
        composition.assemblies.sort();
        composition.dependencies.sort();
    }
    bom.compositions
        .sort_by_key(|one| (one.aggregate, one.assemblies.clone(), one.dependencies.clone()));
    bom.declarations.iter_mut().for_each(declarations);
    for citation in &mut bom.citations {
        citation.pointers.sort();
    }
    bom.citations.sort_by(|a, b| a.bom_ref.cmp(&b.bom_ref));
    properties(&mut bom.properties);
    bom
}

/// Requirements keep the order of the law, and so does what is mapped to them.
fn declarations(declarations: &mut Declarations) {
    for claim in &mut declarations.claims {
        claim.evidence.sort();
        references(&mut claim.external_references);
    }
    declarations.claims.sort_by(|a, b| a.bom_ref.cmp(&b.bom_ref));
    declarations.evidence.sort_by(|a, b| a.bom_ref.cmp(&b.bom_ref));
    for attestation in &mut declarations.attestations {
        attestation.map.iter_mut().for_each(|one| one.claims.sort());
    }
}

fn components(all: &mut [Component]) {
    all.iter_mut().for_each(component);
    all.sort_by(|a, b| (a.kind, &a.bom_ref).cmp(&(b.kind, &b.bom_ref)));
}

fn component(component: &mut Component) {
    component
        .hashes
        .sort_by(|a, b| (a.alg, &a.content).cmp(&(b.alg, &b.content)));
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

fn services(all: &mut [Service]) {
    for service in all.iter_mut() {
        service.endpoints.sort();
        service
            .data
            .sort_by(|a, b| (a.flow, &a.classification, &a.name).cmp(&(b.flow, &b.classification, &b.name)));
        references(&mut service.external_references);
        properties(&mut service.properties);
    }
    all.sort_by(|a, b| a.bom_ref.cmp(&b.bom_ref));
}

fn references(all: &mut [ExternalReference]) {
    all.sort_by(|a, b| (a.kind, &a.url, &a.comment).cmp(&(b.kind, &b.url, &b.comment)));
}

fn properties(all: &mut [Property]) {
    all.sort_by(|a, b| (&a.name, &a.value).cmp(&(&b.name, &b.value)));
}
