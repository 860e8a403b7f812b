//! The JSON Schema of records as an editor is given it: the shape from `inventory`, with the question behind each legal fact
//! and the places in the law that ask it, in the draft that the editor reads. Changes nothing about what is allowed.

use crate::inventory::kind::Kind;
use crate::inventory::schema::{TITLE, group_schema, schema};
use crate::law::all_rules;
use crate::law::cite::Citation;
use crate::law::fact::Fact;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// A draft of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draft {
    /// 2020-12.
    Of2020,
    /// 07, which every language server reads.
    Of07,
}

/// How many places are named beside a question; `actfile explain` names all.
const MOST_PLACES: usize = 4;

/// The file that holds the schema of all records, beside them.
pub const SCHEMA_FILE: &str = "schema.json";

/// Returns the line by which language servers for YAML find the schema that lies so many folders above a file.
pub fn modeline(n_levels: usize) -> String {
    format!(
        "# yaml-language-server: $schema={}{SCHEMA_FILE}\n",
        "../".repeat(n_levels)
    )
}

/// Returns whether a text is the schema of records, of this or another version: others have files of that name too.
pub fn is_our_schema(text: &[u8]) -> bool {
    serde_json::from_slice::<Value>(text).is_ok_and(|schema| schema["title"] == TITLE)
}

/// Returns the schema of one kind of record, or of all, for editors.
pub fn for_editors(kind: Option<Kind>, draft: Draft) -> Value {
    let mut schema = schema(kind).clone();
    for fact in Fact::ALL {
        ask(&mut schema, *fact);
    }
    in_draft(schema, draft)
}

/// Returns the schema of group files, for editors; no fact of the law stands in one.
pub fn group_for_editors(draft: Draft) -> Value {
    in_draft(group_schema().clone(), draft)
}

fn in_draft(schema: Value, draft: Draft) -> Value {
    match draft {
        Draft::Of2020 => schema,
        Draft::Of07 => in_draft_07(schema),
    }
}

/// Adds the question of a fact to the field that answers it.
fn ask(schema: &mut Value, fact: Fact) {
    let Some(field) = field_at(&mut schema["$defs"], fact.row().path) else {
        return;
    };
    let says = field["description"].as_str().unwrap_or_default();
    let question = match fact.term().filter(|_| fact.shares_path()) {
        Some(term) => format!("`{term}`: {}", fact.question()),
        None => fact.question().to_owned(),
    };
    let said = format!("{says}\n\n{question}{}", asked_by(fact));
    field["description"] = json!(said);
}

/// Returns the field at a path below `facts`: each group of facts is a definition of its own.
fn field_at<'s>(definitions: &'s mut Value, path: &str) -> Option<&'s mut Value> {
    let mut holder = "Facts".to_owned();
    let (groups, last) = path.rsplit_once('.').unwrap_or(("", path));
    for group in groups.split('.').filter(|group| !group.is_empty()) {
        holder = group_of(&definitions[&holder]["properties"][group])?.to_owned();
    }
    definitions.get_mut(&holder)?.get_mut("properties")?.get_mut(last)
}

/// Returns the definition that a field refers to, past the word `none` where that may stand in its place.
fn group_of(field: &Value) -> Option<&str> {
    let stated = &field["anyOf"][0];
    let reference = match stated["anyOf"].as_array() {
        Some(choices) => choices.iter().find_map(|choice| choice["$ref"].as_str()),
        None => stated["$ref"].as_str(),
    };
    reference.and_then(|place| place.rsplit('/').next())
}

fn asked_by(fact: Fact) -> String {
    let mut places: BTreeSet<Citation> = BTreeSet::new();
    for rule in all_rules() {
        let mut asked = Vec::new();
        rule.when.facts(&mut asked);
        if asked.contains(&fact) {
            places.extend(rule.cites.iter().take(1));
        }
    }
    let places: Vec<String> = places.iter().take(MOST_PLACES).map(ToString::to_string).collect();
    match places.is_empty() {
        true => String::new(),
        false => format!(" ({})", places.join(", ")),
    }
}

/// Returns a schema in draft 07: definitions under their former name, and nothing beside a reference, which that draft would
/// pass over.
fn in_draft_07(mut schema: Value) -> Value {
    rewrite(&mut schema);
    let Some(keywords) = schema.as_object_mut() else {
        return schema;
    };
    let definitions = keywords.remove("$defs");
    keywords.insert(
        "$schema".to_owned(),
        json!("http://json-schema.org/draft-07/schema#"),
    );
    keywords.extend(definitions.map(|definitions| ("definitions".to_owned(), definitions)));
    schema
}

fn rewrite(value: &mut Value) {
    match value {
        Value::Object(keywords) => {
            keywords.values_mut().for_each(rewrite);
            refer(keywords);
        }
        Value::Array(items) => items.iter_mut().for_each(rewrite),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn refer(keywords: &mut Map<String, Value>) {
    let Some(place) = keywords.get("$ref").and_then(Value::as_str) else {
        return;
    };
    let reference = json!({"$ref": place.replace("#/$defs/", "#/definitions/")});
    if keywords.len() == 1 {
        keywords.extend(reference.as_object().cloned().unwrap_or_default());
        return;
    }
    keywords.remove("$ref");
    keywords.insert("allOf".to_owned(), json!([reference]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_of_a_record_is_asked_where_it_is_answered() {
        let mut schema = schema(None).clone();
        let unasked = Fact::ALL.iter().filter(|fact| {
            let path = fact.row().path;
            path.contains('.') && field_at(&mut schema["$defs"], path).is_none()
        });
        assert_eq!(unasked.collect::<Vec<_>>(), Vec::<&Fact>::new());
    }

    #[test]
    fn the_schema_is_known_by_its_title_and_named_from_every_level() {
        assert!(is_our_schema(
            for_editors(None, Draft::Of07).to_string().as_bytes()
        ));
        for other in ["", "{}", "[1]", "{\"title\": \"schema\"}"] {
            assert!(!is_our_schema(other.as_bytes()), "{other}");
        }
        assert_eq!(modeline(0), "# yaml-language-server: $schema=schema.json\n");
        assert_eq!(modeline(2), "# yaml-language-server: $schema=../../schema.json\n");
    }

    #[test]
    fn a_question_stands_with_its_places_in_both_drafts() {
        for (draft, key) in [(Draft::Of2020, "$defs"), (Draft::Of07, "definitions")] {
            let schema = for_editors(Some(Kind::AiSystem), draft);
            jsonschema::meta::validate(&schema).unwrap();
            jsonschema::meta::validate(&group_for_editors(draft)).unwrap();
            let field = &schema[key]["AnnexIiiFacts"]["properties"]["profiling"];
            let says = field["description"].as_str().unwrap();
            assert!(says.contains('?') && says.contains("Art. 6(3)"), "{says}");
            assert_eq!(schema.to_string().contains("#/$defs/"), draft == Draft::Of2020);
        }
    }
}
