//! The only room that writes the disk: staged, whole, with a manifest.
