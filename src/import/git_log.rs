//! Commits of git repositories, as lines of the portable format (`read::repository::LOG_FORMAT`): one line for each commit,
//! fields apart by a unit separator. Counts commits and what they declare about AI. Names and addresses are looked at and
//! thrown away; what a commit changes is never read.

use crate::calendar::unix_seconds;
use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::{Counted, Read};
use crate::import::declared::tools::is_bot_mailbox;
use crate::import::declared::{Declared, SIGNED_OFF, Sightings};
use crate::import::export::Export;
use crate::import::files::Files;
use crate::import::fingerprint::{Prints, print_of};
use crate::import::month::Month;
use crate::inventory::audit::SourceType;

const BETWEEN_FIELDS: char = '\u{1f}';
const BETWEEN_TRAILERS: char = '\u{1e}';
/// The number of fields with and without commit date and parents.
const SHAPES: [usize; 2] = [7, 5];

/// Counts logs.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let mut tally = Tally::default();
    let files = Files {
        id: "git",
        r#type: SourceType::GitHost,
        name: "commits of a git repository",
    };
    let sources = files.read(exports, asked, findings, |_, export, file, findings| {
        file.complete = !export.is_part;
        tally.n_parts += u64::from(export.is_part);
        let mut log = Log {
            month: asked.month,
            tally: &mut tally,
            file,
            n_fields: None,
        };
        export.lines(findings, |line| log.line(line))
    })?;
    Ok(tally.counted(sources, asked))
}

/// Returns what the commits of a log declare about AI, whatever their day. Lines in another form are passed by.
pub(crate) fn sightings(log: &[u8]) -> Sightings {
    let mut sightings = Sightings::default();
    for line in log.split(|byte| *byte == b'\n') {
        let text = String::from_utf8_lossy(line);
        let fields: Vec<&str> = text.split(BETWEEN_FIELDS).collect();
        if let Some(commit) = Commit::of(&fields) {
            sightings.add(&commit.declared());
        }
    }
    sightings
}

/// One file while it is read.
struct Log<'t> {
    month: Month,
    tally: &'t mut Tally,
    file: &'t mut Read,
    /// How many fields the first line has; all have as many.
    n_fields: Option<usize>,
}

/// What a line says.
struct Commit<'l> {
    id: &'l str,
    /// When it was committed, or written where that is not told, in seconds since 1970.
    at: i64,
    author: &'l str,
    committer: &'l str,
    trailers: &'l str,
    /// Whether it has more than one parent; nothing where parents are not told.
    is_merge: Option<bool>,
}

impl Log<'_> {
    fn line(&mut self, line: &[u8]) -> Result<(), String> {
        let text = String::from_utf8_lossy(line);
        let fields: Vec<&str> = text.split(BETWEEN_FIELDS).collect();
        let is_shape = SHAPES.contains(&fields.len()) && self.n_fields.is_none_or(|n| n == fields.len());
        let commit = Commit::of(&fields).filter(|_| is_shape);
        let commit = commit
            .ok_or("it is no line of the portable format; `actfile import git --help` has the command")?;
        self.n_fields = Some(fields.len());
        if !self.tally.seen.is_new(print_of(&commit.id)) {
            self.file.duplicates += 1;
        } else if self.month.day_of(commit.at).is_none() {
            self.file.outside += 1;
        } else if commit.is_merge == Some(true) {
            self.file.unrelated += 1;
            self.tally.n_merges += 1;
        } else {
            self.file.used += 1;
            self.tally.add(&commit);
        }
        Ok(())
    }
}

impl<'l> Commit<'l> {
    fn of(fields: &[&'l str]) -> Option<Self> {
        let (fields, rest) = fields.split_first_chunk::<5>()?;
        let [id, written, author, committer, trailers] = fields;
        let (at, parents) = match rest {
            [] => (written, None),
            [committed, parents] => (committed, Some(parents)),
            _ => return None,
        };
        let mut ids = parents.iter().flat_map(|parents| parents.split_whitespace());
        let commit = Self {
            id,
            at: unix_seconds(at)?,
            author: mailbox(author)?,
            committer: mailbox(committer)?,
            trailers,
            is_merge: parents.map(|parents| parents.split_whitespace().count() > 1),
        };
        (is_id(id) && ids.all(is_id)).then_some(commit)
    }

    fn declared(&self) -> Declared {
        let mut declared = Declared::default();
        declared.mailbox(self.author);
        declared.mailbox(self.committer);
        for trailer in self.trailers.split(BETWEEN_TRAILERS) {
            if let Some((key, value)) = trailer.split_once(':') {
                declared.trailer(key, value.trim());
            }
        }
        declared
    }
}

#[derive(Default)]
struct Tally {
    seen: Prints,
    authors: Prints,
    sightings: Sightings,
    n_commits: u64,
    n_ai: u64,
    n_signed_off: u64,
    n_by_bots: u64,
    n_merges: u64,
    /// Commits of which neither commit date nor parents are told.
    n_short: u64,
    /// Repositories of which only a part of the history is there.
    n_parts: u64,
}

impl Tally {
    fn add(&mut self, commit: &Commit) {
        let declared = commit.declared();
        let author = commit.author.to_lowercase();
        match is_bot_mailbox(&author) {
            true => self.n_by_bots += 1,
            false => self.authors.extend([print_of(&author)]),
        }
        self.n_commits += 1;
        self.n_ai += u64::from(declared.is_ai);
        self.n_signed_off += u64::from(declared.is_signed_off);
        self.n_short += u64::from(commit.is_merge.is_none());
        self.sightings.add(&declared);
    }

    fn counted(self, sources: Vec<Read>, asked: &Asked) -> Counted {
        let mut blind_spots = self.blind_spots();
        let users = self.authors.group(asked.small_groups, &mut blind_spots);
        let volumes = [
            users.map(|count| ("users_count", count)),
            Some(("commits_total", self.n_commits)),
            Some(("commits_ai_declared", self.n_ai)),
        ];
        let violations = [(SIGNED_OFF, self.n_signed_off)];
        Counted {
            volumes: volumes.into_iter().flatten().collect(),
            violations: violations.into_iter().filter(|(_, count)| *count > 0).collect(),
            models: self.sightings.models(),
            tools: self.sightings.tools(),
            blind_spots,
            sources,
            ..Counted::default()
        }
    }

    fn blind_spots(&self) -> Vec<String> {
        let always = [
            "what declares no AI is not counted as AI-declared; attribution can be switched off",
            "commits that the exported branch does not reach, such as those that were squashed into others, are not counted",
            "users are counted by the mailboxes of authors; a person with two of them counts twice",
        ];
        let counts = [
            (self.n_merges, "merges, which are not counted as commits"),
            (
                self.n_by_bots,
                "commits by programs, which are counted as commits and not as users",
            ),
            (
                self.n_short,
                "commits without commit date and parents, which are counted by author date whether they are merges or not",
            ),
            (
                self.n_parts,
                "repositories of which a part of the history is missing, such as shallow clones",
            ),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts = counts.map(|(count, what)| format!("{what}: {count}"));
        let always = always.into_iter().map(str::to_owned);
        always.chain(counts).chain(self.sightings.unread()).collect()
    }
}

/// Returns the mailbox of `Name <mailbox>`.
fn mailbox(signed: &str) -> Option<&str> {
    let (_, rest) = signed.rsplit_once('<')?;
    rest.strip_suffix('>')
}

/// Returns whether a text is the id of a commit, by SHA-1 or SHA-256.
fn is_id(text: &str) -> bool {
    [40, 64].contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
