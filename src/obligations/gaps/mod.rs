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

use crate::obligations::case::Docket;
use crate::obligations::gap::Gap;

/// Returns every gap, by level, document, record and code.
pub(crate) fn gaps(docket: Docket) -> Vec<Gap> {
    let cases = docket.cases();
    let mut gaps = inventory::of_organisation(docket, &cases);
    gaps.extend(inventory::of_forbidden(docket));
    gaps.extend(transparency::of_organisation(docket, &cases));
    gaps.extend(literacy::of_organisation(docket, &cases));
    for case in &cases {
        gaps.extend(inventory::of_system(case));
        gaps.extend(registration::of_system(case));
        gaps.extend(transparency::of_system(case));
        gaps.extend(oversight::of_system(case));
        gaps.extend(records::of_system(case));
        gaps.extend(literacy::of_system(case));
        gaps.extend(vendor::of_system(case));
        gaps.extend(technical::of_system(case));
        gaps.extend(rights::of_system(case));
        gaps.extend(foreign::of_system(case));
    }
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
