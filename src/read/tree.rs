//! The files of a folder that may lie anywhere, such as a checkout: listed in the order of paths, within bounds, without
//! what ignore files leave out, never through a link and never outside the folder. Files are opened one by one by who
//! asks; nothing is executed and nothing is judged.

use crate::failure::Failure;
use crate::read::open_regular;
use ignore::{DirEntry, WalkBuilder};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The most files of a folder that are listed.
pub const MOST_FILES_LISTED: usize = 1_000_000;
/// The deepest folder that is entered.
pub const DEEPEST_FOLDER_LISTED: usize = 64;

/// Folders that hold what others wrote, and a file or folder beside or inside that shows it; none where the name is enough.
const VENDORED: &[(&str, &[&str])] = &[
    (".tox", &[]),
    (".venv", &[]),
    ("Pods", &["../Podfile"]),
    ("__pypackages__", &[]),
    ("bower_components", &[]),
    ("node_modules", &[]),
    ("site-packages", &[]),
    ("target", &["CACHEDIR.TAG", "../Cargo.toml", "../pom.xml"]),
    (
        "vendor",
        &["modules.txt", "autoload.php", "bundle", "../Cargo.toml"],
    ),
    ("venv", &["pyvenv.cfg"]),
];

/// How far a listing reaches.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// Whether files are listed that ignore files leave out.
    pub ignored: bool,
    /// Whether folders are entered that hold what others wrote.
    pub vendored: bool,
    /// Folders that are left out, wherever they lie.
    pub without: Vec<PathBuf>,
}

/// One file of a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TreeFile {
    /// Path below the folder, with forward slashes.
    pub path: String,
    full: PathBuf,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Tree {
    /// Its files, in the order of paths.
    pub files: Vec<TreeFile>,
    /// Folders below it that are git repositories, in the order of paths; its own is the empty path.
    pub repositories: Vec<TreeFile>,
    /// How many folders were not entered because they hold what others wrote, by their name.
    pub vendored: BTreeMap<&'static str, usize>,
    /// Folders that could not be read, in the order of paths.
    pub unreadable: Vec<String>,
    /// Whether there are more files, or deeper folders, than are listed.
    pub is_cut: bool,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// Text; bytes that are not UTF-8 are replaced.
    Text(String),
    /// Something else.
    Binary,
    /// More than was asked for.
    TooLarge,
    /// Nothing that could be read.
    Unreadable,
}

/// Lists the files of a folder.
///
/// # Errors
/// Fails when the folder itself cannot be read; trouble further down is told in the listing.
pub fn tree(folder: &Path, reach: &Reach) -> Result<Tree, Failure> {
    let disk = |source: io::Error| Failure::Disk {
        path: folder.display().to_string(),
        what: "cannot open the folder",
        source,
    };
    let root = folder.canonicalize().map_err(disk)?;
    if !root.is_dir() {
        return Err(Failure::Refused(format!(
            "{}: it is not a folder",
            folder.display()
        )));
    }
    root.read_dir().map_err(disk)?;
    let gate = Gate::new(&root, reach);
    let mut tree = Tree::default();
    for entry in walk(&root, reach, gate.clone()) {
        tree.add(&root, entry);
        if tree.files.len() > MOST_FILES_LISTED {
            tree.files.truncate(MOST_FILES_LISTED);
            tree.is_cut = true;
            break;
        }
    }
    gate.passed_by(&mut tree);
    tree.files.sort();
    tree.repositories.sort();
    tree.unreadable.sort();
    Ok(tree)
}

impl Tree {
    fn add(&mut self, root: &Path, entry: Result<DirEntry, ignore::Error>) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return self.unreadable.extend(place_of(root, &error)),
        };
        let Some(kind) = entry.file_type() else { return };
        if kind.is_file() {
            self.files.push(file(root, entry.path()));
        } else if kind.is_dir() && entry.depth() >= DEEPEST_FOLDER_LISTED {
            self.is_cut = true;
        }
    }
}

impl TreeFile {
    /// Returns what the file holds, up to so many bytes.
    pub fn held(&self, largest: usize) -> Held {
        let mut bytes = Vec::new();
        let file = open_regular(&self.full);
        let read = file.and_then(|file| file.take(largest as u64 + 1).read_to_end(&mut bytes));
        match read {
            Err(_) => Held::Unreadable,
            Ok(n_bytes) if n_bytes > largest => Held::TooLarge,
            // As git and ripgrep tell binary from text.
            Ok(_) if bytes.contains(&0) => Held::Binary,
            Ok(_) => Held::Text(String::from_utf8_lossy(&bytes).into_owned()),
        }
    }

    /// Returns where the repository lies, if all of it lies there: a second work tree and a clone that borrows commits
    /// keep theirs outside.
    pub fn own_repository(&self) -> Option<&Path> {
        let own = self.full.join(".git");
        let is_here = [own.clone(), own.join("objects")]
            .iter()
            .all(|folder| folder.symlink_metadata().is_ok_and(|found| found.is_dir()));
        let borrowed = [
            "commondir",
            "objects/info/alternates",
            "objects/info/http-alternates",
        ];
        let is_elsewhere = !is_here || borrowed.iter().any(|file| own.join(file).exists());
        (!is_elsewhere).then_some(self.full.as_path())
    }
}

/// Decides which folders are entered, and remembers what it passed by. The walk calls it from a place of its own.
#[derive(Debug, Clone)]
struct Gate {
    root: PathBuf,
    vendored: bool,
    without: Vec<PathBuf>,
    seen: Arc<Mutex<Tree>>,
}

impl Gate {
    fn new(root: &Path, reach: &Reach) -> Self {
        let without = reach.without.iter().filter_map(|path| path.canonicalize().ok());
        Self {
            root: root.to_owned(),
            vendored: reach.vendored,
            without: without.filter(|path| path != root).collect(),
            seen: Arc::default(),
        }
    }

    fn lets_in(&self, entry: &DirEntry) -> bool {
        if !entry.file_type().is_some_and(|kind| kind.is_dir()) {
            return !self.is_repository(entry);
        }
        if self.is_repository(entry) {
            return false;
        }
        let path = entry.path();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(name) = vendored(path).filter(|_| !self.vendored && entry.depth() > 0) {
            *seen.vendored.entry(name).or_default() += 1;
            return false;
        }
        !self.without.iter().any(|without| without == path)
    }

    /// Returns whether an entry is where a repository keeps its commits, after noting it. In a second work tree it is a file.
    fn is_repository(&self, entry: &DirEntry) -> bool {
        let is_repository = entry.file_name() == ".git";
        if let Some(folder) = entry.path().parent().filter(|_| is_repository) {
            let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.repositories.push(file(&self.root, folder));
        }
        is_repository
    }

    fn passed_by(&self, tree: &mut Tree) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        tree.repositories.append(&mut seen.repositories);
        tree.vendored.append(&mut seen.vendored);
    }
}

/// No file outside the folder and nothing of this machine has a say: neither ignore files above it nor those of the user.
fn walk(root: &Path, reach: &Reach, gate: Gate) -> ignore::Walk {
    WalkBuilder::new(root)
        .standard_filters(false)
        .git_ignore(!reach.ignored)
        .ignore(!reach.ignored)
        .require_git(false)
        .follow_links(false)
        .max_depth(Some(DEEPEST_FOLDER_LISTED))
        .sort_by_file_name(Ord::cmp)
        .filter_entry(move |entry| gate.lets_in(entry))
        .build()
}

fn vendored(path: &Path) -> Option<&'static str> {
    let (name, marks) = VENDORED
        .iter()
        .find(|(name, _)| path.file_name().is_some_and(|found| found == *name))?;
    let is_marked = marks.is_empty() || marks.iter().any(|mark| is_beside(path, mark));
    is_marked.then_some(*name)
}

fn is_beside(path: &Path, mark: &str) -> bool {
    match (mark.strip_prefix("../"), path.parent()) {
        (Some(mark), Some(parent)) => parent.join(mark).exists(),
        (Some(_), None) => false,
        (None, _) => path.join(mark).exists(),
    }
}

fn file(root: &Path, path: &Path) -> TreeFile {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts = below.components().map(|part| part.as_os_str().to_string_lossy());
    TreeFile {
        path: parts.collect::<Vec<_>>().join("/"),
        full: path.to_owned(),
    }
}

/// Returns where a walk had trouble. What an ignore file says wrongly is none: the rest of it counts.
fn place_of(root: &Path, error: &ignore::Error) -> Option<String> {
    let mut error = error;
    loop {
        error = match error {
            ignore::Error::WithPath { path, err } if err.is_io() => return Some(file(root, path).path),
            ignore::Error::WithPath { err, .. }
            | ignore::Error::WithDepth { err, .. }
            | ignore::Error::WithLineNumber { err, .. } => err,
            ignore::Error::Partial(_)
            | ignore::Error::Loop { .. }
            | ignore::Error::Io(_)
            | ignore::Error::Glob { .. }
            | ignore::Error::UnrecognizedFileType(_)
            | ignore::Error::InvalidDefinition => return None,
        };
    }
}
