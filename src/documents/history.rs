//! Audit summaries in the order of their periods. Systems that share the same summaries share one history, so that a
//! document shows each number once. Reads periods only; what the summaries count is shown elsewhere.

use crate::calendar::Date;
use crate::inventory::audit::AuditSummary;
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::Inventory;
use crate::link::audits::{self, Audits, latest_that};
use crate::tongue::words::Words;
use std::collections::BTreeMap;

/// The audit summaries of systems that share them, the earliest period first.
#[derive(Debug)]
pub(crate) struct History<'i> {
    /// The systems, by id; none when no system belongs to the summaries.
    pub(crate) systems: Vec<&'i Record<System>>,
    /// The summaries; at least one.
    pub(crate) audits: Vec<&'i Record<AuditSummary>>,
}

/// Returns the histories of an inventory by their first system, summaries without a system last.
pub(crate) fn histories(inventory: &Inventory) -> Vec<History<'_>> {
    let mut by_audits: BTreeMap<Vec<&Id>, History<'_>> = BTreeMap::new();
    let mut unclaimed: BTreeMap<&Id, &Record<AuditSummary>> = inventory.audits.iter().collect();
    for system in inventory.systems.values() {
        let audits = inventory.audits_of(system);
        let key: Vec<&Id> = audits.iter().map(|audit| &audit.id.value).collect();
        key.iter().for_each(|id| {
            unclaimed.remove(id);
        });
        let history = by_audits.entry(key).or_insert(History {
            systems: Vec::new(),
            audits,
        });
        history.systems.push(system);
    }
    let mut histories: Vec<History<'_>> = by_audits
        .into_values()
        .filter(|history| !history.audits.is_empty())
        .collect();
    histories.sort_by_key(|history| history.systems.first().map(|system| system.id.value.clone()));
    histories.extend(unclaimed.into_values().map(|audit| History {
        systems: Vec::new(),
        audits: vec![audit],
    }));
    histories
}

impl<'i> History<'i> {
    /// Returns the names of the systems.
    pub(crate) fn title(&self, words: Words) -> String {
        match self.systems.is_empty() {
            true => words.say("no-systems-named"),
            false => words.list(self.systems.iter().map(|system| words.quote(system.title()))),
        }
    }

    /// Returns the id of the first summary, which tells histories apart.
    pub(crate) fn id(&self) -> &'i str {
        self.audits
            .first()
            .map_or("none", |audit| audit.id.value.as_str())
    }

    /// Returns the summaries that say how logs are kept: of the latest period of which any says it.
    pub(crate) fn logs(&self) -> Audits<'i> {
        latest_that(&self.audits, |it| !it.log_categories.items().is_empty())
    }

    /// Returns the summaries by period: those of the same days together, for an import counts some things and people say
    /// others. Each period has at least one.
    pub(crate) fn periods(&self) -> Vec<Audits<'i>> {
        let mut periods: Vec<Audits<'i>> = Vec::new();
        for audit in &self.audits {
            let last = periods.last_mut();
            let is_same = |period: &Audits<'i>| {
                period
                    .first()
                    .is_some_and(|it| audits::days(it).is_some() && audits::days(it) == audits::days(audit))
            };
            match last.filter(|period| is_same(period)) {
                Some(period) => period.push(audit),
                None => periods.push(vec![audit]),
            }
        }
        periods
    }

    /// Returns the summary of the latest period.
    pub(crate) fn latest(&self) -> Option<&'i Record<AuditSummary>> {
        self.audits.last().copied()
    }
}

/// Returns the period of a summary in words, such as `1 September 2026 to 30 September 2026`.
pub(crate) fn period(words: Words, audit: &Record<AuditSummary>) -> String {
    let missing = |name: &str| ("missing", words.missing(name).into());
    let (start, end) = days(audit);
    let start = start.map(|day| ("start", words.day(day).into()));
    let end = end.map(|day| ("end", words.day(day).into()));
    match (start, end) {
        (Some(start), Some(end)) => words.say_with("days-from-to", &[start, end]),
        (Some(start), None) => words.say_with("days-from", &[start, missing("period.end")]),
        (None, Some(end)) => words.say_with("days-until", &[end, missing("period.start")]),
        (None, None) => format!("{} ({})", words.quote(audit.title()), words.missing("period")),
    }
}

/// Returns how the period of a summary follows on the one before.
pub(crate) fn follows(
    words: Words,
    before: Option<&Record<AuditSummary>>,
    audit: &Record<AuditSummary>,
) -> String {
    let Some(before) = before else {
        return words.say("period-first");
    };
    let ((_, Some(end)), (Some(start), _)) = (days(before), days(audit)) else {
        return words.say("period-unknown");
    };
    match end.days_until(start) {
        1 => words.say("period-follows"),
        n_days if n_days > 1 => {
            let (first, last) = (words.day(end.plus_days(1)), words.day(start.plus_days(-1)));
            words.say_with("period-gap", &[("start", first.into()), ("end", last.into())])
        }
        // What an import counts and what people say about the same days stand in two summaries.
        _ if days(before) == days(audit) => words.say("period-same"),
        _ => words.say_with("period-overlaps", &[("day", words.day(end).into())]),
    }
}

fn days(audit: &Record<AuditSummary>) -> (Option<Date>, Option<Date>) {
    let period = audit.period.stated();
    let day = |day: Option<&Date>| day.copied();
    (
        day(period.and_then(|period| period.start.stated())),
        day(period.and_then(|period| period.end.stated())),
    )
}
