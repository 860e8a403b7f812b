//! An audit summary that is to be merged: its tree, its sources under ids that are unique in the merged record, and how near
//! to the events each of its facts was counted.

use crate::inventory::audit::SourceType;
use crate::yaml::node::{Content, Node};
use crate::yaml::written::Value;
use std::collections::BTreeSet;

/// An audit summary.
#[derive(Debug, Clone)]
pub(crate) struct Summary {
    /// Its id.
    pub(crate) id: String,
    /// Its tree.
    pub(crate) node: Node,
    /// Its sources, in their order.
    sources: Vec<Source>,
}

#[derive(Debug, Clone)]
struct Source {
    own_id: Option<String>,
    /// The id in the merged record.
    id: String,
    r#type: SourceType,
    node: Option<Node>,
}

/// Sources of facts: their ids in the merged record, and how far from the events the farthest of them is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The ids, in the order of the sources.
    pub(crate) ids: Vec<String>,
    /// Its place in the order of kinds; the smaller, the nearer.
    pub(crate) rank: usize,
}

/// Kinds of sources, the nearest to the events first: records of single events, then figures that somebody made of them,
/// then what hangs on marks in changes, then what is configured, then what a person counted.
pub const NEAREST_FIRST: &[SourceType] = &[
    SourceType::Otel,
    SourceType::Siem,
    SourceType::ComplianceApi,
    SourceType::VendorApi,
    SourceType::VendorConsole,
    SourceType::GitHost,
    SourceType::Ci,
    SourceType::Settings,
    SourceType::Manual,
];

impl Summary {
    /// Returns a summary whose sources have ids that are not among those taken, and takes them. A summary without sources
    /// is a source itself, counted by hand as far as anybody knows.
    pub(crate) fn of(id: &str, node: Node, taken: &mut BTreeSet<String>) -> Self {
        let stated = items(&node, "sources").iter().map(Some);
        let nodes: Vec<Option<&Node>> = match items(&node, "sources") {
            [] => vec![None],
            _ => stated.collect(),
        };
        let sources = nodes.into_iter().map(|source| Source {
            own_id: source.and_then(|it| text(it, "id")).map(str::to_owned),
            id: free(source.and_then(|it| text(it, "id")).unwrap_or(id), taken),
            r#type: source.map_or(SourceType::Manual, type_of),
            node: source.cloned(),
        });
        Self {
            id: id.to_owned(),
            sources: sources.collect(),
            node,
        }
    }

    /// Returns the sources as they are written, under their ids in the merged record.
    pub(crate) fn sources(&self) -> impl Iterator<Item = Value> {
        self.sources.iter().map(|source| {
            let id = ("id".to_owned(), Value::word(&source.id));
            let rest: Vec<(String, Value)> = match source.node.as_ref().and_then(Node::entries) {
                Some(entries) => Value::entries(entries).filter(|(key, _)| key != "id").collect(),
                None => vec![
                    ("name".to_owned(), Value::word(self.title())),
                    ("type".to_owned(), Value::word(SourceType::Manual.key())),
                ],
            };
            Value::Table(std::iter::once(id).chain(rest).collect())
        })
    }

    /// Returns the name that people read.
    pub(crate) fn title(&self) -> &str {
        text(&self.node, "name").unwrap_or(&self.id)
    }

    /// Returns what the sources are called, each name once; none of a merged summary, whose sentences name them already.
    pub(crate) fn names_of_sources(&self) -> Vec<String> {
        if self.node.entry("facts_from").is_some() || self.node.entry("cross_checks").is_some() {
            return Vec::new();
        }
        let mut names: Vec<String> = Vec::new();
        for source in &self.sources {
            let name = source.node.as_ref().and_then(|node| text(node, "name"));
            let name = name.unwrap_or(&source.id).to_owned();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Returns the sources that a list after `from` names; all of the summary where it names none.
    pub(crate) fn from(&self, list: Option<&Node>) -> Origin {
        let named: Vec<&str> = list.map_or_else(Vec::new, texts);
        let is_named = |source: &&Source| {
            named.is_empty() || source.own_id.as_deref().is_some_and(|id| named.contains(&id))
        };
        let sources: Vec<&Source> = self.sources.iter().filter(is_named).collect();
        Origin {
            ids: sources.iter().map(|source| source.id.clone()).collect(),
            rank: sources
                .iter()
                .map(|source| rank(source.r#type))
                .max()
                .unwrap_or(NEAREST_FIRST.len()),
        }
    }

    /// Returns the sources of a single fact, such as `volumes.sessions`.
    pub(crate) fn sources_of(&self, path: &str) -> Origin {
        let (group, _) = path.split_once('.').unwrap_or((path, ""));
        let own = at(&self.node, "facts_from").and_then(|facts| at(facts, path));
        self.from(own.or_else(|| at(at(&self.node, group)?, "from")))
    }
}

fn rank(r#type: SourceType) -> usize {
    let place = NEAREST_FIRST.iter().position(|known| *known == r#type);
    place.unwrap_or(NEAREST_FIRST.len())
}

fn type_of(source: &Node) -> SourceType {
    let stated = text(source, "type");
    let known = SourceType::ALL.iter().find(|it| Some(it.key()) == stated);
    known.copied().unwrap_or(SourceType::Manual)
}

/// Returns an id that is not taken, and takes it: the wanted one, else the first number behind it that is free.
fn free(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2_u64..).map(|n| format!("{wanted}-{n}"));
    let mut candidates = std::iter::once(wanted.to_owned()).chain(numbered);
    let id = candidates.find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(id.clone());
    id
}

/// Returns what stands under a key, if it is a statement: neither `unknown` nor `not_applicable`.
pub(crate) fn at<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let value = &node.entry(key)?.value;
    (!is_closing(value)).then_some(value)
}

/// Returns what stands under a path of keys.
pub(crate) fn at_path<'n>(node: &'n Node, path: &str) -> Option<&'n Node> {
    path.split('.').try_fold(node, at)
}

/// Returns whether a node says that a field does not apply or is not known yet.
pub(crate) fn is_closing(node: &Node) -> bool {
    match node.entries() {
        Some([entry]) => ["not_applicable", "unknown"].contains(&entry.key.value.as_str()),
        Some(_) | None => false,
    }
}

/// Returns the text under a key.
pub(crate) fn text<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    word(at(node, key)?)
}

/// Returns the text that a node is.
pub(crate) fn word(node: &Node) -> Option<&str> {
    match &node.content {
        Content::Scalar(scalar) => Some(&scalar.text),
        Content::List(_) | Content::Table(_) => None,
    }
}

/// Returns the items of the list under a key.
pub(crate) fn items<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    match at(node, key).map(|it| &it.content) {
        Some(Content::List(items)) => items,
        Some(Content::Scalar(_) | Content::Table(_)) | None => &[],
    }
}

/// Returns the texts of a list.
pub(crate) fn texts(node: &Node) -> Vec<&str> {
    match &node.content {
        Content::List(items) => items.iter().filter_map(word).collect(),
        Content::Scalar(_) | Content::Table(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_source_has_its_place() {
        for kind in SourceType::ALL {
            assert_eq!(
                NEAREST_FIRST.iter().filter(|it| *it == kind).count(),
                1,
                "{kind:?}"
            );
        }
    }
}
