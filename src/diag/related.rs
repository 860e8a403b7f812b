//! Which findings stand beside each other: groups of codes about one matter, so that the page of one leads to the others.
//! Every code is in a group; a code in several leads to all of them.

use crate::diag::codes::Code;

const GROUPS: &[&[Code]] = &[
    // What a file is.
    &[
        Code::UnreadableFile,
        Code::FileTooLarge,
        Code::NotUtf8,
        Code::EmptyProject,
        Code::MisnamedFile,
    ],
    &[
        Code::NotUtf8,
        Code::ForbiddenCharacter,
        Code::MissingGlyph,
        Code::LookalikeName,
    ],
    &[
        Code::BrokenYaml,
        Code::NestedTooDeeply,
        Code::UnsupportedYaml,
        Code::DuplicateKey,
    ],
    // Bills of materials and files of others.
    &[
        Code::BrokenBom,
        Code::UnsupportedBom,
        Code::BomDisagrees,
        Code::UnclearBomReference,
    ],
    &[Code::AbsentEvidence, Code::ChangedFile, Code::UnreadableFile],
    // Imports.
    &[Code::BrokenExport, Code::CutExport, Code::SettingsMistake],
    &[
        Code::MissingColumn,
        Code::BrokenRegister,
        Code::NamelessRow,
        Code::PersonalColumn,
        Code::UnreadCells,
        Code::WithheldCells,
    ],
    &[
        Code::OtherPeriod,
        Code::OtherSystems,
        Code::SameExport,
        Code::UnmergeableValues,
        Code::EqualSources,
        Code::SignOffLeftOut,
    ],
    &[
        Code::CountedTwice,
        Code::SameExport,
        Code::EditedImport,
        Code::ImpossibleCount,
        Code::MoreThanInvited,
        Code::PeriodNotOver,
    ],
    // What a record is made of.
    &[
        Code::MissingKind,
        Code::UnknownKind,
        Code::MissingIdentity,
        Code::BadId,
    ],
    &[
        Code::UnknownKey,
        Code::DuplicateKey,
        Code::WrongType,
        Code::UnknownTerm,
        Code::MissingValue,
    ],
    &[
        Code::WrongType,
        Code::BadDate,
        Code::TextTooLong,
        Code::UnusualSpelling,
    ],
    // How records refer to each other.
    &[
        Code::DanglingReference,
        Code::WrongKindOfReference,
        Code::DuplicateId,
        Code::BadId,
        Code::LookalikeName,
    ],
    &[
        Code::SecondOrganisation,
        Code::MissingOrganisation,
        Code::TurnoverYear,
        Code::EmptyProject,
        Code::ExampleText,
    ],
    // Several projects at once.
    &[
        Code::NoGroup,
        Code::IncompleteMember,
        Code::SecondMember,
        Code::MemberFolder,
        Code::NestedMembers,
        Code::OtherDay,
        Code::GroupAmongRecords,
        Code::SecondOrganisation,
    ],
    // Persons and secrets.
    &[
        Code::PerPersonData,
        Code::PersonInEvidence,
        Code::PersonalName,
        Code::GroupOfOne,
        Code::PersonalColumn,
        Code::SecretInText,
    ],
    &[Code::ClaimedVerdict, Code::SecretInText, Code::PersonalName],
    // What cannot be true together.
    &[
        Code::ContradictingFacts,
        Code::DerogationDespiteProfiling,
        Code::IdleException,
        Code::StaleAnswerNote,
        Code::StrayAnswerNote,
    ],
    &[
        Code::DatesOutOfOrder,
        Code::BadDate,
        Code::MaximumBelowMinimum,
        Code::PeriodNotOver,
        Code::PrematureSignOff,
        Code::PrematureWaiver,
        Code::OutdatedRules,
    ],
    &[Code::UnclearStep, Code::GroupOfOne],
    &[
        Code::IncompleteWaiver,
        Code::ExpiredWaiver,
        Code::UnusedWaiver,
        Code::PrematureWaiver,
        Code::WaiverPeriod,
        Code::WaivedDuty,
    ],
];

/// Returns the findings beside one, in the order of their numbers.
pub fn related(code: Code) -> Vec<Code> {
    let groups = GROUPS.iter().filter(|group| group.contains(&code));
    let mut others: Vec<Code> = groups.flat_map(|group| group.iter().copied()).collect();
    others.retain(|other| *other != code);
    others.sort_unstable();
    others.dedup();
    others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_to_another_and_back() {
        for code in Code::ALL {
            let others = related(*code);
            assert!(!others.is_empty(), "{}", code.id());
            for other in others {
                assert!(related(other).contains(code), "{} and {}", code.id(), other.id());
            }
        }
    }
}
