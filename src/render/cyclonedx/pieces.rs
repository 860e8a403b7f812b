//! Asks the official schema about a document piece by piece, so that a long one is never held as JSON in whole. What it
//! says is what the schema says of the whole: a list has to hold its own kind of thing, and no thing twice. The lists
//! have to be in canonical order; equal entries then stand side by side and are judged together.

use crate::render::cyclonedx::wire::Bom;
use crate::render::cyclonedx::wire::words::SpecVersion;
use crate::render::cyclonedx::{Fault, schema};
use serde::Serialize;
use serde_json::{Result, json};
use std::mem::take;

/// Returns everything the official schema finds wrong. The document is the same afterwards.
pub(crate) fn faults(bom: &mut Bom) -> Result<Vec<Fault>> {
    let version = bom.spec_version;
    let rest = without_lists(bom, |rest| serde_json::to_value(rest))?;
    let mut found = schema::faults(&rest, version);
    found.extend(of_list(version, "components", &bom.components, |it| &it.bom_ref)?);
    found.extend(of_list(version, "services", &bom.services, |it| &it.bom_ref)?);
    found.extend(of_list(version, "dependencies", &bom.dependencies, |it| {
        &it.bom_ref
    })?);
    found.extend(of_list(version, "citations", &bom.citations, |it| &it.bom_ref)?);
    Ok(found)
}

/// Shows the document without its long lists, which are put back.
fn without_lists<T>(bom: &mut Bom, look: impl FnOnce(&Bom) -> T) -> T {
    let components = take(&mut bom.components);
    let services = take(&mut bom.services);
    let dependencies = take(&mut bom.dependencies);
    let citations = take(&mut bom.citations);
    let seen = look(bom);
    (bom.components, bom.services) = (components, services);
    (bom.dependencies, bom.citations) = (dependencies, citations);
    seen
}

/// Judges each entry in a document of its own, with those of the same name: equal entries have equal names.
fn of_list<T: Serialize, K: PartialEq>(
    version: SpecVersion,
    list: &str,
    entries: &[T],
    name: fn(&T) -> &K,
) -> Result<Vec<Fault>> {
    let mut found = Vec::new();
    let mut n_before = 0;
    let mut document = json!({"bomFormat": "CycloneDX", "specVersion": "any"});
    for piece in entries.chunk_by(|one, next| name(one) == name(next)) {
        document[list] = serde_json::to_value(piece)?;
        let faults = schema::faults(&document, version).into_iter();
        found.extend(faults.map(|fault| moved(fault, list, n_before)));
        n_before += piece.len();
    }
    Ok(found)
}

/// Returns the fault at its place in the whole list.
fn moved(fault: Fault, list: &str, n_before: usize) -> Fault {
    let place = |pointer: &str| {
        let within = pointer.strip_prefix('/')?.strip_prefix(list)?.strip_prefix('/')?;
        let (at, rest) = within.split_at(within.find('/').unwrap_or(within.len()));
        let at: usize = at.parse().ok()?;
        Some(format!("/{list}/{}{rest}", n_before + at))
    };
    Fault {
        pointer: place(&fault.pointer).unwrap_or(fault.pointer),
        message: fault.message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::cyclonedx::{cyclonedx, order, sample};
    use serde_json::Value;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    /// How an entry of a list is named.
    type Name = fn(&Value) -> &Value;

    const LISTS: [(&str, Name); 4] = [
        ("components", |it| &it["bom-ref"]),
        ("services", |it| &it["bom-ref"]),
        ("dependencies", |it| &it["ref"]),
        ("citations", |it| &it["bom-ref"]),
    ];
    const VERSIONS: [(SpecVersion, &str); 3] = [
        (SpecVersion::V1_5, "1.5"),
        (SpecVersion::V1_6, "1.6"),
        (SpecVersion::V1_7, "1.7"),
    ];

    #[expect(clippy::disallowed_methods, reason = "the test reads its own cases")]
    fn official(folder: &str, version: &str) -> Vec<Value> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let paths = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
        let json = paths.filter(|path| path.extension().is_some_and(|it| it == "json"));
        let documents = json.map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap());
        documents
            .filter(|it: &Value| it["specVersion"] == version)
            .collect()
    }

    fn pointers(faults: Vec<Fault>) -> BTreeSet<String> {
        faults.into_iter().map(|it| it.pointer).collect()
    }

    /// Judges a document whose lists are in order, whether or not the wire types can hold it.
    fn by_pieces(mut document: Value, version: SpecVersion) -> BTreeSet<String> {
        let mut found = Vec::new();
        for (list, name) in LISTS {
            if let Some(Value::Array(entries)) = document.get_mut(list) {
                found.extend(of_list(version, list, &take(entries), name).unwrap());
            }
        }
        found.extend(schema::faults(&document, version));
        pointers(found)
    }

    /// Returns whether the document is refused, after comparing both ways.
    #[track_caller]
    fn both_agree(mut document: Value, version: SpecVersion) -> bool {
        for (list, name) in LISTS {
            if let Some(Value::Array(entries)) = document.get_mut(list) {
                entries.sort_by_key(|it| name(it).to_string());
            }
        }
        let whole = pointers(schema::faults(&document, version));
        assert_eq!(by_pieces(document.clone(), version), whole, "{document:#}");
        if let Ok(read) = serde_json::from_value::<Bom>(document) {
            let mut bom = order::canonical(read);
            bom.spec_version = version;
            let whole = schema::faults(&serde_json::to_value(&bom).unwrap(), version);
            assert_eq!(pointers(faults(&mut bom).unwrap()), pointers(whole), "{bom:#?}");
        }
        !whole.is_empty()
    }

    fn places(value: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
        for (key, inner) in value.as_object().into_iter().flatten() {
            places(inner, &format!("{at}/{}", key.replace('/', "~1")), found);
        }
        for (n, inner) in value.as_array().into_iter().flatten().enumerate() {
            places(inner, &format!("{at}/{n}"), found);
        }
    }

    /// Every way in which one value can be spoilt.
    fn spoilt(value: &Value) -> Vec<Value> {
        let mut spoilt = vec![json!(0), json!("no such word"), json!([]), json!({})];
        if let Value::Array(entries) = value {
            let twice = entries.iter().chain(entries.first());
            spoilt.push(twice.cloned().collect());
        }
        if let Value::Object(fields) = value {
            let less = (0..fields.len()).map(|skipped| {
                let rest = fields.iter().enumerate().filter(|(at, _)| *at != skipped);
                rest.map(|(_, (key, value))| (key.clone(), value.clone()))
                    .collect()
            });
            spoilt.extend(less);
            let mut more = fields.clone();
            more.insert("surprise".to_owned(), json!(1));
            spoilt.push(Value::Object(more));
        }
        spoilt
    }

    #[test]
    fn official_documents_are_judged_alike() {
        for (version, key) in VERSIONS {
            let (refused, taken) = (
                official("tests/cases/cyclonedx-refused", key),
                official("tests/cases/cyclonedx", key),
            );
            assert!(refused.len() > 20 && !taken.is_empty(), "{key}");
            let n_refused = refused
                .into_iter()
                .filter(|it| both_agree(it.clone(), version))
                .count();
            assert!(n_refused > 15, "{key}: {n_refused}");
            for document in taken {
                assert!(!both_agree(document, version), "{key}");
            }
        }
    }

    #[test]
    fn a_document_spoilt_anywhere_is_judged_alike() {
        for (version, key) in VERSIONS {
            let mut bom = sample::bom();
            bom.spec_version = version;
            let document: Value = serde_json::from_slice(&cyclonedx(bom).unwrap()).unwrap();
            assert!(!both_agree(document.clone(), version), "{key}");
            let (mut pointers, mut n_refused) = (Vec::new(), 0);
            places(&document, "", &mut pointers);
            for pointer in pointers {
                for worse in spoilt(document.pointer(&pointer).unwrap()) {
                    let mut changed = document.clone();
                    *changed.pointer_mut(&pointer).unwrap() = worse;
                    n_refused += usize::from(both_agree(changed, version));
                }
            }
            assert!(n_refused > 500, "{key}: {n_refused}");
        }
    }

    #[test]
    fn an_entry_that_is_there_twice_is_found_wherever_it_stands() {
        let mut document = serde_json::to_value(order::canonical(sample::bom())).unwrap();
        let entries = document["dependencies"].as_array_mut().unwrap();
        let last = entries.last().unwrap().clone();
        entries.insert(0, last);
        assert!(both_agree(document, SpecVersion::V1_6));
    }

    #[test]
    fn the_document_is_the_same_afterwards() {
        let mut bom = order::canonical(sample::bom());
        let before = bom.clone();
        faults(&mut bom).unwrap();
        assert_eq!(bom, before);
    }
}
