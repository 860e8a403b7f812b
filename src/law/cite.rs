//! Citations as values. A citation says where a rule stands and prints one way only, so that a document, the JSON
//! and the table of rules name the same place alike. Knows nothing of what the place says.

use crate::law::terms::{AnnexArea, AnnexISection, AnnexPoint};
use std::fmt;

/// A place in the law or in a guideline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Citation {
    /// An article of the Act: number, then paragraph and point as written, such as `("50", "(2)")`.
    Article(&'static str, &'static str),
    /// Neighbouring articles of the Act, the first and the last of them.
    Articles(u8, u8),
    /// An article of Regulation (EU) 2026/1744: number, then paragraph and point as written.
    Omnibus(&'static str, &'static str),
    /// A product act of Annex I by its section and point.
    AnnexI(AnnexISection, u8),
    /// A section of Annex I.
    AnnexISection(AnnexISection),
    /// A point of Annex III.
    AnnexIii(AnnexPoint),
    /// Another annex as a whole, or a part of it as written, such as `("VIII", "Section B")`.
    Annex(&'static str, &'static str),
    /// A recital of the Act.
    Recital(u16),
    /// A recital of Regulation (EU) 2026/1744.
    OmnibusRecital(u16),
    /// A paragraph of a guideline, by the guideline's short name.
    Guideline(&'static str, &'static str),
}

impl Citation {
    /// Cites an article: `art("50", "(2)")` prints `Art. 50(2)`.
    pub const fn art(number: &'static str, rest: &'static str) -> Self {
        Self::Article(number, rest)
    }

    /// Cites an area of Annex III with all its points.
    pub const fn area(area: AnnexArea) -> Self {
        Self::Annex("III", area.key())
    }

    /// Returns whether both name one place, or one of them a part of the other, as `Art. 14` and `Art. 14(4)` do.
    pub fn meets(self, other: Self) -> bool {
        let leads_into = |whole: &str, part: &str| {
            let rest = part.strip_prefix(whole);
            rest.is_some_and(|rest| whole.is_empty() || rest.is_empty() || rest.starts_with(['(', ' ']))
        };
        let is_within = |one: &str, other: &str| leads_into(one, other) || leads_into(other, one);
        match (self, other) {
            (Self::Article(one, place), Self::Article(two, other)) => one == two && is_within(place, other),
            (Self::Annex(one, place), Self::Annex(two, other)) => one == two && is_within(place, other),
            (one, two) => one == two,
        }
    }

    /// Returns whether it is a provision of the Act; recitals, guidelines and other laws are none.
    pub const fn is_of_the_act(self) -> bool {
        match self {
            Self::Article(..)
            | Self::Articles(..)
            | Self::AnnexI(..)
            | Self::AnnexISection(_)
            | Self::AnnexIii(_)
            | Self::Annex(..) => true,
            Self::Recital(_) | Self::Omnibus(..) | Self::OmnibusRecital(_) | Self::Guideline(..) => false,
        }
    }

    /// Returns the name under which `explain` finds the place, such as `art-50-2`.
    pub fn slug(self) -> String {
        let text = self.to_string().to_lowercase().replace("art. ", "art-");
        let parts = text.split(|c: char| !c.is_ascii_alphanumeric());
        parts
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-")
    }
}

/// Returns citations in one line.
pub fn listed(cites: &[Citation]) -> String {
    let cites: Vec<String> = cites.iter().map(ToString::to_string).collect();
    cites.join(", ")
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Article(number, rest) => write!(f, "Art. {number}{rest}"),
            Self::Articles(first, last) => write!(f, "Art. {first} to {last}"),
            Self::Omnibus(number, rest) => write!(f, "OMN Art. {number}{rest}"),
            Self::AnnexI(section, point) => write!(f, "Annex I {} point {point}", section.key()),
            Self::AnnexISection(section) => write!(f, "Annex I {}", section.key()),
            Self::AnnexIii(point) => write!(f, "Annex III {}", point.key()),
            Self::Annex(number, "") => write!(f, "Annex {number}"),
            Self::Annex(number, rest) => write!(f, "Annex {number} {rest}"),
            Self::Recital(number) => write!(f, "rec. {number}"),
            Self::OmnibusRecital(number) => write!(f, "OMN rec. {number}"),
            Self::Guideline(guideline, place) => write!(f, "{guideline} {place}"),
        }
    }
}

impl serde::Serialize for Citation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_meet_where_one_lies_within_the_other() {
        let art = Citation::art;
        for (one, other, do_meet) in [
            (art("14", ""), art("14", "(4)(a)"), true),
            (art("26", "(1)"), art("26", "(1)"), true),
            (art("26", "(1)"), art("26", "(10)"), false),
            (art("26", "(1)"), art("26", "(1)(a)"), true),
            (art("50", "(4)"), art("50", "(4) second subpara"), true),
            (art("1", ""), art("14", ""), false),
            (
                Citation::Annex("IV", ""),
                Citation::Annex("IV", "point 2(a)"),
                true,
            ),
            (
                Citation::Annex("IV", "point 1"),
                Citation::Annex("IV", "point 2"),
                false,
            ),
            (Citation::Recital(4), Citation::Recital(4), true),
            (art("4", ""), Citation::Recital(4), false),
        ] {
            assert_eq!(one.meets(other), do_meet, "{one} {other}");
            assert_eq!(other.meets(one), do_meet, "{other} {one}");
        }
    }

    #[test]
    fn a_citation_prints_and_slugs_one_way() {
        for (citation, text, slug) in [
            (Citation::art("50", "(2)"), "Art. 50(2)", "art-50-2"),
            (Citation::art("5", "(1)(f)"), "Art. 5(1)(f)", "art-5-1-f"),
            (
                Citation::art("6", "(3) last subpara"),
                "Art. 6(3) last subpara",
                "art-6-3-last-subpara",
            ),
            (
                Citation::AnnexIii(AnnexPoint::P4a),
                "Annex III 4(a)",
                "annex-iii-4-a",
            ),
            (Citation::AnnexIii(AnnexPoint::P2), "Annex III 2", "annex-iii-2"),
            (
                Citation::AnnexI(AnnexISection::B, 21),
                "Annex I B point 21",
                "annex-i-b-point-21",
            ),
            (Citation::Recital(58), "rec. 58", "rec-58"),
            (Citation::OmnibusRecital(13), "OMN rec. 13", "omn-rec-13"),
            (
                Citation::Omnibus("1", "(39)(a)"),
                "OMN Art. 1(39)(a)",
                "omn-art-1-39-a",
            ),
            (Citation::Articles(102, 110), "Art. 102 to 110", "art-102-to-110"),
        ] {
            assert_eq!(citation.to_string(), text);
            assert_eq!(citation.slug(), slug);
        }
    }
}
