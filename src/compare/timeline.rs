//! The days on which duties begin, side by side: what begins on each under one edition and under the other, and how
//! many duties then apply in all. For two editions or inventories alike; knows nothing of the day that was asked for.

use crate::calendar::Date;
use crate::compare::Side;
use crate::compare::change::About;
use crate::compare::conclusion::{about, before_the_act, first_day};
use crate::law::duties::Duty;
use crate::obligations::Assessment;
use crate::obligations::owed::Standing;
use std::collections::{BTreeMap, BTreeSet};

/// A day on which something begins on one side at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub on: Date,
    /// What each side has on that day.
    pub sides: [OnADay; 2],
}

/// What begins on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OnADay {
    /// The duties that begin, by subject, in the order of the table.
    pub begins: BTreeMap<About, Vec<&'static str>>,
    /// The duties for which a transitional rule's time ends.
    pub grace_ends: BTreeMap<About, Vec<&'static str>>,
    /// How many duties apply from this day on, all subjects together.
    pub n_apply: usize,
}

impl Day {
    /// Returns whether the sides differ in what begins or ends.
    pub fn differs(&self) -> bool {
        self.sides[0] != self.sides[1]
    }
}

/// Returns the days in order.
pub fn timeline(old: Side<'_>, new: Side<'_>) -> Vec<Day> {
    let mut sides = [old, new].map(|side| days(&before_the_act(side.assessment)));
    let all: BTreeSet<Date> = sides.iter().flat_map(|days| days.keys().copied()).collect();
    let mut n_apply = [0, 0];
    let day = |on: Date| Day {
        on,
        sides: [0, 1].map(|side| {
            let begun = sides[side].remove(&on).unwrap_or_default();
            n_apply[side] += begun.begins.values().map(Vec::len).sum::<usize>();
            OnADay {
                n_apply: n_apply[side],
                ..begun
            }
        }),
    };
    all.into_iter().map(day).collect()
}

fn days(assessment: &Assessment) -> BTreeMap<Date, OnADay> {
    let mut days: BTreeMap<Date, OnADay> = BTreeMap::new();
    for owed in &assessment.owed {
        let about = about(&owed.subject);
        if let Some(from) = first_day(owed, assessment.edition) {
            let begins = &mut days.entry(from).or_default().begins;
            add(begins, &about, owed.duty);
        }
        if let Standing::Grace(until) = owed.standing {
            let ends = &mut days.entry(until).or_default().grace_ends;
            add(ends, &about, owed.duty);
        }
    }
    days
}

fn add(duties: &mut BTreeMap<About, Vec<&'static str>>, about: &About, duty: &Duty) {
    duties.entry(about.clone()).or_default().push(duty.id);
}
