//! How far things reach in a text of YAML: the last byte of a node, the line around a place, the comments in a range,
//! the style of a collection. Looks at a text and the tree read from it; changes nothing.

use crate::yaml::node::{Content, Entry, Node};

/// A text, looked at by places in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lines<'t>(pub(crate) &'t str);

impl<'t> Lines<'t> {
    /// Returns where the line around a place begins.
    pub(crate) fn start(self, at: usize) -> usize {
        self.0[..at].rfind('\n').map_or(0, |found| found + 1)
    }

    /// Returns where the line around a place ends, before its line break.
    pub(crate) fn end(self, at: usize) -> usize {
        let end = self.0[at..].find('\n').map_or(self.0.len(), |found| at + found);
        match self.0[at..end].ends_with('\r') {
            true => end - 1,
            false => end,
        }
    }

    /// Returns the line break of the line around a place; that of the text for its last line.
    pub(crate) fn line_break(self, at: usize) -> &'static str {
        let after = self.0[at..].find('\n').map(|found| at + found);
        let found = after.or_else(|| self.0[..at].rfind('\n'));
        match found.is_some_and(|found| self.0[..found].ends_with('\r')) {
            true => "\r\n",
            false => "\n",
        }
    }

    /// Returns the number of characters between the beginning of the line and a place.
    pub(crate) fn column(self, at: usize) -> usize {
        self.0[self.start(at)..at].chars().count()
    }

    /// Returns whether nothing but blanks stands before a place on its line.
    pub(crate) fn begins_line(self, at: usize) -> bool {
        self.0[self.start(at)..at].bytes().all(|byte| byte == b' ')
    }

    /// Returns the place of the colon behind a key.
    pub(crate) fn colon(self, entry: &Entry) -> Option<usize> {
        let end = entry.key.span.end as usize;
        let blanks = self.0[end..].len() - self.0[end..].trim_start_matches([' ', '\t']).len();
        self.0[end + blanks..].starts_with(':').then_some(end + blanks)
    }

    /// Returns one past the last byte of an entry.
    pub(crate) fn end_of_entry(self, entry: &Entry) -> usize {
        match (is_empty(&entry.value), self.colon(entry)) {
            (true, Some(colon)) => colon + 1,
            (true, None) => entry.key.span.end as usize,
            (false, _) => self.end_of(&entry.value),
        }
    }

    /// Returns one past the last byte of a node, without blanks and comments that follow it.
    pub(crate) fn end_of(self, node: &Node) -> usize {
        let own = node.span.end as usize;
        match &node.content {
            Content::Scalar(_) => own,
            _ if self.is_flow(node) => own,
            Content::List(items) => items.last().map_or(own, |item| self.end_of(item)),
            Content::Table(entries) => entries.last().map_or(own, |entry| self.end_of_entry(entry)),
        }
    }

    /// Returns where a line that follows a node's last line may be put in: at the end of that line, or at the
    /// beginning of the next when the line break belongs to the node, as in a block of text.
    pub(crate) fn after(self, end: usize) -> usize {
        match self.0[..end].ends_with('\n') {
            true => end,
            false => self.end(end),
        }
    }

    /// Returns whether a collection is written in brackets or braces.
    pub(crate) fn is_flow(self, node: &Node) -> bool {
        let opens = match &node.content {
            Content::List(_) => '[',
            Content::Table(_) => '{',
            Content::Scalar(_) => return false,
        };
        self.0[node.span.start as usize..].starts_with(opens)
    }

    /// Returns the comments of a range, in order; `within` holds every scalar of the range.
    pub(crate) fn comments(self, from: usize, to: usize, within: &Node) -> Vec<&'t str> {
        let mut scalars = Vec::new();
        collect_scalars(within, &mut scalars);
        let mut comments = Vec::new();
        let mut at = from;
        while let Some(found) = self.0[at..to].find('#').map(|found| at + found) {
            let is_inside = scalars
                .iter()
                .find(|(start, end)| (*start..*end).contains(&found));
            let follows_blank = self.0[..found].ends_with(char::is_whitespace);
            at = match is_inside {
                Some((_, end)) => *end,
                None if !follows_blank => found + 1,
                None => {
                    let end = self.end(found);
                    comments.push(self.0[found..end].trim_end());
                    end
                }
            };
            if at >= to {
                break;
            }
        }
        comments
    }

    /// Returns the first character after a place that is neither blank nor part of a comment, with its place.
    pub(crate) fn next_mark(self, at: usize) -> Option<(usize, char)> {
        let mut at = at;
        loop {
            let rest = &self.0[at..];
            let blanks = rest.len() - rest.trim_start().len();
            let next = rest[blanks..].chars().next()?;
            at += blanks;
            match next {
                '#' => at = self.end(at),
                _ => return Some((at, next)),
            }
        }
    }
}

/// Returns whether nothing is written where a node stands.
pub(crate) fn is_empty(node: &Node) -> bool {
    node.is_nothing() && node.span.start == node.span.end
}

// The tree is at most 64 levels deep.
fn collect_scalars(node: &Node, into: &mut Vec<(usize, usize)>) {
    let mut add = |span: crate::source::Span| into.push((span.start as usize, span.end as usize));
    match &node.content {
        Content::Scalar(_) => add(node.span),
        Content::List(items) => items.iter().for_each(|item| collect_scalars(item, into)),
        Content::Table(entries) => {
            entries.iter().for_each(|entry| add(entry.key.span));
            entries
                .iter()
                .for_each(|entry| collect_scalars(&entry.value, into));
        }
    }
}
