//! Waivers: which count on which day for which gap, what they change, and above all what they do not change.

use crate::markdown::pages;
use actfile::calendar::Date;
use actfile::obligations::acceptance::State;
use actfile::read::Loaded;
use actfile::{Asked, Checked, check};
use assert_cmd::Command;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::fs;

const AS_OF: &str = "2026-11-22";
const ORG: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
const LITERACY: &str =
    "---\nkind: literacy_record\nid: l\nmeasures: [{title: Course, date: 2026-01-10, segment: all_staff}]\n";
/// A provider whose texts carry no marking: must by 2 December 2026, and `should` gaps besides.
const TEXTS: &str = "---\nkind: ai_system\nid: writer\nname: Writer\nour_roles: [provider]\nunlisted_facts: absent\n\
    facts: {art50: {generates: [text], placed_before_2026_08_02: true}}\n\
    ---\nkind: ai_system\nid: other\nname: Other\nour_roles: [deployer]\nowner: CTO\nunlisted_facts: absent\n";
/// A deployer without any literacy measure: must now.
const UNTAUGHT: &str =
    "---\nkind: ai_system\nid: writer\nname: Writer\nour_roles: [deployer]\nunlisted_facts: absent\n";
/// One workflow of two systems, without a rule on who may approve.
const SHARED: &str = "---\nkind: ai_system\nid: a\nname: A\nour_roles: [deployer]\nunlisted_facts: absent\n\
    ---\nkind: ai_system\nid: b\nname: B\nour_roles: [deployer]\nunlisted_facts: absent\n\
    ---\nkind: review_workflow\nid: w\nname: W\nsystems: [a, b]\n";

/// What a waiver says beside its id.
const FULL: &[(&str, &str)] = &[
    ("gaps", "[TRN-030]"),
    ("reason", "The vendor delivers watermarks in January."),
    ("approved_by", "CTO"),
    ("approved_on", "2026-11-01"),
    ("expires_on", "2027-01-31"),
];

/// Returns a whole waiver in which some fields say something else; an empty value leaves the field out.
fn waiver(changes: &[(&str, &str)]) -> String {
    let mut fields: Vec<(&str, &str)> = FULL.to_vec();
    for change in changes {
        fields.retain(|(field, _)| *field != change.0);
        fields.push(*change);
    }
    let lines = fields.iter().filter(|(_, value)| !value.is_empty());
    let lines: String = lines
        .map(|(field, value)| format!("{field}: {value}\n"))
        .collect();
    format!("---\nkind: waiver\nid: later\n{lines}")
}

fn checked_on(yaml: &str, as_of: &str) -> Checked {
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), yaml.as_bytes());
    let day: Date = as_of.parse().unwrap();
    check(
        loaded,
        Asked {
            as_of: Some(day),
            today: day,
            law: None,
        },
    )
}

fn codes(checked: &Checked) -> Vec<&'static str> {
    let findings = checked.findings.sorted();
    findings.iter().map(|finding| finding.code.id()).collect()
}

fn told(state: &State) -> String {
    match state {
        State::InEffect => "in effect".to_owned(),
        State::Expired => "expired".to_owned(),
        State::NotYet => "not yet approved".to_owned(),
        State::MatchesNothing => "matches nothing".to_owned(),
        State::Incomplete(fields) => format!("incomplete (missing: {})", fields.join(", ")),
    }
}

/// Checks what a waiver comes to, and whether the gap of a code is still open.
#[track_caller]
fn rules(base: &str, changes: &[(&str, &str)], as_of: &str, code: &str, state: &str, is_open: bool) {
    let yaml = format!("{ORG}{base}{}", waiver(changes));
    let checked = checked_on(&yaml, as_of);
    let assessment = &checked.assessment;
    assert_eq!(
        told(&assessment.rulings[0].state),
        state,
        "{changes:?} on {as_of}"
    );
    let gap = assessment.gaps.iter().find(|gap| gap.kind.code == code).unwrap();
    assert_eq!(gap.is_open(), is_open, "{changes:?} on {as_of}");
}

#[test]
fn a_waiver_counts_from_its_approval_to_its_last_day() {
    for (approved, expires, as_of, state, is_open) in [
        ("2026-11-22", "2027-01-31", "2026-11-22", "in effect", false),
        ("2026-11-23", "2027-01-31", "2026-11-22", "not yet approved", true),
        ("2026-11-01", "2026-11-22", "2026-11-22", "in effect", false),
        ("2026-11-01", "2026-11-21", "2026-11-22", "expired", true),
        // From the first day of the duty on, the acceptance is internal.
        ("2026-11-01", "2027-01-31", "2026-12-01", "in effect", false),
        ("2026-11-01", "2027-01-31", "2026-12-02", "in effect", true),
    ] {
        let days = [("approved_on", approved), ("expires_on", expires)];
        rules(TEXTS, &days, as_of, "TRN-030", state, is_open);
    }
}

#[test]
fn a_waiver_covers_what_it_names_and_nothing_else() {
    for (changes, state, is_open) in [
        (&[("gaps", "[TRN-031]")][..], "matches nothing", true),
        (&[("gaps", "[TRN-031, TRN-030]")], "in effect", false),
        (&[("systems", "[writer]")], "in effect", false),
        (&[("systems", "[writer, other]")], "in effect", false),
        (&[("systems", "[other]")], "matches nothing", true),
        (&[("systems", "[]")], "matches nothing", true),
        (&[("record", "writer")], "in effect", false),
        (&[("record", "acme")], "matches nothing", true),
        (
            &[("systems", "[other]"), ("record", "writer")],
            "matches nothing",
            true,
        ),
        (
            &[("systems", "{unknown: {}}")],
            "incomplete (missing: systems)",
            true,
        ),
        (
            &[("record", "{unknown: {}}")],
            "incomplete (missing: record)",
            true,
        ),
    ] {
        rules(TEXTS, changes, AS_OF, "TRN-030", state, is_open);
    }
}

#[test]
fn a_gap_of_several_systems_is_covered_when_all_are_named() {
    for (systems, state, is_open) in [
        ("[a]", "matches nothing", true),
        ("[b]", "matches nothing", true),
        ("[b, a]", "in effect", false),
        ("", "in effect", false),
    ] {
        let changes = [("gaps", "[OVS-030]"), ("systems", systems)];
        rules(SHARED, &changes, AS_OF, "OVS-030", state, is_open);
    }
    let yaml = format!(
        "{ORG}{SHARED}{}",
        waiver(&[("gaps", "[OVS-030]"), ("systems", "[a]")])
    );
    let checked = checked_on(&yaml, AS_OF);
    let findings = checked.findings.sorted();
    let unused = findings.iter().find(|it| it.code.id() == "W0422").unwrap();
    assert!(
        unused.help[0].contains("for `a` and `b`, all of which"),
        "{unused:?}"
    );
}

#[test]
fn a_waiver_without_reason_approver_or_days_does_not_count() {
    for field in ["gaps", "reason", "approved_by", "approved_on", "expires_on"] {
        let state = format!("incomplete (missing: {field})");
        for value in ["", "{unknown: {}}", "{not_applicable: {reason: none}}"] {
            rules(TEXTS, &[(field, value)], AS_OF, "TRN-030", &state, true);
        }
    }
    rules(
        TEXTS,
        &[("reason", "\"  \"")],
        AS_OF,
        "TRN-030",
        "incomplete (missing: reason)",
        true,
    );
    let nothing = [("reason", ""), ("approved_by", ""), ("expires_on", "")];
    let state = "incomplete (missing: reason, approved_by, expires_on)";
    rules(TEXTS, &nothing, AS_OF, "TRN-030", state, true);
}

#[test]
fn of_several_waivers_the_one_that_lasts_longest_counts() {
    let longer = waiver(&[("expires_on", "2027-06-30"), ("approved_by", "CEO")]).replace("later", "longer");
    for yaml in [
        format!("{ORG}{TEXTS}{}{longer}", waiver(&[])),
        format!("{ORG}{TEXTS}{longer}{}", waiver(&[])),
    ] {
        let checked = checked_on(&yaml, AS_OF);
        let mut gaps = checked.assessment.gaps.iter();
        let gap = gaps.find(|gap| gap.kind.code == "TRN-030").unwrap();
        assert_eq!(gap.accepted.as_ref().unwrap().by, "CEO");
        assert!(codes(&checked).is_empty());
    }
}

#[test]
fn each_trouble_with_a_waiver_is_one_finding() {
    for (changes, as_of, expected) in [
        (&[][..], AS_OF, &[][..]),
        (&[("reason", ""), ("expires_on", "")], AS_OF, &["W0420"]),
        (&[("expires_on", "2026-11-21")], AS_OF, &["W0421"]),
        (&[("gaps", "[TRN-031]")], AS_OF, &["W0422"]),
        (
            &[("gaps", "[TRN-030, TRN-031, INV-001]"), ("systems", "[writer]")],
            AS_OF,
            &["W0422", "W0422"],
        ),
        (&[("approved_on", "2026-11-23")], AS_OF, &["W0423"]),
        (&[("expires_on", "2028-11-01")], AS_OF, &[]),
        (&[("expires_on", "2028-11-02")], AS_OF, &["W0424"]),
        (&[("expires_on", "2026-10-31")], AS_OF, &["W0424"]),
        (&[("approved_on", "2027-02-01")], AS_OF, &["W0424"]),
        (&[], "2026-12-02", &["W0425"]),
        (&[("gaps", "[TRN-03]")], AS_OF, &["E0207"]),
        (&[("gaps", "TRN-030")], AS_OF, &["E0206"]),
        (&[("systems", "[writr]")], AS_OF, &["E0203"]),
        (&[("systems", "[acme]")], AS_OF, &["E0212"]),
        (&[("record", "writr")], AS_OF, &["E0203"]),
        (&[("approved_by", "jo@acme.example")], AS_OF, &["W0402"]),
    ] {
        let checked = checked_on(&format!("{ORG}{TEXTS}{}", waiver(changes)), as_of);
        assert_eq!(codes(&checked), expected, "{changes:?} on {as_of}");
    }
}

#[test]
fn an_unknown_code_names_the_nearest() {
    let yaml = format!("{ORG}{TEXTS}{}", waiver(&[("gaps", "[TRN-03O]")]));
    let checked = checked_on(&yaml, AS_OF);
    let message = &checked.findings.sorted()[0].message;
    assert_eq!(message, "no gap has the code `TRN-03O`; did you mean `TRN-030`?");
}

/// Returns the exit code of a check of a project with one file.
#[expect(clippy::disallowed_methods, reason = "the test writes a project of its own")]
fn exit(yaml: &str, line: &str) -> i32 {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("inventories")).unwrap();
    fs::write(home.path().join("inventories/all.yaml"), yaml).unwrap();
    let mut command = Command::cargo_bin("actfile").unwrap();
    let command = command.current_dir(home.path()).args(line.split_whitespace());
    command.output().unwrap().status.code().unwrap()
}

#[test]
fn an_accepted_gap_does_not_fail_a_run_unless_its_duty_is_in_force() {
    for (changes, as_of, level, expected) in [
        (&[][..], "2026-11-22", "must-by", 0),
        (&[], "2026-11-22", "must-now", 0),
        (&[("expires_on", "2026-11-22")], "2026-11-22", "must-by", 0),
        (&[("expires_on", "2026-11-21")], "2026-11-22", "must-by", 1),
        (&[("approved_on", "2026-11-23")], "2026-11-22", "must-by", 1),
        (&[("systems", "[other]")], "2026-11-22", "must-by", 1),
        (&[("reason", "")], "2026-11-22", "must-by", 1),
        // The duty begins, and no waiver ends it.
        (&[], "2026-12-01", "must-by", 0),
        (&[], "2026-12-02", "must-now", 1),
    ] {
        let yaml = format!("{ORG}{TEXTS}{LITERACY}{}", waiver(changes));
        for command in ["check", "build"] {
            let line = format!("{command} --as-of {as_of} --fail-on {level}");
            assert_eq!(exit(&yaml, &line), expected, "{changes:?}: {line}");
        }
    }
    let plain = format!("{ORG}{TEXTS}{LITERACY}");
    assert_eq!(exit(&plain, "check --as-of 2026-11-22 --fail-on must-by"), 1);
}

#[test]
fn recommendations_that_are_all_accepted_fail_no_run() {
    let yaml = format!("{ORG}{TEXTS}{LITERACY}");
    let checked = checked_on(&yaml, AS_OF);
    let mut codes: Vec<&str> = checked.assessment.gaps.iter().map(|gap| gap.kind.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let all = format!("[{}]", codes.join(", "));
    let yaml = format!("{yaml}{}", waiver(&[("gaps", &all)]));
    for (line, expected) in [
        ("check --as-of 2026-11-22 --fail-on info", 0),
        ("check --as-of 2026-11-22 --fail-on should", 0),
        ("check --as-of 2027-02-01 --fail-on should", 1),
    ] {
        assert_eq!(exit(&yaml, line), expected, "{line}");
    }
}

#[test]
fn a_waiver_that_is_of_no_use_fails_a_run_that_minds_warnings() {
    let yaml = format!("{ORG}{TEXTS}{LITERACY}{}", waiver(&[("gaps", "[TRN-031]")]));
    assert_eq!(exit(&yaml, "check --as-of 2026-11-22"), 0);
    let checked = checked_on(&yaml, AS_OF);
    assert_eq!(codes(&checked), ["W0422"]);
}

fn page(yaml: &str, path: &str) -> String {
    let mut pages = pages(yaml).into_iter();
    pages.find(|(document, _)| document.path == path).unwrap().1
}

#[track_caller]
fn shows(page: &str, words: &str) {
    assert!(page.contains(words), "`{words}` is not in:\n{page}");
}

#[test]
fn every_document_shows_what_is_accepted_until_when_by_whom_and_why() {
    let yaml = format!("{ORG}{TEXTS}{LITERACY}{}", waiver(&[]));
    for path in ["gaps", "transparency", "systems/writer"] {
        shows(
            &page(&yaml, path),
            "Accepted until 31 January 2027 by CTO: The vendor delivers watermarks in January. \
             From 2 December 2026 the duty is owed all the same.",
        );
    }
    let register = page(&yaml, "gaps");
    shows(&register, "; waivers accept 1 of them.");
    shows(
        &register,
        "| later | TRN-030 | wherever it stands | CTO | 1 November 2026 | 31 January 2027 | in effect |",
    );
    shows(
        &register,
        "later\n: Reason: The vendor delivers watermarks in January.\n",
    );
    let index = page(&yaml, "index");
    shows(&index, "Until then, the records prepare for it. | 0 | 1 |");
    shows(&index, "open, 1 accepted |");
    shows(&page(&format!("{ORG}{TEXTS}"), "gaps"), "No waiver is on record.");
}

#[test]
fn a_duty_in_force_is_accepted_internally_and_stays_open() {
    let yaml = format!("{ORG}{UNTAUGHT}{}", waiver(&[("gaps", "[LIT-001]")]));
    let register = page(&yaml, "gaps");
    shows(
        &register,
        "Accepted internally until 31 January 2027 by CTO: The vendor delivers watermarks in January. \
         The duty is owed all the same.",
    );
    shows(&register, "in effect; a duty in force is owed all the same |");
    shows(&register, "| 1 | 1, owed all the same and counted as open |");
    assert_eq!(exit(&yaml, "check --as-of 2026-11-22 --fail-on must-now"), 1);
}

#[test]
fn what_a_waiver_says_is_data() {
    let reason = "\"a | b <script> `x` **y** [z](javascript:1)\"";
    let yaml = format!("{ORG}{TEXTS}{}", waiver(&[("reason", reason)]));
    for (document, page) in pages(&yaml) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
        for event in Parser::new_ext(&page, options) {
            let is_html = matches!(event, Event::Html(_) | Event::InlineHtml(_));
            let is_link = matches!(&event, Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("javascript"));
            assert!(!is_html && !is_link, "{event:?} in {}", document.path);
        }
        assert!(!page.contains("**y**"), "{page}");
    }
}

#[test]
fn every_statement_of_a_waiver_has_a_trail() {
    let changes = [
        ("compensating_measures", "[Articles are read twice]"),
        ("systems", "[writer]"),
    ];
    let yaml = format!("{ORG}{TEXTS}{}", waiver(&changes));
    let pages = pages(&yaml);
    let fields = |path: &str, section: &str| -> Vec<String> {
        let (document, page) = pages.iter().find(|(document, _)| document.path == path).unwrap();
        assert!(page.contains(&format!("{{#{section}}}")), "{section} in {path}");
        let said = document.statements.iter();
        said.filter(|it| it.record == "later" && it.section == section)
            .map(|it| it.field.clone())
            .collect()
    };
    assert_eq!(
        fields("gaps", "waivers"),
        [
            "gaps",
            "systems",
            "approved_by",
            "approved_on",
            "expires_on",
            "reason",
            "compensating_measures"
        ]
    );
    for (path, section) in [
        ("gaps", "must-by"),
        ("transparency", "marking"),
        ("systems/writer", "gaps"),
    ] {
        assert_eq!(
            fields(path, section),
            ["expires_on", "approved_by", "reason"],
            "{path}"
        );
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads what the binary wrote")]
fn machines_read_acceptance_and_waivers() {
    let home = tempfile::tempdir().unwrap();
    let yaml = format!("{ORG}{TEXTS}{LITERACY}{}", waiver(&[("systems", "[writer]")]));
    fs::create_dir(home.path().join("inventories")).unwrap();
    fs::write(home.path().join("inventories/all.yaml"), yaml).unwrap();
    let mut command = Command::cargo_bin("actfile").unwrap();
    let line = ["build", "--as-of", "2026-11-22", "--formats", "md"];
    command.current_dir(home.path()).args(line).assert().success();
    let text = fs::read_to_string(home.path().join("out/gaps.json")).unwrap();
    let register: serde_json::Value = serde_json::from_str(&text).unwrap();
    let gaps = register["gaps"].as_array().unwrap();
    let accepted: Vec<_> = gaps.iter().filter(|gap| gap["accepted"].is_object()).collect();
    assert_eq!(accepted.len(), 1);
    assert_eq!(accepted[0]["level"], "must-by");
    assert_eq!(
        accepted[0]["accepted"],
        serde_json::json!({
            "waiver": "later", "by": "CTO", "on": "2026-11-01", "until": "2027-01-31",
            "reason": "The vendor delivers watermarks in January.", "owed_all_the_same": false,
        })
    );
    assert_eq!(register["waivers"][0]["state"], "in-effect");
    assert_eq!(register["waivers"][0]["n_gaps"], 1);
    let csv = fs::read_to_string(home.path().join("out/gaps.csv")).unwrap();
    let row = csv.lines().find(|line| line.starts_with("TRN-030")).unwrap();
    assert!(
        row.ends_with(",2027-01-31,CTO,The vendor delivers watermarks in January.,later"),
        "{row}"
    );
}

proptest! {
    /// Whatever a waiver says, classes, duties, proofs and the list of gaps are those of the inventory without it.
    #[test]
    fn a_waiver_changes_nothing_but_who_accepts(
        base in prop::sample::select(vec![TEXTS, UNTAUGHT, SHARED]),
        n_codes in 0_usize..6, seed in 0_usize..1000,
        approved in 0_i32..60, expires in 0_i32..60,
        systems in prop::sample::select(vec!["", "[]", "{unknown: {}}"]),
    ) {
        let all: Vec<&str> = actfile::law::gaps::ALL.iter().map(|kind| kind.code).collect();
        let codes: Vec<&str> = (0..n_codes).map(|at| all[(seed + at * 37) % all.len()]).collect();
        let day: Date = AS_OF.parse().unwrap();
        let (approved, expires) = (day.plus_days(approved - 30), day.plus_days(expires - 30));
        let changes = [
            ("gaps", format!("[{}]", [&codes[..], &["LIT-001", "TRN-030", "OVS-030"]].concat().join(", "))),
            ("approved_on", approved.to_string()),
            ("expires_on", expires.to_string()),
            ("systems", systems.to_owned()),
        ];
        let changes: Vec<(&str, &str)> = changes.iter().map(|(field, value)| (*field, value.as_str())).collect();
        let without = checked_on(&format!("{ORG}{base}"), AS_OF).assessment;
        let mut with = checked_on(&format!("{ORG}{base}{}", waiver(&changes)), AS_OF).assessment;
        let is_in_effect = approved <= day && day <= expires && systems.is_empty();
        prop_assert_eq!(with.gaps.iter().any(|gap| gap.accepted.is_some()), is_in_effect);
        with.gaps.iter_mut().for_each(|gap| gap.accepted = None);
        prop_assert_eq!(&with.gaps, &without.gaps);
        prop_assert_eq!(&with.owed, &without.owed);
        prop_assert_eq!(format!("{:?}", with.classification), format!("{:?}", without.classification));
    }
}
