//! Which part becomes which kind of component, and which answer stands in a field of the specification. An
//! answer without such a field, or one that the schema would refuse there, becomes a property.

use crate::documents::bom::answer::Answer;
use crate::documents::bom::references::{Leads, Reference};
use crate::documents::bom::{Dataset, Model, Part, Party};
use crate::render::cyclonedx::assemble::card::{model_card, silences};
use crate::render::cyclonedx::assemble::files::of_one_file;
use crate::render::cyclonedx::assemble::identity::{hashes, licences, package_url, unreadable_hash, version};
use crate::render::cyclonedx::assemble::wording::{fact, organization, property, silence};
use crate::render::cyclonedx::schema;
use crate::render::cyclonedx::wire::data::{ComponentData, Contents, Governance, ResponsibleParty};
use crate::render::cyclonedx::wire::words::{ComponentType, DataType, ReferenceType};
use crate::render::cyclonedx::wire::{Component, ExternalReference, Property};

/// What the specification asks for and no record says.
pub(crate) const UNKNOWN: &str = "unknown";

/// What every component has, whatever its kind.
fn component(kind: ComponentType, part: &Part) -> Component {
    let own = [&part.version, &part.description, &part.maker];
    let mut properties: Vec<Property> = part.facts.iter().flat_map(fact).collect();
    properties.extend(own.into_iter().filter_map(silence));
    properties.push(property("source", &part.source));
    if version(part).is_none() {
        properties.extend(part.version.value().map(|text| property("version", text)));
    }
    let mut external_references = references(&part.references);
    external_references.extend(part.party.iter().flat_map(|party| references(&party.security)));
    Component {
        kind,
        external_references,
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
    component.purl = Some(package_url(&model.part, &model.uri));
    component.licenses = licences(&model.licence);
    component.hashes = hashes([&model.hash, &model.sha512]);
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
    component.properties.extend(silences(&model.card));
    component.properties.extend(of_one_file(&model.files));
    let training = model.card.training_process.value();
    component
        .properties
        .extend(training.map(|text| property("training_process", text)));
    let unreadable = [&model.hash, &model.sha512]
        .into_iter()
        .filter_map(unreadable_hash);
    component.properties.extend(unreadable);
    component
}

pub(crate) fn dataset_component(dataset: &Dataset) -> Component {
    let mut component = component(ComponentType::Data, &dataset.part);
    component.purl = Some(package_url(&dataset.part, &dataset.uri));
    component.licenses = licences(&dataset.licence);
    component.hashes = hashes([&dataset.hash, &dataset.sha512]);
    component.data = vec![component_data(dataset)];
    add_references(&mut component, [(ReferenceType::Distribution, &dataset.uri)]);
    // That there is no personal data has no field of its own in the specification.
    if dataset.personal_data.items.is_empty() {
        component.properties.extend(fact(&dataset.personal_data));
    }
    component.properties.extend(of_one_file(&dataset.files));
    let own = [&dataset.licence, &dataset.hash, &dataset.sensitivity];
    component.properties.extend(own.into_iter().filter_map(silence));
    let unreadable = [&dataset.hash, &dataset.sha512]
        .into_iter()
        .filter_map(unreadable_hash);
    component.properties.extend(unreadable);
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

/// Returns the places where more is said, as far as the schema takes them for addresses.
pub(crate) fn references(all: &[Reference]) -> Vec<ExternalReference> {
    let reference = |one: &Reference| ExternalReference {
        kind: match one.leads {
            Leads::Documentation => ReferenceType::Documentation,
            Leads::Configuration => ReferenceType::Configuration,
            Leads::SecurityContact => ReferenceType::SecurityContact,
            Leads::Advisories => ReferenceType::Advisories,
            Leads::ModelCard => ReferenceType::ModelCard,
        },
        url: one.url.clone(),
        comment: Some(one.says.clone()),
        hashes: Vec::new(),
    };
    let known = all.iter().filter(|one| schema::is_address(&one.url));
    known.map(reference).collect()
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
                // What is fetched there is the file whose hash is known.
                hashes: match kind == ReferenceType::Distribution {
                    true => component.hashes.clone(),
                    false => Vec::new(),
                },
            }),
            false => component.properties.push(property(answer.field, url)),
        }
    }
}
