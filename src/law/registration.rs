//! What the EU database asks for one system: the points of Annex VIII, section by section, as amended. Constant data;
//! what an inventory says on each point belongs to `documents`.

use crate::law::cite::Citation;

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
    /// The points.
    pub points: &'static [(u8, Asked)],
}

/// The sections. Points 7 and 9 of Section B were deleted by Regulation (EU) 2026/1744, Article 1(42).
pub const SECTIONS: &[Section] = &[
    Section {
        duty: "art-49-1-registration",
        cites: Citation::Annex("VIII", "Section A"),
        points: &[
            (1, Asked::Provider),
            (2, Asked::Submitter),
            (3, Asked::Representative),
            (4, Asked::TradeName),
            (5, Asked::Purpose),
            (6, Asked::Logic),
            (7, Asked::Status),
            (8, Asked::Certificate),
            (9, Asked::CertificateCopy),
            (10, Asked::MemberStates),
            (11, Asked::Declaration),
            (12, Asked::Instructions),
            (13, Asked::MoreInformation),
        ],
    },
    Section {
        duty: "art-49-2-registration",
        cites: Citation::Annex("VIII", "Section B"),
        points: &[
            (1, Asked::Provider),
            (2, Asked::Submitter),
            (3, Asked::Representative),
            (4, Asked::TradeName),
            (5, Asked::Purpose),
            (6, Asked::Condition),
            (8, Asked::Status),
        ],
    },
    Section {
        duty: "art-26-8-registered",
        cites: Citation::Annex("VIII", "Section C"),
        points: &[
            (1, Asked::Deployer),
            (2, Asked::Submitter),
            (3, Asked::EntryUrl),
            (4, Asked::RightsSummary),
            (5, Asked::DataSummary),
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
    fn section_b_asks_for_seven_points_and_neither_7_nor_9() {
        let numbers: Vec<u8> = SECTIONS[1].points.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 8]);
    }
}
