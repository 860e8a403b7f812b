//! Text becomes text of XML and of HTML: what would be markup is written as a reference, and a parser gives back what was
//! written. Knows no vocabulary. The three ways differ only where the places do; a character that a place cannot hold
//! becomes U+FFFD in all of them, so that nobody takes its neighbours for a word.

/// Stands for a character that there is no place for.
pub(crate) const REPLACED: char = '\u{fffd}';

/// Adds a text between two tags of XML 1.0.
pub(crate) fn push_text(out: &mut String, text: &str) {
    push(out, text, Place::Text);
}

/// Adds the value of an attribute of XML 1.0, between double quotes.
pub(crate) fn push_attribute(out: &mut String, text: &str) {
    push(out, text, Place::Attribute);
}

/// Adds a text to a page or a picture that may stand in one: to a text or to an attribute between double quotes, read as
/// HTML or as XML, so that nobody has to know where it will stand.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    push(out, text, Place::Page);
}

/// Returns a text for a page, as [`push_escaped`] writes it.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Attribute,
    Page,
}

// A parser of XML turns line ends and, in attributes, all white space into something else unless they are spelled (XML 1.0,
// 2.11 and 3.3.3). Every reader of HTML sees an error in a spelled carriage return, and nobody sees one on a page.
fn push(out: &mut String, text: &str, place: Place) {
    for c in text.chars() {
        match (c, place) {
            ('&', _) => out.push_str("&amp;"),
            ('<', _) => out.push_str("&lt;"),
            ('>', _) => out.push_str("&gt;"),
            ('"', Place::Attribute | Place::Page) => out.push_str("&quot;"),
            ('\n', Place::Attribute | Place::Page) | ('\r', Place::Page) => out.push_str("&#10;"),
            ('\t', Place::Attribute | Place::Page) => out.push_str("&#9;"),
            ('\r', Place::Text | Place::Attribute) => out.push_str("&#13;"),
            _ if is_held(c, place) => out.push(c),
            _ => out.push(REPLACED),
        }
    }
}

fn is_held(c: char, place: Place) -> bool {
    match place {
        Place::Text | Place::Attribute => is_character(c),
        // HTML calls other control characters and all noncharacters errors (13.2.3.5).
        Place::Page => is_character(c) && !c.is_control() && !is_noncharacter(c),
    }
}

/// Returns whether XML 1.0 has a place for a character (2.2).
pub(crate) fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Push = fn(&mut String, &str);

    /// What a parser of XML reads, where a text stands between tags and in an attribute.
    fn read(text: Push, attribute: Push, said: &str) -> [String; 2] {
        let mut file = "<a b=\"".to_owned();
        attribute(&mut file, said);
        file.push_str("\">");
        text(&mut file, said);
        file.push_str("</a>");
        let read = roxmltree::Document::parse(&file).unwrap();
        let a = read.root_element();
        let texts = a.descendants().filter(roxmltree::Node::is_text);
        let text = texts.filter_map(|it| it.text()).collect();
        [text, a.attribute("b").unwrap().to_owned()]
    }

    fn check(said: &str) {
        let kept = |place: Place| -> String {
            let chars = said.chars();
            chars
                .map(|c| if is_held(c, place) { c } else { REPLACED })
                .collect()
        };
        let in_xml = kept(Place::Text);
        assert_eq!(read(push_text, push_attribute, said), [in_xml.clone(), in_xml]);
        let on_page: String = said
            .chars()
            .map(|c| match c {
                '\r' => '\n',
                '\n' | '\t' => c,
                _ if is_held(c, Place::Page) => c,
                _ => REPLACED,
            })
            .collect();
        assert_eq!(read(push_escaped, push_escaped, said), [on_page.clone(), on_page]);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_as_itself(said in any::<String>()) {
            check(&said);
        }

        #[test]
        fn what_looks_like_markup_comes_back_as_itself(said in "[<>&\"'#;x0-9a-z\\]\\[! \t\r\n-]{0,60}") {
            check(&said);
        }
    }

    #[test]
    fn every_character_of_the_lowest_plane_comes_back_or_is_replaced() {
        let all: String = ('\0'..='\u{ffff}').collect();
        check(&all);
        let n_replaced = |[text, _]: [String; 2]| text.chars().filter(|c| *c == REPLACED).count();
        // 29 control characters, the last two of the plane, and the one that stands for them.
        assert_eq!(n_replaced(read(push_text, push_attribute, &all)), 29 + 2 + 1);
        // Of 65 control characters three are held; 32 noncharacters stand in the middle.
        assert_eq!(
            n_replaced(read(push_escaped, push_escaped, &all)),
            62 + 32 + 2 + 1
        );
    }
}
