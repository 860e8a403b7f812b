//! Gaps of the transparency statement: duties of Article 50, notices, marking, limits, information about high-risk
//! systems, the code of practice and approval.

use crate::inventory::kind::Kind;
use crate::inventory::organisation::CodePosition;
use crate::inventory::record::Record;
use crate::inventory::statement::{Notice, NoticeException, NoticeType};
use crate::inventory::system::OutputModality;
use crate::inventory::workflow::{DisclosureMechanism, GateType};
use crate::law::dates::DutyGroup;
use crate::law::gaps::{self as law, GapKind};
use crate::law::terms::{Art50Para, Art50Status};
use crate::obligations::case::{Case, Docket, inquiry, shared};
use crate::obligations::gap::{Detail, EditorialLack, Gap, Inquiry};
use crate::obligations::level::Level;

type Check = fn(&Case) -> Vec<Gap>;

const CHECKS: &[Check] = &[
    scope,
    open_duties,
    interaction,
    marking,
    code_only,
    disclosures,
    editorial,
    limits,
    logging,
    instructions,
];

/// Returns the gaps of one system.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    CHECKS.iter().flat_map(|check| check(case)).collect()
}

/// Returns the gaps of the organisation: position on the code of practice, and approval.
pub(crate) fn of_organisation(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let Some(organisation) = docket.organisation() else {
        return Vec::new();
    };
    let inquiry = docket.inquiry();
    // The code covers marking and labelling, not the notice of Article 50(1).
    let covered = [Art50Para::P2, Art50Para::P4Deepfake, Art50Para::P4Text];
    let is_covered = |case: &Case| covered.iter().any(|para| case.owes(*para).is_some());
    let mut gaps = Vec::new();
    if cases.iter().any(is_covered) {
        let stands = |position: &CodePosition| {
            position.signatory.is(&true) || position.gap_analysis_evidence.stated().is_some()
        };
        let positions = &organisation.code_of_practice;
        let field = "code_of_practice";
        gaps.extend(match positions.items().first() {
            None => inquiry.ask(&law::TRN_130, Level::Should, field, positions),
            Some(_) if positions.items().iter().any(|it| stands(&it.value)) => None,
            Some(first) => {
                let analysis = &first.value.gap_analysis_evidence;
                let gap = inquiry.ask(&law::TRN_130, Level::Should, field, analysis);
                gap.map(|gap| Gap {
                    at: analysis.span().or(Some(first.span)),
                    ..gap
                })
            }
        });
    }
    if !organisation.is_approved(docket.as_of) {
        let at = organisation.head.sign_off.span();
        gaps.push(inquiry.gap(&law::TRN_190, Level::Info, "sign_off", "", at));
    }
    gaps
}

fn scope(case: &Case) -> Vec<Gap> {
    let ask = || case.ask(&law::TRN_001, Level::Should, "our_use", &case.system.our_use);
    case.is_deployer().then(ask).flatten().into_iter().collect()
}

fn open_duties(case: &Case) -> Vec<Gap> {
    let is_open = |para: &&Art50Para| {
        case.art50(**para)
            .is_some_and(|entry| entry.status == Art50Status::Unknown)
    };
    let paras: Vec<Art50Para> = Art50Para::ALL.iter().filter(is_open).copied().collect();
    let open = paras
        .iter()
        .map(|para| format!("Art. {} ({})", para.key(), para.words()));
    let open: Vec<String> = open.collect();
    let level = case.docket.level(DutyGroup::Transparency);
    level
        .filter(|_| !open.is_empty())
        .map(|level| {
            let at = case.facts_span();
            case.inquiry()
                .gap(&law::TRN_010, level, "facts.art50", &open.join("; "), at)
                .with(Detail::Duties(paras))
        })
        .into_iter()
        .collect()
}

fn notices<'i>(case: &Case<'i>, wanted: NoticeType) -> Vec<&'i Record<Notice>> {
    let mut notices = case.docket.inventory.notices_of(case.system);
    notices.retain(|notice| notice.r#type.is(&wanted));
    notices
}

fn about<'i>(case: &Case<'i>, notice: &'i Record<Notice>) -> Inquiry<'i> {
    Inquiry::of(Kind::Notice, notice).about(vec![case.id()], case.owner())
}

/// Returns the gaps of a duty to tell people: no notice, or a notice that does not say where it stands.
fn told(case: &Case, para: Art50Para, wanted: NoticeType, kind: &'static GapKind) -> Vec<Gap> {
    let Some(level) = case.owes(para) else {
        return Vec::new();
    };
    let given = notices(case, wanted);
    if given.is_empty() {
        let lack = case
            .inquiry()
            .lack(kind, level, "notices", &case.system.notices, "");
        return lack.into_iter().collect();
    }
    let shown = given.iter().filter(|notice| notice.exception.stated().is_none());
    shown
        .flat_map(|notice| {
            let about = about(case, notice);
            let empty = || about.gap(kind, level, "placement", "", Some(notice.id.span));
            [
                says_nothing(notice).then(empty),
                about.ask(&law::TRN_022, Level::Should, "placement", &notice.placement),
                about.ask(&law::TRN_023, level, "accessible", &notice.accessible),
            ]
        })
        .flatten()
        .collect()
}

/// Returns whether a notice gives neither its wording nor its place nor its first day, so that it shows nothing.
fn says_nothing(notice: &Notice) -> bool {
    notice.text.is_open() && notice.placement.is_open() && notice.first_shown.is_open()
}

fn interaction(case: &Case) -> Vec<Gap> {
    let mut gaps = told(case, Art50Para::P1, NoticeType::Art50_1, &law::TRN_020);
    if case.owes(Art50Para::P1).is_some() && case.puts_out(OutputModality::Action) {
        let given = notices(case, NoticeType::Art50_1);
        let asks = given.iter().filter_map(|notice| {
            about(case, notice).ask(&law::TRN_021, Level::Should, "principal", &notice.principal)
        });
        gaps.extend(asks);
    }
    gaps
}

fn disclosures(case: &Case) -> Vec<Gap> {
    let duties = [
        (Art50Para::P3, NoticeType::Art50_3, &law::TRN_050),
        (Art50Para::P4Deepfake, NoticeType::Art50_4Deepfake, &law::TRN_040),
        (Art50Para::P4Text, NoticeType::Art50_4Text, &law::TRN_041),
    ];
    let gaps = duties
        .into_iter()
        .flat_map(|(para, wanted, kind)| told(case, para, wanted, kind));
    gaps.collect()
}

fn marking(case: &Case) -> Vec<Gap> {
    let Some(level) = case.owes(Art50Para::P2) else {
        return Vec::new();
    };
    let models: Vec<_> = case.docket.inventory.models_of(case.system).collect();
    if models.is_empty() {
        let gap = case
            .inquiry()
            .gap(&law::TRN_030, level, "models", "", case.system.models.span());
        return vec![gap];
    }
    let mut gaps = Vec::new();
    for model in models {
        let about = Inquiry::of(Kind::Model, model).about(vec![case.id()], case.owner());
        let Some(marking) = model.marking.stated() else {
            gaps.extend(about.ask(&law::TRN_030, level, "marking", &model.marking));
            continue;
        };
        let is_marked = marking.metadata.stated().is_some() || marking.watermark.stated().is_some();
        let detection = &marking.detection_url;
        gaps.extend(match is_marked {
            true => about.ask(&law::TRN_031, level, "marking.detection_url", detection),
            // One technique that does not apply leaves the other.
            false => about
                .ask(&law::TRN_030, level, "marking.metadata", &marking.metadata)
                .or_else(|| about.ask(&law::TRN_030, level, "marking.watermark", &marking.watermark)),
        });
    }
    gaps
}

fn code_only(case: &Case) -> Vec<Gap> {
    let entry = case.art50(Art50Para::P2);
    let relies = entry.is_some_and(|entry| entry.status == Art50Status::NotTriggeredSourceCode);
    let gap = || {
        case.inquiry().gap(
            &law::TRN_032,
            Level::Info,
            "output_modalities",
            "",
            case.system.output_modalities.span(),
        )
    };
    relies.then(gap).into_iter().collect()
}

/// Whoever relies on the editorial exception shows a review by a person and names who is responsible.
fn editorial(case: &Case) -> Vec<Gap> {
    let Some(entry) = case.art50(Art50Para::P4Text) else {
        return Vec::new();
    };
    let Some(level) = case.docket.level(DutyGroup::Transparency) else {
        return Vec::new();
    };
    let given = notices(case, NoticeType::Art50_4Text);
    let claims = |notice: &&&Record<Notice>| {
        let exception = notice.exception.stated();
        exception.is_some_and(|it| it.which.is(&NoticeException::Editorial))
    };
    let kind = &law::TRN_042;
    let Some(claim) = given.iter().find(claims) else {
        let relies = entry.status == Art50Status::ExemptEditorial;
        let lack = EditorialLack::Record;
        let ask = || {
            case.inquiry()
                .gap(kind, level, "notices", lack.words(), case.system.notices.span())
                .with(Detail::Editorial(lack))
        };
        return relies.then(ask).into_iter().collect();
    };
    let about = about(case, claim);
    let lack = EditorialLack::Responsible;
    let mut gaps: Vec<Gap> = about
        .ask_for(
            kind,
            level,
            "editorial_responsible",
            &claim.editorial_responsible,
            lack.words(),
        )
        .map(|gap| gap.with(Detail::Editorial(lack)))
        .into_iter()
        .collect();
    if is_reviewed_by_machines_alone(case) {
        let at = claim.exception.span();
        let lack = EditorialLack::Review;
        let gap = about.gap(kind, level, "exception", lack.words(), at);
        gaps.push(gap.with(Detail::Editorial(lack)));
    }
    gaps
}

fn is_reviewed_by_machines_alone(case: &Case) -> bool {
    let workflows = case.docket.inventory.workflows_of(case.system);
    let mut gates = workflows.iter().flat_map(|it| it.gates.items()).peekable();
    gates.peek().is_some() && !gates.any(|gate| gate.value.r#type.is(&GateType::HumanReview))
}

fn limits(case: &Case) -> Vec<Gap> {
    let system = case.system;
    let has_policy = !case.docket.inventory.policies_of(system).is_empty() || !system.policy.is_open();
    let ask = || case.ask(&law::TRN_070, Level::Should, "limitations", &system.limitations);
    let needs = case.is_deployer() && !has_policy;
    needs.then(ask).flatten().into_iter().collect()
}

fn logging(case: &Case) -> Vec<Gap> {
    let audits = case.docket.inventory.audits_of(case.system);
    let is_recorded = audits.iter().any(|it| !it.log_categories.is_open());
    let needs = case.is_deployer() && case.handles_personal_data() && case.high_risk().is_none();
    let ask = || case.ask(&law::TRN_090, Level::Info, "audit", &case.system.audit);
    (needs && !is_recorded).then(ask).flatten().into_iter().collect()
}

/// The provider writes what Article 13(3) lists; the deployer has it on file.
fn instructions(case: &Case) -> Vec<Gap> {
    let Some(level) = case.high_risk() else {
        return Vec::new();
    };
    let system = case.system;
    let mut asks = Vec::new();
    if case.is_deployer() && !case.is_provider() {
        let value = &system.instructions_for_use;
        asks.push(match value.stated() {
            Some(stated) => case.ask(
                &law::TRN_100,
                level,
                "instructions_for_use.evidence",
                &stated.evidence,
            ),
            None => case.ask(&law::TRN_100, level, "instructions_for_use", value),
        });
    }
    if case.is_provider() {
        asks.extend([
            case.ask(&law::TRN_102, level, "intended_purpose", &system.intended_purpose),
            case.ask(&law::TRN_103, level, "performance", &system.performance),
            case.ask(
                &law::TRN_104,
                level,
                "foreseeable_misuse",
                &system.foreseeable_misuse,
            ),
            case.ask(&law::TRN_107, level, "datasets", &system.datasets),
            case.ask(&law::TRN_108, level, "limitations", &system.limitations),
            case.ask(
                &law::TRN_109,
                level,
                "predetermined_changes",
                &system.predetermined_changes,
            ),
            case.ask(&law::TRN_111, level, "maintenance", &system.maintenance),
        ]);
        asks.push(provider_identity(case, level));
        asks.extend(oversight_and_logs(case, level));
    }
    asks.into_iter().flatten().collect()
}

fn provider_identity(case: &Case, level: Level) -> Option<Gap> {
    let contact = &case.docket.organisation()?.contact;
    let inquiry = case.docket.inquiry().about(vec![case.id()], case.owner());
    inquiry.ask(&law::TRN_101, level, "contact", contact)
}

fn oversight_and_logs(case: &Case, level: Level) -> Vec<Option<Gap>> {
    let inventory = case.docket.inventory;
    let assigned = inventory.oversight_of(case.system);
    let mut measures = assigned.iter().filter_map(|it| it.measures.stated());
    let (has_measures, interprets) = (
        measures.clone().next().is_some(),
        measures.any(|it| !it.interpret.is_open()),
    );
    let logs = inventory.audits_of(case.system);
    let has_logs = logs.iter().any(|it| !it.log_categories.is_open());
    let oversight = &case.system.oversight;
    let lack = |kind| case.inquiry().lack(kind, level, "oversight", oversight, "");
    vec![
        lack(&law::TRN_110).filter(|_| !has_measures),
        lack(&law::TRN_105).filter(|_| has_measures && !interprets),
        case.ask(&law::TRN_112, level, "audit", &case.system.audit)
            .filter(|_| !has_logs),
    ]
}

/// Returns the gaps of workflows in which AI writes code: whether its part is visible.
pub(crate) fn of_workflows(cases: &[Case]) -> Vec<Gap> {
    let coding: Vec<Case> = cases
        .iter()
        .filter(|case| case.puts_out(OutputModality::Code))
        .copied()
        .collect();
    let workflows = shared(&coding, |case| case.docket.inventory.workflows_of(case.system));
    let asks = workflows.iter().filter_map(|(workflow, cases)| {
        let about = inquiry(Kind::ReviewWorkflow, workflow, cases);
        let disclosure = &workflow.ai_disclosure;
        let Some(stated) = disclosure.said() else {
            return about.ask(&law::TRN_060, Level::Should, "ai_disclosure", disclosure);
        };
        let mechanism = &stated.value.mechanism;
        let is_none = mechanism.is(&DisclosureMechanism::None);
        match is_none {
            true => Some(about.gap(
                &law::TRN_060,
                Level::Should,
                "ai_disclosure.mechanism",
                "",
                mechanism.span(),
            )),
            false => about.ask(&law::TRN_060, Level::Should, "ai_disclosure.mechanism", mechanism),
        }
    });
    asks.collect()
}
