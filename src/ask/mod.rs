//! The questionnaire about one system: which question comes next, what each answer would change, how a typed line is
//! understood, and what is to be written into the record. Everything happens in memory, on the tree of the record; the
//! class after an answer is always that of the record with the answer in it. Reads and writes nothing.

pub mod changes;
pub mod explained;
pub mod left;
pub mod question;
pub mod reply;
pub mod role;
pub mod sitting;
pub mod wording;
pub mod written;

pub mod standing;
pub mod vocabulary;

mod again;
mod follows;
mod leading;
mod order;
