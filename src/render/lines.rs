//! JSON in which each small thing stands in one line: what nests deeply is indented down to a level, and below that written in
//! line, so that a search for a word or place shows the whole of what was found, and long files are shorter.

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// Returns JSON with a line end behind it; objects and lists inside of so many others stand in one line each.
///
/// # Errors
/// Fails when a value is none that JSON can say.
pub(crate) fn in_lines(value: &impl Serialize, deepest: usize) -> serde_json::Result<Vec<u8>> {
    let lines = Lines {
        deepest,
        depth: 0,
        is_empty: true,
    };
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, lines))?;
    bytes.push(b'\n');
    Ok(bytes)
}

struct Lines {
    deepest: usize,
    /// In how many objects and lists the next value stands.
    depth: usize,
    /// Whether nothing stands yet in the innermost of them.
    is_empty: bool,
}

impl Lines {
    fn begin<W: Write + ?Sized>(&mut self, writer: &mut W, sign: &[u8]) -> io::Result<()> {
        (self.depth, self.is_empty) = (self.depth + 1, true);
        writer.write_all(sign)
    }

    fn end<W: Write + ?Sized>(&mut self, writer: &mut W, sign: &[u8]) -> io::Result<()> {
        let is_in_line = self.depth > self.deepest || self.is_empty;
        (self.depth, self.is_empty) = (self.depth - 1, false);
        if !is_in_line {
            self.new_line(writer)?;
        }
        writer.write_all(sign)
    }

    fn separate<W: Write + ?Sized>(&self, writer: &mut W, is_first: bool) -> io::Result<()> {
        let is_in_line = self.depth > self.deepest;
        writer.write_all(match (is_first, is_in_line) {
            (true, _) => b"",
            (false, true) => b", ",
            (false, false) => b",",
        })?;
        match is_in_line {
            true => Ok(()),
            false => self.new_line(writer),
        }
    }

    fn new_line<W: Write + ?Sized>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        self.separate(writer, is_first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _writer: &mut W) -> io::Result<()> {
        self.is_empty = false;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        self.separate(writer, is_first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _writer: &mut W) -> io::Result<()> {
        self.is_empty = false;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn written(value: &Value, deepest: usize) -> String {
        String::from_utf8(in_lines(value, deepest).unwrap()).unwrap()
    }

    #[test]
    fn what_is_deeper_than_the_level_stands_in_one_line() {
        let value = json!({"a": [{"b": 1, "c": [2, 3]}, {}], "d": [], "e": {"f": "x\ny"}});
        let expected = "{\n  \"a\": [\n    {\"b\": 1, \"c\": [2, 3]},\n    {}\n  ],\n  \"d\": [],\n  \"e\": {\n    \"f\": \"x\\ny\"\n  }\n}\n";
        assert_eq!(written(&value, 2), expected);
        assert_eq!(written(&value, 0).lines().count(), 1);
        let pretty = serde_json::to_string_pretty(&value).unwrap() + "\n";
        assert_eq!(written(&value, 9), pretty);
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i32>().prop_map(Value::from),
            ".{0,4}".prop_map(Value::from)
        ];
        leaf.prop_recursive(5, 30, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::vec((".{0,3}", inner), 0..4)
                    .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_the_level_the_same_is_said(value in values(), deepest in 0_usize..6) {
            let text = written(&value, deepest);
            prop_assert_eq!(&serde_json::from_str::<Value>(&text).unwrap(), &value);
            prop_assert!(text.ends_with('\n'));
        }
    }
}
