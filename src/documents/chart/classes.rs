//! The systems by class and by our role. A system stands in one bar and in one division of it, so that the divisions
//! add up to the number of systems: who is provider and deployer at once has a division of its own.

use crate::documents::chart::{Bar, Bars, Chart, Exhibit, Look, Picture, Series, in_turn, numbered};
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::documents::shown::number;
use crate::inventory::system::System;
use crate::law::terms::{Role, Tier};
use crate::term::sentence_case;
use crate::tongue::words::Words;

/// How the divisions look, in their order.
const LOOKS: [Look; 5] = [
    Look::Filled,
    Look::Hatched,
    Look::Lighter,
    Look::Crossed,
    Look::Outlined,
];

/// Returns the picture and the table of the systems.
pub(crate) fn classes(occasion: &Occasion<'_>) -> Exhibit {
    let words = occasion.words;
    let placed = placed(occasion);
    let series = series(words, &placed);
    let bars: Vec<Bar> = classes_met(&placed)
        .map(|class| bar(words, class, &series, &placed))
        .collect();
    let rows = bars.iter().map(row).collect();
    let mut head = vec![words.say("head-class"), words.say("head-systems")];
    head.extend(series.iter().map(|roles| sentence_case(roles)));
    Exhibit::new(chart(words, &series, bars), head, rows)
}

/// A system with its class, none while a question could still change it, and our roles in words.
struct Placed {
    class: Option<Tier>,
    roles: String,
}

fn placed(occasion: &Occasion<'_>) -> Vec<Placed> {
    let classes = occasion.assessment.classification.systems.iter();
    let placed = classes.filter_map(|(id, class)| {
        let system = occasion.inventory.systems.get(id)?;
        Some(Placed {
            class: (!class.is_open()).then_some(class.primary_tier),
            roles: roles(occasion.words, system),
        })
    });
    placed.collect()
}

fn roles(words: Words, system: &System) -> String {
    let said = system.our_roles.items();
    let is_said = |role: &&Role| said.iter().any(|it| it.value == **role);
    let roles = Role::ALL.iter().filter(is_said);
    let roles: Vec<String> = roles.map(|role| words.term(*role)).collect();
    match roles.split_last() {
        None => words.say("chart-no-role"),
        Some((last, [])) => last.clone(),
        Some((last, others)) => {
            let others = others.join(", ").into();
            let blanks = [("others", others), ("last", last.as_str().into())];
            words.say_with("chart-roles-and", &blanks)
        }
    }
}

/// Returns the classes that a system has, the heaviest first, open ones last.
fn classes_met(placed: &[Placed]) -> impl Iterator<Item = Option<Tier>> {
    let all = Tier::ALL.iter().rev().map(|tier| Some(*tier)).chain([None]);
    all.filter(|class| placed.iter().any(|it| it.class == *class))
}

/// Returns the divisions, the most frequent first; what has no place of its own is one division together.
fn series(words: Words, placed: &[Placed]) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for it in placed {
        match counts.iter_mut().find(|(roles, _)| *roles == it.roles) {
            Some((_, n)) => *n += 1,
            None => counts.push((it.roles.clone(), 1)),
        }
    }
    counts.sort_by(|(one, n), (other, m)| m.cmp(n).then_with(|| one.cmp(other)));
    let mut series: Vec<String> = counts.into_iter().map(|(roles, _)| roles).collect();
    if series.len() > LOOKS.len() {
        series.truncate(LOOKS.len() - 1);
        series.push(words.say("chart-other-roles"));
    }
    series
}

fn bar(words: Words, class: Option<Tier>, series: &[String], placed: &[Placed]) -> Bar {
    let mut counts = vec![0; series.len()];
    for it in placed.iter().filter(|it| it.class == class) {
        let own = series.iter().position(|roles| *roles == it.roles);
        if let Some(count) = counts.get_mut(own.unwrap_or(series.len() - 1)) {
            *count += 1;
        }
    }
    Bar {
        label: class.map_or_else(|| words.say("chart-class-open"), |tier| words.term(tier)),
        counts,
    }
}

/// Returns class, systems, and how many of them in each role.
fn row(bar: &Bar) -> Row {
    let total: u64 = bar.counts.iter().sum();
    let numbers = [total].into_iter().chain(bar.counts.iter().copied());
    let mut row = vec![bar.label.clone()];
    row.extend(numbers.map(number));
    row
}

fn chart(words: Words, series: &[String], bars: Vec<Bar>) -> Option<Chart> {
    if bars.is_empty() {
        return None;
    }
    let says = says(words, series, &bars);
    let series = series.iter().zip(LOOKS).map(|(label, look)| Series {
        label: label.clone(),
        look,
    });
    Some(Chart {
        name: "systems".to_owned(),
        title: words.say("chart-systems"),
        says,
        picture: Picture::Bars(Bars {
            series: series.collect(),
            bars,
        }),
    })
}

fn says(words: Words, series: &[String], bars: &[Bar]) -> String {
    let total = |at: usize| bars.iter().map(|bar| bar.counts[at]).sum::<u64>();
    let by_class = bars
        .iter()
        .map(|bar| numbered(words, bar.counts.iter().sum(), &bar.label));
    let by_role = series
        .iter()
        .enumerate()
        .map(|(at, roles)| numbered(words, total(at), roles));
    let n_systems: u64 = (0..series.len()).map(total).sum();
    let n_systems = usize::try_from(n_systems).unwrap_or(usize::MAX);
    let blanks = [
        ("systems", words.counted("n-systems", n_systems).into()),
        ("classes", in_turn(words, by_class).into()),
        ("roles", in_turn(words, by_role).into()),
    ];
    words.say_with("chart-systems-says", &blanks)
}
