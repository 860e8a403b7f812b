//! Which logs are kept, by whom, for how long and how safely; where counts come from; whether the periods follow on
//! each other; which incidents are on record. Shows what the latest audit summary says.

use crate::documents::classes::is_high_risk;
use crate::documents::facts::{Definition, Row};
use crate::documents::history::{follows, histories, period};
use crate::documents::neighbours::{self, title};
use crate::documents::occasion::Occasion;
use crate::documents::shown::{Shown, enumeration, missing};
use crate::documents::trail::Trail;
use crate::inventory::audit::{AuditSource, AuditSummary, LogCategory};
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::inventory::vendor::Vendor;
use crate::law::duties::{Duty, duty};
use crate::link::Inventory;
use crate::obligations::records::retention;
use crate::source::Spanned;
use crate::tongue::words::Words;
use serde::Serialize;

/// The duties to keep logs: of the provider, of the deployer.
const LOGS: [&str; 2] = ["art-19-logs", "art-26-6-logs"];

/// The logs of systems that share their audit summaries.
#[derive(Debug, Serialize)]
pub(crate) struct Records {
    id: String,
    title: String,
    period: String,
    logs: Vec<Row>,
    minimum: Vec<Row>,
    places: Vec<Row>,
    sources: Vec<Row>,
}

/// Returns the logs of every history, from its latest summary.
pub(crate) fn records(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Records> {
    let inventory = occasion.inventory;
    let entries = histories(inventory).into_iter().filter_map(|history| {
        let audit = history.latest()?;
        let section = format!("records-{}", audit.id.value);
        Some(Records {
            id: audit.id.value.to_string(),
            title: history.title(Words::default()),
            period: period(Words::default(), audit),
            logs: logs(trail, &section, audit),
            minimum: minimum(occasion, &history.systems, audit),
            places: places(trail, &section, audit),
            sources: sources(trail, &section, inventory, audit),
        })
    });
    entries.collect()
}

/// Returns log, held by, kept at least, kept at most, personal data, protection.
fn logs(trail: &mut Trail, section: &str, audit: &Record<AuditSummary>) -> Vec<Row> {
    let mut said = trail.about(section, audit.id.value.as_str());
    let row = |(at, log): (usize, &Spanned<LogCategory>)| {
        let name = |field: &str| format!("log_categories[{at}].{field}");
        let log = &log.value;
        vec![
            said.field(&name("category"), &log.category),
            said.field(&name("held_by"), &log.held_by),
            said.field(&name("retention_min"), &log.retention_min),
            said.field(&name("retention_max"), &log.retention_max),
            said.field(&name("personal_data"), &log.personal_data),
            said.optional(&name("integrity"), &log.integrity),
        ]
    };
    audit.log_categories.items().iter().enumerate().map(row).collect()
}

/// Returns system, log, its period against the minimum of the law, legal basis, applies from; of high-risk systems.
fn minimum(occasion: &Occasion<'_>, systems: &[&Record<System>], audit: &Record<AuditSummary>) -> Vec<Row> {
    let mut rows = Vec::new();
    for system in systems {
        let class = occasion
            .class(&system.id.value)
            .filter(|class| is_high_risk(class));
        let duties = LOGS
            .into_iter()
            .filter_map(duty)
            .filter(|duty| owes(system, duty));
        let Some(class) = class else { continue };
        let from = class.deadline.or(class.applies_from);
        for duty in duties {
            rows.extend(audit.log_categories.items().iter().map(|log| {
                vec![
                    system.title().to_owned(),
                    log.value
                        .category
                        .stated()
                        .map_or(missing("category"), Shown::in_english),
                    retention(&log.value).words().to_owned(),
                    enumeration(duty.cites),
                    from.map_or("unknown".to_owned(), |day| day.in_words()),
                ]
            }));
        }
    }
    rows
}

fn owes(system: &System, duty: &Duty) -> bool {
    let roles = system.our_roles.items();
    roles.iter().any(|role| duty.roles.contains(&role.value))
}

/// Returns log, where it lies, who can read it, on which basis the period rests, deletion verified on.
fn places(trail: &mut Trail, section: &str, audit: &Record<AuditSummary>) -> Vec<Row> {
    let mut said = trail.about(section, audit.id.value.as_str());
    let row = |(at, log): (usize, &Spanned<LogCategory>)| {
        let name = |field: &str| format!("log_categories[{at}].{field}");
        let log = &log.value;
        vec![
            said.field(&name("category"), &log.category),
            said.field(&name("location"), &log.location),
            said.field(&name("access_roles"), &log.access_roles),
            said.field(&name("basis"), &log.basis),
            said.optional(&name("deletion_verified_on"), &log.deletion_verified_on),
        ]
    };
    audit.log_categories.items().iter().enumerate().map(row).collect()
}

/// Returns source, kind, extracted on, query, evidence.
fn sources(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    audit: &Record<AuditSummary>,
) -> Vec<Row> {
    let mut said = trail.about(section, audit.id.value.as_str());
    let row = |(at, source): (usize, &Spanned<AuditSource>)| {
        let name = |field: &str| format!("sources[{at}].{field}");
        let source = &source.value;
        vec![
            said.field(&name("name"), &source.name),
            said.field(&name("type"), &source.r#type),
            said.field(&name("extracted_on"), &source.extracted_on),
            said.field(&name("query"), &source.query),
            title(
                &mut said,
                &inventory.evidence,
                &name("evidence"),
                &source.evidence,
            ),
        ]
    };
    audit.sources.items().iter().enumerate().map(row).collect()
}

/// Returns vendor, how long it keeps logs, whether none are kept, whether we can export them, by which means.
pub(crate) fn vendors(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let speaks = |vendor: &&Record<Vendor>| vendor.log_retention.span().is_some();
    let rows = inventory.vendors.values().filter(speaks).map(|vendor| {
        let mut said = trail.about("records", vendor.id.value.as_str());
        let Some(kept) = vendor.log_retention.stated() else {
            let why = said.field_as("log_retention", &vendor.log_retention, |_| String::new());
            let rest = std::iter::repeat_n("not on record".to_owned(), 3);
            return [vendor.title().to_owned(), why].into_iter().chain(rest).collect();
        };
        vec![
            vendor.title().to_owned(),
            said.field("log_retention.standard", &kept.standard),
            said.field("log_retention.zero_retention", &kept.zero_retention),
            said.field("log_retention.export_available", &kept.export_available),
            said.optional("log_retention.export_means", &kept.export_means),
        ]
    });
    rows.collect()
}

/// Returns systems, period, how it follows on the one before.
pub(crate) fn continuity(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let mut rows = Vec::new();
    for history in histories(inventory) {
        let mut before = None;
        for audit in &history.audits {
            let covered = period(Words::default(), audit);
            if let Some(at) = audit.period.span() {
                let mut said = trail.about("records", audit.id.value.as_str());
                said.note("period", &covered, at);
            }
            rows.push(vec![
                history.title(Words::default()),
                covered,
                follows(before, audit),
            ]);
            before = Some(*audit);
        }
    }
    rows
}

/// Returns system, incident, day, how serious, causal link, closed on.
pub(crate) fn incidents(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let mut rows = Vec::new();
    for system in inventory.systems.values() {
        let of_system = neighbours::incidents(trail, "sampling", inventory, system).into_iter();
        rows.extend(of_system.map(|row| [vec![system.title().to_owned()], row].concat()));
    }
    rows
}

/// Returns incident, aware on, to be reported by, reported on, legal basis; of serious incidents whose clock runs.
pub(crate) fn clocks(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let clocks = occasion.assessment.report_clocks();
    let rows = clocks.into_iter().filter_map(|(id, clock)| {
        let incident = occasion.inventory.incidents.get(id)?;
        let mut said = trail.about("sampling", id.as_str());
        Some(vec![
            incident.title().to_owned(),
            said.field("aware_on", &incident.aware_on),
            clock.due_by.in_words(),
            clock
                .reported_on
                .map_or("no report on record".to_owned(), |day| day.in_words()),
            clock.cite.to_string(),
            clock.applies_from.in_words(),
        ])
    });
    rows.collect()
}

/// Returns what happened in each incident and what was done about it.
pub(crate) fn incident_notes(trail: &mut Trail, inventory: &Inventory) -> Vec<Definition> {
    let entries = inventory.incidents.values().map(|incident| {
        let mut said = trail.about("sampling", incident.id.value.as_str());
        let cause = said.field("root_cause", &incident.root_cause);
        let corrected = said.field("corrective_actions", &incident.corrective_actions);
        Definition::new(
            incident.title(),
            vec![
                said.field("description", &incident.description),
                format!("Root cause: {cause}"),
                format!("Corrected: {corrected}"),
            ],
        )
    });
    entries.collect()
}
