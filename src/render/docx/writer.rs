//! Writes the stories of a file: its body, and its notes. Keeps what they share: where headings can be found, which notes
//! were mentioned, which numbered lists there are. How each kind of block is written stands in files of their own.

use crate::failure::Failure;
use crate::render::docx::Copies;
use crate::render::docx::picture::Picture;
use crate::render::docx::survey::{Survey, survey};
use crate::render::office::package::Relations;
use crate::render::office::xml::{Attribute, Xml};
use crate::render::pdf::Dress;
use crate::render::pdf::document::Document;
use crate::render::pdf::text::Shaper;
use crate::tongue::language::Language;
use crate::tongue::words::Words;
use std::collections::BTreeSet;

/// The names that texts, fields and relations come from (ECMA-376, part 1, 17 and 22.8).
pub(crate) const NAMESPACES: &[Attribute] = &[
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        "xmlns:pic",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    ),
];

/// A part that holds text, and what it refers to.
#[derive(Debug, Default)]
pub(crate) struct Story {
    /// The text.
    pub(crate) xml: Xml,
    /// Where its links lead.
    pub(crate) relations: Relations,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// In the body, which mentions notes.
    Body,
    /// In a note, which cannot have notes.
    Notes,
}

/// Writes the stories of a file, one after the other.
pub(crate) struct Writer<'a> {
    /// What is written.
    pub(crate) document: &'a Document,
    /// What stands around it.
    pub(crate) dress: &'a Dress<'a>,
    /// What the file says it is a copy of.
    pub(crate) copies: Copies,
    /// The pictures that the text may show, by number.
    pub(crate) pictures: &'a [Option<Picture<'a>>],
    /// The fixed words.
    pub(crate) words: Words,
    /// Measures the columns of tables.
    pub(crate) shaper: Shaper,
    /// What was found out about the document before it is written.
    pub(crate) survey: Survey,
    /// The story that is being written.
    pub(crate) story: Story,
    /// Which one it is.
    pub(crate) within: Within,
    /// The notes that were mentioned so far.
    pub(crate) mentioned: BTreeSet<usize>,
    /// The first numbers of the numbered lists so far.
    pub(crate) lists: Vec<u64>,
    /// Whether a table was written last, below which there must be room.
    pub(crate) is_below_table: bool,
    /// Whether the next paragraph leads to a table.
    pub(crate) is_before_table: bool,
    n_bookmarks: usize,
}

impl<'a> Writer<'a> {
    /// Returns a writer of a document.
    ///
    /// # Errors
    /// Fails when a font of this program cannot be read.
    pub(crate) fn new(
        document: &'a Document,
        pictures: &'a [Option<Picture<'a>>],
        dress: &'a Dress<'a>,
        copies: Copies,
    ) -> Result<Self, Failure> {
        Ok(Self {
            document,
            dress,
            copies,
            pictures,
            words: Words::of(Language::of_tag(dress.language).unwrap_or(Language::En)),
            shaper: Shaper::new(dress.language)?,
            survey: survey(document),
            story: Story::default(),
            within: Within::Body,
            mentioned: BTreeSet::new(),
            lists: Vec::new(),
            is_below_table: false,
            is_before_table: false,
            n_bookmarks: 0,
        })
    }

    /// Begins a story, whose part has this root.
    pub(crate) fn begin(&mut self, root: &'static str, within: Within) {
        self.within = within;
        self.story.xml = Xml::document();
        self.story.xml.open(root, NAMESPACES);
    }

    /// Returns the story.
    pub(crate) fn end(&mut self) -> Story {
        self.is_below_table = false;
        std::mem::take(&mut self.story)
    }

    /// Opens an element.
    pub(crate) fn open(&mut self, name: &'static str, attributes: &[Attribute]) {
        self.story.xml.open(name, attributes);
    }

    /// Closes the element that was opened last.
    pub(crate) fn close(&mut self) {
        self.story.xml.close();
    }

    /// Writes an element without content.
    pub(crate) fn empty(&mut self, name: &'static str, attributes: &[Attribute]) {
        self.story.xml.empty(name, attributes);
    }

    /// Writes an element that says one thing.
    pub(crate) fn value(&mut self, name: &'static str, value: &str) {
        self.story.xml.empty(name, &[("w:val", value)]);
    }

    /// Marks what is written by `inside` as a place that links lead to.
    pub(crate) fn bookmarked(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.n_bookmarks += 1;
        let id = self.n_bookmarks.to_string();
        self.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        inside(self);
        self.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }
}

/// The regions that spelling is checked by, for languages that are named without one.
const REGIONS: &[(&str, &str)] = &[
    ("bg", "BG"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("de", "DE"),
    ("el", "GR"),
    ("en", "IE"),
    ("es", "ES"),
    ("et", "EE"),
    ("fi", "FI"),
    ("fr", "FR"),
    ("ga", "IE"),
    ("hr", "HR"),
    ("hu", "HU"),
    ("it", "IT"),
    ("lt", "LT"),
    ("lv", "LV"),
    ("mt", "MT"),
    ("nl", "NL"),
    ("pl", "PL"),
    ("pt", "PT"),
    ("ro", "RO"),
    ("sk", "SK"),
    ("sl", "SI"),
    ("sv", "SE"),
];

/// Returns the tag of a language with its region, which Word asks for.
pub(crate) fn language(tag: &str) -> String {
    let region = REGIONS.iter().find(|(language, _)| *language == tag);
    region.map_or_else(
        || tag.to_owned(),
        |(language, region)| format!("{language}-{region}"),
    )
}
