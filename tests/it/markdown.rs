//! Documents as Markdown, from YAML to the page, read back by a Markdown parser.

use actfile::calendar::Date;
use actfile::classify::classify;
use actfile::documents::document::{Document, Standing};
use actfile::documents::occasion::{Languages, Occasion};
use actfile::documents::plan::Plan;
use actfile::law::edition::Edition;
use actfile::link::link;
use actfile::obligations::assess;
use actfile::read::load;
use actfile::render::markdown::{Spoken, markdown};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const AS_OF: Date = Date::on(2026, 11, 22);

/// Builds all documents of a project of one file.
pub(crate) fn pages(yaml: &str) -> Vec<(Document, String)> {
    pages_on(yaml, AS_OF)
}

/// Builds them for a day.
#[expect(clippy::disallowed_methods, reason = "the test writes a project of its own")]
pub(crate) fn pages_on(yaml: &str, as_of: Date) -> Vec<(Document, String)> {
    let project = tempfile::tempdir().unwrap();
    fs::write(project.path().join("all.yaml"), yaml).unwrap();
    pages_of(project.path(), as_of)
}

fn pages_of(project: &Path, as_of: Date) -> Vec<(Document, String)> {
    let mut loaded = load(project).unwrap();
    let inventory = link(loaded.records, &mut loaded.findings);
    let found: Vec<_> = loaded
        .findings
        .sorted()
        .into_iter()
        .map(|found| &found.message)
        .collect();
    assert!(found.is_empty(), "{found:?}");
    let edition = Edition::Omnibus2026;
    let classification = classify(&inventory, edition, as_of, &mut loaded.findings);
    let assessment = assess(inventory, classification, edition, as_of);
    let spoken = Languages::of(None, assessment.inventory.organisation.as_ref());
    let occasion = Occasion::new(&assessment, &loaded.sources, "0123456789abcdef", &spoken).unwrap();
    let page = |document: Document| {
        let page = markdown(document.template, &document.view, Spoken::ENGLISH)?;
        Ok((document, page))
    };
    Plan::of(&occasion).each(page).unwrap()
}

const SMALL: &str = "
kind: organisation
id: acme
legal_name: Acme GmbH
country: DE
---
kind: ai_system
id: assistant
name: Coding assistant
owner: Head of Engineering
";

/// The pages of the smallest project.
fn small() -> Vec<(Document, String)> {
    pages(SMALL)
}

#[test]
fn the_smallest_project_has_an_inventory_and_a_sheet() {
    let paths: Vec<String> = small().into_iter().map(|(document, _)| document.path).collect();
    assert_eq!(
        paths,
        [
            "index",
            "inventory",
            "transparency",
            "human-oversight",
            "record-keeping",
            "literacy",
            "use-and-costs",
            "ai-bom",
            "classification",
            "gaps",
            "coverage",
            "crosswalk",
            "systems/assistant"
        ]
    );
}

#[test]
fn every_page_begins_with_its_title_and_stays_a_draft_until_approved() {
    for (document, page) in small() {
        assert!(
            page.starts_with(&format!("# {}\n\n**Acme GmbH**\n", document.title)),
            "{page}"
        );
        assert!(page.contains("> **DRAFT.**"), "{}", document.path);
        assert_eq!(document.standing, Standing::Draft);
    }
    let approved = |day: &str| {
        let name = "name: Coding assistant";
        let sign_off = format!("{name}\nsign_off: {{approved_by: CTO, approved_on: {day}}}");
        pages(&SMALL.replace(name, &sign_off)).pop().unwrap()
    };
    // The documents speak for 22 November 2026.
    for (day, says) in [
        ("2026-11-20", "20 November 2026"),
        ("2026-11-22", "22 November 2026"),
    ] {
        let (sheet, page) = approved(day);
        assert_eq!(sheet.standing, Standing::Signed);
        assert!(!page.contains("DRAFT"), "{page}");
        assert!(page.contains(&format!("| Approved on | {says} |")), "{page}");
    }
    let (sheet, page) = approved("2026-11-23");
    assert_eq!(sheet.standing, Standing::Draft);
    assert!(page.contains("> **DRAFT.**"), "{page}");
}

#[test]
fn pages_are_plain_markdown_with_whole_tables() {
    for (document, page) in small() {
        for event in Parser::new_ext(&page, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES) {
            assert!(
                !matches!(event, Event::Html(_) | Event::InlineHtml(_)),
                "{event:?} in {}",
                document.path
            );
        }
        let mut n_columns = 0;
        for line in page.lines() {
            let n_bars = line.matches('|').count();
            if line.starts_with("|---") {
                n_columns = n_bars;
            }
            let is_body = line.starts_with('|') && n_columns > 0;
            assert!(!is_body || n_bars == n_columns, "{line} in {}", document.path);
            n_columns = if line.starts_with('|') { n_columns } else { 0 };
        }
    }
}

#[test]
fn every_statement_stands_under_a_heading_of_its_document() {
    for (document, page) in small() {
        for statement in &document.statements {
            let anchor = format!("{{#{}}}", statement.section);
            assert!(page.contains(&anchor), "{statement:?} in {}", document.path);
        }
    }
}

/// The worked example of the repository, which holds every kind of record.
pub(crate) fn example() -> Vec<(Document, String)> {
    pages_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("inventories"), AS_OF)
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// What a page is made of, without its words.
#[expect(clippy::wildcard_enum_match_arm, reason = "the words of a page are left out")]
fn structure(page: &str) -> Vec<String> {
    let parts = Parser::new_ext(page, options()).filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(format!("{level:?}")),
        Event::Start(tag) => Some(format!("{tag:?}")),
        Event::Code(_) => Some("code".to_owned()),
        Event::Html(_) | Event::InlineHtml(_) => Some("html".to_owned()),
        Event::Rule => Some("rule".to_owned()),
        _ => None,
    });
    parts.collect()
}

#[test]
fn no_text_of_a_record_changes_what_a_page_is_made_of() {
    let neutral = "kind: ai_system\nid: x\nname: WORD\ndescription: WORD\nowner: WORD\nour_use: WORD\n\
        intended_purpose: {text: WORD, source: WORD}\naffected_persons: [WORD, WORD]\n\
        operators: [{population: WORD}]\nlimitations: [WORD]\nreview_triggers: [WORD]\n\
        integrations: [{name: WORD, type: api, approved: true, data_flow: WORD}]\n\
        dpia: {not_applicable: {reason: WORD}}\nautonomy: {unknown: {asked: WORD}}\n\
        sign_off: {prepared_by: WORD}\n---\nkind: organisation\nid: acme\nlegal_name: WORD\naddress: WORD\n";
    let expected: Vec<Vec<String>> = structures(neutral);
    for hostile in [
        "</td> | <script>alert(1)</script>",
        "# a **b** _c_ `d` [e](f) ![g](h)",
        "| a | b |",
        "--- === ~~~ ```",
        "1. - + * :",
        "{{ 7 * 7 }} {% raw %} {# x #}",
        "a\\|b\\\\|c",
        "> [!WARNING]",
        "{#anchor} {.class}",
    ] {
        let quoted = format!("'{hostile}'");
        assert_eq!(
            structures(&neutral.replace("WORD", &quoted)),
            expected,
            "{hostile}"
        );
    }
}

fn structures(yaml: &str) -> Vec<Vec<String>> {
    pages(yaml).iter().map(|(_, page)| structure(page)).collect()
}

#[test]
fn the_example_has_whole_tables_and_no_empty_place() {
    for (document, page) in example() {
        let mut n_columns = 0;
        for line in page.lines() {
            let n_bars = line.matches('|').count();
            let is_row = line.starts_with('|');
            n_columns = match is_row {
                true if line.starts_with("|---") || n_columns > 0 => n_columns.max(n_bars),
                _ => 0,
            };
            assert!(
                !is_row || n_columns == 0 || n_bars == n_columns,
                "{line} in {}",
                document.path
            );
            assert!(
                !line.contains("|  |") && !line.contains("blank"),
                "{line} in {}",
                document.path
            );
        }
        assert!(
            !structure(&page).contains(&"html".to_owned()),
            "{}",
            document.path
        );
    }
}

#[test]
fn every_statement_of_the_example_stands_under_a_heading() {
    for (document, page) in example() {
        for statement in &document.statements {
            assert!(
                page.contains(&format!("{{#{}}}", statement.section)),
                "{statement:?} in {}",
                document.path
            );
        }
    }
}

#[test]
fn every_anchor_of_a_page_is_its_own() {
    for (document, page) in example() {
        let anchors: Vec<&str> = page
            .lines()
            .filter_map(|line| line.split_once(" {#"))
            .map(|(_, id)| id)
            .collect();
        let mut seen = BTreeSet::new();
        for anchor in anchors {
            assert!(seen.insert(anchor), "{anchor} stands twice in {}", document.path);
        }
    }
}

#[test]
fn an_open_class_is_never_one_tier() {
    for (document, page) in small() {
        for claim in [
            "| no specific category (minimal) |",
            "minimal risk",
            "limited risk",
        ] {
            assert!(!page.contains(claim), "{claim} in {}", document.path);
        }
    }
    let (_, index) = small().remove(0);
    assert!(
        index.contains("open: between no specific category (minimal) and"),
        "{index}"
    );
}

#[test]
fn no_page_claims_more_than_was_checked() {
    let words = [
        "compliant",
        "compliance achieved",
        "certified",
        "satisfies",
        "guaranteed",
    ];
    for (document, page) in small() {
        let page = page.to_lowercase();
        for word in words {
            assert!(!page.contains(word), "{word} in {}", document.path);
        }
    }
}

#[test]
fn a_gap_is_shown_where_it_belongs_and_in_the_register() {
    let pages = small();
    let page = |path: &str| {
        &pages
            .iter()
            .find(|(document, _)| document.path == path)
            .unwrap()
            .1
    };
    for path in ["gaps", "systems/assistant"] {
        assert!(page(path).contains("| INV-020 |"), "{}", page(path));
    }
    assert!(page("inventory").contains("| INV-020 |"), "{}", page("inventory"));
    assert!(
        page("gaps").contains("| LIT-001 | no owner on record |"),
        "{}",
        page("gaps")
    );
}

#[test]
fn sections_are_numbered_without_a_gap_or_a_double() {
    for (document, page) in example() {
        let numbers = page
            .lines()
            .filter_map(|line| line.strip_prefix("## ")?.split_once(". ")?.0.parse().ok());
        let numbers: Vec<usize> = numbers.collect();
        let expected: Vec<usize> = (1..=numbers.len()).collect();
        assert_eq!(numbers, expected, "{}", document.path);
    }
}
