//! Parts that others list, in CycloneDX terms: added to a document that already has our own parts. What the
//! specification or our rules do not take in its field becomes a property. Nothing is invented, nothing dropped.

use crate::documents::bom::answer::Answer;
use crate::documents::bom::imported::{Imported, ImportedPart, Origin};
use crate::render::cyclonedx::assemble::identity::{hash, licences};
use crate::render::cyclonedx::assemble::wording::property;
use crate::render::cyclonedx::rules::is_package_url;
use crate::render::cyclonedx::schema;
use crate::render::cyclonedx::wire::data::Service;
use crate::render::cyclonedx::wire::model::{ModelCard, PerformanceMetric, QuantitativeAnalysis};
use crate::render::cyclonedx::wire::words::ComponentType;
use crate::render::cyclonedx::wire::{
    Bom, Component, Dependency, License, LicenseChoice, Organization, Property, Refs,
};
use crate::sbom::PartKind;
use std::collections::{BTreeMap, BTreeSet};

/// The longest version that the specification takes.
const LONGEST_VERSION: usize = 1024;

/// Adds everything that others list.
pub(crate) fn add(bom: &mut Bom, imported: &Imported) {
    for part in &imported.parts {
        match component_type(part.kind) {
            Some(kind) => bom.components.push(component(kind, part)),
            None => bom.services.push(service(part)),
        }
    }
    for component in &mut bom.components {
        let origins = component.bom_ref.as_ref().and_then(|name| imported.met.get(name));
        component.properties.extend(origins.into_iter().flat_map(sources));
    }
    add_dependencies(bom, imported);
}

fn add_dependencies(bom: &mut Bom, imported: &Imported) {
    let mut added: BTreeMap<&str, &BTreeSet<String>> = BTreeMap::new();
    let none = BTreeSet::new();
    added.extend(imported.parts.iter().map(|part| (part.bom_ref.as_str(), &none)));
    added.extend(imported.depends_on.iter().map(|(from, to)| (from.as_str(), to)));
    for entry in &mut bom.dependencies {
        let more = added.remove(entry.bom_ref.as_str());
        entry.depends_on.0.extend(more.into_iter().flatten().cloned());
    }
    bom.dependencies
        .extend(added.into_iter().map(|(from, to)| Dependency {
            bom_ref: from.to_owned(),
            depends_on: Refs(to.iter().cloned().collect()),
        }));
}

/// Returns the type of component; nothing for a service, which is none.
fn component_type(kind: PartKind) -> Option<ComponentType> {
    Some(match kind {
        PartKind::Service => return None,
        PartKind::Model => ComponentType::MachineLearningModel,
        PartKind::Data => ComponentType::Data,
        PartKind::Application => ComponentType::Application,
        PartKind::Framework => ComponentType::Framework,
        PartKind::Library => ComponentType::Library,
        PartKind::Container => ComponentType::Container,
        PartKind::Platform => ComponentType::Platform,
        PartKind::OperatingSystem => ComponentType::OperatingSystem,
        PartKind::Device => ComponentType::Device,
        PartKind::DeviceDriver => ComponentType::DeviceDriver,
        PartKind::Firmware => ComponentType::Firmware,
        PartKind::File => ComponentType::File,
        PartKind::CryptographicAsset => ComponentType::CryptographicAsset,
    })
}

fn component(kind: ComponentType, part: &ImportedPart) -> Component {
    let (readable, unreadable): (Vec<_>, Vec<_>) = part
        .hashes
        .iter()
        .map(|(alg, value)| format!("{}:{value}", alg.to_ascii_lowercase()))
        .partition(|text| hash(&Answer::stated("hash", text.as_str())).is_some());
    let readable = readable
        .iter()
        .filter_map(|text| hash(&Answer::stated("hash", text.as_str())));
    let purl = part.purl.clone().filter(|purl| is_package_url(purl));
    let mut properties = common(part);
    properties.extend(unreadable.into_iter().map(|text| property("hash", text)));
    if purl.is_none() {
        properties.extend(part.purl.iter().map(|purl| property("purl", purl)));
    }
    Component {
        kind,
        bom_ref: Some(part.bom_ref.clone()),
        supplier: part.supplier.as_deref().map(organization),
        group: part.group.clone(),
        name: part.name.clone(),
        version: version(part),
        hashes: readable.collect(),
        licenses: choices(part),
        purl,
        model_card: model_card(part),
        properties,
        ..Component::default()
    }
}

fn service(part: &ImportedPart) -> Service {
    let (addresses, others): (Vec<&String>, Vec<&String>) =
        part.endpoints.iter().partition(|text| schema::is_address(text));
    let mut properties = common(part);
    properties.extend(others.into_iter().map(|text| property("endpoint", text)));
    properties.extend(part.purl.iter().map(|purl| property("purl", purl)));
    Service {
        bom_ref: Some(part.bom_ref.clone()),
        provider: part.supplier.as_deref().map(organization),
        group: part.group.clone(),
        name: part.name.clone(),
        version: version(part),
        endpoints: addresses.into_iter().cloned().collect(),
        licenses: choices(part),
        properties,
        ..Service::default()
    }
}

/// Returns where the part comes from, and what has no field of its own.
fn common(part: &ImportedPart) -> Vec<Property> {
    let mut properties: Vec<Property> = sources(&part.origins).collect();
    properties.extend(part.datasets.iter().map(|name| property("dataset", name)));
    if version(part).is_none() {
        properties.extend(part.version.iter().map(|text| property("version", text)));
    }
    properties
}

/// Says for each file that lists a part: which, what the file calls the part and what holds it there, and the file's hash.
fn sources(origins: &BTreeSet<Origin>) -> impl Iterator<Item = Property> + use<> {
    let mut said = BTreeSet::new();
    for origin in origins {
        let name = origin
            .bom_ref
            .as_ref()
            .map_or_else(String::new, |name| format!("#{name}"));
        said.insert(("source", format!("{}{name}", origin.path)));
        said.insert(("source_sha256", format!("{} {}", origin.path, origin.sha256)));
        let within = origin
            .within
            .as_ref()
            .map(|within| format!("{}#{within}", origin.path));
        said.extend(within.map(|within| ("within", within)));
    }
    said.into_iter().map(|(name, value)| property(name, value))
}

fn version(part: &ImportedPart) -> Option<String> {
    let version = part.version.clone()?;
    (version.chars().count() <= LONGEST_VERSION).then_some(version)
}

/// The specification takes several licences, or one expression alone; an expression among several becomes a name.
fn choices(part: &ImportedPart) -> Vec<LicenseChoice> {
    let read = |text: &String| licences(&Answer::stated("licence", text.as_str()));
    let choices: Vec<LicenseChoice> = part.licences.iter().flat_map(read).collect();
    match choices.len() {
        0 | 1 => choices,
        _ => choices.into_iter().map(named).collect(),
    }
}

fn named(choice: LicenseChoice) -> LicenseChoice {
    match choice.expression {
        None => choice,
        Some(expression) => LicenseChoice {
            license: Some(License {
                name: Some(expression),
                ..License::default()
            }),
            expression: None,
        },
    }
}

fn model_card(part: &ImportedPart) -> Option<ModelCard> {
    let metric = |(what, value): (&String, &String)| PerformanceMetric {
        kind: Some(what.clone()),
        value: Some(value.clone()),
        ..PerformanceMetric::default()
    };
    let metrics: Vec<PerformanceMetric> = part.metrics.iter().map(metric).collect();
    let has_card = part.kind == PartKind::Model && !metrics.is_empty();
    has_card.then(|| ModelCard {
        quantitative_analysis: Some(QuantitativeAnalysis {
            performance_metrics: metrics,
            ..QuantitativeAnalysis::default()
        }),
        ..ModelCard::default()
    })
}

fn organization(name: &str) -> Organization {
    Organization {
        name: Some(name.to_owned()),
        ..Organization::default()
    }
}
