//! What a rollout comes to: what shows a step or a measure, and whether an unapproved tool was seen after somebody
//! decided about it. Judges records alone; nobody is watched.

use crate::calendar::Date;
use crate::inventory::audit::{AuditSummary, Seen};
use crate::inventory::field::{Field, List};
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::rollout::{PhaseStatus, StepStatus, ToolDecision, UnapprovedTool};
use crate::link::Inventory;
use crate::link::audits::days;
use crate::link::tool_names::plain;
use crate::source::Spanned;

/// How far something that is said to be done is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backing {
    /// A day and evidence.
    Shown,
    /// A day without evidence.
    DayAlone,
    /// Evidence without a day.
    EvidenceAlone,
    /// Neither.
    Nothing,
}

/// Returns what stands behind something that is said to be done.
pub fn backing(day: &Field<Date>, evidence: &Field<List<Id>>) -> Backing {
    match (day.stated().is_some(), evidence.items().is_empty()) {
        (true, false) => Backing::Shown,
        (true, true) => Backing::DayAlone,
        (false, false) => Backing::EvidenceAlone,
        (false, true) => Backing::Nothing,
    }
}

/// Returns whether a phase is still to end.
pub fn is_ahead(status: &Field<PhaseStatus>) -> bool {
    status.stated().is_none_or(|status| match status {
        PhaseStatus::Planned | PhaseStatus::Running => true,
        PhaseStatus::Done | PhaseStatus::Skipped => false,
    })
}

/// Returns whether a step is still to be taken, for all that is said.
pub fn is_open(status: &Field<StepStatus>) -> bool {
    match status {
        Field::Stated(said) => said.value == StepStatus::Open,
        Field::NotApplicable(_) => false,
        Field::Unknown(_) | Field::Absent => true,
    }
}

/// When an audit summary that names a tool stands to the decision about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seeing {
    /// All of its days lie before the decision, or on its day.
    Before,
    /// Nobody can say: a day is missing.
    Undated,
    /// It began before and ended after, so the tool may have been used before.
    MaybeBefore,
    /// All of its days lie after.
    After,
}

/// An unapproved tool in an audit summary.
#[derive(Debug, Clone, Copy)]
pub struct Sighting<'i> {
    /// The summary.
    pub audit: &'i Record<AuditSummary>,
    /// The list of the summary that names it.
    pub list: &'static str,
    /// What it names.
    pub item: &'i Spanned<Seen>,
    /// When.
    pub seeing: Seeing,
}

/// Returns the audit summaries that name a tool among tools or servers, the earliest first.
pub fn sightings<'i>(inventory: &'i Inventory, tool: &UnapprovedTool) -> Vec<Sighting<'i>> {
    let names = names(inventory, tool);
    let mut found: Vec<Sighting<'i>> = Vec::new();
    for audit in inventory.audits.values() {
        let seen = [
            ("tools_seen", &audit.tools_seen),
            ("mcp_servers_seen", &audit.mcp_servers_seen),
        ];
        let mut seen = seen
            .into_iter()
            .flat_map(|(list, field)| field.items().iter().map(move |item| (list, item)));
        let is_meant = |(_, item): &(&str, &Spanned<Seen>)| {
            let name = item.value.name.stated().map(|name| plain(name));
            name.is_some_and(|name| names.contains(&name))
        };
        found.extend(seen.find(is_meant).map(|(list, item)| Sighting {
            audit,
            list,
            item,
            seeing: seeing(audit, tool.decided_on.stated()),
        }));
    }
    found.sort_by_key(|it| (days(it.audit), it.audit.id.value.clone()));
    found
}

/// A tool is known by its name, and by the name of its record as a system.
fn names(inventory: &Inventory, tool: &UnapprovedTool) -> Vec<String> {
    let system = tool.system.stated().and_then(|id| inventory.systems.get(id));
    let own = tool.name.stated().map(String::as_str);
    let names = own.into_iter().chain(system.map(Record::title));
    names.map(plain).filter(|name| !name.is_empty()).collect()
}

fn seeing(audit: &AuditSummary, decided_on: Option<&Date>) -> Seeing {
    match (days(audit), decided_on) {
        (None, _) | (_, None) => Seeing::Undated,
        (Some((_, end)), Some(day)) if end <= *day => Seeing::Before,
        (Some((start, _)), Some(day)) if start > *day => Seeing::After,
        (Some(_), Some(_)) => Seeing::MaybeBefore,
    }
}

/// Returns whether somebody decided that a tool is not to be used any more.
pub fn is_to_end(tool: &UnapprovedTool) -> bool {
    tool.decision.stated().is_some_and(|decision| match decision {
        ToolDecision::Forbid | ToolDecision::Replace => true,
        ToolDecision::Approve | ToolDecision::TolerateUntil => false,
    })
}

/// Returns the last day of a tolerance that is over.
pub fn overdue_tolerance(tool: &UnapprovedTool, as_of: Date) -> Option<&Spanned<Date>> {
    let is_tolerated = tool.decision.is(&ToolDecision::TolerateUntil);
    let until = tool.tolerated_until.said()?;
    (is_tolerated && until.value < as_of).then_some(until)
}
