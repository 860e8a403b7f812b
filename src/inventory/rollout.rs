//! A rollout: how AI tools are brought to the people who use them, in four phases with their steps, what is done so
//! that nobody turns to unapproved tools, and what is known of such tools. Aggregates only: no field names a person.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::audit::Span;
use crate::inventory::field::{Field, List};
use crate::inventory::id::Id;
use crate::terms;

terms! {
    /// How far a phase is.
    pub enum PhaseStatus {
        Planned = "planned" => "planned",
        Running = "running" => "running",
        Done = "done" => "done",
        Skipped = "skipped" => "skipped",
    }
}

terms! {
    /// Whether a step was taken. One that does not apply says so with its reason, as every field can.
    pub enum StepStatus {
        Open = "open" => "open",
        Done = "done" => "done",
    }
}

terms! {
    /// A step of the checklist.
    pub enum RolloutStep {
        PilotGroup = "pilot_group" => "choose a small pilot group",
        Subscriptions = "subscriptions" => "set up the subscriptions",
        SharedConfiguration = "shared_configuration" => "install the shared configuration",
        Instructions = "instructions" => "fit the instructions file to the technology in use",
        Onboarding = "onboarding" => "hold an onboarding",
        PilotFeedback = "pilot_feedback" => "gather feedback of the pilot and update the instructions",
        WholeTeam = "whole_team" => "give access to the rest of the team",
        BuildHooks = "build_hooks" => "configure hooks for the build system",
        BuildServer = "build_server" => "connect the build server",
        Budgets = "budgets" => "set budgets for spending",
        FittingPlan = "fitting_plan" => "move to a plan with the controls that are needed",
        ManagedPolicies = "managed_policies" => "configure managed policies",
        AuditLog = "audit_log" => "connect the audit log of the vendor",
        GovernanceDocuments = "governance_documents" => "put the tool into the documents on AI governance",
        TeamLeads = "team_leads" => "train team leads",
        DeploymentFrequency = "deployment_frequency" => "compare how often changes go live, before and after",
        TimeToFix = "time_to_fix" => "compare how long fixing faults takes, before and after",
        ReviewTurnaround = "review_turnaround" => "compare how long reviews take, before and after",
        QuarterlyReport = "quarterly_report" => "report to the leadership each quarter",
    }
}

terms! {
    /// A phase of a rollout.
    pub enum RolloutPhase {
        Pilot = "pilot" => "pilot",
        Expand = "expand" => "expansion",
        Standardise = "standardise" => "standardisation",
        Measure = "measure" => "measurement",
    }
}

impl RolloutPhase {
    /// Returns the steps that belong to the phase, in their order.
    pub const fn steps(self) -> &'static [RolloutStep] {
        match self {
            Self::Pilot => &[
                RolloutStep::PilotGroup,
                RolloutStep::Subscriptions,
                RolloutStep::SharedConfiguration,
                RolloutStep::Instructions,
                RolloutStep::Onboarding,
            ],
            Self::Expand => &[
                RolloutStep::PilotFeedback,
                RolloutStep::WholeTeam,
                RolloutStep::BuildHooks,
                RolloutStep::BuildServer,
                RolloutStep::Budgets,
            ],
            Self::Standardise => &[
                RolloutStep::FittingPlan,
                RolloutStep::ManagedPolicies,
                RolloutStep::AuditLog,
                RolloutStep::GovernanceDocuments,
                RolloutStep::TeamLeads,
            ],
            Self::Measure => &[
                RolloutStep::DeploymentFrequency,
                RolloutStep::TimeToFix,
                RolloutStep::ReviewTurnaround,
                RolloutStep::QuarterlyReport,
            ],
        }
    }

    /// Returns the field that holds the phase.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Pilot => "phases.pilot",
            Self::Expand => "phases.expand",
            Self::Standardise => "phases.standardise",
            Self::Measure => "phases.measure",
        }
    }
}

terms! {
    /// How far a measure against unapproved tools is.
    pub enum PreventionStatus {
        Planned = "planned" => "planned",
        InPlace = "in_place" => "in place",
        Ended = "ended" => "ended",
    }
}

terms! {
    /// A way to keep people from turning to unapproved tools.
    pub enum PreventionMeasure {
        ApproveQuickly = "approve_quickly" => "requests for tools are decided quickly",
        EasyOfficialPath = "easy_official_path" => "the official way is the easy one",
        PolicyCommunicated = "policy_communicated" => "people know what may be used for work",
        Monitor = "monitor" => "use is watched as a whole rather than blocked",
        Training = "training" => "people are trained",
    }
}

impl PreventionMeasure {
    /// Returns the field that holds the measure.
    pub const fn field(self) -> &'static str {
        match self {
            Self::ApproveQuickly => "prevention.approve_quickly",
            Self::EasyOfficialPath => "prevention.easy_official_path",
            Self::PolicyCommunicated => "prevention.policy_communicated",
            Self::Monitor => "prevention.monitor",
            Self::Training => "prevention.training",
        }
    }
}

terms! {
    /// What was decided about an unapproved tool.
    pub enum ToolDecision {
        Approve = "approve" => "approved",
        Replace = "replace" => "to be replaced",
        Forbid = "forbid" => "forbidden",
        TolerateUntil = "tolerate_until" => "tolerated for a time",
    }
}

fields! {
    /// How AI tools are brought to the people who use them.
    pub struct Rollout {
        /// The systems that are rolled out.
        systems: List<Id>,
        /// The role that owns it.
        owner: String,
        /// The four phases.
        phases: Phases,
        /// What keeps people from turning to unapproved tools.
        prevention: Prevention,
        /// Unapproved tools that are known, and what was decided about each.
        unapproved_tools: List<UnapprovedTool>,
        /// What was measured before and after, of the whole group.
        comparisons: List<Comparison>,
    }
}

fields! {
    /// The four phases.
    pub struct Phases {
        /// A small group tries the tools.
        pilot: Phase,
        /// The rest of the team joins.
        expand: Phase,
        /// The tools are managed as any other.
        standardise: Phase,
        /// What came of it is compared.
        measure: Phase,
    }
}

fields! {
    /// One phase.
    pub struct Phase {
        /// How far it is.
        status: PhaseStatus,
        /// The day on which it is to end.
        due_on: Date,
        /// Its first day.
        began_on: Date,
        /// Its last day.
        ended_on: Date,
        /// Why it was skipped.
        reason: String,
        /// Its steps, as far as the record speaks about them.
        steps: List<Step>,
    }
}

fields! {
    /// A step of a phase: one of the checklist, or one in own words.
    pub struct Step {
        /// Which step of the checklist.
        step: RolloutStep,
        /// The step in own words, where it is none of the checklist.
        own: String,
        /// Whether it was taken.
        status: StepStatus,
        /// The day by which it is to be taken.
        due_on: Date,
        /// The day on which it was taken.
        done_on: Date,
        /// The `evidence` records that show it.
        evidence: List<Id>,
    }
}

fields! {
    /// Five measures against unapproved tools.
    pub struct Prevention {
        /// Requests for tools are decided within days.
        approve_quickly: Measure,
        /// Official tools are easier to get than others.
        easy_official_path: Measure,
        /// People know what may be used for work, and with which account.
        policy_communicated: Measure,
        /// Use is watched as a whole rather than blocked.
        monitor: Measure,
        /// People are trained.
        training: Measure,
    }
}

fields! {
    /// One measure against unapproved tools.
    pub struct Measure {
        /// How far it is.
        status: PreventionStatus,
        /// The day since which it is in place.
        since: Date,
        /// The day by which it is to be in place.
        due_on: Date,
        /// What was done.
        what: String,
        /// The `evidence` records that show it.
        evidence: List<Id>,
    }
}

fields! {
    /// A tool in use that nobody approved.
    pub struct UnapprovedTool {
        /// Its name, as sources spell it.
        name: String,
        /// The record of the tool as a system, if it has one.
        system: Id,
        /// The day on which it was found.
        found_on: Date,
        /// The role or the source that found it, never a person.
        found_by: String,
        /// What was decided.
        decision: ToolDecision,
        /// The day of the decision.
        decided_on: Date,
        /// The role that decided.
        decided_by: String,
        /// The last day on which it is tolerated.
        tolerated_until: Date,
        /// The system that takes its place.
        replaced_by: Id,
    }
}

fields! {
    /// What was measured before and after, of the whole group.
    pub struct Comparison {
        /// What is compared, in words.
        what: String,
        /// The unit of both values.
        unit: String,
        /// What both values were worked out from, as a group.
        population: String,
        /// How many people the group has.
        people: u64,
        /// The value before.
        before: Value,
        /// The value after.
        after: Value,
        /// The `evidence` records that show it.
        evidence: List<Id>,
    }
}

fields! {
    /// A value of the whole group over a period.
    pub struct Value {
        /// The value.
        value: f64,
        /// How many things it was worked out from.
        n: u64,
        /// The period, both days included.
        period: Span,
    }
}

impl Phases {
    /// Returns the field of a phase.
    pub fn of(&self, phase: RolloutPhase) -> &Field<Phase> {
        match phase {
            RolloutPhase::Pilot => &self.pilot,
            RolloutPhase::Expand => &self.expand,
            RolloutPhase::Standardise => &self.standardise,
            RolloutPhase::Measure => &self.measure,
        }
    }
}

impl Prevention {
    /// Returns the field of a measure.
    pub fn of(&self, measure: PreventionMeasure) -> &Field<Measure> {
        match measure {
            PreventionMeasure::ApproveQuickly => &self.approve_quickly,
            PreventionMeasure::EasyOfficialPath => &self.easy_official_path,
            PreventionMeasure::PolicyCommunicated => &self.policy_communicated,
            PreventionMeasure::Monitor => &self.monitor,
            PreventionMeasure::Training => &self.training,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_belongs_to_one_phase() {
        let steps = RolloutPhase::ALL.iter().flat_map(|phase| phase.steps());
        let steps: Vec<RolloutStep> = steps.copied().collect();
        assert_eq!(steps, RolloutStep::ALL);
    }

    #[test]
    fn fields_of_phases_and_measures_are_named_as_in_the_record() {
        for phase in RolloutPhase::ALL {
            assert_eq!(phase.field(), format!("phases.{}", phase.key()));
        }
        for measure in PreventionMeasure::ALL {
            assert_eq!(measure.field(), format!("prevention.{}", measure.key()));
        }
    }
}
