//! The Markdown event stream and document metadata become a PDF/A-3a and PDF/UA-1 file: cover, contents, body,
//! header and footer, tags, bookmarks, links and attachments. The same input gives the same bytes; nothing here
//! reads a clock, a font of the machine, or a file.

pub(crate) mod addresses;
mod balance;
mod catalog;
pub(crate) mod columns;
pub(crate) mod document;
mod drawing;
mod feet;
mod figure;
mod flow;
pub(crate) mod fonts;
mod front;
mod furniture;
mod glyphs;
mod grid;
mod html;
mod hyphens;
mod ink;
mod kept;
mod layout;
mod lines;
mod list;
mod marks;
mod notes;
mod numbers;
mod pack;
pub(crate) mod pages;
mod paragraphs;
mod plain;
pub(crate) mod reader;
mod runs;
pub(crate) mod style;
pub(crate) mod table;
pub(crate) mod text;
mod ties;
mod tongues;
mod tree;

use crate::calendar::Date;
use crate::documents::document::Standing;
use crate::failure::Failure;
use crate::render::chart::Drawing;
use addresses::Others;
use document::{Block, Document};
use feet::Feet;
use flow::{Flowed, Strip};
use front::Contents;
use layout::{Layout, body};
use notes::mark_first_mentions;
use numbers::Numbers;
use pages::{Pages, Tags};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeSet;
use style::{LEFT, WIDTH};
use text::Shaper;

/// What the pages say around the text.
#[derive(Debug, Clone)]
pub struct Dress<'a> {
    /// Title in the header, the metadata and, when the text has none, on the cover; not empty.
    pub title: &'a str,
    /// Organisation in the header and the metadata.
    pub organisation: &'a str,
    /// Language of the text as a tag such as `en` or `bg`.
    pub language: &'a str,
    /// The day for which the document holds; also the creation date of the file.
    pub as_of: Date,
    /// Short build id for the footer.
    pub build_id: &'a str,
    /// Whether somebody has signed it.
    pub standing: Standing,
    /// Files inside the file.
    pub attachments: Vec<Attachment<'a>>,
}

/// A file inside the PDF.
#[derive(Debug, Clone)]
pub struct Attachment<'a> {
    /// File name, unique within the document.
    pub name: &'a str,
    /// Media type, such as `application/json`.
    pub mime: &'a str,
    /// What the file is, in a few words.
    pub description: &'a str,
    /// The bytes.
    pub bytes: Cow<'a, [u8]>,
    /// What the file is to the document.
    pub association: Association,
}

/// What an attachment is to the document (ISO 19005-3, 6.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Association {
    /// The document was made from it.
    Source,
    /// The data behind what the document shows.
    Data,
    /// The same content in another form.
    Alternative,
    /// Further material.
    Supplement,
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What the fonts cannot show.
    pub unshown: Unshown,
}

/// What the fonts cannot show; each character is printed as `[U+XXXX]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unshown {
    /// The characters that no font has.
    pub characters: BTreeSet<char>,
    /// The texts with such characters, in the order in which they were met, each once.
    pub texts: Vec<String>,
}

/// Lays out a Markdown text and writes it as PDF.
///
/// # Errors
/// Fails when the file cannot be written under both standards, which is a fault of this program.
pub fn pdf(markdown: &str, dress: &Dress) -> Result<Pdf, Failure> {
    illustrated_pdf(markdown, &[], dress)
}

/// Lays out a Markdown text with the pictures that it refers to by their paths. An image with another path is none.
///
/// # Errors
/// Fails when the file cannot be written under both standards, which is a fault of this program.
pub fn illustrated_pdf(markdown: &str, drawings: &[Drawing], dress: &Dress) -> Result<Pdf, Failure> {
    let mut shaper = Shaper::spare(dress.language)?;
    let pages = lay_out(
        reader::read_as(Others::Names(".pdf"), markdown, drawings),
        drawings,
        dress,
        &mut shaper,
    );
    let plain = ink::write(pages, dress, document_id(markdown, drawings, dress))?;
    Ok(Pdf {
        bytes: pack::packed(&plain)?,
        unshown: shaper.into_unshown(),
    })
}

// Everything up to the first section is the cover; without sections, the cover is all there is.
fn lay_out(mut document: Document, drawings: &[Drawing], dress: &Dress, shaper: &mut Shaper) -> Pages {
    let n_cover = document
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Heading(heading) if heading.level == 2))
        .unwrap_or(document.blocks.len());
    let mut tags = Tags::default();
    let mut notes = Layout::new(shaper, &mut tags).notes(&mut document);
    let (cover, text) = document.blocks.split_at(n_cover);
    let mut links = document.links;
    let mut cover = front::cover(shaper, &mut tags, cover, dress.title);
    let mut strips = body_strips(shaper, &mut tags, text, drawings);
    mark_first_mentions(
        cover
            .strips
            .iter_mut()
            .chain(&mut strips)
            .chain(notes.iter_mut().flatten()),
    );
    // A note that nobody mentions stands at the end.
    if document.n_mentioned < notes.len() {
        strips.push(Strip {
            calls: (document.n_mentioned + 1..=notes.len()).collect(),
            ..Strip::default()
        });
    }
    let mut feet = Feet::new(notes);
    // What fits on one page, such as a notice for the wall, is one page.
    if cover.has_room_for(&strips, &feet) {
        cover.strips.append(&mut strips);
    }
    let cover = cover.flow(&mut feet);
    let contents = Contents {
        shaper,
        tags: &mut tags,
        links: &mut links,
        n_before: cover.pages.len(),
    };
    let Flowed { pages, anchors } = cover.before(contents.before(strips, &mut feet));
    let mut pages = Pages {
        pages,
        tags,
        anchors,
        links,
    };
    furniture::furnish(shaper, &mut pages.pages, dress);
    pages
}

fn body_strips(shaper: &mut Shaper, tags: &mut Tags, text: &[Block], drawings: &[Drawing]) -> Vec<Strip> {
    let mut layout = Layout::new(shaper, tags);
    layout.numbers = Numbers::for_document(text);
    layout.drawings = drawings;
    let place = body(LEFT, WIDTH);
    layout.blocks(text, &place);
    layout.strips
}

fn document_id(markdown: &str, drawings: &[Drawing], dress: &Dress) -> String {
    let mut hash = Sha256::new();
    for part in [
        markdown,
        dress.title,
        dress.organisation,
        dress.language,
        dress.build_id,
        &dress.as_of.to_string(),
    ] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    for drawing in drawings {
        hash.update(drawing.svg().bytes);
    }
    let digest = hash.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod footnotes;
#[cfg(test)]
mod keeping;
#[cfg(test)]
pub(crate) mod measures;
#[cfg(test)]
mod passages;
