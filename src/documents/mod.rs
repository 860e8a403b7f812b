//! What each document says, before any format. What comes in is the assessment; what goes out is one view per
//! document with the trail of its statements. Nothing here knows Markdown, PDF or the disk, and no article is cited by
//! hand: citations come with the duties and gaps.

use crate::law::crosswalk::Subject;

pub mod ai_bom;
mod answers;
mod approval;
pub mod beside;
pub mod bom;
mod by_facts;
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
pub mod plan;
mod questions;
mod reach;
mod record_keeping;
mod registration;
mod rollout;
pub mod selection;
mod share;
mod sheet;
pub(crate) mod shown;
mod system;
mod trail;
mod transparency;
mod unsettled;
mod use_and_costs;
pub mod waivers;
mod worker_notice;

/// Returns the subjects of the crosswalk that a document shows, by its path; the first page and the tables about
/// everything show none.
pub fn subjects(path: &str) -> Vec<Subject> {
    let shown = Subject::ALL.iter().copied();
    shown.filter(|subject| crosswalk::shows(path, *subject)).collect()
}
