//! The record of use and costs: how much was used in each period and by which models, what that cost, what the
//! organisation allows itself, and what it expected. Counts of whole groups; nothing is converted, and nothing that two
//! sources see is added. No duty of the Act stands behind it.

mod caps;
mod expected;
mod used;

use crate::documents::approval::{self, Signatures};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Fact, Row};
use crate::documents::gaps::GapRows;
use crate::documents::occasion::Occasion;
use crate::documents::shown::Shown;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::inventory::audit::AuditSummary;
use crate::inventory::money::Amount;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::tongue::words::Words;
use serde::Serialize;

/// The sections that show gaps, with their codes.
const GAPS: &[(&str, &str)] = &[
    ("caps", "COST-001"),
    ("caps", "COST-002"),
    ("caps", "COST-003"),
    ("caps", "COST-004"),
];

#[derive(Serialize)]
struct View {
    used: Vec<used::Used>,
    silent: String,
    caps: Vec<Row>,
    against_caps: Vec<Row>,
    forecasts: Vec<Row>,
    against_forecasts: Vec<Row>,
    approval: Vec<Fact>,
    signatures: Signatures,
    gaps: GapRows,
}

/// Returns the document.
pub(crate) fn use_and_costs(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let purpose = words.say("costs-purpose");
    let front = occasion.front(words.say("costs-title"), &purpose, occasion.organisation);
    let view = view(occasion, &mut trail);
    let document = document("use-and-costs", "use-and-costs.md.tera", &front, &view, trail)?;
    Ok(document.illustrated(view.used.iter().map(|used| &used.trend)))
}

fn view(occasion: &Occasion<'_>, trail: &mut Trail) -> View {
    let inventory = occasion.inventory;
    View {
        used: used::used(trail, inventory),
        silent: used::silent(occasion),
        caps: caps::caps(trail, inventory),
        against_caps: caps::against_caps(trail, inventory),
        forecasts: expected::forecasts(trail, inventory),
        against_forecasts: expected::against_forecasts(trail, inventory),
        approval: approval::of_document(trail, "approval", occasion.organisation),
        signatures: Signatures::default().of(trail, "approval", &inventory.audits),
        gaps: occasion.gaps_by_section(trail, GAPS),
    }
}

/// Returns an amount with its currency.
fn money(words: Words, amount: Amount, currency: &str) -> String {
    let blanks = [
        ("amount", amount.shown(words).into()),
        ("currency", words.quote(currency).into()),
    ];
    words.say_with("costs-money", &blanks)
}

/// Returns the names of systems that share costs.
fn titles(words: Words, systems: &[&Record<System>]) -> String {
    match systems.is_empty() {
        true => words.say("no-systems-named"),
        false => words.list(systems.iter().map(|system| words.quote(system.title()))),
    }
}

/// Returns the currency of the costs of a summary; an empty text when it states none.
fn currency_of(audit: &AuditSummary) -> &str {
    let costs = audit.costs.stated();
    costs
        .and_then(|it| it.currency.stated())
        .map_or("", String::as_str)
}
