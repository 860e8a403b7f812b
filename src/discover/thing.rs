//! What can be found, and how sure a place makes of it. Words for certainty say what kind of place it is, never a share.

use crate::terms;

terms! {
    /// What kind of thing was found, in the order in which things are told.
    pub enum Kind {
        Assistant = "assistant" => "coding assistants and agents",
        Service = "hosted_service" => "hosted services",
        Sdk = "sdk" => "libraries that call hosted models",
        Framework = "framework" => "frameworks for applications of models",
        Local = "local_inference" => "running or training models here",
        Model = "model" => "models",
        Weights = "weights" => "files of weights",
        McpServer = "mcp_server" => "MCP servers",
        Supporting = "supporting" => "supporting: vector stores, evaluation, observability",
    }
}

terms! {
    /// How sure a place makes of a find, the surest first.
    pub enum Certainty {
        Declared = "declared" => "declared",
        Configured = "named_in_settings" => "named in settings",
        BroughtIn = "brought_in" => "brought in by another package",
        Mentioned = "mentioned_only" => "only mentioned, or in tests and examples",
    }
}

terms! {
    /// A package registry.
    pub enum Registry {
        Npm = "npm" => "npm",
        PyPi = "pypi" => "PyPI",
        Cargo = "cargo" => "crates.io",
        Go = "go" => "Go",
        Maven = "maven" => "Maven",
        RubyGems = "rubygems" => "RubyGems",
        Packagist = "packagist" => "Packagist",
        NuGet = "nuget" => "NuGet",
    }
}

impl Certainty {
    /// Returns what the words mean.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Declared => {
                "the place is there to declare it: a direct dependency, a file that this tool alone reads, a step or \
                 command that runs it, a commit that names it as its author"
            }
            Self::Configured => {
                "configuration gives its name, its address or the name of the variable for its key as a value"
            }
            Self::BroughtIn => {
                "a lock file lists it because something else depends on it; no manifest beside it asks for it"
            }
            Self::Mentioned => {
                "the name stands among other words, or in a folder of tests, examples or documentation"
            }
        }
    }

    /// Returns whether a place of this kind shows use rather than hinting at it.
    pub const fn shows_use(self) -> bool {
        match self {
            Self::Declared | Self::Configured => true,
            Self::BroughtIn | Self::Mentioned => false,
        }
    }
}

impl Kind {
    /// Returns whether an inventory is expected to know things of this kind. What only supports others is told and not
    /// asked for.
    pub const fn is_asked_for(self) -> bool {
        match self {
            Self::Assistant
            | Self::Service
            | Self::Sdk
            | Self::Framework
            | Self::Local
            | Self::Model
            | Self::Weights
            | Self::McpServer => true,
            Self::Supporting => false,
        }
    }
}

/// One thing, whatever the places that show it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing {
    /// What kind it is.
    pub kind: Kind,
    /// Its name, by which places are put together. For models the form that all spellings share.
    pub name: String,
    /// Who makes or provides it, where that is known.
    pub provider: Option<&'static str>,
}

/// One place that shows a thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sighting {
    /// Path below the folder that was looked through; empty for the folder itself.
    pub path: String,
    /// The line, from 1; nothing where the file as such is meant.
    pub line: Option<usize>,
    /// How sure the place makes.
    pub certainty: Certainty,
    /// What stands there, in words of this program and names that passed its filters; never a value of a setting.
    pub says: String,
}

/// A thing at a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Find {
    /// What was found.
    pub thing: Thing,
    /// Where.
    pub sighting: Sighting,
}
