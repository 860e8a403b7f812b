//! Who owes what, by when, what shows it, and what is missing. The linked inventory and its classes come in; an
//! [`Assessment`] goes out, on which all documents stand. Judges records, not practice: it says whether something is
//! shown, never whether the organisation does well.

pub mod acceptance;
pub mod budget;
mod case;
pub mod continuity;
pub mod deadlines;
pub mod gap;
mod gaps;
pub mod level;
pub mod literacy;
pub mod metrics;
pub mod owed;
mod proof;
pub mod records;
pub mod rollout;
mod trail;
pub mod turnover;
pub mod waivers;

use crate::calendar::Date;
use crate::classify::Classification;
use crate::inventory::id::Id;
use crate::law::edition::Edition;
use crate::law::gaps::Family;
use crate::link::Inventory;
use crate::obligations::acceptance::Ruling;
use crate::obligations::case::Docket;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::obligations::owed::{Owed, Subject};
use std::collections::BTreeMap;

/// Everything that documents are made from.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// What the organisation says.
    pub inventory: Inventory,
    /// The classes of systems and models.
    pub classification: Classification,
    /// The text of the Act.
    pub edition: Edition,
    /// The day for which all this holds.
    pub as_of: Date,
    /// The duties owed, by subject, in the order of the table.
    pub owed: Vec<Owed>,
    /// What is missing, by level, document, record and code.
    pub gaps: Vec<Gap>,
    /// What each waiver comes to, by id.
    pub rulings: Vec<Ruling>,
    /// Where the duties and gaps of each system stand.
    places: Places,
}

/// Where what concerns a system stands in the lists of all systems, so that nobody reads those for each.
#[derive(Debug, Clone, Default)]
struct Places {
    owed: BTreeMap<Id, Vec<usize>>,
    gaps: BTreeMap<Id, Vec<usize>>,
}

impl Places {
    fn of(owed: &[Owed], gaps: &[Gap]) -> Self {
        let mut places = Self::default();
        for (at, owed) in owed.iter().enumerate() {
            if let Subject::System(system) = &owed.subject {
                places.owed.entry(system.clone()).or_default().push(at);
            }
        }
        for (at, gap) in gaps.iter().enumerate() {
            for system in &gap.systems {
                let of_system = places.gaps.entry(system.clone()).or_default();
                if of_system.last() != Some(&at) {
                    of_system.push(at);
                }
            }
        }
        places
    }
}

/// Returns the duties owed and the gaps of an inventory.
pub fn assess(
    inventory: Inventory,
    classification: Classification,
    edition: Edition,
    as_of: Date,
) -> Assessment {
    let mut assessment = Assessment {
        inventory,
        classification,
        edition,
        as_of,
        owed: Vec::new(),
        gaps: Vec::new(),
        rulings: Vec::new(),
        places: Places::default(),
    };
    let docket = assessment.docket();
    let (owed, mut gaps) = (owed::owed(docket), gaps::gaps(docket));
    let rulings = acceptance::settle(&assessment.inventory, as_of, &mut gaps);
    assessment.places = Places::of(&owed, &gaps);
    assessment.owed = owed;
    assessment.gaps = gaps;
    assessment.rulings = rulings;
    assessment
}

impl Assessment {
    fn docket(&self) -> Docket<'_> {
        Docket {
            inventory: &self.inventory,
            classification: &self.classification,
            edition: self.edition,
            as_of: self.as_of,
        }
    }

    /// Returns the gaps of a document.
    pub fn gaps_of(&self, document: Family) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(move |gap| gap.document() == document)
    }

    /// Returns the gaps that concern a system.
    pub fn gaps_of_system<'a>(&'a self, system: &'a Id) -> impl Iterator<Item = &'a Gap> {
        let places = self.places.gaps.get(system).into_iter().flatten();
        places.filter_map(|at| self.gaps.get(*at))
    }

    /// Returns the duties owed for a system.
    pub fn owed_by<'a>(&'a self, system: &'a Id) -> impl Iterator<Item = &'a Owed> {
        let places = self.places.owed.get(system).into_iter().flatten();
        places.filter_map(|at| self.owed.get(*at))
    }

    /// Returns how many gaps stand at each level.
    pub fn gap_counts(&self) -> GapCounts {
        let mut counts = GapCounts::default();
        for gap in &self.gaps {
            match gap.level {
                Level::MustNow => counts.must_now += 1,
                Level::MustBy(_) => counts.must_by += 1,
                Level::Should => counts.should += 1,
                Level::Info => counts.info += 1,
            }
        }
        counts
    }
}

/// How many gaps stand at each level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GapCounts {
    /// Duties in force that nothing shows.
    pub must_now: usize,
    /// Duties that apply from a later day.
    pub must_by: usize,
    /// Recommendations.
    pub should: usize,
    /// Remarks.
    pub info: usize,
}
