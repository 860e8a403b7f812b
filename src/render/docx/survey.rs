//! What has to be known of a document before its first word is written: the bookmark of each heading, and the order in
//! which the body mentions its notes, by which a word processor numbers them. Writes nothing.

use crate::render::pdf::document::{Block, Document, Heading, Mark, Span, plain};
use std::collections::BTreeMap;

/// What was found out.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The bookmarks of the headings, by their ids.
    pub(crate) bookmarks: BTreeMap<String, String>,
    /// The headings between the blocks of the body, in order.
    pub(crate) headings: Vec<Entry>,
    /// The notes in the order in which the body mentions them.
    pub(crate) notes: Vec<usize>,
}

/// A heading that contents can list.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Its level in the Markdown.
    pub(crate) level: u8,
    /// Its words.
    pub(crate) title: String,
    /// Its bookmark.
    pub(crate) bookmark: String,
}

/// Looks a document over.
pub(crate) fn survey(document: &Document) -> Survey {
    let mut survey = Survey::default();
    survey.blocks(&document.blocks);
    for note in &document.notes {
        survey.anchors(note);
    }
    let headings = document.blocks.iter().filter_map(Block::as_heading);
    survey.headings = headings
        .filter_map(|heading| {
            Some(Entry {
                level: heading.level,
                title: plain(&heading.text),
                bookmark: survey.bookmarks.get(&heading.id)?.clone(),
            })
        })
        .collect();
    survey
}

impl Survey {
    /// Returns the number that a word processor gives a note, if the body mentions it.
    pub(crate) fn number(&self, note: usize) -> Option<usize> {
        self.notes
            .iter()
            .position(|known| *known == note)
            .map(|at| at + 1)
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.anchor(block);
            for text in texts(block) {
                self.mentions(text);
            }
            for inner in inside(block) {
                self.blocks(inner);
            }
        }
    }

    // Headings of notes can be linked to, but what notes mention gets no number.
    fn anchors(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.anchor(block);
            for inner in inside(block) {
                self.anchors(inner);
            }
        }
    }

    fn anchor(&mut self, block: &Block) {
        if let Some(Heading { id, .. }) = block.as_heading() {
            // The name that Word itself gives the headings of its contents: hidden, and unique in the document.
            let name = format!("_Toc{:09}", self.bookmarks.len() + 1);
            self.bookmarks.insert(id.clone(), name);
        }
    }

    fn mentions(&mut self, text: &[Span]) {
        for span in text {
            match span.mark {
                Mark::Note(note) if !self.notes.contains(&note) => self.notes.push(note),
                Mark::Note(_) | Mark::Plain => {}
            }
        }
    }
}

fn texts(block: &Block) -> Vec<&[Span]> {
    match block {
        Block::Heading(heading) => vec![&heading.text],
        Block::Paragraph(text) => vec![text],
        Block::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            rows.flatten().map(Vec::as_slice).collect()
        }
        Block::Definitions(definitions) => definitions.iter().map(|it| it.term.as_slice()).collect(),
        Block::Code(_)
        | Block::Rule
        | Block::Quote(_)
        | Block::Callout(..)
        | Block::List(_)
        | Block::Figure(_) => Vec::new(),
    }
}

fn inside(block: &Block) -> Vec<&[Block]> {
    match block {
        Block::Quote(blocks) | Block::Callout(_, blocks) => vec![blocks],
        Block::List(list) => list.items.iter().map(|item| item.blocks.as_slice()).collect(),
        Block::Definitions(definitions) => {
            let meanings = definitions.iter().flat_map(|definition| &definition.meanings);
            meanings.map(Vec::as_slice).collect()
        }
        Block::Heading(_)
        | Block::Paragraph(_)
        | Block::Code(_)
        | Block::Rule
        | Block::Table(_)
        | Block::Figure(_) => Vec::new(),
    }
}
