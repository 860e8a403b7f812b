//! The rollout record: what is read and refused, which gaps it raises, and what its document shows.

use crate::input::findings;
use crate::markdown::pages;
use crate::obligations::{Row, assessed_on, row};
use crate::statements::shows;
use actfile::calendar::Date;
use actfile::documents::document::Document;
use pulldown_cmark::{Event, Options, Parser, Tag};

const ORG: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
const SYSTEM: &str = "---\nkind: ai_system\nid: a\nname: A\nunlisted_facts: absent\nour_roles: [deployer]\n";
const EVIDENCE: &str = "---\nkind: evidence\nid: e\ntitle: A report\n";
const SHOULD: &str = "should";
const INFO: &str = "info";

fn rollout(more: &str) -> String {
    format!("{ORG}{SYSTEM}{EVIDENCE}---\nkind: rollout\nid: r\nname: Rollout\nsystems: [a]\n{more}\n")
}

fn pilot(more: &str) -> String {
    rollout(&format!("phases: {{pilot: {{{more}}}}}"))
}

fn monitor(more: &str) -> String {
    rollout(&format!("prevention: {{monitor: {{{more}}}}}"))
}

/// A rollout that forbade Cursor on 1 September 2026, and an audit summary of these days that names a tool.
fn seen(decision: &str, start: &str, end: &str, name: &str) -> String {
    let tool = format!("unapproved_tools: [{{name: Cursor, decision: {decision}, decided_on: 2026-09-01}}]");
    let audit = format!(
        "---\nkind: audit_summary\nid: s\nsystems: [a]\nperiod: {{start: {start}, end: {end}}}\n\
         tools_seen: [{{name: {name}, count: 4}}]\n"
    );
    format!("{}{audit}", rollout(&tool))
}

fn tool(more: &str) -> String {
    rollout(&format!("unapproved_tools: [{{name: Cursor, {more}}}]"))
}

fn compared(more: &str) -> String {
    rollout(&format!("comparisons: [{{what: time to fix, {more}}}]"))
}

const BEFORE: &str = "before: {value: 4, period: {start: 2026-01-01, end: 2026-01-31}}";
const AFTER: &str = "after: {value: 3, period: {start: 2026-10-01, end: 2026-10-31}}";

/// The gaps `ROL-...`: code, level, a project that raises it and one that does not.
// One row per case, however long: a table is read across.
#[rustfmt::skip]
pub(crate) fn rows() -> Vec<Row> {
    let forbidden = |start: &str, end: &str| seen("forbid", start, end, "cursor");
    vec![
        row("ROL-001", SHOULD, &[], &pilot("status: done, steps: [{step: onboarding, status: open}]"), &pilot("status: running, steps: [{step: onboarding, status: open}]")),
        row("ROL-001", SHOULD, &[], &pilot("status: done, steps: [{step: onboarding}]"), &pilot("status: done, steps: [{step: onboarding, status: done}]")),
        row("ROL-001", SHOULD, &[], &pilot("status: done, steps: [{own: a talk, status: {unknown: {asked: CTO}}}]"), &pilot("status: done, steps: [{own: a talk, status: {not_applicable: {reason: nobody is new}}}]")),
        row("ROL-001", SHOULD, &[], &pilot("status: done, steps: [{step: onboarding, status: open}]"), &pilot("status: skipped, steps: [{step: onboarding, status: open}]")),
        row("ROL-002", SHOULD, &[], &monitor("status: in_place"), &monitor("status: in_place, since: 2026-09-01, evidence: [e]")),
        row("ROL-002", SHOULD, &[], &monitor("status: in_place, since: 2026-09-01"), &monitor("status: planned, since: 2026-09-01")),
        row("ROL-002", SHOULD, &[], &monitor("status: in_place, evidence: [e]"), &monitor("status: ended, evidence: [e]")),
        row("ROL-003", INFO, &[], &pilot("steps: [{step: onboarding, status: done}]"), &pilot("steps: [{step: onboarding, status: done, done_on: 2026-09-01}]")),
        row("ROL-003", INFO, &[], &pilot("steps: [{step: onboarding, status: done}]"), &pilot("steps: [{step: onboarding, status: done, evidence: [e]}]")),
        row("ROL-003", INFO, &[], &pilot("steps: [{step: onboarding, status: done}]"), &pilot("steps: [{step: onboarding, status: open}]")),
        // A summary whose first day is after the decision shows use after it; one that began before can be older use.
        row("ROL-004", SHOULD, &[], &forbidden("2026-09-02", "2026-09-30"), &forbidden("2026-09-01", "2026-09-30")),
        row("ROL-004", INFO, &[], &forbidden("2026-09-01", "2026-09-30"), &forbidden("2026-08-01", "2026-09-01")),
        row("ROL-004", SHOULD, &[], &seen("replace", "2026-10-01", "2026-10-31", "Cursor"), &seen("approve", "2026-10-01", "2026-10-31", "Cursor")),
        row("ROL-004", SHOULD, &[], &seen("forbid", "2026-10-01", "2026-10-31", "CURSOR"), &seen("forbid", "2026-10-01", "2026-10-31", "cursor-cli")),
        row("ROL-004", SHOULD, &[], &forbidden("2026-10-01", "2026-10-31").replace("tools_seen", "mcp_servers_seen"), &forbidden("2026-10-01", "2026-10-31").replace("decided_on: 2026-09-01", "decided_on: {unknown: {}}")),
        row("ROL-005", SHOULD, &[], &tool("decision: tolerate_until, decided_on: 2026-09-01, tolerated_until: 2026-11-21"), &tool("decision: tolerate_until, decided_on: 2026-09-01, tolerated_until: 2026-11-22")),
        row("ROL-005", SHOULD, &[], &tool("decision: tolerate_until, tolerated_until: 2026-11-21"), &tool("decision: forbid, tolerated_until: 2026-11-21")),
        row("ROL-006", INFO, &[], &tool("found_on: 2026-09-01"), &tool("decision: forbid, decided_on: 2026-09-01")),
        row("ROL-006", INFO, &[], &tool("decision: forbid"), &tool("decision: approve, decided_on: 2026-09-01")),
        row("ROL-006", INFO, &[], &tool("decision: tolerate_until, decided_on: 2026-09-01"), &tool("decision: tolerate_until, decided_on: 2026-09-01, tolerated_until: 2027-01-31")),
        row("ROL-007", SHOULD, &[], &rollout("sign_off: {next_review_on: 2026-11-21}"), &rollout("sign_off: {next_review_on: 2026-11-22}")),
        row("ROL-008", INFO, &[], &pilot("status: running, due_on: 2026-11-21"), &pilot("status: running, due_on: 2026-11-22")),
        row("ROL-008", INFO, &[], &pilot("status: planned, due_on: 2026-11-21"), &pilot("status: done, due_on: 2026-11-21")),
        row("ROL-008", INFO, &[], &pilot("steps: [{step: onboarding, status: open, due_on: 2026-11-21}]"), &pilot("steps: [{step: onboarding, status: done, due_on: 2026-11-21}]")),
        row("ROL-008", INFO, &[], &monitor("status: planned, due_on: 2026-11-21"), &monitor("status: in_place, due_on: 2026-11-21")),
        row("ROL-009", INFO, &[], &compared(&format!("population: all teams, people: 40, {BEFORE}, {AFTER}")), &compared(&format!("unit: hours, population: all teams, people: 40, {BEFORE}, {AFTER}"))),
        row("ROL-009", INFO, &[], &compared(&format!("unit: hours, population: all teams, people: 40, {BEFORE}")), &compared(&format!("unit: hours, population: all teams, people: 40, {BEFORE}, {AFTER}"))),
        row("ROL-009", INFO, &[], &compared(&format!("unit: hours, population: all teams, people: 40, {BEFORE}, after: {{value: 3}}")), &compared(&format!("unit: hours, population: all teams, people: 40, {BEFORE}, {AFTER}"))),
    ]
}

#[test]
fn a_rollout_raises_recommendations_and_never_a_duty() {
    let all = rollout(
        "phases: {pilot: {status: done, due_on: 2026-01-01, steps: [{step: onboarding, status: open, due_on: 2026-01-01}]}}\n\
         prevention: {training: {status: in_place}}\nunapproved_tools: [{name: X}]\ncomparisons: [{what: x}]\n\
         sign_off: {next_review_on: 2026-01-01}",
    );
    let assessment = assessed_on(&all, Date::on(2026, 11, 22));
    let gaps = assessment
        .gaps
        .iter()
        .filter(|gap| gap.kind.code.starts_with("ROL"));
    let levels: Vec<String> = gaps.map(|gap| gap.level.to_string()).collect();
    assert_eq!(levels.len(), 6, "{levels:?}");
    assert!(levels.iter().all(|it| it == SHOULD || it == INFO), "{levels:?}");
}

#[test]
fn a_phase_is_asked_about_once_however_many_steps_are_open() {
    let yaml = pilot("status: done, steps: [{step: onboarding, status: open}, {own: a talk, status: open}]");
    let assessment = assessed_on(&yaml, Date::on(2026, 11, 22));
    let gaps = assessment.gaps.iter().filter(|gap| gap.kind.code == "ROL-001");
    let says: Vec<&str> = gaps.map(|gap| gap.says.as_str()).collect();
    assert_eq!(
        says,
        [
            "A phase of the rollout is said to be done while steps of it are open: pilot: hold an onboarding; a talk."
        ]
    );
}

#[track_caller]
fn refuses(body: &str, expected: &[&str]) {
    let yaml = format!("kind: rollout\nid: r\n{body}\n");
    let found: Vec<String> = findings(yaml.as_bytes())
        .into_iter()
        .filter(|line| !line.starts_with("E0203"))
        .collect();
    assert_eq!(found, expected, "{yaml}");
}

#[test]
fn what_a_rollout_cannot_mean_is_refused_at_its_place() {
    for (body, expected) in [
        (
            "phases: {pilot: {status: finished}}",
            "E0207 3:26 `finished` is not one of the terms of this field",
        ),
        (
            "phases: {pilot: {steps: [{step: team_leads}]}}",
            "E0218 3:33 `team_leads` is no step of `phases.pilot`",
        ),
        (
            "phases: {pilot: {steps: [{status: open}]}}",
            "E0218 3:26 a step names nothing",
        ),
        (
            "phases: {pilot: {steps: [{step: onboarding, own: a talk}]}}",
            "E0218 3:26 a step names one of the checklist and one in own words",
        ),
        (
            "phases: {pilot: {steps: [{step: onboarding}, {step: onboarding}]}}",
            "E0218 3:53 the step `onboarding` stands twice",
        ),
        (
            "phases: {pilot: {began_on: 2026-03-02, ended_on: 2026-03-01}}",
            "E0303 3:50 `ended_on` lies before `began_on`",
        ),
        (
            "unapproved_tools: [{found_on: 2026-03-02, decided_on: 2026-03-01}]",
            "E0303 3:55 `decided_on` lies before `found_on`",
        ),
        (
            "comparisons: [{before: {period: {start: 2026-03-01, end: 2026-03-31}}, after: {period: {start: 2026-03-02}}}]",
            "E0303 3:96 `after.period.start` lies before `before.period.end`",
        ),
        (
            "comparisons: [{people: 1}]",
            "E0219 3:24 a comparison is about a group of 1",
        ),
        (
            "comparisons: [{per_developer: [{value: 3}]}]",
            "E0215 3:16 `per_developer` would record how individual persons perform",
        ),
        (
            "comparisons: [{leaderboard: []}]",
            "E0215 3:16 `leaderboard` would record how individual persons perform",
        ),
        (
            "unapproved_tools: [{found_by: jane.doe@acme.example}]",
            "E0217 - `found_by` on line 3 of a rollout holds an address",
        ),
        (
            "comparisons: [{population: \"@octocat\"}]",
            "E0217 - `population` on line 3 of a rollout holds the login of a person",
        ),
        ("pilots: []", "E0205 3:1 the key `pilots` is not known here"),
    ] {
        refuses(body, &[expected]);
    }
}

#[test]
fn what_a_rollout_names_has_to_be_there() {
    let yaml = "kind: rollout\nid: r\nsystems: [a]\nphases: {pilot: {steps: [{step: onboarding, evidence: [b]}]}}\n\
                prevention: {training: {evidence: [c]}}\nunapproved_tools: [{system: d, replaced_by: f}]\n\
                comparisons: [{evidence: [g]}]\n";
    let found = findings(yaml.as_bytes());
    let named = ["`a`", "`b`", "`c`", "`d`", "`f`", "`g`"];
    for name in named {
        let is_told = found
            .iter()
            .any(|line| line.starts_with("E0203") && line.contains(name));
        assert!(is_told, "{name}: {found:?}");
    }
    assert_eq!(found.len(), named.len(), "{found:?}");
}

const RICH: &str = "phases:
  pilot:
    status: done
    began_on: 2026-02-02
    ended_on: 2026-02-20
    steps:
    - {step: pilot_group, status: done, done_on: 2026-02-02, evidence: [e]}
    - {step: subscriptions, status: done, done_on: 2026-02-02}
    - {step: onboarding, status: done}
    - {step: instructions, status: {not_applicable: {reason: there is none}}}
    - {own: a talk, status: open, due_on: 2026-03-01}
  expand: {status: skipped, reason: the team is small}
  standardise: {status: skipped}
prevention:
  approve_quickly: {status: planned, due_on: 2026-12-31, what: a form}
  easy_official_path: {status: in_place, since: 2026-03-01, what: one command}
  monitor: {status: in_place, what: counts}
  training: {status: in_place, since: 2026-03-01, what: a course, evidence: [e]}
unapproved_tools:
- {name: Cursor, found_on: 2026-08-20, found_by: network log, decision: forbid, decided_on: 2026-09-01, decided_by: CTO}
- {name: Otter, found_on: 2026-08-20, found_by: network log, decision: tolerate_until, decided_on: 2026-09-01, tolerated_until: 2026-12-31}
- {name: Draw, decision: replace, replaced_by: a}
- {found_on: 2026-08-20}
comparisons:
- {what: time to fix, unit: hours, population: all teams, people: 40, before: {value: 4.5, n: 87, period: {start: 2026-01-01, end: 2026-01-31}}, after: {value: 3, period: {start: 2026-10-01, end: 2026-10-31}}}
---
kind: audit_summary
id: s
name: October
systems: [a]
period: {start: 2026-10-01, end: 2026-10-31}
tools_seen: [{name: cursor, count: 4}, {name: Draw}]
---
kind: audit_summary
id: t
name: September
systems: [a]
period: {start: 2026-09-01, end: 2026-09-30}
tools_seen: [{name: Cursor}]
---
kind: audit_summary
id: u
name: August
systems: [a]
period: {start: 2026-08-01, end: 2026-08-31}
tools_seen: [{name: Cursor}]";

fn page_of(yaml: &str) -> Option<(Document, String)> {
    pages(yaml)
        .into_iter()
        .find(|(document, _)| document.path == "rollout")
}

#[test]
fn a_rollout_has_a_document_and_no_rollout_has_none() {
    assert!(page_of(&format!("{ORG}{SYSTEM}")).is_none());
    let (document, page) = page_of(&rollout("")).unwrap();
    assert_eq!(document.title, "Rollout record");
    shows(
        &page,
        &[
            "No provision of the AI Act asks for a rollout plan.",
            "(Art. 4(1), Art. 26(1))",
            "(Annex III 4(b))",
            "| Pilot | not on record | not on record |",
            "| Pilot | Hold an onboarding | not on record | not on record | nothing said |",
            "| People are trained | not on record | not on record | not on record | nothing said |",
            "The record names no unapproved tool. That does not show that there is none.",
            "No gap says that a source names a model, tool or server that the inventory does not.",
            "No comparison is on record.",
            "No day that the record sets has passed without what was to be done by it.",
        ],
    );
}

#[test]
fn each_of_two_rollouts_has_its_name_over_its_measures() {
    let one = rollout("");
    let two = format!("{one}---\nkind: rollout\nid: r2\nname: Second rollout\n");
    assert!(!page_of(&one).unwrap().1.contains("**Rollout**"));
    let (_, page) = page_of(&two).unwrap();
    shows(
        &page,
        &["**Rollout**\n\n| Measure |", "**Second rollout**\n\n| Measure |"],
    );
}

#[test]
fn what_is_said_stands_apart_from_what_is_shown() {
    let (_, page) = page_of(&rollout(RICH)).unwrap();
    shows(
        &page,
        &[
            "| Pilot | Choose a small pilot group | done | 2 February 2026 | A report |",
            "| Pilot | Set up the subscriptions | done | 2 February 2026 | said with its day, nothing shown |",
            "| Pilot | Hold an onboarding | done | not on record | said, nothing shown |",
            "| not applicable: there is none | not on record | nothing to be shown |",
            "| Pilot | a talk | open | due on 1 March 2026 | nothing to show yet |",
            "| Expansion | skipped | not on record | not on record | not on record | the team is small |",
            "| Standardisation | skipped | not on record | not on record | not on record | missing: phases.standardise.reason |",
            "| Requests for tools are decided quickly | planned | due on 31 December 2026 | a form | nothing to show yet |",
            "| The official way is the easy one | in place | 1 March 2026 | one command | said with its day, nothing shown |",
            "| Use is watched as a whole rather than blocked | in place | not on record | counts | said, nothing shown |",
            "| People are trained | in place | 1 March 2026 | a course | A report |",
        ],
    );
}

#[test]
fn unapproved_tools_stand_beside_the_summaries_that_name_them() {
    let (_, page) = page_of(&rollout(RICH)).unwrap();
    shows(
        &page,
        &[
            "| Otter | 20 August 2026 | network log | tolerated for a time, until 31 December 2026 |",
            "| to be replaced, by A |",
            "| Cursor | August | 1 August 2026 to 31 August 2026 | not on record | before it |",
            "| Cursor | September | 1 September 2026 to 30 September 2026 | not on record | before or after it: the period began before |",
            "| Cursor | October | 1 October 2026 to 31 October 2026 | 4 | after it |",
            "| Otter | no audit summary names it |",
            "| Draw | October | 1 October 2026 to 31 October 2026 | not on record | unknown, for a day is missing |",
            "| EVD-011 | should |",
            "| ROL-004 | should | A tool that is not to be used was seen after the decision: `Cursor`, in `s`. |",
            "| time to fix | all teams; people: 40 | 4.5 hours; worked out from: 87; 1 January 2026 to 31 January 2026 | 3 hours;",
        ],
    );
    assert_eq!(page.matches("| ROL-004 |").count(), 1, "{page}");
}

#[test]
fn the_record_claims_no_more_than_was_checked() {
    for yaml in [rollout(""), rollout(RICH)] {
        let (document, page) = page_of(&yaml).unwrap();
        let lower = page.to_lowercase();
        for word in ["compliant", "certified", "satisfies", "guaranteed", "%"] {
            assert!(!lower.contains(word), "{word}");
        }
        for statement in &document.statements {
            assert!(
                page.contains(&format!("{{#{}}}", statement.section)),
                "{statement:?}"
            );
            assert!(!statement.says.starts_with("missing"), "{statement:?}");
        }
        assert!(!page.contains("|  |") && !page.contains("blank"), "{page}");
    }
}

/// What a page is made of, without its words.
#[expect(clippy::wildcard_enum_match_arm, reason = "the words of a page are left out")]
fn structure(page: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_GFM;
    let parts = Parser::new_ext(page, options).filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(format!("{level:?}")),
        Event::Start(tag) => Some(format!("{tag:?}")),
        Event::Html(_) | Event::InlineHtml(_) => Some("html".to_owned()),
        Event::Rule => Some("rule".to_owned()),
        _ => None,
    });
    parts.collect()
}

#[test]
fn no_text_of_a_rollout_changes_what_its_page_is_made_of() {
    let neutral = rollout(
        "owner: WORD\nphases: {pilot: {status: skipped, reason: WORD, steps: [{own: WORD, status: {not_applicable: {reason: WORD}}}]}}\n\
         prevention: {monitor: {status: in_place, what: WORD}}\n\
         unapproved_tools: [{name: WORD, found_by: WORD, decision: forbid, decided_by: WORD}]\n\
         comparisons: [{what: WORD, unit: WORD, population: WORD, people: 9}]",
    );
    let expected = structure(&page_of(&neutral).unwrap().1);
    for hostile in [
        "</td> | <script>alert(1)</script>",
        "# a **b** _c_ `d` [e](f) ![g](h)",
        "| a | b |",
        "--- === ~~~ ```",
        "{{ 7 * 7 }} {% raw %} {# x #}",
        "a\\|b\\\\|c",
        "> [!WARNING]",
        "{#anchor} {.class}",
    ] {
        let (_, page) = page_of(&neutral.replace("WORD", &format!("'{hostile}'"))).unwrap();
        assert_eq!(structure(&page), expected, "{hostile}");
    }
}
