//! `actfile schema`: what an editor needs to complete records.

use crate::cli::args::Schema;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::inventory::schema::schema;

/// Prints the JSON Schema of one kind of record, or of all.
pub(crate) fn run(asked: &Schema, terminal: &Terminal) -> Result<Exit, Failure> {
    terminal
        .result(&format!("{:#}\n", schema(asked.kind)))
        .map(|()| Exit::Done)
}
