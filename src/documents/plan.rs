//! Which documents a build makes, in which order, and in which language each. Knows no view and no format: a document is
//! made by its own file and handed on to whoever asked.

use crate::documents::ai_bom;
use crate::documents::classification;
use crate::documents::coverage;
use crate::documents::crosswalk;
use crate::documents::document::{Document, Listing};
use crate::documents::gaps;
use crate::documents::index;
use crate::documents::inventory;
use crate::documents::literacy;
use crate::documents::occasion::Occasion;
use crate::documents::oversight;
use crate::documents::record_keeping;
use crate::documents::rollout;
use crate::documents::system;
use crate::documents::transparency;
use crate::documents::use_and_costs;
use crate::documents::worker_notice;
use crate::failure::Failure;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use rayon::prelude::*;

type Make = fn(&Occasion<'_>) -> Result<Document, Failure>;
type MakeAbout = fn(&Occasion<'_>, &Record<System>) -> Result<Document, Failure>;

/// The languages that a document is made in.
#[derive(Debug, Clone, Copy)]
enum Made {
    /// The language of the build.
    InAny,
    /// English.
    InEnglish,
}

/// The documents that every build makes once, in the order in which the index lists them; each by its path.
const DOCUMENTS: &[(&str, Make, Made)] = &[
    ("inventory", inventory::inventory, Made::InEnglish),
    ("transparency", transparency::transparency, Made::InAny),
    ("human-oversight", oversight::oversight, Made::InEnglish),
    ("record-keeping", record_keeping::record_keeping, Made::InEnglish),
    ("literacy", literacy::literacy, Made::InEnglish),
    ("use-and-costs", use_and_costs::use_and_costs, Made::InEnglish),
    ("ai-bom", ai_bom::ai_bom, Made::InEnglish),
    ("classification", classification::classification, Made::InEnglish),
    ("gaps", gaps::gaps, Made::InEnglish),
    ("coverage", coverage::coverage, Made::InEnglish),
];

/// Which documents a build makes. None is made before it is asked for, and each is handed on at once, so that their views
/// are not held together.
pub struct Plan<'a> {
    occasion: Occasion<'a>,
    about_all: Vec<Planned<'a>>,
    about_one: Vec<Planned<'a>>,
    left_out: Vec<Planned<'a>>,
}

/// A document that is still to be made.
struct Planned<'a> {
    path: String,
    occasion: Occasion<'a>,
    from: Source<'a>,
}

/// What a document is made from.
#[derive(Clone, Copy)]
enum Source<'a> {
    /// Everything.
    All(Make),
    /// One system.
    System(MakeAbout, &'a Record<System>),
}

impl<'a> Plan<'a> {
    /// Returns the plan of a build: the index, then the documents about everything, then the sheets of the systems and the
    /// notices to workers, as far as they are wanted. A rollout is shown where one is on record.
    pub fn of(occasion: &Occasion<'a>) -> Self {
        let english = occasion.in_english();
        let mut about_all: Vec<Planned<'a>> =
            DOCUMENTS.iter().map(|it| Planned::once(occasion, *it)).collect();
        if !occasion.inventory.rollouts.is_empty() {
            about_all.push(Planned::once(
                &english,
                ("rollout", rollout::rollout, Made::InEnglish),
            ));
        }
        let systems = occasion.inventory.systems.values();
        let sheets = systems.map(|system| Planned::about(&english, "systems", system::system, system));
        let told = worker_notice::told(occasion);
        let notices = told
            .map(|system| Planned::about(occasion, "worker-notices", worker_notice::worker_notice, system));
        let (about_one, left_out) = sheets
            .chain(notices)
            .partition(|planned| occasion.makes(&planned.path));
        Self {
            occasion: english,
            about_all,
            about_one,
            left_out,
        }
    }

    /// Returns the paths of all documents, in their order.
    pub fn paths(&self) -> Vec<&str> {
        let about_all = self.about_all.iter().map(|planned| planned.path.as_str());
        let about_one = self.about_one.iter().map(|planned| planned.path.as_str());
        ["index"]
            .into_iter()
            .chain(about_all)
            .chain(["crosswalk"])
            .chain(about_one)
            .collect()
    }

    /// Makes each document and hands it on, several at a time; returns what became of them, in their order.
    ///
    /// # Errors
    /// Fails when a view cannot be built, which is a fault of this program, or when `finish` fails.
    pub fn each<T: Send>(
        &self,
        finish: impl Fn(Document) -> Result<T, Failure> + Sync,
    ) -> Result<Vec<T>, Failure> {
        let planned: Vec<&Planned<'a>> = self.about_all.iter().chain(&self.about_one).collect();
        let paths: Vec<&str> = planned.iter().map(|planned| planned.path.as_str()).collect();
        let taken = |document: Document| Ok((Listing::of(&document), finish(document)?));
        let (crosswalk, others) = rayon::join(
            || crosswalk::crosswalk(&self.occasion, &paths).and_then(taken),
            || {
                // They differ in length by far, so each is taken by whoever is free.
                let planned = planned.par_iter().with_max_len(1);
                let made = planned.map(|planned| planned.made().and_then(taken));
                made.collect::<Result<Vec<_>, Failure>>()
            },
        );
        let mut made = others?;
        made.insert(self.about_all.len(), crosswalk?);
        let (listed, mut finished): (Vec<Listing>, Vec<T>) = made.into_iter().unzip();
        // What lists the others comes last.
        let left_out = self.left_out.par_iter();
        let left_out = left_out.map(|planned| Ok(Listing::of(&planned.made()?)));
        let left_out: Vec<Listing> = left_out.collect::<Result<_, Failure>>()?;
        let index = index::index(&self.occasion, &listed, &left_out)?;
        finished.insert(0, finish(index)?);
        Ok(finished)
    }
}

impl<'a> Planned<'a> {
    fn once(occasion: &Occasion<'a>, (path, make, made): (&str, Make, Made)) -> Self {
        Self {
            path: path.to_owned(),
            occasion: match made {
                Made::InAny => *occasion,
                Made::InEnglish => occasion.in_english(),
            },
            from: Source::All(make),
        }
    }

    fn about(occasion: &Occasion<'a>, folder: &str, make: MakeAbout, system: &'a Record<System>) -> Self {
        Self {
            path: format!("{folder}/{}", system.id.value),
            occasion: *occasion,
            from: Source::System(make, system),
        }
    }

    fn made(&self) -> Result<Document, Failure> {
        let document = match self.from {
            Source::All(make) => make(&self.occasion),
            Source::System(make, system) => make(&self.occasion, system),
        }?;
        match document.path == self.path {
            true => Ok(document),
            false => Err(Failure::Internal {
                room: "documents",
                message: format!("{} was planned, and {} made", self.path, document.path),
            }),
        }
    }
}
