//! The caps that the organisation set for itself, and the costs of each month beside them. A cap for each user is held
//! against all active users together: who of them spent what is not on record and not asked for.

use crate::documents::facts::Row;
use crate::documents::history::{histories, period};
use crate::documents::trail::Trail;
use crate::documents::use_and_costs::{currency_of, money, titles};
use crate::inventory::audit::AuditSummary;
use crate::inventory::field::Field;
use crate::inventory::money::Amount;
use crate::inventory::organisation::Organisation;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::Inventory;
use crate::obligations::budget::{self, Beside, Cap, Incomparable, Overall, against_cap, n_users, spent};
use crate::tongue::words::Words;

/// Returns for what, cap for each user and month, cap for each month, set by, apply from; the organisation first.
pub(crate) fn caps(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let mut rows: Vec<Row> = inventory
        .organisation
        .iter()
        .filter_map(|it| of_organisation(trail, it))
        .collect();
    let budgeted = inventory.systems.values().filter(|it| it.budget.span().is_some());
    rows.extend(budgeted.map(|system| row(trail, system)));
    rows
}

fn of_organisation(trail: &mut Trail, organisation: &Record<Organisation>) -> Option<Row> {
    let words = trail.words();
    let budget = organisation.budget.stated()?;
    let currency = budget.currency.stated().map_or("", String::as_str);
    let mut said = trail.about("caps", organisation.id.value.as_str());
    Some(vec![
        words.say("costs-all-systems"),
        words.say("not-on-record"),
        said.field_as("budget.cap_per_month", &budget.cap_per_month, |amount| {
            money(words, *amount, currency)
        }),
        said.optional("budget.set_by", &budget.set_by),
        said.optional("budget.applies_from", &budget.applies_from),
    ])
}

fn row(trail: &mut Trail, system: &Record<System>) -> Row {
    let words = trail.words();
    let mut said = trail.about("caps", system.id.value.as_str());
    let Some(budget) = system.budget.stated() else {
        let why = said.field_as("budget", &system.budget, |_| String::new());
        let rest = vec![words.say("not-on-record"); 3];
        return [vec![words.quote(system.title()), why], rest].concat();
    };
    let currency = budget.currency.stated().map_or("", String::as_str);
    let mut amount = |name: &str, field: &Field<Amount>| match field.span() {
        Some(_) => said.field_as(name, field, |amount| money(words, *amount, currency)),
        None => words.say("not-on-record"),
    };
    let of_user = amount("budget.cap_per_user", &budget.cap_per_user);
    let of_month = amount("budget.cap_per_month", &budget.cap_per_month);
    vec![
        words.quote(system.title()),
        of_user,
        of_month,
        said.optional("budget.set_by", &budget.set_by),
        said.optional("budget.applies_from", &budget.applies_from),
    ]
}

/// Returns all systems, month, the cap of the organisation, its amount, the sum of costs, what follows.
fn overall(trail: &mut Trail, month: &Overall<'_>) -> Option<Row> {
    let (words, first) = (trail.words(), month.audits.first()?);
    let sum = marked(
        words,
        money(words, month.beside.spent, currency_of(first)),
        &month.audits,
    );
    for audit in &month.audits {
        let mut said = trail.about("caps", audit.id.value.as_str());
        if let Some(at) = audit.costs.span() {
            said.note("costs.amount", &sum, at);
        }
    }
    let follows = match (month.beside.is_above(), month.n_left_out) {
        (true, _) => words.say("cap-above"),
        (false, _) if !month.not_in_the_sum.is_empty() => {
            let systems = titles(words, &month.not_in_the_sum);
            words.say_with("cap-within-known", &[("systems", systems.into())])
        }
        (false, 0) => words.say("cap-within"),
        (false, _) => words.say("cap-within-currency"),
    };
    Some(vec![
        words.say("costs-all-systems"),
        period(words, first),
        words.term(Cap::OfMonth),
        money(words, month.beside.declared, currency_of(first)),
        sum,
        follows,
    ])
}

/// Returns systems, period, which cap, what it comes to, costs, what follows; all systems together first.
pub(crate) fn against_caps(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let words = trail.words();
    let months = budget::of_organisation(inventory);
    let mut rows: Vec<Row> = months.iter().filter_map(|month| overall(trail, month)).collect();
    for history in histories(inventory) {
        for audit in history.audits.iter().filter(|it| it.costs.stated().is_some()) {
            let systems = inventory.systems_of_audit(audit);
            let bodies: Vec<&System> = systems.iter().map(|it| &it.body).collect();
            let n_users = n_users(&history.audits, audit);
            for cap in Cap::ALL {
                if let Some(verdict) = against_cap(*cap, &bodies, spent(audit), n_users) {
                    let own = vec![titles(words, &systems), period(words, audit), words.term(*cap)];
                    rows.push([own, compared(trail, audit, verdict)].concat());
                }
            }
        }
    }
    rows
}

fn compared(trail: &mut Trail, audit: &Record<AuditSummary>, verdict: Result<Beside, Incomparable>) -> Row {
    let words = trail.words();
    match verdict {
        Err(why) => {
            let follows = incomparable(words, why);
            vec![words.say("not-on-record"), costs(trail, "caps", audit), follows]
        }
        Ok(beside) => vec![
            money(words, beside.declared, currency_of(audit)),
            costs(trail, "caps", audit),
            words.say(if beside.is_above() {
                "cap-above"
            } else {
                "cap-within"
            }),
        ],
    }
}

/// Returns that two amounts cannot be compared, and why.
pub(crate) fn incomparable(words: Words, why: Incomparable) -> String {
    words.say_with("costs-incomparable", &[("why", words.term(why).into())])
}

/// Returns the costs of a summary, marked as an estimate where they are one.
pub(crate) fn costs(trail: &mut Trail, section: &str, audit: &Record<AuditSummary>) -> String {
    let words = trail.words();
    let Some(it) = audit.costs.stated() else {
        return words.say("not-on-record");
    };
    let mut said = trail.about(section, audit.id.value.as_str());
    said.field_as("costs.amount", &it.amount, |amount| {
        marked(words, money(words, *amount, currency_of(audit)), &[audit])
    })
}

/// Returns costs marked as an estimate where those of a summary are one.
fn marked(words: Words, says: String, audits: &[&Record<AuditSummary>]) -> String {
    let is_estimated =
        |it: &&Record<AuditSummary>| it.costs.stated().is_some_and(|it| it.estimated.is(&true));
    match audits.iter().any(is_estimated) {
        true => words.say_with("costs-estimate", &[("amount", says.into())]),
        false => says,
    }
}
