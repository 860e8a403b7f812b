//! What differs between two folders of documents, as far as their files for machines tell it: the gap register, the
//! classes that the AI-BOM names, what documents print of each field, and under which rules they were made. Texts come
//! in, changes go out, with a list of what these files do not hold. Reads no disk and checks no hash:
//! which files were altered is told to it.

use crate::calendar::Date;
use crate::compare::altered::{Condition, NamedFiles, content_changes, document_changes};
use crate::compare::change::{About, Change, Kind, Said, Topic};
use crate::compare::gaps::{SeenGap, gap_changes};
use crate::inventory::id::Id;
use crate::law::duties::ALL;
use crate::law::edition::Edition;
use crate::obligations::level::Level;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// The files for machines of one folder, and what its manifest says.
#[derive(Debug, Clone)]
pub struct Pack {
    /// The name of the edition.
    pub law: String,
    /// The day for which the documents speak.
    pub as_of: Date,
    /// Revision and hash of the rule table.
    pub rules: String,
    /// Hash and name of every input file.
    pub inputs: BTreeSet<String>,
    /// Which of them records name.
    pub named: NamedFiles,
    /// What became of the documents since they were made.
    pub condition: Condition,
    /// The gap register.
    pub gaps: Vec<u8>,
    /// Where each statement came from.
    pub provenance: Vec<u8>,
    /// The AI-BOM, if the build made one.
    pub bom: Option<Vec<u8>>,
}

/// Which file of which side cannot be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The side: 0 or 1.
    pub side: usize,
    /// What is wrong, with the name of the file.
    pub says: String,
}

/// What no file for machines holds.
const NEVER_HELD: &str = "which duties are owed and from which day, high-risk routes, transparency duties, open questions, \
    and from which change of the inventory a conclusion comes; compare the inventories for these";
const NO_BOM: &str = "classes of systems, because one of the folders has no AI-BOM";
const SAME_STATEMENTS: &str = "input files differ, and nothing of what these files hold does";

/// Returns what differs, sorted, and what could not be compared.
///
/// # Errors
/// Fails when a file is not what this program writes.
pub fn compare_documents(packs: [&Pack; 2]) -> Result<(Vec<Change>, Vec<String>), Unreadable> {
    let [old, new] = [Held::read(packs[0], 0)?, Held::read(packs[1], 1)?];
    let mut changes = gap_changes(&old.gaps, &new.gaps);
    let mut not_compared = Vec::new();
    match (&old.classes, &new.classes) {
        (Some(olds), Some(news)) => changes.extend(class_changes(olds, news)),
        (_, None) | (None, _) => not_compared.push(NO_BOM.to_owned()),
    }
    changes.extend(printed_changes(&old.printed, &new.printed));
    changes.extend(basis_changes(packs));
    changes.extend(content_changes(&packs[0].named, &packs[1].named));
    changes.extend(document_changes(packs.map(|pack| &pack.condition)));
    changes.sort_by(Change::order);
    if changes.is_empty() && packs[0].inputs != packs[1].inputs {
        not_compared.push(SAME_STATEMENTS.to_owned());
    }
    not_compared.push(NEVER_HELD.to_owned());
    Ok((changes, not_compared))
}

/// What the files of one folder hold.
struct Held {
    gaps: Vec<SeenGap>,
    classes: Option<BTreeMap<Id, String>>,
    printed: Printed,
}

/// What documents print of one field, with the place of the first statement.
type Statements = (BTreeSet<String>, String);

/// What documents print, by record and field.
type Printed = BTreeMap<Id, BTreeMap<String, Statements>>;

#[derive(Deserialize)]
struct Register {
    gaps: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    code: String,
    level: String,
    by: Option<Date>,
    systems: Vec<String>,
    record: Option<String>,
    kind: String,
    field: String,
    says: String,
    at: Option<String>,
}

#[derive(Deserialize)]
struct Provenance {
    documents: BTreeMap<String, BTreeMap<String, Vec<Traced>>>,
}

#[derive(Deserialize)]
struct Traced {
    says: String,
    record: String,
    field: String,
    at: String,
}

#[derive(Deserialize)]
struct Bom {
    #[serde(default)]
    components: Vec<Component>,
}

#[derive(Deserialize)]
struct Component {
    #[serde(rename = "bom-ref", default)]
    bom_ref: String,
    #[serde(default)]
    properties: Vec<Property>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    #[serde(default)]
    value: String,
}

impl Held {
    fn read(pack: &Pack, side: usize) -> Result<Self, Unreadable> {
        let register: Register = json("gaps.json", &pack.gaps, side)?;
        let provenance: Provenance = json("provenance.json", &pack.provenance, side)?;
        let bom: Option<Bom> = match &pack.bom {
            Some(bytes) => Some(json("ai-bom.cdx.json", bytes, side)?),
            None => None,
        };
        Ok(Self {
            gaps: register.gaps.into_iter().map(Entry::seen).collect(),
            classes: bom.map(|bom| classes(&bom)),
            printed: printed(provenance),
        })
    }
}

fn json<T: DeserializeOwned>(name: &str, bytes: &[u8], side: usize) -> Result<T, Unreadable> {
    serde_json::from_slice(bytes).map_err(|error| Unreadable {
        side,
        says: format!("{name} is not the file that a build writes: {error}"),
    })
}

impl Entry {
    fn seen(self) -> SeenGap {
        let must_by = self.by.map(Level::MustBy);
        let levels = [
            Some(Level::MustNow),
            must_by,
            Some(Level::Should),
            Some(Level::Info),
        ];
        let level = levels
            .into_iter()
            .flatten()
            .find(|level| level.key() == self.level);
        SeenGap {
            spot: self.record.clone().unwrap_or(self.kind),
            record: self.record.and_then(|id| id.parse().ok()),
            level: level.map_or(self.level, |level| level.to_string()),
            systems: self.systems.iter().filter_map(|id| id.parse().ok()).collect(),
            code: self.code,
            field: self.field,
            says: self.says,
            at: self.at,
        }
    }
}

/// Returns the class of each system in the words of the AI-BOM.
fn classes(bom: &Bom) -> BTreeMap<Id, String> {
    let class = |component: &Component| {
        let name = component.bom_ref.strip_prefix("system:")?;
        let id = name.split('@').next()?.parse().ok()?;
        let tier = component.properties.iter().find(|it| it.name == "actfile:tier")?;
        Some((id, tier.value.clone()))
    };
    bom.components.iter().filter_map(class).collect()
}

fn printed(provenance: Provenance) -> Printed {
    let mut printed = Printed::new();
    let documents = provenance.documents.into_iter();
    // The gap register repeats gaps, which are compared as such.
    let statements = documents
        .filter(|(path, _)| path != "gaps")
        .flat_map(|(_, sections)| sections.into_values());
    for it in statements.flatten() {
        let is_duty = ALL.iter().any(|duty| duty.title == it.says);
        let Ok(record) = it.record.parse::<Id>() else {
            continue;
        };
        if !is_duty {
            let fields = printed.entry(record).or_default();
            let field = fields.entry(it.field).or_insert_with(|| (BTreeSet::new(), it.at));
            field.0.insert(it.says);
        }
    }
    printed
}

fn class_changes(olds: &BTreeMap<Id, String>, news: &BTreeMap<Id, String>) -> Vec<Change> {
    let ids: BTreeSet<&Id> = olds.keys().chain(news.keys()).collect();
    let said = |class: Option<&String>| class.map(|words| Said::new(words.clone(), words.clone()));
    let row = |id: &Id| {
        let (before, after) = (said(olds.get(id)), said(news.get(id)));
        Change::new(
            Kind::Risk,
            About::System(id.clone()),
            Topic::Class,
            "",
            before,
            after,
        )
    };
    ids.into_iter().map(row).filter(Change::is_one).collect()
}

fn printed_changes(olds: &Printed, news: &Printed) -> Vec<Change> {
    let ids: BTreeSet<&Id> = olds.keys().chain(news.keys()).collect();
    let mut changes = Vec::new();
    for id in ids {
        let none = BTreeMap::new();
        let (before, after) = (olds.get(id), news.get(id));
        let (old, new) = (before.unwrap_or(&none), after.unwrap_or(&none));
        let row = |topic, item: &str, before, after| {
            Change::new(Kind::Input, About::Record(id.clone()), topic, item, before, after)
        };
        if before.is_none() || after.is_none() {
            let record = |it: Option<_>| it.map(|_| Said::new("printed", "as documents print it"));
            changes.push(row(Topic::Record, "", record(before), record(after)));
            continue;
        }
        let fields: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let rows = fields.into_iter().map(|field| {
            let (before, after) = (old.get(field), new.get(field));
            let [was, now] = [(before, after), (after, before)].map(|(one, other)| statement(one?, other));
            row(Topic::Printed, field, was, now)
        });
        changes.extend(rows.filter(Change::is_one));
    }
    changes
}

/// Returns what one side prints of a field. In words stands what the other side does not print as well; where an answer
/// is also printed behind its question, the answer alone, since both sides ask the same.
fn statement((says, at): &Statements, other: Option<&Statements>) -> Option<Said> {
    let is_shared = |it: &str| other.is_some_and(|(others, _)| others.contains(it));
    let is_answered = |it: &str| {
        says.iter()
            .any(|answer| answer != it && it.ends_with(&format!(" {answer}")))
    };
    let own: Vec<&String> = says.iter().filter(|it| !is_shared(it)).collect();
    let alone: Vec<&String> = own.iter().copied().filter(|it| !is_answered(it)).collect();
    let told = [alone, own, says.iter().collect()];
    let words = told
        .iter()
        .find(|it| !it.is_empty())?
        .iter()
        .map(|it| it.as_str());
    let said = Said::new(format!("{says:?}"), words.collect::<Vec<_>>().join(" / "));
    Some(said.at(Some(at.clone())))
}

fn basis_changes(packs: [&Pack; 2]) -> Vec<Change> {
    let edition = |pack: &Pack| {
        let known: Option<Edition> = pack.law.parse().ok();
        let title = known.map_or_else(|| pack.law.clone(), |edition| edition.title().to_owned());
        Said::new(pack.law.clone(), title)
    };
    let row = |topic, said: &dyn Fn(&Pack) -> Said| {
        let [before, after] = packs.map(|pack| Some(said(pack)));
        Change::new(Kind::Rule, About::Law, topic, "", before, after)
    };
    let rows = [
        row(Topic::Edition, &edition),
        row(Topic::AsOf, &|pack| Said::day(pack.as_of)),
        row(Topic::RuleTable, &|pack| {
            Said::new(pack.rules.clone(), pack.rules.clone())
        }),
    ];
    rows.into_iter().filter(Change::is_one).collect()
}
