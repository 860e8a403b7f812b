//! Writes XML 1.0: elements open and close in order, and whatever stands in a text or an attribute is data. What comes in
//! is names of ours and texts of anybody; what goes out is well-formed. Knows no vocabulary.

use crate::render::escape::{push_attribute, push_text};

/// A document that is being written.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

/// An attribute with its value.
pub(crate) type Attribute<'a> = (&'static str, &'a str);

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
        push_text(&mut self.text, text);
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
            push_attribute(&mut self.text, value);
            self.text.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_close_in_order_and_texts_are_data() {
        let mut xml = Xml::document();
        xml.open("a", &[("b", "\"<\n>\"")]);
        xml.leaf("c", &[], "</a>&amp;");
        xml.empty("d", &[]);
        let file = String::from_utf8(xml.finish()).unwrap();
        let read = roxmltree::Document::parse(&file).unwrap();
        let a = read.root_element();
        assert_eq!(a.attribute("b"), Some("\"<\n>\""));
        let below: Vec<_> = a.children().map(|it| (it.tag_name().name(), it.text())).collect();
        assert_eq!(below, [("c", Some("</a>&amp;")), ("d", None)]);
    }
}
