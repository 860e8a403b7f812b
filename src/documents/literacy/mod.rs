//! The literacy record: who owns the programme, which measures were taken for whom and about which systems, what was
//! done for overseers, when measures are renewed, and what such a record shows. It shows counts of whole groups: no
//! score, no level and no person.

mod measures;
mod programme;
mod scope;

use crate::documents::approval::{self, Signatures};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Definition, Fact, Row};
use crate::documents::gaps::GapRows;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::law::gaps::LIT_005;
use serde::Serialize;

/// The sections that show gaps, with their codes.
const GAPS: &[(&str, &str)] = &[
    ("programme", "LIT-001"),
    ("programme", "LIT-004"),
    ("scope", "LIT-003"),
    ("measures", "LIT-002"),
    ("overseers", "LIT-005"),
    ("refresh", "LIT-006"),
];

#[derive(Serialize)]
struct View {
    duty: String,
    programmes: Vec<programme::Programme>,
    reached: scope::Reached,
    uncovered: String,
    left_out: String,
    has_contractors: bool,
    measures: Vec<Row>,
    details: Vec<Definition>,
    n_undated: usize,
    overseers: Vec<Row>,
    overseers_basis: String,
    refresh: Vec<Row>,
    known_gaps: Vec<Definition>,
    approval: Vec<Fact>,
    signatures: Signatures,
    gaps: GapRows,
}

/// Returns the document.
pub(crate) fn literacy(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let purpose = words.say("literacy-purpose");
    let front = occasion.front(words.say("literacy-title"), &purpose, occasion.organisation);
    let view = view(occasion, &mut trail);
    document("literacy", "literacy.md.tera", &front, &view, trail)
}

fn view(occasion: &Occasion<'_>, trail: &mut Trail) -> View {
    View {
        duty: programme::duty(occasion),
        programmes: programme::programmes(occasion, trail),
        reached: scope::reached(occasion, trail),
        uncovered: scope::uncovered(occasion),
        left_out: scope::left_out(occasion),
        has_contractors: programme::has_contractors(occasion),
        measures: measures::measures(occasion, trail),
        details: measures::details(occasion, trail),
        n_undated: measures::n_undated(occasion),
        overseers: scope::overseers(occasion, trail),
        overseers_basis: lacking::cites(occasion.words, LIT_005.cites),
        refresh: programme::refresh(occasion, trail),
        known_gaps: programme::known_gaps(occasion, trail),
        approval: approval::of_document(trail, "approval", occasion.organisation),
        signatures: Signatures::default().of(trail, "approval", &occasion.inventory.literacy),
        gaps: occasion.gaps_by_section(trail, GAPS),
    }
}
