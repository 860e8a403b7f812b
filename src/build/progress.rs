//! How many documents of a run are made, for whoever waits. Nothing that is made depends on it.

use std::sync::atomic::{AtomicUsize, Ordering};

/// A count that several threads add to and another one reads.
#[derive(Debug, Default)]
pub struct Progress {
    n_made: AtomicUsize,
    n_planned: AtomicUsize,
}

impl Progress {
    /// Adds documents that are going to be made.
    pub(crate) fn plan(&self, n_documents: usize) {
        self.n_planned.fetch_add(n_documents, Ordering::Relaxed);
    }

    /// Counts one that is made.
    pub(crate) fn step(&self) {
        self.n_made.fetch_add(1, Ordering::Relaxed);
    }

    /// Returns how many are made, and of how many as far as is known; nothing before one is planned.
    pub fn counted(&self) -> Option<(usize, usize)> {
        let n_planned = self.n_planned.load(Ordering::Relaxed);
        (n_planned > 0).then(|| (self.n_made.load(Ordering::Relaxed), n_planned))
    }
}
