//! From records to the AI-BOM: what stands where, what is said to be unknown, and that the official schema accepts it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

use actfile::calendar::Date;
use actfile::documents::ai_bom::bom_of;
use actfile::documents::beside::Beside;
use actfile::documents::bom::answer::State;
use actfile::documents::bom::spec::BomSpec;
use actfile::documents::bom::{BomView, bom};
use actfile::documents::occasion::{Languages, Occasion};
use actfile::link::link;
use actfile::read::{Loaded, load};
use actfile::render::cyclonedx::assemble::assemble;
use actfile::render::cyclonedx::cyclonedx;
use actfile::{Asked, check};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

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
    cyclonedx(assemble(&view(files))).unwrap()
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

const CARD: &str = "
kind: model
id: reader
name: Reader
version_or_snapshot: '1'
access: self_hosted
authenticity:
  hash: 0000000000000000000000000000000000000000000000000000000000000000
  sha512: '00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'
description: Reads documents
task: Reading
architecture_family: transformer
learning_approach: self_supervised
training_process: Six passes
model_card_url: https://models.example/reader
intended_users: [clerks]
use_cases: [filling forms]
performance_tradeoffs: [speed for accuracy]
performance_metrics:
  - {metric: accuracy, value: '0.97', slice: German, lower_bound: '0.96', upper_bound: '0.98'}
security_metrics:
  - {metric: altered pages misread, value: 11 of 200}
ethical_considerations: [{risk: trust, mitigation: review}]
fairness_assessments: [{group_at_risk: Poles, harms: more errors, mitigation: review}]
energy: {training_kwh: 38, training_co2eq_t: 0.014}
---
kind: organisation
id: acme
legal_name: Acme GmbH
security: {contact: security@acme.example, advisories_url: https://acme.example/advisories}
---
kind: ai_system
id: forms
name: Forms
models: [reader]
integrations:
  - name: archive
    type: api
    data_flow: Stores pages
    direction: to_service
    data_sensitivity: restricted
    endpoint: https://archive.example
    authenticated: true
";

#[test]
fn a_model_card_says_all_that_the_record_says() {
    let bom = written(&[("card.yaml", CARD)]);
    let model = part(&bom, "components", "model:reader@1");
    assert_eq!(model["description"], "Reads documents");
    let algorithms: Vec<&Value> = model["hashes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["alg"])
        .collect();
    assert_eq!(algorithms, ["SHA-256", "SHA-512"]);
    let card = &model["modelCard"];
    let parameters = &card["modelParameters"];
    assert_eq!(parameters["approach"]["type"], "self-supervised");
    assert_eq!(parameters["task"], "Reading");
    assert_eq!(parameters["architectureFamily"], "transformer");
    let metrics = &card["quantitativeAnalysis"]["performanceMetrics"];
    assert_eq!(
        metrics[0],
        json!({"type": "accuracy", "value": "0.97", "slice": "German",
            "confidenceInterval": {"lowerBound": "0.96", "upperBound": "0.98"}})
    );
    assert_eq!(metrics[1]["value"], "11 of 200");
    let considerations = &card["considerations"];
    assert_eq!(considerations["users"], json!(["clerks"]));
    assert_eq!(considerations["useCases"], json!(["filling forms"]));
    assert_eq!(
        considerations["performanceTradeoffs"],
        json!(["speed for accuracy"])
    );
    assert_eq!(
        considerations["ethicalConsiderations"],
        json!([{"name": "trust", "mitigationStrategy": "review"}])
    );
    assert_eq!(
        considerations["fairnessAssessments"],
        json!([{"groupAtRisk": "Poles", "harms": "more errors", "mitigationStrategy": "review"}])
    );
    let energy = &considerations["environmentalConsiderations"]["energyConsumptions"][0];
    // Numbers keep the digits of the record.
    assert_eq!(
        energy["activityEnergyCost"].to_string(),
        r#"{"value":38,"unit":"kWh"}"#
    );
    assert_eq!(
        energy["co2CostEquivalent"].to_string(),
        r#"{"value":0.014,"unit":"tCO2eq"}"#
    );
    says(model, "actfile:training_process=Six passes");
}

#[test]
fn references_lead_to_documents_of_the_build_and_to_security_pages() {
    let files = [("card.yaml".to_owned(), CARD.to_owned())];
    let bom: Value = serde_json::from_slice(&whole(&files, BomSpec::default())).unwrap();
    let urls = |part: &Value| -> Vec<String> {
        let all = part["externalReferences"].as_array().unwrap().iter();
        all.map(|it| format!("{} {}", it["type"].as_str().unwrap(), it["url"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(
        urls(&bom["metadata"]["component"]),
        [
            "advisories https://acme.example/advisories",
            "security-contact mailto:security@acme.example"
        ]
    );
    let model = part(&bom, "components", "model:reader@1");
    assert_eq!(urls(model), ["model-card https://models.example/reader"]);
    let system = part(&bom, "components", "system:forms");
    assert_eq!(urls(system), ["documentation systems/forms.md"]);
}

#[test]
fn data_flows_in_a_direction_between_parts_of_the_document() {
    let bom = written(&[("card.yaml", CARD)]);
    let service = part(&bom, "services", "service:forms/archive");
    assert_eq!(service["endpoints"], json!(["https://archive.example"]));
    assert_eq!(service["authenticated"], true);
    assert_eq!(
        service["data"],
        json!([{"flow": "inbound", "classification": "restricted", "description": "Stores pages",
            "source": ["#system%3Aforms"]}])
    );
    let hosted = example();
    let flow = &part(&hosted, "services", "service:lm")["data"][0];
    assert_eq!(flow["source"], json!(["#system%3Achat%402"]));
    assert_eq!(flow["destination"], flow["source"]);
}

#[test]
fn the_newest_version_names_the_line_of_each_value() {
    let mut view = view(&[("acme.yaml", ORGANISATION), ("parts.yaml", PARTS)]);
    view.spec = BomSpec::V1_7;
    let bom: Value = serde_json::from_slice(&cyclonedx(assemble(&view)).unwrap()).unwrap();
    let cited = |value: &str, line: &str| {
        let citations = bom["citations"].as_array().unwrap().iter();
        let citation = citations
            .clone()
            .find(|it| it["note"] == format!("inventory {line}"));
        let citation = citation.unwrap_or_else(|| panic!("no citation of {line}: {:#}", bom["citations"]));
        assert_eq!(citation["attributedTo"], "party:acme");
        let pointers = citation["pointers"].as_array().unwrap().iter();
        let values: Vec<String> = pointers
            .map(|it| bom.pointer(it.as_str().unwrap()).unwrap().to_string())
            .collect();
        assert!(values.iter().any(|it| it.contains(value)), "{line}: {values:?}");
    };
    cited("2026-05-01", "parts.yaml:10");
    cited("https://api.modelco.example/v1", "parts.yaml:13");
    cited("ModelCo terms", "parts.yaml:17");
    cited("invents sources", "parts.yaml:18");
    cited("CC-BY-4.0", "parts.yaml:27");
    cited("answers questions about orders", "parts.yaml:39");
}

#[test]
fn one_changed_metric_changes_the_serial_number_and_nothing_else_does() {
    let serial = |files: &[(&str, &str)]| written(files)["serialNumber"].as_str().unwrap().to_owned();
    let changed = CARD.replace("'0.97'", "'0.96'");
    assert_ne!(serial(&[("card.yaml", CARD)]), serial(&[("card.yaml", &changed)]));
    let commented = CARD.replacen("task: Reading", "task: Reading # of pages", 1);
    assert_eq!(
        serial(&[("card.yaml", CARD)]),
        serial(&[("card.yaml", &commented)])
    );
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

static ON_DISK: LazyLock<Loaded> =
    LazyLock::new(|| load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("inventories")).unwrap());

static EXAMPLE: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let files = ON_DISK.sources.files().iter();
    files.map(|file| (file.path.clone(), file.text.clone())).collect()
});

/// Returns the whole AI-BOM of texts beside the other files of the example, duties included.
fn whole_view(files: &[(String, String)], spec: BomSpec) -> BomView {
    let mut loaded = Loaded {
        files: ON_DISK.files.clone(),
        ..Loaded::default()
    };
    for (path, text) in files {
        loaded.add(path.clone(), text.as_bytes());
    }
    let asked = Asked {
        as_of: None,
        today: Date::on(2030, 1, 1),
        law: None,
    };
    let checked = check(loaded, asked);
    let spoken = Languages::of(None, None);
    let occasion = Occasion::new(&checked.assessment, &checked.sources, "", &spoken).unwrap();
    let beside = Beside {
        markdown: true,
        ..Beside::default()
    };
    bom_of(&occasion.with_bom_spec(spec).making(beside))
}

fn whole(files: &[(String, String)], spec: BomSpec) -> Vec<u8> {
    cyclonedx(assemble(&whole_view(files, spec))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn shuffled_files_give_the_same_bytes(
        files in Just(EXAMPLE.clone()).prop_shuffle(),
        spec in prop_oneof![Just(BomSpec::V1_5), Just(BomSpec::V1_6), Just(BomSpec::V1_7)],
    ) {
        prop_assert_eq!(whole(&files, spec), whole(&EXAMPLE, spec));
    }
}

#[test]
fn the_example_shows_nearly_all_minimum_elements() {
    let elements = whole_view(&EXAMPLE, BomSpec::V1_6).elements;
    let open: Vec<&str> = elements
        .iter()
        .filter(|it| it.state != State::Shown)
        .map(|it| it.id)
        .collect();
    // The file is written unsigned; signing is a step of its own.
    assert_eq!(open, ["MD-05"]);
}

#[test]
fn every_owed_duty_of_the_example_is_declared_without_a_score() {
    let bom: Value = serde_json::from_slice(&whole(&EXAMPLE, BomSpec::V1_6)).unwrap();
    let declarations = &bom["declarations"];
    let count = |list: &Value| list.as_array().unwrap().len();
    let n_mapped: usize = declarations["attestations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| count(&it["map"]))
        .sum();
    assert_eq!(count(&declarations["claims"]), n_mapped);
    assert!(!bom.to_string().contains("\"conformance\""));
    let requirement = &bom["definitions"]["standards"][0]["requirements"][0];
    assert_eq!(requirement["bom-ref"], "duty:art-4-literacy");
    let open = declarations["claims"].as_array().unwrap().iter();
    let claim = |name: &str| open.clone().find(|it| it["bom-ref"] == name).unwrap();
    let shown = claim("claim:system:cv-screening@5.2/art-26-5-monitoring");
    assert_eq!(shown["predicate"], "Documentation evidence, self-declared: shown");
    assert_eq!(shown["target"], "system:cv-screening@5.2");
    let evidence = declarations["evidence"].as_array().unwrap().iter();
    let named = evidence.map(|it| it["bom-ref"].as_str().unwrap());
    assert!(named.clone().any(|it| it == "evidence:ev-talvera-instructions"));
    assert!(
        named
            .clone()
            .any(|it| it == "statement:oversight-cv-screening/monitoring")
    );
}

#[test]
fn a_claim_against_a_duty_names_the_gaps_that_are_open() {
    let bom: Value = serde_json::from_slice(&whole(&EXAMPLE, BomSpec::V1_6)).unwrap();
    let declarations = &bom["declarations"];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let all = declarations["evidence"].as_array().unwrap().iter();
    let says: BTreeMap<String, String> = all
        .map(|it| (text(&it["bom-ref"]), text(&it["description"])))
        .collect();
    let maps = declarations["attestations"].as_array().unwrap().iter();
    let maps = maps.flat_map(|it| it["map"].as_array().unwrap());
    let against: Vec<&Value> = maps
        .filter_map(|it| it["counterClaims"].as_array())
        .flatten()
        .collect();
    let mut n_named = 0;
    for claim in declarations["claims"].as_array().unwrap() {
        let gaps = claim["counterEvidence"].as_array().into_iter().flatten();
        for gap in gaps {
            // `gap:<record>/<code>/<field>`
            let code = text(gap).split('/').nth(1).unwrap().to_owned();
            assert!(says[&text(gap)].starts_with(&format!("{code}: ")), "{gap}");
            assert!(text(&claim["reasoning"]).contains(&code), "{claim:#}");
            assert!(against.contains(&&claim["bom-ref"]), "{claim:#}");
            n_named += 1;
        }
    }
    assert!(n_named > 5, "{n_named}");
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
