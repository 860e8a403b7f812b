//! The lines around what a finding points at, cut to a width that can be read and with unsafe characters made
//! visible. Only these lines are handed to the drawing of snippets: indexing a whole file for each finding would
//! cost more than finding it.

use crate::diag::Label;
use crate::inventory::screen::masked;
use crate::report::visible::{EXCERPT_LIMIT, push_visible};
use crate::source::{FileId, SourceMap};
use std::ops::Range;

/// How many lines may lie between two labels that are drawn together.
const N_LINES_BETWEEN: usize = 8;
/// How much of a cut line is shown before what it is about, in characters.
const N_CHARS_BEFORE: usize = 40;

/// Some neighbouring lines of one file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The file they are from.
    pub(crate) file: FileId,
    /// The number of the first line, from 1.
    pub(crate) first_line: usize,
    /// The lines as they are shown.
    pub(crate) text: String,
    /// What is marked, in bytes of `text`.
    pub(crate) marks: Vec<Mark>,
}

impl Excerpt {
    /// Returns in which column of the shown lines a label begins, from 1; another than in the file when the line
    /// was cut or has characters that are shown by number.
    pub(crate) fn shown_column(&self, label: usize) -> Option<usize> {
        let mark = self.marks.iter().find(|mark| mark.label == label)?;
        let before = &self.text[..mark.range.start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        Some(line.chars().count() + 1)
    }
}

/// A stretch of an excerpt with what is said about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The bytes of the excerpt.
    pub(crate) range: Range<usize>,
    /// Which label it shows, by position; the first is the fault itself.
    pub(crate) label: usize,
}

/// A label's first line; nothing beyond its end is marked, because a mark over many lines hides its point.
#[derive(Debug)]
struct Spot<'a> {
    file: FileId,
    n_line: usize,
    line: &'a str,
    range: Range<usize>,
    label: usize,
}

/// Returns the excerpts for labels: the one with the fault first, neighbouring labels together.
pub(crate) fn excerpts(sources: &SourceMap, labels: &[Label]) -> Vec<Excerpt> {
    let mut groups: Vec<Vec<Spot<'_>>> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let spot = spot(sources, label, at);
        let is_near = |other: &Spot<'_>| {
            other.file == spot.file && other.n_line.abs_diff(spot.n_line) <= N_LINES_BETWEEN
        };
        match groups.iter().position(|group| group.iter().any(is_near)) {
            Some(near) => groups[near].push(spot),
            None => groups.push(vec![spot]),
        }
    }
    groups
        .iter()
        .filter_map(|group| excerpt(sources, group))
        .collect()
}

fn spot<'a>(sources: &'a SourceMap, label: &Label, at: usize) -> Spot<'a> {
    let text = sources.file(label.span.file).text.as_str();
    let start = text.floor_char_boundary(label.span.start as usize);
    let end = text.ceil_char_boundary(label.span.end as usize).max(start);
    let begin = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[begin..]
        .split('\n')
        .next()
        .unwrap_or_default()
        .trim_end_matches('\r');
    let within = |at: usize| (at - begin).min(line.len());
    Spot {
        file: label.span.file,
        n_line: text[..begin].bytes().filter(|byte| *byte == b'\n').count() + 1,
        line,
        range: within(start)..within(end),
        label: at,
    }
}

fn excerpt(sources: &SourceMap, spots: &[Spot<'_>]) -> Option<Excerpt> {
    let first = spots.iter().min_by_key(|spot| spot.n_line)?;
    let last = spots.iter().max_by_key(|spot| spot.n_line)?;
    let mut excerpt = Excerpt {
        file: first.file,
        first_line: first.n_line,
        text: String::new(),
        marks: Vec::new(),
    };
    let text = sources.file(first.file).text.as_str();
    let begin = first.line.as_ptr() as usize - text.as_ptr() as usize;
    let n_lines = last.n_line - first.n_line + 1;
    let length: usize = text[begin..]
        .split_inclusive('\n')
        .take(n_lines)
        .map(str::len)
        .sum();
    // A finding beside a secret shows the line that both stand in.
    let shown = masked(&text[begin..begin + length]);
    for (n_line, line) in (first.n_line..=last.n_line).zip(shown.split('\n')) {
        let here: Vec<&Spot<'_>> = spots.iter().filter(|spot| spot.n_line == n_line).collect();
        excerpt.push_line(line.trim_end_matches('\r'), &here);
    }
    excerpt.text.pop();
    Some(excerpt)
}

impl Excerpt {
    fn push_line(&mut self, line: &str, spots: &[&Spot<'_>]) {
        let window = window(line, spots.iter().map(|spot| spot.range.start).min().unwrap_or(0));
        if window.start > 0 {
            self.text.push_str("...");
        }
        let mut starts = vec![self.text.len(); spots.len()];
        let mut ends = starts.clone();
        for (offset, char) in line[window.clone()].char_indices() {
            match char {
                // Drawing expands tabs, and knows how to keep marks below them.
                '\t' => self.text.push(char),
                _ => push_visible(&mut self.text, char),
            }
            for (at, spot) in spots.iter().enumerate() {
                let after = window.start + offset + char.len_utf8();
                if after <= spot.range.start {
                    starts[at] = self.text.len();
                }
                if after <= spot.range.end {
                    ends[at] = self.text.len();
                }
            }
        }
        let marks = spots.iter().zip(starts.into_iter().zip(ends));
        self.marks.extend(marks.map(|(spot, (start, end))| Mark {
            range: start..end,
            label: spot.label,
        }));
        if window.end < line.len() {
            self.text.push_str("...");
        }
        self.text.push('\n');
    }
}

// A line of 200,000 characters is shown around the place that matters.
fn window(line: &str, marked: usize) -> Range<usize> {
    let mut before = line[..marked].char_indices().rev();
    let start = match line.chars().nth(EXCERPT_LIMIT) {
        None => 0,
        Some(_) => before.nth(N_CHARS_BEFORE - 1).map_or(0, |(at, _)| at),
    };
    let end = line[start..]
        .char_indices()
        .nth(EXCERPT_LIMIT)
        .map_or(line.len(), |(at, _)| start + at);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceFile, Span};
    use proptest::prelude::*;

    fn of(text: &str, spans: &[(usize, usize)]) -> Vec<Excerpt> {
        let mut sources = SourceMap::default();
        let file = sources.add(SourceFile {
            path: "a.yaml".into(),
            text: text.into(),
            n_bytes: 0,
            sha256: String::new(),
        });
        let labels = spans.iter().map(|span| Label {
            span: Span {
                file,
                start: u32::try_from(span.0).unwrap(),
                end: u32::try_from(span.1).unwrap(),
            },
            text: String::new(),
        });
        excerpts(&sources, &labels.collect::<Vec<_>>())
    }

    fn marked(excerpt: &Excerpt) -> Vec<&str> {
        excerpt
            .marks
            .iter()
            .map(|mark| &excerpt.text[mark.range.clone()])
            .collect()
    }

    #[test]
    fn only_the_lines_around_the_labels_are_shown() {
        let text = "a: 1\nb: 2\nc: 3\nd: 4\n";
        let found = of(text, &[(8, 9), (13, 14)]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].text.as_str(), found[0].first_line), ("b: 2\nc: 3", 2));
        assert_eq!(marked(&found[0]), ["2", "3"]);
    }

    #[test]
    fn distant_labels_are_shown_apart_and_the_fault_first() {
        let text = format!("first: 1\n{}last: 2\n", "x: 0\n".repeat(30));
        let found = of(&text, &[(text.len() - 2, text.len() - 1), (0, 5)]);
        let shown: Vec<(&str, usize)> = found.iter().map(|e| (e.text.as_str(), e.first_line)).collect();
        assert_eq!(shown, [("last: 2", 32), ("first: 1", 1)]);
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let text = format!("{}HERE{}", "x".repeat(5_000), "y".repeat(5_000));
        let found = of(&text, &[(5_000, 5_004)]);
        assert_eq!(marked(&found[0]), ["HERE"]);
        assert!(found[0].text.len() <= EXCERPT_LIMIT + 6);
    }

    #[test]
    fn unsafe_characters_do_not_shift_the_mark() {
        let found = of("\t\u{1b}[31m: näme\r\n", &[(8, 13)]);
        assert_eq!(found[0].text, "\t\\u{1b}[31m: näme");
        assert_eq!(marked(&found[0]), ["näme"]);
    }

    #[test]
    fn a_mark_over_many_lines_ends_with_its_first() {
        assert_eq!(marked(&of("a: |\n  b\n  c\n", &[(3, 12)])[0]), ["|"]);
    }

    #[test]
    fn the_end_of_a_text_can_be_marked() {
        assert_eq!(of("a: 1\n", &[(5, 5)])[0].marks[0].range, 0..0);
        assert_eq!(of("", &[(0, 0)])[0].text, "");
    }

    proptest! {
        #[test]
        fn any_span_of_any_text_can_be_shown(text in "(?s).{0,300}", start in 0_usize..400, length in 0_usize..400) {
            let start = start.min(text.len());
            let end = (start + length).min(text.len());
            for excerpt in of(&text, &[(start, end), (end, end)]) {
                prop_assert!(excerpt.text.chars().all(|char| ['\n', '\t'].contains(&char) || !char.is_control()));
                marked(&excerpt);
            }
        }
    }
}
