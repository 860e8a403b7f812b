//! What `actfile explain` says about a kind of record or a field: what it means, what it takes, which gaps ask for it,
//! and how it is written. A name such as `waiver`, `turnover` or `tripwires.safety_component` comes in, a page in
//! Markdown goes out. Everything is read from the JSON Schema, which is made from the types that read the records.

use crate::inventory::exact::STATES;
use crate::inventory::group;
use crate::inventory::kind::Kind;
use crate::inventory::schema::{group_schema, schema};
use crate::law::edition::Edition;
use crate::law::gaps;
use crate::law::sizes::{self, Threshold};
use crate::report::fields;
use serde_json::{Map, Value};

/// How many terms of a vocabulary are told; `actfile schema` has the others.
const MOST_TERMS: usize = 30;
/// How many fields an example shows.
const MOST_IN_EXAMPLE: usize = 3;

/// A number that could be a year, an amount or a count.
const EXAMPLE_NUMBER: &str = "2025";

/// A field of a kind, or the kind itself, with the definitions that its schema points to.
struct Found {
    kind: Kind,
    field: &'static Value,
    definitions: &'static Value,
}

/// Returns the page about a kind or a field; fields of the same name in several kinds stand on one page.
pub(crate) fn page(name: &str, edition: Edition) -> Option<String> {
    if let Some(kind) = Kind::ALL.iter().find(|kind| kind.key() == name) {
        return Some(of_kind(*kind));
    }
    if name == group::KIND {
        return Some(of_group());
    }
    if let Some((key, state)) = STATES.iter().find(|(key, _)| *key == name) {
        return Some(of_state(key, &schema(None)["$defs"][*state]));
    }
    if !is_path(name) {
        return None;
    }
    let path: Vec<&str> = name.split('.').collect();
    let found: Vec<Found> = Kind::ALL
        .iter()
        .filter_map(|kind| field_of(*kind, &path))
        .collect();
    let mut told: Vec<(String, String)> = Vec::new();
    for found in &found {
        let (kind, says) = (format!("`{}`", found.kind.key()), of_field(found, &path, edition));
        match told.iter_mut().find(|(_, known)| *known == says) {
            Some((kinds, _)) => *kinds = format!("{kinds}, {kind}"),
            None => told.push((kind, says)),
        }
    }
    let told: Vec<String> = told
        .iter()
        .map(|(kinds, says)| format!("A field of {kinds}: {says}"))
        .collect();
    (!told.is_empty()).then(|| format!("# {name}\n\n{}", told.join("\n")))
}

/// Returns the list of the fields inside others that bear a name; the page of the field where there is one alone.
pub(crate) fn inside_others(name: &str, edition: Edition) -> Option<String> {
    if !is_path(name) {
        return None;
    }
    let found: Vec<(String, String)> = fields::inside_others(name).into_iter().collect();
    match found.as_slice() {
        [] => None,
        [(path, _)] => page(path, edition),
        several => {
            let lines = several.iter().map(|(path, says)| format!("- `{path}`: {says}\n"));
            Some(format!(
                "# {name}\n\nA name inside other fields:\n\n{}",
                lines.collect::<String>()
            ))
        }
    }
}

/// Returns whether a name can be that of a field; most names that are asked about are not, and need no schema.
fn is_path(name: &str) -> bool {
    let is_part = |char: char| char.is_ascii_alphanumeric() || ['_', '.'].contains(&char);
    name.chars().all(is_part)
}

fn of_kind(kind: Kind) -> String {
    let schema = schema(Some(kind));
    let fields: Vec<String> = schema["properties"]
        .as_object()
        .map(listed_fields)
        .unwrap_or_default();
    let name = if kind.requires_name() { "name: ...\n" } else { "" };
    format!(
        "# {}\n\nA record of kind {}. Only what the example shows must be there; what else is missing becomes a gap.\n\n\
         ```yaml\nkind: {}\nid: my-{}\n{name}```\n\nFields:\n\n{}",
        kind.key(),
        kind.words(),
        kind.key(),
        kind.key().replace('_', "-"),
        fields.concat()
    )
}

/// Returns the page about the file that holds no record of an inventory.
fn of_group() -> String {
    let fields = group_schema()["properties"].as_object().map(listed_fields);
    format!(
        "# {}\n\nThe file that `--group` names: which organisations belong together, and where the inventory of each lies. \
         It stands outside of all of them. What the example shows must be there.\n\n\
         ```yaml\nkind: {}\nid: my-group\nmembers: [{{id: acme-de, project: acme-de/inventories}}]\n```\n\nFields:\n\n{}",
        group::KIND,
        group::KIND,
        fields.unwrap_or_default().concat()
    )
}

/// Returns the page about a word that may stand in the place of any value.
fn of_state(key: &str, state: &Value) -> String {
    let within = state["properties"][key]["properties"].as_object();
    let fields = within.map(listed_fields).unwrap_or_default();
    format!(
        "# {key}\n\n{} It may stand in the place of the value of any field.\n{}\n```yaml\nvendor:\n{}```\n",
        meaning(state),
        below("Fields:", &fields),
        written(key, &state["properties"][key], &Value::Null, 1)
    )
}

fn listed_fields(fields: &Map<String, Value>) -> Vec<String> {
    let line = |(name, field): (&String, &Value)| format!("- `{name}`: {}\n", meaning(field));
    fields.iter().map(line).collect()
}

/// Returns what a field means, in one line; an id has no words of its own.
pub(crate) fn meaning(field: &Value) -> String {
    let says = field["description"].as_str();
    says.unwrap_or("The name by which other records refer to it.")
        .replace('\n', " ")
}

/// Returns the field at a path, which may begin with the kind.
fn field_of(kind: Kind, path: &[&str]) -> Option<Found> {
    let path = match path {
        [first, rest @ ..] if *first == kind.key() && !rest.is_empty() => rest,
        path => path,
    };
    let mut field = schema(Some(kind));
    let definitions = &field["$defs"];
    for part in path {
        let holder = item(value(field, definitions), definitions);
        field = holder["properties"].get(part)?;
    }
    Some(Found {
        kind,
        field,
        definitions,
    })
}

/// Returns what a field takes when it is stated: the first of its states, followed to its definition.
pub(crate) fn value<'v>(field: &'v Value, definitions: &'v Value) -> &'v Value {
    let stated = field["anyOf"].get(0).unwrap_or(field);
    let name = stated["$ref"].as_str().and_then(|place| place.rsplit('/').next());
    match name {
        // The word `none` stands beside a group that is spelled out.
        None if stated["const"] == "none" => field["anyOf"]
            .get(1)
            .map_or(&Value::Null, |group| value(group, definitions)),
        None if stated["anyOf"].is_array() => value(stated, definitions),
        None => stated,
        Some(name) => value(&definitions[name], definitions),
    }
}

/// Returns the items of a list, or else the value itself.
pub(crate) fn item<'v>(value_of: &'v Value, definitions: &'v Value) -> &'v Value {
    match value_of.get("items") {
        Some(items) => value(items, definitions),
        None => value_of,
    }
}

fn of_field(found: &Found, path: &[&str], edition: Edition) -> String {
    let stated = value(found.field, found.definitions);
    let items = item(stated, found.definitions);
    let says = meaning(found.field);
    let terms = terms(items);
    let fields = items["properties"]
        .as_object()
        .map(listed_fields)
        .unwrap_or_default();
    let parts = [
        format!("{says}\n\nIt takes {}.\n", takes(stated, found.definitions)),
        below("Terms:", &terms),
        below("Limits:", &limits(path, edition)),
        below("Fields:", &fields),
        asked_for(found.kind, path),
        format!("\n```yaml\n{}```\n", example(path, found)),
    ];
    parts.concat()
}

fn below(head: &str, lines: &[String]) -> String {
    match lines.is_empty() {
        true => String::new(),
        false => format!("\n{head}\n\n{}", lines.concat()),
    }
}

fn terms(value: &Value) -> Vec<String> {
    let all = value["oneOf"].as_array().map_or(&[][..], Vec::as_slice);
    let line = |term: &Value| {
        Some(format!(
            "- `{}`: {}\n",
            term["const"].as_str()?,
            term["description"].as_str().unwrap_or_default()
        ))
    };
    let mut lines: Vec<String> = all.iter().take(MOST_TERMS).filter_map(line).collect();
    if all.len() > MOST_TERMS {
        lines.push(format!(
            "- and {} more, which `actfile schema` lists\n",
            all.len() - MOST_TERMS
        ));
    }
    lines
}

/// Returns up to where an organisation is of which size, for the field that says it; where the Act refers to the limits
/// only if the edition has such a place.
fn limits(path: &[&str], edition: Edition) -> Vec<String> {
    if path.last() != Some(&SIZE) {
        return Vec::new();
    }
    let line = |it: &Threshold| {
        let referred = it
            .referred_by(edition)
            .map_or_else(String::new, |cite| format!(", to which {cite} refers"));
        let doubt = match it.doubt {
            "" => String::new(),
            doubt => format!("; {doubt}"),
        };
        format!(
            "- `{}`: {} ({}{referred}{doubt})\n",
            it.size.key(),
            it.says(),
            it.cites
        )
    };
    let lines = sizes::THRESHOLDS.iter().map(line);
    lines
        .chain([format!("\n{}\n", sizes::HOW_SIZES_ARE_COUNTED)])
        .collect()
}

/// The field that says how large an organisation is.
const SIZE: &str = "size_class";

/// Returns in words what a field takes.
pub(crate) fn takes(value_of: &Value, definitions: &Value) -> String {
    // Where several types are taken, the first is the one that is meant.
    let types = &value_of["type"];
    let kind = types.as_str().or_else(|| types[0].as_str()).unwrap_or_default();
    let pattern = value_of["pattern"].as_str().unwrap_or("\\S");
    match kind {
        "array" => format!(
            "a list, each item {}",
            takes(item(value_of, definitions), definitions)
        ),
        "object" if value_of["properties"].is_object() => "a mapping with the fields below".to_owned(),
        "object" => "a mapping of names to texts".to_owned(),
        "boolean" => "`true` or `false`".to_owned(),
        "integer" => "a whole number".to_owned(),
        "number" => "a number".to_owned(),
        _ if value_of["oneOf"].is_array() => "one of the terms below".to_owned(),
        _ if value_of["format"] == "date" => "a day, as `2026-11-27`".to_owned(),
        _ if pattern == "\\S" => "a text".to_owned(),
        _ if pattern.starts_with("^[a-z0-9][a-z0-9-]") => "an id".to_owned(),
        _ => "a text of a fixed form".to_owned(),
    }
}

/// Returns the gaps whose remedy names the field.
fn asked_for(kind: Kind, path: &[&str]) -> String {
    let [first, ..] = path else { return String::new() };
    let first = if *first == kind.key() {
        path.get(1).unwrap_or(first)
    } else {
        first
    };
    let name = format!("`{first}`");
    let asking = gaps::ALL.iter().filter(|gap| gap.closes.contains(&name));
    let lines: Vec<String> = asking
        .map(|gap| format!("- `{}`: closed by {}\n", gap.code, gap.closes))
        .collect();
    below("Gaps that ask for it:", &lines)
}

/// Returns the field as it is written, below the groups that hold it.
fn example(path: &[&str], found: &Found) -> String {
    let path = match path {
        [first, rest @ ..] if *first == found.kind.key() && !rest.is_empty() => rest,
        path => path,
    };
    let (last, groups) = match path {
        [] => return String::new(),
        [groups @ .., last] => (last, groups),
    };
    let mut lines = String::new();
    for (depth, group) in groups.iter().enumerate() {
        lines.push_str(&format!("{}{group}:\n", "  ".repeat(depth)));
    }
    lines
        + &written(
            last,
            value(found.field, found.definitions),
            found.definitions,
            groups.len(),
        )
}

fn written(key: &str, value_of: &Value, definitions: &Value, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    match value_of["properties"].as_object() {
        Some(fields) => {
            let shown = fields.iter().take(MOST_IN_EXAMPLE);
            let shown =
                shown.map(|(name, field)| written(name, value(field, definitions), definitions, depth + 1));
            format!("{indent}{key}:\n{}", shown.collect::<String>())
        }
        None => format!("{indent}{key}: {}\n", scalar(value_of, definitions)),
    }
}

/// Returns a value on one line.
fn scalar(value_of: &Value, definitions: &Value) -> String {
    let first = value_of["oneOf"].get(0).and_then(|term| term["const"].as_str());
    match (value_of["type"].as_str().unwrap_or_default(), first) {
        (_, Some(term)) => term.to_owned(),
        ("array", None) => {
            let item = item(value_of, definitions);
            let fields = item["properties"].as_object();
            let key = fields.and_then(|fields| fields.iter().next());
            match key {
                Some((name, field)) => {
                    format!("[{{{name}: {}}}]", scalar(value(field, definitions), definitions))
                }
                None => format!("[{}]", scalar(item, definitions)),
            }
        }
        ("object", None) => "{name: text}".to_owned(),
        ("boolean", None) => "true".to_owned(),
        ("integer" | "number", None) => EXAMPLE_NUMBER.to_owned(),
        (_, None) if value_of["format"] == "date" => "2026-11-27".to_owned(),
        (_, None) => "...".to_owned(),
    }
}
