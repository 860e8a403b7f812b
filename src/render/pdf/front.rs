//! What stands before the body: the cover with its band, and the contents with page numbers, dots and links.

use crate::render::pdf::document::{Block, Definition, Inlines, Side, Span, Table, Target, is_blank, plain};
use crate::render::pdf::feet::{Feet, Want};
use crate::render::pdf::flow::{Flowed, ROOM, Strip, Tie, first_reach, flow};
use crate::render::pdf::layout::{Below, Layout, Place, body};
use crate::render::pdf::marks::one_line;
use crate::render::pdf::pages::{Anchor, Area, Form, Page, Role, Shape, TagId, Tags, Text};
use crate::render::pdf::style::{
    BOTTOM, CONTENTS, ENTRY, FACTS, Ink, LEFT, PAGE_WIDTH, SUBENTRY, SUBTITLE, Setting, TITLE, TOP, WIDTH,
};
use crate::render::pdf::text::Shaper;

/// A first paragraph no longer than this is the subtitle on the band.
const LONGEST_SUBTITLE: usize = 160;
/// Top of the title on the band.
const TITLE_TOP: f32 = 96.0;
/// Space between the band and what stands below.
const BELOW_BAND: f32 = 34.0;
/// Contents are made from this number of sections and subsections on.
const ENOUGH_FOR_CONTENTS: usize = 4;
/// Contents no higher than this have the body on their page.
const LOW_CONTENTS: f32 = ROOM * 0.4;
/// Space between them and the body.
const BELOW_CONTENTS: f32 = 44.0;
/// Room for page numbers in the contents.
const NUMBER_ROOM: f32 = 36.0;

/// A cover before it is known what else stands on its page.
pub(crate) struct Cover {
    /// What stands below the band.
    pub(crate) strips: Vec<Strip>,
    band: Vec<Text>,
    bottom: f32,
    anchor: Anchor,
}

/// Lays out the cover: the title on a band of colour, the other blocks below it.
pub(crate) fn cover(shaper: &mut Shaper, tags: &mut Tags, blocks: &[Block], title: &str) -> Cover {
    let given = blocks
        .first()
        .and_then(Block::as_heading)
        .filter(|heading| heading.level == 1);
    let id = given.map_or(String::new(), |heading| heading.id.clone());
    let heading = given.map_or(vec![Span::plain(title)], |heading| heading.text.clone());
    let rest = &blocks[usize::from(given.is_some())..];
    let is_short = |text: &&Inlines| plain(text).len() <= LONGEST_SUBTITLE;
    let given = rest.first().and_then(Block::as_paragraph).filter(is_short);
    let subtitle = given.cloned().unwrap_or_default();
    let rest = &rest[usize::from(given.is_some())..];
    let mut layout = Layout::new(shaper, tags);
    let (band, bottom) = layout.band(&heading, &subtitle);
    layout.cover_blocks(rest);
    let mut strips = layout.strips;
    strips.splice(0..0, mentioned_on_band(&band));
    Cover {
        strips,
        band,
        bottom,
        anchor: Anchor {
            id,
            level: 1,
            title: plain(&heading),
            language: None,
            page: 0,
            y: 0.0,
        },
    }
}

impl Cover {
    /// Returns whether the body fits below what the cover says, so that one page is enough.
    pub(crate) fn has_room_for(&self, body: &[Strip], feet: &Feet) -> bool {
        let strips = self.strips.iter().chain(body);
        let want = strips.fold(Want::default(), |want, strip| {
            want.before(strip.gap, feet.want(strip))
        });
        let whole = Want {
            notes: want.whole_notes,
            ..want
        };
        self.bottom + BELOW_BAND + whole.height() <= BOTTOM
    }

    /// Returns the cover's page, or pages.
    pub(crate) fn flow(self, feet: &mut Feet) -> Flowed {
        let mut flowed = flow(self.strips, self.bottom + BELOW_BAND, feet);
        if flowed.pages.is_empty() {
            flowed.pages.push(Page::default());
        }
        let first = &mut flowed.pages[0];
        first.shapes.splice(0..0, ground(self.bottom));
        // The title is read first, so pictures come after its texts too.
        let n_texts = self.band.len();
        first
            .figures
            .iter_mut()
            .for_each(|figure| figure.n_before += n_texts);
        first.texts.splice(0..0, self.band);
        flowed.anchors.insert(0, self.anchor);
        flowed
    }
}

// Notes are called by strips, and the band has none.
fn mentioned_on_band(band: &[Text]) -> Option<Strip> {
    let calls: Vec<usize> = band.iter().filter_map(|text| text.note).collect();
    (!calls.is_empty()).then(|| Strip {
        calls,
        ..Strip::default()
    })
}

fn ground(bottom: f32) -> [Shape; 2] {
    let shape = |y, height, ink| Shape {
        form: Form::Filled,
        ink,
        area: Area {
            x: 0.0,
            y,
            width: PAGE_WIDTH,
            height,
        },
    };
    [shape(0.0, bottom, Ink::Accent), shape(bottom, 4.0, Ink::Hairline)]
}

impl Layout<'_> {
    fn cover_blocks(&mut self, blocks: &[Block]) {
        let place = Place {
            setting: FACTS,
            ..body(LEFT, WIDTH)
        };
        for block in blocks {
            if let Block::Definitions(definitions) = block
                && is_simple(definitions)
            {
                self.table(&facts(definitions), &place);
            } else {
                self.blocks(std::slice::from_ref(block), &place);
            }
        }
    }

    // The texts on the band and its bottom edge; a very long title takes no more than most of the page.
    fn band(&mut self, title: &Inlines, subtitle: &Inlines) -> (Vec<Text>, f32) {
        let place = body(LEFT, WIDTH);
        let tag = self
            .tags
            .add(Role::Heading(1, plain(title).chars().take(300).collect()), None);
        let mut strips = Vec::new();
        for size in [TITLE.size, 24.0, 16.0, 10.0, 6.0, 4.0, 2.0] {
            let setting = Setting {
                size,
                leading: size * 1.2,
                ..TITLE
            };
            strips = self.text(title, setting, &place, tag);
            if strips.iter().map(|strip| strip.height).sum::<f32>() < 260.0 {
                break;
            }
        }
        if !is_blank(subtitle) {
            let tag = self.tags.add(Role::Paragraph, None);
            let mut lines = self.text(subtitle, SUBTITLE, &place, tag);
            if let Some(first) = lines.first_mut() {
                first.gap = 10.0;
            }
            strips.extend(lines);
        }
        let mut y = TITLE_TOP;
        let mut texts = Vec::new();
        for strip in strips {
            y += strip.gap;
            texts.extend(strip.texts.into_iter().map(|text| text.lowered(y)));
            y += strip.height;
        }
        (texts, y + 34.0)
    }
}

fn is_simple(definitions: &[Definition]) -> bool {
    definitions.iter().all(|definition| {
        matches!(definition.meanings.as_slice(), [meaning] if matches!(meaning.as_slice(), [Block::Paragraph(_)]))
    })
}

// Terms with one line of meaning each read best as two columns.
fn facts(definitions: &[Definition]) -> Table {
    let rows = definitions.iter().map(|definition| {
        let meaning = definition.meanings.iter().flatten().find_map(Block::as_paragraph);
        vec![definition.term.clone(), meaning.cloned().unwrap_or_default()]
    });
    Table {
        sides: vec![Side::Left; 2],
        head: vec![Inlines::new(); 2],
        rows: rows.collect(),
    }
}

/// Where contents are set, and for what.
pub(crate) struct Contents<'a> {
    /// Shapes the text.
    pub(crate) shaper: &'a mut Shaper,
    /// Collects what the text is.
    pub(crate) tags: &'a mut Tags,
    /// Collects where the entries lead.
    pub(crate) links: &'a mut Vec<Option<Target>>,
    /// How many pages stand before.
    pub(crate) n_before: usize,
}

impl Contents<'_> {
    /// Flows the body behind its contents, or below them where they leave most of a page free. A body of few sections
    /// has none.
    pub(crate) fn before(self, strips: Vec<Strip>, feet: &mut Feet) -> Flowed {
        let anchors: Vec<Anchor> = strips.iter().flat_map(|strip| strip.anchors.clone()).collect();
        if entries(&anchors).count() < ENOUGH_FOR_CONTENTS {
            return flow(strips, TOP, feet);
        }
        // The numbers do not change the length of the contents, so a trial tells where the body begins.
        let trial = contents(self.shaper, &mut Tags::default(), &mut Vec::new(), &anchors, 0);
        let height: f32 = trial.iter().map(|strip| strip.gap + strip.height).sum();
        let below = TOP + height + BELOW_CONTENTS;
        if height <= LOW_CONTENTS && below + first_reach(&strips, feet) <= BOTTOM {
            let body = flow(strips, below, feet);
            return self.flow(&body.anchors, 0).above(body);
        }
        let n_pages = flow(trial, TOP, &mut Feet::default()).pages.len();
        let body = flow(strips, TOP, feet);
        self.flow(&body.anchors, n_pages).before(body)
    }

    fn flow(self, anchors: &[Anchor], n_pages: usize) -> Flowed {
        let first_page = self.n_before + n_pages;
        let strips = contents(self.shaper, self.tags, self.links, anchors, first_page);
        flow(strips, TOP, &mut Feet::default())
    }
}

fn entries(anchors: &[Anchor]) -> impl Iterator<Item = &Anchor> {
    anchors.iter().filter(|anchor| matches!(anchor.level, 2 | 3))
}

// Lays out the contents of the sections and subsections; the entries' links are added to `links`.
fn contents(
    shaper: &mut Shaper,
    tags: &mut Tags,
    links: &mut Vec<Option<Target>>,
    anchors: &[Anchor],
    first_page: usize,
) -> Vec<Strip> {
    let mut layout = Layout::new(shaper, tags);
    layout.contents_title();
    let tag = layout.tags.add(Role::Contents, None);
    for anchor in entries(anchors) {
        links.push(Some(Target::Anchor(anchor.id.clone())));
        let entry = layout.tags.add(Role::Entry, Some(tag));
        let reference = layout.tags.add(Role::Reference, Some(entry));
        let link = layout.tags.add(Role::Link(links.len() - 1), Some(reference));
        let page = (first_page + anchor.page + 1).to_string();
        layout.entry(anchor, &page, link);
    }
    layout.strips
}

impl Layout<'_> {
    fn contents_title(&mut self) {
        let title = self.shaper.words.say("pdf-contents");
        let role = Role::Heading(2, title.clone());
        let tag = self.tags.add(role, None);
        let place = body(LEFT, WIDTH);
        let mut strips = self.text(&[Span::plain(title)], CONTENTS, &place, tag);
        strips.iter_mut().for_each(|strip| strip.tie = Tie::Next);
        self.add(strips, &place, 0.0);
        self.below = Below::Exactly(16.0);
    }

    fn entry(&mut self, anchor: &Anchor, page: &str, link: TagId) {
        let (setting, indent, gap) = match anchor.level {
            2 => (ENTRY, 0.0, 9.0),
            _ => (SUBENTRY, 22.0, 2.5),
        };
        let place = Place {
            x: LEFT + indent,
            width: WIDTH - indent - NUMBER_ROOM,
            ..body(LEFT, WIDTH)
        };
        let (number, title) = split_number(&anchor.title);
        let room = match (number, anchor.level) {
            ("", _) => 0.0,
            (_, 2) => 22.0,
            (_, _) => 30.0,
        };
        let mut strips = self.text(
            &[Span {
                language: anchor.language.clone(),
                ..Span::plain(format!("{title} "))
            }],
            setting,
            &place.inside(room, link),
            link,
        );
        let mut label = Vec::new();
        if !number.is_empty() {
            let quiet = setting.with_ink(Ink::Quiet);
            let number = format!("{number} ");
            label = one_line(
                self.shaper,
                &number,
                quiet,
                Side::Left,
                (place.x, room),
                Some(link),
            );
        }
        let at = (LEFT + WIDTH - NUMBER_ROOM, NUMBER_ROOM);
        let page = one_line(self.shaper, page, setting, Side::Right, at, Some(link));
        if let Some(first) = strips.first_mut() {
            let lowered = label.into_iter().map(|text| text.lowered(setting.baseline()));
            first.texts.splice(0..0, lowered);
        }
        if let Some(last) = strips.last_mut() {
            last.shapes.extend(dots(last, &page, setting));
            last.texts
                .extend(page.into_iter().map(|text| text.lowered(setting.baseline())));
        }
        let n_strips = strips.len();
        strips
            .iter_mut()
            .take(n_strips.saturating_sub(1))
            .for_each(|strip| strip.tie = Tie::Next);
        self.add(strips, &place, gap);
    }
}

fn dots(strip: &Strip, page: &[Text], setting: Setting) -> Option<Shape> {
    let from = strip.texts.last()?.area().right() + 6.0;
    let to = page.first()?.x - 5.0;
    (to - from > 8.0).then_some(Shape {
        form: Form::Dots,
        ink: Ink::Quiet,
        area: Area {
            x: from,
            y: 0.0,
            width: to - from,
            height: setting.baseline() - 0.5,
        },
    })
}

fn split_number(title: &str) -> (&str, &str) {
    match title.split_once(' ') {
        Some((number, rest)) if number.chars().all(|c| c.is_ascii_digit() || c == '.') => (number, rest),
        _ => ("", title),
    }
}
