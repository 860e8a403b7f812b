//! The AI systems of all members, one row each, and the vendors and models that more than one of them names.

use crate::documents::classes::class_and_bearer;
use crate::documents::document::{Document, document};
use crate::documents::facts::Row;
use crate::documents::group::{Portfolio, beside, shared};
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::tongue::language::Tag;
use crate::tongue::words::Words;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    systems: Vec<Row>,
    vendors: Vec<Row>,
    models: Vec<Row>,
}

/// Returns the document.
pub(crate) fn inventory(portfolio: &Portfolio<'_>, words: Words, tag: &Tag) -> Result<Document, Failure> {
    let mut said = Vec::new();
    let systems = portfolio.each(words, &mut said, systems);
    let view = View {
        systems: systems.into_iter().map(beside).map(named).collect(),
        vendors: shared::vendors(portfolio, words, &mut said),
        models: shared::models(portfolio, words, &mut said),
    };
    let (title, purpose) = (
        words.say("group-inventory-title"),
        words.say("group-inventory-purpose"),
    );
    let front = portfolio.front(words, tag, title, &purpose)?;
    let made = document(
        "inventory",
        "group-inventory.md.tera",
        &front,
        &view,
        Trail::of(words),
    )?;
    Ok(Document {
        statements: said,
        ..made
    })
}

/// Returns a row whose first two cells, member and system, are one: two members may call a system the same.
fn named(row: Row) -> Row {
    match row.as_slice() {
        [member, system, rest @ ..] => [&[format!("{member} / {system}")], rest].concat(),
        _ => row,
    }
}

fn systems(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let systems = occasion.inventory.systems.values();
    systems.map(|system| row(occasion, trail, system)).collect()
}

/// Returns system, owner, our roles, status, class, open questions, gaps.
fn row(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Row {
    let id = &system.id.value;
    let class = occasion.class(id);
    let n_open = class.map_or(0, |class| class.open_questions.len());
    let mut said = trail.about("systems", id.as_str());
    vec![
        said.words().quote(system.title()),
        said.field("owner", &system.owner),
        said.field("our_roles", &system.our_roles),
        said.field("lifecycle_status", &system.lifecycle_status),
        class_and_bearer(occasion, id),
        n_open.to_string(),
        occasion.gap_counts(id),
    ]
}
