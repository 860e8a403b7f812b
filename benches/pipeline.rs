//! The pipeline against N systems.

fn main() {}
