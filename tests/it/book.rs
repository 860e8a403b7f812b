//! The book is held to its word: what stands in its reference is what the code says, every chapter is in the contents,
//! every link leads somewhere, and chapters written by hand name no law and claim no more than was checked.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the events of the Markdown reader are not our enum, and most of them are of no interest here"
)]

use crate::pages::{COLUMNS, FOLDER, pages};
use actfile::failure::Failure;
use assert_cmd::Command;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

const BOOK: &str = "docs/src";
const CONTENTS: &str = "docs/src/SUMMARY.md";

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the test reads the texts of the repository, not an inventory"
)]
fn text(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap()
}

/// Returns the Markdown files below a folder, by their paths below the repository.
fn below(folder: &str) -> BTreeSet<String> {
    let files = WalkDir::new(repository().join(folder)).into_iter();
    let files = files.map(|entry| entry.unwrap().into_path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| shown(path.strip_prefix(repository()).unwrap()))
        .collect()
}

/// Returns a path with forward slashes, with `..` worked out.
fn shown(path: &Path) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(part) => parts.push(part.to_str().unwrap()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    parts.join("/")
}

fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES)
}

fn links(markdown: &str) -> Vec<String> {
    let links = events(markdown).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.into_string())
        }
        _ => None,
    });
    links.collect()
}

/// Returns the anchors of the headings, as both mdBook and GitHub make them.
fn anchors(markdown: &str) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut anchors = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in events(markdown) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = heading.as_mut() {
                    heading.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let anchor = anchor(&heading.take().unwrap());
                let n_before = seen.get(&anchor).copied().unwrap_or_default();
                seen.insert(anchor.clone(), n_before + 1);
                anchors.insert(match n_before {
                    0 => anchor,
                    n_before => format!("{anchor}-{n_before}"),
                });
            }
            _ => {}
        }
    }
    anchors
}

fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter_map(|char| match char {
        char if char.is_alphanumeric() || "-_".contains(char) => Some(char),
        char if char.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.flat_map(char::to_lowercase).collect()
}

fn fail_on(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn help(words: &[&str]) -> Result<String, Failure> {
    let mut command = Command::cargo_bin("actfile").unwrap();
    let ended = command.args(words).env("COLUMNS", COLUMNS).output().unwrap();
    Ok(String::from_utf8(ended.stdout).unwrap())
}

#[test]
fn the_reference_is_what_the_code_says() {
    let pages = pages(&repository().join("inventories"), &help).unwrap();
    let made: BTreeMap<String, String> = pages
        .into_iter()
        .map(|page| (format!("{FOLDER}/{}", page.path), page.text))
        .collect();
    let names: BTreeSet<String> = made.keys().cloned().collect();
    assert_eq!(
        names,
        below(FOLDER),
        "`cargo run --example book` writes the pages"
    );
    let differing = made.iter().filter(|(path, made)| text(path) != **made);
    let differing = differing.map(|(path, _)| format!("{path}: `cargo run --example book` writes it anew"));
    fail_on(&differing.collect::<Vec<_>>());
}

#[test]
fn every_chapter_is_in_the_contents_once() {
    let linked: Vec<String> = links(&text(CONTENTS))
        .iter()
        .map(|link| format!("{BOOK}/{link}"))
        .collect();
    let once: BTreeSet<String> = linked.iter().cloned().collect();
    assert_eq!(linked.len(), once.len(), "a chapter stands twice");
    let mut chapters = below(BOOK);
    chapters.remove(CONTENTS);
    assert_eq!(once, chapters);
}

/// Returns why a link leads nowhere, if it does. Of another address only the form is looked at.
fn dead(from: &str, link: &str) -> Option<String> {
    if link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let folder = Path::new(from).parent().unwrap();
    let target: PathBuf = match path {
        "" => PathBuf::from(from),
        path => folder.join(path),
    };
    let target = shown(&target);
    // Of the repository, only the book travels with the book.
    if from.starts_with(BOOK) && !target.starts_with(BOOK) {
        return Some("leads out of the book".to_owned());
    }
    match (repository().join(&target).exists(), anchor) {
        (false, _) => Some("leads to no file".to_owned()),
        (true, "") => None,
        (true, anchor) => {
            (!anchors(&text(&target)).contains(anchor)).then(|| "leads to no heading".to_owned())
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let outside = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
    ];
    let files = below("docs").into_iter().chain(outside.map(str::to_owned));
    let mut n_links = 0;
    let mut found = Vec::new();
    for file in files {
        for link in links(&text(&file)) {
            n_links += 1;
            let dead = dead(&file, &link);
            found.extend(dead.map(|why| format!("{file}: `{link}` {why}")));
        }
    }
    assert!(n_links > 150, "{n_links} links");
    fail_on(&found);
}

#[test]
fn a_dead_link_is_noticed() {
    let from = "docs/src/introduction.md";
    for (link, why) in [
        ("tour.md", None),
        ("tour.md#start-small", None),
        ("https://example.org", None),
        ("tower.md", Some("leads to no file")),
        ("tour.md#start-large", Some("leads to no heading")),
        ("../../README.md", Some("leads out of the book")),
    ] {
        assert_eq!(dead(from, link).as_deref(), why, "{link}");
    }
}

#[test]
fn no_page_holds_markup_that_a_reader_would_not_see() {
    let mut found = Vec::new();
    for file in below(BOOK) {
        let text = text(&file);
        let hidden = events(&text).filter_map(|event| match event {
            Event::Html(html) | Event::InlineHtml(html) => Some(format!("{file}: {html}")),
            _ => None,
        });
        found.extend(hidden);
    }
    fail_on(&found);
}

/// Returns the prose of a text: what is neither fenced nor in backticks.
fn prose(markdown: &str) -> Vec<String> {
    let mut is_fenced = false;
    let texts = events(markdown).filter_map(|event| match event {
        Event::Start(Tag::CodeBlock(_)) => {
            is_fenced = true;
            None
        }
        Event::End(TagEnd::CodeBlock) => {
            is_fenced = false;
            None
        }
        Event::Text(text) if !is_fenced => Some(text.into_string()),
        _ => None,
    });
    texts.collect()
}

fn names_law(prose: &str) -> bool {
    let words: Vec<&str> = prose.split(|char: char| !char.is_alphanumeric()).collect();
    let is_year = |word: &&str| word.len() == 4 && word.starts_with("20") && word.parse::<u16>().is_ok();
    let is_place = |pair: &[&str]| {
        let begins_with = |is: fn(char) -> bool| pair[1].starts_with(is);
        match pair[0] {
            "Art" | "Article" | "Articles" => begins_with(|char| char.is_ascii_digit()),
            "Annex" => begins_with(|char| "IVX".contains(char)),
            _ => false,
        }
    };
    words.iter().any(is_year) || words.windows(2).any(is_place)
}

#[test]
fn chapters_written_by_hand_name_no_law_and_claim_no_more_than_was_checked() {
    let claims = [
        "compliant",
        "compliance achieved",
        "certified",
        "satisfies",
        "guaranteed",
    ];
    let mut found = Vec::new();
    for file in below(BOOK).iter().filter(|file| !file.starts_with(FOLDER)) {
        for said in prose(&text(file)) {
            let lower = said.to_lowercase();
            let claim = claims.iter().any(|claim| lower.contains(claim));
            if claim || names_law(&said) {
                found.push(format!("{file}: {said}"));
            }
        }
    }
    fail_on(&found);
    assert!(names_law("since Article 4 is law") && names_law("in 2026") && names_law("Annex III"));
    assert!(!names_law("an article or an annex, 120 people"));
}
