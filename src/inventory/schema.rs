//! The JSON Schema of records, for editors that complete keys and terms while an inventory is written. Made from the
//! same types that read the records, so the two cannot differ; and that of group files. Rules that span several fields
//! are not in it.

use crate::inventory::exact::{make_exact, states};
use crate::inventory::group::{self, Group};
use crate::inventory::id::Id;
use crate::inventory::kind::{Kind, LONGEST_NAME};
use crate::inventory::record::Head;
use crate::inventory::spelled::NAMES;
use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};
use std::sync::OnceLock;

/// The title of every schema of records.
pub const TITLE: &str = "actfile record";

/// The schema of each kind, in the order of their list.
static OF_KIND: [OnceLock<Value>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
static OF_ALL: OnceLock<Value> = OnceLock::new();
static OF_GROUP: OnceLock<Value> = OnceLock::new();

/// Returns the schema of one kind of record, or of all; the latter asks for the fields of the kind that `kind` names, so
/// that an editor tells what is wrong with that kind and not with every other. Each is made once, when it is first asked
/// for: the page about a field looks into those of all kinds.
pub fn schema(kind: Option<Kind>) -> &'static Value {
    let made = kind.map_or(&OF_ALL, |kind| &OF_KIND[kind as usize]);
    made.get_or_init(|| derived(kind))
}

fn derived(kind: Option<Kind>) -> Value {
    let kinds = kind.as_ref().map_or(Kind::ALL, std::slice::from_ref);
    // One generator for all kinds, which tells types of the same name apart.
    let mut generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let mut definitions = Map::new();
    let records = kinds.iter().map(|kind| {
        let record = record(*kind, &mut generator, &mut definitions);
        (kind.key(), record)
    });
    let records: Vec<(&str, Value)> = records.collect();
    let schema = match records.as_slice() {
        [(_, record)] => record.clone(),
        records => by_kind(records),
    };
    if records.len() > 1 {
        let named = records.into_iter().map(|(key, record)| (key.to_owned(), record));
        definitions.extend(named);
    }
    whole(schema, TITLE, definitions, &mut generator)
}

/// Returns the schema of a group file: a record of its own kind, which must name members with id and project.
pub fn group_schema() -> &'static Value {
    OF_GROUP.get_or_init(|| {
        let mut generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
        let mut definitions = Map::new();
        let body = generator.root_schema_for::<Group>();
        let group = shaped(
            group::KIND,
            "group file",
            body,
            &["kind", "id", "members"],
            &mut generator,
            &mut definitions,
        );
        let mut schema = whole(group, "actfile group file", definitions, &mut generator);
        without_states(&mut schema["properties"]["members"]);
        schema["properties"]["members"]["minItems"] = json!(1);
        let member = &mut schema["$defs"]["Member"];
        for key in ["id", "project"] {
            without_states(&mut member["properties"][key]);
        }
        member["required"] = json!(["id", "project"]);
        schema
    })
}

/// Leaves a field nothing but its value: what it says cannot stay open.
fn without_states(field: &mut Value) {
    let value = field["anyOf"][0].take();
    if let (Some(field), Value::Object(value)) = (field.as_object_mut(), value) {
        field.remove("anyOf");
        field.extend(value);
    }
}

/// Closes a schema with its head and its definitions.
fn whole(
    mut schema: Value,
    title: &str,
    mut definitions: Map<String, Value>,
    generator: &mut SchemaGenerator,
) -> Value {
    definitions.extend(states(generator));
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(title);
    schema["$defs"] = Value::Object(definitions);
    make_exact(&mut schema);
    schema
}

fn by_kind(records: &[(&str, Value)]) -> Value {
    let kinds = records
        .iter()
        .map(|(key, record)| json!({"const": key, "description": record["title"]}));
    let choices = records.iter().map(|(key, _)| {
        json!({
            "if": {"properties": {"kind": {"const": key}}, "required": ["kind"]},
            "then": {"$ref": format!("#/$defs/{key}")},
        })
    });
    json!({
        "type": "object",
        "properties": {"kind": {"description": "The kind of the record.", "oneOf": kinds.collect::<Vec<_>>()}},
        "required": ["kind"],
        "allOf": choices.collect::<Vec<_>>(),
    })
}

fn record(kind: Kind, generator: &mut SchemaGenerator, definitions: &mut Map<String, Value>) -> Value {
    let body = kind.body_schema(generator);
    let required: &[&str] = match kind.requires_name() {
        true => &["kind", "id", "name"],
        false => &["kind", "id"],
    };
    shaped(kind.key(), kind.words(), body, required, generator, definitions)
}

/// Returns the schema of a body with what all records share.
fn shaped(
    kind: &str,
    title: &str,
    body: Schema,
    required: &[&str],
    generator: &mut SchemaGenerator,
    definitions: &mut Map<String, Value>,
) -> Value {
    let mut properties = Map::new();
    properties.insert(
        "kind".into(),
        json!({"const": kind, "description": "The kind of the record."}),
    );
    properties.insert("id".into(), generator.subschema_for::<Id>().to_value());
    let head = generator.root_schema_for::<Head>();
    for mut part in [head.to_value(), body.to_value()] {
        properties.extend(taken(&mut part, "properties"));
        definitions.extend(taken(&mut part, "$defs"));
    }
    bound_names(&mut properties);
    json!({
        "title": title,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// Bounds what a record is called by as the reader does: not blank, and a name not too long.
fn bound_names(properties: &mut Map<String, Value>) {
    for key in NAMES {
        if let Some(name) = properties.get_mut(*key) {
            name["anyOf"][0]["pattern"] = json!("\\S");
        }
    }
    if let Some(name) = properties.get_mut("name") {
        name["anyOf"][0]["maxLength"] = json!(LONGEST_NAME);
    }
}

fn taken(schema: &mut Value, key: &str) -> Map<String, Value> {
    match schema.get_mut(key).map(Value::take) {
        Some(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_valid(schema: &Value, record: &Value) -> bool {
        jsonschema::validator_for(schema).unwrap().is_valid(record)
    }

    #[test]
    fn a_record_is_valid_and_a_misspelt_one_is_not() {
        let system =
            |key: &str| json!({"kind": "ai_system", "id": "a", "name": "A", key: "Head of Engineering"});
        for schema in [schema(None), schema(Some(Kind::AiSystem))] {
            assert!(is_valid(schema, &system("owner")));
            assert!(!is_valid(schema, &system("onwer")));
            assert!(!is_valid(schema, &json!({"kind": "ai_system", "id": "a"})));
            assert!(!is_valid(
                schema,
                &json!({"kind": "ai_sistem", "id": "a", "name": "A"})
            ));
        }
    }

    #[test]
    fn a_schema_is_made_once() {
        let first = schema(Some(Kind::Waiver));
        assert!(std::ptr::eq(first, schema(Some(Kind::Waiver))));
        for (kind, made) in Kind::ALL.iter().map(|kind| (kind, schema(Some(*kind)))) {
            assert_eq!(made["properties"]["kind"]["const"], kind.key());
        }
    }

    #[test]
    fn open_questions_are_valid_in_place_of_values() {
        let schema = schema(Some(Kind::AiSystem));
        let record = json!({
            "kind": "ai_system", "id": "a", "name": "A",
            "owner": {"unknown": {"asked": "CTO"}},
            "vendor": {"not_applicable": {"reason": "built in-house"}},
        });
        assert!(is_valid(schema, &record));
    }

    #[test]
    fn every_kind_has_a_schema_and_fields_have_descriptions() {
        for kind in Kind::ALL {
            let schema = schema(Some(*kind));
            jsonschema::meta::validate(schema).unwrap();
            assert_eq!(schema["properties"]["kind"]["const"], kind.key());
        }
        let owner = &schema(Some(Kind::AiSystem))["properties"]["owner"];
        assert!(owner["description"].is_string(), "{owner}");
    }
}
