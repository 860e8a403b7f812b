//! The transparency statement and the records of oversight, of logs, of literacy and of costs, from YAML to the page.

use crate::markdown::pages;
use actfile::documents::document::Document;
use actfile::tongue::language::Language;
use actfile::tongue::words::Words;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeSet;

const EMPTY: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
pub(crate) const SMALL: &str = "
kind: organisation
id: acme
legal_name: Acme GmbH
---
kind: ai_system
id: assistant
name: Coding assistant
";
pub(crate) const RICH: &str = include_str!("statements.yaml");
/// A project with caps and a forecast, and no costs.
const CAPPED: &str = "
kind: organisation
id: acme
legal_name: Acme GmbH
---
kind: ai_system
id: assistant
name: Coding assistant
budget:
  currency: EUR
  cap_per_month: 100
  forecast: {developers: 2, sessions_per_day: 1, cost_per_session: 1}
---
kind: audit_summary
id: october
systems: [assistant]
period: {start: 2026-10-01, end: 2026-10-31}
volumes: {sessions: 3}
";
const PATHS: [&str; 5] = [
    "transparency",
    "human-oversight",
    "record-keeping",
    "literacy",
    "use-and-costs",
];

pub(crate) fn statement(path: &str, yaml: &str) -> (Document, String) {
    let mut pages = pages(yaml).into_iter();
    pages.find(|(document, _)| document.path == path).unwrap()
}

/// Returns the documents of an empty, a small and a rich project.
fn all() -> Vec<(Document, String)> {
    let each = |yaml| PATHS.map(|path| statement(path, yaml));
    [EMPTY, SMALL, RICH].into_iter().flat_map(each).collect()
}

#[track_caller]
pub(crate) fn shows(page: &str, lines: &[&str]) {
    for line in lines {
        assert!(page.contains(line), "`{line}` is not in:\n{page}");
    }
}

#[test]
fn each_sentence_of_the_templates_is_printed_for_some_project() {
    for (path, template, at_least) in [
        (
            "transparency",
            include_str!("../../templates/transparency.md.tera"),
            40,
        ),
        (
            "human-oversight",
            include_str!("../../templates/human-oversight.md.tera"),
            35,
        ),
        (
            "record-keeping",
            include_str!("../../templates/record-keeping.md.tera"),
            25,
        ),
        ("literacy", include_str!("../../templates/literacy.md.tera"), 15),
        (
            "use-and-costs",
            include_str!("../../templates/use-and-costs.md.tera"),
            20,
        ),
    ] {
        let pages: Vec<String> = [EMPTY, SMALL, CAPPED, RICH]
            .map(|yaml| statement(path, yaml).1)
            .into_iter()
            .collect();
        let phrases = phrases(template);
        assert!(phrases.len() > at_least, "{path}: {} phrases", phrases.len());
        for text in literals(template).map(str::to_owned).chain(phrases) {
            let is_printed = pages.iter().any(|page| page.contains(&text));
            assert!(is_printed, "{path}: nothing prints `{text}`");
        }
    }
}

/// Returns the phrases that a template prints as the catalog has them, without blanks.
fn phrases(template: &str) -> Vec<String> {
    let words = Words::of(Language::En);
    let asked = template.split("t(id=\"").skip(1);
    let ids = asked.filter_map(|rest| rest.split_once('"').map(|(id, _)| id));
    ids.filter_map(|id| words.try_say(id, &[]).ok()).collect()
}

/// Returns what a template prints as it stands, line by line.
fn literals(template: &str) -> impl Iterator<Item = &str> {
    fn without<'t>(text: &'t str, open: &str, close: &str) -> Vec<&'t str> {
        let parts = text.split(open);
        parts
            .map(|part| part.split_once(close).map_or(part, |(_, rest)| rest))
            .collect()
    }
    let parts = without(template, "{{", "}}").into_iter();
    let parts = parts.flat_map(|part| without(part, "{%", "%}"));
    parts.flat_map(str::lines).map(str::trim)
}

#[test]
fn every_heading_has_an_anchor_of_its_own() {
    for (document, page) in all() {
        let mut anchors = BTreeSet::new();
        for event in Parser::new_ext(&page, Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_TABLES) {
            if let Event::Start(Tag::Heading { level, id, .. }) = event {
                let is_title = level == pulldown_cmark::HeadingLevel::H1;
                let anchor = id.map(|id| id.to_string());
                assert!(
                    is_title || anchor.is_some(),
                    "{}: a heading without anchor",
                    document.path
                );
                assert!(
                    anchors.insert(anchor.clone()),
                    "{}: {anchor:?} stands twice",
                    document.path
                );
            }
        }
        let n_sections = page.lines().filter(|line| line.starts_with("## ")).count();
        let expected = match document.path.as_str() {
            "transparency" => 14,
            "literacy" => 8,
            "use-and-costs" => 6,
            _ => 11,
        };
        assert_eq!(n_sections, expected, "{}", document.path);
    }
}

#[test]
fn nothing_claims_more_than_was_checked() {
    for (document, page) in all() {
        let page = page.to_lowercase();
        for word in [
            "compliant",
            "certified",
            "satisfies",
            "guaranteed",
            "compliance achieved",
            "share of ai code",
        ] {
            assert!(!page.contains(word), "{word} in {}", document.path);
        }
    }
}

#[test]
fn what_a_record_states_is_printed_and_not_as_missing() {
    for (document, page) in all() {
        for statement in &document.statements {
            let anchor = format!("{{#{}}}", statement.section);
            assert!(page.contains(&anchor), "{statement:?}");
            assert!(!statement.says.starts_with("missing"), "{statement:?}");
            let is_plain = |c: char| c.is_alphanumeric() || " ,.:()%".contains(c);
            let is_printed = page.contains(&statement.says);
            assert!(
                is_printed || !statement.says.chars().all(is_plain),
                "{statement:?}"
            );
        }
        assert!(!page.contains("missing: \n") && !page.contains("|  |"), "{page}");
    }
}

#[test]
fn the_transparency_statement_says_that_it_replaces_no_notice() {
    for yaml in [EMPTY, SMALL, RICH] {
        let (_, page) = statement("transparency", yaml);
        shows(
            &page,
            &[
                "It is the record that notices exist and where they are shown.",
                "A page like this does not replace the notices themselves",
            ],
        );
    }
}

#[test]
fn notices_show_place_wording_and_reasons_by_role() {
    let (_, page) = statement("transparency", RICH);
    shows(
        &page,
        &[
            "| Chat banner | Support chatbot | customers | above the first message | 1 August 2026 |",
            ": Wording: You are talking to an AI system of Acme.\n: Languages: en, de\n",
            ": Accessibility: checked against EN 301 549 on 2 August 2026\n: The system acts on behalf of: Acme GmbH\n",
            "| Coding agent in the terminal | Coding agent | obvious to the people concerned | developers start it",
            "| Blog articles | Editor in chief | editor@acme.example |",
            "| Letter to staff | 15 January 2026 | 1 February 2026 |",
        ],
    );
    assert!(!page.contains("Jane Doe"), "a person is named");
}

#[test]
fn duties_name_their_bearer_and_their_day() {
    let (_, page) = statement("transparency", RICH);
    let literacy = "take measures that support the AI literacy of staff and others who operate AI for us";
    shows(
        &page,
        &[
            &format!(
                "| every system that we provide or use | {literacy} | Art. 4(1) | us | applies | 2 February 2025 |"
            ),
            "| Support chatbot | marking synthetic content | Art. 50(2) | us, as provider | ",
            "| Coding agent | marking synthetic content | Art. 50(2) | the provider, not us | ",
            "for: CV screening.",
        ],
    );
}

#[test]
fn a_system_on_the_market_before_the_marking_duty_has_its_own_day() {
    let facts = "output_modalities: [text]\nfacts: {art50: {generates: [text], obvious: false}}\nunlisted_facts: absent\n";
    for (placed, expected) in [
        ("2026-08-01", "| 2 December 2026 |"),
        ("2026-08-02", "| 2 August 2026 |"),
    ] {
        let yaml = format!("{SMALL}our_roles: [provider]\nplaced_on_market_on: {placed}\n{facts}");
        let (_, page) = statement("transparency", &yaml);
        let row = page
            .lines()
            .find(|line| line.starts_with("| Coding assistant | provider | text |"));
        assert!(row.unwrap().ends_with(expected), "{row:?}");
    }
}

#[test]
fn declared_involvement_is_counted_as_declared() {
    let (_, page) = statement("transparency", RICH);
    shows(
        &page,
        &[
            "| Coding agent | 1 September 2026 to 30 September 2026 | 120 of 412 (29.1%) | 130 of 450 (28.9%) | \
             unknown (missing: volumes.commits_ai_declared) |",
            "Changes made with a system and not declared are not in it.",
        ],
    );
}

#[test]
fn a_digest_of_instructions_stands_for_high_risk_systems_alone() {
    let (_, page) = statement("transparency", RICH);
    shows(
        &page,
        &[
            "### CV screening {#instructions-cv-screening}",
            "Provider (Art. 13(3)(a))\n: Model Maker Ltd; contact: support@maker.example",
            "Changes determined in advance (Art. 13(3)(c))\n: missing: predetermined_changes",
            "because questions are not answered yet: Support chatbot, Coding agent.",
        ],
    );
    assert!(!page.contains("{#instructions-chatbot}"), "{page}");
}

#[test]
fn the_status_of_oversight_follows_role_and_class() {
    let high_risk = "facts: {annex_iii: {points: [\"4(a)\"], profiling: true}}\nunlisted_facts: absent\n";
    let minimal = "unlisted_facts: absent\nfacts: {annex_iii: {points: []}}\n";
    for (fields, expected) in [
        (
            format!("our_roles: [deployer]\n{high_risk}"),
            ": Legal duty: as deployer, the organisation is to put competent, trained and empowered people in charge of \
             oversight (Art. 26(2)). It applies from 2 December 2027; this record prepares for it.",
        ),
        (
            format!("our_roles: [provider, deployer]\n{high_risk}"),
            ": Legal duty: as provider, the organisation is to design the system so that people can oversee it (Art. 14); \
             as deployer, ",
        ),
        (
            high_risk.to_owned(),
            "which of them the organisation is, the record of the system does not say.",
        ),
        (
            minimal.to_owned(),
            ": Voluntary. Class of the system: no specific category (minimal).",
        ),
        (String::new(), ": Open: the class lies between"),
    ] {
        let (_, page) = statement("human-oversight", &format!("{SMALL}{fields}"));
        shows(&page, &[expected]);
    }
}

#[test]
fn counts_stand_beside_definition_population_and_period() {
    let (_, page) = statement("human-oversight", RICH);
    shows(
        &page,
        &[
            "| Measure | What is counted, out of what | 1 September 2026 to 30 September 2026 | 3 October 2026 to 31 \
             October 2026 |\n|---|---|---|---|\n| Review coverage | merged changes that a person other than the author \
             reviewed, out of all merged changes | 398 of 412 (96.6%) | 0 of 0 |",
            "| 24 of 432 (5.6%) | unknown (missing: metrics.closed_unmerged) |",
            "| 3.5 hours | unknown (missing: metrics.median_first_review) |",
            "The audit summaries do not count: Merged under an exception; ",
        ],
    );
}

#[test]
fn measures_stand_by_the_letters_of_the_law() {
    let (_, page) = statement("human-oversight", RICH);
    let letters = ["(a)", "(b)", "(c)", "(d)", "(e)"].map(|letter| format!("(Art. 14(4){letter})\n: "));
    let found: Vec<usize> = letters.iter().map(|letter| page.find(letter).unwrap()).collect();
    assert!(found.is_sorted(), "{found:?}");
    shows(
        &page,
        &[
            ": every tenth ranking is hidden\n: Built by: the deployer; shown by: Manual of the CV screening",
            ": Last tested on: 1 September 2026\n: What the test showed: worked",
            "| bare-oversight | Support chatbot | missing: roles |",
            "Training for these systems: Course on CV screening; day of the training: 10 February 2026",
        ],
    );
}

#[test]
fn the_report_of_a_serious_incident_has_its_day() {
    let (_, page) = statement("human-oversight", RICH);
    shows(
        &page,
        &[
            "| All applications refused | 5 October 2026 | 5 October 2026 | no report on record | Art. 26(5) | 2 December 2027 |",
            "### Summaries that name no system {#statistics-stray}",
        ],
    );
}
