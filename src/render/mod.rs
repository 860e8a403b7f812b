//! Views become bytes. One file or folder per output format; nothing here knows where the bytes will lie.

pub mod chart;
pub mod cyclonedx;
pub mod docx;
pub mod enclosures;
pub(crate) mod escape;
pub mod group_register;
pub mod html;
pub(crate) mod lines;
pub mod markdown;
pub(crate) mod office;
pub mod pdf;
pub mod provenance;
pub mod register;
pub mod workbook;

/// A format of the output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Markdown documents, with their pictures as SVG files.
    Markdown,
    /// PDF documents.
    Pdf,
    /// The AI-BOM in CycloneDX.
    Bom,
    /// All documents on one page.
    Html,
    /// DOCX documents, to be edited, and the gap register as a workbook.
    Docx,
}

impl Format {
    /// Every format, in the order in which they are listed.
    pub const ALL: &[Self] = &[Self::Markdown, Self::Pdf, Self::Bom, Self::Html, Self::Docx];

    /// The formats of a build that was not narrowed down, and of a manifest that names none. A DOCX is made to be edited,
    /// and what is edited can no longer be judged by its hash.
    pub const DEFAULT: &[Self] = &[Self::Markdown, Self::Pdf, Self::Bom, Self::Html];

    /// Returns the word that the command line and the manifest use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Pdf => "pdf",
            Self::Bom => "bom",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }
}

/// Returns whether a file of this path is made to be edited: what people wrote into it is nowhere else.
pub fn is_made_to_be_edited(path: &str) -> bool {
    let extension = std::path::Path::new(path).extension();
    extension.is_some_and(|it| it == "docx" || it == "xlsx")
}

/// One finished file of the output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path below the output folder, with forward slashes.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}
