//! What is different between two assessments, and why: which conclusions of the law flip, which rules or days they
//! were drawn under, and which records and fields changed. Two sides come in, a sorted list of changes goes out. Reads
//! no disk, judges no side, and is no better informed than the assessments are.

pub mod altered;
pub mod boms;
pub mod cause;
pub mod change;
pub mod documents;
pub mod many;
pub mod timeline;

mod conclusion;
mod gaps;
mod inputs;
mod place;
mod words;

use crate::compare::altered::{NamedFiles, content_changes};
use crate::compare::cause::explain;
use crate::compare::change::{About, Change, Kind, Said, Topic};
use crate::compare::conclusion::conclusions;
use crate::compare::gaps::{gap_changes, gaps_of};
use crate::compare::inputs::{input_changes, records};
use crate::inventory::boms::is_bom;
use crate::law::dates::DutyGroup;
use crate::law::prohibited::GROUPS;
use crate::obligations::Assessment;
use crate::source::SourceMap;
use std::collections::{BTreeMap, BTreeSet};

/// One side of a comparison: what an inventory comes to, and its texts.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Classes, duties and gaps.
    pub assessment: &'a Assessment,
    /// The texts that they were read from.
    pub sources: &'a SourceMap,
}

impl Side<'_> {
    /// Returns the files that records name: evidence and the like, and bills of materials, which are read as texts.
    fn named_files(self) -> NamedFiles {
        let files = self.assessment.inventory.files.all().iter();
        let files = files.map(|(path, file)| (path.clone(), file.sha256.clone()));
        let boms = self.sources.files().iter().filter(|file| is_bom(&file.path));
        files
            .chain(boms.map(|file| (file.path.clone(), file.sha256.clone())))
            .collect()
    }
}

/// What can be told apart by a key.
type Key = (About, Topic, String);

/// Returns everything that is different, sorted: files that were altered first, then conclusions, rules and days, and the
/// inventory.
pub fn compare(old: Side<'_>, new: Side<'_>) -> Vec<Change> {
    let (olds, news) = (records(old.sources), records(new.sources));
    let inputs = input_changes([old.sources, new.sources], &olds, &news);
    let drawn = [old, new].map(|side| Drawn::from(side.assessment));
    let places = [Some(old.sources), Some(new.sources)];
    let mut changes = risk_changes([&drawn[0], &drawn[1]], places);
    explain(&mut changes, [&drawn[0], &drawn[1]], [&olds, &news], &inputs);
    changes.extend(basis_changes(old.assessment, new.assessment));
    changes.extend(content_changes(&old.named_files(), &new.named_files()));
    changes.extend(inputs.into_iter().map(|input| input.change));
    changes.sort_by(Change::order);
    changes
}

/// An assessment with its conclusions, which are drawn once and compared often.
pub(crate) struct Drawn<'a> {
    assessment: &'a Assessment,
    conclusions: BTreeMap<Key, Said>,
}

impl<'a> Drawn<'a> {
    fn from(assessment: &'a Assessment) -> Self {
        Self {
            assessment,
            conclusions: conclusions(assessment),
        }
    }
}

/// Returns the conclusions that differ, with their places in the texts that are given.
fn risk_changes(sides: [&Drawn<'_>; 2], sources: [Option<&SourceMap>; 2]) -> Vec<Change> {
    let mut changes = flips(&sides[0].conclusions, &sides[1].conclusions);
    let gaps = [0, 1].map(|side| gaps_of(sides[side].assessment, sources[side]));
    changes.extend(gap_changes(&gaps[0], &gaps[1]));
    changes
}

/// Returns what one side concludes and the other does not, or concludes differently.
fn flips(old: &BTreeMap<Key, Said>, new: &BTreeMap<Key, Said>) -> Vec<Change> {
    let keys: BTreeSet<&Key> = old.keys().chain(new.keys()).collect();
    let differing = keys.into_iter().filter(|key| old.get(key) != new.get(key));
    let rows = differing.map(|key| {
        let (about, topic, item) = key.clone();
        let (before, after) = (old.get(key).cloned(), new.get(key).cloned());
        Change::new(Kind::Risk, about, topic, item, before, after)
    });
    let rows: Vec<Change> = rows.filter(Change::is_one).collect();
    let moved: BTreeSet<(About, String)> = rows
        .iter()
        .filter(|row| row.topic == Topic::DutyDay)
        .map(|row| (row.about.clone(), row.item.clone()))
        .collect();
    let is_told = |row: &Change| {
        // A duty that only one side owes is told once, with its day and what shows it. Where the first day moves,
        // that the duty is owed today or later follows from it.
        let follows =
            row.topic == Topic::DutyStanding && moved.contains(&(row.about.clone(), row.item.clone()));
        row.topic.owner().is_none() || (row.is_on_both_sides() && !follows)
    };
    rows.into_iter().filter(is_told).collect()
}

/// Returns under which other text of the Act, and for which other day, the conclusions were drawn.
fn basis_changes(old: &Assessment, new: &Assessment) -> Vec<Change> {
    let edition = |it: &Assessment| Some(Said::new(it.edition.key(), it.edition.title()));
    let day = |it: &Assessment| Some(Said::day(it.as_of));
    let row = |topic, before, after| Change::new(Kind::Rule, About::Law, topic, "", before, after);
    let rows = [
        row(Topic::Edition, edition(old), edition(new)),
        row(Topic::AsOf, day(old), day(new)),
    ];
    let groups = GROUPS.iter().map(|group| {
        let applies = |it: &Assessment| prohibitions(*group, it);
        Change::new(
            Kind::Rule,
            About::Law,
            Topic::Prohibitions,
            group.key(),
            applies(old),
            applies(new),
        )
    });
    rows.into_iter().chain(groups).filter(Change::is_one).collect()
}

/// Returns a group of prohibitions, if it applies on the as-of date.
fn prohibitions(group: DutyGroup, assessment: &Assessment) -> Option<Said> {
    let from = group.applies_from(assessment.edition)?;
    let cite = group.cite(assessment.edition);
    let words = format!("{} ({cite}), from {}", group.words(), from.in_words());
    (from <= assessment.as_of).then(|| Said::new("applies", words))
}
