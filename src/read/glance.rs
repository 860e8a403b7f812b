//! What a folder looks like from outside: which files lie in it, how long they are, when they were changed last. Opens no
//! file, so that it can be asked many times a second; whether a difference means anything is for the reader of the files to
//! say.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use walkdir::{DirEntry, WalkDir};

/// A folder at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glance(BTreeMap<PathBuf, Option<(u64, SystemTime)>>);

/// Looks at a folder. What cannot be looked at is not in it; the reader will say why.
pub fn glance(project: &Path) -> Glance {
    // Histories of git change with every command and hold no records.
    let is_inside = |entry: &DirEntry| entry.file_name() != ".git";
    let entries = WalkDir::new(project).into_iter().filter_entry(is_inside);
    let files = entries.flatten().filter(|entry| !entry.file_type().is_dir());
    Glance(
        files
            .map(|entry| (entry.path().to_owned(), looks(&entry)))
            .collect(),
    )
}

// A link is as its goal is.
fn looks(entry: &DirEntry) -> Option<(u64, SystemTime)> {
    let found = entry.path().metadata().ok()?;
    Some((found.len(), found.modified().ok()?))
}
