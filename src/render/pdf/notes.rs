//! Notes stand together after the body, each with the number that the text carries.

use crate::render::pdf::addresses::note_id;
use crate::render::pdf::document::{Block, Side, Span};
use crate::render::pdf::flow::{Strip, Tie};
use crate::render::pdf::fonts::Weight;
use crate::render::pdf::layout::{Below, Layout, Place, body};
use crate::render::pdf::marks::{hairline, one_line};
use crate::render::pdf::pages::{Anchor, Role, Text};
use crate::render::pdf::style::{Ink, LEFT, NOTE, WIDTH, words};

/// Room for the number of a note.
const NUMBER_ROOM: f32 = 20.0;

impl Layout<'_> {
    /// Lays out the notes.
    pub(crate) fn notes(&mut self, notes: &[Vec<Block>]) {
        let place = Place {
            setting: NOTE,
            ..body(LEFT, WIDTH)
        };
        self.notes_title(&place);
        for (at, blocks) in notes.iter().enumerate() {
            self.note(at + 1, blocks, &place);
        }
    }

    fn notes_title(&mut self, place: &Place) {
        let tag = self.tags.add(Role::Paragraph, None);
        let setting = NOTE.with_weight(Weight::SemiBold).with_ink(Ink::Accent);
        let mut strips = self.text(&[Span::plain(words::NOTES)], setting, place, tag);
        if let Some(first) = strips.first_mut() {
            first.shapes.push(hairline(LEFT, -6.0, WIDTH * 0.3));
        }
        strips.iter_mut().for_each(|strip| strip.tie = Tie::Next);
        self.below = Below::Open;
        self.add(strips, place, 30.0);
        self.below = Below::Exactly(3.0);
    }

    fn note(&mut self, number: usize, blocks: &[Block], place: &Place) {
        let tag = self.tags.add(Role::Note, None);
        let label_tag = self.tags.add(Role::Label, Some(tag));
        let at = (place.x, NUMBER_ROOM);
        let label = one_line(
            self.shaper,
            &format!("{number} "),
            NOTE,
            Side::Left,
            at,
            Some(label_tag),
        );
        let label: Vec<Text> = label
            .into_iter()
            .map(|text| text.lowered(NOTE.baseline()))
            .collect();
        let first = self.strips.len();
        let inner = place.inside(NUMBER_ROOM, tag);
        if !matches!(blocks.first(), Some(Block::Paragraph(_))) {
            let strip = Strip {
                height: NOTE.leading,
                tie: Tie::Next,
                ..Strip::default()
            };
            self.add(vec![strip], place, 3.0);
        }
        self.blocks(blocks, &inner);
        if let Some(strip) = self.strips.get_mut(first) {
            strip.texts.splice(0..0, label);
            strip.anchors.push(Anchor {
                id: note_id(number),
                level: 0,
                title: format!("note {number}"),
                language: None,
                page: 0,
                y: 0.0,
            });
        }
        self.below = Below::Exactly(3.0);
    }
}
