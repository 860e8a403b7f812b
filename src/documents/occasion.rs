//! For what, when and by which rules documents are made: the inventory, the as-of date, the law, the build. Every
//! document asks here for its front part and its gaps.

use crate::calendar::Date;
use crate::documents::front::Front;
use crate::documents::gaps::GapRows;
use crate::inventory::organisation::Organisation;
use crate::inventory::record::Record;
use crate::law::edition::Edition;
use crate::link::Inventory;

/// What all documents of one build have in common.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The linked records.
    pub inventory: &'a Inventory,
    /// Whose documents they are.
    pub organisation: &'a Record<Organisation>,
    /// The day for which they are made.
    pub as_of: Date,
    /// The text of the Act that they follow.
    pub edition: Edition,
    /// The revision of the rule table, and its hash.
    pub rules: &'a str,
    /// The hash over program, rules, options and inputs.
    pub build_id: &'a str,
}

impl Occasion<'_> {
    /// Returns the front part of a document that is signed on this record.
    pub(crate) fn front<T>(&self, title: impl Into<String>, purpose: &str, signed: &Record<T>) -> Front {
        Front::new(self, title.into(), purpose, signed)
    }

    /// Returns the gaps of each section; `sections` pairs a section with the beginning of its codes.
    pub(crate) fn gaps_by_section(&self, sections: &[(&'static str, &str)]) -> GapRows {
        sections
            .iter()
            .map(|(section, _)| (*section, Vec::new()))
            .collect()
    }
}
