//! What was found in folders, told to people at a terminal and to machines (`discover --format json`, a contract). Nothing is
//! compared here, and nothing of a file is shown that could move a cursor.

mod human;
mod json;

pub use human::human;
pub use json::json;

use crate::discover::Found;
use crate::discover::against::Compared;

/// What an absence means, for people and machines.
pub(crate) const PROVES_NOTHING: &str =
    "That nothing was found proves nothing: what is bought as a service leaves no mark in a folder.";

/// What is told.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'t> {
    /// The folders, as they were typed.
    pub folders: &'t [String],
    /// What was found in them.
    pub found: &'t Found,
    /// The inventory, as it was typed, and what came of the comparison.
    pub compared: Option<(&'t str, &'t Compared)>,
}
