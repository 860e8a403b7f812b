//! Fingerprints of what is counted once: sessions, users, records. They stay in memory, are compared within one run, and
//! are never written; nothing can be read back from them.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Groups of persons below this size are left out when that is asked for.
const SMALLEST_GROUP: u64 = 3;

/// Returns the fingerprint of a value.
pub(crate) fn print_of(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// A set of fingerprints.
#[derive(Debug, Default)]
pub(crate) struct Prints(BTreeSet<u64>);

impl Prints {
    /// Adds one; returns whether it was not there before.
    pub(crate) fn is_new(&mut self, print: u64) -> bool {
        self.0.insert(print)
    }

    /// Returns how many there are.
    pub(crate) fn count(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap_or(u64::MAX)
    }

    /// Returns how many persons there are; nothing, and a blind spot, for a small group that is to be left out.
    pub(crate) fn group(&self, leaves_out_small: bool, blind_spots: &mut Vec<String>) -> Option<u64> {
        let is_left_out = leaves_out_small && self.count() < SMALLEST_GROUP;
        if is_left_out {
            blind_spots.push(format!(
                "fewer than {SMALLEST_GROUP} users; their number is left out"
            ));
        }
        (!is_left_out).then_some(self.count())
    }
}

impl Extend<u64> for Prints {
    fn extend<I: IntoIterator<Item = u64>>(&mut self, prints: I) {
        self.0.extend(prints);
    }
}
