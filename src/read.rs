//! The only room that reads the disk: regular files only, bounded, in a fixed order, never through a link that
//! leaves the project. Texts become records; what cannot be read becomes a finding, so that one run shows all.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::failure::Failure;
use crate::inventory::kind::{AnyRecord, record};
use crate::inventory::screen::screen;
use crate::source::{FileId, SourceFile, SourceMap, Span};
use crate::yaml::parse::parse;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 4 * 1024 * 1024;
/// The largest project that is read, in bytes.
pub const LARGEST_PROJECT: usize = 512 * 1024 * 1024;
/// The most files of a project that are read.
pub const MOST_FILES: usize = 50_000;
/// The deepest folder that is read.
const DEEPEST_FOLDER: usize = 32;

/// What was read from a project folder.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// The texts.
    pub sources: SourceMap,
    /// The records in them, in the order of files and places.
    pub records: Vec<AnyRecord>,
    /// What is wrong with the texts.
    pub findings: Diagnostics,
}

/// Returns all records of the YAML files (`.yaml`, `.yml`) below a folder.
///
/// # Errors
/// Fails when the folder itself cannot be read; trouble with a single file is a finding.
pub fn load(project: &Path) -> Result<Loaded, Failure> {
    let disk = |what, source| Failure::Disk {
        path: project.display().to_string(),
        what,
        source,
    };
    let root = project
        .canonicalize()
        .map_err(|error| disk("cannot open the project folder", error))?;
    if !root.is_dir() {
        return Err(Failure::Refused(format!(
            "{}: the project is not a folder",
            project.display()
        )));
    }
    let mut loaded = Loaded::default();
    let (mut n_files, mut n_bytes) = (0, 0);
    for found in WalkDir::new(&root).max_depth(DEEPEST_FOLDER).sort_by_file_name() {
        match found {
            Err(error) => loaded.report_walk(&root, &error),
            Ok(entry) if entry.file_type().is_dir() || !is_yaml(entry.path()) => {}
            Ok(entry) => {
                n_files += 1;
                n_bytes += loaded.read(&root, entry.path());
            }
        }
        if n_files > MOST_FILES || n_bytes > LARGEST_PROJECT {
            let says =
                format!("the project has more than {MOST_FILES} files or {LARGEST_PROJECT} bytes of YAML");
            loaded
                .findings
                .add(Diagnostic::about(Code::FileTooLarge, "", says).help("split the project"));
            break;
        }
    }
    loaded.report_if_empty();
    Ok(loaded)
}

impl Loaded {
    /// Reads the records of one text and returns the id of the text.
    pub fn add(&mut self, path: String, bytes: &[u8]) -> FileId {
        let (n_bytes, sha256) = (bytes.len() as u64, hex(&Sha256::digest(bytes)));
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let file = self.sources.add(SourceFile {
                    path,
                    text: text.to_owned(),
                    n_bytes,
                    sha256,
                });
                for node in parse(file, text, &mut self.findings) {
                    screen(&node, &self.sources, &mut self.findings);
                    self.records.extend(record(&node, &mut self.findings));
                }
                file
            }
            Err(error) => {
                let text = String::from_utf8_lossy(bytes).into_owned();
                let file = self.sources.add(SourceFile {
                    path,
                    text,
                    n_bytes,
                    sha256,
                });
                self.findings.add(not_utf8(file, error.valid_up_to()));
                file
            }
        }
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

    fn read(&mut self, root: &Path, path: &Path) -> usize {
        let name = shown(root, path);
        match bytes_of(root, path) {
            Ok(bytes) if bytes.len() > LARGEST_FILE => {
                let says = format!("`{name}` is larger than {LARGEST_FILE} bytes");
                self.findings
                    .add(Diagnostic::about(Code::FileTooLarge, name, says).help("split the file"));
                0
            }
            Ok(bytes) => {
                self.add(name, &bytes);
                bytes.len()
            }
            Err(error) => {
                let says = format!("`{name}` cannot be read: {error}");
                let help = "inventory files are regular files inside the project folder";
                self.findings
                    .add(Diagnostic::about(Code::UnreadableFile, name, says).help(help));
                0
            }
        }
    }

    fn report_walk(&mut self, root: &Path, error: &walkdir::Error) {
        let name = error.path().map_or_else(String::new, |path| shown(root, path));
        let reason = error
            .io_error()
            .map_or_else(|| "a loop of links".to_owned(), io::Error::to_string);
        let says = format!("`{name}` cannot be read: {reason}");
        self.findings
            .add(Diagnostic::about(Code::UnreadableFile, name, says));
    }
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

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml")
}

fn not_utf8(file: FileId, at: usize) -> Diagnostic {
    let start = u32::try_from(at).unwrap_or(u32::MAX);
    // The replacement character that stands there in the shown text is three bytes long.
    let span = Span {
        file,
        start,
        end: start.saturating_add(3),
    };
    let says = "the file is not UTF-8 text";
    let finding = Diagnostic::at(Code::NotUtf8, span, says, "the first byte that is not UTF-8");
    finding.help("save the file as UTF-8 in your editor")
}

fn shown(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts = inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.collect::<Vec<_>>().join("/")
}

/// Returns at most one byte more than the largest file.
fn bytes_of(root: &Path, path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = open_regular(&inside(root, path)?)?;
    file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
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
