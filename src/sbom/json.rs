//! JSON text becomes the same tree as YAML: each value with its place, without recursion and within limits. Strict as
//! RFC 8259: no comments, no trailing commas, no key twice in one object. Knows nothing of bills of materials.

use crate::source::{FileId, Span, Spanned};
use crate::yaml::node::{Content, Entry, Node, Scalar};
use std::collections::BTreeSet;

/// The deepest nesting that is read.
pub const DEEPEST: usize = 100;
/// The most values of one file that are read.
pub const MOST_VALUES: usize = 2_000_000;

/// Where a text is not JSON, or not JSON that is read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not well-formed.
    Broken(Span, &'static str),
    /// It is nested too deeply or holds too much.
    TooMuch(Span, String),
    /// A key stands twice in one object.
    Twice(Span, String),
}

/// Returns the value that a text holds.
///
/// # Errors
/// Fails at the first place that cannot be read.
pub fn parse(file: FileId, text: &str) -> Result<Node, Fault> {
    let mut reader = Reader {
        file,
        text,
        at: 0,
        n_values: 0,
        open: Vec::new(),
    };
    let node = reader.document()?;
    reader.skip_blank();
    match reader.at == text.len() {
        true => Ok(node),
        false => Err(reader.broken("something stands after the value")),
    }
}

/// A collection whose end has not been read.
struct Open {
    start: usize,
    items: Items,
}

enum Items {
    List(Vec<Node>),
    Table {
        entries: Vec<Entry>,
        keys: BTreeSet<String>,
        key: Option<Spanned<String>>,
    },
}

struct Reader<'t> {
    file: FileId,
    text: &'t str,
    at: usize,
    n_values: usize,
    open: Vec<Open>,
}

impl Reader<'_> {
    /// Reads values and ends of collections in turn until the outermost one is whole.
    fn document(&mut self) -> Result<Node, Fault> {
        loop {
            self.skip_blank();
            let start = self.at;
            let node = match self.peek() {
                Some(b'{') => {
                    self.begin(Items::Table {
                        entries: Vec::new(),
                        keys: BTreeSet::new(),
                        key: None,
                    })?;
                    self.first_in(b'}')?
                }
                Some(b'[') => {
                    self.begin(Items::List(Vec::new()))?;
                    self.first_in(b']')?
                }
                Some(b'"') => Some(Content::Scalar(Scalar {
                    text: self.string()?,
                    is_quoted: true,
                })),
                Some(_) => Some(Content::Scalar(Scalar {
                    text: self.word()?,
                    is_quoted: false,
                })),
                None => return Err(self.broken("the text ends too early")),
            };
            let Some(content) = node else { continue };
            let node = self.node(start, content)?;
            if let Some(whole) = self.place(node)? {
                return Ok(whole);
            }
        }
    }

    fn begin(&mut self, items: Items) -> Result<(), Fault> {
        if self.open.len() >= DEEPEST {
            let says = format!("nested more than {DEEPEST} levels deep");
            return Err(Fault::TooMuch(self.span(self.at, self.at + 1), says));
        }
        self.open.push(Open {
            start: self.at,
            items,
        });
        self.at += 1;
        Ok(())
    }

    /// Reads the end of an empty collection, or the first key of an object; nothing when a value comes next.
    fn first_in(&mut self, end: u8) -> Result<Option<Content>, Fault> {
        self.skip_blank();
        if self.peek() == Some(end) {
            self.at += 1;
            return Ok(self.open.pop().map(|open| open.items.content()));
        }
        if end == b'}' {
            self.key()?;
        }
        Ok(None)
    }

    /// Puts a value where it belongs and reads on to the next; returns it when it is the outermost.
    fn place(&mut self, node: Node) -> Result<Option<Node>, Fault> {
        let mut node = node;
        loop {
            let Some(open) = self.open.last_mut() else {
                return Ok(Some(node));
            };
            let end = open.items.take(node);
            self.skip_blank();
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    if end == b'}' {
                        self.skip_blank();
                        self.key()?;
                    }
                    return Ok(None);
                }
                Some(found) if found == end => {
                    self.at += 1;
                    let Some(open) = self.open.pop() else {
                        return Ok(None);
                    };
                    node = self.node(open.start, open.items.content())?;
                }
                Some(_) | None => {
                    return Err(self.broken("a comma or the end of the collection is missing"));
                }
            }
        }
    }

    fn key(&mut self) -> Result<(), Fault> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.broken("a key in double quotes is missing"));
        }
        let name = self.string()?;
        let span = self.span(start, self.at);
        self.skip_blank();
        if self.peek() != Some(b':') {
            return Err(self.broken("a colon is missing after the key"));
        }
        self.at += 1;
        match self.open.last_mut().map(|open| &mut open.items) {
            Some(Items::Table { keys, key, .. }) => {
                if !keys.insert(name.clone()) {
                    return Err(Fault::Twice(span, name));
                }
                *key = Some(Spanned::new(name, span));
                Ok(())
            }
            Some(Items::List(_)) | None => Err(self.broken("a key stands outside an object")),
        }
    }

    fn node(&mut self, start: usize, content: Content) -> Result<Node, Fault> {
        self.n_values += 1;
        let span = self.span(start, self.at);
        match self.n_values > MOST_VALUES {
            true => Err(Fault::TooMuch(
                span,
                format!("the file has more than {MOST_VALUES} values"),
            )),
            false => Ok(Node { span, content }),
        }
    }

    /// Reads `true`, `false`, `null` or a number (RFC 8259, section 6).
    fn word(&mut self) -> Result<String, Fault> {
        let rest = &self.text[self.at..];
        let end = rest
            .find(|it: char| !it.is_ascii_alphanumeric() && !"+-.".contains(it))
            .unwrap_or(rest.len());
        let word = &rest[..end];
        match ["true", "false", "null"].contains(&word) || is_number(word) {
            true => {
                self.at += end;
                Ok(word.to_owned())
            }
            false => Err(self.broken("no JSON value begins here")),
        }
    }

    /// Reads a text in double quotes, with its escapes resolved (RFC 8259, section 7).
    fn string(&mut self) -> Result<String, Fault> {
        let mut read = String::new();
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find(|it: char| it == '"' || it == '\\' || it < ' ') else {
                self.at = self.text.len();
                return Err(self.broken("a text has no end"));
            };
            read.push_str(&rest[..end]);
            self.at += end;
            match rest.as_bytes()[end] {
                b'"' => {
                    self.at += 1;
                    return Ok(read);
                }
                b'\\' => read.push(self.escape()?),
                _ => return Err(self.broken("a control character stands in a text")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let bytes = self.text.as_bytes();
        let letter = bytes.get(self.at + 1).copied();
        let meant = match letter {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code_point(),
            Some(_) | None => return Err(self.broken("this escape does not exist")),
        };
        self.at += 2;
        Ok(meant)
    }

    /// Reads `\uXXXX`, or two of them that make one character.
    fn code_point(&mut self) -> Result<char, Fault> {
        let first = self.unit(self.at);
        let second = self.unit(self.at + 6);
        let units = [first, second].map(Option::unwrap_or_default);
        let pair = char::decode_utf16(units).next().and_then(Result::ok);
        let is_surrogate = first.is_some_and(|unit| (0xD800..0xE000).contains(&unit));
        let found = match (first, is_surrogate, second) {
            (Some(_), false, _) => pair.map(|it| (it, 6)),
            (Some(_), true, Some(_)) => pair.map(|it| (it, 12)),
            (None, _, _) | (Some(_), true, None) => None,
        };
        let Some((character, length)) = found else {
            return Err(self.broken("this escape is no character"));
        };
        self.at += length;
        Ok(character)
    }

    fn unit(&self, at: usize) -> Option<u16> {
        let digits = self.text.get(at..at + 6)?.strip_prefix("\\u")?;
        let is_hex = digits.bytes().all(|it| it.is_ascii_hexdigit());
        u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)
    }

    fn skip_blank(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let n_blank = rest.iter().take_while(|it| b" \t\n\r".contains(it)).count();
        self.at += n_blank;
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn broken(&self, says: &'static str) -> Fault {
        let next = self.text[self.at..].chars().next();
        let end = self.at + next.map_or(0, char::len_utf8);
        Fault::Broken(self.span(self.at, end), says)
    }

    // Files are smaller than 4 GiB, so an offset always fits.
    fn span(&self, start: usize, end: usize) -> Span {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            file: self.file,
            start: offset(start),
            end: offset(end),
        }
    }
}

impl Items {
    fn content(self) -> Content {
        match self {
            Self::List(items) => Content::List(items),
            Self::Table { entries, .. } => Content::Table(entries),
        }
    }

    /// Takes a value in and returns the character that ends the collection.
    fn take(&mut self, node: Node) -> u8 {
        match self {
            Self::List(items) => {
                items.push(node);
                b']'
            }
            Self::Table { entries, key, .. } => {
                entries.extend(key.take().map(|key| Entry { key, value: node }));
                b'}'
            }
        }
    }
}

fn is_number(word: &str) -> bool {
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (number, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    is_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(is_digits)
        && exponent.is_none_or(|it| is_digits(it.strip_prefix(['+', '-']).unwrap_or(it)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Strategy, any, prop_assert_eq, prop_oneof, proptest};
    use serde_json::Value;

    fn read(text: &str) -> Result<Node, Fault> {
        parse(FileId(0), text)
    }

    /// The tree in the terms of the parser that everybody uses.
    fn value(node: &Node) -> Value {
        match &node.content {
            Content::Scalar(it) if it.is_quoted => Value::from(it.text.as_str()),
            Content::Scalar(it) => serde_json::from_str(&it.text).unwrap(),
            Content::List(items) => items.iter().map(value).collect(),
            Content::Table(entries) => {
                let pair = |it: &Entry| (it.key.value.clone(), value(&it.value));
                Value::Object(entries.iter().map(pair).collect())
            }
        }
    }

    #[test]
    fn what_is_no_json_is_refused_at_its_place() {
        for (text, at) in [
            ("", 0),
            ("{", 1),
            ("[1,]", 3),
            ("{\"a\" 1}", 5),
            ("{a: 1}", 1),
            ("[01]", 1),
            ("[1] 2", 4),
            ("\"a\nb\"", 2),
            ("\"\\x\"", 1),
            ("\"\\ud800\"", 1),
            ("nul", 0),
            ("[1}", 2),
            ("[1.]", 1),
            ("// no\n1", 0),
        ] {
            match read(text) {
                Err(Fault::Broken(span, _)) => assert_eq!(span.start, at, "{text}"),
                other => assert!(matches!(other, Err(Fault::Broken(..))), "{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_key_twice_and_a_bottomless_nesting_are_refused() {
        let twice = read("{\"a\": 1, \"a\": 2}").unwrap_err();
        assert!(matches!(twice, Fault::Twice(span, _) if span.start == 9));
        for text in ["[".repeat(1_000_000), "{\"a\":".repeat(500_000)] {
            assert!(matches!(read(&text), Err(Fault::TooMuch(..))));
        }
    }

    #[test]
    fn every_value_knows_its_place() {
        let node = read(" {\"a\": [true, \"\\u00e9\\ud83d\\ude00\"]} ").unwrap();
        let list = &node.entry("a").unwrap().value;
        assert_eq!((node.span.start, node.span.end), (1, 36));
        assert_eq!((list.span.start, list.span.end), (7, 35));
        assert_eq!(value(list)[1], "é😀");
    }

    fn texts() -> impl Strategy<Value = String> {
        let small = "[\\[\\]{}:,\"\\\\0-9eE.+\\- a\\ntruefalsn]{0,24}";
        prop_oneof![small, any::<String>()]
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<String>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<bool>().prop_map(Value::from),
        ];
        leaf.prop_recursive(5, 60, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                proptest::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|it| Value::Object(it.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_everybody_reads(text in texts()) {
            let ours = read(&text);
            // The other parser takes the last of two equal keys, and refuses numbers beyond the range of a double.
            match (serde_json::from_str::<Value>(&text), ours) {
                (Ok(theirs), Ok(ours)) => prop_assert_eq!(value(&ours), theirs),
                (Ok(_), Err(Fault::Twice(..))) | (Err(_), Err(_)) => {}
                (Err(error), Ok(_)) => assert!(error.to_string().contains("number out of range"), "{text}"),
                (Ok(_), Err(fault)) => panic!("{text}: {fault:?}"),
            }
        }

        #[test]
        fn whatever_is_written_is_read_back(written in values()) {
            for text in [written.to_string(), serde_json::to_string_pretty(&written).unwrap()] {
                prop_assert_eq!(value(&read(&text).unwrap()), written.clone());
            }
        }
    }
}
