//! Single facts of several summaries: for each, the source that is nearest to the events gives the value, and every other
//! number of the same fact becomes a cross-check. What is a part or a share of something else is taken from the same source
//! as the whole, where that source has it.

use crate::import::merge::summary::{Summary, at, at_path, word};
use crate::yaml::node::Node;
use std::collections::BTreeMap;

/// Facts that belong together, the whole first.
pub const FAMILIES: &[&[&str]] = &[
    &["volumes.sessions", "metrics.bypass_sessions"],
    &["volumes.users_count"],
    &["volumes.tool_calls"],
    &["volumes.prs_total", "volumes.prs_ai_declared"],
    &["volumes.commits_total", "volumes.commits_ai_declared"],
    &["volumes.lines_added", "volumes.lines_removed"],
    &[
        "costs.amount",
        "costs.tokens.input",
        "costs.tokens.output",
        "costs.tokens.cache_read",
        "costs.tokens.cache_creation",
    ],
    &[
        "metrics.merged",
        "metrics.merged_reviewed",
        "metrics.merged_ai",
        "metrics.merged_ai_reviewed",
        "metrics.self_merged",
        "metrics.exceptions",
        "metrics.stale_approvals",
    ],
    &["metrics.changes_requested"],
    &["metrics.closed_unmerged"],
    &["metrics.reverted"],
    &[
        "metrics.user_accepts",
        "metrics.user_rejects",
        "metrics.config_decisions",
    ],
    &["metrics.approvals", "metrics.approvals_without_comment"],
    &["metrics.median_first_review"],
    &["metrics.median_review_s_per_100"],
    &["sampling.n", "sampling.findings"],
];

/// Counts and the counts that they are a part of.
const PARTS: &[(&str, &str)] = &[
    ("metrics.bypass_sessions", "volumes.sessions"),
    ("volumes.prs_ai_declared", "volumes.prs_total"),
    ("volumes.commits_ai_declared", "volumes.commits_total"),
    ("metrics.merged_reviewed", "metrics.merged"),
    ("metrics.merged_ai", "metrics.merged"),
    ("metrics.merged_ai_reviewed", "metrics.merged_ai"),
    ("metrics.merged_ai_reviewed", "metrics.merged_reviewed"),
    ("metrics.self_merged", "metrics.merged"),
    ("metrics.exceptions", "metrics.merged"),
    ("metrics.stale_approvals", "metrics.merged"),
    ("metrics.approvals_without_comment", "metrics.approvals"),
];

/// A number that a summary states.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fact {
    /// The number, as it is written.
    pub(crate) number: String,
    /// The ids of its sources.
    pub(crate) from: Vec<String>,
    /// How far its sources are from the events.
    pub(crate) rank: usize,
    /// The place of its summary in the order of summaries.
    pub(crate) summary: usize,
}

/// A second number of a fact beside the one that is kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CrossCheck {
    /// The fact.
    pub(crate) what: String,
    /// The number that is kept.
    pub(crate) kept: Fact,
    /// The other.
    pub(crate) other: Fact,
}

/// What single facts come to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// The facts that are kept, by their paths.
    pub(crate) kept: BTreeMap<&'static str, Fact>,
    /// The other numbers.
    pub(crate) cross_checks: Vec<CrossCheck>,
    /// What was left out because it cannot be true beside what was kept, one sentence each.
    pub(crate) left_out: Vec<String>,
    /// The summary whose costs are kept.
    pub(crate) costs_of: Option<usize>,
}

/// Returns what the single facts of some summaries come to.
pub(crate) fn facts(summaries: &[Summary]) -> Facts {
    let mut facts = Facts::default();
    for family in FAMILIES {
        facts.choose(summaries, family);
    }
    for (part, whole) in PARTS {
        facts.leave_out_larger(part, whole);
    }
    let amount = facts.kept.get("costs.amount").map(|fact| fact.summary);
    let first = summaries.iter().position(|it| at(&it.node, "costs").is_some());
    facts.costs_of = amount.or(first);
    facts
}

impl Facts {
    fn choose(&mut self, summaries: &[Summary], family: &[&'static str]) {
        let all: Vec<Vec<Fact>> = family.iter().map(|path| stated(summaries, path)).collect();
        let of_whole = all.first().and_then(|whole| whole.first());
        let of_parts = || all.iter().flatten().min_by_key(|fact| (fact.rank, fact.summary));
        let Some(leader) = of_whole.or_else(of_parts).map(|fact| fact.summary) else {
            return;
        };
        for (path, mut facts) in family.iter().zip(all) {
            // The sort is stable, so the others stay in their order.
            facts.sort_by_key(|fact| fact.summary != leader);
            let mut facts = facts.into_iter();
            let Some(kept) = facts.next() else { continue };
            self.cross_checks.extend(facts.map(|other| CrossCheck {
                what: (*path).to_owned(),
                kept: kept.clone(),
                other,
            }));
            self.kept.insert(path, kept);
        }
    }

    /// A part from another source can be larger than the whole; then it says nothing about it.
    fn leave_out_larger(&mut self, part: &'static str, whole: &str) {
        let (Some(of_part), Some(of_whole)) = (self.kept.get(part), self.kept.get(whole)) else {
            return;
        };
        let is_alien = of_part.summary != of_whole.summary;
        if is_alien && number(&of_part.number) > number(&of_whole.number) {
            self.left_out.push(format!(
                "`{part}` of {} is left out: {} cannot be a part of the {} that `{whole}` is by {}",
                of_part.from.join(", "),
                of_part.number,
                of_whole.number,
                of_whole.from.join(", "),
            ));
            self.kept.remove(part);
            self.cross_checks.retain(|check| check.what != part);
        }
    }
}

/// Returns what summaries state of a fact, the nearest to the events first. What was charged comes before an estimate.
fn stated(summaries: &[Summary], path: &str) -> Vec<Fact> {
    let facts = summaries.iter().enumerate().filter_map(|(summary, it)| {
        let from = it.sources_of(path);
        Some(Fact {
            number: word(at_path(&it.node, path)?)?.to_owned(),
            from: from.ids,
            rank: from.rank,
            summary,
        })
    });
    let mut facts: Vec<Fact> = facts.collect();
    facts.sort_by_key(|fact| {
        let is_estimate = path.starts_with("costs.") && !is_charged(&summaries[fact.summary].node);
        (is_estimate, fact.rank, fact.summary)
    });
    facts
}

fn is_charged(summary: &Node) -> bool {
    at_path(summary, "costs.estimated").and_then(word) == Some("false")
}

/// Returns the number that a text is; of what is none, nothing is larger.
pub(crate) fn number(text: &str) -> f64 {
    text.parse().unwrap_or(0.0)
}
