//! What a reader of all documents at once finds first: the systems with class, owner, our roles and gaps; and for the
//! rows of the gap register, whom they concern. Says nothing that the documents do not say; it is there to choose by.

use crate::classify::system::SystemClass;
use crate::documents::classes::class_and_bearer;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::terms::Tier;
use crate::obligations::gap::Gap;
use crate::tongue::marks;
use std::collections::{BTreeMap, BTreeSet};

/// What can be chosen by, and what there is to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The name of the organisation.
    pub organisation: String,
    /// The language of the texts of the inventory, where it is not English.
    pub quoted: Option<String>,
    /// The systems, by id.
    pub systems: BTreeMap<String, Subject>,
    /// The tiers that a system has or may have, the heaviest first, with their words; what is open comes last.
    pub tiers: Vec<(&'static str, String)>,
    /// The owners of systems and gaps, by name.
    pub owners: Vec<String>,
    /// Whether a system or gap has none on record; its place is the one after the last.
    pub lacks_owner: bool,
    /// The gaps of each level, by the key of the level, in the order of the register.
    pub gaps: BTreeMap<&'static str, Vec<Concern>>,
}

/// A system in a few words. Words of the inventory stand between marks where they are in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its name, without marks.
    pub name: String,
    /// Name, class, owner, our roles, open gaps.
    pub row: Vec<String>,
    /// What it is found by.
    pub labels: Labels,
}

/// A gap of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// Its code, which stands in the first cell of its row.
    pub code: &'static str,
    /// What it is found by.
    pub labels: Labels,
}

/// What something is found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// Ids of systems.
    pub systems: BTreeSet<String>,
    /// Keys of tiers.
    pub tiers: BTreeSet<&'static str>,
    /// Places in the list of owners; the one after the last for none on record.
    pub owners: BTreeSet<usize>,
}

/// The key for a class that a question could still change.
pub const OPEN: &str = "open";

/// Returns what there is to choose from.
pub fn overview(occasion: &Occasion<'_>) -> Overview {
    let owners = owners(occasion);
    let systems = occasion.inventory.systems.values();
    let mut gaps: BTreeMap<&'static str, Vec<Concern>> = BTreeMap::new();
    for gap in &occasion.assessment.gaps {
        let concern = concern(occasion, &owners, gap);
        gaps.entry(gap.level.key()).or_default().push(concern);
    }
    Overview {
        organisation: marks::plain(occasion.organisation.title()),
        quoted: (occasion.words.marks_quotes()).then(|| occasion.inventory_language.to_string()),
        systems: systems
            .map(|system| (system.id.value.to_string(), subject(occasion, &owners, system)))
            .collect(),
        tiers: tiers(occasion),
        lacks_owner: lacks_owner(occasion),
        owners,
        gaps,
    }
}

fn subject(occasion: &Occasion<'_>, owners: &[String], system: &Record<System>) -> Subject {
    let id = &system.id.value;
    let owner = system.owner.stated().map(String::as_str);
    Subject {
        name: system.title().to_owned(),
        row: row(occasion, system),
        labels: Labels {
            systems: BTreeSet::from([id.to_string()]),
            tiers: tiers_of(occasion.class(id)).collect(),
            owners: BTreeSet::from([place(owners, owner)]),
        },
    }
}

// The trail of the same statements is kept by the documents.
fn row(occasion: &Occasion<'_>, system: &Record<System>) -> Vec<String> {
    let (words, id) = (occasion.words, &system.id.value);
    let mut trail = Trail::of(words);
    let mut said = trail.about("systems", id.as_str());
    vec![
        words.quote(system.title()),
        class_and_bearer(occasion, id),
        said.field("owner", &system.owner),
        said.field("our_roles", &system.our_roles),
        occasion.gap_counts(id),
    ]
}

fn concern(occasion: &Occasion<'_>, owners: &[String], gap: &Gap) -> Concern {
    let classes = gap.systems.iter().map(|id| occasion.class(id));
    Concern {
        code: gap.kind.code,
        labels: Labels {
            systems: gap.systems.iter().map(Id::to_string).collect(),
            tiers: classes.flat_map(tiers_of).collect(),
            owners: BTreeSet::from([place(owners, gap.owner.as_deref())]),
        },
    }
}

/// Returns the tier of a class; of one that is open the lowest and the highest, and that it is open.
fn tiers_of(class: Option<&SystemClass>) -> impl Iterator<Item = &'static str> {
    let keys = class.map(|class| match class.is_open() {
        true => vec![class.min_tier.key(), class.max_tier.key(), OPEN],
        false => vec![class.primary_tier.key()],
    });
    keys.unwrap_or_default().into_iter()
}

fn tiers(occasion: &Occasion<'_>) -> Vec<(&'static str, String)> {
    let words = occasion.words;
    let classes = occasion.assessment.classification.systems.values();
    let met: BTreeSet<&str> = classes.flat_map(|class| tiers_of(Some(class))).collect();
    let tiers = Tier::ALL.iter().rev().filter(|tier| met.contains(tier.key()));
    let mut tiers: Vec<_> = tiers.map(|tier| (tier.key(), words.term(*tier))).collect();
    if met.contains(OPEN) {
        tiers.push((OPEN, words.say("report-tier-open")));
    }
    tiers
}

fn owners(occasion: &Occasion<'_>) -> Vec<String> {
    let systems = occasion.inventory.systems.values();
    let of_systems = systems.filter_map(|system| system.owner.stated().cloned());
    let of_gaps = occasion
        .assessment
        .gaps
        .iter()
        .filter_map(|gap| gap.owner.clone());
    let owners: BTreeSet<String> = of_systems.chain(of_gaps).collect();
    owners.into_iter().collect()
}

fn lacks_owner(occasion: &Occasion<'_>) -> bool {
    let mut systems = occasion.inventory.systems.values();
    let mut gaps = occasion.assessment.gaps.iter();
    systems.any(|system| system.owner.stated().is_none()) || gaps.any(|gap| gap.owner.is_none())
}

fn place(owners: &[String], owner: Option<&str>) -> usize {
    let known = owner.and_then(|owner| owners.binary_search_by(|known| known.as_str().cmp(owner)).ok());
    known.unwrap_or(owners.len())
}
