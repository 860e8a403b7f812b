//! The words after `actfile import`.

use actfile::calendar::Date;
use actfile::import::month::Month;
use actfile::inventory::id::Id;
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    pub(crate) source: ImportSource,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportSource {
    /// An audit summary from the Claude Code Analytics API: pages of its JSON, one day each.
    ClaudeCodeAnalytics(Exports),
    /// An audit summary from telemetry of Claude Code: OTLP in JSON lines.
    ClaudeCodeOtel(Exports),
    /// A `managed_policy` record from settings of Claude Code: what is in force, and which settings do not do what they seem to.
    ClaudeSettings(Settings),
    /// An audit summary from the Compliance Activity Feed of Anthropic: pages of its JSON, or one activity to a line.
    ClaudeCompliance(Exports),
    /// An audit summary from telemetry of Codex: OTLP in JSON lines.
    CodexOtel(Exports),
    /// An audit summary from the usage metrics of GitHub Copilot: JSON, or one row to a line.
    CopilotMetrics(Exports),
    /// An audit summary from the Cursor Admin API: pages of `daily-usage-data` and `filtered-usage-events`.
    CursorUsage(Exports),
    /// An audit summary from `.mcp.json` of projects: which MCP servers are configured.
    McpJson(Exports),
    /// A `model` record from a model card of Hugging Face.
    ModelCard(ModelCard),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Exports {
    /// The exports of one source; a record that stands in two of them counts once.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The month that is counted, in UTC.
    #[arg(long, value_name = "YYYY-MM")]
    pub(crate) period: Month,
    /// The systems that the exports are about, by id.
    #[arg(long, value_delimiter = ',', value_name = "ID,...", value_parser = id)]
    pub(crate) systems: Vec<Id>,
    /// The day on which the exports were made.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) extracted_on: Option<Date>,
    /// Counts a file that ends in the middle of a record as far as it goes, and says so.
    #[arg(long)]
    pub(crate) allow_partial: bool,
    /// Leaves out groups of fewer than three persons.
    #[arg(long)]
    pub(crate) small_groups: bool,
    /// Writes the record into this file; one that an import made and nobody changed is replaced [default: standard output].
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Settings {
    /// Settings files in the order in which they count: of single values the last, lists together.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The systems that the settings are about, by id.
    #[arg(long, value_delimiter = ',', value_name = "ID,...", value_parser = id)]
    pub(crate) systems: Vec<Id>,
    /// Writes the record into this file; one that an import made and nobody changed is replaced [default: standard output].
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ModelCard {
    /// The model card, as it is downloaded.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Writes the record into this file, which must not be there yet [default: standard output].
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

fn id(typed: &str) -> Result<Id, String> {
    typed.parse()
}
