//! How an audit summary is written from counts: records in the fixed order of their keys, and above them how it was made
//! and the hash of what follows, so that the next import knows whether a person has changed it.

use crate::calendar::Date;
use crate::import::Source;
use crate::import::counted::{Cost, Counted, Kept, Number, Read, Sighting, Tokens};
use crate::import::month::Month;
use crate::inventory::id::Id;
use crate::read::hex;
use crate::yaml::written::Value;
use sha2::{Digest, Sha256};

const HASH_LINE: &str = "# body-sha256: ";
/// The depth of one level.
const UNIT: usize = 2;
const LONGEST_LINE: usize = 110;

/// What a record says of itself beside its counts.
#[derive(Debug, Clone, Copy)]
pub struct Head<'h> {
    /// Where the exports come from.
    pub source: Source,
    /// The month that was counted.
    pub month: Month,
    /// The systems that the exports are about.
    pub systems: &'h [Id],
    /// The day on which the exports were made.
    pub extracted_on: Option<Date>,
}

/// Returns the text of the record.
pub fn written(head: &Head, counted: &Counted) -> String {
    let body = body(head, counted);
    under_hash(&format!("{} --period {}", head.source.key(), head.month), &body)
}

/// Returns the text of a record: how it was made, the hash of its body, and the body.
pub(crate) fn under_hash(command: &str, body: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let head = format!(
        "# Made by `actfile import {command}` of actfile {version} from the files named below.\n\
         # Make it again instead of editing it. What people have to say stands in a record of their own.\n"
    );
    under_hash_and(&head, body)
}

/// Returns the text of a file: comments that say how it was made, the hash of its body, and the body.
pub(crate) fn under_hash_and(head: &str, body: &str) -> String {
    format!(
        "{head}{HASH_LINE}{}\n{body}",
        hex(&Sha256::digest(body.as_bytes()))
    )
}

/// Returns whether a text is as an import made it.
pub fn is_as_made(text: &str) -> bool {
    has_its_hash(text) == Some(true)
}

/// Returns whether an import made a text and somebody has changed it since.
pub(crate) fn is_edited(text: &str) -> bool {
    has_its_hash(text) == Some(false)
}

/// Returns whether the body of a text has the hash that stands above it, if one does.
fn has_its_hash(text: &str) -> Option<bool> {
    let (_, rest) = text.split_once(HASH_LINE)?;
    let (hash, body) = rest.split_once('\n')?;
    Some(hash.trim() == hex(&Sha256::digest(body.as_bytes())))
}

fn body(head: &Head, counted: &Counted) -> String {
    let Head {
        source,
        month,
        systems,
        extracted_on,
    } = *head;
    let from: Vec<Value> = counted
        .sources
        .iter()
        .map(|it| Value::word(it.id.clone()))
        .collect();
    let mut keys = vec![
        ("kind", Value::word("audit_summary")),
        ("id", Value::word(format!("audit-{month}-{}", source.key()))),
        ("name", Value::word(format!("{}, {month}", source.words()))),
        ("period", period(month)),
        ("timezone", Value::word("UTC")),
    ];
    if !systems.is_empty() {
        let systems = systems.iter().map(|id| Value::word(id.as_str())).collect();
        keys.push(("systems", Value::List(systems)));
    }
    keys.push((
        "sources",
        Value::List(counted.sources.iter().map(|it| read(it, extracted_on)).collect()),
    ));
    keys.extend(figures(counted, &from));
    let spots = counted.blind_spots.iter().map(Value::word).collect();
    keys.push(("blind_spots", Value::List(spots)));
    let lines = keys.iter().flat_map(|(key, value)| entry(key, value, 0));
    lines.fold(String::new(), |text, line| text + &line + "\n")
}

/// Returns the lines of a key with its value: one where that is short, else one for each part.
pub(crate) fn entry(key: &str, value: &Value, depth: usize) -> Vec<String> {
    let indent = " ".repeat(depth);
    let line = format!("{indent}{key}: {}", value.inline());
    let parts: Vec<String> = match value {
        _ if line.chars().count() <= LONGEST_LINE && depth > 0 => return vec![line],
        Value::Table(entries) if line.chars().count() > LONGEST_LINE => entries
            .iter()
            .flat_map(|(key, value)| entry(key, value, depth + UNIT))
            .collect(),
        Value::List(items) if !items.iter().all(is_one_word) => {
            items.iter().flat_map(|value| item(value, depth + UNIT)).collect()
        }
        Value::Word(_) | Value::Table(_) | Value::List(_) => return vec![line],
    };
    std::iter::once(format!("{indent}{key}:")).chain(parts).collect()
}

/// Ids and days stand side by side; sentences do not.
fn is_one_word(value: &Value) -> bool {
    match value {
        Value::Word(text) => !text.contains(' '),
        Value::List(_) | Value::Table(_) => false,
    }
}

fn item(value: &Value, depth: usize) -> Vec<String> {
    let line = format!("{}- {}", " ".repeat(depth), value.inline());
    match value {
        Value::Table(entries) if line.chars().count() > LONGEST_LINE => {
            let lines = entries
                .iter()
                .flat_map(|(key, value)| entry(key, value, depth + UNIT));
            let mut lines: Vec<String> = lines.collect();
            if let Some(first) = lines.first_mut() {
                first.replace_range(depth..depth + UNIT, "- ");
            }
            lines
        }
        Value::Table(_) | Value::List(_) | Value::Word(_) => vec![line],
    }
}

fn period(month: Month) -> Value {
    Value::table([
        ("start", Value::word(month.first().to_string())),
        ("end", Value::word(month.last().to_string())),
    ])
}

fn figures(counted: &Counted, from: &[Value]) -> Vec<(&'static str, Value)> {
    let from = || ("from".to_owned(), Value::List(from.to_vec()));
    let each = |sightings: &[Sighting]| sightings.iter().map(|it| seen(it, from())).collect();
    let lists: [(&str, Vec<Value>); 6] = [
        (
            "effective_retention",
            counted
                .effective_retention
                .iter()
                .map(|it| kept(it, from()))
                .collect(),
        ),
        ("models_seen", each(&counted.models)),
        ("tools_seen", each(&counted.tools)),
        ("mcp_servers_seen", each(&counted.mcp_servers)),
        ("activities", each(&counted.activities)),
        (
            "policy_violations",
            counted
                .violations
                .iter()
                .map(|it| violation(*it, from()))
                .collect(),
        ),
    ];
    let lists = lists.into_iter().filter(|(_, items)| !items.is_empty());
    let mut keys: Vec<(&str, Value)> = lists.map(|(key, items)| (key, Value::List(items))).collect();
    let volumes = counted
        .volumes
        .iter()
        .map(|(key, count)| ((*key).to_owned(), number(*count)));
    let volumes: Vec<(String, Value)> = volumes.collect();
    if !volumes.is_empty() {
        keys.push((
            "volumes",
            Value::Table(volumes.into_iter().chain([from()]).collect()),
        ));
    }
    keys.extend(counted.costs.as_ref().map(|cost| ("costs", costs(cost, from()))));
    keys.extend(metrics(counted, from()).map(|metrics| ("metrics", metrics)));
    keys
}

fn metrics(counted: &Counted, from: (String, Value)) -> Option<Value> {
    let branch = counted
        .base_branch
        .iter()
        .map(|name| ("base_branch".to_owned(), Value::word(name)));
    let counts = counted.metrics.iter().map(|(key, value)| {
        let value = match value {
            Number::Count(count) => number(*count),
            Number::Time(time) => Value::word(format!("{time:.1}")),
        };
        ((*key).to_owned(), value)
    });
    (!counted.metrics.is_empty()).then(|| Value::Table(branch.chain(counts).chain([from]).collect()))
}

fn read(read: &Read, extracted_on: Option<Date>) -> Value {
    let mut entries = vec![
        ("id", Value::word(&read.id)),
        ("name", Value::word(read.name)),
        ("type", Value::word(read.r#type.key())),
    ];
    entries.extend(extracted_on.map(|day| ("extracted_on", Value::word(day.to_string()))));
    entries.extend([
        ("file", Value::word(&read.file)),
        ("sha256", Value::word(&read.sha256)),
        ("records_read", number(read.n_records())),
        ("records_used", number(read.used)),
        ("duplicates", number(read.duplicates)),
        ("outside_period", number(read.outside)),
        ("unrelated", number(read.unrelated)),
    ]);
    if !read.unknown.is_empty() {
        let kinds = read
            .unknown
            .iter()
            .map(|(kind, count)| (key(kind), number(*count)));
        entries.push(("unknown_events", Value::Table(kinds.collect())));
    }
    entries.push(("complete", Value::word(read.complete.to_string())));
    if !read.missing_days.is_empty() {
        let days = read.missing_days.iter().map(|day| Value::word(day.to_string()));
        entries.push(("missing_days", Value::List(days.collect())));
    }
    table(entries)
}

/// A key is free text here, and in quotes where that is needed.
fn key(text: &str) -> String {
    Value::word(text).inline()
}

fn kept(kept: &Kept, from: (String, Value)) -> Value {
    let entries = vec![
        ("what", Value::word(kept.what)),
        ("days", number(kept.days)),
        ("is_default", Value::word(kept.is_default.to_string())),
    ];
    with(entries, from)
}

fn seen(seen: &Sighting, from: (String, Value)) -> Value {
    let mut entries = vec![("name", Value::word(&seen.name))];
    entries.extend(seen.via.as_ref().map(|via| ("via", Value::word(via))));
    entries.extend(seen.count.map(|count| ("count", number(count))));
    with(entries, from)
}

fn violation((kind, count): (&str, u64), from: (String, Value)) -> Value {
    with(vec![("type", Value::word(kind)), ("count", number(count))], from)
}

fn costs(cost: &Cost, from: (String, Value)) -> Value {
    let (amount, sum) = cost.sum();
    let by_model = cost.by_model.iter().map(|(model, (amount, sum))| {
        Value::table([
            ("name", Value::word(model)),
            ("amount", Value::word(amount.to_string())),
            ("tokens", tokens(*sum)),
        ])
    });
    let entries = vec![
        ("currency", Value::word(&cost.currency)),
        ("amount", Value::word(amount.to_string())),
        ("estimated", Value::word(cost.estimated.to_string())),
        ("tokens", tokens(sum)),
        ("by_model", Value::List(by_model.collect())),
    ];
    with(entries, from)
}

fn tokens(tokens: Tokens) -> Value {
    Value::table([
        ("input", number(tokens.input)),
        ("output", number(tokens.output)),
        ("cache_read", number(tokens.cache_read)),
        ("cache_creation", number(tokens.cache_creation)),
    ])
}

fn number(count: u64) -> Value {
    Value::word(count.to_string())
}

fn table(entries: Vec<(&str, Value)>) -> Value {
    Value::Table(
        entries
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

fn with(entries: Vec<(&str, Value)>, from: (String, Value)) -> Value {
    let entries = entries.into_iter().map(|(key, value)| (key.to_owned(), value));
    Value::Table(entries.chain([from]).collect())
}
