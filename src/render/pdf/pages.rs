//! The pages: what is printed where, and what it is. The layout writes this model, tests measure it, and one
//! back end turns it into a file. Knows no file format.

use crate::render::pdf::document::{Look, Side, Target};
use crate::render::pdf::figure::Figure;
use crate::render::pdf::fonts::Font;
use crate::render::pdf::glyphs::Glyph;
use crate::render::pdf::style::{ASCENT, DESCENT, Ink};

/// A finished document.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// The pages in order.
    pub(crate) pages: Vec<Page>,
    /// What the texts are.
    pub(crate) tags: Tags,
    /// Headings and notes that can be pointed at, in reading order.
    pub(crate) anchors: Vec<Anchor>,
    /// Where the links lead, by number.
    pub(crate) links: Vec<Option<Target>>,
}

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// What lies under the text.
    pub(crate) shapes: Vec<Shape>,
    /// The texts in reading order.
    pub(crate) texts: Vec<Text>,
    /// The pictures in reading order.
    pub(crate) figures: Vec<Figure>,
    /// Running header, which is not read aloud.
    pub(crate) header: Vec<Text>,
    /// Footer, which is not read aloud.
    pub(crate) footer: Vec<Text>,
}

/// A stretch of glyphs in one look.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Text {
    /// Where the pen starts.
    pub(crate) x: f32,
    /// The line the letters stand on, from the top.
    pub(crate) baseline: f32,
    /// The width without spaces at the end.
    pub(crate) width: f32,
    /// The font.
    pub(crate) font: Font,
    /// The type size.
    pub(crate) size: f32,
    /// The colour.
    pub(crate) ink: Ink,
    /// The emphasis.
    pub(crate) look: Look,
    /// The number of its link.
    pub(crate) link: Option<usize>,
    /// The number of the note that it mentions.
    pub(crate) note: Option<usize>,
    /// The glyphs.
    pub(crate) glyphs: Vec<Glyph>,
    /// The characters.
    pub(crate) text: String,
    /// What is read and copied in its place, where that differs.
    pub(crate) says: Option<String>,
    /// What the text is; `None` for repetition that is not read aloud.
    pub(crate) tag: Option<TagId>,
    /// The left and right edge that the text must respect.
    pub(crate) room: (f32, f32),
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    /// Left edge.
    pub(crate) x: f32,
    /// Top edge.
    pub(crate) y: f32,
    /// Width.
    pub(crate) width: f32,
    /// Height.
    pub(crate) height: f32,
}

/// Something drawn that is not text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shape {
    /// What.
    pub(crate) form: Form,
    /// Where.
    pub(crate) area: Area,
    /// In which colour.
    pub(crate) ink: Ink,
}

/// The forms that the layout uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A filled rectangle.
    Filled,
    /// A row of dots along the bottom edge.
    Dots,
}

/// A place that links, contents and bookmarks point at.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Anchor {
    /// The id.
    pub(crate) id: String,
    /// Level of the heading; 0 for a note and its mention, which have no bookmark.
    pub(crate) level: u8,
    /// The words of the heading.
    pub(crate) title: String,
    /// Their language, where all of them are in another than the document's.
    pub(crate) language: Option<String>,
    /// The page, counted from 0.
    pub(crate) page: usize,
    /// Distance from the top of the page.
    pub(crate) y: f32,
}

impl Anchor {
    /// Returns a place within the text that has no bookmark; page and height are set when it is printed.
    pub(crate) fn place(id: String, title: String) -> Self {
        Self {
            id,
            level: 0,
            title,
            language: None,
            page: 0,
            y: 0.0,
        }
    }
}

/// The number of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TagId(pub(crate) usize);

/// What the parts of the document are: a tree, written parent first.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    /// The tags by number.
    pub(crate) tags: Vec<Tag>,
}

/// A node of the tree.
#[derive(Debug)]
pub(crate) struct Tag {
    /// What it is.
    pub(crate) role: Role,
    /// Where it hangs; `None` for the document itself.
    pub(crate) parent: Option<TagId>,
}

/// What a part of the document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    /// A heading with its level and its words.
    Heading(u8, String),
    /// A paragraph.
    Paragraph,
    /// A group without meaning of its own.
    Group,
    /// A quotation.
    Quote,
    /// Code.
    Code,
    /// A bullet list.
    Bullets,
    /// A numbered list.
    Numbers,
    /// A list without marks, such as terms with their meanings.
    Unmarked,
    /// An item of a list.
    Item,
    /// The mark of an item.
    Label,
    /// What an item says.
    Body,
    /// A table.
    Table,
    /// A row of a table. Rows and cells exist even when they are empty.
    Row,
    /// A header cell of a column.
    ColumnHead,
    /// A header cell of a row.
    RowHead,
    /// A cell.
    Cell,
    /// A link, by number.
    Link(usize),
    /// A passage in another language.
    Passage(String),
    /// The contents.
    Contents,
    /// An entry of the contents.
    Entry,
    /// A pointer to another place.
    Reference,
    /// A note.
    Note,
    /// A picture: the words for it, and the number of its tag.
    Figure(String, usize),
}

impl Tags {
    /// Adds a tag and returns its number.
    pub(crate) fn add(&mut self, role: Role, parent: Option<TagId>) -> TagId {
        self.tags.push(Tag { role, parent });
        TagId(self.tags.len() - 1)
    }
}

impl Area {
    /// Returns the rectangle moved down.
    pub(crate) fn lowered(self, by: f32) -> Self {
        Self {
            y: self.y + by,
            ..self
        }
    }

    /// Returns the right edge.
    pub(crate) fn right(self) -> f32 {
        self.x + self.width
    }

    /// Returns the bottom edge.
    pub(crate) fn bottom(self) -> f32 {
        self.y + self.height
    }
}

impl Shape {
    /// Returns the shape moved down.
    pub(crate) fn lowered(self, by: f32) -> Self {
        Self {
            area: self.area.lowered(by),
            ..self
        }
    }
}

impl Text {
    /// Returns the rectangle that the text claims.
    pub(crate) fn area(&self) -> Area {
        Area {
            x: self.x,
            y: self.baseline - ASCENT * self.size,
            width: self.width,
            height: (ASCENT + DESCENT) * self.size,
        }
    }

    /// Returns the text moved down.
    pub(crate) fn lowered(mut self, by: f32) -> Self {
        self.baseline += by;
        self
    }
}

/// Returns where a line of some width starts in a room.
pub(crate) fn start(side: Side, x: f32, room: f32, width: f32) -> f32 {
    match side {
        Side::Natural | Side::Left => x,
        Side::Centre => x + (room - width) / 2.0,
        Side::Right => x + room - width,
    }
}
