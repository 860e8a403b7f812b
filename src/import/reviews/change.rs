//! One change under review, whatever its host calls it: when it was opened, merged and closed, who reviewed it and how. Names
//! are gone here: persons are what they are to the change, its author or somebody else.

use crate::import::declared::Declared;
use crate::import::reviews::lacking::Lacking;
use crate::import::reviews::reverts::Reverts;
use std::collections::BTreeSet;

/// A change.
#[derive(Debug)]
pub(super) struct Change {
    /// The fingerprint by which it is known again in another file.
    pub(super) print: u64,
    /// Its number in its project.
    pub(super) number: u64,
    /// The fingerprint of its title.
    pub(super) title: u64,
    /// The fingerprint of the commit that merged it.
    pub(super) merge_commit: Option<u64>,
    /// What it says that it reverts.
    pub(super) reverts: Reverts,
    /// When it was opened, in seconds since 1970; so are the other moments.
    pub(super) opened: i64,
    /// When it was merged.
    pub(super) merged: Option<i64>,
    /// When it was closed, whether merged or not.
    pub(super) closed: Option<i64>,
    /// When it was last touched, as far as the export tells; of two states of one change the later counts.
    pub(super) touched: i64,
    /// The branch into which it is merged.
    pub(super) base: Option<String>,
    /// What it declares about AI.
    pub(super) declared: Declared,
    /// Fingerprints of its commits that an AI identity signs off.
    pub(super) signed_off: Vec<u64>,
    /// Whether a program opened it.
    pub(super) is_by_bot: bool,
    /// Who merged it.
    pub(super) merger: Merger,
    /// The persons other than its author who reviewed it.
    pub(super) reviewers: Vec<Reviewer>,
    /// What the export does not hold of it.
    pub(super) lacks: BTreeSet<Lacking>,
}

/// Who merged a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merger {
    /// Nobody, or nobody who is named.
    Unknown,
    /// Its author.
    Author,
    /// A program that is not its author, such as a queue.
    Bot,
    /// Another person.
    Other,
}

/// A person who reviewed a change and is not its author.
#[derive(Debug, Default)]
pub(super) struct Reviewer {
    /// Whether the person wrote anything about it, or asked for changes.
    pub(super) has_words: bool,
    /// What the person did, in the order of the export.
    pub(super) acts: Vec<Act>,
}

/// One review.
#[derive(Debug, Clone, Copy)]
pub(super) struct Act {
    /// When.
    pub(super) at: Option<i64>,
    /// What was said.
    pub(super) verdict: Verdict,
    /// Whether it was said about the last commit of the change.
    pub(super) is_on_head: Option<bool>,
}

/// What a review says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Approves,
    AsksForChanges,
    Comments,
    /// A verdict that was taken back; which one it was is not kept.
    Dismissed,
}

impl Change {
    /// Returns the approvals that stood when the change was merged, or stand now: of each person the last verdict, if that is
    /// an approval.
    pub(super) fn standing(&self) -> impl Iterator<Item = (&Reviewer, &Act)> {
        self.reviewers.iter().filter_map(|reviewer| {
            let verdicts = reviewer
                .acts
                .iter()
                .filter(|act| act.verdict != Verdict::Comments && self.is_in_time(act));
            // Of two at the same moment the later in the export counts.
            let last = verdicts.max_by_key(|act| act.at)?;
            (last.verdict == Verdict::Approves).then_some((reviewer, last))
        })
    }

    /// Returns whether a person other than the author approved it before it was merged.
    pub(super) fn is_reviewed(&self) -> bool {
        self.standing().next().is_some()
    }

    /// Returns whether the change changed after its last approval; nothing without an approval or where that is not told.
    pub(super) fn is_stale(&self) -> Option<bool> {
        let last = self.standing().map(|(_, act)| act).max_by_key(|act| act.at)?;
        last.is_on_head.map(|is_on_head| !is_on_head)
    }

    /// Returns when a person other than the author first reviewed it, before it was merged.
    pub(super) fn first_review(&self) -> Option<i64> {
        let acts = self.reviewers.iter().flat_map(|reviewer| &reviewer.acts);
        acts.filter(|act| self.is_in_time(act))
            .filter_map(|act| act.at)
            .min()
    }

    /// Returns the reviews that asked for changes.
    pub(super) fn requests(&self) -> impl Iterator<Item = &Act> {
        let acts = self.reviewers.iter().flat_map(|reviewer| &reviewer.acts);
        acts.filter(|act| act.verdict == Verdict::AsksForChanges)
    }

    /// Returns whether it was merged by its author, and nobody else had approved it.
    pub(super) fn is_self_merged(&self) -> bool {
        self.merger == Merger::Author && !self.is_reviewed()
    }

    // A verdict after the merge is no review of what was merged.
    fn is_in_time(&self, act: &Act) -> bool {
        match (act.at, self.merged) {
            (Some(at), Some(merged)) => at <= merged,
            (None, _) | (_, None) => true,
        }
    }
}
