//! Documents as Markdown, from YAML to the page, read back by a Markdown parser.

use actfile::calendar::Date;
use actfile::classify::classify;
use actfile::documents::document::{Document, Standing};
use actfile::documents::documents;
use actfile::documents::occasion::Occasion;
use actfile::law::edition::Edition;
use actfile::link::link;
use actfile::obligations::assess;
use actfile::read::load;
use actfile::render::markdown::markdown;
use pulldown_cmark::{Event, Options, Parser};
use std::fs;
use std::path::Path;

/// Builds all documents of a project of one file.
fn pages(yaml: &str) -> Vec<(Document, String)> {
    let project = tempfile::tempdir().unwrap();
    fs::write(project.path().join("all.yaml"), yaml).unwrap();
    pages_of(project.path())
}

fn pages_of(project: &Path) -> Vec<(Document, String)> {
    let mut loaded = load(project).unwrap();
    let inventory = link(loaded.records, &mut loaded.findings);
    let found: Vec<_> = loaded
        .findings
        .sorted()
        .into_iter()
        .map(|found| &found.message)
        .collect();
    assert!(found.is_empty(), "{found:?}");
    let (edition, as_of) = (Edition::Omnibus2026, Date::on(2026, 11, 22));
    let classification = classify(&inventory, edition, as_of, &mut loaded.findings);
    let assessment = assess(inventory, classification, edition, as_of);
    let occasion = Occasion::new(&assessment, &loaded.sources, "0123456789abcdef").unwrap();
    let documents = documents(&occasion).unwrap();
    documents
        .into_iter()
        .map(|document| {
            let page = markdown(document.template, &document.view).unwrap();
            (document, page)
        })
        .collect()
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
            "ai-bom",
            "classification",
            "gaps",
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
    let approved = SMALL.replace(
        "name: Coding assistant",
        "name: Coding assistant\nsign_off: {approved_by: CTO, approved_on: 2026-11-20}",
    );
    let (sheet, page) = pages(&approved).pop().unwrap();
    assert_eq!(sheet.standing, Standing::Signed);
    assert!(!page.contains("DRAFT"), "{page}");
    assert!(page.contains("| Approved on | 20 November 2026 |"), "{page}");
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
