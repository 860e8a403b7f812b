//! Files of the project beside the records that name them: which hashes each has on disk, and where a record states
//! others. What a missing file means is decided where files are read.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::files::{FileHashes, NamedFile, named_files};
use crate::inventory::kind::AnyRecord;
use crate::inventory::paths::resolved;
use crate::link::Inventory;
use crate::source::{FileId, SourceMap, Spanned};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of a project that records name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    hashes: BTreeMap<String, FileHashes>,
    // Paths are seen from the inventory file that says them.
    inventory_files: BTreeMap<FileId, String>,
}

impl Files {
    /// Puts what was read together with the names of the inventory files.
    pub fn new(sources: &SourceMap, hashes: BTreeMap<String, FileHashes>) -> Arc<Self> {
        let names = sources.files().iter().map(|file| file.path.clone());
        let inventory_files = match hashes.is_empty() {
            true => BTreeMap::new(),
            false => (0..).map(FileId).zip(names).collect(),
        };
        Arc::new(Self {
            hashes,
            inventory_files,
        })
    }

    /// Returns every file with its hashes, by path below the project folder.
    pub const fn all(&self) -> &BTreeMap<String, FileHashes> {
        &self.hashes
    }

    fn of(&self, said: &Spanned<String>) -> Option<(&str, &FileHashes)> {
        let from = self.inventory_files.get(&said.span.file)?;
        let path = resolved(from, &said.value).ok()?;
        let (path, hashes) = self.hashes.get_key_value(&path)?;
        Some((path, hashes))
    }
}

impl Inventory {
    /// Returns the file of the project that a text names, by its path below the project folder, with its hashes.
    pub fn file_of(&self, said: &Spanned<String>) -> Option<(&str, &FileHashes)> {
        self.files.of(said)
    }
}

/// Reports every hash that a record states and the file on disk does not have.
pub fn report(files: &Files, records: &[AnyRecord], findings: &mut Diagnostics) {
    for named in records.iter().flat_map(named_files) {
        if let Some((path, hashes)) = files.of(named.said) {
            let differing = named
                .stated
                .iter()
                .filter(|stated| hashes.contradict(&stated.value));
            differing.for_each(|stated| findings.add(changed(&named, stated, path, hashes)));
        }
    }
}

fn changed(named: &NamedFile<'_>, stated: &Spanned<String>, path: &str, hashes: &FileHashes) -> Diagnostic {
    let says = format!("`{path}` is not the file whose hash is recorded");
    let is = hashes.like(&stated.value);
    Diagnostic::at(
        Code::ChangedFile,
        stated.span,
        says,
        "another hash is recorded here",
    )
    .and_at(named.said.span, "the file is named here")
    .help("find out what was changed, by whom and when; a record that was right then may be wrong now")
    .help(format!("if the file is as it should be, record its hash: {is}"))
}
