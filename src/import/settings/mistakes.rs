//! Settings that look stronger than they are: values that the product ignores, halves of a pair, lists that can be walked
//! around. What each does not do is from the vendor's own pages; nothing here is a breach of law.

use crate::import::settings::merged::{DIALECT, Merged, at, text};
use crate::source::Span;
use crate::yaml::node::{Content, Node};

/// A setting that does not do what it seems to.
pub(super) struct Mistake {
    /// The name of the rule.
    pub(super) rule: &'static str,
    /// Where it stands.
    pub(super) at: Span,
    /// What is wrong.
    pub(super) says: String,
    /// What to do.
    pub(super) advice: &'static str,
}

type Rule = fn(Merged) -> Vec<Mistake>;

const RULES: &[Rule] = &[
    unknown_vocabulary,
    managed_keys_inside_permissions,
    environment_that_is_no_text,
    bypass_switch,
    models_without_enforcement,
    servers_by_name_alone,
    servers_by_name_beside_others,
    servers_not_limited,
    server_entries_that_are_no_objects,
    sandbox_that_can_be_skipped,
    denied_files_in_reach_of_commands,
    denied_fetch_in_reach_of_commands,
    short_transcripts,
    attribution_switched_off,
    telemetry_without_exporter,
    deprecated_keys,
];

/// Returns every mistake, in the order of the rules.
pub(super) fn mistakes(settings: Merged) -> Vec<Mistake> {
    RULES.iter().flat_map(|rule| rule(settings)).collect()
}

/// The keys that only count at the top of managed settings.
const TOP_ONLY: &[&str] = &[
    "allowManagedPermissionRulesOnly",
    "allowManagedHooksOnly",
    "allowManagedMcpServersOnly",
    "availableModels",
    "enforceAvailableModels",
    "allowedMcpServers",
    "deniedMcpServers",
];
/// The days for which the product keeps transcripts when nobody says otherwise.
const DEFAULT_DAYS: u64 = 30;

fn one(rule: &'static str, at: Option<&Node>, says: String, advice: &'static str) -> Vec<Mistake> {
    let mistake = |node: &Node| Mistake {
        rule,
        at: node.span,
        says,
        advice,
    };
    at.map(mistake).into_iter().collect()
}

fn unknown_vocabulary(settings: Merged) -> Vec<Mistake> {
    one(
        "unknown-vocabulary",
        settings.value(&[DIALECT]),
        format!("`{DIALECT}` is no key of the product; as settings it has no effect"),
        "write what it says with the keys of the product, such as `permissions.deny`",
    )
}

fn managed_keys_inside_permissions(settings: Merged) -> Vec<Mistake> {
    let inside = TOP_ONLY.iter().flat_map(|key| {
        one(
            "nested-managed-key",
            settings.value(&["permissions", key]),
            format!("`{key}` stands inside `permissions`, where it has no effect"),
            "move it to the top of the file",
        )
    });
    inside.collect()
}

fn environment_that_is_no_text(settings: Merged) -> Vec<Mistake> {
    let entries = settings
        .0
        .iter()
        .filter_map(|file| at(file, &["env"])?.entries())
        .flatten();
    let is_text = |node: &Node| match &node.content {
        Content::Scalar(scalar) => scalar.is_quoted,
        Content::List(_) | Content::Table(_) => false,
    };
    let wrong = entries.filter(|entry| !is_text(&entry.value)).flat_map(|entry| {
        one(
            "environment-not-text",
            Some(&entry.value),
            format!("`env.{}` is no text, so it is not set", entry.key.value),
            "put the value in quotes",
        )
    });
    wrong.collect()
}

fn bypass_switch(settings: Merged) -> Vec<Mistake> {
    let key = ["permissions", "disableBypassPermissionsMode"];
    let is_right = settings
        .scalar(&key)
        .is_some_and(|scalar| scalar.text == "disable");
    let value = settings.value(&key).filter(|_| !is_right);
    one(
        "bypass-switch",
        value,
        "`disableBypassPermissionsMode` has no effect with this value".to_owned(),
        "write the text `disable`",
    )
}

fn models_without_enforcement(settings: Merged) -> Vec<Mistake> {
    let is_enforced = settings.is_true(&["enforceAvailableModels"]);
    one(
        "models-not-enforced",
        settings.value(&["availableModels"]).filter(|_| !is_enforced),
        "the list of models can be left through `Default`".to_owned(),
        "add `enforceAvailableModels: true`",
    )
}

fn servers_with<'n>(settings: Merged<'n>, key: &str) -> Vec<&'n Node> {
    let items = settings.items(&["allowedMcpServers"]);
    items
        .into_iter()
        .filter(|item| at(item, &[key]).is_some())
        .collect()
}

fn servers_by_name_alone(settings: Merged) -> Vec<Mistake> {
    let has_others = !servers_with(settings, "serverUrl").is_empty()
        || !servers_with(settings, "serverCommand").is_empty();
    let by_name = servers_with(settings, "serverName");
    one(
        "server-by-name",
        by_name.first().copied().filter(|_| !has_others),
        "MCP servers are allowed by name alone, and a name is what a user calls a server".to_owned(),
        "allow them by `serverUrl` or `serverCommand`",
    )
}

fn servers_by_name_beside_others(settings: Merged) -> Vec<Mistake> {
    let has_others = !servers_with(settings, "serverUrl").is_empty()
        || !servers_with(settings, "serverCommand").is_empty();
    let by_name = servers_with(settings, "serverName");
    one(
        "server-name-without-effect",
        by_name.first().copied().filter(|_| has_others),
        "beside entries by address or command, entries by name no longer allow a server of that kind"
            .to_owned(),
        "give every allowed server by `serverUrl` or `serverCommand`",
    )
}

fn servers_not_limited(settings: Merged) -> Vec<Mistake> {
    let denies = settings.value(&["deniedMcpServers"]);
    let is_limited =
        settings.value(&["allowedMcpServers"]).is_some() || settings.is_true(&["allowManagedMcpServersOnly"]);
    one(
        "servers-not-limited",
        denies.filter(|_| !is_limited),
        "some MCP servers are denied, and without a list of allowed ones all others are allowed".to_owned(),
        "add `allowedMcpServers`; an empty list allows none",
    )
}

fn server_entries_that_are_no_objects(settings: Merged) -> Vec<Mistake> {
    let keys = ["allowedMcpServers", "deniedMcpServers"];
    let items = keys.iter().flat_map(|key| settings.items(&[key]));
    let wrong = items.filter(|item| item.entries().is_none()).flat_map(|item| {
        one(
            "server-entry-not-object",
            Some(item),
            "an entry of a list of MCP servers is no object, so it matches nothing".to_owned(),
            "write an object with `serverUrl`, `serverCommand` or `serverName`",
        )
    });
    wrong.collect()
}

fn sandbox_that_can_be_skipped(settings: Merged) -> Vec<Mistake> {
    let is_closed = settings.is_true(&["sandbox", "failIfUnavailable"])
        && settings
            .scalar(&["sandbox", "allowUnsandboxedCommands"])
            .is_some_and(|it| it.text == "false");
    let enabled = settings
        .value(&["sandbox", "enabled"])
        .filter(|_| settings.is_true(&["sandbox", "enabled"]));
    one(
        "sandbox-can-be-skipped",
        enabled.filter(|_| !is_closed),
        "the sandbox is on, and commands can still run outside it".to_owned(),
        "add `failIfUnavailable: true` and `allowUnsandboxedCommands: false`",
    )
}

fn denied<'n>(settings: Merged<'n>, tools: &[&str]) -> Option<&'n Node> {
    let rules = settings.items(&["permissions", "deny"]);
    rules.into_iter().find(|rule| {
        let tool = text(rule)
            .unwrap_or_default()
            .split('(')
            .next()
            .unwrap_or_default();
        tools.contains(&tool)
    })
}

fn commands_are_free(settings: Merged) -> bool {
    let is_denied = settings.texts(&["permissions", "deny"]).contains(&"Bash");
    !is_denied && !settings.is_true(&["sandbox", "enabled"])
}

fn denied_files_in_reach_of_commands(settings: Merged) -> Vec<Mistake> {
    one(
        "files-in-reach-of-commands",
        denied(settings, &["Read", "Edit"]).filter(|_| commands_are_free(settings)),
        "files are denied to `Read` or `Edit`, and a command can still read or write them".to_owned(),
        "switch the sandbox on, or deny `Bash`",
    )
}

fn denied_fetch_in_reach_of_commands(settings: Merged) -> Vec<Mistake> {
    let has_network_rule = settings
        .value(&["sandbox", "network", "allowedDomains"])
        .is_some();
    let is_free = commands_are_free(settings) && !has_network_rule;
    one(
        "network-in-reach-of-commands",
        denied(settings, &["WebFetch", "WebSearch"]).filter(|_| is_free),
        "the network is denied to `WebFetch`, and a command can still use it".to_owned(),
        "switch the sandbox on and list `sandbox.network.allowedDomains`",
    )
}

fn short_transcripts(settings: Merged) -> Vec<Mistake> {
    let days = settings
        .scalar(&["cleanupPeriodDays"])
        .and_then(|it| it.text.parse::<u64>().ok());
    let value = settings.value(&["cleanupPeriodDays"]);
    let days = days.filter(|days| *days < DEFAULT_DAYS);
    days.map_or_else(Vec::new, |days| {
        one(
            "short-transcripts",
            value,
            format!("transcripts on the machine are deleted after {days} days, sooner than by default"),
            "check that no record relies on them, or keep them longer",
        )
    })
}

fn attribution_switched_off(settings: Merged) -> Vec<Mistake> {
    let is_empty = |node: &&Node| match &node.content {
        Content::Scalar(scalar) => scalar.is_quoted && scalar.text.is_empty(),
        Content::List(_) | Content::Table(_) => false,
    };
    let emptied = ["commit", "pr"]
        .iter()
        .filter_map(|key| settings.value(&["attribution", key]));
    let emptied = emptied.filter(is_empty).flat_map(|node| {
        one(
            "attribution-off",
            Some(node),
            "AI involvement is no longer marked here, so counts from git miss it".to_owned(),
            "leave the mark on, or count AI involvement from another source",
        )
    });
    emptied.collect()
}

fn telemetry_without_exporter(settings: Merged) -> Vec<Mistake> {
    let on = settings.value(&["env", "CLAUDE_CODE_ENABLE_TELEMETRY"]);
    let is_on = on
        .and_then(text)
        .is_some_and(|text| text == "1" || text == "true");
    let exporter = settings.scalar(&["env", "OTEL_LOGS_EXPORTER"]);
    let goes_nowhere = exporter.is_none_or(|scalar| scalar.text == "none");
    one(
        "telemetry-goes-nowhere",
        on.filter(|_| is_on && goes_nowhere),
        "telemetry is on, and no exporter of events is named".to_owned(),
        "name one in `env.OTEL_LOGS_EXPORTER`",
    )
}

fn deprecated_keys(settings: Merged) -> Vec<Mistake> {
    one(
        "deprecated-key",
        settings.value(&["includeCoAuthoredBy"]),
        "`includeCoAuthoredBy` is deprecated".to_owned(),
        "use `attribution`",
    )
}
