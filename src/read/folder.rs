//! Goes over a project folder in the order of names: each entry is an inventory file with its bytes, something to report, or
//! nothing. Some entries are read at a time, side by side; what they mean is for the caller.

use crate::diag::Diagnostic;
use crate::diag::codes::Code;
use crate::read::entries::{DEEPEST_FOLDER, Wanted, wanted};
use crate::read::limits::Limits;
use crate::read::unread::{misnamed, too_large};
use crate::read::{bytes_of, hex, shown};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::io;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// How many entries are read side by side: enough for many cores, few enough that a folder of anything is soon left.
const READ_AT_ONCE: usize = 256;

/// What an entry of the project folder came to.
#[derive(Debug)]
pub(crate) enum Met {
    /// It holds no records.
    Nothing,
    /// It is an inventory file.
    File(Opened),
    /// It is an inventory file, and cannot be read.
    Unread(Diagnostic),
    /// It may hold records, and is none of the files that are read.
    Passed(Diagnostic),
}

/// An inventory file as it lies on the disk.
#[derive(Debug)]
pub(crate) struct Opened {
    /// Its path below the project folder.
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) sha256: String,
}

/// Hands over each entry below a folder, in the order of names, until the caller has enough.
pub(crate) fn each(root: &Path, limits: Limits, mut goes_on: impl FnMut(Met) -> bool) {
    let walk = WalkDir::new(root).max_depth(DEEPEST_FOLDER).sort_by_file_name();
    let mut entries = walk.into_iter();
    loop {
        let some: Vec<_> = entries.by_ref().take(READ_AT_ONCE).collect();
        if some.is_empty() {
            return;
        }
        let met: Vec<Met> = some.par_iter().map(|found| met(root, found, limits)).collect();
        if !met.into_iter().all(&mut goes_on) {
            return;
        }
    }
}

fn met(root: &Path, found: &walkdir::Result<DirEntry>, limits: Limits) -> Met {
    let entry = match found {
        Ok(entry) => entry,
        Err(error) => return Met::Passed(unwalkable(root, error)),
    };
    let name = || shown(root, entry.path());
    match wanted(root, entry) {
        Wanted::No => Met::Nothing,
        Wanted::Refused(why) => Met::Passed(unreadable(&name(), why)),
        Wanted::Misnamed(meant) => Met::Passed(misnamed(&name(), &meant)),
        Wanted::Yes => match bytes_of(root, entry.path(), limits.file) {
            Ok(bytes) if bytes.len() > limits.file => Met::Unread(too_large(&name(), limits.file)),
            Ok(bytes) => Met::File(Opened {
                path: name(),
                sha256: hex(&Sha256::digest(&bytes)),
                bytes,
            }),
            Err(error) => Met::Unread(unreadable(&name(), &error.to_string())),
        },
    }
}

fn unreadable(name: &str, why: &str) -> Diagnostic {
    let says = format!("`{name}` cannot be read: {why}");
    let help = "inventory files are regular files inside the project folder";
    Diagnostic::about(Code::UnreadableFile, name, says).help(help)
}

fn unwalkable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let name = error.path().map_or_else(String::new, |path| shown(root, path));
    let reason = error
        .io_error()
        .map_or_else(|| "a loop of links".to_owned(), io::Error::to_string);
    let says = format!("`{name}` cannot be read: {reason}");
    Diagnostic::about(Code::UnreadableFile, name, says)
}
