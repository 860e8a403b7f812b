//! What the user says, typed and not yet believed. One file per kind of record.

pub mod field;
pub mod id;
