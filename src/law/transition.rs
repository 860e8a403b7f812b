//! Article 111: what holds for systems and models that were there before the rules apply to them. Constant data; the
//! days themselves stand in `dates`, and whether a rule helps a system is decided in `classify`.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::law::dates;
use crate::law::edition::Edition;
use crate::law::rule::{AMENDED, PUBLISHED};

/// A transitional rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// The name, such as `art-111-4-generative`.
    pub id: &'static str,
    /// Where it stands.
    pub cites: &'static [Citation],
    /// What it says, in our words.
    pub says: &'static str,
    /// It is for what was there before this day, where one day holds for all.
    pub before: Option<Date>,
    /// The last day of the time it gives.
    pub by: Option<Date>,
    /// First day on which this text is law.
    pub since: Date,
    /// First day on which it no longer is.
    pub until: Option<Date>,
    /// What is doubtful about it; may be empty.
    pub doubt: &'static str,
}

const BASE: Transition = Transition {
    id: "",
    cites: &[],
    says: "",
    before: None,
    by: None,
    since: PUBLISHED,
    until: None,
    doubt: "",
};

/// The transitional rules, in the order of their paragraphs.
pub const TRANSITIONS: &[Transition] = &[
    Transition {
        id: "art-111-prohibitions",
        cites: &[Citation::art("111", "(1)"), Citation::art("111", "(2)")],
        says: "No transitional rule helps against the prohibition of a practice.",
        ..BASE
    },
    Transition {
        id: "art-111-1-large-scale",
        cites: &[Citation::art("111", "(1)")],
        says: "Components of the Union's large-scale IT systems (Annex X) that were placed on the market or put into \
            service before 2 August 2027 follow the Act by 31 December 2030.",
        before: Some(dates::LEGACY_LARGE_SCALE_BEFORE),
        by: Some(dates::LEGACY_LARGE_SCALE_UNTIL),
        ..BASE
    },
    Transition {
        id: "art-111-2-high-risk-2024",
        cites: &[Citation::art("111", "(2)")],
        says: "High-risk systems that were placed on the market or put into service before 2 August 2026 follow the Act \
            only when their design is significantly changed after that day.",
        before: Some(dates::LEGACY_HIGH_RISK_BEFORE_PUBLISHED),
        until: Some(AMENDED),
        ..BASE
    },
    Transition {
        id: "art-111-2-high-risk",
        cites: &[Citation::art("111", "(2)"), Citation::OmnibusRecital(39)],
        says: "High-risk systems that were placed on the market or put into service before the rules apply to their \
            route (Annex III or Annex I) follow the Act only when their design is significantly changed after that day. \
            The first unit of a type and model decides.",
        since: AMENDED,
        ..BASE
    },
    Transition {
        id: "art-111-2-public",
        cites: &[Citation::art("111", "(2)")],
        says: "Providers and deployers of high-risk systems that are meant for public authorities follow the Act by \
            2 August 2030 in any case.",
        by: Some(dates::PUBLIC_AUTHORITY_UNTIL),
        ..BASE
    },
    Transition {
        id: "art-111-3-models",
        cites: &[Citation::art("111", "(3)")],
        says: "General-purpose AI models that were placed on the market before 2 August 2025 follow Chapter V by \
            2 August 2027.",
        before: Some(dates::LEGACY_GPAI_BEFORE),
        by: Some(dates::LEGACY_GPAI_UNTIL),
        ..BASE
    },
    Transition {
        id: "art-111-4-generative",
        cites: &[Citation::art("111", "(4)"), Citation::OmnibusRecital(38)],
        says: "Systems that generate audio, images, video or text and were placed on the market before 2 August 2026 \
            have until 2 December 2026 to mark their output (Article 50(2)). The other transparency duties have no such \
            time.",
        before: Some(dates::LEGACY_GENERATIVE_BEFORE),
        by: Some(dates::LEGACY_GENERATIVE_UNTIL),
        since: AMENDED,
        doubt: "Article 111(4) speaks of systems placed on the market; for one that was only put into service for own \
            use the transitional period is doubtful.",
        ..BASE
    },
];

/// Returns the transitional rules of an edition.
pub fn of(edition: Edition) -> impl Iterator<Item = &'static Transition> {
    TRANSITIONS
        .iter()
        .filter(move |it| edition.has(it.since, it.until))
}

/// Returns the day before which a high-risk system must have been there to be left alone (Article 111(2)); `from` is
/// the day from which the rules apply to its route.
pub const fn high_risk_before(edition: Edition, from: Date) -> Date {
    match edition {
        Edition::Oj2024 => dates::LEGACY_HIGH_RISK_BEFORE_PUBLISHED,
        Edition::Omnibus2026 => from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_names_the_days_of_the_rule() {
        for it in TRANSITIONS {
            for day in [it.before, it.by].into_iter().flatten() {
                assert!(it.says.contains(&day.in_words()), "{} does not say {day}", it.id);
            }
        }
    }

    #[test]
    fn one_day_held_for_all_high_risk_systems_until_the_amendment() {
        let annex_i = Date::on(2028, 8, 2);
        assert_eq!(high_risk_before(Edition::Oj2024, annex_i), Date::on(2026, 8, 2));
        assert_eq!(high_risk_before(Edition::Omnibus2026, annex_i), annex_i);
        let has = |edition, id: &str| of(edition).any(|it| it.id == id);
        assert!(!has(Edition::Oj2024, "art-111-4-generative"));
        assert!(has(Edition::Omnibus2026, "art-111-4-generative"));
        assert!(!has(Edition::Omnibus2026, "art-111-2-high-risk-2024"));
    }
}
