//! Gaps of a rollout: what is said to be done and not shown, tools that go on being used, and days that have passed. No
//! article asks for a rollout plan, so nothing here is a duty.

use crate::calendar::Date;
use crate::inventory::field::Field;
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::inventory::rollout::{
    Comparison, Measure, Phase, PhaseStatus, PreventionMeasure, PreventionStatus, Rollout, RolloutPhase,
    Step, StepStatus, ToolDecision, UnapprovedTool, Value,
};
use crate::law::gaps::{self as law, GapKind};
use crate::link::audits::days;
use crate::obligations::case::Docket;
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::level::Level;
use crate::obligations::rollout::{
    Backing, Seeing, backing, is_ahead, is_open, is_to_end, overdue_tolerance, sightings,
};
use crate::source::{Span, Spanned};

/// A rollout that is looked at.
struct Plan<'i> {
    docket: Docket<'i>,
    record: &'i Record<Rollout>,
    about: Inquiry<'i>,
}

/// Returns the gaps of every rollout.
pub(crate) fn gaps(docket: Docket) -> Vec<Gap> {
    let plans = docket.inventory.rollouts.values().map(|record| {
        let systems = record.systems.items().iter().map(|it| &it.value).collect();
        let owner = record.owner.stated().map(String::as_str);
        Plan {
            docket,
            record,
            about: Inquiry::of(Kind::Rollout, record).about(systems, owner.or(docket.governor())),
        }
    });
    plans.flat_map(|plan| plan.gaps()).collect()
}

impl Plan<'_> {
    fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        if let Some(phases) = self.record.phases.stated() {
            for phase in RolloutPhase::ALL {
                let stated = phases.of(*phase).stated();
                gaps.extend(stated.into_iter().flat_map(|it| self.of_phase(*phase, it)));
            }
        }
        if let Some(prevention) = self.record.prevention.stated() {
            for measure in PreventionMeasure::ALL {
                let stated = prevention.of(*measure).stated();
                gaps.extend(stated.into_iter().flat_map(|it| self.of_measure(*measure, it)));
            }
        }
        let tools = self.record.unapproved_tools.items();
        gaps.extend(tools.iter().flat_map(|tool| self.of_tool(tool)));
        let comparisons = self.record.comparisons.items().iter();
        gaps.extend(comparisons.filter_map(|it| self.incomparable(it)));
        gaps.extend(self.unreviewed());
        gaps
    }

    fn gap(
        &self,
        kind: &'static GapKind,
        level: Level,
        field: &'static str,
        detail: &str,
        at: Option<Span>,
    ) -> Gap {
        self.about.gap(kind, level, field, detail, at)
    }

    fn of_phase(&self, phase: RolloutPhase, stated: &Phase) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let steps = stated.steps.items();
        let open = named(steps, |step| is_open(&step.status));
        if stated.status.is(&PhaseStatus::Done) && !open.is_empty() {
            let detail = format!("{}: {open}", phase.words());
            let at = stated.status.span();
            gaps.push(self.gap(&law::ROL_001, Level::Should, phase.field(), &detail, at));
        }
        let unshown = named(steps, |step| {
            step.status.is(&StepStatus::Done) && backing(&step.done_on, &step.evidence) == Backing::Nothing
        });
        if !unshown.is_empty() {
            let detail = format!("{}: {unshown}", phase.words());
            let at = stated.steps.span();
            gaps.push(self.gap(&law::ROL_003, Level::Info, phase.field(), &detail, at));
        }
        let due = is_ahead(&stated.status).then_some(&stated.due_on);
        gaps.extend(due.and_then(|due| self.overdue(phase.field(), phase.words(), due)));
        let late = steps.iter().filter(|step| is_open(&step.value.status));
        gaps.extend(late.filter_map(|step| {
            let step = &step.value;
            self.overdue(phase.field(), &name_of(step), &step.due_on)
        }));
        gaps
    }

    fn of_measure(&self, measure: PreventionMeasure, stated: &Measure) -> Vec<Gap> {
        let is_in_place = stated.status.is(&PreventionStatus::InPlace);
        let lacks = match backing(&stated.since, &stated.evidence) {
            Backing::Shown => None,
            Backing::DayAlone => Some("no evidence"),
            Backing::EvidenceAlone => Some("no day"),
            Backing::Nothing => Some("no day and no evidence"),
        };
        let unshown = lacks.filter(|_| is_in_place).map(|lacks| {
            let detail = format!("{} ({lacks})", measure.words());
            let at = stated.status.span();
            self.gap(&law::ROL_002, Level::Should, measure.field(), &detail, at)
        });
        let is_planned = stated.status.is(&PreventionStatus::Planned);
        let due = is_planned.then_some(&stated.due_on);
        let overdue = due.and_then(|due| self.overdue(measure.field(), measure.words(), due));
        unshown.into_iter().chain(overdue).collect()
    }

    fn overdue(&self, field: &'static str, what: &str, due: &Field<Date>) -> Option<Gap> {
        let due = due.said().filter(|due| due.value < self.docket.as_of)?;
        let detail = format!("{what}, due on {}", due.value.in_words());
        Some(self.gap(&law::ROL_008, Level::Info, field, &detail, Some(due.span)))
    }

    fn of_tool(&self, tool: &Spanned<UnapprovedTool>) -> Vec<Gap> {
        let name = tool.value.name.stated().map_or("unnamed", String::as_str);
        let field = "unapproved_tools";
        let mut gaps: Vec<Gap> = self.still_seen(&tool.value, name).into_iter().collect();
        if let Some(until) = overdue_tolerance(&tool.value, self.docket.as_of) {
            let detail = format!("`{name}`, until {}", until.value.in_words());
            gaps.push(self.gap(&law::ROL_005, Level::Should, field, &detail, Some(until.span)));
        }
        let it = &tool.value;
        let lacks = [
            ("no decision", it.decision.stated().is_none()),
            (
                "no day of the decision",
                it.decision.stated().is_some() && it.decided_on.stated().is_none(),
            ),
            (
                "no last day",
                it.decision.is(&ToolDecision::TolerateUntil) && it.tolerated_until.stated().is_none(),
            ),
        ];
        let lacks: Vec<&str> = lacks.iter().filter(|it| it.1).map(|it| it.0).collect();
        if !lacks.is_empty() {
            let detail = format!("`{name}` ({})", lacks.join(", "));
            gaps.push(self.gap(&law::ROL_006, Level::Info, field, &detail, Some(tool.span)));
        }
        gaps
    }

    /// A tool is asked about once, in the latest summary that names it.
    fn still_seen(&self, tool: &UnapprovedTool, name: &str) -> Option<Gap> {
        let all = sightings(self.docket.inventory, tool);
        let last = all.iter().max_by_key(|it| (it.seeing, days(it.audit)))?;
        let (level, told) = match last.seeing {
            Seeing::After => (Level::Should, ""),
            Seeing::MaybeBefore => (Level::Info, ", or before, for the period began earlier"),
            Seeing::Before | Seeing::Undated => return None,
        };
        let detail = format!("`{name}`, in `{}`{told}", last.audit.id.value);
        let at = Some(last.item.span);
        is_to_end(tool).then(|| self.gap(&law::ROL_004, level, "unapproved_tools", &detail, at))
    }

    fn incomparable(&self, comparison: &Spanned<Comparison>) -> Option<Gap> {
        let it = &comparison.value;
        let has_none = |field: &Field<Value>| {
            let value = field.stated();
            value.is_none_or(|it| it.value.stated().is_none() || !has_days(it))
        };
        let lacks = [
            ("the unit", it.unit.is_open()),
            ("the population", it.population.is_open()),
            ("how many people the group has", it.people.is_open()),
            ("the value before with its period", has_none(&it.before)),
            ("the value after with its period", has_none(&it.after)),
        ];
        let lacks: Vec<&str> = lacks.iter().filter(|it| it.1).map(|it| it.0).collect();
        let what = it.what.stated().map_or("unnamed", String::as_str);
        let detail = format!("`{what}` lacks {}", lacks.join(", "));
        let at = Some(comparison.span);
        (!lacks.is_empty()).then(|| self.gap(&law::ROL_009, Level::Info, "comparisons", &detail, at))
    }

    fn unreviewed(&self) -> Option<Gap> {
        let sign_off = self.record.head.sign_off.stated()?;
        let day = sign_off.next_review_on.said();
        let day = day.filter(|day| day.value < self.docket.as_of)?;
        let (field, detail) = ("sign_off.next_review_on", day.value.in_words());
        Some(self.gap(&law::ROL_007, Level::Should, field, &detail, Some(day.span)))
    }
}

fn has_days(value: &Value) -> bool {
    let period = value.period.stated();
    period.is_some_and(|it| it.start.stated().is_some() && it.end.stated().is_some())
}

/// Returns the names of some steps on one line; none is an empty text.
fn named(steps: &[Spanned<Step>], is_meant: impl Fn(&Step) -> bool) -> String {
    let meant = steps.iter().filter(|step| is_meant(&step.value));
    meant
        .map(|step| name_of(&step.value))
        .collect::<Vec<_>>()
        .join("; ")
}

/// Returns the words of a step, of the checklist or its own.
fn name_of(step: &Step) -> String {
    let listed = step.step.stated().map(|it| it.words());
    let own = step.own.stated().map(String::as_str);
    listed.or(own).unwrap_or("an unnamed step").to_owned()
}
