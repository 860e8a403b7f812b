//! Gaps of the technical documentation (Annex IV), conformity and quality management: for providers of high-risk
//! systems alone. Points of Annex IV without a field of their own are kept outside the inventory and not checked.

use crate::law::gaps as law;
use crate::obligations::case::Case;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;

/// Returns the gaps of one system.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let Some(level) = case.high_risk().filter(|_| case.is_provider()) else {
        return Vec::new();
    };
    let mut asks = description(case, level);
    asks.extend(development(case, level));
    asks.extend(conformity(case, level));
    asks.into_iter().flatten().collect()
}

fn description(case: &Case, level: Level) -> Vec<Option<Gap>> {
    let system = case.system;
    let mut asks = vec![
        case.ask(&law::TEC_101, level, "version", &system.version),
        case.ask(&law::TEC_102, level, "integrations", &system.integrations),
        case.ask(
            &law::TEC_108,
            level,
            "instructions_for_use",
            &system.instructions_for_use,
        ),
    ];
    asks.push(match system.maintenance.stated() {
        None => case.ask(&law::TEC_103, level, "maintenance", &system.maintenance),
        Some(it) => case.ask(
            &law::TEC_103,
            level,
            "maintenance.update_policy",
            &it.update_policy,
        ),
    });
    match system.deployment.stated() {
        None => asks.extend([
            case.ask(&law::TEC_104, level, "deployment", &system.deployment),
            case.ask(&law::TEC_105, level, "deployment", &system.deployment),
        ]),
        Some(it) => asks.extend([
            case.ask(&law::TEC_104, level, "deployment.form", &it.form),
            case.ask(&law::TEC_105, level, "deployment.hardware", &it.hardware),
        ]),
    }
    asks
}

fn development(case: &Case, level: Level) -> Vec<Option<Gap>> {
    let system = case.system;
    let assigned = case.docket.inventory.oversight_of(system);
    let has_measures = assigned.iter().any(|it| !it.measures.is_open());
    let performance = &system.performance;
    let reports = performance.items().iter();
    let unreported = reports
        .filter(|item| item.value.test_report.is_open())
        .map(|item| item.span)
        .next();
    let tested = match unreported {
        Some(at) => {
            let field = "performance.test_report";
            Some(case.inquiry().gap(&law::TEC_207, level, field, "", Some(at)))
        }
        None => case.ask(&law::TEC_207, level, "performance", performance),
    };
    let changes = &system.predetermined_changes;
    vec![
        case.ask(&law::TEC_201, level, "models", &system.models),
        case.ask(&law::TEC_204, level, "datasets", &system.datasets),
        case.ask(&law::TEC_205, level, "oversight", &system.oversight)
            .filter(|_| !has_measures),
        case.ask(&law::TEC_206, level, "predetermined_changes", changes),
        tested,
        case.ask(&law::TEC_300, level, "limitations", &system.limitations),
        case.ask(&law::TEC_400, level, "performance", performance),
        case.ask(&law::TEC_500, level, "risk_management", &system.risk_management),
        case.ask(
            &law::TEC_600,
            level,
            "lifecycle_changes",
            &system.lifecycle_changes,
        ),
        case.ask(&law::TEC_900, level, "pmm_plan", &system.pmm_plan),
        case.ask(&law::QMS_001, level, "qms", &system.qms),
    ]
}

fn conformity(case: &Case, level: Level) -> Vec<Option<Gap>> {
    let conformity = &case.system.conformity;
    let Some(stated) = conformity.stated() else {
        return vec![case.ask(&law::DOC_001, level, "conformity", conformity)];
    };
    let declaration = &stated.declaration_evidence;
    vec![
        case.ask(&law::DOC_001, level, "conformity.route", &stated.route),
        case.ask(&law::TEC_700, level, "conformity.standards", &stated.standards),
        case.ask(
            &law::TEC_800,
            level,
            "conformity.declaration_evidence",
            declaration,
        ),
    ]
}
