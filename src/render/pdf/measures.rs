//! Measures the page model on documents made at random: nothing sticks out, nothing overlaps, every word is there
//! once and in order. Test code only.

use crate::calendar::Date;
use crate::documents::document::Standing;
use crate::render::pdf::lines::REST_SAYS;
use crate::render::pdf::pages::{Area, Page, Pages, Role, Text};
use crate::render::pdf::reader::read;
use crate::render::pdf::style::{BOTTOM, LEFT, PAGE_WIDTH, TOP, WIDTH};
use crate::render::pdf::text::Shaper;
use crate::render::pdf::tree::{Branch, Tree};
use crate::render::pdf::{Dress, ink, lay_out, pdf};
use proptest::prelude::*;

/// Returns what the pages of samples say around the text.
pub(crate) fn dress() -> Dress<'static> {
    Dress {
        title: "A title that is longer than most of the titles that a reader would like to see at the top of a page",
        organisation: "An organisation whose name does not fit either, of whatever legal form",
        language: "en",
        as_of: Date::on(2026, 11, 22),
        build_id: "3f9a2c1d",
        standing: Standing::Draft,
        attachments: Vec::new(),
    }
}

pub(crate) fn laid_out(markdown: &str) -> Pages {
    let mut shaper = Shaper::new("en").unwrap();
    lay_out(read(markdown, &[]), &[], &dress(), &mut shaper)
}

/// Returns a file of a few pages as the writer leaves it, before it is packed.
pub(crate) fn plain_sample() -> Vec<u8> {
    let section = "## Section\n\n| a | b |\n|---|---|\n| one | two |\n| three | four |\n\n";
    let markdown = format!("# Sample\n\n{}", section.repeat(40));
    ink::write(laid_out(&markdown), &dress(), "sample".to_owned()).unwrap()
}

/// Rounding in sums of widths is smaller than this.
pub(crate) const HAIR: f32 = 0.05;

/// Says what sticks out or lies on something else.
pub(crate) fn check_places(pages: &Pages) -> Result<(), String> {
    for (number, page) in pages.pages.iter().enumerate() {
        let top = if number == 0 { 0.0 } else { TOP - HAIR };
        let all = || page.texts.iter().chain(&page.header).chain(&page.footer);
        for text in &page.texts {
            let area = text.area();
            let is_inside = area.y >= top
                && area.bottom() <= BOTTOM + HAIR
                && area.x >= LEFT.max(text.room.0) - HAIR
                && area.right() <= (LEFT + WIDTH).min(text.room.1) + HAIR;
            if !is_inside {
                return Err(format!(
                    "page {number}: {:?} sticks out: {area:?} of {:?}",
                    text.text, text.room
                ));
            }
        }
        check_overlaps(all(), number)?;
        check_furniture(page, number)?;
        let shapes = page.shapes.iter().map(|shape| shape.area);
        if let Some(out) = shapes
            .into_iter()
            .find(|area| area.x < -HAIR || area.right() > PAGE_WIDTH + HAIR)
        {
            return Err(format!("page {number}: a shape leaves the paper: {out:?}"));
        }
    }
    Ok(())
}

fn check_overlaps<'a>(texts: impl Iterator<Item = &'a Text>, number: usize) -> Result<(), String> {
    let mut texts: Vec<&Text> = texts.filter(|text| text.width > 0.0).collect();
    texts.sort_by(|a, b| a.area().y.total_cmp(&b.area().y));
    for (at, one) in texts.iter().enumerate() {
        let below = texts[at + 1..]
            .iter()
            .take_while(|other| other.area().y < one.area().bottom());
        for other in below {
            if overlap(one.area(), other.area()) {
                return Err(format!("page {number}: {:?} lies on {:?}", one.text, other.text));
            }
        }
    }
    Ok(())
}

fn overlap(one: Area, other: Area) -> bool {
    one.x + HAIR < other.right()
        && other.x + HAIR < one.right()
        && one.y + HAIR < other.bottom()
        && other.y + HAIR < one.bottom()
}

fn check_furniture(page: &Page, number: usize) -> Result<(), String> {
    match (page.footer.is_empty(), page.header.is_empty(), number) {
        (false, false, _) | (false, true, 0) => Ok(()),
        (_, _, _) => Err(format!("page {number} has no header or footer")),
    }
}

/// The letters in the order in which they are read aloud, without what the pages add of their own.
pub(crate) fn read_aloud(pages: &Pages) -> String {
    let mut tree = Tree::new(&pages.tags);
    for text in pages.pages.iter().flat_map(|page| &page.texts) {
        if let Some(tag) = text.tag {
            tree.hang(&pages.tags, tag, text.says.as_deref().unwrap_or(&text.text));
        }
    }
    let mut letters = String::new();
    tree.into_nodes(&pages.tags)
        .iter()
        .for_each(|branch| gather(branch, &mut letters));
    letters.retain(|c| !c.is_whitespace() && !REST_SAYS.contains(c));
    letters
}

fn gather(branch: &Branch<&str>, letters: &mut String) {
    match branch {
        Branch::Leaf(text) => letters.push_str(text),
        Branch::Tag(Role::Contents | Role::Label, _) => {}
        Branch::Tag(Role::Heading(_, title), _) if title == "Contents" => {}
        Branch::Tag(_, children) => children.iter().for_each(|child| gather(child, letters)),
    }
}

/// A piece of Markdown and the letters it must leave on the pages.
#[derive(Debug, Clone)]
struct Sample {
    markdown: String,
    letters: String,
}

impl Sample {
    fn new(markdown: String, letters: &str) -> Self {
        Self {
            markdown,
            letters: letters.replace(' ', ""),
        }
    }

    fn joined(samples: Vec<Sample>, between: &str) -> Self {
        let markdown: Vec<&str> = samples.iter().map(|sample| sample.markdown.as_str()).collect();
        Self {
            markdown: markdown.join(between),
            letters: samples.iter().map(|sample| sample.letters.as_str()).collect(),
        }
    }

    // Indents every line but the first, for the body of a list item.
    fn hung(self, mark: &str) -> Self {
        let indent = " ".repeat(mark.chars().count());
        let markdown = format!("{mark}{}", self.markdown.replace('\n', &format!("\n{indent}")));
        Self { markdown, ..self }
    }
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-z]{1,12}",
        2 => "[A-Z][a-z]{2,9}",
        1 => "[α-ω]{2,10}",
        1 => "[а-я]{2,10}",
        1 => "[a-f0-9]{40,90}x",
        1 => "[a-z]{3,9}(/[a-z]{3,9}){4,14}",
        1 => "x[0-9]{1,9}",
    ]
}

fn words(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(word(), 1..most).prop_map(|words| words.join(" "))
}

fn inline(most: usize) -> impl Strategy<Value = Sample> {
    let piece = (words(4), 0..6_usize).prop_map(|(text, look)| {
        let markdown = match look {
            0 => format!("**{text}**"),
            1 => format!("*{text}*"),
            2 => format!("`{text}`"),
            3 => format!("[{text}](https://example.org/a)"),
            _ => text.clone(),
        };
        Sample::new(markdown, &text)
    });
    proptest::collection::vec(piece, 1..most).prop_map(|pieces| Sample::joined(pieces, " "))
}

fn table() -> impl Strategy<Value = Sample> {
    (1..12_usize, 1..14_usize).prop_flat_map(|(n_columns, n_rows)| {
        let cells = proptest::collection::vec(inline(5), n_columns * n_rows);
        cells.prop_map(move |cells| {
            let letters = cells.iter().map(|cell| cell.letters.as_str()).collect::<String>();
            let mut lines: Vec<String> = cells
                .chunks(n_columns)
                .map(|row| {
                    let cells: Vec<&str> = row.iter().map(|cell| cell.markdown.as_str()).collect();
                    format!("| {} |", cells.join(" | "))
                })
                .collect();
            lines.insert(1, format!("|{}", "---|".repeat(n_columns)));
            Sample::new(lines.join("\n"), &letters)
        })
    })
}

fn leaf() -> impl Strategy<Value = Sample> {
    prop_oneof![
        3 => inline(25),
        2 => table(),
        1 => words(30).prop_map(|text| Sample::new(format!("```\n{text}\n```"), &text)),
        1 => (3..6_usize, words(9)).prop_map(|(level, text)| {
            Sample::new(format!("{} {text}", "#".repeat(level)), &text)
        }),
    ]
}

fn block() -> impl Strategy<Value = Sample> {
    leaf().prop_recursive(5, 40, 4, |inner| {
        let inner = proptest::collection::vec(inner, 1..4);
        (inner, 0..4_usize).prop_map(|(blocks, kind)| match kind {
            0 => Sample::joined(blocks.into_iter().map(|b| b.hung("- ")).collect(), "\n\n"),
            1 => Sample::joined(blocks.into_iter().map(|b| b.hung("1. ")).collect(), "\n\n"),
            2 => quoted(Sample::joined(blocks, "\n\n"), "> \n", ""),
            _ => quoted(Sample::joined(blocks, "\n\n"), "> [!WARNING]\n", "Warning"),
        })
    })
}

fn quoted(inside: Sample, first: &str, title: &str) -> Sample {
    let lines: Vec<String> = inside.markdown.lines().map(|line| format!("> {line}")).collect();
    Sample {
        markdown: format!("{first}{}", lines.join("\n")),
        letters: format!("{title}{}", inside.letters),
    }
}

fn document() -> impl Strategy<Value = Sample> {
    // A rule between blocks keeps neighbours apart that Markdown would join, such as two lists.
    proptest::collection::vec(block(), 1..8).prop_map(|blocks| {
        let body = Sample::joined(blocks, "\n\n***\n\n");
        Sample {
            markdown: format!("# Title\n\nOrganisation\n\n## 1st section\n\n{}\n", body.markdown),
            letters: format!("TitleOrganisation1stsection{}", body.letters),
        }
    })
}

fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-zα-ωЖ0-9 .,]{1,12}".prop_map(String::from),
        6 => proptest::sample::select(vec![
            "\n", "\n\n", "# ", "## ", "### ", "- ", "1. ", "> ", "> [!NOTE]\n", "| a | b |\n|--|--|\n| ", " | ", "|",
            "```\n", "    ", "*", "**", "~~", "`", "[x](#a)", "[", "](", "<b>", "<!--", "-->", "<br>", "[^1]",
            "[^1]: ", ": ", "- [ ] ", "- [x] ", "---\n", "![alt](a.png)", "&amp;", "\\", "{#a}", "\t", "https://a.b",
            "\u{202e}", "\u{0}", "\u{7}", "😀", "漢", "\u{e000}", "\u{301}", "\u{ad}", "ﬁ", "⸻", "\r\n",
        ]).prop_map(String::from),
        1 => "\\PC{0,20}".prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_text_sticks_out_or_overlaps_and_every_word_is_read_once_in_order(sample in document()) {
        let pages = laid_out(&sample.markdown);
        if let Err(fault) = check_places(&pages) {
            prop_assert!(false, "{fault}\n{}", sample.markdown);
        }
        let read = read_aloud(&pages);
        prop_assert_eq!(&read, &sample.letters, "{}", sample.markdown);
    }

    #[test]
    fn any_text_becomes_pages_and_a_file(markdown in soup()) {
        let pages = laid_out(&markdown);
        if let Err(fault) = check_places(&pages) {
            prop_assert!(false, "{fault}\n{markdown}");
        }
        let file = pdf(&markdown, &dress());
        prop_assert!(file.is_ok(), "{file:?}\n{markdown:?}");
    }
}

#[track_caller]
fn check(markdown: &str) -> Pages {
    let pages = laid_out(markdown);
    check_places(&pages).unwrap();
    pages
}

#[test]
fn a_table_of_300_rows_repeats_its_head_and_loses_no_row() {
    let rows: String = (1..=300)
        .map(|n| format!("| row{n} | some text | {n} |\n"))
        .collect();
    let pages = check(&format!(
        "## S\n\n| Name | Text | Number |\n|---|---|---|\n{rows}"
    ));
    let n_heads = pages
        .pages
        .iter()
        .filter(|page| page.texts.iter().any(|text| text.text == "Number"))
        .count();
    assert_eq!(n_heads, pages.pages.len() - 1, "the cover has no table");
    let read = read_aloud(&pages);
    assert_eq!(read.matches("NameTextNumber").count(), 1);
    assert!((1..=300).all(|n| read.contains(&format!("row{n}sometext{n}"))));
}

#[test]
fn a_cell_of_5000_letters_flows_over_pages() {
    let long = "lorem ipsum ".repeat(420);
    let endless = "f".repeat(5_000);
    let pages = check(&format!(
        "## S\n\n| A | B |\n|---|---|\n| {long} | {endless} |\n| last | row |\n"
    ));
    let read = read_aloud(&pages);
    assert!(read.contains(&endless) && read.ends_with("lastrow"));
}

#[test]
fn a_table_wider_than_the_page_is_printed_as_records() {
    let row = |word: &str| (1..=40).map(|n| format!("| {word}{n} ")).collect::<String>();
    let pages = check(&format!(
        "## S\n\n{}|\n|{}\n{}|\n",
        row("h"),
        "---|".repeat(40),
        row("v")
    ));
    assert!(read_aloud(&pages).contains("h40:v40"));
}

#[test]
fn nesting_without_end_neither_overflows_the_stack_nor_the_page() {
    check(&format!("## S\n\n{}deep", "> ".repeat(3_000)));
    let list: String = (0..60)
        .map(|n| format!("{}- item {n}\n", "  ".repeat(n)))
        .collect();
    check(&format!("## S\n\n{list}"));
    check(&format!("## S\n\n{}x{}", "*_".repeat(800), "_*".repeat(800)));
    check(&format!("## S\n\n{}", "[".repeat(2_000)));
}

#[test]
fn a_heading_never_stands_last_on_a_page() {
    for n_lines in 30..60 {
        let text = "line\n\n".repeat(n_lines);
        let pages = check(&format!("## S\n\n{text}\n\n### Below\n\nfirst\n"));
        let page_of = |word: &str| {
            let has = |page: &Page| page.texts.iter().any(|text| text.text.trim() == word);
            pages.pages.iter().position(has)
        };
        assert_eq!(page_of("Below"), page_of("first"), "{n_lines}");
    }
}

#[test]
fn a_line_that_announces_never_stands_last_on_a_page() {
    let announcements = ["**Below**", "Below:"];
    let nexts = [
        "first",
        "- first",
        "| first |\n|---|\n| x |",
        "> [!NOTE]\n> first",
        "```\nfirst\n```",
    ];
    for (line, next) in announcements
        .iter()
        .flat_map(|line| nexts.map(|next| (line, next)))
    {
        for n_lines in 30..60 {
            let text = "line\n\n".repeat(n_lines);
            let pages = check(&format!("## S\n\n{text}{line}\n\n{next}\n"));
            let page_of = |word: &str| {
                let has = |page: &Page| page.texts.iter().any(|text| text.text.contains(word));
                pages.pages.iter().position(has).unwrap()
            };
            assert_eq!(page_of("Below"), page_of("first"), "{line} {next} {n_lines}");
        }
    }
}

#[test]
fn what_no_font_has_is_spelled_out_and_reported() {
    let file = pdf("Name: 山田 and \u{202e}abc", &dress()).unwrap();
    assert_eq!(file.unshown.texts, ["Name: 山田 and \u{202e}abc"]);
    let read = read_aloud(&laid_out("Name: 山田"));
    assert!(read.contains("Name:[U+5C71][U+7530]"), "{read}");
}

#[test]
fn a_long_title_and_a_long_subtitle_stay_on_the_cover() {
    check(&format!("# {}\n\n{}\n", "Title ".repeat(200), "line ".repeat(30)));
    check(&format!("# {}\n", "x".repeat(4_000)));
}
