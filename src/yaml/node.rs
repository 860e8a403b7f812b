//! The tree: scalars as they were written, lists, and tables whose keys keep their order and place. No types yet:
//! whether `1.10` is a number or a text is decided by the field that reads it.

use crate::source::{Span, Spanned};

/// A piece of YAML and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub content: Content,
}

/// The three shapes of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text, number, truth value or nothing, as written.
    Scalar(Scalar),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping with text keys, each key once.
    Table(Vec<Entry>),
}

/// A scalar as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The text after escapes and folding.
    pub text: String,
    /// Whether it stands in quotes or as a block, and so is text whatever it looks like.
    pub is_quoted: bool,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Spanned<String>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// Returns the entries of a table.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.content {
            Content::Table(entries) => Some(entries),
            Content::Scalar(_) | Content::List(_) => None,
        }
    }

    /// Returns the entry under a key of a table.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries()?.iter().find(|entry| entry.key.value == key)
    }

    /// Returns whether nothing stands here: an empty value, `null` or `~` (YAML 1.2, 10.3.2).
    pub fn is_nothing(&self) -> bool {
        match &self.content {
            Content::Scalar(scalar) => scalar.is_nothing(),
            Content::List(_) | Content::Table(_) => false,
        }
    }

    /// Returns what stands here in the words of a message.
    pub fn found(&self) -> String {
        match &self.content {
            Content::Scalar(scalar) if scalar.is_nothing() => "nothing".to_owned(),
            Content::Scalar(scalar) => format!("`{}`", shortened(&scalar.text)),
            Content::List(_) => "a list".to_owned(),
            Content::Table(_) => "a mapping".to_owned(),
        }
    }
}

impl Scalar {
    /// Returns whether the scalar is empty, `null` or `~` without quotes.
    pub fn is_nothing(&self) -> bool {
        !self.is_quoted && matches!(self.text.as_str(), "" | "~" | "null" | "Null" | "NULL")
    }
}

// Messages quote input; a page of it would hide the message.
fn shortened(text: &str) -> String {
    const LONGEST_QUOTE: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    if text == line && text.chars().count() <= LONGEST_QUOTE {
        return text.to_owned();
    }
    let head: String = line.chars().take(LONGEST_QUOTE).collect();
    format!("{head}...")
}
