//! Gaps of the human-oversight record: roles, authority, measures, monitoring, review workflows and their counts.

use crate::inventory::audit::{AuditSummary, Metrics};
use crate::inventory::field::Field;
use crate::inventory::kind::Kind;
use crate::inventory::oversight::{Authority, Measures, OversightAssignment};
use crate::inventory::record::Record;
use crate::inventory::system::OutputModality;
use crate::inventory::workflow::{GateType, Independence, ReviewWorkflow};
use crate::law::gaps::{self as law, GapKind};
use crate::law::terms::AnnexPoint;
use crate::obligations::case::{Case, inquiry, most_pressing, shared};
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::gaps::evidence::forbids_bypass;
use crate::obligations::gaps::literacy::untrained;
use crate::obligations::level::Level;

/// Returns the gaps of one system.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let inventory = case.docket.inventory;
    let mut gaps = Vec::new();
    if inventory.oversight_of(case.system).is_empty() {
        gaps.extend(unassigned(case));
    }
    let workflows = inventory.workflows_of(case.system);
    let writes_code = case.puts_out(OutputModality::Code);
    if workflows.is_empty() && writes_code {
        let value = &case.system.review_workflows;
        let detail = "no review workflow is on record";
        let kind = &law::OVS_030;
        gaps.extend(
            case.inquiry()
                .ask_for(kind, Level::Should, "review_workflows", value, detail),
        );
    }
    let audits = inventory.audits_of(case.system);
    let is_counted = audits.iter().any(|it| !it.metrics.is_open());
    if !workflows.is_empty() && !is_counted {
        gaps.extend(
            case.inquiry()
                .lack(&law::OVS_040, Level::Should, "audit", &case.system.audit, ""),
        );
    }
    gaps
}

fn unassigned(case: &Case) -> Vec<Gap> {
    let value = &case.system.oversight;
    let lack = |kind, level| case.inquiry().ask(kind, level, "oversight", value);
    match case.high_risk() {
        // The provider designs the measures (Article 14); the deployer names people (Article 26(2)).
        Some(level) if case.is_provider() => LETTERS
            .iter()
            .filter_map(|letter| lack(letter.kind, level))
            .collect(),
        Some(level) => lack(&law::OVS_001, level)
            .into_iter()
            .map(|gap| leads_on(gap, level))
            .collect(),
        None if case.is_deployer() => lack(&law::OVS_001, Level::Should).into_iter().collect(),
        None => Vec::new(),
    }
}

/// Adds for how much the assignment that closes a gap is then asked, so that the count of gaps surprises nobody.
fn leads_on(gap: Gap, level: Level) -> Gap {
    let n_parts = n_parts(level);
    let says = format!(
        "{} An assignment, once on record, is asked for {n_parts} more parts, each a gap of its own.",
        gap.says
    );
    Gap { says, ..gap }
}

/// Returns for how many parts an assignment is asked that says nothing but who oversees.
fn n_parts(level: Level) -> usize {
    let (about, empty) = (
        Inquiry::absent(Kind::OversightAssignment),
        OversightAssignment::default(),
    );
    let mut parts = people(&about, &empty, Some(level));
    // Who designs the system has been asked for the measures already.
    parts.extend(measures(&about, &empty, Some(Level::Should)));
    parts.extend(untrained(&about, &empty, level));
    parts
        .iter()
        .filter(|gap| gap.kind.code != law::OVS_001.code)
        .count()
}

/// A letter of Article 14(4) and whether a group of measures speaks about it.
struct Letter {
    kind: &'static GapKind,
    field: &'static str,
    is_open: fn(&Measures) -> bool,
}

const LETTERS: &[Letter] = &[
    Letter {
        kind: &law::OVS_010,
        field: "measures.understand",
        is_open: |it| it.understand.is_open(),
    },
    Letter {
        kind: &law::OVS_011,
        field: "measures.automation_bias",
        is_open: |it| it.automation_bias.is_open(),
    },
    Letter {
        kind: &law::OVS_012,
        field: "measures.interpret",
        is_open: |it| it.interpret.is_open(),
    },
    Letter {
        kind: &law::OVS_013,
        field: "measures.override",
        is_open: |it| it.r#override.is_open(),
    },
    Letter {
        kind: &law::OVS_014,
        field: "measures.stop",
        is_open: |it| it.stop.is_open(),
    },
];

/// Returns the gaps of oversight assignments.
pub(crate) fn of_assignments(cases: &[Case]) -> Vec<Gap> {
    let assignments = shared(cases, |case| case.docket.inventory.oversight_of(case.system));
    let gaps = assignments.iter().flat_map(|(record, cases)| {
        let about = inquiry(Kind::OversightAssignment, record, cases);
        let mut gaps = people(&about, record, must_name_people(cases));
        gaps.extend(measures(&about, record, asks_for_measures(cases)));
        let must = most_pressing(cases);
        let is_biometric = |case: &&Case| case.points().any(|point| point == AnnexPoint::P1a);
        if let Some(level) = must.filter(|_| cases.iter().any(is_biometric)) {
            let value = &record.two_person_verification;
            gaps.extend(about.ask(&law::OVS_020, level, "two_person_verification", value));
        }
        gaps
    });
    gaps.collect()
}

/// Returns how pressing it is that people are named: a must for those who use the system (Article 26(2)), and for whoever
/// plays neither role by what is on record.
fn must_name_people(cases: &[&Case]) -> Option<Level> {
    most_pressing(&only(cases, |case| case.is_deployer() || !case.is_provider()))
}

/// Returns how pressing the measures are: a must for those who design the system (Article 14(3)) or of whom that is open,
/// and for whoever plays neither role by what is on record. Who only uses it takes over the measures of the provider (Article 26(1)), and is
/// asked for them by analogy.
fn asks_for_measures(cases: &[&Case]) -> Option<Level> {
    let only_uses = |case: &Case| case.is_deployer() && !case.is_provider() && !case.may_become_provider();
    let must = most_pressing(&only(cases, |case| !only_uses(case)));
    must.or_else(|| most_pressing(cases).map(|_| Level::Should))
}

fn only<'c, 'i>(cases: &[&'c Case<'i>], plays: impl Fn(&Case) -> bool) -> Vec<&'c Case<'i>> {
    cases.iter().copied().filter(|case| plays(case)).collect()
}

fn people(about: &Inquiry, record: &OversightAssignment, must: Option<Level>) -> Vec<Gap> {
    let level = must.unwrap_or(Level::Should);
    let mut asks = Vec::new();
    if record.roles.items().is_empty() {
        asks.push(about.lack(&law::OVS_001, level, "roles", &record.roles, ""));
    }
    if let Some(competence) = record.competence.stated() {
        asks.push(about.ask(&law::OVS_002, level, "competence.on", &competence.on));
    }
    let may_stop = |authority: &Authority| match authority {
        Authority::SuspendUse | Authority::StopSystem => true,
        Authority::RejectOutput | Authority::Override | Authority::Revert | Authority::NotifyAuthority => {
            false
        }
    };
    if !record.authority.items().iter().any(|item| may_stop(&item.value)) {
        asks.push(about.lack(&law::OVS_003, level, "authority", &record.authority, ""));
    }
    let approval = &record.approval_needed_to_stop;
    if approval.is(&true) {
        asks.push(about.lack(&law::OVS_004, level, "approval_needed_to_stop", approval, ""));
    }
    if let Some(level) = must {
        asks.push(about.ask(&law::OVS_005, level, "support", &record.support));
        let detail = "monitoring is not described";
        asks.push(about.ask_for(&law::OVS_060, level, "monitoring", &record.monitoring, detail));
    }
    let detail = "no step of escalation is described";
    asks.push(about.ask_for(&law::OVS_060, level, "escalation", &record.escalation, detail));
    asks.into_iter().flatten().collect()
}

fn measures(about: &Inquiry, record: &OversightAssignment, asked: Option<Level>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let stated = record.measures.stated();
    if let Some(level) = asked {
        let missing = LETTERS
            .iter()
            .filter(|letter| stated.is_none_or(|it| (letter.is_open)(it)));
        gaps.extend(
            missing.filter_map(|letter| about.lack(letter.kind, level, letter.field, &record.measures, "")),
        );
    }
    if let Some(stop) = stated.and_then(|it| it.stop.stated()) {
        let tested = &stop.last_tested_on;
        gaps.extend(about.ask(
            &law::OVS_015,
            Level::Should,
            "measures.stop.last_tested_on",
            tested,
        ));
    }
    gaps
}

/// Returns the gaps of review workflows.
pub(crate) fn of_workflows(cases: &[Case]) -> Vec<Gap> {
    let workflows = shared(cases, |case| case.docket.inventory.workflows_of(case.system));
    let gaps = workflows
        .iter()
        .flat_map(|(record, cases)| workflow(&inquiry(Kind::ReviewWorkflow, record, cases), record));
    gaps.collect()
}

fn workflow(about: &Inquiry, record: &ReviewWorkflow) -> Vec<Gap> {
    let should = Level::Should;
    let gates = record.gates.items();
    let has_human = gates
        .iter()
        .any(|gate| gate.value.r#type.is(&GateType::HumanReview));
    let mut asks = Vec::new();
    if !has_human {
        let detail = "no gate is a human review";
        asks.push(about.lack(&law::OVS_030, should, "gates", &record.gates, detail));
    }
    let independence = &record.independence;
    asks.push(match independence.is(&Independence::None) {
        true => {
            let detail = "the author alone can approve";
            about.lack(&law::OVS_031, should, "independence", independence, detail)
        }
        false => {
            let detail = "nobody says who may approve";
            about.ask_for(&law::OVS_031, should, "independence", independence, detail)
        }
    });
    let may_approve = record.agent_accounts.items().iter();
    let agents = may_approve.filter(|item| item.value.may_approve.is(&true));
    asks.extend(agents.map(|item| {
        let detail = "an agent account may approve";
        let at = item.value.may_approve.span();
        Some(about.gap(&law::OVS_031, should, "agent_accounts.may_approve", detail, at))
    }));
    let bound = &record.approvals_bound_to_head;
    if !bound.is(&true) {
        asks.push(about.lack(&law::OVS_032, should, "approvals_bound_to_head", bound, ""));
    }
    asks.push(about.ask(
        &law::OVS_033,
        should,
        "enforcement_evidence",
        &record.enforcement_evidence,
    ));
    asks.push(about.ask(
        &law::OVS_050,
        should,
        "exception_process",
        &record.exception_process,
    ));
    asks.into_iter().flatten().collect()
}

/// Returns the gaps of counts: their period, and what they hint at.
pub(crate) fn of_audits(cases: &[Case]) -> Vec<Gap> {
    let audits = shared(cases, |case| case.docket.inventory.audits_of(case.system));
    let gaps = audits.iter().flat_map(|(record, cases)| {
        let about = inquiry(Kind::AuditSummary, record, cases);
        let Some(metrics) = record.metrics.stated() else {
            return Vec::new();
        };
        let mut gaps = hints(&about, metrics, forbids_bypass(cases, record));
        gaps.extend(period(&about, record));
        gaps
    });
    gaps.collect()
}

fn period(about: &Inquiry, record: &Record<AuditSummary>) -> Option<Gap> {
    match record.period.stated() {
        None => about.ask(&law::OVS_041, Level::Should, "period", &record.period),
        Some(period) => about
            .ask(&law::OVS_041, Level::Should, "period.start", &period.start)
            .or_else(|| about.ask(&law::OVS_041, Level::Should, "period.end", &period.end)),
    }
}

/// Counts that can mean approval by habit; none of them is a breach of anything. What a policy forbids is a gap of its own.
fn hints(about: &Inquiry, metrics: &Metrics, is_bypass_forbidden: bool) -> Vec<Gap> {
    let bypassed = count(&metrics.bypass_sessions).filter(|n| *n > 0 && !is_bypass_forbidden);
    let hints = [
        (
            bypassed.map(|n| {
                format!(
                    "{n} {} in a mode that asks no approval",
                    if n == 1 { "session" } else { "sessions" }
                )
            }),
            "metrics.bypass_sessions",
        ),
        (
            overridden(metrics)
                .filter(|n| *n == 0)
                .map(|n| format!("{n} changes requested, refused or reverted")),
            "metrics.changes_requested",
        ),
        (hardly_denied(metrics), "metrics.user_rejects"),
        (decided_by_configuration(metrics), "metrics.config_decisions"),
    ];
    let gap = |(detail, field): (Option<String>, &'static str)| {
        Some(about.gap(&law::OVS_042, Level::Info, field, &detail?, None))
    };
    hints.into_iter().filter_map(gap).collect()
}

fn count(field: &Field<u64>) -> Option<u64> {
    field.stated().copied()
}

/// Returns how often a change that declares AI was sent back, if any was reviewed.
fn overridden(metrics: &Metrics) -> Option<u64> {
    let parts = [
        &metrics.changes_requested,
        &metrics.closed_unmerged,
        &metrics.reverted,
    ];
    let sum = parts
        .into_iter()
        .map(count)
        .try_fold(0_u64, |sum, part| Some(sum.saturating_add(part?)));
    sum.filter(|_| count(&metrics.merged_ai_reviewed).is_some_and(|reviewed| reviewed > 0))
}

/// Fewer decisions than these say nothing about habit.
const FEWEST_DECISIONS: u64 = 200;

/// Less than one refusal in so many decisions.
fn hardly_denied(metrics: &Metrics) -> Option<String> {
    let (accepts, rejects) = (count(&metrics.user_accepts)?, count(&metrics.user_rejects)?);
    let decisions = accepts.saturating_add(rejects);
    let is_rare = rejects.saturating_mul(FEWEST_DECISIONS) < decisions;
    (decisions >= FEWEST_DECISIONS && is_rare)
        .then(|| format!("{rejects} refusals in {decisions} tool calls that users decided"))
}

/// More than nine in ten tool calls are never shown to a person.
fn decided_by_configuration(metrics: &Metrics) -> Option<String> {
    let by_users = count(&metrics.user_accepts)?.saturating_add(count(&metrics.user_rejects)?);
    let by_configuration = count(&metrics.config_decisions)?;
    let all = by_users.saturating_add(by_configuration);
    let is_most = u128::from(by_configuration) * 10 > u128::from(all) * 9;
    (all >= FEWEST_DECISIONS && is_most)
        .then(|| format!("{by_configuration} of {all} tool calls decided by configuration, shown to nobody"))
}
