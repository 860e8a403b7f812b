//! From which day a group of duties applies, edition by edition, and the single days that the transitional rules turn
//! on (what those rules say is in `transition`). Which text is law on a day is another question and belongs to
//! `edition`. Source: Article 113 in both texts.

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
    /// Notified bodies, governance and confidentiality.
    Governance,
    /// Chapter XII on penalties, without Article 101.
    Penalties,
    /// Articles 102 to 110, which amend other laws.
    OtherLaws,
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
        Self::Governance,
        Self::Penalties,
        Self::OtherLaws,
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
            Self::Gpai | Self::Governance | Self::Penalties => {
                (Some(Date::on(2025, 8, 2)), Date::on(2025, 8, 2))
            }
            Self::OtherLaws => (Some(Date::on(2026, 8, 2)), Date::on(2026, 7, 27)),
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

    /// Returns the provision that sets the day in an edition.
    pub const fn cite(self, edition: Edition) -> Citation {
        let rest = match (self, edition) {
            (Self::General | Self::Prohibitions | Self::IntimateImages, _) => "(a)",
            (Self::Gpai | Self::Governance | Self::Penalties, _) => "(b)",
            (Self::GpaiFines | Self::Transparency, _) => " second para",
            (Self::OtherLaws | Self::HighRiskAnnexIii | Self::Derogation, Edition::Oj2024) => " second para",
            (Self::HighRiskAnnexI, Edition::Oj2024) => "(c)",
            (Self::OtherLaws, Edition::Omnibus2026) => "(d)",
            (Self::HighRiskAnnexIii | Self::Derogation, Edition::Omnibus2026) => "(c)(i)",
            (Self::HighRiskAnnexI, Edition::Omnibus2026) => "(c)(ii)",
        };
        Citation::art("113", rest)
    }

    /// Returns what is doubtful about the first day in an edition; empty where nothing is.
    pub const fn doubt(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (Self::Derogation, Edition::Omnibus2026) => UNSETTLED_REGISTRATION,
            (_, Edition::Oj2024 | Edition::Omnibus2026) => "",
        }
    }

    /// Returns the name used in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Prohibitions => "prohibitions",
            Self::IntimateImages => "intimate_images",
            Self::Gpai => "gpai",
            Self::Governance => "governance",
            Self::Penalties => "penalties",
            Self::OtherLaws => "other_laws",
            Self::GpaiFines => "gpai_fines",
            Self::Transparency => "transparency",
            Self::HighRiskAnnexIii => "high_risk_annex_iii",
            Self::HighRiskAnnexI => "high_risk_annex_i",
            Self::Derogation => "derogation",
        }
    }

    /// Returns what the group holds, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::General => "Scope, definitions and AI literacy (Chapter I)",
            Self::Prohibitions => "Prohibited practices (Article 5(1)(a) to (h))",
            Self::IntimateImages => {
                "Two further prohibitions: intimate images without consent, child sexual abuse material"
            }
            Self::Gpai => "General-purpose AI models (Chapter V)",
            Self::Governance => "Notified bodies, governance and confidentiality",
            Self::Penalties => "Penalties (Chapter XII), without fines for general-purpose AI models",
            Self::OtherLaws => "Changes to other laws (Articles 102 to 110)",
            Self::GpaiFines => "Fines for general-purpose AI models (Article 101)",
            Self::Transparency => "Transparency (Article 50), and all that Article 113 does not name",
            Self::HighRiskAnnexIii => "High-risk systems of Annex III",
            Self::HighRiskAnnexI => "High-risk systems of Annex I",
            Self::Derogation => {
                "Assessment and registration of systems that rely on a derogation (Articles 6(4) and 49(2))"
            }
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

/// Components of the Union's large-scale IT systems in service before this day have time (Article 111(1)).
pub const LEGACY_LARGE_SCALE_BEFORE: Date = Date::on(2027, 8, 2);
/// The day by which they must follow the Act.
pub const LEGACY_LARGE_SCALE_UNTIL: Date = Date::on(2030, 12, 31);
/// In the text as published, high-risk systems on the market before this day are left alone (Article 111(2)).
pub const LEGACY_HIGH_RISK_BEFORE_PUBLISHED: Date = Date::on(2026, 8, 2);
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
/// What is printed for a high-risk system of which nobody has stated when it was placed on the market.
pub const UNKNOWN_TRANSITION: &str = "Article 111(2) leaves a system alone that was placed on the market or put into \
    service before the rules apply, until its design is significantly changed. No such day is on record \
    (field placed_on_market_on), so the duties are told as if the rule did not help.";
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
            (DutyGroup::Governance, Some("2025-08-02"), "2025-08-02"),
            (DutyGroup::OtherLaws, Some("2026-08-02"), "2026-07-27"),
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
