//! Which entries of a project folder are read as inventory files, which are none of its business, and which must not be
//! passed over in silence: a record behind them would be missing from every document.

use crate::read::{inside, is_yaml};
use crate::yaml::characters::forbidden;
use std::path::Path;
use walkdir::DirEntry;

/// The deepest folder that is read.
pub(crate) const DEEPEST_FOLDER: usize = 32;

/// What is to be done with an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// It is an inventory file.
    Yes,
    /// It holds no records.
    No,
    /// It may hold records and is not read, for this reason.
    Refused(&'static str),
    /// It may hold records and is not read; it would be under this name.
    Misnamed(String),
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
    if let Some(name) = meant_name(entry.path()) {
        return Wanted::Misnamed(name);
    }
    // What a link inside the project leads to is read where it lies.
    match kind.is_symlink() && entry.path().is_dir() && inside(root, entry.path()).is_err() {
        true => Wanted::Refused("it is a link to a folder outside the project folder"),
        false => Wanted::No,
    }
}

/// Returns the name that a file was to have which ends like an inventory file but for a slip: capital letters, or the `.txt`
/// that editors add and file managers hide.
fn meant_name(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let lower = name.to_ascii_lowercase();
    let meant = lower.strip_suffix(".txt").unwrap_or(&lower);
    let is_meant = is_yaml(Path::new(meant)) && path.is_file();
    // The ends differ in case alone, so they are as long; what stands before them keeps its capitals.
    let stem = Path::new(meant).file_stem()?.len();
    is_meant.then(|| format!("{}{}", &name[..stem], &meant[stem..]))
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
