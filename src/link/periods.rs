//! Days of one record that have to follow each other. Deadlines and retention are counted between them, so a period
//! that ends before it begins makes a document wrong.

use crate::calendar::Date;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::audit::{AuditSummary, Span};
use crate::inventory::field::Field;
use crate::inventory::kind::AnyRecord;
use crate::inventory::rollout::{Comparison, Phase, Rollout, RolloutPhase, UnapprovedTool, Value};

type Named<'r> = (&'static str, &'r Field<Date>);

/// Reports every pair of days of a record that stand in the wrong order.
pub(crate) fn check(record: &AnyRecord, findings: &mut Diagnostics) {
    for (first, later) in pairs(record) {
        if let (Some(begins), Some(ends)) = (first.1.said(), later.1.said())
            && ends.value < begins.value
        {
            let says = format!("`{}` lies before `{}`", later.0, first.0);
            let finding = Diagnostic::at(Code::DatesOutOfOrder, ends.span, says, "this day is earlier");
            findings.add(
                finding
                    .and_at(begins.span, "than this one")
                    .help("correct one of the two days"),
            );
        }
    }
}

fn pairs(record: &AnyRecord) -> Vec<(Named<'_>, Named<'_>)> {
    match record {
        AnyRecord::AiSystem(it) => vec![(
            ("in_service_since", &it.in_service_since),
            ("retired_on", &it.retired_on),
        )],
        AnyRecord::AuditSummary(it) => it
            .period
            .stated()
            .map_or_else(Vec::new, |period| counted(period, it)),
        AnyRecord::Incident(it) => vec![
            (("occurred_on", &it.occurred_on), ("detected_on", &it.detected_on)),
            (("occurred_on", &it.occurred_on), ("aware_on", &it.aware_on)),
            (("occurred_on", &it.occurred_on), ("closed_on", &it.closed_on)),
        ],
        AnyRecord::Rollout(it) => rolled_out(it),
        AnyRecord::Organisation(_)
        | AnyRecord::Vendor(_)
        | AnyRecord::Model(_)
        | AnyRecord::Dataset(_)
        | AnyRecord::ReviewWorkflow(_)
        | AnyRecord::OversightAssignment(_)
        | AnyRecord::ManagedPolicy(_)
        | AnyRecord::LiteracyRecord(_)
        | AnyRecord::Notice(_)
        | AnyRecord::Assessment(_)
        | AnyRecord::Evidence(_)
        // Which waiver counts on which day is worked out in `obligations`, and its days are reported there.
        | AnyRecord::Waiver(_) => Vec::new(),
    }
}

/// A period begins before it ends, and what was counted in it was extracted when it was over.
fn counted<'r>(period: &'r Span, audit: &'r AuditSummary) -> Vec<(Named<'r>, Named<'r>)> {
    let sources = audit.sources.items().iter();
    let extracted = sources.map(|source| {
        let day = ("sources.extracted_on", &source.value.extracted_on);
        (("period.end", &period.end), day)
    });
    let order = (("period.start", &period.start), ("period.end", &period.end));
    std::iter::once(order).chain(extracted).collect()
}

/// A phase and a measured period begin before they end, a tool is found before it is decided on, and what is measured
/// after a rollout begins when what was measured before has ended.
fn rolled_out(rollout: &Rollout) -> Vec<(Named<'_>, Named<'_>)> {
    let phases = RolloutPhase::ALL.iter();
    let phases = phases.filter_map(|phase| rollout.phases.stated()?.of(*phase).stated());
    let tools = rollout.unapproved_tools.items().iter();
    let comparisons = rollout.comparisons.items().iter();
    let mut pairs: Vec<(Named<'_>, Named<'_>)> = phases.map(phase).collect();
    pairs.extend(tools.flat_map(|tool| decided(&tool.value)));
    pairs.extend(comparisons.flat_map(|it| compared(&it.value)));
    pairs
}

fn phase(phase: &Phase) -> (Named<'_>, Named<'_>) {
    (("began_on", &phase.began_on), ("ended_on", &phase.ended_on))
}

fn decided(tool: &UnapprovedTool) -> [(Named<'_>, Named<'_>); 2] {
    let decided = ("decided_on", &tool.decided_on);
    [
        (("found_on", &tool.found_on), decided),
        (decided, ("tolerated_until", &tool.tolerated_until)),
    ]
}

fn compared(it: &Comparison) -> Vec<(Named<'_>, Named<'_>)> {
    let (before, after) = (period(&it.before), period(&it.after));
    let mut pairs: Vec<(Named<'_>, Named<'_>)> = before.into_iter().chain(after).map(span).collect();
    if let (Some(before), Some(after)) = (before, after) {
        pairs.push((
            ("before.period.end", &before.end),
            ("after.period.start", &after.start),
        ));
    }
    pairs
}

fn period(value: &Field<Value>) -> Option<&Span> {
    value.stated()?.period.stated()
}

fn span(period: &Span) -> (Named<'_>, Named<'_>) {
    (("period.start", &period.start), ("period.end", &period.end))
}
