//! The gaps by owner and level. Owners are roles. A gap whose owner no record names is counted as such, so that the
//! bars add up to all gaps.

use crate::documents::chart::{Bar, Bars, Chart, Exhibit, Look, Picture, Series, in_turn, numbered};
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::documents::shown::number;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::term::sentence_case;
use crate::tongue::words::Words;
use std::collections::BTreeMap;

/// The divisions: how pressing the open gaps are, and what is accepted for a time.
const SERIES: [(&str, Look); 5] = [
    ("chart-must-now", Look::Alert),
    ("chart-must-by", Look::AlertHatched),
    ("chart-should", Look::Lighter),
    ("chart-info", Look::Outlined),
    ("chart-accepted", Look::Crossed),
];

/// Owners with a bar of their own.
const MOST_OWNERS: usize = 12;

/// Returns the picture and the table of the gaps.
pub(crate) fn owners(occasion: &Occasion<'_>) -> Exhibit {
    let words = occasion.words;
    let bars = bars(words, &occasion.assessment.gaps);
    let mut head = vec![words.say("head-owner"), words.say("head-gaps")];
    head.extend(SERIES.iter().map(|(label, _)| sentence_case(&words.say(label))));
    let rows = bars.iter().map(row).collect();
    Exhibit::new(chart(words, bars), head, rows)
}

fn bars(words: Words, gaps: &[Gap]) -> Vec<Bar> {
    let nobody = words.say("chart-no-owner");
    let mut by_owner: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for gap in gaps {
        let owner = gap
            .owner
            .as_deref()
            .map(str::trim)
            .filter(|owner| !owner.is_empty());
        let counts = by_owner
            .entry(owner.unwrap_or(&nobody))
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
    bars.sort_by_key(|bar| (bar.label == nobody, u64::MAX - total(bar)));
    gathered(words, bars, &nobody)
}

// More owners than bars: the last bars become one.
fn gathered(words: Words, mut bars: Vec<Bar>, nobody: &str) -> Vec<Bar> {
    if bars.len() <= MOST_OWNERS {
        return bars;
    }
    let nobody = bars.pop_if(|bar| bar.label == nobody);
    let room = MOST_OWNERS - 1 - usize::from(nobody.is_some());
    let rest = bars.split_off(room.min(bars.len()));
    let sum = |at: usize| rest.iter().map(|bar| bar.counts[at]).sum();
    if !rest.is_empty() {
        bars.push(Bar {
            label: words.say("chart-other-owners"),
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
    let mut row = vec![bar.label.clone(), number(total(bar))];
    row.extend(bar.counts.iter().copied().map(number));
    row
}

fn chart(words: Words, bars: Vec<Bar>) -> Option<Chart> {
    let says = says(words, &bars, bars.first()?);
    let series = SERIES.iter().map(|(label, look)| Series {
        label: words.say(label),
        look: *look,
    });
    Some(Chart {
        name: "gaps".to_owned(),
        title: words.say("chart-gaps"),
        says,
        picture: Picture::Bars(Bars {
            series: series.collect(),
            bars,
        }),
    })
}

fn says(words: Words, bars: &[Bar], most: &Bar) -> String {
    let of_level = |at: usize| bars.iter().map(|bar| bar.counts[at]).sum::<u64>();
    let levels = SERIES
        .iter()
        .enumerate()
        .map(|(at, (label, _))| numbered(words, of_level(at), &words.say(label)));
    let n_gaps: u64 = bars.iter().map(total).sum();
    let n_gaps = usize::try_from(n_gaps).unwrap_or(usize::MAX);
    let blanks = [
        ("gaps", words.counted("n-gaps", n_gaps).into()),
        ("levels", in_turn(words, levels).into()),
        ("owner", most.label.as_str().into()),
        ("most", number(total(most)).into()),
    ];
    words.say_with("chart-gaps-says", &blanks)
}
