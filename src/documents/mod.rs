//! What each document says, before any format.

pub mod bom;
