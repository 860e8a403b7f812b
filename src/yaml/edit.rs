//! Changes values in a text of YAML and leaves the rest as it is, byte for byte: comments, order, styles, line ends.
//! After each change the text is read again and compared with the tree that was wanted; where the two differ, or the
//! place is one that cannot be changed without loss, nothing comes out but the reason. Touches no file.

use crate::diag::Diagnostics;
use crate::source::FileId;
use crate::yaml::node::{Content, Node};
use crate::yaml::parse::parse;
use crate::yaml::splice::spliced;
use crate::yaml::written::{Value, entry};

/// One step on the way from a record to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value under a key, which need not be there yet.
    Key(String),
    /// An item of a list, by position.
    Item(usize),
}

/// One change of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The way to the place.
    pub path: Vec<Step>,
    /// What happens there.
    pub act: Act,
}

/// What a change does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Writes the value, in place of another if there is one.
    Set(Value),
    /// Adds the item to the list.
    Append(Value),
}

impl Change {
    /// Returns the change that writes a value at a path of keys, such as `facts.art50.obvious`.
    pub fn set(path: &str, value: Value) -> Self {
        Self {
            path: keys(path),
            act: Act::Set(value),
        }
    }

    /// Returns the change that adds an item to the list at a path of keys.
    pub fn append(path: &str, item: Value) -> Self {
        Self {
            path: keys(path),
            act: Act::Append(item),
        }
    }
}

/// Returns a path of keys that are joined by dots.
pub fn keys(path: &str) -> Vec<Step> {
    path.split('.').map(|key| Step::Key(key.to_owned())).collect()
}

/// Returns the text with the changes made, in the document that begins at byte `start`.
///
/// # Errors
/// Says why a change cannot be made without doubt.
pub fn edited(text: &str, start: usize, changes: &[Change]) -> Result<String, String> {
    let documents = documents(text)?;
    let at = documents
        .iter()
        .position(|document| document.span.start as usize == start)
        .ok_or("the record is not where it was read")?;
    let unchanged = (text.to_owned(), documents);
    let changed = changes.iter().try_fold(unchanged, |(text, documents), change| {
        with_change(&text, documents, at, change)
    });
    changed.map(|(text, _)| text)
}

/// Returns the text with a change made in one of its documents, and the documents as they were read from it.
fn with_change(
    text: &str,
    mut wanted: Vec<Node>,
    at: usize,
    change: &Change,
) -> Result<(String, Vec<Node>), String> {
    let refused = || {
        format!(
            "`{}` stands where it cannot be changed without loss",
            change.shown()
        )
    };
    let text = spliced(text, &wanted[at], change).ok_or_else(refused)?;
    wanted[at] = changed(&wanted[at], change).ok_or_else(refused)?;
    let found = documents(&text)?;
    let is_same = found.len() == wanted.len()
        && found
            .iter()
            .zip(&wanted)
            .all(|(one, other)| says_same(one, other));
    match is_same {
        true => Ok((text, found)),
        false => Err(format!(
            "after writing `{}` the file would say something else",
            change.shown()
        )),
    }
}

fn documents(text: &str) -> Result<Vec<Node>, String> {
    let mut findings = Diagnostics::default();
    let documents = parse(FileId(0), text, &mut findings);
    match findings.sorted().first() {
        None => Ok(documents),
        Some(finding) => Err(finding.message.clone()),
    }
}

impl Change {
    fn shown(&self) -> String {
        let steps = self.path.iter().map(|step| match step {
            Step::Key(key) => key.clone(),
            Step::Item(at) => format!("{}", at + 1),
        });
        steps.collect::<Vec<_>>().join(".")
    }
}

/// Returns the tree with a change made, or nothing where what stands there cannot take it.
pub fn changed(node: &Node, change: &Change) -> Option<Node> {
    let mut node = node.clone();
    put(&mut node, &change.path, &change.act)?;
    Some(node)
}

fn put(node: &mut Node, path: &[Step], act: &Act) -> Option<()> {
    let Some((step, rest)) = path.split_first() else {
        return put_here(node, act);
    };
    match (step, &mut node.content) {
        (Step::Item(at), Content::List(items)) => put(items.get_mut(*at)?, rest, act),
        (Step::Key(key), Content::Table(entries)) => {
            if let Some(found) = entries.iter_mut().find(|entry| entry.key.value == *key) {
                if !rest.is_empty() && is_free(&found.value) {
                    found.value = Value::Table(Vec::new()).node();
                }
                return put(&mut found.value, rest, act);
            }
            let mut value = Value::Table(Vec::new()).node();
            put(&mut value, rest, act)?;
            entries.push(entry(key, value));
            Some(())
        }
        (Step::Item(_) | Step::Key(_), _) => None,
    }
}

fn put_here(node: &mut Node, act: &Act) -> Option<()> {
    let is_free = is_free(node);
    match (act, &mut node.content) {
        (Act::Set(value), _) => *node = value.node(),
        (Act::Append(item), Content::List(items)) => items.push(item.node()),
        (Act::Append(_), _) if is_free => *node = act.as_value().node(),
        (Act::Append(_), Content::Scalar(_) | Content::Table(_)) => return None,
    }
    Some(())
}

impl Act {
    /// Returns what is written where nothing stands yet.
    pub(crate) fn as_value(&self) -> Value {
        match self {
            Self::Set(value) => value.clone(),
            Self::Append(item) => Value::List(vec![item.clone()]),
        }
    }
}

/// Returns whether something else may take a node's place: it says nothing, or that nobody knows.
pub(crate) fn is_free(node: &Node) -> bool {
    match &node.content {
        Content::Scalar(scalar) => scalar.is_nothing(),
        Content::List(items) => items.is_empty(),
        Content::Table(entries) => entries.iter().all(|entry| entry.key.value == "unknown"),
    }
}

/// Returns whether two trees say the same, wherever they stand.
pub fn says_same(one: &Node, other: &Node) -> bool {
    match (&one.content, &other.content) {
        (Content::Scalar(one), Content::Scalar(other)) => one == other,
        (Content::List(one), Content::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| says_same(one, other))
        }
        (Content::Table(one), Content::Table(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| {
                    one.key.value == other.key.value && says_same(&one.value, &other.value)
                })
        }
        (Content::Scalar(_) | Content::List(_) | Content::Table(_), _) => false,
    }
}
