//! The first line of a file by which editors find the schema of its records: where `init` has put one into the folder of
//! the file or into one above. A text comes in and goes out with that line or as it was; nothing is written here, and what
//! goes to standard output has no place and gets none.

use actfile::read::{LARGEST_FILE, single};
use actfile::report::editor::{SCHEMA_FILE, is_our_schema, modeline};
use std::borrow::Cow;
use std::path::Path;

/// Folders are not nested deeper in an inventory.
const MOST_LEVELS: usize = 32;

/// Returns records as they are written into a file. Imports keep a hash of what stands below it; the line stands above.
pub(crate) fn with_modeline<'r>(records: &'r str, file: &Path) -> Cow<'r, str> {
    match levels_below_schema(file) {
        Some(levels) => Cow::Owned(format!("{}{records}", modeline(levels))),
        None => Cow::Borrowed(records),
    }
}

/// Returns how many folders a file lies below that of the nearest schema.
fn levels_below_schema(file: &Path) -> Option<usize> {
    let folder = match file.parent()? {
        here if here.as_os_str().is_empty() => Path::new("."),
        folder => folder,
    };
    let whole = folder.canonicalize().ok()?;
    let mut folders = whole.ancestors().take(MOST_LEVELS);
    folders.position(|folder| {
        single(&folder.join(SCHEMA_FILE), LARGEST_FILE).is_ok_and(|text| is_our_schema(&text))
    })
}
