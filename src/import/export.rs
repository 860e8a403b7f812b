//! One export while it is read: line by line or value by value, hashed on the way, never held whole. A record that cannot
//! be read is reported with its line; a file that ends within a record is refused unless that is allowed.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::failure::Failure;
use crate::read::hex;
use serde::de::{DeserializeOwned, DeserializeSeed, SeqAccess, Visitor};
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::{self, BufRead, Read};
use std::marker::PhantomData;

/// The longest record of an export, in bytes.
pub const LONGEST_RECORD: usize = 16 * 1024 * 1024;
/// The most records of one file that are reported as broken.
const MOST_REPORTED: u64 = 50;

/// A file that is being read.
pub struct Export {
    /// Its name, without folders.
    pub name: String,
    /// Whether it is known to hold only a part of what there was.
    pub(crate) is_part: bool,
    reader: Box<dyn BufRead>,
    hash: Sha256,
    n_lines: u64,
    n_broken: u64,
}

/// How a file ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// After a whole record.
    Whole,
    /// Within a record.
    Cut,
}

impl fmt::Debug for Export {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Export({} at line {})", self.name, self.n_lines)
    }
}

impl Export {
    /// Begins to read.
    pub fn new(name: String, reader: impl BufRead + 'static) -> Self {
        Self {
            name,
            is_part: false,
            reader: Box::new(reader),
            hash: Sha256::new(),
            n_lines: 0,
            n_broken: 0,
        }
    }

    /// Begins to read something that is known to be a part.
    pub fn of_part(name: String, reader: impl BufRead + 'static) -> Self {
        Self {
            is_part: true,
            ..Self::new(name, reader)
        }
    }

    /// Reads lines to the end, and gives each that is not empty to `take`, which says what is wrong with it.
    pub(crate) fn lines(
        &mut self,
        findings: &mut Diagnostics,
        mut take: impl FnMut(&[u8]) -> Result<(), String>,
    ) -> Result<End, Failure> {
        let mut line = Vec::new();
        loop {
            line.clear();
            let n_bytes = self.line(&mut line)?;
            let is_ended = line.last() == Some(&b'\n');
            if n_bytes == 0 {
                return Ok(End::Whole);
            }
            let text = line.trim_ascii();
            match take(text) {
                Ok(()) => {}
                Err(_) if text.is_empty() => {}
                Err(_) if !is_ended => return Ok(End::Cut),
                Err(why) => self.report(self.n_lines, &why, findings),
            }
        }
    }

    fn line(&mut self, line: &mut Vec<u8>) -> Result<usize, Failure> {
        let most = LONGEST_RECORD as u64 + 1;
        let read = self.reader.by_ref().take(most).read_until(b'\n', line);
        let n_bytes = read.map_err(|error| self.broken(error))?;
        self.hash.update(&line[..]);
        self.n_lines += u64::from(n_bytes > 0);
        match n_bytes > LONGEST_RECORD {
            true => Err(Failure::Refused(format!(
                "{}:{}: the line is longer than {LONGEST_RECORD} bytes; an export has one record on each line",
                self.name, self.n_lines
            ))),
            false => Ok(n_bytes),
        }
    }

    /// Reads values to the end, whether they stand in one JSON array or one after the other, and gives each to `take`.
    pub(crate) fn values<T: DeserializeOwned>(
        &mut self,
        findings: &mut Diagnostics,
        mut take: impl FnMut(T),
    ) -> Result<End, Failure> {
        let is_array = self.begins_with(b'[')?;
        let mut read = serde_json::Deserializer::from_reader(io::BufReader::new(&mut *self));
        let ended = match is_array {
            true => Array(&mut take, PhantomData)
                .deserialize(&mut read)
                .and_then(|()| read.end()),
            false => read.into_iter::<T>().try_for_each(|value| value.map(&mut take)),
        };
        let rest = io::copy(self, &mut io::sink());
        rest.map_err(|error| self.broken(error))?;
        match ended {
            Ok(()) => Ok(End::Whole),
            Err(error) if error.is_eof() => Ok(End::Cut),
            Err(error) if error.is_io() => Err(self.broken(error.into())),
            Err(error) => {
                let line = u64::try_from(error.line()).unwrap_or(u64::MAX);
                self.report(line, &what_is_wrong(&error), findings);
                Ok(End::Whole)
            }
        }
    }

    fn begins_with(&mut self, sign: u8) -> Result<bool, Failure> {
        let begins = self
            .reader
            .fill_buf()
            .map(|bytes| bytes.trim_ascii_start().first() == Some(&sign));
        begins.map_err(|error| self.broken(error))
    }

    /// Returns the SHA-256 of what was read, in hex.
    pub(crate) fn sha256(&self) -> String {
        hex(&self.hash.clone().finalize())
    }

    fn broken(&self, source: io::Error) -> Failure {
        Failure::Disk {
            path: self.name.clone(),
            what: "cannot be read",
            source,
        }
    }

    fn report(&mut self, line: u64, why: &str, findings: &mut Diagnostics) {
        self.n_broken += 1;
        if self.n_broken > MOST_REPORTED {
            return;
        }
        let place = format!("{}:{line}", self.name);
        let says = match self.n_broken == MOST_REPORTED {
            true => format!("the record cannot be read: {why}; no more records of this file are told"),
            false => format!("the record cannot be read: {why}"),
        };
        let finding = Diagnostic::about(Code::BrokenExport, place, says);
        findings.add(
            finding
                .help("make the export again; a line that was edited or mixed with another is not counted"),
        );
    }
}

impl Read for Export {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n_bytes = self.reader.read(into)?;
        self.hash.update(&into[..n_bytes]);
        Ok(n_bytes)
    }
}

/// Returns what is wrong with a record, without repeating any of it: it may name a person.
pub(crate) fn what_is_wrong(error: &serde_json::Error) -> String {
    use serde_json::error::Category;
    let what = match error.classify() {
        Category::Data => "a value is missing or of another type than this source has",
        Category::Syntax => "it is no JSON",
        Category::Eof => "it ends too early",
        Category::Io => "it cannot be read",
    };
    format!("{what}, at column {}", error.column())
}

/// Gives each item of a JSON array away while the array is read.
struct Array<'t, T, F: FnMut(T)>(&'t mut F, PhantomData<T>);

impl<'de, T: DeserializeOwned, F: FnMut(T)> DeserializeSeed<'de> for Array<'_, T, F> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: DeserializeOwned, F: FnMut(T)> Visitor<'de> for Array<'_, T, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(item) = seq.next_element()? {
            (self.0)(item);
        }
        Ok(())
    }
}

/// Reports a file that ends within a record, unless that is allowed; returns whether it counts as whole.
pub(crate) fn settled(end: End, name: &str, allow_partial: bool, findings: &mut Diagnostics) -> bool {
    if end == End::Cut && !allow_partial {
        let says = "the file ends in the middle of a record";
        let finding = Diagnostic::about(Code::CutExport, name, says);
        findings.add(finding.help(
            "make the export again, or count what is there with `--allow-partial`; the summary then says that its \
             numbers are a floor",
        ));
    }
    end == End::Whole
}
