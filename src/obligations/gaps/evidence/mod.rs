//! Gaps that audit summaries show against the organisation's own word: its policy, its inventory, its rules about logs
//! and its targets. How logs meet the law is judged in `records`, how people oversee in `oversight`.

mod counts;
mod kept;
pub(crate) mod seen;
mod settings;
mod sources;

use crate::inventory::audit::AuditSummary;
use crate::inventory::policy::{BypassMode, ManagedPolicy};
use crate::inventory::record::Record;
use crate::link::audits::{Audits, days};
use crate::obligations::case::{Case, Docket, shared};
use crate::obligations::gap::Gap;
use crate::obligations::gaps::evidence::sources::unverified;

/// A record with the systems that it is about.
type About<'c, 'i, T> = (&'i Record<T>, Vec<&'c Case<'i>>);

/// Returns the gaps of audit summaries and of the policies that they speak about.
pub(crate) fn gaps(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let audits = shared(cases, audits_of);
    let mut gaps = counts::gaps(&audits);
    gaps.extend(kept::gaps(docket, cases));
    gaps.extend(seen::gaps(docket, cases, &audits));
    gaps.extend(sources::gaps(docket, cases, &audits));
    gaps.extend(unverified(docket, cases));
    gaps.extend(settings::gaps(docket, cases));
    gaps
}

/// Returns whether the policy of one of some systems disables the mode that asks no approval, for all days of a summary.
pub(crate) fn forbids_bypass(cases: &[&Case], audit: &AuditSummary) -> bool {
    policies(cases)
        .into_iter()
        .any(|policy| policy.bypass_mode.is(&BypassMode::Disabled) && holds_throughout(policy, audit))
}

fn audits_of<'i>(case: &Case<'i>) -> Audits<'i> {
    case.docket.inventory.audits_of(case.system)
}

fn policies<'i>(cases: &[&Case<'i>]) -> Vec<&'i Record<ManagedPolicy>> {
    let of = |case: &&Case<'i>| case.docket.inventory.policies_of(case.system);
    cases.iter().flat_map(of).collect()
}

/// Returns whether a policy applied on the first day of a summary already. One without a day always has.
fn holds_throughout(policy: &ManagedPolicy, audit: &AuditSummary) -> bool {
    match (policy.effective_from.stated(), days(audit)) {
        (None, _) => true,
        (Some(from), Some((start, _))) => *from <= start,
        (Some(_), None) => false,
    }
}
