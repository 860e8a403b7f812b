//! Markdown events become a tree of blocks. Text comes in, a `Document` goes out; nothing of the text is lost
//! but HTML comments. Nesting deeper than a page can show is flattened, so no input exhausts the stack.

use crate::render::pdf::document::{
    Block, Callout, Definition, Document, Heading, Inlines, Item, List, Look, Mark, Side, Span, Table,
    Target, Task, plain,
};
use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};

/// Containers inside containers that are still shown as such.
const DEEPEST: usize = 9;
/// The longest address that becomes a link; a longer one is text.
const LONGEST_ADDRESS: usize = 2_000;

/// Returns the tree of a Markdown text.
pub(crate) fn read(markdown: &str) -> Document {
    let events: Vec<Event> = Parser::new_ext(markdown, options()).collect();
    let mut reader = Reader::new(&events);
    for event in events {
        reader.event(event);
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
    line: Inlines,
    look: Look,
    depths: [usize; 3],
    link: Option<usize>,
    links: Vec<String>,
    cells: Vec<Inlines>,
    code: String,
    heading_id: Option<String>,
    defined: BTreeSet<String>,
    numbers: BTreeMap<String, usize>,
    notes: BTreeMap<usize, Vec<Block>>,
    ids: BTreeMap<String, usize>,
}

impl Reader {
    fn new(events: &[Event]) -> Self {
        let defined = events.iter().filter_map(|event| match event {
            Event::Start(Tag::FootnoteDefinition(label)) => Some(label.to_string()),
            _ => None,
        });
        Self {
            frames: vec![Frame {
                open: Open::Root,
                blocks: Vec::new(),
            }],
            line: Vec::new(),
            look: Look::default(),
            depths: [0; 3],
            link: None,
            links: Vec::new(),
            cells: Vec::new(),
            code: String::new(),
            heading_id: None,
            defined: defined.collect(),
            numbers: BTreeMap::new(),
            notes: BTreeMap::new(),
            ids: BTreeMap::new(),
        }
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(text) => self.code(&text),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::FootnoteReference(label) => self.note_mark(&label),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            Event::Rule => {
                self.end_paragraph();
                self.push(Block::Rule);
            }
            Event::TaskListMarker(done) => self.task(if done { Task::Done } else { Task::Open }),
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Emphasis => self.depths[0] += 1,
            Tag::Strong => self.depths[1] += 1,
            Tag::Strikethrough => self.depths[2] += 1,
            Tag::Link { dest_url, .. } => self.open_link(dest_url),
            Tag::Image { .. } | Tag::Superscript | Tag::Subscript => {}
            Tag::Paragraph | Tag::MetadataBlock(_) | Tag::DefinitionListTitle => self.end_paragraph(),
            Tag::TableHead | Tag::TableRow => self.cells.clear(),
            Tag::TableCell => self.line.clear(),
            Tag::Heading { id, .. } => {
                self.end_paragraph();
                self.heading_id = id.map(CowStr::into_string);
            }
            Tag::CodeBlock(_) => self.open(Open::Code),
            Tag::HtmlBlock => self.open(Open::Html),
            Tag::BlockQuote(kind) => self.open(Open::Quote(kind.map(callout))),
            Tag::List(first) => self.open(Open::List(first, Vec::new())),
            Tag::Item => self.open(Open::Item(None)),
            Tag::FootnoteDefinition(label) => self.open(Open::Note(label.into_string())),
            Tag::DefinitionList => self.open(Open::Definitions(Vec::new())),
            Tag::DefinitionListDefinition => self.open(Open::Meaning),
            Tag::Table(alignments) => self.open(Open::Table(Table {
                sides: alignments.into_iter().map(side).collect(),
                head: Vec::new(),
                rows: Vec::new(),
            })),
        }
        self.set_look();
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis => self.depths[0] = self.depths[0].saturating_sub(1),
            TagEnd::Strong => self.depths[1] = self.depths[1].saturating_sub(1),
            TagEnd::Strikethrough => self.depths[2] = self.depths[2].saturating_sub(1),
            TagEnd::Link => self.link = None,
            TagEnd::Image | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Paragraph | TagEnd::MetadataBlock(_) => self.end_paragraph(),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::DefinitionListTitle => self.end_term(),
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line);
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
        self.set_look();
    }

    fn set_look(&mut self) {
        let [italic, bold, strike] = self.depths.map(|depth| depth > 0);
        self.look = Look {
            bold,
            italic,
            strike,
            code: false,
        };
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
            Open::Note(label) => {
                let number = self.number(&label);
                self.notes.entry(number).or_default().extend(blocks);
            }
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

    fn end_item(&mut self, item: Item) {
        match &mut self.top().open {
            Open::List(_, items) => items.push(item),
            _ => self.top().blocks.extend(item.blocks),
        }
    }

    fn end_term(&mut self) {
        let term = std::mem::take(&mut self.line);
        match &mut self.top().open {
            Open::Definitions(definitions) => definitions.push(Definition {
                term,
                meanings: Vec::new(),
            }),
            _ => self.push(Block::Paragraph(term)),
        }
    }

    fn end_meaning(&mut self, blocks: Vec<Block>) {
        match &mut self.top().open {
            Open::Definitions(definitions) if !definitions.is_empty() => {
                let last = definitions.len() - 1;
                definitions[last].meanings.push(blocks);
            }
            _ => self.top().blocks.extend(blocks),
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
        let line = std::mem::take(&mut self.line);
        if !line.iter().all(|span| span.text.trim().is_empty()) {
            self.push(Block::Paragraph(line));
        }
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let text = std::mem::take(&mut self.line);
        let wished = self.heading_id.take();
        if text.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }
        let wished = wished.unwrap_or_else(|| slug(&plain(&text)));
        let id = self.unique(wished);
        self.push(Block::Heading(Heading {
            level: level as u8,
            id,
            text,
        }));
    }

    // GitHub numbers a repeated heading `-1`, `-2`, and so on.
    fn unique(&mut self, wished: String) -> String {
        let mut id = wished.clone();
        while self.ids.contains_key(&id) {
            let count = self.ids.entry(wished.clone()).or_default();
            *count += 1;
            id = format!("{wished}-{count}");
        }
        self.ids.insert(id.clone(), 0);
        id
    }

    fn text(&mut self, text: &str) {
        match self.top().open {
            Open::Code | Open::Html => self.code.push_str(text),
            _ => self.span(text, self.look, Mark::Plain),
        }
    }

    fn code(&mut self, text: &str) {
        let look = Look {
            code: true,
            ..self.look
        };
        self.span(text, look, Mark::Plain);
    }

    fn span(&mut self, text: &str, look: Look, mark: Mark) {
        let link = self.link;
        match self.line.last_mut() {
            Some(last) if last.look == look && last.link == link && last.mark == mark => {
                last.text.push_str(text);
            }
            _ => self.line.push(Span {
                text: text.to_owned(),
                look,
                link,
                mark,
            }),
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
        let tag: String = html.split_whitespace().collect();
        match tag.to_ascii_lowercase().as_str() {
            "<br>" | "<br/>" => self.text("\n"),
            comment if comment.starts_with("<!--") => {}
            // Raw HTML has no meaning on paper; it is shown as it was written rather than dropped.
            _ => self.code(html.trim_end()),
        }
    }

    fn note_mark(&mut self, label: &str) {
        if !self.defined.contains(label) {
            self.text(&format!("[^{label}]"));
            return;
        }
        let number = self.number(label);
        let outer = self.link;
        self.link = Some(self.links.len());
        self.links.push(format!("#{}", note_id(number)));
        self.span(&number.to_string(), Look::default(), Mark::Note);
        self.link = outer;
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_owned()).or_insert(next)
    }

    fn open_link(&mut self, address: CowStr) {
        self.link = Some(self.links.len());
        self.links.push(address.into_string());
    }

    fn task(&mut self, task: Task) {
        match &mut self.top().open {
            Open::Item(slot) => *slot = Some(task),
            _ => self.text(if task == Task::Done { "[x] " } else { "[ ] " }),
        }
    }

    fn finish(mut self) -> Document {
        self.end_paragraph();
        let notes: Vec<_> = self.notes.into_values().collect();
        let mut anchors: BTreeSet<String> = self.ids.into_keys().collect();
        anchors.extend((1..=notes.len()).map(note_id));
        Document {
            blocks: self.frames.into_iter().flat_map(|frame| frame.blocks).collect(),
            notes,
            links: self
                .links
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

/// Returns the id of a note, which no heading has because a slug holds no colon.
pub(crate) fn note_id(number: usize) -> String {
    format!("note:{number}")
}

// Only addresses that mean the same on every machine become links; a relative path is text.
fn target(link: &str, anchors: &BTreeSet<String>) -> Option<Target> {
    if let Some(id) = link.strip_prefix('#') {
        return anchors.contains(id).then(|| Target::Anchor(id.to_owned()));
    }
    let is_web = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| link.starts_with(scheme));
    (is_web && link.len() <= LONGEST_ADDRESS).then(|| Target::Address(percent_encoded(link)))
}

// A PDF address is 7-bit text (ISO 32000-1, 12.6.4.7).
fn percent_encoded(address: &str) -> String {
    let mut out = String::new();
    for byte in address.bytes() {
        match byte {
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn slug(title: &str) -> String {
    title
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            _ => c.is_alphanumeric().then_some(c),
        })
        .collect()
}

fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Warning => Callout::Warning,
        BlockQuoteKind::Caution => Callout::Caution,
    }
}

fn side(alignment: Alignment) -> Side {
    match alignment {
        Alignment::None => Side::Natural,
        Alignment::Left => Side::Left,
        Alignment::Center => Side::Centre,
        Alignment::Right => Side::Right,
    }
}
