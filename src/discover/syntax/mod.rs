//! Small readers of forms in which others write: they give keys, values and lines, and take what is broken as far as it goes.
//! None of them judges a file; whoever wants to know whether a file is right asks the program that reads it.

pub(crate) mod comments;
pub(crate) mod json;
pub(crate) mod toml;
pub(crate) mod xml;
