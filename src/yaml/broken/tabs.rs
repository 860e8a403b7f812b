//! Tabs where only blanks may stand. The parser stops before the tab or behind it, so it is looked for from there on.

use crate::diag::Diagnostic;
use crate::yaml::broken::stop::{Line, Stop};
use granit_parser::ErrorKind;

/// Returns the finding about a tab, if a tab is why reading stopped.
pub(crate) fn told(stop: Stop<'_>, kind: &ErrorKind) -> Option<Diagnostic> {
    let is_about_tabs = matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::InvalidBlockEntryWhitespace
            | ErrorKind::InvalidMappingValueWhitespace
    );
    let line = stop.line();
    match (is_about_tabs, leading_tab(line)) {
        (_, Some(tab)) => Some(indented(stop, tab)),
        (true, None) => below(stop, line)
            .map(|tab| indented(stop, tab))
            .or_else(|| inside(stop)),
        (false, None) => None,
    }
}

/// Returns where the first tab stands with which a line below is indented.
fn below(stop: Stop<'_>, line: Line<'_>) -> Option<usize> {
    let mut start = line.start;
    for text in stop.text[line.start..].split_inclusive('\n') {
        let text_line = Line { start, text };
        if let Some(tab) = leading_tab(text_line) {
            return Some(tab);
        }
        start += text.len();
    }
    None
}

/// Returns where the first tab of an indentation stands; a line of nothing but blanks is indented for nobody.
fn leading_tab(line: Line<'_>) -> Option<usize> {
    let is_indented = line.text.trim_start_matches(' ').starts_with('\t') && !line.words().is_empty();
    is_indented.then_some(line.start + line.indent())
}

fn indented(stop: Stop<'_>, tab: usize) -> Diagnostic {
    stop.finding(
        stop.character(tab),
        "a line is indented with a tab",
        "a tab; only spaces may stand here",
    )
    .help("replace the tab by spaces, as many as the lines beside it begin with; most editors can do it for a whole file")
}

/// Returns the finding about a tab between the words of a line.
fn inside(stop: Stop<'_>) -> Option<Diagnostic> {
    let line = stop.line();
    let tab = line.start + line.text.find('\t')?;
    let finding = stop.finding(
        stop.character(tab),
        "a tab stands where only a space may",
        "a tab",
    );
    Some(finding.help("replace the tab by a space"))
}
