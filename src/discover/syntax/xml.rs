//! XML as its tags with the text behind each and the line. Comments are passed by; nothing is expanded or resolved.

/// A tag: opening, closing (its name begins with a slash) or empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'t> {
    pub(crate) name: &'t str,
    attributes: &'t str,
    /// The text up to the next tag.
    pub(crate) text: &'t str,
    pub(crate) line: usize,
}

impl<'t> Tag<'t> {
    /// Returns the value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'t str> {
        let mut rest = self.attributes;
        while let Some((before, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| "\"'".contains(*c))?;
            let (value, behind) = after[1..].split_once(quote)?;
            if before.trim() == name {
                return Some(value);
            }
            rest = behind;
        }
        None
    }
}

/// Returns the tags of a text.
pub(crate) fn tags(text: &str) -> Vec<Tag<'_>> {
    let (mut tags, mut rest, mut line) = (Vec::new(), text, 1);
    let n_lines = |part: &str| part.bytes().filter(|byte| *byte == b'\n').count();
    while let Some(start) = rest.find('<') {
        line += n_lines(&rest[..start]);
        rest = &rest[start..];
        let end = match rest.strip_prefix("<!--") {
            Some(comment) => comment.find("-->").map(|at| at + "<!---->".len()),
            None => rest.find('>').map(|at| at + 1),
        };
        let Some(end) = end else { break };
        if !rest.starts_with("<!") {
            let inner = rest[1..end - 1].trim_end_matches('/');
            let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
            let text = rest[end..].split('<').next().unwrap_or_default();
            tags.push(Tag {
                name,
                attributes,
                text: text.trim(),
                line,
            });
        }
        line += n_lines(&rest[..end]);
        rest = &rest[end..];
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_have_text_attributes_and_line() {
        let text = "<a>\n<!-- <b>\n-->\n<c Include=\"x\" V='1'/><d>y</d></a>";
        let told: Vec<(&str, &str, usize)> = tags(text)
            .iter()
            .map(|tag| (tag.name, tag.text, tag.line))
            .collect();
        assert_eq!(
            told,
            [
                ("a", "", 1),
                ("c", "", 4),
                ("d", "y", 4),
                ("/d", "", 4),
                ("/a", "", 4)
            ]
        );
        assert_eq!(tags(text)[1].attribute("Include"), Some("x"));
        assert_eq!(tags(text)[1].attribute("V"), Some("1"));
        assert_eq!(tags(text)[1].attribute("W"), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_to_an_end(text in "(?s).{0,200}", signs in "[<>!/=\"' \n\\-aé]{0,80}") {
            for tag in tags(&text).iter().chain(&tags(&signs)) {
                tag.attribute("a");
            }
        }
    }
}
