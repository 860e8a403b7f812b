//! A digest of the instructions for use of a high-risk system, point by point, so that deployers find in one place what
//! the law has a provider tell them. Who provides the system writes it; who deploys it needs it.

use crate::documents::facts::{Definition, Fact, Facts};
use crate::documents::neighbours::title_on;
use crate::documents::shown::enumeration;
use crate::documents::trail::{Said, Trail};
use crate::inventory::field::{Field, List};
use crate::inventory::record::Record;
use crate::inventory::system::{Performance, System};
use crate::link::Inventory;
use serde::Serialize;

/// The digest for one system.
#[derive(Debug, Serialize)]
pub(crate) struct Digest {
    id: String,
    title: String,
    given: Vec<Fact>,
    points: Vec<Definition>,
}

/// Returns the digest for a system.
pub(crate) fn digest(trail: &mut Trail, inventory: &Inventory, system: &Record<System>) -> Digest {
    let id = system.id.value.as_str();
    let section = format!("instructions-{id}");
    Digest {
        id: id.to_owned(),
        title: system.title().to_owned(),
        given: given(trail.about(&section, id), inventory, system),
        points: points(trail, &section, inventory, system),
    }
}

/// Returns which instructions were given, and where our use departs from them.
fn given(said: Said<'_>, inventory: &Inventory, system: &System) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.group(
        "Instructions for use",
        "instructions_for_use",
        &system.instructions_for_use,
        |facts, given| {
            facts.ask_as(
                "Instructions for use",
                "instructions_for_use.evidence",
                &given.evidence,
                |id| title_on(&inventory.evidence, id),
            );
            facts.ask("Version", "instructions_for_use.version", &given.version);
            facts.tell(
                "Received on",
                "instructions_for_use.received_on",
                &given.received_on,
            );
            facts.tell(
                "Where our use departs from them",
                "instructions_for_use.deviations",
                &given.deviations,
            );
        },
    );
    facts.rows()
}

/// Returns what the records say on each point that instructions for use have to cover, in the order of the law.
fn points(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<Definition> {
    let provider = provider(trail, section, inventory, system);
    let oversight = oversight(trail, section, inventory, system);
    let mut said = trail.about(section, system.id.value.as_str());
    let said = &mut said;
    let performance = &system.performance;
    vec![
        Definition::new("Provider", vec![provider]),
        Definition::new(
            "Intended purpose",
            vec![said.within("intended_purpose.text", &system.intended_purpose, |it| &it.text)],
        ),
        Definition::new(
            "Accuracy, robustness and cybersecurity",
            measured(said, performance),
        ),
        Definition::new(
            "Foreseeable circumstances that lead to risk, and foreseeable misuse",
            vec![said.field("foreseeable_misuse", &system.foreseeable_misuse)],
        ),
        Definition::new(
            "Performance for particular groups",
            vec![groups(said, performance)],
        ),
        Definition::new(
            "Data: what it expects and what stands behind it",
            vec![said.field_as("datasets", &system.datasets, |_| {
                enumeration(inventory.datasets_of(system).map(Record::title))
            })],
        ),
        Definition::new(
            "Limits, and how to read what it puts out",
            vec![said.field("limitations", &system.limitations)],
        ),
        Definition::new(
            "Changes determined in advance",
            vec![said.field("predetermined_changes", &system.predetermined_changes)],
        ),
        Definition::new("Human oversight", vec![oversight]),
        Definition::new("Hardware, lifetime and maintenance", upkeep(said, system)),
        Definition::new("Logs", vec![logs(inventory, system)]),
    ]
}

fn provider(trail: &mut Trail, section: &str, inventory: &Inventory, system: &Record<System>) -> String {
    let mut said = trail.about(section, system.id.value.as_str());
    match inventory.vendor(&system.vendor) {
        Some(vendor) => {
            let name = said.field_as("vendor", &system.vendor, |_| vendor.title().to_owned());
            let mut said = trail.about(section, vendor.id.value.as_str());
            let contact = said.within("contact.email", &vendor.contact, |it| &it.email);
            format!("{name}; contact: {contact}")
        }
        None => said.field_as("vendor", &system.vendor, |_| String::new()),
    }
}

fn measured(said: &mut Said<'_>, performance: &Field<List<Performance>>) -> Vec<String> {
    if performance.items().is_empty() {
        return vec![said.field_as("performance", performance, |_| "none".to_owned())];
    }
    let lines = performance.items().iter().enumerate().map(|(at, measured)| {
        let name = |field: &str| format!("performance[{at}].{field}");
        let measured = &measured.value;
        let metric = said.field(&name("metric"), &measured.metric);
        let value = said.field(&name("value"), &measured.value);
        match measured.conditions.span() {
            None => format!("{metric}: {value}"),
            Some(_) => format!(
                "{metric}: {value} ({})",
                said.field(&name("conditions"), &measured.conditions)
            ),
        }
    });
    lines.collect()
}

fn groups(said: &mut Said<'_>, performance: &Field<List<Performance>>) -> String {
    let items = performance.items().iter().enumerate();
    let stated = items.filter(|(_, measured)| measured.value.groups.span().is_some());
    let groups: Vec<String> = stated
        .map(|(at, measured)| said.field(&format!("performance[{at}].groups"), &measured.value.groups))
        .collect();
    match groups.is_empty() {
        true => said.field_as("performance.groups", &Field::<String>::Absent, String::clone),
        false => enumeration(groups),
    }
}

fn oversight(trail: &mut Trail, section: &str, inventory: &Inventory, system: &Record<System>) -> String {
    let assignments = inventory.oversight_of(system);
    if assignments.is_empty() {
        let mut said = trail.about(section, system.id.value.as_str());
        return said.field_as("oversight", &system.oversight, |id| id.to_string());
    }
    let titles = assignments.iter().map(|assignment| assignment.title());
    format!(
        "set out in the human-oversight record, under {}",
        enumeration(titles)
    )
}

fn upkeep(said: &mut Said<'_>, system: &System) -> Vec<String> {
    let hardware = match system.deployment.stated().map(|it| it.hardware.span()) {
        Some(Some(_)) => said.within("deployment.hardware", &system.deployment, |it| &it.hardware),
        Some(None) | None => "not stated".to_owned(),
    };
    let lifetime = said.within("maintenance.expected_lifetime", &system.maintenance, |it| {
        &it.expected_lifetime
    });
    let updates = said.within("maintenance.update_policy", &system.maintenance, |it| {
        &it.update_policy
    });
    vec![
        format!("Hardware: {hardware}"),
        format!("Expected lifetime: {lifetime}"),
        format!("Updates: {updates}"),
    ]
}

fn logs(inventory: &Inventory, system: &Record<System>) -> String {
    let audits = inventory.audits_of(system);
    let n_logs = audits
        .last()
        .map_or(0, |audit| audit.log_categories.items().len());
    match n_logs {
        0 => "missing: log_categories of an audit summary".to_owned(),
        _ => "set out in the section on logging and privacy, and in the human-oversight record".to_owned(),
    }
}
