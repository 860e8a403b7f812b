//! How the record is written: what the settings say under the keys of a `managed_policy`, and what they do not say left out.
//! The hash of the body stands above it, as over every import.

use crate::import::names::public;
use crate::import::settings::merged::{DIALECT, Merged, text};
use crate::import::settings::mistakes::Mistake;
use crate::import::written::{entry, under_hash};
use crate::inventory::id::Id;
use crate::source::{FileId, SourceMap};
use crate::yaml::written::Value;
use sha2::{Digest, Sha256};

type Keys = Vec<(&'static str, Value)>;

/// Returns the text of the record.
pub(super) fn written(
    sources: &SourceMap,
    files: &[FileId],
    systems: &[Id],
    settings: Merged,
    mistakes: &[Mistake],
) -> String {
    let mut keys: Keys = vec![
        ("kind", Value::word("managed_policy")),
        ("id", Value::word("settings-claude-code")),
        ("name", Value::word("Settings of Claude Code, as read")),
    ];
    if !systems.is_empty() {
        let systems = systems.iter().map(|id| Value::word(id.as_str())).collect();
        keys.push(("systems", Value::List(systems)));
    }
    keys.push(("source", source(sources, files, settings)));
    keys.extend(tools(settings));
    keys.extend(limits(settings));
    keys.extend(records(settings));
    let mistakes = mistakes.iter().map(|mistake| {
        let place = sources.place(mistake.at);
        Value::table([
            ("rule", Value::word(mistake.rule)),
            ("at", Value::word(format!("{}:{}", place.path, place.line))),
            ("says", Value::word(&mistake.says)),
        ])
    });
    keys.push(("settings_mistakes", Value::List(mistakes.collect())));
    let body = keys.iter().flat_map(|(key, value)| entry(key, value, 0));
    let body = body.fold(String::new(), |text, line| text + &line + "\n");
    under_hash("claude-settings", &body)
}

/// One file has its own hash; of several it is the hash over theirs, in order.
fn source(sources: &SourceMap, files: &[FileId], settings: Merged) -> Value {
    let hashes: Vec<&str> = files
        .iter()
        .map(|file| sources.file(*file).sha256.as_str())
        .collect();
    let hash = match hashes.as_slice() {
        [hash] => (*hash).to_owned(),
        hashes => crate::read::hex(&Sha256::digest(hashes.join("\n").as_bytes())),
    };
    let names = files.iter().map(|file| Value::word(&sources.file(*file).path));
    let schema = match settings.value(&[DIALECT]) {
        Some(_) => DIALECT,
        None => "claude-code managed-settings.json",
    };
    Value::table([
        ("vendor_schema", Value::word(schema)),
        ("files", Value::List(names.collect())),
        ("file_sha256", Value::word(hash)),
        ("imported", Value::word("true")),
    ])
}

fn tools(settings: Merged) -> Keys {
    let mut keys = Vec::new();
    let mut list = |key, paths: &[&[&str]]| {
        let texts: Vec<Value> = paths
            .iter()
            .flat_map(|path| settings.texts(path))
            .map(|text| Value::word(public(text)))
            .collect();
        if paths.iter().any(|path| settings.value(path).is_some()) {
            keys.push((key, Value::List(texts)));
        }
    };
    list(
        "allowed_tools",
        &[&["permissions", "allow"], &[DIALECT, "allowed_tools"]],
    );
    list("ask_tools", &[&["permissions", "ask"]]);
    list(
        "denied_tools",
        &[&["permissions", "deny"], &[DIALECT, "blocked_tools"]],
    );
    keys
}

fn limits(settings: Merged) -> Keys {
    let groups = [
        models(settings),
        servers_of(settings),
        files(settings),
        network(settings),
        sandbox(settings),
    ];
    groups
        .into_iter()
        .flatten()
        .chain(entry_to_use(settings))
        .collect()
}

fn models(settings: Merged) -> Option<(&'static str, Value)> {
    let entries = vec![
        ("allowed", names(settings, &["availableModels"])),
        ("enforce_default", truth(settings, &["enforceAvailableModels"])),
        ("max_model", word(settings, &[DIALECT, "max_model"])),
    ];
    group("models", entries)
}

fn servers_of(settings: Merged) -> Option<(&'static str, Value)> {
    let in_dialect = || names(settings, &[DIALECT, "allowed_mcp_servers"]);
    let entries = vec![
        (
            "allowed",
            servers(settings, "allowedMcpServers").or_else(in_dialect),
        ),
        ("denied", servers(settings, "deniedMcpServers")),
        ("managed_only", truth(settings, &["allowManagedMcpServersOnly"])),
    ];
    group("mcp_servers", entries)
}

fn files(settings: Merged) -> Option<(&'static str, Value)> {
    let blocked = names(settings, &[DIALECT, "file_restrictions", "blocked_paths"]);
    group(
        "files",
        vec![("denied_read", blocked.clone()), ("denied_write", blocked)],
    )
}

fn network(settings: Merged) -> Option<(&'static str, Value)> {
    let path = |key| ["sandbox", "network", key];
    let entries = vec![
        ("allowed_domains", names(settings, &path("allowedDomains"))),
        ("denied_domains", names(settings, &path("deniedDomains"))),
        ("managed_only", truth(settings, &path("allowManagedDomainsOnly"))),
    ];
    group("network", entries)
}

fn sandbox(settings: Merged) -> Option<(&'static str, Value)> {
    let entries = vec![
        ("enabled", truth(settings, &["sandbox", "enabled"])),
        ("fail_closed", truth(settings, &["sandbox", "failIfUnavailable"])),
    ];
    group("sandbox", entries)
}

/// Whether approvals can be switched off, and who can log in.
fn entry_to_use(settings: Merged) -> Keys {
    let mut keys = Vec::new();
    let bypass = settings.scalar(&["permissions", "disableBypassPermissionsMode"]);
    let is_disabled = bypass.is_some_and(|it| it.text == "disable");
    // What nobody switches off is allowed; a dialect says nothing about it.
    if settings.value(&[DIALECT]).is_none() {
        let mode = if is_disabled { "disabled" } else { "allowed" };
        keys.push(("bypass_mode", Value::word(mode)));
    }
    let login = settings.value(&["forceLoginOrgUUID"]);
    keys.extend(login.map(|_| ("login_restriction", Value::word("org_only"))));
    keys
}

fn records(settings: Merged) -> Keys {
    let mut keys = Vec::new();
    let is_on = |key: &str| {
        let value = settings.value(&["attribution", key])?;
        Some(Value::word(
            (text(value) != Some("") && text(value) != Some("false")).to_string(),
        ))
    };
    keys.extend(group(
        "attribution",
        vec![
            ("commit", is_on("commit")),
            ("pr", is_on("pr")),
            ("session_url", is_on("sessionUrl")),
        ],
    ));
    let days = settings
        .scalar(&["cleanupPeriodDays"])
        .and_then(|it| it.text.parse::<u32>().ok());
    keys.extend(days.map(|days| ("local_transcript_retention", Value::word(format!("P{days}D")))));
    let flag = |key: &str| {
        let value = settings.value(&["env", key]).and_then(text)?;
        Some(Value::word((value == "1" || value == "true").to_string()))
    };
    let exporter = settings.value(&["env", "OTEL_LOGS_EXPORTER"]).and_then(text);
    keys.extend(group(
        "telemetry",
        vec![
            ("enabled", flag("CLAUDE_CODE_ENABLE_TELEMETRY")),
            ("exporter", exporter.map(|name| Value::word(public(name)))),
            ("tool_details", flag("OTEL_LOG_TOOL_DETAILS")),
        ],
    ));
    keys
}

fn group(key: &'static str, entries: Vec<(&str, Option<Value>)>) -> Option<(&'static str, Value)> {
    let said = entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    let said: Vec<(String, Value)> = said.collect();
    (!said.is_empty()).then_some((key, Value::Table(said)))
}

fn truth(settings: Merged, path: &[&str]) -> Option<Value> {
    let said = settings.scalar(path)?;
    matches!(said.text.as_str(), "true" | "false").then(|| Value::word(&said.text))
}

fn word(settings: Merged, path: &[&str]) -> Option<Value> {
    settings.scalar(path).map(|said| Value::word(public(&said.text)))
}

fn names(settings: Merged, path: &[&str]) -> Option<Value> {
    settings.value(path)?;
    let names = settings
        .texts(path)
        .into_iter()
        .map(|name| Value::word(public(name)));
    Some(Value::List(names.collect()))
}

/// Servers by what they are told apart by: an address, a command or a name.
fn servers(settings: Merged, key: &str) -> Option<Value> {
    use crate::import::settings::merged::at;
    settings.value(&[key])?;
    let items = settings.items(&[key]);
    let name = |item: &crate::yaml::node::Node| {
        let single = ["serverUrl", "serverName"]
            .iter()
            .find_map(|key| text(at(item, &[key])?));
        let command = || {
            Merged(std::slice::from_ref(item))
                .texts(&["serverCommand"])
                .join(" ")
        };
        match single.or_else(|| text(item)) {
            Some(name) => public(name).to_owned(),
            None => public(&command()).to_owned(),
        }
    };
    Some(Value::List(
        items.into_iter().map(|item| Value::word(name(item))).collect(),
    ))
}
