//! Merge requests of GitLab as its interface documents them, one object each, with the answer of `approvals` inside, and the
//! answers of `commits` and `notes` where they were exported. Names and texts are looked at and thrown away.

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::Counted;
use crate::import::declared::Declared;
use crate::import::declared::tools::is_bot;
use crate::import::export::Export;
use crate::import::files::Files;
use crate::import::fingerprint::print_of;
use crate::import::reviews::change::{Act, Change, Merger, Reviewer, Verdict};
use crate::import::reviews::lacking::Lacking;
use crate::import::reviews::reverts::Reverts;
use crate::import::reviews::tally::Tally;
use crate::import::reviews::{Moment, present};
use crate::inventory::audit::SourceType;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct MergeRequest {
    iid: u64,
    #[serde(default)]
    project_id: u64,
    created_at: Moment,
    #[serde(default)]
    title: String,
    #[serde(default, deserialize_with = "present")]
    description: Option<Option<String>>,
    author: Option<User>,
    #[serde(default, deserialize_with = "present")]
    merge_user: Option<Option<User>>,
    /// The same in versions before 14.7.
    #[serde(default, deserialize_with = "present")]
    merged_by: Option<Option<User>>,
    merged_at: Option<Moment>,
    closed_at: Option<Moment>,
    updated_at: Option<Moment>,
    target_branch: Option<String>,
    merge_commit_sha: Option<String>,
    labels: Option<Vec<String>>,
    approvals: Option<Approvals>,
    commits: Option<Vec<Commit>>,
    notes: Option<Vec<Note>>,
}

#[derive(Deserialize)]
struct User {
    #[serde(default)]
    username: String,
}

#[derive(Deserialize)]
struct Approvals {
    approved_by: Vec<Approval>,
}

#[derive(Deserialize)]
struct Approval {
    user: User,
    approved_at: Option<Moment>,
}

#[derive(Deserialize)]
struct Commit {
    #[serde(default)]
    id: String,
    #[serde(default)]
    message: String,
    #[serde(default)]
    author_email: String,
    #[serde(default)]
    committer_email: String,
}

#[derive(Deserialize)]
struct Note {
    author: Option<User>,
    created_at: Option<Moment>,
    #[serde(default)]
    system: bool,
}

/// The interface does not tell which commit was approved, nor who asked for changes.
const NEVER: &[Lacking] = &[Lacking::Heads, Lacking::Requests];

/// Counts exports of merge requests.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let mut tally = Tally::default();
    let files = Files {
        id: "mrs",
        r#type: SourceType::GitHost,
        name: "GitLab merge requests",
    };
    let sources = files.read(exports, asked, findings, |at, export, _, findings| {
        export.values(findings, |mr: MergeRequest| tally.add(at, mr.change()))
    })?;
    Ok(tally.counted(sources, asked, NEVER))
}

impl MergeRequest {
    fn change(self) -> Change {
        let text = self.text().to_owned();
        Change {
            print: print_of(&(self.project_id, self.iid, self.created_at.0)),
            number: self.iid,
            title: print_of(&self.title),
            merge_commit: self.merge_commit_sha.as_ref().map(print_of),
            reverts: Reverts::of(&self.title, &text),
            opened: self.created_at.0,
            merged: self.merged_at.map(|at| at.0),
            closed: self.closed_at.map(|at| at.0),
            touched: self.touched(),
            declared: self.declared(),
            signed_off: self.signed_off(),
            is_by_bot: self.author().is_some_and(is_bot),
            merger: self.merger(),
            reviewers: self.reviewers(),
            lacks: self.lacks(),
            base: self.target_branch,
        }
    }

    fn touched(&self) -> i64 {
        let last = [self.updated_at, self.closed_at, self.merged_at]
            .into_iter()
            .flatten()
            .max();
        last.map_or(self.created_at.0, |at| at.0)
    }

    fn declared(&self) -> Declared {
        let mut declared = Declared::default();
        declared.login(self.author().unwrap_or_default());
        declared.text(self.text());
        self.labels
            .iter()
            .flatten()
            .for_each(|label| declared.label(label));
        for commit in self.commits.iter().flatten() {
            declared.message(commit.body());
            declared.mailbox(&commit.author_email);
            declared.mailbox(&commit.committer_email);
        }
        let notes = self
            .notes
            .iter()
            .flatten()
            .filter_map(|note| note.author.as_ref());
        let approvals = self.approvals.iter().flat_map(|approvals| &approvals.approved_by);
        let users = notes.chain(approvals.map(|approval| &approval.user));
        users.for_each(|user| declared.helper(&user.username));
        declared
    }

    fn signed_off(&self) -> Vec<u64> {
        let commits = self.commits.iter().flatten().filter(|commit| {
            let mut declared = Declared::default();
            declared.message(commit.body());
            declared.is_signed_off
        });
        commits.map(|commit| print_of(&commit.id)).collect()
    }

    fn text(&self) -> &str {
        let text = self.description.as_ref().and_then(Option::as_deref);
        text.unwrap_or_default()
    }

    fn author(&self) -> Option<&str> {
        self.author.as_ref().map(|author| author.username.as_str())
    }

    fn merger(&self) -> Merger {
        let users = [&self.merge_user, &self.merged_by]
            .into_iter()
            .flatten()
            .flatten();
        let Some(merger) = users.map(|user| user.username.as_str()).next() else {
            return Merger::Unknown;
        };
        match self.author() {
            Some(author) if author == merger => Merger::Author,
            _ if is_bot(merger) => Merger::Bot,
            _ => Merger::Other,
        }
    }

    /// Returns the persons who approved or wrote a note, without the author and without programs. Notes of the system tell
    /// what somebody did and are no words.
    fn reviewers(&self) -> Vec<Reviewer> {
        let is_reviewer =
            |user: &&User| !is_bot(&user.username) && self.author() != Some(user.username.as_str());
        let mut reviewers: BTreeMap<&str, Reviewer> = BTreeMap::new();
        let approvals = self.approvals.iter().flat_map(|approvals| &approvals.approved_by);
        for approval in approvals.filter(|approval| is_reviewer(&&approval.user)) {
            let reviewer = reviewers.entry(&approval.user.username).or_default();
            reviewer
                .acts
                .push(Act::of(approval.approved_at, Verdict::Approves));
        }
        let notes = self.notes.iter().flatten().filter(|note| !note.system);
        for note in notes {
            if let Some(user) = note.author.as_ref().filter(is_reviewer) {
                let reviewer = reviewers.entry(&user.username).or_default();
                reviewer.has_words = true;
                reviewer.acts.push(Act::of(note.created_at, Verdict::Comments));
            }
        }
        reviewers.into_values().collect()
    }

    fn lacks(&self) -> BTreeSet<Lacking> {
        let mut approvals = self.approvals.iter().flat_map(|approvals| &approvals.approved_by);
        let has_days = approvals.all(|approval| approval.approved_at.is_some());
        let all = [
            (!has_days, Lacking::ApprovalDays),
            (self.target_branch.is_none(), Lacking::Base),
            (self.commits.is_none(), Lacking::Commits),
            (self.labels.is_none(), Lacking::Labels),
            (
                self.merge_user.is_none() && self.merged_by.is_none(),
                Lacking::Merger,
            ),
            (self.notes.is_none(), Lacking::Notes),
            (self.approvals.is_none(), Lacking::Reviews),
            (self.description.is_none(), Lacking::Text),
        ];
        let lacks = all.into_iter().filter(|(is, _)| *is).map(|(_, lacking)| lacking);
        lacks.chain(NEVER.iter().copied()).collect()
    }
}

impl Act {
    fn of(at: Option<Moment>, verdict: Verdict) -> Self {
        Self {
            at: at.map(|at| at.0),
            verdict,
            is_on_head: None,
        }
    }
}

impl Commit {
    /// Returns what follows the first line.
    fn body(&self) -> &str {
        self.message.split_once('\n').map_or("", |(_, body)| body)
    }
}
