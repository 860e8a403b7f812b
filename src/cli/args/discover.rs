//! The words after `actfile discover`.

use clap::ValueEnum;
use std::path::PathBuf;

// Lines of commands are short enough that no terminal breaks them.
const MORE: &str = "\
How sure a place makes:
  declared            the place is there to declare it: a direct dependency, a file
                      that this tool alone reads, a step or command that runs it,
                      a commit that names it as its author
  named in settings   configuration gives its name, its address or the name of the
                      variable for its key as a value
  brought in by another package
                      a lock file lists it because something else depends on it
  only mentioned, or in tests and examples
                      the name stands among other words, or in such a folder

Only the first two count as use that a record should declare.

Examples:
  actfile discover .
  actfile discover . --fail-on undeclared
  actfile discover checkouts/* --inventory inventories --format json
  actfile discover . --format yaml > found.yaml

Ignore files (.gitignore, .ignore) inside PATH are obeyed. Links are not followed, nothing outside PATH is read, and \
nothing is executed. Of a file of secrets (.env) only the names of variables are read; no value but the name of a model \
is ever shown. Of commits, tools and models are counted; nobody's name or address is shown. Source code and prose are \
not searched, so what is named there alone is not found.";

/// Lists what shows the use of AI in folders, and which of it no record declares.
#[derive(Debug, clap::Args)]
#[command(after_long_help = MORE)]
pub(crate) struct Discover {
    /// Folders, such as checkouts of repositories.
    #[arg(value_name = "PATH", required = true)]
    pub(crate) folders: Vec<PathBuf>,
    /// The inventory that is compared [default: the project, where it is there].
    #[arg(long, value_name = "FOLDER")]
    pub(crate) inventory: Option<PathBuf>,
    /// How it is told; `yaml` proposes records.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DiscoverFormat,
    /// What makes the run end with exit code 1.
    #[arg(long, value_enum, value_name = "WHAT", default_value = "never")]
    pub(crate) fail_on: FailOn,
    /// Also looks at what ignore files leave out.
    #[arg(long)]
    pub(crate) no_ignore: bool,
    /// Also looks into folders of others, such as `node_modules`.
    #[arg(long)]
    pub(crate) vendored: bool,
    /// Leaves the commits of repositories alone.
    #[arg(long)]
    pub(crate) no_commits: bool,
}

/// How `discover` tells what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiscoverFormat {
    Human,
    Json,
    Yaml,
}

/// What makes `discover` end with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Nothing.
    Never,
    /// Something that is used here and that no record declares.
    Undeclared,
}
