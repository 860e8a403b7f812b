//! `actfile discover`: what in folders shows the use of AI, and which of it no record declares.

use crate::cli::args::Global;
use crate::cli::args::discover::{Discover, DiscoverFormat, FailOn};
use crate::cli::exit::Exit;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use actfile::discover::against::{Compared, compare};
use actfile::discover::proposal::proposal;
use actfile::discover::{Commits, Found, discover};
use actfile::failure::Failure;
use actfile::link::Inventory;
use actfile::read::tree::{Reach, tree};
use actfile::report::found::{Telling, human, json};
use std::path::Path;

/// Prints what was found; an inventory that is wrong is told first, and stops.
pub(crate) fn run(asked: &Discover, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let folder = inventory_folder(asked, global)?;
    let inventory = match folder {
        None => None,
        Some(folder) => {
            let checked = project::check(folder, global, terminal)?;
            if checked.findings.has_errors() {
                project::tell(&checked, folder, terminal);
                return Ok(Exit::Refused);
            }
            Some((folder, checked.assessment.inventory))
        }
    };
    let found = look(asked, global, folder)?;
    let compared = inventory
        .as_ref()
        .map(|(folder, inventory)| (folder.to_string_lossy(), inventory, compare(&found, inventory)));
    if compared.is_none() {
        terminal.say("no inventory was compared; name one with `--inventory FOLDER`");
    }
    let folders: Vec<String> = asked
        .folders
        .iter()
        .map(|it| it.to_string_lossy().into_owned())
        .collect();
    let telling = Telling {
        folders: &folders,
        found: &found,
        compared: compared
            .as_ref()
            .map(|(folder, _, compared)| (folder.as_ref(), compared)),
    };
    let both = compared
        .as_ref()
        .map(|(_, inventory, compared)| (*inventory, compared));
    terminal.result(&told(asked.format, &telling, both))?;
    let is_open = compared.is_some_and(|(.., compared)| compared.unrecorded().next().is_some());
    Ok(match asked.fail_on == FailOn::Undeclared && is_open {
        true => Exit::Found,
        false => Exit::Done,
    })
}

/// Returns the inventory that was named, else the project if there is one.
fn inventory_folder<'f>(asked: &'f Discover, global: &'f Global) -> Result<Option<&'f Path>, Failure> {
    let folder = asked.inventory.as_deref();
    let folder = folder.or_else(|| Some(global.project.as_path()).filter(|project| project.is_dir()));
    match (folder, asked.fail_on) {
        (None, FailOn::Undeclared) => Err(Failure::Refused(
            "there is no inventory that could declare anything; name one with `--inventory FOLDER`"
                .to_owned(),
        )),
        (folder, FailOn::Undeclared | FailOn::Never) => Ok(folder),
    }
}

/// Looks through each folder. Inventory and documents speak of AI without using it.
fn look(asked: &Discover, global: &Global, inventory: Option<&Path>) -> Result<Found, Failure> {
    let without = [
        inventory,
        Some(global.project.as_path()),
        Some(global.out.as_path()),
    ];
    let reach = Reach {
        ignored: asked.no_ignore,
        vendored: asked.vendored,
        without: without.into_iter().flatten().map(Path::to_owned).collect(),
    };
    let commits = match asked.no_commits {
        true => Commits::Left,
        false => Commits::Looked,
    };
    let mut found = Found::default();
    for folder in &asked.folders {
        let typed = folder.to_string_lossy();
        let above = if typed == "." || typed == "./" {
            ""
        } else {
            typed.as_ref()
        };
        found.add(discover(&tree(folder, &reach)?, above, commits));
    }
    Ok(found)
}

fn told(format: DiscoverFormat, telling: &Telling, compared: Option<(&Inventory, &Compared)>) -> String {
    match format {
        DiscoverFormat::Human => human(telling),
        DiscoverFormat::Json => json(telling),
        DiscoverFormat::Yaml => proposal(telling.found, compared),
    }
}
