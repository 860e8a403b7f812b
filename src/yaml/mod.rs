//! A YAML tree that remembers where each node stood, and how it becomes typed records.

pub mod decode;
pub mod node;
pub mod parse;

mod characters;
mod near;
