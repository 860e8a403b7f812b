//! What differs between two bills of materials, told to people at a terminal, to machines (`bom diff --format json`, a
//! contract) and, as a view that a template prints, to the readers of a pull request. Nothing is compared here, and
//! nothing of a file is shown that could be taken for markup or move a cursor.

use crate::compare::boms::{BomChange, BomTopic};
use crate::report::visible::visible;
use crate::sbom::PartKind;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// The name of the template that prints the view.
pub const TEMPLATE: &str = "bom-difference.md.tera";
const FORMAT: &str = "actfile-bom-diff/1";

/// A comparison of two bills of materials, ready to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BomDifference {
    /// The files, as the user typed them, with the version of CycloneDX.
    pub sides: [(String, String); 2],
    /// What differs, sorted.
    pub changes: Vec<BomChange>,
    /// Whether the files differ in what is not compared, such as contacts or descriptions.
    pub differs_elsewhere: bool,
}

const ELSEWHERE: &str =
    "The files differ in what is not compared here, such as descriptions, contacts or tools.";

impl BomDifference {
    /// Returns whether anything differs but serial number, time and order.
    pub fn differs(&self) -> bool {
        !self.changes.is_empty() || self.differs_elsewhere
    }

    /// Returns one sentence on how much differs.
    fn summary(&self) -> String {
        let counts = self.counts();
        if counts.is_empty() {
            return match self.differs_elsewhere {
                true => "No change in what is compared.".to_owned(),
                false => "No change.".to_owned(),
            };
        }
        let parts = counts.iter().flat_map(|(kind, counts)| {
            let said = ["added", "removed", "changed"].into_iter().zip(counts);
            said.filter(|(_, n_parts)| **n_parts > 0)
                .map(|(what, n_parts)| format!("{} {what}", many(*n_parts, *kind)))
        });
        format!("{}.", parts.collect::<Vec<_>>().join(", "))
    }

    /// Returns how many parts of each kind were added, removed and changed.
    fn counts(&self) -> BTreeMap<PartKind, [usize; 3]> {
        let mut counts: BTreeMap<PartKind, [usize; 3]> = BTreeMap::new();
        let mut before: Option<(PartKind, &str)> = None;
        for change in &self.changes {
            let of_kind = counts.entry(change.kind).or_default();
            let part = (change.kind, change.name.as_str());
            match (change.topic, &change.before) {
                (BomTopic::Part, None) => of_kind[0] += 1,
                (BomTopic::Part, Some(_)) => of_kind[1] += 1,
                (_, _) if before == Some(part) => {}
                (_, _) => {
                    of_kind[2] += 1;
                    before = Some(part);
                }
            }
        }
        counts
    }
}

fn many(n_parts: usize, kind: PartKind) -> String {
    match (n_parts, kind.words().strip_suffix('y')) {
        (1, _) => format!("1 {}", kind.words()),
        (_, Some(stem)) => format!("{n_parts} {stem}ies"),
        (_, None) => format!("{n_parts} {}s", kind.words()),
    }
}

/// Returns the comparison as text for a terminal.
pub fn human(difference: &BomDifference) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut out, difference);
    out
}

fn write_all(out: &mut String, difference: &BomDifference) -> fmt::Result {
    for (word, (name, version)) in ["old", "new"].iter().zip(&difference.sides) {
        writeln!(out, "{word}  {} (CycloneDX {})", visible(name), visible(version))?;
    }
    writeln!(out, "\n{}", difference.summary())?;
    let mut before = None;
    for change in &difference.changes {
        let part = (change.kind, &change.name);
        let title = format!("{} {}", change.kind.words(), visible(&change.name));
        match (change.topic, before == Some(part)) {
            (BomTopic::Part, _) => writeln!(out, "\n{title}: {}", change.says())?,
            (_, true) => writeln!(out, "  {}", visible(&change.says()))?,
            (_, false) => writeln!(out, "\n{title}\n  {}", visible(&change.says()))?,
        }
        before = Some(part);
    }
    if difference.differs_elsewhere {
        writeln!(out, "\n{ELSEWHERE}")?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Report<'d> {
    format: &'static str,
    old: Side<'d>,
    new: Side<'d>,
    differs: bool,
    differs_elsewhere: bool,
    changes: Vec<Entry<'d>>,
}

#[derive(Serialize)]
struct Side<'d> {
    name: &'d str,
    spec_version: &'d str,
}

#[derive(Serialize)]
struct Entry<'d> {
    kind: PartKind,
    name: &'d str,
    topic: BomTopic,
    #[serde(skip_serializing_if = "str::is_empty")]
    item: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<&'d str>,
    says: String,
}

/// Returns the comparison as one object with a line feed at its end.
pub fn json(difference: &BomDifference) -> String {
    let [old, new] = difference
        .sides
        .each_ref()
        .map(|(name, spec_version)| Side { name, spec_version });
    let report = Report {
        format: FORMAT,
        old,
        new,
        differs: difference.differs(),
        differs_elsewhere: difference.differs_elsewhere,
        changes: difference.changes.iter().map(entry).collect(),
    };
    // Plain structs with text keys always serialise.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

fn entry(change: &BomChange) -> Entry<'_> {
    Entry {
        kind: change.kind,
        name: &change.name,
        topic: change.topic,
        item: &change.item,
        before: change.before.as_deref(),
        after: change.after.as_deref(),
        says: change.says(),
    }
}

/// What the template sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BomPage {
    summary: String,
    sides: Vec<Vec<String>>,
    rows: Vec<BomRow>,
    elsewhere: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct BomRow {
    kind: &'static str,
    name: String,
    says: String,
}

/// Returns the view.
pub fn page(difference: &BomDifference) -> BomPage {
    let side = |(word, (name, version)): (&&str, &(String, String))| {
        vec![(*word).to_owned(), quiet(name), quiet(version)]
    };
    let row = |change: &BomChange| BomRow {
        kind: change.kind.words(),
        name: quiet(&change.name),
        says: told(&change.says()),
    };
    BomPage {
        summary: difference.summary(),
        sides: ["old", "new"].iter().zip(&difference.sides).map(side).collect(),
        rows: difference.changes.iter().map(row).collect(),
        elsewhere: match difference.differs_elsewhere {
            true => ELSEWHERE,
            false => "",
        },
    }
}

/// Returns a sentence for a table. Within a code span a pipe would end the cell, so such a sentence goes without spans.
fn told(says: &str) -> String {
    match says.contains('|') {
        true => quiet(&says.replace('`', "'")),
        false => quiet(says),
    }
}

/// Returns text in which no `@` or `#` stands directly before a name or number; a word joiner parts them.
fn quiet(text: &str) -> String {
    text.replace('@', "@\u{2060}").replace('#', "#\u{2060}")
}
