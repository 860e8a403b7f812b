//! Gaps of what persons affected by a high-risk system are owed: information, explanation, and the fundamental rights
//! impact assessment (Articles 26(7), 26(11), 27 and 86).

use crate::inventory::kind::Kind;
use crate::inventory::statement::{AssessmentType, NoticeType};
use crate::law::gaps as law;
use crate::obligations::case::Case;
use crate::obligations::gap::{Detail, Gap, Inquiry};

/// Returns the gaps of one system.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let mut gaps = high_risk_notices(case);
    gaps.extend(assessment(case));
    gaps
}

fn high_risk_notices(case: &Case) -> Vec<Gap> {
    let Some(level) = case.high_risk().filter(|_| case.is_deployer()) else {
        return Vec::new();
    };
    let needed = [
        (case.works_on_workers(), NoticeType::Art26_7, "art-26-7-workers"),
        (
            case.decides_about_persons(),
            NoticeType::Art26_11,
            "art-26-11-persons",
        ),
        (
            case.decides_about_persons(),
            NoticeType::Art86Procedure,
            "art-86-explanation",
        ),
    ];
    let missing = needed
        .into_iter()
        .filter(|(is_owed, wanted, _)| *is_owed && !is_given(case, *wanted));
    let gap = |(_, wanted, duty): (bool, NoticeType, &str)| {
        let value = &case.system.notices;
        let gap = case
            .inquiry()
            .lack(&law::TRN_080, level, "notices", value, wanted.words())?;
        Some(gap.with(Detail::Notice(wanted)).under(duty, case.docket.edition))
    };
    missing.filter_map(gap).collect()
}

fn assessment(case: &Case) -> Vec<Gap> {
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

fn is_given(case: &Case, wanted: NoticeType) -> bool {
    let notices = case.docket.inventory.notices_of(case.system);
    notices.iter().any(|notice| notice.r#type.is(&wanted))
}
