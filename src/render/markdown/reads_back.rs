//! What must hold of every text that becomes Markdown: in each place a parser reads it back as itself, with nothing around
//! it changed. Only in tests: the properties of `escape` and the fuzz target `markdown` ask the same question here.

use crate::render::markdown::escape::{code, inline, link, one_line};
use pulldown_cmark::{Event, Options, Parser};

/// Every inline place that templates print values in; `@` stands for the value.
const PLACES: &[&str] = &[
    "@",
    "a line\n@\nanother line",
    "Sentence with @ inside.",
    "## @ {#anchor}",
    "## @",
    "## @ ##",
    "- @",
    "1. @",
    "1. before @",
    "- [ ] @",
    "| a | b |\n|---|---|\n| @ | c |",
    "a | b\n---|---\n@ | c",
    "| @ | b |\n|---|---|\n| a | c |",
    "**@**",
    "text **@** text",
    "~~@~~",
    "[@](https://example.org)",
    "@[link](https://example.org)",
    "[link](https://example.org)@",
    "[text] @",
    "[text]@",
    "!@",
    "![@](charts/a.svg)",
    "> [!NOTE]\n> @",
    "Term\n: @",
    "@\n: definition",
    "**Label:** @",
    "@ · @",
    "[^1]: @\n\n[^1]",
    "`code` @ `code`",
];

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_SUBSCRIPT
        | Options::ENABLE_WIKILINKS
}

/// Returns the structure of a page and the text in it, neighbouring texts joined.
pub(crate) fn read(markdown: &str) -> Vec<String> {
    let mut events: Vec<String> = Vec::new();
    for event in Parser::new_ext(markdown, options()) {
        match (event, events.last_mut()) {
            (Event::Text(text), Some(last)) if last.starts_with("text:") => last.push_str(&text),
            (Event::Text(text), _) => events.push(format!("text:{text}")),
            (Event::Code(text), _) => events.push(format!("code:{text}")),
            (other, _) => events.push(format!("{other:?}")),
        }
    }
    events
}

/// Text reads back as itself in every place.
///
/// # Panics
/// Panics where it does not.
#[track_caller]
pub fn reads_back(value: &str) {
    for place in PLACES {
        let expected: Vec<String> = read(&place.replace('@', "Zq9Zq"))
            .iter()
            .map(|event| event.replace("Zq9Zq", &one_line(value)))
            .collect();
        let page = place.replace('@', &inline(value));
        assert_eq!(read(&page), expected, "{value:?} in {place:?} is {page:?}");
    }
}

/// Text in a code span reads back as itself.
///
/// # Panics
/// Panics where it does not.
#[track_caller]
pub fn code_reads_back(value: &str) {
    // No fence carries a pipe through a table; such a text is no code span.
    let neutral = if value.contains('|') { "Zq9Zq" } else { "`Zq9Zq`" };
    for place in [
        "@",
        "- @",
        "| a | @ |\n|---|---|\n| @ | c |",
        "text @ text",
        "**@**",
        "## @ {#anchor}",
    ] {
        let expected: Vec<String> = read(&place.replace('@', neutral))
            .iter()
            .map(|event| event.replace("Zq9Zq", &one_line(value)))
            .collect();
        let page = place.replace('@', &code(value));
        assert_eq!(read(&page), expected, "{value:?} in {place:?} is {page:?}");
    }
}

/// A link with any text and any path is one link with that text.
///
/// # Panics
/// Panics where it is not.
#[track_caller]
pub fn is_one_link(text: &str, path: &str) {
    let page = link(text, &format!("https://example.org/{path}"));
    let events = read(&page);
    assert_eq!(events.len(), 5, "{page}: {events:?}");
    assert_eq!(events[2], format!("text:{}", one_line(text)));
}
