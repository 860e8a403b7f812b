//! The contents: a field that the word processor keeps, filled with the headings. The entries have no page numbers until
//! the field is updated there, for nobody knows them before, and a file that asks to be updated when it is opened frightens
//! its reader.

use crate::render::docx::blocks::{Lead, Place};
use crate::render::docx::survey::Entry;
use crate::render::docx::writer::Writer;
use crate::render::pdf::document::Span;

/// Headings of the first two levels, as links, by outline level too (ECMA-376, part 1, 17.16.5.68).
const COMMAND: &str = " TOC \\o \"1-2\" \\h \\z \\u ";

impl Writer<'_> {
    /// Returns the headings that contents list.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.survey
            .headings
            .iter()
            .filter(|entry| matches!(entry.level, 2 | 3))
    }

    /// Writes the contents.
    pub(crate) fn contents(&mut self) {
        let entries: Vec<Entry> = self.entries().cloned().collect();
        self.close_table();
        self.open("w:sdt", &[]);
        self.open("w:sdtPr", &[]);
        self.open("w:docPartObj", &[]);
        self.value("w:docPartGallery", "Table of Contents");
        self.empty("w:docPartUnique", &[]);
        self.close();
        self.close();
        self.open("w:sdtContent", &[]);
        let title = self.words.say("pdf-contents");
        self.paragraph(&[Span::plain(title)], Place::of("TOCHeading"), Lead::None);
        for (at, entry) in entries.iter().enumerate() {
            self.entry(entry, at == 0, at + 1 == entries.len());
        }
        self.close();
        self.close();
    }

    // The field begins in the first entry and ends in the last.
    fn entry(&mut self, entry: &Entry, is_first: bool, is_last: bool) {
        let style = if entry.level == 2 { "TOC1" } else { "TOC2" };
        self.begin_paragraph(Place::of(style), Lead::None);
        if is_first {
            self.mark("begin");
            self.open("w:r", &[]);
            self.story
                .xml
                .leaf("w:instrText", &[("xml:space", "preserve")], COMMAND);
            self.close();
            self.mark("separate");
        }
        self.open(
            "w:hyperlink",
            &[("w:anchor", &entry.bookmark), ("w:history", "1")],
        );
        self.plain(&entry.title);
        self.close();
        if is_last {
            self.mark("end");
        }
        self.close();
    }

    fn mark(&mut self, kind: &str) {
        self.open("w:r", &[]);
        self.empty("w:fldChar", &[("w:fldCharType", kind)]);
        self.close();
    }
}
