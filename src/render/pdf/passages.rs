//! Follows passages in another language from the Markdown to the tags: read, shaped, broken and said in their own
//! language. Test code only.

use crate::render::pdf::document::{Block, Span};
use crate::render::pdf::lay_out;
use crate::render::pdf::measures::{check_places, dress};
use crate::render::pdf::pages::{Pages, Role};
use crate::render::pdf::reader::read;
use crate::render::pdf::style::BODY;
use crate::render::pdf::text::Shaper;
use crate::render::pdf::tree::{Branch, Tree};

// Spans are compared as `language:text`, or the text alone.
#[track_caller]
fn check(markdown: &str, expected: &[&[&str]]) {
    let document = read(markdown, &[]);
    let paragraphs = document.blocks.iter().filter_map(Block::as_paragraph);
    let found: Vec<Vec<String>> = paragraphs
        .map(|text| text.iter().map(written).collect())
        .collect();
    assert_eq!(found, expected);
}

fn written(span: &Span) -> String {
    match &span.language {
        Some(language) => format!("{language}:{}", span.text),
        None => span.text.clone(),
    }
}

#[test]
fn a_span_with_a_language_is_a_passage_and_any_other_html_is_printed() {
    check(
        "one <span lang=\"de\">zwei *drei*</span> four",
        &[&["one ", "de:zwei ", "de:drei", " four"]],
    );
    check(
        "<span lang=\"de\">eins <span lang=\"el\">δύο</span> drei</span>",
        &[&["de:eins ", "el:δύο", "de: drei"]],
    );
    check(
        "<span lang=\"de\">a<span class=\"b\">c</span>d</span></span>",
        &[&[
            "de:a",
            "de:<span class=\"b\">",
            "de:c",
            "de:</span>",
            "de:d",
            "</span>",
        ]],
    );
}

#[test]
fn a_passage_ends_with_its_paragraph() {
    check("<span lang=\"de\">offen\n\nnext", &[&["de:offen"], &["next"]]);
}

fn laid_out(markdown: &str) -> Pages {
    let mut shaper = Shaper::new("en").unwrap();
    let pages = lay_out(read(markdown, &[]), &[], &dress(), &mut shaper);
    check_places(&pages).unwrap();
    pages
}

fn tree(pages: &Pages) -> Vec<Branch<String>> {
    let mut tree = Tree::new(&pages.tags);
    for text in pages.pages.iter().flat_map(|page| &page.texts) {
        if let Some(tag) = text.tag {
            tree.hang(&pages.tags, tag, text.text.trim().to_owned());
        }
    }
    tree.into_nodes(&pages.tags)
}

#[test]
fn a_passage_is_a_tag_with_its_language_wherever_it_stands() {
    let leaf = |text: &str| Branch::Leaf(text.to_owned());
    let german = |children| Branch::Tag(Role::Passage("de".to_owned()), children);
    let pages = laid_out(
        "## S\n\none <span lang=\"de\">zwei [drei](https://example.org)</span> four\n\n\
         | <span lang=\"de\">Kopf</span> |\n|---|\n| <span lang=\"de\">Fuß</span> |\n",
    );
    let [_, _, paragraph, table] = tree(&pages).try_into().unwrap();
    let link = Branch::Tag(Role::Link(0), vec![leaf("drei")]);
    let inside = vec![leaf("one"), german(vec![leaf("zwei"), link]), leaf("four")];
    assert_eq!(paragraph, Branch::Tag(Role::Paragraph, inside));
    let row = |role, word| Branch::Tag(Role::Row, vec![Branch::Tag(role, vec![german(vec![leaf(word)])])]);
    let rows = vec![row(Role::ColumnHead, "Kopf"), row(Role::Cell, "Fuß")];
    assert_eq!(table, Branch::Tag(Role::Table, rows));
}

fn span(text: &str, language: Option<&str>) -> Span {
    Span {
        language: language.map(str::to_owned),
        ..Span::plain(text)
    }
}

#[test]
fn a_word_is_broken_by_the_patterns_of_its_own_language() {
    let mut shaper = Shaper::new("en").unwrap();
    for (word, language, expected) in [
        ("Beschwerdestelle", None, "Beschw-"),
        ("Beschwerdestelle", Some("de"), "Beschwer-"),
        ("Beschwerdestelle", Some("de-AT"), "Beschwer-"),
        ("Beschwerdestelle", Some("mt"), "Beschwerde"),
        ("παρακολούθηση", Some("el"), "παρακολού-"),
    ] {
        let shaped = shaper.shape(&[span(word, language)], BODY);
        let first = shaped.lines(54.0).remove(0);
        let texts = shaped.place(&first, 0.0, 0.0, &[]);
        let printed: String = texts.iter().map(|text| text.text.as_str()).collect();
        assert_eq!(printed, expected, "{language:?}");
    }
}

#[test]
fn letters_take_the_form_of_their_language() {
    let mut shaper = Shaper::new("en").unwrap();
    let mut glyphs = |language| -> Vec<u32> {
        let shaped = shaper.shape(&[span("вгджзийклптцшщъю", language)], BODY);
        shaped.glyphs.iter().map(|glyph| glyph.id).collect()
    };
    let (russian, bulgarian) = (glyphs(Some("ru")), glyphs(Some("bg")));
    assert_ne!(russian, bulgarian);
    assert_eq!(glyphs(None), russian);
}
