//! Views become bytes. One file or folder per output format; nothing here knows where the bytes will lie.

pub mod cyclonedx;
pub mod markdown;
pub mod pdf;

/// One finished file of the output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path below the output folder, with forward slashes.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}
