//! What is missing: one file per document family, each a short list of checks. A field is asked for only when a role,
//! a tier or a tripwire needs it.

mod bom;
mod costs;
pub(crate) mod evidence;
mod foreign;
mod inventory;
pub(crate) mod literacy;
mod oversight;
mod plans;
mod records;
mod registration;
mod rights;
mod rollout;
mod technical;
mod transparency;
mod vendor;

use crate::obligations::case::{Case, Docket};
use crate::obligations::gap::Gap;
use rayon::prelude::*;

/// Returns every gap, by level, document, record and code.
pub(crate) fn gaps(docket: Docket) -> Vec<Gap> {
    let cases = docket.cases();
    let mut gaps = inventory::of_organisation(docket, &cases);
    gaps.extend(inventory::of_forbidden(docket));
    gaps.extend(transparency::of_organisation(docket, &cases));
    gaps.extend(literacy::of_organisation(docket, &cases));
    let of_systems: Vec<Vec<Gap>> = cases.par_iter().map(of_system).collect();
    gaps.extend(of_systems.into_iter().flatten());
    gaps.extend(oversight::of_assignments(&cases));
    gaps.extend(oversight::of_workflows(&cases));
    gaps.extend(transparency::of_workflows(&cases));
    gaps.extend(oversight::of_audits(&cases));
    gaps.extend(records::of_audits(&cases));
    gaps.extend(evidence::gaps(docket, &cases));
    gaps.extend(rollout::gaps(docket));
    gaps.extend(costs::gaps(docket, &cases));
    gaps.extend(vendor::of_vendors(&cases));
    gaps.extend(plans::gaps(docket, &cases));
    gaps.extend(bom::of_models(&cases));
    gaps.extend(bom::of_datasets(&cases));
    gaps.sort_by(Gap::order);
    gaps
}

fn of_system(case: &Case) -> Vec<Gap> {
    let of_rooms = [
        inventory::of_system(case),
        registration::of_system(case),
        transparency::of_system(case),
        oversight::of_system(case),
        records::of_system(case),
        literacy::of_system(case),
        vendor::of_system(case),
        technical::of_system(case),
        rights::of_system(case),
        foreign::of_system(case),
    ];
    of_rooms.into_iter().flatten().collect()
}
