//! Lines that are no `key: value`, stand in the wrong column, or are items of a list where none may stand.

use crate::diag::Diagnostic;
use crate::yaml::broken::starts;
use crate::yaml::broken::stop::{Line, Stop};
use granit_parser::ErrorKind;

/// Quotation marks of texts for people, which are letters like others to YAML.
const TYPOGRAPHIC: &[char] = &['“', '”', '„', '‟', '‘', '’', '‚', '«', '»'];

/// Returns the finding about a line, if its key, its column or its dash is why reading stopped.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the parser's kinds are many, and open for additions"
)]
pub(crate) fn told(stop: Stop<'_>, kind: &ErrorKind) -> Option<Diagnostic> {
    let line = stop.line();
    match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => Some(colon(stop)),
        ErrorKind::SimpleKeyExpected => Some(keyless_below(stop, line)),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::CommentInterceptedScalar => misplaced(stop, line),
        ErrorKind::BlockSequenceEntryNotAllowed => Some(match line.is_item() {
            true => item(stop, line),
            false => list_beside_key(stop),
        }),
        ErrorKind::ExpectedDocumentStart => outdented(stop, line),
        ErrorKind::InvalidDocumentEnd => Some(after_separator(stop, line)),
        ErrorKind::CommentNotSeparated => Some(glued_remark(stop)),
        _ => None,
    }
}

/// Returns the finding about a colon behind which no value may stand.
fn colon(stop: Stop<'_>) -> Diagnostic {
    let line = stop.line();
    if line.text.starts_with("--- ") {
        return after_separator(stop, line);
    }
    let before = &stop.text[line.range().start.min(stop.at)..stop.at];
    if let Some(at) = before.find(": ") {
        return in_text(stop, line.range().start + at + 2);
    }
    let Some(above) = stop.lines_above(line).next() else {
        return in_text(stop, line.range().start);
    };
    match has_key(above) {
        false => keyless(stop, above),
        true => too_deep(stop, line, above),
    }
}

fn has_key(line: Line<'_>) -> bool {
    line.words().contains(": ") || line.words().ends_with(':')
}

/// Returns the finding about a text with a colon in it, which begins at a place.
fn in_text(stop: Stop<'_>, begins: usize) -> Diagnostic {
    let text = begins..begins + stop.rest_of_line(begins).len();
    let is_typographic = stop.text[text.clone()].starts_with(TYPOGRAPHIC);
    let (says, help) = match is_typographic {
        true => (
            "a text stands in quotation marks that YAML does not know",
            "write the straight marks `\"`, as on a keyboard",
        ),
        false => (
            "a text without quotation marks has a colon and a space in it",
            "put the text into quotation marks",
        ),
    };
    let finding = stop.finding(stop.character(stop.at), says, "this colon begins a second value");
    let inner = stop.text[text.clone()].trim_matches(TYPOGRAPHIC).len();
    let example = match is_typographic {
        true if inner > 0 => None,
        true | false => stop.in_quotes(text),
    };
    finding.help(match example {
        Some(example) => format!("{help}: `{example}`"),
        None => help.to_owned(),
    })
}

fn too_deep(stop: Stop<'_>, line: Line<'_>, above: Line<'_>) -> Diagnostic {
    stop.finding(
        line.range(),
        "a line is indented further than the one above, which has its value already",
        "begins too far to the right",
    )
    .and_at(stop.span(above.range()), "complete in itself")
    .help("begin the line in the same column as the lines that it belongs beside")
    .help("if it goes on with the text above, put the whole text into quotation marks")
}

/// Returns the finding about a line without a key, which may go on with a text above.
fn keyless_below(stop: Stop<'_>, line: Line<'_>) -> Diagnostic {
    let above = stop.lines_above(line).next();
    let begins_block = |above: &Line<'_>| above.words().ends_with(": |") || above.words().ends_with(": >");
    match above.filter(begins_block) {
        Some(above) => stop
            .finding(
                line.range(),
                "a text that stands below its key is not indented",
                "begins too far to the left",
            )
            .and_at(stop.span(above.range()), "its key")
            .help("begin each line of the text two spaces further to the right than its key"),
        None => keyless(stop, line),
    }
}

fn keyless(stop: Stop<'_>, line: Line<'_>) -> Diagnostic {
    let words = line.words();
    let first = line.range().start;
    if words.starts_with(starts::FOREIGN) {
        return starts::with_sign(stop.moved(first));
    }
    if let Some(item) = words.strip_prefix('-').filter(|_| words != "--") {
        return glued_dash(stop, first, item.trim());
    }
    let is_glued = |at: &usize| !words[*at..].starts_with("://") && !words[*at..].starts_with(": ");
    if let Some(at) = words.find(':').filter(is_glued) {
        return no_blank(stop, line, first + at);
    }
    let finding = stop.finding(
        line.range(),
        "a line is no `key: value`",
        "no colon with a space behind it",
    );
    match (words, words.split_once('=')) {
        ("--", _) => finding.help("a line of three dashes, `---`, stands between two records"),
        (_, Some((key, value))) => finding.help(format!("write `{}: {}`", key.trim(), value.trim())),
        (_, None) => finding
            .help("write the name of a field, a colon and a space before the text")
            .help("if it goes on with the text above, indent it further than the key of that text"),
    }
}

fn glued_dash(stop: Stop<'_>, dash: usize, item: &str) -> Diagnostic {
    let finding = stop.finding(
        stop.character(dash),
        "no space stands after the dash of an item",
        "a space is missing behind this",
    );
    finding.help(match item.chars().count() {
        1..=40 => format!("write `- {item}`"),
        _ => "write a space after the dash".to_owned(),
    })
}

/// Returns the finding about a colon behind which no ordinary blank stands.
fn no_blank(stop: Stop<'_>, line: Line<'_>, colon: usize) -> Diagnostic {
    let behind = stop.text[colon + 1..].chars().next();
    let text = stop.rest_of_line(colon + 1).trim();
    let (says, label) = match behind.filter(|next| next.is_whitespace() && !next.is_ascii()) {
        Some(blank) => (
            format!(
                "the space after a colon is no ordinary one (U+{:04X})",
                u32::from(blank)
            ),
            "another kind of space stands behind this",
        ),
        None => (
            "no space stands after a colon".to_owned(),
            "a space is missing behind this",
        ),
    };
    let key = &stop.text[line.range().start..colon];
    let finding = stop.finding(stop.character(colon), says, label);
    finding.help(match text.chars().count() {
        1..=40 => format!("write `{key}: {text}`"),
        _ => format!("write `{key}: ` before the text"),
    })
}

/// Returns the finding about a line that does not fit into its column.
fn misplaced(stop: Stop<'_>, line: Line<'_>) -> Option<Diagnostic> {
    if line.is_item() {
        return Some(item(stop, line));
    }
    let above = stop.lines_above(line).next()?;
    let is_first = stop.text[line.start..stop.at].trim().is_empty();
    match above.indent().cmp(&line.indent()) {
        _ if !is_first => None,
        std::cmp::Ordering::Greater => Some(between_columns(stop, line, above)),
        std::cmp::Ordering::Less if is_remark_above(stop, line) => Some(interrupted(stop, line)),
        std::cmp::Ordering::Less => Some(too_deep(stop, line, above)),
        std::cmp::Ordering::Equal => Some(keyless(stop, line)),
    }
}

fn between_columns(stop: Stop<'_>, line: Line<'_>, above: Line<'_>) -> Diagnostic {
    stop.finding(
        line.range(),
        "a line begins in a column in which no line above it begins",
        "not in line with the others",
    )
    .and_at(stop.span(above.range()), "the line above")
    .help("begin the line in the same column as the lines that it belongs beside")
}

fn is_remark_above(stop: Stop<'_>, line: Line<'_>) -> bool {
    let above = line.start.checked_sub(1).map(|end| stop.line_at(end));
    above.is_some_and(|above| above.words().starts_with('#'))
}

fn interrupted(stop: Stop<'_>, line: Line<'_>) -> Diagnostic {
    stop.finding(
        line.range(),
        "a remark stands in the middle of a text",
        "goes on after the remark",
    )
    .help("put the remark above the key of the text")
}

/// Returns the finding about an item of a list that stands where a key or another column is expected.
fn item(stop: Stop<'_>, line: Line<'_>) -> Diagnostic {
    let dash = stop.character(line.range().start);
    let mut above = stop
        .lines_above(line)
        .take_while(|above| above.is_item() || above.indent() > line.indent());
    match above.find(|above| above.is_item() && above.indent() != line.indent()) {
        Some(above) => stop
            .finding(
                dash,
                "an item of a list is not in line with the one above",
                "begins in another column",
            )
            .and_at(stop.span(stop.character(above.range().start)), "the one above")
            .help("begin all items of a list in the same column"),
        None => stop
            .finding(
                dash,
                "an item of a list stands where a `key: value` is expected",
                "no list is begun here",
            )
            .help("delete the dash, or put a line with the key of the list above its items: `uses:`"),
    }
}

fn list_beside_key(stop: Stop<'_>) -> Diagnostic {
    stop.finding(
        stop.character(stop.at),
        "a dash stands in the line of its key",
        "no list can begin here",
    )
    .help("put the items of a list into lines of their own below the key, or between brackets: `[one, another]`")
    .help("if it is one text, delete the dash or put the text into quotation marks")
}

/// Returns the finding about a line that ends a record by standing further to the left than its first line.
fn outdented(stop: Stop<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let mut above = stop.lines_above(line);
    let nearest = above.next()?;
    if nearest.text.starts_with('%') {
        return starts::told(stop.moved(nearest.start));
    }
    let first = above.last().unwrap_or(nearest);
    (first.indent() > line.indent()).then(|| {
        stop.finding(
            line.range(),
            "a line begins further to the left than the first line of its record",
            "begins too far to the left",
        )
        .and_at(stop.span(first.range()), "the first line")
        .help("begin both in the same column, best in the first")
    })
}

fn after_separator(stop: Stop<'_>, line: Line<'_>) -> Diagnostic {
    let sign = line.text.get(..3).unwrap_or_default();
    stop.finding(
        line.range(),
        format!("text stands in the same line as `{sign}`"),
        "begins a record, or ends one",
    )
    .help(format!(
        "leave `{sign}` alone in its line, and begin the text in the next"
    ))
}

fn glued_remark(stop: Stop<'_>) -> Diagnostic {
    stop.finding(
        stop.character(stop.at),
        "a remark begins without a space before it",
        "a space is missing before this",
    )
    .help(
        "write a space before `#`; if the sign belongs to the text, put the whole text into quotation marks",
    )
}
