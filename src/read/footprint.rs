//! What a project consists of, by names and hashes alone: every file that reading it opens or looks for, and none of what
//! they say. Two runs with one footprint read the same, so that what the first came to need not be worked out again.

use crate::read::files::hashes_of;
use crate::read::folder::{Met, each};
use crate::read::hex;
use crate::read::limits::Limits;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Names of files below the project folder, each with its hash or with nothing where no such file can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footprint(BTreeMap<String, Option<String>>);

impl Footprint {
    /// Returns the footprint of a project that was read: of files with their SHA-256, and of all that was looked for.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>, sought: &BTreeSet<String>) -> Self {
        let absent = sought.iter().map(|path| (path.clone(), None));
        let files = files.into_iter();
        let found = files.map(|(path, sha256)| (path.to_owned(), Some(sha256.to_owned())));
        Self(absent.chain(found).collect())
    }

    /// Returns the footprint of a project as it lies on the disk, if its records look for these files. None where the reader
    /// of the project would have something to report.
    pub fn on_disk(project: &Path, limits: Limits, sought: &[String]) -> Option<Self> {
        let root = project.canonicalize().ok().filter(|root| root.is_dir())?;
        let read = inventory_files(&root, limits)?;
        let hash = |path: &String| {
            let hashes = hashes_of(&root, &root.join(path), u64::MAX);
            (path.clone(), hashes.ok().map(|hashes| hashes.sha256))
        };
        let mut footprint: BTreeMap<_, _> = sought.par_iter().map(hash).collect();
        footprint.extend(read.into_iter().map(|(path, sha256)| (path, Some(sha256))));
        Some(Self(footprint))
    }

    /// Returns one hash over all of it, in lower-case hex.
    pub fn sha256(&self) -> String {
        let mut digest = Sha256::new();
        for (path, sha256) in &self.0 {
            // The length says where a name ends that has a line end in it.
            let sha256 = sha256.as_deref().unwrap_or("-");
            digest.update(format!("{sha256} {} {path}\n", path.len()));
        }
        hex(&digest.finalize())
    }
}

/// Returns the inventory files below a folder with their hashes, if nothing there is to be reported.
fn inventory_files(root: &Path, limits: Limits) -> Option<Vec<(String, String)>> {
    let (mut files, mut n_bytes, mut is_silent) = (Vec::new(), 0, true);
    each(root, limits, |met| {
        match met {
            Met::Nothing => {}
            Met::File(read) => {
                n_bytes += read.bytes.len();
                files.push((read.path, read.sha256));
            }
            Met::Unread(_) | Met::Passed(_) => is_silent = false,
        }
        is_silent &= files.len() <= limits.n_files && n_bytes <= limits.project;
        is_silent
    });
    is_silent.then_some(files)
}
