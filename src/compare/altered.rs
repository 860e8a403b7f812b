//! Which files were altered: documents that are no longer as they were made, and files that records name whose content
//! is another while their name stayed. What the files are comes in, from whoever has read them; no disk is read here.

use crate::compare::change::{About, Change, Kind, Said, Topic};
use std::collections::{BTreeMap, BTreeSet};

/// The hash of each file of a project that records name, in lower-case hex, by path.
pub type NamedFiles = BTreeMap<String, String>;

/// What became of the documents of a folder since they were made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Condition {
    /// Every document that was made.
    pub made: BTreeSet<String>,
    /// Those that are not as they were made, and others that nobody made, with what is wrong in words.
    pub altered: BTreeMap<String, String>,
}

const AS_MADE: &str = "as it was made";
/// How many digits of a hash tell two files apart for a person.
const SHOWN_DIGITS: usize = 16;

/// Returns the named files that are in both projects with another content. One that only one project has comes with a
/// change of the record that names it.
pub(crate) fn content_changes(olds: &NamedFiles, news: &NamedFiles) -> Vec<Change> {
    let said = |sha256: &String| {
        let digits: String = sha256.chars().take(SHOWN_DIGITS).collect();
        Some(Said::new(sha256.clone(), format!("SHA-256 {digits}")))
    };
    let in_both = olds
        .iter()
        .filter_map(|(path, old)| Some((path, old, news.get(path)?)));
    let rows = in_both.map(|(path, old, new)| row(Topic::NamedFile, path, said(old), said(new)));
    rows.filter(Change::is_one).collect()
}

/// Returns the documents that are not as they were made, on whichever side. One that was altered on both sides alike is
/// told too: neither side shows what was made.
pub(crate) fn document_changes(conditions: [&Condition; 2]) -> Vec<Change> {
    let [olds, news] = conditions.map(|it| it.altered.keys());
    let paths: BTreeSet<&String> = olds.chain(news).collect();
    let rows = paths.into_iter().map(|path| {
        let [before, after] = conditions.map(|it| it.said(path));
        row(Topic::Output, path, before, after)
    });
    rows.collect()
}

impl Condition {
    fn said(&self, path: &str) -> Option<Said> {
        let made = self.made.contains(path).then(|| Said::new("as_made", AS_MADE));
        let altered = self.altered.get(path);
        altered.map(|words| Said::new("altered", words.clone())).or(made)
    }
}

fn row(topic: Topic, path: &str, before: Option<Said>, after: Option<Said>) -> Change {
    Change::new(Kind::Integrity, About::Files, topic, path, before, after)
}
