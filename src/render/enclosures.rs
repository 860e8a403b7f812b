//! What travels inside a PDF: the inventory files that its document repeats, byte for byte as they lie on disk, its
//! part of `provenance.json`, and the AI-BOM in the document that prints it. Chooses, names and describes; how a
//! file is put into a PDF is known in `pdf`.

use crate::documents::document::Document;
use crate::failure::Failure;
use crate::inventory::boms::is_bom;
use crate::inventory::screen::holds_secret;
use crate::render::pdf::{Association, Attachment};
use crate::render::provenance::{PROVENANCE, part};
use crate::source::{FileId, SourceFile, SourceMap};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Whether PDFs carry what they were made from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Enclosures {
    /// Sources, provenance and, where it belongs, the AI-BOM.
    #[default]
    All,
    /// Pages only.
    None,
}

impl Enclosures {
    /// How the manifest calls the choice; a build that encloses everything does not name it.
    pub const OPTION: &str = "attachments";
    /// The value of the option when nothing is enclosed.
    pub const NONE: &str = "none";
}

/// The name of the AI-BOM in an output folder and inside a PDF.
pub const AI_BOM: &str = "ai-bom.cdx.json";

/// The document that prints the AI-BOM for people.
pub(crate) const PRINTS_BOM: &str = "ai-bom";
/// A larger inventory file is named in the provenance with its hash, but not enclosed: a project that keeps a
/// thousand systems in one file would otherwise lie a thousand times in its own sheets.
pub const LARGEST_ENCLOSED: u64 = 256 * 1024;

/// Returns what is put into the PDF of a document; nothing when it repeats nothing from the inventory. Only files among
/// those that travel are enclosed.
///
/// # Errors
/// Fails when JSON cannot be written, which is a fault of this program.
// Whole files rather than the printed fields: an auditor who holds only the PDF follows a statement to its line, sees
// what stands around it, and compares the file's hash with `manifest.json`. An extract could show none of that. So
// whatever a file says beside the printed fields travels along, remarks included; who gives documents to outsiders
// builds with `--no-attachments`. Files with keys that are refused never come here, for nothing is built then, and a
// file that looks as if it held a secret stays outside.
pub fn enclosures<'a>(
    document: &Document,
    sources: &'a SourceMap,
    travelling: &BTreeSet<FileId>,
    build_id: &str,
    bom: Option<&'a [u8]>,
) -> Result<Vec<Attachment<'a>>, Failure> {
    let fed: BTreeSet<FileId> = document.statements.iter().map(|it| it.at.file).collect();
    // By path, which sorts them and keeps names apart that differ only in bytes that are no text.
    let files: BTreeMap<&str, &SourceFile> = fed
        .intersection(travelling)
        .map(|id| sources.file(*id))
        .map(|file| (file.path.as_str(), file))
        .collect();
    let mut enclosed: Vec<Attachment<'a>> = files.into_values().map(source).collect();
    if !fed.is_empty() {
        enclosed.push(provenance(part(document, sources, build_id)?));
    }
    enclosed.extend(bom.filter(|_| document.path == PRINTS_BOM).map(ai_bom));
    Ok(enclosed)
}

/// Returns the files that may be enclosed. They are read through for secrets, so whoever makes many documents asks once.
pub fn travelling(sources: &SourceMap) -> BTreeSet<FileId> {
    let may_travel = |(id, file): &(FileId, &SourceFile)| {
        !sources.has_secret(*id) && file.n_bytes <= LARGEST_ENCLOSED && !holds_secret(&file.text)
    };
    let all = (0..).map(FileId).zip(sources.files());
    all.filter(may_travel).map(|(id, _)| id).collect()
}

fn source(file: &SourceFile) -> Attachment<'_> {
    const BY_OTHERS: &str = "Bill of materials of somebody else, from which this document repeats";
    let (mime, description) = match is_bom(&file.path) {
        false => (
            "application/yaml",
            "Inventory file that this document was made from",
        ),
        true if file.path.ends_with(".xml") => ("application/vnd.cyclonedx+xml", BY_OTHERS),
        true => ("application/vnd.cyclonedx+json", BY_OTHERS),
    };
    Attachment {
        name: &file.path,
        mime,
        description,
        bytes: file.bytes(),
        association: Association::Source,
    }
}

fn provenance<'a>(bytes: Vec<u8>) -> Attachment<'a> {
    Attachment {
        name: PROVENANCE,
        mime: "application/json",
        description: "Where each statement of this document stands in the inventory",
        bytes: Cow::Owned(bytes),
        association: Association::Data,
    }
}

// The pages show what stands in the BOM, but the BOM was not made from the pages nor they from it.
fn ai_bom(bytes: &[u8]) -> Attachment<'_> {
    Attachment {
        name: AI_BOM,
        mime: "application/vnd.cyclonedx+json",
        description: "The AI-BOM in CycloneDX, for programs",
        bytes: Cow::Borrowed(bytes),
        association: Association::Data,
    }
}
