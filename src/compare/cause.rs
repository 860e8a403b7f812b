//! Which difference of the input brought which difference of the conclusions. Nothing is guessed from names: each
//! change is undone alone in the second inventory and made alone in the first, and whatever the conclusions then do
//! is put down to it. The same is tried with the edition and the day. Where more differs than can be tried, a changed
//! record is named beside what is concluded about it, as something that was not tried.

use crate::calendar::Date;
use crate::classify::classify;
use crate::compare::change::{About, Change, Topic};
use crate::compare::inputs::{InputChange, carried_over};
use crate::compare::place::place_in_law;
use crate::compare::{Drawn, risk_changes};
use crate::diag::Diagnostics;
use crate::inventory::id::Id;
use crate::inventory::kind::{AnyRecord, record};
use crate::law::edition::Edition;
use crate::link::link;
use crate::obligations::{Assessment, assess};
use crate::yaml::node::Node;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a difference comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A change of a field; of the record as a whole when the field is empty.
    Field {
        /// The record.
        record: Id,
        /// The path of the field.
        field: String,
    },
    /// Some change of the record that the conclusion is about. Too much differs to try whether it brings it.
    OwnRecord(Id),
    /// Another text of the Act, with the place that makes the difference where one can be named.
    Edition(Option<String>),
    /// Another as-of date.
    AsOf,
}

/// How many records are read again while changes are tried, all trials together.
const MOST_READ_AGAIN: usize = 20_000;

/// A conclusion, by what it is about and what tells it from others.
type Touched = (About, Topic, String);

/// Says of each conclusion that differs what it comes from.
pub(crate) fn explain(
    changes: &mut [Change],
    sides: [&Drawn<'_>; 2],
    trees: [&BTreeMap<Id, Node>; 2],
    inputs: &[InputChange],
) {
    let bench = Bench::of(sides, trees);
    let mut trials = bench.law_trials();
    match bench.can_try(inputs.len()) {
        true => {
            let tried = inputs
                .par_iter()
                .map(|input| (Cause::of(input), bench.touched_by(input)));
            trials.extend(tried.collect::<Vec<_>>());
        }
        false => trials.extend(by_record(inputs, changes)),
    }
    for change in changes {
        let brought = trials.iter().filter(|(_, touched)| is_touched(change, touched));
        let causes = brought.map(|(cause, _)| match cause {
            Cause::Edition(_) => Cause::Edition(place_in_law(change, sides)),
            Cause::Field { .. } | Cause::OwnRecord(_) | Cause::AsOf => cause.clone(),
        });
        change.because = causes.collect();
        change.because.sort();
    }
}

impl Cause {
    fn of(input: &InputChange) -> Self {
        Self::Field {
            record: input.record.clone(),
            field: input.field.clone(),
        }
    }
}

/// Both inventories, ready to be assessed again with one thing exchanged.
struct Bench<'a> {
    sides: [&'a Drawn<'a>; 2],
    trees: [&'a BTreeMap<Id, Node>; 2],
    records: [BTreeMap<Id, AnyRecord>; 2],
}

impl<'a> Bench<'a> {
    fn of(sides: [&'a Drawn<'a>; 2], trees: [&'a BTreeMap<Id, Node>; 2]) -> Self {
        let records = trees.map(|trees| {
            let read = trees
                .iter()
                .filter_map(|(id, node)| Some((id.clone(), read(node)?)));
            read.collect()
        });
        Self {
            sides,
            trees,
            records,
        }
    }

    fn can_try(&self, n_inputs: usize) -> bool {
        let n_records = self.records[0].len() + self.records[1].len();
        n_inputs * n_records <= MOST_READ_AGAIN
    }

    /// Returns what the other edition and the other day alone would touch.
    fn law_trials(&self) -> Vec<(Cause, BTreeSet<Touched>)> {
        let [old, new] = self
            .sides
            .map(|side| (side.assessment.edition, side.assessment.as_of));
        let mut trials = Vec::new();
        if old.0 != new.0 {
            let touched =
                self.both(|side| self.again(side, None, [new.0, old.0][side], [old.1, new.1][side]));
            trials.push((Cause::Edition(None), touched));
        }
        if old.1 != new.1 {
            let touched =
                self.both(|side| self.again(side, None, [old.0, new.0][side], [new.1, old.1][side]));
            trials.push((Cause::AsOf, touched));
        }
        trials
    }

    fn touched_by(&self, input: &InputChange) -> BTreeSet<Touched> {
        self.both(|side| {
            let assessment = self.sides[side].assessment;
            self.again(side, Some(input), assessment.edition, assessment.as_of)
        })
    }

    /// Returns what differs on either side once something is exchanged there.
    fn both(&self, exchanged: impl Fn(usize) -> Assessment) -> BTreeSet<Touched> {
        let touched = |side: usize| {
            let changes = risk_changes([self.sides[side], &Drawn::from(&exchanged(side))], [None, None]);
            changes.iter().map(name).collect::<Vec<_>>()
        };
        touched(0).into_iter().chain(touched(1)).collect()
    }

    /// Assesses one side again, with one change carried over from the other.
    fn again(&self, side: usize, input: Option<&InputChange>, edition: Edition, as_of: Date) -> Assessment {
        let mut records = self.records[side].clone();
        if let Some(input) = input {
            let exchanged = match (input.field.is_empty(), self.trees[side].get(&input.record)) {
                (false, Some(tree)) => read(&carried_over(tree, input, side)),
                (true, _) | (false, None) => self.records[1 - side].get(&input.record).cloned(),
            };
            match exchanged {
                Some(record) => records.insert(input.record.clone(), record),
                None => records.remove(&input.record),
            };
        }
        // A trial may leave a reference dangling; it is a question, not an inventory.
        let mut findings = Diagnostics::default();
        let mut inventory = link(records.into_values().collect(), &mut findings);
        inventory.boms = self.sides[side].assessment.inventory.boms.clone();
        inventory.files = self.sides[side].assessment.inventory.files.clone();
        let classes = classify(&inventory, edition, as_of, &mut findings);
        assess(inventory, classes, edition, as_of)
    }
}

fn read(node: &Node) -> Option<AnyRecord> {
    record(node, &mut Diagnostics::default())
}

/// Returns the changed records that conclusions are about. Whether they are causes has not been tried.
fn by_record(inputs: &[InputChange], changes: &[Change]) -> Vec<(Cause, BTreeSet<Touched>)> {
    let ids: BTreeSet<&Id> = inputs.iter().map(|input| &input.record).collect();
    let cause = |id: &Id| {
        let about_it = changes.iter().filter(|change| change.about.name() == id.as_str());
        (Cause::OwnRecord(id.clone()), about_it.map(name).collect())
    };
    ids.into_iter().map(cause).collect()
}

/// Returns the name of a conclusion among those that trials touch.
fn name(change: &Change) -> Touched {
    (change.about.clone(), change.topic, change.item.clone())
}

/// Returns whether a trial touches a conclusion. That a duty or a gap comes or goes touches all that is said of it.
fn is_touched(change: &Change, touched: &BTreeSet<Touched>) -> bool {
    let presence = match change.topic.owner() {
        Some(owner) => touched.contains(&(change.about.clone(), owner, change.item.clone())),
        None => false,
    };
    presence || touched.contains(&name(change))
}
