//! Which logs are kept, by whom, for how long and how safely; where counts come from; whether the periods follow on
//! each other; which incidents are on record. Shows what the audit summaries of the latest period say.

use crate::documents::classes::is_high_risk;
use crate::documents::facts::{Definition, Row};
use crate::documents::history::{follows, histories, period};
use crate::documents::lacking;
use crate::documents::neighbours::{self, title};
use crate::documents::occasion::Occasion;
use crate::documents::shown::{Shown, shown};
use crate::documents::trail::Trail;
use crate::inventory::audit::{AuditSource, AuditSummary, LogCategory};
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::inventory::vendor::Vendor;
use crate::law::duties::{Duty, duty};
use crate::link::Inventory;
use crate::link::audits::{beside, days};
use crate::obligations::records::retention;
use crate::source::Spanned;
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

/// Returns the logs of every history, from its latest period that describes them, with the sources of these days.
pub(crate) fn records(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Records> {
    let inventory = occasion.inventory;
    let entries = histories(inventory).into_iter().filter_map(|history| {
        let described = history.logs();
        let audit = described.last().copied().or(history.latest())?;
        let section = format!("records-{}", audit.id.value);
        let counted = beside(&history.audits, audit);
        let each = |rows: &mut dyn FnMut(&Record<AuditSummary>) -> Vec<Row>| {
            described.iter().flat_map(|audit| rows(audit)).collect()
        };
        Some(Records {
            id: audit.id.value.to_string(),
            title: history.title(trail.words()),
            period: period(trail.words(), audit),
            logs: each(&mut |audit| logs(trail, &section, audit)),
            minimum: each(&mut |audit| minimum(occasion, &history.systems, audit)),
            places: each(&mut |audit| places(trail, &section, audit)),
            sources: counted
                .iter()
                .flat_map(|audit| sources(trail, &section, inventory, audit))
                .collect(),
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
    let (words, mut rows) = (occasion.words, Vec::new());
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
                    words.quote(system.title()),
                    shown(words, "category", &log.value.category, |it| it.shown(words)),
                    words.term(retention(&log.value)),
                    lacking::cites(words, duty.cites),
                    from.map_or_else(|| words.say("unknown"), |day| words.day(day)),
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
            let words = said.words();
            let rest = vec![words.say("not-on-record"); 3];
            return [vec![words.quote(vendor.title()), why], rest].concat();
        };
        vec![
            said.words().quote(vendor.title()),
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
    let words = trail.words();
    let mut rows = Vec::new();
    for history in histories(inventory) {
        let mut before: Option<&Record<AuditSummary>> = None;
        for audit in &history.audits {
            let covered = period(words, audit);
            if let Some(at) = audit.period.span() {
                let mut said = trail.about("records", audit.id.value.as_str());
                said.note("period", &covered, at);
            }
            let follows = follows(words, before, audit);
            rows.push(vec![history.title(words), covered, follows]);
            // A short period inside a long one leaves the long one to be followed.
            let reaches = |it: &Record<AuditSummary>| days(it).map(|(_, end)| end);
            before = before.filter(|it| reaches(it) > reaches(audit)).or(Some(audit));
        }
    }
    rows
}

/// Returns system, incident, day, how serious, causal link, closed on.
pub(crate) fn incidents(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let mut rows = Vec::new();
    for system in inventory.systems.values() {
        let of_system = neighbours::incidents(trail, "sampling", inventory, system).into_iter();
        let title = trail.words().quote(system.title());
        rows.extend(of_system.map(|row| [vec![title.clone()], row].concat()));
    }
    rows
}

/// Returns incident, aware on, to be reported by, reported on, legal basis; of serious incidents whose clock runs.
pub(crate) fn clocks(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let clocks = occasion.assessment.report_clocks();
    let rows = clocks.into_iter().filter_map(|(id, clock)| {
        let incident = occasion.inventory.incidents.get(id)?;
        let words = trail.words();
        let mut said = trail.about("sampling", id.as_str());
        let reported = clock.reported_on.map(|day| words.day(day));
        Some(vec![
            words.quote(incident.title()),
            said.field("aware_on", &incident.aware_on),
            words.day(clock.due_by),
            reported.unwrap_or_else(|| words.say("incident-no-report")),
            lacking::cite(words, clock.cite),
            words.day(clock.applies_from),
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
        let words = said.words();
        Definition::new(
            words.quote(incident.title()),
            vec![
                said.field("description", &incident.description),
                words.say_with("incident-cause", &[("says", cause.into())]),
                words.say_with("incident-corrected", &[("says", corrected.into())]),
            ],
        )
    });
    entries.collect()
}
