//! What may have been meant where no inventory was found, or a folder was typed without its option. Names what could be
//! typed instead; reads no file and decides nothing.

use crate::cli::args::DEFAULT_PROJECT;
use crate::cli::next_step::option;
use actfile::failure::Failure;
use actfile::read::beside::{above, nearby};
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, Error};
use std::path::Path;

/// Returns whether a folder is the one that is read when none is named, and is not there.
pub(crate) fn is_default_missing(project: &Path) -> bool {
    project == Path::new(DEFAULT_PROJECT) && !project.exists()
}

/// Refuses to go on without an inventory, and names the one that lies here, if there is one.
pub(crate) fn no_default_project() -> Failure {
    let or = match nearby(Path::new(".")) {
        Some(folder) => format!("did you mean `{}`?", option(&folder).trim_start()),
        None => "`actfile init my-project` starts one".to_owned(),
    };
    Failure::Refused(format!(
        "there is no folder `{DEFAULT_PROJECT}` here; name the folder of your inventory with `--project`; {or}"
    ))
}

/// Returns advice for a project without an organisation, where one is described in the folder above.
pub(crate) fn organisation_above(project: &Path) -> Option<String> {
    let option = option(&above(project)?);
    let how = match option.trim_start() {
        "" => "leave out `--project`".to_owned(),
        option => format!("read it with `{option}`"),
    };
    Some(format!("an organisation is described in the folder above; {how}"))
}

/// Refuses a folder of documents that is not there.
pub(crate) fn refuse_missing(folder: &Path) -> Result<(), Failure> {
    match folder.is_dir() {
        true => Ok(()),
        false => Err(Failure::Refused(format!(
            "there is no folder `{}`; name the folder that `actfile build` wrote",
            folder.display()
        ))),
    }
}

/// Returns what the parser says, with the option that a folder has to stand behind.
pub(crate) fn with_folder(mut shown: Error) -> Error {
    let word = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand]
        .into_iter()
        .find_map(|kind| match shown.get(kind) {
            Some(ContextValue::String(word)) => Some(word.clone()),
            Some(_) | None => None,
        });
    if let Some(word) = word.filter(|word| Path::new(word).is_dir()) {
        let option = option(Path::new(&word));
        let tip = match option.trim_start() {
            "" => format!("`{DEFAULT_PROJECT}` is read when no folder is named; leave it out"),
            option => format!("a folder with an inventory is named with `{option}`"),
        };
        let tips = ContextValue::StyledStrs(vec![StyledStr::from(tip)]);
        shown.insert(ContextKind::Suggested, tips);
    }
    shown
}
