//! The field that names files beside an inventory file: one path or a list. A path is relative to the folder of the
//! file that says it, as paths of evidence are, and stays inside the project. Reads nothing from disk.

use crate::inventory::paths;
use crate::source::{Span, Spanned};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// One path or several, each with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths(pub Vec<Spanned<String>>);

/// Endings by which a bill of materials is recognised.
const ENDINGS: &[&str] = &[".json", ".xml"];

/// Returns whether a file below the project folder is a bill of materials and no inventory file.
pub fn is_bom(path: &str) -> bool {
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}

/// Returns where the path of a bill of materials leads below the project folder, seen from the file that says it.
///
/// # Errors
/// Tells why the path leads to no bill of materials inside the project.
pub fn resolved(inventory_file: &str, said: &str) -> Result<String, &'static str> {
    let path = paths::resolved(inventory_file, said)?;
    match is_bom(said) {
        true => Ok(path),
        false => Err("a bill of materials is a `.json` or `.xml` file"),
    }
}

enum OneOrMany {
    One(String),
    Many(Vec<Spanned<String>>),
}

impl<'de> Deserialize<'de> for Paths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let said = Spanned::<OneOrMany>::deserialize(deserializer)?;
        Ok(match said.value {
            OneOrMany::One(path) => Self(vec![Spanned::new(path, said.span)]),
            OneOrMany::Many(paths) => Self(paths),
        })
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrManyVisitor)
    }
}

struct OneOrManyVisitor;

impl<'de> Visitor<'de> for OneOrManyVisitor {
    type Value = OneOrMany;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a path or a list of paths")
    }

    fn visit_str<E: Error>(self, path: &str) -> Result<OneOrMany, E> {
        Ok(OneOrMany::One(path.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OneOrMany, A::Error> {
        let mut paths = Vec::new();
        while let Some(path) = seq.next_element()? {
            paths.push(path);
        }
        Ok(OneOrMany::Many(paths))
    }
}

impl JsonSchema for Paths {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "paths".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})
    }
}

/// A path that a record says, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The path as it is said.
    pub said: Spanned<String>,
    /// The path below the project folder, or why there is none.
    pub path: Result<String, &'static str>,
}

impl Paths {
    /// Returns each path with where it leads, seen from the file that says it.
    pub fn named<'p>(&'p self, file_of: impl Fn(Span) -> &'p str) -> Vec<Named> {
        let named = |said: &Spanned<String>| Named {
            said: said.clone(),
            path: resolved(file_of(said.span), &said.value),
        };
        self.0.iter().map(named).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn a_bill_of_materials_is_known_by_its_ending() {
        for (said, expected) in [
            ("bom/a.cdx.json", Some("systems/bom/a.cdx.json")),
            ("../bom/a.xml", Some("bom/a.xml")),
            ("a.yaml", None),
            ("../../a.json", None),
        ] {
            assert_eq!(
                resolved("systems/cv.yaml", said).ok().as_deref(),
                expected,
                "{said}"
            );
        }
    }
}
