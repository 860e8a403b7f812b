//! Marks inside texts on their way to a page: around what the inventory says, where a page must name its language, and
//! before a phrase that no catalog has. They are noncharacters, which an inventory is refused for, so nobody else can
//! write them; a page never holds them.

/// Opens a text of the inventory.
const OPEN: char = '\u{FDD0}';
/// Closes it.
const CLOSE: char = '\u{FDD1}';
/// Stands before the reason why a phrase could not be said.
const UNSAID: char = '\u{FDD2}';

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words of the document.
    Own(&'a str),
    /// Words of the inventory.
    Quoted(&'a str),
}

/// Returns a text of the inventory between its marks.
pub fn quoted(text: &str) -> String {
    format!("{OPEN}{}{CLOSE}", plain(text))
}

/// Returns a text without marks.
pub fn plain(text: &str) -> String {
    text.replace([OPEN, CLOSE, UNSAID], "")
}

/// Returns the parts of a text, in order; a mark without a partner counts as the end of the text.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for (at, piece) in text.split(OPEN).enumerate() {
        let (quoted, own) = match at {
            0 => ("", piece),
            _ => piece.split_once(CLOSE).unwrap_or((piece, "")),
        };
        if !quoted.is_empty() {
            parts.push(Part::Quoted(quoted));
        }
        if !own.is_empty() {
            parts.push(Part::Own(own));
        }
    }
    parts
}

/// Returns the text that stands in place of a phrase that could not be said.
pub(crate) fn not_said(why: &str) -> String {
    format!("{UNSAID}{}", plain(why))
}

/// Returns why a phrase in the text could not be said, if one could not.
pub fn unsaid(text: &str) -> Option<&str> {
    text.split_once(UNSAID).map(|(_, why)| why)
}

/// Returns a page whose quoted texts are set apart by these two texts.
pub(crate) fn set_apart(page: &str, before: &str, after: &str) -> String {
    page.replace(OPEN, before).replace(CLOSE, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_apart_where_it_is_marked() {
        let text = format!("{}: {} and {}", quoted("Acme"), "on", quoted("a b"));
        let expected = [Part::Quoted("Acme"), Part::Own(": on and "), Part::Quoted("a b")];
        assert_eq!(parts(&text), expected);
        assert_eq!(plain(&text), "Acme: on and a b");
        assert_eq!(parts("plain"), [Part::Own("plain")]);
        assert_eq!(parts(""), []);
    }

    #[test]
    fn a_mark_inside_a_quoted_text_is_gone() {
        let twice = quoted(&quoted("a"));
        assert_eq!(parts(&twice), [Part::Quoted("a")]);
        assert_eq!(unsaid(&format!("x {}", not_said("no phrase"))), Some("no phrase"));
        assert_eq!(unsaid("x"), None);
    }
}
