//! How long the organisation wants logs to be kept at least, whatever the law asks. Nothing is assumed where it is silent.

use crate::calendar::Period;
use crate::fields;
use crate::inventory::audit::LogCategoryName;
use crate::inventory::field::Field;

fields! {
    /// How long logs are to be kept at least by the organisation's own rule, by category.
    pub struct LogMinimums {
        /// Sessions.
        sessions: Period,
        /// Tool usage.
        tool_usage: Period,
        /// Prompts and outputs.
        prompts_and_outputs: Period,
        /// Code changes.
        code_changes: Period,
        /// Costs.
        costs: Period,
        /// Policy violations.
        policy_violations: Period,
        /// Approvals and overrides.
        approvals_overrides: Period,
        /// Access.
        access: Period,
        /// Changes of configuration.
        config_changes: Period,
        /// Incidents.
        incidents: Period,
    }
}

impl LogMinimums {
    /// Returns what is said about a category.
    pub const fn of(&self, category: LogCategoryName) -> &Field<Period> {
        match category {
            LogCategoryName::Sessions => &self.sessions,
            LogCategoryName::ToolUsage => &self.tool_usage,
            LogCategoryName::PromptsAndOutputs => &self.prompts_and_outputs,
            LogCategoryName::CodeChanges => &self.code_changes,
            LogCategoryName::Costs => &self.costs,
            LogCategoryName::PolicyViolations => &self.policy_violations,
            LogCategoryName::ApprovalsOverrides => &self.approvals_overrides,
            LogCategoryName::Access => &self.access,
            LogCategoryName::ConfigChanges => &self.config_changes,
            LogCategoryName::Incidents => &self.incidents,
        }
    }
}
