//! Where the caches of the user lie, asked of the environment in this one place. What lies there decides only whether
//! something is rendered again, never what is written.

use std::env;
use std::path::PathBuf;

/// Returns the folder for caches of this program, by the XDG Base Directory Specification; none where the user has none.
pub(crate) fn caches() -> Option<PathBuf> {
    let folder = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let caches = folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")));
    caches.map(|caches| caches.join("actfile"))
}
