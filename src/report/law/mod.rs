//! The tables of the law as text: one edition to be read, or what differs between two. The tables come in, Markdown or
//! data goes out. Nothing is said here that the tables do not say.

pub mod difference;
mod entries;
mod gather;
mod page;
pub mod view;
pub(crate) mod words;

pub use page::page;
