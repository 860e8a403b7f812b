//! Lists: bullets, numbers and boxes of tasks, and terms with their meanings. Numbers are those of the word processor, so
//! that an item that is added counts.

use crate::render::docx::blocks::{INDENT, Lead, Place};
use crate::render::docx::writer::{NAMESPACES, Writer};
use crate::render::office::xml::Xml;
use crate::render::pdf::document::{Block, Definition, Item, List};

/// The list of all bullets; numbered lists follow it.
const BULLETS: usize = 1;
/// How many levels a list may have (ECMA-376, part 1, 17.9.6).
const LEVELS: usize = 9;
/// What stands before an item, by level.
const SIGNS: [&str; 3] = ["•", "–", "▪"];

impl Writer<'_> {
    /// Writes a list.
    pub(crate) fn list(&mut self, list: &List, place: Place) {
        let number = match list.first {
            None => BULLETS,
            Some(first) => {
                self.lists.push(first);
                BULLETS + self.lists.len()
            }
        };
        let style = match place.style {
            "Normal" => "ListParagraph",
            style => style,
        };
        for item in &list.items {
            self.item(item, number, place.inside(style));
        }
    }

    fn item(&mut self, item: &Item, list: usize, place: Place) {
        let lead = item.task.map_or(Lead::Label(list), Lead::Box);
        let below = Place {
            n_lists: place.n_lists + 1,
            ..place
        };
        match item.blocks.split_first() {
            Some((Block::Paragraph(text), rest)) => {
                self.paragraph(text, place, lead);
                self.blocks(rest, below);
            }
            Some(_) | None => {
                self.paragraph(&[], place, lead);
                self.blocks(&item.blocks, below);
            }
        }
    }

    /// Writes of which list a paragraph is an item.
    pub(crate) fn label(&mut self, list: usize, level: usize) {
        self.open("w:numPr", &[]);
        self.value("w:ilvl", &level.min(LEVELS - 1).to_string());
        self.value("w:numId", &list.to_string());
        self.close();
    }

    /// Writes terms with their meanings.
    pub(crate) fn definitions(&mut self, definitions: &[Definition], place: Place) {
        for definition in definitions {
            let term = Place {
                style: "Term",
                ..place
            };
            self.paragraph(&definition.term, term, Lead::None);
            for meaning in &definition.meanings {
                self.blocks(meaning, place.inside(place.style));
            }
        }
    }

    /// Returns the part that says how lists count. Every numbered list begins anew.
    pub(crate) fn numbering(&self) -> Vec<u8> {
        let mut xml = Xml::document();
        xml.open("w:numbering", NAMESPACES);
        // All that is counted comes before what counts (17.9.16).
        levels(&mut xml, "0", Kind::Bullets);
        levels(&mut xml, "1", Kind::Numbers);
        instance(&mut xml, BULLETS, "0", None);
        for (at, first) in self.lists.iter().enumerate() {
            instance(&mut xml, BULLETS + 1 + at, "1", Some(*first));
        }
        xml.finish()
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Bullets,
    Numbers,
}

fn levels(xml: &mut Xml, id: &str, kind: Kind) {
    xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
    xml.empty("w:multiLevelType", &[("w:val", "hybridMultilevel")]);
    for level in 0..LEVELS {
        let (format, sign) = match kind {
            Kind::Bullets => ("bullet", SIGNS[level % SIGNS.len()].to_owned()),
            Kind::Numbers => ("decimal", format!("%{}.", level + 1)),
        };
        let left = (INDENT * (level as u32 + 1)).to_string();
        xml.open("w:lvl", &[("w:ilvl", &level.to_string())]);
        xml.empty("w:start", &[("w:val", "1")]);
        xml.empty("w:numFmt", &[("w:val", format)]);
        xml.empty("w:lvlText", &[("w:val", &sign)]);
        xml.empty("w:lvlJc", &[("w:val", "left")]);
        xml.open("w:pPr", &[]);
        xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &INDENT.to_string())]);
        xml.close();
        xml.close();
    }
    xml.close();
}

fn instance(xml: &mut Xml, number: usize, levels: &str, first: Option<u64>) {
    xml.open("w:num", &[("w:numId", &number.to_string())]);
    xml.empty("w:abstractNumId", &[("w:val", levels)]);
    if let Some(first) = first {
        let first = first.to_string();
        for level in 0..LEVELS {
            xml.open("w:lvlOverride", &[("w:ilvl", &level.to_string())]);
            xml.empty("w:startOverride", &[("w:val", &first)]);
            xml.close();
        }
    }
    xml.close();
}
