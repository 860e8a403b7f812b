//! Notes at the foot of pages. A word processor numbers them by their mentions in the body; a note that the body does not
//! mention stands below it, so that nothing is lost.

use crate::render::docx::blocks::{Lead, Place};
use crate::render::docx::writer::{Story, Within, Writer};
use crate::render::pdf::document::{Block, Span};

impl Writer<'_> {
    /// Writes the notes that the body mentions.
    pub(crate) fn notes(&mut self) -> Story {
        self.begin("w:footnotes", Within::Notes);
        self.separator("-1", "separator", "w:separator");
        self.separator("0", "continuationSeparator", "w:continuationSeparator");
        let document = self.document;
        for (at, note) in self.survey.notes.clone().into_iter().enumerate() {
            let id = (at + 1).to_string();
            self.open("w:footnote", &[("w:id", &id)]);
            let blocks = document.notes.get(note.saturating_sub(1));
            self.note(blocks.map(Vec::as_slice).unwrap_or_default());
            self.close();
        }
        self.end()
    }

    fn separator(&mut self, id: &str, kind: &str, line: &'static str) {
        self.open("w:footnote", &[("w:type", kind), ("w:id", id)]);
        self.begin_paragraph(Place::of("FootnoteText"), Lead::None);
        self.open("w:r", &[]);
        self.empty(line, &[]);
        self.close();
        self.close();
        self.close();
    }

    fn note(&mut self, blocks: &[Block]) {
        let place = Place::of("FootnoteText");
        let (first, rest) = match blocks.split_first() {
            Some((Block::Paragraph(text), rest)) => (text.as_slice(), rest),
            Some(_) | None => (&[] as &[Span], blocks),
        };
        self.paragraph(first, place, Lead::Note);
        self.blocks(rest, place);
        self.close_table();
    }

    /// Writes the number of the note that begins here.
    pub(crate) fn note_number(&mut self) {
        self.open("w:r", &[]);
        self.raised_look();
        self.empty("w:footnoteRef", &[]);
        self.close();
        self.plain(" ");
    }

    /// Writes the notes that the body does not mention.
    pub(crate) fn unmentioned(&mut self) {
        let document = self.document;
        let place = Place::of("FootnoteText");
        for (at, blocks) in document.notes.iter().enumerate() {
            if self.survey.number(at + 1).is_some() {
                continue;
            }
            self.begin_paragraph(place, Lead::None);
            self.raised(&(at + 1).to_string());
            self.close();
            self.blocks(blocks, place);
        }
        self.close_table();
    }

    /// Writes the paragraph that has to stand below a table that is the last of its story.
    pub(crate) fn close_table(&mut self) {
        if self.is_below_table {
            self.is_below_table = false;
            self.paragraph(&[], Place::of("Spacer"), Lead::None);
        }
    }
}
