//! The four phases and their steps: how far each is, on which day, and what shows it. A step of the checklist that the
//! record does not name stands as not on record, never as open and never as done.

use crate::documents::facts::Row;
use crate::documents::neighbours::title_on;
use crate::documents::occasion::Occasion;
use crate::documents::trail::{Said, Trail};
use crate::inventory::field::{Field, List};
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::rollout::{Phase, PhaseStatus, Rollout, RolloutPhase, RolloutStep, Step, StepStatus};
use crate::obligations::rollout::{Backing, backing, is_open};
use crate::source::Spanned;
use crate::term::sentence_case;

/// Returns phase, status, due, began, ended, why it was skipped.
pub(crate) fn phases(trail: &mut Trail, section: &str, record: &Record<Rollout>) -> Vec<Row> {
    let mut said = trail.about(section, record.id.value.as_str());
    let rows = RolloutPhase::ALL.iter().map(|phase| {
        let words = said.words();
        let mut row = vec![sentence_case(&words.term(*phase))];
        row.extend(match stated(record, *phase) {
            None => {
                let none = words.say("not-on-record");
                vec![none.clone(), none.clone(), none.clone(), none.clone(), none]
            }
            Some(it) => of_phase(&mut said, *phase, it),
        });
        row
    });
    rows.collect()
}

fn stated(record: &Record<Rollout>, phase: RolloutPhase) -> Option<&Phase> {
    record.phases.stated()?.of(phase).stated()
}

fn of_phase(said: &mut Said<'_>, phase: RolloutPhase, it: &Phase) -> Vec<String> {
    let name = |field: &str| format!("{}.{field}", phase.field());
    let reason = match it.status.is(&PhaseStatus::Skipped) {
        true => said.field(&name("reason"), &it.reason),
        false if it.reason.span().is_none() => said.words().say("rollout-not-skipped"),
        false => said.field(&name("reason"), &it.reason),
    };
    vec![
        said.field(&name("status"), &it.status),
        said.optional(&name("due_on"), &it.due_on),
        said.optional(&name("began_on"), &it.began_on),
        said.optional(&name("ended_on"), &it.ended_on),
        reason,
    ]
}

/// Returns phase, step, status, day, what shows it: of each phase the steps of the checklist, then those in own words.
pub(crate) fn steps(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    section: &str,
    record: &Record<Rollout>,
) -> Vec<Row> {
    let mut said = trail.about(section, record.id.value.as_str());
    let mut rows = Vec::new();
    for phase in RolloutPhase::ALL {
        let steps = stated(record, *phase).map_or(&[][..], |it| it.steps.items());
        for listed in phase.steps() {
            let found = steps.iter().position(|step| step.value.step.is(listed));
            let of = found.map(|at| (at, &steps[at]));
            rows.push(row(occasion, &mut said, *phase, Some(*listed), of));
        }
        let own = steps.iter().enumerate();
        let own = own.filter(|(_, step)| step.value.step.stated().is_none());
        for of in own {
            rows.push(row(occasion, &mut said, *phase, None, Some(of)));
        }
    }
    rows
}

fn row(
    occasion: &Occasion<'_>,
    said: &mut Said<'_>,
    phase: RolloutPhase,
    listed: Option<RolloutStep>,
    found: Option<(usize, &Spanned<Step>)>,
) -> Row {
    let words = said.words();
    let phase_words = sentence_case(&words.term(phase));
    let Some((at, step)) = found else {
        let step = listed.map_or_else(String::new, |step| sentence_case(&words.term(step)));
        let none = words.say("not-on-record");
        return vec![
            phase_words,
            step,
            none.clone(),
            none,
            words.say("rollout-not-said"),
        ];
    };
    let step = &step.value;
    let name = |field: &str| format!("{}.steps[{at}].{field}", phase.field());
    let what = match listed {
        Some(listed) => sentence_case(&words.term(listed)),
        None => said.field(&name("own"), &step.own),
    };
    vec![
        phase_words,
        what,
        said.field(&name("status"), &step.status),
        day(said, &name, step),
        shown_by(occasion, said, &name, step),
    ]
}

/// Returns the day on which a step was taken; of an open one the day by which it is to be taken.
fn day(said: &mut Said<'_>, name: &impl Fn(&str) -> String, step: &Step) -> String {
    let words = said.words();
    if step.status.is(&StepStatus::Open) {
        return match step.due_on.stated() {
            None => words.say("not-on-record"),
            Some(_) => {
                let day = said.field(&name("due_on"), &step.due_on);
                words.say_with("rollout-due", &[("day", day.into())])
            }
        };
    }
    said.optional(&name("done_on"), &step.done_on)
}

fn shown_by(
    occasion: &Occasion<'_>,
    said: &mut Said<'_>,
    name: &impl Fn(&str) -> String,
    step: &Step,
) -> String {
    let is_done = step.status.is(&StepStatus::Done);
    let nothing = match (is_done, backing(&step.done_on, &step.evidence)) {
        (false, _) if !is_open(&step.status) => said.words().say("rollout-nothing-asked"),
        (false, _) => said.words().say("rollout-nothing-to-show"),
        (true, Backing::DayAlone) => said.words().say("rollout-day-alone"),
        (true, Backing::Nothing | Backing::Shown | Backing::EvidenceAlone) => {
            said.words().say("rollout-said-alone")
        }
    };
    evidence(occasion, said, &name("evidence"), &step.evidence, nothing)
}

/// Returns the titles of evidence records; where there are none, the words for that.
pub(crate) fn evidence(
    occasion: &Occasion<'_>,
    said: &mut Said<'_>,
    name: &str,
    field: &Field<List<Id>>,
    nothing: String,
) -> String {
    let words = said.words();
    match field.items().is_empty() {
        true => nothing,
        false => said.field_as(name, field, |list| {
            let ids = list.0.iter();
            words.list(ids.map(|id| title_on(words, &occasion.inventory.evidence, &id.value)))
        }),
    }
}
