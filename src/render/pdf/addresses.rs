//! Ids of headings and notes, and what a link's address means on paper.

use crate::render::pdf::document::Target;
use std::collections::{BTreeMap, BTreeSet};

/// The longest address that becomes a link; a longer one is text.
const LONGEST_ADDRESS: usize = 2_000;

/// How a file calls other documents of the build; those in Markdown need not be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Others {
    /// By a link alone: they are on the same page.
    Links,
    /// By a link to the file of the same kind, with this ending.
    Files(&'static str),
    /// By the name of that file: what looks like a link has to lead somewhere wherever the file is opened.
    Names(&'static str),
}

impl Others {
    /// Returns whether they can be reached by a click.
    pub(crate) fn are_links(self) -> bool {
        match self {
            Self::Links | Self::Files(_) => true,
            Self::Names(_) => false,
        }
    }

    /// Returns what ends their names.
    pub(crate) fn ending(self) -> Option<&'static str> {
        match self {
            Self::Links => None,
            Self::Files(ending) | Self::Names(ending) => Some(ending),
        }
    }
}

/// The ids of the headings so far.
#[derive(Debug, Default)]
pub(crate) struct Ids(BTreeMap<String, usize>);

impl Ids {
    /// Adds an id and returns what it became: GitHub numbers a repeated heading `-1`, `-2`, and so on.
    pub(crate) fn unique(&mut self, wished: String) -> String {
        let mut id = wished.clone();
        while self.0.contains_key(&id) {
            let count = self.0.entry(wished.clone()).or_default();
            *count += 1;
            id = format!("{wished}-{count}");
        }
        self.0.insert(id.clone(), 0);
        id
    }

    /// Returns all of them.
    pub(crate) fn into_all(self) -> BTreeSet<String> {
        self.0.into_keys().collect()
    }
}

/// Returns the id of a note, which no heading has because a slug holds no colon.
pub(crate) fn note_id(number: usize) -> String {
    format!("note:{number}")
}

/// Returns the id of the place where a note is mentioned first.
pub(crate) fn mention_id(number: usize) -> String {
    format!("mention:{number}")
}

/// Returns where a link leads, if it leads anywhere: an address that means the same on every machine, a place of the same
/// document, or another document. Any other relative path is text.
pub(crate) fn target(link: &str, anchors: &BTreeSet<String>) -> Option<Target> {
    if let Some(id) = link.strip_prefix('#') {
        return anchors.contains(id).then(|| Target::Anchor(id.to_owned()));
    }
    if is_document(link) {
        return Some(Target::Document(link.to_owned()));
    }
    let is_web = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| link.starts_with(scheme));
    (is_web && link.len() <= LONGEST_ADDRESS).then(|| Target::Address(percent_encoded(link)))
}

/// Returns whether a link leads to another document of the build.
// As the templates write it: a path of ids, which has neither a scheme nor a way out.
pub(crate) fn is_document(link: &str) -> bool {
    let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'/');
    link.strip_suffix(".md")
        .is_some_and(|path| !path.starts_with('/') && path.bytes().all(is_id))
}

// A PDF address is 7-bit text (ISO 32000-1, 12.6.4.7).
fn percent_encoded(address: &str) -> String {
    let mut out = String::new();
    for byte in address.bytes() {
        match byte {
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Returns the id that GitHub gives a heading.
pub(crate) fn slug(title: &str) -> String {
    title
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            _ => c.is_alphanumeric().then_some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Others;
    use crate::render::pdf::document::{Block, plain};
    use crate::render::pdf::reader::read_as;

    /// Returns the first line, and which of its texts are links.
    fn first_line(others: Others, markdown: &str) -> (String, Vec<String>) {
        match read_as(others, markdown, &[]).blocks.as_slice() {
            [Block::Paragraph(line)] => {
                let links = line.iter().filter(|span| span.link.is_some());
                (plain(line), links.map(|span| span.text.clone()).collect())
            }
            other => (format!("{other:?}"), Vec::new()),
        }
    }

    #[test]
    fn another_document_is_called_by_the_file_of_the_same_kind() {
        let text = "See [systems/a](systems/a.md), [b](#b), [c](https://c.example/c.md) and [d](../d.md).";
        for (others, name, is_link) in [
            (Others::Links, "systems/a", true),
            (Others::Names(".pdf"), "systems/a.pdf", false),
            (Others::Files(".docx"), "systems/a.docx", true),
        ] {
            let (line, links) = first_line(others, text);
            assert_eq!(line, format!("See {name}, b, c and d."));
            let expected: &[&str] = if is_link {
                &[name, "b", "c", "d"]
            } else {
                &["b", "c", "d"]
            };
            assert_eq!(links, expected);
        }
    }
}
