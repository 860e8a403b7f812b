//! An audit summary: counts over one period, from logs, with their sources. Aggregates only.

use crate::calendar::{Date, Period};
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::terms;

terms! {
    /// Where counts come from.
    pub enum SourceType {
        ComplianceApi = "compliance_api" => "vendor's audit interface",
        Otel = "otel" => "telemetry",
        Siem = "siem" => "security event store",
        GitHost = "git_host" => "git host",
        Ci = "ci" => "build system",
        VendorConsole = "vendor_console" => "vendor's console",
        Manual = "manual" => "counted by hand",
    }
}

terms! {
    /// A category of log.
    pub enum LogCategoryName {
        Sessions = "sessions" => "sessions",
        ToolUsage = "tool_usage" => "tool usage",
        PromptsAndOutputs = "prompts_and_outputs" => "prompts and outputs",
        CodeChanges = "code_changes" => "code changes",
        Costs = "costs" => "costs",
        PolicyViolations = "policy_violations" => "policy violations",
        ApprovalsOverrides = "approvals_overrides" => "approvals and overrides",
        Access = "access" => "access",
        ConfigChanges = "config_changes" => "changes of configuration",
        Incidents = "incidents" => "incidents",
    }
}

terms! {
    /// Who holds a log.
    pub enum HeldBy {
        Us = "us" => "the organisation",
        Vendor = "vendor" => "the vendor",
        Both = "both" => "both",
    }
}

terms! {
    /// How a log is protected against change.
    pub enum Integrity {
        None = "none" => "none",
        AppendOnly = "append_only" => "append only",
        HashChain = "hash_chain" => "hash chain",
        Signed = "signed" => "signed",
        Worm = "worm" => "write once",
    }
}

terms! {
    /// What monitoring led to (Art. 26(5)).
    pub enum MonitoringConclusion {
        None = "none" => "nothing to report",
        InformedProvider = "informed_provider" => "the provider was informed",
        UseSuspended = "use_suspended" => "use was suspended",
        AuthorityInformed = "authority_informed" => "the authority was informed",
    }
}

fields! {
    /// Counts over one period.
    pub struct AuditSummary {
        /// The period, both days included.
        period: Span,
        /// Systems it covers.
        systems: List<Id>,
        /// Where the counts come from.
        sources: List<AuditSource>,
        /// What is logged, by whom and for how long.
        log_categories: List<LogCategory>,
        /// How much was used.
        volumes: Volumes,
        /// Violations of policy.
        policy_violations: List<PolicyViolation>,
        /// Review counts.
        metrics: Metrics,
        /// Samples that were reviewed again.
        sampling: Sampling,
        /// What monitoring led to.
        monitoring_conclusion: MonitoringConclusion,
        /// Incidents of the period.
        incidents: List<Id>,
    }
}

fields! {
    /// A span of days, both included.
    pub struct Span {
        /// The first day.
        start: Date,
        /// The last day.
        end: Date,
    }
}

fields! {
    /// Where counts come from.
    pub struct AuditSource {
        /// Its name.
        name: String,
        /// Its kind.
        r#type: SourceType,
        /// The day of extraction.
        extracted_on: Date,
        /// The query.
        query: String,
        /// The `evidence` record of the extract.
        evidence: Id,
    }
}

fields! {
    /// What is logged (Art. 12, 19, 26(6)).
    pub struct LogCategory {
        /// Which category.
        category: LogCategoryName,
        /// Who holds it.
        held_by: HeldBy,
        /// How long it is kept at least.
        retention_min: Period,
        /// How long it is kept at most.
        retention_max: Period,
        /// Whether personal data is in it.
        personal_data: bool,
        /// Where it lies.
        location: String,
        /// Which roles can read it.
        access_roles: List<String>,
        /// The legal basis of its period.
        basis: String,
        /// The day on which deletion was verified.
        deletion_verified_on: Date,
        /// How it is protected against change.
        integrity: Integrity,
    }
}

fields! {
    /// How much was used; whole groups only.
    pub struct Volumes {
        /// Sessions.
        sessions: u64,
        /// Users, as a number.
        users_count: u64,
        /// Tool calls.
        tool_calls: u64,
        /// Pull requests.
        prs_total: u64,
        /// Pull requests that declare AI involvement.
        prs_ai_declared: u64,
        /// Commits that declare AI involvement.
        commits_ai_declared: u64,
    }
}

fields! {
    /// Violations of one kind.
    pub struct PolicyViolation {
        /// Which kind.
        r#type: String,
        /// How many.
        count: u64,
        /// How many are resolved.
        resolved: u64,
    }
}

fields! {
    /// Review counts of the period.
    pub struct Metrics {
        /// Changes merged.
        merged: u64,
        /// Of these, reviewed by a person other than the author.
        merged_reviewed: u64,
        /// Merged changes that declare AI involvement.
        merged_ai: u64,
        /// Of these, reviewed by a person other than the author.
        merged_ai_reviewed: u64,
        /// Merged by their author without independent approval.
        self_merged: u64,
        /// Merged under an exception.
        exceptions: u64,
        /// Reviews that asked for changes.
        changes_requested: u64,
        /// Changes closed without merging.
        closed_unmerged: u64,
        /// Changes reverted within 30 days.
        reverted: u64,
        /// Merged although the change changed after its last approval.
        stale_approvals: u64,
        /// Tool calls that a user accepted.
        user_accepts: u64,
        /// Tool calls that a user refused.
        user_rejects: u64,
        /// Tool calls that configuration decided, never shown to a person.
        config_decisions: u64,
        /// Sessions that entered a mode without approvals.
        bypass_sessions: u64,
        /// Median time from opening to the first review by a person, in hours.
        median_first_review: f64,
        /// Median review time per 100 changed lines, in seconds.
        median_review_s_per_100: f64,
    }
}

fields! {
    /// Samples that were reviewed again.
    pub struct Sampling {
        /// How many.
        n: u64,
        /// How many findings.
        findings: u64,
        /// How they were chosen.
        method: String,
    }
}
