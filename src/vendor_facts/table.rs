//! The facts, product by product, and the sources they were read in. Constant data; a fact that no longer holds is
//! replaced with its source, and a day is never moved without reading again.

use crate::calendar::Date;
use crate::vendor_facts::plans::{Plan, Product, Route, Subject};
use crate::vendor_facts::{Answer, Fact, Source, Standing};

/// The day on which the stored copies of the vendors' pages were read.
const READ_ON: Date = Date::on(2026, 11, 27);
/// The day on which the formats and logs of the tools were gathered.
const GATHERED_ON: Date = Date::on(2026, 11, 22);
/// A year after that.
const GATHERED_UNTIL: Date = Date::on(2027, 11, 22);

/// A page of the documentation of Claude Code, in a copy of July or August 2026.
const fn copied(name: &'static str) -> Source {
    Source {
        name,
        standing: Standing::VendorPage,
        holds_from: Date::on(2026, 8, 31),
        verified_on: READ_ON,
        valid_until: Date::on(2027, 7, 1),
    }
}

/// A source that was read with the formats of the tools.
const fn gathered(name: &'static str, standing: Standing) -> Source {
    Source {
        name,
        standing,
        holds_from: GATHERED_ON,
        verified_on: GATHERED_ON,
        valid_until: GATHERED_UNTIL,
    }
}

const FEATURES: Source = copied("documentation of Claude Code, \"Feature availability\"");
const DATA_USAGE: Source = copied("documentation of Claude Code, \"Data usage\"");
const COMPLIANCE: Source = gathered("documentation of Anthropic, Compliance API", Standing::VendorPage);
const GITHUB: Source = gathered("GitHub Docs, audit log", Standing::VendorPage);
const EXCLUSION: Source = gathered("GitHub Docs, content exclusion", Standing::VendorPage);
const CURSOR: Source = gathered("documentation of Cursor, audit log", Standing::VendorPage);
const CHATGPT: Source = gathered(
    "descriptions of the compliance logs of ChatGPT Enterprise",
    Standing::ThirdParty,
);
const GEMINI: Source = gathered("defaults of Cloud Logging", Standing::GeneralKnowledge);
/// Its table of plans differs from the vendor's own page elsewhere.
const GUIDE: Source = Source {
    name: "a public guide to coding assistants of early 2026",
    standing: Standing::ThirdParty,
    holds_from: Date::on(2026, 3, 31),
    verified_on: READ_ON,
    valid_until: Date::on(2027, 1, 1),
};

/// Every plan.
const EVERY: &[Plan] = Plan::ALL;
const PRIVATE: &[Plan] = &[Plan::Pro, Plan::Max];
const CONSUMER: &[Plan] = &[Plan::Free, Plan::Pro, Plan::Max];
const UP_TO_TEAM: &[Plan] = &[Plan::Pro, Plan::Max, Plan::Team];
const TEAM: &[Plan] = &[Plan::Team, Plan::Enterprise];
const ENTERPRISE: &[Plan] = &[Plan::Enterprise];
const API: &[Plan] = &[Plan::Api];
const COMMERCIAL: &[Plan] = &[Plan::Team, Plan::Enterprise, Plan::Api];
const OF_ORGANISATIONS: &[Plan] = &[Plan::Business, Plan::Enterprise];

const SUBSCRIPTION: &[Route] = &[Route::Subscription];
const CONSOLE: &[Route] = &[Route::Console];
const DIRECT: &[Route] = &[Route::Subscription, Route::Console];
const CLOUD: &[Route] = &[
    Route::Bedrock,
    Route::ClaudePlatformOnAws,
    Route::GoogleCloud,
    Route::Foundry,
];
/// Every way of use that has a name.
const EVERYWHERE: &[Route] = &[
    Route::Subscription,
    Route::Console,
    Route::Bedrock,
    Route::ClaudePlatformOnAws,
    Route::GoogleCloud,
    Route::Foundry,
];

const NO_NOTE: &str = "";

macro_rules! facts {
    ($($product:ident { $($subject:ident $answer:expr, $plans:ident $routes:ident, $source:ident, $note:expr;)* })*) => {
        /// Every fact, by product.
        pub const FACTS: &[Fact] = &[$($(Fact {
            product: Product::$product, plans: $plans, routes: $routes, subject: Subject::$subject, answer: $answer,
            note: $note, source: &$source,
        },)*)*];
    };
}

use Answer::{ByAgreement, BySetting, Days, No, Years, Yes};

facts! {
ClaudeCode {
    Sso No, PRIVATE SUBSCRIPTION, FEATURES, NO_NOTE;
    Sso Yes, TEAM SUBSCRIPTION, FEATURES, NO_NOTE;
    Scim No, UP_TO_TEAM SUBSCRIPTION, FEATURES, NO_NOTE;
    Scim Yes, ENTERPRISE SUBSCRIPTION, FEATURES, NO_NOTE;
    ServerManagedSettings No, PRIVATE SUBSCRIPTION, FEATURES, NO_NOTE;
    ServerManagedSettings Yes, TEAM DIRECT, FEATURES, "with an API key only where the key belongs to such an organisation";
    ServerManagedSettings No, EVERY CLOUD, FEATURES, NO_NOTE;
    SettingsFile Yes, EVERY EVERYWHERE, FEATURES, NO_NOTE;
    Telemetry Yes, EVERY EVERYWHERE, FEATURES, NO_NOTE;
    AnalyticsDashboard No, PRIVATE SUBSCRIPTION, FEATURES, NO_NOTE;
    AnalyticsDashboard Yes, TEAM SUBSCRIPTION, FEATURES, NO_NOTE;
    AnalyticsDashboard Yes, COMMERCIAL CONSOLE, FEATURES, NO_NOTE;
    AnalyticsDashboard No, EVERY CLOUD, FEATURES, NO_NOTE;
    AnalyticsApi No, UP_TO_TEAM SUBSCRIPTION, FEATURES, NO_NOTE;
    AnalyticsApi Yes, ENTERPRISE SUBSCRIPTION, FEATURES, NO_NOTE;
    AnalyticsApi Yes, COMMERCIAL CONSOLE, FEATURES, NO_NOTE;
    AnalyticsApi No, EVERY CLOUD, FEATURES, NO_NOTE;
    ComplianceApi No, UP_TO_TEAM SUBSCRIPTION, FEATURES, NO_NOTE;
    ComplianceApi Yes, ENTERPRISE SUBSCRIPTION, FEATURES, NO_NOTE;
    ComplianceApi ByAgreement, API CONSOLE, COMPLIANCE, "on request, and the activity feed only";
    AuditLog Yes, ENTERPRISE SUBSCRIPTION, COMPLIANCE, NO_NOTE;
    AuditLog Yes, API CONSOLE, COMPLIANCE, NO_NOTE;
    PromptsInAuditLog No, ENTERPRISE SUBSCRIPTION, COMPLIANCE, "what Claude Code did is told by its telemetry; the feed holds administrative, chat, file and platform activity";
    PromptsInAuditLog No, API CONSOLE, COMPLIANCE, "what Claude Code did is told by its telemetry";
    AuditLogRetention Years(6), ENTERPRISE SUBSCRIPTION, COMPLIANCE, "from the day on which the feed is switched on";
    AuditLogRetention Years(6), API CONSOLE, COMPLIANCE, "from the day on which the feed is switched on";
    ZeroRetention No, UP_TO_TEAM SUBSCRIPTION, FEATURES, NO_NOTE;
    ZeroRetention ByAgreement, ENTERPRISE SUBSCRIPTION, FEATURES, "qualified accounts; not part of the standard plan; switched on by the vendor on request";
    ZeroRetention ByAgreement, COMMERCIAL CONSOLE, FEATURES, "qualified accounts";
    ZeroRetention ByAgreement, EVERY CLOUD, FEATURES, "subject to the agreement with the cloud provider";
    SpendCapOfUser Yes, UP_TO_TEAM SUBSCRIPTION, GUIDE, NO_NOTE;
    SpendCapOfUser Yes, ENTERPRISE SUBSCRIPTION, GUIDE, NO_NOTE;
    SpendCapOfOrganisation No, UP_TO_TEAM SUBSCRIPTION, GUIDE, NO_NOTE;
    SpendCapOfOrganisation Yes, ENTERPRISE SUBSCRIPTION, GUIDE, NO_NOTE;
    Training BySetting, CONSUMER SUBSCRIPTION, DATA_USAGE, "of each user";
    Training No, TEAM SUBSCRIPTION, DATA_USAGE, "unless the customer chooses to provide data for it";
    Training No, COMMERCIAL CONSOLE, DATA_USAGE, "unless the customer chooses to provide data for it";
    VendorRetention BySetting, CONSUMER SUBSCRIPTION, DATA_USAGE, "30 days, and 5 years where the user allows training";
    VendorRetention Days(30), TEAM SUBSCRIPTION, DATA_USAGE, NO_NOTE;
    VendorRetention Days(30), COMMERCIAL CONSOLE, DATA_USAGE, NO_NOTE;
    LocalRetention Days(30), EVERY EVERYWHERE, DATA_USAGE, "unless the setting `cleanupPeriodDays` says otherwise";
    FeedbackRetention Years(5), EVERY DIRECT, DATA_USAGE, NO_NOTE;
}
ChatGpt {
    AuditLogRetention Days(30), ENTERPRISE SUBSCRIPTION, CHATGPT, NO_NOTE;
}
Cursor {
    AuditLog Yes, ENTERPRISE SUBSCRIPTION, CURSOR, "administrative events only";
    PromptsInAuditLog No, ENTERPRISE SUBSCRIPTION, CURSOR, "administrative events only";
}
GeminiCodeAssist {
    AuditLogRetention Days(30), EVERY EVERYWHERE, GEMINI, "the default bucket";
}
GithubCopilot {
    AuditLogRetention Days(180), OF_ORGANISATIONS SUBSCRIPTION, GITHUB, NO_NOTE;
    GitEventRetention Days(7), OF_ORGANISATIONS SUBSCRIPTION, GITHUB, NO_NOTE;
    ContentExclusion No, EVERY SUBSCRIPTION, EXCLUSION, "the command line, the cloud agent and the agent mode of editors do not support it";
}
}
