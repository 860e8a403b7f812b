//! What audit summaries are checked for, EVD-001 to EVD-049: gaps with their levels, findings with their places, and
//! how summaries that cover the same days answer for each other.

#![expect(
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a helper that cannot go on fails its test; the tables of cases are lists, one row each"
)]

use crate::input::findings;
use crate::obligations::{AS_OF, Row, assessed_on, row};
use actfile::calendar::Date;
use actfile::read::load;
use actfile::report::explained::explained;
use actfile::{Asked, check};
use std::fs::{File, create_dir};
use std::io::Write;
use std::path::Path;

const USED: &str = "kind: ai_system\nid: a\nname: A\nunlisted_facts: absent\nour_roles: [deployer]\n";
const LIVE: &str = "kind: ai_system\nid: a\nname: A\nlifecycle_status: in_service\n";
const HIRING: &str = "facts: {annex_iii: {points: [4(a)], profiling: true}}\n";
const OCTOBER: &str = "period: {start: 2026-10-01, end: 2026-10-31}\n";
const SHOULD: &str = "should";
const INFO: &str = "info";
const BY: &str = "must by 2 December 2027";

/// Returns an audit summary of system `a` for one month of 2026.
fn month(id: &str, month: u8, more: &str) -> String {
    let last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][usize::from(month) - 1];
    format!(
        "---\nkind: audit_summary\nid: {id}\nsystems: [a]\n\
         period: {{start: 2026-{month:02}-01, end: 2026-{month:02}-{last}}}\n{more}"
    )
}

fn october(more: &str) -> String {
    month("s", 10, more)
}

fn log(more: &str) -> String {
    october(&format!("log_categories: [{{category: sessions, {more}}}]\n"))
}

fn policy(more: &str) -> String {
    format!("---\nkind: managed_policy\nid: p\nsystems: [a]\n{more}")
}

fn model(more: &str) -> String {
    format!("models: [m]\n---\nkind: model\nid: m\nname: Claude Opus 4.8\n{more}")
}

fn rules(minimums: &str) -> String {
    format!("kind: organisation\nid: acme\nlog_retention_minimums: {{{minimums}}}\n---\n")
}

/// The gaps `EVD-...`: code, level, a project that raises it and one that does not.
// One row per case, however long: a table is read across.
#[rustfmt::skip]
pub(crate) fn rows() -> Vec<Row> {
    let metrics = |more: &str| october(&format!("metrics: {{{more}}}\n"));
    let seen = |list: &str, name: &str| october(&format!("{list}: [{{name: {name}}}]\n"));
    let read = |more: &str| policy(&format!("source: {{imported: true}}\n{more}")).replace("id: p", "id: settings");
    let own = rules("sessions: P90D");
    let kept = |days: u32| format!("effective_retention: [{{what: archive, category: sessions, days: {days}}}]\n");
    let transcripts = |days: u32| october(&format!("effective_retention: [{{what: transcripts of users, days: {days}}}]\n"));
    let git = "sources: [{id: g, type: git_host}]\n";
    let marked = |mark: &str, counts: &str| format!("{}{}", policy(&format!("attribution: {{{mark}}}\n")), october(&format!("{git}{counts}")));
    let differ = |kind: &str, kept: u32, other: u32| october(&format!("sources: [{{id: o, type: otel}}, {{id: p, type: {kind}}}]\ncross_checks: [{{what: volumes.sessions, kept: {kept}, kept_from: [o], other: {other}, other_from: [p]}}]\n"));
    let workflow = "---\nkind: review_workflow\nid: w\nname: W\nsystems: [a]\nreview_coverage_target_pct: 95\n";
    let two = |name: &str| format!("{}{}", month("s9", 9, "models_seen: [{name: other-1}]\n"), month("s10", 10, &format!("models_seen: [{{name: {name}}}]\n")));
    vec![
        // The organisation's own rules about logs.
        row("EVD-003", SHOULD, &[&own, USED], &log("retention_min: P30D"), &log("retention_min: P90D")),
        row("EVD-003", SHOULD, &[&rules("sessions: P6M"), USED], &log("retention_min: P180D"), &log("retention_min: P6M")),
        row("EVD-005", SHOULD, &[USED, &log("held_by: us, retention_min: P6M")], &kept(30), &kept(184)),
        row("EVD-005", BY, &[USED, HIRING, &log("held_by: both, retention_min: P6M")], &kept(30), &kept(184)),
        row("EVD-005", SHOULD, &[USED, &log("held_by: us, retention_min: P1Y")], &month("t", 10, &kept(300)), &month("t", 8, &kept(300))),
        row("EVD-005", SHOULD, &[USED, &policy("local_transcript_retention: P30D\n")], &transcripts(7), &transcripts(30)),
        row("EVD-005", SHOULD, &[USED, &policy("local_transcript_retention: P7D\n")], &transcripts(30), &transcripts(7)),
        row("EVD-048", SHOULD, &[USED, &log("retention_min: P6M")], "volumes: {tool_calls: 3}\n", "volumes: {sessions: 3, users_count: 2}\n"),
        row("EVD-048", SHOULD, &[USED], &october("costs: {amount: 3}\n"), &october("costs: {amount: 3}\nlog_categories: [{category: costs}]\n")),
        // What was seen.
        row("EVD-010", SHOULD, &[USED, &model("")], &seen("models_seen", "gpt-5.1"), &seen("models_seen", "claude-opus-4-8-20260115")),
        row("EVD-010", SHOULD, &[USED, &model("")], &seen("models_seen", "claude-opus-4-7"), &seen("models_seen", "\"Claude Opus 4.8 (1M context)\"")),
        row("EVD-010", INFO, &[USED, &model("version_or_snapshot: claude-opus-4-8-20260115\n")], &seen("models_seen", "claude-opus-4-8@20260301"), &seen("models_seen", "claude-opus-4-8@20260115")),
        row("EVD-011", SHOULD, &[USED], &seen("tools_seen", "claude-code"), &format!("trade_name: Claude Code\n{}", seen("tools_seen", "claude-code"))),
        row("EVD-011", SHOULD, &[USED, "trade_name: Claude Code\n"], &format!("---\nkind: ai_system\nid: b\nname: Cursor\nlifecycle_status: forbidden\n{}", seen("tools_seen", "cursor")), &seen("tools_seen", "claude-code")),
        row("EVD-012", SHOULD, &[USED], &seen("mcp_servers_seen", "context7"), &format!("{}{}", policy("mcp_servers: {allowed: [context7]}\n"), seen("mcp_servers_seen", "context7"))),
        row("EVD-012", SHOULD, &[USED, "integrations: [{name: context7}, {name: browser, approved: false}]\n"], &seen("mcp_servers_seen", "browser"), &seen("mcp_servers_seen", "context7")),
        row("EVD-012", SHOULD, &[USED, "integrations: [{name: context7}]\n"], &format!("{}{}", policy("mcp_servers: {denied: [context7]}\n"), seen("mcp_servers_seen", "context7")), &seen("mcp_servers_seen", "context7")),
        row("EVD-013", INFO, &[LIVE, &model("")], &two("other-2"), &two("claude-opus-4-8")),
        row("EVD-013", INFO, &[LIVE, &model("")], &two("other-2"), &two("auto")),
        row("EVD-013", INFO, &[LIVE, &model("")], &two("other-2"), &october("models_seen: [{name: other-2}]\n")),
        row("EVD-014", INFO, &[USED], &seen("models_seen", "auto"), &seen("models_seen", "claude-sonnet-5")),
        row("EVD-014", INFO, &[USED], &seen("models_seen", "sonnet"), &seen("models_seen", "gpt-5.1")),
        row("EVD-021", SHOULD, &[USED, &policy("models: {allowed: [claude-sonnet-5]}\n")], &seen("models_seen", "claude-opus-4-8"), &seen("models_seen", "claude-sonnet-5-20260101")),
        row("EVD-021", SHOULD, &[USED, &policy("models: {max_model: claude-sonnet-5}\n")], &seen("models_seen", "claude-opus-4-8"), &seen("models_seen", "claude-haiku-4-5")),
        row("EVD-021", SHOULD, &[USED, &seen("models_seen", "claude-opus-4-8")], &policy("models: {allowed: [sonnet]}\n"), &policy("models: {allowed: [opus]}\n")),
        row("EVD-021", SHOULD, &[USED, &seen("models_seen", "claude-opus-4-8"), &policy("models: {allowed: [sonnet]}\n")], "effective_from: 2026-10-01\n", "effective_from: 2026-10-02\n"),
        // Settings that were read.
        row("EVD-020", SHOULD, &[USED, &policy("denied_tools: [WebFetch]\n")], &read("denied_tools: [Bash]\n"), &read("denied_tools: [Bash, WebFetch]\n")),
        row("EVD-020", SHOULD, &[USED, &policy("denied_tools: [\"Bash(curl:*)\"]\n")], &read("denied_tools: [\"Bash(wget:*)\"]\n"), &read("denied_tools: [Bash]\n")),
        row("EVD-020", SHOULD, &[USED, &policy("bypass_mode: disabled\n")], &read("bypass_mode: allowed\n"), &read("bypass_mode: disabled\n")),
        row("EVD-020", SHOULD, &[USED, &policy("denied_tools: [WebFetch]\n")], &read("denied_tools: []\n"), &policy("denied_tools: []\n").replace("id: p", "id: q")),
        row("EVD-022", SHOULD, &[USED], &read("settings_mistakes: [{rule: bypass-switch, at: \"s.json:1\", says: it has no effect}]\n"), &read("settings_mistakes: []\n")),
        row("EVD-023", SHOULD, &[USED], &policy(""), &read("")),
        row("EVD-023", SHOULD, &[USED, &policy("")], "verified_on: 2025-11-20\n", "verified_on: 2025-11-22\n"),
        row("EVD-023", SHOULD, &[USED, &policy("")], "", "verified_on: 2026-11-02\n"),
        // What reviews and modes come to.
        row("EVD-024", SHOULD, &[USED, &policy("bypass_mode: disabled\n")], &metrics("bypass_sessions: 5"), &metrics("bypass_sessions: 0")),
        row("EVD-024", SHOULD, &[USED, &metrics("bypass_sessions: 5")], &policy("bypass_mode: disabled\n"), &policy("bypass_mode: allowed\n")),
        row("EVD-024", SHOULD, &[USED, &metrics("bypass_sessions: 5"), &policy("bypass_mode: disabled\n")], "effective_from: 2026-10-01\n", "effective_from: 2026-10-15\n"),
        row("EVD-030", SHOULD, &[USED], &metrics("merged: 13, merged_reviewed: 6, merged_ai: 5, merged_ai_reviewed: 2"), &metrics("merged: 13, merged_reviewed: 6, merged_ai: 5, merged_ai_reviewed: 3")),
        row("EVD-030", SHOULD, &[USED, workflow], &metrics("merged: 100, merged_reviewed: 94"), &metrics("merged: 100, merged_reviewed: 95")),
        row("EVD-031", SHOULD, &[USED], &metrics("self_merged: 4, exceptions: 1"), &metrics("self_merged: 1, exceptions: 1")),
        row("EVD-031", SHOULD, &[USED, &metrics("self_merged: 4")], &month("t", 9, "metrics: {exceptions: 4}\n"), &month("t", 10, "metrics: {exceptions: 4}\n")),
        row("EVD-032", SHOULD, &[USED], &metrics("stale_approvals: 1"), &metrics("stale_approvals: 0")),
        row("EVD-032", INFO, &[USED, &month("s11", 11, "metrics: {stale_approvals: 0}\n")], &metrics("stale_approvals: 1"), &metrics("stale_approvals: 0")),
        row("EVD-034", SHOULD, &[USED], &marked("commit: false", "volumes: {commits_ai_declared: 11}\n"), &marked("commit: true", "volumes: {commits_ai_declared: 11}\n")),
        row("EVD-034", SHOULD, &[USED], &marked("pr: false", "metrics: {merged_ai: 5}\n"), &marked("pr: false", "volumes: {commits_ai_declared: 11}\n")),
        row("EVD-035", INFO, &[USED], &october("policy_violations: [{type: ai_signed_off, count: 2}]\n"), &october("policy_violations: [{type: ai_signed_off, count: 0}, {type: bypass_mode, count: 2}]\n")),
        // The evidence itself.
        row("EVD-047", INFO, &[USED], &differ("otel", 100, 111), &differ("otel", 100, 110)),
        row("EVD-047", INFO, &[USED], &differ("vendor_api", 100, 89), &differ("git_host", 100, 89)),
        row("EVD-047", INFO, &[USED], &differ("vendor_api", 0, 1), &differ("vendor_api", 0, 0)),
        row("EVD-042", SHOULD, &[LIVE], &month("s", 8, ""), &month("s", 9, "")),
        row("EVD-042", SHOULD, &[LIVE, &month("s", 8, "")], "", &month("t", 10, "")),
        row("EVD-045", SHOULD, &[USED], &october("sources: [{id: o, complete: false}]\n"), &october("sources: [{id: o, complete: true}]\n")),
        row("EVD-045", SHOULD, &[USED], &october("sources: [{id: o, missing_days: [2026-10-05]}]\n"), &october("sources: [{id: o, missing_days: []}]\n")),
    ]
}

/// Returns `code level` of each gap that is about audit summaries and policies.
#[track_caller]
fn told(yaml: &str) -> Vec<String> {
    let assessment = assessed_on(yaml, AS_OF);
    let families = ["REC-", "EVD-", "OVS-04"];
    let gaps = assessment.gaps.iter();
    let gaps = gaps.filter(|gap| families.iter().any(|family| gap.kind.code.starts_with(family)));
    gaps.map(|gap| format!("{} {}", gap.kind.code, gap.level))
        .collect()
}

#[test]
fn ninety_days_are_worth_knowing_for_a_tool_and_too_short_for_high_risk() {
    let ninety = log("held_by: us, retention_min: P90D, retention_max: P1Y");
    assert_eq!(told(&format!("{USED}{ninety}")), ["REC-002 info"]);
    assert_eq!(
        told(&format!("{USED}{HIRING}{ninety}")),
        [format!("REC-002 {BY}")]
    );
    // The organisation's own rule is met, and says nothing about the law.
    let own = rules("sessions: P90D");
    assert_eq!(told(&format!("{own}{USED}{ninety}")), ["REC-002 info"]);
}

#[test]
fn a_hundred_and_eighty_days_are_not_six_months() {
    for (kept, expected) in [
        ("P180D", Some(BY)),
        ("P181D", Some(SHOULD)),
        ("P183D", Some(SHOULD)),
        ("P184D", None),
        ("P6M", None),
    ] {
        let yaml = format!("{USED}{HIRING}{}", log(&format!("retention_min: {kept}")));
        let expected: Vec<String> = expected.iter().map(|level| format!("REC-002 {level}")).collect();
        assert_eq!(told(&yaml), expected, "{kept}");
    }
}

#[test]
fn two_summaries_of_one_month_answer_for_each_other() {
    let import = "sources: [{id: otel, type: otel, extracted_on: 2026-11-03, sha256: ab, complete: true}]\n\
                  volumes: {sessions: 54, from: [otel]}\nmetrics: {self_merged: 2, from: [otel]}\n";
    let people = "log_categories: [{category: sessions, held_by: us, retention_min: P6M}, \
                  {category: prompts_and_outputs, held_by: us, retention_min: P6M}]\n\
                  metrics: {exceptions: 2}\nmonitoring_conclusion: none\n";
    let system = format!(
        "{USED}{HIRING}output_modalities: [code]\n---\nkind: review_workflow\nid: w\nname: W\nsystems: [a]\n"
    );
    let both = format!(
        "{system}{}{}",
        month("zz-import", 10, import),
        month("aa-people", 10, people)
    );
    assert_eq!(told(&both), Vec::<&str>::new());
    // The month that follows has been imported, and nobody has spoken about it yet: what was said of logs stands.
    let next = import
        .replace("self_merged: 2", "self_merged: 0")
        .replace("2026-11-03", "2026-12-01");
    let later = format!("{both}{}", month("november", 11, &next));
    assert_eq!(told(&later), Vec::<&str>::new());
    // Alone, the import leaves both questions open.
    let alone = format!("{system}{}", month("zz-import", 10, import));
    assert_eq!(
        told(&alone),
        [format!("REC-010 {BY}"), "EVD-031 should".to_owned()]
    );
}

#[test]
fn the_latest_period_says_how_logs_are_kept() {
    let short = "log_categories: [{category: sessions, retention_min: P30D}]\n";
    let long = "log_categories: [{category: sessions, retention_min: P6M}]\n";
    let of = |first: &str, then: &str| format!("{USED}{}{}", month("b", 9, first), month("a-then", 10, then));
    assert_eq!(told(&of(short, long)), Vec::<&str>::new());
    assert_eq!(told(&of(long, short)), ["REC-002 info"]);
    // A whole quarter ends with October and covers it, so both speak.
    let quarter = format!(
        "{USED}{}---\nkind: audit_summary\nid: q\nsystems: [a]\nperiod: {{start: 2026-08-01, end: 2026-10-31}}\n{short}",
        october(long)
    );
    assert_eq!(told(&quarter), ["REC-002 info"]);
}

#[test]
fn days_are_covered_when_any_summary_covers_them() {
    let span = |id: &str, start: &str, end: &str| {
        format!("---\nkind: audit_summary\nid: {id}\nsystems: [a]\nperiod: {{start: {start}, end: {end}}}\n")
    };
    let year = span("y", "2026-01-01", "2026-09-30");
    let march = span("m", "2026-03-01", "2026-03-31");
    let october = span("o", "2026-10-01", "2026-10-31");
    let november = span("n", "2026-11-05", "2026-11-20");
    assert_eq!(told(&format!("{USED}{year}{march}{october}")), Vec::<&str>::new());
    assert_eq!(
        told(&format!(
            "{USED}{march}{october}{october_again}",
            october_again = span("p", "2026-10-01", "2026-10-31")
        )),
        ["REC-007 should"]
    );
    let assessment = assessed_on(&format!("{USED}{year}{october}{november}"), AS_OF);
    let says = assessment.gaps.iter().find(|gap| gap.kind.code == "REC-007");
    let says = says.map(|gap| gap.says.clone()).unwrap();
    assert!(says.contains("4 days before 5 November 2026"), "{says}");
}

#[test]
fn habits_are_hinted_at_from_two_hundred_decisions_on() {
    let hinted = |metrics: &str| {
        let told = told(&format!(
            "{USED}{}",
            october(&format!("metrics: {{{metrics}}}\n"))
        ));
        told.contains(&"OVS-042 info".to_owned())
    };
    for (metrics, expected) in [
        ("user_accepts: 199, user_rejects: 0", false),
        ("user_accepts: 200, user_rejects: 0", true),
        ("user_accepts: 199, user_rejects: 1", false),
        (
            "user_accepts: 100, user_rejects: 20, config_decisions: 1080",
            false,
        ),
        (
            "user_accepts: 100, user_rejects: 20, config_decisions: 1081",
            true,
        ),
        ("bypass_sessions: 1", true),
        ("bypass_sessions: 0", false),
    ] {
        assert_eq!(hinted(metrics), expected, "{metrics}");
    }
}

#[test]
fn a_name_is_asked_about_once_where_it_was_seen_last() {
    let seen = "models_seen: [{name: gpt-5.1, count: 12, from: [otel]}]\nsources: [{id: otel, extracted_on: 2026-11-03, sha256: ab}]\n";
    let yaml = format!(
        "{USED}{}{}",
        month(
            "s9",
            9,
            &seen.replace("12", "7").replace("gpt-5.1", "GPT 5.1 (preview)")
        ),
        month("s10", 10, seen)
    );
    let assessment = assessed_on(&yaml, AS_OF);
    let gaps: Vec<_> = assessment
        .gaps
        .iter()
        .filter(|gap| gap.kind.code == "EVD-010")
        .collect();
    assert_eq!(gaps.len(), 1);
    assert_eq!(
        gaps[0].says,
        "A source names a model that the inventory does not: `gpt-5.1`, 12 times, by source `otel`."
    );
    assert_eq!(gaps[0].record.as_ref().map(|id| id.as_str()), Some("s10"));
}

/// Checks the findings about one summary, without their places.
#[track_caller]
fn finds(summary: &str, expected: Option<&str>) {
    let yaml = format!("kind: audit_summary\nid: s\n{summary}");
    let told = findings(yaml.as_bytes());
    let parts = told.iter().map(|it| it.splitn(3, ' ').collect::<Vec<_>>());
    let told: Vec<String> = parts.map(|it| format!("{} {}", it[0], it[2])).collect();
    assert_eq!(told, expected.into_iter().collect::<Vec<_>>(), "{yaml}");
}

#[test]
fn no_part_is_larger_than_its_whole() {
    for (summary, expected) in [
        (
            "metrics: {merged: 13, merged_reviewed: 14}\n",
            Some("E0307 `metrics.merged_reviewed` is 14, and `metrics.merged`, of which it is a part, is 13"),
        ),
        ("metrics: {merged: 13, merged_reviewed: 13}\n", None),
        (
            "metrics: {merged: 13, merged_ai: 14}\n",
            Some("E0307 `metrics.merged_ai` is 14, and `metrics.merged`, of which it is a part, is 13"),
        ),
        (
            "metrics: {merged_ai: 5, merged_ai_reviewed: 6}\n",
            Some(
                "E0307 `metrics.merged_ai_reviewed` is 6, and `metrics.merged_ai`, of which it is a part, is 5",
            ),
        ),
        (
            "metrics: {merged_reviewed: 5, merged_ai_reviewed: 6}\n",
            Some(
                "E0307 `metrics.merged_ai_reviewed` is 6, and `metrics.merged_reviewed`, of which it is a part, is 5",
            ),
        ),
        (
            "metrics: {merged: 1, self_merged: 2}\n",
            Some("E0307 `metrics.self_merged` is 2, and `metrics.merged`, of which it is a part, is 1"),
        ),
        (
            "metrics: {approvals: 1, approvals_without_comment: 2}\n",
            Some(
                "E0307 `metrics.approvals_without_comment` is 2, and `metrics.approvals`, of which it is a part, is 1",
            ),
        ),
        (
            "volumes: {sessions: 1}\nmetrics: {bypass_sessions: 2}\n",
            Some("E0307 `metrics.bypass_sessions` is 2, and `volumes.sessions`, of which it is a part, is 1"),
        ),
        (
            "volumes: {prs_total: 1, prs_ai_declared: 2}\n",
            Some(
                "E0307 `volumes.prs_ai_declared` is 2, and `volumes.prs_total`, of which it is a part, is 1",
            ),
        ),
        (
            "policy_violations: [{type: x, count: 1, resolved: 2}]\n",
            Some(
                "E0307 `policy_violations.resolved` is 2, and `policy_violations.count`, of which it is a part, is 1",
            ),
        ),
        ("policy_violations: [{type: x, resolved: 2}]\n", None),
        (
            "costs: {amount: \"1.00\", by_model: [{name: m, amount: \"1.01\"}]}\n",
            Some("E0307 `costs.by_model.amount` is 1.01, and `costs.amount`, of which it is a part, is 1.00"),
        ),
        (
            "metrics: {median_first_review: -0.5}\n",
            Some("E0307 `metrics.median_first_review` is -0.5, and no time is negative"),
        ),
        (
            "sources: [{records_read: 5, records_used: 4, duplicates: 1, unknown_events: {x: 1}}]\n",
            Some("E0307 the source has 5 records, and 6 of them are told of as used or left out"),
        ),
        (
            "sources: [{records_read: 6, records_used: 4, duplicates: 1, unknown_events: {x: 1}}]\n",
            None,
        ),
    ] {
        finds(summary, expected);
    }
    let target = |share: u32| {
        let yaml = format!("kind: review_workflow\nid: w\nname: W\nreview_coverage_target_pct: {share}\n");
        findings(yaml.as_bytes())
    };
    assert_eq!(
        target(101),
        ["E0307 4:29 `review_coverage_target_pct` is 101, and a share has at most 100 percent"]
    );
    assert_eq!(target(100), Vec::<String>::new());
}

#[test]
fn names_days_and_periods_within_a_summary_agree() {
    for (summary, expected) in [
        (
            "sources: [{id: otel}]\nvolumes: {sessions: 1, from: [otl]}\n",
            Some("E0203 no source of this summary is called `otl`"),
        ),
        (
            "sources: [{id: otel}]\nvolumes: {sessions: 1, from: [otel]}\n",
            None,
        ),
        (
            "models_seen: [{name: m, from: [otel]}]\n",
            Some("E0203 no source of this summary is called `otel`"),
        ),
        (
            "sources: [{id: o}, {id: o}]\n",
            Some("E0204 two sources of this summary have the id `o`"),
        ),
        (
            "costs: {currency: usd, amount: 1}\n",
            Some(
                "E0206 `usd` is no code of a currency; write three capital letters (ISO 4217), such as `EUR`",
            ),
        ),
        ("costs: {currency: EUR, amount: 1}\n", None),
        (
            "log_categories: [{category: sessions, retention_min: P6M, retention_max: P90D}]\n",
            Some("E0306 `retention_max` of sessions, 90 days, is shorter than its `retention_min`, 6 months"),
        ),
        (
            "log_categories: [{category: sessions, retention_min: P6M, retention_max: P182D}]\n",
            None,
        ),
        (
            "log_categories: [{category: sessions, retention_min: P5Y, retention_max: P59M}]\n",
            Some(
                "E0306 `retention_max` of sessions, 4 years 11 months, is shorter than its `retention_min`, 5 years",
            ),
        ),
        (
            "period: {start: 2026-10-01, end: 2026-10-31}\nsources: [{id: o, extracted_on: 2026-10-30}]\n",
            Some("E0303 `sources.extracted_on` lies before `period.end`"),
        ),
        (
            "period: {start: 2026-10-01, end: 2026-10-31}\nsources: [{id: o, extracted_on: 2026-10-31}]\n",
            None,
        ),
    ] {
        finds(summary, expected);
    }
}

#[test]
fn what_points_to_a_person_is_an_error_in_a_summary_alone() {
    let refused =
        |text: &str| findings(format!("kind: audit_summary\nid: s\nblind_spots: [\"{text}\"]\n").as_bytes());
    for text in [
        "jane.doe@acme.example left",
        "reviewed by @octocat",
        "author:octocat",
        "ghp_0123456789abcdefghijABCDEFGHIJ012345",
    ] {
        let told = refused(text);
        assert!(
            told.len() == 1 && told[0].starts_with("E0217 - `blind_spots` on line 3"),
            "{told:?}"
        );
        assert!(!told[0].contains(text.split(' ').next().unwrap()), "{told:?}");
    }
    assert_eq!(
        refused("personal accounts are not in any source"),
        Vec::<String>::new()
    );
    let key = "kind: audit_summary\nid: s\nsources: [{id: o, unknown_events: {jane@acme.example: 3}}]\n";
    assert!(findings(key.as_bytes())[0].starts_with("E0217"));
    // Elsewhere an address of a function is fine, and a token a warning.
    assert_eq!(
        findings(b"kind: vendor\nid: v\nincident_contact: soc@v.example\n"),
        Vec::<String>::new()
    );
}

#[test]
fn one_thing_is_counted_once_for_the_same_days_of_a_system() {
    let told = |first: &str, second: &str| {
        let yaml = format!("{LIVE}---\n{}{}", &month("one", 10, first)[4..], second);
        findings(yaml.as_bytes())
    };
    let sessions = "volumes: {sessions: 3}\n";
    let twice = "E0305 16:21 `one` and `two` both count `volumes.sessions` of `a` over days that both cover";
    assert_eq!(told(sessions, &month("two", 10, sessions)), [twice]);
    assert_eq!(told(sessions, &month("two", 9, sessions)), Vec::<String>::new());
    assert_eq!(
        told(sessions, &month("two", 10, "volumes: {tool_calls: 3}\n")),
        Vec::<String>::new()
    );
    let other = month("two", 10, sessions).replace("systems: [a]", "systems: []");
    assert_eq!(told(sessions, &other), Vec::<String>::new());
    // One of the two names the system, the other is named by it.
    let named = format!(
        "{LIVE}audit: two\n---\n{}{other}",
        &month("one", 10, sessions)[4..]
    );
    assert_eq!(findings(named.as_bytes()).len(), 1);
    let many = "volumes: {sessions: 3, users_count: 2}\ncosts: {currency: USD, amount: 1}\n";
    let told_many = told(many, &month("two", 10, many));
    assert!(
        told_many[0].ends_with("over days that both cover, and 2 more of the same"),
        "{told_many:?}"
    );
    let euros = many
        .replace("USD", "EUR")
        .replace("sessions: 3, users_count: 2", "tool_calls: 1");
    assert_eq!(told(many, &month("two", 10, &euros)), Vec::<String>::new());
}

#[test]
fn three_overlapping_summaries_give_one_finding_for_each_pair() {
    let sessions = "volumes: {sessions: 3}\n";
    let yaml = format!(
        "{LIVE}---\nkind: ai_system\nid: b\nname: B\n{}{}{}",
        month("one", 10, sessions),
        month("two", 10, sessions),
        month("three", 10, sessions)
    );
    let yaml = yaml.replace("systems: [a]", "systems: [a, b]");
    let told = findings(yaml.as_bytes());
    assert_eq!(told.len(), 3, "{told:?}");
}

fn write(path: &Path, text: &str) {
    File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
}

#[test]
fn a_file_that_changed_after_it_was_counted_is_an_error() {
    let home = tempfile::tempdir().unwrap();
    create_dir(home.path().join("audits")).unwrap();
    let hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    let record = |file: &str| {
        format!(
            "kind: organisation\nid: acme\n---\nkind: audit_summary\nid: s\nsources: [{{id: o, file: {file}, sha256: {hash}}}]\n"
        )
    };
    let codes = |record: &str| -> Vec<String> {
        write(&home.path().join("audits/s.yaml"), record);
        let asked = Asked {
            as_of: Some(AS_OF),
            today: AS_OF,
            law: None,
        };
        let findings = check(load(home.path()).unwrap(), asked).findings;
        let told = findings.sorted().into_iter();
        told.map(|it| format!("{} {}", it.code.id(), it.message))
            .collect()
    };
    let changed = "E0304 `audits/october.jsonl` is not the file whose hash is recorded";
    assert_eq!(
        codes(&record("october.jsonl")),
        Vec::<String>::new(),
        "it is not there"
    );
    write(&home.path().join("audits/october.jsonl"), "hello");
    assert_eq!(
        codes(&record("october.jsonl")),
        Vec::<String>::new(),
        "it is what was counted"
    );
    write(&home.path().join("audits/october.jsonl"), "hello!");
    assert_eq!(codes(&record("october.jsonl")), [changed]);
    for elsewhere in [
        "../../october.jsonl",
        "/etc/hostname",
        "https://acme.example/october.jsonl",
        ".",
    ] {
        assert_eq!(codes(&record(elsewhere)), Vec::<String>::new(), "{elsewhere}");
    }
}

#[test]
fn days_to_come_are_a_warning() {
    let home = tempfile::tempdir().unwrap();
    write(
        &home.path().join("a.yaml"),
        &format!("kind: organisation\nid: acme\n---\nkind: audit_summary\nid: s\n{OCTOBER}"),
    );
    for (as_of, expected) in [
        (Date::on(2026, 10, 30), vec!["W0450"]),
        (Date::on(2026, 10, 31), vec![]),
    ] {
        let asked = Asked {
            as_of: Some(as_of),
            today: AS_OF,
            law: None,
        };
        let findings = check(load(home.path()).unwrap(), asked).findings;
        let codes: Vec<&str> = findings.sorted().iter().map(|it| it.code.id()).collect();
        assert_eq!(codes, expected, "{as_of}");
    }
}

#[test]
fn every_check_of_the_table_can_be_explained() {
    let edition = actfile::law::edition::Edition::on(AS_OF);
    for number in [1, 4, 10, 20, 33, 41, 44, 47, 49] {
        let id = format!("EVD-{number:03}");
        assert!(
            explained(&id, edition).unwrap().starts_with(&format!("# {id}\n")),
            "{id}"
        );
    }
}
