//! Blocks become paragraphs with styles: headings, text, code, quotations and callouts. Lists, tables and pictures have
//! files of their own. How a style looks is said in `styles.xml` alone.

use crate::render::docx::TEXT_WIDTH;
use crate::render::docx::writer::{Story, Within, Writer};
use crate::render::office::package::Relations;
use crate::render::pdf::document::{Block, Callout, Heading, Span, Task};

/// How far what stands inside something is moved in.
pub(crate) const INDENT: u32 = 360;
/// From this number of headings on there are contents.
const ENOUGH_FOR_CONTENTS: usize = 4;
/// The deepest level of headings that has a style.
const DEEPEST_HEADING: u8 = 5;

/// Where blocks stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The style of paragraphs.
    pub(crate) style: &'static str,
    /// How far they are moved in.
    pub(crate) indent: u32,
    /// How many lists they stand in.
    pub(crate) n_lists: usize,
}

/// What stands before the first word of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    /// Nothing.
    None,
    /// A bullet or number, by the number of its list.
    Label(usize),
    /// A box of a task list.
    Box(Task),
    /// The number of the note.
    Note,
}

impl Place {
    /// Returns where the blocks of a story stand.
    pub(crate) const fn of(style: &'static str) -> Self {
        Self {
            style,
            indent: 0,
            n_lists: 0,
        }
    }

    /// Returns the same place, moved in.
    pub(crate) const fn inside(self, style: &'static str) -> Self {
        Self {
            style,
            indent: self.indent + INDENT,
            ..self
        }
    }

    /// Returns how wide a table may be.
    pub(crate) const fn width(self) -> u32 {
        TEXT_WIDTH.saturating_sub(self.indent)
    }
}

impl Writer<'_> {
    /// Writes the body, which has these relations already; header and footer are two of them.
    pub(crate) fn body(&mut self, relations: Relations, header: &str, footer: &str) -> Story {
        self.begin("w:document", Within::Body);
        self.story.relations = relations;
        self.open("w:body", &[]);
        self.banner();
        let place = Place::of("Normal");
        let document = self.document;
        let is_section = |block: &Block| block.as_heading().is_some_and(|heading| heading.level == 2);
        let ends = document
            .blocks
            .iter()
            .position(is_section)
            .unwrap_or(document.blocks.len());
        let (front, sections) = document.blocks.split_at(ends);
        self.front(front, place);
        if self.entries().count() >= ENOUGH_FOR_CONTENTS {
            self.contents();
        }
        self.blocks(sections, place);
        self.unmentioned();
        self.page(header, footer);
        self.end()
    }

    // The first heading is the title, which is no section of its own.
    fn front(&mut self, blocks: &[Block], place: Place) {
        let title = blocks
            .first()
            .and_then(Block::as_heading)
            .filter(|heading| heading.level == 1);
        match title {
            Some(heading) => self.headed("Title", heading),
            None => self.paragraph(&[Span::plain(self.dress.title)], Place::of("Title"), Lead::None),
        }
        self.blocks(&blocks[usize::from(title.is_some())..], place);
    }

    /// Writes blocks one below the other.
    pub(crate) fn blocks(&mut self, blocks: &[Block], place: Place) {
        for (at, block) in blocks.iter().enumerate() {
            // What leads to a table stands on its page.
            self.is_before_table = matches!(blocks.get(at + 1), Some(Block::Table(_)));
            self.block(block, place);
        }
    }

    fn block(&mut self, block: &Block, place: Place) {
        match block {
            Block::Heading(heading) => self.headed(heading_style(heading.level), heading),
            Block::Paragraph(text) => self.paragraph(text, place, Lead::None),
            Block::Code(code) => self.code(code, place),
            Block::Rule => self.paragraph(
                &[],
                Place {
                    style: "Rule",
                    ..place
                },
                Lead::None,
            ),
            Block::Quote(blocks) => self.blocks(blocks, place.inside("Quote")),
            Block::Callout(kind, blocks) => self.callout(*kind, blocks, place),
            Block::List(list) => self.list(list, place),
            Block::Definitions(definitions) => self.definitions(definitions, place),
            Block::Table(table) => self.table(table, place),
            Block::Figure(number) => self.figure(*number),
        }
    }

    fn headed(&mut self, style: &'static str, heading: &Heading) {
        self.begin_paragraph(Place::of(style), Lead::None);
        let bookmark = self
            .survey
            .bookmarks
            .get(&heading.id)
            .cloned()
            .unwrap_or_default();
        self.bookmarked(&bookmark, |writer| writer.spans(&heading.text));
        self.close();
    }

    /// Writes a paragraph.
    pub(crate) fn paragraph(&mut self, text: &[Span], place: Place, lead: Lead) {
        self.begin_paragraph(place, lead);
        self.spans(text);
        self.close();
    }

    /// Begins a paragraph; its text is to follow.
    pub(crate) fn begin_paragraph(&mut self, place: Place, lead: Lead) {
        self.open("w:p", &[]);
        self.open("w:pPr", &[]);
        self.value("w:pStyle", place.style);
        if std::mem::take(&mut self.is_before_table) {
            self.empty("w:keepNext", &[]);
        }
        if let Lead::Label(list) = lead {
            self.label(list, place.n_lists);
        }
        if std::mem::take(&mut self.is_below_table) {
            self.empty("w:spacing", &[("w:before", "200")]);
        }
        let hanging = match lead {
            Lead::Label(_) | Lead::Box(_) => INDENT,
            Lead::None | Lead::Note => 0,
        };
        if place.indent > 0 {
            let (left, hanging) = (place.indent.to_string(), hanging.to_string());
            self.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
        }
        self.close();
        match lead {
            Lead::None | Lead::Label(_) => {}
            Lead::Box(Task::Open) => self.plain("☐\t"),
            Lead::Box(Task::Done) => self.plain("☑\t"),
            Lead::Note => self.note_number(),
        }
    }

    fn code(&mut self, code: &str, place: Place) {
        let place = Place {
            style: "CodeBlock",
            ..place
        };
        self.paragraph(&[Span::plain(code.trim_end_matches('\n'))], place, Lead::None);
    }

    fn callout(&mut self, kind: Callout, blocks: &[Block], place: Place) {
        let place = place.inside(match kind.is_alert() {
            true => "Alert",
            false => "Notice",
        });
        let mut label = Span::plain(self.words.say(kind.phrase()));
        label.look.bold = true;
        self.paragraph(&[label], place, Lead::None);
        self.blocks(blocks, place);
    }
}

// The title takes the first level of the Markdown, so sections are headings of the first level.
fn heading_style(level: u8) -> &'static str {
    match level.clamp(2, DEEPEST_HEADING + 1) {
        2 => "Heading1",
        3 => "Heading2",
        4 => "Heading3",
        5 => "Heading4",
        _ => "Heading5",
    }
}
