//! `actfile schema`: what an editor needs to complete records.

use crate::cli::args::Schema;
use crate::cli::args::formats::SchemaSubject;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::report::editor::{for_editors, group_for_editors};

/// Prints the JSON Schema of one kind of record, of all, or of group files.
pub(crate) fn run(asked: &Schema, terminal: &Terminal) -> Result<Exit, Failure> {
    let draft = asked.draft.of_library();
    let schema = match asked.subject {
        None => for_editors(None, draft),
        Some(SchemaSubject::Record(kind)) => for_editors(Some(kind), draft),
        Some(SchemaSubject::Group) => group_for_editors(draft),
    };
    terminal.result(&format!("{schema:#}\n")).map(|()| Exit::Done)
}
