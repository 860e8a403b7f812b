//! The gaps by owner and level. Owners are roles. A gap whose owner no record names is counted as such, so that the
//! bars add up to all gaps.

use crate::documents::chart::{Bar, Bars, Chart, Exhibit, Look, Picture, Series};
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::documents::shown::counted;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::term::sentence_case;
use std::collections::BTreeMap;

/// The divisions: how pressing the open gaps are, and what is accepted for a time.
const SERIES: [(&str, Look); 5] = [
    ("must now", Look::Alert),
    ("must by a later day", Look::AlertHatched),
    ("should", Look::Lighter),
    ("worth knowing", Look::Outlined),
    ("accepted", Look::Crossed),
];

const NOBODY: &str = "no owner on record";
const OTHERS: &str = "other owners";
/// Owners with a bar of their own.
const MOST_OWNERS: usize = 12;

/// Returns the picture and the table of the gaps.
pub(crate) fn owners(occasion: &Occasion<'_>) -> Exhibit {
    let bars = bars(&occasion.assessment.gaps);
    let mut head = vec!["Owner".to_owned(), "Gaps".to_owned()];
    head.extend(SERIES.iter().map(|(label, _)| sentence_case(label)));
    let rows = bars.iter().map(row).collect();
    Exhibit::new(chart(bars), head, rows)
}

fn bars(gaps: &[Gap]) -> Vec<Bar> {
    let mut by_owner: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for gap in gaps {
        let owner = gap
            .owner
            .as_deref()
            .map(str::trim)
            .filter(|owner| !owner.is_empty());
        let counts = by_owner
            .entry(owner.unwrap_or(NOBODY))
            .or_insert_with(|| vec![0; SERIES.len()]);
        counts[division(gap)] += 1;
    }
    let mut bars: Vec<Bar> = by_owner
        .into_iter()
        .map(|(label, counts)| Bar {
            label: label.to_owned(),
            counts,
        })
        .collect();
    // Whoever has most to do comes first; whom nobody named, last.
    bars.sort_by_key(|bar| (bar.label == NOBODY, u64::MAX - total(bar)));
    gathered(bars)
}

// More owners than bars: the last bars become one.
fn gathered(mut bars: Vec<Bar>) -> Vec<Bar> {
    if bars.len() <= MOST_OWNERS {
        return bars;
    }
    let nobody = bars.pop_if(|bar| bar.label == NOBODY);
    let room = MOST_OWNERS - 1 - usize::from(nobody.is_some());
    let rest = bars.split_off(room.min(bars.len()));
    let sum = |at: usize| rest.iter().map(|bar| bar.counts[at]).sum();
    if !rest.is_empty() {
        bars.push(Bar {
            label: OTHERS.to_owned(),
            counts: (0..SERIES.len()).map(sum).collect(),
        });
    }
    bars.extend(nobody);
    bars
}

fn division(gap: &Gap) -> usize {
    match gap.level {
        _ if !gap.is_open() => 4,
        Level::MustNow => 0,
        Level::MustBy(_) => 1,
        Level::Should => 2,
        Level::Info => 3,
    }
}

fn total(bar: &Bar) -> u64 {
    bar.counts.iter().sum()
}

/// Returns owner, gaps, and how many of them at each level.
fn row(bar: &Bar) -> Row {
    let mut row = vec![bar.label.clone(), total(bar).to_string()];
    row.extend(bar.counts.iter().map(ToString::to_string));
    row
}

fn chart(bars: Vec<Bar>) -> Option<Chart> {
    let most = bars.first()?;
    let of_level = |at: usize| bars.iter().map(|bar| bar.counts[at]).sum::<u64>();
    let levels = SERIES
        .iter()
        .enumerate()
        .map(|(at, (label, _))| format!("{} {label}", of_level(at)));
    let n_gaps: u64 = bars.iter().map(total).sum();
    let says = format!(
        "Bars count {} by owner and level: {}. The longest bar is that of {}, with {}.",
        counted(usize::try_from(n_gaps).unwrap_or(usize::MAX), "gap"),
        levels.collect::<Vec<_>>().join("; "),
        most.label,
        total(most),
    );
    let series = SERIES.iter().map(|(label, look)| Series {
        label: (*label).to_owned(),
        look: *look,
    });
    Some(Chart {
        name: "gaps".to_owned(),
        title: "Gaps by owner and level".to_owned(),
        says,
        picture: Picture::Bars(Bars {
            series: series.collect(),
            bars,
        }),
    })
}
