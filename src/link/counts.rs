//! Statements of one audit summary that cannot all be true: a part that is larger than its whole, a maximum below the
//! minimum, a source that the summary does not list, a currency that is none. Judges arithmetic and names; what is
//! missing is for `obligations`.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::audit::{AuditSource, AuditSummary, LogCategory};
use crate::inventory::field::{Field, List};
use crate::inventory::kind::AnyRecord;
use crate::source::Spanned;
use crate::yaml::decode::nearest;
use std::collections::BTreeMap;

/// Reports what a record counts that cannot be.
pub(crate) fn check(record: &AnyRecord, findings: &mut Diagnostics) {
    match record {
        AnyRecord::AuditSummary(audit) => {
            parts(audit, findings);
            times(audit, findings);
            audit
                .log_categories
                .items()
                .iter()
                .for_each(|log| findings.extend(ceiling(&log.value)));
            sources(audit, findings);
            findings.extend(
                audit
                    .costs
                    .stated()
                    .map_or_else(none, |it| currency(&it.currency)),
            );
        }
        AnyRecord::ReviewWorkflow(workflow) => {
            let target = workflow.review_coverage_target_pct.said();
            findings.extend(target.filter(|it| it.value > 100).map_or_else(none, share));
        }
        AnyRecord::AiSystem(system) => {
            findings.extend(
                system
                    .budget
                    .stated()
                    .map_or_else(none, |it| currency(&it.currency)),
            );
        }
        AnyRecord::Organisation(it) => {
            findings.extend(it.budget.stated().map_or_else(none, |it| currency(&it.currency)));
        }
        AnyRecord::Vendor(_)
        | AnyRecord::Model(_)
        | AnyRecord::Dataset(_)
        | AnyRecord::OversightAssignment(_)
        | AnyRecord::ManagedPolicy(_)
        | AnyRecord::LiteracyRecord(_)
        | AnyRecord::Notice(_)
        | AnyRecord::Assessment(_)
        | AnyRecord::Incident(_)
        | AnyRecord::Evidence(_)
        | AnyRecord::Rollout(_)
        | AnyRecord::Waiver(_) => {}
    }
}

/// A count by its path, and where a summary states it.
type Count = (&'static str, fn(&AuditSummary) -> Option<&Spanned<u64>>);

const MERGED: Count = ("metrics.merged", |it| it.metrics.stated()?.merged.said());
const REVIEWED: Count = ("metrics.merged_reviewed", |it| {
    it.metrics.stated()?.merged_reviewed.said()
});
const AI: Count = ("metrics.merged_ai", |it| it.metrics.stated()?.merged_ai.said());
const AI_REVIEWED: Count = ("metrics.merged_ai_reviewed", |it| {
    it.metrics.stated()?.merged_ai_reviewed.said()
});
const SELF_MERGED: Count = ("metrics.self_merged", |it| {
    it.metrics.stated()?.self_merged.said()
});
const EXCEPTIONS: Count = ("metrics.exceptions", |it| it.metrics.stated()?.exceptions.said());
const STALE: Count = ("metrics.stale_approvals", |it| {
    it.metrics.stated()?.stale_approvals.said()
});
const APPROVALS: Count = ("metrics.approvals", |it| it.metrics.stated()?.approvals.said());
const SILENT: Count = ("metrics.approvals_without_comment", |it| {
    it.metrics.stated()?.approvals_without_comment.said()
});
const BYPASSED: Count = ("metrics.bypass_sessions", |it| {
    it.metrics.stated()?.bypass_sessions.said()
});
const SESSIONS: Count = ("volumes.sessions", |it| it.volumes.stated()?.sessions.said());
const PRS: Count = ("volumes.prs_total", |it| it.volumes.stated()?.prs_total.said());
const PRS_AI: Count = ("volumes.prs_ai_declared", |it| {
    it.volumes.stated()?.prs_ai_declared.said()
});
const COMMITS: Count = ("volumes.commits_total", |it| {
    it.volumes.stated()?.commits_total.said()
});
const COMMITS_AI: Count = ("volumes.commits_ai_declared", |it| {
    it.volumes.stated()?.commits_ai_declared.said()
});

/// Counts and what they are a part of.
const PARTS: &[(Count, Count)] = &[
    (REVIEWED, MERGED),
    (AI, MERGED),
    (AI_REVIEWED, AI),
    (AI_REVIEWED, REVIEWED),
    (SELF_MERGED, MERGED),
    (EXCEPTIONS, MERGED),
    (STALE, MERGED),
    (SILENT, APPROVALS),
    (BYPASSED, SESSIONS),
    (PRS_AI, PRS),
    (COMMITS_AI, COMMITS),
];

fn parts(audit: &AuditSummary, findings: &mut Diagnostics) {
    for ((part, part_of), (whole, whole_of)) in PARTS {
        findings.extend(larger((part, part_of(audit)), (whole, whole_of(audit))));
    }
    for violation in audit.policy_violations.items() {
        let it = &violation.value;
        let part = ("policy_violations.resolved", it.resolved.said());
        findings.extend(larger(part, ("policy_violations.count", it.count.said())));
    }
    for source in audit.sources.items() {
        findings.extend(records(&source.value));
    }
    if let Some(costs) = audit.costs.stated() {
        for model in costs.by_model.items() {
            let part = ("costs.by_model.amount", model.value.amount.said());
            findings.extend(larger(part, ("costs.amount", costs.amount.said())));
        }
    }
}

/// Reports a part that is larger than its whole.
fn larger<T: PartialOrd + std::fmt::Display>(
    part: (&str, Option<&Spanned<T>>),
    whole: (&str, Option<&Spanned<T>>),
) -> Diagnostics {
    let (Some(n), Some(of)) = (part.1, whole.1) else {
        return none();
    };
    if n.value <= of.value {
        return none();
    }
    let says = format!(
        "`{}` is {}, and `{}`, of which it is a part, is {}",
        part.0, n.value, whole.0, of.value
    );
    let finding = Diagnostic::at(
        Code::ImpossibleCount,
        n.span,
        says,
        "a part larger than its whole",
    );
    one(finding
        .and_at(of.span, "the whole")
        .help("count again, and correct one of the two"))
}

/// Reports a source of which more records were used or left out than read.
fn records(source: &AuditSource) -> Diagnostics {
    let unknown = source.unknown_events.stated();
    let fates = [
        &source.records_used,
        &source.duplicates,
        &source.outside_period,
        &source.unrelated,
    ];
    let told = fates.into_iter().filter_map(Field::stated).copied();
    let sum = told
        .chain(unknown.into_iter().flat_map(|kinds| kinds.values().copied()))
        .fold(0_u64, u64::saturating_add);
    let Some(read) = source.records_read.said().filter(|read| read.value < sum) else {
        return none();
    };
    let says = format!(
        "the source has {} records, and {sum} of them are told of as used or left out",
        read.value
    );
    let finding = Diagnostic::at(Code::ImpossibleCount, read.span, says, "fewer than told of");
    one(finding.help("count again; a record is used, a duplicate, outside the period, unrelated or unknown"))
}

fn times(audit: &AuditSummary, findings: &mut Diagnostics) {
    let Some(metrics) = audit.metrics.stated() else {
        return;
    };
    let medians = [
        ("metrics.median_first_review", &metrics.median_first_review),
        (
            "metrics.median_review_s_per_100",
            &metrics.median_review_s_per_100,
        ),
    ];
    for (name, time) in medians {
        if let Some(said) = time.said().filter(|said| said.value < 0.0) {
            let says = format!("`{name}` is {}, and no time is negative", said.value);
            let finding = Diagnostic::at(Code::ImpossibleCount, said.span, says, "below zero");
            findings.add(finding.help("measure again"));
        }
    }
}

fn share(target: &Spanned<u32>) -> Diagnostics {
    let says = format!(
        "`review_coverage_target_pct` is {}, and a share has at most 100 percent",
        target.value
    );
    one(Diagnostic::at(
        Code::ImpossibleCount,
        target.span,
        says,
        "more than all",
    ))
}

/// Reports a log that has to be deleted before it may be.
fn ceiling(log: &LogCategory) -> Diagnostics {
    let (Some(least), Some(most)) = (log.retention_min.said(), log.retention_max.said()) else {
        return none();
    };
    if !most.value.is_shorter_than(least.value) {
        return none();
    }
    let name = log.category.stated().map_or("the log", |name| name.words());
    let says = format!(
        "`retention_max` of {name}, {}, is shorter than its `retention_min`, {}",
        most.value, least.value
    );
    let finding = Diagnostic::at(
        Code::MaximumBelowMinimum,
        most.span,
        says,
        "deleted after this time",
    );
    one(finding
        .and_at(least.span, "to be kept for this time")
        .help("say for how long the log is kept at least and at most; equal periods are fine"))
}

/// Reports ids of sources that stand twice, and names after `from` that no source bears.
fn sources(audit: &AuditSummary, findings: &mut Diagnostics) {
    let mut known: BTreeMap<&str, &Spanned<String>> = BTreeMap::new();
    for id in audit
        .sources
        .items()
        .iter()
        .filter_map(|source| source.value.id.said())
    {
        match known.get(id.value.as_str()) {
            Some(first) => {
                let says = format!("two sources of this summary have the id `{}`", id.value);
                let finding = Diagnostic::at(Code::DuplicateId, id.span, says, "used again here");
                findings.add(
                    finding
                        .and_at(first.span, "first used here")
                        .help("rename one of the two"),
                );
            }
            None => drop(known.insert(&id.value, id)),
        }
    }
    let ids: Vec<&str> = known.keys().copied().collect();
    let strangers = named(audit).filter(|name| !known.contains_key(name.value.as_str()));
    strangers.for_each(|name| findings.add(stranger(name, &ids)));
}

/// Returns every name that stands after `from`.
fn named(audit: &AuditSummary) -> impl Iterator<Item = &Spanned<String>> {
    let seen = [&audit.models_seen, &audit.tools_seen, &audit.mcp_servers_seen];
    let seen = seen
        .into_iter()
        .flat_map(|list| list.items())
        .map(|it| &it.value.from);
    let kept = audit.effective_retention.items().iter().map(|it| &it.value.from);
    let violations = audit.policy_violations.items().iter().map(|it| &it.value.from);
    let groups: [Option<&Field<List<String>>>; 3] = [
        audit.volumes.stated().map(|it| &it.from),
        audit.costs.stated().map(|it| &it.from),
        audit.metrics.stated().map(|it| &it.from),
    ];
    let checks = audit.cross_checks.items().iter();
    let checks = checks.flat_map(|it| [&it.value.kept_from, &it.value.other_from]);
    let lists = seen
        .chain(checks)
        .chain(kept)
        .chain(violations)
        .chain(groups.into_iter().flatten());
    let of_facts = audit.facts_from.stated().into_iter().flat_map(BTreeMap::values);
    lists
        .flat_map(|list| list.items())
        .chain(of_facts.flat_map(|list| &list.0))
}

fn stranger(name: &Spanned<String>, known: &[&str]) -> Diagnostic {
    let says = format!("no source of this summary is called `{}`", name.value);
    let finding = Diagnostic::at(
        Code::DanglingReference,
        name.span,
        says,
        "not among the ids of `sources`",
    );
    match nearest(&name.value, known.iter().copied()) {
        Some(near) => finding.help(format!("a source with a similar id exists: `{near}`")),
        None if known.is_empty() => finding.help("give the source an `id` in `sources`"),
        None => finding.help(format!("known: `{}`", known.join("`, `"))),
    }
}

/// Reports a currency that is not written as ISO 4217 writes currencies.
fn currency(stated: &Field<String>) -> Diagnostics {
    let is_code = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let Some(said) = stated.said().filter(|said| !is_code(&said.value)) else {
        return none();
    };
    let says = format!(
        "`{}` is no code of a currency; write three capital letters (ISO 4217), such as `EUR`",
        said.value
    );
    one(Diagnostic::at(Code::WrongType, said.span, says, "here"))
}

fn none() -> Diagnostics {
    Diagnostics::default()
}

fn one(finding: Diagnostic) -> Diagnostics {
    let mut findings = Diagnostics::default();
    findings.add(finding);
    findings
}
