//! An audit summary: counts over one period, from logs, with their sources; written by hand or by an import. Aggregates
//! only: no field names a person.

use crate::calendar::{Date, Period};
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::inventory::money::Amount;
use crate::terms;
use std::collections::BTreeMap;

terms! {
    /// Where counts come from.
    pub enum SourceType {
        ComplianceApi = "compliance_api" => "vendor's audit interface",
        Otel = "otel" => "telemetry",
        Siem = "siem" => "security event store",
        GitHost = "git_host" => "git host",
        Ci = "ci" => "build system",
        VendorConsole = "vendor_console" => "vendor's console",
        VendorApi = "vendor_api" => "vendor's interface for figures of use",
        Settings = "settings" => "settings files",
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
        /// The time zone in which its days begin and end; UTC when it is not stated.
        timezone: String,
        /// Systems it covers.
        systems: List<Id>,
        /// Where the counts come from.
        sources: List<AuditSource>,
        /// What is logged, by whom and for how long.
        log_categories: List<LogCategory>,
        /// How long logs are kept as measured, whatever is declared.
        effective_retention: List<MeasuredRetention>,
        /// How much was used.
        volumes: Volumes,
        /// What use cost.
        costs: Costs,
        /// Models that the sources name.
        models_seen: List<Seen>,
        /// AI tools and agents that the sources name.
        tools_seen: List<Seen>,
        /// MCP servers that the sources name.
        mcp_servers_seen: List<Seen>,
        /// Violations of policy.
        policy_violations: List<PolicyViolation>,
        /// Review counts.
        metrics: Metrics,
        /// Samples that were reviewed again.
        sampling: Sampling,
        /// Administrative and other activities, by the type that the source gives them.
        activities: List<Seen>,
        /// Numbers of other sources for what is counted here; they are never added.
        cross_checks: List<CrossCheck>,
        /// Which sources gave which number, by its path; without it, those that its group names after `from`.
        facts_from: BTreeMap<String, List<String>>,
        /// What the sources cannot show.
        blind_spots: List<String>,
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
        /// Its id within the summary, by which counts say `from`.
        id: String,
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
        /// The name of the file that was read; documents do not carry its content.
        file: String,
        /// The SHA-256 of that file, in hex, so that a count can be made again.
        sha256: String,
        /// Records in the file.
        records_read: u64,
        /// Of these, counted.
        records_used: u64,
        /// Of these, left out because the same record was read before.
        duplicates: u64,
        /// Of these, left out because they lie outside the period.
        outside_period: u64,
        /// Of these, left out because they are about something else, such as another service.
        unrelated: u64,
        /// Records of kinds that the import does not know, by kind.
        unknown_events: BTreeMap<String, u64>,
        /// Whether the file covers the whole period and was read to its end.
        complete: bool,
        /// Days of the period of which the source, with others of the same import, holds nothing.
        missing_days: List<Date>,
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
        /// What else is to be said.
        note: String,
    }
}

fields! {
    /// How long something was found to be kept.
    pub struct MeasuredRetention {
        /// What is kept.
        what: String,
        /// The category of log that it is, if it is one.
        category: LogCategoryName,
        /// For how many days.
        days: u64,
        /// Whether nobody chose the period: the product's default applied.
        is_default: bool,
        /// Sources of the summary that show it.
        from: List<String>,
    }
}

fields! {
    /// A model, tool or server that a source names.
    pub struct Seen {
        /// Its name, as the source spells it.
        name: String,
        /// The product through which it was used.
        via: String,
        /// How often: requests to a model, calls of a server.
        count: u64,
        /// Sources of the summary that name it.
        from: List<String>,
    }
}

fields! {
    /// What use cost.
    pub struct Costs {
        /// The currency (ISO 4217).
        currency: String,
        /// The sum.
        amount: Amount,
        /// Whether the sum is an estimate of the tool and no invoice.
        estimated: bool,
        /// Tokens.
        tokens: Tokens,
        /// The same for each model.
        by_model: List<ModelCost>,
        /// Sources of the summary that show it.
        from: List<String>,
    }
}

fields! {
    /// What use of one model cost.
    pub struct ModelCost {
        /// The model, as the source spells it.
        name: String,
        /// The sum.
        amount: Amount,
        /// Tokens.
        tokens: Tokens,
    }
}

fields! {
    /// Tokens by how they are charged.
    pub struct Tokens {
        /// Sent to a model.
        input: u64,
        /// Returned by a model.
        output: u64,
        /// Read from a cache.
        cache_read: u64,
        /// Written into a cache.
        cache_creation: u64,
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
        /// Commits.
        commits_total: u64,
        /// Lines that a tool added.
        lines_added: u64,
        /// Lines that a tool removed.
        lines_removed: u64,
        /// Sources of the summary that show it.
        from: List<String>,
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
        /// Sources of the summary that show it.
        from: List<String>,
    }
}

fields! {
    /// Review counts of the period.
    pub struct Metrics {
        /// The branch into which changes are merged.
        base_branch: String,
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
        /// Approvals by persons other than the author.
        approvals: u64,
        /// Of these, without a word: no comment and no request for changes by the same person on the same change.
        approvals_without_comment: u64,
        /// Sources of the summary that show it.
        from: List<String>,
    }
}

fields! {
    /// The number of a second source for one fact.
    pub struct CrossCheck {
        /// The fact, by its path, such as `volumes.sessions`.
        what: String,
        /// The number that the summary keeps.
        kept: f64,
        /// Sources of the summary that it comes from.
        kept_from: List<String>,
        /// The other number.
        other: f64,
        /// Sources of the summary that it comes from.
        other_from: List<String>,
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
