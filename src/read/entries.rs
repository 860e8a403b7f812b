//! Which entries of a project folder are read as inventory files, which are none of its business, and which must not be
//! passed over in silence: a record behind them would be missing from every document.

use crate::read::{inside, is_yaml};
use crate::yaml::characters::forbidden;
use std::path::Path;
use walkdir::DirEntry;

/// The deepest folder that is read.
pub(crate) const DEEPEST_FOLDER: usize = 32;

/// What is to be done with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// It is an inventory file.
    Yes,
    /// It holds no records.
    No,
    /// It may hold records and is not read, for this reason.
    Refused(&'static str),
}

/// Judges an entry of the project folder.
pub(crate) fn wanted(root: &Path, entry: &DirEntry) -> Wanted {
    let kind = entry.file_type();
    if kind.is_dir() {
        return match entry.depth() < DEEPEST_FOLDER {
            true => Wanted::No,
            false => Wanted::Refused("it lies too deep; folders are read 32 levels deep"),
        };
    }
    if is_yaml(entry.path()) {
        return name_fault(root, entry.path()).map_or(Wanted::Yes, Wanted::Refused);
    }
    // What a link inside the project leads to is read where it lies.
    match kind.is_symlink() && entry.path().is_dir() && inside(root, entry.path()).is_err() {
        true => Wanted::Refused("it is a link to a folder outside the project folder"),
        false => Wanted::No,
    }
}

/// Returns why a file cannot be named in a document or on a terminal.
fn name_fault(root: &Path, path: &Path) -> Option<&'static str> {
    let Some(name) = path.strip_prefix(root).unwrap_or(path).to_str() else {
        return Some("its name is not UTF-8 text");
    };
    let is_unfit = |char: char| char.is_control() || forbidden(char).is_some();
    name.contains(is_unfit)
        .then_some("its name holds a control or direction-changing character")
}
