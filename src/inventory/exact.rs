//! Makes a JSON Schema as strict as the reader of records, and no stricter: what derived schemas leave open is closed, and
//! what they forbid although the reader takes it is allowed. The reader takes every scalar as a text, because YAML reads
//! `version: 1.0` as a number. What a schema cannot know (references, dates in order, YAML as such) is left to `check`.

use crate::inventory::field::{NotApplicable, Unknown};
use crate::inventory::id::RESERVED;
use crate::yaml::decode::LONGEST_PROSE;
use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

/// Keywords that hold one schema.
const ONE: &[&str] = &["items", "additionalProperties", "then"];
/// Keywords that hold a list of schemas.
const LISTS: &[&str] = &["anyOf", "oneOf", "allOf"];
/// Keywords that hold schemas by name.
const NAMED: &[&str] = &["properties", "$defs"];

/// The closing states, with the names under which every field refers to them.
pub(crate) const STATES: &[(&str, &str)] = &[("not_applicable", "DoesNotApply"), ("unknown", "IsUnknown")];

/// Returns the definitions of the closing states, which every field may take in place of a value.
pub(crate) fn states(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let contents = [
        generator.root_schema_for::<NotApplicable>().to_value(),
        generator.root_schema_for::<Unknown>().to_value(),
    ];
    let says = [
        "The field does not apply, for a reason; closes the gap.",
        "Nobody knows yet; the gap stays open.",
    ];
    let state = |((key, name), (mut content, says)): (&(&str, &str), (Value, &str))| {
        let content = content.as_object_mut().map(std::mem::take).unwrap_or_default();
        let kept = content
            .into_iter()
            .filter(|(key, _)| !["$schema", "$defs", "title"].contains(&key.as_str()));
        let content: Map<String, Value> = kept.collect();
        let state = json!({
            "description": says,
            "type": "object",
            "properties": {(*key): content},
            "required": [key],
            "additionalProperties": false,
        });
        ((*name).to_owned(), state)
    };
    STATES
        .iter()
        .zip(contents.into_iter().zip(says))
        .map(state)
        .collect()
}

/// Makes a schema and all schemas in it exact.
pub(crate) fn make_exact(schema: &mut Value) {
    let Some(keywords) = schema.as_object_mut() else {
        return;
    };
    exact(keywords);
    for key in ONE {
        keywords.get_mut(*key).into_iter().for_each(make_exact);
    }
    for key in LISTS {
        let list = keywords.get_mut(*key).and_then(Value::as_array_mut);
        list.into_iter().flatten().for_each(make_exact);
    }
    for key in NAMED {
        let named = keywords.get_mut(*key).and_then(Value::as_object_mut);
        named.into_iter().flatten().for_each(|(name, field)| {
            // Looked at in `link`, where the amounts are compared.
            if *key == "properties" && name == "currency" && field["anyOf"].is_array() {
                field["anyOf"][0]["pattern"] = json!("^[A-Z]{3}$");
            }
            make_exact(field);
        });
    }
}

fn exact(schema: &mut Map<String, Value>) {
    schema.remove("default");
    without_nothing(schema);
    share_states(schema);
    if schema.contains_key("properties")
        && schema.get("type") == Some(&json!("object"))
        && !schema.contains_key("allOf")
    {
        schema.entry("additionalProperties").or_insert(json!(false));
    }
    if schema.contains_key("oneOf") {
        return with_numbers(schema);
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("integer" | "number") => bounded(schema),
        Some("string") => text(schema),
        Some(_) | None => {}
    }
}

/// A key without a value is an error of its own, so that nothing is no value of an optional field; a number of operations
/// alone may be `null`, and has a least value.
fn without_nothing(schema: &mut Map<String, Value>) {
    let is_number = schema.contains_key("minimum");
    if let Some(types) = schema
        .get_mut("type")
        .and_then(Value::as_array_mut)
        .filter(|_| !is_number)
    {
        types.retain(|name| name != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            schema.insert("type".to_owned(), one);
        }
    }
    if let Some(choices) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        choices.retain(|choice| *choice != json!({"type": "null"}));
    }
}

/// Puts a reference in the place of each closing state, which would stand at every field in full.
fn share_states(schema: &mut Map<String, Value>) {
    let choices = schema.get_mut("anyOf").and_then(Value::as_array_mut);
    for choice in choices.into_iter().flatten() {
        let of_state = |(key, _): &&(&str, &str)| choice["required"] == json!([key]);
        if let Some((_, name)) = STATES.iter().find(of_state) {
            *choice = json!({"$ref": format!("#/$defs/{name}")});
        }
    }
}

fn bounded(schema: &mut Map<String, Value>) {
    let format = schema.remove("format");
    let largest = match format.as_ref().and_then(Value::as_str) {
        Some("uint32") => json!(u32::MAX),
        Some("uint64") => json!(u64::MAX),
        Some(_) | None => return,
    };
    schema.insert("maximum".to_owned(), largest);
}

/// YAML reads the term `2` as a number where it stands without quotes.
fn with_numbers(schema: &mut Map<String, Value>) {
    let terms = schema.get("oneOf").and_then(Value::as_array);
    let as_number = |term: &Value| {
        let number: i64 = term["const"].as_str()?.parse().ok()?;
        Some(json!({"const": number, "description": term["description"]}))
    };
    let numbers: Vec<Value> = terms.into_iter().flatten().filter_map(as_number).collect();
    if numbers.is_empty() {
        return;
    }
    schema.remove("type");
    if let Some(terms) = schema.get_mut("oneOf").and_then(Value::as_array_mut) {
        terms
            .iter_mut()
            .filter_map(Value::as_object_mut)
            .for_each(|term| {
                term.remove("type");
            });
        terms.extend(numbers);
    }
}

fn text(schema: &mut Map<String, Value>) {
    if ["const", "enum", "format"]
        .iter()
        .any(|key| schema.contains_key(*key))
    {
        return;
    }
    let pattern = schema.get("pattern").and_then(Value::as_str);
    // A slug of digits alone is a number to YAML, and `true` a truth value.
    if pattern.is_some_and(|pattern| pattern.starts_with("^[a-z0-9]")) {
        schema.insert("type".to_owned(), json!(["string", "integer", "boolean"]));
        schema.insert("minimum".to_owned(), json!(0));
        schema.insert("not".to_owned(), json!({"enum": RESERVED}));
        return;
    }
    if pattern.is_some_and(|pattern| pattern.starts_with('^')) {
        return;
    }
    schema.insert("type".to_owned(), json!(["string", "number", "boolean"]));
    schema.insert("minLength".to_owned(), json!(1));
    schema.entry("maxLength").or_insert(json!(LONGEST_PROSE));
}
