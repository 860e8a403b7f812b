//! The measures one by one: day, for whom, about which systems, how many of those invited came, what they were made of.
//! A measure without a day stands here with the words that it shows nothing.

use crate::documents::facts::{Definition, Row};
use crate::documents::neighbours::{title, title_on};
use crate::documents::occasion::Occasion;
use crate::documents::share::Count;
use crate::documents::trail::{Said, Trail};
use crate::inventory::field::Field;
use crate::inventory::literacy::{Considered, LiteracyMeasure, LiteracyRecord};
use crate::inventory::record::Record;
use crate::link::Inventory;
use crate::obligations::literacy::{Timing, is_general, timing};
use crate::source::Spanned;
use crate::tongue::words::Words;

/// A measure with the record that holds it and its place in the list.
struct Placed<'i> {
    record: &'i Record<LiteracyRecord>,
    at: usize,
    measure: &'i LiteracyMeasure,
}

impl Placed<'_> {
    fn name(&self, field: &str) -> String {
        format!("measures[{}].{field}", self.at)
    }

    fn said<'t>(&'t self, trail: &'t mut Trail) -> Said<'t> {
        trail.about("measures", self.record.id.value.as_str())
    }
}

/// Returns the measures of every record, in the order in which they are written.
fn placed(inventory: &Inventory) -> impl Iterator<Item = Placed<'_>> {
    inventory.literacy.values().flat_map(|record| {
        let items = record.measures.items().iter().enumerate();
        items.map(move |(at, item): (usize, &Spanned<LiteracyMeasure>)| Placed {
            record,
            at,
            measure: &item.value,
        })
    })
}

/// Returns what people call a measure: its title, else its id, else that it has none.
pub(crate) fn name_of(words: Words, measure: &LiteracyMeasure) -> String {
    let title = measure.title.stated().map(|title| words.quote(title));
    let id = || measure.id.stated().map(ToString::to_string);
    title.or_else(id).unwrap_or_else(|| words.say("measure-unnamed"))
}

/// Returns the day of a measure, and what it means when the measure has none or lies ahead.
pub(crate) fn day(occasion: &Occasion<'_>, measure: &LiteracyMeasure) -> String {
    let words = occasion.words;
    match timing(measure, occasion.assessment.as_of) {
        Timing::Taken(day) => words.day(day),
        Timing::Ahead(day) => words.say_with("measure-ahead", &[("day", words.day(day).into())]),
        Timing::Undated => words.say("measure-undated"),
    }
}

/// Returns how many measures have no day.
pub(crate) fn n_undated(occasion: &Occasion<'_>) -> usize {
    let as_of = occasion.assessment.as_of;
    let undated = |it: &Placed<'_>| timing(it.measure, as_of) == Timing::Undated;
    placed(occasion.inventory).filter(undated).count()
}

/// Returns measure, day, for whom, systems, how many of those invited attended.
pub(crate) fn measures(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let rows = placed(occasion.inventory).map(|it| {
        let (measure, day) = (it.measure, day(occasion, it.measure));
        let mut said = it.said(trail);
        if let Some(at) = measure.date.span() {
            said.note(&it.name("date"), &day, at);
        }
        vec![
            name_of(said.words(), measure),
            day,
            said.field(&it.name("segment"), &measure.segment),
            systems(&mut said, occasion.inventory, &it),
            attendance(&mut said, &it),
        ]
    });
    rows.collect()
}

fn systems(said: &mut Said<'_>, inventory: &Inventory, it: &Placed<'_>) -> String {
    let words = said.words();
    match is_general(it.measure) {
        true => words.say("measure-about-all"),
        false => said.field_as(&it.name("systems"), &it.measure.systems, |systems| {
            let titles = systems.0.iter();
            words.list(titles.map(|id| title_on(words, &inventory.systems, &id.value)))
        }),
    }
}

/// Returns how many of those invited attended; a programme need not count.
fn attendance(said: &mut Said<'_>, it: &Placed<'_>) -> String {
    let (invited, attended) = (&it.measure.invited, &it.measure.attended);
    if invited.span().is_none() && attended.span().is_none() {
        return said.words().say("not-on-record");
    }
    let words = said.words();
    let population = Count::of(words, &it.name("invited"), &widened(invited));
    let count = Count::of(words, &it.name("attended"), &widened(attended));
    count.noted_out_of(said, population)
}

fn widened(field: &Field<u32>) -> Field<u64> {
    match field {
        Field::Stated(said) => Field::Stated(Spanned::new(said.value.into(), said.span)),
        Field::NotApplicable(said) => Field::NotApplicable(said.clone()),
        Field::Unknown(said) => Field::Unknown(said.clone()),
        Field::Absent => Field::Absent,
    }
}

/// Returns of each measure what it was made of: kind and version, material, what it took into account, who gave it.
pub(crate) fn details(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Definition> {
    let inventory = occasion.inventory;
    let entries = placed(inventory).map(|it| {
        let measure = it.measure;
        let mut said = it.said(trail);
        let kind = said.field(&it.name("type"), &measure.r#type);
        let version = said.field(&it.name("content_version"), &measure.content_version);
        let material = title(
            &mut said,
            &inventory.evidence,
            &it.name("material"),
            &measure.material,
        );
        let by = said.field(&it.name("delivered_by"), &measure.delivered_by);
        let considered = considered(&mut said, &it);
        let words = said.words();
        let made = [("kind", kind.into()), ("version", version.into())];
        Definition::new(
            name_of(words, measure),
            vec![
                words.say_with("measure-made", &made),
                words.say_with("measure-material", &[("says", material.into())]),
                considered,
                words.say_with("measure-delivered", &[("says", by.into())]),
            ],
        )
    });
    entries.collect()
}

/// Returns which of the things that the law has in view a measure took into account, and which it does not name.
fn considered(said: &mut Said<'_>, it: &Placed<'_>) -> String {
    let (words, field) = (said.words(), &it.measure.considered);
    let says = said.field(&it.name("considered"), field);
    let left_out = Considered::ALL.iter().filter(|factor| {
        let named = field.items().iter();
        !named.into_iter().any(|item| item.value == **factor)
    });
    let left_out: Vec<String> = left_out.map(|factor| words.term(*factor)).collect();
    let considered = ("says", says.into());
    match field.stated().is_some() && !left_out.is_empty() {
        false => words.say_with("measure-considered", &[considered]),
        true => {
            let left_out = ("others", words.list(left_out).into());
            words.say_with("measure-considered-in-part", &[considered, left_out])
        }
    }
}
