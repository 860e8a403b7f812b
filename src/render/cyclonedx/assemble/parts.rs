//! Which part becomes which kind of component or service, and which answer stands in a field of the specification. An
//! answer without such a field, or one that the schema would refuse there, becomes a property.

use crate::documents::bom::answer::Answer;
use crate::documents::bom::{Dataset, Model, Neighbour, Part, Party, Service};
use crate::render::cyclonedx::assemble::identity::{hash, licences, package_url, unreadable_hash, version};
use crate::render::cyclonedx::assemble::wording::{fact, organization, property, silence};
use crate::render::cyclonedx::schema;
use crate::render::cyclonedx::wire::data::{
    self, ComponentData, Contents, Governance, ResponsibleParty, ServiceData,
};
use crate::render::cyclonedx::wire::model::{
    self, Considerations, DatasetRef, Modality, ModelCard, ModelParameters,
};
use crate::render::cyclonedx::wire::words::{ComponentType, DataType, Flow, ReferenceType};
use crate::render::cyclonedx::wire::{Component, ExternalReference, Property};

/// What the specification asks for and no record says.
const UNKNOWN: &str = "unknown";

/// What every component has, whatever its kind.
fn component(kind: ComponentType, part: &Part) -> Component {
    let own = [&part.version, &part.description, &part.maker];
    let mut properties: Vec<Property> = part.facts.iter().flat_map(fact).collect();
    properties.extend(own.into_iter().filter_map(silence));
    properties.push(property("source", &part.source));
    if version(part).is_none() {
        properties.extend(part.version.value().map(|text| property("version", text)));
    }
    Component {
        kind,
        bom_ref: Some(part.bom_ref.clone()),
        manufacturer: part.party.as_ref().map(organization),
        name: part.name.clone(),
        version: version(part),
        description: part.description.value().map(str::to_owned),
        properties,
        ..Component::default()
    }
}

pub(crate) fn system_component(part: &Part) -> Component {
    Component {
        supplier: part.party.as_ref().map(organization),
        ..component(ComponentType::Application, part)
    }
}

pub(crate) fn model_component(model: &Model) -> Component {
    let mut component = component(ComponentType::MachineLearningModel, &model.part);
    component.purl = package_url(&model.part, &model.uri);
    component.licenses = licences(&model.licence);
    component.hashes.extend(hash(&model.hash));
    component.model_card = Some(model_card(model));
    component.is_external = model.is_hosted.then_some(true);
    let references = [
        (ReferenceType::Distribution, &model.uri),
        (ReferenceType::License, &model.policy_url),
        (ReferenceType::Documentation, &model.training_summary_url),
    ];
    add_references(&mut component, references);
    let own = [
        &model.licence,
        &model.hash,
        &model.architecture,
        &model.inputs,
        &model.outputs,
        &model.limitations,
    ];
    component.properties.extend(own.into_iter().filter_map(silence));
    component.properties.extend(unreadable_hash(&model.hash));
    component
}

fn model_card(model: &Model) -> ModelCard {
    let modalities = |answer: &Answer| {
        let formats = answer.items.iter().cloned();
        formats.map(|format| Modality { format: Some(format) }).collect()
    };
    let dataset = |one: &Neighbour| {
        model::Dataset::Ref(DatasetRef {
            bom_ref: one.bom_ref.clone(),
        })
    };
    let parameters = ModelParameters {
        model_architecture: model.architecture.value().map(str::to_owned),
        datasets: model.datasets.iter().map(dataset).collect(),
        inputs: modalities(&model.inputs),
        outputs: modalities(&model.outputs),
        ..ModelParameters::default()
    };
    let considerations = Considerations {
        technical_limitations: model.limitations.items.clone(),
        ..Considerations::default()
    };
    ModelCard {
        model_parameters: Some(parameters),
        considerations: (!model.limitations.items.is_empty()).then_some(considerations),
        ..ModelCard::default()
    }
}

pub(crate) fn dataset_component(dataset: &Dataset) -> Component {
    let mut component = component(ComponentType::Data, &dataset.part);
    component.purl = package_url(&dataset.part, &dataset.uri);
    component.licenses = licences(&dataset.licence);
    component.hashes.extend(hash(&dataset.hash));
    component.data = vec![component_data(dataset)];
    add_references(&mut component, [(ReferenceType::Distribution, &dataset.uri)]);
    // That there is no personal data has no field of its own in the specification.
    if dataset.personal_data.items.is_empty() {
        component.properties.extend(fact(&dataset.personal_data));
    }
    let own = [&dataset.licence, &dataset.hash, &dataset.sensitivity];
    component.properties.extend(own.into_iter().filter_map(silence));
    component.properties.extend(unreadable_hash(&dataset.hash));
    component
}

fn component_data(dataset: &Dataset) -> ComponentData {
    let owner = |party: &Party| ResponsibleParty {
        organization: Some(organization(party)),
        contact: None,
    };
    let governance = |owners: Vec<ResponsibleParty>| Governance {
        owners,
        ..Governance::default()
    };
    let url = dataset.uri.value().filter(|uri| schema::is_address(uri));
    ComponentData {
        kind: if dataset.is_configuration {
            DataType::Configuration
        } else {
            DataType::Dataset
        },
        name: Some(dataset.part.name.clone()),
        contents: url.map(|url| Contents {
            url: Some(url.to_owned()),
            ..Contents::default()
        }),
        classification: Some(dataset.sensitivity.value().unwrap_or(UNKNOWN).to_owned()),
        sensitive_data: dataset.personal_data.items.clone(),
        description: dataset.part.description.value().map(str::to_owned),
        governance: dataset.owner.as_ref().map(|party| governance(vec![owner(party)])),
        ..ComponentData::default()
    }
}

pub(crate) fn service(service: &Service) -> data::Service {
    let part = &service.part;
    let endpoint = service.endpoint.value();
    let mut properties: Vec<Property> = part.facts.iter().flat_map(fact).collect();
    let own = [&part.version, &part.maker, &service.endpoint, &service.data_flow];
    properties.extend(own.into_iter().filter_map(silence));
    properties.extend([
        property("source", &part.source),
        property("service", &service.what),
    ]);
    properties.extend(
        endpoint
            .filter(|text| !schema::is_address(text))
            .map(|text| property("endpoint", text)),
    );
    data::Service {
        bom_ref: Some(part.bom_ref.clone()),
        provider: part.party.as_ref().map(organization),
        name: part.name.clone(),
        version: version(part),
        description: part.description.value().map(str::to_owned),
        endpoints: endpoint
            .filter(|text| schema::is_address(text))
            .map(str::to_owned)
            .into_iter()
            .collect(),
        x_trust_boundary: service.is_foreign,
        // The specification asks for direction and classification; what no record says is stated to be unknown.
        data: vec![ServiceData {
            flow: if service.flows_both_ways {
                Flow::BiDirectional
            } else {
                Flow::Unknown
            },
            classification: UNKNOWN.to_owned(),
            description: service.data_flow.value().map(str::to_owned),
            ..ServiceData::default()
        }],
        properties,
        ..data::Service::default()
    }
}

fn add_references<const N: usize>(component: &mut Component, references: [(ReferenceType, &Answer); N]) {
    for (kind, answer) in references {
        let Some(url) = answer.value() else {
            component.properties.extend(silence(answer));
            continue;
        };
        match schema::is_address(url) {
            true => component.external_references.push(ExternalReference {
                kind,
                url: url.to_owned(),
                comment: None,
            }),
            false => component.properties.push(property(answer.field, url)),
        }
    }
}
