//! What each document says, before any format. What comes in is the assessment; what goes out is one view per
//! document with the trail of its statements. Nothing here knows Markdown, PDF or the disk, and no article is cited by
//! hand: citations come with the duties and gaps.

use crate::documents::document::Document;
use crate::documents::occasion::Occasion;
use crate::failure::Failure;
use crate::law::crosswalk::Subject;
use rayon::prelude::*;

pub mod ai_bom;
mod approval;
pub mod bom;
mod ceilings;
pub mod chart;
pub mod classes;
mod classification;
mod coverage;
mod crosswalk;
pub mod document;
mod facts;
mod front;
pub mod gaps;
pub mod group;
mod history;
mod index;
mod inventory;
mod lacking;
mod literacy;
mod neighbours;
pub mod occasion;
mod oversight;
pub mod overview;
mod owing;
mod questions;
mod reach;
mod record_keeping;
mod registration;
mod rollout;
mod share;
mod sheet;
mod shown;
mod system;
mod trail;
mod transparency;
mod unsettled;
mod use_and_costs;
pub mod waivers;
mod worker_notice;

type Make = fn(&Occasion<'_>) -> Result<Document, Failure>;

/// The languages that a document is made in.
#[derive(Debug, Clone, Copy)]
enum Made {
    /// The language of the build.
    InAny,
    /// English.
    InEnglish,
}

/// The documents that every build makes once, in the order in which the index lists them.
const DOCUMENTS: &[(Make, Made)] = &[
    (inventory::inventory, Made::InEnglish),
    (transparency::transparency, Made::InAny),
    (oversight::oversight, Made::InEnglish),
    (record_keeping::record_keeping, Made::InEnglish),
    (literacy::literacy, Made::InEnglish),
    (use_and_costs::use_and_costs, Made::InEnglish),
    (ai_bom::ai_bom, Made::InEnglish),
    (classification::classification, Made::InEnglish),
    (gaps::gaps, Made::InEnglish),
    (coverage::coverage, Made::InEnglish),
];

/// Returns the subjects of the crosswalk that a document shows, by its path; the first page and the tables about
/// everything show none.
pub fn subjects(path: &str) -> Vec<Subject> {
    let shown = Subject::ALL.iter().copied();
    shown.filter(|subject| crosswalk::shows(path, *subject)).collect()
}

/// Returns every document of a build: the index, then the documents about everything, then the sheets of the systems
/// and the notices to workers. A rollout is shown where one is on record.
///
/// # Errors
/// Fails when a view cannot be built, which is a fault of this program.
pub fn documents(occasion: &Occasion<'_>) -> Result<Vec<Document>, Failure> {
    let english = occasion.in_english();
    let once = DOCUMENTS.iter().map(|(make, made)| match made {
        Made::InAny => make(occasion),
        Made::InEnglish => make(&english),
    });
    let mut all: Vec<Document> = once.collect::<Result<_, _>>()?;
    all.extend(rollout::rollout(&english)?);
    let n_about_all = all.len();
    let systems: Vec<_> = occasion.inventory.systems.values().collect();
    let sheets = systems.par_iter().map(|system| system::system(&english, system));
    all.extend(sheets.collect::<Result<Vec<_>, _>>()?);
    all.extend(worker_notice::worker_notices(occasion)?);
    let crosswalk = crosswalk::crosswalk(&english, &all)?;
    all.insert(n_about_all, crosswalk);
    let index = index::index(&english, &all)?;
    all.insert(0, index);
    Ok(all)
}
