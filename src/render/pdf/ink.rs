//! The page model becomes a PDF file that is PDF/A-3a and PDF/UA-1 at once: glyphs, tags, links, bookmarks,
//! attachments. The library checks both standards while it writes; a breach is our fault and stops the run.

use crate::failure::Failure;
use crate::render::chart::scene::Mark;
use crate::render::pdf::Dress;
use crate::render::pdf::catalog::{embed, metadata, outline, shortened, top};
use crate::render::pdf::document::Target;
use crate::render::pdf::drawing::{boxes, draw};
use crate::render::pdf::figure::Figure;
use crate::render::pdf::fonts::Font;
use crate::render::pdf::glyphs::Glyph;
use crate::render::pdf::pages::{Anchor, Area, Form, Page, Pages, Role, Shape, TagId, Tags, Text};
use crate::render::pdf::style::{Ink, PAGE_HEIGHT, PAGE_WIDTH};
use crate::render::pdf::tree::{Branch, Tree};
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target as Goal};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Quadrilateral, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, Stroke, StrokeDash};
use krilla::surface::{Location, Surface};
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope,
    Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::{Font as Typeface, Glyph as Drawn, GlyphId};
use krilla::{Document, SerializeSettings};
use std::collections::BTreeMap;
use std::num::NonZeroU16;
use std::ops::Range;

/// Of a longer document the pages are pressed as they are written: plain, those of a register of everything would fill the
/// memory, once with the library and once in its file.
const MOST_PAGES_PLAIN: usize = 500;

/// Writes the file. `document_id` is the same for the same content. Each page is let go of once it is written: of a
/// register of everything, pages and file would be held twice.
pub(crate) fn write(mut pages: Pages, dress: &Dress, document_id: String) -> Result<Vec<u8>, Failure> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| broken(format!("{error:?}")))?;
    let settings = SerializeSettings {
        configuration,
        // Whoever packs the file presses them, all with one press, and sooner than the library does.
        compress_content_streams: pages.pages.len() > MOST_PAGES_PLAIN,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    let sheets = std::mem::take(&mut pages.pages);
    let boxes = boxes(&sheets);
    let mut writer = Writer {
        typefaces: typefaces()?,
        tree: Tree::new(&pages.tags),
        tags: &pages.tags,
        links: &pages.links,
        places: places(&pages.anchors),
    };
    for page in sheets {
        writer.page(&mut document, &page)?;
    }
    let children = writer.tree.into_nodes(&pages.tags);
    document.set_tag_tree(tag_tree(children, &boxes, dress.language));
    document.set_outline(outline(&pages.anchors, dress.title));
    document.set_metadata(metadata(dress, document_id));
    for attachment in &dress.attachments {
        embed(&mut document, attachment, dress)?;
    }
    document.finish().map_err(|error| broken(reason(&error)))
}

/// Returns the failure for a file that cannot be written.
pub(crate) fn broken(message: String) -> Failure {
    Failure::Internal {
        room: "render/pdf",
        message,
    }
}

fn reason(error: &KrillaError) -> String {
    if let KrillaError::Validation(errors) = error {
        let all: Vec<String> = errors.iter().map(|(error, _)| format!("{error:?}")).collect();
        return all.join("; ");
    }
    error.to_string()
}

thread_local! {
    /// The fonts as the library wants them, read once for all documents of a thread. It counts who holds one at every glyph,
    /// and two threads that count the same one wait for each other.
    static TYPEFACES: Option<Vec<Typeface>> = {
        let fonts = Font::ALL.iter();
        fonts.map(|font| Typeface::new(font.bytes().into(), 0)).collect()
    };
}

fn typefaces() -> Result<Vec<Typeface>, Failure> {
    let all = TYPEFACES.with(Option::clone);
    all.ok_or_else(|| broken("a font in the binary cannot be read".to_owned()))
}

fn places(anchors: &[Anchor]) -> BTreeMap<&str, &Anchor> {
    anchors
        .iter()
        .map(|anchor| (anchor.id.as_str(), anchor))
        .collect()
}

struct Writer<'a> {
    typefaces: Vec<Typeface>,
    tree: Tree<Identifier>,
    tags: &'a Tags,
    links: &'a [Option<Target>],
    places: BTreeMap<&'a str, &'a Anchor>,
}

impl Writer<'_> {
    fn page(&mut self, document: &mut Document, page: &Page) -> Result<(), Failure> {
        let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT)
            .ok_or_else(|| broken("the page has no size".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        self.artifact(&mut surface, ArtifactType::Layout, |_, surface| {
            page.shapes.iter().for_each(|shape| draw_shape(surface, shape));
        });
        self.artifact(&mut surface, ArtifactType::Header, |writer, surface| {
            writer.texts(surface, &page.header);
        });
        let mut n_read = 0;
        for figure in &page.figures {
            self.tagged(&mut surface, &page.texts[n_read..figure.n_before]);
            self.figure(&mut surface, figure);
            n_read = figure.n_before;
        }
        self.tagged(&mut surface, &page.texts[n_read..]);
        self.artifact(&mut surface, ArtifactType::Footer, |writer, surface| {
            writer.texts(surface, &page.footer);
        });
        surface.finish();
        for (tag, areas) in self.link_areas(page) {
            if let Some(annotation) = self.annotation(tag, &areas) {
                let leaf = sheet.add_tagged_annotation(annotation);
                self.tree.hang(self.tags, tag, leaf);
            }
        }
        sheet.finish();
        Ok(())
    }

    fn artifact(&self, surface: &mut Surface, kind: ArtifactType, draw: impl FnOnce(&Self, &mut Surface)) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        draw(self, surface);
        surface.end_tagged();
    }

    fn tagged(&mut self, surface: &mut Surface, texts: &[Text]) {
        for texts in texts.chunk_by(is_one_piece) {
            self.piece(surface, texts);
        }
    }

    // A picture is one piece of content: its words stand in the tag, and its letters are a part of what is seen.
    fn figure(&mut self, surface: &mut Surface, figure: &Figure) {
        let leaf = surface.start_tagged(ContentTag::Other);
        surface.push_transform(&Transform::from_translate(figure.area.x, figure.area.y));
        for mark in figure.marks.iter() {
            match mark {
                Mark::Words(words) => self.texts(surface, &words.printed),
                Mark::Ground(..)
                | Mark::Outline(..)
                | Mark::Line(..)
                | Mark::Swing(..)
                | Mark::Polygon(..) => draw(surface, mark),
            }
        }
        surface.pop();
        surface.end_tagged();
        self.tree.hang(self.tags, figure.tag, leaf);
    }

    // Texts with one tag in a row are one piece of content.
    fn piece(&mut self, surface: &mut Surface, texts: &[Text]) {
        match texts.first().and_then(|text| text.tag) {
            Some(tag) => {
                let says = texts.first().and_then(|text| text.says.as_deref());
                let span = SpanTag::empty().with_actual_text(says);
                let leaf = surface.start_tagged(ContentTag::Span(span));
                self.texts(surface, texts);
                surface.end_tagged();
                self.tree.hang(self.tags, tag, leaf);
            }
            None => self.artifact(surface, ArtifactType::PaginationOther, |writer, surface| {
                writer.texts(surface, texts);
            }),
        }
    }

    fn texts(&self, surface: &mut Surface, texts: &[Text]) {
        surface.set_stroke(None);
        for text in texts {
            surface.set_fill(Some(fill(text.ink)));
            let at = Point::from_xy(text.x, text.baseline);
            let typeface = self.typefaces[text.font.number()].clone();
            surface.draw_glyphs(at, &text.glyphs, typeface, &text.text, text.size, false);
        }
    }

    fn link_areas(&self, page: &Page) -> BTreeMap<TagId, Vec<Area>> {
        let mut areas: BTreeMap<TagId, Vec<Area>> = BTreeMap::new();
        for text in &page.texts {
            if let Some(tag) = text.tag
                && matches!(self.tags.tags[tag.0].role, Role::Link(_))
            {
                areas.entry(tag).or_default().push(text.area());
            }
        }
        areas
    }

    fn annotation(&self, tag: TagId, areas: &[Area]) -> Option<Annotation> {
        let Role::Link(number) = self.tags.tags[tag.0].role else {
            return None;
        };
        let target = self.links.get(number)?.as_ref()?;
        let (goal, says) = match target {
            Target::Address(address) => {
                let action = Action::Link(LinkAction::new(address.clone()));
                (Goal::Action(action), address.clone())
            }
            // Files that were sent on alone would lead nowhere.
            Target::Document(_) => return None,
            Target::Anchor(id) => {
                let anchor = self.places.get(id.as_str())?;
                let destination = XyzDestination::new(anchor.page, Point::from_xy(0.0, top(anchor)));
                (
                    Goal::Destination(destination.into()),
                    format!("Go to {}", anchor.title),
                )
            }
        };
        let corners = areas.iter().map(|area| {
            Quadrilateral([
                Point::from_xy(area.x, area.bottom()),
                Point::from_xy(area.right(), area.bottom()),
                Point::from_xy(area.right(), area.y),
                Point::from_xy(area.x, area.y),
            ])
        });
        let link = LinkAnnotation::new_with_quad_points(corners.collect(), goal);
        Some(Annotation::new_link(link, Some(shortened(&says))))
    }
}

impl Drawn for Glyph {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.id)
    }

    fn text_range(&self) -> Range<usize> {
        self.bytes()
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }

    fn x_offset(&self, size: f32) -> f32 {
        self.right * size
    }

    fn y_offset(&self, size: f32) -> f32 {
        self.up * size
    }

    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<Location> {
        None
    }
}

// Texts with one tag in a row are one piece of content, but for the halves of a broken word.
fn is_one_piece(one: &Text, next: &Text) -> bool {
    one.tag == next.tag && one.says.is_none() && next.says.is_none()
}

/// Returns the paint of a colour.
pub(crate) fn fill(ink: Ink) -> Fill {
    let (red, green, blue) = ink.rgb();
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn stroke(ink: Ink, width: f32) -> Stroke {
    Stroke {
        paint: fill(ink).paint,
        width,
        line_cap: LineCap::Round,
        ..Stroke::default()
    }
}

fn draw_shape(surface: &mut Surface, shape: &Shape) {
    let (filled, stroked, path) = match shape.form {
        Form::Filled => (Some(fill(shape.ink)), None, rectangle(shape.area)),
        Form::Dots => {
            let dash = StrokeDash {
                array: vec![0.0, 4.0],
                offset: 0.0,
            };
            let dotted = Stroke {
                dash: Some(dash),
                ..stroke(shape.ink, 0.9)
            };
            (None, Some(dotted), bottom_line(shape.area))
        }
    };
    if let Some(path) = path {
        surface.set_fill(filled);
        surface.set_stroke(stroked);
        surface.draw_path(&path);
    }
}

/// Returns the outline of an area.
pub(crate) fn rectangle(area: Area) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(area.x, area.y, area.width, area.height)?);
    path.finish()
}

// Drawn from the right, so that the dots of all lines stand below one another.
fn bottom_line(area: Area) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(area.right(), area.bottom());
    path.line_to(area.x, area.bottom());
    path.finish()
}

fn tag_tree(branches: Vec<Branch<Identifier>>, boxes: &BTreeMap<usize, BBox>, language: &str) -> TagTree {
    let branches = branches.into_iter();
    let children: Vec<Node> = branches.map(|branch| node(branch, boxes)).collect();
    TagTree::from(children).with_lang(Some(language.to_owned()))
}

// The reader flattens deep nesting, so the recursion is shallow.
fn node(branch: Branch<Identifier>, boxes: &BTreeMap<usize, BBox>) -> Node {
    match branch {
        Branch::Leaf(leaf) => leaf.into(),
        Branch::Tag(role, children) => {
            let children = children.into_iter().map(|child| node(child, boxes));
            TagGroup::with_children(kind(&role, boxes), children.collect()).into()
        }
    }
}

fn kind(role: &Role, boxes: &BTreeMap<usize, BBox>) -> TagKind {
    match role {
        Role::Heading(level, title) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::Group => Tag::Div.into(),
        Role::Quote => Tag::BlockQuote.into(),
        Role::Code => Tag::Code.into(),
        Role::Bullets => Tag::L(ListNumbering::Disc).into(),
        Role::Numbers => Tag::L(ListNumbering::Decimal).into(),
        Role::Unmarked => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Link(_) => Tag::Link.into(),
        Role::Passage(language) => Tag::Span.with_lang(Some(language.clone())).into(),
        Role::Contents => Tag::TOC.into(),
        Role::Entry => Tag::TOCI.into(),
        Role::Reference => Tag::Reference.into(),
        Role::Note => Tag::Note.into(),
        Role::Figure(says, number) => {
            let bounds = boxes.get(number).cloned();
            Tag::Figure(Some(says.clone())).with_bbox(bounds).into()
        }
    }
}
