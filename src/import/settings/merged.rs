//! Several settings files as one: where a value comes from, and what lists hold together.

use crate::yaml::node::{Content, Node, Scalar};

/// The vocabulary in which policies are sometimes written down; the product does not know it.
pub(super) const DIALECT: &str = "managed_policies";

/// Files in the order in which they count.
#[derive(Clone, Copy)]
pub(super) struct Merged<'n>(pub(super) &'n [Node]);

impl<'n> Merged<'n> {
    /// Returns the value of a key, of the last file that has it.
    pub(super) fn value(self, path: &[&str]) -> Option<&'n Node> {
        self.0.iter().rev().find_map(|file| at(file, path))
    }

    /// Returns the single value of a key.
    pub(super) fn scalar(self, path: &[&str]) -> Option<&'n Scalar> {
        scalar(self.value(path)?)
    }

    /// Returns whether a key has the truth value `true`.
    pub(super) fn is_true(self, path: &[&str]) -> bool {
        self.scalar(path)
            .is_some_and(|scalar| !scalar.is_quoted && scalar.text == "true")
    }

    /// Returns the items that the files list together under a key, each once.
    pub(super) fn items(self, path: &[&str]) -> Vec<&'n Node> {
        let mut items: Vec<&Node> = Vec::new();
        let lists = self.0.iter().filter_map(|file| at(file, path)).filter_map(list);
        for item in lists.flatten() {
            let is_new = !items
                .iter()
                .any(|other| text(other).is_some() && text(other) == text(item));
            if is_new {
                items.push(item);
            }
        }
        items
    }

    /// Returns the texts that the files list together under a key.
    pub(super) fn texts(self, path: &[&str]) -> Vec<&'n str> {
        self.items(path).into_iter().filter_map(text).collect()
    }
}

/// Returns the value that a path of keys leads to.
pub(super) fn at<'n>(node: &'n Node, path: &[&str]) -> Option<&'n Node> {
    path.iter()
        .try_fold(node, |node, key| node.entry(key).map(|entry| &entry.value))
}

/// Returns the text of a single value.
pub(super) fn text(node: &Node) -> Option<&str> {
    scalar(node).map(|scalar| scalar.text.as_str())
}

fn scalar(node: &Node) -> Option<&Scalar> {
    match &node.content {
        Content::Scalar(scalar) if !scalar.is_nothing() => Some(scalar),
        Content::Scalar(_) | Content::List(_) | Content::Table(_) => None,
    }
}

fn list(node: &Node) -> Option<&[Node]> {
    match &node.content {
        Content::List(items) => Some(items),
        Content::Scalar(_) | Content::Table(_) => None,
    }
}
