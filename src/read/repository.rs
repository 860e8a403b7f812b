//! The history of a git repository, read as files: the commits that HEAD reaches and that lie in a span of days, as the
//! lines that `git log` prints in the portable format. Runs no program, follows no configuration, writes nothing. Judges
//! nothing: what the lines come to is for `import` to say.

use crate::calendar::{Date, moment};
use crate::failure::Failure;
use crate::read::open_regular;
use gix_hash::ObjectId;
use gix_object::bstr::{BStr, ByteSlice};
use gix_object::date::Time;
use gix_object::{CommitRef, Find, Kind};
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The format in which `git log` prints what an import counts: id, author date, author, committer, trailers, commit date,
/// parents; for `--format=`.
pub const LOG_FORMAT: &str =
    "%H%x1f%aI%x1f%an <%ae>%x1f%cn <%ce>%x1f%(trailers:only,unfold,separator=%x1e)%x1f%cI%x1f%P";

/// The largest of the small files of a repository, in bytes; `packed-refs` of a hundred thousand branches is smaller.
const LARGEST_SMALL_FILE: u64 = 16 * 1024 * 1024;
/// The largest commit that is read, in bytes.
const LARGEST_COMMIT: usize = 16 * 1024 * 1024;
/// The longest chain of names that stand for each other.
const LONGEST_CHAIN: usize = 5;

/// The part of a history that lies in a span of days.
#[derive(Debug)]
pub struct History {
    /// The name of the folder, without those above it.
    pub name: String,
    /// One line for each commit, as `git log --format=` with [`LOG_FORMAT`] prints them.
    pub log: Vec<u8>,
    /// Whether every commit is there that another one names as its parent.
    pub is_whole: bool,
}

/// Returns the path of a folder below the root of the repository that it lies in, with forward slashes, empty for the root
/// itself; `None` when it lies in none.
pub fn path_below_root(folder: &Path) -> Option<String> {
    let folder = folder.canonicalize().ok()?;
    // A folder in an ordinary clone, a file in a worktree or a submodule.
    let root = folder.ancestors().find(|above| above.join(".git").exists())?;
    let below = folder.strip_prefix(root).ok()?;
    let parts = below.iter().map(|part| part.to_string_lossy());
    Some(parts.collect::<Vec<_>>().join("/"))
}

/// Returns the commits that HEAD reaches and that were committed on the days from `first` to `last`, in UTC.
///
/// # Errors
/// Refuses a folder that is no repository, has no commit, or is kept in a way that is not read.
pub fn history(folder: &Path, first: Date, last: Date) -> Result<History, Failure> {
    let folders = Folders::of(folder)?;
    let head = folders.head(folder)?;
    let objects = gix_odb::at_opts(
        folders.common.join("objects"),
        gix_hash::Kind::Sha1,
        None,
        gix_odb::store::init::Options {
            alloc_limit_bytes: Some(LARGEST_COMMIT),
            ..Default::default()
        },
    );
    let objects = objects.map_err(|source| Failure::Disk {
        path: folder.display().to_string(),
        what: "the commits cannot be read",
        source,
    })?;
    let mut walk = Walk {
        objects,
        days: (first, last),
        cut_at: folders.cut_at(),
        met: BTreeSet::new(),
        waiting: BinaryHeap::new(),
        is_whole: true,
    };
    walk.meet(head);
    if walk.waiting.is_empty() {
        return Err(refused(folder, "the commit of HEAD is missing or cannot be read"));
    }
    let log = walk.log();
    Ok(History {
        name: name_of(folder),
        log,
        is_whole: walk.is_whole,
    })
}

/// Where a repository keeps its files; a second work tree shares most of them.
struct Folders {
    own: PathBuf,
    common: PathBuf,
}

impl Folders {
    fn of(folder: &Path) -> Result<Self, Failure> {
        let inner = folder.join(".git");
        let own = match small_file(&inner) {
            Some(text) => {
                let path = text.strip_prefix("gitdir:").map(str::trim);
                path.map(|path| folder.join(path))
            }
            None if inner.is_dir() => Some(inner),
            None => Some(folder.to_owned()),
        };
        let own = own.filter(|own| own.join("HEAD").exists());
        let own = own.ok_or_else(|| refused(folder, "the folder is no git repository"))?;
        let common = small_file(&own.join("commondir")).map(|path| own.join(path.trim()));
        let common = common.unwrap_or_else(|| own.clone());
        match common.join("objects").is_dir() {
            true => Ok(Self { own, common }),
            false => Err(refused(folder, "the folder is no git repository")),
        }
    }

    fn head(&self, folder: &Path) -> Result<ObjectId, Failure> {
        let mut text = small_file(&self.own.join("HEAD"));
        for _ in 0..LONGEST_CHAIN {
            let Some(said) = text else { break };
            text = match said.strip_prefix("ref:").map(str::trim) {
                Some(name) => self.branch(name),
                None => {
                    let id = ObjectId::from_hex(said.trim().as_bytes()).ok();
                    let id = id.filter(|id| id.kind() == gix_hash::Kind::Sha1);
                    let says = "HEAD names no commit by SHA-1; export the log with `git log` instead";
                    return id.ok_or_else(|| refused(folder, says));
                }
            };
        }
        Err(refused(
            folder,
            "HEAD leads to no commit; the repository is empty, or keeps its branches in a way that is not read: export \
             the log with `git log` instead",
        ))
    }

    /// Returns what a branch stands for: its own file, or its line among the packed ones.
    fn branch(&self, name: &str) -> Option<String> {
        let is_plain =
            name.starts_with("refs/") && name.split('/').all(|part| !part.is_empty() && part != "..");
        if !is_plain {
            return None;
        }
        let files = [&self.own, &self.common].map(|folder| folder.join(name));
        let own = files.iter().find_map(|path| small_file(path));
        own.or_else(|| {
            let packed = small_file(&self.common.join("packed-refs"))?;
            let mut lines = packed.lines().filter_map(|line| line.split_once(' '));
            lines
                .find(|(_, packed)| *packed == name)
                .map(|(id, _)| id.to_owned())
        })
    }

    /// Returns the commits whose parents a shallow clone has not fetched.
    fn cut_at(&self) -> BTreeSet<ObjectId> {
        let text = small_file(&self.common.join("shallow")).unwrap_or_default();
        text.lines()
            .filter_map(|line| ObjectId::from_hex(line.trim().as_bytes()).ok())
            .collect()
    }
}

/// Goes through a history from the latest commit to the first, in the order of `git log`.
struct Walk {
    objects: gix_odb::Handle,
    days: (Date, Date),
    cut_at: BTreeSet<ObjectId>,
    met: BTreeSet<ObjectId>,
    waiting: BinaryHeap<Waiting>,
    is_whole: bool,
}

/// A commit that was met and has not had its turn: the latest first, of two the one that was met first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    committed: i64,
    met: Reverse<usize>,
    parents: Vec<ObjectId>,
    line: Option<Vec<u8>>,
}

impl Walk {
    fn log(&mut self) -> Vec<u8> {
        let mut log = Vec::new();
        while let Some(commit) = self.waiting.pop() {
            if let Some(line) = commit.line {
                log.extend_from_slice(&line);
                log.push(b'\n');
            }
            commit.parents.into_iter().for_each(|parent| self.meet(parent));
        }
        log
    }

    fn meet(&mut self, id: ObjectId) {
        if !self.met.insert(id) {
            return;
        }
        let mut bytes = Vec::new();
        let found = self.objects.try_find(&id, &mut bytes).ok().flatten();
        let found = found.filter(|object| object.kind == Kind::Commit);
        let commit = found.and_then(|object| CommitRef::from_bytes(object.data, gix_hash::Kind::Sha1).ok());
        match commit {
            Some(commit) => self.wait(id, &commit),
            None => self.is_whole = false,
        }
    }

    fn wait(&mut self, id: ObjectId, commit: &CommitRef) {
        let committed = commit.committer().map_or(0, |signed| signed.seconds());
        let day = Date::of_unix_seconds(committed);
        let is_asked = day.is_some_and(|day| self.days.0 <= day && day <= self.days.1);
        let mut parents: Vec<ObjectId> = commit.parents().collect();
        if self.cut_at.contains(&id) {
            self.is_whole &= parents.is_empty();
            parents.clear();
        }
        self.waiting.push(Waiting {
            committed,
            met: Reverse(self.met.len()),
            line: is_asked.then(|| line(id, commit)),
            parents,
        });
    }
}

/// Returns the line of a commit in the portable format.
fn line(id: ObjectId, commit: &CommitRef) -> Vec<u8> {
    let author = commit.author().ok();
    let author = author.map(|it| signed(it.name, it.email, it.time().ok()));
    let (author, author_date) = author.unwrap_or_default();
    let committer = commit.committer().ok();
    let committer = committer.map(|it| signed(it.name, it.email, it.time().ok()));
    let (committer, commit_date) = committer.unwrap_or_default();
    let trailers = commit.message_trailers().map(|trailer| {
        let parts: [&[u8]; 3] = [trailer.token, b": ", &trailer.value];
        parts.concat()
    });
    let trailers: Vec<Vec<u8>> = trailers.collect();
    let parents: Vec<String> = commit.parents().map(|parent| parent.to_string()).collect();
    let fields = [
        id.to_string().into_bytes(),
        author_date,
        author,
        committer,
        trailers.join(&b"\x1e"[..]),
        commit_date,
        parents.join(" ").into_bytes(),
    ];
    fields.join(&b"\x1f"[..])
}

/// Returns name and mailbox, and the moment, of who made a commit.
fn signed(name: &BStr, mailbox: &BStr, time: Option<Time>) -> (Vec<u8>, Vec<u8>) {
    let parts: [&[u8]; 4] = [name.trim(), b" <", mailbox.trim(), b">"];
    let time = time.and_then(|time| moment(time.seconds, time.offset));
    (parts.concat(), time.unwrap_or_default().into_bytes())
}

fn small_file(path: &Path) -> Option<String> {
    let file = open_regular(&path.canonicalize().ok()?).ok()?;
    let mut bytes = Vec::new();
    file.take(LARGEST_SMALL_FILE).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn name_of(folder: &Path) -> String {
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    real.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn refused(folder: &Path, why: &str) -> Failure {
    Failure::Refused(format!("{}: {why}", folder.display()))
}
