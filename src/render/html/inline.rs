//! Text with looks and links becomes HTML inside a line. Every letter goes through the escape; tags are ours alone.

use crate::documents::group::MEMBERS;
use crate::render::escape::{escaped, push_escaped};
use crate::render::html::REPORT;
use crate::render::html::place::Place;
use crate::render::pdf::document::{Inlines, Look, Mark, Span, Target};

/// Adds a line of text.
pub(crate) fn push_inlines(out: &mut String, place: &Place<'_>, inlines: &Inlines) {
    let mut open: Option<usize> = None;
    for span in inlines {
        if span.link != open {
            if open.is_some_and(|link| place.address(link).is_some()) {
                out.push_str("</a>");
            }
            open = span.link;
            if let Some(address) = span.link.and_then(|link| place.address(link)) {
                out.push_str(&format!("<a href=\"{}\">", escaped(&address)));
            }
        }
        push_span(out, span);
    }
    if open.is_some_and(|link| place.address(link).is_some()) {
        out.push_str("</a>");
    }
}

fn push_span(out: &mut String, span: &Span) {
    let tags = tags(span);
    if let Some(language) = &span.language {
        out.push_str(&format!("<span lang=\"{}\">", escaped(language)));
    }
    tags.iter().for_each(|tag| out.push_str(&format!("<{tag}>")));
    for (at, line) in span.text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<br/>");
        }
        push_escaped(out, line);
    }
    tags.iter()
        .rev()
        .for_each(|tag| out.push_str(&format!("</{tag}>")));
    if span.language.is_some() {
        out.push_str("</span>");
    }
}

fn tags(span: &Span) -> Vec<&'static str> {
    let Look {
        bold,
        italic,
        strike,
        code,
    } = span.look;
    let is_mark = matches!(span.mark, Mark::Note(_));
    let wished = [
        (is_mark, "sup"),
        (bold, "strong"),
        (italic, "em"),
        (strike, "s"),
        (code, "code"),
    ];
    let tags = wished.into_iter().filter(|(is_wished, _)| *is_wished);
    tags.map(|(_, tag)| tag).collect()
}

impl Place<'_> {
    /// Returns where a link leads within the report or outside of it; none when it leads to nothing that is there.
    fn address(&self, link: usize) -> Option<String> {
        let target = self.links.get(link)?.as_ref()?;
        match target {
            Target::Address(address) => Some(address.clone()),
            Target::Anchor(id) => Some(format!("#{}", self.id(id))),
            Target::Document(file) => {
                let path = file.strip_suffix(".md")?;
                match self.documents.contains(path) {
                    true => Some(format!("#{path}")),
                    false => self.of_member(path),
                }
            }
        }
    }

    /// Returns where a document of a member of the group stands: on the page in the member's folder.
    fn of_member(&self, path: &str) -> Option<String> {
        let (member, document) = path.strip_prefix(MEMBERS)?.strip_prefix('/')?.split_once('/')?;
        let is_member = self.members.contains(member);
        is_member.then(|| format!("{MEMBERS}/{member}/{REPORT}#{document}"))
    }
}
