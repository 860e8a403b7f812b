//! What becomes of the declared periods, in words: each log against the minimum that the law sets for its systems, against
//! its own maximum, and against what was measured. The numbers come from `obligations`; nothing is worked out twice.

use crate::calendar::Date;
use crate::documents::classes::{is_high_risk, may_be_high_risk};
use crate::documents::facts::Definition;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::shown::{Shown, shown};
use crate::inventory::audit::{AuditSummary, HeldBy, LogCategory, MeasuredRetention};
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::duties::{Duty, duty};
use crate::obligations::records::{Ceiling, Measured, Retention, ceiling, measured, retention};
use crate::tongue::words::Words;

/// The duties to keep logs: of the provider, of the deployer.
const LOGS: [&str; 2] = ["art-19-logs", "art-26-6-logs"];

/// What the law asks of the logs of some systems, in words.
#[derive(Debug, Default)]
struct Demand {
    /// The systems for whose logs it sets a minimum, each with its place in the law and the day.
    asked: Vec<String>,
    /// The systems for whose logs it may set one: class or role is not settled.
    open: Vec<String>,
}

/// Returns for each log of a summary what becomes of its period; measured periods are those of every summary of the same
/// days, for an import measures and people declare.
pub(crate) fn verdicts(
    occasion: &Occasion<'_>,
    systems: &[&Record<System>],
    audit: &Record<AuditSummary>,
    beside: &[&Record<AuditSummary>],
) -> Vec<Definition> {
    let (words, demand) = (occasion.words, demand(occasion, systems));
    let entries = audit.log_categories.items().iter().map(|log| {
        let log = &log.value;
        let mut says = floor(words, &demand, log);
        says.extend(own_ceiling(words, log));
        let measures = beside.iter().flat_map(|it| it.effective_retention.items());
        says.extend(measures.filter_map(|it| against_measured(words, log, &it.value)));
        let name = shown(words, "log_categories.category", &log.category, |it| {
            it.shown(words)
        });
        Definition::new(name, says)
    });
    entries.collect()
}

fn demand(occasion: &Occasion<'_>, systems: &[&Record<System>]) -> Demand {
    let (words, mut demand) = (occasion.words, Demand::default());
    for system in systems {
        let Some(class) = occasion.class(&system.id.value) else {
            demand.open.push(words.quote(system.title()));
            continue;
        };
        let duties: Vec<&Duty> = LOGS.into_iter().filter_map(duty).collect();
        let owed: Vec<&&Duty> = duties.iter().filter(|duty| owes(system, duty)).collect();
        let is_unsettled = system.our_roles.is_open();
        match (is_high_risk(class), owed.is_empty()) {
            (true, false) => {
                let from = class.deadline.or(class.applies_from);
                let asked = owed.iter().map(|duty| asked(words, system, duty, from));
                demand.asked.extend(asked);
            }
            (true, true) if is_unsettled => demand.open.push(words.quote(system.title())),
            (false, _) if may_be_high_risk(class) => demand.open.push(words.quote(system.title())),
            (true, true) | (false, _) => {}
        }
    }
    demand
}

fn owes(system: &System, duty: &Duty) -> bool {
    let roles = system.our_roles.items();
    roles.iter().any(|role| duty.roles.contains(&role.value))
}

/// Returns a system with the place that sets the minimum and the day from which it applies.
fn asked(words: Words, system: &Record<System>, duty: &Duty, from: Option<Date>) -> String {
    let day = from.map_or_else(|| words.say("unknown"), |day| words.day(day));
    let blanks = [
        ("system", words.quote(system.title()).into()),
        ("cites", lacking::cites(words, duty.cites).into()),
        ("day", day.into()),
    ];
    words.say_with("verdict-asked", &blanks)
}

/// Returns the period of a log against the minimum of the law.
fn floor(words: Words, demand: &Demand, log: &LogCategory) -> Vec<String> {
    let period = retention(log);
    let mut says = Vec::new();
    if !demand.asked.is_empty() {
        let id = match period {
            Retention::Reaches => "verdict-reaches",
            Retention::Borderline => "verdict-borderline",
            Retention::TooShort => "verdict-too-short",
            Retention::Unstated => "verdict-unstated",
        };
        let asked = demand.asked.join(&words.say("between-long-items"));
        says.push(words.say_with(id, &[("asked", asked.into())]));
        if log.held_by.is(&HeldBy::Vendor) && period != Retention::Reaches {
            says.push(words.say("verdict-vendor"));
        }
    }
    let period = || ("period", words.term(period).into());
    if !demand.open.is_empty() {
        let open = demand.open.join(&words.say("between-long-items"));
        says.push(words.say_with("verdict-open", &[period(), ("systems", open.into())]));
    }
    if says.is_empty() {
        says.push(words.say_with("verdict-no-minimum", &[period()]));
    }
    says
}

/// Returns what is to be said about the maximum, if anything is.
fn own_ceiling(words: Words, log: &LogCategory) -> Option<String> {
    match ceiling(log) {
        Ceiling::Missing => Some(words.say("verdict-no-maximum")),
        Ceiling::Stated | Ceiling::NotAsked => None,
    }
}

/// Returns the declared period against one that was measured, where the summary measured this very log.
fn against_measured(words: Words, log: &LogCategory, found: &MeasuredRetention) -> Option<String> {
    let id = match measured(log, found)? {
        Measured::Shorter => "verdict-measured-shorter",
        Measured::Agrees => "verdict-measured-agrees",
        Measured::Undeclared => "verdict-measured-undeclared",
    };
    let days = found.days.stated()?;
    Some(words.say_with(id, &[("days", days.to_string().into())]))
}
