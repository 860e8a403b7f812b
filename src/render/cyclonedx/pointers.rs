//! Whether JSON pointers lead to values. Parts are turned into JSON one at a time, because a document may have very many
//! of them and most pointers lead into one.

use crate::render::cyclonedx::wire::Bom;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Returns those pointers that lead to nothing in this document.
pub(crate) fn lost<'p>(bom: &Bom, pointers: impl Iterator<Item = &'p str>) -> BTreeSet<&'p str> {
    let mut by_part: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for pointer in pointers {
        by_part.entry(part_of(pointer)).or_default().push(pointer);
    }
    let mut lost = BTreeSet::new();
    for (part, mut pointers) in by_part {
        let json = json_at(bom, part);
        let leads = |pointer: &str| json.as_ref()?.pointer(&pointer[part.len()..]);
        pointers.retain(|pointer| leads(pointer).is_none());
        lost.extend(pointers);
    }
    lost
}

/// Returns the beginning of a pointer that leads to a component or service; nothing for any other place.
fn part_of(pointer: &str) -> &str {
    let is_in_list = pointer.starts_with("/components/") || pointer.starts_with("/services/");
    let end = pointer.match_indices('/').nth(2).map(|(at, _)| at);
    match is_in_list {
        true => &pointer[..end.unwrap_or(pointer.len())],
        false => "",
    }
}

fn json_at(bom: &Bom, part: &str) -> Option<Value> {
    let components = part.strip_prefix("/components/");
    let services = part.strip_prefix("/services/");
    match (components, services) {
        (Some(at), _) => json(bom.components.get(index(at)?)?),
        (_, Some(at)) => json(bom.services.get(index(at)?)?),
        (None, None) => json(bom),
    }
}

fn json(value: &impl Serialize) -> Option<Value> {
    serde_json::to_value(value).ok()
}

/// Reads a place in a list as RFC 6901 has it, without leading zeros and signs.
fn index(text: &str) -> Option<usize> {
    let at: usize = text.parse().ok()?;
    (at.to_string() == text).then_some(at)
}
