//! Which findings are told, and under which names: sorted by place, at most fifty for each file, paths as the
//! user would type them. Every style starts from this list, so that all of them tell the same.

use crate::diag::{Diagnostic, Diagnostics, Label, Severity};
use crate::obligations::gap::Gap;
use crate::report::told_gaps::ToldGap;
use crate::report::visible::visible;
use crate::source::{Place, SourceMap, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A person mends the first ones and runs again; a thousand lines hide them.
const N_PER_FILE: usize = 50;

/// The findings of a run, ready to be told.
#[derive(Debug)]
pub(crate) struct Listing<'a> {
    pub(crate) sources: &'a SourceMap,
    /// What is told, sorted by place.
    pub(crate) items: Vec<Item<'a>>,
    /// How many findings of a file are not told, by path.
    pub(crate) omitted: BTreeMap<String, usize>,
    /// Gaps for which the run ends with 1.
    pub(crate) gaps: Vec<ToldGap<'a>>,
    all: &'a Diagnostics,
    n_files: usize,
    project: &'a str,
}

/// One finding and the file it is about.
#[derive(Debug)]
pub(crate) struct Item<'a> {
    pub(crate) finding: &'a Diagnostic,
    /// The file's path as the user would type it; empty when the finding is about no file.
    pub(crate) path: String,
}

impl Item<'_> {
    /// Returns where the fault itself stands; `None` when no text can be shown.
    pub(crate) fn span(&self) -> Option<Span> {
        self.finding.labels.first().map(|label| label.span)
    }
}

impl<'a> Listing<'a> {
    /// Sorts and limits findings.
    pub(crate) fn of(sources: &'a SourceMap, findings: &'a Diagnostics, project: &'a str) -> Self {
        let mut listing = Self {
            sources,
            items: Vec::new(),
            omitted: BTreeMap::new(),
            gaps: Vec::new(),
            all: findings,
            n_files: 0,
            project,
        };
        let mut n_told: BTreeMap<String, usize> = BTreeMap::new();
        for finding in findings.sorted() {
            let path = listing.path_of(finding);
            let n_told = n_told.entry(path.clone()).or_default();
            *n_told += 1;
            match *n_told > N_PER_FILE {
                true => *listing.omitted.entry(path).or_default() += 1,
                false => listing.items.push(Item { finding, path }),
            }
        }
        let paths: BTreeSet<&str> = listing.items.iter().map(|item| item.path.as_str()).collect();
        listing.n_files = paths.into_iter().filter(|path| !path.is_empty()).count();
        listing
    }

    /// Adds gaps that are told beside the findings.
    pub(crate) fn with_gaps(mut self, gaps: &[&'a Gap]) -> Self {
        let told = gaps.iter().map(|gap| ToldGap {
            gap,
            path: gap.at.map_or_else(String::new, |at| self.path_at(at)),
        });
        self.gaps = told.collect();
        self
    }

    /// Returns a path below the project folder as the user would type it.
    pub(crate) fn shown_path(&self, path: &str) -> String {
        let project = self.project.strip_prefix("./").unwrap_or(self.project);
        let project = project.strip_suffix('/').unwrap_or(project);
        visible(&match (project, path) {
            ("" | ".", path) | (path, "") => path.to_owned(),
            (project, path) => format!("{project}/{path}"),
        })
    }

    /// Returns where a label begins and ends.
    pub(crate) fn places(&self, label: &Label) -> (Place, Place) {
        let [first, last] = ends(label.span).map(|end| self.named(self.sources.place(end)));
        (first, last)
    }

    /// Returns where a span begins and ends, with columns in UTF-16 code units.
    pub(crate) fn utf16_places(&self, span: Span) -> (Place, Place) {
        let [first, last] = ends(span).map(|end| self.named(self.sources.utf16_place(end)));
        (first, last)
    }

    /// Returns where a span begins.
    pub(crate) fn place_at(&self, span: Span) -> Place {
        self.named(self.sources.place(span))
    }

    /// Returns the line in which a span begins.
    pub(crate) fn line(&self, span: Span) -> &str {
        let n_line = self.sources.place(span).line;
        let text = self.sources.file(span.file).text.as_str();
        text.split('\n').nth(n_line - 1).unwrap_or_default()
    }

    fn named(&self, place: Place) -> Place {
        Place {
            path: self.shown_path(&place.path),
            ..place
        }
    }

    fn path_at(&self, span: Span) -> String {
        self.shown_path(&self.sources.file(span.file).path)
    }

    /// Returns where the fault itself begins; `None` when no text can be shown.
    pub(crate) fn place(&self, finding: &Diagnostic) -> Option<Place> {
        finding.labels.first().map(|label| self.places(label).0)
    }

    /// Returns how many findings have a severity, the omitted ones included.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.all.count(severity)
    }

    /// Returns one line on how much was found; `None` when nothing was.
    pub(crate) fn summary(&self) -> Option<String> {
        let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
            .into_iter()
            .map(|severity| (self.count(severity), severity.word()))
            .filter(|(n_findings, _)| *n_findings > 0)
            .map(|(n_findings, word)| counted(n_findings, word))
            .collect();
        match (counts.is_empty(), self.n_files) {
            (true, _) => None,
            (false, 0) => Some(counts.join(", ")),
            (false, n_files) => Some(format!("{} in {}", counts.join(", "), counted(n_files, "file"))),
        }
    }

    fn path_of(&self, finding: &Diagnostic) -> String {
        match (finding.labels.first(), &finding.path) {
            (Some(label), _) => self.path_at(label.span),
            (None, Some(path)) => self.shown_path(path),
            (None, None) => String::new(),
        }
    }
}

/// Returns the two ends of a span, as spans of no length.
fn ends(span: Span) -> [Span; 2] {
    let Span { file, start, end } = span;
    [start, end].map(|at| Span {
        file,
        start: at,
        end: at,
    })
}

/// Returns a number with its noun, in the plural where it needs one.
pub(crate) fn counted(n: usize, noun: &str) -> String {
    match n {
        1 => format!("1 {noun}"),
        _ => format!("{n} {noun}s"),
    }
}
