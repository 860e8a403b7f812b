//! The tree of a document becomes HTML that is also well-formed XML: headings below that of the report and without a gap
//! between levels, sections around them, tables with headers, pictures as SVG with their words. What a line looks like is
//! said in `inline`, what a table looks like in `table`.

use crate::render::escape::{escaped, push_escaped};
use crate::render::html::inline::push_inlines;
use crate::render::html::place::Place;
use crate::render::pdf::addresses::note_id;
use crate::render::pdf::document::{
    Block, Callout, Definition, Heading, Inlines, Item, List, Task, language, plain,
};
use std::ops::Range;

/// The deepest heading of HTML.
const DEEPEST: u8 = 6;
/// The level of a document's title: the report has the first.
pub(crate) const TITLE: u8 = 2;
/// The level of the sections of a document.
pub(crate) const SECTION: u8 = 3;
/// The level of the parts of a section.
const PART: u8 = 4;
/// The id, in every template, of the section that says how the document is read.
const LEGEND: &str = "legend";

/// A heading of a finished document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its level in the report.
    pub(crate) level: u8,
    /// Its id in the report.
    pub(crate) id: String,
    /// Its words.
    pub(crate) words: String,
    /// Their language, where it is not the document's.
    pub(crate) language: Option<String>,
}

/// Writes one document.
pub(crate) struct Writer<'a> {
    pub(crate) place: &'a Place<'a>,
    /// The HTML so far.
    pub(crate) out: String,
    /// The headings so far.
    pub(crate) headings: Vec<Entry>,
    /// The heading that stands above, by its id in the document.
    pub(crate) above: Option<String>,
    /// How many tables stand below it so far.
    pub(crate) n_tables: usize,
    /// Whether a part of a section is open.
    is_in_part: bool,
    /// Where in the HTML stands how the document is read, without the heading above.
    pub(crate) legend: Option<Range<usize>>,
}

impl<'a> Writer<'a> {
    /// Returns a writer that has written nothing.
    pub(crate) fn new(place: &'a Place<'a>) -> Self {
        Self {
            place,
            out: String::new(),
            headings: Vec::new(),
            above: None,
            n_tables: 0,
            is_in_part: false,
            legend: None,
        }
    }

    /// Writes a whole document: what stands before the first section is a section of its own, under the title.
    pub(crate) fn document(&mut self, blocks: &[Block], notes: &[Vec<Block>]) {
        self.out.push_str("<section class=\"front\">\n");
        for block in blocks {
            self.divide(block);
            self.block(block);
            if block.as_heading().is_some_and(|heading| heading.id == LEGEND) {
                self.legend = Some(self.out.len()..self.out.len());
            }
        }
        self.end_part();
        self.end_legend();
        self.notes(notes);
        self.out.push_str("</section>\n");
    }

    // A part for each system keeps a section on all of them in pieces that are found, and laid out, one by one.
    fn divide(&mut self, block: &Block) {
        match block.as_heading().map(|heading| self.level(heading)) {
            Some(SECTION) => {
                self.end_part();
                self.end_legend();
                self.out.push_str("</section>\n<section>\n");
            }
            Some(PART) => {
                self.end_part();
                self.out.push_str("<section>\n");
                self.is_in_part = true;
            }
            Some(_) | None => {}
        }
    }

    fn end_part(&mut self) {
        if self.is_in_part {
            self.out.push_str("</section>\n");
        }
        self.is_in_part = false;
    }

    // Notes of the document, which may stand in the same section, belong to the document alone.
    fn end_legend(&mut self) {
        if let Some(legend) = &mut self.legend
            && legend.start == legend.end
        {
            legend.end = self.out.len();
        }
    }

    /// Writes one block after another.
    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => self.around("p", text),
            Block::Code(code) => {
                // A line feed right behind `<pre>` would be dropped by HTML; behind `<code>` it stays.
                self.out.push_str("<pre><code>");
                push_escaped(&mut self.out, code);
                self.out.push_str("</code></pre>\n");
            }
            Block::Rule => self.out.push_str("<hr/>\n"),
            Block::Quote(blocks) => self.container("<blockquote>\n", blocks, "</blockquote>\n"),
            Block::Callout(kind, blocks) => self.callout(*kind, blocks),
            Block::List(list) => self.list(list),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Table(table) => self.table(table),
            Block::Figure(number) => self.figure(*number),
        }
    }

    fn container(&mut self, start: &str, blocks: &[Block], end: &str) {
        self.out.push_str(start);
        self.blocks(blocks);
        self.out.push_str(end);
    }

    fn around(&mut self, tag: &str, text: &Inlines) {
        self.out.push_str(&format!("<{tag}>"));
        push_inlines(&mut self.out, self.place, text);
        self.out.push_str(&format!("</{tag}>\n"));
    }

    // One below the level of the text, and at most one below the heading before it, so that no level is left out.
    fn level(&self, heading: &Heading) -> u8 {
        let before = self.headings.last().map_or(TITLE - 1, |entry| entry.level);
        let least = if self.headings.is_empty() { TITLE } else { SECTION };
        (heading.level + 1).min(DEEPEST).min(before + 1).max(least)
    }

    fn heading(&mut self, heading: &Heading) {
        let (level, id) = (self.level(heading), self.place.id(&heading.id));
        self.out.push_str(&format!("<h{level} id=\"{}\">", escaped(&id)));
        push_inlines(&mut self.out, self.place, &heading.text);
        self.out.push_str(&format!("</h{level}>\n"));
        self.above = Some(heading.id.clone());
        self.n_tables = 0;
        self.headings.push(Entry {
            level,
            id,
            words: plain(&heading.text),
            language: language(&heading.text),
        });
    }

    fn callout(&mut self, kind: Callout, blocks: &[Block]) {
        let class = if kind.is_alert() {
            "callout alert"
        } else {
            "callout"
        };
        let name = escaped(&self.place.words.say(kind.phrase()));
        let start = format!("<div class=\"{class}\" role=\"note\">\n<p class=\"kind\">{name}</p>\n");
        self.container(&start, blocks, "</div>\n");
    }

    fn list(&mut self, list: &List) {
        let (start, end) = match list.first {
            None => ("<ul>\n".to_owned(), "</ul>\n"),
            Some(1) => ("<ol>\n".to_owned(), "</ol>\n"),
            Some(first) => (format!("<ol start=\"{first}\">\n"), "</ol>\n"),
        };
        self.out.push_str(&start);
        list.items.iter().for_each(|item| self.item(item));
        self.out.push_str(end);
    }

    fn item(&mut self, item: &Item) {
        self.out.push_str("<li>");
        match item.task {
            None => {}
            Some(Task::Open) => self.out.push_str("☐ "),
            Some(Task::Done) => self.out.push_str("☑ "),
        }
        self.tight(&item.blocks);
        self.out.push_str("</li>\n");
    }

    // A single paragraph needs no element of its own in an item or a meaning.
    fn tight(&mut self, blocks: &[Block]) {
        match blocks {
            [Block::Paragraph(text)] => push_inlines(&mut self.out, self.place, text),
            _ => self.blocks(blocks),
        }
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        self.out.push_str("<dl>\n");
        for definition in definitions {
            self.around("dt", &definition.term);
            for meaning in &definition.meanings {
                self.out.push_str("<dd>");
                self.tight(meaning);
                self.out.push_str("</dd>\n");
            }
            // A term without a meaning is no valid list.
            if definition.meanings.is_empty() {
                self.out.push_str("<dd></dd>\n");
            }
        }
        self.out.push_str("</dl>\n");
    }

    fn figure(&mut self, number: usize) {
        let Some(drawing) = self.place.drawings.get(number) else {
            return;
        };
        let ids = self.place.id(&format!("picture:{number}"));
        self.out.push_str("<figure class=\"wide\">\n");
        self.out.push_str(&drawing.inline(&escaped(&ids)));
        self.out.push_str("</figure>\n");
    }

    fn notes(&mut self, notes: &[Vec<Block>]) {
        if notes.is_empty() {
            return;
        }
        self.out.push_str("<ol class=\"notes\">\n");
        for (at, blocks) in notes.iter().enumerate() {
            let id = self.place.id(&note_id(at + 1));
            self.out.push_str(&format!("<li id=\"{}\">", escaped(&id)));
            self.tight(blocks);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n");
    }
}
