//! Texts by id, and places in them. Every later room points at inventory text by [`Span`]; only this room
//! turns a span into `file:line:column`. Reads nothing from disk.

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// Names one text of a [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A byte range in one text: `start..end`, ordered by file, then by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text the range lies in.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A value and the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spanned<T> {
    /// What was said.
    pub value: T,
    /// Where it was said.
    pub span: Span,
}

/// One input text with the name it is reported under.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path below the project folder, with forward slashes.
    pub path: String,
    /// The text, without a byte order mark.
    pub text: String,
    /// How many bytes the file has on disk.
    pub n_bytes: u64,
    /// SHA-256 of the file's bytes as they stood on disk, in lower-case hex.
    pub sha256: String,
}

/// All texts of one run, in the order they were read.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
    // Where the lines of each text begin: places are asked for by the thousand, and counting lines each time would
    // make a large project quadratic.
    line_starts: Vec<Vec<usize>>,
    with_secrets: Vec<FileId>,
}

/// A place as people and editors name it: line and column count from 1, columns in Unicode characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path below the project folder, with forward slashes.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path, self.line, self.column)
    }
}

impl Span {
    /// Returns the same place where the texts of its map stand behind so many others.
    pub fn moved(self, first_file: u32) -> Self {
        let file = FileId(self.file.0.saturating_add(first_file));
        Self { file, ..self }
    }

    /// Returns whether another place lies within this one.
    pub fn holds(self, other: Self) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }
}

impl SourceFile {
    /// Returns the bytes as they stood on disk, with the byte order mark that the text does without.
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        const MARK: &[u8] = b"\xef\xbb\xbf";
        let text = self.text.as_bytes();
        match self.n_bytes > text.len() as u64 {
            true => Cow::Owned([MARK, text].concat()),
            false => Cow::Borrowed(text),
        }
    }
}

impl SourceMap {
    /// Adds a text and returns its id.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let after_breaks = file.text.match_indices('\n').map(|(at, _)| at + 1);
        self.line_starts
            .push([0].into_iter().chain(after_breaks).collect());
        self.files.push(file);
        id
    }

    /// Adds the texts of another run, whose paths begin in a folder, and returns the number of the first.
    pub fn append(&mut self, other: &Self, folder: &str) -> u32 {
        let first = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        for file in &other.files {
            self.add(SourceFile {
                path: format!("{folder}/{}", file.path),
                ..file.clone()
            });
        }
        let moved = other
            .with_secrets
            .iter()
            .map(|id| FileId(id.0.saturating_add(first)));
        self.with_secrets.extend(moved);
        first
    }

    /// Notes that a text holds a secret, however it is spelled there.
    pub fn note_secret(&mut self, id: FileId) {
        self.with_secrets.push(id);
    }

    /// Returns whether a text was found to hold a secret.
    pub fn has_secret(&self, id: FileId) -> bool {
        self.with_secrets.contains(&id)
    }

    /// Returns the text behind an id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Returns every text, in the order of ids.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Returns the text a span covers.
    pub fn text(&self, span: Span) -> &str {
        &self.file(span.file).text[span.start as usize..span.end as usize]
    }

    /// Returns where a span begins.
    pub fn place(&self, span: Span) -> Place {
        self.place_by(span, |before| before.chars().count())
    }

    /// Returns where a span begins, with the column in UTF-16 code units, as editors and SARIF count them.
    pub fn utf16_place(&self, span: Span) -> Place {
        self.place_by(span, |before| before.encode_utf16().count())
    }

    fn place_by(&self, span: Span, columns: impl Fn(&str) -> usize) -> Place {
        let file = self.file(span.file);
        let at = (span.start as usize).min(file.text.len());
        let starts = &self.line_starts[span.file.0 as usize];
        let line = starts.partition_point(|start| *start <= at);
        Place {
            path: file.path.clone(),
            line,
            column: columns(&file.text[starts[line - 1]..at]) + 1,
        }
    }
}

impl<T> Spanned<T> {
    /// Pairs a value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Borrows the value, keeping the place.
    pub fn as_ref(&self) -> Spanned<&T> {
        Spanned {
            value: &self.value,
            span: self.span,
        }
    }
}

impl<T: fmt::Display> fmt::Display for Spanned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

/// The struct name by which our YAML decoder knows that the place is wanted too.
pub const SPANNED: &str = "$actfile::Spanned";
/// The keys that the decoder presents for [`SPANNED`], in this order.
pub const SPANNED_KEYS: &[&str] = &["file", "start", "end", "value"];

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct(SPANNED, SPANNED_KEYS, SpannedVisitor(PhantomData))
    }
}

struct SpannedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for SpannedVisitor<T> {
    type Value = Spanned<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Spanned<T>, A::Error> {
        let (mut numbers, mut value) = ([0_u32; 3], None);
        while let Some(key) = map.next_key::<String>()? {
            match SPANNED_KEYS.iter().position(|known| *known == key) {
                Some(at @ 0..=2) => numbers[at] = map.next_value()?,
                _ => value = Some(map.next_value()?),
            }
        }
        let [file, start, end] = numbers;
        let span = Span {
            file: FileId(file),
            start,
            end,
        };
        value
            .map(|value| Spanned { value, span })
            .ok_or_else(|| de::Error::missing_field("value"))
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<T>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let mut sources = SourceMap::default();
        for text in ["", "a: é ü\n\nb: c"] {
            sources.add(SourceFile {
                path: "a.yaml".to_owned(),
                text: text.to_owned(),
                n_bytes: 0,
                sha256: String::new(),
            });
        }
        let place = |file: u32, start: u32| {
            let place = sources.place(Span {
                file: FileId(file),
                start,
                end: start,
            });
            (place.line, place.column)
        };
        let cases = [
            (0, (1, 1)),
            (6, (1, 6)),
            (8, (1, 7)),
            (9, (2, 1)),
            (10, (3, 1)),
            (14, (3, 5)),
            (99, (3, 5)),
        ];
        for (start, expected) in cases {
            assert_eq!(place(1, start), expected, "{start}");
        }
        assert_eq!(place(0, 0), (1, 1));
    }
}
