//! The columns of the workbook: in which order a person works through them, how wide they are, what of a gap stands in
//! them. Names and values are those of `gaps.csv`, heads the words of the gap register; three columns are for
//! people and are empty.

use crate::documents::gaps::Entry;
use crate::render::register;
use crate::render::workbook::sheet::Cell;

/// The columns from left to right: name in `gaps.csv`, head, width in letters.
pub(crate) const COLUMNS: &[(&str, &str, f32)] = &[
    ("id", "Id", 36.0),
    ("level", "Level", 10.0),
    ("by", "By", 11.0),
    ("systems", "Systems", 18.0),
    ("owner", "Owner", 20.0),
    ("says", "What is missing", 46.0),
    ("closes", "What closes it", 36.0),
    (STATUS, "Status", 11.0),
    ("assigned_to", "Assigned to", 14.0),
    (LAST_PRINTED, "Note", 24.0),
    ("legal_basis", "Legal basis", 22.0),
    ("ground", "Rests on", 12.0),
    ("document", "Document", 18.0),
    ("kind", "Kind of record", 20.0),
    ("record", "Record", 24.0),
    ("field", "Field", 26.0),
    ("at", "Place", 34.0),
    ("accepted_until", "Accepted until", 15.0),
    ("accepted_by", "Accepted by", 22.0),
    ("accepted_reason", "Reason", 40.0),
    ("waiver", "Waiver", 22.0),
    ("code", "Gap", 10.0),
];

/// What stands behind this column is for looking up, and not printed.
pub(crate) const LAST_PRINTED: &str = "note";
/// The column of how far somebody is.
pub(crate) const STATUS: &str = "status";
/// What it offers.
pub(crate) const CHOICES: &[&str] = &["open", "in work", "waiting", "done in the inventory"];
/// The columns whose values are days.
const DAYS: &[&str] = &["by", "accepted_until"];

/// Returns what a column says of a gap; a column that the register does not know is for people.
pub(crate) fn cell(name: &str, entry: &Entry) -> Cell {
    let known = register::COLUMNS.iter().find(|(known, _)| *known == name);
    match known.map(|(_, says)| says(entry)) {
        None => Cell::Open,
        Some(says) => match DAYS.contains(&name).then(|| says.parse().ok()).flatten() {
            Some(day) => Cell::Day(day),
            None => Cell::Text(says),
        },
    }
}
