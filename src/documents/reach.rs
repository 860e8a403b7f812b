//! Which systems a record is about, whichever of the two names the other, and how that reads on paper.

use crate::documents::trail::Said;
use crate::inventory::field::{Field, List};
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::Inventory;

/// Returns the systems that a record names or that name it, by id.
pub(crate) fn systems<'i>(
    inventory: &'i Inventory,
    record: &Id,
    named: &Field<List<Id>>,
    names_it: impl Fn(&System) -> bool,
) -> Vec<&'i Record<System>> {
    inventory.systems_either_way(record, named, |system| names_it(system))
}

/// Returns whether a list names an id.
pub(crate) fn holds(list: &Field<List<Id>>, id: &Id) -> bool {
    list.items().iter().any(|item| item.value == *id)
}

/// Returns the names of the systems that a record is about; when there are none, what its field says.
pub(crate) fn titles(said: &mut Said<'_>, named: &Field<List<Id>>, systems: &[&Record<System>]) -> String {
    if systems.is_empty() {
        return said.field("systems", named);
    }
    let own = said.words();
    let words = own.list(systems.iter().map(|system| own.quote(system.title())));
    if let Some(at) = named.span() {
        said.note("systems", &words, at);
    }
    words
}
