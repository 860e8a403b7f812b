//! To which systems a build is narrowed down: sheets and notices are made for those that were named, and for those that a
//! named role owns. Both narrow down. What is about the organisation as a whole is always made, and says so where it lists
//! what is not. Nothing is refused when a selection meets nothing: a role can have gone since documents were made, and a
//! member of a group need not have it.

use crate::inventory::id::Id;
use crate::link::Inventory;
use crate::tongue::words::Words;
use std::collections::BTreeSet;

/// The systems that were asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// By id; all when empty.
    pub systems: BTreeSet<Id>,
    /// By the role that owns them; everybody's when empty.
    pub owners: BTreeSet<String>,
}

impl Selection {
    /// Returns whether nothing is left out.
    pub fn is_whole(&self) -> bool {
        self.systems.is_empty() && self.owners.is_empty()
    }

    /// Returns whether a system is meant.
    pub fn has(&self, system: &Id, inventory: &Inventory) -> bool {
        let is_named = self.systems.is_empty() || self.systems.contains(system);
        is_named && (self.owners.is_empty() || self.is_owned(system, inventory))
    }

    fn is_owned(&self, system: &Id, inventory: &Inventory) -> bool {
        let record = inventory.systems.get(system);
        let owner = record.and_then(|system| system.owner.stated());
        owner.is_some_and(|owner| self.owners.contains(owner))
    }

    /// Returns whether a document is made, by its path without extension.
    pub(crate) fn makes(&self, path: &str, inventory: &Inventory) -> bool {
        // What stands in a folder is about one system, by the name of the file.
        let system = path.split_once('/').map(|(_, system)| system.parse::<Id>());
        match system {
            None => true,
            Some(Ok(system)) => self.has(&system, inventory),
            Some(Err(_)) => self.is_whole(),
        }
    }

    /// Returns in words to what was narrowed down; none for a whole build.
    pub(crate) fn in_words(&self, words: Words) -> Vec<String> {
        let systems = words.list(self.systems.iter().map(Id::to_string));
        let owners = words.list(self.owners.iter().map(|owner| words.quote(owner)));
        match (self.systems.is_empty(), self.owners.is_empty()) {
            (true, true) => Vec::new(),
            (false, true) => vec![words.say_with("index-narrowed-systems", &[("systems", systems.into())])],
            (true, false) => vec![words.say_with("index-narrowed-owners", &[("owners", owners.into())])],
            (false, false) => vec![words.say_with(
                "index-narrowed-both",
                &[("systems", systems.into()), ("owners", owners.into())],
            )],
        }
    }
}
