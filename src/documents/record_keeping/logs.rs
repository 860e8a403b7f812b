//! Which logs are kept, by whom, for how long, where and how safely, as the latest audit summary of each system declares
//! it; and what vendors keep. What becomes of a declared period stands in `verdict`.

use crate::documents::facts::{Definition, Row};
use crate::documents::history::{histories, period};
use crate::documents::occasion::Occasion;
use crate::documents::record_keeping::verdict;
use crate::documents::trail::Trail;
use crate::inventory::audit::{AuditSummary, LogCategory};
use crate::inventory::record::Record;
use crate::inventory::vendor::Vendor;
use crate::link::Inventory;
use crate::link::audits::beside;
use crate::source::Spanned;
use serde::Serialize;

/// The logs of systems that share their audit summaries.
#[derive(Debug, Serialize)]
pub(crate) struct Logs {
    id: String,
    title: String,
    period: String,
    logs: Vec<Row>,
    verdicts: Vec<Definition>,
    places: Vec<Row>,
}

/// Returns the logs of every history, from its latest period that describes them.
pub(crate) fn logs(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Logs> {
    let entries = histories(occasion.inventory).into_iter().filter_map(|history| {
        let described = history.logs();
        let audit = described.last().copied().or(history.latest())?;
        let counted = beside(&history.audits, audit);
        let section = format!("logs-{}", audit.id.value);
        Some(Logs {
            id: audit.id.value.to_string(),
            title: history.title(trail.words()),
            period: period(trail.words(), audit),
            logs: described
                .iter()
                .flat_map(|audit| declared(trail, &section, audit))
                .collect(),
            verdicts: described
                .iter()
                .flat_map(|audit| verdict::verdicts(occasion, &history.systems, audit, &counted))
                .collect(),
            places: described
                .iter()
                .flat_map(|audit| places(trail, &section, audit))
                .collect(),
        })
    });
    entries.collect()
}

/// Returns log, held by, kept at least, kept at most, personal data.
fn declared(trail: &mut Trail, section: &str, audit: &Record<AuditSummary>) -> Vec<Row> {
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
        ]
    };
    audit.log_categories.items().iter().enumerate().map(row).collect()
}

/// Returns log, where it lies, who can read it, on which basis the period rests, protection, deletion verified on.
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
            said.optional(&name("integrity"), &log.integrity),
            said.optional(&name("deletion_verified_on"), &log.deletion_verified_on),
        ]
    };
    audit.log_categories.items().iter().enumerate().map(row).collect()
}

/// Returns vendor, how long it keeps logs, whether none are kept, whether we can export them, by which means.
pub(crate) fn vendors(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let speaks = |vendor: &&Record<Vendor>| vendor.log_retention.span().is_some();
    let rows = inventory.vendors.values().filter(speaks).map(|vendor| {
        let mut said = trail.about("vendors", vendor.id.value.as_str());
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
