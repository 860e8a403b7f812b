//! AI systems as parts of the AI-BOM, and the integrations that each of them can call.

use crate::documents::bom::answer::Answer;
use crate::documents::bom::models::is_hosted;
use crate::documents::bom::records::{Records, dataset_ref, hosted_ref, model_ref, spoken_of, system_ref};
use crate::documents::bom::{Neighbour, Part, Service};
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::system::{Integration, Performance, System};
use crate::source::Spanned;
use std::collections::{BTreeMap, BTreeSet};

/// Returns every AI system, by id.
pub(crate) fn systems(records: &Records<'_>, tiers: &BTreeMap<Id, String>) -> Vec<Part> {
    let all = records.inventory.systems.values();
    all.map(|record| system(records, record, tiers.get(&record.id.value)))
        .collect()
}

/// Returns the integrations of all systems, by system and name.
pub(crate) fn integrations(records: &Records<'_>) -> Vec<Service> {
    let all = records.inventory.systems.values();
    all.flat_map(|system| {
        let names = integration_refs(system);
        let items = system.integrations.items().iter().zip(names);
        items
            .map(|(item, name)| integration(records, system, item, name))
            .collect::<Vec<_>>()
    })
    .collect()
}

fn system(records: &Records<'_>, record: &Record<System>, tier: Option<&String>) -> Part {
    let name = system_ref(record);
    let maker = records.maker("vendor", &record.vendor, &record.our_roles);
    let mut facts = facts(records, record);
    facts.extend(tier.map(|tier| Answer::stated("tier", tier)));
    Part {
        bom_ref: name.bom_ref,
        id: record.id.value.to_string(),
        name: name.name,
        source: records.place(record.id.span),
        version: Answer::of("version", &record.version),
        description: Answer::of("description", &record.description),
        maker: maker.says,
        party: maker.party,
        facts,
        depends_on: depends_on(records, record),
        references: Vec::new(),
    }
}

fn depends_on(records: &Records<'_>, record: &Record<System>) -> Vec<Neighbour> {
    let inventory = records.inventory;
    let models = inventory.models_of(record).map(model_ref);
    let hosted = inventory
        .models_of(record)
        .filter(|model| is_hosted(model))
        .map(hosted_ref);
    let datasets = inventory.datasets_of(record).map(dataset_ref);
    let all = models
        .chain(hosted)
        .chain(datasets)
        .chain(integration_refs(record));
    all.collect::<BTreeSet<_>>().into_iter().collect()
}

fn facts(records: &Records<'_>, record: &Record<System>) -> Vec<Answer> {
    let mut facts = vec![
        Answer::within("intended_purpose", &record.intended_purpose, |it| {
            Answer::of("intended_purpose", &it.text)
        }),
        Answer::of("our_use", &record.our_use),
        Answer::list("our_roles", &record.our_roles),
        Answer::of("lifecycle_status", &record.lifecycle_status),
        Answer::list("inputs", &record.inputs),
        Answer::list("output_modalities", &record.output_modalities),
        Answer::of("autonomy", &record.autonomy),
        Answer::within("processes_personal_data", &record.tripwires, |it| {
            Answer::of("processes_personal_data", &it.processes_personal_data)
        }),
    ];
    facts.extend(spoken_of([
        Answer::of("owner", &record.owner),
        Answer::of("trade_name", &record.trade_name),
        Answer::of("unambiguous_reference", &record.unambiguous_reference),
        Answer::day("placed_on_market_on", &record.placed_on_market_on),
        Answer::day("in_service_since", &record.in_service_since),
        Answer::day("retired_on", &record.retired_on),
        Answer::list("affected_persons", &record.affected_persons),
        Answer::list("limitations", &record.limitations),
        Answer::list("foreseeable_misuse", &record.foreseeable_misuse),
        Answer::list("prohibited_uses", &record.prohibited_uses),
        Answer::within("deployment.form", &record.deployment, |it| {
            Answer::of("deployment.form", &it.form)
        }),
        Answer::within("deployment.hosting_region", &record.deployment, |it| {
            Answer::of("deployment.hosting_region", &it.hosting_region)
        }),
        Answer::within("deployment.hardware", &record.deployment, |it| {
            Answer::of("deployment.hardware", &it.hardware)
        }),
        Answer::within("deployment.software", &record.deployment, |it| {
            Answer::of("deployment.software", &it.software)
        }),
        Answer::list("security_controls", &record.security_controls),
        models(record),
        performance(record),
        policy(records, record),
    ]));
    facts
}

/// Which models are inside is told by what a system depends on; here it is told when a record says that nobody knows.
fn models(record: &Record<System>) -> Answer {
    match record.models.stated() {
        Some(_) => Answer::absent("models"),
        None => Answer::list("models", &record.models),
    }
}

/// One line for each measurement.
fn performance(record: &Record<System>) -> Answer {
    let line = |one: &Performance| {
        let said = |field: &Field<String>| field.stated().cloned();
        let conditions = said(&one.conditions).map(|text| format!(" ({text})"));
        let value = said(&one.value).unwrap_or_else(|| "value not stated".to_owned());
        let metric = said(&one.metric).unwrap_or_else(|| "metric not stated".to_owned());
        format!("{metric}: {value}{}", conditions.unwrap_or_default())
    };
    let lines = record
        .performance
        .items()
        .iter()
        .map(|item| line(&item.value))
        .collect();
    Answer::lines("performance", &record.performance, lines)
}

/// The managed policies of the system, whichever of the two names the other.
fn policy(records: &Records<'_>, record: &Record<System>) -> Answer {
    let policies = records.inventory.policies_of(record);
    match policies.is_empty() {
        true => Answer::of("policy", &record.policy),
        false => Answer {
            at: policies.first().map(|policy| policy.id.span),
            items: policies.iter().map(|policy| policy.title().to_owned()).collect(),
            ..Answer::stated(
                "policy",
                policies
                    .iter()
                    .map(|policy| policy.title())
                    .collect::<Vec<_>>()
                    .join(", "),
            )
        },
    }
}

fn integration(
    records: &Records<'_>,
    system: &Record<System>,
    item: &Spanned<Integration>,
    name: Neighbour,
) -> Service {
    let it = &item.value;
    let maker = records.maker("vendor", &it.vendor, &Field::Absent);
    Service {
        is_foreign: maker.party.as_ref().map(|_| true),
        part: Part {
            id: name.bom_ref.trim_start_matches("service:").to_owned(),
            bom_ref: name.bom_ref,
            name: name.name,
            source: records.place(item.span),
            version: Answer::default(),
            description: Answer::default(),
            maker: maker.says,
            party: maker.party,
            facts: vec![Answer::of("approved", &it.approved)],
            depends_on: Vec::new(),
            references: Vec::new(),
        },
        what: it
            .r#type
            .stated()
            .map_or("integration", |kind| kind.words())
            .to_owned(),
        endpoint: Answer::of("endpoint", &it.endpoint),
        data_flow: Answer::of("data_flow", &it.data_flow),
        direction: it.direction.stated().copied(),
        sensitivity: Answer::of("data_sensitivity", &it.data_sensitivity),
        callers: vec![system_ref(system)],
        is_authenticated: it.authenticated.stated().copied(),
    }
}

/// Returns how the integrations of a system are referred to, in its order. Two of one name are told apart by number.
fn integration_refs(record: &Record<System>) -> Vec<Neighbour> {
    let mut taken = BTreeSet::new();
    let items = record.integrations.items().iter();
    items
        .map(|item| {
            let name = item
                .value
                .name
                .stated()
                .map_or("unnamed integration", String::as_str);
            let plain = format!("service:{}/{name}", record.id.value);
            let numbered = (2..).map(|number| format!("{plain}#{number}"));
            let mut candidates = [plain.clone()].into_iter().chain(numbered);
            let free = candidates.find(|one| taken.insert(one.clone()));
            Neighbour {
                bom_ref: free.unwrap_or(plain),
                name: name.to_owned(),
            }
        })
        .collect()
}
