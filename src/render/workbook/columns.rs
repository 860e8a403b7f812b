//! The columns of the workbook: in which order a person works through them, how wide they are, what of a gap stands in
//! them. Names and values are those of `gaps.csv`; three columns are for people and are empty.

use crate::documents::gaps::Entry;
use crate::render::register;
use crate::render::workbook::sheet::Cell;

/// The columns from left to right, with their widths in letters.
pub(crate) const COLUMNS: &[(&str, f32)] = &[
    ("id", 36.0),
    ("level", 10.0),
    ("by", 11.0),
    ("systems", 18.0),
    ("owner", 20.0),
    ("says", 46.0),
    ("closes", 36.0),
    (STATUS, 11.0),
    ("assigned_to", 14.0),
    (LAST_PRINTED, 24.0),
    ("legal_basis", 22.0),
    ("ground", 12.0),
    ("document", 18.0),
    ("kind", 20.0),
    ("record", 24.0),
    ("field", 26.0),
    ("at", 34.0),
    ("accepted_until", 15.0),
    ("accepted_by", 22.0),
    ("accepted_reason", 40.0),
    ("waiver", 22.0),
    ("code", 10.0),
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
