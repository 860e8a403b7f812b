//! What an export of changes may lack, which counts are then left out, and how it is said.

/// Something that an export lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lacking {
    /// The days of approvals.
    ApprovalDays,
    /// The branch into which a change is merged.
    Base,
    /// The commits of a change.
    Commits,
    /// Comments beside reviews.
    Comments,
    /// The commit that was approved, or the last one of the change.
    Heads,
    /// Labels.
    Labels,
    /// Who merged.
    Merger,
    /// Notes of a merge request.
    Notes,
    /// Requests for changes.
    Requests,
    /// Reviews.
    Reviews,
    /// The text of a change.
    Text,
}

impl Lacking {
    /// Returns the sentence for the blind spots.
    pub(super) fn in_words(self) -> &'static str {
        match self {
            Self::ApprovalDays => {
                "the days of approvals are not in the export; approvals are counted only as a property of merged changes"
            }
            Self::Base => {
                "the branch into which changes are merged is not in the export; changes into every branch are counted"
            }
            Self::Commits => {
                "commits are not in the export; what declares AI in them is not seen, so that the counts of AI-declared \
                 changes are left out"
            }
            Self::Comments => {
                "comments beside reviews are not in the export; approvals without a word may be fewer than counted"
            }
            Self::Heads => {
                "the export does not tell which commit was approved; changes that changed after their last approval are \
                 not counted"
            }
            Self::Labels => "labels are not in the export; what they declare about AI is not seen",
            Self::Merger => "who merged is not in the export; changes merged by their author are not counted",
            Self::Notes => {
                "notes are not in the export; approvals without a word and the time to the first review are left out"
            }
            Self::Requests => "requests for changes are not in the export and are not counted",
            Self::Reviews => "reviews are not in the export; every count that needs them is left out",
            Self::Text => {
                "the text of changes is not in the export; what it declares about AI is not seen, and reverts are found \
                 by their titles alone"
            }
        }
    }

    /// Returns whether a count of `metrics` or `volumes` needs it.
    pub(super) fn is_needed_for(self, key: &str) -> bool {
        let keys: &[&str] = match self {
            Self::ApprovalDays => &["approvals", "approvals_without_comment", "median_first_review"],
            Self::Commits => &["prs_ai_declared", "merged_ai", "merged_ai_reviewed"],
            Self::Heads => &["stale_approvals"],
            Self::Merger => &["self_merged"],
            Self::Notes => &["approvals_without_comment", "median_first_review"],
            Self::Requests => &["changes_requested"],
            Self::Reviews => &[
                "approvals",
                "approvals_without_comment",
                "changes_requested",
                "median_first_review",
                "merged_ai_reviewed",
                "merged_reviewed",
                "self_merged",
                "stale_approvals",
            ],
            Self::Base | Self::Comments | Self::Labels | Self::Text => &[],
        };
        keys.contains(&key)
    }
}
