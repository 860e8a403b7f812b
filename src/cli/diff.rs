//! `actfile diff`: what differs between two inventories, between two editions of the Act or between two days, and why.

mod documents;

use crate::cli::args::{Diff, Global};
use crate::cli::exit::Exit;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use crate::cli::told::{self, Manner, Outcome};
use actfile::Checked;
use actfile::compare::timeline::timeline;
use actfile::compare::{Side, compare};
use actfile::failure::Failure;
use actfile::render::markdown::{Spoken, markdown};
use actfile::report::difference::human::human;
use actfile::report::difference::json::json;
use actfile::report::difference::page::{LONGEST_COMMENT, TEMPLATE, page, tries};
use actfile::report::difference::{Difference, Named, Recognised};
use actfile::write::manifest::manifest_of;
use std::path::Path;

/// Prints what differs; what is wrong with an inventory is told first, and stops.
pub(crate) fn run(asked: &Diff, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let Some(difference) = found(asked, global, terminal)? else {
        return Ok(Exit::Refused);
    };
    let outcome = Outcome {
        differs: difference.differs(),
        human: &|| human(&difference),
        json: &|| json(&difference),
        page: &|| comment(&difference),
    };
    let manner = Manner {
        format: asked.format,
        exit_code: asked.exit_code,
    };
    told::tell(&outcome, manner, terminal)
}

/// Returns the difference as a comment that a forge takes: with fewer rows where it would be too long.
fn comment(difference: &Difference) -> Result<String, Failure> {
    let mut told = String::new();
    for most in tries() {
        told = markdown(TEMPLATE, &page(difference, most), Spoken::ENGLISH)?;
        if told.chars().count() < LONGEST_COMMENT {
            break;
        }
    }
    Ok(told)
}

/// Returns what differs between the two sides that were named; nothing when an inventory has errors.
fn found(asked: &Diff, global: &Global, terminal: &Terminal) -> Result<Option<Difference>, Failure> {
    let under = |law| Global {
        law: Some(law),
        ..global.clone()
    };
    let on = |day| Global {
        as_of: Some(day),
        ..global.clone()
    };
    match (&asked.law[..], &asked.days[..], &asked.old, &asked.new) {
        (_, _, Some(old), Some(new)) => two_folders([old, new], global, terminal),
        ([old, new], ..) => what_if([under(*old), under(*new)], terminal),
        (_, [old, new], ..) => what_if([on(*old), on(*new)], terminal),
        (..) => Err(Failure::Refused(
            "name two inventories, or two editions with --law, or two days with --days".to_owned(),
        )),
    }
}

/// Returns what differs between two folders, whatever each of them is; nothing when an inventory has errors.
fn two_folders(
    [old, new]: [&Path; 2],
    global: &Global,
    terminal: &Terminal,
) -> Result<Option<Difference>, Failure> {
    match [manifest_of(old)?, manifest_of(new)?] {
        [None, None] => inventories(old, new, global, terminal),
        manifests => documents::compared([old, new], manifests, global, terminal),
    }
}

/// Returns what differs between two inventories; nothing when one has errors.
fn inventories(
    old: &Path,
    new: &Path,
    global: &Global,
    terminal: &Terminal,
) -> Result<Option<Difference>, Failure> {
    let sides = [
        project::check(old, global, terminal)?,
        project::check(new, global, terminal)?,
    ];
    project::tell(&sides[0], old, terminal);
    project::tell(&sides[1], new, terminal);
    Ok(difference([&sides[0], &sides[1]], [old, new]))
}

/// Returns what differs when one inventory is asked in two ways; nothing when it has errors.
fn what_if(ways: [Global; 2], terminal: &Terminal) -> Result<Option<Difference>, Failure> {
    let project = &ways[0].project;
    let sides = [
        project::check_own(&ways[0], terminal)?,
        project::check_own(&ways[1], terminal)?,
    ];
    project::tell(&sides[0], project, terminal);
    let Some(mut difference) = difference([&sides[0], &sides[1]], [project, project]) else {
        return Ok(None);
    };
    let [old, new] = [&sides[0], &sides[1]].map(side);
    if ways[0].law != ways[1].law {
        difference.timeline = timeline(old, new);
    }
    Ok(Some(difference))
}

fn difference(sides: [&Checked; 2], paths: [&Path; 2]) -> Option<Difference> {
    let has_errors = sides.iter().any(|side| side.findings.has_errors());
    let named = |at: usize| Named {
        recognised: Recognised::Inventory,
        name: paths[at].to_string_lossy().into_owned(),
        law: sides[at].assessment.edition.key().to_owned(),
        as_of: sides[at].assessment.as_of,
    };
    (!has_errors).then(|| Difference {
        sides: [named(0), named(1)],
        changes: compare(side(sides[0]), side(sides[1])),
        timeline: Vec::new(),
        not_compared: Vec::new(),
    })
}

fn side(checked: &Checked) -> Side<'_> {
    Side {
        assessment: &checked.assessment,
        sources: &checked.sources,
    }
}
