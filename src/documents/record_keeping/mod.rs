//! The record-keeping record: which logs are kept, by whom and for how long, what becomes of the declared periods, where
//! the counts of the audit summaries come from, what they cannot show, and which months they cover. Incidents and their
//! reports stand in the human-oversight record, and counts of reviews too.

mod continuity;
mod logs;
mod sources;
mod verdict;

use crate::documents::approval::{self, Signatures};
use crate::documents::classes::is_high_risk;
use crate::documents::document::{Document, document};
use crate::documents::facts::{Definition, Fact, Row};
use crate::documents::gaps::GapRows;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::duties::DOCUMENTS_KEPT_YEARS;
use crate::law::gaps::REC_005;
use crate::law::terms::Role;
use crate::obligations::records::documents_kept_until;
use serde::Serialize;

/// The sections that show gaps, with the beginning of their codes.
const GAPS: &[(&str, &str)] = &[
    ("logs", "REC-001"),
    ("logs", "REC-002"),
    ("logs", "REC-003"),
    ("logs", "REC-004"),
    ("logs", "REC-006"),
    ("logs", "REC-010"),
    ("logs", "EVD-00"),
    ("logs", "EVD-048"),
    ("vendors", "VEN-011"),
    ("vendors", "VEN-012"),
    ("sources", "REC-008"),
    ("sources", "EVD-01"),
    ("sources", "EVD-020"),
    ("sources", "EVD-021"),
    ("sources", "EVD-022"),
    ("sources", "EVD-023"),
    ("sources", "EVD-045"),
    ("sources", "EVD-047"),
    ("continuity", "REC-007"),
    ("continuity", "EVD-042"),
    ("documents", "REC-005"),
];

#[derive(Serialize)]
struct View {
    logs: Vec<logs::Logs>,
    unlogged: String,
    measured: Vec<Row>,
    vendors: Vec<Row>,
    sources: Vec<Row>,
    files: Vec<Definition>,
    cross_checks: Vec<Row>,
    blind_spots: Vec<Definition>,
    calendar: continuity::Calendar,
    continuity: Vec<Row>,
    documents: Vec<Row>,
    documents_basis: String,
    documents_years: i16,
    n_incidents: usize,
    approval: Vec<Fact>,
    signatures: Signatures,
    gaps: GapRows,
}

/// Returns the document.
pub(crate) fn record_keeping(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let purpose = words.say("records-purpose");
    let front = occasion.front(words.say("records-title"), &purpose, occasion.organisation);
    let view = view(occasion, &mut trail);
    document("record-keeping", "record-keeping.md.tera", &front, &view, trail)
}

fn view(occasion: &Occasion<'_>, trail: &mut Trail) -> View {
    let inventory = occasion.inventory;
    View {
        logs: logs::logs(occasion, trail),
        unlogged: unlogged(occasion),
        measured: sources::measured(occasion, trail),
        vendors: logs::vendors(trail, inventory),
        sources: sources::sources(occasion, trail),
        files: sources::files(occasion, trail),
        cross_checks: sources::cross_checks(occasion, trail),
        blind_spots: sources::blind_spots(occasion, trail),
        calendar: continuity::calendar(occasion),
        continuity: continuity::continuity(trail, inventory),
        documents: documents(occasion, trail),
        documents_basis: lacking::cites(occasion.words, REC_005.cites),
        documents_years: DOCUMENTS_KEPT_YEARS,
        n_incidents: inventory.incidents.len(),
        approval: approval::of_document(trail, "approval", occasion.organisation),
        signatures: Signatures::default().of(trail, "approval", &inventory.audits),
        gaps: occasion.gaps_by_section(trail, GAPS),
    }
}

/// Returns the names of the systems without an audit summary; none is an empty text.
fn unlogged(occasion: &Occasion<'_>) -> String {
    let systems = occasion.inventory.systems.values();
    let open = systems.filter(|system| occasion.inventory.audits_of(system).is_empty());
    let titles: Vec<String> = open.map(|system| occasion.words.quote(system.title())).collect();
    titles.join(&occasion.words.say("between-long-items"))
}

/// Returns system, the day it was placed on the market, the day until which its documents are kept; of high-risk
/// systems that we provide.
fn documents(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let is_meant = |system: &&Record<System>| {
        let class = occasion.class(&system.id.value);
        let roles = system.our_roles.items();
        class.is_some_and(is_high_risk) && roles.iter().any(|role| role.value == Role::Provider)
    };
    let rows = occasion
        .inventory
        .systems
        .values()
        .filter(is_meant)
        .map(|system| {
            let mut said = trail.about("documents", system.id.value.as_str());
            let (words, placed) = (said.words(), &system.placed_on_market_on);
            let until = placed.stated().map(|day| words.day(documents_kept_until(*day)));
            vec![
                words.quote(system.title()),
                said.field("placed_on_market_on", placed),
                until.unwrap_or_else(|| words.say("unknown")),
            ]
        });
    rows.collect()
}
