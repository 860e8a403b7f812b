//! The coverage page: for every provision of the Act whether a rule decides it, a field and a gap ask for it, a document
//! has room for it, or nothing here deals with it and why. It speaks of the program and of the edition, not of the
//! inventory.

use crate::documents::document::{Document, document};
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::law::coverage::{Part, Treatment, rows};
use crate::law::coverage_rows::ROWS;
use crate::law::edition::Edition;
use crate::term::sentence_case;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    treatments: Vec<Row>,
    parts: Vec<PartView>,
}

#[derive(Serialize)]
struct PartView {
    number: usize,
    anchor: String,
    title: &'static str,
    rows: Vec<Row>,
}

/// Returns the document.
pub(crate) fn coverage(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let (words, edition) = (occasion.words, occasion.assessment.edition);
    let parts = ROWS.iter().enumerate();
    let view = View {
        treatments: treatments(edition),
        // The words stand in the first section, so the parts are numbered from two.
        parts: parts.map(|(at, it)| part(it, at + 2, edition)).collect(),
    };
    let purpose = words.say("coverage-purpose");
    let front = occasion.front(words.say("coverage-title"), &purpose, occasion.organisation);
    document("coverage", "coverage.md.tera", &front, &view, Trail::of(words))
}

/// Returns word, meaning, number of rows.
fn treatments(edition: Edition) -> Vec<Row> {
    let row = |treatment: &Treatment| {
        let n_rows = rows(edition).filter(|row| row.treatment == *treatment).count();
        vec![
            treatment.words().to_owned(),
            treatment.means().to_owned(),
            n_rows.to_string(),
        ]
    };
    Treatment::ALL.iter().map(row).collect()
}

/// Returns the part with provision, subject, word, and by what, where or why not.
fn part(part: &Part, number: usize, edition: Edition) -> PartView {
    let rows = part.rows_in(edition).map(|row| {
        vec![
            row.place(),
            sentence_case(row.about),
            row.treatment.words().to_owned(),
            row.reason(edition),
        ]
    });
    PartView {
        number,
        anchor: part.id.replace('_', "-"),
        title: part.title,
        rows: rows.collect(),
    }
}
