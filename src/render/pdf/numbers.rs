//! Numbers of headings: 1, 1.1, 2. Documents whose headings carry numbers of their own get none.

use crate::render::pdf::document::{Block, plain};

/// Counts sections and subsections.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers {
    are_wanted: bool,
    section: usize,
    subsection: usize,
}

impl Numbers {
    /// Returns a counter that gives no numbers.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// Returns a counter for a document: without numbers when its sections already begin with digits.
    pub(crate) fn for_document(blocks: &[Block]) -> Self {
        let mut sections = blocks
            .iter()
            .filter_map(Block::as_heading)
            .filter(|heading| heading.level == 2);
        let has_own = sections.any(|heading| plain(&heading.text).starts_with(|c: char| c.is_ascii_digit()));
        Self {
            are_wanted: !has_own,
            ..Self::default()
        }
    }

    /// Returns the number of the next heading, if it has one.
    pub(crate) fn next(&mut self, level: u8) -> Option<String> {
        match level {
            2 => {
                self.section += 1;
                self.subsection = 0;
            }
            3 => self.subsection += 1,
            _ => return None,
        }
        let number = match level {
            2 => self.section.to_string(),
            _ => format!("{}.{}", self.section, self.subsection),
        };
        self.are_wanted.then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pdf::reader::read;

    #[track_caller]
    fn check(markdown: &str, expected: &[Option<&str>]) {
        let blocks = read(markdown, &[]).blocks;
        let mut numbers = Numbers::for_document(&blocks);
        let found: Vec<_> = blocks
            .iter()
            .filter_map(Block::as_heading)
            .map(|heading| numbers.next(heading.level))
            .collect();
        assert_eq!(found.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn sections_are_counted_and_subsections_within_them() {
        check(
            "## A\n### B\n### C\n#### D\n## E\n### F",
            &[Some("1"), Some("1.1"), Some("1.2"), None, Some("2"), Some("2.1")],
        );
    }

    #[test]
    fn a_document_with_numbers_of_its_own_gets_no_others() {
        check("## 1. A\n### B", &[None, None]);
    }
}
