//! The first page of a group: its members, how many systems of which class each has, what each owes now and next, what
//! each lacks, and where its documents lie.

use crate::calendar::Date;
use crate::documents::classes::class_words;
use crate::documents::document::{Document, Statement, document};
use crate::documents::facts::Row;
use crate::documents::group::{MEMBERS, Portfolio, beside};
use crate::documents::index::{ahead, now};
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::documents::unsettled;
use crate::failure::Failure;
use crate::inventory::id::Id;
use crate::law::terms::Tier;
use crate::tongue::language::Tag;
use crate::tongue::words::Words;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct View {
    members: Vec<Row>,
    classes: Vec<Row>,
    practices: Vec<Row>,
    now: Vec<Row>,
    open: Vec<Row>,
    next: Vec<Row>,
    missing: Vec<Row>,
    /// To which systems the build is narrowed down; no line for a whole one.
    narrowed: Vec<String>,
    documents: Vec<Documents>,
    has_report: bool,
    has_pdfs: bool,
}

/// Where the documents of a member lie.
#[derive(Serialize)]
struct Documents {
    member: String,
    summary: String,
    inventory: String,
    gaps: String,
}

/// Returns the document.
pub(crate) fn index(portfolio: &Portfolio<'_>, words: Words, tag: &Tag) -> Result<Document, Failure> {
    let mut said = Vec::new();
    let rows = |rows: Vec<(&Id, Row)>| rows.into_iter().map(beside).collect();
    let view = View {
        members: rows(portfolio.each(words, &mut said, members)),
        classes: rows(portfolio.each(words, &mut said, |it, _| classes(it))),
        practices: rows(portfolio.each(words, &mut said, |it, _| unsettled::practices(it))),
        now: rows(portfolio.each(words, &mut said, now)),
        open: rows(portfolio.each(words, &mut said, |it, _| unsettled::open(it))),
        next: next(portfolio, words, &mut said),
        missing: rows(portfolio.each(words, &mut said, |it, _| vec![missing(it)])),
        narrowed: narrowed(portfolio, words),
        documents: portfolio.members.iter().map(|it| documents(it.id)).collect(),
        has_report: portfolio.beside.report.is_some(),
        has_pdfs: portfolio.beside.pdf,
    };
    let (title, purpose) = (words.say("group-index-title"), words.say("group-index-purpose"));
    let front = portfolio.front(words, tag, title, &purpose)?;
    let made = document("index", "group-index.md.tera", &front, &view, Trail::of(words))?;
    Ok(Document {
        statements: said,
        ..made
    })
}

/// Returns to which systems the build is narrowed down: one selection holds for all members.
fn narrowed(portfolio: &Portfolio<'_>, words: Words) -> Vec<String> {
    let mut selections = portfolio.members.iter().filter_map(|it| it.occasion.selection);
    let selection = selections.next();
    selection.map_or_else(Vec::new, |selection| selection.in_words(words))
}

/// Returns organisation, country, systems, models, data sets, vendors.
fn members(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let (organisation, inventory) = (occasion.organisation, occasion.inventory);
    let mut said = trail.about("members", organisation.id.value.as_str());
    vec![vec![
        occasion.words.quote(organisation.title()),
        said.field("country", &organisation.country),
        inventory.systems.len().to_string(),
        inventory.models.len().to_string(),
        inventory.datasets.len().to_string(),
        inventory.vendors.len().to_string(),
    ]]
}

/// The highest and the lowest class that a system can have, the highest first; without a class last.
type Height = Reverse<Option<(Tier, Tier)>>;

/// Returns class, how many systems; the highest first.
fn classes(occasion: &Occasion<'_>) -> Vec<Row> {
    let mut counts: BTreeMap<(Height, String), usize> = BTreeMap::new();
    for id in occasion.inventory.systems.keys() {
        let class = occasion.class(id);
        let height = Reverse(class.map(|class| (class.max_tier, class.min_tier)));
        *counts
            .entry((height, class_words(occasion.words, class)))
            .or_default() += 1;
    }
    let rows = counts.into_iter();
    rows.map(|((_, class), n_systems)| vec![class, n_systems.to_string()])
        .collect()
}

/// Returns member, day, duty, for, our role, shown; the earliest day first, then by member.
fn next(portfolio: &Portfolio<'_>, words: Words, said: &mut Vec<Statement>) -> Vec<Row> {
    let mut all: Vec<(&Id, (Option<Date>, Row))> = portfolio.each(words, said, ahead);
    all.sort_by_key(|(_, (day, _))| *day);
    all.into_iter()
        .map(|(member, (_, row))| beside((member, row)))
        .collect()
}

/// Returns open gaps that must be closed now, by a later day, should be closed, are worth knowing; accepted gaps.
fn missing(occasion: &Occasion<'_>) -> Row {
    let gaps = &occasion.assessment.gaps;
    let open = |key: &str| {
        let open = gaps.iter().filter(|gap| gap.level.key() == key && gap.is_open());
        open.count()
    };
    let n_accepted = gaps.iter().filter(|gap| gap.accepted.is_some()).count();
    let counts = [
        open("must-now"),
        open("must-by"),
        open("should"),
        open("info"),
        n_accepted,
    ];
    counts.map(|n| n.to_string()).to_vec()
}

fn documents(member: &Id) -> Documents {
    let path = |name: &str| format!("{MEMBERS}/{member}/{name}");
    Documents {
        member: member.to_string(),
        summary: path("index"),
        inventory: path("inventory"),
        gaps: path("gaps"),
    }
}
