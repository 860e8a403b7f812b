//! Files of the project in the AI-BOM: those that models and data sets are made of, which are parts of their own, and those
//! that evidence lies in. Only what was hashed is listed; the hashes come from the files, not from the records.

use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::records::Records;
use crate::documents::bom::{Dataset, Model, Neighbour, Part, Party};
use crate::documents::shown::counted;
use crate::inventory::field::{Field, List};
use crate::inventory::files::{self, FileHashes};
use crate::source::{Span, Spanned};
use std::collections::BTreeMap;

/// A file that a model or data set is made of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartFile {
    /// `file:<path>`, with the path below the project folder.
    pub bom_ref: String,
    /// Path, size and hashes.
    pub file: FileEntry,
    /// Who makes the part.
    pub party: Option<Party>,
    /// The version of the part.
    pub version: Answer,
    /// The licence of the part.
    pub licence: Answer,
    /// Whether a machine executes it.
    pub is_executable: Option<bool>,
    /// Whether it is an archive.
    pub is_archive: Option<bool>,
    /// Whether what is inside still carries its own description.
    pub is_structured: Option<bool>,
}

/// A file of the project.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FileEntry {
    /// Path below the project folder.
    pub path: String,
    /// How many bytes it has.
    pub n_bytes: u64,
    /// SHA-256, in lower-case hex.
    pub sha256: String,
    /// SHA-512, in lower-case hex.
    pub sha512: String,
    /// The parts that are made of it, or the evidence that lies in it, in the order of ids.
    pub named_by: Vec<String>,
    /// Where it is named first, `file:line`.
    pub source: String,
    /// The same for the trail.
    pub at: Option<Span>,
}

/// What the files of one part come to.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct OfPart {
    /// The files, as the record lists them.
    pub(crate) listed: Answer,
    /// The SHA-256 of a part that is one file; of several, that each has its own.
    pub(crate) sha256: Option<Answer>,
    /// The SHA-512 of a part that is one file.
    pub(crate) sha512: Option<Answer>,
    /// The files that were hashed.
    pub(crate) files: Vec<PartFile>,
}

impl OfPart {
    /// Returns what a record states, or else what the file on disk says.
    pub(crate) fn or_of_file(stated: Answer, of_file: &Option<Answer>) -> Answer {
        match (stated.state, of_file) {
            (State::Missing, Some(found)) => found.clone(),
            (State::Missing | State::Shown | State::NotApplicable | State::Unknown, _) => stated,
        }
    }

    /// Returns how the part refers to its files.
    pub(crate) fn neighbours(&self) -> impl Iterator<Item = Neighbour> {
        self.files.iter().map(PartFile::neighbour)
    }
}

impl PartFile {
    /// Returns how parts name the file.
    pub fn neighbour(&self) -> Neighbour {
        Neighbour {
            bom_ref: self.bom_ref.clone(),
            name: self.file.path.clone(),
        }
    }

    fn join(&mut self, other: Self) {
        self.file.join(other.file);
        self.party = self.party.take().or(other.party);
        self.is_executable = self.is_executable.or(other.is_executable);
        self.is_archive = self.is_archive.or(other.is_archive);
        self.is_structured = self.is_structured.or(other.is_structured);
    }
}

impl FileEntry {
    /// Takes in who else names the file.
    fn join(&mut self, other: Self) {
        let known = &mut self.named_by;
        for name in other.named_by {
            if !known.contains(&name) {
                known.push(name);
            }
        }
    }
}

/// Reads the files of a part. The names are those of the fields in which its record states hashes of the whole.
pub(crate) fn of_part(
    records: &Records<'_>,
    title: &str,
    field: &Field<List<files::PartFile>>,
    [sha256, sha512]: [&'static str; 2],
) -> OfPart {
    let found: Vec<(&files::PartFile, &Spanned<String>, PartFile)> = field
        .items()
        .iter()
        .filter_map(|item| {
            let said = item.value.path.said()?;
            Some((&item.value, said, part_file(records, title, &item.value, said)?))
        })
        .collect();
    let of_one = |name, hash: fn(&FileEntry) -> &String| {
        let [(_, said, one)] = found.as_slice() else {
            return None;
        };
        Some(Answer {
            at: Some(said.span),
            ..Answer::stated(name, hash(&one.file))
        })
    };
    OfPart {
        listed: listed(records, field),
        sha256: of_one(sha256, |it| &it.sha256).or_else(|| several(sha256, field, found.len())),
        sha512: of_one(sha512, |it| &it.sha512),
        files: found.into_iter().map(|(_, _, file)| file).collect(),
    }
}

/// Of several files there is no single hash; each of them stands in the file with its own.
fn several(name: &'static str, field: &Field<List<files::PartFile>>, n_files: usize) -> Option<Answer> {
    (n_files > 1 && n_files == field.items().len()).then(|| Answer {
        field: name,
        state: State::Shown,
        words: Some(format!("each of its {} has its own", counted(n_files, "file")).into()),
        at: field.span(),
        ..Answer::default()
    })
}

fn listed(records: &Records<'_>, field: &Field<List<files::PartFile>>) -> Answer {
    let path = |item: &Spanned<files::PartFile>| {
        let said = item.value.path.said()?;
        let path = records.inventory.file_of(said).map(|(path, _)| path);
        Some(path.unwrap_or(&said.value).to_owned())
    };
    let paths = field.items().iter().filter_map(path).collect();
    Answer::lines("files", field, paths)
}

fn part_file(
    records: &Records<'_>,
    title: &str,
    file: &files::PartFile,
    said: &Spanned<String>,
) -> Option<PartFile> {
    let entry = entry(records, title, said)?;
    Some(PartFile {
        bom_ref: format!("file:{}", entry.path),
        is_executable: file.executable.stated().copied(),
        is_archive: file.archive.stated().copied(),
        is_structured: file.structured.stated().copied(),
        file: entry,
        ..PartFile::default()
    })
}

fn entry(records: &Records<'_>, title: &str, said: &Spanned<String>) -> Option<FileEntry> {
    let (
        path,
        FileHashes {
            n_bytes,
            sha256,
            sha512,
        },
    ) = records.inventory.file_of(said)?;
    Some(FileEntry {
        path: path.to_owned(),
        n_bytes: *n_bytes,
        sha256: sha256.clone(),
        sha512: sha512.clone(),
        named_by: vec![title.to_owned()],
        source: records.place(said.span),
        at: Some(said.span),
    })
}

/// Returns the files of models and data sets, each once, by path.
pub(crate) fn all(models: &[Model], datasets: &[Dataset]) -> Vec<PartFile> {
    let of_models = models.iter().map(|it| (&it.part, &it.licence, &it.files));
    let of_datasets = datasets.iter().map(|it| (&it.part, &it.licence, &it.files));
    let mut by_name: BTreeMap<String, PartFile> = BTreeMap::new();
    for (part, licence, files) in of_models.chain(of_datasets) {
        for file in files.iter().map(|file| of_owner(file, part, licence)) {
            match by_name.get_mut(&file.bom_ref) {
                Some(known) => known.join(file),
                None => drop(by_name.insert(file.bom_ref.clone(), file)),
            }
        }
    }
    by_name.into_values().collect()
}

fn of_owner(file: &PartFile, part: &Part, licence: &Answer) -> PartFile {
    PartFile {
        party: part.party.clone(),
        version: part.version.clone(),
        licence: licence.clone(),
        ..file.clone()
    }
}

/// Returns the files that evidence lies in, each once, by path.
pub(crate) fn evidence(records: &Records<'_>) -> Vec<FileEntry> {
    let mut by_path: BTreeMap<String, FileEntry> = BTreeMap::new();
    let found = records.inventory.evidence.values().filter_map(|record| {
        let said = record.uri.said()?;
        entry(records, record.title(), said)
    });
    for found in found {
        match by_path.get_mut(&found.path) {
            Some(known) => known.join(found),
            None => drop(by_path.insert(found.path.clone(), found)),
        }
    }
    by_path.into_values().collect()
}
