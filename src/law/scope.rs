//! Articles 2 and 3: what lies outside the Act. An exclusion counts only when it is claimed; being an AI system with a
//! link to the Union is what the record itself says unless it says otherwise.

use crate::law::cite::Citation;
use crate::law::fact::Fact;
use crate::law::rule::Cond::{All, Is, Not};
use crate::law::rule::{Rule, Then};
use crate::law::terms::Exclusion;

/// The exclusions, in the order in which a reason is given.
pub const RULES: &[Rule] = &[
    Rule {
        id: "scope-not-ai-system",
        cites: &[Citation::art("3", "(1)")],
        paraphrase: "A system that does not infer how to produce its outputs is no AI system.",
        limits: "Outside are rules set by people alone, basic data processing, classical heuristics and simple averages.",
        when: Not(&Is(Fact::IsAiSystem)),
        then: Then::Excluded(Exclusion::NotAiSystem),
        ..Rule::BASE
    },
    Rule {
        id: "scope-no-eu-nexus",
        cites: &[Citation::art("2", "(1)")],
        paraphrase: "The Act reaches systems placed on the market, put into service or used in the Union, and systems \
            whose output is used there.",
        when: Not(&Is(Fact::EuNexus)),
        then: Then::Excluded(Exclusion::NoEuNexus),
        ..Rule::BASE
    },
    Rule {
        id: "scope-military",
        cites: &[Citation::art("2", "(3)")],
        paraphrase: "Systems used exclusively for military, defence or national-security purposes are outside.",
        limits: "Dual use stays inside; policing is not national security.",
        when: Is(Fact::ExclusiveMilitary),
        then: Then::Excluded(Exclusion::MilitaryDefenceNatsec),
        ..Rule::BASE
    },
    Rule {
        id: "scope-third-country-authority",
        cites: &[Citation::art("2", "(4)")],
        paraphrase: "Use by third-country authorities under law-enforcement or judicial cooperation agreements with \
            safeguards is outside.",
        when: Is(Fact::ThirdCountryCooperation),
        then: Then::Excluded(Exclusion::ThirdCountryCooperation),
        ..Rule::BASE
    },
    Rule {
        id: "scope-scientific-research",
        cites: &[Citation::art("2", "(6)")],
        paraphrase: "Systems developed and put into service for scientific research and development alone are outside.",
        limits: "General tools that are also used in research stay inside (recital 25).",
        when: Is(Fact::SoleScientificRd),
        then: Then::Excluded(Exclusion::SoleScientificRd),
        ..Rule::BASE
    },
    Rule {
        id: "scope-pre-market-research",
        cites: &[Citation::art("2", "(8)")],
        paraphrase: "Research, testing and development before the market or first service are outside.",
        limits: "Testing in real-world conditions stays inside.",
        when: All(&[Is(Fact::PreMarketRdOnly), Not(&Is(Fact::RealWorldTesting))]),
        then: Then::Excluded(Exclusion::PreMarketRdOnly),
        ..Rule::BASE
    },
    Rule {
        id: "scope-personal-use",
        cites: &[Citation::art("2", "(10)"), Citation::art("3", "(4)")],
        paraphrase: "A natural person who uses a system for purely personal, non-professional purposes has no deployer \
            duties.",
        limits: "The provider of the same system stays bound.",
        when: All(&[Is(Fact::PersonalUse), Is(Fact::OnlyDeployer)]),
        then: Then::Excluded(Exclusion::PersonalUse),
        ..Rule::BASE
    },
    Rule {
        id: "scope-foss",
        cites: &[Citation::art("2", "(12)")],
        paraphrase: "Systems released under a free and open-source licence and not monetised are outside.",
        limits: "Not so when the system is prohibited, high-risk or reached by Article 50.",
        when: All(&[Is(Fact::FossRelease), Not(&Is(Fact::Monetised))]),
        then: Then::Excluded(Exclusion::Foss),
        ..Rule::BASE
    },
];
