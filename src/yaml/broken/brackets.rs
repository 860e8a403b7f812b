//! Brackets that are not closed, closed by the wrong one, or closed without having been opened; and what stands between
//! them that may not.

use crate::diag::Diagnostic;
use crate::yaml::broken::stop::Stop;
use granit_parser::ErrorKind;

/// Returns the finding about brackets, if they are why reading stopped.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the parser's kinds are many, and open for additions"
)]
pub(crate) fn told(stop: Stop<'_>, kind: &ErrorKind) -> Option<Diagnostic> {
    let opened = innermost(stop);
    if let Some(opened) = opened.filter(|opened| is_left_open(stop, *opened)) {
        return Some(unclosed(stop, opened));
    }
    match kind {
        ErrorKind::UnclosedFlowCollection { .. } => Some(unclosed(stop, stop.at)),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => Some(mismatched(stop, *open, *close)),
        ErrorKind::MisplacedFlowCollectionEnd => Some(never_opened(stop)),
        ErrorKind::BlockEntryInFlowCollection | ErrorKind::PlainScalarStartsWithDashFlowIndicator => {
            Some(dash(stop))
        }
        ErrorKind::FlowMappingValueAdjacentCollection => Some(no_blank(stop)),
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => {
            Some(opened.map_or_else(|| no_comma(stop), |opened| separated(stop, opened)))
        }
        ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidIndentation
        | ErrorKind::InvalidFlowScalarIndent => opened.map(|opened| unclosed(stop, opened)),
        ErrorKind::ExpectedBlockMappingKey => followed(stop),
        _ => None,
    }
}

/// Returns whether a line that is a `key: value` of its own stands behind a bracket of an earlier line.
fn is_left_open(stop: Stop<'_>, opened: usize) -> bool {
    let (first, line) = (stop.line_at(opened), stop.line());
    let key = line.words().split(": ").next().unwrap_or_default();
    let is_key = !key.is_empty()
        && key
            .chars()
            .all(|char| char.is_alphanumeric() || "_-:".contains(char));
    line.start > first.start && line.indent() <= first.indent() && is_key
}

fn separated(stop: Stop<'_>, opened: usize) -> Diagnostic {
    match stop.line_at(opened) == stop.line() {
        true => no_comma(stop),
        false => unclosed(stop, opened),
    }
}

/// Returns where the innermost bracket was opened that is not closed before reading stopped.
fn innermost(stop: Stop<'_>) -> Option<usize> {
    let mut open: Vec<usize> = stop.opened.into_iter().collect();
    let mut before = ' ';
    let mut quote = None;
    let unread = stop.text.get(stop.read_to..stop.at).unwrap_or_default();
    for (at, char) in unread.char_indices() {
        let begins = ":-,[{\n".contains(before);
        match (quote, char) {
            (Some(mark), char) if char == mark => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if begins => quote = Some(char),
            (None, '[' | '{') if begins || !open.is_empty() => open.push(stop.read_to + at),
            (None, ']' | '}') => drop(open.pop()),
            (None, _) => {}
        }
        if char != ' ' {
            before = char;
        }
    }
    open.last().copied()
}

fn unclosed(stop: Stop<'_>, opened: usize) -> Diagnostic {
    let (open, close) = match stop.text[opened..].starts_with('{') {
        true => ('{', '}'),
        false => ('[', ']'),
    };
    let finding = stop.finding(
        stop.character(opened),
        format!("the bracket `{open}` is opened and not closed"),
        "opened here",
    );
    let finding = match stop.line_at(opened) == stop.line() {
        true => finding,
        false => finding.and_at(
            stop.span(stop.line().range()),
            "up to here no closing bracket stands",
        ),
    };
    finding.help(format!(
        "put `{close}` at its end; a text that begins with a bracket belongs into quotation marks"
    ))
}

fn mismatched(stop: Stop<'_>, open: char, close: char) -> Diagnostic {
    let end = stop.text[stop.at..]
        .find(close)
        .map_or(stop.at, |at| stop.at + at);
    let right = if open == '{' { '}' } else { ']' };
    stop.finding(
        stop.character(end),
        format!("the bracket `{open}` is closed by `{close}`"),
        "closed here",
    )
    .and_at(stop.span(stop.character(stop.at)), "opened here")
    .help(format!("write `{right}` in place of `{close}`"))
}

fn never_opened(stop: Stop<'_>) -> Diagnostic {
    stop.finding(
        stop.character(stop.at),
        "a bracket is closed that was not opened",
        "closed here",
    )
    .help("delete it; if it belongs to a text, put the text into quotation marks")
}

fn dash(stop: Stop<'_>) -> Diagnostic {
    stop.finding(
        stop.character(stop.at),
        "an item between brackets begins with a dash",
        "not between brackets",
    )
    .help("delete the dashes and put commas between the items: `[one, another]`")
}

fn no_blank(stop: Stop<'_>) -> Diagnostic {
    stop.finding(
        stop.character(stop.at),
        "no space stands between a colon and the bracket behind it",
        "a space is missing before this",
    )
    .help("write a space after the colon")
}

fn no_comma(stop: Stop<'_>) -> Diagnostic {
    if stop.next() == Some(':') {
        return second_colon(stop);
    }
    stop.finding(
        stop.character(stop.at),
        "no comma stands between two things in brackets",
        "a comma is missing before this",
    )
    .help("put commas between them: `[one, another]`; a text with signs such as `[` or `: ` in it belongs into quotation marks")
}

fn second_colon(stop: Stop<'_>) -> Diagnostic {
    stop.finding(
        stop.character(stop.at),
        "a second colon stands in one item between brackets",
        "this one",
    )
    .help("put a comma before the key that it belongs to; a text with a colon in it belongs into quotation marks")
}

/// Returns the finding about a line that goes on after brackets.
fn followed(stop: Stop<'_>) -> Option<Diagnostic> {
    let line = stop.line();
    let before = stop.text[line.start..stop.at].trim_end();
    if !before.ends_with([']', '}']) {
        return None;
    }
    let text = stop.text[line.start..stop.at]
        .find(['[', '{'])
        .map(|at| line.start + at)?;
    let finding = stop.finding(
        stop.at..stop.at + stop.rest_of_line(stop.at).len(),
        "text follows in the line after a closing bracket",
        "not read as part of the brackets",
    );
    let whole = text..stop.at + stop.rest_of_line(stop.at).len();
    Some(finding.help(match stop.in_quotes(whole) {
        Some(example) => {
            format!("a text that begins with a bracket belongs into quotation marks: `{example}`")
        }
        None => "a text that begins with a bracket belongs into quotation marks".to_owned(),
    }))
}
