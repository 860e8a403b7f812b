//! Notes become strips for the foot of pages: each with its number, which leads back to where the note is mentioned.

use crate::render::pdf::addresses::{mention_id, note_id};
use crate::render::pdf::document::{Block, Document, Side, Target};
use crate::render::pdf::feet::ABOVE_NOTES;
use crate::render::pdf::flow::{ROOM, Strip, Tie};
use crate::render::pdf::layout::{Below, Layout, Place, body};
use crate::render::pdf::marks::one_line;
use crate::render::pdf::pages::{Anchor, Role, TagId, Text};
use crate::render::pdf::style::{LEFT, NOTE, WIDTH};
use std::collections::BTreeSet;

/// Room for the number of a note.
const NUMBER_ROOM: f32 = 17.0;
/// Space between notes.
const NOTE_GAP: f32 = 2.5;

impl Layout<'_> {
    /// Lays out the notes, each by itself; the links back to their mentions are added to the document's.
    pub(crate) fn notes(&mut self, document: &mut Document) -> Vec<Vec<Strip>> {
        let place = Place {
            setting: NOTE,
            ..body(LEFT, WIDTH)
        };
        self.room = ROOM - ABOVE_NOTES;
        let mut notes = Vec::new();
        for (at, blocks) in document.notes.iter().enumerate() {
            let number = at + 1;
            let back = (number <= document.n_mentioned).then(|| {
                document.links.push(Some(Target::Anchor(mention_id(number))));
                document.links.len() - 1
            });
            self.note(number, blocks, back, &place);
            notes.push(std::mem::take(&mut self.strips));
        }
        notes
    }

    fn note(&mut self, number: usize, blocks: &[Block], back: Option<usize>, place: &Place) {
        let tag = self.tags.add(Role::Note, None);
        let label = self.note_label(number, back, place, tag);
        self.below = Below::Exactly(NOTE_GAP);
        let inner = place.inside(NUMBER_ROOM, tag);
        if !matches!(blocks.first(), Some(Block::Paragraph(_))) {
            let strip = Strip {
                height: NOTE.leading,
                tie: Tie::Next,
                ..Strip::default()
            };
            self.add(vec![strip], place, NOTE_GAP);
        }
        self.blocks(blocks, &inner);
        self.close_bands(place);
        if let Some(first) = self.strips.first_mut() {
            first.texts.splice(0..0, label);
            first
                .anchors
                .push(Anchor::place(note_id(number), format!("note {number}")));
        }
    }

    fn note_label(&mut self, number: usize, back: Option<usize>, place: &Place, note: TagId) -> Vec<Text> {
        let label = self.tags.add(Role::Label, Some(note));
        let tag = back.map_or(label, |link| self.tags.add(Role::Link(link), Some(label)));
        let at = (place.x, NUMBER_ROOM);
        let texts = one_line(
            self.shaper,
            &format!("{number} "),
            NOTE,
            Side::Left,
            at,
            Some(tag),
        );
        texts
            .into_iter()
            .map(|text| text.lowered(NOTE.baseline()))
            .collect()
    }
}

/// Leaves only the first mention of each note as the one that calls it, and makes that a place to come back to.
pub(crate) fn mark_first_mentions<'a>(strips: impl Iterator<Item = &'a mut Strip>) {
    let mut seen = BTreeSet::new();
    for strip in strips {
        strip.calls.retain(|number| seen.insert(*number));
        let mention =
            |number: &usize| Anchor::place(mention_id(*number), format!("the mention of note {number}"));
        let places: Vec<Anchor> = strip.calls.iter().map(mention).collect();
        strip.anchors.extend(places);
    }
}
