//! Gaps of the evidence itself: sources that are not whole, sources that differ about one thing, summaries that are old, policies that nobody has compared
//! with the settings in force.

use crate::inventory::audit::{AuditSource, AuditSummary, CrossCheck, SourceType};
use crate::inventory::field::{Field, List};
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::inventory::system::LifecycleStatus;
use crate::law::gaps as law;
use crate::link::audits::{days, latest_that};
use crate::obligations::case::{Case, Docket, inquiry, shared};
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::gaps::evidence::settings::is_read;
use crate::obligations::gaps::evidence::{About, audits_of};
use crate::obligations::level::Level;
use crate::source::Spanned;

/// Days after which a summary that is due is late.
const GRACE_DAYS: i32 = 30;
/// Days after which settings and policy have to be compared again.
const YEAR_DAYS: i32 = 365;
/// What is said of days without a record.
const UNUSED: &str = ", which looks the same as a day without use, such as a holiday";
/// By how much two counts of one thing may differ without a word.
const FAR_PERCENT: f64 = 10.0;

/// Returns the gaps of sources and of old summaries.
pub(crate) fn gaps(docket: Docket, cases: &[Case], audits: &[About<AuditSummary>]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (record, cases) in audits {
        let about = inquiry(Kind::AuditSummary, record, cases);
        let sources = record.sources.items().iter();
        gaps.extend(sources.filter_map(|source| floor(&about, source)));
        let checks = record.cross_checks.items().iter();
        gaps.extend(checks.filter_map(|check| differing(&about, record, check)));
    }
    let latest = shared(cases, |case| newest(case).into_iter().collect());
    gaps.extend(
        latest
            .iter()
            .filter_map(|(record, cases)| old(docket, record, cases)),
    );
    gaps
}

fn floor(about: &Inquiry, source: &Spanned<AuditSource>) -> Option<Gap> {
    let it = &source.value;
    let name = it
        .id
        .stated()
        .or(it.name.stated())
        .map_or("a source", String::as_str);
    let n_days = it.missing_days.items().len();
    let is_cut = it.complete.is(&false);
    let why = match (is_cut, n_days) {
        (false, 0) => return None,
        (true, 0) => "it does not cover the whole period, or was not read to its end".to_owned(),
        (false, 1) => format!("it holds nothing of 1 day{UNUSED}"),
        (false, n) => format!("it holds nothing of {n} days{UNUSED}"),
        (true, 1) => format!("it does not cover the whole period, and holds nothing of 1 day{UNUSED}"),
        (true, n) => format!("it does not cover the whole period, and holds nothing of {n} days{UNUSED}"),
    };
    let at = it
        .missing_days
        .span()
        .or_else(|| it.complete.span())
        .or(Some(source.span));
    let detail = format!("`{name}`; {why}");
    Some(about.gap(&law::EVD_045, Level::Should, "sources.complete", &detail, at))
}

/// Two sources that count in the same way and differ by more than a tenth: one of them misses something.
fn differing(about: &Inquiry, audit: &AuditSummary, check: &Spanned<CrossCheck>) -> Option<Gap> {
    let it = &check.value;
    let (kept, other) = (*it.kept.stated()?, *it.other.stated()?);
    let is_far = (other - kept).abs() * 100.0 > kept.abs() * FAR_PERCENT;
    let is_comparable = counts_changes(audit, &it.kept_from) == counts_changes(audit, &it.other_from);
    let share = ((other - kept) / kept * 100.0).abs();
    let more = if other > kept { "more" } else { "less" };
    let by_how_much = match kept.abs() > 0.0 {
        true => format!(", {share:.0} percent {more}"),
        false => String::new(),
    };
    let detail = format!(
        "`{}` is {kept} by {} and {other} by {}{by_how_much}",
        it.what.stated()?,
        named(&it.kept_from),
        named(&it.other_from)
    );
    let is_told = is_far && is_comparable;
    is_told.then(|| {
        about.gap(
            &law::EVD_047,
            Level::Info,
            "cross_checks",
            &detail,
            Some(check.span),
        )
    })
}

/// A git host counts commits and reviews, and other sources sessions and requests: of one name they count two things.
fn counts_changes(audit: &AuditSummary, from: &Field<List<String>>) -> bool {
    let is_named = |id: &String| from.items().iter().any(|it| it.value == *id);
    let mut sources = audit.sources.items().iter().map(|it| &it.value);
    sources.any(|source| {
        let is_host = source.r#type.is(&SourceType::GitHost) || source.r#type.is(&SourceType::Ci);
        is_host && source.id.stated().is_some_and(is_named)
    })
}

fn named(from: &Field<List<String>>) -> String {
    let ids = from.items().iter().map(|id| format!("`{}`", id.value));
    let ids: Vec<String> = ids.collect();
    match ids.is_empty() {
        true => "a source without an id".to_owned(),
        false => ids.join(", "),
    }
}

/// Returns the summary that ends last, of a system that is in service.
fn newest<'i>(case: &Case<'i>) -> Option<&'i Record<AuditSummary>> {
    let is_used = case.system.lifecycle_status.is(&LifecycleStatus::InService);
    let latest = latest_that(&audits_of(case), |it| days(it).is_some());
    let newest = latest.into_iter().max_by_key(|it| days(it).map(|(_, end)| end));
    newest.filter(|_| is_used)
}

/// A summary of a month is followed by that of the next one; its own length says how often there is one.
fn old(docket: Docket, record: &Record<AuditSummary>, cases: &[&Case]) -> Option<Gap> {
    let (start, end) = days(record)?;
    let next_end = end.plus_days(start.days_until(end) + 1);
    let is_late = next_end.plus_days(GRACE_DAYS) < docket.as_of;
    let detail = format!(
        "it ends on {}, and one until {} was to follow",
        end.in_words(),
        next_end.in_words()
    );
    let period = record.period.stated()?;
    let about = inquiry(Kind::AuditSummary, record, cases);
    is_late.then(|| {
        about.gap(
            &law::EVD_042,
            Level::Should,
            "period.end",
            &detail,
            period.end.span(),
        )
    })
}

/// Returns the gaps of policies that were never compared with the settings in force, or not for a year.
pub(crate) fn unverified(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let policies = shared(cases, |case| docket.inventory.policies_of(case.system));
    let decided = policies.iter().filter(|(policy, _)| !is_read(policy));
    let gaps = decided.filter_map(|(policy, cases)| {
        let about = inquiry(Kind::ManagedPolicy, policy, cases);
        let (kind, value) = (&law::EVD_023, &policy.verified_on);
        match value.stated() {
            None => about.ask_for(kind, Level::Should, "verified_on", value, "no day is on record"),
            Some(day) => {
                let detail = format!("the last day is {}", day.in_words());
                let is_old = day.plus_days(YEAR_DAYS) < docket.as_of;
                is_old.then(|| about.gap(kind, Level::Should, "verified_on", &detail, value.span()))
            }
        }
    });
    gaps.collect()
}
