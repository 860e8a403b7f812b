//! What is logged about people, who can read it and for how long it stays; what vendors do with what they receive.

use crate::documents::facts::Row;
use crate::documents::history::histories;
use crate::documents::neighbours::title;
use crate::documents::shown::Shown;
use crate::documents::trail::{Said, Trail};
use crate::inventory::audit::LogCategory;
use crate::inventory::id::Id;
use crate::inventory::policy::ManagedPolicy;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::inventory::vendor::Vendor;
use crate::link::Inventory;
use std::collections::BTreeSet;

/// Returns systems, log, held by, how long it is kept, personal data, who can read it; from the latest summaries.
pub(crate) fn logs(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let mut rows = Vec::new();
    for history in histories(inventory) {
        for audit in history.logs() {
            let mut said = trail.about("logging", audit.id.value.as_str());
            let systems = history.title(said.words());
            let items = audit.log_categories.items().iter().enumerate();
            rows.extend(items.map(|(at, log)| log_row(&mut said, &systems, at, &log.value)));
        }
    }
    rows
}

fn log_row(said: &mut Said<'_>, systems: &str, at: usize, log: &LogCategory) -> Row {
    let name = |field: &str| format!("log_categories[{at}].{field}");
    vec![
        systems.to_owned(),
        said.field(&name("category"), &log.category),
        said.field(&name("held_by"), &log.held_by),
        kept(said, at, log),
        said.field(&name("personal_data"), &log.personal_data),
        said.field(&name("access_roles"), &log.access_roles),
    ]
}

/// Returns for how long a log is kept, such as `6 months to 12 months`.
fn kept(said: &mut Said<'_>, at: usize, log: &LogCategory) -> String {
    let name = |field: &str| format!("log_categories[{at}].{field}");
    match (log.retention_min.stated(), log.retention_max.stated()) {
        (Some(least), Some(most)) if least == most => said.field(&name("retention_min"), &log.retention_min),
        (Some(least), Some(most)) => {
            let own = said.words();
            let blanks = [
                ("least", least.shown(own).into()),
                ("most", most.shown(own).into()),
            ];
            let words = own.say_with("kept-from-to", &blanks);
            let places = [
                ("retention_min", log.retention_min.span()),
                ("retention_max", log.retention_max.span()),
            ];
            for (field, at) in places {
                at.into_iter().for_each(|at| said.note(&name(field), &words, at));
            }
            words
        }
        (Some(_) | None, _) => {
            let least = said.field(&name("retention_min"), &log.retention_min);
            let most = said.field(&name("retention_max"), &log.retention_max);
            let blanks = [("least", least.into()), ("most", most.into())];
            said.words().say_with("kept-least-most", &blanks)
        }
    }
}

/// Returns system, whether it processes personal data, impact assessment.
pub(crate) fn personal_data(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let rows = inventory.systems.values().map(|system| {
        let mut said = trail.about("logging", system.id.value.as_str());
        vec![
            said.words().quote(system.title()),
            said.within("tripwires.processes_personal_data", &system.tripwires, |it| {
                &it.processes_personal_data
            }),
            title(&mut said, &inventory.assessments, "dpia", &system.dpia),
        ]
    });
    rows.collect()
}

/// Returns vendor, whether it trains on our data, regions, how long it keeps logs, day of the processing agreement.
pub(crate) fn vendors(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let used: BTreeSet<&Id> = inventory
        .systems
        .values()
        .flat_map(|system| receivers(inventory, system))
        .collect();
    let is_used = |vendor: &&Record<Vendor>| used.contains(&vendor.id.value);
    let rows = inventory.vendors.values().filter(is_used).map(|vendor| {
        let mut said = trail.about("logging", vendor.id.value.as_str());
        vec![
            said.words().quote(vendor.title()),
            said.field("trains_on_our_data", &vendor.trains_on_our_data),
            said.field("data_region", &vendor.data_region),
            said.within("log_retention.standard", &vendor.log_retention, |it| &it.standard),
            said.within("dpa.signed_on", &vendor.dpa, |it| &it.signed_on),
        ]
    });
    rows.collect()
}

/// Returns the vendors that can receive data from a system: its own, those of its models, those of its integrations.
fn receivers<'i>(inventory: &'i Inventory, system: &'i Record<System>) -> Vec<&'i Id> {
    let models = inventory
        .models_of(system)
        .filter_map(|model| model.provider.stated());
    let integrations = system.integrations.items().iter();
    let integrations = integrations.filter_map(|it| it.value.vendor.stated());
    system
        .vendor
        .stated()
        .into_iter()
        .chain(models)
        .chain(integrations)
        .collect()
}

/// Returns policy, whether use is measured, where to, whether users are named; of policies that speak about it.
pub(crate) fn telemetry(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let speaks = |policy: &&Record<ManagedPolicy>| policy.telemetry.span().is_some();
    let rows = inventory.policies.values().filter(speaks).map(|policy| {
        let mut said = trail.about("logging", policy.id.value.as_str());
        let telemetry = &policy.telemetry;
        vec![
            said.words().quote(policy.title()),
            said.within("telemetry.enabled", telemetry, |it| &it.enabled),
            said.within("telemetry.exporter", telemetry, |it| &it.exporter),
            said.within("telemetry.user_identity", telemetry, |it| &it.user_identity),
            said.field("local_transcript_retention", &policy.local_transcript_retention),
        ]
    });
    rows.collect()
}
