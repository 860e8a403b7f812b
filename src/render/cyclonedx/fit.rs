//! Fits a document to its version of the specification: what a version has no place for is left out, and a document of
//! a version that leaves much out says what. Adds nothing else.

use crate::documents::bom::spec::{BomSpec, Omission};
use crate::render::cyclonedx::assemble::wording::property;
use crate::render::cyclonedx::wire::data::{Governance, Service};
use crate::render::cyclonedx::wire::words::{ComponentType, SpecVersion};
use crate::render::cyclonedx::wire::{Bom, Component, Organization};
use crate::sbom::PartKind;
use std::collections::BTreeSet;

impl From<BomSpec> for SpecVersion {
    fn from(spec: BomSpec) -> Self {
        match spec {
            BomSpec::V1_5 => Self::V1_5,
            BomSpec::V1_6 => Self::V1_6,
            BomSpec::V1_7 => Self::V1_7,
        }
    }
}

/// Returns the document as its version can hold it.
pub(crate) fn fitted(bom: Bom) -> Bom {
    match bom.spec_version {
        SpecVersion::V1_7 => bom,
        SpecVersion::V1_6 => before_1_7(bom),
        SpecVersion::V1_5 => before_1_6(before_1_7(bom)),
    }
}

/// Citations and external components came with 1.7. That a model is hosted is also said by its service and its access.
fn before_1_7(mut bom: Bom) -> Bom {
    bom.citations.clear();
    for component in components(&mut bom) {
        component.is_external = None;
    }
    bom
}

fn before_1_6(mut bom: Bom) -> Bom {
    let mut lost = BTreeSet::new();
    let attests = bom.definitions.take().is_some() | bom.declarations.take().is_some();
    lost.extend(attests.then_some(Omission::Attestations));
    let maker = bom.metadata.manufacturer.take();
    bom.metadata.supplier = bom.metadata.supplier.take().or(maker);
    for component in components(&mut bom) {
        lost.extend(reduced(component));
    }
    for organization in organizations(&mut bom) {
        lost.extend(organization.address.take().map(|_| Omission::Addresses));
    }
    let lost = lost.iter().map(|what| property("not-in-1.5", what.words()));
    bom.metadata.properties.extend(lost);
    bom
}

fn reduced(component: &mut Component) -> Vec<Omission> {
    let mut lost = Vec::new();
    if component.kind == ComponentType::CryptographicAsset {
        // The specification recommends this type where none fits. Left out, the part would break what leads through it.
        component.kind = ComponentType::Library;
        component
            .properties
            .push(property("type", PartKind::CryptographicAsset.key()));
        lost.push(Omission::Types);
    }
    if let Some(maker) = component.manufacturer.take() {
        // Nothing is lost where the maker is the supplier.
        match &component.supplier {
            Some(supplier) if *supplier == maker => {}
            Some(_) | None => lost.push(Omission::Makers),
        }
        component.supplier.get_or_insert(maker);
    }
    let card = component.model_card.as_mut();
    let considerations = card.and_then(|card| card.considerations.as_mut());
    let energy = considerations.and_then(|it| it.environmental_considerations.take());
    lost.extend(energy.map(|_| Omission::Energy));
    lost
}

fn components(bom: &mut Bom) -> impl Iterator<Item = &mut Component> {
    let tools = bom.metadata.tools.iter_mut().flat_map(|it| &mut it.components);
    tools
        .chain(&mut bom.metadata.component)
        .chain(&mut bom.components)
}

fn organizations(bom: &mut Bom) -> impl Iterator<Item = &mut Organization> {
    let tools = bom.metadata.tools.iter_mut().flat_map(|it| &mut it.components);
    let parts = tools
        .chain(&mut bom.metadata.component)
        .chain(&mut bom.components);
    let of_document = bom
        .metadata
        .manufacturer
        .iter_mut()
        .chain(&mut bom.metadata.supplier);
    of_document
        .chain(parts.flat_map(of_component))
        .chain(bom.services.iter_mut().flat_map(of_service))
}

fn of_component(component: &mut Component) -> impl Iterator<Item = &mut Organization> {
    let own = component.supplier.iter_mut().chain(&mut component.manufacturer);
    let governance = component.data.iter_mut().filter_map(|it| it.governance.as_mut());
    own.chain(governance.flat_map(of_governance))
}

fn of_service(service: &mut Service) -> impl Iterator<Item = &mut Organization> {
    let governance = service.data.iter_mut().filter_map(|it| it.governance.as_mut());
    service
        .provider
        .iter_mut()
        .chain(governance.flat_map(of_governance))
}

fn of_governance(governance: &mut Governance) -> impl Iterator<Item = &mut Organization> {
    let parties = governance.custodians.iter_mut().chain(&mut governance.stewards);
    let parties = parties.chain(&mut governance.owners);
    parties.filter_map(|party| party.organization.as_mut())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::cyclonedx::{cyclonedx, sample};
    use serde_json::Value;

    fn written(version: SpecVersion) -> Value {
        let mut bom = sample::bom();
        bom.spec_version = version;
        serde_json::from_slice(&cyclonedx(bom).unwrap()).unwrap()
    }

    #[test]
    fn every_version_is_written_and_passes_its_own_schema() {
        for (version, key) in [
            (SpecVersion::V1_5, "1.5"),
            (SpecVersion::V1_6, "1.6"),
            (SpecVersion::V1_7, "1.7"),
        ] {
            let bom = written(version);
            assert_eq!(bom["specVersion"], key);
            assert_eq!(
                bom["$schema"],
                format!("http://cyclonedx.org/schema/bom-{key}.schema.json")
            );
        }
    }

    #[test]
    fn what_1_5_has_no_place_for_is_left_out_and_named() {
        let bom = written(SpecVersion::V1_5);
        let lost: Vec<&str> = bom["metadata"]["properties"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["name"] == "actfile:not-in-1.5")
            .map(|one| one["value"].as_str().unwrap())
            .collect();
        let mut all: Vec<&str> = Omission::ALL.iter().map(|what| what.words()).collect();
        all.sort_unstable();
        assert_eq!(lost, all, "the sample has one of everything");
        assert_eq!(bom["metadata"]["supplier"]["name"], "Acme GmbH");
        assert_eq!(bom["components"][0]["supplier"]["name"], "Vendor Inc");
    }

    #[test]
    fn only_1_7_has_citations_and_external_components() {
        let newest = written(SpecVersion::V1_7);
        assert_eq!(newest["components"][0]["isExternal"], true);
        assert_eq!(newest["citations"][0]["attributedTo"], "party:acme");
        let usual = written(SpecVersion::V1_6);
        assert_eq!(usual["components"][0]["isExternal"], Value::Null);
        assert_eq!(usual["citations"], Value::Null);
    }
}
