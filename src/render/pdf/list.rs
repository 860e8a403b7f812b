//! Lists become strips: bullets, numbers, task boxes, and terms with their meanings.

use crate::render::pdf::document::{Block, Definition, Item, List, Side, Task, is_blank};
use crate::render::pdf::flow::{Strip, Tie};
use crate::render::pdf::fonts::Weight;
use crate::render::pdf::layout::{Below, Layout, PARAGRAPH_GAP, Place};
use crate::render::pdf::marks::one_line;
use crate::render::pdf::pages::{Role, TagId, Text};
use crate::render::pdf::style::Ink;

/// Space between the items of a list.
const ITEM_GAP: f32 = 3.0;
/// Room for a bullet.
const BULLET_ROOM: f32 = 14.0;

impl Layout<'_> {
    /// Lays out a list.
    pub(crate) fn list(&mut self, list: &List, place: &Place) {
        let role = if list.first.is_some() {
            Role::Numbers
        } else {
            Role::Bullets
        };
        let tag = self.tags.add(role, place.parent);
        let room = self.label_room(list, place);
        let mut gap = if place.bands.is_empty() { 5.0 } else { ITEM_GAP };
        for (at, item) in list.items.iter().enumerate() {
            let label = label(list, item, at);
            self.item(item, &label, room, tag, place, gap);
            gap = ITEM_GAP;
        }
    }

    fn label_room(&mut self, list: &List, place: &Place) -> f32 {
        let Some(first) = list.first else {
            return BULLET_ROOM;
        };
        let last = first.saturating_add(list.items.len() as u64);
        let shaped = self.shaper.shape_plain(&format!("{last}."), place.setting);
        (shaped.measure().most + 6.0).max(BULLET_ROOM)
    }

    fn item(&mut self, item: &Item, label: &str, room: f32, list: TagId, place: &Place, gap: f32) {
        let tag = self.tags.add(Role::Item, Some(list));
        let label_tag = self.tags.add(Role::Label, Some(tag));
        let body = self.tags.add(Role::Body, Some(tag));
        let setting = place.setting.with_ink(Ink::Accent);
        let label: Vec<Text> = one_line(
            self.shaper,
            &format!("{label} "),
            setting,
            Side::Left,
            (place.x, room),
            Some(label_tag),
        )
        .into_iter()
        .map(|text| text.lowered(setting.baseline()))
        .collect();
        let inner = place.inside(room, body);
        let first = self.strips.len();
        match item.blocks.split_first() {
            Some((Block::Paragraph(text), rest)) => {
                self.paragraph(text, &inner, gap);
                if let Some(strip) = self.strips.get_mut(first) {
                    strip.texts.splice(0..0, label);
                }
                self.blocks(rest, &inner);
            }
            _ => {
                let strip = Strip {
                    height: setting.leading,
                    texts: label,
                    tie: Tie::Next,
                    ..Strip::default()
                };
                self.add(vec![strip], place, gap);
                self.below = Below::Exactly(ITEM_GAP);
                self.blocks(&item.blocks, &inner);
            }
        }
    }

    /// Lays out terms with their meanings.
    pub(crate) fn definitions(&mut self, definitions: &[Definition], place: &Place) {
        let tag = self.tags.add(Role::Unmarked, place.parent);
        for definition in definitions {
            let item = self.tags.add(Role::Item, Some(tag));
            let label = self.tags.add(Role::Label, Some(item));
            let body = self.tags.add(Role::Body, Some(item));
            if !is_blank(&definition.term) {
                let setting = place.setting.with_weight(Weight::SemiBold);
                let mut strips = self.text(&definition.term, setting, place, label);
                strips.iter_mut().for_each(|strip| strip.tie = Tie::Next);
                self.add(strips, place, PARAGRAPH_GAP);
                self.below = Below::Exactly(1.0);
            }
            for meaning in &definition.meanings {
                self.blocks(meaning, &place.inside(BULLET_ROOM, body));
            }
        }
    }
}

fn label(list: &List, item: &Item, at: usize) -> String {
    match (item.task, list.first) {
        (Some(Task::Open), _) => "☐".to_owned(),
        (Some(Task::Done), _) => "☑".to_owned(),
        (None, Some(first)) => format!("{}.", first.saturating_add(at as u64)),
        (None, None) => "•".to_owned(),
    }
}
