//! From which day a group of duties applies, edition by edition, and the days of the transitional rules. Which text
//! is law on a day is another question and belongs to `edition`. Sources: Articles 111 and 113 in both texts.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::law::edition::Edition;
use crate::law::terms::{ProhibitedPoint, Status};

/// Duties that begin on the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DutyGroup {
    /// Chapter I, with AI literacy (Article 4).
    General,
    /// Article 5(1)(a) to (h).
    Prohibitions,
    /// Article 5(1)(ba) and (bb) with 5(1a) and (1b).
    IntimateImages,
    /// Chapter V on general-purpose AI models.
    Gpai,
    /// Chapter XII on penalties, without Article 101.
    Penalties,
    /// Fines for providers of general-purpose AI models (Article 101).
    GpaiFines,
    /// Article 50 and whatever Article 113 does not list elsewhere.
    Transparency,
    /// Chapter III, Sections 1 to 3, for systems of Annex III.
    HighRiskAnnexIii,
    /// Chapter III, Sections 1 to 3, for systems of Annex I.
    HighRiskAnnexI,
    /// The assessment and registration of Articles 6(4) and 49(2).
    Derogation,
}

impl DutyGroup {
    /// Every group, in the order of their first day.
    pub const ALL: &[Self] = &[
        Self::General,
        Self::Prohibitions,
        Self::Gpai,
        Self::Penalties,
        Self::Transparency,
        Self::GpaiFines,
        Self::IntimateImages,
        Self::Derogation,
        Self::HighRiskAnnexIii,
        Self::HighRiskAnnexI,
    ];

    /// Returns the first day of application, or nothing when the edition does not know the duty.
    pub const fn applies_from(self, edition: Edition) -> Option<Date> {
        let (original, amended) = match self {
            Self::General | Self::Prohibitions => (Some(Date::on(2025, 2, 2)), Date::on(2025, 2, 2)),
            Self::IntimateImages => (None, Date::on(2026, 12, 2)),
            Self::Gpai | Self::Penalties => (Some(Date::on(2025, 8, 2)), Date::on(2025, 8, 2)),
            Self::GpaiFines | Self::Transparency => (Some(Date::on(2026, 8, 2)), Date::on(2026, 8, 2)),
            // Article 49(2) stands in a section that is not deferred, but registers systems whose section is: the
            // functional reading lets it begin with Article 6 (see `UNSETTLED_REGISTRATION`).
            Self::HighRiskAnnexIii | Self::Derogation => (Some(Date::on(2026, 8, 2)), Date::on(2027, 12, 2)),
            Self::HighRiskAnnexI => (Some(Date::on(2027, 8, 2)), Date::on(2028, 8, 2)),
        };
        match edition {
            Edition::Oj2024 => original,
            Edition::Omnibus2026 => Some(amended),
        }
    }

    /// Returns the provision that sets the day in the amended text.
    pub const fn cite(self) -> Citation {
        match self {
            Self::General | Self::Prohibitions | Self::IntimateImages => Citation::art("113", "(a)"),
            Self::Gpai | Self::Penalties => Citation::art("113", "(b)"),
            Self::GpaiFines | Self::Transparency => Citation::art("113", " second para"),
            Self::HighRiskAnnexIii | Self::Derogation => Citation::art("113", "(c)(i)"),
            Self::HighRiskAnnexI => Citation::art("113", "(c)(ii)"),
        }
    }
}

impl ProhibitedPoint {
    /// Returns the group of duties that the point belongs to.
    pub const fn group(self) -> DutyGroup {
        match self {
            Self::Ba | Self::Bb => DutyGroup::IntimateImages,
            Self::A | Self::B | Self::C | Self::D | Self::E | Self::F | Self::G | Self::H => {
                DutyGroup::Prohibitions
            }
        }
    }
}

/// Returns whether rules that apply from `from` apply on `day`.
pub fn status(from: Date, day: Date) -> Status {
    if from <= day {
        Status::Applicable
    } else {
        Status::NotYetApplicable
    }
}

/// Generative systems on the market before this day have time for Article 50(2) (Article 111(4)).
pub const LEGACY_GENERATIVE_BEFORE: Date = Date::on(2026, 8, 2);
/// The day on which that time ends.
pub const LEGACY_GENERATIVE_UNTIL: Date = Date::on(2026, 12, 2);
/// Models on the market before this day have time for Chapter V (Article 111(3)).
pub const LEGACY_GPAI_BEFORE: Date = Date::on(2025, 8, 2);
/// The day by which they must follow it.
pub const LEGACY_GPAI_UNTIL: Date = Date::on(2027, 8, 2);
/// The day by which high-risk systems of public authorities must follow the Act in any case (Article 111(2)).
pub const PUBLIC_AUTHORITY_UNTIL: Date = Date::on(2030, 8, 2);
/// The literal reading of Article 49(2): registration applies with Section 5.
pub const REGISTRATION_LITERAL_READING: Date = Date::on(2026, 8, 2);
/// What is printed wherever the start of Article 49(2) matters.
pub const UNSETTLED_REGISTRATION: &str = "Article 49(2) stands in a section that is not deferred; read literally it \
    has applied since 2 August 2026. No authority was found for either reading; the later day is used here.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_its_day_in_each_edition() {
        let day = |group: DutyGroup, edition| group.applies_from(edition).map(|date| date.to_string());
        for (group, original, amended) in [
            (DutyGroup::Prohibitions, Some("2025-02-02"), "2025-02-02"),
            (DutyGroup::IntimateImages, None, "2026-12-02"),
            (DutyGroup::Gpai, Some("2025-08-02"), "2025-08-02"),
            (DutyGroup::Transparency, Some("2026-08-02"), "2026-08-02"),
            (DutyGroup::HighRiskAnnexIii, Some("2026-08-02"), "2027-12-02"),
            (DutyGroup::HighRiskAnnexI, Some("2027-08-02"), "2028-08-02"),
        ] {
            assert_eq!(day(group, Edition::Oj2024).as_deref(), original, "{group:?}");
            assert_eq!(
                day(group, Edition::Omnibus2026).as_deref(),
                Some(amended),
                "{group:?}"
            );
        }
    }

    #[test]
    fn rules_apply_on_their_first_day() {
        assert_eq!(
            status(Date::on(2026, 12, 2), Date::on(2026, 12, 2)),
            Status::Applicable
        );
        assert_eq!(
            status(Date::on(2026, 12, 2), Date::on(2026, 12, 1)),
            Status::NotYetApplicable
        );
    }
}
