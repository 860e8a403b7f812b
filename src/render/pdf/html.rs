//! What HTML inside a line of Markdown means on paper: a line break, a comment, a passage in another language.
//! Everything else has no meaning there. Says what a tag is, and does nothing about it.

/// A tag or comment inside a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Html {
    /// `<br>`: a forced line break.
    Break,
    /// A comment, which nobody reads.
    Comment,
    /// A span begins: with the language of the passage, or `None` when it says anything else.
    Span(Option<String>),
    /// `</span>`.
    SpanEnd,
    /// Any other tag.
    Other,
}

impl Html {
    /// Returns what a tag means.
    pub(crate) fn of(tag: &str) -> Self {
        let squeezed: String = tag.split_whitespace().collect();
        match squeezed.to_ascii_lowercase().as_str() {
            "<br>" | "<br/>" => Self::Break,
            comment if comment.starts_with("<!--") => Self::Comment,
            "</span>" => Self::SpanEnd,
            "<span>" => Self::Span(None),
            _ if tag.starts_with("<span ") => Self::Span(language(tag)),
            _ => Self::Other,
        }
    }
}

fn language(tag: &str) -> Option<String> {
    let said = tag.strip_prefix("<span lang=\"")?.strip_suffix("\">")?;
    is_language(said).then(|| said.to_owned())
}

// The shape of a tag (RFC 5646, 2.1): subtags of one to eight letters or digits, the first of letters alone.
fn is_language(tag: &str) -> bool {
    const LONGEST_SUBTAG: usize = 8;
    let is_subtag = |part: &str| {
        (1..=LONGEST_SUBTAG).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let first = tag.split('-').next().unwrap_or_default();
    first.len() > 1 && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && tag.split('-').all(is_subtag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_means_a_break_a_comment_a_passage_or_nothing() {
        let passage = |language: &str| Html::Span(Some(language.to_owned()));
        for (tag, expected) in [
            ("<br>", Html::Break),
            ("<BR />", Html::Break),
            ("<!-- a\nb -->", Html::Comment),
            ("<span lang=\"de\">", passage("de")),
            ("<span lang=\"sr-Latn-RS\">", passage("sr-Latn-RS")),
            ("</span>", Html::SpanEnd),
            ("<span>", Html::Span(None)),
            ("<span lang=\"\">", Html::Span(None)),
            ("<span lang=\"d\">", Html::Span(None)),
            ("<span lang=\"12\">", Html::Span(None)),
            ("<span lang=\"de-\">", Html::Span(None)),
            ("<span lang=\"de_DE\">", Html::Span(None)),
            ("<span lang=\"de\" class=\"x\">", Html::Span(None)),
            ("<span lang='de'>", Html::Span(None)),
            ("<b>", Html::Other),
            ("</b>", Html::Other),
            ("<spanner>", Html::Other),
        ] {
            assert_eq!(Html::of(tag), expected, "{tag}");
        }
    }
}
