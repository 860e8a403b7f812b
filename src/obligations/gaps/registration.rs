//! Gaps of registration: in the EU database or nationally (Article 49), and what Annex VIII asks for. Only who
//! registers is asked; Section B of the amended text has no points 7 and 9.

use crate::inventory::system::{ConformityRoute, RegistrationScheme, RegistrationStatus};
use crate::law::dates::DutyGroup;
use crate::law::gaps::{self as law, GapKind};
use crate::law::terms::AnnexPoint;
use crate::obligations::case::Case;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;

/// Returns the gaps of one system.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let mut gaps = registration(case);
    gaps.extend(annex_viii(case));
    gaps
}

/// Returns the level at which a provider registers a system, when it does.
pub(crate) fn registers(case: &Case) -> Option<Level> {
    let is_registrant = case.is_provider() && (case.is_annex_iii() || case.is_derogated());
    let derogated = case
        .docket
        .level(DutyGroup::Derogation)
        .filter(|_| case.is_derogated());
    case.high_risk().or(derogated).filter(|_| is_registrant)
}

fn registration(case: &Case) -> Vec<Gap> {
    let mut gaps = Vec::new();
    if let Some(level) = registers(case) {
        let is_infrastructure = case.points().any(|point| point == AnnexPoint::P2);
        let schemes = [
            (
                case.is_derogated(),
                RegistrationScheme::Eu49_2,
                "art-49-2-registration",
            ),
            (
                case.is_beyond_infrastructure(),
                RegistrationScheme::Eu49_1,
                "art-49-1-registration",
            ),
            (
                is_infrastructure,
                RegistrationScheme::National49_5,
                "art-49-5-registration",
            ),
        ];
        for (_, scheme, duty) in schemes.into_iter().filter(|(is_due, ..)| *is_due) {
            let gap = unregistered(case, &law::INV_040, level, scheme);
            gaps.extend(gap.map(|gap| gap.under(duty, case.docket.edition)));
        }
    }
    if let Some(level) = case.high_risk().filter(|_| case.is_public_deployer()) {
        let gap = unregistered(case, &law::INV_041, level, RegistrationScheme::Eu49_3);
        gaps.extend(gap.map(|gap| gap.under("art-26-8-registered", case.docket.edition)));
    }
    gaps
}

fn unregistered(
    case: &Case,
    kind: &'static GapKind,
    level: Level,
    scheme: RegistrationScheme,
) -> Option<Gap> {
    let entries = case.system.registrations.items();
    let entry = entries.iter().find(|entry| entry.value.scheme.is(&scheme));
    let is_closed = entry.is_some_and(|entry| {
        let status = entry.value.status.stated();
        status.is_some_and(|status| match status {
            RegistrationStatus::Done | RegistrationStatus::NotApplicable => true,
            RegistrationStatus::Due => false,
        })
    });
    if is_closed {
        return None;
    }
    let value = &case.system.registrations;
    let gap = case
        .inquiry()
        .lack(kind, level, "registrations", value, scheme.words())?;
    Some(Gap {
        at: entry.map(|entry| entry.span).or(gap.at),
        ..gap
    })
}

fn annex_viii(case: &Case) -> Vec<Gap> {
    let Some(level) = registers(case) else {
        return Vec::new();
    };
    let system = case.system;
    let has_name = system.trade_name.stated().is_some();
    let mut asks = vec![
        case.ask(
            &law::INV_081,
            level,
            "unambiguous_reference",
            &system.unambiguous_reference,
        )
        .filter(|_| !has_name),
    ];
    if !case.is_derogated() {
        let conformity = system.conformity.stated();
        let needs_certificate = conformity.is_some_and(|it| it.route.is(&ConformityRoute::AnnexVii));
        let instructions = &system.instructions_for_use;
        asks.extend([
            case.ask(&law::INV_083, level, "description", &system.description),
            case.ask(&law::INV_085, level, "member_states", &system.member_states),
            conformity
                .filter(|_| needs_certificate)
                .and_then(|it| case.ask(&law::INV_086, level, "conformity.certificate", &it.certificate)),
            match conformity {
                Some(it) => {
                    let field = "conformity.declaration_evidence";
                    case.ask(&law::INV_087, level, field, &it.declaration_evidence)
                }
                None => case.ask(&law::INV_087, level, "conformity", &system.conformity),
            },
            case.ask(&law::INV_088, level, "instructions_for_use", instructions),
        ]);
    }
    asks.into_iter().flatten().collect()
}
