//! Bills of materials that others made: what is read from official documents, what hostile ones come to, and how their
//! parts stand in our AI-BOM. The official schema judges every result.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::diag::Diagnostics;
use actfile::documents::bom::spec::{BomSpec, Omission};
use actfile::documents::bom::{BomView, bom};
use actfile::link::boms::{Boms, report};
use actfile::link::link;
use actfile::read::{Loaded, load};
use actfile::render::Format;
use actfile::render::cyclonedx::assemble::assemble;
use actfile::render::cyclonedx::cyclonedx;
use actfile::sbom::{self, ForeignBom, PartKind};
use actfile::source::FileId;
use actfile::{Asked, Checked, check};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

macro_rules! official {
    ($name:literal) => {
        include_str!(concat!("../cases/bom/", $name))
    };
}

fn read(text: &str) -> (Option<ForeignBom>, Vec<&'static str>) {
    let mut findings = Diagnostics::default();
    let bom = sbom::read(FileId(0), text, &mut findings);
    let codes = findings.sorted().iter().map(|it| it.code.id()).collect();
    (bom, codes)
}

#[track_caller]
fn whole(text: &str) -> ForeignBom {
    let (bom, codes) = read(text);
    assert_eq!(codes, Vec::<&str>::new());
    bom.unwrap()
}

/// Returns `kind name version` of each part.
fn titles(bom: &ForeignBom) -> Vec<String> {
    let parts = bom.all();
    parts
        .map(|part| format!("{} {}", part.kind.key(), part.title()))
        .collect()
}

#[test]
fn official_documents_are_read_in_both_forms() {
    let subject = "application Acme Application 9.1.1";
    let [library, application] =
        ["library", "application"].map(|kind| format!("{kind} com.acme/tomcat-catalina 9.0.14"));
    let mine = "library org.example/mylibrary 1.0.0";
    let framework = "framework com.example/myframework 1.0.0";
    let four = [subject, &application, mine, framework];
    for (text, version, expected) in [
        (
            official!("valid-bom-1.4.json"),
            "1.4",
            &[subject, &library, mine][..],
        ),
        (official!("valid-bom-1.6.json"), "1.6", &four),
        (official!("valid-bom-1.3.xml"), "1.3", &four),
        (official!("valid-bom-1.5.xml"), "1.5", &four),
    ] {
        let bom = whole(text);
        assert_eq!(bom.spec_version, version);
        assert_eq!(titles(&bom), expected, "{version}");
    }
}

#[test]
fn a_part_says_what_identifies_it_and_where_it_stands() {
    let text = official!("valid-bom-1.6.json");
    let bom = whole(text);
    let part = &bom.parts[0];
    assert_eq!(
        part.purl.as_deref(),
        Some("pkg:maven/com.acme/tomcat-catalina@9.0.14?packaging=jar")
    );
    assert_eq!(part.hashes["MD5"], "3942447fac867ae5cdb3229b658f4d48");
    assert_eq!(part.licences, BTreeSet::from(["Apache-2.0".to_owned()]));
    assert_eq!(bom.parts[1].supplier.as_deref(), Some("Example, Inc."));
    let place = part.at.start as usize..part.at.end as usize;
    assert_eq!(&text[place], "\"tomcat-catalina\"");
}

#[test]
fn models_services_and_dependencies_are_read() {
    let model = whole(official!("valid-machine-learning-1.7.json"));
    assert!(model.parts.iter().any(|part| part.kind == PartKind::Model));
    let services = whole(official!("valid-service-1.5.json"));
    assert!(services.parts.iter().any(|part| part.kind == PartKind::Service));
    let graph = whole(official!("valid-dependency-1.6.json"));
    assert_eq!(graph.depends_on["library-a"], BTreeSet::new());
    assert_eq!(
        graph.depends_on["library-b"],
        BTreeSet::from(["library-c".to_owned()])
    );
}

#[expect(clippy::too_many_lines, reason = "a table of cases, one row each")]
fn hostile() -> Vec<(&'static str, String, &'static str)> {
    let cdx = |rest: &str| format!("{{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", {rest}}}");
    let xml =
        |rest: &str| format!("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\" version=\"1\">{rest}</bom>");
    let nested = "<component type=\"library\"><name>a</name><components>";
    let entities: String = (1..10)
        .map(|n| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)))
        .collect();
    vec![
        ("no JSON", "{".to_owned(), "E0120"),
        ("nothing", String::new(), "E0120"),
        (
            "another format",
            "{\"spdxVersion\": \"SPDX-2.3\"}".to_owned(),
            "E0121",
        ),
        ("a list", "[]".to_owned(), "E0121"),
        (
            "an old version",
            "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.2\"}".to_owned(),
            "E0121",
        ),
        (
            "a coming version",
            "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"2.0\"}".to_owned(),
            "E0121",
        ),
        (
            "deep lists",
            cdx(&format!("\"x\": {}", "[".repeat(1_000_000))),
            "E0106",
        ),
        ("deep objects", cdx(&"\"x\": {".repeat(500_000)), "E0106"),
        (
            "a key twice",
            cdx("\"components\": [], \"components\": []"),
            "E0108",
        ),
        ("components as text", cdx("\"components\": \"none\""), "E0206"),
        ("a component as number", cdx("\"components\": [7]"), "E0206"),
        (
            "a name as list",
            cdx("\"components\": [{\"type\": \"library\", \"name\": [\"a\"]}]"),
            "E0206",
        ),
        (
            "no name",
            cdx("\"components\": [{\"type\": \"library\"}]"),
            "E0206",
        ),
        (
            "another type",
            cdx("\"components\": [{\"type\": \"service\", \"name\": \"a\"}]"),
            "E0207",
        ),
        (
            "a huge name",
            cdx(&format!(
                "\"components\": [{{\"type\": \"library\", \"name\": \"{}\"}}]",
                "a".repeat(5_000_000)
            )),
            "E0216",
        ),
        (
            "a text that runs backwards",
            cdx("\"components\": [{\"type\": \"library\", \"name\": \"a\\u202eb\"}]"),
            "E0104",
        ),
        ("deep XML parts", xml(&nested.repeat(100_000)), "E0106"),
        ("deep XML", xml(&"<foo>".repeat(400_000)), "E0106"),
        (
            "many attributes",
            format!(
                "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\" {}/>",
                "a=\"1\" ".repeat(200_000)
            ),
            "E0106",
        ),
        (
            "growing entities",
            format!("<!DOCTYPE bom [<!ENTITY a0 \"lol\">{entities}]>{}", xml("&a9;")),
            "E0121",
        ),
        (
            "an entity from a file",
            format!(
                "<!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}",
                xml("&x;")
            ),
            "E0121",
        ),
        (
            "hidden encoding",
            format!("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\0<{}", xml("")),
            "E0104",
        ),
        (
            "XML of 1.6",
            "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"/>".to_owned(),
            "E0121",
        ),
        ("other XML", "<html></html>".to_owned(), "E0121"),
        ("broken XML", xml("<components>"), "E0120"),
        (
            "XML without end",
            "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\"".to_owned(),
            "E0120",
        ),
    ]
}

#[test]
fn hostile_files_are_findings() {
    for (what, text, code) in hostile() {
        let (_, codes) = read(&text);
        assert_eq!(codes, [code], "{what}");
    }
}

#[test]
fn a_reference_that_leads_nowhere_or_to_several_parts_is_reported_once() {
    let part = |name: &str| json!({"type": "library", "name": name, "bom-ref": name});
    let text = json!({"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [part("a"), part("a"), part("b")],
        "dependencies": [{"ref": "b", "dependsOn": ["x", "y"]}, {"ref": "z"}]});
    let (bom, codes) = read(&text.to_string());
    assert_eq!(codes, ["W0441", "W0441"]);
    assert_eq!(bom.unwrap().parts.len(), 3);
}

const RECORDS: &str = "
kind: organisation
id: acme
legal_name: Acme GmbH
---
kind: model
id: lantern-rank
name: Lantern Rank
version_or_snapshot: '2'
licence: Apache-2.0
---
kind: model
id: hub
name: Hub model
uri: https://huggingface.co/wickmere/hub-small
---
kind: dataset
id: tallow-pairs
name: Tallow Pairs
version: '3'
licence: CC0-1.0
---
kind: ai_system
id: chat
name: Chat
models: [lantern-rank]
bom: supplier.json
---
kind: ai_system
id: desk
name: Desk
bom: [supplier.json, ./other.json]
";

struct Project {
    written: Value,
    findings: Vec<String>,
}

fn project(files: &[(&str, String)]) -> Project {
    project_in(BomSpec::default(), files)
}

fn project_in(spec: BomSpec, files: &[(&str, String)]) -> Project {
    let mut loaded = Loaded::default();
    loaded.add("inventory.yaml".to_owned(), RECORDS.as_bytes());
    for (path, text) in files {
        loaded.add((*path).to_owned(), text.as_bytes());
    }
    let mut findings = loaded.findings;
    let mut inventory = link(loaded.records, &mut findings);
    inventory.boms = Boms::new(&loaded.sources, loaded.boms);
    report(&inventory, &mut findings);
    assert!(!findings.has_errors(), "{:#?}", findings.sorted());
    let day = Date::on(2026, 11, 22);
    let view = BomView {
        spec,
        ..bom(&inventory, &loaded.sources, day, &BTreeMap::new())
    };
    let bytes = cyclonedx(assemble(&view)).unwrap();
    let told = findings.sorted().into_iter();
    Project {
        written: serde_json::from_slice(&bytes).unwrap(),
        findings: told
            .map(|it| format!("{} {}", it.code.id(), it.message))
            .collect(),
    }
}

fn document(components: Value, dependencies: Value) -> String {
    json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components, "dependencies": dependencies})
        .to_string()
}

fn depends_on<'w>(written: &'w Value, name: &str) -> Vec<&'w str> {
    let entries = written["dependencies"].as_array().unwrap();
    let entry = entries.iter().find(|it| it["ref"] == name);
    let entry = entry.unwrap_or_else(|| panic!("no {name}: {written:#}"));
    let targets = entry["dependsOn"].as_array().unwrap().iter();
    targets.map(|it| it.as_str().unwrap()).collect()
}

fn component<'w>(written: &'w Value, name: &str) -> &'w Value {
    let all = written["components"].as_array().unwrap();
    all.iter()
        .find(|it| it["bom-ref"] == name)
        .unwrap_or_else(|| panic!("no {name}: {written:#}"))
}

fn properties(part: &Value, name: &str) -> Vec<String> {
    let all = part["properties"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|it| it["name"] == name);
    all.map(|it| it["value"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn parts_of_others_stand_under_the_system_with_their_references_and_sources() {
    let wick = json!({"type": "library", "name": "wick", "version": "1", "bom-ref": "w",
        "purl": "pkg:npm/wick@1", "licenses": [{"license": {"id": "MIT"}}], "hashes": [{"alg": "MD5", "content": "AB"}]});
    let supplier = document(
        json!([{"type": "machine-learning-model", "name": "lantern-rank", "version": "2", "bom-ref": "m"}, wick,
            {"type": "library", "name": "oil", "bom-ref": "oil", "components": [{"type": "file", "name": "drop"}]}]),
        json!([{"ref": "oil", "dependsOn": ["m", "w"]}]),
    );
    let other = document(
        json!([{"type": "framework", "name": "wick", "version": "1", "bom-ref": "x", "purl": "pkg:npm/wick@1"},
        {"type": "library", "name": "oil", "bom-ref": "oil"}]),
        json!([{"ref": "oil", "dependsOn": ["x"]}]),
    );
    let Project { written, findings } = project(&[("supplier.json", supplier), ("other.json", other)]);
    assert_eq!(findings, Vec::<String>::new());
    // The declared model stays the model of the record, and says where others list it.
    let model = component(&written, "model:lantern-rank@2");
    assert!(properties(model, "actfile:source").contains(&"supplier.json#m".to_owned()));
    // One part, two files; a name that is no package URL is led by the system.
    let shared = component(&written, "pkg:npm/wick@1");
    assert_eq!(
        properties(shared, "actfile:source"),
        ["other.json#x", "supplier.json#w"]
    );
    assert_eq!(properties(shared, "actfile:source_sha256").len(), 2);
    assert_eq!(properties(shared, "actfile:hash"), ["md5:ab"]);
    assert_eq!(
        depends_on(&written, "bom:chat:oil"),
        ["model:lantern-rank@2", "pkg:npm/wick@1"]
    );
    assert_eq!(depends_on(&written, "bom:desk:oil"), ["pkg:npm/wick@1"]);
    assert_eq!(
        depends_on(&written, "system:chat"),
        ["bom:chat:file:drop", "bom:chat:oil", "model:lantern-rank@2"]
    );
    assert_eq!(
        properties(component(&written, "bom:chat:file:drop"), "actfile:within"),
        ["supplier.json#oil"]
    );
}

#[test]
fn a_model_meets_its_record_by_package_url_then_by_name_and_version() {
    let models = |model: Value| document(json!([model]), json!([]));
    let model = |name: &str| json!({"type": "machine-learning-model", "name": name});
    let with = |name: &str, key: &str, value: Value| {
        let mut model = model(name);
        model[key] = value;
        model
    };
    for (said, met) in [
        (model("LANTERN_rank"), Some("model:lantern-rank@2")),
        (
            with("Lantern Rank", "version", json!("2")),
            Some("model:lantern-rank@2"),
        ),
        (with("Lantern Rank", "version", json!("3")), None),
        (model("Lantern Ranker"), None),
        (
            with("x", "purl", json!("pkg:huggingface/wickmere/hub-small@ab12")),
            Some("model:hub"),
        ),
        (
            with("x", "purl", json!("pkg:huggingface/wickmere/hub-large@ab12")),
            None,
        ),
    ] {
        let Project { written, .. } = project(&[("supplier.json", models(said.clone()))]);
        let listed: Vec<&Value> = written["components"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|it| {
                properties(it, "actfile:source")
                    .iter()
                    .any(|it| it.starts_with("supplier.json"))
            })
            .collect();
        assert_eq!(listed.len(), 1, "{said}");
        let name = listed[0]["bom-ref"].as_str().unwrap();
        assert_eq!(
            Some(name).filter(|name| name.starts_with("model:")),
            met,
            "{said}"
        );
    }
}

#[test]
fn a_data_set_of_a_record_is_listed_once_and_compared() {
    let pairs = |version: &str, licence: &str| {
        document(
            json!([{"type": "data", "name": "tallow-pairs", "version": version, "bom-ref": "p",
                "licenses": [{"license": {"id": licence}}]}]),
            json!([]),
        )
    };
    let Project { written, findings } = project(&[("supplier.json", pairs("3", "CC0-1.0"))]);
    assert_eq!(findings, Vec::<String>::new());
    let sources = properties(component(&written, "dataset:tallow-pairs@3"), "actfile:source");
    assert!(sources.contains(&"supplier.json#p".to_owned()), "{sources:?}");
    assert_eq!(
        depends_on(&written, "system:chat"),
        ["dataset:tallow-pairs@3", "model:lantern-rank@2"]
    );
    // Of another version both stand, and what differs is told.
    let Project { written, findings } = project(&[("supplier.json", pairs("4", "MIT"))]);
    component(&written, "bom:chat:p");
    assert_eq!(
        findings,
        [
            "W0440 the bill of materials names the licence `MIT` for `tallow-pairs`, the record `CC0-1.0`",
            "W0440 the bill of materials names version `4` of `tallow-pairs`, the record `3`",
        ]
    );
}

#[test]
fn versions_and_licences_that_disagree_are_told_with_both_sides() {
    let said = document(
        json!([{"type": "machine-learning-model", "name": "Lantern Rank", "version": "3",
            "licenses": [{"license": {"name": "Lantern Terms"}}]}]),
        json!([]),
    );
    let Project { findings, .. } = project(&[("supplier.json", said)]);
    assert_eq!(
        findings,
        [
            "W0440 the bill of materials names the licence `Lantern Terms` for `Lantern Rank`, the record `Apache-2.0`",
            "W0440 the bill of materials names version `3` of `Lantern Rank`, the record `2`",
        ]
    );
}

#[test]
fn parts_of_every_type_stand_in_every_version() {
    let kinds = PartKind::ALL.iter().filter(|kind| **kind != PartKind::Service);
    let part = |kind: &PartKind| json!({"type": kind.key(), "bom-ref": kind.key(), "name": kind.key()});
    let below = json!([{"ref": "cryptographic-asset", "dependsOn": ["library"]}]);
    let supplier = document(kinds.clone().map(part).collect(), below);
    for spec in [BomSpec::V1_5, BomSpec::V1_6, BomSpec::V1_7] {
        let Project { written, .. } = project_in(spec, &[("supplier.json", supplier.clone())]);
        let is_known = |kind: &PartKind| spec != BomSpec::V1_5 || *kind != PartKind::CryptographicAsset;
        for kind in kinds.clone() {
            let part = component(&written, &format!("bom:chat:{}", kind.key()));
            let expected = if is_known(kind) { kind.key() } else { "library" };
            assert_eq!(part["type"], expected, "{}", spec.key());
        }
        let key = component(&written, "bom:chat:cryptographic-asset");
        let (said, lost) = (
            properties(key, "actfile:type"),
            properties(&written["metadata"], "actfile:not-in-1.5"),
        );
        match spec {
            BomSpec::V1_5 => {
                assert_eq!(said, ["cryptographic-asset"]);
                assert!(lost.contains(&Omission::Types.words().to_owned()), "{lost:?}");
            }
            BomSpec::V1_6 | BomSpec::V1_7 => assert_eq!((said, lost), (vec![], vec![])),
        }
        // What leads through the part still does.
        assert_eq!(
            depends_on(&written, "bom:chat:cryptographic-asset"),
            ["bom:chat:library"]
        );
    }
}

#[test]
fn ten_thousand_parts_are_merged_and_judged() {
    let part = |n: usize| json!({"type": "library", "name": format!("l{n}"), "version": "1", "bom-ref": format!("r{n}")});
    let edge = |n: usize| json!({"ref": format!("r{n}"), "dependsOn": [format!("r{}", n / 2), format!("r{}", n / 3)]});
    let said = document((0..10_000).map(part).collect(), (1..10_000).map(edge).collect());
    let Project { written, .. } = project(&[("supplier.json", said)]);
    assert!(written["components"].as_array().unwrap().len() > 10_000);
}

fn parts() -> impl Strategy<Value = Vec<Value>> {
    let name = prop_oneof![
        "[a-d]",
        any::<String>().prop_map(|it| it.replace(|it: char| it.is_control(), "x"))
    ];
    let purl = prop_oneof![
        Just(Value::Null),
        "[ab]".prop_map(|it| json!(format!("pkg:npm/{it}@1"))),
        any::<String>().prop_map(Value::from)
    ];
    let kind = prop_oneof![
        Just("library"),
        Just("machine-learning-model"),
        Just("data"),
        Just("device-driver")
    ];
    let bom_ref = prop_oneof![
        Just(Value::Null),
        "[a-f]".prop_map(Value::from),
        Just(json!("system:chat")),
        Just(json!("urn:cdx:x"))
    ];
    let licence = prop_oneof![
        Just("MIT"),
        Just("MIT OR Apache-2.0"),
        Just("Lantern Terms"),
        Just("NOASSERTION")
    ];
    let licences = vec(licence, 0..3);
    vec(
        (kind, name, bom_ref, purl, licences).prop_map(|(kind, name, bom_ref, purl, licences)| {
            let licences: Vec<Value> = licences
                .iter()
                .map(|it| json!({"license": {"name": it}}))
                .collect();
            json!({"type": kind, "name": name, "bom-ref": bom_ref, "purl": purl, "licenses": licences})
        }),
        0..12,
    )
}

/// Returns whether a text has nothing that makes a file unusable.
fn is_clean(parts: &[Value]) -> bool {
    let text = document(parts.to_vec().into(), json!([]));
    let (bom, codes) = read(&text);
    bom.is_some() && codes.iter().all(|code| code.starts_with('W'))
}

proptest! {
    #[test]
    fn the_order_of_parts_does_not_reach_the_bytes(parts in parts(), seed in any::<u64>()) {
        if is_clean(&parts) {
            let mut turned = parts.clone();
            let n_parts = turned.len().max(1);
            turned.rotate_left(usize::try_from(seed % n_parts as u64).unwrap());
            if seed % 2 == 0 {
                turned.reverse();
            }
            let written = |parts: Vec<Value>| {
                let text = document(parts.into(), json!([{"ref": "a", "dependsOn": ["b", "c"]}, {"ref": "b", "dependsOn": ["a"]}]));
                let mut written = project(&[("supplier.json", text)]).written;
                // The hash of the file is another one, and with it the serial number.
                forget_hashes(&mut written);
                written
            };
            prop_assert_eq!(written(parts), written(turned));
        }
    }

    #[test]
    fn every_edge_between_described_parts_is_kept(edges in vec((0_usize..8, 0_usize..8), 0..24), n_parts in 1_usize..8) {
        let part = |n: usize| json!({"type": "library", "name": format!("p{n}"), "bom-ref": format!("p{n}")});
        let edge = |(from, to): &(usize, usize)| json!({"ref": format!("p{from}"), "dependsOn": [format!("p{to}")]});
        let text = document((0..n_parts).map(part).collect(), edges.iter().map(edge).collect());
        let written = project(&[("supplier.json", text)]).written;
        for (from, to) in edges.iter().filter(|(from, to)| from.max(to) < &n_parts && from != to) {
            let targets = depends_on(&written, &format!("bom:chat:p{from}"));
            let target = format!("bom:chat:p{to}");
            prop_assert!(targets.contains(&target.as_str()));
        }
    }

    #[test]
    fn no_text_makes_the_reader_fall_over(text in any::<String>(), at in 0_usize..20_000, official in 0_usize..4) {
        let documents = [
            official!("valid-bom-1.6.json"),
            official!("valid-bom-1.3.xml"),
            official!("valid-bom-1.5.xml"),
            official!("valid-service-1.5.json"),
        ];
        read(&text);
        let mut altered = documents[official].to_owned();
        let at = (at..=altered.len()).find(|at| altered.is_char_boundary(*at)).unwrap_or(0);
        altered.insert_str(at, &text);
        read(&altered);
        read(&altered[..at]);
    }
}

fn forget_hashes(written: &mut Value) {
    written["serialNumber"] = Value::Null;
    let components = written["components"].as_array_mut().unwrap();
    for component in components {
        let properties = component["properties"].as_array_mut().unwrap();
        properties.retain(|it| it["name"] != "actfile:source_sha256");
    }
}

const ONE_SYSTEM: &str =
    "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\nkind: ai_system\nid: a\nname: A\nbom: ";

struct Home(tempfile::TempDir);

impl Home {
    /// A project whose system, in a folder of its own, names this path.
    fn naming(path: &str) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        home.put("project/systems/a.yaml", &format!("{ONE_SYSTEM}{path}\n"));
        home.put("outside.json", "{}");
        home
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::File::create(path)
            .and_then(|mut file| file.write_all(text.as_bytes()))
            .unwrap();
    }

    fn checked(&self) -> Checked {
        let asked = Asked {
            as_of: None,
            today: Date::on(2026, 11, 22),
            law: None,
        };
        check(load(&self.0.path().join("project")).unwrap(), asked)
    }

    #[track_caller]
    fn raises(&self, code: &str) {
        let checked = self.checked();
        let told = checked.findings.sorted();
        let codes: Vec<&str> = told.iter().map(|it| it.code.id()).collect();
        assert_eq!(codes, [code]);
        let place = checked.sources.place(told[0].labels[0].span);
        assert_eq!(
            (place.path.as_str(), place.line, place.column),
            ("systems/a.yaml", 8, 6)
        );
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_where_it_is_named() {
    for path in [
        "missing.json",
        "../../outside.json",
        "/etc/hosts.json",
        "../systems",
        "a.yaml",
    ] {
        Home::naming(path).raises("E0101");
    }
    let folder = Home::naming("x.json");
    folder.put("project/systems/x.json/y", "");
    folder.raises("E0101");
    let large = Home::naming("x.json");
    large.put("project/systems/x.json", "");
    let file = std::fs::OpenOptions::new()
        .write(true)
        .open(large.0.path().join("project/systems/x.json"));
    file.unwrap().set_len(sbom::LARGEST_BOM as u64 + 1).unwrap();
    large.raises("E0102");
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_project_is_not_followed() {
    let home = Home::naming("x.json");
    std::os::unix::fs::symlink(
        home.0.path().join("outside.json"),
        home.0.path().join("project/systems/x.json"),
    )
    .unwrap();
    home.raises("E0101");
}

#[test]
fn a_bill_of_materials_is_an_input_of_the_build() {
    let home = Home::naming("[../bom/x.cdx.json, ../bom/./x.cdx.json]");
    let build_id = |text: String| {
        home.put("project/bom/x.cdx.json", &text);
        let mut scope = Scope::default();
        scope.formats.retain(|format| *format == Format::Bom);
        let facts = build(&home.checked(), &scope).unwrap().facts;
        let paths: Vec<&str> = facts.inputs.iter().map(|input| input.path.as_str()).collect();
        assert_eq!(paths, ["systems/a.yaml", "bom/x.cdx.json"]);
        facts.build_id
    };
    let part = |name: &str| document(json!([{"type": "library", "name": name}]), json!([]));
    assert_ne!(build_id(part("wick")), build_id(part("oil")));
    assert_eq!(build_id(part("oil")), build_id(part("oil")));
}
