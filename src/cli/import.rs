//! `actfile import`: an audit summary from the exports of one source, or a record to begin with from a model card.

use crate::cli::args::import::{Exports, Import, ImportSource, Merge, ModelCard, Register, Settings};
use crate::cli::exit::Exit;
use crate::cli::modeline::with_modeline;
use crate::cli::terminal::Terminal;
use actfile::card::{LARGEST_CARD, model_record};
use actfile::diag::Diagnostics;
use actfile::failure::Failure;
use actfile::import::export::Export;
use actfile::import::merge::merged;
use actfile::import::month::Month;
use actfile::import::register::{self, LARGEST_REGISTER, system_records};
use actfile::import::settings::{LARGEST_SETTINGS, policy_record};
use actfile::import::written::{Head, is_as_made, written};
use actfile::import::{Asked, Source, import};
use actfile::read::repository::history;
use actfile::read::{LARGEST_FILE, Loaded, single, stream};
use actfile::report::{self, Style};
use actfile::source::SourceMap;
use actfile::write::fresh::{Fresh, create, renew};
use std::io::Cursor;
use std::path::Path;

/// Runs the import that was typed.
pub(crate) fn run(asked: &Import, terminal: &Terminal) -> Result<Exit, Failure> {
    match &asked.source {
        ImportSource::ClaudeCodeAnalytics(asked) => exports(Source::ClaudeCodeAnalytics, asked, terminal),
        ImportSource::ClaudeCodeOtel(asked) => exports(Source::ClaudeCodeOtel, asked, terminal),
        ImportSource::ClaudeCompliance(asked) => exports(Source::ClaudeCompliance, asked, terminal),
        ImportSource::ClaudeSettings(asked) => settings(asked, terminal),
        ImportSource::CodexOtel(asked) => exports(Source::CodexOtel, asked, terminal),
        ImportSource::CopilotMetrics(asked) => exports(Source::CopilotMetrics, asked, terminal),
        ImportSource::CsvInventory(asked) => register(asked, terminal),
        ImportSource::CursorUsage(asked) => exports(Source::CursorUsage, asked, terminal),
        ImportSource::McpJson(asked) => exports(Source::McpJson, asked, terminal),
        ImportSource::Git(asked) => exports(Source::Git, asked, terminal),
        ImportSource::GithubPrs(asked) => exports(Source::GithubPrs, asked, terminal),
        ImportSource::GitlabMrs(asked) => exports(Source::GitlabMrs, asked, terminal),
        ImportSource::Merge(asked) => merge(asked, terminal),
        ImportSource::ModelCard(asked) => model_card(asked, terminal),
    }
}

/// Prints the summary of exports, or writes it where an import may write; what cannot be counted is told instead.
fn exports(source: Source, asked: &Exports, terminal: &Terminal) -> Result<Exit, Failure> {
    let opened: Result<Vec<Export>, Failure> = asked
        .files
        .iter()
        .map(|path| match source == Source::Git && path.is_dir() {
            true => repository(path, asked.period),
            false => opened(path),
        })
        .collect();
    let options = Asked {
        month: asked.period,
        allow_partial: asked.allow_partial,
        small_groups: asked.small_groups,
    };
    let mut findings = Diagnostics::default();
    let counted = import(source, opened?, &options, &mut findings)?;
    terminal.tell(&report::findings(
        Style::Human,
        &SourceMap::default(),
        &findings,
        "",
    ));
    let Some(counted) = counted else {
        return Ok(Exit::Refused);
    };
    let head = Head {
        source,
        month: asked.period,
        systems: &asked.systems,
        extracted_on: asked.extracted_on,
    };
    for read in &counted.sources {
        terminal.say(&read.in_words());
    }
    deliver(&written(&head, &counted), asked.output.as_deref(), terminal)
}

/// Prints or writes what settings come to; what is mistaken in them is told as well.
fn settings(asked: &Settings, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut loaded = Loaded::default();
    let mut files = Vec::new();
    for path in &asked.files {
        files.push(loaded.add_text(name_of(path), &single(path, LARGEST_SETTINGS)?));
    }
    let record = policy_record(&loaded.sources, &files, &asked.systems, &mut loaded.findings);
    terminal.tell(&report::findings(
        Style::Human,
        &loaded.sources,
        &loaded.findings,
        "",
    ));
    match record {
        None => Ok(Exit::Refused),
        Some(record) => deliver(&record, asked.output.as_deref(), terminal),
    }
}

/// Prints or writes the record that audit summaries come to together.
fn merge(asked: &Merge, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut loaded = Loaded::default();
    for path in &asked.files {
        loaded.add(path.to_string_lossy().into_owned(), &single(path, LARGEST_FILE)?);
    }
    let record = merged(&mut loaded)?;
    let (sources, findings) = (&loaded.sources, &loaded.findings);
    terminal.tell(&report::findings(Style::Human, sources, findings, ""));
    let Some(record) = record else {
        return Ok(Exit::Refused);
    };
    terminal.say(&format!(
        "{} audit summaries merged; {} numbers kept as cross-checks",
        record.n_summaries, record.n_cross_checks
    ));
    deliver(&record.text, asked.output.as_deref(), terminal)
}

/// Prints or writes the records that registers come to; what is left open or left out is told as well.
fn register(asked: &Register, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut loaded = Loaded::default();
    let map = loaded.add_text(name_of(&asked.map), &single(&asked.map, LARGEST_FILE)?);
    let mut registers = Vec::new();
    for path in &asked.files {
        registers.push(register::table::Register {
            name: name_of(path),
            bytes: single(path, LARGEST_REGISTER)?,
        });
    }
    let systems = match loaded.findings.has_errors() {
        true => None,
        false => system_records(&loaded.sources, map, &registers, &mut loaded.findings),
    };
    let (sources, findings) = (&loaded.sources, &loaded.findings);
    terminal.tell(&report::findings(Style::Human, sources, findings, ""));
    let Some(systems) = systems else {
        return Ok(Exit::Refused);
    };
    terminal.say(&format!(
        "{} AI systems and {} vendors; nothing is classified",
        systems.n_systems, systems.n_vendors
    ));
    deliver(&systems.text, asked.output.as_deref(), terminal)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn opened(path: &Path) -> Result<Export, Failure> {
    let (name, reader) = stream(path)?;
    Ok(Export::new(name, reader))
}

/// Opens the log of a repository for one month, as if it had been exported.
fn repository(folder: &Path, month: Month) -> Result<Export, Failure> {
    let history = history(folder, month.first(), month.last())?;
    let log = Cursor::new(history.log);
    Ok(match history.is_whole {
        true => Export::new(history.name, log),
        false => Export::of_part(history.name, log),
    })
}

fn deliver(record: &str, output: Option<&Path>, terminal: &Terminal) -> Result<Exit, Failure> {
    let Some(path) = output else {
        terminal.result(record)?;
        return Ok(Exit::Done);
    };
    let is_ours = path.symlink_metadata().is_ok() && is_as_made(&text_of(path)?);
    let text = with_modeline(record, path);
    let fresh = match is_ours {
        true => renew(path, text.as_bytes())?,
        false => create(path, text.as_bytes())?,
    };
    terminal.say(&match fresh {
        Fresh::Written => format!("{}: written", path.display()),
        Fresh::Unchanged => format!("{}: there already, nothing changed", path.display()),
    });
    Ok(Exit::Done)
}

fn text_of(path: &Path) -> Result<String, Failure> {
    Ok(String::from_utf8_lossy(&single(path, LARGEST_FILE)?).into_owned())
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
        Some(path) => match create(path, with_modeline(&record, path).as_bytes())? {
            Fresh::Written => terminal.say(&format!(
                "{}: written; read it before you rely on it",
                path.display()
            )),
            Fresh::Unchanged => terminal.say(&format!("{}: there already, nothing changed", path.display())),
        },
    }
    Ok(Exit::Done)
}
