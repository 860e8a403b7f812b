//! What stands on record for a subject, in one of four words. The words follow from records, gaps and duties alone;
//! nothing is weighed and no share is worked out.

use crate::documents::crosswalk::sources::{feeds, subject_of};
use crate::documents::occasion::Occasion;
use crate::documents::waivers;
use crate::law::cite::Citation;
use crate::law::crosswalk::{Subject, support};
use crate::obligations::gap::Gap;
use crate::tongue::words::Words;

/// What stands on record for a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// At least one record feeds it.
    OnRecord,
    /// No record feeds it, and a gap asks for one.
    Missing,
    /// No record feeds it and no gap asks, though a duty of its provisions is owed.
    NothingOnRecord,
    /// No record feeds it, and neither a gap nor a duty asks.
    NotAsked,
}

impl Standing {
    /// Every word, in the order in which the page explains them.
    pub(crate) const ALL: &[Self] = &[
        Self::OnRecord,
        Self::Missing,
        Self::NothingOnRecord,
        Self::NotAsked,
    ];

    /// Returns what stands on record.
    pub(crate) fn of(occasion: &Occasion<'_>, subject: Subject) -> Self {
        let is_fed = !feeds(occasion.inventory, subject).is_empty();
        let is_missed = gaps(occasion, subject).next().is_some();
        match (is_fed, is_missed, is_owed(occasion, subject)) {
            (true, _, _) => Self::OnRecord,
            (false, true, _) => Self::Missing,
            (false, false, true) => Self::NothingOnRecord,
            (false, false, false) => Self::NotAsked,
        }
    }

    /// Returns the word.
    pub(crate) fn says(self, words: Words) -> String {
        match self {
            Self::OnRecord => words.say("crosswalk-on-record"),
            Self::Missing => words.say("crosswalk-missing"),
            Self::NothingOnRecord => words.say("crosswalk-nothing-on-record"),
            Self::NotAsked => words.say("crosswalk-not-asked"),
        }
    }

    /// Returns what the word means.
    pub(crate) fn means(self, words: Words) -> String {
        match self {
            Self::OnRecord => words.say("crosswalk-on-record-means"),
            Self::Missing => words.say("crosswalk-missing-means"),
            Self::NothingOnRecord => words.say("crosswalk-nothing-on-record-means"),
            Self::NotAsked => words.say("crosswalk-not-asked-means"),
        }
    }
}

/// Returns the gaps of a subject.
pub(crate) fn gaps<'a>(occasion: &Occasion<'a>, subject: Subject) -> impl Iterator<Item = &'a Gap> {
    let all = occasion.assessment.gaps.iter();
    all.filter(move |gap| subject_of(gap.kind.code) == Some(subject))
}

/// Returns the gaps of a subject that rest on a provision, or on a part of it.
pub(crate) fn gaps_under<'a>(
    occasion: &Occasion<'a>,
    subject: Subject,
    provision: Citation,
) -> impl Iterator<Item = &'a Gap> {
    gaps(occasion, subject).filter(move |gap| gap.cites().iter().any(|cite| cite.meets(provision)))
}

/// Returns the word with the number of some gaps, where there are any.
pub(crate) fn told<'a>(
    occasion: &Occasion<'_>,
    subject: Subject,
    gaps: impl Iterator<Item = &'a Gap>,
) -> String {
    let words = occasion.words;
    let standing = Standing::of(occasion, subject).says(words);
    let mut gaps = gaps.peekable();
    match gaps.peek() {
        None => standing,
        Some(_) => {
            let gaps = waivers::counts(words, gaps);
            let blanks = [("standing", standing.into()), ("gaps", gaps.into())];
            words.say_with("crosswalk-with-gaps", &blanks)
        }
    }
}

/// Returns whether a duty is owed, now or later, that rests on a provision of the subject.
fn is_owed(occasion: &Occasion<'_>, subject: Subject) -> bool {
    let act = support(subject).map_or(&[][..], |support| support.act);
    let owed = occasion.assessment.owed.iter();
    let mut cites = owed.flat_map(|owed| owed.duty.cites);
    cites.any(|cite| act.iter().any(|place| place.meets(*cite)))
}
