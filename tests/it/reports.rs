//! Reports for machines, judged by what others published: SARIF by the OASIS schema, JUnit by the rules of the schema of
//! Jenkins, workflow commands by reading them back as the runner of GitHub does.

use crate::explain::examples;
use actfile::calendar::Date;
use actfile::law::grounds;
use actfile::obligations::gap::Gap;
use actfile::read::{Loaded, load};
use actfile::report::{Style, findings_and_gaps};
use actfile::{Asked, Checked, check};
use std::collections::BTreeSet;
use std::path::Path;

/// Names and texts with every sign that one of the formats gives a meaning.
const ODD: &str = "kind: organisation\nid: acme\n\"50%, <b>: &]]>\\n::x\": 1\nlegal_name: \"\u{1F600} ::error::x\"\n---\nkind: ai_system\nid: a\nname: \"%0A, :\"\n";

fn asked() -> Asked {
    Asked {
        as_of: None,
        today: Date::on(2026, 11, 22),
        law: None,
    }
}

/// Returns inventories that are wrong in every way there is a page for, and some that are right.
fn projects() -> Vec<Checked> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [
        "inventories",
        "tests/cases/projects/smallest",
        "tests/cases/projects/own-model",
    ];
    let folders = folders.map(|folder| check(load(&root.join(folder)).unwrap(), asked()));
    let mut odd = Loaded::default();
    odd.add("50%, a:b <é>\u{1F600}.yaml".to_owned(), ODD.as_bytes());
    let odd = check(odd, asked());
    let pages = examples().map(|(_, checked)| checked);
    folders.into_iter().chain([odd]).chain(pages).collect()
}

fn open(checked: &Checked) -> Vec<&Gap> {
    let gaps = checked.assessment.gaps.iter();
    gaps.filter(|gap| gap.is_open()).collect()
}

fn told(style: Style, checked: &Checked) -> String {
    let gaps = open(checked);
    findings_and_gaps(style, &checked.sources, &checked.findings, &gaps, "in ventories/")
}

fn sarif(checked: &Checked) -> serde_json::Value {
    serde_json::from_str(&told(Style::Sarif, checked)).unwrap()
}

/// Takes away the pattern of language tags, which has a bracket too many and is read by no strict engine.
fn mend(schema: &mut serde_json::Value) {
    for holder in ["run", "toolComponent"] {
        let tag = &mut schema["definitions"][holder]["properties"]["language"];
        assert!(
            tag.as_object_mut().unwrap().remove("pattern").is_some(),
            "{holder}"
        );
    }
}

#[test]
fn sarif_is_valid_by_the_official_schema() {
    let mut schema = serde_json::from_str(include_str!("../../schemas/sarif-schema-2.1.0.json")).unwrap();
    mend(&mut schema);
    let judge = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let spoilt = serde_json::json!({"version": "2.1.0", "runs": [{"tool": {}}]});
    assert!(!judge.is_valid(&spoilt));
    for checked in projects() {
        let log = sarif(&checked);
        let wrong: Vec<String> = judge.iter_errors(&log).map(|error| error.to_string()).collect();
        assert_eq!(wrong, Vec::<String>::new(), "{log:#}");
    }
}

#[test]
fn every_result_of_sarif_has_its_rule_and_a_fingerprint_of_its_own() {
    for checked in projects() {
        let log = sarif(&checked);
        let rules = log["runs"][0]["tool"]["driver"]["rules"]
            .as_array()
            .unwrap()
            .clone();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let mut known_by = BTreeSet::new();
        for result in results {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(
                rule["help"]["text"]
                    .as_str()
                    .is_some_and(|text| text.contains("actfile explain"))
            );
            assert!(
                known_by.insert(result["partialFingerprints"].to_string()),
                "{result}"
            );
        }
    }
}

#[test]
fn gaps_stand_in_sarif_with_their_legal_basis() {
    let [example] = &projects()[..1] else { return };
    let (log, gaps) = (sarif(example), open(example));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let of_gaps: Vec<_> = results
        .iter()
        .filter(|it| it["properties"]["legal_basis"].is_array())
        .collect();
    assert_eq!(of_gaps.len(), gaps.len());
    assert!(gaps.iter().any(|gap| !gap.kind.cites.is_empty()));
    for (result, gap) in of_gaps.iter().zip(&gaps) {
        let cites: Vec<String> = gap.kind.cites.iter().map(ToString::to_string).collect();
        assert_eq!(result["properties"]["legal_basis"], serde_json::json!(cites));
    }
}

#[test]
fn what_rests_on_the_law_names_a_code_that_there_is_and_a_place_that_is_explained() {
    let edition = actfile::law::edition::Edition::Omnibus2026;
    for code in grounds::codes() {
        assert!(actfile::diag::explain::code(code).is_some(), "{code}");
        for cite in grounds::grounds(code) {
            let page = actfile::report::explained::explained(&cite.slug(), edition);
            assert!(page.is_some(), "{code}: {cite}");
        }
    }
}

/// An element, what may stand in it, the attributes that it must have, and those that it may have.
type Element = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

/// What the schema of Jenkins (xunit plugin, `junit-10.xsd`) allows: for an element what may stand in it, which attributes
/// it must have and which it may have.
const JUNIT: &[Element] = &[
    (
        "testsuites",
        &["testsuite"],
        &[],
        &["name", "time", "tests", "failures", "errors"],
    ),
    (
        "testsuite",
        &["testsuite", "properties", "testcase", "system-out", "system-err"],
        &["name", "tests", "failures", "errors"],
        &[
            "group",
            "time",
            "skipped",
            "timestamp",
            "hostname",
            "id",
            "package",
            "file",
        ],
    ),
    (
        "testcase",
        &["skipped", "error", "failure", "system-out", "system-err"],
        &["name"],
        &["time", "classname", "group"],
    ),
    ("failure", &[], &[], &["type", "message"]),
    ("system-out", &[], &[], &[]),
];

#[test]
fn junit_is_what_its_readers_know_and_counts_what_it_holds() {
    for checked in projects() {
        let text = told(Style::Junit, &checked);
        let document = roxmltree::Document::parse(&text).unwrap();
        for element in document.descendants().filter(roxmltree::Node::is_element) {
            let name = element.tag_name().name();
            let (_, children, required, allowed) = JUNIT.iter().find(|row| row.0 == name).unwrap();
            let inner = element.children().filter(roxmltree::Node::is_element);
            inner.for_each(|child| assert!(children.contains(&child.tag_name().name()), "{text}"));
            let has: Vec<&str> = element.attributes().map(|it| it.name()).collect();
            assert!(required.iter().all(|it| has.contains(it)), "{name}");
            assert!(
                has.iter().all(|it| required.contains(it) || allowed.contains(it)),
                "{name}"
            );
        }
        let suite = document
            .descendants()
            .find(|it| it.has_tag_name("testsuite"))
            .unwrap();
        let count = |name: &str| {
            suite
                .descendants()
                .filter(|it| it.has_tag_name(name))
                .count()
                .to_string()
        };
        assert_eq!(suite.attribute("tests"), Some(count("testcase").as_str()));
        assert_eq!(suite.attribute("failures"), Some(count("failure").as_str()));
    }
}

/// Reads a workflow command as the runner does: properties are parted by commas, then unescaped, then the message.
fn command(line: &str) -> (String, Vec<(String, String)>, String) {
    let unescaped = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":");
        text.replace("%2C", ",").replace("%25", "%")
    };
    let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap();
    let properties = properties.split(',').map(|it| it.split_once('=').unwrap());
    let properties = properties.map(|(key, value)| (key.to_owned(), unescaped(value)));
    (name.to_owned(), properties.collect(), unescaped(message))
}

#[test]
fn workflow_commands_read_back_as_what_was_meant() {
    const KNOWN: [&str; 6] = ["file", "title", "line", "col", "endColumn", "endLine"];
    for checked in projects() {
        let text = told(Style::Github, &checked);
        assert_eq!(text.lines().count(), text.matches("\n").count());
        for line in text.lines() {
            let (name, properties, message) = command(line);
            assert!(["error", "warning", "notice"].contains(&name.as_str()), "{line}");
            assert!(!message.is_empty());
            for (key, value) in &properties {
                assert!(KNOWN.contains(&key.as_str()) && !value.is_empty(), "{line}");
            }
        }
    }
    let odd = &projects()[3];
    let text = told(Style::Github, odd);
    let files: BTreeSet<String> = text
        .lines()
        .filter_map(|line| command(line).1.into_iter().find(|(key, _)| key == "file"))
        .map(|(_, file)| file)
        .collect();
    assert_eq!(
        files,
        BTreeSet::from(["in ventories/50%, a:b <é>\u{1F600}.yaml".to_owned()])
    );
}
