//! Two audit summaries that count the same thing of one system over the same days. Their numbers would be added up or
//! contradict each other; summaries that count different things over the same days are as it should be.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::audit::{AuditSummary, Costs, Metrics, Tokens, Volumes};
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::link::Inventory;
use crate::link::audits::days;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Reports each pair of summaries that count one thing twice, once.
pub(crate) fn check(inventory: &Inventory, findings: &mut Diagnostics) {
    let mut compared: BTreeSet<(&Id, &Id)> = BTreeSet::new();
    for (id, system) in &inventory.systems {
        let mut audits = inventory.audits_of(system);
        audits.retain(|it| days(it).is_some());
        for (at, one) in audits.iter().enumerate() {
            let later = audits[at + 1..].iter();
            // They stand in the order of their first days, so the first that begins too late ends the search.
            let near = later.take_while(|other| begins_within(other, one));
            for other in near {
                if compared.insert((&one.id.value, &other.id.value)) {
                    findings.extend(counted_twice(id, one, other));
                }
            }
        }
    }
}

fn begins_within(later: &AuditSummary, one: &AuditSummary) -> bool {
    let both = days(one).zip(days(later));
    both.is_some_and(|((_, end), (begins, _))| begins <= end)
}

fn counted_twice(system: &Id, one: &Record<AuditSummary>, other: &Record<AuditSummary>) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let first: BTreeMap<String, Span> = facts(one).into_iter().collect();
    let both = facts(other)
        .into_iter()
        .filter_map(|(fact, at)| Some((first.get(&fact).copied()?, fact, at)));
    let both: Vec<(Span, String, Span)> = both.collect();
    let Some((here, fact, again)) = both.first() else {
        return findings;
    };
    let more = match both.len() - 1 {
        0 => String::new(),
        n_more => format!(", and {n_more} more of the same"),
    };
    let says = format!(
        "`{}` and `{}` both count `{fact}` of `{system}` over days that both cover{more}",
        one.id.value, other.id.value
    );
    let finding = Diagnostic::at(Code::CountedTwice, *again, says, "counted again here");
    findings.add(
        finding
            .and_at(*here, "counted here")
            .help(
                "`actfile import merge` makes one summary of the two: it keeps the number of the source that is nearer to \
                 the events, and the other beside it as a cross-check",
            )
            .help("or leave one of the two out as a whole; or let them cover other days or systems"),
    );
    findings
}

/// Returns what a summary counts, by a name that is the same in every summary.
fn facts(audit: &AuditSummary) -> Vec<(String, Span)> {
    let mut facts = Vec::new();
    if let Some(volumes) = audit.volumes.stated() {
        facts.extend(stated("volumes", &of_volumes(volumes)));
    }
    if let Some(costs) = audit.costs.stated() {
        facts.extend(of_costs(costs));
    }
    if let Some(metrics) = audit.metrics.stated() {
        facts.extend(stated("metrics", &of_metrics(metrics)));
    }
    for violation in audit.policy_violations.items() {
        if let (Some(kind), Some(count)) = (violation.value.r#type.stated(), violation.value.count.said()) {
            facts.push((format!("policy_violations of type {kind}"), count.span));
        }
    }
    facts.extend(
        audit
            .sampling
            .stated()
            .and_then(|it| Some(("sampling.n".to_owned(), it.n.said()?.span))),
    );
    facts
}

fn stated(group: &str, counts: &[(&str, &Field<u64>)]) -> Vec<(String, Span)> {
    let said = counts.iter().filter_map(|(name, count)| {
        let said = count.said()?;
        Some((format!("{group}.{name}"), said.span))
    });
    said.collect()
}

fn of_volumes(it: &Volumes) -> [(&'static str, &Field<u64>); 9] {
    [
        ("sessions", &it.sessions),
        ("users_count", &it.users_count),
        ("tool_calls", &it.tool_calls),
        ("prs_total", &it.prs_total),
        ("prs_ai_declared", &it.prs_ai_declared),
        ("commits_ai_declared", &it.commits_ai_declared),
        ("commits_total", &it.commits_total),
        ("lines_added", &it.lines_added),
        ("lines_removed", &it.lines_removed),
    ]
}

fn of_metrics(it: &Metrics) -> [(&'static str, &Field<u64>); 16] {
    [
        ("merged", &it.merged),
        ("merged_reviewed", &it.merged_reviewed),
        ("merged_ai", &it.merged_ai),
        ("merged_ai_reviewed", &it.merged_ai_reviewed),
        ("self_merged", &it.self_merged),
        ("exceptions", &it.exceptions),
        ("changes_requested", &it.changes_requested),
        ("closed_unmerged", &it.closed_unmerged),
        ("reverted", &it.reverted),
        ("stale_approvals", &it.stale_approvals),
        ("user_accepts", &it.user_accepts),
        ("user_rejects", &it.user_rejects),
        ("config_decisions", &it.config_decisions),
        ("bypass_sessions", &it.bypass_sessions),
        ("approvals", &it.approvals),
        ("approvals_without_comment", &it.approvals_without_comment),
    ]
}

// Two bills in two currencies are two facts.
fn of_costs(costs: &Costs) -> Vec<(String, Span)> {
    let currency = costs.currency.stated().map_or("", String::as_str);
    let amount = costs.amount.said();
    let amount = amount.map(|said| {
        (
            format!("costs.amount {currency}").trim_end().to_owned(),
            said.span,
        )
    });
    let tokens = costs
        .tokens
        .stated()
        .map_or_else(Vec::new, |it| stated("costs.tokens", &of_tokens(it)));
    amount.into_iter().chain(tokens).collect()
}

fn of_tokens(it: &Tokens) -> [(&'static str, &Field<u64>); 4] {
    [
        ("input", &it.input),
        ("output", &it.output),
        ("cache_read", &it.cache_read),
        ("cache_creation", &it.cache_creation),
    ]
}
