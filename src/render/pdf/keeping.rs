//! Measures on documents made at random what stays together: a heading with what it is about, an introduction with
//! its table. Test code only.

use crate::render::pdf::lay_out;
use crate::render::pdf::measures::{check_places, dress};
use crate::render::pdf::pages::Pages;
use crate::render::pdf::reader::read;
use crate::render::pdf::style::BODY;
use crate::render::pdf::text::Shaper;
use proptest::prelude::*;

/// A section: lines that move it down, a heading or two, words of introduction, and what it is about.
#[derive(Debug, Clone)]
struct Section {
    n_lines: usize,
    is_deep: bool,
    n_intro_words: usize,
    kind: usize,
    n_words: usize,
}

fn section() -> impl Strategy<Value = Section> {
    (0..50_usize, any::<bool>(), 0..40_usize, 0..6_usize, 1..120_usize).prop_map(
        |(n_lines, is_deep, n_intro_words, kind, n_words)| Section {
            n_lines,
            is_deep,
            n_intro_words,
            kind,
            n_words,
        },
    )
}

fn markdown(number: usize, section: &Section) -> String {
    let body = format!("first{number} {}", "word ".repeat(section.n_words));
    let rows = "| a | b |\n".repeat(20);
    let about = match section.kind {
        0 => format!("| Head | B |\n|---|---|\n| first{number} | {body} |\n{rows}"),
        1 => format!("| | |\n|---|---|\n| first{number} | {body} |\n{rows}"),
        2 => format!("- {body}\n- more\n"),
        3 => format!("```\n{body}\n```\n"),
        4 => format!("> [!NOTE]\n> {body}\n"),
        _ => format!("Term\n:   {body}\n"),
    };
    let deeper = if section.is_deep {
        format!("### deep{number}\n\n")
    } else {
        String::new()
    };
    let intro = match section.n_intro_words {
        0 => String::new(),
        n_words => format!("intro{number} {}\n\n", "so ".repeat(n_words)),
    };
    format!(
        "{}## title{number}\n\n{deeper}{intro}{about}\n",
        "line\n\n".repeat(section.n_lines)
    )
}

fn page_of(pages: &Pages, word: &str) -> Option<usize> {
    let is_it = |text: &str| text.split_whitespace().any(|own| own == word);
    pages.pages.iter().position(|page| {
        page.texts
            .iter()
            .any(|text| is_it(&text.text) && text.tag.is_some())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_heading_stays_with_the_first_row_or_line_of_what_it_is_about(
        sections in proptest::collection::vec(section(), 1..6),
    ) {
        let parts = sections.iter().enumerate().map(|(number, section)| markdown(number, section));
        // A short document is one page and has no contents, in which the titles would be found.
        let text = format!("# T\n\n## 1st\n\n{}", parts.collect::<String>());
        let mut shaper = Shaper::new("en").unwrap();
        let pages = lay_out(read(&text, &[]), &[], &dress(), &mut shaper);
        prop_assert_eq!(check_places(&pages), Ok(()));
        let anchor = |title: String| pages.anchors.iter().find(|it| it.title == title).map(|it| it.page);
        for (number, section) in sections.iter().enumerate() {
            let title = anchor(format!("title{number}"));
            let first = page_of(&pages, &format!("first{number}"));
            prop_assert!(title.is_some() && title == first, "{number} {sections:?}");
            if section.is_deep {
                prop_assert_eq!(title, anchor(format!("deep{number}")));
            }
        }
    }
}

fn laid_out(markdown: &str) -> Pages {
    let mut shaper = Shaper::new("en").unwrap();
    lay_out(read(markdown, &[]), &[], &dress(), &mut shaper)
}

#[test]
fn a_number_stands_on_the_line_of_the_word_before_it() {
    for n_before in 1..60 {
        let pages = laid_out(&format!("{}§ 50(2) and point III", "so ".repeat(n_before)));
        let lines: Vec<&str> = pages.pages[0].texts.iter().map(|text| text.text.trim()).collect();
        let is_parted = lines
            .iter()
            .any(|line| line.ends_with('§') || line.ends_with("point"));
        assert!(!is_parted, "{lines:?}");
    }
}

#[test]
fn a_word_and_a_number_that_do_not_fit_side_by_side_are_parted_at_the_blank() {
    let mut shaper = Shaper::new("en").unwrap();
    let shaped = shaper.shape_plain("point 50", BODY);
    let lines = shaped.lines(shaped.measure().least * 0.8);
    let texts = lines.iter().map(|line| shaped.place(line, 0.0, 0.0, &[]));
    let texts: Vec<String> = texts.flatten().map(|text| text.text).collect();
    assert_eq!(texts, ["point ", "50"]);
}

#[test]
fn the_body_begins_below_low_contents_and_behind_high_ones() {
    for (n_sections, first_page) in [(3, 1), (5, 1), (20, 2), (30, 3)] {
        let section = |number| format!("## title{number}\n\n{}\n\n", "words of a section ".repeat(120));
        let pages = laid_out(&(1..=n_sections).map(section).collect::<String>());
        check_places(&pages).unwrap();
        let first = pages.anchors.iter().find(|anchor| anchor.level == 2).unwrap();
        assert_eq!(first.page, first_page, "{n_sections}");
    }
}
