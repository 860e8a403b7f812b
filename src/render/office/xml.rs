//! Writes XML 1.0: elements open and close in order, and whatever stands in a text or an attribute is data. What comes in
//! is names of ours and texts of anybody; what goes out is well-formed. Knows no vocabulary.

/// A document that is being written.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

/// An attribute with its value.
pub(crate) type Attribute<'a> = (&'static str, &'a str);

/// Stands for a character that XML 1.0 has no place for.
pub(crate) const REPLACED: char = '\u{fffd}';

impl Xml {
    /// Returns a document that holds its declaration.
    pub(crate) fn document() -> Self {
        Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned(),
            open: Vec::new(),
        }
    }

    /// Opens an element.
    pub(crate) fn open(&mut self, name: &'static str, attributes: &[Attribute]) {
        self.start(name, attributes);
        self.text.push('>');
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// Writes an element without content.
    pub(crate) fn empty(&mut self, name: &'static str, attributes: &[Attribute]) {
        self.start(name, attributes);
        self.text.push_str("/>");
    }

    /// Writes an element that holds a text.
    pub(crate) fn leaf(&mut self, name: &'static str, attributes: &[Attribute], text: &str) {
        self.open(name, attributes);
        self.escaped(text, Place::Text);
        self.close();
    }

    /// Returns the document with everything closed.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.text.into_bytes()
    }

    fn start(&mut self, name: &str, attributes: &[Attribute]) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            self.escaped(value, Place::Attribute);
            self.text.push('"');
        }
    }

    // A parser turns line ends and, in attributes, all white space into something else unless they are spelled
    // (XML 1.0, 2.11 and 3.3.3).
    fn escaped(&mut self, text: &str, place: Place) {
        for c in text.chars() {
            match (c, place) {
                ('&', _) => self.text.push_str("&amp;"),
                ('<', _) => self.text.push_str("&lt;"),
                ('>', _) => self.text.push_str("&gt;"),
                ('\r', _) => self.text.push_str("&#13;"),
                ('"', Place::Attribute) => self.text.push_str("&quot;"),
                ('\n', Place::Attribute) => self.text.push_str("&#10;"),
                ('\t', Place::Attribute) => self.text.push_str("&#9;"),
                _ if is_character(c) => self.text.push(c),
                _ => self.text.push(REPLACED),
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Place {
    Text,
    Attribute,
}

/// Returns whether XML 1.0 has a place for a character (2.2).
pub(crate) fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_read_back_from_elements_and_attributes(text in any::<String>()) {
            let mut xml = Xml::document();
            xml.open("a", &[("b", &text)]);
            xml.leaf("c", &[], &text);
            let file = String::from_utf8(xml.finish()).unwrap();
            let read = roxmltree::Document::parse(&file).unwrap();
            let expected: String = text.chars().map(|c| if is_character(c) { c } else { REPLACED }).collect();
            prop_assert_eq!(read.root_element().attribute("b").unwrap(), expected.as_str());
            let leaf = read.root_element().first_element_child().unwrap();
            prop_assert_eq!(leaf.text().unwrap_or_default(), expected.as_str());
        }
    }

    #[test]
    fn every_character_of_the_lowest_plane_is_written_or_replaced() {
        let all: String = ('\0'..='\u{ffff}').collect();
        let mut xml = Xml::document();
        xml.leaf("a", &[("b", &all)], &all);
        let file = String::from_utf8(xml.finish()).unwrap();
        let read = roxmltree::Document::parse(&file).unwrap();
        // 29 control characters and the last two of the plane.
        let replaced = read
            .root_element()
            .text()
            .unwrap()
            .chars()
            .filter(|c| *c == REPLACED)
            .count();
        assert_eq!(replaced, 1 + 29 + 2);
    }
}
