//! Where the parser stopped in a text that is no YAML, and the lines around it. Says nothing of what is wrong there;
//! what is likely is said by the other files of this folder.

use crate::diag::Diagnostic;
use crate::diag::codes::Code;
use crate::source::{FileId, Span};
use std::ops::Range;

/// The longest text of the reader's own that is repeated in advice, in characters.
const LONGEST_EXAMPLE: usize = 60;

/// A text with the place where its reading stopped.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stop<'t> {
    /// The file of the text.
    pub(crate) file: FileId,
    /// The whole text.
    pub(crate) text: &'t str,
    /// Where the parser says that it stopped.
    pub(crate) at: usize,
    /// Up to where everything was understood.
    pub(crate) read_to: usize,
    /// Where the innermost bracket was opened that was understood and not closed.
    pub(crate) opened: Option<usize>,
}

/// One line of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line<'t> {
    /// Where it begins.
    pub(crate) start: usize,
    /// It, without the line break.
    pub(crate) text: &'t str,
}

impl<'t> Line<'t> {
    /// Returns how many blanks it begins with.
    pub(crate) fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Returns what it says, without the blanks around.
    pub(crate) fn words(self) -> &'t str {
        self.text.trim()
    }

    /// Returns where it stands, without the blanks around.
    pub(crate) fn range(self) -> Range<usize> {
        let first = self.start + self.text.len() - self.text.trim_start().len();
        first..first + self.words().len()
    }

    /// Returns whether it is an item of a list.
    pub(crate) fn is_item(self) -> bool {
        self.words() == "-" || self.words().starts_with("- ")
    }

    /// Returns whether it separates two records.
    fn separates(self) -> bool {
        self.text.starts_with("---") || self.text.starts_with("...")
    }

    /// Returns whether it says nothing: a blank line, or a remark.
    fn is_silent(self) -> bool {
        self.words().is_empty() || self.words().starts_with('#')
    }
}

impl<'t> Stop<'t> {
    /// Returns the same text, read up to another place.
    pub(crate) fn moved(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// Returns the character at which reading stopped.
    pub(crate) fn next(self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Returns the line that holds a place.
    pub(crate) fn line_at(self, at: usize) -> Line<'t> {
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let text = self.text[start..].lines().next().unwrap_or_default();
        Line { start, text }
    }

    /// Returns the line at which reading stopped.
    pub(crate) fn line(self) -> Line<'t> {
        self.line_at(self.at)
    }

    /// Returns the lines of the same record above a line, the nearest first, as far as they say something.
    pub(crate) fn lines_above(self, line: Line<'t>) -> impl Iterator<Item = Line<'t>> {
        let above = move |line: &Line<'t>| line.start.checked_sub(1).map(|end| self.line_at(end));
        std::iter::successors(above(&line), above)
            .take_while(|line| !line.separates())
            .filter(|line| !line.is_silent())
    }

    /// Returns what is written from a place to the end of its line, without the remark behind it.
    pub(crate) fn rest_of_line(self, from: usize) -> &'t str {
        let rest = self.text[from..].lines().next().unwrap_or_default();
        rest.split(" #").next().unwrap_or_default().trim_end()
    }

    /// Returns the line around a text with the text in quotation marks, as it is to be written; nothing when it is long.
    pub(crate) fn in_quotes(self, text: Range<usize>) -> Option<String> {
        let before = self.text[self.line_at(text.start).start..text.start].trim_start();
        let example = format!("{before}{}", quoted(&self.text[text]));
        (example.chars().count() <= LONGEST_EXAMPLE).then_some(example)
    }

    /// Starts a finding about a part of the text.
    pub(crate) fn finding(self, about: Range<usize>, says: impl Into<String>, label: &str) -> Diagnostic {
        Diagnostic::at(Code::BrokenYaml, self.span(about), says, label)
    }

    /// Returns the place of a part of the text.
    pub(crate) fn span(self, part: Range<usize>) -> Span {
        // Files are at most 4 MiB, so a byte offset always fits.
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            file: self.file,
            start: offset(part.start),
            end: offset(part.end),
        }
    }

    /// Returns the range of the character at a place; an empty one at the end of the text.
    pub(crate) fn character(self, at: usize) -> Range<usize> {
        at..at + self.text[at..].chars().next().map_or(0, char::len_utf8)
    }
}

/// Returns a text as it stands in quotation marks: double ones, where nothing in it would have to change.
fn quoted(text: &str) -> String {
    match text.contains(['"', '\\']) {
        true => format!("'{}'", text.replace('\'', "''")),
        false => format!("\"{text}\""),
    }
}
