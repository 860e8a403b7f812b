//! What must hold of every text: it comes back as itself, and it changes nothing around it. Test code only.

use crate::render::docx::writer::Writer;
use crate::render::docx::{Copies, docx};
use crate::render::escape::{REPLACED, is_character};
use crate::render::office::package::Relations;
use crate::render::pdf::document::{Block, Document, Inlines, List, Look, Side, Span, Table, Target};
use crate::render::pdf::document::{Heading, Item};
use crate::render::pdf::measures::dress;
use proptest::prelude::*;
use roxmltree::Node;

// A text in every place where a document can have one.
fn everywhere(text: &str) -> Document {
    let plain = || vec![Span::plain(text)];
    let look = |look| Span {
        look,
        ..Span::plain(text)
    };
    let looks: Inlines = vec![
        look(Look {
            bold: true,
            ..Look::default()
        }),
        look(Look {
            code: true,
            ..Look::default()
        }),
        Span {
            link: Some(0),
            ..Span::plain(text)
        },
        Span {
            link: Some(1),
            ..Span::plain(text)
        },
        Span {
            language: Some("de".to_owned()),
            ..Span::plain(text)
        },
    ];
    let table = Table {
        sides: vec![Side::Natural, Side::Right],
        // A head of blanks would be none.
        head: vec![vec![Span::plain("Head")], plain()],
        rows: vec![vec![plain(), plain()]],
    };
    let item = Item {
        task: None,
        blocks: vec![Block::Paragraph(plain())],
    };
    let heading = |level| Heading {
        level,
        id: format!("h{level}"),
        text: plain(),
    };
    Document {
        blocks: vec![
            Block::Heading(heading(1)),
            Block::Paragraph(looks),
            Block::Heading(heading(2)),
            Block::Quote(vec![Block::Paragraph(plain())]),
            Block::List(List {
                first: Some(3),
                items: vec![item],
            }),
            // A block of nothing has no run to compare, and line breaks at its end are none of its lines.
            Block::Code(format!("{text}.")),
            Block::Table(table),
        ],
        links: vec![
            Some(Target::Address("https://example.org".to_owned())),
            Some(Target::Anchor("h2".to_owned())),
        ],
        ..Document::default()
    }
}

fn body(document: &Document) -> String {
    let dress = dress();
    let mut writer = Writer::new(document, &[], &dress, Copies::NothingBeside).unwrap();
    let story = writer.body(Relations::default(), "rId1", "rId2");
    String::from_utf8(story.xml.finish()).unwrap()
}

// The text of a node as a word processor shows it.
fn said(node: Node) -> String {
    let pieces = node
        .descendants()
        .filter_map(|node| match node.tag_name().name() {
            "t" => Some(node.text().unwrap_or_default()),
            // Stops of tabs are no tabs in the text.
            "tab" if node.parent().is_some_and(|it| it.tag_name().name() == "r") => Some("\t"),
            "br" => Some("\n"),
            _ => None,
        });
    pieces.collect()
}

fn paragraphs(xml: &str) -> Vec<String> {
    let read = roxmltree::Document::parse(xml).unwrap();
    let all = read.descendants().filter(|node| node.tag_name().name() == "p");
    all.map(said).skip(1).collect()
}

fn elements(xml: &str) -> Vec<String> {
    let read = roxmltree::Document::parse(xml).unwrap();
    let all = read.descendants().filter(Node::is_element);
    let names = all.map(|node| node.tag_name().name().to_owned());
    // A column of numbers stands to the right, and only a number makes it one.
    names
        .filter(|name| !matches!(name.as_str(), "t" | "br" | "tab" | "jc"))
        .collect()
}

proptest! {
    #[test]
    fn any_text_comes_back_as_itself_and_changes_nothing_around_it(text in "[^\\n]|\\PC{1,40}|.{1,40}|(?s:.{1,20})") {
        let document = everywhere(&text);
        let xml = body(&document);
        let expected: String = text.chars().map(|c| if is_character(c) { c } else { REPLACED }).collect();
        let code = format!("{expected}.");
        let looks = expected.repeat(5);
        let once = || expected.clone();
        let all = vec![once(), looks, once(), once(), once(), code, "Head".to_owned(), once(), once(), once()];
        prop_assert_eq!(paragraphs(&xml), all.into_iter().chain([String::new()]).collect::<Vec<_>>());
        prop_assert_eq!(elements(&xml), elements(&body(&everywhere("x"))));
    }
}

#[test]
fn a_text_that_looks_like_a_command_is_a_text() {
    for text in [
        "=HYPERLINK(\"https://example.org\")",
        "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\" }",
        "</w:t><w:fldSimple w:instr=\"DDE\"/>",
        "<![CDATA[ ]]> <!-- --> <?xml?> &#0; &lt;",
        "\u{13} HYPERLINK \u{14} \u{15}",
    ] {
        let xml = body(&everywhere(text));
        assert_eq!(elements(&xml), elements(&body(&everywhere("x"))), "{text}");
        let is_field = |name: &String| matches!(name.as_str(), "fldSimple" | "fldChar" | "instrText");
        assert!(!elements(&xml).iter().any(is_field), "{text}");
    }
}

#[test]
fn each_note_is_mentioned_once_and_none_is_lost() {
    let markdown = "# T\n\n## S\n\na[^b] c[^b] d[^e]\n\n| h[^n] |\n|---|\n| x |\n\n[^b]: Bee, see[^inner].\n[^e]: Eh.\n\
                    [^n]: En.\n[^inner]: Inner.\n[^never]: Never.\n";
    let dress = dress();
    let document = crate::render::pdf::reader::read(markdown, &[]);
    let mut writer = Writer::new(&document, &[], &dress, Copies::NothingBeside).unwrap();
    let text = String::from_utf8(writer.body(Relations::default(), "rId1", "rId2").xml.finish()).unwrap();
    let notes = String::from_utf8(writer.notes().xml.finish()).unwrap();
    let read = roxmltree::Document::parse(&text).unwrap();
    let references = read
        .descendants()
        .filter(|node| node.tag_name().name() == "footnoteReference");
    let attribute = |node: Node| {
        let id = node.attributes().find(|it| it.name() == "id").unwrap();
        id.value().to_owned()
    };
    assert_eq!(references.map(attribute).collect::<Vec<_>>(), ["1", "2", "3"]);
    for says in ["Bee, see", "Eh.", "En."] {
        assert!(notes.contains(says) && !text.contains(says), "{says}");
    }
    for says in ["Inner.", "Never."] {
        assert!(text.contains(says) && !notes.contains(says), "{says}");
    }
}

#[test]
fn the_same_text_gives_the_same_file() {
    let markdown = "# T\n\n## A\n\n1. x\n\n## B\n\n[l](https://example.org)[^1]\n\n## C\n\n## D\n\n[^1]: n\n";
    let made = || docx(markdown, &[], &dress(), Copies::NothingBeside).unwrap();
    assert_eq!(made(), made());
}
