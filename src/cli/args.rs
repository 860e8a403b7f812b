//! The words that can be typed. Names, flags and defaults are a contract with scripts.

pub(crate) mod bom;
pub(crate) mod discover;
pub(crate) mod formats;
pub(crate) mod import;

use crate::cli::args::bom::Bom;
use crate::cli::args::discover::Discover;
use crate::cli::args::formats::{
    CheckFormat, ClassifyFormat, DiffFormat, LawFormat, SchemaDraft, SchemaSubject,
};
use crate::cli::args::import::Import;
use crate::cli::exit::Level;
use actfile::calendar::Date;
use actfile::documents::bom::spec::BomSpec;
use actfile::law::edition::Edition;
use actfile::law::sources::{REVISION, VALID_UNTIL, rules_sha256};
use actfile::read::limits::Limits;
use actfile::render::Format;
use actfile::tongue::language::Language;
use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser};
use clap::{ArgAction, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

/// From a folder of YAML, the documents an organisation must keep under the EU AI Act.
#[derive(Debug, Parser)]
#[command(name = "actfile", version, long_version = long_version(), disable_help_subcommand = true)]
#[command(
    after_help = "Exit codes: 0 done; 1 done, with findings or gaps at or above --fail-on, documents that are not current or not as they were made, or differences where --exit-code asks; 2 refused, as for an inventory with errors; 3 internal error."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) global: Global,
}

/// The inventory that is read when none is named.
pub(crate) const DEFAULT_PROJECT: &str = "inventories";

/// What every command understands.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Global {
    /// The inventory.
    #[arg(long, global = true, value_name = "DIR", default_value = DEFAULT_PROJECT)]
    pub(crate) project: PathBuf,
    /// The folder for documents.
    #[arg(long, global = true, value_name = "DIR", default_value = "out")]
    pub(crate) out: PathBuf,
    /// The day for which documents speak [default: `as_of` of the organisation, else today].
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<Date>,
    /// The edition of the Act: oj-2024 or omnibus-2026 [default: the one in force on that day].
    #[arg(long, global = true, value_name = "EDITION", value_parser = one_of(Edition::ALL, Edition::key), hide_possible_values = true)]
    pub(crate) law: Option<Edition>,
    /// Reads N times as many files and bytes as an inventory may have otherwise, at most 64 times.
    #[arg(long, global = true, value_name = "N", default_value_t = 1, hide_default_value = true, value_parser = times())]
    pub(crate) raise_limits: u32,
    /// Says nothing but errors.
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// Says more.
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,
    #[command(flatten)]
    pub(crate) color: colorchoice_clap::Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Asks what is still open about a system, and writes the answers into its record.
    Ask(Ask),
    /// Works on bills of materials, ours and those of others.
    Bom(Bom),
    /// Makes the documents.
    Build(Build),
    /// Checks the inventory and tells what is wrong.
    Check(Check),
    /// Tells how systems and models are classified, and why.
    Classify(Classify),
    /// Prints a script that completes commands and options in a shell.
    Completions(Completions),
    /// Tells what differs between two inventories, two folders of documents, two editions or two days.
    Diff(Diff),
    /// Lists what shows the use of AI in folders, and which of it no record declares.
    Discover(Discover),
    /// Explains a code, article, fact or use in plain words.
    Explain(Explain),
    /// Makes a record from what others have written: exports of logs, reviews and figures, or a model card.
    Import(Import),
    /// Starts an inventory.
    Init(Init),
    /// Prints the law as this program knows it, or what changed between two editions.
    Law(Law),
    /// Prints a manual page.
    Man(Man),
    /// Prints the JSON Schema of records or of group files, for editors.
    Schema(Schema),
    /// Puts a signature of OpenSSH on a folder of documents; roles sign documents off in the inventory.
    Sign(Sign),
    /// Checks that a folder of documents is complete and unchanged, whose signature is on it, and that it follows from an inventory.
    Verify(Verify),
    /// Makes the documents anew after each change, and shows them in a browser on this machine alone.
    Watch(Watch),
}

#[derive(Debug, clap::Args)]
#[command(override_usage = "actfile ask <SYSTEM> [OPTIONS]")]
pub(crate) struct Ask {
    /// The id of a system.
    #[arg(value_name = "SYSTEM")]
    pub(crate) system: String,
    /// The role that answers, such as `Head of Engineering`; asked for when it is not given.
    #[arg(long, value_name = "ROLE", value_parser = role)]
    pub(crate) by: Option<String>,
    /// Asks again what the record answers, to change it or, with `u`, to take it back: these fields, such as
    /// `tripwires.safety_component`, and what comes up with them; or every answer where none is named. SYSTEM stands
    /// before it.
    #[arg(long, value_name = "FIELD,...", num_args = 0..=1, value_delimiter = ',', default_missing_value = EVERY_ANSWER)]
    pub(crate) again: Vec<String>,
    /// Asks everything that is open: also what changes no class, but a duty, a day, a role, a gap or the words of a document.
    #[arg(long)]
    pub(crate) all: bool,
    /// Writes nothing; prints what would change.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Writes without asking again, also when the input ends early.
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    /// Writes nothing; tells whether the documents are current.
    #[arg(long)]
    pub(crate) check: bool,
    /// A group file, in place of `--project`: makes the documents of every member, and pages over all of them.
    #[arg(long, value_name = "FILE", conflicts_with = "project")]
    pub(crate) group: Option<PathBuf>,
    /// Which formats to make: md, pdf, bom, html, docx [default: md,pdf,bom,html].
    #[arg(long, value_parser = one_of(Format::ALL, Format::key), hide_possible_values = true, value_delimiter = ',', value_name = "FORMAT,...")]
    pub(crate) formats: Vec<Format>,
    /// Which systems to make sheets for, by id [default: all].
    #[arg(long, value_delimiter = ',', value_name = "ID,...")]
    pub(crate) systems: Vec<String>,
    /// Whose systems to make sheets for, by the role in `owner` [default: everybody's].
    #[arg(long, value_name = "OWNER,...")]
    pub(crate) owner: Vec<String>,
    /// Makes PDFs without files inside; otherwise each carries the whole inventory files that it repeats.
    #[arg(long)]
    pub(crate) no_attachments: bool,
    /// Renders everything, whatever is known of the output folder from an earlier build.
    #[arg(long)]
    pub(crate) no_cache: bool,
    /// The version of CycloneDX of the AI-BOM: 1.5, 1.6 or 1.7 [default: 1.6].
    #[arg(long, value_parser = one_of(BomSpec::ALL, BomSpec::key), hide_possible_values = true, value_name = "VERSION")]
    pub(crate) bom_spec: Option<BomSpec>,
    /// The language of those documents that are made in several: en, de, fr, es or it [default: `language` of the organisation, else en].
    #[arg(long, value_name = "LANGUAGE")]
    pub(crate) lang: Option<Language>,
    /// From which level on the run ends with exit code 1; what a waiver accepts counts only when it is a duty in force.
    #[arg(long, value_enum, value_name = "LEVEL", default_value = "error")]
    pub(crate) fail_on: Level,
    /// Lets documents take the place of ones that were made with a newer rule table; the manifest records it.
    #[arg(long)]
    pub(crate) allow_older_law: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// A group file, in place of `--project`: checks every member.
    #[arg(long, value_name = "FILE", conflicts_with = "project")]
    pub(crate) group: Option<PathBuf>,
    /// How findings are told.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: CheckFormat,
    /// From which level on the run ends with exit code 1; what a waiver accepts counts only when it is a duty in force.
    #[arg(long, value_enum, value_name = "LEVEL", default_value = "error")]
    pub(crate) fail_on: Level,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Classify {
    /// Ids of systems or models [default: all].
    #[arg(value_name = "SYSTEM")]
    pub(crate) systems: Vec<String>,
    /// Whose systems to tell of, by the role in `owner`; no role owns a model [default: everybody's, and models].
    #[arg(long, value_name = "OWNER,...")]
    pub(crate) owner: Vec<String>,
    /// How classes are told.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: ClassifyFormat,
    /// Tells every rule with its answers and their places.
    #[arg(long)]
    pub(crate) trace: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: Shell,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    /// The first inventory or folder of documents.
    #[arg(value_name = "OLD", required_unless_present_any = ["law", "days"], requires = "new")]
    pub(crate) old: Option<PathBuf>,
    /// The second.
    #[arg(value_name = "NEW")]
    pub(crate) new: Option<PathBuf>,
    /// Compares what the project comes to under two editions of the Act.
    // The id is that of the global option, whose place this one takes here: there it names one edition, here two.
    #[arg(long, num_args = 2, value_names = ["EDITION", "EDITION"], value_parser = one_of(Edition::ALL, Edition::key), hide_possible_values = true, conflicts_with_all = ["old", "days"])]
    pub(crate) law: Vec<Edition>,
    /// Compares what the project comes to on two days.
    #[arg(long, num_args = 2, value_names = ["DAY", "DAY"], conflicts_with_all = ["old", "as_of"])]
    pub(crate) days: Vec<Date>,
    /// How differences are told.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DiffFormat,
    /// Ends with exit code 1 when there is a difference.
    #[arg(long)]
    pub(crate) exit_code: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// A word of the documents, code, article, rule, gap, fact, field, kind of record or use, such as `deployer`, `E0203`, `art-50-2`, `annex_iii.profiling`, `turnover`, `waiver` or `worker-monitoring`; `vendor-facts` lists what vendors say about their plans; `index`, or nothing, lists all.
    #[arg(value_name = "NAME", default_value = "index", hide_default_value = true, num_args = 1..)]
    pub(crate) subject: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    /// A folder that does not exist yet or is empty.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// Writes the worked example instead of the smallest useful inventory.
    #[arg(long)]
    pub(crate) example: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Law {
    /// The edition: oj-2024 or omnibus-2026 [default: the one in force on the as-of date, else today].
    #[arg(long, value_name = "NAME", conflicts_with = "diff", value_parser = one_of(Edition::ALL, Edition::key), hide_possible_values = true)]
    pub(crate) edition: Option<Edition>,
    /// Prints what changed between two editions.
    #[arg(long, num_args = 2, value_names = ["OLD", "NEW"], value_parser = one_of(Edition::ALL, Edition::key), hide_possible_values = true)]
    pub(crate) diff: Vec<Edition>,
    /// How the law is told.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "md")]
    pub(crate) format: LawFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Man {
    /// The command that the page is about, such as `build` or `bom sign` [default: the program].
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// A kind of record, such as `ai_system`, or `group` for the file that `--group` names [default: all kinds of record].
    #[arg(value_name = "KIND", value_parser = SchemaSubject::parser())]
    pub(crate) subject: Option<SchemaSubject>,
    /// The draft of JSON Schema.
    #[arg(long, value_enum, value_name = "DRAFT", default_value = "2020-12")]
    pub(crate) draft: SchemaDraft,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Verify {
    /// The folder of documents.
    #[arg(value_name = "OUT")]
    pub(crate) folder: PathBuf,
    /// Also makes the documents again from this inventory, or from this group file, and compares.
    #[arg(long, value_name = "PROJECT")]
    pub(crate) against: Option<PathBuf>,
    /// Also asks whose signature is on the folder: the list of those who may sign, as ssh-keygen(1) has it.
    #[arg(long, value_name = "FILE")]
    pub(crate) allowed_signers: Option<PathBuf>,
    /// Only lets the key of this name in that list pass.
    #[arg(long, value_name = "WHO", requires = "allowed_signers")]
    pub(crate) signer: Option<String>,
    /// Lets PDFs pass that were electronically signed after they were made, as long as the last signature covers the whole
    /// file.
    #[arg(long)]
    pub(crate) allow_signed_pdf: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Watch {
    /// The port on 127.0.0.1 [default: one that is free].
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true)]
    pub(crate) port: u16,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Sign {
    /// The folder of documents, complete and unchanged.
    #[arg(value_name = "OUT")]
    pub(crate) folder: PathBuf,
    /// A private key as `ssh-keygen -t ed25519` writes it, without a passphrase.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// Puts the signature in the place of another one.
    #[arg(long)]
    pub(crate) replace: bool,
}

/// What `ask --again` means without a field.
pub(crate) const EVERY_ANSWER: &str = "every answer";

/// Returns a role as it is written into a record; persons are not named there.
pub(crate) fn role(typed: &str) -> Result<String, String> {
    const LONGEST_ROLE: usize = 100;
    let role = typed.trim();
    if role.is_empty() || role.chars().count() > LONGEST_ROLE || role.chars().any(char::is_control) {
        return Err(format!(
            "a role is a few words on one line, at most {LONGEST_ROLE} characters"
        ));
    }
    match role.contains('@') {
        true => Err(
            "name a role, such as `Head of Engineering`, and no address; the record outlives its holder"
                .to_owned(),
        ),
        false => Ok(role.to_owned()),
    }
}

fn times() -> RangedU64ValueParser<u32> {
    RangedU64ValueParser::new().range(1..=u64::from(Limits::MOST_TIMES))
}

/// Returns what reads one of a list of keys, and lets a shell complete them.
fn one_of<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    key: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let mut keys: Vec<&'static str> = all.iter().map(|term| key(*term)).collect();
    keys.sort_unstable();
    PossibleValuesParser::new(keys).try_map(move |typed| {
        let known = all.iter().find(|term| key(**term) == typed);
        known.copied().ok_or("not one of the list")
    })
}

/// Returns which program this is, and which law it knows.
fn long_version() -> String {
    let editions: Vec<&str> = Edition::ALL.iter().map(|edition| edition.key()).collect();
    format!(
        "{}\nrule table {REVISION}, taken to be current until {VALID_UNTIL}\nsha256 of the rules {}\neditions of the law: {}",
        env!("CARGO_PKG_VERSION"),
        rules_sha256(),
        editions.join(", ")
    )
}
