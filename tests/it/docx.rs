//! DOCX files of the example and of every language: their parts are XML, whatever they refer to is there, they say what the
//! Markdown says, letter by letter, and the same inventory gives the same bytes. What other programs make of them is asked
//! by `.ci/docx/run`.

use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::read::{Loaded, load};
use actfile::render::Format;
use actfile::tongue::language::Language;
use actfile::tongue::words::Words;
use actfile::{Asked, Checked, check};
use flate2::read::DeflateDecoder;
use pulldown_cmark::{BlockQuoteKind, Event, Options, Parser, Tag, TagEnd};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;

type Files = BTreeMap<String, Vec<u8>>;

pub(crate) fn example() -> Checked {
    let loaded = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("inventories")).unwrap();
    let asked = Asked {
        as_of: Some(Date::on(2026, 11, 22)),
        today: Date::on(2026, 11, 22),
        law: None,
    };
    check(loaded, asked)
}

fn made(checked: &Checked, language: Option<Language>) -> Files {
    let scope = Scope {
        formats: [Format::Markdown, Format::Docx].into(),
        language,
        ..Scope::default()
    };
    let built = build(checked, &scope).unwrap();
    built
        .artifacts
        .into_iter()
        .map(|it| (it.path, it.bytes))
        .collect()
}

fn number(bytes: &[u8], at: usize, n_bytes: usize) -> usize {
    let digits = bytes[at..at + n_bytes].iter().rev();
    digits.fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// Returns the parts of a package as its list of contents names them; of pictures, that they are there.
pub(crate) fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let end = file.len() - 22;
    assert_eq!(&file[end..end + 4], b"PK\x05\x06");
    let (n_parts, mut at) = (number(file, end + 10, 2), number(file, end + 16, 4));
    let mut parts = BTreeMap::new();
    for _ in 0..n_parts {
        assert_eq!(&file[at..at + 4], b"PK\x01\x02");
        let (n_pressed, n_name) = (number(file, at + 20, 4), number(file, at + 28, 2));
        let name = String::from_utf8(file[at + 46..at + 46 + n_name].to_vec()).unwrap();
        let start = number(file, at + 42, 4) + 30 + n_name;
        let mut bytes = Vec::new();
        let mut pressed = DeflateDecoder::new(&file[start..start + n_pressed]);
        pressed.read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes.len(), number(file, at + 24, 4), "{name}");
        let text = match name.ends_with(".png") {
            true => "a picture".to_owned(),
            false => String::from_utf8(bytes).unwrap(),
        };
        assert!(parts.insert(name, text).is_none());
        at += 46 + n_name;
    }
    parts
}

fn named<'a>(read: &'a Document, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    read.descendants()
        .filter(move |node| node.tag_name().name() == name)
}

fn named_in<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |it| it.tag_name().name() == name)
}

fn value<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    node.attributes()
        .find(|it| it.name() == name)
        .map_or("", |it| it.value())
}

/// Everything that one part asks for is there.
fn check_references(parts: &BTreeMap<String, String>, path: &str) {
    let text = Document::parse(&parts["word/document.xml"]).unwrap();
    let relations = Document::parse(&parts["word/_rels/document.xml.rels"]).unwrap();
    let related: BTreeSet<&str> = named(&relations, "Relationship")
        .map(|node| value(node, "Id"))
        .collect();
    for node in named(&relations, "Relationship").filter(|node| value(*node, "TargetMode").is_empty()) {
        assert!(
            parts.contains_key(&format!("word/{}", value(node, "Target"))),
            "{path}"
        );
    }
    let bookmarks: Vec<&str> = named(&text, "bookmarkStart")
        .map(|node| value(node, "name"))
        .collect();
    let known: BTreeSet<&str> = bookmarks.iter().copied().collect();
    assert_eq!(known.len(), bookmarks.len(), "{path}");
    // Word cuts longer names.
    assert!(known.iter().all(|name| (1..=40).contains(&name.len())), "{path}");
    for link in named(&text, "hyperlink") {
        let (id, anchor) = (value(link, "id"), value(link, "anchor"));
        assert!(
            related.contains(id) != known.contains(anchor),
            "{path}: {id} {anchor}"
        );
    }
    let styles = Document::parse(&parts["word/styles.xml"]).unwrap();
    let styles: BTreeSet<&str> = named(&styles, "style")
        .map(|node| value(node, "styleId"))
        .collect();
    for name in ["pStyle", "rStyle", "tblStyle"] {
        for used in named(&text, name) {
            assert!(
                styles.contains(value(used, "val")),
                "{path}: {}",
                value(used, "val")
            );
        }
    }
    let numbering = Document::parse(&parts["word/numbering.xml"]).unwrap();
    let lists: BTreeSet<&str> = named(&numbering, "num")
        .map(|node| value(node, "numId"))
        .collect();
    for list in named(&text, "numId") {
        assert!(lists.contains(value(list, "val")), "{path}");
    }
}

fn check_tables(parts: &BTreeMap<String, String>, path: &str) {
    let text = Document::parse(&parts["word/document.xml"]).unwrap();
    for table in named(&text, "tbl") {
        let children =
            |node: Node, name: &str| node.children().filter(|it| it.tag_name().name() == name).count();
        let n_columns = table
            .descendants()
            .filter(|it| it.tag_name().name() == "gridCol")
            .count();
        for row in table.children().filter(|it| it.tag_name().name() == "tr") {
            assert_eq!(children(row, "tc"), n_columns, "{path}");
        }
        let first = table.children().find(|it| it.tag_name().name() == "tr").unwrap();
        assert!(
            first.descendants().any(|it| it.tag_name().name() == "tblHeader"),
            "{path}"
        );
        let next = table.next_sibling_element().map(|it| it.tag_name().name());
        assert!(matches!(next, Some("p" | "sdt")), "{path}: {next:?}");
    }
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The letters of the text, without the banner and the contents, which the Markdown does not have.
fn letters_of_docx(parts: &BTreeMap<String, String>) -> String {
    let text = Document::parse(&parts["word/document.xml"]).unwrap();
    let body = named(&text, "body").next().unwrap();
    let blocks = body
        .children()
        .filter(|node| matches!(node.tag_name().name(), "p" | "tbl"));
    let is_banner = |node: &Node| node.descendants().any(|it| value(it, "val") == "Banner");
    let blocks = blocks.filter(|node| !is_banner(node));
    let texts = blocks.flat_map(|node| node.descendants().filter(|it| it.tag_name().name() == "t"));
    texts
        .map(|node| without_blanks(node.text().unwrap_or_default()))
        .collect()
}

/// The letters of the Markdown; a picture stands beside a table that says the same, and another document has the ending of
/// its own kind.
#[expect(clippy::wildcard_enum_match_arm, reason = "texts alone matter")]
fn letters_of_markdown(markdown: &str, words: Words) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH;
    let mut letters = String::new();
    let (mut is_picture, mut is_document) = (false, false);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Image { .. }) => is_picture = true,
            Event::End(TagEnd::Image) => is_picture = false,
            Event::Start(Tag::Link { dest_url, .. }) => is_document = dest_url.ends_with(".md"),
            Event::End(TagEnd::Link) if is_document => letters.push_str(".docx"),
            Event::Start(Tag::BlockQuote(Some(BlockQuoteKind::Warning))) => {
                letters.push_str(&without_blanks(&words.say("pdf-warning")));
            }
            Event::Start(Tag::BlockQuote(Some(BlockQuoteKind::Note))) => {
                letters.push_str(&without_blanks(&words.say("pdf-note")));
            }
            Event::Text(text) | Event::Code(text) if !is_picture => letters.push_str(&without_blanks(&text)),
            _ => {}
        }
    }
    letters
}

#[test]
fn a_docx_says_what_the_markdown_says_and_holds_together() {
    let checked = example();
    for language in Language::ALL {
        let files = made(&checked, Some(*language));
        let mut n_files = 0;
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".docx")) {
            let parts = parts(bytes);
            for (name, text) in parts.iter().filter(|(name, _)| !name.ends_with(".png")) {
                assert!(Document::parse(text).is_ok(), "{path}: {name}");
            }
            check_references(&parts, path);
            check_tables(&parts, path);
            let markdown = String::from_utf8(files[&path.replace(".docx", ".md")].clone()).unwrap();
            let is_in = |language: Language| {
                letters_of_docx(&parts) == letters_of_markdown(&markdown, Words::of(language))
            };
            // Some documents are made in English alone.
            assert!(
                is_in(*language) || is_in(Language::En),
                "{path} in {}",
                language.key()
            );
            n_files += 1;
        }
        assert!(n_files > 10);
    }
}

#[test]
fn each_picture_of_a_document_is_there_with_its_words() {
    let files = made(&example(), None);
    let parts = parts(&files["index.docx"]);
    let text = Document::parse(&parts["word/document.xml"]).unwrap();
    let markdown = String::from_utf8(files["index.md"].clone()).unwrap();
    let pictures: Vec<Node> = named(&text, "docPr").collect();
    assert_eq!(pictures.len(), markdown.matches("](charts/").count());
    assert!(!pictures.is_empty() && pictures.iter().all(|it| value(*it, "descr").len() > 20));
    assert_eq!(
        parts.keys().filter(|name| name.ends_with(".png")).count(),
        pictures.len()
    );
}

#[test]
fn a_copy_says_of_which_build_it_is_and_names_only_what_lies_beside_it() {
    let loaded = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/projects/smallest")).unwrap();
    let day = Date::on(2026, 11, 22);
    let checked = check(
        loaded,
        Asked {
            as_of: Some(day),
            today: day,
            law: None,
        },
    );
    for (formats, other_words) in [
        (vec![Format::Docx], "docx-copy-alone"),
        (
            vec![Format::Docx, Format::Markdown, Format::Html],
            "docx-copy-alone",
        ),
        (vec![Format::Docx, Format::Pdf], "docx-copy-beside"),
    ] {
        let scope = Scope {
            formats: formats.into_iter().collect(),
            ..Scope::default()
        };
        let built = build(&checked, &scope).unwrap();
        let is_there = |path: &str| built.artifacts.iter().any(|it| it.path == path);
        let expected =
            Words::default().say_with(other_words, &[("build", built.facts.build_id.as_str().into())]);
        for file in built.artifacts.iter().filter(|it| it.path.ends_with(".docx")) {
            let parts = parts(&file.bytes);
            let text = Document::parse(&parts["word/document.xml"]).unwrap();
            let banner = named(&text, "p").next().unwrap();
            let says: String = named_in(banner, "t").filter_map(|it| it.text()).collect();
            assert_eq!(says, expected, "{}", file.path);
            assert_eq!(
                says.contains("beside it"),
                is_there(&file.path.replace(".docx", ".pdf"))
            );
            assert!(says.contains(&built.facts.build_id), "{says}");
        }
    }
}

#[test]
fn the_same_inventory_gives_the_same_drafts() {
    let checked = example();
    assert_eq!(made(&checked, None), made(&checked, None));
}

#[test]
fn a_build_that_asks_for_nothing_makes_no_drafts() {
    let built = build(&example(), &Scope::default()).unwrap();
    let is_draft = |path: &str| path.ends_with(".docx") || path.ends_with(".xlsx");
    assert!(built.artifacts.iter().all(|it| !is_draft(&it.path)));
    assert_eq!(built.facts.options.get("formats"), None);
}

#[test]
fn a_workbook_says_what_the_csv_says() {
    let files = made(&example(), None);
    let parts = parts(&files["gaps.xlsx"]);
    for (name, text) in &parts {
        assert!(Document::parse(text).is_ok(), "{name}");
    }
    let sheet = Document::parse(&parts["xl/worksheets/sheet1.xml"]).unwrap();
    let csv = String::from_utf8(files["gaps.csv"].clone()).unwrap();
    assert_eq!(named(&sheet, "row").count(), csv.lines().count());
    let heads = named(&sheet, "row").next().unwrap().descendants();
    let heads: BTreeSet<&str> = heads
        .filter_map(|node| node.text().filter(|_| node.is_text()))
        .collect();
    for name in csv.lines().next().unwrap().split(',') {
        let (_, head) = HEADS.iter().find(|(known, _)| *known == name).unwrap();
        assert!(heads.contains(head), "{name}: {heads:?}");
    }
    let is_plain = |head: &&&str| head.starts_with(char::is_uppercase) && !head.contains('_');
    assert_eq!(
        heads.iter().filter(is_plain).count(),
        HEADS.len() + 3,
        "{heads:?}"
    );
    assert_eq!(named(&sheet, "f").count(), 0);
}

/// The columns of the CSV file with the words that stand above them in the workbook; three more are for people.
const HEADS: &[(&str, &str)] = &[
    ("id", "Id"),
    ("code", "Gap"),
    ("level", "Level"),
    ("by", "By"),
    ("document", "Document"),
    ("systems", "Systems"),
    ("record", "Record"),
    ("kind", "Kind of record"),
    ("field", "Field"),
    ("says", "What is missing"),
    ("legal_basis", "Legal basis"),
    ("ground", "Rests on"),
    ("closes", "What closes it"),
    ("owner", "Owner"),
    ("at", "Place"),
    ("accepted_until", "Accepted until"),
    ("accepted_by", "Accepted by"),
    ("accepted_reason", "Reason"),
    ("waiver", "Waiver"),
];

const SIGNED: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\nsign_off: {prepared_by: CISO, approved_by: CEO, approved_on: 2026-11-01}\n";

fn signed() -> Checked {
    let mut loaded = Loaded::default();
    loaded.add("acme.yaml".to_owned(), SIGNED.as_bytes());
    let asked = Asked {
        as_of: Some(Date::on(2026, 11, 22)),
        today: Date::on(2026, 11, 22),
        law: None,
    };
    check(loaded, asked)
}

#[test]
fn every_page_says_that_it_is_a_copy_also_of_what_is_signed() {
    for (checked, is_draft) in [(example(), true), (signed(), false)] {
        let files = made(&checked, None);
        let documents: Vec<_> = files.iter().filter(|(path, _)| path.ends_with(".docx")).collect();
        assert!(!documents.is_empty());
        for (path, bytes) in documents {
            let parts = parts(bytes);
            let (_, footer) = parts
                .iter()
                .find(|(name, _)| name.starts_with("word/footer"))
                .unwrap();
            assert!(
                COPIES.iter().any(|copy| footer.contains(copy)),
                "{path}: {footer}"
            );
            assert_eq!(footer.contains("DRAFT"), is_draft, "{path}: {footer}");
        }
    }
}

const COPIES: [&str; 5] = [
    "Copy for editing",
    "Kopie zum Bearbeiten",
    "Copie à modifier",
    "Copia da modificare",
    "Copia para editar",
];
