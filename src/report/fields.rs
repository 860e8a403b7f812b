//! Every field of a kind of record, at every depth: its path, what it takes, what it means, the terms it may hold. Read
//! from the JSON Schema by the same steps as the pages of `described`, so that the two say the same. Rules that span
//! several fields are not in it.

use crate::inventory::kind::Kind;
use crate::inventory::schema::{group_schema, schema};
use crate::report::described::{item, meaning, takes, value};
use serde_json::Value;
use std::collections::BTreeMap;

/// No record is nested deeper; a type that held itself would have no end.
const DEEPEST: usize = 8;

/// One field of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldLine {
    /// Where it stands below the record, such as `tripwires.safety_component` or `operators[].population`.
    pub path: String,
    /// What it takes, in words.
    pub takes: String,
    /// What it means, in one line.
    pub says: String,
    /// The terms it may hold, each with its words.
    pub terms: Vec<(String, String)>,
}

/// Returns every field of a kind, each followed by the fields inside it.
pub fn fields(kind: Kind) -> Vec<FieldLine> {
    gathered(schema(Some(kind)))
}

/// Returns every field of a group file.
pub fn group_fields() -> Vec<FieldLine> {
    gathered(group_schema())
}

fn gathered(schema: &Value) -> Vec<FieldLine> {
    let mut lines = Vec::new();
    gather(schema, &[], &schema["$defs"], &mut lines);
    lines
}

/// Returns the paths of the fields inside others that bear a name or end in a path, such as `year` of `turnover.year`, each
/// once with what it means.
pub(crate) fn inside_others(name: &str) -> BTreeMap<String, String> {
    let end = format!(".{name}");
    let lines = Kind::ALL.iter().flat_map(|kind| fields(*kind));
    let named = lines.map(|line| (line.path.replace("[]", ""), line.says));
    named.filter(|(path, _)| path.ends_with(&end)).collect()
}

fn gather(holder: &Value, groups: &[String], definitions: &Value, lines: &mut Vec<FieldLine>) {
    if groups.len() > DEEPEST {
        return;
    }
    let fields = holder["properties"].as_object();
    for (name, field) in fields.into_iter().flatten() {
        let stated = value(field, definitions);
        let items = item(stated, definitions);
        let path = [groups, std::slice::from_ref(name)].concat();
        lines.push(FieldLine {
            path: path.join("."),
            takes: taken(field, stated, definitions),
            says: meaning(field),
            terms: terms(items),
        });
        gather(items, &inside(path, stated), definitions, lines);
    }
}

/// Returns the path of what stands inside a field; a list is marked as one.
fn inside(mut path: Vec<String>, stated: &Value) -> Vec<String> {
    if let (Some(last), true) = (path.last_mut(), stated.get("items").is_some()) {
        last.push_str("[]");
    }
    path
}

fn taken(field: &Value, stated: &Value, definitions: &Value) -> String {
    match field["const"].as_str() {
        Some(word) => format!("the word `{word}`"),
        None => takes(stated, definitions),
    }
}

fn terms(items: &Value) -> Vec<(String, String)> {
    let all = items["oneOf"].as_array().map_or(&[][..], Vec::as_slice);
    let term = |term: &Value| {
        let words = term["description"].as_str().unwrap_or_default();
        Some((term["const"].as_str()?.to_owned(), words.to_owned()))
    };
    all.iter().filter_map(term).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::edition::Edition;
    use crate::report::described::page;

    #[test]
    fn every_field_of_every_kind_is_told_once_and_can_be_explained() {
        for kind in Kind::ALL {
            let lines = fields(*kind);
            assert!(lines.len() > 8, "{kind:?}");
            let mut paths: Vec<&str> = lines.iter().map(|line| line.path.as_str()).collect();
            for path in &paths {
                let plain = path.replace("[]", "");
                assert!(page(&plain, Edition::Omnibus2026).is_some(), "{kind:?}: {path}");
            }
            paths.sort_unstable();
            let n_paths = paths.len();
            paths.dedup();
            assert_eq!(paths.len(), n_paths, "{kind:?}");
        }
    }

    #[test]
    fn what_stands_inside_a_group_or_a_list_is_told_with_its_terms() {
        let lines = fields(Kind::AiSystem);
        let at = |path: &str| lines.iter().find(|line| line.path == path).unwrap();
        assert_eq!(at("kind").takes, "the word `ai_system`");
        assert_eq!(at("tripwires.safety_component").takes, "`true` or `false`");
        assert!(at("operators").takes.starts_with("a list, each item "));
        let bands = &at("operators[].size_band").terms;
        assert!(bands.iter().any(|(term, _)| term == "10-49"), "{bands:?}");
    }
}
