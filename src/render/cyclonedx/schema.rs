//! The official CycloneDX schema as judge. The schemas are embedded and the validator never asks the network:
//! a reference that is not in the folder `schemas` is an error at once. Says what is wrong and where, nothing else.

use crate::render::cyclonedx::Fault;
use jsonschema::{Registry, Validator};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The address by which documents name their schema.
pub(crate) const ADDRESS: &str = "http://cyclonedx.org/schema/bom-1.6.schema.json";

const BOM_1_6: &str = include_str!("../../../schemas/bom-1.6.SNAPSHOT.schema.json");
const SPDX: &str = include_str!("../../../schemas/spdx.SNAPSHOT.schema.json");
const JSF: &str = include_str!("../../../schemas/jsf-0.82.SNAPSHOT.schema.json");

// The package renamed the files but not their `$id`, so they are filed under the names by which they are referred to.
const SPDX_ADDRESS: &str = "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json";
const JSF_ADDRESS: &str = "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json";

static VALIDATOR: LazyLock<Result<Validator, String>> =
    LazyLock::new(|| validator().map_err(|e| e.to_string()));
static ADDRESSES: LazyLock<Option<Validator>> = LazyLock::new(|| format_judge("iri-reference"));
static EMAILS: LazyLock<Option<Validator>> = LazyLock::new(|| format_judge("idn-email"));
static SPDX_IDS: LazyLock<BTreeSet<String>> = LazyLock::new(spdx_ids);

/// Returns everything the official schema finds wrong.
pub(crate) fn faults(bom: &Value) -> Vec<Fault> {
    match &*VALIDATOR {
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

fn validator() -> Result<Validator, Box<dyn std::error::Error>> {
    let registry = Registry::new()
        .add(SPDX_ADDRESS, serde_json::from_str::<Value>(SPDX)?)?
        .add(JSF_ADDRESS, serde_json::from_str::<Value>(JSF)?)?
        .prepare()?;
    let validator = jsonschema::options()
        .offline()
        .should_validate_formats(true)
        .with_registry(&registry)
        .build(&serde_json::from_str(BOM_1_6)?)?;
    Ok(validator)
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
        let pointers: Vec<String> = faults(&bom).into_iter().map(|fault| fault.pointer).collect();
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
    fn the_list_of_licences_is_the_schemas_own() {
        assert!(is_spdx_id("Apache-2.0") && is_spdx_id("CC-BY-4.0"));
        assert!(!is_spdx_id("NOASSERTION") && !is_spdx_id("llama3.1") && !is_spdx_id("apache-2.0"));
    }
}
