//! A ZIP container (PKWARE APPNOTE 6.3.3) as ISO/IEC 21320-1 narrows it down for documents: each file pressed by
//! deflate, no comments, no day. Files come in with their names, bytes go out, the same every time. Reads nothing.

use crate::failure::Failure;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

/// The version that is needed to unpack (4.4.3): 2.0, for deflate.
const VERSION: u16 = 20;
/// Deflate (4.4.5).
const METHOD: u16 = 8;
/// The first day that the format knows, 1 January 1980: no clock is read.
const DAY: u16 = 0x21;

/// Returns the container with these files, in this order.
///
/// # Errors
/// Fails when the files are too many or too long for the format, which no document of ours is.
pub(crate) fn zipped(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let entry = Entry {
            name,
            crc: checksum(bytes),
            pressed: pressed(bytes)?,
            n_bytes: length(bytes.len())?,
            starts: length(out.len())?,
        };
        entry.list(&mut directory)?;
        entry.write(&mut out)?;
    }
    let starts = length(out.len())?;
    out.extend(&directory);
    let n_files = u16::try_from(files.len()).map_err(|_| too_long())?;
    // End of central directory record (4.3.16).
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([n_files, n_files].map(u16::to_le_bytes).concat());
    out.extend([length(directory.len())?, starts].map(u32::to_le_bytes).concat());
    out.extend([0, 0]);
    Ok(out)
}

struct Entry<'a> {
    name: &'a str,
    crc: u32,
    pressed: Vec<u8>,
    n_bytes: u32,
    starts: u32,
}

impl Entry<'_> {
    /// Writes local file header (4.3.7) and data.
    fn write(&self, out: &mut Vec<u8>) -> Result<(), Failure> {
        out.extend(b"PK\x03\x04");
        self.describe(out)?;
        out.extend([0, 0]);
        out.extend(self.name.as_bytes());
        out.extend(&self.pressed);
        Ok(())
    }

    /// Writes the central directory header (4.3.12).
    fn list(&self, out: &mut Vec<u8>) -> Result<(), Failure> {
        out.extend(b"PK\x01\x02");
        out.extend(VERSION.to_le_bytes());
        self.describe(out)?;
        // No extra field, no comment, first disk, no attributes.
        out.extend([0; 12]);
        out.extend(self.starts.to_le_bytes());
        out.extend(self.name.as_bytes());
        Ok(())
    }

    // What both headers say in the same order, up to the length of the name.
    fn describe(&self, out: &mut Vec<u8>) -> Result<(), Failure> {
        let n_name = u16::try_from(self.name.len()).map_err(|_| too_long())?;
        out.extend([VERSION, 0, METHOD, 0, DAY].map(u16::to_le_bytes).concat());
        let lengths = [self.crc, length(self.pressed.len())?, self.n_bytes];
        out.extend(lengths.map(u32::to_le_bytes).concat());
        out.extend(n_name.to_le_bytes());
        Ok(())
    }
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

fn pressed(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut press = DeflateEncoder::new(Vec::new(), Compression::default());
    let pressed = press.write_all(bytes).and_then(|()| press.finish());
    pressed.map_err(|error| internal(error.to_string()))
}

fn length(n: usize) -> Result<u32, Failure> {
    u32::try_from(n).map_err(|_| too_long())
}

fn too_long() -> Failure {
    internal("a document is too long for its container".to_owned())
}

fn internal(message: String) -> Failure {
    Failure::Internal {
        room: "render/office",
        message,
    }
}
