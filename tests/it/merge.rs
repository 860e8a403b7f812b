//! Audit summaries of one period become one: the source nearest to the events gives each number, every other number stays as a
//! cross-check, nothing is added and nothing is lost, and the order of the files makes no difference.

#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use actfile::diag::Diagnostics;
use actfile::import::merge::facts::FAMILIES;
use actfile::import::merge::merged;
use actfile::inventory::audit::AuditSummary;
use actfile::inventory::kind::AnyRecord;
use actfile::inventory::record::Record;
use actfile::read::Loaded;
use actfile::{Asked, check};
use assert_cmd::Command;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

const REST: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\nkind: ai_system\nid: a\nname: A\n---\nkind: ai_system\nid: terminal-agent\nname: Terminal agent\n---\n";
const OCTOBER: &str = "period: {start: 2026-10-01, end: 2026-10-31}\n";

fn sample(source: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/import");
    let mut text = String::new();
    let mut file = File::open(folder.join(source).join("expected.yaml")).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

/// Returns what some summaries come to, and the codes of the findings.
fn merge(texts: &[&str]) -> (Option<String>, Vec<&'static str>) {
    let mut loaded = Loaded::default();
    for (at, text) in texts.iter().enumerate() {
        loaded.add(format!("{at}.yaml"), text.as_bytes());
    }
    let record = merged(&mut loaded).unwrap();
    (record.map(|record| record.text), codes(&loaded.findings))
}

fn codes(findings: &Diagnostics) -> Vec<&'static str> {
    findings.sorted().iter().map(|it| it.code.id()).collect()
}

/// Returns the findings of a project with an organisation, system `a` and these summaries.
fn project(audits: &str) -> Diagnostics {
    let mut loaded = Loaded::default();
    loaded.add("project.yaml".to_owned(), format!("{REST}{audits}").as_bytes());
    let asked = Asked {
        as_of: None,
        today: "2026-11-27".parse().unwrap(),
        law: None,
    };
    check(loaded, asked).findings
}

/// Returns the text without what names the files.
fn body(text: &str) -> &str {
    text.split_once("# body-sha256: ").unwrap().1
}

fn summary(text: &str) -> Record<AuditSummary> {
    let mut loaded = Loaded::default();
    loaded.add("merged.yaml".to_owned(), text.as_bytes());
    assert!(!loaded.findings.has_errors(), "{:?}\n{text}", loaded.findings);
    let found = loaded.records.into_iter().find_map(|record| {
        let AnyRecord::AuditSummary(audit) = record else {
            return None;
        };
        Some(audit)
    });
    found.unwrap()
}

/// A summary of system `a` in October with one source.
fn october(id: &str, kind: &str, more: &str) -> String {
    format!(
        "kind: audit_summary\nid: {id}\nsystems: [a]\n{OCTOBER}sources: [{{id: s, type: {kind}}}]\n{more}"
    )
}

/// What a cross-check says on one line.
fn checks(audit: &Record<AuditSummary>) -> Vec<String> {
    let items = audit.cross_checks.items().iter().map(|it| &it.value);
    let from = |it: &[actfile::source::Spanned<String>]| {
        it.iter().map(|id| id.value.clone()).collect::<Vec<_>>().join("+")
    };
    let lines = items.map(|it| {
        format!(
            "{} {} {} {} {}",
            it.what.stated().unwrap(),
            it.kept.stated().unwrap(),
            from(it.kept_from.items()),
            it.other.stated().unwrap(),
            from(it.other_from.items())
        )
    });
    lines.collect()
}

#[test]
fn telemetry_gives_the_numbers_and_figures_of_the_vendor_check_them() {
    let (otel, analytics) = (sample("claude-code-otel"), sample("claude-code-analytics"));
    assert!(codes(&project(&format!("{otel}---\n{analytics}"))).contains(&"E0305"));
    let (text, told) = merge(&[&analytics, &otel]);
    assert!(told.is_empty(), "{told:?}");
    let text = text.unwrap();
    assert!(!project(&text).has_errors(), "{:?}", project(&text));
    let audit = summary(&text);
    let volumes = audit.volumes.stated().unwrap();
    assert_eq!(volumes.sessions.stated(), Some(&3));
    assert_eq!(volumes.tool_calls.stated(), Some(&2));
    let costs = audit.costs.stated().unwrap();
    assert_eq!(costs.amount.stated().unwrap().to_string(), "0.275");
    assert_eq!(costs.by_model.items().len(), 3);
    assert_eq!(
        checks(&audit)[..4],
        [
            "volumes.sessions 3 otel 8 analytics-1+analytics-2",
            "volumes.users_count 3 otel 2 analytics-1+analytics-2",
            "volumes.lines_added 42 otel 151 analytics-1+analytics-2",
            "volumes.lines_removed 7 otel 24 analytics-1+analytics-2",
        ]
    );
    let hashes = audit
        .sources
        .items()
        .iter()
        .map(|it| it.value.sha256.stated().cloned());
    assert_eq!(hashes.flatten().collect::<BTreeSet<_>>().len(), 3);
    let spots = audit.blind_spots.items();
    assert_eq!(spots.len(), 6, "one of the seven stands in both");
}

#[test]
fn all_sources_of_a_month_merge_into_a_record_that_holds() {
    let all = [
        "claude-code-otel",
        "claude-code-analytics",
        "git",
        "github-prs",
        "mcp-json",
    ]
    .map(sample);
    let texts: Vec<&str> = all.iter().map(String::as_str).collect();
    let (text, _) = merge(&texts);
    let text = text.unwrap();
    let told = project(&text);
    assert!(!told.has_errors(), "{told:?}\n{text}");
    let audit = summary(&text);
    let volumes = audit.volumes.stated().unwrap();
    assert_eq!(
        (volumes.sessions.stated(), volumes.commits_total.stated()),
        (Some(&3), Some(&12))
    );
    let by = &audit.facts_from.stated().unwrap()["volumes.commits_total"];
    assert_eq!(
        by.0.iter().map(|it| it.value.as_str()).collect::<Vec<_>>(),
        ["git-1", "git-2"]
    );
}

#[test]
fn the_order_of_files_does_not_change_a_byte() {
    let all = ["claude-code-otel", "claude-code-analytics", "git"].map(sample);
    let [a, b, c] = all.each_ref().map(String::as_str);
    let (first, _) = merge(&[a, b, c]);
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
        let (again, _) = merge(&order);
        assert_eq!(body(&again.unwrap()), body(first.as_deref().unwrap()));
    }
}

#[test]
fn the_stated_order_of_kinds_decides() {
    let kinds = [
        "otel",
        "siem",
        "compliance_api",
        "vendor_api",
        "vendor_console",
        "git_host",
        "ci",
        "settings",
        "manual",
    ];
    for pair in kinds.windows(2) {
        // The ids are in the other order, so they decide nothing.
        let near = october("z", pair[0], "volumes: {sessions: 5}\n");
        let far = october("a", pair[1], "volumes: {sessions: 7}\n");
        let audit = summary(&merge(&[&far, &near]).0.unwrap());
        assert_eq!(
            audit.volumes.stated().unwrap().sessions.stated(),
            Some(&5),
            "{pair:?}"
        );
        assert_eq!(checks(&audit), ["volumes.sessions 5 s-2 7 s"]);
    }
}

#[test]
fn what_was_charged_comes_before_an_estimate() {
    let estimate = october(
        "a",
        "otel",
        "costs: {currency: USD, amount: 1.5, estimated: true, tokens: {input: 9}}\n",
    );
    let bill = october(
        "b",
        "vendor_console",
        "costs: {currency: USD, amount: 2, estimated: false}\n",
    );
    let audit = summary(&merge(&[&estimate, &bill]).0.unwrap());
    let costs = audit.costs.stated().unwrap();
    assert_eq!(costs.amount.stated().unwrap().to_string(), "2.00");
    assert_eq!(costs.estimated.stated(), Some(&false));
    assert_eq!(costs.tokens.stated().unwrap().input.stated(), Some(&9));
    assert_eq!(checks(&audit), ["costs.amount 2 s-2 1.5 s"]);
}

#[test]
fn a_part_comes_from_the_source_of_the_whole() {
    let vendor = october("a", "vendor_api", "volumes: {commits_ai_declared: 40}\n");
    let host = october(
        "b",
        "git_host",
        "volumes: {commits_total: 12, commits_ai_declared: 6}\n",
    );
    let audit = summary(&merge(&[&vendor, &host]).0.unwrap());
    let volumes = audit.volumes.stated().unwrap();
    assert_eq!(volumes.commits_ai_declared.stated(), Some(&6));
    assert_eq!(checks(&audit), ["volumes.commits_ai_declared 6 s-2 40 s"]);
    let alone = october("b", "git_host", "volumes: {commits_total: 12}\n");
    let audit = summary(&merge(&[&vendor, &alone]).0.unwrap());
    assert_eq!(audit.volumes.stated().unwrap().commits_ai_declared.stated(), None);
    assert_eq!(
        audit.blind_spots.items()[0].value,
        "`volumes.commits_ai_declared` of s is left out: 40 cannot be a part of the 12 that `volumes.commits_total` is by s-2"
    );
}

#[test]
fn names_stand_once_with_the_nearer_count() {
    let near = october(
        "a",
        "otel",
        "models_seen: [{name: m, count: 9}, {name: only-near}]\npolicy_violations: [{type: t, count: 2, resolved: 1}]\n",
    );
    let far = october(
        "b",
        "vendor_api",
        "models_seen: [{name: m, count: 4}, {name: only-far, count: 1}]\npolicy_violations: [{type: t, count: 3}]\n",
    );
    let audit = summary(&merge(&[&near, &far]).0.unwrap());
    let seen = audit.models_seen.items().iter().map(|it| {
        let it = &it.value;
        (
            it.name.stated().unwrap().as_str(),
            it.count.stated().copied(),
            it.from.items().len(),
        )
    });
    assert_eq!(
        seen.collect::<Vec<_>>(),
        [
            ("m", Some(9), 2),
            ("only-far", Some(1), 1),
            ("only-near", None, 1)
        ]
    );
    assert_eq!(
        checks(&audit),
        ["models_seen of m 9 s 4 s-2", "policy_violations of t 2 s 3 s-2"]
    );
}

#[test]
fn words_of_people_are_carried_on_and_signatures_are_not() {
    let by_hand = "kind: audit_summary\nid: hand\nsystems: [a]\nperiod: {start: 2026-10-01, end: 2026-10-31}\n\
        log_categories: [{category: sessions, retention_min: P6M, held_by: us}]\nmonitoring_conclusion: none\n\
        sign_off: {approved_by: Head of Engineering, approved_on: 2026-11-02}\nnotes: two\nmetrics: {exceptions: 1}\n\
        activities: {not_applicable: {reason: none are logged}}\n";
    let host = october(
        "git",
        "git_host",
        "metrics: {merged: 3, self_merged: 2, base_branch: main}\nnotes: one\n",
    );
    let (text, told) = merge(&[by_hand, &host]);
    assert_eq!(told, ["W0474"]);
    let audit = summary(&text.unwrap());
    assert_eq!(audit.log_categories.items().len(), 1);
    assert!(audit.monitoring_conclusion.stated().is_some());
    assert_eq!(audit.head.notes.stated().unwrap(), "one\ntwo");
    assert!(audit.head.sign_off.stated().is_none());
    assert!(audit.activities.span().is_some() && audit.activities.stated().is_none());
    let metrics = audit.metrics.stated().unwrap();
    assert_eq!(
        (metrics.exceptions.stated(), metrics.self_merged.stated()),
        (Some(&1), Some(&2))
    );
    let ids = audit
        .sources
        .items()
        .iter()
        .map(|it| it.value.id.stated().cloned().unwrap());
    assert_eq!(ids.collect::<Vec<_>>(), ["s", "hand"]);
}

#[test]
fn a_merged_record_can_be_merged_again() {
    let near = october("a", "otel", "volumes: {sessions: 5}\n");
    let host = october("b", "git_host", "volumes: {commits_total: 12}\n");
    let vendor = october("c", "vendor_api", "volumes: {sessions: 6, commits_total: 13}\n");
    let first = merge(&[&near, &host]).0.unwrap();
    let audit = summary(&merge(&[&first, &vendor]).0.unwrap());
    let volumes = audit.volumes.stated().unwrap();
    assert_eq!(
        (volumes.sessions.stated(), volumes.commits_total.stated()),
        (Some(&5), Some(&13))
    );
}

#[test]
fn what_cannot_be_merged_is_told() {
    let one = october("a", "otel", "volumes: {sessions: 5}\n");
    let told = |other: &str, expected: &[&str]| {
        for order in [[one.as_str(), other], [other, one.as_str()]] {
            let (text, found) = merge(&order);
            assert_eq!(found, expected, "{other}");
            assert_eq!(
                text.is_none(),
                expected.iter().any(|code| code.starts_with('E')),
                "{other}"
            );
        }
    };
    told(&october("b", "otel", "").replace("-31", "-30"), &["E0136"]);
    told(&october("b", "otel", "timezone: Europe/Berlin\n"), &["E0136"]);
    told(&october("b", "otel", "").replace(OCTOBER, ""), &["E0136"]);
    told(&october("b", "otel", "").replace("[a]", "[b]"), &["E0137"]);
    told(
        &october("b", "otel", "").replace("systems: [a]\n", ""),
        &["E0137"],
    );
    told(&october("a", "siem", ""), &["E0204"]);
    told(&october("b", "otel", "volumes: {sessions: 9}\n"), &["W0473"]);
    told("kind: evidence\nid: e\ntitle: E\n", &["E0212"]);
    told(&october("b", "otel", "volumes: {sesions: 1}\n"), &["E0205"]);
    told(
        &format!("# body-sha256: 00\n{}", october("b", "siem", "")),
        &["W0472"],
    );
    let hashed = |id: &str| october(id, "otel", "").replace("type:", "sha256: ab12, type:");
    assert_eq!(merge(&[&hashed("a"), &hashed("b")]).1, ["E0138"]);
    let cost = |id: &str, currency: &str| {
        october(
            id,
            "otel",
            &format!("costs: {{currency: {currency}, amount: 1}}\n"),
        )
    };
    assert_eq!(merge(&[&cost("a", "USD"), &cost("b", "EUR")]).1, ["E0139"]);
    let said = |id: &str, said: &str| october(id, "otel", &format!("monitoring_conclusion: {said}\n"));
    assert_eq!(
        merge(&[&said("a", "none"), &said("b", "use_suspended")]).1,
        ["E0139"]
    );
}

#[test]
fn the_command_writes_renews_and_keeps_what_was_edited() {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    let write = |name: &str, text: &str| {
        File::create(path(name))
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap()
    };
    write("a.yaml", &october("a", "otel", "volumes: {sessions: 5}\n"));
    write("b.yaml", &october("b", "vendor_api", "volumes: {sessions: 6}\n"));
    let run = |files: &[&str]| {
        let mut command = Command::cargo_bin("actfile").unwrap();
        command.args(["import", "merge", "-o"]).arg(path("merged.yaml"));
        command.args(files.iter().map(|name| path(name))).assert()
    };
    run(&["a.yaml"]).code(2);
    run(&["a.yaml", "b.yaml"]).success();
    write("b.yaml", &october("b", "vendor_api", "volumes: {sessions: 7}\n"));
    run(&["b.yaml", "a.yaml"]).success();
    let mut text = String::new();
    File::open(path("merged.yaml"))
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert!(text.contains("other: 7"), "{text}");
    write("merged.yaml", &(text + "notes: by hand\n"));
    run(&["a.yaml", "b.yaml"]).code(2);
}

/// Numbers of a summary by path, such that parts are no larger than wholes.
fn numbers() -> impl Strategy<Value = BTreeMap<&'static str, u64>> {
    let paths: Vec<&'static str> = FAMILIES.iter().copied().flatten().copied().collect();
    let family = |path: &str| FAMILIES.iter().position(|it| it.contains(&path)).unwrap() as u64;
    let count = paths.len();
    proptest::collection::vec(proptest::option::of(0_u64..4), count).prop_map(move |values| {
        let stated = paths
            .iter()
            .zip(values)
            .filter_map(|(path, value)| Some((*path, value?)));
        // Whatever was drawn, the numbers of one family are equal in one summary, so that none contradicts another.
        let seed: BTreeMap<&'static str, u64> = stated.collect();
        let base = seed.values().sum::<u64>();
        seed.keys()
            .map(|path| (*path, (base + family(path)) % 7))
            .collect()
    })
}

fn yaml(id: &str, kind: &str, numbers: &BTreeMap<&'static str, u64>) -> String {
    let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut tokens = Vec::new();
    for (path, number) in numbers {
        match path.strip_prefix("costs.tokens.") {
            Some(key) => tokens.push(format!("{key}: {number}")),
            None => {
                let (group, key) = path.split_once('.').unwrap();
                groups.entry(group).or_default().push(format!("{key}: {number}"));
            }
        }
    }
    if !tokens.is_empty() {
        let tokens = format!("tokens: {{{}}}", tokens.join(", "));
        groups.entry("costs").or_default().push(tokens);
    }
    let lines = groups
        .iter()
        .map(|(group, entries)| format!("{group}: {{{}}}\n", entries.join(", ")));
    october(id, kind, &lines.collect::<String>())
}

proptest! {
    // Each case checks a whole project.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_is_added_lost_or_impossible(
        one in numbers(), two in numbers(), three in numbers(),
        kinds in proptest::collection::vec(proptest::sample::select(vec!["otel", "vendor_api", "git_host", "manual"]), 3),
    ) {
        let inputs = [&one, &two, &three];
        let texts: Vec<String> = (0..3).map(|at| yaml(&format!("s{at}"), kinds[at], inputs[at])).collect();
        let (text, _) = merge(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let text = text.unwrap();
        let told = project(&text);
        prop_assert!(!told.has_errors(), "{:?}\n{}", told, text);
        let audit = summary(&text);
        for path in FAMILIES.iter().copied().flatten() {
            let stated = inputs.iter().filter(|numbers| numbers.contains_key(path)).count();
            let checks = audit.cross_checks.items().iter();
            let checks = checks.filter(|it| it.value.what.stated().unwrap() == path).count();
            let spots = audit.blind_spots.items().iter();
            let is_left_out = spots.clone().any(|it| it.value.starts_with(&format!("`{path}` ")));
            prop_assert!(is_left_out || checks + 1 == stated.max(1), "{}\n{}", path, text);
        }
    }
}
