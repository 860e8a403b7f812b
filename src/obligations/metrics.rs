//! Figures computed from the counts of an audit summary. Whole-number arithmetic, rounded down to one decimal; a figure
//! whose counts are missing is not computed. No figure has a threshold in law.

use crate::inventory::audit::{AuditSummary, Metrics};
use crate::inventory::field::Field;
use std::fmt;

/// A figure with its definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// The key in JSON.
    pub key: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// How it is computed.
    pub definition: &'static str,
    /// Its value, when all its counts are stated and there is something to divide by.
    pub figure: Option<Figure>,
}

/// The value of a metric.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// A share in tenths of a percent, rounded down.
    Share(u128),
    /// A number.
    Count(u64),
    /// A time in hours, as stated.
    Hours(f64),
    /// A time in seconds, as stated.
    Seconds(f64),
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share(tenths) => write!(f, "{}.{} %", tenths / 10, tenths % 10),
            Self::Count(count) => write!(f, "{count}"),
            Self::Hours(hours) => write!(f, "{hours} h"),
            Self::Seconds(seconds) => write!(f, "{seconds} s"),
        }
    }
}

struct Row {
    key: &'static str,
    title: &'static str,
    definition: &'static str,
    figure: fn(&Metrics) -> Option<Figure>,
}

const ROWS: &[Row] = &[
    Row {
        key: "review_coverage",
        title: "Review coverage",
        definition: "merged changes approved by a person other than the author, of all merged changes",
        figure: |it| share(count(&it.merged_reviewed)?, count(&it.merged)?),
    },
    Row {
        key: "review_coverage_ai",
        title: "Review coverage of changes that declare AI",
        definition: "the same, of merged changes that declare AI involvement",
        figure: |it| share(count(&it.merged_ai_reviewed)?, count(&it.merged_ai)?),
    },
    Row {
        key: "declared_ai",
        title: "Declared AI involvement",
        definition: "merged changes that declare AI involvement, of all merged changes; not the share of AI code",
        figure: |it| share(count(&it.merged_ai)?, count(&it.merged)?),
    },
    Row {
        key: "self_merged",
        title: "Merged by their author",
        definition: "changes merged by their author without an independent approval",
        figure: |it| count(&it.self_merged).map(Figure::Count),
    },
    Row {
        key: "exceptions",
        title: "Merged under an exception",
        definition: "changes merged under the exception process",
        figure: |it| count(&it.exceptions).map(Figure::Count),
    },
    Row {
        key: "stale_approvals",
        title: "Stale approvals",
        definition: "changes merged although they had changed after their last approval",
        figure: |it| count(&it.stale_approvals).map(Figure::Count),
    },
    Row {
        key: "override_rate",
        title: "Override rate",
        definition: "changes requested, closed unmerged or reverted, per reviewed change that declares AI",
        figure: |it| {
            let parts = [&it.changes_requested, &it.closed_unmerged, &it.reverted];
            let overridden = parts
                .into_iter()
                .map(count)
                .try_fold(0_u64, |sum, part| sum.checked_add(part?))?;
            share(overridden, count(&it.merged_ai_reviewed)?)
        },
    },
    Row {
        key: "revert_rate",
        title: "Revert rate",
        definition: "changes reverted within 30 days, of all merged changes",
        figure: |it| share(count(&it.reverted)?, count(&it.merged)?),
    },
    Row {
        key: "tool_denial_rate",
        title: "Tool denial rate",
        definition: "tool calls that a user refused, of those that a user decided",
        figure: |it| {
            let (accepts, rejects) = (count(&it.user_accepts)?, count(&it.user_rejects)?);
            share(rejects, accepts.checked_add(rejects)?)
        },
    },
    Row {
        key: "decided_by_configuration",
        title: "Decided by configuration",
        definition: "tool calls that configuration decided and no person saw, of all decided tool calls",
        figure: |it| {
            let by_users = count(&it.user_accepts)?.checked_add(count(&it.user_rejects)?)?;
            let by_configuration = count(&it.config_decisions)?;
            share(by_configuration, by_configuration.checked_add(by_users)?)
        },
    },
    Row {
        key: "bypass_sessions",
        title: "Sessions without approvals",
        definition: "sessions that entered a mode in which no approval is asked",
        figure: |it| count(&it.bypass_sessions).map(Figure::Count),
    },
    Row {
        key: "median_first_review",
        title: "Median time to first review",
        definition: "from opening a change to the first review by a person",
        figure: |it| it.median_first_review.stated().copied().map(Figure::Hours),
    },
    Row {
        key: "median_review_per_100_lines",
        title: "Median review time per 100 lines",
        definition: "time spent in review per 100 changed lines",
        figure: |it| it.median_review_s_per_100.stated().copied().map(Figure::Seconds),
    },
];

/// Returns all figures of an audit summary, in a fixed order; without counts, none has a value.
pub fn metrics(audit: &AuditSummary) -> Vec<Metric> {
    let metric = |row: &Row| Metric {
        key: row.key,
        title: row.title,
        definition: row.definition,
        figure: audit.metrics.stated().and_then(row.figure),
    };
    ROWS.iter().map(metric).collect()
}

fn count(field: &Field<u64>) -> Option<u64> {
    field.stated().copied()
}

fn share(part: u64, whole: u64) -> Option<Figure> {
    (whole > 0).then(|| Figure::Share(u128::from(part) * 1000 / u128::from(whole)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_share_is_rounded_down_to_one_decimal() {
        for (part, whole, expected) in [
            (2, 3, Some("66.6 %")),
            (999, 1000, Some("99.9 %")),
            (1999, 2000, Some("99.9 %")),
            (5, 5, Some("100.0 %")),
            (0, 7, Some("0.0 %")),
            (0, 0, None),
        ] {
            let printed = share(part, whole).map(|figure| figure.to_string());
            assert_eq!(printed.as_deref(), expected, "{part}/{whole}");
        }
    }

    #[test]
    fn without_counts_there_are_definitions_and_no_figures() {
        let metrics = metrics(&AuditSummary::default());
        assert_eq!(metrics.len(), ROWS.len());
        assert!(metrics.iter().all(|metric| metric.figure.is_none()));
    }

    proptest! {
        #[test]
        fn only_all_is_a_hundred_percent(part in any::<u64>(), whole in 1_u64..) {
            let is_all = share(part.min(whole), whole) == Some(Figure::Share(1000));
            prop_assert_eq!(is_all, part >= whole);
        }
    }
}
