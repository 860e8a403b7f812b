//! From records to the AI-BOM: what stands where, what is said to be unknown, and that the official schema accepts it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

use actfile::calendar::Date;
use actfile::documents::bom::answer::State;
use actfile::documents::bom::{BomView, bom};
use actfile::link::link;
use actfile::read::Loaded;
use actfile::render::cyclonedx::assemble::assemble;
use actfile::render::cyclonedx::cyclonedx;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const ORGANISATION: &str = "
kind: organisation
id: acme
legal_name: Acme GmbH
country: DE
address: Hauptstrasse 1, Berlin
contact: {email: ai@acme.example, url: https://acme.example/ai}
ai_governance_lead: Head of AI governance
";

const PARTS: &str = "
kind: vendor
id: modelco
legal_name: ModelCo Inc
country: US
---
kind: model
id: lm
name: LM
version_or_snapshot: 2026-05-01
provider: modelco
access: hosted_api
authenticity: {endpoint: https://api.modelco.example/v1}
release_date: 2026-05-01
gpai: unknown
modalities: {input: [text, image], output: [text]}
licence: ModelCo terms
known_limitations: [invents sources]
datasets: [tickets]
---
kind: dataset
id: tickets
name: Tickets
version: '3'
role: retrieval
supplied_by: us
licence: CC-BY-4.0
sensitivity: confidential
personal_data: {present: true, categories: [names], special_categories: [health]}
hash: 0000000000000000000000000000000000000000000000000000000000000000
size: {points: 12000, unit: tickets}
provenance: {unknown: {asked: support team}}
---
kind: ai_system
id: chat
name: Chat
version: '2'
our_roles: [provider]
intended_purpose: {text: answers questions about orders}
models: [lm]
datasets: [tickets]
integrations:
  - {name: Order API, type: connector, approved: true, data_flow: order numbers out, vendor: modelco}
  - {name: Order API, type: mcp_server, approved: false}
";

fn view(files: &[(&str, &str)]) -> BomView {
    let mut loaded = Loaded::default();
    for (path, text) in files {
        loaded.add((*path).to_owned(), text.as_bytes());
    }
    let mut findings = loaded.findings;
    let inventory = link(loaded.records, &mut findings);
    assert!(!findings.has_errors(), "{:#?}", findings.sorted());
    let tiers = BTreeMap::from([("chat".parse().unwrap(), "transparency duties".to_owned())]);
    bom(&inventory, &loaded.sources, Date::on(2026, 11, 22), &tiers)
}

fn bytes(files: &[(&str, &str)]) -> Vec<u8> {
    cyclonedx(&assemble(&view(files))).unwrap()
}

fn written(files: &[(&str, &str)]) -> Value {
    serde_json::from_slice(&bytes(files)).unwrap()
}

fn example() -> Value {
    written(&[("acme.yaml", ORGANISATION), ("parts.yaml", PARTS)])
}

/// Returns the component, service or dependency of this name.
fn part<'a>(bom: &'a Value, list: &str, name: &str) -> &'a Value {
    let is_meant = |one: &&Value| one["bom-ref"] == name || one["ref"] == name;
    let found = bom[list].as_array().unwrap().iter().find(is_meant);
    found.unwrap_or_else(|| panic!("no {name} in {list}: {bom:#}"))
}

fn properties(part: &Value) -> Vec<String> {
    let all = part["properties"].as_array().unwrap().iter();
    all.map(|one| {
        format!(
            "{}={}",
            one["name"].as_str().unwrap(),
            one["value"].as_str().unwrap()
        )
    })
    .collect()
}

#[track_caller]
fn says(part: &Value, property: &str) {
    assert!(
        properties(part).iter().any(|one| one == property),
        "{:#?}",
        properties(part)
    );
}

#[test]
fn the_organisation_is_author_and_maker_of_the_subject() {
    let metadata = &example()["metadata"];
    assert_eq!(metadata["component"]["bom-ref"], "organisation:acme");
    assert_eq!(metadata["component"]["name"], "Acme GmbH AI systems");
    assert_eq!(metadata["manufacturer"]["address"]["country"], "DE");
    assert_eq!(
        metadata["authors"],
        json!([{"name": "Head of AI governance", "email": "ai@acme.example"}])
    );
}

#[test]
fn a_system_carries_purpose_roles_and_tier_and_depends_on_its_parts() {
    let bom = example();
    let system = part(&bom, "components", "system:chat@2");
    assert_eq!(system["type"], "application");
    assert_eq!(system["manufacturer"]["name"], "Acme GmbH");
    says(system, "actfile:intended_purpose=answers questions about orders");
    says(system, "actfile:our_roles=provider");
    says(system, "actfile:tier=transparency duties");
    says(system, "actfile:missing=autonomy");
    says(system, "actfile:source=parts.yaml:35");
    let depends_on = &part(&bom, "dependencies", "system:chat@2")["dependsOn"];
    assert_eq!(
        *depends_on,
        json!([
            "dataset:tickets@3",
            "model:lm@2026-05-01",
            "service:chat/Order API",
            "service:chat/Order API#2",
            "service:lm"
        ])
    );
}

#[test]
fn a_hosted_model_is_a_model_and_a_service() {
    let bom = example();
    let model = part(&bom, "components", "model:lm@2026-05-01");
    assert_eq!(model["purl"], "pkg:generic/modelco/lm@2026-05-01");
    assert_eq!(model["licenses"], json!([{"license": {"name": "ModelCo terms"}}]));
    let parameters = &model["modelCard"]["modelParameters"];
    assert_eq!(
        parameters["inputs"],
        json!([{"format": "image"}, {"format": "text"}])
    );
    assert_eq!(parameters["datasets"], json!([{"ref": "dataset:tickets@3"}]));
    let considerations = &model["modelCard"]["considerations"];
    assert_eq!(considerations["technicalLimitations"], json!(["invents sources"]));
    says(model, "actfile:release_date=2026-05-01");
    says(model, "actfile:unknown=gpai");
    // Nobody has said that a hash does not apply, so it is missing although the vendor hosts the model.
    says(model, "actfile:missing=authenticity.hash");
    let service = part(&bom, "services", "service:lm");
    assert_eq!(service["provider"]["name"], "ModelCo Inc");
    assert_eq!(service["endpoints"], json!(["https://api.modelco.example/v1"]));
    assert_eq!(service["x-trust-boundary"], true);
    assert_eq!(service["data"][0]["flow"], "bi-directional");
    assert_eq!(
        part(&bom, "dependencies", "service:lm")["dependsOn"],
        json!(["model:lm@2026-05-01"])
    );
}

#[test]
fn a_data_set_carries_sensitivity_and_personal_data() {
    let bom = example();
    let dataset = part(&bom, "components", "dataset:tickets@3");
    assert_eq!(dataset["type"], "data");
    assert_eq!(dataset["licenses"], json!([{"license": {"id": "CC-BY-4.0"}}]));
    assert_eq!(dataset["hashes"][0]["alg"], "SHA-256");
    assert_eq!(dataset["data"][0]["classification"], "confidential");
    assert_eq!(dataset["data"][0]["sensitiveData"], json!(["health", "names"]));
    let owner = &dataset["data"][0]["governance"]["owners"][0];
    assert_eq!(owner["organization"]["name"], "Acme GmbH");
    says(dataset, "actfile:size=12000 tickets");
    says(dataset, "actfile:unknown=provenance");
}

#[test]
fn two_integrations_of_one_name_are_two_services() {
    let bom = example();
    let first = part(&bom, "services", "service:chat/Order API");
    assert_eq!(first["data"][0]["description"], "order numbers out");
    assert_eq!(first["data"][0]["flow"], "unknown");
    let second = part(&bom, "services", "service:chat/Order API#2");
    says(second, "actfile:service=MCP server");
    says(second, "actfile:approved=no");
    assert_eq!(second["x-trust-boundary"], Value::Null);
}

#[test]
fn records_without_details_make_a_valid_document() {
    let bare = "kind: model\nid: a\nname: A\n---\nkind: dataset\nid: b\nname: B\n---\nkind: ai_system\nid: c\nname: C\n";
    for files in [
        &[("a.yaml", bare)][..],
        &[("o.yaml", "kind: organisation\nid: o\nlegal_name: O\n")],
    ] {
        let bom = written(files);
        assert_eq!(bom["specVersion"], "1.6");
    }
    let bom = written(&[("a.yaml", bare)]);
    let model = part(&bom, "components", "model:a");
    says(model, "actfile:missing=version_or_snapshot");
    assert_eq!(model["licenses"], json!([{"license": {"name": "NOASSERTION"}}]));
    assert_eq!(
        part(&bom, "dependencies", "organisation:unnamed-organisation")["dependsOn"],
        json!(["dataset:b", "model:a", "system:c"])
    );
}

#[test]
fn the_order_in_which_files_are_read_does_not_reach_the_bytes() {
    let there = bytes(&[("acme.yaml", ORGANISATION), ("parts.yaml", PARTS)]);
    let back = bytes(&[("parts.yaml", PARTS), ("acme.yaml", ORGANISATION)]);
    assert_eq!(there, back);
}

#[test]
fn every_minimum_element_is_shown_unknown_missing_or_not_applicable() {
    let view = view(&[("acme.yaml", ORGANISATION), ("parts.yaml", PARTS)]);
    assert_eq!(view.elements.len(), 50);
    let state = |id: &str| {
        let row = view.elements.iter().find(|row| row.id == id).unwrap();
        (row.state, row.says.as_str())
    };
    assert_eq!(state("MDL-03"), (State::Shown, "shown for 1 of 1"));
    assert_eq!(
        state("MDL-07"),
        (State::Missing, "shown for 0 of 1; missing for LM")
    );
    assert_eq!(
        state("MDL-09"),
        (State::Missing, "shown for 0 of 1; missing for LM")
    );
    assert_eq!(
        state("DP-06"),
        (State::Unknown, "shown for 0 of 1; unknown for Tickets")
    );
    assert_eq!(state("SLP-06").0, State::Missing);
    let empty = self::view(&[("acme.yaml", ORGANISATION)]);
    let row = empty.elements.iter().find(|row| row.id == "MDL-03").unwrap();
    assert_eq!(row.state, State::NotApplicable);
}

#[test]
fn vendors_are_listed_with_what_they_supply() {
    let view = view(&[("acme.yaml", ORGANISATION), ("parts.yaml", PARTS)]);
    let names: Vec<&str> = view.vendors[0]
        .supplies
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["Order API", "LM (hosted)", "LM"]);
}
