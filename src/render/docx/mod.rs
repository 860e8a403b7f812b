//! The Markdown event stream and document metadata become a DOCX file (ECMA-376, part 1) that is made to be edited: real
//! headings, tables, notes, lists, links and fields. The tree of blocks and the widths of columns are those of the PDF;
//! pages are left to the program that opens the file. The same input gives the same bytes, and no text becomes a field.

mod addresses;
mod blocks;
mod contents;
mod furniture;
mod lists;
mod notes;
mod picture;
mod survey;
mod table;
mod text;
mod writer;

use crate::failure::Failure;
use crate::render::chart::Drawing;
use crate::render::office::package::{About, Package, Relations};
use crate::render::pdf::Dress;
use crate::render::pdf::addresses::Others;
use crate::render::pdf::reader::read_as;
use picture::{Picture, file_name, pictures};
use writer::{Story, Writer, language};

macro_rules! media_type {
    ($kind:literal) => {
        concat!(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.",
            $kind,
            "+xml"
        )
    };
}

/// Width of the text: that of an A4 page without its margins, in twentieths of a point.
const TEXT_WIDTH: u32 = 9186;
/// Parts that are the same in every file but for the language: how each kind of text looks, and what Word has to know.
const FIXED: [(&str, &str, &str); 3] = [
    ("styles", media_type!("styles"), include_str!("styles.xml")),
    ("settings", media_type!("settings"), include_str!("settings.xml")),
    ("fontTable", media_type!("fontTable"), include_str!("fonts.xml")),
];

/// What a DOCX says it is a copy of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copies {
    /// The PDF of the same name, of the same build, which lies beside it.
    PdfBeside,
    /// A document of which the build makes no PDF.
    NothingBeside,
}

/// Writes a Markdown text as DOCX. Attachments of the dress stay with the PDF.
///
/// # Errors
/// Fails when a font of this program cannot be read or the file is too long, which are faults of this program.
pub fn docx(markdown: &str, drawings: &[Drawing], dress: &Dress, copies: Copies) -> Result<Vec<u8>, Failure> {
    let document = read_as(Others::Files(".docx"), markdown, drawings);
    let mut parts = Parts::default();
    let pictures = pictures(drawings)?;
    let mut writer = Writer::new(&document, &pictures, dress, copies)?;
    // Numbers of lists and marks of notes are known when everything that has them is written.
    let header = parts.story("header", media_type!("header"), writer.header());
    let footer = parts.story("footer", media_type!("footer"), writer.footer());
    let body = writer.body(std::mem::take(&mut parts.relations), &header, &footer);
    let text = body.xml.finish();
    parts.relations = body.relations;
    parts.story("footnotes", media_type!("footnotes"), writer.notes());
    parts.part("numbering", media_type!("numbering"), writer.numbering());
    for (kind, media_type, text) in FIXED {
        let text = text.replace("{LANGUAGE}", &language(dress.language));
        parts.part(kind, media_type, text.into_bytes());
    }
    for (number, picture) in pictures.into_iter().enumerate() {
        parts.picture(number, picture);
    }
    parts.finish(text, dress)
}

/// The parts beside the body.
#[derive(Default)]
struct Parts {
    package: Package,
    relations: Relations,
}

impl Parts {
    /// Adds a part and returns the id by which the body refers to it.
    fn part(&mut self, kind: &str, media_type: &'static str, bytes: Vec<u8>) -> String {
        let file = format!("{kind}.xml");
        self.package.put(&format!("word/{file}"), media_type, bytes);
        self.relations.inside(kind, &file)
    }

    fn story(&mut self, kind: &str, media_type: &'static str, story: Story) -> String {
        self.package
            .relate(&format!("word/_rels/{kind}.xml.rels"), &story.relations);
        self.part(kind, media_type, story.xml.finish())
    }

    /// Adds a picture that the body shows.
    fn picture(&mut self, number: usize, picture: Option<Picture>) {
        if let Some(picture) = picture {
            self.package
                .put(&format!("word/{}", file_name(number)), "image/png", picture.dots);
        }
    }

    fn finish(mut self, text: Vec<u8>, dress: &Dress) -> Result<Vec<u8>, Failure> {
        self.package
            .put("word/document.xml", media_type!("document.main"), text);
        self.package
            .relate("word/_rels/document.xml.rels", &self.relations);
        let about = About {
            title: dress.title,
            organisation: dress.organisation,
            language: dress.language,
            as_of: dress.as_of,
            build_id: dress.build_id,
        };
        self.package.finish("word/document.xml", &about)
    }
}

#[cfg(test)]
mod tests;
