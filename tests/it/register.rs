//! Registers that others keep become records: the two maps of `examples/maps` on registers of the same shape, what a cell holds
//! comes back as itself or is told, nobody's address gets out, and every problem of a map or register is told in one run.

#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use actfile::diag::Diagnostics;
use actfile::import::register::system_records;
use actfile::import::register::table::Register;
use actfile::inventory::kind::AnyRecord;
use actfile::inventory::record::Record;
use actfile::inventory::system::{BuiltOrRebranded, LifecycleStatus, System};
use actfile::read::Loaded;
use actfile::{Asked, check};
use assert_cmd::Command;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const US: (&str, &str) = ("use-cases.csv", "us-federal-use-cases.yaml");
const UK: (&str, &str) = ("records.json", "uk-transparency-records.yaml");
const SIMPLE: &str = "id: [n]\nfields: {name: name, description: text}\n";

fn bytes(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    File::open(path).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn register(name: &str) -> PathBuf {
    Path::new(ROOT).join("tests/cases/register").join(name)
}

fn map(name: &str) -> PathBuf {
    Path::new(ROOT).join("examples/maps").join(name)
}

/// Returns what a register comes to by a map, and the findings.
fn run(name: &str, register: &[u8], map: &[u8]) -> (Option<String>, Diagnostics) {
    let mut loaded = Loaded::default();
    let file = loaded.add_text("map.yaml".to_owned(), map);
    let mut findings = loaded.findings;
    let registers = [Register {
        name: name.to_owned(),
        bytes: register.to_vec(),
    }];
    let systems = system_records(&loaded.sources, file, &registers, &mut findings);
    (systems.map(|systems| systems.text), findings)
}

fn sample((name, by): (&str, &str)) -> (String, Diagnostics) {
    let (text, findings) = run(name, &bytes(&register(name)), &bytes(&map(by)));
    (text.unwrap(), findings)
}

fn codes(findings: &Diagnostics) -> Vec<&'static str> {
    findings.sorted().iter().map(|it| it.code.id()).collect()
}

/// Returns the records of a file, which must be free of errors together with an organisation.
fn load(text: &str) -> Vec<AnyRecord> {
    let mut loaded = Loaded::default();
    loaded.add(
        "organisation.yaml".to_owned(),
        b"kind: organisation\nid: acme\nlegal_name: Acme GmbH\n",
    );
    loaded.add("register.yaml".to_owned(), text.as_bytes());
    let records = loaded.records.clone();
    let asked = Asked {
        as_of: None,
        today: "2026-11-27".parse().unwrap(),
        law: None,
    };
    let checked = check(loaded, asked);
    assert!(!checked.findings.has_errors(), "{:?}\n{text}", checked.findings);
    records
}

fn systems(text: &str) -> Vec<Record<System>> {
    let records = load(text);
    records.iter().filter_map(AnyRecord::system).cloned().collect()
}

#[test]
fn the_register_of_use_cases_gives_what_was_worked_out_by_hand() {
    let (text, findings) = sample(US);
    let systems = systems(&text);
    let ids: Vec<&str> = systems.iter().map(|it| it.id.value.as_str()).collect();
    assert_eq!(
        ids,
        [
            "us-dol-001",
            "us-dol-002",
            "us-dol-003",
            "us-dol-004",
            "us-dol-005"
        ]
    );
    let stages: Vec<_> = systems
        .iter()
        .map(|it| it.lifecycle_status.stated().copied())
        .collect();
    let in_service = Some(LifecycleStatus::InService);
    let developed = Some(LifecycleStatus::InDevelopment);
    assert_eq!(
        stages,
        [
            in_service,
            None,
            in_service,
            developed,
            Some(LifecycleStatus::Retired)
        ]
    );
    let personal = systems.iter().map(|it| {
        let wires = it.tripwires.stated()?;
        wires.processes_personal_data.stated().copied()
    });
    assert_eq!(
        personal.collect::<Vec<_>>(),
        [Some(false), None, Some(true), None, None]
    );
    let wires = systems[2].tripwires.stated().unwrap();
    assert!(wires.built_or_rebranded.is(&BuiltOrRebranded::BuiltInHouse));
    assert_eq!(
        systems[0].our_use.stated().unwrap(),
        "Finds cracks in lamps: \"dark\" spots, soot\r\nand salt"
    );
    assert_eq!(systems[2].title(), "- Fog: forecast #2");
    assert_eq!(systems[2].our_use.stated().unwrap(), "null");
    let since = systems[0].in_service_since.stated().unwrap();
    assert_eq!(since.to_string(), "2024-03-04");
    let vendors = load(&text).len() - systems.len() - 1;
    assert_eq!(vendors, 2, "{text}");
    assert_eq!(systems[0].vendor.stated(), systems[1].vendor.stated());
    assert_eq!(codes(&findings), ["W0471", "W0470", "W0470"]);
    assert!(text.contains("# column `development_stage` holds `Pilot`; `lifecycle_status` stays open\n"));
}

#[test]
fn the_transparency_records_give_what_was_worked_out_by_hand() {
    let (text, findings) = sample(UK);
    let systems = systems(&text);
    let said = |of: fn(&Record<System>) -> bool| systems.iter().filter(|it| of(it)).count();
    assert_eq!(systems.len(), 3);
    assert_eq!(said(|it| it.owner.stated().is_some()), 2);
    assert_eq!(said(|it| it.description.stated().is_some()), 2);
    assert_eq!(
        systems[0].description.stated().unwrap(),
        "Proposes berths for ships."
    );
    assert_eq!(systems[1].id.value.as_str(), "uk-northern-port-berth-planner");
    assert_eq!(codes(&findings), ["W0471"]);
}

#[test]
fn no_address_gets_out_and_nothing_is_classified() {
    for sample in [US, UK] {
        let (text, findings) = self::sample(sample);
        assert!(!text.contains('@'), "{text}");
        assert!(!format!("{findings:?}").contains("robin"), "{findings:?}");
        for key in ["facts", "uses", "our_roles", "classification"] {
            assert!(!text.contains(&format!("\n{key}:")), "{key}");
        }
    }
}

#[test]
fn a_file_that_somebody_edited_stays() {
    let home = tempfile::tempdir().unwrap();
    let written = home.path().join("register.yaml");
    let import = || {
        let mut command = Command::cargo_bin("actfile").unwrap();
        command.args(["import", "csv-inventory", "-o"]).arg(&written);
        command.arg("--map").arg(map(US.1)).arg(register(US.0)).assert()
    };
    import().success();
    let first = bytes(&written);
    import().success();
    assert_eq!(first, bytes(&written));
    let edited = [first.as_slice(), b"# by hand\n"].concat();
    File::create(&written).unwrap().write_all(&edited).unwrap();
    import().code(2);
    assert_eq!(edited, bytes(&written));
}

#[track_caller]
fn refused(register: &str, map: &str, expected: &[&str]) {
    let (text, findings) = run("register", register.as_bytes(), map.as_bytes());
    assert_eq!(codes(&findings), expected, "{findings:?}");
    assert!(text.is_none());
}

#[test]
fn every_problem_is_told_in_one_run() {
    let good = "n,name,text\n1,One,a\n";
    refused(good, "id: [n]\nfields: {name: title}\n", &["E0132"]);
    refused(good, "id: [n]\nfields: {nme: name}\n", &["E0210", "E0205"]);
    refused(
        good,
        "id: [n]\nfields: {name: name, owner: {values: {a: b}}}\n",
        &["E0211"],
    );
    refused(
        good,
        "id: [n]\nfields: {name: name, owner: contact e-mail}\n",
        &["E0135"],
    );
    refused(
        good,
        "id: {prefix: X_, columns: [n]}\nfields: {name: name}\n",
        &["E0209"],
    );
    refused(
        good,
        "id: [n]\nfields:\n  name: name\n  lifecycle_status: {column: text, values: {a: live}}\n  retired_on: {column: n, day: YY}\n",
        &["E0207", "E0207"],
    );
    refused(good, "- id\n", &["E0206"]);
    refused(good, "", &["E0206"]);
    refused(
        "n,name,text\n1,One\n2,Two,b,c\n3,Three,c\n",
        SIMPLE,
        &["E0133", "E0133"],
    );
    refused("n,name,text\n1,\"One,a\n2,Two,b\n", SIMPLE, &["E0133"]);
    refused("", SIMPLE, &["E0133"]);
    refused("{\"n\": 1}", SIMPLE, &["E0133"]);
    refused("[{\"n\": 1,}]", SIMPLE, &["E0133"]);
    refused("[1]", SIMPLE, &["E0133", "E0132", "E0132", "E0132"]);
    refused("n,name,text,name\n1,One,a,b\n", SIMPLE, &["E0132"]);
    refused(
        "n,name,text\n1,,a\n2,Two,b\n!,Three,c\n",
        SIMPLE,
        &["E0134", "E0134"],
    );
    refused("n,name,text\n1,One,a\n1,Two,b\n", SIMPLE, &["E0204"]);
    refused("n,name,text\ncon,One,a\n", SIMPLE, &["E0134"]);
}

#[test]
fn a_register_in_another_encoding_is_refused_without_its_line() {
    let (text, findings) = run("r.csv", b"n,name,text\n1,M\xfcller,a\n", SIMPLE.as_bytes());
    assert_eq!(codes(&findings), ["E0103"]);
    assert!(text.is_none());
    assert!(findings.sorted()[0].labels.is_empty());
    assert_eq!(findings.sorted()[0].path.as_deref(), Some("r.csv:2"));
}

#[test]
fn what_a_field_does_not_take_stays_open_and_is_told() {
    let map = "id: [n]\nfields:\n  name: name\n  lifecycle_status: stage\n  in_service_since: {column: since, day: DD/MM/YYYY}\nnotes: [more]\n";
    let json = r#"[
        {"n": 1, "name": "One", "stage": "in_service", "since": "3/4/2026", "more": ["a", 2]},
        {"n": 2, "name": "Two", "stage": "live", "since": "soon", "more": {"a": 1}},
        {"n": 3, "name": "Three", "stage": null, "more": []}
    ]"#;
    let (text, findings) = run("r.json", json.as_bytes(), map.as_bytes());
    let systems = systems(&text.unwrap());
    assert_eq!(codes(&findings), ["W0470", "W0470", "W0470"]);
    let since = |at: usize| systems[at].in_service_since.stated().map(ToString::to_string);
    assert_eq!(since(0).as_deref(), Some("2026-04-03"));
    assert_eq!((since(1), since(2)), (None, None));
    let notes: Vec<_> = systems.iter().map(|it| it.head.notes.stated().cloned()).collect();
    assert_eq!(notes, [Some("more: a, 2".to_owned()), None, None]);
}

proptest! {
    #[test]
    fn a_cell_comes_back_as_itself_or_is_told(
        cells in proptest::collection::vec("(?s)([:#\\-?\\[\\]{}!&*|>%\"'\n\r\t \u{85}\u{200b}\u{2028}\u{1b}a-c0-1äß真😀]|\\PC|.){1,30}", 1..6),
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines = cells.iter().enumerate().map(|(at, cell)| format!("{at},n{at},{}\r\n", quoted(cell)));
        let csv = format!("n,name,text\r\n{}", lines.collect::<String>());
        let (text, findings) = run("r.csv", csv.as_bytes(), SIMPLE.as_bytes());
        let text = text.unwrap();
        let written: BTreeMap<String, Option<String>> = systems(&text)
            .into_iter()
            .map(|it| (it.id.value.to_string(), it.description.stated().cloned()))
            .collect();
        for (at, cell) in cells.iter().enumerate() {
            let trimmed = cell.trim();
            match &written[&at.to_string()] {
                Some(read) => prop_assert_eq!(read, trimmed),
                None => prop_assert!(trimmed.is_empty() || !codes(&findings).is_empty(), "{:?}", cell),
            }
        }
    }

    #[test]
    fn no_register_and_no_map_brings_it_down(register in "(?s)[\\[{\"n:,;1a\n\\]}]{0,60}", map in "(?s)[a-f:\\[\\]{} \n,]{0,60}") {
        let _ = run("r", register.as_bytes(), SIMPLE.as_bytes());
        let _ = run("r", b"n,name,text\n1,One,a\n", map.as_bytes());
    }
}
