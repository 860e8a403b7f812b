//! What the YAML of a model card says, key by key, with its line. Keys that are not known are passed over; a value of
//! another type than its key has is a finding.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{SourceMap, Span};
use crate::yaml::characters::forbidden;
use crate::yaml::node::{Content, Node};

/// A value and the line of the card that it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) number: usize,
}

/// What a card says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// The name of the model, and what gave it.
    pub(crate) name: Option<(Line, &'static str)>,
    pub(crate) license: Vec<Line>,
    pub(crate) license_name: Option<Line>,
    pub(crate) license_link: Option<Line>,
    pub(crate) base_model: Vec<Line>,
    pub(crate) datasets: Vec<Line>,
    pub(crate) language: Vec<Line>,
    pub(crate) pipeline_tag: Option<Line>,
    pub(crate) library_name: Option<Line>,
    /// Results of evaluations, one line each.
    pub(crate) results: Vec<Line>,
}

/// The longest value that is taken over, in characters.
const LONGEST_VALUE: usize = 200;
/// The most values of one key that are taken over; a list of languages has a few hundred at most.
const MOST_VALUES: usize = 500;

/// Returns what a card says; the heading of its Markdown names the model when the YAML does not.
pub(crate) fn said(
    sources: &SourceMap,
    front: &Node,
    heading: Option<&str>,
    findings: &mut Diagnostics,
) -> Said {
    let mut reader = Reader { sources, findings };
    let name = reader.one(front, "model_name").map(|line| (line, "model_name"));
    let name = name.or_else(|| reader.indexed_name(front).map(|line| (line, "model-index")));
    let title = heading.and_then(|heading| reader.heading(heading));
    Said {
        name: name.or_else(|| title.map(|line| (line, "first heading"))),
        license: reader.many(front, "license"),
        license_name: reader.one(front, "license_name"),
        license_link: reader.one(front, "license_link"),
        base_model: reader.many(front, "base_model"),
        datasets: reader.many(front, "datasets"),
        language: reader.many(front, "language"),
        pipeline_tag: reader.one(front, "pipeline_tag"),
        library_name: reader.one(front, "library_name"),
        results: reader.results(front),
    }
}

struct Reader<'a> {
    sources: &'a SourceMap,
    findings: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// Returns the value under a key.
    fn one(&mut self, node: &Node, key: &str) -> Option<Line> {
        let value = &node.entry(key)?.value;
        self.line(value, key)
    }

    /// Returns the values under a key that holds one or a list of them.
    fn many(&mut self, node: &Node, key: &str) -> Vec<Line> {
        let Some(entry) = node.entry(key) else {
            return Vec::new();
        };
        match &entry.value.content {
            Content::List(items) => {
                let items = items.iter().take(MOST_VALUES);
                items.filter_map(|item| self.line(item, key)).collect()
            }
            Content::Scalar(_) | Content::Table(_) => self.line(&entry.value, key).into_iter().collect(),
        }
    }

    fn line(&mut self, value: &Node, key: &str) -> Option<Line> {
        if value.is_nothing() {
            return None;
        }
        match &value.content {
            Content::Scalar(scalar) => self.taken(&scalar.text, value.span, key),
            Content::List(_) | Content::Table(_) => {
                let says = format!("`{key}` holds texts in a model card; found {}", value.found());
                self.findings.add(Diagnostic::at(
                    Code::WrongType,
                    value.span,
                    says,
                    "of another type",
                ));
                None
            }
        }
    }

    fn taken(&mut self, text: &str, span: Span, key: &str) -> Option<Line> {
        // A value stands on one line of the record, whatever line breaks it has.
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = words.join(" ");
        let n_characters = text.chars().count();
        if n_characters > LONGEST_VALUE {
            let says =
                format!("`{key}` is {n_characters} characters long; at most {LONGEST_VALUE} are taken");
            self.findings
                .add(Diagnostic::at(Code::TextTooLong, span, says, "too long"));
            return None;
        }
        let number = self.sources.place(span).line;
        (!text.is_empty()).then_some(Line { text, number })
    }

    fn heading(&mut self, heading: &str) -> Option<Line> {
        let is_usable =
            heading.chars().count() <= LONGEST_VALUE && !heading.chars().any(|it| forbidden(it).is_some());
        let file = self.sources.files().first()?;
        let line =
            |(at, line): (usize, &str)| (line.trim_start_matches('#').trim() == heading).then_some(at + 1);
        let number = file.text.lines().enumerate().find_map(line)?;
        let words: Vec<&str> = heading.split_whitespace().collect();
        is_usable.then(|| Line {
            text: words.join(" "),
            number,
        })
    }

    fn indexed_name(&mut self, front: &Node) -> Option<Line> {
        let first = items(&front.entry("model-index")?.value).first()?;
        self.one(first, "name")
    }

    /// Returns a line for each measurement: what was measured, the value, and on which data.
    fn results(&mut self, front: &Node) -> Vec<Line> {
        let index = front
            .entry("model-index")
            .map_or(&[][..], |entry| items(&entry.value));
        let results = index
            .iter()
            .filter_map(|model| model.entry("results"))
            .flat_map(|entry| items(&entry.value));
        let mut lines = Vec::new();
        for result in results.take(MOST_VALUES) {
            let data = result
                .entry("dataset")
                .and_then(|data| self.one(&data.value, "name"));
            let on = data.map_or_else(String::new, |data| format!(", on {}", data.text));
            let metrics = result
                .entry("metrics")
                .map_or(&[][..], |entry| items(&entry.value));
            for metric in metrics.iter().take(MOST_VALUES) {
                let what = self.one(metric, "name").or_else(|| self.one(metric, "type"));
                let value = self.one(metric, "value");
                if let (Some(what), Some(value)) = (what, value) {
                    lines.push(Line {
                        text: format!("{} {}{on}", what.text, value.text),
                        number: value.number,
                    });
                }
            }
        }
        lines
    }
}

fn items(node: &Node) -> &[Node] {
    match &node.content {
        Content::List(items) => items,
        Content::Scalar(_) | Content::Table(_) => &[],
    }
}
