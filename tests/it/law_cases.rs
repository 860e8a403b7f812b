//! Every labelled case through the real pipeline: its facts are pasted into a record, the record is read, linked and
//! classified, and what `classify --format json` says is compared with the label. Labelled cases of low confidence are
//! told, not enforced. Cases of our own stand beside them, in the same format with more to say; all of them hold. Which
//! rules and days the cases reach is asked in `law_coverage` and `law_days`, what holds of any case in
//! `law_properties`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a helper that cannot go on fails its test; counts are told with `--nocapture`"
)]

use actfile::calendar::Date;
use actfile::diag::Severity;
use actfile::law::edition::Edition;
use actfile::read::Loaded;
use actfile::report::classes;
use actfile::source::FileId;
use actfile::yaml::node::{Content, Node};
use actfile::yaml::parse::parse;
use actfile::{Asked, Checked, check};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::OnceLock;

const CASES: &str = include_str!("../cases/law/cases.yaml");
const OWN: &str = include_str!("../cases/law/own.yaml");

/// Cases whose label cannot follow from their facts, with the reason; a label here must really fail.
const DISPUTED: &[(&str, &str)] = &[];

/// One case with its label.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) title: String,
    role: String,
    /// The text of the Act that is applied; that of the day unless the case names one.
    pub(crate) law: Edition,
    pub(crate) as_of: Date,
    confidence: String,
    /// The lines of `facts:`, indented below it.
    pub(crate) facts: Vec<String>,
    /// What holds for facts that are not listed.
    pub(crate) unlisted: String,
    /// Further lines of the record.
    more: Vec<String>,
    pub(crate) expected: Value,
}

impl Case {
    pub(crate) fn is_model(&self) -> bool {
        self.facts.iter().any(|line| line.trim() == "subject: model")
    }

    /// Returns the case as a record.
    pub(crate) fn stated(&self) -> String {
        self.record(&self.facts, &self.unlisted)
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
        let more: String = self.more.iter().map(|line| format!("{line}\n")).collect();
        format!(
            "kind: {kind}\nid: the-case\nname: {}\nour_roles: [{roles}]\nunlisted_facts: {unlisted}\nfacts:\n{facts}\n{more}",
            self.id
        )
    }

    /// Returns the class of the case in a report.
    pub(crate) fn class_in<'r>(&self, report: &'r Value) -> &'r Value {
        let shelf = if self.is_model() { "models" } else { "systems" };
        &report[shelf][0]
    }
}

/// Returns the labelled cases.
pub(crate) fn cases() -> &'static [Case] {
    static ALL: OnceLock<Vec<Case>> = OnceLock::new();
    ALL.get_or_init(|| read_cases(CASES))
}

/// Returns the cases of our own.
pub(crate) fn own_cases() -> &'static [Case] {
    static ALL: OnceLock<Vec<Case>> = OnceLock::new();
    ALL.get_or_init(|| read_cases(OWN))
}

/// Returns the labelled cases that count, and those of our own.
pub(crate) fn all_cases() -> impl Iterator<Item = &'static Case> {
    let counts = |case: &&Case| case.confidence != "low";
    cases().iter().filter(counts).chain(own_cases())
}

fn read_cases(text: &str) -> Vec<Case> {
    let mut findings = Default::default();
    let nodes = parse(FileId(0), text, &mut findings);
    assert!(!findings.has_errors());
    let Content::List(cases) = &nodes[0].entry("cases").unwrap().value.content else {
        panic!("`cases` is a list")
    };
    cases.iter().map(|node| case(text, node)).collect()
}

fn case(text: &str, node: &Node) -> Case {
    let told = |key: &str| Some(value(&node.entry(key)?.value).as_str().unwrap().to_owned());
    let said = |key: &str| told(key).unwrap();
    let as_of = said("as_of").parse().unwrap();
    Case {
        id: said("id"),
        title: said("title"),
        role: said("role"),
        law: told("law").map_or(Edition::on(as_of), |law| law.parse().unwrap()),
        as_of,
        confidence: said("confidence"),
        facts: below(text, node, "  facts:", 2),
        unlisted: told("unlisted").unwrap_or("absent".to_owned()),
        more: below(text, node, "  more:", 4),
        expected: value(&node.entry("expected").unwrap().value),
    }
}

/// Returns the lines below a key of a case, moved to the left.
fn below(text: &str, node: &Node, key: &str, by: usize) -> Vec<String> {
    let own = text[node.span.start as usize..].lines();
    let own = own
        .enumerate()
        .take_while(|(at, line)| *at == 0 || !line.starts_with("- "));
    let lines = own.map(|(_, line)| line).skip_while(|line| *line != key).skip(1);
    let lines = lines.take_while(|line| line.starts_with("    "));
    lines.map(|line| line[by..].to_owned()).collect()
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

/// Runs the pipeline over records and returns what it comes to with the errors found.
pub(crate) fn run(records: &[String], law: Edition, as_of: Date) -> (Checked, Vec<String>) {
    let mut loaded = Loaded::default();
    for (at, record) in records.iter().enumerate() {
        loaded.add(format!("systems/{at}.yaml"), record.as_bytes());
    }
    let asked = Asked {
        as_of: Some(as_of),
        today: as_of,
        law: Some(law),
    };
    let checked = check(loaded, asked);
    let errors = checked.findings.sorted().into_iter();
    let errors = errors.filter(|finding| finding.severity() == Severity::Error);
    let errors = errors
        .map(|finding| format!("{} {}", finding.code.id(), finding.message))
        .collect();
    (checked, errors)
}

/// Returns the classes of records as JSON, and the errors found.
pub(crate) fn json_of(records: &[String], law: Edition, as_of: Date) -> (Value, Vec<String>) {
    let (checked, errors) = run(records, law, as_of);
    (told(&checked), errors)
}

fn told(checked: &Checked) -> Value {
    let told = classes::json(&checked.assessment.classification, &checked.sources);
    serde_json::from_str(&told).unwrap()
}

/// What a label can say that is compared as it stands; a list that the class leaves out is empty.
const COMPARED: &[&str] = &[
    "primary_tier",
    "min_tier",
    "max_tier",
    "reason",
    "prohibited_points",
    "high_risk_routes",
    "role_changes",
    "art50",
    "gpai_axis",
    "applies_from",
    "status_on_as_of",
    "grandfathered",
    "deadline",
];

/// Returns what differs between a case's label and its class.
fn differences(case: &Case) -> Vec<String> {
    let (checked, errors) = run(&[case.stated()], case.law, case.as_of);
    let report = told(&checked);
    let class = case.class_in(&report);
    let mut differences = errors;
    for key in COMPARED {
        let Some(expected) = case.expected.get(key) else {
            continue;
        };
        let is_asserted = *expected != json!("not_asserted") && !(case.is_model() && *key == "primary_tier");
        let found = match (&class[key], expected) {
            (Value::Null, Value::Array(_)) => &json!([]),
            (found, _) => found,
        };
        if is_asserted && found != expected {
            differences.push(format!("{key}: expected {expected}, found {found}"));
        }
    }
    let is_open = case.expected.get("max_tier").is_some();
    if !case.is_model() && !is_open && class["min_tier"] != class["max_tier"] {
        differences.push(format!("open: {}", class["open_questions"]));
    }
    differences.extend(not_asked(case, class));
    differences.extend(not_standing(case, &checked));
    differences
}

/// Returns the facts that a label says are open and that are not among the questions.
fn not_asked(case: &Case, class: &Value) -> Vec<String> {
    let asked = class["open_questions"].as_array().unwrap();
    let asked: Vec<&Value> = asked.iter().map(|question| &question["fact"]).collect();
    let open = case.expected.get("open").and_then(Value::as_array);
    let missing = open.into_iter().flatten().filter(|fact| !asked.contains(fact));
    missing
        .map(|fact| format!("not asked: {fact}, but {asked:?}"))
        .collect()
}

/// Returns the duties that a label names and that do not stand as it says.
fn not_standing(case: &Case, checked: &Checked) -> Vec<String> {
    let owed = checked.assessment.owed.iter();
    let owed: BTreeMap<&str, String> = owed
        .map(|owed| (owed.duty.id, owed.standing.to_string()))
        .collect();
    let labels = case.expected.get("owed").and_then(Value::as_object);
    let wrong = labels
        .into_iter()
        .flatten()
        .filter(|(duty, standing)| owed.get(duty.as_str()).map(String::as_str) != standing.as_str());
    wrong
        .map(|(duty, standing)| format!("{duty}: expected {standing}, found {:?}", owed.get(duty.as_str())))
        .collect()
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
    println!(
        "labelled cases: {n_right} right, {} told, {} disputed",
        told.lines().count(),
        DISPUTED.len()
    );
}

#[test]
fn every_case_of_our_own_has_its_label_and_a_name_of_its_own() {
    let (mut wrong, mut names) = (String::new(), Vec::new());
    for case in own_cases() {
        let differences = differences(case);
        if !differences.is_empty() {
            writeln!(wrong, "{} ({}): {differences:#?}", case.id, case.title).unwrap();
        }
        assert!(!names.contains(&&case.id), "{} stands twice", case.id);
        names.push(&case.id);
    }
    assert!(wrong.is_empty(), "{wrong}");
    println!("cases of our own: {}", own_cases().len());
}

/// Tells how many labels name a legal basis that the class names too; run with `--nocapture`.
#[test]
fn most_labels_find_their_legal_basis_in_the_class() {
    let (mut n_found, mut n_asked) = (0, 0);
    for case in cases() {
        let (report, _) = json_of(&[case.stated()], case.law, case.as_of);
        let found = case.class_in(&report)["legal_basis"].as_array().unwrap();
        let asked = case.expected["legal_basis"].as_array().unwrap();
        n_asked += asked.len();
        n_found += asked.iter().filter(|cite| found.contains(cite)).count();
    }
    // Labels also cite duties that follow from a class, such as Article 26(7); those are not the class's basis.
    assert!(n_found * 100 / n_asked >= 75, "{n_found} of {n_asked}");
}
