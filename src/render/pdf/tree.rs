//! The tag tree grows while its leaves are placed on pages. A tag is hung when its first leaf is, which gives
//! reading order and leaves out what turned out empty; rows and cells are hung at once, because an empty cell is
//! still a cell. Knows nothing of what a leaf is.

use crate::render::pdf::pages::{Role, TagId, Tags};

/// A growing tree with leaves of type `L`.
pub(crate) struct Tree<L> {
    children: Vec<Vec<Child<L>>>,
    root: Vec<Child<L>>,
    is_hung: Vec<bool>,
}

enum Child<L> {
    Tag(TagId),
    Leaf(L),
}

/// A finished part of the tree.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Branch<L> {
    /// A tag with what is below it.
    Tag(Role, Vec<Branch<L>>),
    /// A leaf.
    Leaf(L),
}

impl<L> Tree<L> {
    /// Returns a tree without leaves.
    pub(crate) fn new(tags: &Tags) -> Self {
        let mut tree = Self {
            children: tags.tags.iter().map(|_| Vec::new()).collect(),
            root: Vec::new(),
            is_hung: vec![false; tags.tags.len()],
        };
        for (number, tag) in tags.tags.iter().enumerate() {
            let is_fixed = matches!(
                tag.role,
                Role::Row | Role::ColumnHead | Role::RowHead | Role::Cell
            );
            if let (true, Some(parent)) = (is_fixed, tag.parent) {
                tree.children[parent.0].push(Child::Tag(TagId(number)));
                tree.is_hung[number] = true;
            }
        }
        tree
    }

    /// Hangs a leaf on its tag, and the tag on its parents.
    pub(crate) fn hang(&mut self, tags: &Tags, tag: TagId, leaf: L) {
        self.children[tag.0].push(Child::Leaf(leaf));
        let mut next = Some(tag);
        while let Some(tag) = next {
            let parent = tags.tags[tag.0].parent;
            if !self.is_hung[tag.0] {
                self.is_hung[tag.0] = true;
                let siblings = parent.map_or(&mut self.root, |parent| &mut self.children[parent.0]);
                siblings.push(Child::Tag(tag));
            }
            next = parent;
        }
    }

    /// Returns the finished tree, from the top.
    pub(crate) fn into_nodes(mut self, tags: &Tags) -> Vec<Branch<L>> {
        let root = std::mem::take(&mut self.root);
        root.into_iter().map(|child| self.branch(tags, child)).collect()
    }

    // The reader flattens deep nesting, so the recursion is shallow.
    fn branch(&mut self, tags: &Tags, child: Child<L>) -> Branch<L> {
        match child {
            Child::Leaf(leaf) => Branch::Leaf(leaf),
            Child::Tag(tag) => {
                let children = std::mem::take(&mut self.children[tag.0]);
                let branches = children.into_iter().map(|child| self.branch(tags, child));
                Branch::Tag(tags.tags[tag.0].role.clone(), branches.collect())
            }
        }
    }
}
