//! Looks over an XML text before a parser sees it: how deep it is, how much it holds, whether it declares entities. The
//! parser behind it is recursive and would end the program on a deep nesting. Also notes where each name stands, which
//! that parser does not tell. Judges nothing else; what is not well-formed is left to the parser.

use crate::diag::Diagnostic;
use crate::diag::codes::Code;
use crate::sbom::MOST_PARTS;
use crate::source::{FileId, Span};
use std::collections::BTreeMap;

/// The deepest nesting of elements that is read.
const DEEPEST: usize = 64;
/// The most elements of one file that are read; a part has about ten.
const MOST_ELEMENTS: usize = MOST_PARTS * 10;
/// The most attributes of one element that are read.
const MOST_ATTRIBUTES: usize = 32;

/// Returns where each `bom-ref` stands.
///
/// # Errors
/// Fails at the first place that goes beyond a limit.
pub(crate) fn look_over(file: FileId, text: &str) -> Result<BTreeMap<String, Span>, Box<Diagnostic>> {
    let mut scan = Scan {
        file,
        text,
        at: 0,
        depth: 0,
        n_elements: 0,
        places: BTreeMap::new(),
    };
    scan.refuse_controls()?;
    while let Some(found) = text[scan.at..].find('<') {
        scan.at += found;
        scan.markup()?;
    }
    Ok(scan.places)
}

struct Scan<'t> {
    file: FileId,
    text: &'t str,
    at: usize,
    depth: usize,
    n_elements: usize,
    places: BTreeMap<String, Span>,
}

impl Scan<'_> {
    // A text of zero bytes between letters could be declared to be in another encoding, in which other tags stand.
    fn refuse_controls(&mut self) -> Result<(), Box<Diagnostic>> {
        let is_control = |it: char| it.is_control() && !"\t\n\r".contains(it);
        match self.text.find(is_control) {
            None => Ok(()),
            Some(at) => {
                self.at = at;
                Err(self.refused(Code::ForbiddenCharacter, "a control character stands in the file"))
            }
        }
    }

    fn markup(&mut self) -> Result<(), Box<Diagnostic>> {
        let rest = &self.text[self.at..];
        let passed_over = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((_, end)) = passed_over.iter().find(|(begin, _)| rest.starts_with(begin)) {
            self.at += rest.find(end).map_or(rest.len(), |found| found + end.len());
            return Ok(());
        }
        if rest.starts_with("<!") {
            return Err(self.refused(
                Code::UnsupportedBom,
                "a document type declaration is not read, for it can declare entities that grow without end",
            ));
        }
        if rest.starts_with("</") {
            self.depth = self.depth.saturating_sub(1);
            self.at += rest.find('>').map_or(rest.len(), |found| found + 1);
            return Ok(());
        }
        self.element(rest)
    }

    fn element(&mut self, rest: &str) -> Result<(), Box<Diagnostic>> {
        let Tag { length, n_attributes } = tag(rest);
        self.n_elements += 1;
        if n_attributes > MOST_ATTRIBUTES || self.n_elements > MOST_ELEMENTS || self.depth >= DEEPEST {
            let says = format!(
                "the file is nested more than {DEEPEST} levels deep, has more than {MOST_ELEMENTS} elements, or one of \
                 more than {MOST_ATTRIBUTES} attributes"
            );
            return Err(self.refused(Code::NestedTooDeeply, &says));
        }
        let tag = &rest[..length];
        if !tag.ends_with("/>") {
            self.depth += 1;
        }
        self.note_name(tag);
        self.at += length;
        Ok(())
    }

    fn note_name(&mut self, tag: &str) {
        const ATTRIBUTE: &str = "bom-ref=";
        let Some(found) = tag.find(ATTRIBUTE) else { return };
        let value = found + ATTRIBUTE.len() + 1;
        let quote = tag[value - 1..]
            .chars()
            .next()
            .filter(|it| ['"', '\''].contains(it));
        if let Some(end) = quote.and_then(|quote| tag[value..].find(quote)) {
            let span = self.span(self.at + value, self.at + value + end);
            self.places
                .entry(tag[value..value + end].to_owned())
                .or_insert(span);
        }
    }

    fn refused(&self, code: Code, says: &str) -> Box<Diagnostic> {
        let next = self.text[self.at..].chars().next();
        let span = self.span(self.at, self.at + next.map_or(0, char::len_utf8));
        let finding = Diagnostic::at(code, span, says, "reading stops here");
        Box::new(finding.help("ask whoever made the file for an ordinary CycloneDX document"))
    }

    // Files are smaller than 4 GiB, so an offset always fits.
    fn span(&self, start: usize, end: usize) -> Span {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            file: self.file,
            start: offset(start),
            end: offset(end),
        }
    }
}

struct Tag {
    length: usize,
    n_attributes: usize,
}

/// Reads to the end of a tag; what stands in quotes is part of it.
fn tag(rest: &str) -> Tag {
    let (mut quote, mut n_attributes) = (None, 0);
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => {
                quote = Some(byte);
                n_attributes += 1;
            }
            (None, b'>') => {
                return Tag {
                    length: at + 1,
                    n_attributes,
                };
            }
            (None, _) => {}
        }
    }
    Tag {
        length: rest.len(),
        n_attributes,
    }
}
