//! How long vendors keep logs, against what they say themselves: a declared period that differs from the vendor's
//! default, and a log that the vendor alone holds although no record says for how long.

use crate::calendar::Period;
use crate::inventory::audit::{HeldBy, LogCategory, LogCategoryName};
use crate::inventory::field::Field;
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::inventory::vendor::Vendor;
use crate::law::gaps as law;
use crate::obligations::case::{Case, inquiry, shared};
use crate::obligations::gap::Gap;
use crate::obligations::gaps::plans::{against, level, outdated, plan_of};
use crate::obligations::level::Level;
use crate::source::Spanned;
use crate::vendor_facts::plans::Subject;
use crate::vendor_facts::{Age, Answer, Fact, InUse};

/// Returns the gap of a declared period that is not the vendor's default, by the first system whose plan tells it.
pub(crate) fn declared(vendor: &Record<Vendor>, cases: &[&Case]) -> Option<Gap> {
    let said = vendor.log_retention.stated()?.standard.said()?;
    let says = format!("`standard` is {}", said.value);
    cases.iter().find_map(|case| {
        let (in_use, fact, n_days) = default_of(case, Subject::VendorRetention)?;
        if is_for(said.value, n_days) {
            return None;
        }
        let (kind, level, detail) = match fact.age_on(case.docket.as_of) {
            Age::Ahead => return None,
            Age::Expired => (&law::VEN_014, Level::Info, outdated(&says, in_use, fact)),
            Age::Current => (&law::VEN_011, level(fact), against(&says, in_use, fact)),
        };
        let about = inquiry(Kind::Vendor, vendor, &[*case]);
        Some(about.gap(kind, level, "log_retention.standard", &detail, Some(said.span)))
    })
}

/// Returns the default of the plan in use, when it is a number of days.
fn default_of(case: &Case, subject: Subject) -> Option<(InUse, &'static Fact, u32)> {
    let in_use = plan_of(case)?;
    let fact = in_use.fact(subject)?;
    match fact.answer {
        Answer::Days(n_days) => Some((in_use, fact, n_days)),
        Answer::Yes | Answer::No | Answer::ByAgreement | Answer::BySetting | Answer::Years(_) => None,
    }
}

/// Returns whether a period can mean so many days; a month has between 28 and 31.
fn is_for(period: Period, n_days: u32) -> bool {
    (period.at_least_days()..=period.at_most_days()).contains(&n_days)
}

/// Returns what is to be known about logs that the vendor alone holds, where its record states no period.
pub(crate) fn undeclared(cases: &[Case]) -> Vec<Gap> {
    let described = shared(cases, |case| case.docket.inventory.logs_of(case.system));
    let gaps = described.iter().flat_map(|(audit, cases)| {
        let logs = audit.log_categories.items().iter();
        logs.filter_map(|log| {
            let (case, detail) = cases
                .iter()
                .find_map(|case| Some((*case, named_default(case, log)?)))?;
            let about = inquiry(Kind::AuditSummary, audit, &[case]);
            let at = log.value.held_by.span();
            Some(about.gap(&law::VEN_012, Level::Info, "log_categories.held_by", &detail, at))
        })
    });
    gaps.collect()
}

fn named_default(case: &Case, log: &Spanned<LogCategory>) -> Option<String> {
    let log = &log.value;
    let category = *log
        .category
        .stated()
        .filter(|_| log.held_by.is(&HeldBy::Vendor))?;
    let (in_use, fact, n_days) = default_of(case, subject(category)?)?;
    let is_known = log
        .retention_min
        .stated()
        .is_some_and(|period| is_for(*period, n_days));
    let is_asked_for = is_silent(case) && !is_known && fact.age_on(case.docket.as_of) == Age::Current;
    is_asked_for.then(|| {
        format!(
            "{}; {} {} [{}]",
            category.words(),
            in_use.words(),
            fact.predicate(),
            fact.source.told()
        )
    })
}

/// Returns whether nothing is on record about how long the vendor of a system keeps logs.
fn is_silent(case: &Case) -> bool {
    case.vendor().is_none_or(|vendor| match &vendor.log_retention {
        Field::Stated(kept) => kept.value.standard.is_open(),
        Field::NotApplicable(_) => false,
        Field::Unknown(_) | Field::Absent => true,
    })
}

/// Returns under which subject the vendor facts speak about a category of log, if they do.
fn subject(category: LogCategoryName) -> Option<Subject> {
    match category {
        LogCategoryName::Sessions | LogCategoryName::PromptsAndOutputs => Some(Subject::VendorRetention),
        LogCategoryName::Access | LogCategoryName::ConfigChanges => Some(Subject::AuditLogRetention),
        LogCategoryName::CodeChanges => Some(Subject::GitEventRetention),
        LogCategoryName::ToolUsage
        | LogCategoryName::Costs
        | LogCategoryName::PolicyViolations
        | LogCategoryName::ApprovalsOverrides
        | LogCategoryName::Incidents => None,
    }
}
