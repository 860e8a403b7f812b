//! How much was used and what it cost, period by period, for systems that share their audit summaries. Of several
//! summaries of the same days the first that counts a thing speaks for it, and none are added.

use crate::documents::chart::Exhibit;
use crate::documents::chart::costs::trend;
use crate::documents::facts::Row;
use crate::documents::history::{History, histories, period};
use crate::documents::occasion::Occasion;
use crate::documents::shown::Shown;
use crate::documents::trail::Trail;
use crate::documents::use_and_costs::{currency_of, money};
use crate::inventory::audit::{AuditSummary, ModelCost, Seen, Tokens};
use crate::inventory::field::Field;
use crate::inventory::record::Record;
use crate::link::Inventory;
use crate::source::Spanned;
use serde::Serialize;
use std::collections::BTreeSet;

/// What was used by systems that share their audit summaries.
#[derive(Debug, Serialize)]
pub(crate) struct Used {
    id: String,
    title: String,
    periods: Vec<Row>,
    costs: Vec<Row>,
    models: Vec<Models>,
    /// The costs over the periods, when there is something to compare.
    pub(crate) trend: Exhibit,
}

/// What each model did in one period.
#[derive(Debug, Serialize)]
struct Models {
    period: String,
    rows: Vec<Row>,
}

/// A count of an audit summary: its name, and where it stands.
type Counted = (&'static str, fn(&AuditSummary) -> Option<&Field<u64>>);

const COUNTED: &[Counted] = &[
    ("volumes.sessions", |it| Some(&it.volumes.stated()?.sessions)),
    ("volumes.users_count", |it| {
        Some(&it.volumes.stated()?.users_count)
    }),
    ("costs.tokens.input", |it| Some(&tokens(it)?.input)),
    ("costs.tokens.output", |it| Some(&tokens(it)?.output)),
    ("costs.tokens.cache_read", |it| Some(&tokens(it)?.cache_read)),
    ("costs.tokens.cache_creation", |it| {
        Some(&tokens(it)?.cache_creation)
    }),
];

fn tokens(audit: &AuditSummary) -> Option<&Tokens> {
    audit.costs.stated()?.tokens.stated()
}

/// Returns what was used by the systems of each history that counts something.
pub(crate) fn used(trail: &mut Trail, inventory: &Inventory) -> Vec<Used> {
    let words = trail.words();
    let counting = histories(inventory).into_iter().filter(is_counting);
    let entries = counting.map(|history| {
        let section = format!("used-{}", history.id());
        let periods = history.periods();
        let counted = periods
            .iter()
            .map(|audits| counts(trail, &section, audits))
            .collect();
        let costs = history.audits.iter().filter(|audit| audit.costs.span().is_some());
        let costs = costs.map(|audit| cost(trail, &section, audit)).collect();
        let models = periods.iter().map(|audits| Models {
            period: audits
                .first()
                .map_or_else(String::new, |audit| period(words, audit)),
            rows: models(trail, &section, audits),
        });
        Used {
            id: history.id().to_owned(),
            title: history.title(words),
            periods: counted,
            costs,
            models: models.filter(|it| !it.rows.is_empty()).collect(),
            trend: trend(words, &history),
        }
    });
    entries.collect()
}

fn is_counting(history: &History<'_>) -> bool {
    let counts = |audit: &AuditSummary| {
        let is_said = |(_, find): &Counted| find(audit).is_some_and(|field| field.span().is_some());
        audit.costs.span().is_some() || COUNTED.iter().any(is_said)
    };
    history.audits.iter().any(|audit| counts(audit))
}

/// Returns the names of the systems about whose use and cost nothing is on record; none is an empty text.
pub(crate) fn silent(occasion: &Occasion<'_>) -> String {
    let (words, all) = (occasion.words, histories(occasion.inventory));
    let counting: Vec<&History<'_>> = all.iter().filter(|history| is_counting(history)).collect();
    let is_silent = |id| {
        let mut systems = counting.iter().flat_map(|history| &history.systems);
        !systems.any(|system| system.id.value == id)
    };
    let systems = occasion.inventory.systems.values();
    let silent = systems.filter(|system| is_silent(system.id.value.clone()));
    let titles: Vec<String> = silent.map(|system| words.quote(system.title())).collect();
    titles.join(&words.say("between-long-items"))
}

/// Returns period, sessions, active users, tokens sent, returned, read from and written into a cache.
fn counts(trail: &mut Trail, section: &str, audits: &[&Record<AuditSummary>]) -> Row {
    let words = trail.words();
    let days = audits
        .first()
        .map_or_else(String::new, |audit| period(words, audit));
    let mut row = vec![days];
    for (name, find) in COUNTED {
        let mut said = audits.iter().filter_map(|audit| {
            let field = find(audit).filter(|field| field.span().is_some())?;
            Some((audit, field))
        });
        row.push(match said.next() {
            Some((audit, field)) => trail.about(section, audit.id.value.as_str()).field(name, field),
            None => words.say("not-on-record"),
        });
    }
    row
}

/// Returns period, cost, whether it is an estimate, the sources that show it.
fn cost(trail: &mut Trail, section: &str, audit: &Record<AuditSummary>) -> Row {
    let words = trail.words();
    let mut said = trail.about(section, audit.id.value.as_str());
    let Some(costs) = audit.costs.stated() else {
        let why = said.field_as("costs", &audit.costs, |_| String::new());
        let rest = vec![words.say("not-on-record"); 2];
        return [vec![period(words, audit), why], rest].concat();
    };
    let amount = said.field_as("costs.amount", &costs.amount, |amount| {
        match costs.currency.stated() {
            Some(currency) => money(words, *amount, currency),
            None => format!("{} ({})", amount.shown(words), words.missing("costs.currency")),
        }
    });
    vec![
        period(words, audit),
        amount,
        said.field("costs.estimated", &costs.estimated),
        said.optional("costs.from", &costs.from),
    ]
}

/// Returns model, requests, tokens sent, returned, read from and written into a cache, cost.
fn models(trail: &mut Trail, section: &str, audits: &[&Record<AuditSummary>]) -> Vec<Row> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for audit in audits {
        names.extend(
            costed(audit)
                .iter()
                .filter_map(|it| it.value.name.stated())
                .map(String::as_str),
        );
        let seen = audit.models_seen.items().iter();
        names.extend(seen.filter_map(|it| it.value.name.stated()).map(String::as_str));
    }
    let rows = names.into_iter().map(|name| {
        let mut row = vec![trail.words().quote(name), requests(trail, section, audits, name)];
        row.extend(costs_of_model(trail, section, audits, name));
        row
    });
    rows.collect()
}

fn costed(audit: &AuditSummary) -> &[Spanned<ModelCost>] {
    audit.costs.stated().map_or(&[], |costs| costs.by_model.items())
}

fn requests(trail: &mut Trail, section: &str, audits: &[&Record<AuditSummary>], name: &str) -> String {
    let seen = audits.iter().find_map(|audit| {
        let mut items = audit.models_seen.items().iter().enumerate();
        let is_it = |seen: &Seen| seen.name.stated().is_some_and(|it| it == name);
        let (at, seen) = items.find(|(_, it)| is_it(&it.value) && it.value.count.span().is_some())?;
        Some((audit, at, seen))
    });
    match seen {
        Some((audit, at, seen)) => trail
            .about(section, audit.id.value.as_str())
            .field(&format!("models_seen[{at}].count"), &seen.value.count),
        None => trail.words().say("not-on-record"),
    }
}

fn costs_of_model(
    trail: &mut Trail,
    section: &str,
    audits: &[&Record<AuditSummary>],
    name: &str,
) -> Vec<String> {
    let words = trail.words();
    let costed = audits.iter().find_map(|audit| {
        let mut items = costed(audit).iter().enumerate();
        let (at, cost) = items.find(|(_, it)| it.value.name.stated().is_some_and(|it| it == name))?;
        Some((audit, at, cost))
    });
    let Some((audit, at, cost)) = costed else {
        return vec![words.say("not-on-record"); 5];
    };
    let field = |name: &str| format!("costs.by_model[{at}].{name}");
    let mut said = trail.about(section, audit.id.value.as_str());
    let mut row = Vec::new();
    match cost.value.tokens.stated() {
        Some(it) => {
            row.push(said.optional(&field("tokens.input"), &it.input));
            row.push(said.optional(&field("tokens.output"), &it.output));
            row.push(said.optional(&field("tokens.cache_read"), &it.cache_read));
            row.push(said.optional(&field("tokens.cache_creation"), &it.cache_creation));
        }
        None => row.extend(vec![words.say("not-on-record"); 4]),
    }
    row.push(match cost.value.amount.span() {
        Some(_) => said.field_as(&field("amount"), &cost.value.amount, |amount| {
            money(words, *amount, currency_of(audit))
        }),
        None => words.say("not-on-record"),
    });
    row
}
