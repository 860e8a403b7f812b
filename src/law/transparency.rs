//! Article 50: five duties with their bearers, exemptions and attenuations. They stack, and they are tested for every
//! system, high-risk or not (Article 50(6)). Exceptions stand in the order in which a status is given.

use crate::law::cite::Citation;
use crate::law::fact::Fact;
use crate::law::rule::Cond::Is;
use crate::law::rule::{AMENDED, Basis, Exception, Reading, Relief, Rule, Then};
use crate::law::terms::{Art50Para, Art50Status, Bearer};

const fn status(status: Art50Status) -> Exception {
    Exception {
        gives: Relief::Status(status),
        ..Exception::BASE
    }
}

const fn crime(id: &'static str, cites: &'static [Citation]) -> Exception {
    Exception {
        id,
        cites,
        paraphrase: "The law authorises the use for detecting, preventing, investigating or prosecuting crime.",
        when: Is(Fact::CrimeLawPermitted),
        ..status(Art50Status::ExemptCrimeLaw)
    }
}

const fn personal(id: &'static str) -> Exception {
    Exception {
        id,
        cites: PERSONAL,
        paraphrase: "The deployer is a natural person in purely personal, non-professional use.",
        when: Is(Fact::PersonalUse),
        ..status(Art50Status::NotTriggeredPersonalUse)
    }
}

const fn content(id: &'static str, paraphrase: &'static str, fact: Fact, gives: Art50Status) -> Exception {
    Exception {
        id,
        cites: MARKING,
        paraphrase,
        when: Is(fact),
        basis: Basis::Guidance,
        ..status(gives)
    }
}

const fn marking(id: &'static str, paraphrase: &'static str, fact: Fact, gives: Art50Status) -> Exception {
    Exception {
        id,
        cites: MARKING,
        paraphrase,
        when: Is(fact),
        ..status(gives)
    }
}

const PERSONAL: &[Citation] = &[Citation::art("2", "(10)"), Citation::art("3", "(4)")];
const MARKING: &[Citation] = &[Citation::art("50", "(2)")];
const DEEPFAKE: &[Citation] = &[Citation::art("50", "(4)")];
const TEXT: &[Citation] = &[Citation::art("50", "(4) second subpara")];
const BASE: Rule = Rule {
    reading: Reading::Judgement,
    ..Rule::BASE
};

/// The duties, in the order of their paragraphs.
pub const RULES: &[Rule] = &[
    Rule {
        id: "art-50-1",
        cites: &[Citation::art("50", "(1)")],
        paraphrase: "People who interact directly with an AI system are told so.",
        limits: "Completion of text or code, recommendation, translation and back-end support are no direct interaction. \
            An agent also says on whose behalf it acts.",
        when: Is(Fact::InteractsDirectly),
        unless: &[
            Exception {
                id: "art-50-1-obvious",
                cites: &[Citation::art("50", "(1)")],
                paraphrase: "It is obvious to a reasonably well-informed, observant and circumspect person.",
                when: Is(Fact::Obvious),
                ..status(Art50Status::ExemptObvious)
            },
            Exception {
                paraphrase: "The law authorises the use for detecting, preventing, investigating or prosecuting crime, \
                    and it is no system with which the public can report crimes.",
                ..crime("art-50-1-crime", &[Citation::art("50", "(1)")])
            },
        ],
        then: Then::Duty(Art50Para::P1, Bearer::Provider),
        ..BASE
    },
    Rule {
        id: "art-50-2",
        cites: MARKING,
        paraphrase: "Synthetic audio, image, video and text carry a machine-readable mark and can be detected.",
        limits: "Source code, short strings, output for machines, ranking and sensor recordings are outside; summaries \
            and rewriting are inside.",
        when: Is(Fact::Generates),
        unless: &[
            content(
                "art-50-2-source-code",
                "Source code, with its comments and configuration, is no content to be marked.",
                Fact::SourceCode,
                Art50Status::NotTriggeredSourceCode,
            ),
            content(
                "art-50-2-short-strings",
                "Short strings such as labels are no content to be marked.",
                Fact::ShortStrings,
                Art50Status::NotTriggeredShortStrings,
            ),
            content(
                "art-50-2-m2m",
                "Output that only machines read is no content to be marked.",
                Fact::MachineToMachine,
                Art50Status::NotTriggeredM2m,
            ),
            marking(
                "art-50-2-standard-editing",
                "The system assists standard editing.",
                Fact::StandardEditing,
                Art50Status::ExemptStandardEditing,
            ),
            marking(
                "art-50-2-no-substantial-alteration",
                "The input and its meaning are not substantially altered.",
                Fact::NoSubstantialAlteration,
                Art50Status::ExemptNoSubstantialAlteration,
            ),
            crime("art-50-2-crime", MARKING),
            content(
                "art-50-2-narrow-b2b",
                "Strictly technical output for a limited group of professionals, with safeguards, needs no mark.",
                Fact::NarrowB2b,
                Art50Status::ExemptNarrowB2b,
            ),
            content(
                "art-50-2-ephemeral",
                "Ephemeral real-time content needs no mark where marking is not feasible and people are told.",
                Fact::EphemeralRealtime,
                Art50Status::ExemptEphemeral,
            ),
            Exception {
                id: "art-111-4",
                cites: &[Citation::art("111", "(4)")],
                paraphrase: "Systems placed on the market before 2 August 2026 have until 2 December 2026.",
                when: Is(Fact::PlacedBeforeTransparency),
                since: AMENDED,
                doubt: "Article 111(4) speaks of systems placed on the market; for one that was only put into service \
                    for own use the transitional period is doubtful.",
                ..status(Art50Status::Grace)
            },
            content(
                "art-50-2-embedded",
                "Closed, instructive output inside a product is marked by metadata alone.",
                Fact::EmbeddedProduct,
                Art50Status::AttenuatedMarking,
            ),
        ],
        then: Then::Duty(Art50Para::P2, Bearer::Provider),
        ..BASE
    },
    Rule {
        id: "art-50-3",
        cites: &[Citation::art("50", "(3)")],
        paraphrase: "People exposed to emotion recognition or biometric categorisation are informed.",
        limits: "Any biometric categorisation counts, also by age or gender.",
        when: Is(Fact::EmotionOrBiocat),
        unless: &[
            personal("art-50-3-personal"),
            crime("art-50-3-crime", &[Citation::art("50", "(3)")]),
        ],
        then: Then::Duty(Art50Para::P3, Bearer::Deployer),
        ..BASE
    },
    Rule {
        id: "art-50-4-deepfake",
        cites: &[Citation::art("50", "(4)"), Citation::art("3", "(60)")],
        paraphrase: "Deep fakes in image, sound or video are disclosed as made or altered.",
        limits: "Publication is not needed: an internal video counts.",
        when: Is(Fact::Deepfake),
        unless: &[
            personal("art-50-4-deepfake-personal"),
            crime("art-50-4-deepfake-crime", DEEPFAKE),
            Exception {
                id: "art-50-4-artistic",
                cites: DEEPFAKE,
                paraphrase: "In an evidently artistic, creative, satirical or fictional work the disclosure may be \
                    made so that it does not spoil the work.",
                when: Is(Fact::EvidentlyArtistic),
                ..status(Art50Status::AttenuatedArtistic)
            },
        ],
        then: Then::Duty(Art50Para::P4Deepfake, Bearer::Deployer),
        ..BASE
    },
    Rule {
        id: "art-50-4-text",
        cites: TEXT,
        paraphrase: "Generated text that is published to inform the public on matters of public interest is disclosed.",
        limits: "Intranet, advice to clients, fiction and plain product copy are outside.",
        when: Is(Fact::PublicInterestText),
        unless: &[
            personal("art-50-4-text-personal"),
            Exception {
                id: "art-50-4-text-editorial",
                cites: TEXT,
                paraphrase: "A human has reviewed the text and somebody holds editorial responsibility.",
                when: Is(Fact::EditorialResponsibility),
                ..status(Art50Status::ExemptEditorial)
            },
            crime("art-50-4-text-crime", TEXT),
        ],
        then: Then::Duty(Art50Para::P4Text, Bearer::Deployer),
        ..BASE
    },
];
