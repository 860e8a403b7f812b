//! `actfile law`: the tables of the law, one edition or what differs between two. Reads no inventory.

use crate::cli::args::formats::LawFormat;
use crate::cli::args::{Global, Law};
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::cli::today::today;
use actfile::calendar::Date;
use actfile::failure::Failure;
use actfile::law::edition::Edition;
use actfile::law::sources::outdated_on;
use actfile::report::law::difference::Difference;
use actfile::report::law::page;
use actfile::report::law::view::LawView;
use serde::Serialize;

/// Prints the edition that was named, or the one that is law on the day that was named, or today.
pub(crate) fn run(asked: &Law, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let day = match global.as_of {
        Some(day) => day,
        None => today()?,
    };
    if let Some(age) = outdated_on(day) {
        terminal.say(&age);
    }
    let text = match asked.diff.as_slice() {
        [old, new] => difference(*old, *new, asked.format)?,
        _ => edition(edition_asked(asked, global, day)?, day, asked.format)?,
    };
    terminal.result(&text).map(|()| Exit::Done)
}

fn edition_asked(asked: &Law, global: &Global, day: Date) -> Result<Edition, Failure> {
    match (asked.edition, global.law) {
        (Some(one), Some(other)) if one != other => Err(Failure::Refused(format!(
            "`--edition {one}` and `--law {other}` name two editions; name one"
        ))),
        (Some(edition), _) | (None, Some(edition)) => Ok(edition),
        (None, None) => Ok(Edition::on(day)),
    }
}

fn edition(edition: Edition, day: Date, format: LawFormat) -> Result<String, Failure> {
    let law = LawView::of(edition);
    match format {
        LawFormat::Md => Ok(page(&law, day)),
        LawFormat::Json => json(&law),
    }
}

fn difference(old: Edition, new: Edition, format: LawFormat) -> Result<String, Failure> {
    let difference = Difference::between(old, new);
    match format {
        LawFormat::Md => Ok(difference.page()),
        LawFormat::Json => json(&difference),
    }
}

fn json(data: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(data).map_err(|error| Failure::Internal {
        room: "report",
        message: error.to_string(),
    })?;
    Ok(text + "\n")
}
