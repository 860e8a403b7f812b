//! The finished files that are shown, and the news about them. One thread puts them here, the threads that answer browsers
//! take them; a reader gets a file whole, from one build or the next.

use actfile::render::Artifact;
use actfile::render::html::REPORT;
use actfile::render::html::live::live;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A shelf that is empty at first.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<String, Arc<Vec<u8>>>,
    news: News,
}

/// What has happened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct News {
    /// How often anything has happened.
    pub(crate) n_events: u64,
    /// What the page on the shelf is told from others by; empty when there is none.
    pub(crate) page: String,
    /// What is wrong at present.
    pub(crate) trouble: Option<&'static str>,
}

impl Shelf {
    /// Puts the files of a build in the place of those before.
    pub(crate) fn put(&self, pack: &[Artifact]) {
        let mut page = String::new();
        let mut files = BTreeMap::new();
        for file in pack {
            let bytes = match file.path == REPORT {
                true => {
                    let live = live(&file.bytes);
                    page = live.mark;
                    live.bytes
                }
                false => file.bytes.clone(),
            };
            files.insert(file.path.clone(), Arc::new(bytes));
        }
        self.change(|state| {
            state.files = files;
            state.news.page = page;
        });
    }

    /// Puts the page in the place of the one before, ahead of the other files of its build. The whole build has the same
    /// page, and whoever looks at it notices nothing.
    pub(crate) fn put_page(&self, file: &Artifact) {
        let live = live(&file.bytes);
        self.change(|state| {
            state.files.insert(file.path.clone(), Arc::new(live.bytes));
            state.news.page = live.mark;
        });
    }

    /// Says that something is wrong.
    pub(crate) fn trouble(&self, why: &'static str) {
        self.change(|state| state.news.trouble = Some(why));
    }

    /// Says that nothing is wrong.
    pub(crate) fn well(&self) {
        self.change(|state| state.news.trouble = None);
    }

    /// Returns a file.
    pub(crate) fn file(&self, path: &str) -> Option<Arc<Vec<u8>>> {
        self.locked().files.get(path).cloned()
    }

    /// Waits a while for more news than were heard already, and returns the latest.
    pub(crate) fn news(&self, n_heard: u64, patience: Duration) -> News {
        let state = self.locked();
        let is_heard = |state: &mut State| state.news.n_events <= n_heard;
        let waited = self.changed.wait_timeout_while(state, patience, is_heard);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.news.clone()
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.locked();
        change(&mut state);
        state.news.n_events += 1;
        self.changed.notify_all();
    }

    // A thread that died while it held the shelf has left it whole: every change is one assignment after another.
    fn locked(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
