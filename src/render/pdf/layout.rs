//! Blocks become strips: headings, paragraphs, code, quotes and callouts. Lists and tables have files of their
//! own. Every strip knows what it says (tags) and whether it may be parted from the next (ties).

use crate::render::chart::Drawing;
use crate::render::pdf::document::{Block, Callout, Heading, Inlines, Look, Mark, Span, language, plain};
use crate::render::pdf::flow::{Band, ROOM, Strip, Tie};
use crate::render::pdf::fonts::Weight;
use crate::render::pdf::marks::{decoration, hairline};
use crate::render::pdf::numbers::Numbers;
use crate::render::pdf::pages::{Anchor, Role, TagId, Tags};
use crate::render::pdf::style::{BODY, CODE, Ink, Setting, above_heading, below_heading, heading};
use crate::render::pdf::text::Shaper;
use crate::render::pdf::ties::{follows_closely, tie_edges};
use std::sync::Arc;

/// Space between paragraphs.
pub(crate) const PARAGRAPH_GAP: f32 = 7.5;
/// Space around what stands apart: tables, code, callouts.
pub(crate) const BLOCK_GAP: f32 = 11.0;
/// Space inside a coloured ground, above and below.
const PADDING: f32 = 7.0;
/// Callouts and code no higher than this are never cut.
const KEPT_WHOLE: f32 = 170.0;
/// The longest title that bookmarks and tags carry.
const LONGEST_TITLE: usize = 300;

/// Turns blocks into strips.
pub(crate) struct Layout<'a> {
    /// Shapes the text.
    pub(crate) shaper: &'a mut Shaper,
    /// Collects what the text is.
    pub(crate) tags: &'a mut Tags,
    /// The strips so far.
    pub(crate) strips: Vec<Strip>,
    /// Numbers of the headings.
    pub(crate) numbers: Numbers,
    /// The pictures that the blocks show, by number.
    pub(crate) drawings: &'a [Drawing],
    /// What the last block says about the space below it.
    pub(crate) below: Below,
    /// The height of a page for these strips.
    pub(crate) room: f32,
    n_open_bands: usize,
    last_level: u8,
}

/// What a block says about the space below it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) enum Below {
    /// The next block decides.
    #[default]
    Open,
    /// So much, as below a heading.
    Exactly(f32),
    /// So much or more, as below a table.
    AtLeast(f32),
}

/// Where blocks stand and how they are set.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Left edge.
    pub(crate) x: f32,
    /// Width.
    pub(crate) width: f32,
    /// The tag around the blocks.
    pub(crate) parent: Option<TagId>,
    /// How paragraphs are set.
    pub(crate) setting: Setting,
    /// Grounds and bars around.
    pub(crate) bands: Vec<Band>,
}

impl Place {
    /// Returns the same place, moved in from the left and inside a tag.
    pub(crate) fn inside(&self, indent: f32, parent: TagId) -> Self {
        Self {
            x: self.x + indent,
            width: self.width - indent,
            parent: Some(parent),
            ..self.clone()
        }
    }
}

impl<'a> Layout<'a> {
    /// Returns a layout without strips.
    pub(crate) fn new(shaper: &'a mut Shaper, tags: &'a mut Tags) -> Self {
        Self {
            shaper,
            tags,
            strips: Vec::new(),
            numbers: Numbers::none(),
            drawings: &[],
            below: Below::Open,
            room: ROOM,
            n_open_bands: 0,
            last_level: 1,
        }
    }

    /// Lays out blocks one below the other.
    pub(crate) fn blocks(&mut self, blocks: &[Block], place: &Place) {
        for (at, block) in blocks.iter().enumerate() {
            let n_before = self.strips.len();
            self.block(block, place);
            let n_lines = self.strips.len() - n_before;
            if follows_closely(&blocks[..=at], n_lines, blocks.get(at + 1)) {
                self.tie_last();
            }
        }
    }

    fn block(&mut self, block: &Block, place: &Place) {
        match block {
            Block::Heading(heading) => self.heading(heading, place),
            Block::Paragraph(text) => self.paragraph(text, place, PARAGRAPH_GAP),
            Block::Code(code) => self.code(code, place),
            Block::Rule => self.rule(place),
            Block::Quote(blocks) => self.quote(blocks, place),
            Block::Callout(kind, blocks) => self.callout(*kind, blocks, place),
            Block::List(list) => self.list(list, place),
            Block::Definitions(definitions) => self.definitions(definitions, place),
            Block::Table(table) => self.table(table, place),
            Block::Figure(number) => self.figure(*number, place),
        }
    }

    /// Lays out a paragraph.
    pub(crate) fn paragraph(&mut self, text: &Inlines, place: &Place, gap: f32) {
        let tag = self.tags.add(Role::Paragraph, place.parent);
        let mut strips = self.text(text, place.setting, place, tag);
        tie_edges(&mut strips);
        self.add(strips, place, gap);
    }

    fn heading(&mut self, title: &Heading, place: &Place) {
        let number = self.numbers.next(title.level);
        let words: String = plain(&title.text).chars().take(LONGEST_TITLE).collect();
        // A level must not be skipped (ISO 14289-1, 7.4.2), whatever the Markdown does.
        self.last_level = title.level.clamp(1, self.last_level + 1);
        let role = Role::Heading(self.last_level, words.clone());
        let tag = self.tags.add(role, place.parent);
        let setting = heading(title.level);
        let mut label = Vec::new();
        let mut indent = 0.0;
        if let Some(number) = &number {
            let shaped = self
                .shaper
                .shape_plain(&format!("{number} "), setting.with_ink(Ink::Quiet));
            indent = shaped.measure().most + setting.size * 0.55;
            for line in shaped.lines(place.width) {
                label.extend(shaped.place(&line, place.x, setting.baseline(), &[tag]));
            }
        }
        let mut strips = self.text(&title.text, setting, &place.inside(indent, tag), tag);
        if let Some(first) = strips.first_mut() {
            first.texts.splice(0..0, label);
            first.anchors.push(Anchor {
                id: title.id.clone(),
                level: title.level,
                title: number.map_or(words.clone(), |number| format!("{number} {words}")),
                language: language(&title.text),
                page: 0,
                y: 0.0,
            });
        }
        strips.iter_mut().for_each(|strip| strip.tie = Tie::Next);
        // A heading right below another one still needs some air.
        let above = above_heading(title.level);
        if let Below::Exactly(gap) = self.below {
            self.below = Below::Exactly(gap.max(above * 0.45));
        }
        self.add(strips, place, above);
        self.below = Below::Exactly(below_heading(title.level));
    }

    fn code(&mut self, code: &str, place: &Place) {
        let spans = [Span {
            text: code.trim_end().replace('\t', "    "),
            look: Look {
                code: true,
                ..Look::default()
            },
            ..Span::default()
        }];
        // Code blocks are set at their own size, which already allows for the wider typeface.
        let setting = Setting {
            size: CODE.size / 0.92,
            ..CODE
        };
        let outer = self.tags.add(Role::Paragraph, place.parent);
        let inner = Place {
            width: place.width - 18.0,
            ..place.inside(9.0, outer)
        };
        let inner = on_ground(inner, place, &[(place.x, place.width, Ink::CodeTint)]);
        let first = self.open_ground(&inner);
        let mut strips = self.text(&spans, setting, &inner, outer);
        tie_edges(&mut strips);
        self.add(strips, &inner, 0.0);
        self.close_ground(first, &inner, place);
    }

    fn rule(&mut self, place: &Place) {
        let strip = Strip {
            height: 1.0,
            shapes: vec![hairline(place.x, 0.0, place.width)],
            ..Strip::default()
        };
        self.add(vec![strip], place, 14.0);
        self.below = Below::AtLeast(14.0);
    }

    fn quote(&mut self, blocks: &[Block], place: &Place) {
        let tag = self.tags.add(Role::Quote, place.parent);
        let inner = on_ground(place.inside(15.0, tag), place, &[(place.x, 2.0, Ink::Hairline)]);
        self.below = Below::Exactly(self.gap(PARAGRAPH_GAP));
        self.blocks(blocks, &inner);
        self.close_bands(place);
    }

    fn callout(&mut self, kind: Callout, blocks: &[Block], place: &Place) {
        let tag = self.tags.add(Role::Group, place.parent);
        let (ink, ground) = match kind.is_alert() {
            true => (Ink::Alert, Ink::AlertTint),
            false => (Ink::Accent, Ink::Tint),
        };
        let inner = Place {
            width: place.width - 28.0,
            ..place.inside(15.0, tag)
        };
        let bands = [(place.x, place.width, ground), (place.x, 3.0, ink)];
        let inner = on_ground(inner, place, &bands);
        let first = self.open_ground(&inner);
        let title = self.tags.add(Role::Paragraph, Some(tag));
        let setting = place.setting.with_weight(Weight::SemiBold).with_ink(ink);
        let mut strips = self.text(
            &[Span::plain(self.shaper.words.say(kind.phrase()))],
            setting,
            &inner,
            title,
        );
        strips.iter_mut().for_each(|strip| strip.tie = Tie::Next);
        self.add(strips, &inner, 0.0);
        self.below = Below::Exactly(1.5);
        self.blocks(blocks, &inner);
        self.close_ground(first, &inner, place);
    }

    // Starts a coloured ground with some space; returns the number of its first strip.
    fn open_ground(&mut self, inner: &Place) -> usize {
        let first = self.strips.len();
        self.add(vec![padding(Tie::Next)], inner, BLOCK_GAP);
        first
    }

    // Ends a coloured ground with some space; it stays on one page unless it is long.
    fn close_ground(&mut self, first: usize, inner: &Place, outer: &Place) {
        let strips = &mut self.strips[first..];
        let height: f32 = strips.iter().map(|strip| strip.gap + strip.height).sum();
        if height < KEPT_WHOLE {
            strips.iter_mut().for_each(|strip| strip.tie = Tie::Next);
        }
        self.tie_last();
        self.below = Below::Exactly(0.0);
        self.add(vec![padding(Tie::Loose)], inner, 0.0);
        self.close_bands(outer);
        self.below = Below::AtLeast(BLOCK_GAP);
    }

    // The space above a block that wants so much of it.
    fn gap(&mut self, wanted: f32) -> f32 {
        match std::mem::take(&mut self.below) {
            Below::Open => wanted,
            Below::Exactly(gap) => gap,
            Below::AtLeast(gap) => gap.max(wanted),
        }
    }

    /// Adds strips below the others, with a gap above the first.
    pub(crate) fn add(&mut self, mut strips: Vec<Strip>, place: &Place, gap: f32) {
        let Some(first) = strips.first_mut() else {
            return;
        };
        first.gap = self.gap(gap);
        for mut strip in strips {
            strip.calls = strip.texts.iter().filter_map(|text| text.note).collect();
            strip.bands.clone_from(&place.bands);
            strip.n_open_bands = self.n_open_bands.min(place.bands.len());
            self.n_open_bands = place.bands.len();
            self.strips.push(strip);
        }
    }

    /// Ends the containers inside `place`: what follows must not be drawn on their ground.
    pub(crate) fn close_bands(&mut self, place: &Place) {
        self.n_open_bands = self.n_open_bands.min(place.bands.len());
    }

    /// Keeps the last strip on one page with what follows.
    pub(crate) fn tie_last(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.tie = Tie::Next;
        }
    }

    /// Sets text in lines, one strip each, with tags for its links and code. Words of headings are not broken.
    pub(crate) fn text(&mut self, text: &[Span], setting: Setting, place: &Place, tag: TagId) -> Vec<Strip> {
        let tags = self.span_tags(text, tag);
        let mut shaped = self.shaper.shape(text, setting);
        if setting.weight != Weight::Regular && shaped.measure().least <= place.width {
            Arc::make_mut(&mut shaped).leave_words_whole();
        }
        let lines = shaped.lines(place.width);
        let strip = |line| {
            let mut texts = shaped.place(line, place.x, setting.baseline(), &tags);
            let room = (place.x, place.x + place.width);
            texts.iter_mut().for_each(|text| text.room = room);
            Strip {
                height: setting.leading,
                shapes: texts.iter().flat_map(decoration).collect(),
                texts,
                ..Strip::default()
            }
        };
        lines.iter().map(strip).collect()
    }

    /// Returns the tag of each span: the paragraph's own, or one below it for another language, a link, a note's
    /// mark or code.
    pub(crate) fn span_tags(&mut self, text: &[Span], tag: TagId) -> Vec<TagId> {
        let mut tags = Vec::with_capacity(text.len());
        let mut before: Option<(usize, TagId)> = None;
        let mut passage = (None, tag);
        for span in text {
            if span.language.as_deref() != passage.0 {
                passage = self.passage(span.language.as_deref(), tag);
                before = None;
            }
            let tag = passage.1;
            let own = match (span.link, before) {
                (Some(link), Some((same, own))) if link == same => own,
                (Some(link), _) if span.mark != Mark::Plain => {
                    let reference = self.tags.add(Role::Reference, Some(tag));
                    self.tags.add(Role::Link(link), Some(reference))
                }
                (Some(link), _) => self.tags.add(Role::Link(link), Some(tag)),
                (None, _) if span.look.code => self.tags.add(Role::Code, Some(tag)),
                (None, _) => tag,
            };
            before = span.link.map(|link| (link, own));
            tags.push(own);
        }
        tags
    }

    fn passage<'s>(&mut self, language: Option<&'s str>, tag: TagId) -> (Option<&'s str>, TagId) {
        let own = language.map_or(tag, |language| {
            self.tags.add(Role::Passage(language.to_owned()), Some(tag))
        });
        (language, own)
    }
}

fn padding(tie: Tie) -> Strip {
    Strip {
        height: PADDING,
        tie,
        ..Strip::default()
    }
}

fn on_ground(inner: Place, outer: &Place, bands: &[(f32, f32, Ink)]) -> Place {
    let own = bands.iter().map(|(x, width, ink)| Band {
        x: *x,
        width: *width,
        ink: *ink,
    });
    Place {
        bands: outer.bands.iter().copied().chain(own).collect(),
        ..inner
    }
}

/// How running text of the body is set.
pub(crate) fn body(x: f32, width: f32) -> Place {
    Place {
        x,
        width,
        parent: None,
        setting: BODY,
        bands: Vec::new(),
    }
}
