//! Text becomes trees, one per YAML document, by way of the parser's events and without recursion. What our
//! format leaves out (tags, anchors, aliases, merge keys, complex keys) is reported and the document dropped; the
//! next document of the file is read all the same, so that one run shows every problem.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Span, Spanned};
use crate::yaml::broken::{Stop, broken};
use crate::yaml::characters::forbidden;
use crate::yaml::node::{Content, Entry, Node, Scalar};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};
use std::collections::BTreeMap;

/// The deepest nesting that is read.
pub const DEEPEST: usize = 64;
/// The most nodes of one file that are read.
pub const MOST_NODES: usize = 100_000;
/// The longest scalar that is read, in bytes.
pub const LONGEST_SCALAR: usize = 64 * 1024;

/// How many bytes, at most, lie between a tag and its node where the tag is shown; nobody writes more.
const MOST_BETWEEN_TAG_AND_NODE: usize = 64;

/// Returns the documents of a text, without those that hold nothing, and reports what is wrong with the others.
pub fn parse(file: FileId, text: &str, findings: &mut Diagnostics) -> Vec<Node> {
    if report_forbidden_characters(file, text, findings) {
        return Vec::new();
    }
    let mut parser = Parser::new_from_str(text);
    let mut growing = Growing {
        file,
        text,
        open: Vec::new(),
        read_to: 0,
        whole: None,
        n_nodes: 0,
        documents: Vec::new(),
        findings,
    };
    while let Some(next) = parser.next_event() {
        let taken = match next {
            Ok((event, span)) => growing.take(event, &span),
            Err(error) => Err(Box::new(growing.stopped(&error))),
        };
        if let Err(finding) = taken {
            growing.findings.add(*finding);
            growing.open.clear();
            growing.whole = None;
            if growing.n_nodes > MOST_NODES || !matches!(parser.proceed_next_document(), Ok(true)) {
                break;
            }
        }
    }
    growing.documents
}

const MOST_FORBIDDEN_CHARACTERS_SHOWN: usize = 20;

fn report_forbidden_characters(file: FileId, text: &str, findings: &mut Diagnostics) -> bool {
    let found: Vec<(usize, char, &str)> = text
        .char_indices()
        .filter_map(|(at, character)| Some((at, character, forbidden(character)?)))
        .take(MOST_FORBIDDEN_CHARACTERS_SHOWN)
        .collect();
    for (at, character, family) in &found {
        let span = span_of(file, *at, at + character.len_utf8());
        findings.add(forbidden_character(span, *character, family));
    }
    !found.is_empty()
}

fn forbidden_character(span: Span, character: char, family: &str) -> Diagnostic {
    let code_point = format!("U+{:04X}", u32::from(character));
    Diagnostic::at(
        Code::ForbiddenCharacter,
        span,
        format!("{code_point} is {family}"),
        "not allowed here",
    )
    .help("delete the character; it changes what a reader or terminal sees")
}

// Files are at most 4 MiB, so a byte offset always fits.
fn span_of(file: FileId, start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span {
        file,
        start: offset(start),
        end: offset(end),
    }
}

/// A collection whose end has not been read.
enum Open {
    List { start: usize, items: Vec<Node> },
    Table(OpenTable),
}

struct OpenTable {
    start: usize,
    entries: Vec<Entry>,
    seen: BTreeMap<String, Span>,
    key: Key,
}

/// Whose value comes next in a table.
enum Key {
    /// The next node is a key.
    Awaited,
    /// The next node is the value of this key.
    Read(Spanned<String>),
    /// The next node is the value of a key that stands twice; it is passed over.
    Repeated,
}

struct Growing<'t> {
    file: FileId,
    text: &'t str,
    open: Vec<Open>,
    /// Where the last piece ends that was read.
    read_to: usize,
    /// The document that is read, once its tree is whole; it counts when it has ended.
    whole: Option<Node>,
    n_nodes: usize,
    documents: Vec<Node>,
    findings: &'t mut Diagnostics,
}

/// A finding after which the rest of the document cannot be read.
type Refused = Box<Diagnostic>;

impl Growing<'_> {
    fn take(&mut self, event: Event<'_>, at: &granit_parser::Span) -> Result<(), Refused> {
        let range = at.byte_range().unwrap_or(0..0);
        self.read_to = self.read_to.max(range.end);
        let span = span_of(self.file, range.start, range.end);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_extras(span, anchor, tag.map(|tag| tag.original()));
                self.scalar(text.into_owned(), style, span)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_extras(span, anchor, tag.map(|tag| tag.original()));
                self.begin(
                    Open::List {
                        start: range.start,
                        items: Vec::new(),
                    },
                    span,
                )
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_extras(span, anchor, tag.map(|tag| tag.original()));
                let table = OpenTable {
                    start: range.start,
                    entries: Vec::new(),
                    seen: BTreeMap::new(),
                    key: Key::Awaited,
                };
                self.begin(Open::Table(table), span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range.end),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                Err(unsupported(span, "an alias", "repeat the value"))
            }
            Event::DocumentEnd => {
                self.documents.extend(self.whole.take());
                Ok(())
            }
            Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::Anchor(..) => Ok(()),
            // The parser's events are open for additions; one that is not known cannot be read.
            other => Err(unsupported(
                span,
                &format!("{other:?}"),
                "use plain mappings, lists and texts",
            )),
        }
    }

    /// Returns what is said where the parser stopped, and drops the document that the rest would belong to.
    fn stopped(&mut self, error: &ScanError) -> Diagnostic {
        if *error.kind() == ErrorKind::ExpectedDocumentStart {
            self.documents.pop();
        }
        let end = self.text.len();
        let stop = Stop {
            file: self.file,
            text: self.text,
            at: error.marker().byte_offset().unwrap_or(end).min(end),
            read_to: self.read_to,
            opened: self.open.iter().rev().find_map(|open| self.bracket(open)),
        };
        broken(stop, error.kind())
    }

    /// Returns where a collection begins that stands in brackets.
    fn bracket(&self, open: &Open) -> Option<usize> {
        let start = match open {
            Open::List { start, .. } => *start,
            Open::Table(table) => table.start,
        };
        let is_bracket = self.text.get(start..)?.starts_with(['[', '{']);
        is_bracket.then_some(start)
    }

    // The node behind a tag or anchor can still be read, so the rest of the document is checked too.
    fn refuse_extras(&mut self, span: Span, anchor: usize, tag: Option<String>) {
        if let Some(tag) = tag {
            let what = format!("the tag `{tag}`");
            let instead = "delete the tag; a text that begins with `!` belongs into quotation marks";
            self.findings
                .add(*unsupported(self.tag_before(span, &tag), &what, instead));
        }
        if anchor != 0 {
            let instead = "delete the anchor and repeat the value where it is needed";
            self.findings.add(*unsupported(span, "an anchor", instead));
        }
    }

    /// Returns where a tag stands that is written before a node; the node, where it is not close by.
    fn tag_before(&self, node: Span, tag: &str) -> Span {
        let end = node.start as usize;
        // A file can have a hundred thousand tags, and each is looked for.
        let from = end.saturating_sub(tag.len() + MOST_BETWEEN_TAG_AND_NODE);
        let near = self.text.floor_char_boundary(from);
        let found = self.text.get(near..end).and_then(|before| before.rfind(tag));
        match found.map(|at| near + at) {
            Some(start) => span_of(self.file, start, start + tag.len()),
            None => node,
        }
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, span: Span) -> Result<(), Refused> {
        if text.len() > LONGEST_SCALAR {
            return Err(Box::new(
                Diagnostic::at(
                    Code::TextTooLong,
                    span,
                    format!("a text of {} bytes", text.len()),
                    format!("at most {LONGEST_SCALAR} bytes are read"),
                )
                .help("keep long material in a file of its own and refer to it with an `evidence` record"),
            ));
        }
        // Escapes such as "\u0000" reach the text without standing in the file, and only quotes have them.
        if style == ScalarStyle::DoubleQuoted
            && let Some((character, family)) = text.chars().find_map(|c| Some((c, forbidden(c)?)))
        {
            return Err(Box::new(forbidden_character(span, character, family)));
        }
        let is_quoted = style != ScalarStyle::Plain;
        self.place(Node {
            span,
            content: Content::Scalar(Scalar { text, is_quoted }),
        })
    }

    fn begin(&mut self, collection: Open, span: Span) -> Result<(), Refused> {
        if self.open.len() >= DEEPEST {
            return Err(Box::new(Diagnostic::at(
                Code::NestedTooDeeply,
                span,
                format!("nested more than {DEEPEST} levels deep"),
                "this level is one too many",
            )));
        }
        if let Some(Open::Table(OpenTable {
            key: Key::Awaited, ..
        })) = self.open.last()
        {
            return Err(unsupported(
                span,
                "a list or mapping as a key",
                "use a text as the key",
            ));
        }
        self.open.push(collection);
        Ok(())
    }

    fn end(&mut self, end: usize) -> Result<(), Refused> {
        let (start, content) = match self.open.pop() {
            Some(Open::List { start, items }) => (start, Content::List(items)),
            Some(Open::Table(table)) => (table.start, Content::Table(table.entries)),
            None => return Ok(()),
        };
        // A block collection ends where the next thing begins; the blank in between is not part of it.
        let covered = self.text.get(start..end).unwrap_or_default().trim_end().len();
        let span = span_of(self.file, start, start + covered);
        self.place(Node { span, content })
    }

    fn place(&mut self, node: Node) -> Result<(), Refused> {
        self.n_nodes += 1;
        if self.n_nodes > MOST_NODES {
            return Err(Box::new(
                Diagnostic::at(
                    Code::NestedTooDeeply,
                    node.span,
                    format!("the file has more than {MOST_NODES} values"),
                    "reading stops here",
                )
                .help("split the file"),
            ));
        }
        match self.open.last_mut() {
            None if node.is_nothing() => {}
            None => self.whole = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Table(table)) => match std::mem::replace(&mut table.key, Key::Awaited) {
                Key::Awaited => table.key = key_of(table, node, self.findings)?,
                Key::Read(key) => table.entries.push(Entry { key, value: node }),
                Key::Repeated => {}
            },
        }
        Ok(())
    }
}

fn key_of(table: &mut OpenTable, node: Node, findings: &mut Diagnostics) -> Result<Key, Refused> {
    let Content::Scalar(scalar) = node.content else {
        return Err(unsupported(
            node.span,
            "a list or mapping as a key",
            "use a text as the key",
        ));
    };
    if scalar.text == "<<" && !scalar.is_quoted {
        findings.add(*unsupported(node.span, "a merge key", "write the keys out"));
        return Ok(Key::Repeated);
    }
    if let Some(first) = table.seen.get(&scalar.text) {
        let says = format!("the key `{}` stands twice in one mapping", scalar.text);
        let finding = Diagnostic::at(Code::DuplicateKey, node.span, says, "again here");
        findings.add(finding.and_at(*first, "first here").help("keep one of the two"));
        return Ok(Key::Repeated);
    }
    table.seen.insert(scalar.text.clone(), node.span);
    Ok(Key::Read(Spanned::new(scalar.text, node.span)))
}

fn unsupported(span: Span, what: &str, instead: &str) -> Refused {
    let finding = Diagnostic::at(
        Code::UnsupportedYaml,
        span,
        format!("{what} is not read"),
        "not part of our format",
    );
    Box::new(finding.help(instead))
}
