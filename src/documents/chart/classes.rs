//! The systems by class and by our role. A system stands in one bar and in one division of it, so that the divisions
//! add up to the number of systems: who is provider and deployer at once has a division of its own.

use crate::documents::chart::{Bar, Bars, Chart, Exhibit, Look, Picture, Series};
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::documents::shown::counted;
use crate::inventory::system::System;
use crate::law::terms::{Role, Tier};
use crate::term::sentence_case;

/// What is printed for a class that a question could still change.
const OPEN: &str = "open: a question could still change the class";
/// What is printed for a system whose record names no role.
const NO_ROLE: &str = "no role on record";
/// What is printed for all combinations of roles that are too rare for a division of their own.
const OTHER_ROLES: &str = "other roles";

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
    let placed = placed(occasion);
    let series = series(&placed);
    let bars: Vec<Bar> = classes_met(&placed)
        .map(|class| bar(class, &series, &placed))
        .collect();
    let rows = bars.iter().map(row).collect();
    let mut head = vec!["Class".to_owned(), "Systems".to_owned()];
    head.extend(series.iter().map(|roles| sentence_case(roles)));
    Exhibit::new(chart(&series, bars), head, rows)
}

/// A system with its class and our roles, in words.
struct Placed {
    class: &'static str,
    roles: String,
}

fn placed(occasion: &Occasion<'_>) -> Vec<Placed> {
    let classes = occasion.assessment.classification.systems.iter();
    let placed = classes.filter_map(|(id, class)| {
        let system = occasion.inventory.systems.get(id)?;
        Some(Placed {
            class: if class.is_open() {
                OPEN
            } else {
                class.primary_tier.words()
            },
            roles: roles(system),
        })
    });
    placed.collect()
}

fn roles(system: &System) -> String {
    let said = system.our_roles.items();
    let is_said = |role: &&Role| said.iter().any(|it| it.value == **role);
    let words: Vec<&str> = Role::ALL
        .iter()
        .filter(is_said)
        .map(|role| role.words())
        .collect();
    match words.split_last() {
        None => NO_ROLE.to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// Returns the classes that a system has, the heaviest first, open ones last.
fn classes_met(placed: &[Placed]) -> impl Iterator<Item = &'static str> {
    let all = Tier::ALL.iter().rev().map(|tier| tier.words()).chain([OPEN]);
    all.filter(|class| placed.iter().any(|it| it.class == *class))
}

/// Returns the divisions, the most frequent first; what has no place of its own is one division together.
fn series(placed: &[Placed]) -> Vec<String> {
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
        series.push(OTHER_ROLES.to_owned());
    }
    series
}

fn bar(class: &'static str, series: &[String], placed: &[Placed]) -> Bar {
    let mut counts = vec![0; series.len()];
    for it in placed.iter().filter(|it| it.class == class) {
        let own = series.iter().position(|roles| *roles == it.roles);
        if let Some(count) = counts.get_mut(own.unwrap_or(series.len() - 1)) {
            *count += 1;
        }
    }
    Bar {
        label: class.to_owned(),
        counts,
    }
}

/// Returns class, systems, and how many of them in each role.
fn row(bar: &Bar) -> Row {
    let total: u64 = bar.counts.iter().sum();
    let numbers = [total].into_iter().chain(bar.counts.iter().copied());
    let mut row = vec![bar.label.clone()];
    row.extend(numbers.map(|n| n.to_string()));
    row
}

fn chart(series: &[String], bars: Vec<Bar>) -> Option<Chart> {
    if bars.is_empty() {
        return None;
    }
    let total = |at: usize| bars.iter().map(|bar| bar.counts[at]).sum::<u64>();
    let by_class = bars
        .iter()
        .map(|bar| format!("{} {}", bar.counts.iter().sum::<u64>(), bar.label));
    let by_role = series
        .iter()
        .enumerate()
        .map(|(at, roles)| format!("{} {roles}", total(at)));
    let n_systems: u64 = (0..series.len()).map(total).sum();
    let says = format!(
        "Bars count {} by class: {}. By our role: {}.",
        counted(usize::try_from(n_systems).unwrap_or(usize::MAX), "AI system"),
        by_class.collect::<Vec<_>>().join("; "),
        by_role.collect::<Vec<_>>().join("; "),
    );
    let series = series.iter().zip(LOOKS).map(|(label, look)| Series {
        label: label.clone(),
        look,
    });
    Some(Chart {
        name: "systems".to_owned(),
        title: "AI systems by class and our role".to_owned(),
        says,
        picture: Picture::Bars(Bars {
            series: series.collect(),
            bars,
        }),
    })
}
