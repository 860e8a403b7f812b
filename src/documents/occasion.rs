//! For what, when and by which rules documents are made. Every document asks here for its front part, the classes, the
//! duties and the gaps, so that all documents of a build say the same.

use crate::classify::system::SystemClass;
use crate::documents::beside::Beside;
use crate::documents::bom::spec::BomSpec;
use crate::documents::front::Front;
use crate::documents::gaps::{GapRow, GapRows};
use crate::documents::selection::Selection;
use crate::documents::trail::Trail;
use crate::documents::waivers;
use crate::failure::Failure;
use crate::inventory::id::Id;
use crate::inventory::organisation::Organisation;
use crate::inventory::record::Record;
use crate::link::Inventory;
use crate::obligations::Assessment;
use crate::source::{SourceMap, Span};
use crate::tongue::language::{Language, Tag};
use crate::tongue::words::Words;

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
    /// The version of CycloneDX in which the AI-BOM is written.
    pub bom_spec: BomSpec,
    /// The kinds of files that are made.
    pub beside: Beside,
    /// To which systems the build is narrowed down; nothing for a whole one.
    pub selection: Option<&'a Selection>,
    /// What the documents say in their language.
    pub words: Words,
    /// The language that the inventory is written in.
    pub inventory_language: &'a Tag,
}

/// In which language documents are made, and in which the inventory is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    /// The language of those documents that are made in several.
    pub documents: Language,
    /// The language of the inventory.
    pub inventory: Tag,
}

impl Languages {
    /// Returns the language that was asked for, else the one that the organisation names, else English; and for the
    /// inventory the one that it names, else that of the organisation.
    pub fn of(asked: Option<Language>, organisation: Option<&Record<Organisation>>) -> Self {
        let own = organisation.and_then(|it| it.language.stated().copied());
        let own = own.unwrap_or(Language::En);
        let written = organisation.and_then(|it| it.inventory_language.stated().cloned());
        Self {
            documents: asked.unwrap_or(own),
            inventory: written.unwrap_or_else(|| own.into()),
        }
    }
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
        spoken: &'a Languages,
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
            bom_spec: BomSpec::default(),
            beside: Beside::default(),
            selection: None,
            words: Words::of(spoken.documents).about(&spoken.inventory),
            inventory_language: &spoken.inventory,
        })
    }

    /// Returns the same occasion with the AI-BOM in another version of CycloneDX.
    pub fn with_bom_spec(self, bom_spec: BomSpec) -> Self {
        Self { bom_spec, ..self }
    }

    /// Returns the same occasion of a build that makes these kinds of files.
    pub fn making(self, beside: Beside) -> Self {
        Self { beside, ..self }
    }

    /// Returns the same occasion of a build that is narrowed down to some systems.
    pub fn narrowed_to(self, selection: &'a Selection) -> Self {
        Self {
            selection: Some(selection).filter(|selection| !selection.is_whole()),
            ..self
        }
    }

    /// Returns whether the build makes a document, by its path without extension.
    pub(crate) fn makes(&self, path: &str) -> bool {
        self.selection
            .is_none_or(|selection| selection.makes(path, self.inventory))
    }

    /// Returns where a document of the build is found, by its path without extension, and something in it.
    pub(crate) fn address(&self, path: &str, anchor: Option<&str>) -> Option<String> {
        match self.makes(path) {
            true => self.beside.address(path, anchor),
            false => None,
        }
    }

    /// Returns the same for a document that is made in English alone.
    pub(crate) fn in_english(&self) -> Self {
        Self {
            words: Words::default().about(self.inventory_language),
            ..*self
        }
    }

    /// Returns the same for readers who have nothing to do with the fields of the inventory.
    pub(crate) fn naming_no_field(&self) -> Self {
        Self {
            words: self.words.naming_no_field(),
            ..*self
        }
    }

    /// Returns the front part of a document that is signed on this record.
    pub(crate) fn front<T>(&self, title: impl Into<String>, purpose: &str, signed: &Record<T>) -> Front {
        Front::new(self, title.into(), purpose, signed)
    }

    /// Returns the front part of a document that would be signed on a record of this kind, which there is not.
    pub(crate) fn unsigned_front(&self, title: impl Into<String>, purpose: &str, kind: &str) -> Front {
        Front::unsigned(self, title.into(), purpose, kind)
    }

    /// Returns the class of a system.
    pub(crate) fn class(&self, system: &Id) -> Option<&'a SystemClass> {
        self.assessment.classification.systems.get(system)
    }

    /// Returns how many systems, models, data sets and vendors are on record, in words.
    pub(crate) fn holds(&self) -> String {
        let (words, inventory) = (self.words, self.inventory);
        words.list([
            words.counted("n-systems", inventory.systems.len()),
            words.counted("n-models", inventory.models.len()),
            words.counted("n-datasets", inventory.datasets.len()),
            words.counted("n-vendors", inventory.vendors.len()),
        ])
    }

    /// Returns the number of gaps that concern a system; when some are accepted, how many and how many are open.
    pub(crate) fn gap_counts(&self, system: &Id) -> String {
        waivers::counts(self.words, self.assessment.gaps_of_system(system))
    }

    /// Returns the gaps of each section; `sections` pairs a section with a beginning of its codes, and may name a
    /// section twice. The anchor of a section is its name with hyphens.
    pub(crate) fn gaps_by_section(&self, trail: &mut Trail, sections: &[(&'static str, &str)]) -> GapRows {
        let mut rows = GapRows::new();
        for (section, prefix) in sections {
            let anchor = section.replace('_', "-");
            let of_section = rows.entry(section).or_default();
            let gaps = self.assessment.gaps.iter();
            for gap in gaps.filter(|gap| gap.kind.code.starts_with(prefix)) {
                waivers::note(self, trail, &anchor, gap);
                of_section.push(GapRow::of(trail.words(), gap));
            }
        }
        rows
    }

    /// Returns where a statement stands, as `file:line`; or that no statement stands behind it.
    pub(crate) fn place(&self, span: Option<Span>) -> String {
        span.map_or_else(
            || self.words.say("no-statement"),
            |span| {
                let place = self.sources.place(span);
                format!("{}:{}", place.path, place.line)
            },
        )
    }
}
