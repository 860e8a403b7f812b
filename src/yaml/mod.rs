//! A YAML tree that remembers where each node stood, how it becomes typed records, and how a value is written into the
//! text it came from.

pub mod decode;
pub mod edit;
pub mod node;
pub mod parse;
pub mod written;

mod broken;
pub(crate) mod characters;
mod extent;
pub(crate) mod near;
mod splice;
pub(crate) mod unindented;
