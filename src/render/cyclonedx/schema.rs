//! The official CycloneDX schemas as judge, one for each version of the specification that is written. They are
//! embedded and the validator never asks the network: a reference that is not in the folder `schemas` is an error at
//! once. Says what is wrong and where, nothing else.

use crate::render::cyclonedx::Fault;
use crate::render::cyclonedx::wire::words::SpecVersion;
use flate2::read::ZlibDecoder;
use jsonschema::{Registry, Validator};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{self, Read};
use std::sync::LazyLock;

// Pressed by the build script.
const BOM_1_5: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bom-1.5.z"));
const BOM_1_6: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bom-1.6.z"));
const BOM_1_7: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bom-1.7.z"));
const SPDX: &str = include_str!("../../../schemas/spdx.SNAPSHOT.schema.json");

// The package renamed the files but not their `$id`, so they are filed under the names by which they are referred to.
const REFERRED_TO: &[(&str, &str)] = &[
    ("http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json", SPDX),
    (
        "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json",
        include_str!("../../../schemas/jsf-0.82.SNAPSHOT.schema.json"),
    ),
    (
        "http://cyclonedx.org/schema/cryptography-defs.SNAPSHOT.schema.json",
        include_str!("../../../schemas/cryptography-defs.SNAPSHOT.schema.json"),
    ),
];

// Compiled when first asked for: a build writes one version.
static JUDGE_1_5: LazyLock<Judge> = LazyLock::new(|| judge(BOM_1_5));
static JUDGE_1_6: LazyLock<Judge> = LazyLock::new(|| judge(BOM_1_6));
static JUDGE_1_7: LazyLock<Judge> = LazyLock::new(|| judge(BOM_1_7));
static ADDRESSES: LazyLock<Option<Validator>> = LazyLock::new(|| format_judge("iri-reference"));
static EMAILS: LazyLock<Option<Validator>> = LazyLock::new(|| format_judge("idn-email"));
static SPDX_IDS: LazyLock<BTreeSet<String>> = LazyLock::new(spdx_ids);

/// The compiled schema, or why it cannot be used.
type Judge = Result<Validator, String>;

/// Returns the address by which documents of a version name their schema.
pub(crate) const fn address(version: SpecVersion) -> &'static str {
    match version {
        SpecVersion::V1_5 => "http://cyclonedx.org/schema/bom-1.5.schema.json",
        SpecVersion::V1_6 => "http://cyclonedx.org/schema/bom-1.6.schema.json",
        SpecVersion::V1_7 => "http://cyclonedx.org/schema/bom-1.7.schema.json",
    }
}

/// Returns everything the official schema of a version finds wrong.
pub(crate) fn faults(bom: &Value, version: SpecVersion) -> Vec<Fault> {
    let judge = match version {
        SpecVersion::V1_5 => &JUDGE_1_5,
        SpecVersion::V1_6 => &JUDGE_1_6,
        SpecVersion::V1_7 => &JUDGE_1_7,
    };
    match &**judge {
        // Whether there is anything to say is known sooner than what.
        Ok(validator) if validator.is_valid(bom) => Vec::new(),
        Ok(validator) => validator
            .iter_errors(bom)
            .map(|error| Fault {
                pointer: error.instance_path().to_string(),
                message: error.to_string(),
            })
            .collect(),
        Err(message) => vec![Fault {
            pointer: String::new(),
            message: format!("the embedded schema cannot be used: {message}"),
        }],
    }
}

/// Returns the identifier of a licence as the list spells it; case makes no difference (SPDX 3.0.1, Annex B).
pub(crate) fn spdx_id(text: &str) -> Option<&'static str> {
    SPDX_IDS
        .iter()
        .map(String::as_str)
        .find(|id| id.eq_ignore_ascii_case(text))
}

/// Returns whether the schema's own SPDX list has this licence. Other lists are longer or spell `NOASSERTION` as a
/// licence, which the schema refuses.
pub(crate) fn is_spdx_id(id: &str) -> bool {
    SPDX_IDS.contains(id)
}

/// Returns whether the schema takes this text where it wants an address (`iri-reference`).
pub(crate) fn is_address(text: &str) -> bool {
    !text.is_empty()
        && ADDRESSES
            .as_ref()
            .is_some_and(|judge| judge.is_valid(&Value::from(text)))
}

/// Returns whether the schema takes this text where it wants an e-mail address.
pub(crate) fn is_email(text: &str) -> bool {
    EMAILS
        .as_ref()
        .is_some_and(|judge| judge.is_valid(&Value::from(text)))
}

fn format_judge(format: &str) -> Option<Validator> {
    let schema = serde_json::json!({"$schema": "http://json-schema.org/draft-07/schema#", "format": format});
    jsonschema::options()
        .offline()
        .should_validate_formats(true)
        .build(&schema)
        .ok()
}

fn judge(schema: &[u8]) -> Judge {
    validator(schema).map_err(|error| error.to_string())
}

fn validator(pressed: &[u8]) -> Result<Validator, Box<dyn std::error::Error>> {
    let mut registry = Registry::new();
    for (address, text) in REFERRED_TO {
        registry = registry.add(*address, serde_json::from_str::<Value>(text)?)?;
    }
    let registry = registry.prepare()?;
    let validator = jsonschema::options()
        .offline()
        .should_validate_formats(true)
        .with_registry(&registry)
        .build(&serde_json::from_str(&unpressed(pressed)?)?)?;
    Ok(validator)
}

fn unpressed(pressed: &[u8]) -> io::Result<String> {
    let mut text = String::new();
    ZlibDecoder::new(pressed).read_to_string(&mut text)?;
    Ok(text)
}

fn spdx_ids() -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(SPDX).unwrap_or_default();
    let ids = schema["enum"].as_array().map_or(&[][..], Vec::as_slice);
    ids.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(change: impl FnOnce(&mut Value), pointer: &str) {
        let mut bom = serde_json::to_value(crate::render::cyclonedx::sample::bom()).unwrap();
        change(&mut bom);
        let found = faults(&bom, SpecVersion::V1_6).into_iter();
        let pointers: Vec<String> = found.map(|fault| fault.pointer).collect();
        assert!(pointers.iter().any(|found| found == pointer), "{pointers:?}");
    }

    #[test]
    fn the_judge_refuses_what_the_specification_refuses() {
        check(|bom| bom["bomFormat"] = json!("SPDX"), "/bomFormat");
        check(
            |bom| bom["components"][0]["type"] = json!("service"),
            "/components/0/type",
        );
        check(|bom| bom["components"][0]["surprise"] = json!(1), "/components/0");
        check(
            |bom| bom["metadata"]["timestamp"] = json!("yesterday"),
            "/metadata/timestamp",
        );
        check(|bom| bom["serialNumber"] = json!("urn:uuid:1"), "/serialNumber");
    }

    #[test]
    fn the_judge_knows_licences_and_signatures_without_the_network() {
        let licence = json!([{"license": {"id": "NOASSERTION"}}]);
        check(
            |bom| bom["components"][0]["licenses"] = licence,
            "/components/0/licenses",
        );
        check(|bom| bom["signature"] = json!({"algorithm": 1}), "/signature");
    }

    #[test]
    fn each_version_has_its_own_judge() {
        let bom = serde_json::to_value(crate::render::cyclonedx::sample::bom()).unwrap();
        let refused_at = |version, pointer: &str| {
            let found = faults(&bom, version);
            assert!(
                found.iter().any(|fault| fault.pointer == pointer),
                "{pointer}: {found:?}"
            );
        };
        assert_eq!(faults(&bom, SpecVersion::V1_7), []);
        // 1.6 knows no external components, and 1.5 no maker of a document.
        refused_at(SpecVersion::V1_6, "/components/0");
        refused_at(SpecVersion::V1_5, "/metadata");
    }

    // What `pieces` rests on: a list that is judged entry by entry is asked nothing else.
    #[test]
    fn the_schema_asks_of_a_list_its_entries_and_that_none_is_there_twice() {
        let lists = [
            ("components", "component"),
            ("services", "service"),
            ("dependencies", "dependency"),
            ("citations", "citation"),
        ];
        for text in [BOM_1_5, BOM_1_6, BOM_1_7] {
            let schema: Value = serde_json::from_str(&unpressed(text).unwrap()).unwrap();
            assert_eq!(schema["required"], json!(["bomFormat", "specVersion"]));
            let keys: Vec<&String> = schema.as_object().unwrap().keys().collect();
            let about = ["$schema", "$id", "type", "title", "$comment", "required"];
            assert_eq!(
                keys,
                [&about[..], &["additionalProperties", "properties", "definitions"]].concat()
            );
            for (list, entry) in lists {
                let Some(asked) = schema["properties"].get(list) else {
                    assert_eq!(list, "citations");
                    continue;
                };
                let mut asked = asked.as_object().unwrap().clone();
                asked.retain(|key, _| !["title", "description"].contains(&key.as_str()));
                let entry = format!("#/definitions/{entry}");
                let alone = json!({"type": "array", "items": {"$ref": entry}, "uniqueItems": true});
                assert_eq!(Value::Object(asked), alone);
            }
        }
    }

    #[test]
    fn the_list_of_licences_is_the_schemas_own() {
        assert!(is_spdx_id("Apache-2.0") && is_spdx_id("CC-BY-4.0"));
        assert!(!is_spdx_id("NOASSERTION") && !is_spdx_id("llama3.1") && !is_spdx_id("apache-2.0"));
    }
}
