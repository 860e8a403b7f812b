//! Dots as a PNG file (ISO/IEC 15948): three bytes for each dot, row by row, each row written as what differs from the one
//! above. Draws nothing and reads nothing.

use crate::failure::Failure;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

/// Bytes for a dot: red, green, blue.
const DOT: usize = 3;
/// Each byte is what differs from the byte above (9.2).
const UP: u8 = 2;

/// Returns the file.
///
/// # Errors
/// Fails when the dots cannot be pressed, which is a fault of this program.
pub(crate) fn png(width: u32, height: u32, dots: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = [width, height].map(u32::to_be_bytes).concat();
    // Eight bits for each of three colours, pressed and filtered in the one way there is, from top to bottom.
    header.extend([8, 2, 0, 0, 0]);
    chunk(&mut file, *b"IHDR", &header)?;
    chunk(&mut file, *b"IDAT", &pressed(width, dots)?)?;
    chunk(&mut file, *b"IEND", &[])?;
    Ok(file)
}

fn pressed(width: u32, dots: &[u8]) -> Result<Vec<u8>, Failure> {
    let n_row = width as usize * DOT;
    let mut above = vec![0; n_row];
    let mut press = ZlibEncoder::new(Vec::new(), Compression::default());
    for row in dots.chunks_exact(n_row) {
        let mut filtered = vec![UP];
        filtered.extend(
            row.iter()
                .zip(&above)
                .map(|(own, above)| own.wrapping_sub(*above)),
        );
        press
            .write_all(&filtered)
            .map_err(|error| internal(error.to_string()))?;
        above = row.to_vec();
    }
    press.finish().map_err(|error| internal(error.to_string()))
}

fn chunk(file: &mut Vec<u8>, kind: [u8; 4], bytes: &[u8]) -> Result<(), Failure> {
    let length = u32::try_from(bytes.len()).map_err(|_| internal("a picture is too large".to_owned()))?;
    let mut crc = Crc::new();
    crc.update(&kind);
    crc.update(bytes);
    file.extend(length.to_be_bytes());
    file.extend(kind);
    file.extend(bytes);
    file.extend(crc.sum().to_be_bytes());
    Ok(())
}

fn internal(message: String) -> Failure {
    Failure::Internal {
        room: "render/chart",
        message,
    }
}
