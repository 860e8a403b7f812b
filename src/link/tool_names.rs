//! Names of tools and connections as sources and records spell them. Knows no list of tools.

use crate::inventory::record::Record;
use crate::inventory::system::{LifecycleStatus, System};

/// Returns a name without case, blanks and signs, in which spellings differ.
pub fn plain(name: &str) -> String {
    name.chars()
        .filter(|it| it.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Returns the names by which a system itself is known.
pub fn names_of(system: &Record<System>) -> impl Iterator<Item = &str> {
    let own = [Some(system.id.value.as_str()), Some(system.title())];
    let sold = [&system.trade_name, &system.unambiguous_reference].map(|it| it.stated().map(String::as_str));
    own.into_iter().chain(sold).flatten()
}

/// Returns whether a system of this status is no longer used, or must not be.
pub const fn has_ended(status: LifecycleStatus) -> bool {
    match status {
        LifecycleStatus::Planned
        | LifecycleStatus::InDevelopment
        | LifecycleStatus::InService
        | LifecycleStatus::Suspended => false,
        LifecycleStatus::Withdrawn
        | LifecycleStatus::Recalled
        | LifecycleStatus::Retired
        | LifecycleStatus::Forbidden => true,
    }
}
