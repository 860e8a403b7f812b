//! Gaps of the fundamental rights impact assessment (Article 27), for the deployers who owe one.

use crate::inventory::kind::Kind;
use crate::inventory::statement::AssessmentType;
use crate::law::gaps as law;
use crate::obligations::case::Case;
use crate::obligations::gap::{Gap, Inquiry};

/// Returns the gaps of one system.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let owes = case.is_deployer() && case.needs_rights_assessment();
    let Some(level) = case.high_risk().filter(|_| owes) else {
        return Vec::new();
    };
    let inventory = case.docket.inventory;
    let assessed = inventory.assessments_of(case.system, AssessmentType::Fria);
    let Some(assessment) = assessed.first() else {
        return case
            .ask(&law::FRI_001, level, "fria", &case.system.fria)
            .into_iter()
            .collect();
    };
    let about = Inquiry::of(Kind::Assessment, assessment).about(vec![case.id()], case.owner());
    let notified = &assessment.notified_authority_on;
    let mut asks = vec![about.ask(&law::FRI_G, level, "notified_authority_on", notified)];
    match assessment.fria.stated() {
        None => asks.push(about.ask(&law::FRI_001, level, "fria", &assessment.fria)),
        Some(it) => asks.extend([
            about.ask(&law::FRI_A, level, "fria.a", &it.a),
            about.ask(&law::FRI_B, level, "fria.b", &it.b),
            about.ask(&law::FRI_C, level, "fria.c", &it.c),
            about.ask(&law::FRI_D, level, "fria.d", &it.d),
            about.ask(&law::FRI_E, level, "fria.e", &it.e),
            about.ask(&law::FRI_F, level, "fria.f", &it.f),
        ]),
    }
    asks.into_iter().flatten().collect()
}
