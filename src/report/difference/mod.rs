//! What differs between two sides, told to people at a terminal, to machines (`diff --format json`, a contract) and,
//! as a view that a template prints, to the readers of a pull request. Changes come in as values; nothing is compared
//! here, and nothing of an inventory is shown that could be taken for markup or move a cursor.

pub mod human;
pub mod json;
pub mod page;

use crate::calendar::Date;
use crate::compare::cause::Cause;
use crate::compare::change::{About, Change, Kind};
use crate::compare::many::Told;
use crate::compare::timeline::{Day, OnADay};
use crate::law::duties::duty;
use crate::report::listing::counted;

/// A comparison, ready to be told.
#[derive(Debug, Clone)]
pub struct Difference {
    /// What was compared.
    pub sides: [Named; 2],
    /// What differs, sorted.
    pub changes: Vec<Change>,
    /// The days on which duties begin; empty when it was not asked for.
    pub timeline: Vec<Day>,
    /// What could not be compared, and why.
    pub not_compared: Vec<String>,
}

/// What stands on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What it was recognised as.
    pub recognised: Recognised,
    /// What the user typed.
    pub name: String,
    /// The name of the edition of the Act.
    pub law: String,
    /// The day for which it speaks.
    pub as_of: Date,
}

crate::terms! {
    /// What a folder was recognised as.
    pub enum Recognised {
        Inventory = "inventory" => "an inventory",
        Documents = "documents" => "a folder of documents",
    }
}

/// How many causes are named in a sentence.
const MOST_NAMED: usize = 3;

impl Difference {
    /// Returns whether anything differs.
    pub fn differs(&self) -> bool {
        !self.changes.is_empty()
    }

    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.kind == kind)
    }

    fn count(&self, kind: Kind) -> usize {
        self.of_kind(kind).count()
    }

    /// Returns one sentence on how much differs.
    fn summary(&self) -> String {
        match (self.differs(), self.not_compared.is_empty()) {
            (true, _) => {}
            (false, true) => return "No change.".to_owned(),
            (false, false) => return "No change in what was compared.".to_owned(),
        }
        let parts = Kind::ALL
            .iter()
            .map(|kind| (self.count(*kind), kind.words()))
            .filter(|(n_changes, _)| *n_changes > 0)
            .map(|(n_changes, words)| counted(n_changes, words));
        format!("{}.", parts.collect::<Vec<_>>().join(", "))
    }
}

impl Named {
    /// Returns the side in words, with the law and the day.
    fn words(&self) -> String {
        format!(
            "{} ({}), under {}, as of {}",
            self.name,
            self.recognised.words(),
            self.law,
            self.as_of.in_words()
        )
    }
}

/// Returns what differences come from, as a list in words; empty when it cannot be told.
fn because(told: &Told<'_>) -> String {
    let change = told.first();
    let named: Vec<String> = change
        .because
        .iter()
        .filter_map(|cause| cause_words(cause, change))
        .collect();
    let n_more = named.len().saturating_sub(MOST_NAMED);
    let shown = named.get(..MOST_NAMED).unwrap_or(&named).join(", ");
    match n_more {
        0 => shown,
        _ => format!("{shown} and {n_more} more"),
    }
}

fn cause_words(cause: &Cause, change: &Change) -> Option<String> {
    match cause {
        Cause::Field { record, field } if field.is_empty() => Some(format!("the record `{record}`")),
        Cause::Field { record, field } if record.as_str() == change.about.name() => {
            Some(format!("`{field}`"))
        }
        Cause::Field { record, field } => Some(format!("`{field}` of `{record}`")),
        Cause::OwnRecord(_) => {
            Some("a change of its own record, as it seems; too much differs to try it".to_owned())
        }
        Cause::Edition(place) => Some(place.clone().unwrap_or_else(|| "the edition".to_owned())),
        Cause::AsOf => Some("the as-of date".to_owned()),
    }
}

/// Returns what begins or ends on a day on one side, one line per subject.
fn on_a_day(side: &OnADay) -> Vec<String> {
    let begins = side.begins.iter().map(|it| duties_of(it, ["begins", "begin"]));
    let ends = side
        .grace_ends
        .iter()
        .map(|it| duties_of(it, ["has no more time", "have no more time"]));
    begins.chain(ends).collect()
}

fn duties_of((about, ids): (&About, &Vec<&'static str>), [one, several]: [&str; 2]) -> String {
    let (name, places) = (about.name(), places(ids));
    match ids.len() {
        1 => format!("{name}: 1 duty {one} ({places})"),
        n_duties => format!("{name}: {n_duties} duties {several} ({places})"),
    }
}

fn places(ids: &[&'static str]) -> String {
    let cites = ids
        .iter()
        .filter_map(|id| Some(duty(id)?.cites.first()?.to_string()));
    cites.collect::<Vec<_>>().join(", ")
}
