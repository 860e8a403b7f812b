//! Spans become runs: emphasis, code, passages in another language, links and mentions of notes. Every text stands in an
//! element that holds text and nothing else, so whatever it says, it is no field, no link and no command.

use crate::render::docx::addresses::is_plain;
use crate::render::docx::writer::{Within, Writer, language};
use crate::render::pdf::document::{Look, Mark, Span, Target};

/// Whether a run belongs to a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Plain,
    Link,
}

// A document of the build lies beside this one in the same form.
fn beside(file: &str) -> Option<String> {
    file.strip_suffix(".md").map(|path| format!("{path}.docx"))
}

impl Writer<'_> {
    /// Writes the spans of a paragraph.
    pub(crate) fn spans(&mut self, spans: &[Span]) {
        for stretch in spans.chunk_by(|one, next| (one.link, one.mark) == (next.link, next.mark)) {
            match stretch.first().map(|span| (span.mark, span.link)) {
                Some((Mark::Note(note), _)) => self.mention(note),
                Some((Mark::Plain, link)) => self.stretch(stretch, link),
                None => {}
            }
        }
    }

    fn stretch(&mut self, spans: &[Span], link: Option<usize>) {
        let target = link.and_then(|number| self.document.links.get(number)?.as_ref());
        let attribute = match target {
            Some(Target::Address(address)) if is_plain(address) => {
                Some(("r:id", self.story.relations.outside("hyperlink", address)))
            }
            Some(Target::Anchor(id)) => self
                .survey
                .bookmarks
                .get(id)
                .map(|name| ("w:anchor", name.clone())),
            Some(Target::Document(file)) => {
                beside(file).map(|file| ("r:id", self.story.relations.outside("hyperlink", &file)))
            }
            Some(Target::Address(_)) | None => None,
        };
        let Some((name, value)) = attribute else {
            return spans.iter().for_each(|span| self.run(span, Ground::Plain));
        };
        self.open("w:hyperlink", &[(name, &value), ("w:history", "1")]);
        spans.iter().for_each(|span| self.run(span, Ground::Link));
        self.close();
    }

    fn run(&mut self, span: &Span, ground: Ground) {
        if span.text.is_empty() {
            return;
        }
        self.open("w:r", &[]);
        self.look(span, ground);
        self.text(&span.text);
        self.close();
    }

    fn look(&mut self, span: &Span, ground: Ground) {
        let look = span.look;
        if ground == Ground::Plain && look == Look::default() && span.language.is_none() {
            return;
        }
        self.open("w:rPr", &[]);
        match (ground, look.code) {
            (Ground::Plain, true) => self.value("w:rStyle", "CodeText"),
            (Ground::Link, _) => self.value("w:rStyle", "Hyperlink"),
            (Ground::Plain, false) => {}
        }
        if ground == Ground::Link && look.code {
            self.empty(
                "w:rFonts",
                &[
                    ("w:ascii", "Consolas"),
                    ("w:hAnsi", "Consolas"),
                    ("w:cs", "Consolas"),
                ],
            );
        }
        for (is_so, name) in [
            (look.bold, "w:b"),
            (look.italic, "w:i"),
            (look.strike, "w:strike"),
        ] {
            if is_so {
                self.empty(name, &[]);
            }
        }
        if let Some(tag) = &span.language {
            self.value("w:lang", &language(tag));
        }
        self.close();
    }

    /// Writes text into a run. Line feeds and tabs are elements of their own.
    pub(crate) fn text(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.empty("w:br", &[]);
            }
            for (at, piece) in line.split('\t').enumerate() {
                if at > 0 {
                    self.empty("w:tab", &[]);
                }
                if !piece.is_empty() {
                    self.story.xml.leaf("w:t", &[("xml:space", "preserve")], piece);
                }
            }
        }
    }

    /// Writes a run of plain text.
    pub(crate) fn plain(&mut self, text: &str) {
        self.run(&Span::plain(text), Ground::Plain);
    }

    /// Writes a field with what it last came to. The command is ours, never a text.
    pub(crate) fn field(&mut self, command: &'static str, last: &str) {
        self.open("w:fldSimple", &[("w:instr", command)]);
        self.plain(last);
        self.close();
    }

    // A word processor knows one mention of a note; the others lead there.
    fn mention(&mut self, note: usize) {
        let bookmark = format!("_Note{note:09}");
        let Some(number) = self.survey.number(note) else {
            return self.raised(&note.to_string());
        };
        if self.within == Within::Body && self.mentioned.insert(note) {
            return self.bookmarked(&bookmark, |writer| writer.reference(number));
        }
        self.open("w:hyperlink", &[("w:anchor", &bookmark), ("w:history", "1")]);
        self.raised(&number.to_string());
        self.close();
    }

    fn reference(&mut self, number: usize) {
        self.open("w:r", &[]);
        self.raised_look();
        self.empty("w:footnoteReference", &[("w:id", &number.to_string())]);
        self.close();
    }

    /// Writes a raised number.
    pub(crate) fn raised(&mut self, number: &str) {
        self.open("w:r", &[]);
        self.raised_look();
        self.text(number);
        self.close();
    }

    /// Writes the look of a raised number.
    pub(crate) fn raised_look(&mut self) {
        self.open("w:rPr", &[]);
        self.value("w:rStyle", "FootnoteReference");
        self.close();
    }
}
