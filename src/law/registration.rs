//! What the EU database asks for one system: the points of Annex VIII, section by section, in both editions. Constant
//! data; what an inventory says on each point belongs to `documents`.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::law::edition::Edition;
use crate::law::rule::{AMENDED, PUBLISHED};

crate::terms! {
    /// What a point of Annex VIII asks for.
    pub enum Asked {
        Provider = "provider" => "provider: name, address and contact",
        Submitter = "submitter" => "who submits on behalf of another: name, address and contact",
        Representative = "representative" => "authorised representative: name, address and contact",
        TradeName = "trade_name" => "trade name and a reference that identifies the system",
        Purpose = "purpose" => "intended purpose, with the components and functions it supports",
        Logic = "logic" => "information used and operating logic, in brief",
        Condition = "condition" => "condition by which the system is not high-risk",
        Grounds = "grounds" => "why the system is not high-risk, in brief",
        Status = "status" => "status: on the market, in service, no longer, recalled",
        Certificate = "certificate" => "certificate of the notified body: type, number, last day, body",
        CertificateCopy = "certificate_copy" => "copy of that certificate",
        MemberStates = "member_states" => "Member States in which the system is available",
        Declaration = "declaration" => "copy of the declaration of conformity",
        Instructions = "instructions" => "electronic instructions for use",
        MoreInformation = "more_information" => "page with more information (optional)",
        Deployer = "deployer" => "deployer: name, address and contact",
        EntryUrl = "entry_url" => "address of the provider's entry",
        RightsSummary = "rights_summary" => "findings of the fundamental rights impact assessment, in brief",
        DataSummary = "data_summary" => "data protection impact assessment, in brief, where there is one",
    }
}

/// A section of Annex VIII: who registers, and what is asked, by number of the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// The duty to register by this section.
    pub duty: &'static str,
    /// Where the section stands.
    pub cites: Citation,
    /// The points of every edition.
    pub points: &'static [Point],
}

/// A point of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Its number.
    pub number: u8,
    /// What it asks for.
    pub asked: Asked,
    /// First day on which it no longer is law.
    pub until: Option<Date>,
}

impl Section {
    /// Returns the points of an edition.
    pub fn points_in(&self, edition: Edition) -> impl Iterator<Item = &'static Point> {
        self.points
            .iter()
            .filter(move |point| edition.has(PUBLISHED, point.until))
    }
}

const fn point(number: u8, asked: Asked) -> Point {
    Point {
        number,
        asked,
        until: None,
    }
}

/// A point that Regulation (EU) 2026/1744 deletes.
const fn deleted(number: u8, asked: Asked) -> Point {
    Point {
        until: Some(AMENDED),
        ..point(number, asked)
    }
}

/// The sections.
pub const SECTIONS: &[Section] = &[
    Section {
        duty: "art-49-1-registration",
        cites: Citation::Annex("VIII", "Section A"),
        points: &[
            point(1, Asked::Provider),
            point(2, Asked::Submitter),
            point(3, Asked::Representative),
            point(4, Asked::TradeName),
            point(5, Asked::Purpose),
            point(6, Asked::Logic),
            point(7, Asked::Status),
            point(8, Asked::Certificate),
            point(9, Asked::CertificateCopy),
            point(10, Asked::MemberStates),
            point(11, Asked::Declaration),
            point(12, Asked::Instructions),
            point(13, Asked::MoreInformation),
        ],
    },
    Section {
        duty: "art-49-2-registration",
        cites: Citation::Annex("VIII", "Section B"),
        points: &[
            point(1, Asked::Provider),
            point(2, Asked::Submitter),
            point(3, Asked::Representative),
            point(4, Asked::TradeName),
            point(5, Asked::Purpose),
            point(6, Asked::Condition),
            deleted(7, Asked::Grounds),
            point(8, Asked::Status),
            deleted(9, Asked::MemberStates),
        ],
    },
    Section {
        duty: "art-26-8-registered",
        cites: Citation::Annex("VIII", "Section C"),
        points: &[
            point(1, Asked::Deployer),
            point(2, Asked::Submitter),
            point(3, Asked::EntryUrl),
            point(4, Asked::RightsSummary),
            point(5, Asked::DataSummary),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::duties;

    #[test]
    fn each_section_belongs_to_a_duty_that_cites_it() {
        for section in SECTIONS {
            let duty = duties::duty(section.duty).unwrap();
            assert!(duty.cites.contains(&section.cites), "{}", duty.id);
        }
    }

    #[test]
    fn section_b_asked_for_nine_points_and_now_for_neither_7_nor_9() {
        let numbers = |edition| -> Vec<u8> {
            let points = SECTIONS[1].points_in(edition);
            points.map(|point| point.number).collect()
        };
        assert_eq!(numbers(Edition::Oj2024), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(numbers(Edition::Omnibus2026), [1, 2, 3, 4, 5, 6, 8]);
    }
}
