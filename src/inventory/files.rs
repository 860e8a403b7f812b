//! Files of the project that records name: those that a model or data set is made of, those that evidence lies in,
//! and exports that were counted.
//! Which records name files, and what they state about them; the files themselves are read elsewhere.

use crate::fields;
use crate::inventory::audit::AuditSource;
use crate::inventory::field::{Field, List};
use crate::inventory::kind::AnyRecord;
use crate::source::Spanned;

fields! {
    /// A file that a model or data set is made of.
    pub struct PartFile {
        /// Where it lies, seen from the folder of this inventory file.
        path: String,
        /// The SHA-256 that it must have, in hex.
        sha256: String,
        /// The SHA-512 that it must have, in hex.
        sha512: String,
        /// Whether a machine executes it.
        executable: bool,
        /// Whether it is an archive of other files.
        archive: bool,
        /// Whether what is inside still carries its own description, as in a package; an image of a disk does not.
        structured: bool,
    }
}

/// What is known of a file of the project: its size and its hashes, in lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileHashes {
    /// How many bytes it has.
    pub n_bytes: u64,
    /// SHA-256.
    pub sha256: String,
    /// SHA-512.
    pub sha512: String,
}

/// How sure it is that a text names a file of the project, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Names {
    /// The field holds nothing but paths.
    AFile,
    /// The field holds an address of any kind, which can be the path of a file.
    APlace,
    /// The field holds the name of an export, which need not be kept in the project.
    AnExport,
}

/// A file that a record names, and the hashes that it states for it.
#[derive(Debug, Clone)]
pub struct NamedFile<'r> {
    /// The path as it is said.
    pub said: &'r Spanned<String>,
    /// How sure it is that this is one.
    pub names: Names,
    /// The hashes that are stated.
    pub stated: Vec<&'r Spanned<String>>,
}

/// Returns the files that a record names, in its order.
pub fn named_files(record: &AnyRecord) -> Vec<NamedFile<'_>> {
    match record {
        AnyRecord::Model(record) => {
            let authenticity = record.authenticity.stated();
            let whole = authenticity.map(|it| [&it.hash, &it.sha512]);
            of_part(&record.files, whole)
        }
        AnyRecord::Dataset(record) => of_part(&record.files, Some([&record.hash, &record.sha512])),
        AnyRecord::Evidence(record) => of_evidence(&record.uri, &record.sha256),
        AnyRecord::AuditSummary(record) => of_sources(&record.sources),
        AnyRecord::Organisation(_)
        | AnyRecord::Vendor(_)
        | AnyRecord::AiSystem(_)
        | AnyRecord::ReviewWorkflow(_)
        | AnyRecord::OversightAssignment(_)
        | AnyRecord::ManagedPolicy(_)
        | AnyRecord::LiteracyRecord(_)
        | AnyRecord::Notice(_)
        | AnyRecord::Assessment(_)
        | AnyRecord::Incident(_)
        | AnyRecord::Rollout(_)
        | AnyRecord::Waiver(_) => Vec::new(),
    }
}

/// A part of one file is that file, so the hash of the part is the hash of the file.
fn of_part<'r>(
    files: &'r Field<List<PartFile>>,
    whole: Option<[&'r Field<String>; 2]>,
) -> Vec<NamedFile<'r>> {
    let files = files.items();
    let whole = whole.filter(|_| files.len() == 1);
    let named = |file: &'r Spanned<PartFile>| {
        let own = [&file.value.sha256, &file.value.sha512];
        let stated = own.into_iter().chain(whole.into_iter().flatten());
        Some(NamedFile {
            said: file.value.path.said()?,
            names: Names::AFile,
            stated: stated.filter_map(Field::said).collect(),
        })
    };
    files.iter().filter_map(named).collect()
}

fn of_evidence<'r>(uri: &'r Field<String>, sha256: &'r Field<String>) -> Vec<NamedFile<'r>> {
    let named = |said: &'r Spanned<String>| NamedFile {
        said,
        names: Names::APlace,
        stated: sha256.said().into_iter().collect(),
    };
    uri.said().map(named).into_iter().collect()
}

/// Exports that counts come from; without a hash there is nothing to compare.
fn of_sources(sources: &Field<List<AuditSource>>) -> Vec<NamedFile<'_>> {
    let sources = sources.items().iter();
    let named = sources.filter_map(|source| {
        Some(NamedFile {
            said: source.value.file.said()?,
            names: Names::AnExport,
            stated: vec![source.value.sha256.said()?],
        })
    });
    named.collect()
}

impl FileHashes {
    /// Returns whether a stated hash says that the file is another one. Of a function that is not used here it says
    /// nothing.
    pub fn contradict(&self, stated: &str) -> bool {
        const LENGTH_OF_SHA384: usize = 96;
        let stated = stated.trim().to_ascii_lowercase();
        let (_, hex) = stated.rsplit_once(':').unwrap_or(("", &stated));
        hex.len() != LENGTH_OF_SHA384 && ![self.sha256.as_str(), self.sha512.as_str()].contains(&hex)
    }

    /// Returns the hash of the function that a stated one is of, as its length tells.
    pub fn like(&self, stated: &str) -> &str {
        const LENGTH_OF_SHA512: usize = 128;
        match stated.trim().len() >= LENGTH_OF_SHA512 {
            true => &self.sha512,
            false => &self.sha256,
        }
    }
}
