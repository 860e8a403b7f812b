//! What differs between the records of two inventories, field by field. The YAML trees are compared, not the typed
//! records, so a field that is added to the format needs no line here. Comments, the order of keys, of list items, of
//! records and of files, and the way a value is written do not count.

use crate::compare::change::{About, Change, Kind, Said, Topic};
use crate::diag::Diagnostics;
use crate::inventory::boms::is_bom;
use crate::inventory::id::Id;
use crate::inventory::kind::Kind as RecordKind;
use crate::source::{FileId, SourceMap, Spanned};
use crate::yaml::node::{Content, Entry, Node};
use crate::yaml::parse::parse;
use std::collections::{BTreeMap, BTreeSet};

/// A change of the inventory, and how to make or undo it.
#[derive(Debug, Clone)]
pub(crate) struct InputChange {
    /// The change itself.
    pub(crate) change: Change,
    /// The record.
    pub(crate) record: Id,
    /// The path of the field; empty for the record as a whole.
    pub(crate) field: String,
    /// The way to the field; empty for the record as a whole.
    pub(crate) way: Vec<Step>,
    /// What stands there on either side.
    pub(crate) sides: [Option<Node>; 2],
}

/// One step into a tree.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of a list, by its place on either side.
    Item([Option<usize>; 2]),
}

/// Keys by which the items of a list are told apart, if every item has one of its own.
const NAMES: &[&str] = &["id", "name", "title", "role", "letter"];

/// Returns the changes from the records of one inventory to those of another, by record and field.
pub(crate) fn input_changes(
    sources: [&SourceMap; 2],
    olds: &BTreeMap<Id, Node>,
    news: &BTreeMap<Id, Node>,
) -> Vec<InputChange> {
    let ids: BTreeSet<&Id> = olds.keys().chain(news.keys()).collect();
    let mut changes = Vec::new();
    for id in ids {
        let mut walk = Walk {
            sources,
            record: id,
            way: Vec::new(),
            changes: &mut changes,
        };
        walk.pair("", olds.get(id), news.get(id));
    }
    changes
}

/// Returns the records of an inventory as trees. The texts have been read once without an error, so what is reported
/// here was reported there.
pub(crate) fn records(sources: &SourceMap) -> BTreeMap<Id, Node> {
    let mut records = BTreeMap::new();
    let files = (0..).zip(sources.files());
    for (number, file) in files.filter(|(_, file)| !is_bom(&file.path)) {
        for node in parse(FileId(number), &file.text, &mut Diagnostics::default()) {
            if let Some(id) = text(&node, "id").and_then(|id| id.parse().ok()) {
                records.insert(id, node);
            }
        }
    }
    records
}

/// Returns a record of one side in which a single change is carried over from the other side.
pub(crate) fn carried_over(record: &Node, change: &InputChange, side: usize) -> Node {
    let mut record = record.clone();
    carry(&mut record, &change.way, side, change.sides[1 - side].as_ref());
    record
}

fn carry(node: &mut Node, way: &[Step], side: usize, value: Option<&Node>) {
    match (way.split_first(), &mut node.content) {
        (Some((Step::Key(key), rest)), Content::Table(entries)) => {
            let at = entries.iter().position(|entry| entry.key.value == *key);
            match (at, rest, value) {
                (Some(at), [], None) => drop(entries.remove(at)),
                (Some(at), [], Some(value)) => entries[at].value = value.clone(),
                (None, [], Some(value)) => entries.push(Entry {
                    key: Spanned::new(key.clone(), value.span),
                    value: value.clone(),
                }),
                (Some(at), rest, value) => carry(&mut entries[at].value, rest, side, value),
                (None, _, _) => {}
            }
        }
        (Some((Step::Item(places), rest)), Content::List(items)) => {
            let at = places[side].filter(|at| *at < items.len());
            match (at, rest, value) {
                (Some(at), [], None) => drop(items.remove(at)),
                (Some(at), [], Some(value)) => items[at] = value.clone(),
                (None, [], Some(value)) => items.push(value.clone()),
                (Some(at), rest, value) => carry(&mut items[at], rest, side, value),
                (None, _, _) => {}
            }
        }
        // The way was walked through this very tree.
        (Some(_) | None, Content::Scalar(_) | Content::List(_) | Content::Table(_)) => {}
    }
}

fn text<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    match &node.entry(key)?.value.content {
        Content::Scalar(scalar) => Some(scalar.text.as_str()),
        Content::List(_) | Content::Table(_) => None,
    }
}

struct Walk<'a> {
    sources: [&'a SourceMap; 2],
    record: &'a Id,
    way: Vec<Step>,
    changes: &'a mut Vec<InputChange>,
}

impl Walk<'_> {
    fn pair(&mut self, path: &str, old: Option<&Node>, new: Option<&Node>) {
        match (old, new) {
            (Some(old), Some(new)) => self.node(path, old, new),
            (old, new) => self.report(path, old, new),
        }
    }

    fn node(&mut self, path: &str, old: &Node, new: &Node) {
        match (&old.content, &new.content) {
            (Content::Table(_), Content::Table(_)) if state(old) == state(new) => self.table(path, old, new),
            (Content::List(olds), Content::List(news)) if olds.iter().chain(news).any(is_table) => {
                self.list(path, olds, news);
            }
            (Content::Table(_) | Content::List(_) | Content::Scalar(_), _) => {
                if meant(old) != meant(new) {
                    self.report(path, Some(old), Some(new));
                }
            }
        }
    }

    fn table(&mut self, path: &str, old: &Node, new: &Node) {
        let (olds, news) = (values(old), values(new));
        let keys: BTreeSet<&str> = olds.keys().chain(news.keys()).copied().collect();
        for key in keys {
            let path = match path.is_empty() {
                true => key.to_owned(),
                false => format!("{path}.{key}"),
            };
            self.way.push(Step::Key(key.to_owned()));
            self.pair(&path, olds.get(key).copied(), news.get(key).copied());
            self.way.pop();
        }
    }

    fn list(&mut self, path: &str, olds: &[Node], news: &[Node]) {
        for (name, old, new) in items(olds, news) {
            let place = |item: Option<Item<'_>>| item.map(|(at, _)| at);
            self.way.push(Step::Item([place(old), place(new)]));
            self.pair(
                &format!("{path}[{name}]"),
                old.map(|(_, node)| node),
                new.map(|(_, node)| node),
            );
            self.way.pop();
        }
    }

    fn report(&mut self, path: &str, old: Option<&Node>, new: Option<&Node>) {
        let said = |side: usize, node: Option<&Node>| node.map(|node| self.said(side, path, node));
        let topic = match path.is_empty() {
            true => Topic::Record,
            false => Topic::Field,
        };
        let about = About::Record(self.record.clone());
        let (before, after) = (said(0, old), said(1, new));
        self.changes.push(InputChange {
            change: Change::new(Kind::Input, about, topic, path, before, after),
            record: self.record.clone(),
            field: path.to_owned(),
            way: self.way.clone(),
            sides: [old.cloned(), new.cloned()],
        });
    }

    fn said(&self, side: usize, path: &str, node: &Node) -> Said {
        let place = self.sources[side].place(node.span).to_string();
        let said = match text(node, "kind") {
            Some(kind) if path.is_empty() => Said::new(kind, kind_words(kind)),
            Some(_) | None => Said::new(meant(node), written(node)),
        };
        said.at(Some(place))
    }
}

fn kind_words(key: &str) -> &str {
    let known = RecordKind::ALL.iter().find(|kind| kind.key() == key);
    known.map_or(key, |kind| kind.words())
}

/// Returns the closing state that a table is, if it is one.
fn state(node: &Node) -> Option<&str> {
    match node.entries()? {
        [only] if only.key.value == "not_applicable" || only.key.value == "unknown" => Some(&only.key.value),
        _ => None,
    }
}

fn is_table(node: &Node) -> bool {
    node.entries().is_some()
}

fn values(node: &Node) -> BTreeMap<&str, &Node> {
    let entries = node.entries().unwrap_or_default().iter();
    entries
        .map(|entry| (entry.key.value.as_str(), &entry.value))
        .collect()
}

/// An item of a list with its place.
type Item<'n> = (usize, &'n Node);

/// Returns the items of two lists side by side, each pair under what it is known by: a name of its own, or its place.
fn items<'n>(olds: &'n [Node], news: &'n [Node]) -> Vec<(String, Option<Item<'n>>, Option<Item<'n>>)> {
    let tells_apart = |name: &&&str| {
        let has_own = |items: &[Node]| by_name(name, items).len() == items.len();
        has_own(olds) && has_own(news)
    };
    if let Some(name) = NAMES.iter().find(tells_apart) {
        let (olds, news) = (by_name(name, olds), by_name(name, news));
        let names: BTreeSet<&str> = olds.keys().chain(news.keys()).copied().collect();
        let item = |name: &str| (name.to_owned(), olds.get(name).copied(), news.get(name).copied());
        return names.into_iter().map(item).collect();
    }
    let (olds, news) = (without(olds, news), without(news, olds));
    let item = |at: usize| {
        let (old, new) = (olds.get(at).copied(), news.get(at).copied());
        let place = [old, new].into_iter().flatten().map(|(at, _)| at + 1).min();
        (place.unwrap_or_default().to_string(), old, new)
    };
    (0..olds.len().max(news.len())).map(item).collect()
}

fn by_name<'n>(name: &str, items: &'n [Node]) -> BTreeMap<&'n str, Item<'n>> {
    let named = items.iter().enumerate();
    named
        .filter_map(|item| Some((text(item.1, name)?, item)))
        .collect()
}

/// Returns the items for which another list has no equal, each with its place.
fn without<'n>(items: &'n [Node], others: &[Node]) -> Vec<Item<'n>> {
    let mut n_equals: BTreeMap<String, usize> = BTreeMap::new();
    for other in others {
        *n_equals.entry(meant(other)).or_default() += 1;
    }
    let is_left = |(_, item): &Item<'n>| match n_equals.get_mut(&meant(item)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        Some(_) | None => true,
    };
    items.iter().enumerate().filter(is_left).collect()
}

/// Returns what a value means: the same for values that differ only in order or in the way they are written.
fn meant(node: &Node) -> String {
    match &node.content {
        Content::Scalar(scalar) if scalar.is_nothing() => "null".to_owned(),
        Content::Scalar(scalar) => format!("{:?}", scalar.text.trim_end()),
        Content::List(items) => {
            let mut items: Vec<String> = items.iter().map(meant).collect();
            items.sort();
            format!("[{}]", items.join(", "))
        }
        Content::Table(_) => {
            let entries = values(node).into_iter();
            let entries: Vec<String> = entries
                .map(|(key, value)| format!("{key:?}: {}", meant(value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// Returns a value on one line, in the order in which it is written.
fn written(node: &Node) -> String {
    match &node.content {
        Content::Scalar(scalar) if scalar.is_nothing() => "nothing".to_owned(),
        Content::Scalar(scalar) => scalar.text.trim_end().to_owned(),
        Content::List(items) => {
            let items: Vec<String> = items.iter().map(written).collect();
            format!("[{}]", items.join(", "))
        }
        Content::Table(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|entry| format!("{}: {}", entry.key.value, written(&entry.value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}
