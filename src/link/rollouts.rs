//! What a rollout says and cannot mean: a step that names nothing or two things, stands in another phase or stands
//! twice, and a value of a group that is one person. What is still open is for `obligations`.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::kind::AnyRecord;
use crate::inventory::rollout::{Comparison, Phase, RolloutPhase, RolloutStep, Step};
use crate::source::{Span, Spanned};
use std::collections::BTreeMap;

/// Reports every step of a rollout that does not say one thing, and every value of one person.
pub(crate) fn check(record: &AnyRecord, findings: &mut Diagnostics) {
    let AnyRecord::Rollout(rollout) = record else {
        return;
    };
    let comparisons = rollout.comparisons.items().iter();
    comparisons.for_each(|it| of_one_person(&it.value, findings));
    let Some(phases) = rollout.phases.stated() else {
        return;
    };
    for phase in RolloutPhase::ALL {
        if let Some(stated) = phases.of(*phase).stated() {
            steps(*phase, stated, findings);
        }
    }
}

fn steps(phase: RolloutPhase, stated: &Phase, findings: &mut Diagnostics) {
    let mut seen: BTreeMap<RolloutStep, Span> = BTreeMap::new();
    for step in stated.steps.items() {
        let Some(named) = named(step, findings) else {
            continue;
        };
        if !phase.steps().contains(&named.value) {
            findings.add(misplaced(phase, named));
        }
        match seen.get(&named.value) {
            Some(first) => findings.add(repeated(named, *first)),
            None => {
                seen.insert(named.value, named.span);
            }
        }
    }
}

/// Returns the step of the checklist that an entry names; one in own words names none.
fn named<'s>(step: &'s Spanned<Step>, findings: &mut Diagnostics) -> Option<&'s Spanned<RolloutStep>> {
    let (listed, own) = (step.value.step.said(), step.value.own.said());
    let says = match (listed, own) {
        (Some(_), None) | (None, Some(_)) => return listed,
        (Some(_), Some(_)) => "a step names one of the checklist and one in own words",
        (None, None) => "a step names nothing",
    };
    let finding = Diagnostic::at(Code::UnclearStep, step.span, says, "which step is meant?");
    findings
        .add(finding.help("write `step` with a term of the checklist, or `own` with the step in own words"));
    None
}

fn misplaced(phase: RolloutPhase, named: &Spanned<RolloutStep>) -> Diagnostic {
    let homes = RolloutPhase::ALL.iter();
    let homes = homes.filter(|it| it.steps().contains(&named.value));
    let homes: Vec<String> = homes.map(|home| format!("`{}`", home.field())).collect();
    let says = format!("`{}` is no step of `{}`", named.value.key(), phase.field());
    Diagnostic::at(Code::UnclearStep, named.span, says, "a step of another phase").help(format!(
        "move it to {}, or describe what was done under `own`",
        homes.join(", ")
    ))
}

fn repeated(named: &Spanned<RolloutStep>, first: Span) -> Diagnostic {
    let says = format!("the step `{}` stands twice", named.value.key());
    Diagnostic::at(Code::UnclearStep, named.span, says, "again here")
        .and_at(first, "first here")
        .help("keep one of the two")
}

/// A value of one person would record how that person performs (Annex III point 4(b)).
fn of_one_person(comparison: &Comparison, findings: &mut Diagnostics) {
    let people = comparison.people.said();
    if let Some(people) = people.filter(|people| people.value < 2) {
        let says = format!("a comparison is about a group of {}", people.value);
        let finding = Diagnostic::at(Code::GroupOfOne, people.span, says, "no group");
        findings.add(finding.help(
            "compare values of a whole team; figures of single persons do not belong into this record",
        ));
    }
}
