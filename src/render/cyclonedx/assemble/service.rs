//! Services in CycloneDX terms: who runs them, where they are called, what flows in which direction, between whom, and how
//! sensitive it is. What the specification asks for and no record says is stated to be unknown.

use crate::documents::bom::{Neighbour, Service};
use crate::inventory::system::DataDirection;
use crate::render::cyclonedx::assemble::identity::{encoded, version};
use crate::render::cyclonedx::assemble::parts::{UNKNOWN, references};
use crate::render::cyclonedx::assemble::wording::{fact, organization, property, silence};
use crate::render::cyclonedx::schema;
use crate::render::cyclonedx::wire::Property;
use crate::render::cyclonedx::wire::data::{self, ServiceData};
use crate::render::cyclonedx::wire::words::Flow;

/// Returns a hosted model or an integration as a service.
pub(crate) fn service(service: &Service) -> data::Service {
    let part = &service.part;
    let endpoint = service.endpoint.value().filter(|text| schema::is_address(text));
    let mut all = references(&part.references);
    all.extend(part.party.iter().flat_map(|party| references(&party.security)));
    data::Service {
        bom_ref: Some(part.bom_ref.clone()),
        provider: part.party.as_ref().map(organization),
        name: part.name.clone(),
        version: version(part),
        description: part.description.value().map(str::to_owned),
        endpoints: endpoint.map(str::to_owned).into_iter().collect(),
        authenticated: service.is_authenticated,
        x_trust_boundary: service.is_foreign,
        data: vec![flow(service)],
        external_references: all,
        properties: properties(service),
        ..data::Service::default()
    }
}

fn properties(service: &Service) -> Vec<Property> {
    let part = &service.part;
    let mut properties: Vec<Property> = part.facts.iter().flat_map(fact).collect();
    let own = [
        &part.version,
        &part.maker,
        &service.endpoint,
        &service.data_flow,
        &service.sensitivity,
    ];
    properties.extend(own.into_iter().filter_map(silence));
    properties.extend([
        property("source", &part.source),
        property("service", &service.what),
    ]);
    let unusual = service.endpoint.value().filter(|text| !schema::is_address(text));
    properties.extend(unusual.map(|text| property("endpoint", text)));
    properties
}

fn flow(service: &Service) -> ServiceData {
    let callers: Vec<String> = service.callers.iter().map(place).collect();
    let (flow, source, destination) = match service.direction {
        Some(DataDirection::ToService) => (Flow::Inbound, callers, Vec::new()),
        Some(DataDirection::FromService) => (Flow::Outbound, Vec::new(), callers),
        Some(DataDirection::Both) => (Flow::BiDirectional, callers.clone(), callers),
        None => (Flow::Unknown, Vec::new(), Vec::new()),
    };
    ServiceData {
        flow,
        classification: service.sensitivity.value().unwrap_or(UNKNOWN).to_owned(),
        description: service.data_flow.value().map(str::to_owned),
        source,
        destination,
        ..ServiceData::default()
    }
}

/// A part of the same document as the address that the specification asks for: a fragment with its bom-ref.
fn place(part: &Neighbour) -> String {
    format!("#{}", encoded(&part.bom_ref))
}
