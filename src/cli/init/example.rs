//! The worked example of the repository, carried inside the binary. A test compares this table with the folder.

/// Every file below `inventories/`, sorted by path.
pub(crate) const FILES: &[(&str, &str)] = &[];
