//! Text becomes Markdown that reads back as that text. What comes in is any Unicode text of an inventory; what goes
//! out stands safely in every inline place: paragraph, table cell, heading, list item, emphasis, link text. One
//! escape serves all of them, so that a template cannot choose the wrong one. Values inside fenced code or raw HTML
//! are not inline places; templates have neither.

use crate::documents::chart::FOLDER;
use crate::tongue::marks::{self, Part};
use std::borrow::Cow;

/// What a text without a single visible character is printed as: an empty value would change the structure around
/// it (`**` and `**` become a rule).
const BLANK: &str = "blank";

/// An invisible character that stands for whatever comes before on the line; it is taken off again.
const WITHIN_A_LINE: &str = "\u{2060}";

/// Returns the text as inline Markdown; what is marked as quoted stays marked.
pub(crate) fn inline(text: &str) -> String {
    in_parts(text, own_inline)
}

/// Escapes a text part by part. Only the first part stands at the start of a line; a quoted part is escaped as if it did,
/// for the tag before it may be taken off.
fn in_parts(text: &str, escaped: fn(&str) -> String) -> String {
    let parts = marks::parts(text);
    if let [] | [Part::Own(_)] = parts.as_slice() {
        return escaped(text);
    }
    let rendered = parts.iter().enumerate().map(|(at, part)| match part {
        Part::Quoted(text) => marks::quoted(&escaped(text)),
        Part::Own(text) if at == 0 => beside(text, "", escaped),
        Part::Own(text) => beside(text, WITHIN_A_LINE, escaped),
    });
    rendered.collect::<String>().trim().to_owned()
}

fn own_inline(text: &str) -> String {
    let chars: Vec<char> = one_line(text).chars().collect();
    let list_mark = list_mark(&chars);
    let mut out = String::with_capacity(chars.len() + 8);
    for (at, c) in chars.iter().copied().enumerate() {
        let seen = Seen {
            so_far: &chars[..at],
            next: chars.get(at + 1).copied(),
        };
        match c {
            '\\' | '|' | '<' | '>' | '&' if needs_entity(c, &seen) => out.push_str(entity(c)),
            _ if needs_backslash(c, &seen) || list_mark == Some(at) => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// Returns the text as a code span, or as inline text when it holds a pipe: no fence carries a pipe through a table.
pub(crate) fn code(text: &str) -> String {
    let text = one_line(&marks::plain(text));
    if text.contains('|') {
        return inline(&text);
    }
    let longest_run = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest_run + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Returns a sentence in which what stands between backticks is a code span.
pub(crate) fn words(text: &str) -> String {
    in_parts(text, own_words)
}

fn own_words(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    // An odd number of backticks leaves one without a partner; then all of them are text.
    if parts.len().is_multiple_of(2) || parts.len() == 1 {
        return own_inline(text);
    }
    let rendered = parts.iter().enumerate().map(|(at, part)| match at % 2 {
        _ if at == 0 => beside(part, "", own_inline),
        0 => beside(part, WITHIN_A_LINE, own_inline),
        _ => code(part),
    });
    rendered.collect::<String>().trim().to_owned()
}

/// Returns the text, as a link when it is nothing but a web address, which is in no language.
pub(crate) fn value(marked: &str) -> String {
    let text = &marks::plain(marked);
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        let rest = text.strip_prefix(scheme).unwrap_or_default();
        !rest.is_empty()
            && rest
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&()+,;=%".contains(&byte))
    });
    if is_web {
        format!("<{text}>")
    } else {
        inline(marked)
    }
}

/// Returns a link, or the text alone when the address is none that a document may lead to.
pub(crate) fn link(text: &str, url: &str) -> String {
    let url = url.trim();
    let leads_somewhere = ["https://", "http://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme) && url.len() > scheme.len())
    });
    match leads_somewhere {
        true => format!("[{}]({})", inline(text), address(url)),
        false => inline(text),
    }
}

/// Returns a picture with alternative text; nothing when the file is none that a build makes.
pub(crate) fn picture(says: &str, file: &str) -> Option<String> {
    let name = file
        .strip_prefix(FOLDER)?
        .strip_prefix('/')?
        .strip_suffix(".svg")?;
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (!name.is_empty() && name.bytes().all(is_plain))
        .then(|| format!("![{}]({file})", own_inline(&marks::plain(says))))
}

/// Returns a link to another document of the build, by its path without extension; nothing when it is no such path.
pub(crate) fn document(path: &str) -> Option<String> {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(is_plain);
    path.split('/')
        .all(is_name)
        .then(|| format!("[{path}]({path}.md)"))
}

/// Returns the text on one line: blanks collapse, the byte order mark goes, other control characters become U+FFFD.
pub(crate) fn one_line(text: &str) -> Cow<'static, str> {
    let visible: String = text
        .chars()
        .filter(|c| *c != '\u{FEFF}')
        .map(|c| match c {
            '\u{A0}' | '\u{2007}' | '\u{202F}' => c,
            _ if c.is_whitespace() => ' ',
            _ if c.is_control() => char::REPLACEMENT_CHARACTER,
            _ => c,
        })
        .collect();
    let words: Vec<&str> = visible.split(' ').filter(|word| !word.is_empty()).collect();
    match words.join(" ").trim() {
        "" => BLANK.into(),
        line => line.to_owned().into(),
    }
}

/// Returns the text beside a code span or a quoted text, with a blank where it has one. Only the first text of a sentence
/// stands at the start of a line.
fn beside(part: &str, start: &'static str, escaped: fn(&str) -> String) -> String {
    let blank = |at: Option<char>| {
        if at.is_some_and(char::is_whitespace) {
            " "
        } else {
            ""
        }
    };
    let (before, after) = (blank(part.chars().next()), blank(part.chars().next_back()));
    match part.trim() {
        "" => before.to_owned(),
        text => {
            let text = escaped(&format!("{start}{text}"));
            format!("{before}{}{after}", text.strip_prefix(start).unwrap_or(&text))
        }
    }
}

/// What stands around a character.
struct Seen<'a> {
    so_far: &'a [char],
    next: Option<char>,
}

impl Seen<'_> {
    fn is_first(&self) -> bool {
        self.so_far.is_empty()
    }

    fn after_letter_or_digit(&self) -> bool {
        self.so_far.last().is_some_and(char::is_ascii_alphanumeric)
    }

    fn before_letter_or_digit(&self) -> bool {
        self.next.is_some_and(|next| next.is_ascii_alphanumeric())
    }
}

// A backslash could pair with a pipe or a backslash of the template, so these are always entities where they matter.
fn needs_entity(c: char, seen: &Seen<'_>) -> bool {
    match c {
        // No tag or autolink begins with a blank or a digit.
        '<' => !seen.next.is_some_and(|next| next == ' ' || next.is_ascii_digit()),
        // A quotation begins only at the start of a line.
        '>' => seen.is_first(),
        // No entity begins with a blank.
        '&' => seen.next != Some(' '),
        _ => true,
    }
}

fn entity(c: char) -> &'static str {
    match c {
        '\\' => "&#92;",
        '|' => "&#124;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => "&amp;",
    }
}

fn needs_backslash(c: char, seen: &Seen<'_>) -> bool {
    match c {
        '`' | '*' | '[' | ']' | '~' | '^' | '$' | '{' | '}' => true,
        // `C#` closes no heading: only a run after a blank does.
        '#' => !seen.after_letter_or_digit(),
        '_' => !(seen.after_letter_or_digit() && seen.before_letter_or_digit()),
        // After a template's `]`, `(` would open an address; `:` and `=` would make a definition or a heading.
        '(' | '=' | ')' => seen.is_first(),
        // A bare address is text here; links are made by the `link` function alone.
        ':' => seen.is_first() || seen.next == Some('/'),
        '.' if ends_with_www(seen.so_far) => true,
        // `-5` and `.NET` are no list items; `- 5` is.
        '+' | '-' | '.' => seen.is_first() && !seen.before_letter_or_digit(),
        // Before a template's link, `!` would make an image of it.
        '!' => seen.next.is_none(),
        _ => false,
    }
}

fn ends_with_www(so_far: &[char]) -> bool {
    so_far.len() >= 3
        && so_far[so_far.len() - 3..]
            .iter()
            .all(|c| c.eq_ignore_ascii_case(&'w'))
}

/// Returns where the text has the mark of a numbered list item, such as the full stop of `1. First`.
fn list_mark(chars: &[char]) -> Option<usize> {
    let at = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let is_mark =
        at > 0 && matches!(chars.get(at), Some('.' | ')')) && matches!(chars.get(at + 1), None | Some(' '));
    is_mark.then_some(at)
}

fn address(url: &str) -> String {
    let bytes = url.as_bytes();
    let mut out = String::with_capacity(url.len());
    for (at, byte) in bytes.iter().copied().enumerate() {
        let is_encoded = || {
            bytes
                .get(at + 1..at + 3)
                .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
        };
        match byte {
            b'&' => out.push_str("&amp;"),
            b'%' if is_encoded() => out.push('%'),
            b'-' | b'.' | b'_' | b'/' | b':' | b'?' | b'#' | b'@' | b'!' | b'$' | b'+' | b',' | b';'
            | b'=' => {
                out.push(char::from(byte));
            }
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::markdown::reads_back::{code_reads_back, is_one_link, read, reads_back};
    use proptest::prelude::*;

    #[test]
    fn ordinary_names_stay_readable() {
        for name in [
            "GPT-4 (v1.2)",
            "snake_case",
            "Müller & Söhne",
            "4.0",
            "1.10",
            "-5 °C",
            ".NET",
            "C#",
            "n < 5",
            "input -> output",
            "O'Brien \"Systems\" Ltd.",
            "claude-sonnet-5@2026",
            "50 % of staff, i.e. 20",
            "10:30",
            "Wer? Ich!? Ja.",
            "Łódź, 東京, Ελλάδα",
        ] {
            assert_eq!(inline(name), name);
            reads_back(name);
        }
    }

    #[test]
    fn marks_become_text() {
        for (value, expected) in [
            ("a|b", "a&#124;b"),
            ("a\\|b", "a&#92;&#124;b"),
            ("*bold* and `code`", "\\*bold\\* and \\`code\\`"),
            ("<script>", "&lt;script>"),
            ("&lt;", "&amp;lt;"),
            ("[x](y)", "\\[x\\](y)"),
            ("# title", "\\# title"),
            ("1. first", "1\\. first"),
            ("- item", "\\- item"),
            ("https://example.org", "https\\://example.org"),
            ("_private", "\\_private"),
            ("two\n\n  lines\t", "two lines"),
            ("\u{FEFF}bell\u{7}", "bell\u{FFFD}"),
            (" \r\n\u{A0} ", "blank"),
            ("Yahoo!", "Yahoo\\!"),
        ] {
            assert_eq!(inline(value), expected);
            reads_back(value);
        }
    }

    #[test]
    fn code_spans_hold_what_they_were_given() {
        for (value, expected) in [
            ("owner", "`owner`"),
            ("a`b", "``a`b``"),
            ("`a``", "``` `a`` ```"),
            ("a|b", "a&#124;b"),
            ("<b> & *c*", "`<b> & *c*`"),
        ] {
            assert_eq!(code(value), expected);
        }
    }

    #[test]
    fn backticks_in_a_sentence_make_code_spans() {
        for (value, expected) in [
            (
                "`owner` of the system, as a role",
                "`owner` of the system, as a role",
            ),
            (
                "a `literacy_record` with a date",
                "a `literacy_record` with a date",
            ),
            ("The measure `*x*` has no day.", "The measure `*x*` has no day."),
            (
                "`extracted_on` and `evidence` (with `sha256`) of it",
                "`extracted_on` and `evidence` (with `sha256`) of it",
            ),
            ("prefix`code`", "prefix`code`"),
            ("- `a`", "\\- `a`"),
            ("one ` alone *b*", "one \\` alone \\*b\\*"),
            ("plain | text", "plain &#124; text"),
        ] {
            assert_eq!(words(value), expected);
        }
    }

    #[test]
    fn a_value_that_is_a_web_address_is_a_link_to_itself() {
        let address = "https://example.org/a_b?c=d&e#f";
        assert_eq!(value(address), format!("<{address}>"));
        let page = format!("| a |\n|---|\n| {} |", value(address));
        assert!(
            read(&page).contains(&format!("text:{address}")),
            "{:?}",
            read(&page)
        );
        for text in [
            "https://",
            "https://a b",
            "https://a|b",
            "https://a<b",
            "see https://a",
            "javascript://a",
        ] {
            assert_eq!(value(text), inline(text));
        }
    }

    #[test]
    fn only_a_file_of_the_folder_of_pictures_becomes_a_picture() {
        let shown = picture("3 [systems](x)", "charts/systems-2.svg").unwrap();
        assert_eq!(shown, "![3 \\[systems\\](x)](charts/systems-2.svg)");
        for file in [
            "charts/.svg",
            "charts/../a.svg",
            "https://a/charts/a.svg",
            "charts/a.png",
            "charts/a b.svg",
        ] {
            assert_eq!(picture("a", file), None, "{file}");
        }
    }

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        for (url, expected) in [
            (
                "https://example.org/a(b) c?d&e",
                "[t](https://example.org/a%28b%29%20c?d&amp;e)",
            ),
            ("mailto:ai@example.org", "[t](mailto:ai@example.org)"),
            ("HTTP://example.org/%41%", "[t](HTTP://example.org/%41%25)"),
            ("javascript:alert(1)", "t"),
            ("https://", "t"),
            ("é", "t"),
        ] {
            assert_eq!(link("t", url), expected);
        }
    }

    /// Texts made of the pieces that Markdown gives a meaning to.
    fn adversarial() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            r#"[-\\`*_~^$|<>&#{}()\[\]!+=.:/'"1 ax@\n\t]{1,3}"#,
            prop::sample::select(vec![
                "![", "](", "</", "<!--", "&amp;", "&#35;", "www.", "http://", "---", "===", "{.c}", "{#i}",
                ": ", "1. ", "12) ", "[^1]", "[ ]", "[[", "]]", "\u{A0}", "\u{200B}", "é", "```", "~~~",
                "\r\n", "<a ", "a@b.c",
            ])
            .prop_map(str::to_owned),
        ];
        prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn adversarial_text_reads_back_as_itself(value in adversarial()) {
            reads_back(&value);
        }

        #[test]
        fn any_text_reads_back_as_itself(value in any::<String>()) {
            reads_back(&value);
        }

        #[test]
        fn a_quoted_text_reads_back_between_its_tags(before in adversarial(), value in adversarial(), after in adversarial()) {
            let whole = format!("{before}{}{after}", marks::quoted(&value));
            let tagged = marks::set_apart(&inline(&whole), "<b>", "</b>");
            for place in ["@", "text @ text", "| a | @ |\n|---|---|\n| @ | c |", "Term\n: @", "- @"] {
                let page = place.replace('@', &tagged);
                let n_tags = read(&page).iter().filter(|event| event.contains("InlineHtml")).count();
                prop_assert_eq!(n_tags, 2 * place.matches('@').count(), "{}", page);
                prop_assert!(read(&page).concat().contains(&one_line(&value).into_owned()), "{}", page);
            }
        }

        #[test]
        fn code_reads_back_as_itself(value in adversarial()) {
            code_reads_back(&value);
        }

        #[test]
        fn a_link_is_one_link(text in adversarial(), rest in adversarial()) {
            is_one_link(&text, &rest);
        }
    }
}
