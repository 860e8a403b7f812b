//! The only room that reads the disk: bounded, regular files only, in a fixed order.
