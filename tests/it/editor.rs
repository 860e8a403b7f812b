//! What an editor underlines is what `check` refuses: the JSON Schema is put to every record of the test projects, of the
//! explained examples and of the worked example, and to random spoilings of them, in both drafts.

use crate::explain::examples;
use actfile::calendar::Date;
use actfile::diag::codes::Code;
use actfile::inventory::group::seats;
use actfile::read::group::group_of;
use actfile::read::{Loaded, load};
use actfile::report::editor::{Draft, for_editors, group_for_editors};
use actfile::source::{FileId, SourceMap, Span};
use actfile::yaml::node::{Content, Node, Scalar};
use actfile::yaml::parse::parse;
use actfile::{Asked, Checked, check};
use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

/// What a schema can know of: the form of one record. All other codes are about several records or fields (references,
/// duplicates, contradictions, dates out of order, counts), about files and YAML as such, about exports, or are warnings.
const OF_FORM: &[Code] = &[
    Code::MissingKind,
    Code::UnknownKind,
    Code::UnknownKey,
    Code::WrongType,
    Code::UnknownTerm,
    Code::BadDate,
    Code::BadId,
    Code::MissingIdentity,
    Code::MissingValue,
    Code::PerPersonData,
    Code::TextTooLong,
    Code::GroupAmongRecords,
];

fn judges() -> &'static [Validator; 2] {
    static JUDGES: OnceLock<[Validator; 2]> = OnceLock::new();
    JUDGES.get_or_init(|| {
        [Draft::Of2020, Draft::Of07]
            .map(|draft| jsonschema::validator_for(&for_editors(None, draft)).unwrap())
    })
}

/// Returns a document as language servers see it: scalars by the core schema of YAML 1.2.
fn value(node: &Node) -> Value {
    match &node.content {
        Content::Table(entries) => {
            let entries = entries
                .iter()
                .map(|entry| (entry.key.value.clone(), value(&entry.value)));
            Value::Object(entries.collect::<Map<String, Value>>())
        }
        Content::List(items) => Value::Array(items.iter().map(value).collect()),
        Content::Scalar(scalar) => scalar_value(scalar),
    }
}

fn scalar_value(scalar: &Scalar) -> Value {
    if scalar.is_quoted {
        return json!(scalar.text);
    }
    let is_number = |text: &str| {
        let digits = text.trim_start_matches(['-', '+']);
        digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && digits.chars().all(|c| c.is_ascii_digit() || ".eE+-".contains(c))
    };
    match scalar.text.as_str() {
        "" | "~" | "null" => Value::Null,
        "true" => json!(true),
        "false" => json!(false),
        text if is_number(text) => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(number), _) => json!(number),
            (Err(_), Ok(number)) => json!(number),
            (Err(_), Err(_)) => json!(text),
        },
        text => json!(text),
    }
}

/// Returns the deepest errors: below a choice of states, those of the state that was meant.
fn leaves<'e>(error: &'e ValidationError<'e>, found: &mut Vec<&'e ValidationError<'e>>) {
    if let ValidationErrorKind::AnyOf { context } = error.kind() {
        let keys: Vec<&str> = error
            .instance()
            .as_object()
            .map_or_else(Vec::new, |map| map.keys().map(String::as_str).collect());
        let meant = match keys.as_slice() {
            ["not_applicable"] => 1,
            ["unknown"] => 2,
            _ => 0,
        };
        if let Some(branch) = context.get(meant).or(context.first()) {
            branch.iter().for_each(|error| leaves(error, found));
            return;
        }
    }
    found.push(error);
}

/// Returns the node at a path of JSON.
fn at<'n>(node: &'n Node, path: &str) -> &'n Node {
    let mut node = node;
    for step in path.split('/').filter(|step| !step.is_empty()) {
        let step = step.replace("~1", "/").replace("~0", "~");
        node = match &node.content {
            Content::List(items) => &items[step.parse::<usize>().unwrap()],
            Content::Table(_) => &node.entry(&step).unwrap().value,
            Content::Scalar(_) => node,
        };
    }
    node
}

/// Returns where an editor underlines.
fn underlined(record: &Node, judge: &Validator) -> BTreeSet<Span> {
    let value = value(record);
    let errors: Vec<ValidationError<'_>> = judge.iter_errors(&value).collect();
    let mut found = Vec::new();
    errors.iter().for_each(|error| leaves(error, &mut found));
    let mut spans = BTreeSet::new();
    for error in found {
        let path = error.instance_path().as_str();
        let node = at(record, path);
        if let ValidationErrorKind::AdditionalProperties { unexpected } = error.kind() {
            spans.extend(unexpected.iter().map(|key| node.entry(key).unwrap().key.span));
        } else if path.is_empty() && matches!(error.kind(), ValidationErrorKind::Required { .. }) {
            spans.insert(kind_or_first_key(record));
        } else {
            spans.insert(node.span);
        }
    }
    spans
}

/// What is missing from a record is reported where it says its kind, else where it begins.
fn kind_or_first_key(record: &Node) -> Span {
    match (record.entry("kind"), record.entries()) {
        (Some(kind), _) => kind.value.span,
        (None, Some([first, ..])) => first.key.span,
        (None, _) => record.span,
    }
}

fn refused(checked: &Checked, file: FileId) -> BTreeSet<Span> {
    let findings = checked.findings.sorted();
    let of_form = findings.iter().filter(|finding| OF_FORM.contains(&finding.code));
    let spans = of_form.filter_map(|finding| finding.labels.first().map(|label| label.span));
    spans.filter(|span| span.file == file).collect()
}

fn lines(sources: &SourceMap, spans: &BTreeSet<Span>) -> BTreeSet<usize> {
    spans.iter().map(|span| sources.place(*span).line).collect()
}

fn asked() -> Asked {
    Asked {
        as_of: None,
        today: Date::on(2026, 11, 22),
        law: None,
    }
}

/// Compares line by line, file by file; a file that is no YAML, or is no inventory, is no matter of a schema.
fn compare(checked: &Checked) {
    for (n, file) in checked.sources.files().iter().enumerate() {
        let id = FileId(u32::try_from(n).unwrap());
        let mut broken = actfile::diag::Diagnostics::default();
        let records = parse(id, &file.text, &mut broken);
        if !file.path.ends_with(".yaml") || broken.has_errors() {
            continue;
        }
        for judge in judges() {
            let spans = records
                .iter()
                .flat_map(|record| underlined(record, judge))
                .collect();
            let (editor, check) = (
                lines(&checked.sources, &spans),
                lines(&checked.sources, &refused(checked, id)),
            );
            assert_eq!(editor, check, "{}:\n{}", file.path, file.text);
        }
    }
}

#[test]
fn the_schema_underlines_the_lines_that_check_refuses() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in [
        "inventories",
        "tests/cases/projects/smallest",
        "tests/cases/projects/hosted-only",
        "tests/cases/projects/own-model",
    ] {
        compare(&check(load(&root.join(folder)).unwrap(), asked()));
    }
    let mut n_compared = 0;
    for (_, checked) in examples() {
        compare(&checked);
        n_compared += 1;
    }
    assert!(n_compared > 80, "{n_compared}");
}

#[test]
fn what_yaml_reads_as_a_number_or_a_truth_value_is_a_text_or_a_term_all_the_same() {
    let text = "kind: ai_system\nid: 7\nname: 12\nversion: 1.5\nfacts: {annex_iii: {near_points: [2]}}\n";
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), text.as_bytes());
    let checked = check(loaded, asked());
    assert_eq!(refused(&checked, FileId(0)), BTreeSet::new());
    compare(&checked);
}

#[test]
fn a_record_that_is_wrong_in_every_way_is_underlined_where_check_refuses_it() {
    let texts = [
        "kind: organisation\nid: acme\nlegal_nam: Acme\nturnover: {amount_eur: a lot, year: 2025}\nlegal_name: \" \"\n",
        "kind: ai_system\nid: CV Screening\nonwer: HR\n",
        "kind: ai_system\nid: a\nname: A\nour_roles: [deployr, provider]\nuses: []\nowner:\n",
        "kind: ai_system\nid: b\nname: B\nfacts:\n  annex_iii: {points: [\"4a\", 2], profiling: yes}\n  art51: {}\n",
        "kind: ai_system\nid: c\nname: C\nowner: {unknown: {asked: x, asked_on: 2026-99-99}}\nnext_review_on: 2023-02-29\ndescription: {not_applicable: {}}\n",
        "kind: ai_sytem\nid: d\n",
        "id: e\nname: E\n",
        "kind: model\nid: con\nname: F\nscore: 1\n",
        "kind: literacy_record\nid: g\nmeasures: [{title: T, date: yesterday}, 3]\n",
        "kind: waiver\nid: h\ngaps: [OVS-004, OVS-4]\nsystems: x\n",
    ];
    for text in texts {
        let mut loaded = Loaded::default();
        loaded.add("a.yaml".to_owned(), text.as_bytes());
        let checked = check(loaded, asked());
        assert!(!refused(&checked, FileId(0)).is_empty(), "{text}");
        compare(&checked);
    }
}

/// What stands in the place of a value of a record.
fn spoilt() -> Vec<Value> {
    let long = "x".repeat(20_001);
    json!([
        1, -1, 0, 1.5, true, false, null, "", "x", "yes", "none", "con", "Not An Id", "2026-02-30", "2026-11-22", "P6M", "P",
        [], {}, ["x"], [1], {"a": "b"}, {"unknown": {}}, {"not_applicable": {}}, {"not_applicable": {"reason": "r"}},
        {"unknown": {"asked": "CTO", "other": 1}}, 1_099_511_627_776_i64, long,
    ])
    .as_array()
    .unwrap()
    .clone()
}

/// Returns every place in a value, as a pointer; the whole is none.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut visit = |step: String, below: &Value| {
        let path = format!("{path}/{}", step.replace('~', "~0").replace('/', "~1"));
        found.push(path.clone());
        places(below, &path, found);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, below)| visit(key.clone(), below)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(n, below)| visit(n.to_string(), below)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Spoils one place of a record: the key goes, or is misspelt, or gets another value.
fn spoil(record: &mut Value, place: usize, how: usize, with: usize) {
    let mut all = Vec::new();
    places(record, "", &mut all);
    let place = &all[place % all.len()];
    let (holder, key) = place.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    let values = spoilt();
    match (record.pointer_mut(holder).unwrap(), how) {
        (Value::Object(map), 0) => {
            map.remove(&key);
        }
        (Value::Object(map), 1) => {
            let kept = map.remove(&key).unwrap();
            map.insert(format!("{key}x"), kept);
        }
        (holder, _) => {
            *holder
                .pointer_mut(&format!("/{}", key.replace('~', "~0").replace('/', "~1")))
                .unwrap() = values[with % values.len()].clone()
        }
    }
}

/// Returns whether a group file is refused for its form: for what one text can show, not for folders and duplicates.
fn is_group_refused(text: &str) -> bool {
    let mut group = group_of("group.yaml".to_owned(), text.as_bytes());
    if let Some(it) = &group.group {
        seats(it, &mut group.findings);
    }
    let of_group = [Code::NoGroup, Code::IncompleteMember];
    let mut codes = group.findings.sorted().into_iter().map(|finding| finding.code);
    codes.any(|code| OF_FORM.contains(&code) || of_group.contains(&code))
}

fn group_judges() -> &'static [Validator; 2] {
    static JUDGES: OnceLock<[Validator; 2]> = OnceLock::new();
    JUDGES.get_or_init(|| {
        [Draft::Of2020, Draft::Of07]
            .map(|draft| jsonschema::validator_for(&group_for_editors(draft)).unwrap())
    })
}

fn group_file() -> Value {
    json!({
        "kind": "group", "id": "norden", "name": "Norden", "as_of": "2026-11-22",
        "members": [{"id": "berlin", "project": "berlin"}, {"id": "lyon", "project": "a/lyon"}],
    })
}

#[test]
fn a_group_file_is_underlined_when_check_refuses_its_form() {
    let whole = group_file();
    for (change, is_refused) in [
        (json!({}), false),
        (json!({"as_of": {"unknown": {}}}), false),
        (json!({"kind": "organisation"}), true),
        (json!({"members": []}), true),
        (json!({"members": {"unknown": {}}}), true),
        (json!({"members": [{"id": "berlin"}]}), true),
        (
            json!({"members": [{"id": "berlin", "project": {"not_applicable": {"reason": "r"}}}]}),
            true,
        ),
        (
            json!({"members": [{"id": "berlin", "project": "b", "share": 51}]}),
            true,
        ),
        (json!({"turnover": 1}), true),
        (json!({"id": "Norden Group"}), true),
        (json!({"as_of": "2026-02-30"}), true),
    ] {
        let mut group = whole.clone();
        let map = group.as_object_mut().unwrap();
        map.extend(change.as_object().unwrap().clone());
        assert_eq!(is_group_refused(&group.to_string()), is_refused, "{group}");
        for judge in group_judges() {
            assert_eq!(!judge.is_valid(&group), is_refused, "{group}");
        }
    }
}

#[test]
fn every_field_of_a_group_file_is_described() {
    let schema = group_for_editors(Draft::Of2020);
    let described = |fields: &Value| {
        let fields = fields
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, _)| *name != "id");
        fields
            .filter(|(_, field)| !field["description"].is_string())
            .count()
    };
    assert_eq!(described(&schema["properties"]), 0);
    assert_eq!(described(&schema["$defs"]["Member"]["properties"]), 0);
}

fn records() -> &'static [Value] {
    static RECORDS: OnceLock<Vec<Value>> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let loaded = load(&root.join("inventories")).unwrap();
        let mut broken = actfile::diag::Diagnostics::default();
        let files = loaded
            .sources
            .files()
            .iter()
            .filter(|file| file.path.ends_with(".yaml"));
        files
            .flat_map(|file| parse(FileId(0), &file.text, &mut broken))
            .map(|record| value(&record))
            .collect()
    })
}

proptest! {
    #[test]
    fn a_spoilt_group_file_is_refused_by_both_or_by_none(
        spoilings in proptest::collection::vec((0_usize..400, 0_usize..5, 0_usize..28), 1..3),
    ) {
        let mut group = group_file();
        for (place, how, with) in spoilings {
            spoil(&mut group, place, how, with);
            prop_assume!(group.as_object().is_some_and(|map| map.len() > 1));
        }
        for judge in group_judges() {
            let says: Vec<String> = judge.iter_errors(&group).map(|error| error.to_string()).collect();
            prop_assert_eq!(says.is_empty(), !is_group_refused(&group.to_string()), "{:?}\n{}", says, group);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_spoilt_record_is_refused_by_both_or_by_none(
        record in 0_usize..500, spoilings in proptest::collection::vec((0_usize..4000, 0_usize..5, 0_usize..28), 1..3),
    ) {
        let mut record = records()[record % records().len()].clone();
        for (place, how, with) in spoilings {
            spoil(&mut record, place, how, with);
            prop_assume!(record.as_object().is_some_and(|map| map.len() > 1));
        }
        let mut loaded = Loaded::default();
        // JSON is YAML: what is text stands in quotes, and everything else is plain.
        loaded.add("a.yaml".to_owned(), record.to_string().as_bytes());
        let findings = loaded.findings.sorted();
        let refused: Vec<&str> = findings
            .iter()
            .filter(|finding| OF_FORM.contains(&finding.code))
            .map(|finding| finding.message.as_str())
            .collect();
        for judge in judges() {
            let says: Vec<String> = judge.iter_errors(&record).map(|error| error.to_string()).collect();
            prop_assert_eq!(says.is_empty(), refused.is_empty(), "{:?}\n{:?}\n{}", says, refused, record);
        }
    }
}
