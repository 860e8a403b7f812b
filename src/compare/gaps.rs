//! Which gaps open, close, or say something else. A gap has no name of its own: it is found again by its code, its
//! record and its field, then by the systems that it concerns and by its words.

use crate::compare::change::{About, Change, Kind, Said, Topic};
use crate::inventory::id::Id;
use crate::obligations::Assessment;
use crate::source::SourceMap;
use std::collections::{BTreeMap, BTreeSet};

/// A gap as an assessment or a gap register has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SeenGap {
    /// The code.
    pub(crate) code: String,
    /// The record that would supply what is missing, else the kind of record.
    pub(crate) spot: String,
    /// That record, if it exists.
    pub(crate) record: Option<Id>,
    /// The field.
    pub(crate) field: String,
    /// How pressing it is, in words.
    pub(crate) level: String,
    /// The systems concerned.
    pub(crate) systems: Vec<Id>,
    /// What is missing.
    pub(crate) says: String,
    /// Where the inventory speaks about it.
    pub(crate) at: Option<String>,
}

/// Returns the gaps of an assessment, with their places in the texts if these are given.
pub(crate) fn gaps_of(assessment: &Assessment, sources: Option<&SourceMap>) -> Vec<SeenGap> {
    let seen = assessment.gaps.iter().map(|gap| SeenGap {
        code: gap.kind.code.to_owned(),
        spot: gap.record.as_ref().map_or(gap.on.key(), Id::as_str).to_owned(),
        record: gap.record.clone(),
        field: gap.field.to_owned(),
        level: gap.level.to_string(),
        systems: gap.systems.clone(),
        says: gap.says.clone(),
        at: sources.and_then(|sources| Some(sources.place(gap.at?).to_string())),
    });
    seen.collect()
}

/// Returns the changes of gaps.
pub(crate) fn gap_changes(olds: &[SeenGap], news: &[SeenGap]) -> Vec<Change> {
    let (mut olds, mut news) = (by_item(olds), by_item(news));
    let items: BTreeSet<String> = olds.keys().chain(news.keys()).cloned().collect();
    let mut changes = Vec::new();
    for item in items {
        let olds = olds.remove(&item).unwrap_or_default();
        let news = news.remove(&item).unwrap_or_default();
        for pair in paired(olds, news) {
            changes.extend(rows(&item, pair));
        }
    }
    changes
}

impl SeenGap {
    /// Returns the code, the record and the field: where gaps of both sides can be the same.
    fn item(&self) -> String {
        format!("{} {} {}", self.code, self.spot, self.field)
    }

    fn systems(&self) -> String {
        let ids: Vec<&str> = self.systems.iter().map(Id::as_str).collect();
        ids.join(", ")
    }
}

fn by_item(gaps: &[SeenGap]) -> BTreeMap<String, Vec<&SeenGap>> {
    let mut items: BTreeMap<String, Vec<&SeenGap>> = BTreeMap::new();
    for gap in gaps {
        items.entry(gap.item()).or_default().push(gap);
    }
    items
}

type Pair<'g> = [Option<&'g SeenGap>; 2];

/// Returns gaps side by side: first those that agree in systems and words, then in one of the two, then by order.
fn paired<'g>(mut olds: Vec<&'g SeenGap>, mut news: Vec<&'g SeenGap>) -> Vec<Pair<'g>> {
    let alike: [fn(&SeenGap, &SeenGap) -> bool; 4] = [
        |one, other| one.systems == other.systems && one.says == other.says,
        |one, other| one.systems == other.systems,
        |one, other| one.says == other.says,
        |_, _| true,
    ];
    let mut pairs = Vec::new();
    for is_alike in alike {
        olds.retain(|old| match news.iter().position(|new| is_alike(old, new)) {
            Some(at) => {
                pairs.push([Some(*old), Some(news.remove(at))]);
                false
            }
            None => true,
        });
    }
    pairs.extend(olds.into_iter().map(|old| [Some(old), None]));
    pairs.extend(news.into_iter().map(|new| [None, Some(new)]));
    pairs
}

fn rows(item: &str, pair: Pair<'_>) -> Vec<Change> {
    let about = subject(pair);
    let detail = pair[1].or(pair[0]).map_or("", |gap| gap.says.as_str());
    let row = |topic: Topic, says: fn(&SeenGap) -> Said| {
        let [before, after] = pair.map(|gap| gap.map(|gap| says(gap).at(gap.at.clone())));
        Change {
            detail: detail.to_owned(),
            ..Change::new(Kind::Risk, about.clone(), topic, item, before, after)
        }
    };
    let rows = match pair {
        [Some(_), Some(_)] => vec![
            row(Topic::GapLevel, |gap| said(&gap.level)),
            row(Topic::GapSays, |gap| said(&gap.says)),
            row(Topic::GapSystems, |gap| said(&gap.systems())),
        ],
        [_, None] | [None, _] => vec![row(Topic::Gap, |gap| {
            Said::new("open", format!("{}: {}", gap.level, gap.says))
        })],
    };
    rows.into_iter().filter(Change::is_one).collect()
}

fn said(text: &str) -> Said {
    Said::new(text, text)
}

/// Returns what a gap is about: the only system that it concerns, else its record, else the organisation.
fn subject(pair: Pair<'_>) -> About {
    let gaps = || pair.into_iter().flatten();
    let systems: BTreeSet<&Id> = gaps().flat_map(|gap| &gap.systems).collect();
    let record = gaps().find_map(|gap| gap.record.clone());
    match (systems.len(), systems.first(), record) {
        (1, Some(only), _) => About::System((*only).clone()),
        (_, _, Some(record)) => About::Record(record),
        (_, _, None) => About::Organisation,
    }
}
