//! Which gaps open, close, or say something else. A gap has no name of its own: it is found again by its code, its
//! record and its field, then by the systems that it concerns and by its words.

use crate::compare::change::{About, Change, Kind, Said, Topic};
use crate::inventory::id::Id;
use crate::obligations::Assessment;
use crate::obligations::gap::Gap;
use crate::source::SourceMap;
use std::collections::{BTreeMap, BTreeSet};

/// Code, record and field: where gaps of both sides can be the same.
type Spot<'a> = (&'static str, Option<&'a Id>, &'static str, &'static str);

/// Returns the changes of gaps.
pub(crate) fn gap_changes(sides: [&Assessment; 2], sources: [Option<&SourceMap>; 2]) -> Vec<Change> {
    let [mut olds, mut news] = sides.map(|side| by_spot(&side.gaps));
    let spots: BTreeSet<Spot<'_>> = olds.keys().chain(news.keys()).copied().collect();
    let mut changes = Vec::new();
    for spot in spots {
        let olds = olds.remove(&spot).unwrap_or_default();
        let news = news.remove(&spot).unwrap_or_default();
        for (before, after) in paired(olds, news) {
            changes.extend(rows([before, after], sources));
        }
    }
    changes
}

/// Returns the systems of a gap as one text.
pub(crate) fn systems(gap: &Gap) -> String {
    let ids: Vec<&str> = gap.systems.iter().map(Id::as_str).collect();
    ids.join(", ")
}

fn by_spot(gaps: &[Gap]) -> BTreeMap<Spot<'_>, Vec<&Gap>> {
    let mut spots: BTreeMap<Spot<'_>, Vec<&Gap>> = BTreeMap::new();
    for gap in gaps {
        let spot = (gap.kind.code, gap.record.as_ref(), gap.on.key(), gap.field);
        spots.entry(spot).or_default().push(gap);
    }
    spots
}

/// Returns gaps side by side: first those that agree in systems and words, then in one of the two, then by order.
fn paired<'g>(mut olds: Vec<&'g Gap>, mut news: Vec<&'g Gap>) -> Vec<(Option<&'g Gap>, Option<&'g Gap>)> {
    let alike: [fn(&Gap, &Gap) -> bool; 4] = [
        |one, other| one.systems == other.systems && one.says == other.says,
        |one, other| one.systems == other.systems,
        |one, other| one.says == other.says,
        |_, _| true,
    ];
    let mut pairs = Vec::new();
    for is_alike in alike {
        olds.retain(|old| match news.iter().position(|new| is_alike(old, new)) {
            Some(at) => {
                pairs.push((Some(*old), Some(news.remove(at))));
                false
            }
            None => true,
        });
    }
    pairs.extend(olds.into_iter().map(|old| (Some(old), None)));
    pairs.extend(news.into_iter().map(|new| (None, Some(new))));
    pairs
}

fn rows(gaps: [Option<&Gap>; 2], sources: [Option<&SourceMap>; 2]) -> Vec<Change> {
    let Some(gap) = gaps[0].or(gaps[1]) else {
        return Vec::new();
    };
    let about = subject(gaps);
    let record = gap.record.as_ref().map_or(gap.on.key(), Id::as_str);
    let item = format!("{} {record} {}", gap.kind.code, gap.field);
    let row = |topic: Topic, says: fn(&Gap) -> Said| {
        let said = |side: usize| {
            let place = |gap: &Gap| Some(sources[side]?.place(gap.at?).to_string());
            gaps[side].map(|gap| says(gap).at(place(gap)))
        };
        let detail = gaps[1]
            .or(gaps[0])
            .map_or_else(String::new, |gap| gap.says.clone());
        Change {
            detail,
            ..Change::new(Kind::Risk, about.clone(), topic, item.clone(), said(0), said(1))
        }
    };
    let rows = match gaps[0].is_some() && gaps[1].is_some() {
        false => vec![row(Topic::Gap, presence)],
        true => vec![
            row(Topic::GapLevel, level),
            row(Topic::GapSays, |gap| {
                Said::new(gap.says.clone(), gap.says.clone())
            }),
            row(Topic::GapSystems, |gap| Said::new(systems(gap), systems(gap))),
        ],
    };
    rows.into_iter().filter(Change::is_one).collect()
}

fn presence(gap: &Gap) -> Said {
    Said::new("open", format!("{}: {}", gap.level, gap.says))
}

fn level(gap: &Gap) -> Said {
    Said::new(gap.level.to_string(), gap.level.to_string())
}

/// Returns what a gap is about: the only system that it concerns, else its record, else the organisation.
fn subject(gaps: [Option<&Gap>; 2]) -> About {
    let gaps = || gaps.into_iter().flatten();
    let systems: BTreeSet<&Id> = gaps().flat_map(|gap| &gap.systems).collect();
    let record = gaps().find_map(|gap| gap.record.clone());
    match (systems.len(), systems.first(), record) {
        (1, Some(only), _) => About::System((*only).clone()),
        (_, _, Some(record)) => About::Record(record),
        (_, _, None) => About::Organisation,
    }
}
