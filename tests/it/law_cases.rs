//! Every labelled case through the real pipeline: its facts are pasted into a record, the record is read, linked and
//! classified, and what `classify --format json` says is compared with the label. Cases of low confidence are told,
//! not enforced. Beside them stand the properties of three-valued classification.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

use actfile::calendar::Date;
use actfile::classify::{Classification, classify};
use actfile::diag::Severity;
use actfile::law::edition::Edition;
use actfile::law::terms::Tier;
use actfile::law::uses::Use;
use actfile::link::link;
use actfile::read::Loaded;
use actfile::report::classes;
use actfile::source::{FileId, SourceMap};
use actfile::yaml::node::{Content, Node};
use actfile::yaml::parse::parse;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fmt::Write;
use std::sync::OnceLock;

const CASES: &str = include_str!("../cases/law/cases.yaml");

/// Cases whose label cannot follow from their facts, with the reason; a label here must really fail.
const DISPUTED: &[(&str, &str)] = &[];

/// One labelled case.
pub(crate) struct Case {
    pub(crate) id: String,
    role: String,
    pub(crate) as_of: Date,
    confidence: String,
    /// The lines of `facts:`, indented below it.
    pub(crate) facts: Vec<String>,
    expected: Value,
}

impl Case {
    pub(crate) fn is_model(&self) -> bool {
        self.facts.iter().any(|line| line.trim() == "subject: model")
    }

    /// Returns the case as a record with these lines of facts.
    pub(crate) fn record(&self, facts: &[String], unlisted: &str) -> String {
        let kind = if self.is_model() { "model" } else { "ai_system" };
        let roles = self.role.replace("_and_", ", ");
        let facts = if facts.is_empty() {
            "  {}".to_owned()
        } else {
            facts.join("\n")
        };
        format!(
            "kind: {kind}\nid: the-case\nname: {}\nour_roles: [{roles}]\nunlisted_facts: {unlisted}\nfacts:\n{facts}\n",
            self.id
        )
    }
}

pub(crate) fn cases() -> &'static [Case] {
    static ALL: OnceLock<Vec<Case>> = OnceLock::new();
    ALL.get_or_init(read_cases)
}

fn read_cases() -> Vec<Case> {
    let mut findings = Default::default();
    let nodes = parse(FileId(0), CASES, &mut findings);
    assert!(!findings.has_errors());
    let Content::List(cases) = &nodes[0].entry("cases").unwrap().value.content else {
        panic!("`cases` is a list")
    };
    cases.iter().map(case).collect()
}

fn case(node: &Node) -> Case {
    let text = |key: &str| {
        value(&node.entry(key).unwrap().value)
            .as_str()
            .unwrap()
            .to_owned()
    };
    let own = &CASES[node.span.start as usize..];
    let lines = own.lines().skip_while(|line| *line != "  facts:").skip(1);
    let facts = lines
        .take_while(|line| line.starts_with("    "))
        .map(|line| line[2..].to_owned());
    Case {
        id: text("id"),
        role: text("role"),
        as_of: text("as_of").parse().unwrap(),
        confidence: text("confidence"),
        facts: facts.collect(),
        expected: value(&node.entry("expected").unwrap().value),
    }
}

/// Returns a node as JSON.
fn value(node: &Node) -> Value {
    match &node.content {
        Content::List(items) => items.iter().map(value).collect(),
        Content::Table(entries) => {
            let pairs = entries
                .iter()
                .map(|entry| (entry.key.value.clone(), value(&entry.value)));
            Value::Object(pairs.collect())
        }
        Content::Scalar(_) if node.is_nothing() => Value::Null,
        Content::Scalar(scalar) => match (scalar.text.as_str(), scalar.is_quoted) {
            ("true", false) => json!(true),
            ("false", false) => json!(false),
            (text, _) => json!(text),
        },
    }
}

/// Runs the pipeline over records and returns the classes with their texts and the errors found.
fn run(records: &[String], as_of: Date) -> (Classification, SourceMap, Vec<String>) {
    let mut loaded = Loaded::default();
    for (at, record) in records.iter().enumerate() {
        loaded.add(format!("systems/{at}.yaml"), record.as_bytes());
    }
    let Loaded {
        sources,
        records,
        mut findings,
    } = loaded;
    let inventory = link(records, &mut findings);
    let classes = classify(&inventory, Edition::on(as_of), as_of, &mut findings);
    let errors = findings
        .sorted()
        .into_iter()
        .filter(|finding| finding.severity() == Severity::Error);
    let errors = errors
        .map(|finding| format!("{} {}", finding.code.id(), finding.message))
        .collect();
    (classes, sources, errors)
}

fn json_of(records: &[String], as_of: Date) -> (Value, Vec<String>) {
    let (classes, sources, errors) = run(records, as_of);
    (
        serde_json::from_str(&classes::json(&classes, &sources)).unwrap(),
        errors,
    )
}

/// Returns what differs between a case's label and its class.
fn differences(case: &Case) -> Vec<String> {
    let (report, errors) = json_of(&[case.record(&case.facts, "absent")], case.as_of);
    let mut differences = errors;
    let shelf = if case.is_model() { "models" } else { "systems" };
    let class = &report[shelf][0];
    for key in [
        "primary_tier",
        "reason",
        "prohibited_points",
        "high_risk_routes",
        "art50",
        "gpai_axis",
        "applies_from",
        "status_on_as_of",
        "grandfathered",
        "deadline",
    ] {
        let Some(expected) = case.expected.get(key) else {
            continue;
        };
        let is_asserted = *expected != json!("not_asserted") && !(case.is_model() && key == "primary_tier");
        if is_asserted && class[key] != *expected {
            differences.push(format!("{key}: expected {expected}, found {}", class[key]));
        }
    }
    if !case.is_model() && class["min_tier"] != class["max_tier"] {
        differences.push(format!("open: {}", class["open_questions"]));
    }
    differences
}

#[test]
fn every_case_that_is_not_of_low_confidence_has_its_label() {
    let (mut wrong, mut told, mut n_right) = (String::new(), String::new(), 0);
    let cases = cases();
    for case in cases {
        let differences = differences(case);
        let is_disputed = DISPUTED.iter().any(|(id, _)| *id == case.id);
        match (differences.is_empty(), case.confidence.as_str(), is_disputed) {
            (true, _, true) => writeln!(wrong, "{}: disputed, but right", case.id).unwrap(),
            (true, _, false) => n_right += 1,
            (false, "low", _) | (false, _, true) => writeln!(told, "{}: {differences:?}", case.id).unwrap(),
            (false, _, false) => writeln!(wrong, "{}: {differences:?}", case.id).unwrap(),
        }
    }
    assert_eq!(cases.len(), 243);
    assert!(
        wrong.is_empty(),
        "{n_right} right\n{wrong}\ntold, not enforced:\n{told}"
    );
    assert!(n_right >= 239 - DISPUTED.len(), "{n_right}\n{told}");
}

/// Tells how many labels name a legal basis that the class names too; run with `--nocapture`.
#[test]
fn most_labels_find_their_legal_basis_in_the_class() {
    let (mut n_found, mut n_asked) = (0, 0);
    for case in cases() {
        let (report, _) = json_of(&[case.record(&case.facts, "absent")], case.as_of);
        let shelf = if case.is_model() { "models" } else { "systems" };
        let found = report[shelf][0]["legal_basis"].as_array().unwrap();
        let asked = case.expected["legal_basis"].as_array().unwrap();
        n_asked += asked.len();
        n_found += asked.iter().filter(|cite| found.contains(cite)).count();
    }
    // Labels also cite duties that follow from a class, such as Article 26(7); those are not the class's basis.
    assert!(n_found * 100 / n_asked >= 75, "{n_found} of {n_asked}");
}

fn tier(class: &Value, key: &str) -> Tier {
    let key = class[key].as_str().unwrap();
    *Tier::ALL.iter().find(|tier| tier.key() == key).unwrap()
}

/// Claims count as "no" until they are made, so taking one away is another statement, not an open question.
const CLAIMS: &[&str] = &[
    "exclusive_military_defence_natsec",
    "third_country_authority_cooperation",
    "sole_scientific_rd",
    "pre_market_rd_only",
    "personal_non_professional_deployer",
    "foss_release",
    "is_ai_system",
    "eu_nexus",
    "filter_condition",
];

/// Returns the facts without the leaves whose bit is not set, and without groups that are left empty.
pub(crate) fn fewer(facts: &[String], kept: u64) -> Vec<String> {
    let mut blocks: Vec<Vec<String>> = Vec::new();
    for line in facts {
        match (line.trim_start().starts_with("- "), blocks.last_mut()) {
            (true, Some(block)) => block.push(line.clone()),
            (_, _) => blocks.push(vec![line.clone()]),
        }
    }
    let is_group = |block: &[String]| block.len() == 1 && block[0].ends_with(':');
    let is_claim = |block: &[String]| CLAIMS.iter().any(|claim| block[0].contains(claim));
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        is_group(block) || is_claim(block) || kept >> (at % 64) & 1 == 1
    });
    let depth = |block: &[String]| block[0].len() - block[0].trim_start().len();
    while let Some(empty) = (0..blocks.len()).find(|at| {
        let next = blocks.get(at + 1);
        is_group(&blocks[*at]) && next.is_none_or(|next| depth(next) <= depth(&blocks[*at]))
    }) {
        blocks.remove(empty);
    }
    blocks.concat()
}

proptest! {
    #[test]
    fn answering_an_unknown_never_contradicts_what_was_certain(at in 0_usize..243, kept in any::<u64>()) {
        let case = &cases()[at];
        prop_assume!(!case.is_model());
        let fewer = fewer(&case.facts, kept);
        let (full, _) = json_of(&[case.record(&case.facts, "absent")], case.as_of);
        let (open, errors) = json_of(&[case.record(&fewer, "unknown")], case.as_of);
        prop_assert!(errors.is_empty(), "{errors:?}");
        let (full, open) = (&full["systems"][0], &open["systems"][0]);
        let answer = tier(full, "primary_tier");
        let range = (tier(open, "min_tier"), tier(open, "max_tier"));
        prop_assert!(range.0 <= answer && answer <= range.1, "{}: {answer:?} not in {range:?}\n{}", case.id, fewer.join("\n"));
        // Whatever was certain about Article 50 stays.
        for entry in open["art50"].as_array().unwrap().iter().filter(|entry| entry["status"] != "unknown") {
            let same = full["art50"].as_array().unwrap().iter().find(|other| other["para"] == entry["para"]);
            let is_owed = |entry: &Value| !entry["status"].as_str().unwrap().starts_with("exempt");
            prop_assert!(same.is_none_or(|same| is_owed(same) == is_owed(entry)), "{}: {entry} {same:?}", case.id);
        }
    }
}

proptest! {
    #[test]
    fn listing_uses_never_lowers_a_class_that_facts_state(at in 0_usize..243, picked in prop::collection::btree_set(0..Use::ALL.len(), 1..4)) {
        let case = &cases()[at];
        prop_assume!(!case.is_model());
        let keys: Vec<&str> = picked.iter().map(|at| Use::ALL[*at].key()).collect();
        let stated = case.record(&case.facts, "absent");
        let listed = format!("{stated}uses: [{}]\n", keys.join(", "));
        let (without, with) = (json_of(&[stated], case.as_of).0, json_of(&[listed], case.as_of).0);
        let (before, after) = (tier(&without["systems"][0], "min_tier"), tier(&with["systems"][0], "min_tier"));
        prop_assert!(after >= before, "{}: {before:?} fell to {after:?} with {keys:?}", case.id);
    }
}

#[test]
fn an_unrelated_system_changes_only_its_own_rows() {
    let cases = cases();
    let one = cases[5].record(&cases[5].facts, "absent");
    let other = cases[60]
        .record(&cases[60].facts, "absent")
        .replace("the-case", "another");
    let alone = json_of(std::slice::from_ref(&one), cases[5].as_of).0;
    let both = json_of(&[other.clone(), one.clone()], cases[5].as_of).0;
    let turned = json_of(&[one, other], cases[5].as_of).0;
    let row = |report: &Value| {
        report["systems"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["id"] == "the-case")
            .unwrap()
            .clone()
    };
    let without_places = |mut row: Value| {
        row.as_object_mut().unwrap().remove("because");
        row
    };
    assert_eq!(without_places(row(&alone)), without_places(row(&both)));
    assert_eq!(without_places(row(&both)), without_places(row(&turned)));
}

#[test]
fn words_never_decide_a_class() {
    let record = "kind: ai_system\nid: a\nname: Social scoring deepfake chatbot\nour_roles: [deployer]\n\
                  description: prohibited social scoring and emotion recognition at work\nunlisted_facts: absent\n";
    let (report, errors) = json_of(&[record.to_owned()], Date::on(2026, 11, 22));
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(report["systems"][0]["primary_tier"], "minimal");
    assert_eq!(report["systems"][0]["max_tier"], "minimal");
}
