//! Markdown events become a tree of blocks. Text comes in, a `Document` goes out; nothing of the text is lost
//! but HTML comments and the marks of passages in another language. Nesting deeper than a page can show is flattened, so no input exhausts the stack.

use crate::render::chart::Drawing;
use crate::render::pdf::addresses::{Ids, Others, is_document, note_id, slug, target};
use crate::render::pdf::document::{
    Block, Callout, Definition, Document, Heading, Inlines, Item, List, Side, Table, Task, is_blank, plain,
};
use crate::render::pdf::figure::{Gallery, Seen};
use crate::render::pdf::html::Html;
use crate::render::pdf::runs::{Emphasis, Runs};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};

/// Containers inside containers that are still shown as such.
const DEEPEST: usize = 9;

/// Returns the tree of a Markdown text that may show these pictures.
pub(crate) fn read(markdown: &str, drawings: &[Drawing]) -> Document {
    read_as(Others::Links, markdown, drawings)
}

/// Returns the same tree for a file that calls other documents of the build in its own way.
pub(crate) fn read_as(others: Others, markdown: &str, drawings: &[Drawing]) -> Document {
    let events: Vec<Event> = Parser::new_ext(markdown, options()).collect();
    let mut reader = Reader::new(&events);
    reader.others = others;
    let mut gallery = Gallery::new(drawings);
    for event in events {
        match gallery.see(&event, reader.frames.len() == 1) {
            Seen::Elsewhere => reader.event(event),
            Seen::Inside => {}
            Seen::Whole(number) => reader.push_apart(Block::Figure(number)),
        }
    }
    reader.finish()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// A container that has begun and not yet ended.
enum Open {
    Root,
    Quote(Option<Callout>),
    List(Option<u64>, Vec<Item>),
    Item(Option<Task>),
    Definitions(Vec<Definition>),
    Meaning,
    Note(String),
    Table(Table),
    Html,
    Code,
    /// Too deep to be shown as a container.
    Flat,
}

struct Frame {
    open: Open,
    blocks: Vec<Block>,
}

struct Reader {
    frames: Vec<Frame>,
    runs: Runs,
    cells: Vec<Inlines>,
    code: String,
    heading_id: Option<String>,
    defined: BTreeSet<String>,
    numbers: BTreeMap<String, usize>,
    notes: Vec<(String, Vec<Block>)>,
    ids: Ids,
    others: Others,
    is_name: bool,
}

impl Reader {
    fn new(events: &[Event]) -> Self {
        let mut defined = BTreeSet::new();
        for event in events {
            if let Event::Start(Tag::FootnoteDefinition(label)) = event {
                defined.insert(label.to_string());
            }
        }
        Self {
            frames: vec![Frame {
                open: Open::Root,
                blocks: Vec::new(),
            }],
            runs: Runs::default(),
            cells: Vec::new(),
            code: String::new(),
            heading_id: None,
            defined,
            numbers: BTreeMap::new(),
            notes: Vec::new(),
            ids: Ids::default(),
            others: Others::Links,
            is_name: false,
        }
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(text) => self.runs.code(&text),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::FootnoteReference(label) => self.note_mark(&label),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            Event::Rule => self.push_apart(Block::Rule),
            Event::TaskListMarker(done) => self.task(if done { Task::Done } else { Task::Open }),
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Emphasis => self.runs.begin(Emphasis::Italic),
            Tag::Strong => self.runs.begin(Emphasis::Bold),
            Tag::Strikethrough => self.runs.begin(Emphasis::Strike),
            Tag::Link { dest_url, .. } => self.begin_link(dest_url.into_string()),
            Tag::Image { .. } | Tag::Superscript | Tag::Subscript => {}
            Tag::Paragraph | Tag::MetadataBlock(_) | Tag::DefinitionListTitle => self.end_paragraph(),
            Tag::TableHead | Tag::TableRow => self.cells.clear(),
            Tag::TableCell => drop(self.runs.take()),
            Tag::Heading { id, .. } => {
                self.end_paragraph();
                self.heading_id = id.map(CowStr::into_string);
            }
            Tag::CodeBlock(_) => self.open(Open::Code),
            Tag::HtmlBlock => self.open(Open::Html),
            Tag::BlockQuote(kind) => self.open(Open::Quote(kind.map(Callout::from))),
            Tag::List(first) => self.open(Open::List(first, Vec::new())),
            Tag::Item => self.open(Open::Item(None)),
            Tag::FootnoteDefinition(label) => self.open(Open::Note(label.into_string())),
            Tag::DefinitionList => self.open(Open::Definitions(Vec::new())),
            Tag::DefinitionListDefinition => self.open(Open::Meaning),
            Tag::Table(alignments) => self.open(Open::Table(Table {
                sides: alignments.into_iter().map(Side::from).collect(),
                head: Vec::new(),
                rows: Vec::new(),
            })),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis => self.runs.end(Emphasis::Italic),
            TagEnd::Strong => self.runs.end(Emphasis::Bold),
            TagEnd::Strikethrough => self.runs.end(Emphasis::Strike),
            TagEnd::Link => self.end_link(),
            TagEnd::Image | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Paragraph | TagEnd::MetadataBlock(_) => self.end_paragraph(),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::DefinitionListTitle => self.end_term(),
            TagEnd::TableCell => {
                let cell = self.runs.take();
                self.cells.push(cell);
            }
            TagEnd::TableHead => self.end_row(Row::Head),
            TagEnd::TableRow => self.end_row(Row::Body),
            TagEnd::HtmlBlock
            | TagEnd::CodeBlock
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table => self.close(),
        }
    }

    fn begin_link(&mut self, address: String) {
        self.is_name = is_document(&address);
        if !self.is_name || self.others.are_links() {
            self.runs.begin_link(address);
        }
    }

    fn end_link(&mut self) {
        if let (true, Some(ending)) = (self.is_name, self.others.ending()) {
            self.runs.text(ending);
        }
        self.runs.end_link();
    }

    fn open(&mut self, open: Open) {
        self.end_paragraph();
        let is_leaf = matches!(open, Open::Code | Open::Html | Open::Table(_) | Open::Note(_));
        let open = match self.frames.len() > DEEPEST && !is_leaf {
            true => Open::Flat,
            false => open,
        };
        self.frames.push(Frame {
            open,
            blocks: Vec::new(),
        });
    }

    fn close(&mut self) {
        self.end_paragraph();
        // The parser's starts and ends match, so the root frame is never closed here.
        let Some(Frame { open, blocks }) = self.frames.pop() else {
            return;
        };
        match open {
            Open::Root | Open::Flat => self.top().blocks.extend(blocks),
            Open::Html => self.end_html(),
            Open::Code => {
                let code = std::mem::take(&mut self.code);
                self.push(Block::Code(code));
            }
            Open::Quote(None) => self.push(Block::Quote(blocks)),
            Open::Quote(Some(kind)) => self.push(Block::Callout(kind, blocks)),
            Open::List(first, items) => self.push(Block::List(List { first, items })),
            Open::Item(task) => self.end_item(Item { task, blocks }),
            Open::Definitions(definitions) => self.push(Block::Definitions(definitions)),
            Open::Meaning => self.end_meaning(blocks),
            Open::Note(label) => self.notes.push((label, blocks)),
            Open::Table(table) => self.push(Block::Table(table)),
        }
    }

    fn top(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame {
                open: Open::Root,
                blocks: Vec::new(),
            });
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn push(&mut self, block: Block) {
        self.top().blocks.push(block);
    }

    fn push_apart(&mut self, block: Block) {
        self.end_paragraph();
        self.push(block);
    }

    fn end_item(&mut self, item: Item) {
        if let Open::List(_, items) = &mut self.top().open {
            items.push(item);
        } else {
            self.top().blocks.extend(item.blocks);
        }
    }

    fn end_term(&mut self) {
        let term = self.runs.take();
        if let Open::Definitions(definitions) = &mut self.top().open {
            definitions.push(Definition {
                term,
                meanings: Vec::new(),
            });
        } else {
            self.push(Block::Paragraph(term));
        }
    }

    fn end_meaning(&mut self, blocks: Vec<Block>) {
        if let Open::Definitions(definitions) = &mut self.top().open
            && let Some(last) = definitions.last_mut()
        {
            last.meanings.push(blocks);
        } else {
            self.top().blocks.extend(blocks);
        }
    }

    fn end_row(&mut self, row: Row) {
        let mut cells = std::mem::take(&mut self.cells);
        if let Open::Table(table) = &mut self.top().open {
            cells.resize(table.sides.len(), Vec::new());
            match row {
                Row::Head => table.head = cells,
                Row::Body => table.rows.push(cells),
            }
        }
    }

    fn end_paragraph(&mut self) {
        let line = self.runs.take();
        if !is_blank(&line) {
            self.push(Block::Paragraph(line));
        }
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let text = self.runs.take();
        let wished = self.heading_id.take();
        if is_blank(&text) {
            return;
        }
        let wished = wished.unwrap_or_else(|| slug(&plain(&text)));
        let id = self.ids.unique(wished);
        self.push(Block::Heading(Heading {
            level: level as u8,
            id,
            text,
        }));
    }

    fn text(&mut self, text: &str) {
        match matches!(self.top().open, Open::Code | Open::Html) {
            true => self.code.push_str(text),
            false => self.runs.text(text),
        }
    }

    // A block arrives line by line, and a comment may span lines, so the block is judged as a whole.
    fn end_html(&mut self) {
        let html = std::mem::take(&mut self.code);
        let html = html.trim();
        if !(html.starts_with("<!--") && html.ends_with("-->") && html.matches("-->").count() == 1) {
            self.push(Block::Code(html.to_owned()));
        }
    }

    fn html(&mut self, html: &str) {
        if matches!(self.top().open, Open::Html) {
            self.code.push_str(html);
            return;
        }
        match Html::of(html) {
            Html::Break => self.text("\n"),
            Html::Comment => {}
            Html::Span(Some(language)) => self.runs.begin_span(Some(language)),
            Html::Span(None) => {
                self.runs.begin_span(None);
                self.runs.code(html);
            }
            Html::SpanEnd if self.runs.end_span() => {}
            // Raw HTML has no meaning on paper; it is shown as it was written rather than dropped.
            Html::SpanEnd | Html::Other => self.runs.code(html.trim_end()),
        }
    }

    fn note_mark(&mut self, label: &str) {
        if !self.defined.contains(label) {
            self.text(&format!("[^{label}]"));
            return;
        }
        let number = self.number(label);
        self.runs.note_mark(number, format!("#{}", note_id(number)));
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_owned()).or_insert(next)
    }

    fn task(&mut self, task: Task) {
        if let Open::Item(slot) = &mut self.top().open {
            *slot = Some(task);
        } else {
            self.text(if task == Task::Done { "[x] " } else { "[ ] " });
        }
    }

    fn finish(mut self) -> Document {
        self.end_paragraph();
        let n_mentioned = self.numbers.len();
        let mut notes: BTreeMap<usize, Vec<Block>> = BTreeMap::new();
        for (label, blocks) in std::mem::take(&mut self.notes) {
            notes.entry(self.number(&label)).or_default().extend(blocks);
        }
        let mut anchors = self.ids.into_all();
        anchors.extend((1..=notes.len()).map(note_id));
        Document {
            blocks: self.frames.into_iter().flat_map(|frame| frame.blocks).collect(),
            notes: notes.into_values().collect(),
            n_mentioned,
            links: self
                .runs
                .into_links()
                .into_iter()
                .map(|link| target(&link, &anchors))
                .collect(),
        }
    }
}

enum Row {
    Head,
    Body,
}
