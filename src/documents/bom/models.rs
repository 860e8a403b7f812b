//! Models as parts of the AI-BOM. A hosted model is described twice: as a model, because that is what it is, and as a
//! service, because that is what systems call.

use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::card::card;
use crate::documents::bom::files::{self, OfPart};
use crate::documents::bom::records::{Records, dataset_ref, hosted_ref, model_ref, spoken_of, system_ref};
use crate::documents::bom::references::{Leads, Reference};
use crate::documents::bom::{Model, Neighbour, Part, Service};
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::model::{self, Access, Confirmed};
use crate::inventory::record::Record;
use crate::inventory::system::DataDirection;
use crate::law::terms::Role;
use std::collections::BTreeMap;

/// Returns every model, by id.
pub(crate) fn models(records: &Records<'_>) -> Vec<Model> {
    let all = records.inventory.models.values();
    all.map(|record| model(records, record)).collect()
}

/// Returns the service behind each hosted model, by id.
pub(crate) fn hosted_models(records: &Records<'_>) -> Vec<Service> {
    let callers = callers(records);
    let all = records.inventory.models.values();
    all.filter(|record| is_hosted(record))
        .map(|record| hosted_model(records, record, callers.get(&record.id.value)))
        .collect()
}

/// Returns whether somebody else's machine runs the model.
pub(crate) fn is_hosted(record: &Record<model::Model>) -> bool {
    match record.access.stated() {
        Some(Access::HostedApi | Access::CloudMarketplace) => true,
        Some(Access::SelfHosted | Access::Embedded) | None => false,
    }
}

fn model(records: &Records<'_>, record: &Record<model::Model>) -> Model {
    let datasets: Vec<Neighbour> = records
        .named(&records.inventory.datasets, &record.datasets)
        .map(dataset_ref)
        .collect();
    let modalities = |field: &'static str, list: fn(&model::Modalities) -> Answer| {
        Answer::within(field, &record.modalities, list)
    };
    let files = files::of_part(
        records,
        record.title(),
        &record.files,
        ["authenticity.hash", "authenticity.sha512"],
    );
    let sha512 = Answer::within("authenticity.sha512", &record.authenticity, |it| {
        Answer::of("authenticity.sha512", &it.sha512)
    });
    Model {
        part: part(records, record, &datasets, &files),
        licence: Answer::of("licence", &record.licence),
        hash: OfPart::or_of_file(hash(record), &files.sha256),
        sha512: OfPart::or_of_file(sha512, &files.sha512),
        uri: Answer::of("uri", &record.uri),
        policy_url: Answer::of("acceptable_use_policy_url", &record.acceptable_use_policy_url),
        training_summary_url: Answer::of("training_data_summary_url", &record.training_data_summary_url),
        architecture: Answer::of("architecture", &record.architecture),
        inputs: modalities("modalities.input", |it| {
            Answer::list("modalities.input", &it.input)
        }),
        outputs: modalities("modalities.output", |it| {
            Answer::list("modalities.output", &it.output)
        }),
        limitations: Answer::list("known_limitations", &record.known_limitations),
        card: card(record),
        datasets,
        files: files.files,
        is_hosted: is_hosted(record),
    }
}

fn part(
    records: &Records<'_>,
    record: &Record<model::Model>,
    datasets: &[Neighbour],
    files: &OfPart,
) -> Part {
    let mut facts = facts(record);
    facts.extend(spoken_of([files.listed.clone()]));
    let name = model_ref(record);
    let maker = records.maker("provider", &record.provider, &record.our_roles);
    let bases = records
        .named(&records.inventory.models, &record.base_models)
        .map(model_ref);
    Part {
        bom_ref: name.bom_ref,
        id: record.id.value.to_string(),
        name: name.name,
        source: records.place(record.id.span),
        version: Answer::of("version_or_snapshot", &record.version_or_snapshot),
        description: Answer::of("description", &record.description),
        maker: maker.says,
        references: model_card(record),
        party: maker.party,
        facts,
        depends_on: bases
            .chain(datasets.iter().cloned())
            .chain(files.neighbours())
            .collect(),
    }
}

fn model_card(record: &Record<model::Model>) -> Vec<Reference> {
    let url = record.model_card_url.stated();
    let reference = |url: &String| Reference {
        leads: Leads::ModelCard,
        url: url.clone(),
        says: "model card of the provider".to_owned(),
    };
    url.map(reference).into_iter().collect()
}

/// The systems that call each model, in the order of their ids.
fn callers<'a>(records: &Records<'a>) -> BTreeMap<&'a Id, Vec<Neighbour>> {
    let mut callers: BTreeMap<&Id, Vec<Neighbour>> = BTreeMap::new();
    for system in records.inventory.systems.values() {
        for model in records.inventory.models_of(system) {
            callers
                .entry(&model.id.value)
                .or_default()
                .push(system_ref(system));
        }
    }
    callers
}

fn facts(record: &Record<model::Model>) -> Vec<Answer> {
    let mut facts = vec![
        Answer::of("access", &record.access),
        Answer::day("release_date", &record.release_date),
        Answer::of("our_modification", &record.our_modification),
        confirmed("gpai", &record.gpai),
    ];
    facts.extend(spoken_of([
        confirmed("systemic_risk", &record.systemic_risk),
        Answer::list("our_roles", &record.our_roles),
        Answer::of("parameters", &record.parameters),
        Answer::within("modalities.max_input_size", &record.modalities, |it| {
            Answer::of("modalities.max_input_size", &it.max_input_size)
        }),
        Answer::day("union_market_date", &record.union_market_date),
        Answer::day("end_of_life_on", &record.end_of_life_on),
        Answer::of(
            "technical_means_of_integration",
            &record.technical_means_of_integration,
        ),
        Answer::of("required_software", &record.required_software),
        Answer::of("copyright_policy_url", &record.copyright_policy_url),
        Answer::of("code_of_practice", &record.code_of_practice),
        Answer::within("marking.metadata", &record.marking, |it| {
            Answer::of("marking.metadata", &it.metadata)
        }),
        Answer::within("marking.watermark", &record.marking, |it| {
            Answer::of("marking.watermark", &it.watermark)
        }),
        Answer::within("marking.detection_url", &record.marking, |it| {
            Answer::of("marking.detection_url", &it.detection_url)
        }),
        Answer::within("energy.training", &record.energy, |it| {
            Answer::of("energy.training", &it.training)
        }),
        Answer::within("energy.inference", &record.energy, |it| {
            Answer::of("energy.inference", &it.inference)
        }),
    ]));
    facts
}

/// `unknown` is a word of this vocabulary; it is still not an answer.
fn confirmed(field: &'static str, value: &Field<Confirmed>) -> Answer {
    let answer = Answer::of(field, value);
    match value.is(&Confirmed::Unknown) {
        true => Answer {
            state: State::Unknown,
            words: Some(answer.says().into()),
            items: Vec::new(),
            ..answer
        },
        false => answer,
    }
}

/// The vendor of a hosted model holds its file, so its endpoint may be all there is; whether a hash applies is for the
/// organisation to say.
fn hash(record: &Record<model::Model>) -> Answer {
    let hash = Answer::within("authenticity.hash", &record.authenticity, |it| {
        Answer::of("authenticity.hash", &it.hash)
    });
    let endpoint = record.authenticity.stated().and_then(|it| it.endpoint.stated());
    match endpoint {
        Some(endpoint) if hash.state == State::Missing => Answer {
            words: Some(format!("missing: authenticity.hash; endpoint {endpoint}").into()),
            ..hash
        },
        Some(_) | None => hash,
    }
}

fn hosted_model(
    records: &Records<'_>,
    record: &Record<model::Model>,
    callers: Option<&Vec<Neighbour>>,
) -> Service {
    let name = hosted_ref(record);
    let maker = records.maker("provider", &record.provider, &record.our_roles);
    let is_ours = record
        .our_roles
        .items()
        .iter()
        .any(|role| role.value == Role::GpaiProvider);
    Service {
        is_foreign: maker.party.as_ref().map(|_| !is_ours),
        part: Part {
            bom_ref: name.bom_ref,
            id: record.id.value.to_string(),
            name: name.name,
            source: records.place(record.id.span),
            version: Answer::of("version_or_snapshot", &record.version_or_snapshot),
            description: Answer::default(),
            maker: maker.says,
            party: maker.party,
            facts: vec![Answer::of("access", &record.access)],
            depends_on: vec![model_ref(record)],
            references: Vec::new(),
        },
        what: "hosted model".to_owned(),
        endpoint: Answer::within("authenticity.endpoint", &record.authenticity, |it| {
            Answer::of("authenticity.endpoint", &it.endpoint)
        }),
        data_flow: Answer::stated("data_flow", "what systems send to the model, and its answers"),
        direction: Some(DataDirection::Both),
        sensitivity: Answer::of("data_sensitivity", &record.data_sensitivity),
        callers: callers.cloned().unwrap_or_default(),
        // An interface of a vendor that bills by account cannot but ask; no record says so, and it is left unsaid.
        is_authenticated: None,
    }
}
