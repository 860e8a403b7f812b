//! Duties that are owed: by whom, for what, from when, and what in the inventory shows them.

use crate::calendar::Date;
use crate::classify::model::ModelClass;
use crate::inventory::id::Id;
use crate::inventory::kind::Kind;
use crate::inventory::model::Model;
use crate::inventory::record::Record;
use crate::law::dates::{DutyGroup, LEGACY_GENERATIVE_UNTIL};
use crate::law::duties::{self, Duty, Start, Trigger};
use crate::law::terms::{AnnexPoint, Art50Status, GpaiAxis, Role};
use crate::obligations::case::{Case, Docket};
use crate::obligations::proof;
use crate::source::Span;
use std::fmt;

/// What a duty is owed for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The organisation as a whole.
    Organisation,
    /// A system.
    System(Id),
    /// A model.
    Model(Id),
}

/// From when a duty is owed, seen from the as-of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It applies.
    OwedNow,
    /// It applies from a day; until then, records prepare for it.
    From(Date),
    /// Whether it applies already is not settled; this day is used.
    DateUnsettled(Date),
    /// It applies, with time until a day.
    Grace(Date),
}

/// How far the inventory shows a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Showing {
    /// The records name everything that is asked for.
    Shown,
    /// The records name a part.
    Partly,
    /// The records name nothing.
    Missing,
    /// The records say the opposite.
    Contradicted,
    /// The records say that nobody knows yet.
    Unknown,
    /// The records say that it does not apply, and why.
    NotApplicable(String),
}

/// A statement of the inventory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// The kind of record.
    pub kind: Kind,
    /// The record.
    pub record: Id,
    /// The field.
    pub field: &'static str,
    /// Where it stands.
    pub at: Span,
}

/// A duty that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Which duty.
    pub duty: &'static Duty,
    /// For what.
    pub subject: Subject,
    /// In which role.
    pub role: Role,
    /// From when.
    pub standing: Standing,
    /// How far the inventory shows it.
    pub showing: Showing,
    /// What shows it.
    pub shown_by: Vec<Pointer>,
    /// The fields that would show it and say nothing, as far as one field would.
    pub lacks: Vec<&'static str>,
}

/// Returns every duty owed, by subject, in the order of the table.
pub(crate) fn owed(docket: Docket) -> Vec<Owed> {
    let cases = docket.cases();
    let mut owed: Vec<Owed> = literacy(docket, &cases).into_iter().collect();
    for case in &cases {
        owed.extend(duties::of(docket.edition).filter_map(|duty| of_case(duty, case)));
    }
    for (id, model) in &docket.inventory.models {
        if let Some(class) = docket.classification.models.get(id) {
            let duties = duties::of(docket.edition);
            owed.extend(duties.filter_map(|duty| of_model(duty, docket, model, class)));
        }
    }
    owed
}

/// Literacy is owed once, by the organisation, for everything it provides or deploys.
fn literacy(docket: Docket, cases: &[Case]) -> Option<Owed> {
    let duty = duties::of(docket.edition).find(|duty| duty.start == Start::Group(DutyGroup::General))?;
    let role = *duty
        .roles
        .iter()
        .find(|role| cases.iter().any(|case| case.plays(**role)))?;
    let day = duty.applies_from(docket.edition, None)?;
    let (showing, shown_by, lacks) = proof::of_literacy(docket, cases);
    Some(Owed {
        duty,
        subject: Subject::Organisation,
        role,
        standing: Standing::from(day, docket.as_of),
        showing,
        shown_by,
        lacks,
    })
}

fn of_case(duty: &'static Duty, case: &Case) -> Option<Owed> {
    let role = *duty.roles.iter().find(|role| case.plays(**role))?;
    if !is_triggered(duty, case) {
        return None;
    }
    let standing = standing(duty, case)?;
    let (showing, shown_by, lacks) = proof::of_case(duty.proof, case);
    Some(Owed {
        duty,
        subject: Subject::System(case.id().clone()),
        role,
        standing,
        showing,
        shown_by,
        lacks,
    })
}

fn is_triggered(duty: &Duty, case: &Case) -> bool {
    match duty.trigger {
        // The duty of the organisation as a whole is not owed again for each system.
        Trigger::AnySystem => duty.start != Start::Group(DutyGroup::General),
        Trigger::HighRisk => case.high_risk_from().is_some(),
        Trigger::AnnexIiiRegistered => case.is_beyond_infrastructure(),
        Trigger::CriticalInfrastructure => case.points().any(|point| point == AnnexPoint::P2),
        Trigger::Decisions => case.decides_about_persons(),
        Trigger::Workers => case.high_risk_from().is_some() && case.works_on_workers(),
        Trigger::PublicDeployer => case.is_public_deployer(),
        Trigger::RightsAssessment => case.needs_rights_assessment(),
        Trigger::ThirdCountryProvider => {
            case.high_risk_from().is_some() && case.docket.is_outside_the_union()
        }
        Trigger::HandOver => case.hands_over(),
        Trigger::LaterIdentification => case.identifies_for_law_enforcement(),
        Trigger::SecureRegistration => case.is_registered_securely(),
        Trigger::Derogated => case.is_derogated(),
        Trigger::Art50(para) => case.owes(para).is_some(),
        Trigger::BiasData => {
            let mut datasets = case.docket.inventory.datasets_of(case.system);
            datasets.any(|it| it.special_category_bias_use.stated().is_some())
        }
        Trigger::Gpai | Trigger::GpaiWithoutRelief | Trigger::GpaiSystemic | Trigger::GpaiThirdCountry => {
            false
        }
    }
}

fn standing(duty: &Duty, case: &Case) -> Option<Standing> {
    let (edition, as_of) = (case.docket.edition, case.docket.as_of);
    let derogation = DutyGroup::Derogation.applies_from(edition);
    let high_risk = case
        .high_risk_from()
        .or(derogation.filter(|_| case.is_derogated()));
    match duty.start_in(edition) {
        Start::HighRisk => Some(Standing::from(high_risk?, as_of)),
        Start::Unsettled => Some(match Standing::from(high_risk?, as_of) {
            Standing::From(day) => Standing::DateUnsettled(day),
            settled @ (Standing::OwedNow | Standing::DateUnsettled(_) | Standing::Grace(_)) => settled,
        }),
        Start::Group(_) | Start::Amended if is_in_grace(duty, case) => {
            Some(Standing::Grace(LEGACY_GENERATIVE_UNTIL))
        }
        Start::Group(_) | Start::Amended => {
            Some(Standing::from(duty.applies_from(edition, high_risk)?, as_of))
        }
    }
}

fn is_in_grace(duty: &Duty, case: &Case) -> bool {
    let Trigger::Art50(para) = duty.trigger else {
        return false;
    };
    case.art50(para)
        .is_some_and(|entry| entry.status == Art50Status::Grace)
}

fn of_model(duty: &'static Duty, docket: Docket, model: &Record<Model>, class: &ModelClass) -> Option<Owed> {
    let roles = model.our_roles.items();
    let role = *duty
        .roles
        .iter()
        .find(|role| roles.iter().any(|it| it.value == **role))?;
    let axis = class.gpai_axis?;
    let is_owed = is_triggered_by_model(duty.trigger, axis, docket);
    let from = class.applies_from.filter(|_| is_owed)?;
    let standing = match class.deadline.filter(|deadline| docket.as_of < *deadline) {
        Some(deadline) => Standing::Grace(deadline),
        None => Standing::from(from, docket.as_of),
    };
    let (showing, shown_by, lacks) = proof::of_model(duty.proof, model, docket);
    Some(Owed {
        duty,
        subject: Subject::Model(model.id.value.clone()),
        role,
        standing,
        showing,
        shown_by,
        lacks,
    })
}

fn is_triggered_by_model(trigger: Trigger, axis: GpaiAxis, docket: Docket) -> bool {
    let is_bound = axis_is_bound(axis);
    let is_relieved = axis == GpaiAxis::GpaiOpenSource;
    match trigger {
        Trigger::Gpai => is_bound,
        Trigger::GpaiWithoutRelief => is_bound && !is_relieved,
        Trigger::GpaiSystemic => axis == GpaiAxis::GpaiSystemic,
        Trigger::GpaiThirdCountry => is_bound && !is_relieved && docket.is_outside_the_union(),
        Trigger::AnySystem
        | Trigger::HighRisk
        | Trigger::AnnexIiiRegistered
        | Trigger::CriticalInfrastructure
        | Trigger::Decisions
        | Trigger::Workers
        | Trigger::PublicDeployer
        | Trigger::RightsAssessment
        | Trigger::ThirdCountryProvider
        | Trigger::HandOver
        | Trigger::LaterIdentification
        | Trigger::SecureRegistration
        | Trigger::Derogated
        | Trigger::Art50(_)
        | Trigger::BiasData => false,
    }
}

const fn axis_is_bound(axis: GpaiAxis) -> bool {
    match axis {
        GpaiAxis::Gpai
        | GpaiAxis::GpaiOpenSource
        | GpaiAxis::GpaiSystemic
        | GpaiAxis::ModifierBecomesProvider => true,
        GpaiAxis::NotGpai | GpaiAxis::ModifierLimited => false,
    }
}

impl Standing {
    /// Returns the standing of a duty that applies from a day.
    pub fn from(day: Date, as_of: Date) -> Self {
        match day <= as_of {
            true => Self::OwedNow,
            false => Self::From(day),
        }
    }

    /// Returns the day on which it begins or ends its grace, when that lies ahead.
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::OwedNow => None,
            Self::From(day) | Self::DateUnsettled(day) | Self::Grace(day) => Some(day),
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OwedNow => f.write_str("owed now"),
            Self::From(day) => write!(f, "prepares for {}", day.in_words()),
            Self::DateUnsettled(day) => write!(f, "prepares for {} (start not settled)", day.in_words()),
            Self::Grace(day) => write!(f, "owed, with time until {}", day.in_words()),
        }
    }
}

impl fmt::Display for Showing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shown => f.write_str("shown"),
            Self::Partly => f.write_str("partly shown"),
            Self::Missing => f.write_str("missing"),
            Self::Contradicted => f.write_str("not shown: the facts on record speak against it"),
            Self::Unknown => f.write_str("unknown"),
            Self::NotApplicable(reason) => write!(f, "not applicable ({reason})"),
        }
    }
}
