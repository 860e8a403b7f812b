//! JSON, also with comments and commas too many, as the keys that lead to each value and the line on which it stands. Keeps
//! nothing but the way down, so that a lock file of many megabytes takes no more memory than its text.

use std::borrow::Cow;

const DEEPEST: usize = 128;

/// What stands behind some keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value<'v> {
    /// An object or a list begins.
    Opens,
    /// A text.
    Text(&'v str),
    /// A number, truth value or nothing.
    Other,
}

/// Calls back for each value with the keys that lead to it; an entry of a list has an empty key. Returns whether the text
/// could be followed to its end.
pub(crate) fn each(text: &str, mut seen: impl FnMut(&[Cow<'_, str>], Value<'_>, usize)) -> bool {
    let mut reader = Reader {
        text,
        at: 0,
        line: 1,
        keys: Vec::new(),
        lists: Vec::new(),
        expects_key: false,
    };
    while let Some(byte) = reader.next() {
        if !reader.step(byte, &mut seen) {
            return false;
        }
    }
    reader.lists.is_empty()
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    keys: Vec<Cow<'t, str>>,
    /// For each object or list that is open, whether it is a list.
    lists: Vec<bool>,
    expects_key: bool,
}

impl<'t> Reader<'t> {
    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    /// Goes to the next byte that means something.
    fn next(&mut self) -> Option<u8> {
        loop {
            match (self.byte(0)?, self.byte(1)) {
                (b'\n', _) => {
                    self.line += 1;
                    self.at += 1;
                }
                (b'/', Some(b'/')) => self.skip_to("\n"),
                (b'/', Some(b'*')) => {
                    self.skip_to("*/");
                    self.at = (self.at + 2).min(self.text.len());
                }
                (b' ' | b'\t' | b'\r', _) => self.at += 1,
                (byte, _) => return Some(byte),
            }
        }
    }

    fn skip_to(&mut self, end: &str) {
        let rest = &self.text[self.at..];
        let n_bytes = rest.find(end).unwrap_or(rest.len());
        self.line += rest[..n_bytes].bytes().filter(|byte| *byte == b'\n').count();
        self.at += n_bytes;
    }

    /// Takes what begins here; returns whether it can go on.
    fn step(&mut self, byte: u8, seen: &mut impl FnMut(&[Cow<'_, str>], Value<'_>, usize)) -> bool {
        match byte {
            b'{' | b'[' => {
                seen(&self.keys, Value::Opens, self.line);
                self.open(byte == b'[');
            }
            b'}' | b']' => {
                self.at += 1;
                return self.close(byte == b']');
            }
            b',' => {
                self.at += 1;
                self.expects_key = self.lists.last() == Some(&false);
            }
            b':' => self.at += 1,
            b'"' => {
                let line = self.line;
                let Some(text) = self.string() else { return false };
                match self.expects_key {
                    true => {
                        self.keys.push(text);
                        self.expects_key = false;
                    }
                    false => {
                        seen(&self.keys, Value::Text(&text), line);
                        self.end_value();
                    }
                }
            }
            _ => {
                seen(&self.keys, Value::Other, self.line);
                self.literal();
                self.end_value();
            }
        }
        self.lists.len() <= DEEPEST
    }

    fn open(&mut self, is_list: bool) {
        self.at += 1;
        self.lists.push(is_list);
        self.expects_key = !is_list;
        if is_list {
            self.keys.push(Cow::Borrowed(""));
        }
    }

    fn close(&mut self, is_list: bool) -> bool {
        let is_open = self.lists.pop() == Some(is_list);
        if is_list {
            self.keys.pop();
        }
        self.end_value();
        is_open
    }

    /// A value has ended: its key goes with it.
    fn end_value(&mut self) {
        self.expects_key = false;
        if self.lists.last() == Some(&false) {
            self.keys.pop();
        }
    }

    fn literal(&mut self) {
        let is_end = |c: char| c.is_whitespace() || "{}[],:\"".contains(c);
        let rest = &self.text[self.at..];
        let first = rest.chars().next().map_or(1, char::len_utf8);
        self.at += rest.find(is_end).unwrap_or(rest.len()).max(first);
    }

    fn string(&mut self) -> Option<Cow<'t, str>> {
        let start = self.at + 1;
        let (mut end, mut has_escapes) = (start, false);
        loop {
            match self.text.as_bytes().get(end)? {
                b'"' => break,
                b'\\' => {
                    has_escapes = true;
                    end += 2;
                }
                // A string that goes over lines is broken, and what follows would be read inside out.
                b'\n' => return None,
                _ => end += 1,
            }
        }
        self.at = end + 1;
        let text = self.text.get(start..end)?;
        Some(match has_escapes {
            true => Cow::Owned(
                text.replace("\\/", "/")
                    .replace("\\\"", "\"")
                    .replace("\\\\", "\\"),
            ),
            false => Cow::Borrowed(text),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> (Vec<String>, bool) {
        let mut told = Vec::new();
        let is_whole = each(text, |keys, value, line| {
            let keys = keys.join(">");
            told.push(match value {
                Value::Opens => format!("{line} {keys} ..."),
                Value::Text(text) => format!("{line} {keys} {text}"),
                Value::Other => format!("{line} {keys} -"),
            });
        });
        (told, is_whole)
    }

    #[test]
    fn each_value_has_its_keys_and_line() {
        let text =
            "{\n \"a\": {\"b\\/c\": \"1\", // no\n  \"d\": [\"x\", {\"e\": 2}],},\n /* {\n */ \"f\": null\n}";
        let (told, is_whole) = told(text);
        assert_eq!(
            told,
            [
                "1  ...",
                "2 a ...",
                "2 a>b/c 1",
                "3 a>d ...",
                "3 a>d> x",
                "3 a>d> ...",
                "3 a>d>>e -",
                "5 f -"
            ]
        );
        assert!(is_whole);
    }

    #[test]
    fn what_is_broken_is_said_to_be() {
        for text in [
            "{",
            "{\"a\": ",
            "{\"a",
            "]",
            "{]",
            "{\"a\": \"b\n\"}",
            &"[".repeat(200),
        ] {
            assert!(!told(text).1, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_to_an_end(text in "(?s).{0,200}", signs in "[\\[\\]{}\",:/*\\\\\n a1é]{0,80}") {
            told(&text);
            told(&signs);
        }

        #[test]
        fn values_are_those_of_another_reader(keys in prop::collection::vec("[a-z]{1,6}", 0..8)) {
            let object: serde_json::Map<String, serde_json::Value> =
                keys.iter().map(|key| (key.clone(), format!("v{key}").into())).collect();
            let text = serde_json::to_string_pretty(&object).unwrap();
            let mut found = Vec::new();
            let is_whole = each(&text, |keys, value, _| {
                if let (Value::Text(text), Some(key)) = (value, keys.last()) {
                    found.push((key.to_string(), serde_json::Value::from(text)));
                }
            });
            prop_assert!(is_whole);
            prop_assert_eq!(found, object.into_iter().collect::<Vec<_>>());
        }
    }
}
