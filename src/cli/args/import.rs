//! The words after `actfile import`.

use actfile::calendar::Date;
use actfile::import::month::Month;
use actfile::inventory::id::Id;
use clap::Subcommand;
use std::path::PathBuf;

// Lines of commands are short enough that no terminal breaks them.
const GIT: &str = "\
FILE is the folder of a repository, which is read without running git, or a log that was exported from one:

  who='%an <%ae>%x1f%cn <%ce>'
  trailers='%(trailers:only,unfold,separator=%x1e)'
  git log --since-as-filter=2026-10-01T00:00:00Z --until=2026-10-31T23:59:59Z \\
    --format=\"%H%x1f%aI%x1f$who%x1f$trailers%x1f%cI%x1f%P\" > october.log

Both give the same numbers. A commit counts in the month of its commit date, in UTC; merges are not counted. Users are \
distinct mailboxes of authors, without programs. A log without the last two fields is counted by author date.";

const GITHUB_PRS: &str = "\
The export of one repository:

  gh pr list --repo OWNER/NAME --state all --limit 100000 \\
    --json number,url,title,body,author,createdAt,updatedAt,mergedAt \\
    --json mergedBy,closedAt,baseRefName,headRefOid,mergeCommit,labels \\
    --json commits,reviews,comments > prs.json

Without --limit the program exports 30 and says nothing. A field that is left out leaves out the counts that need it. \
Counted are changes into the branch that most changes of a file go into: opened, merged or closed in the month, in UTC. \
Approvals by the author, by programs, dismissed, replaced by a request for changes, or given after the merge are none. First reviews, approvals and requests for changes \
count in the month in which they were given; a revert counts in its own month, when it comes within 30 days and the \
export holds what it reverts.";

const GITLAB_MRS: &str = "\
The export of one project, inside its working copy, with bash:

  all=projects/:id/merge_requests
  glab api --paginate \"$all?state=all&per_page=100\" | jq -c '.[]' |
  while read -r mr; do
    one=$all/$(jq .iid <<<\"$mr\")
    jq -c --slurpfile approvals <(glab api $one/approvals) \\
      --slurpfile commits <(glab api --paginate $one/commits) \\
      --slurpfile notes <(glab api --paginate $one/notes) \\
      '.approvals = $approvals[0] | .commits = ($commits | add)
      | .notes = ($notes | add)' <<<\"$mr\"
  done > mrs.jsonl

Without approvals, commits or notes the counts that need them are left out. The interface tells neither which commit \
was approved nor who asked for changes.";

const CSV_INVENTORY: &str = "\
FILE is CSV whose first row names the columns, or JSON: a list of objects, or an object that holds one. MAP says what \
becomes of the columns:

  id: {prefix: ours-, columns: [number]}   # ids are made of these columns
  fields:
    name: title
    description: purpose
    owner: department                      # a role or department, no person
    vendor: supplier                       # becomes a `vendor` record
    lifecycle_status:
      column: stage
      values: {Live: in_service, Pilot: in_development}
    in_service_since: {column: live since, day: DD.MM.YYYY}
    tripwires.processes_personal_data:
      column: personal data
      values: {\"yes\": true, \"no\": false}
  notes: [risk]                            # remarks that documents do not print
  delimiter: \";\"                           # else it is found
  rows: records                            # where the list lies in JSON

Other fields: intended_purpose, our_use, version, trade_name, unambiguous_reference, placed_on_market_on, retired_on and \
every other tripwire. Days are YYYY-MM-DD, DD.MM.YYYY, DD/MM/YYYY or MM/DD/YYYY, with or without a time behind them.

An empty cell leaves its field open, and so does a word that the map does not know; you are told which. What others say \
about risk is no classification of yours: it can become a remark. Columns of persons are refused, and cells with an \
address are left out. Two maps lie in `examples/maps`: for the inventory of AI use cases that federal agencies of the United \
States publish, and for the algorithmic transparency records of the United Kingdom.";

const MERGE: &str = "\
The summaries cover one period and name the same systems; they were made by imports, or by hand. Their numbers are never \
added. Of each fact the source that is nearest to the events gives the value:

  otel, siem                 records of single events
  compliance_api             the vendor's own record of events
  vendor_api, vendor_console figures that the vendor makes of events
  git_host, ci               what hangs on marks in changes
  settings                   what is configured
  manual                     what a person counted

What was charged comes before an estimate. A part, or what shares are made of, comes from the source that has the whole, \
such as reviewed changes from the source of merged ones. Every other number stays in the record under `cross_checks`, \
with the sources of both; where two differ by more than ten percent, documents say so (EVD-047). A fact that only one \
source has is taken from it. Lists are joined.

Sources keep their hashes and counts, under ids that are unique. Amounts in two currencies are not converted and not \
merged. Put the merged file into the inventory instead of the files that it came from:

  actfile import merge audits/2026-10.*.yaml -o inventories/audits/2026-10.yaml";

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
    /// `ai_system` records to begin with, from a register of AI systems that is kept already: CSV or JSON, by a map of its columns.
    #[command(after_long_help = CSV_INVENTORY)]
    CsvInventory(Register),
    /// An audit summary from the Cursor Admin API: pages of `daily-usage-data` and `filtered-usage-events`.
    CursorUsage(Exports),
    /// An audit summary from `.mcp.json` of projects: which MCP servers are configured.
    McpJson(Exports),
    /// An audit summary from the commits of git repositories: folders, or logs exported from them.
    #[command(after_long_help = GIT)]
    Git(Exports),
    /// An audit summary from GitHub pull requests: what `gh pr list --json` exports, one file for each repository.
    #[command(after_long_help = GITHUB_PRS)]
    GithubPrs(Exports),
    /// An audit summary from GitLab merge requests with their approvals, one file for each project.
    #[command(after_long_help = GITLAB_MRS)]
    GitlabMrs(Exports),
    /// One audit summary from several of the same period and systems: nothing is added, what differs is told.
    #[command(after_long_help = MERGE)]
    Merge(Merge),
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
pub(crate) struct Register {
    /// Registers with the same columns, as CSV or JSON.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// What becomes of the columns: a YAML file.
    #[arg(long, value_name = "MAP")]
    pub(crate) map: PathBuf,
    /// Writes the records into this file; one that an import made and nobody changed is replaced [default: standard output].
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
pub(crate) struct Merge {
    /// Files with audit summaries, in any order.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
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
