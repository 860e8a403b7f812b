//! In which forms commands can tell what they have to say.

use actfile::inventory::group;
use actfile::inventory::kind::Kind;
use actfile::report::Style;
use actfile::report::editor::Draft;
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// How `check` tells its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Human,
    Short,
    Json,
    Sarif,
    Junit,
    Github,
}

/// How `classify` tells its classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ClassifyFormat {
    Human,
    Json,
}

/// How `diff` tells differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    Human,
    Json,
    Md,
}

/// The draft in which `schema` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaDraft {
    #[value(name = "2020-12")]
    Of2020,
    #[value(name = "07")]
    Of07,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SchemaSubject {
    /// A record of one kind.
    Record(Kind),
    /// A group file.
    Group,
}

impl SchemaSubject {
    /// Returns what reads one of them, and lets a shell complete it.
    pub(crate) fn parser() -> impl TypedValueParser<Value = Self> {
        let kinds = Kind::ALL.iter().map(|kind| kind.key());
        let mut keys: Vec<&'static str> = kinds.chain([group::KIND]).collect();
        keys.sort_unstable();
        PossibleValuesParser::new(keys).map(|typed| {
            let kind = Kind::ALL.iter().find(|kind| kind.key() == typed);
            kind.map_or(Self::Group, |kind| Self::Record(*kind))
        })
    }
}

impl SchemaDraft {
    /// Returns the draft of the library.
    pub(crate) fn of_library(self) -> Draft {
        match self {
            Self::Of2020 => Draft::Of2020,
            Self::Of07 => Draft::Of07,
        }
    }
}

/// How `law` tells the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LawFormat {
    Md,
    Json,
}

impl CheckFormat {
    /// Returns the style of the library.
    pub(crate) fn style(self) -> Style {
        match self {
            Self::Human => Style::Human,
            Self::Short => Style::Short,
            Self::Json => Style::Json,
            Self::Sarif => Style::Sarif,
            Self::Junit => Style::Junit,
            Self::Github => Style::Github,
        }
    }
}
