//! A managed policy: what an AI tool may do, set centrally.

use crate::calendar::{Date, Period};
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::terms;

terms! {
    /// How a policy is enforced.
    pub enum Enforcement {
        ServerManaged = "server_managed" => "by the vendor's server",
        Mdm = "mdm" => "by device management",
        File = "file" => "by a file on the machine",
        Gateway = "gateway" => "by a gateway",
        None = "none" => "not enforced",
    }
}

terms! {
    /// Whether a mode that asks no approval can be entered.
    pub enum BypassMode {
        Disabled = "disabled" => "disabled",
        Allowed = "allowed" => "allowed",
    }
}

terms! {
    /// Which accounts may log in.
    pub enum LoginRestriction {
        OrgOnly = "org_only" => "accounts of the organisation only",
        Any = "any" => "any account",
    }
}

fields! {
    /// What an AI tool may do, set centrally (evidence for Art. 26(1)).
    pub struct ManagedPolicy {
        /// Systems it configures.
        systems: List<Id>,
        /// The role that owns it.
        owner: String,
        /// Since when it applies.
        effective_from: Date,
        /// Where it comes from and how it is enforced.
        source: PolicySource,
        /// Whether a user can override it.
        user_override_possible: bool,
        /// Tools that run without asking.
        allowed_tools: List<String>,
        /// Tools that ask first.
        ask_tools: List<String>,
        /// Tools that never run.
        denied_tools: List<String>,
        /// Models that may be used.
        models: PolicyModels,
        /// MCP servers that may be used.
        mcp_servers: PolicyServers,
        /// Files that are out of reach.
        files: PolicyFiles,
        /// Network that is in reach.
        network: PolicyNetwork,
        /// The sandbox.
        sandbox: Sandbox,
        /// Whether a mode without approvals can be entered.
        bypass_mode: BypassMode,
        /// Which accounts may log in.
        login_restriction: LoginRestriction,
        /// What marks AI involvement.
        attribution: Attribution,
        /// How long transcripts stay on the machine.
        local_transcript_retention: Period,
        /// What is measured.
        telemetry: Telemetry,
        /// Settings that do not do what they seem to.
        settings_mistakes: List<SettingsMistake>,
        /// Exceptions.
        exceptions: List<PolicyException>,
        /// The day on which the settings in force were compared with this record.
        verified_on: Date,
    }
}

fields! {
    /// Where a policy comes from.
    pub struct PolicySource {
        /// The vendor's format.
        vendor_schema: String,
        /// The names of the settings files, in the order in which they count.
        files: List<String>,
        /// The SHA-256 of the settings file, in hex; of several, the one over their hashes in that order.
        file_sha256: String,
        /// Whether the record was made by an import, and so says what is in force and not what was decided.
        imported: bool,
        /// How it is enforced.
        enforcement: Enforcement,
    }
}

fields! {
    /// Models that may be used.
    pub struct PolicyModels {
        /// Which.
        allowed: List<String>,
        /// Whether the default is enforced.
        enforce_default: bool,
        /// The largest.
        max_model: String,
    }
}

fields! {
    /// MCP servers that may be used.
    pub struct PolicyServers {
        /// Which may.
        allowed: List<String>,
        /// Which may not.
        denied: List<String>,
        /// Whether only managed ones may.
        managed_only: bool,
    }
}

fields! {
    /// Files that are out of reach.
    pub struct PolicyFiles {
        /// Not to be read.
        denied_read: List<String>,
        /// Not to be written.
        denied_write: List<String>,
    }
}

fields! {
    /// Network that is in reach.
    pub struct PolicyNetwork {
        /// Domains in reach.
        allowed_domains: List<String>,
        /// Domains out of reach.
        denied_domains: List<String>,
        /// Whether only managed domains are in reach.
        managed_only: bool,
    }
}

fields! {
    /// A sandbox around commands.
    pub struct Sandbox {
        /// Whether it is on.
        enabled: bool,
        /// Whether a command fails when the sandbox cannot start.
        fail_closed: bool,
    }
}

fields! {
    /// What marks AI involvement in changes.
    pub struct Attribution {
        /// In commits.
        commit: bool,
        /// In pull requests.
        pr: bool,
        /// A link to the session.
        session_url: bool,
    }
}

fields! {
    /// What is measured about use.
    pub struct Telemetry {
        /// Whether it is on.
        enabled: bool,
        /// Where it goes.
        exporter: String,
        /// Whether tool details are in it.
        tool_details: bool,
        /// Whether it names users.
        user_identity: bool,
    }
}

fields! {
    /// A setting that does not do what it seems to.
    pub struct SettingsMistake {
        /// The name of the rule.
        rule: String,
        /// File and line.
        at: String,
        /// What is wrong.
        says: String,
    }
}

fields! {
    /// An exception from the policy.
    pub struct PolicyException {
        /// From what.
        what: String,
        /// Approved by which role.
        approver: String,
        /// Until when.
        expires_on: Date,
    }
}
