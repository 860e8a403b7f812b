//! For what, when and by which rules documents are made. Every document asks here for its front part, the classes, the
//! duties and the gaps, so that all documents of a build say the same.

use crate::classify::system::SystemClass;
use crate::documents::front::Front;
use crate::documents::gaps::{GapRow, GapRows};
use crate::failure::Failure;
use crate::inventory::id::Id;
use crate::inventory::organisation::Organisation;
use crate::inventory::record::Record;
use crate::link::Inventory;
use crate::obligations::Assessment;
use crate::source::{SourceMap, Span};

/// What all documents of one build have in common.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// What was found out about the inventory.
    pub assessment: &'a Assessment,
    /// The linked records.
    pub inventory: &'a Inventory,
    /// Whose documents they are.
    pub organisation: &'a Record<Organisation>,
    /// The texts that the records stand in.
    pub sources: &'a SourceMap,
    /// The hash over program, rules, options and inputs.
    pub build_id: &'a str,
}

impl<'a> Occasion<'a> {
    /// Returns the occasion of a build.
    ///
    /// # Errors
    /// Fails when no record says whose documents these are; such an inventory is refused earlier.
    pub fn new(
        assessment: &'a Assessment,
        sources: &'a SourceMap,
        build_id: &'a str,
    ) -> Result<Self, Failure> {
        let inventory = &assessment.inventory;
        let organisation = inventory.organisation.as_ref().ok_or_else(|| {
            Failure::Refused(
                "the inventory has no `organisation` record, so nobody's documents can be made".to_owned(),
            )
        })?;
        Ok(Self {
            assessment,
            inventory,
            organisation,
            sources,
            build_id,
        })
    }

    /// Returns the front part of a document that is signed on this record.
    pub(crate) fn front<T>(&self, title: impl Into<String>, purpose: &str, signed: &Record<T>) -> Front {
        Front::new(self, title.into(), purpose, signed)
    }

    /// Returns the class of a system.
    pub(crate) fn class(&self, system: &Id) -> Option<&'a SystemClass> {
        self.assessment.classification.systems.get(system)
    }

    /// Returns the number of gaps that concern a system.
    pub(crate) fn n_gaps(&self, system: &Id) -> usize {
        self.assessment.gaps_of_system(system).count()
    }

    /// Returns the gaps of each section; `sections` pairs a section with a beginning of its codes, and may name a
    /// section twice.
    pub(crate) fn gaps_by_section(&self, sections: &[(&'static str, &str)]) -> GapRows {
        let mut rows = GapRows::new();
        for (section, prefix) in sections {
            let gaps = self.assessment.gaps.iter();
            let gaps = gaps.filter(|gap| gap.kind.code.starts_with(prefix));
            rows.entry(section).or_default().extend(gaps.map(GapRow::of));
        }
        rows
    }

    /// Returns where a statement stands, as `file:line`; or that no statement stands behind it.
    pub(crate) fn place(&self, span: Option<Span>) -> String {
        span.map_or_else(
            || "no statement".to_owned(),
            |span| {
                let place = self.sources.place(span);
                format!("{}:{}", place.path, place.line)
            },
        )
    }
}
