//! A model card of Hugging Face becomes the text of a `model` record. The card is Markdown with YAML between two lines
//! of `---`; only that and the first heading are read. Every line of the record says where in the card it comes from;
//! what the card does not say stays open, and what a record has no field for becomes a remark. Nothing is made up.

mod said;
mod written;

use crate::card::said::said;
use crate::card::written::written;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, SourceMap, Span};
use crate::yaml::node::Node;
use crate::yaml::parse::parse;

/// The largest card that is read, in bytes.
pub const LARGEST_CARD: usize = 4 * 1024 * 1024;

const FENCE: &str = "---";

/// Returns the text of a record; nothing after reporting why there is none.
pub fn model_record(sources: &SourceMap, file: FileId, findings: &mut Diagnostics) -> Option<String> {
    let source = sources.file(file);
    let Some(end) = end_of_front(&source.text) else {
        findings.add(no_front(file));
        return None;
    };
    let front = front(file, &source.text[..end], findings)?;
    let said = said(sources, &front, heading(&source.text[end..]), findings);
    let has_errors = findings.has_errors();
    (!has_errors).then(|| written(&source.path, &said))
}

/// Returns where the second line of `---` begins; the first has to be the first line of the file.
fn end_of_front(text: &str) -> Option<usize> {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let is_fence = line.trim_end() == FENCE;
        match (number, is_fence) {
            (0, false) => return None,
            (0, true) | (_, false) => at += line.len(),
            (_, true) => return Some(at),
        }
    }
    None
}

/// Reads the YAML of a card under the limits that hold for an inventory, places included.
fn front(file: FileId, text: &str, findings: &mut Diagnostics) -> Option<Node> {
    let nodes = parse(file, text, findings);
    if findings.has_errors() {
        return None;
    }
    match nodes.into_iter().next().filter(|node| node.entries().is_some()) {
        Some(node) => Some(node),
        None => {
            findings.add(no_front(file));
            None
        }
    }
}

fn no_front(file: FileId) -> Diagnostic {
    let start = Span {
        file,
        start: 0,
        end: 0,
    };
    let says = "the file is no model card: it does not begin with YAML between two lines of `---`";
    let finding = Diagnostic::at(Code::WrongType, start, says, "no YAML begins here");
    finding.help("a model card is the `README.md` of a model on Hugging Face, as it is downloaded")
}

/// Returns the first heading of the Markdown.
fn heading(markdown: &str) -> Option<&str> {
    let line = markdown.lines().find(|line| line.starts_with("# "))?;
    Some(line.trim_start_matches('#').trim()).filter(|text| !text.is_empty())
}
