//! What the targets ask of any bytes. It stands among the tests, which ask the same of altered samples in every run.

#[path = "../../tests/it/any_bytes.rs"]
pub mod any_bytes;
