//! A Markdown document as a tree of blocks, the way the layout wants it: spans of text with a look, notes
//! numbered in the order of their first mention, link targets resolved. Holds no sizes and no pages.

use pulldown_cmark::{Alignment, BlockQuoteKind};

/// A whole document.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// The blocks in reading order.
    pub(crate) blocks: Vec<Block>,
    /// The notes in the order of their numbers.
    pub(crate) notes: Vec<Vec<Block>>,
    /// How many of the notes are mentioned; these come first.
    pub(crate) n_mentioned: usize,
    /// Where the links lead, by the number that spans carry; `None` for a link that leads nowhere printable.
    pub(crate) links: Vec<Option<Target>>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// An address outside the document.
    Address(String),
    /// A heading or note of the document, by its id.
    Anchor(String),
    /// Another document of the build, by its file as this one would find it.
    Document(String),
}

/// A block of text.
#[derive(Debug)]
pub(crate) enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Inlines),
    /// Preformatted text.
    Code(String),
    /// A thematic break.
    Rule,
    /// A quotation.
    Quote(Vec<Block>),
    /// A quotation that GitHub shows as an alert.
    Callout(Callout, Vec<Block>),
    /// A bullet or numbered list.
    List(List),
    /// Terms with their meanings.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Table),
    /// A picture of the build, by its number.
    Figure(usize),
}

/// A heading with the id that links use.
#[derive(Debug)]
pub(crate) struct Heading {
    /// 1 to 6.
    pub(crate) level: u8,
    /// The given id or the one GitHub would give.
    pub(crate) id: String,
    /// The words.
    pub(crate) text: Inlines,
}

/// What a callout is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Callout {
    /// Worth knowing.
    Note,
    /// Helpful.
    Tip,
    /// Needed.
    Important,
    /// Needs attention.
    Warning,
    /// Risky.
    Caution,
}

/// A list.
#[derive(Debug)]
pub(crate) struct List {
    /// The first number, or `None` for bullets.
    pub(crate) first: Option<u64>,
    /// The items.
    pub(crate) items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug)]
pub(crate) struct Item {
    /// The box of a task list.
    pub(crate) task: Option<Task>,
    /// What the item says.
    pub(crate) blocks: Vec<Block>,
}

/// A task box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// Still to do.
    Open,
    /// Ticked.
    Done,
}

/// A term and what it means.
#[derive(Debug)]
pub(crate) struct Definition {
    /// The term.
    pub(crate) term: Inlines,
    /// One or more meanings.
    pub(crate) meanings: Vec<Vec<Block>>,
}

/// A table. Every row has as many cells as `sides`.
#[derive(Debug)]
pub(crate) struct Table {
    /// The wished side of each column.
    pub(crate) sides: Vec<Side>,
    /// The header cells.
    pub(crate) head: Vec<Inlines>,
    /// The rows.
    pub(crate) rows: Vec<Vec<Inlines>>,
}

/// The side at which the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Not said: numbers right, words left.
    Natural,
    /// Left.
    Left,
    /// Centre.
    Centre,
    /// Right.
    Right,
}

/// Text with looks and links. A line feed in a span is a forced line break.
pub(crate) type Inlines = Vec<Span>;

/// A stretch of text with one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Span {
    /// The text.
    pub(crate) text: String,
    /// How it looks.
    pub(crate) look: Look,
    /// The number of its link.
    pub(crate) link: Option<usize>,
    /// Set when the span is the mark of a note.
    pub(crate) mark: Mark,
    /// The language, where it is another than the document's.
    pub(crate) language: Option<String>,
}

/// What a span is, besides text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Plain text.
    #[default]
    Plain,
    /// The raised number of a note.
    Note(usize),
}

/// Emphasis.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Look {
    /// Strong.
    pub(crate) bold: bool,
    /// Emphasised.
    pub(crate) italic: bool,
    /// Struck out.
    pub(crate) strike: bool,
    /// Typewriter.
    pub(crate) code: bool,
}

impl Span {
    /// Returns plain text.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// Returns the words without their looks, on one line.
pub(crate) fn plain(inlines: &[Span]) -> String {
    let text: String = inlines
        .iter()
        .filter(|span| span.mark == Mark::Plain)
        .map(|span| span.text.as_str())
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the language of all the words, where it is another than the document's.
pub(crate) fn language(inlines: &[Span]) -> Option<String> {
    let first = inlines.first()?.language.as_ref()?;
    let is_shared = inlines.iter().all(|span| span.language.as_ref() == Some(first));
    is_shared.then(|| first.clone())
}

/// Returns whether there is nothing to print.
pub(crate) fn is_blank(inlines: &[Span]) -> bool {
    inlines.iter().all(|span| span.text.trim().is_empty())
}

impl Block {
    /// Returns the heading, if the block is one.
    pub(crate) fn as_heading(&self) -> Option<&Heading> {
        if let Block::Heading(heading) = self {
            return Some(heading);
        }
        None
    }

    /// Returns the text, if the block is a paragraph.
    pub(crate) fn as_paragraph(&self) -> Option<&Inlines> {
        if let Block::Paragraph(text) = self {
            return Some(text);
        }
        None
    }
}

impl Callout {
    /// Returns whether the callout wants the colour of warnings.
    pub(crate) const fn is_alert(self) -> bool {
        match self {
            Callout::Warning | Callout::Caution => true,
            Callout::Note | Callout::Tip | Callout::Important => false,
        }
    }
    /// Returns the phrase that stands above it.
    pub(crate) const fn phrase(self) -> &'static str {
        match self {
            Callout::Note => "pdf-note",
            Callout::Tip => "pdf-tip",
            Callout::Important => "pdf-important",
            Callout::Warning => "pdf-warning",
            Callout::Caution => "pdf-caution",
        }
    }
}

impl From<BlockQuoteKind> for Callout {
    fn from(kind: BlockQuoteKind) -> Self {
        match kind {
            BlockQuoteKind::Note => Self::Note,
            BlockQuoteKind::Tip => Self::Tip,
            BlockQuoteKind::Important => Self::Important,
            BlockQuoteKind::Warning => Self::Warning,
            BlockQuoteKind::Caution => Self::Caution,
        }
    }
}

impl From<Alignment> for Side {
    fn from(alignment: Alignment) -> Self {
        match alignment {
            Alignment::None => Self::Natural,
            Alignment::Left => Self::Left,
            Alignment::Center => Self::Centre,
            Alignment::Right => Self::Right,
        }
    }
}
