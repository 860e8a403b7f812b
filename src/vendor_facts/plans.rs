//! The vocabulary of vendor facts: products, plans, ways in which a plan is used, and what a fact can be about. What is
//! so of them stands in `table`; an inventory names its plan in these words.

use crate::terms;

terms! {
    /// A product of a vendor.
    pub enum Product {
        ChatGpt = "chatgpt" => "ChatGPT",
        ClaudeCode = "claude-code" => "Claude Code",
        Cursor = "cursor" => "Cursor",
        GeminiCodeAssist = "gemini-code-assist" => "Gemini Code Assist",
        GithubCopilot = "github-copilot" => "GitHub Copilot",
        Other = "other" => "another product",
    }
}

terms! {
    /// A plan on which a vendor sells a product; each product has some of them.
    pub enum Plan {
        Free = "free" => "Free",
        Pro = "pro" => "Pro",
        Max = "max" => "Max",
        Team = "team" => "Team",
        Business = "business" => "Business",
        Enterprise = "enterprise" => "Enterprise",
        Api = "api" => "API, paid by use",
        Other = "other" => "another plan",
    }
}

terms! {
    /// The way in which a plan is used: who bills the use, and where the models answer.
    pub enum Route {
        Subscription = "subscription" => "a subscription at the vendor",
        Console = "console" => "an API key of the vendor's console",
        Bedrock = "bedrock" => "Amazon Bedrock",
        ClaudePlatformOnAws = "claude-platform-on-aws" => "the Claude Platform on AWS",
        GoogleCloud = "google-cloud" => "the Agent Platform of Google Cloud",
        Foundry = "foundry" => "Microsoft Foundry",
        Other = "other" => "another way",
    }
}

terms! {
    /// What a fact is about, in words that can stand after "comes with", "leaves" or "keeps".
    pub enum Subject {
        Sso = "sso" => "single sign-on",
        Scim = "scim" => "provisioning of users (SCIM)",
        ServerManagedSettings = "server_managed_settings" => "settings managed by the vendor's server",
        SettingsFile = "settings_file" => "a managed settings file on the machine",
        Telemetry = "telemetry" => "telemetry in OpenTelemetry format",
        AuditLog = "audit_log" => "an audit log",
        PromptsInAuditLog = "prompts_in_audit_log" => "prompts and answers in the audit log",
        ComplianceApi = "compliance_api" => "the compliance interface",
        AnalyticsApi = "analytics_api" => "the interface for figures of use",
        AnalyticsDashboard = "analytics_dashboard" => "the dashboard with figures of use",
        ContentExclusion = "content_exclusion" => "exclusion of content in agents and on the command line",
        ZeroRetention = "zero_retention" => "zero retention",
        SpendCapOfUser = "spend_cap_of_user" => "a cap on spending for each user",
        SpendCapOfOrganisation = "spend_cap_of_organisation" => "a cap on spending for the organisation",
        Training = "training" => "training of models on what customers send",
        VendorRetention = "vendor_retention" => "prompts and answers at the vendor",
        LocalRetention = "local_retention" => "transcripts on the machine",
        AuditLogRetention = "audit_log_retention" => "entries of the audit log",
        GitEventRetention = "git_event_retention" => "Git events in the audit log",
        FeedbackRetention = "feedback_retention" => "transcripts sent as feedback",
    }
}

impl Plan {
    /// Returns the ways in which a plan can be used when nobody says which it is.
    pub const fn routes(self) -> &'static [Route] {
        match self {
            Self::Free | Self::Pro | Self::Max | Self::Business => &[Route::Subscription],
            Self::Team | Self::Enterprise => &[Route::Subscription, Route::Console],
            Self::Api | Self::Other => Route::ALL,
        }
    }
}
