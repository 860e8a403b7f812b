//! The only room that reads the disk: regular files only, bounded, in a fixed order, never through a link that
//! leaves the project. Texts become records, the bills of materials that records name become values, and the other files
//! that they name are hashed; what cannot be read becomes a finding, so that one run shows all.

mod entries;
mod files;
mod folder;
mod records;
mod unread;

pub mod beside;
pub mod footprint;
pub mod glance;
pub mod group;
pub mod limits;
pub mod repository;
pub mod tree;

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::failure::Failure;
use crate::inventory::boms::{Named, is_bom};
use crate::inventory::files::FileHashes;
use crate::inventory::kind::AnyRecord;
use crate::read::folder::{Met, Opened, each};
use crate::read::limits::Limits;
use crate::read::records::{Records, records_of};
use crate::read::unread::{is_utf16, not_utf8, too_much, unusable, utf16};
use crate::sbom::{self, ForeignBom};
use crate::source::{FileId, SourceFile, SourceMap, Span};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 4 * 1024 * 1024;
/// The largest project that is read, in bytes.
pub const LARGEST_PROJECT: usize = 512 * 1024 * 1024;
/// The most files of a project that are read.
pub const MOST_FILES: usize = 50_000;

/// What was read from a project folder.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// The texts.
    pub sources: SourceMap,
    /// The records in them, in the order of files and places.
    pub records: Vec<AnyRecord>,
    /// The bills of materials that records name, by path below the project folder.
    pub boms: BTreeMap<String, (FileId, ForeignBom)>,
    /// The hashes of the other files that records name, by path below the project folder.
    pub files: BTreeMap<String, FileHashes>,
    /// The files that records name, by path below the project folder, whether or not they were found.
    pub sought: BTreeSet<String>,
    /// What is wrong with the texts.
    pub findings: Diagnostics,
}

/// What is said of a project folder that is not there; whoever knows how it was named says that too.
pub const CANNOT_OPEN: &str = "cannot open the project folder";

/// Returns all records of the YAML files (`.yaml`, `.yml`) below a folder.
///
/// # Errors
/// Fails when the folder itself cannot be read; trouble with a single file is a finding.
pub fn load(project: &Path) -> Result<Loaded, Failure> {
    load_within(project, Limits::default())
}

/// Returns all records below a folder, as [`load`] does, within other limits.
///
/// # Errors
/// Fails when the folder itself cannot be read.
pub fn load_within(project: &Path, limits: Limits) -> Result<Loaded, Failure> {
    let disk = |what, source| Failure::Disk {
        path: project.display().to_string(),
        what,
        source,
    };
    let root = project.canonicalize().map_err(|error| disk(CANNOT_OPEN, error))?;
    if !root.is_dir() {
        return Err(Failure::Refused(format!(
            "{}: the project is not a folder",
            project.display()
        )));
    }
    let mut loaded = Loaded::default();
    let n_bytes = loaded.read_folder(&root, limits);
    loaded.read_boms(&root, n_bytes, limits);
    files::hash_files(&mut loaded, &root);
    loaded.report_if_empty();
    Ok(loaded)
}

impl Loaded {
    /// Reads the records of one text, or the bill of materials that it is, and returns the id of the text.
    pub fn add(&mut self, path: String, bytes: &[u8]) -> FileId {
        if is_bom(&path) {
            return self.add_bom(path, bytes);
        }
        let (file, is_text) = self.keep(path, bytes);
        if is_text {
            self.take(file, records_of(file, &self.sources));
        }
        file
    }

    /// Reads the records of texts that are kept already, side by side, and takes them over in the order of the texts.
    fn add_kept(&mut self, files: &[FileId]) {
        let sources = &self.sources;
        let read: Vec<Records> = files.par_iter().map(|file| records_of(*file, sources)).collect();
        for (file, records) in files.iter().zip(read) {
            self.take(*file, records);
        }
    }

    fn take(&mut self, file: FileId, read: Records) {
        if read.has_secret {
            self.sources.note_secret(file);
        }
        self.findings.extend(read.findings);
        self.records.extend(read.records);
    }

    /// Reads a bill of materials, whatever its file is called, and returns the id of its text.
    pub fn add_bom(&mut self, path: String, bytes: &[u8]) -> FileId {
        let (file, is_text) = self.keep(path.clone(), bytes);
        if is_text {
            let bom = sbom::read(file, &self.sources.file(file).text, &mut self.findings);
            self.boms.extend(bom.map(|bom| (path, (file, bom))));
        }
        file
    }

    /// Keeps a text that is neither, after reporting where it is no text, and returns its id.
    pub fn add_text(&mut self, path: String, bytes: &[u8]) -> FileId {
        self.keep(path, bytes).0
    }

    /// Hashes a file that records may name.
    ///
    /// # Errors
    /// Fails as the reader does; bytes in memory never do.
    pub fn add_file(&mut self, path: String, file: impl Read) -> io::Result<()> {
        let hashes = files::hashed(file)?;
        self.files.insert(path, hashes);
        Ok(())
    }

    /// Keeps a text with its hash; returns its id, and whether it is text at all, after reporting where it is not.
    fn keep(&mut self, path: String, bytes: &[u8]) -> (FileId, bool) {
        self.keep_read(Opened {
            path,
            sha256: hex(&Sha256::digest(bytes)),
            bytes: bytes.to_vec(),
        })
    }

    fn keep_read(&mut self, Opened { path, bytes, sha256 }: Opened) -> (FileId, bool) {
        let n_bytes = bytes.len() as u64;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let text = String::from_utf8_lossy(bytes).into_owned();
        let file = self.sources.add(SourceFile {
            path,
            text,
            n_bytes,
            sha256,
        });
        if is_utf16(bytes) {
            let path = &self.sources.file(file).path;
            self.findings.add(utf16(path));
            return (file, false);
        }
        let broken = std::str::from_utf8(bytes).err();
        if let Some(error) = &broken {
            self.findings.add(not_utf8(file, error.valid_up_to()));
        }
        (file, broken.is_none())
    }

    /// Reports a project in which no record was found and nothing else is wrong.
    pub fn report_if_empty(&mut self) {
        if self.records.is_empty() && !self.findings.has_errors() {
            let says = "the project folder has no inventory record";
            let help = "add a `.yaml` file with `kind: organisation`, or start with `actfile init DIR`";
            self.findings
                .add(Diagnostic::about(Code::EmptyProject, "", says).help(help));
        }
    }

    /// Reads the inventory files below a folder, in the order of names, and returns how many bytes they have.
    fn read_folder(&mut self, root: &Path, limits: Limits) -> usize {
        let (mut n_files, mut n_bytes, mut kept) = (0, 0, Vec::new());
        each(root, limits, |met| {
            match met {
                Met::Nothing => {}
                Met::Passed(finding) => self.findings.add(finding),
                Met::Unread(finding) => {
                    n_files += 1;
                    self.findings.add(finding);
                }
                Met::File(read) => {
                    n_files += 1;
                    n_bytes += read.bytes.len();
                    let (file, is_text) = self.keep_read(read);
                    kept.extend(is_text.then_some(file));
                }
            }
            let is_too_much = n_files > limits.n_files || n_bytes > limits.project;
            if is_too_much {
                self.findings.add(too_much(limits));
            }
            !is_too_much
        });
        self.add_kept(&kept);
        n_bytes
    }

    /// Reads each bill of materials that a record names, once, in the order of paths.
    fn read_boms(&mut self, root: &Path, n_bytes: usize, limits: Limits) {
        let (mut named, mut n_bytes) = (BTreeMap::new(), n_bytes);
        for Named { said, path } in self.named_boms() {
            match path {
                Ok(path) => drop(named.entry(path).or_insert(said)),
                Err(why) => self.findings.add(unusable(&said, why)),
            }
        }
        self.sought.extend(named.keys().cloned());
        for (path, said) in named {
            match bytes_of(root, &root.join(&path), limits.bom) {
                Ok(bytes) if bytes.len() > limits.bom || n_bytes + bytes.len() > limits.project => {
                    let says = format!(
                        "`{path}` is larger than {} bytes, or the project than {}",
                        limits.bom, limits.project
                    );
                    self.findings
                        .add(Diagnostic::at(Code::FileTooLarge, said.span, says, "named here"));
                }
                Ok(bytes) => {
                    n_bytes += bytes.len();
                    self.add(path, &bytes);
                }
                Err(error) => self.findings.add(unusable(&said, &error.to_string())),
            }
        }
    }

    /// Returns the bills of materials that records name, in the order of records.
    fn named_boms(&self) -> Vec<Named> {
        let systems = self.records.iter().filter_map(AnyRecord::system);
        let paths = systems.filter_map(|system| system.bom.stated());
        let file_of = |span: Span| self.sources.file(span.file).path.as_str();
        paths.flat_map(|paths| paths.named(file_of)).collect()
    }
}

/// Returns the bytes of one regular file that the user names, which may lie anywhere.
///
/// # Errors
/// Fails when the file cannot be read or is larger than it may be.
pub fn single(path: &Path, largest: usize) -> Result<Vec<u8>, Failure> {
    let disk = |source| Failure::Disk {
        path: path.display().to_string(),
        what: "cannot be read",
        source,
    };
    let mut bytes = Vec::new();
    let real = path.canonicalize().map_err(disk)?;
    let file = open_regular(&real).map_err(disk)?;
    file.take(largest as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(disk)?;
    match bytes.len() > largest {
        true => Err(Failure::Refused(format!(
            "{}: the file is larger than {largest} bytes",
            path.display()
        ))),
        false => Ok(bytes),
    }
}

/// Returns a regular file that the user names, to be read piece by piece, and its name without folders.
///
/// # Errors
/// Fails when the file cannot be opened.
pub fn stream(path: &Path) -> Result<(String, BufReader<File>), Failure> {
    const BUFFER: usize = 256 * 1024;
    let disk = |source| Failure::Disk {
        path: path.display().to_string(),
        what: "cannot be read",
        source,
    };
    let real = path.canonicalize().map_err(disk)?;
    let file = open_regular(&real).map_err(disk)?;
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok((name, BufReader::with_capacity(BUFFER, file)))
}

/// Returns bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a text cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// Returns whether a file holds records, as its name says.
pub fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml")
}

fn shown(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts = inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.collect::<Vec<_>>().join("/")
}

/// Returns at most one byte more than the largest file.
fn bytes_of(root: &Path, path: &Path, largest: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = open_regular(&inside(root, path)?)?;
    file.take(largest as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns where a path leads, if that is inside the project.
fn inside(root: &Path, path: &Path) -> io::Result<PathBuf> {
    let target = path.canonicalize()?;
    match target.starts_with(root) {
        true => Ok(target),
        false => Err(io::Error::other("it is a link that leaves the project folder")),
    }
}

// Opened without blocking (a pipe would wait for a writer) and checked on the opened file (a path can change).
#[cfg(unix)]
fn open_regular(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, open};
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    regular(File::from(open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open_regular(path: &Path) -> io::Result<File> {
    regular(File::open(path)?)
}

fn regular(file: File) -> io::Result<File> {
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::other("it is not a regular file")),
    }
}
