//! `actfile init`: the smallest inventory with a remark at every field, or the worked example. The smallest one answers
//! nothing: what a record must have ends with a mark that `check` names, and every other line waits behind a `#`.

mod example;

use crate::cli::args::Init;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::render::Artifact;
use actfile::report::editor::{Draft, SCHEMA_FILE, for_editors, modeline};
use actfile::write::publish;

const SEED: &[(&str, &str)] = &[
    ("organisation.yaml", include_str!("seed/organisation.yaml")),
    (
        "systems/coding-assistant.yaml",
        include_str!("seed/coding-assistant.yaml"),
    ),
];

/// Writes the files into a folder that does not exist yet or is empty.
pub(crate) fn run(asked: &Init, terminal: &Terminal) -> Result<Exit, Failure> {
    let texts = match asked.example {
        true => example::FILES,
        false => SEED,
    };
    let mut files: Vec<Artifact> = texts
        .iter()
        .map(|(path, text)| file(path, for_file(path, text)))
        .collect();
    // Draft 07 is what every language server reads; the loader of inventories passes over the file.
    let schema = for_editors(None, Draft::Of07);
    files.push(file(SCHEMA_FILE, format!("{schema:#}\n")));
    publish::create(&asked.folder, &files)?;
    let folder = asked.folder.display();
    terminal.say(&format!(
        "{folder}: {} files; next: actfile check --project {folder}",
        files.len()
    ));
    Ok(Exit::Done)
}

/// Returns a text as it is written: records name the schema in their first line, by the way from their folder.
fn for_file(path: &str, text: &str) -> String {
    match path.ends_with(".yaml") {
        true => format!("{}{text}", modeline(path.matches('/').count())),
        false => text.to_owned(),
    }
}

fn file(path: &str, text: String) -> Artifact {
    Artifact {
        path: path.to_owned(),
        bytes: text.into_bytes(),
    }
}
