//! A comparison for machines. The keys are a contract; changes stand in the order in which they are sorted.

use crate::calendar::Date;
use crate::compare::cause::Cause;
use crate::compare::change::{About, Change, Kind, Said, Topic};
use crate::compare::timeline::{Day, OnADay};
use crate::report::difference::{Difference, Named, Recognised};
use serde::Serialize;
use std::collections::BTreeMap;

const FORMAT: &str = "actfile-diff/1";

#[derive(Serialize)]
struct Report<'d> {
    format: &'static str,
    old: SideReport<'d>,
    new: SideReport<'d>,
    differs: bool,
    counts: BTreeMap<&'static str, usize>,
    changes: Vec<ChangeReport<'d>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    timeline: Vec<DayReport<'d>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    not_compared: &'d [String],
}

#[derive(Serialize)]
struct SideReport<'d> {
    recognised: Recognised,
    name: &'d str,
    law: &'d str,
    as_of: Date,
}

#[derive(Serialize)]
struct ChangeReport<'d> {
    kind: Kind,
    about: &'d str,
    about_kind: &'static str,
    topic: Topic,
    #[serde(skip_serializing_if = "str::is_empty")]
    item: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<SaidReport<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<SaidReport<'d>>,
    says: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    detail: &'d str,
    because: Vec<CauseReport<'d>>,
}

#[derive(Serialize)]
struct SaidReport<'d> {
    value: &'d str,
    words: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'d str>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum CauseReport<'d> {
    Field {
        record: &'d str,
        field: &'d str,
    },
    OwnRecord {
        record: &'d str,
        tried: bool,
    },
    Edition {
        #[serde(skip_serializing_if = "Option::is_none")]
        cites: Option<&'d str>,
    },
    AsOf,
}

#[derive(Serialize)]
struct DayReport<'d> {
    day: Date,
    differs: bool,
    old: OnADayReport<'d>,
    new: OnADayReport<'d>,
}

#[derive(Serialize)]
struct OnADayReport<'d> {
    begins: BTreeMap<&'d str, &'d [&'static str]>,
    grace_ends: BTreeMap<&'d str, &'d [&'static str]>,
    n_apply: usize,
}

/// Returns the comparison as one object with a line feed at its end.
pub fn json(difference: &Difference) -> String {
    let [old, new] = &difference.sides;
    let counts = Kind::ALL.iter().map(|kind| (kind.key(), difference.count(*kind)));
    let report = Report {
        format: FORMAT,
        old: side(old),
        new: side(new),
        differs: difference.differs(),
        counts: counts.collect(),
        changes: difference.changes.iter().map(change).collect(),
        timeline: difference.timeline.iter().map(day).collect(),
        not_compared: &difference.not_compared,
    };
    // Plain structs with text keys always serialise.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

fn side(named: &Named) -> SideReport<'_> {
    SideReport {
        recognised: named.recognised,
        name: &named.name,
        law: &named.law,
        as_of: named.as_of,
    }
}

fn change(change: &Change) -> ChangeReport<'_> {
    ChangeReport {
        kind: change.kind,
        about: change.about.name(),
        about_kind: change.about.kind(),
        topic: change.topic,
        item: &change.item,
        before: change.before.as_ref().map(said),
        after: change.after.as_ref().map(said),
        says: change.says(),
        detail: &change.detail,
        because: change.because.iter().map(cause).collect(),
    }
}

fn said(said: &Said) -> SaidReport<'_> {
    SaidReport {
        value: &said.key,
        words: &said.words,
        at: said.at.as_deref(),
    }
}

fn cause(cause: &Cause) -> CauseReport<'_> {
    match cause {
        Cause::Field { record, field } => CauseReport::Field {
            record: record.as_str(),
            field,
        },
        Cause::OwnRecord(record) => CauseReport::OwnRecord {
            record: record.as_str(),
            tried: false,
        },
        Cause::Edition(cites) => CauseReport::Edition {
            cites: cites.as_deref(),
        },
        Cause::AsOf => CauseReport::AsOf,
    }
}

fn day(day: &Day) -> DayReport<'_> {
    let [old, new] = &day.sides;
    DayReport {
        day: day.on,
        differs: day.differs(),
        old: on_a_day(old),
        new: on_a_day(new),
    }
}

fn on_a_day(side: &OnADay) -> OnADayReport<'_> {
    OnADayReport {
        begins: by_name(&side.begins),
        grace_ends: by_name(&side.grace_ends),
        n_apply: side.n_apply,
    }
}

fn by_name<'d>(duties: &'d BTreeMap<About, Vec<&'static str>>) -> BTreeMap<&'d str, &'d [&'static str]> {
    let named = duties.iter().map(|(about, ids)| (about.name(), ids.as_slice()));
    named.collect()
}
