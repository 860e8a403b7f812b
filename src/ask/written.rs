//! The answers in the text of the inventory: the file of the record with the changes made. Reads no disk and writes none;
//! the text is that of the sources, without its byte order mark, which comes back in the bytes.

use crate::diag::Diagnostics;
use crate::source::{SourceMap, Span};
use crate::yaml::edit::{Change, edited};
use crate::yaml::node::Node;
use crate::yaml::parse::parse;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file of the inventory before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// Its path below the project folder.
    pub path: String,
    /// The hash of its bytes as they were read.
    pub sha256: String,
    /// Its text as it was read.
    pub before: String,
    /// Its text with the changes.
    pub after: String,
    has_mark: bool,
}

impl Edited {
    /// Returns the file in which a record stands, with the changes made.
    ///
    /// # Errors
    /// Says why a change cannot be made without doubt.
    pub fn of(sources: &SourceMap, record: Span, changes: &[Change]) -> Result<Self, String> {
        let file = sources.file(record.file);
        Ok(Self {
            path: file.path.clone(),
            sha256: file.sha256.clone(),
            after: edited(&file.text, record.start as usize, changes)?,
            before: file.text.clone(),
            has_mark: file.n_bytes > file.text.len() as u64,
        })
    }

    /// Returns the bytes to be written.
    pub fn bytes(&self) -> Vec<u8> {
        let mark = if self.has_mark { BYTE_ORDER_MARK } else { "" };
        format!("{mark}{}", self.after).into_bytes()
    }
}

/// Returns the tree of a record.
///
/// # Errors
/// Fails when the record is not where it was read, which a program that reads a text twice cannot exclude.
pub fn node_of(sources: &SourceMap, record: Span) -> Result<Node, String> {
    let text = &sources.file(record.file).text;
    let documents = parse(record.file, text, &mut Diagnostics::default());
    let mut documents = documents.into_iter();
    documents
        .find(|document| document.span == record)
        .ok_or_else(|| "the record is not where it was read".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, SourceFile};
    use crate::yaml::written::Value;

    #[test]
    fn a_byte_order_mark_comes_back() {
        for (n_bytes, expected) in [(6, "id: a\nowner: CTO\n"), (9, "\u{feff}id: a\nowner: CTO\n")] {
            let mut sources = SourceMap::default();
            sources.add(SourceFile {
                path: "a.yaml".to_owned(),
                text: "id: a\n".to_owned(),
                n_bytes,
                sha256: String::new(),
            });
            let span = Span {
                file: FileId(0),
                start: 0,
                end: 5,
            };
            assert_eq!(node_of(&sources, span).unwrap().span, span);
            let change = Change::set("owner", Value::word("CTO"));
            let edited = Edited::of(&sources, span, &[change]).unwrap();
            assert_eq!(edited.bytes(), expected.as_bytes());
        }
    }
}
