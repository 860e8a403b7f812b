//! A finished file before it is packed: its objects, each with the bytes that the writer gave it, and what its trailer
//! says. Reads only what our writer writes, which is one table of places for the whole file (ISO 32000-1, 7.5.4);
//! looks into no object.

use std::str;

/// A file in its parts.
pub(crate) struct Plain<'a> {
    /// What stands before the first object.
    pub(crate) header: &'a [u8],
    /// The objects in the order of their numbers.
    pub(crate) objects: Vec<Object<'a>>,
    /// One more than the highest number of an object.
    pub(crate) size: usize,
    /// The entries of the trailer but for the size.
    pub(crate) trailer: &'a [u8],
}

/// An object of the file.
pub(crate) struct Object<'a> {
    /// Its number.
    pub(crate) number: usize,
    /// What stands between `obj` and `endobj`.
    pub(crate) body: &'a [u8],
}

/// The length of a line in the table of places.
const LINE: usize = 20;

impl<'a> Plain<'a> {
    /// Returns the parts of a file, if our writer wrote it.
    pub(crate) fn read(file: &'a [u8]) -> Option<Self> {
        const START: &[u8] = b"\nstartxref\n";
        let start = file.windows(START.len()).rposition(|bytes| bytes == START)?;
        let (table, _) = number(&file[start + START.len()..])?;
        let (objects, table) = file.get(..start)?.split_at_checked(table)?;
        let (size, rest) = number(table.strip_prefix(b"xref\n0 ")?)?;
        let lines = rest.strip_prefix(b"\n")?;
        let (lines, trailer) = lines.split_at_checked(size.checked_mul(LINE)?)?;
        let trailer = trailer.strip_prefix(b"trailer\n<</Size ")?.strip_suffix(b">>")?;
        let (_, trailer) = number(trailer)?;
        let places = places(lines)?;
        Some(Self {
            header: objects.get(..places.first()?.0)?,
            objects: parted(objects, &places)?,
            size,
            trailer,
        })
    }
}

impl Object<'_> {
    /// Returns whether it has data of its own, which cannot lie among other objects.
    pub(crate) fn is_stream(&self) -> bool {
        self.body.ends_with(b"\nendstream")
    }
}

// Where the objects begin, and their numbers; first comes what lies first in the file.
fn places(lines: &[u8]) -> Option<Vec<(usize, usize)>> {
    let mut places = Vec::with_capacity(lines.len() / LINE);
    for (object, line) in lines.chunks_exact(LINE).enumerate() {
        match line.get(10..) {
            Some(b" 00000 n\r\n") => places.push((number(line)?.0, object)),
            _ => line.ends_with(b" f\r\n").then_some(())?,
        }
    }
    places.sort_unstable();
    Some(places)
}

fn parted<'a>(file: &'a [u8], places: &[(usize, usize)]) -> Option<Vec<Object<'a>>> {
    let ends = places
        .get(1..)?
        .iter()
        .map(|(start, _)| *start)
        .chain([file.len()]);
    let object = |((start, object), end): (&(usize, usize), usize)| {
        let (own, rest) = number(file.get(*start..end)?)?;
        let body = rest.strip_prefix(b" 0 obj\n")?.strip_suffix(b"\nendobj\n")?;
        (own == *object).then_some(Object { number: own, body })
    };
    let mut objects: Vec<Object> = places.iter().zip(ends).map(object).collect::<Option<_>>()?;
    objects.sort_unstable_by_key(|object| object.number);
    Some(objects)
}

// The number that a text begins with, and what follows.
fn number(text: &[u8]) -> Option<(usize, &[u8])> {
    let n_digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at(n_digits);
    Some((str::from_utf8(digits).ok()?.parse().ok()?, rest))
}
