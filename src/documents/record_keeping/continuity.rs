//! Whether the audit summaries cover the time without a hole: a calendar of the months of each system, and how each period
//! follows on the one before. A month without a summary says nothing about what happened in it.

use crate::calendar::Date;
use crate::documents::facts::Row;
use crate::documents::history::{follows, histories, period};
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::inventory::audit::AuditSummary;
use crate::inventory::field::Field;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::Inventory;
use crate::obligations::continuity::{Covered, Days, Month, covered};
use crate::tongue::words::Words;
use serde::Serialize;

/// The months of each system, a row for each year.
#[derive(Debug, Serialize)]
pub(crate) struct Calendar {
    head: Vec<String>,
    rows: Vec<Row>,
}

/// Returns the calendar from the first month of any summary to the month of the as-of date.
pub(crate) fn calendar(occasion: &Occasion<'_>) -> Calendar {
    let words = occasion.words;
    let mut head = vec![words.say("head-system"), words.say("head-year")];
    head.extend((1..=12).map(|month| month.to_string()));
    let rows = first_day(occasion.inventory).map_or_else(Vec::new, |first| {
        let systems = occasion.inventory.systems.values();
        systems
            .flat_map(|system| years(occasion, system, first))
            .collect()
    });
    Calendar { head, rows }
}

/// Returns the first day of the earliest summary.
fn first_day(inventory: &Inventory) -> Option<Date> {
    let audits = inventory.audits.values();
    audits
        .filter_map(|audit| days(audit).map(|days| days.first))
        .min()
}

/// Returns the days of a summary whose period is whole on record.
fn days(audit: &AuditSummary) -> Option<Days> {
    let period = audit.period.stated()?;
    let (first, last) = (*period.start.stated()?, *period.end.stated()?);
    Some(Days { first, last })
}

fn years(occasion: &Occasion<'_>, system: &Record<System>, first: Date) -> Vec<Row> {
    let (words, as_of) = (occasion.words, occasion.assessment.as_of);
    let audits = occasion.inventory.audits_of(system);
    let summaries: Vec<Days> = audits.iter().filter_map(|audit| days(audit)).collect();
    let in_use = in_use(system, Days { first, last: as_of });
    let row = |year: i16| {
        let mut row = vec![words.quote(system.title()), year.to_string()];
        row.extend((1..=12).map(|month| cell(words, Month { year, month }, in_use, &summaries)));
        row
    };
    (first.numbers().0..=as_of.numbers().0).map(row).collect()
}

/// Returns the days in which a system was in use, as far as its record says; of one that never was, none.
fn in_use(system: &System, calendar: Days) -> Days {
    let first = match &system.in_service_since {
        Field::Stated(since) => calendar.first.max(since.value),
        Field::NotApplicable(_) => calendar.last.plus_days(1),
        Field::Unknown(_) | Field::Absent => calendar.first,
    };
    let retired = system.retired_on.stated();
    let last = retired.map_or(calendar.last, |day| calendar.last.min(*day));
    Days { first, last }
}

/// Returns what stands for one month: how much of the days in use is covered, or that there are none.
fn cell(words: Words, month: Month, in_use: Days, summaries: &[Days]) -> String {
    words.say(match covered(month, in_use, summaries) {
        Covered::Whole => "calendar-whole",
        Covered::Part => "calendar-part",
        Covered::Nothing => "calendar-nothing",
        Covered::Running => "calendar-running",
        Covered::Outside => "calendar-outside",
    })
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
                let mut said = trail.about("continuity", audit.id.value.as_str());
                said.note("period", &covered, at);
            }
            let follows = follows(words, before, audit);
            rows.push(vec![history.title(words), covered, follows]);
            // A short period inside a long one leaves the long one to be followed.
            let reaches = |it: &Record<AuditSummary>| days(it).map(|days| days.last);
            before = before.filter(|it| reaches(it) > reaches(audit)).or(Some(audit));
        }
    }
    rows
}
