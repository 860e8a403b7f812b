//! Who supplied which value: for each inventory line, the places in the document that were taken from it. The document
//! has to be in canonical order, because a place in it is counted.

use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::card::Card;
use crate::documents::bom::{self, BomView, Dataset, Model, Part};
use crate::render::cyclonedx::assemble::wording::{fact, manufacturer_ref, silence};
use crate::render::cyclonedx::wire::attest::Citation;
use crate::render::cyclonedx::wire::data::Service;
use crate::render::cyclonedx::wire::{Bom, Component, ExternalReference, Property};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Pointers by inventory line.
type Lines = BTreeMap<String, BTreeSet<String>>;

/// One part of the document, at its pointer.
struct Place<'a> {
    pointer: String,
    entry: Entry<'a>,
}

enum Entry<'a> {
    Component(&'a Component),
    Service(&'a Service),
}

/// Returns one citation for each inventory line; a value that is not in the document is not cited. Parts are looked at as
/// JSON one at a time, because there may be very many.
pub(crate) fn citations(view: &BomView, bom: &Bom) -> Vec<Citation> {
    let places = places(bom);
    let mut lines = Lines::new();
    for (part, answers) in parts(view) {
        let Some(place) = places.get(part.bom_ref.as_str()) else {
            continue;
        };
        let json = place.entry.json();
        let mut cite = |line: &str, path: &str| {
            if json.pointer(path).is_some() {
                let pointers = lines.entry(line.to_owned()).or_default();
                pointers.insert(format!("{}{path}", place.pointer));
            }
        };
        cite(&part.source, "/name");
        for (answer, path) in answers {
            place.entry.cite(answer, path, &mut cite);
        }
    }
    let citation = |(line, pointers)| citation(view, line, pointers);
    lines.into_iter().map(citation).collect()
}

fn citation(view: &BomView, line: String, pointers: BTreeSet<String>) -> Citation {
    Citation {
        bom_ref: Some(format!("citation:{line}")),
        pointers: pointers.into_iter().collect(),
        timestamp: format!("{}T00:00:00Z", view.as_of),
        attributed_to: Some(manufacturer_ref(&view.organisation)),
        note: Some(format!("inventory {line}")),
        ..Citation::default()
    }
}

impl Entry<'_> {
    fn json(&self) -> Value {
        let json = match self {
            Self::Component(it) => serde_json::to_value(it),
            Self::Service(it) => serde_json::to_value(it),
        };
        json.unwrap_or_default()
    }

    fn properties(&self) -> &[Property] {
        match self {
            Self::Component(it) => &it.properties,
            Self::Service(it) => &it.properties,
        }
    }

    fn references(&self) -> &[ExternalReference] {
        match self {
            Self::Component(it) => &it.external_references,
            Self::Service(it) => &it.external_references,
        }
    }

    /// Cites an answer where the specification has a field for it, and wherever it stands as property or reference.
    fn cite(&self, answer: &Answer, path: &str, mut cite: impl FnMut(&str, &str)) {
        let Some(line) = &answer.place else {
            return;
        };
        if answer.state == State::Shown && !path.is_empty() {
            cite(line, path);
        }
        let wanted: Vec<Property> = fact(answer).into_iter().chain(silence(answer)).collect();
        let properties = self.properties().iter().enumerate();
        for (at, _) in properties.filter(|(_, it)| wanted.contains(it)) {
            cite(line, &format!("/properties/{at}"));
        }
        let urls = self.references().iter().enumerate();
        for (at, _) in urls.filter(|(_, it)| answer.value() == Some(it.url.as_str())) {
            cite(line, &format!("/externalReferences/{at}"));
        }
    }
}

fn places(bom: &Bom) -> BTreeMap<&str, Place<'_>> {
    let components = bom.components.iter().enumerate();
    let components =
        components.map(|(at, it)| (&it.bom_ref, format!("/components/{at}"), Entry::Component(it)));
    let services = bom.services.iter().enumerate();
    let services = services.map(|(at, it)| (&it.bom_ref, format!("/services/{at}"), Entry::Service(it)));
    components
        .chain(services)
        .filter_map(|(name, pointer, entry)| Some((name.as_deref()?, Place { pointer, entry })))
        .collect()
}

/// Every part with its answers, each with the field of the specification that it fills.
fn parts(view: &BomView) -> Vec<(&Part, Vec<(&Answer, &'static str)>)> {
    let systems = view.systems.iter().map(|it| (it, of_part(it)));
    let models = view.models.iter().map(|it| (&it.part, of_model(it)));
    let datasets = view.datasets.iter().map(|it| (&it.part, of_dataset(it)));
    let services = view.services.iter().map(|it| (&it.part, of_service(it)));
    systems.chain(models).chain(datasets).chain(services).collect()
}

fn of_part(part: &Part) -> Vec<(&Answer, &'static str)> {
    let facts = part.facts.iter().map(|answer| (answer, ""));
    let own = [
        (&part.version, "/version"),
        (&part.description, "/description"),
        (&part.maker, "/manufacturer"),
    ];
    own.into_iter().chain(facts).collect()
}

fn of_model(model: &Model) -> Vec<(&Answer, &'static str)> {
    let mut answers = of_part(&model.part);
    answers.extend([
        (&model.licence, "/licenses"),
        (&model.hash, "/hashes"),
        (&model.sha512, "/hashes"),
        (&model.uri, ""),
        (&model.policy_url, ""),
        (&model.training_summary_url, ""),
        (
            &model.architecture,
            "/modelCard/modelParameters/modelArchitecture",
        ),
        (&model.inputs, "/modelCard/modelParameters/inputs"),
        (&model.outputs, "/modelCard/modelParameters/outputs"),
        (
            &model.limitations,
            "/modelCard/considerations/technicalLimitations",
        ),
    ]);
    answers.extend(of_card(&model.card));
    answers
}

fn of_card(card: &Card) -> [(&Answer, &'static str); 13] {
    let Card {
        task,
        architecture_family,
        learning_approach,
        training_process,
        intended_users,
        ..
    } = card;
    [
        (task, "/modelCard/modelParameters/task"),
        (
            architecture_family,
            "/modelCard/modelParameters/architectureFamily",
        ),
        (learning_approach, "/modelCard/modelParameters/approach"),
        (training_process, ""),
        (intended_users, "/modelCard/considerations/users"),
        (&card.use_cases, "/modelCard/considerations/useCases"),
        (
            &card.performance_tradeoffs,
            "/modelCard/considerations/performanceTradeoffs",
        ),
        (
            &card.performance_metrics,
            "/modelCard/quantitativeAnalysis/performanceMetrics",
        ),
        (
            &card.security_metrics,
            "/modelCard/quantitativeAnalysis/performanceMetrics",
        ),
        (
            &card.ethical_considerations,
            "/modelCard/considerations/ethicalConsiderations",
        ),
        (
            &card.fairness_assessments,
            "/modelCard/considerations/fairnessAssessments",
        ),
        (
            &card.training_kwh,
            "/modelCard/considerations/environmentalConsiderations",
        ),
        (
            &card.training_co2eq_t,
            "/modelCard/considerations/environmentalConsiderations",
        ),
    ]
}

fn of_dataset(dataset: &Dataset) -> Vec<(&Answer, &'static str)> {
    let mut answers = of_part(&dataset.part);
    answers.extend([
        (&dataset.licence, "/licenses"),
        (&dataset.hash, "/hashes"),
        (&dataset.sha512, "/hashes"),
        (&dataset.uri, "/data/0/contents"),
        (&dataset.sensitivity, "/data/0/classification"),
        (&dataset.personal_data, "/data/0/sensitiveData"),
    ]);
    answers
}

fn of_service(service: &bom::Service) -> Vec<(&Answer, &'static str)> {
    let part = &service.part;
    let mut answers = vec![(&part.maker, "/provider"), (&part.version, "/version")];
    answers.extend(part.facts.iter().map(|answer| (answer, "")));
    answers.extend([
        (&service.endpoint, "/endpoints"),
        (&service.data_flow, "/data/0/description"),
        (&service.sensitivity, "/data/0/classification"),
    ]);
    answers
}
