//! Gaps of the AI system inventory: identity, role, purpose, class, personal data, input, review.

use crate::calendar::Date;
use crate::classify::bearers::{may_become_provider, unstated_provider};
use crate::classify::questions::OpenQuestion;
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::inventory::statement::{Assessment, AssessmentType};
use crate::inventory::system::{LifecycleStatus, System};
use crate::inventory::tripwires::Tripwires;
use crate::law::dates::DutyGroup;
use crate::law::gaps as law;
use crate::law::terms::{ProhibitedPoint, Tier};
use crate::obligations::case::{Case, Docket};
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::gaps::registration::registers;
use crate::obligations::level::Level;
use crate::source::Spanned;

type Check = fn(&Case) -> Vec<Gap>;

const CHECKS: &[Check] = &[
    basics,
    role,
    purpose,
    class,
    prohibited,
    derogation,
    workers,
    personal_data,
    input_data,
    review,
];

/// Returns the gaps of one system.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    CHECKS.iter().flat_map(|check| check(case)).collect()
}

/// Returns the gaps of the organisation.
pub(crate) fn of_organisation(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let inquiry = docket.inquiry();
    let Some(organisation) = docket.organisation() else {
        return vec![inquiry.gap(&law::INV_001, Level::Should, "kind", "name and contact", None)];
    };
    let registrants = cases.iter().filter_map(registers).min();
    let (kind, level) = match registrants {
        Some(level) => (&law::INV_080, level),
        None => (&law::INV_001, Level::Should),
    };
    let asks = [
        inquiry.ask_for(
            kind,
            level,
            "legal_name",
            &organisation.legal_name,
            "registered name",
        ),
        inquiry.ask_for(kind, level, "contact", &organisation.contact, "contact"),
        registrants.and_then(|level| {
            inquiry.ask_for(&law::INV_080, level, "address", &organisation.address, "address")
        }),
        registrants
            .filter(|_| organisation.established_in_eu.is(&false))
            .and_then(|level| {
                let value = &organisation.authorised_representative;
                inquiry.ask(&law::INV_082, level, "authorised_representative", value)
            }),
    ];
    asks.into_iter().flatten().collect()
}

/// Returns a remark for each tool that is forbidden here.
pub(crate) fn of_forbidden(docket: Docket) -> Vec<Gap> {
    let systems = docket.inventory.systems.values();
    let forbidden = systems.filter(|system| system.lifecycle_status.is(&LifecycleStatus::Forbidden));
    let gap = |system: &Record<System>| {
        let inquiry = Inquiry::of(Kind::AiSystem, system).about(vec![&system.id.value], docket.governor());
        inquiry.gap(
            &law::INV_060,
            Level::Info,
            "lifecycle_status",
            "",
            system.lifecycle_status.span(),
        )
    };
    forbidden.map(gap).collect()
}

fn basics(case: &Case) -> Vec<Gap> {
    let system = case.system;
    let should = Level::Should;
    let mut asks = vec![
        case.ask(&law::INV_010, should, "owner", &system.owner),
        case.ask(
            &law::INV_023,
            should,
            "output_modalities",
            &system.output_modalities,
        ),
        case.ask(
            &law::INV_024,
            should,
            "lifecycle_status",
            &system.lifecycle_status,
        ),
    ];
    if case.is_deployer() || case.has_no_role() {
        asks.push(case.ask(&law::INV_021, should, "operators", &system.operators));
    }
    if system.models.items().is_empty() {
        let detail = "none is named";
        asks.push(
            case.inquiry()
                .ask_for(&law::INV_022, should, "models", &system.models, detail),
        );
    }
    asks.into_iter().flatten().collect()
}

fn role(case: &Case) -> Vec<Gap> {
    let roles = &case.system.our_roles;
    let inquiry = case.inquiry();
    let detail = match unstated_provider(case.system, case.class) {
        _ if case.has_no_role() => {
            // What nobody's role is known for is not thereby free of duties in force.
            let level = case.docket.level(DutyGroup::General).unwrap_or(Level::Should);
            let detail = "no role is stated, and every duty hangs on it";
            let gap = inquiry.ask_for(&law::INV_011, level, "our_roles", roles, detail);
            return gap.into_iter().collect();
        }
        Some(built) if case.is_provider() => {
            format!(
                "it is {}, which makes us its provider, and `our_roles` does not say so",
                built.words()
            )
        }
        Some(built) => format!("it is {}, and we do not count as its provider", built.words()),
        None if may_become_provider(case.class) => "whether we count as its provider is open".to_owned(),
        None => return Vec::new(),
    };
    vec![inquiry.gap(&law::INV_011, Level::Should, "our_roles", &detail, roles.span())]
}

fn purpose(case: &Case) -> Vec<Gap> {
    let level = case
        .high_risk()
        .filter(|_| case.is_provider())
        .unwrap_or(Level::Should);
    let purpose = &case.system.intended_purpose;
    let gap = match purpose.stated() {
        Some(stated) => case.ask(&law::INV_020, level, "intended_purpose.text", &stated.text),
        None => case.ask(&law::INV_020, level, "intended_purpose", purpose),
    };
    gap.into_iter().collect()
}

fn class(case: &Case) -> Vec<Gap> {
    let class = case.class;
    if !class.is_open() {
        return Vec::new();
    }
    // A question on which only a duty of the vendor hangs is not ours to answer.
    let is_ours = |question: &&OpenQuestion| match question.duty {
        None => true,
        Some(para) => case.art50(para).is_some(),
    };
    let n_ours = class.open_questions.iter().filter(is_ours).count();
    if n_ours == 0 {
        return Vec::new();
    }
    let detail = format!(
        "{} at least, {} at most; {}",
        class.min_tier.words(),
        class.max_tier.words(),
        n_questions(class.open_questions.len(), n_ours)
    );
    let at = case.facts_span();
    vec![
        case.inquiry()
            .gap(&law::INV_032, Level::Should, "facts", &detail, at),
    ]
}

/// Returns how many questions are open: all that the sheet of the system lists, and how many of them are no concern of ours.
fn n_questions(n_open: usize, n_ours: usize) -> String {
    let verb = if n_open == 1 { " is" } else { "s are" };
    match n_open - n_ours {
        0 => format!("{n_open} question{verb} open"),
        n_others => format!("{n_open} question{verb} open, {n_others} of them on duties of others alone"),
    }
}

fn prohibited(case: &Case) -> Vec<Gap> {
    let points = case.class.prohibited_points.iter();
    let gap = |point: &ProhibitedPoint| {
        let level = case.docket.level(point.group())?;
        let detail = format!("Art. {} ({})", point.key(), point.words());
        let at = case.facts_span();
        Some(
            case.inquiry()
                .gap(&law::INV_033, level, "facts.art5", &detail, at),
        )
    };
    points.filter_map(gap).collect()
}

fn derogation(case: &Case) -> Vec<Gap> {
    let inventory = case.docket.inventory;
    let derogated = case
        .docket
        .level(DutyGroup::Derogation)
        .filter(|_| case.is_derogated() && case.is_provider());
    let reasoned = derogated.or(case.high_risk().map(|_| Level::Should));
    let claims = inventory.assessments_of(case.system, AssessmentType::Art6_4);
    let classes = inventory.assessments_of(case.system, AssessmentType::Classification);
    let mut gaps = Vec::new();
    if let Some(level) = reasoned {
        gaps.extend(match claims.first().or(classes.first()) {
            Some(written) => about(case, written).ask(&law::INV_030, level, "reasons", &written.reasons),
            None => case.ask(
                &law::INV_030,
                level,
                "classification",
                &case.system.classification,
            ),
        });
    }
    for claim in claims {
        let is_claimed = claim.art_6_3_condition.stated().is_some();
        let profiles = claim.profiling.is(&true) && is_claimed;
        let level = case.docket.level(DutyGroup::HighRiskAnnexIii);
        if let Some(level) = level.filter(|_| profiles) {
            let at = claim.profiling.span();
            gaps.push(about(case, claim).gap(&law::INV_031, level, "profiling", "", at));
        }
        if let Some(level) = derogated {
            let condition = &claim.art_6_3_condition;
            gaps.extend(about(case, claim).ask(&law::INV_089, level, "art_6_3_condition", condition));
        }
    }
    gaps
}

fn about<'i>(case: &Case<'i>, assessment: &'i Record<Assessment>) -> Inquiry<'i> {
    Inquiry::of(Kind::Assessment, assessment).about(vec![case.id()], case.owner())
}

fn workers(case: &Case) -> Vec<Gap> {
    let says = |wires: &'_ Tripwires| wires.evaluates_or_allocates_workers.is(&true);
    let is_evaluating = case.system.tripwires.stated().is_some_and(says);
    let is_high_risk = case.class.min_tier >= Tier::HighRiskAnnexIii;
    let level = case.docket.level(DutyGroup::HighRiskAnnexIii);
    let field = "tripwires.evaluates_or_allocates_workers";
    level
        .filter(|_| is_evaluating && !is_high_risk)
        .map(|level| {
            let at = case
                .system
                .tripwires
                .stated()
                .and_then(|it| it.evaluates_or_allocates_workers.span());
            case.inquiry().gap(&law::INV_070, level, field, "", at)
        })
        .into_iter()
        .collect()
}

fn personal_data(case: &Case) -> Vec<Gap> {
    let inventory = case.docket.inventory;
    let assessed = inventory.assessments_of(case.system, AssessmentType::Dpia);
    let asked = match case.tripwire(|wires| &wires.processes_personal_data) {
        Some(true) if assessed.is_empty() => {
            case.ask(&law::INV_050, Level::Should, "dpia", &case.system.dpia)
        }
        Some(_) => None,
        None => Some(case.inquiry().gap(
            &law::INV_052,
            Level::Should,
            "tripwires.processes_personal_data",
            "",
            case.system.tripwires.span(),
        )),
    };
    asked.into_iter().collect()
}

/// A deployer of a high-risk system answers for the input data it controls (Article 26(4)).
fn input_data(case: &Case) -> Vec<Gap> {
    let Some(level) = case.high_risk().filter(|_| case.is_deployer()) else {
        return Vec::new();
    };
    let mut gaps: Vec<Gap> = case
        .ask(&law::INV_051, level, "datasets", &case.system.datasets)
        .into_iter()
        .collect();
    let datasets = case.docket.inventory.datasets_of(case.system);
    gaps.extend(datasets.filter_map(|dataset| {
        let about = Inquiry::of(Kind::Dataset, dataset).about(vec![case.id()], case.owner());
        let note = &dataset.representativeness_note;
        about.ask(&law::INV_051, level, "representativeness_note", note)
    }));
    gaps
}

fn review(case: &Case) -> Vec<Gap> {
    let due = case.system.next_review_on.said();
    let overdue = due.filter(|due| due.value < case.docket.as_of);
    let gap = |due: &Spanned<Date>| {
        let detail = due.value.in_words();
        case.inquiry().gap(
            &law::INV_090,
            Level::Should,
            "next_review_on",
            &detail,
            Some(due.span),
        )
    };
    overdue.map(gap).into_iter().collect()
}
