//! What differs between two bills of materials, and that order, serial number and time are no difference.

use actfile::compare::boms::compare_boms;
use actfile::diag::Diagnostics;
use actfile::report::boms::{BomDifference, human};
use actfile::sbom::{ForeignBom, fingerprint, read};
use actfile::source::FileId;
use assert_cmd::Command;
use proptest::collection::vec;
use proptest::prelude::{any, prop_assert_eq, proptest};
use serde_json::{Value, json};
use std::fs::File;
use std::io::Write;

fn bom(document: &Value) -> ForeignBom {
    let mut findings = Diagnostics::default();
    let bom = read(FileId(0), &document.to_string(), &mut findings);
    assert!(!findings.has_errors(), "{:#?}", findings.sorted());
    bom.unwrap()
}

fn told(old: &Value, new: &Value) -> Vec<String> {
    let changes = compare_boms(&bom(old), &bom(new));
    changes
        .iter()
        .map(|it| format!("{} {}: {}", it.kind.words(), it.name, it.says()))
        .collect()
}

fn example() -> Value {
    json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:6c0a7f52-3d0f-4b52-9c7e-1f2d5a8e4b31",
        "version": 1, "metadata": {"timestamp": "2026-01-01T00:00:00Z",
            "component": {"type": "application", "name": "Desk", "bom-ref": "desk", "version": "1"}},
        "components": [
            {"type": "machine-learning-model", "name": "Rank", "version": "2", "bom-ref": "rank", "supplier": {"name": "Wickmere"},
                "licenses": [{"license": {"id": "MIT"}}], "hashes": [{"alg": "SHA-256", "content": "aa"}],
                "modelCard": {"modelParameters": {"datasets": [{"ref": "pairs"}]},
                    "quantitativeAnalysis": {"performanceMetrics": [{"type": "f1", "value": "0.91", "slice": "German"}]}},
                "properties": [{"name": "actfile:performance", "value": "97 percent"}]},
            {"type": "data", "name": "Pairs", "version": "3", "bom-ref": "pairs"},
            {"type": "library", "name": "wick", "version": "1.0", "bom-ref": "wick", "purl": "pkg:npm/%40oil/wick@1.0?arch=x"}],
        "services": [{"name": "Relay", "bom-ref": "relay", "endpoints": ["https://a.example"]}],
        "dependencies": [{"ref": "desk", "dependsOn": ["rank", "wick"]}, {"ref": "rank", "dependsOn": ["pairs"]}]})
}

#[track_caller]
fn check(change: impl FnOnce(&mut Value), expected: &[&str]) {
    let mut changed = example();
    change(&mut changed);
    assert_eq!(told(&example(), &changed), expected);
}

#[test]
fn where_records_and_files_of_others_stand_is_no_difference() {
    for name in ["actfile:source", "actfile:source_sha256", "actfile:within"] {
        let kept = json!({"name": "actfile:performance", "value": "97 percent"});
        let with = |value: &str| json!([kept, {"name": name, "value": value}]);
        check(|bom| bom["components"][0]["properties"] = with("a.yaml:1"), &[]);
    }
}

#[test]
fn each_difference_is_told_in_words() {
    let first = |bom: &mut Value, key: &str, value: Value| bom["components"][0][key] = value;
    check(
        |bom| first(bom, "version", json!("3")),
        &["model Rank: version `2` became `3`"],
    );
    check(
        |bom| first(bom, "licenses", json!([{"license": {"name": "Wickmere Terms"}}])),
        &["model Rank: licence `MIT` became `Wickmere Terms`"],
    );
    check(
        |bom| first(bom, "hashes", json!([{"alg": "SHA-256", "content": "bb"}])),
        &["model Rank: hash `SHA-256` `aa` became `bb`"],
    );
    check(
        |bom| first(bom, "supplier", json!({"name": "Tallowby"})),
        &["model Rank: supplier `Wickmere` became `Tallowby`"],
    );
    check(
        |bom| {
            bom["components"][0]["modelCard"]["quantitativeAnalysis"]["performanceMetrics"][0]["value"] =
                json!("0.92")
        },
        &["model Rank: metric `f1 (German)` `0.91` became `0.92`"],
    );
    check(
        |bom| bom["components"][0]["modelCard"]["modelParameters"]["datasets"] = json!([{"name": "Triples"}]),
        &["model Rank: data set `Pairs` became `Triples`"],
    );
    check(
        |bom| {
            first(
                bom,
                "properties",
                json!([{"name": "actfile:performance", "value": "98 percent"}]),
            )
        },
        &["model Rank: property `actfile:performance` `97 percent` became `98 percent`"],
    );
    check(
        |bom| bom["services"][0]["endpoints"] = json!(["https://a.example", "https://b.example"]),
        &["service Relay: address `https://b.example` added"],
    );
    check(
        |bom| bom["dependencies"][0]["dependsOn"] = json!(["rank", "wick", "relay"]),
        &["application Desk: dependency `Relay` added"],
    );
}

#[test]
fn parts_that_come_and_go_are_told_with_their_version() {
    check(
        |bom| bom["components"][0]["name"] = json!("Rank Small"),
        &[
            "model Rank 2: removed",
            "model Rank Small 2: added",
            "application Desk: dependency `Rank` became `Rank Small`",
        ],
    );
    check(
        |bom| {
            bom["components"]
                .as_array_mut()
                .unwrap()
                .push(json!({"type": "library", "name": "oil", "version": "1"}))
        },
        &["library oil 1: added"],
    );
    // A library keeps its identity over versions by its package URL.
    check(
        |bom| {
            bom["components"][2]["version"] = json!("1.1");
            bom["components"][2]["purl"] = json!("pkg:npm/%40oil/wick@1.1?arch=x");
        },
        &["library wick: version `1.0` became `1.1`"],
    );
}

#[test]
fn one_of_two_versions_that_goes_is_the_one_that_is_told() {
    let with = |versions: &[&str]| {
        let part = |version: &&str| json!({"type": "library", "name": "wick", "version": version});
        json!({"bomFormat": "CycloneDX", "specVersion": "1.4", "components": versions.iter().map(part).collect::<Vec<_>>()})
    };
    assert_eq!(
        told(&with(&["1", "2"]), &with(&["2"])),
        ["library wick 1: removed"]
    );
    assert_eq!(
        told(&with(&["1", "2"]), &with(&["2", "3"])),
        ["library wick: version `1` became `3`"]
    );
}

#[test]
fn a_part_with_a_package_url_on_one_side_only_meets_by_name() {
    check(
        |bom| bom["components"][2]["purl"] = Value::Null,
        &["library wick: package URL `pkg:npm/%40oil/wick@1.0?arch=x` removed"],
    );
}

#[test]
fn two_parts_of_one_name_are_told_apart_by_what_the_file_calls_them() {
    let part = |name: &str, licence: &str| json!({"type": "application", "name": "Desk", "bom-ref": name, "licenses": [{"license": {"name": licence}}]});
    let with =
        |parts: Vec<Value>| json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": parts});
    let old = with(vec![part("system:desk", "own terms")]);
    let new = with(vec![
        part("bom:desk:x", "other terms"),
        part("system:desk", "own terms"),
    ]);
    assert_eq!(told(&old, &new), ["application Desk: added"]);
}

#[test]
fn serial_number_time_and_order_are_no_difference_and_the_rest_is_said() {
    let mut other = example();
    other["serialNumber"] = json!("urn:uuid:00000000-0000-4000-8000-000000000000");
    other["metadata"]["timestamp"] = json!("2027-01-01T00:00:00Z");
    other["components"].as_array_mut().unwrap().reverse();
    other["dependencies"][0]["dependsOn"] = json!(["wick", "rank"]);
    assert_eq!(told(&example(), &other), Vec::<String>::new());
    assert_eq!(
        fingerprint(&example().to_string()),
        fingerprint(&other.to_string())
    );
    other["components"][0]["description"] = json!("another text");
    assert_ne!(
        fingerprint(&example().to_string()),
        fingerprint(&other.to_string())
    );
}

#[test]
fn the_summary_counts_by_kind() {
    let mut other = example();
    other["components"][0]["version"] = json!("3");
    other["components"][0]["licenses"] = json!([]);
    other["components"].as_array_mut().unwrap().remove(2);
    let side = |name: &str| (name.to_owned(), "1.6".to_owned());
    let difference = BomDifference {
        sides: [side("a.json"), side("b.json")],
        changes: compare_boms(&bom(&example()), &bom(&other)),
        differs_elsewhere: false,
    };
    let text = human(&difference);
    assert!(text.contains("\n1 model changed, 1 library removed.\n"), "{text}");
    assert!(
        text.contains("\nmodel Rank\n  version `2` became `3`\n  licence `MIT` removed\n"),
        "{text}"
    );
}

#[test]
fn the_exit_code_tells_a_difference_only_when_it_is_asked_to() {
    let home = tempfile::tempdir().unwrap();
    let put = |name: &str, document: &Value| {
        let file = File::create(home.path().join(name));
        file.and_then(|mut file| file.write_all(document.to_string().as_bytes()))
            .unwrap();
    };
    let mut other = example();
    other["components"][0]["version"] = json!("3");
    put("a.json", &example());
    put("b.json", &other);
    put("none.json", &json!({"spdxVersion": "SPDX-2.3"}));
    for (line, code) in [
        ("bom diff a.json b.json", 0),
        ("bom diff a.json b.json --exit-code --format json", 1),
        ("bom diff a.json b.json --format md", 0),
        ("bom diff a.json a.json --exit-code", 0),
        ("bom diff a.json none.json", 2),
        ("bom diff a.json missing.json", 2),
        ("bom diff a.json .", 2),
    ] {
        let mut command = Command::cargo_bin("actfile").unwrap();
        let ended = command
            .current_dir(home.path())
            .args(line.split(' '))
            .output()
            .unwrap();
        assert_eq!(
            ended.status.code(),
            Some(code),
            "{line}\n{}",
            String::from_utf8_lossy(&ended.stderr)
        );
    }
}

proptest! {
    #[test]
    fn a_document_differs_from_itself_in_nothing_and_both_ways_alike(names in vec("[a-c]{1,2}", 0..8), turned in any::<bool>()) {
        let part = |name: &String| json!({"type": "library", "name": name, "bom-ref": name, "version": name.len().to_string()});
        let mut parts: Vec<Value> = names.iter().map(part).collect();
        let old = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": parts.clone()});
        if turned {
            parts.reverse();
        }
        let new = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": parts});
        prop_assert_eq!(told(&old, &new), Vec::<String>::new());
        let n_changes = |one: &Value, other: &Value| compare_boms(&bom(one), &bom(other)).len();
        prop_assert_eq!(n_changes(&old, &example()), n_changes(&example(), &old));
    }
}
