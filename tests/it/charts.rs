//! Pictures of documents: every number of a picture stands in a table of its document, the words beside it are what a
//! reader of the Markdown gets, the files are XML, and a picture without content is left out.

use crate::markdown::{example, pages};
use actfile::documents::chart::{Chart, Picture};
use actfile::documents::document::Document;
use actfile::render::chart::draw;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme\ncountry: DE\n";

/// The cells of all tables of a page, as a reader sees them, and its pictures: file and alternative text.
#[expect(clippy::wildcard_enum_match_arm, reason = "tables and pictures alone matter")]
fn seen(page: &str) -> (BTreeSet<String>, Vec<(String, String)>) {
    let (mut cells, mut pictures) = (BTreeSet::new(), Vec::new());
    let mut text = String::new();
    for event in Parser::new_ext(page, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES) {
        match event {
            Event::Start(Tag::TableCell) => text.clear(),
            Event::Start(Tag::Image { dest_url, .. }) => {
                text.clear();
                pictures.push((dest_url.into_string(), String::new()));
            }
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::End(TagEnd::TableCell) => drop(cells.insert(std::mem::take(&mut text))),
            Event::End(TagEnd::Image) => {
                if let Some(last) = pictures.last_mut() {
                    last.1 = std::mem::take(&mut text);
                }
            }
            _ => {}
        }
    }
    (cells, pictures)
}

/// What a picture shows and a table must hold too.
fn shown(chart: &Chart) -> Vec<String> {
    match &chart.picture {
        Picture::Bars(bars) => {
            let each = bars.bars.iter().flat_map(|bar| {
                let sum: u64 = bar.counts.iter().sum();
                bar.counts.iter().copied().chain([sum]).collect::<Vec<_>>()
            });
            let labels = bars.bars.iter().map(|bar| bar.label.clone());
            each.map(in_thousands).chain(labels).collect()
        }
        Picture::Shares(shares) => {
            let each = shares.groups.iter().flat_map(|group| {
                let says = group.shares.iter().map(|share| share.says.clone());
                says.chain([group.label.clone()]).collect::<Vec<_>>()
            });
            each.collect()
        }
        Picture::Timeline(timeline) => {
            let each = timeline.stages.iter().flat_map(|stage| {
                let duties = match stage.n_duties {
                    0 => "none".to_owned(),
                    n => n.to_string(),
                };
                [stage.day.in_words(), stage.words.clone(), duties]
            });
            each.collect()
        }
        Picture::Graph(graph) => {
            let nodes = graph.layers.iter().flat_map(|layer| layer.nodes.clone());
            nodes.collect()
        }
    }
}

fn in_thousands(number: u64) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{}\u{202f}{rest:03}", in_thousands(thousands)),
    }
}

fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(document: &Document, page: &str) {
    let (cells, pictures) = seen(page);
    let charts: Vec<(String, String)> = document
        .charts
        .iter()
        .map(|chart| (chart.path(), one_line(&chart.says)))
        .collect();
    assert_eq!(pictures, charts, "{}", document.path);
    for chart in &document.charts {
        for number in shown(chart) {
            let number = one_line(&number);
            assert!(
                cells.contains(&number),
                "{number:?} of {} in no table:\n{page}",
                chart.name
            );
        }
        let file = draw(chart).unwrap().svg();
        let text = String::from_utf8(file.bytes).unwrap();
        let svg = roxmltree::Document::parse(&text).unwrap();
        assert_eq!(svg.root_element().attribute("role"), Some("img"));
    }
}

#[test]
fn the_example_has_its_pictures_with_their_numbers_in_tables() {
    let pages = example();
    for (document, page) in &pages {
        check(document, page);
    }
    let charts = pages.iter().flat_map(|(document, _)| &document.charts);
    let names: Vec<&str> = charts.map(|chart| chart.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "systems",
            "duties",
            "gaps",
            "coverage-audit-2026-09-coding",
            "costs-audit-2026-09-coding",
            "parts"
        ]
    );
}

#[test]
fn pictures_without_content_are_left_out() {
    for (document, page) in pages(ORGANISATION) {
        check(&document, &page);
        let names: Vec<&str> = document.charts.iter().map(|chart| chart.name.as_str()).collect();
        assert!(
            names.iter().all(|name| *name == "gaps"),
            "{names:?} in {}",
            document.path
        );
    }
}

#[test]
fn a_graph_that_nobody_could_read_is_left_to_the_tables_and_the_page_says_so() {
    let mut yaml = ORGANISATION.to_owned();
    for n in 0..20 {
        yaml += &format!(
            "---\nkind: ai_system\nid: s{n}\nname: S{n}\nmodels: [m{n}]\n---\nkind: model\nid: m{n}\nname: M{n}\n"
        );
    }
    let pages = pages(&yaml);
    let (document, page) = pages
        .iter()
        .find(|(document, _)| document.path == "ai-bom")
        .unwrap();
    assert!(document.charts.is_empty());
    assert!(
        page.contains("There is no picture of the parts: 40 are more"),
        "{page}"
    );
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{1,9}( [a-z]{1,12}){0,9}",
        "[一-龠]{1,20}",
        "[א-ת]{2,9}( [א-ת]{2,9}){0,3}",
        Just("a|b *c* ![d](charts/systems.svg)".to_owned()),
    ]
}

fn system() -> impl Strategy<Value = (String, Option<String>, usize)> {
    (name(), proptest::option::of(name()), 0..5_usize)
}

fn inventory(systems: &[(String, Option<String>, usize)]) -> String {
    const ROLES: [&str; 5] = [
        "",
        "our_roles: [provider]\n",
        "our_roles: [deployer]\n",
        "our_roles: [provider, deployer]\n",
        "our_roles: [importer]\n",
    ];
    let systems = systems.iter().enumerate().map(|(n, (name, owner, roles))| {
        let owner = owner
            .as_ref()
            .map_or(String::new(), |owner| format!("owner: '{owner}'\n"));
        format!(
            "---\nkind: ai_system\nid: s{n}\nname: '{name}'\n{owner}{}",
            ROLES[*roles]
        )
    });
    format!("{ORGANISATION}{}", systems.collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn every_number_of_a_picture_stands_in_a_table(systems in proptest::collection::vec(system(), 0..61)) {
        for (document, page) in pages(&inventory(&systems)) {
            if !document.charts.is_empty() {
                check(&document, &page);
            }
        }
    }
}
