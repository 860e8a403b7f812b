//! Audit summaries of one system by the days they cover. What an import counts and what people say about the same days
//! stand in two summaries, so a question about a period is put to all that cover it. Decides nothing about what is
//! missing.

use crate::calendar::Date;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::audit::AuditSummary;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::Inventory;
use crate::link::neighbours::holds;

/// Audit summaries, as they stand in the inventory.
pub type Audits<'i> = Vec<&'i Record<AuditSummary>>;

impl Inventory {
    /// Returns the audit summaries of a system by the start of their period, earliest first.
    pub fn audits_of(&self, system: &Record<System>) -> Audits<'_> {
        let names = |it: &Record<AuditSummary>| holds(&it.systems, &system.id.value);
        let mut audits = self.either_way(&self.audits, system, system.audit.stated(), names);
        audits.sort_by_key(|it| {
            let start = it
                .period
                .stated()
                .and_then(|period| period.start.stated().copied());
            (start, it.id.value.clone())
        });
        audits
    }

    /// Returns the systems that a summary covers, whichever of the two names the other, by id.
    pub fn systems_of_audit(&self, audit: &Record<AuditSummary>) -> Vec<&Record<System>> {
        let names = |it: &Record<System>| it.audit.is(&audit.id.value);
        self.systems_either_way(&audit.id.value, &audit.systems, names)
    }

    /// Returns the summaries that say how the logs of a system are kept: of the latest period of which any says it.
    pub fn logs_of(&self, system: &Record<System>) -> Audits<'_> {
        latest_that(&self.audits_of(system), |it| {
            !it.log_categories.items().is_empty()
        })
    }
}

/// Returns the days of a summary, both included, if it states them in order.
pub fn days(audit: &AuditSummary) -> Option<(Date, Date)> {
    let period = audit.period.stated()?;
    let (start, end) = (*period.start.stated()?, *period.end.stated()?);
    (start <= end).then_some((start, end))
}

/// Returns whether two summaries cover a day in common.
pub fn overlap(one: &AuditSummary, other: &AuditSummary) -> bool {
    let both = days(one).zip(days(other));
    both.is_some_and(|((start, end), (begins, ends))| start <= ends && begins <= end)
}

/// Returns those of some summaries that cover a day of one of them, that one included.
pub fn beside<'i>(all: &[&'i Record<AuditSummary>], one: &Record<AuditSummary>) -> Audits<'i> {
    let is_meant = |it: &&&Record<AuditSummary>| it.id == one.id || overlap(it, one);
    all.iter().filter(is_meant).copied().collect()
}

/// Returns those of some summaries that say something, of the latest period of which any of them says it. Summaries
/// without days come before all others.
pub fn latest_that<'i>(all: &[&'i Record<AuditSummary>], says: impl Fn(&AuditSummary) -> bool) -> Audits<'i> {
    let speaking: Audits = all.iter().filter(|it| says(it)).copied().collect();
    let end = |it: &&&'i Record<AuditSummary>| days(it).map(|(start, end)| (end, start));
    // Of equals `max_by_key` takes the last, which is the last by id.
    let newest = speaking.iter().max_by_key(end).copied();
    newest.map_or_else(Vec::new, |newest| beside(&speaking, newest))
}

/// Reports summaries of days that are not over on the day for which documents are made.
pub fn report(inventory: &Inventory, as_of: Date, findings: &mut Diagnostics) {
    for audit in inventory.audits.values() {
        let end = audit.period.stated().and_then(|period| period.end.said());
        let Some(end) = end.filter(|end| end.value > as_of) else {
            continue;
        };
        let says = format!(
            "`{}` counts days until {}, and the as-of date is {}",
            audit.id.value,
            end.value.in_words(),
            as_of.in_words()
        );
        let finding = Diagnostic::at(Code::PeriodNotOver, end.span, says, "this day is still to come");
        findings.add(finding.help(
            "end the period with the last day that was counted, or ask for a later as-of date; documents show the counts all the same",
        ));
    }
}
