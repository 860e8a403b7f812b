//! How a new value is written: words plain where that is safe and in quotes where it is not, small lists and mappings
//! in flow style on one line, longer paths as nested keys. Knows no place in any text.

use crate::source::{FileId, Span, Spanned};
use crate::yaml::node::{Content, Entry, Node, Scalar};

/// A value that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, number, day or truth value.
    Word(String),
    /// A list, written in flow style; one of mappings as a block where it begins.
    List(Vec<Value>),
    /// A mapping, written in flow style.
    Table(Vec<(String, Value)>),
}

impl Value {
    /// Returns a word.
    pub fn word(text: impl Into<String>) -> Self {
        Self::Word(text.into())
    }

    /// Returns a mapping with these keys.
    pub fn table<const N: usize>(entries: [(&str, Self); N]) -> Self {
        Self::Table(entries.map(|(key, value)| (key.to_owned(), value)).into())
    }

    /// Returns what was read, to be written again.
    pub fn of(node: &Node) -> Self {
        match &node.content {
            Content::Scalar(scalar) => Self::word(&scalar.text),
            Content::List(items) => Self::List(items.iter().map(Self::of).collect()),
            Content::Table(entries) => Self::Table(Self::entries(entries).collect()),
        }
    }

    /// Returns the entries of a mapping that was read, to be written again; a key stands in quotes where it needs them.
    pub(crate) fn entries(entries: &[Entry]) -> impl Iterator<Item = (String, Self)> {
        entries
            .iter()
            .map(|entry| (Self::word(&entry.key.value).inline(), Self::of(&entry.value)))
    }

    /// Returns the value on one line.
    pub fn inline(&self) -> String {
        match self {
            Self::Word(text) if is_plain(text) => text.clone(),
            Self::Word(text) => quoted(text),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::inline).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Table(entries) => {
                let entries = entries
                    .iter()
                    .map(|(key, value)| format!("{key}: {}", value.inline()));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Returns the tree that the value is read as; it stands nowhere yet.
    pub(crate) fn node(&self) -> Node {
        let content = match self {
            Self::Word(text) => Content::Scalar(Scalar {
                text: text.clone(),
                is_quoted: !is_plain(text),
            }),
            Self::List(items) => Content::List(items.iter().map(Self::node).collect()),
            Self::Table(entries) => Content::Table(
                entries
                    .iter()
                    .map(|(key, value)| entry(key, value.node()))
                    .collect(),
            ),
        };
        Node {
            span: NOWHERE,
            content,
        }
    }
}

/// Returns an entry of a mapping that stands nowhere yet.
pub(crate) fn entry(key: &str, value: Node) -> Entry {
    Entry {
        key: Spanned::new(key.to_owned(), NOWHERE),
        value,
    }
}

const NOWHERE: Span = Span {
    file: FileId(0),
    start: 0,
    end: 0,
};

/// Returns the lines that hold a value below these keys, the first key at a depth of blanks.
pub(crate) fn block(keys: &[&str], value: &Value, depth: usize, unit: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut depth = depth;
    for (at, key) in keys.iter().enumerate() {
        let line = format!("{}{key}:", " ".repeat(depth));
        match at + 1 == keys.len() && !is_block_list(value) {
            true => lines.push(format!("{line} {}", value.inline())),
            false => lines.push(line),
        }
        depth += unit;
    }
    if let (true, Value::List(items)) = (is_block_list(value), value) {
        lines.extend(
            items
                .iter()
                .map(|item| format!("{}- {}", " ".repeat(depth), item.inline())),
        );
    }
    lines
}

/// Returns whether a value takes lines of its own below its key.
pub(crate) fn is_block_list(value: &Value) -> bool {
    match value {
        Value::List(items) => items.iter().any(|item| matches!(item, Value::Table(_))),
        Value::Word(_) | Value::Table(_) => false,
    }
}

/// Returns a value below these keys on one line, as it stands behind the first key.
pub(crate) fn flow(keys: &[&str], value: &Value) -> String {
    match keys {
        [] => value.inline(),
        [key, rest @ ..] => format!("{{{key}: {}}}", flow(rest, value)),
    }
}

/// Returns a text in quotes on one line; YAML would fold a break that is not escaped.
fn quoted(text: &str) -> String {
    let escaped = text.chars().fold(String::new(), |mut line, c| {
        match c {
            '\\' => line.push_str("\\\\"),
            '"' => line.push_str("\\\""),
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            '\t' => line.push_str("\\t"),
            c => line.push(c),
        }
        line
    });
    format!("\"{escaped}\"")
}

// Stricter than YAML, so that a word is plain in a flow list as well as in a block.
fn is_plain(text: &str) -> bool {
    let is_inner = |c: char| c.is_alphanumeric() || " _-./()+&'".contains(c);
    let is_nothing = Scalar {
        text: text.to_owned(),
        is_quoted: false,
    }
    .is_nothing();
    text.starts_with(|c: char| c.is_alphanumeric())
        && text.chars().all(is_inner)
        && !text.ends_with(' ')
        && !is_nothing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_quoted_where_yaml_would_read_something_else() {
        for (text, expected) in [
            ("true", "true"),
            ("4(a)", "4(a)"),
            ("2026-11-26", "2026-11-26"),
            ("Head of R&D", "Head of R&D"),
            ("Leiterin für KI", "Leiterin für KI"),
            ("a: b", "\"a: b\""),
            ("a, b", "\"a, b\""),
            ("null", "\"null\""),
            ("", "\"\""),
            ("say \"no\" \\", "\"say \\\"no\\\" \\\\\""),
            ("- a", "\"- a\""),
            ("#1", "\"#1\""),
            ("ends ", "\"ends \""),
            ("two\nlines\r\n\tmore", "\"two\\nlines\\r\\n\\tmore\""),
        ] {
            assert_eq!(Value::word(text).inline(), expected);
        }
    }

    #[test]
    fn keys_nest_as_lines_or_in_braces() {
        let yes = Value::word("true");
        assert_eq!(
            block(&["facts", "art50", "obvious"], &yes, 0, 2),
            ["facts:", "  art50:", "    obvious: true"]
        );
        assert_eq!(flow(&["art50", "obvious"], &yes), "{art50: {obvious: true}}");
        let notes = Value::List(vec![Value::table([("by", Value::word("CTO"))])]);
        assert_eq!(
            block(&["answers"], &notes, 2, 4),
            ["  answers:", "      - {by: CTO}"]
        );
    }
}
