//! `actfile schema`: what an editor needs to complete records.

use crate::cli::args::Schema;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::report::editor::for_editors;

/// Prints the JSON Schema of one kind of record, or of all.
pub(crate) fn run(asked: &Schema, terminal: &Terminal) -> Result<Exit, Failure> {
    terminal
        .result(&format!(
            "{:#}\n",
            for_editors(asked.kind, asked.draft.of_library())
        ))
        .map(|()| Exit::Done)
}
