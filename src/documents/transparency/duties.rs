//! Which duties towards people each system brings, who bears them, and from which day. The class says which and with
//! what status; here it is put into rows.

use crate::classify::art50::Art50Entry;
use crate::classify::bearers::{Bound, bound};
use crate::documents::facts::Row;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::cite::Citation;
use crate::law::dates::DutyGroup;
use crate::law::duties::{self, Start};
use crate::law::rule::Then;
use crate::law::terms::{Art50Para, Art50Status, Bearer, Role};
use crate::law::transparency::RULES;

/// Returns system, duty, legal basis, borne by, status, applies from; first what every system brings.
pub(crate) fn duties(occasion: &Occasion<'_>) -> Vec<Row> {
    let systems = occasion.inventory.systems.values();
    let rows = systems.flat_map(|system| {
        let entries = occasion
            .class(&system.id.value)
            .map(|class| class.art50.as_slice());
        let entries = entries.unwrap_or_default().iter();
        entries
            .map(|entry| row(occasion, system, entry))
            .collect::<Vec<_>>()
    });
    literacy(occasion).into_iter().chain(rows).collect()
}

/// Returns the names of the systems that bring no such duty; none is an empty text.
pub(crate) fn without(occasion: &Occasion<'_>) -> String {
    let systems = occasion.inventory.systems.values();
    let without = systems.filter(|system| {
        let class = occasion.class(&system.id.value);
        class.is_some_and(|class| class.art50.is_empty())
    });
    let titles = without.map(|system| occasion.words.quote(system.title()));
    titles.collect::<Vec<_>>().join(", ")
}

/// Returns status and first day of the duty to mark what a system generates.
pub(crate) fn marking(occasion: &Occasion<'_>, system: &Record<System>) -> (String, String) {
    match marking_entry(occasion, system) {
        None => (
            occasion.words.say("marking-does-not-arise"),
            occasion.words.say("duty-not-owed"),
        ),
        Some(entry) => (status(occasion, system, entry), first_day(occasion, entry)),
    }
}

/// Returns whether what a system generates is to be marked, or may be.
pub(crate) fn may_need_marks(occasion: &Occasion<'_>, system: &Record<System>) -> bool {
    let entry = marking_entry(occasion, system);
    entry.is_some_and(|entry| entry.status.is_owed() || entry.status == Art50Status::Unknown)
}

fn marking_entry<'a>(occasion: &Occasion<'a>, system: &Record<System>) -> Option<&'a Art50Entry> {
    let class = occasion.class(&system.id.value)?;
    class.art50.iter().find(|entry| entry.para == Art50Para::P2)
}

/// Returns the duty that every provider and deployer has for every system.
fn literacy(occasion: &Occasion<'_>) -> Option<Row> {
    let is_ours = |system: &Record<System>| plays(system, Role::Provider) || plays(system, Role::Deployer);
    let edition = occasion.assessment.edition;
    let words = occasion.words;
    let duty = duties::of(edition).find(|duty| duty.start == Start::Group(DutyGroup::General))?;
    let from = duty.applies_from(edition, None)?;
    occasion.inventory.systems.values().any(is_ours).then(|| {
        vec![
            words.say("duty-every-system"),
            words.told(&format!("duty-{}", duty.id), duty.title),
            lacking::cites(words, duty.cites),
            words.say("duty-us"),
            words.term(Art50Status::Applies),
            words.day(from),
        ]
    })
}

fn row(occasion: &Occasion<'_>, system: &Record<System>, entry: &Art50Entry) -> Row {
    let words = occasion.words;
    vec![
        words.quote(system.title()),
        words.term(entry.para),
        words.list(cite(entry.para).map(|cite| lacking::cite(words, cite))),
        bearer(occasion, system, entry.bearer),
        status(occasion, system, entry),
        first_day(occasion, entry),
    ]
}

/// Returns what a duty comes to; while questions are open, how many.
fn status(occasion: &Occasion<'_>, system: &Record<System>, entry: &Art50Entry) -> String {
    let words = occasion.words;
    if entry.status != Art50Status::Unknown {
        return words.term(entry.status);
    }
    let class = occasion.class(&system.id.value);
    let asked = class.into_iter().flat_map(|class| &class.open_questions);
    match asked.filter(|question| question.duty == Some(entry.para)).count() {
        0 => words.say("duty-open"),
        n_questions => words.counted("duty-open-questions", n_questions),
    }
}

/// Returns the place of a duty in the law.
fn cite(para: Art50Para) -> Option<Citation> {
    let is_meant = |then: Then| matches!(then, Then::Duty(its, _) if its == para);
    let rule = RULES.iter().find(|rule| is_meant(rule.then))?;
    rule.cites.first().copied()
}

/// Returns who bears a duty, and whether that is us.
fn bearer(occasion: &Occasion<'_>, system: &Record<System>, bearer: Bearer) -> String {
    let class = occasion.class(&system.id.value);
    let case = match class.map(|class| bound(system, class, bearer)) {
        Some(Bound::Us) => "us",
        Some(Bound::Others) => "not-us",
        Some(Bound::NotSettled) | None => "not-settled",
    };
    // Whole phrases, for an article before the role is spelled by the role in most languages.
    occasion.words.say(&format!("duty-borne-{case}-{}", bearer.key()))
}

pub(crate) fn plays(system: &System, wanted: Role) -> bool {
    let roles = system.our_roles.items();
    roles.iter().any(|role| role.value == wanted)
}

fn first_day(occasion: &Occasion<'_>, entry: &Art50Entry) -> String {
    let words = occasion.words;
    match entry.first_day(occasion.assessment.edition) {
        Some(day) if entry.status.is_owed() => words.day(day),
        Some(day) if entry.status == Art50Status::Unknown => {
            words.say_with("duty-from-if-owed", &[("day", words.day(day).into())])
        }
        Some(_) | None => words.say("duty-not-owed"),
    }
}
