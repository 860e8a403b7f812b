//! Quotation marks that are not closed, closed too early, or hold a backslash that means something else. Where a text was
//! opened is looked up from its end: between the two marks none of the same kind stands alone.

use crate::diag::Diagnostic;
use crate::yaml::broken::stop::Stop;
use granit_parser::ErrorKind;

/// Returns the finding about a text in quotation marks, if one is why reading stopped.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the parser's kinds are many, and open for additions"
)]
pub(crate) fn told(stop: Stop<'_>, kind: &ErrorKind) -> Option<Diagnostic> {
    match kind {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => Some(never_closed(stop, stop.at)),
        ErrorKind::InvalidTrailingSingleQuotedScalar => followed(stop, '\''),
        ErrorKind::InvalidTrailingDoubleQuotedScalar => followed(stop, '"'),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => Some(backslash(stop)),
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::MappingValueNotAllowed => swallowed(stop),
        _ => None,
    }
}

fn never_closed(stop: Stop<'_>, opened: usize) -> Diagnostic {
    stop.finding(
        stop.character(opened),
        "a text is opened with a quotation mark and never closed",
        "opened here",
    )
    .help(CLOSE)
}

const CLOSE: &str = "put the same quotation mark at the end of the text that is opened here";

/// Returns the finding about a text after whose closing mark more is written.
fn followed(stop: Stop<'_>, mark: char) -> Option<Diagnostic> {
    let closed = stop.text[..stop.at].rfind(mark)?;
    let opened = opening(&stop.text[..closed], mark)?;
    let is_on_one_line = stop.line_at(opened) == stop.line_at(closed);
    match (is_on_one_line, stop.next()) {
        (false, _) => Some(closed_later(stop, opened, closed)),
        (true, Some('"' | '\'')) => Some(no_comma(stop)),
        (true, _) => Some(closed_early(stop, closed, mark)),
    }
}

/// Returns where a text was opened that is closed at the end of what is given.
fn opening(before: &str, mark: char) -> Option<usize> {
    let mut end = before.len();
    loop {
        let at = before[..end].rfind(mark)?;
        let run = before[..=at].len() - before[..=at].trim_end_matches(mark).len();
        let n_backslashes = before[..at].len() - before[..at].trim_end_matches('\\').len();
        match mark {
            // Two single marks stand for one in the text.
            '\'' if run.is_multiple_of(2) => end = at + 1 - run,
            '\'' => return Some(at + 1 - run),
            _ if !n_backslashes.is_multiple_of(2) => end = at,
            _ => return Some(at),
        }
    }
}

fn closed_later(stop: Stop<'_>, opened: usize, closed: usize) -> Diagnostic {
    stop.finding(
        stop.character(opened),
        "a text is opened with a quotation mark and not closed in its line",
        "opened here",
    )
    .and_at(
        stop.span(stop.character(closed)),
        "the next mark of its kind closes it here, and more text follows",
    )
    .help(CLOSE)
}

fn closed_early(stop: Stop<'_>, closed: usize, mark: char) -> Diagnostic {
    let finding = stop.finding(
        stop.character(closed),
        "a text in quotation marks ends here, and more text follows in the line",
        "closed here",
    );
    finding.help(match mark {
        '\'' => {
            "if the text goes on, put it into double quotation marks, or write each apostrophe in it twice: \
             `'the company''s bot'`"
        }
        _ => {
            "if the text goes on, put all of it into single quotation marks: `'The \"best\" bot'`; or leave the marks away"
        }
    })
}

fn no_comma(stop: Stop<'_>) -> Diagnostic {
    stop.finding(
        stop.character(stop.at),
        "two texts in quotation marks follow each other",
        "the second begins here",
    )
    .help("put a comma between the items of a list: `[\"one\", \"another\"]`; of one text put all into one pair of marks")
}

/// Returns the finding about a text over several lines behind which a line cannot go on: its mark was forgotten, and the
/// next one of its kind was taken for it.
fn swallowed(stop: Stop<'_>) -> Option<Diagnostic> {
    let before = stop.text[..stop.at].trim_end_matches(' ');
    let mark = before
        .chars()
        .next_back()
        .filter(|last| ['"', '\''].contains(last))?;
    let closed = before.len() - 1;
    let opened = opening(&stop.text[..closed], mark).filter(|opened| *opened >= stop.read_to.min(closed))?;
    (stop.line_at(opened) != stop.line_at(closed)).then(|| closed_later(stop, opened, closed))
}

/// What may follow a backslash in double quotation marks (YAML 1.2, 5.7).
const ESCAPES: &str = "0abt\tnvfre \"/\\N_LPxuU\n\r";

fn backslash(stop: Stop<'_>) -> Diagnostic {
    let at = stop.at + misread(&stop.text[stop.at..]);
    let range = at..stop.character((at + 1).min(stop.text.len())).end;
    let says = format!(
        "`{}` means nothing in double quotation marks",
        &stop.text[range.clone()]
    );
    stop.finding(range, says, "a backslash begins a special sign here")
        .help("write two backslashes for one, or put the text into single quotation marks: `'C:\\data'`")
}

/// Returns where the first backslash stands that cannot be read: one before a sign that means nothing, or else one before
/// the number of a character.
fn misread(text: &str) -> usize {
    let mut numbered = None;
    let mut chars = text.char_indices();
    while let Some((at, char)) = chars.next() {
        if char != '\\' {
            continue;
        }
        match chars.next() {
            Some((_, 'x' | 'u' | 'U')) => numbered = numbered.or(Some(at)),
            Some((_, escaped)) if ESCAPES.contains(escaped) => {}
            Some(_) | None => return at,
        }
    }
    numbered.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_opened_where_its_first_mark_stands() {
        for (before, mark, at) in [
            ("a: \"b", '"', 3),
            ("a: \"b \\\" c", '"', 3),
            ("x: \"\"\na: \"b", '"', 9),
            ("a: 'it''s", '\'', 3),
            ("a: '''s", '\'', 3),
            ("x: ''\na: 'b", '\'', 9),
        ] {
            assert_eq!(opening(before, mark), Some(at), "{before}");
        }
        assert_eq!(opening("a: b", '"'), None);
    }
}
