//! Collects the text of a paragraph, heading or cell while it is being read: spans with their looks and links.

use crate::render::pdf::document::{Inlines, Look, Mark, Span};

/// The text so far.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    spans: Inlines,
    depths: [usize; 3],
    link: Option<usize>,
    links: Vec<String>,
    passages: Vec<Option<String>>,
}

/// Emphasis that begins and ends.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Emphasis {
    /// `*text*`
    Italic,
    /// `**text**`
    Bold,
    /// `~~text~~`
    Strike,
}

impl Runs {
    /// Begins an emphasis.
    pub(crate) fn begin(&mut self, emphasis: Emphasis) {
        self.depths[emphasis as usize] += 1;
    }

    /// Ends an emphasis.
    pub(crate) fn end(&mut self, emphasis: Emphasis) {
        let depth = &mut self.depths[emphasis as usize];
        *depth = depth.saturating_sub(1);
    }

    /// Begins a link to an address.
    pub(crate) fn begin_link(&mut self, address: String) {
        self.link = Some(self.links.len());
        self.links.push(address);
    }

    /// Ends the link.
    pub(crate) fn end_link(&mut self) {
        self.link = None;
    }

    /// Begins a span of HTML: a passage in a language, or one that says nothing of it.
    pub(crate) fn begin_span(&mut self, language: Option<String>) {
        self.passages.push(language);
    }

    /// Ends the last span; returns whether it was a passage in a language.
    pub(crate) fn end_span(&mut self) -> bool {
        self.passages.pop().flatten().is_some()
    }

    /// Adds text.
    pub(crate) fn text(&mut self, text: &str) {
        self.span(text, self.look(), Mark::Plain);
    }

    /// Adds code.
    pub(crate) fn code(&mut self, text: &str) {
        let look = Look {
            code: true,
            ..self.look()
        };
        self.span(text, look, Mark::Plain);
    }

    /// Adds the mark of a note, which is a link to it.
    pub(crate) fn note_mark(&mut self, number: usize, address: String) {
        let outer = self.link;
        self.begin_link(address);
        self.span(&number.to_string(), Look::default(), Mark::Note(number));
        self.link = outer;
    }

    /// Returns the spans and starts anew; emphasis and link go on, passages do not.
    pub(crate) fn take(&mut self) -> Inlines {
        self.passages.clear();
        std::mem::take(&mut self.spans)
    }

    /// Returns the addresses by number.
    pub(crate) fn into_links(self) -> Vec<String> {
        self.links
    }

    fn look(&self) -> Look {
        let [italic, bold, strike] = self.depths.map(|depth| depth > 0);
        Look {
            bold,
            italic,
            strike,
            code: false,
        }
    }

    fn span(&mut self, text: &str, look: Look, mark: Mark) {
        let link = self.link;
        let language = self.passages.iter().rev().flatten().next();
        match self.spans.last_mut() {
            Some(last)
                if last.look == look
                    && last.link == link
                    && last.mark == mark
                    && last.language.as_ref() == language =>
            {
                last.text.push_str(text);
            }
            _ => self.spans.push(Span {
                text: text.to_owned(),
                look,
                link,
                mark,
                language: language.cloned(),
            }),
        }
    }
}
