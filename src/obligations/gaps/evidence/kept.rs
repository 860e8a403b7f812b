//! Gaps in how logs are kept, beyond the law: against the organisation's own minimum, against what was measured, and
//! what is counted without a log to count it from.

use crate::calendar::Period;
use crate::inventory::audit::{AuditSummary, HeldBy, LogCategory, LogCategoryName, MeasuredRetention};
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::law::gaps as law;
use crate::link::audits::{beside, latest_that};
use crate::obligations::case::{Case, Docket, inquiry, most_pressing, shared};
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::gaps::evidence::audits_of;
use crate::obligations::gaps::records::under_role;
use crate::obligations::level::Level;
use crate::source::Spanned;

/// Returns the gaps of how logs are kept.
pub(crate) fn gaps(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let described = shared(cases, |case| docket.inventory.logs_of(case.system));
    let mut gaps = Vec::new();
    for (record, cases) in &described {
        let about = inquiry(Kind::AuditSummary, record, cases);
        for log in record.log_categories.items() {
            gaps.extend(below_own_minimum(docket, &about, &log.value));
            gaps.extend(measured(&about, record, &log.value, cases));
        }
    }
    gaps.extend(transcripts(docket, cases));
    gaps.extend(unlogged(cases));
    gaps
}

fn below_own_minimum(docket: Docket, about: &Inquiry, log: &LogCategory) -> Option<Gap> {
    let category = *log.category.stated()?;
    let minimums = docket.organisation()?.log_retention_minimums.stated()?;
    let (own, kept) = (minimums.of(category).stated()?, log.retention_min.said()?);
    let detail = format!(
        "{} is kept for {}, and the organisation asks for {own}",
        category.words(),
        kept.value
    );
    kept.value.is_shorter_than(*own).then(|| {
        let field = "log_categories.retention_min";
        about.gap(&law::EVD_003, Level::Should, field, &detail, Some(kept.span))
    })
}

/// What was measured can stand in another summary of the same days than what is declared.
fn measured(
    about: &Inquiry,
    record: &Record<AuditSummary>,
    log: &LogCategory,
    cases: &[&Case],
) -> Option<Gap> {
    let (category, declared) = (*log.category.stated()?, log.retention_min.said()?);
    let is_ours = log.held_by.is(&HeldBy::Us) || log.held_by.is(&HeldBy::Both);
    let all = cases.first().map(|case| audits_of(case)).filter(|_| is_ours)?;
    let beside = beside(&all, record);
    let mut found = beside.iter().flat_map(|it| it.effective_retention.items());
    let days = found.find_map(|item| {
        let days = *item.value.days.stated()?;
        let is_short = days < u64::from(declared.value.at_least_days());
        (item.value.category.is(&category) && is_short).then_some((&item.value, days))
    });
    let (item, n_days) = days?;
    // Less than the shortest half-year is never six months.
    let is_below_floor = n_days < u64::from(Period::SHORTEST_SIX_MONTHS_IN_DAYS);
    let must = most_pressing(cases).filter(|_| is_below_floor);
    let detail = format!(
        "{} is declared to be kept for {}, and {}",
        category.words(),
        declared.value,
        told(item, n_days)
    );
    let gap = about.gap(
        &law::EVD_005,
        must.unwrap_or(Level::Should),
        "log_categories.retention_min",
        &detail,
        Some(declared.span),
    );
    Some(match must {
        Some(_) => under_role(gap, cases),
        None => gap,
    })
}

fn told(item: &MeasuredRetention, n_days: u64) -> String {
    let what = item.what.stated().map_or("it", String::as_str);
    let chosen = match item.is_default.is(&true) {
        true => ", which nobody chose",
        false => "",
    };
    format!("{n_days} days were found for {what}{chosen}")
}

/// The policy says how long transcripts stay on the machines; the tool reports how long they do.
fn transcripts(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let policies = shared(cases, |case| docket.inventory.policies_of(case.system));
    let gaps = policies.iter().filter_map(|(policy, cases)| {
        let declared = policy.local_transcript_retention.said()?;
        let (item, n_days) = cases.iter().find_map(|case| latest_transcripts(case))?;
        let (least, most) = (declared.value.at_least_days(), declared.value.at_most_days());
        let detail = format!(
            "`{}` declares {} for transcripts, and {}",
            policy.id.value,
            declared.value,
            told(item, n_days)
        );
        let is_other = n_days < u64::from(least) || n_days > u64::from(most);
        let about = inquiry(Kind::ManagedPolicy, policy, cases);
        let field = "local_transcript_retention";
        is_other.then(|| about.gap(&law::EVD_005, Level::Should, field, &detail, Some(declared.span)))
    });
    gaps.collect()
}

fn latest_transcripts<'i>(case: &Case<'i>) -> Option<(&'i MeasuredRetention, u64)> {
    let is_transcripts = |item: &Spanned<MeasuredRetention>| {
        let what = item.value.what.stated();
        item.value.category.stated().is_none() && what.is_some_and(|what| what.contains("transcript"))
    };
    let latest = latest_that(&audits_of(case), |it| {
        it.effective_retention.items().iter().any(is_transcripts)
    });
    let mut items = latest.into_iter().flat_map(|it| it.effective_retention.items());
    let item = &items.find(|item| is_transcripts(item))?.value;
    Some((item, *item.days.stated()?))
}

/// What a summary counts, whether it does, and the categories of log of which one has to hold it.
type Counting = (
    &'static str,
    fn(&AuditSummary) -> bool,
    &'static [LogCategoryName],
);

const COUNTED: &[Counting] = &[
    (
        "sessions",
        |it| {
            it.volumes
                .stated()
                .is_some_and(|it| it.sessions.stated().is_some())
        },
        &[LogCategoryName::Sessions],
    ),
    (
        "users",
        |it| {
            it.volumes
                .stated()
                .is_some_and(|it| it.users_count.stated().is_some())
        },
        &[LogCategoryName::Sessions, LogCategoryName::Access],
    ),
    (
        "tool calls",
        |it| {
            it.volumes
                .stated()
                .is_some_and(|it| it.tool_calls.stated().is_some())
        },
        &[LogCategoryName::ToolUsage],
    ),
    (
        "costs",
        |it| it.costs.stated().is_some(),
        &[LogCategoryName::Costs],
    ),
];

fn unlogged(cases: &[Case]) -> Vec<Gap> {
    let counting = shared(cases, |case| {
        without_log(case).map(|(it, _)| it).into_iter().collect()
    });
    let gaps = counting.iter().filter_map(|(record, cases)| {
        let (_, counted) = cases.iter().find_map(|case| without_log(case))?;
        let about = inquiry(Kind::AuditSummary, record, cases);
        let detail = counted.join(", ");
        let value = &record.log_categories;
        about.lack(&law::EVD_048, Level::Should, "log_categories", value, &detail)
    });
    gaps.collect()
}

/// Returns the first summary of the latest period that counts something of which no log is described, and what.
fn without_log<'i>(case: &Case<'i>) -> Option<(&'i Record<AuditSummary>, Vec<&'static str>)> {
    let described = case.docket.inventory.logs_of(case.system);
    // Where no log is described at all, another gap asks for all of them.
    let is_asked_for = case.high_risk().is_some() || (case.is_deployer() && case.handles_personal_data());
    if described.is_empty() && is_asked_for {
        return None;
    }
    let logs: Vec<LogCategoryName> = described
        .iter()
        .flat_map(|it| it.log_categories.items())
        .filter_map(|log| log.value.category.stated().copied())
        .collect();
    let lacks = |(_, _, logged): &&Counting| !logged.iter().any(|name| logs.contains(name));
    let missing: Vec<&Counting> = COUNTED.iter().filter(lacks).collect();
    let counts = |it: &AuditSummary| missing.iter().any(|(_, is_counted, _)| is_counted(it));
    let record = latest_that(&audits_of(case), counts).first().copied()?;
    let counted = missing.iter().filter(|(_, is_counted, _)| is_counted(record));
    Some((record, counted.map(|(what, _, _)| *what).collect()))
}
