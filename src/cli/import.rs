//! `actfile import model-card`: a record to begin with, from what a model card says.

use crate::cli::args::{Import, ImportSource, ModelCard};
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::card::{LARGEST_CARD, model_record};
use actfile::failure::Failure;
use actfile::read::{Loaded, single};
use actfile::report::{self, Style};
use actfile::write::fresh::{Fresh, create};

/// Runs the import that was typed.
pub(crate) fn run(asked: &Import, terminal: &Terminal) -> Result<Exit, Failure> {
    match &asked.source {
        ImportSource::ModelCard(asked) => model_card(asked, terminal),
    }
}

/// Prints the record, or writes it into a file that is not there yet; what is wrong with the card is told instead.
fn model_card(asked: &ModelCard, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut loaded = Loaded::default();
    let name = asked.file.to_string_lossy().into_owned();
    let file = loaded.add_text(name, &single(&asked.file, LARGEST_CARD)?);
    let record = match loaded.findings.has_errors() {
        true => None,
        false => model_record(&loaded.sources, file, &mut loaded.findings),
    };
    let (sources, findings) = (&loaded.sources, &loaded.findings);
    terminal.tell(&report::findings(Style::Human, sources, findings, ""));
    let Some(record) = record else {
        return Ok(Exit::Refused);
    };
    match &asked.output {
        None => terminal.result(&record)?,
        Some(path) => match create(path, record.as_bytes())? {
            Fresh::Written => terminal.say(&format!(
                "{}: written; read it before you rely on it",
                path.display()
            )),
            Fresh::Unchanged => terminal.say(&format!("{}: there already, nothing changed", path.display())),
        },
    }
    Ok(Exit::Done)
}
