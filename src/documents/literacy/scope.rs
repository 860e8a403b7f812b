//! Whom and what the measures reach: for each system and each group of people the latest measure with a day, the systems
//! that no measure covers, and, apart from general awareness, the training of those who oversee.

use crate::calendar::Date;
use crate::documents::facts::Row;
use crate::documents::literacy::measures::{day, name_of};
use crate::documents::occasion::Occasion;
use crate::documents::reach;
use crate::documents::trail::{Said, Trail};
use crate::documents::unsettled::is_gone;
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::literacy::{LiteracyMeasure, Segment};
use crate::inventory::oversight::OversightAssignment;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::Inventory;
use crate::obligations::literacy::{Timing, covers, timing};
use crate::term::sentence_case;
use serde::Serialize;

/// For each system and each group of people, the day of the latest measure.
#[derive(Debug, Serialize)]
pub(crate) struct Reached {
    head: Vec<String>,
    rows: Vec<Row>,
}

fn measures(inventory: &Inventory) -> impl Iterator<Item = &LiteracyMeasure> {
    let records = inventory.literacy.values();
    records.flat_map(|record| record.measures.items().iter().map(|item| &item.value))
}

/// Returns the groups that have a column: all of the list, and those measures that name none, where there are such.
fn columns(inventory: &Inventory) -> Vec<Option<Segment>> {
    let listed = Segment::ALL.iter().copied().map(Some);
    let is_unstated = measures(inventory).any(|measure| measure.segment.stated().is_none());
    listed.chain(is_unstated.then_some(None)).collect()
}

/// Returns system and, for each group of people, the day of the latest measure that covers the system.
pub(crate) fn reached(occasion: &Occasion<'_>, trail: &mut Trail) -> Reached {
    let (words, columns) = (occasion.words, columns(occasion.inventory));
    let group = |group: &Option<Segment>| match group {
        Some(segment) => sentence_case(&words.term(*segment)),
        None => words.say("segment-unstated"),
    };
    let head = [words.say("head-system")].into_iter();
    let rows = in_use(occasion.inventory).map(|system| {
        let mut row = vec![words.quote(system.title())];
        row.extend(
            columns
                .iter()
                .map(|group| latest_noted(occasion, trail, system, *group)),
        );
        row
    });
    Reached {
        rows: rows.collect(),
        head: head.chain(columns.iter().map(group)).collect(),
    }
}

/// Returns the day of the latest measure for a group about a system, and notes where the day was taken from.
fn latest_noted(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    system: &Record<System>,
    group: Option<Segment>,
) -> String {
    let words = occasion.words;
    let Some(latest) = latest(occasion, &system.id.value, group) else {
        return words.say("none");
    };
    let says = words.day(latest);
    for record in occasion.inventory.literacy.values() {
        let mut said = trail.about("scope", record.id.value.as_str());
        for (at, item) in record.measures.items().iter().enumerate() {
            let is_it = is_for(&item.value, &system.id.value, group) && item.value.date.is(&latest);
            if let Some(place) = item.value.date.span().filter(|_| is_it) {
                said.note(&format!("measures[{at}].date"), &says, place);
            }
        }
    }
    says
}

fn latest(occasion: &Occasion<'_>, system: &Id, group: Option<Segment>) -> Option<Date> {
    let meant = measures(occasion.inventory).filter(|measure| is_for(measure, system, group));
    let taken = meant.filter_map(|measure| match timing(measure, occasion.assessment.as_of) {
        Timing::Taken(day) => Some(day),
        Timing::Ahead(_) | Timing::Undated => None,
    });
    taken.max()
}

fn is_for(measure: &LiteracyMeasure, system: &Id, group: Option<Segment>) -> bool {
    measure.segment.stated().copied() == group && covers(measure, system)
}

/// Returns the names of the systems that no measure with a day covers; none is an empty text.
pub(crate) fn uncovered(occasion: &Occasion<'_>) -> String {
    let groups = columns(occasion.inventory);
    let is_open = |system: &&Record<System>| {
        let id = &system.id.value;
        !groups.iter().any(|group| latest(occasion, id, *group).is_some())
    };
    titles(occasion, in_use(occasion.inventory).filter(is_open))
}

/// Returns the names of the systems that are gone or forbidden and therefore left out; none is an empty text.
pub(crate) fn left_out(occasion: &Occasion<'_>) -> String {
    let systems = occasion.inventory.systems.values();
    titles(occasion, systems.filter(|system| is_gone(system)))
}

fn titles<'i>(occasion: &Occasion<'_>, systems: impl Iterator<Item = &'i Record<System>>) -> String {
    let titles: Vec<String> = systems
        .map(|system| occasion.words.quote(system.title()))
        .collect();
    titles.join(&occasion.words.say("between-long-items"))
}

/// Returns the systems that somebody uses or supplies, or may.
fn in_use(inventory: &Inventory) -> impl Iterator<Item = &Record<System>> {
    inventory.systems.values().filter(|system| !is_gone(system))
}

/// Returns assignment, systems, training that it names for its overseers, for whom that was, its day.
pub(crate) fn overseers(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let inventory = occasion.inventory;
    let rows = inventory.oversight.values().map(|assignment| {
        let id = &assignment.id.value;
        let systems = reach::systems(inventory, id, &assignment.systems, |system| {
            system.oversight.is(id)
        });
        let mut said = trail.about("overseers", id.as_str());
        let mut row = vec![
            said.words().quote(assignment.title()),
            reach::titles(&mut said, &assignment.systems, &systems),
        ];
        row.extend(training(occasion, &mut said, assignment));
        row
    });
    rows.collect()
}

/// Returns the training that an assignment names, for whom it was, its day.
fn training(
    occasion: &Occasion<'_>,
    said: &mut Said<'_>,
    assignment: &Record<OversightAssignment>,
) -> [String; 3] {
    let (words, name) = (occasion.words, "competence.system_specific_training");
    let named = match assignment.competence.stated() {
        None => {
            let why = said.field_as(name, &assignment.competence, |_| String::new());
            return [why, words.say("not-on-record"), words.say("not-on-record")];
        }
        Some(competence) => &competence.system_specific_training,
    };
    let measure = named.stated().and_then(|id| measure_of(occasion.inventory, id));
    let training = said.field_as(name, named, |id| {
        measure.map_or_else(|| id.to_string(), |measure| name_of(words, measure))
    });
    let Some(measure) = measure else {
        return [training, words.say("not-on-record"), words.say("not-on-record")];
    };
    [training, segment(occasion, measure), day(occasion, measure)]
}

fn measure_of<'i>(inventory: &'i Inventory, id: &Id) -> Option<&'i LiteracyMeasure> {
    measures(inventory).find(|measure| measure.id.is(id))
}

fn segment(occasion: &Occasion<'_>, measure: &LiteracyMeasure) -> String {
    let words = occasion.words;
    match &measure.segment {
        Field::Stated(said) => words.term(said.value),
        Field::NotApplicable(_) | Field::Unknown(_) | Field::Absent => words.say("not-on-record"),
    }
}
