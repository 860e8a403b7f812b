//! Where a comment begins on a line: behind its sign, at the beginning or after a blank, outside quotes.

/// The signs that begin a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comments {
    /// `#`: YAML, TOML, shell, Python, Ruby, Dockerfile.
    Hash,
    /// `//`: JSON with comments, Gradle.
    Slashes,
    /// `#` and `//`: Terraform.
    HashAndSlashes,
    /// `#` and `;`: INI.
    HashAndSemicolon,
}

impl Comments {
    fn signs(self) -> &'static [&'static str] {
        match self {
            Self::Hash => &["#"],
            Self::Slashes => &["//"],
            Self::HashAndSlashes => &["#", "//"],
            Self::HashAndSemicolon => &["#", ";"],
        }
    }

    /// Returns a line without its comment.
    pub(crate) fn cut(self, line: &str) -> &str {
        let signs = self.signs();
        if !signs.iter().any(|sign| line.contains(sign)) {
            return line;
        }
        let (mut quote, mut is_after_blank, mut is_escaped) = (None, true, false);
        for (at, c) in line.char_indices() {
            match (quote, c) {
                (None, _) if is_after_blank && signs.iter().any(|sign| line[at..].starts_with(sign)) => {
                    return &line[..at];
                }
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), _) if c == open && !is_escaped => quote = None,
                (None | Some(_), _) => {}
            }
            is_escaped = c == '\\' && !is_escaped;
            is_after_blank = c.is_whitespace();
        }
        // An apostrophe in prose opens no quotation.
        match quote {
            Some(_) => self.cut_plainly(line),
            None => line,
        }
    }

    fn cut_plainly(self, line: &str) -> &str {
        let begin = self
            .signs()
            .iter()
            .filter_map(|sign| line.find(&format!(" {sign}")));
        begin.min().map_or(line, |at| &line[..at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_cut_where_it_begins() {
        for (comments, line, kept) in [
            (Comments::Hash, "a: b # c", "a: b "),
            (Comments::Hash, "# c", ""),
            (Comments::Hash, "a: \"b # c\"", "a: \"b # c\""),
            (Comments::Hash, "a: b#c", "a: b#c"),
            (Comments::Hash, "don't # c", "don't"),
            (
                Comments::Slashes,
                "\"u\": \"https://x\" // c",
                "\"u\": \"https://x\" ",
            ),
            (Comments::Slashes, "{ // c", "{ "),
            (Comments::HashAndSemicolon, "; c", ""),
            (Comments::HashAndSlashes, "a = 1 // c", "a = 1 "),
        ] {
            assert_eq!(comments.cut(line), kept, "{line}");
        }
    }
}
