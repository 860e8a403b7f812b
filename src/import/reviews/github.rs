//! Pull requests as `gh pr list --json` exports them: one JSON array for each repository. Logins, addresses and texts are
//! looked at and thrown away.

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
#[serde(rename_all = "camelCase")]
struct PullRequest {
    number: u64,
    created_at: Moment,
    url: Option<String>,
    title: Option<String>,
    body: Option<String>,
    author: Option<Person>,
    merged_at: Option<Moment>,
    #[serde(default, deserialize_with = "present")]
    merged_by: Option<Option<Person>>,
    closed_at: Option<Moment>,
    updated_at: Option<Moment>,
    base_ref_name: Option<String>,
    head_ref_oid: Option<String>,
    merge_commit: Option<Commit>,
    labels: Option<Vec<Label>>,
    commits: Option<Vec<CommitOfPr>>,
    reviews: Option<Vec<Review>>,
    comments: Option<Vec<Comment>>,
}

#[derive(Deserialize)]
struct Person {
    #[serde(default)]
    login: String,
    #[serde(default)]
    is_bot: bool,
}

#[derive(Deserialize)]
struct Label {
    name: String,
}

#[derive(Deserialize)]
struct Commit {
    #[serde(default)]
    oid: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CommitOfPr {
    #[serde(default)]
    oid: String,
    #[serde(default)]
    message_body: String,
    #[serde(default)]
    authors: Vec<CommitAuthor>,
}

#[derive(Deserialize)]
struct CommitAuthor {
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    login: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Review {
    author: Option<Person>,
    #[serde(default)]
    body: String,
    #[serde(default)]
    state: String,
    submitted_at: Option<Moment>,
    commit: Option<Commit>,
}

#[derive(Deserialize)]
struct Comment {
    author: Option<Person>,
}

/// Counts exports of pull requests.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let mut tally = Tally::default();
    let files = Files {
        id: "prs",
        r#type: SourceType::GitHost,
        name: "GitHub pull requests",
    };
    let sources = files.read(exports, asked, findings, |at, export, _, findings| {
        export.values(findings, |pr: PullRequest| tally.add(at, pr.change()))
    })?;
    Ok(tally.counted(sources, asked, &[]))
}

impl PullRequest {
    fn change(self) -> Change {
        let title = self.title.as_deref().unwrap_or_default();
        Change {
            print: self.print(),
            number: self.number,
            title: print_of(&title),
            merge_commit: self.merge_commit.as_ref().map(|commit| print_of(&commit.oid)),
            reverts: Reverts::of(title, self.body.as_deref().unwrap_or_default()),
            opened: self.created_at.0,
            merged: self.merged_at.map(|at| at.0),
            closed: self.closed_at.map(|at| at.0),
            touched: self.touched(),
            declared: self.declared(),
            signed_off: self.signed_off(),
            is_by_bot: self.author.as_ref().is_some_and(Person::is_program),
            merger: self.merger(),
            reviewers: self.reviewers(),
            lacks: self.lacks(),
            base: self.base_ref_name,
        }
    }

    // The address names the repository too; without it the moment of opening tells two repositories apart.
    fn print(&self) -> u64 {
        match &self.url {
            Some(url) => print_of(url),
            None => print_of(&(self.number, self.created_at.0)),
        }
    }

    fn touched(&self) -> i64 {
        let reviews = self.reviews.iter().flatten().map(|review| review.submitted_at);
        let own = [self.updated_at, self.closed_at, self.merged_at];
        let last = reviews.chain(own).flatten().max();
        last.map_or(self.created_at.0, |at| at.0)
    }

    fn declared(&self) -> Declared {
        let mut declared = Declared::default();
        if let Some(author) = self.author.as_ref() {
            declared.login(&author.marked());
        }
        declared.text(self.body.as_deref().unwrap_or_default());
        self.labels
            .iter()
            .flatten()
            .for_each(|label| declared.label(&label.name));
        for commit in self.commits.iter().flatten() {
            declared.message(&commit.message_body);
            for author in &commit.authors {
                declared.mailbox(author.email.as_deref().unwrap_or_default());
                declared.login(author.login.as_deref().unwrap_or_default());
            }
        }
        let reviewers = self
            .reviews
            .iter()
            .flatten()
            .filter_map(|review| review.author.as_ref());
        reviewers
            .filter(|reviewer| reviewer.is_program())
            .for_each(|reviewer| declared.helper(&reviewer.login));
        declared
    }

    fn signed_off(&self) -> Vec<u64> {
        let commits = self.commits.iter().flatten().filter(|commit| {
            let mut declared = Declared::default();
            declared.message(&commit.message_body);
            declared.is_signed_off
        });
        commits.map(|commit| print_of(&commit.oid)).collect()
    }

    fn author(&self) -> Option<&str> {
        let login = self.author.as_ref().map(|author| author.login.as_str());
        login.filter(|login| !login.is_empty())
    }

    fn merger(&self) -> Merger {
        let Some(merger) = self.merged_by.as_ref().and_then(Option::as_ref) else {
            return Merger::Unknown;
        };
        match self.author() {
            Some(author) if author.eq_ignore_ascii_case(&merger.login) => Merger::Author,
            _ if merger.is_program() => Merger::Bot,
            _ => Merger::Other,
        }
    }

    /// Returns the persons who reviewed, without the author and without programs; reviews that were not sent yet are none.
    fn reviewers(&self) -> Vec<Reviewer> {
        let mut reviewers: BTreeMap<String, Reviewer> = BTreeMap::new();
        for review in self.reviews.iter().flatten() {
            let person = review.author.as_ref().filter(|author| !author.is_program());
            let login = person
                .map(|person| person.login.to_lowercase())
                .filter(|login| !login.is_empty());
            let login = login.filter(|login| {
                !self
                    .author()
                    .is_some_and(|author| author.eq_ignore_ascii_case(login))
            });
            if let (Some(login), Some(verdict)) = (login, review.verdict()) {
                let reviewer = reviewers.entry(login).or_default();
                let says = !review.body.trim().is_empty();
                reviewer.has_words |= says || matches!(verdict, Verdict::AsksForChanges | Verdict::Comments);
                reviewer.acts.push(Act {
                    at: review.submitted_at.map(|at| at.0),
                    verdict,
                    is_on_head: self.is_on_head(review),
                });
            }
        }
        for comment in self.comments.iter().flatten() {
            let login = comment.author.as_ref().map(|author| author.login.to_lowercase());
            if let Some(reviewer) = login.and_then(|login| reviewers.get_mut(&login)) {
                reviewer.has_words = true;
            }
        }
        reviewers.into_values().collect()
    }

    fn is_on_head(&self, review: &Review) -> Option<bool> {
        let head = self.head_ref_oid.as_deref()?;
        let approved = review.commit.as_ref()?.oid.as_str();
        (!approved.is_empty() && !head.is_empty()).then(|| approved == head)
    }

    fn lacks(&self) -> BTreeSet<Lacking> {
        let all = [
            (self.base_ref_name.is_none(), Lacking::Base),
            (
                self.comments.is_none() && self.reviews.is_some(),
                Lacking::Comments,
            ),
            (self.commits.is_none(), Lacking::Commits),
            (self.head_ref_oid.is_none(), Lacking::Heads),
            (self.labels.is_none(), Lacking::Labels),
            (self.merged_by.is_none(), Lacking::Merger),
            (self.reviews.is_none(), Lacking::Reviews),
            (self.body.is_none(), Lacking::Text),
        ];
        all.into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, lacking)| lacking)
            .collect()
    }
}

impl Person {
    fn is_program(&self) -> bool {
        self.is_bot || is_bot(&self.login)
    }

    /// Returns the login with the mark of an app, where the export says beside it that it is one.
    fn marked(&self) -> String {
        match self.is_bot {
            true => format!("app/{}", self.login.trim_start_matches("app/")),
            false => self.login.clone(),
        }
    }
}

impl Review {
    fn verdict(&self) -> Option<Verdict> {
        match self.state.as_str() {
            "APPROVED" => Some(Verdict::Approves),
            "CHANGES_REQUESTED" => Some(Verdict::AsksForChanges),
            "COMMENTED" => Some(Verdict::Comments),
            "DISMISSED" => Some(Verdict::Dismissed),
            _ => None,
        }
    }
}
