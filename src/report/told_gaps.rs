//! Gaps beside findings: those for which a run ends with 1, so that a report for machines says what made it red. Takes what
//! `obligations` found, with the place as the user would type it; decides neither level nor order.

use crate::diag::Severity;
use crate::inventory::id::Id;
use crate::law::cite::Citation;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::report::visible::visible;
use crate::source::Span;

/// A gap, ready to be told.
#[derive(Debug)]
pub(crate) struct ToldGap<'a> {
    pub(crate) gap: &'a Gap,
    /// The file it is about as the user would type it; empty when no record speaks of it.
    pub(crate) path: String,
}

impl ToldGap<'_> {
    /// Returns the code, such as `LIT-001`.
    pub(crate) fn code(&self) -> &'static str {
        self.gap.kind.code
    }

    /// Returns where the inventory speaks about it.
    pub(crate) fn at(&self) -> Option<Span> {
        self.gap.at
    }

    /// Returns the record that it is about, else the name of its kind.
    pub(crate) fn record(&self) -> String {
        visible(
            self.gap
                .record
                .as_ref()
                .map_or(self.gap.title.as_str(), Id::as_str),
        )
    }

    /// Returns what is missing and what closes it.
    pub(crate) fn says(&self) -> String {
        let says = visible(&self.gap.says);
        let closes = self.gap.kind.closes.trim_end_matches('.');
        format!("{}: {says} Closed by: {closes}.", self.record())
    }

    /// Returns how serious it is, in the words of findings: owed today, owed from a later day, or worth having.
    pub(crate) fn severity(&self) -> Severity {
        match self.gap.level {
            Level::MustNow => Severity::Error,
            Level::MustBy(_) => Severity::Warning,
            Level::Should | Level::Info => Severity::Note,
        }
    }

    /// Returns the places in the law that ask for it.
    pub(crate) fn legal_basis(&self) -> Vec<String> {
        places(self.gap.kind.cites)
    }
}

/// Returns citations as they are printed.
pub(crate) fn places(cites: &[Citation]) -> Vec<String> {
    cites.iter().map(ToString::to_string).collect()
}
