//! Gaps about what use costs: more than a cap that the organisation set for itself, a cap beside which no cost is on
//! record, costs without a cap, and the two not comparable. No duty of the Act stands behind any of them.

use crate::inventory::audit::AuditSummary;
use crate::inventory::budget::Budget;
use crate::inventory::field::Field;
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::gaps as law;
use crate::link::audits::{Audits, days, latest_that};
use crate::obligations::budget::{Beside, Cap, Incomparable, against_cap, n_users, of_organisation, spent};
use crate::obligations::case::{Case, Docket, inquiry, shared};
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;

/// Returns the gaps of all caps and costs.
pub(crate) fn gaps(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let costed = shared(cases, |case| {
        let audits = audits_of(case).into_iter();
        audits.filter(|it| it.costs.stated().is_some()).collect()
    });
    let mut gaps = Vec::new();
    for (audit, cases) in &costed {
        for cap in Cap::ALL {
            gaps.extend(judged(*cap, audit, cases));
        }
    }
    gaps.extend(cases.iter().filter_map(unwatched));
    gaps.extend(uncapped(cases));
    gaps.extend(overall(docket));
    gaps
}

/// The cap of the organisation is held against all systems together, month by month.
fn overall(docket: Docket) -> Vec<Gap> {
    let months = of_organisation(docket.inventory);
    let latest = months.last().map(|it| it.days);
    let gaps = months.iter().filter(|it| it.beside.is_above()).map(|it| {
        let level = match Some(it.days) == latest {
            true => Level::Should,
            false => Level::Info,
        };
        let currency = it
            .audits
            .first()
            .and_then(|audit| spent(audit))
            .map_or("", |it| it.currency);
        let detail = format!(
            "{} {currency} were spent from {} to {}, and the cap of the organisation is {} {currency}",
            it.beside.spent,
            it.days.0.in_words(),
            it.days.1.in_words(),
            it.beside.declared
        );
        let budget = docket.organisation().and_then(|it| it.budget.span());
        docket
            .inquiry()
            .gap(&law::COST_001, level, "budget", &detail, budget)
    });
    gaps.collect()
}

fn audits_of<'i>(case: &Case<'i>) -> Audits<'i> {
    case.docket.inventory.audits_of(case.system)
}

fn judged(cap: Cap, audit: &Record<AuditSummary>, cases: &[&Case]) -> Option<Gap> {
    let first = cases.first()?;
    let systems = first.docket.inventory.systems_of_audit(audit);
    let systems: Vec<&System> = systems.iter().map(|it| &it.body).collect();
    let all = audits_of(first);
    let is_latest = latest_that(&all, |it| it.costs.stated().is_some()).contains(&audit);
    let (kind, level, detail) = match against_cap(cap, &systems, spent(audit), n_users(&all, audit))? {
        Ok(beside) if beside.is_above() => {
            let level = if is_latest { Level::Should } else { Level::Info };
            (&law::COST_001, level, above(cap, beside, audit))
        }
        // That caps are newer than the costs is no fault of either.
        Ok(_) | Err(Incomparable::Later) => return None,
        Err(_) if !is_latest => return None,
        Err(why) => {
            let detail = format!("{}; {}", cap.words(), why.words());
            (&law::COST_004, Level::Info, detail)
        }
    };
    let about = inquiry(Kind::AuditSummary, audit, cases);
    Some(about.gap(kind, level, "costs.amount", &detail, audit.costs.span()))
}

/// Returns both amounts, and that the costs are an estimate where they are.
fn above(cap: Cap, beside: Beside, audit: &AuditSummary) -> String {
    let costs = audit.costs.stated();
    let currency = costs
        .and_then(|it| it.currency.stated())
        .map_or("", String::as_str);
    let estimated = match costs.is_some_and(|it| it.estimated.is(&true)) {
        true => ", as the tool estimates",
        false => "",
    };
    let (spent, declared) = (beside.spent, beside.declared);
    format!(
        "{spent} {currency} were spent{estimated}, and the {} comes to {declared} {currency}",
        cap.words()
    )
}

/// A cap is watched by figures of the latest period.
fn unwatched(case: &Case) -> Option<Gap> {
    let budget = case.system.budget.said()?;
    let has_cap = |it: &Budget| it.cap_per_user.stated().is_some() || it.cap_per_month.stated().is_some();
    let latest = latest_that(&audits_of(case), |it| days(it).is_some());
    let is_watched = latest.iter().any(|it| it.costs.span().is_some());
    let detail = match latest.first().and_then(|it| days(it)) {
        Some((start, end)) => format!("{} to {}", start.in_words(), end.in_words()),
        None => "any period".to_owned(),
    };
    let is_gap = has_cap(&budget.value) && !is_watched;
    let about = case.inquiry();
    is_gap.then(|| {
        about.gap(
            &law::COST_002,
            Level::Should,
            "budget",
            &detail,
            Some(budget.span),
        )
    })
}

/// Costs can do without a cap; that there is none is told once, at the latest costs.
fn uncapped(cases: &[Case]) -> Vec<Gap> {
    let latest = shared(cases, |case| {
        latest_that(&audits_of(case), |it| it.costs.stated().is_some())
    });
    let gaps = latest.iter().filter_map(|(audit, cases)| {
        let is_silent = |case: &&&Case| match &case.system.budget {
            Field::Absent | Field::Unknown(_) => true,
            Field::Stated(_) | Field::NotApplicable(_) => false,
        };
        let silent: Vec<&Case> = cases.iter().filter(is_silent).copied().collect();
        let is_all = silent.len() == cases.len();
        let about = inquiry(Kind::AuditSummary, audit, &silent);
        is_all.then(|| about.gap(&law::COST_003, Level::Info, "costs", "", audit.costs.span()))
    });
    gaps.collect()
}
