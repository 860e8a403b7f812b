//! Article 5: the prohibited practices, point by point, with their exceptions and the gate of paragraphs (1a) and (1b).
//! Placing on the market, putting into service or use is part of every point and stands in no condition. The points
//! are read narrowly; none of them has a transitional period.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::law::dates::DutyGroup;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::rule::Cond::{All, Any, Is};
use crate::law::rule::{AMENDED, Exception, Reading, Rule, Then};
use crate::law::terms::ProhibitedPoint;

const BASE: Rule = Rule {
    reading: Reading::Judgement,
    ..Rule::BASE
};
const INTIMATE: Rule = Rule {
    since: AMENDED,
    doubt: "The Commission's guidelines on prohibited practices do not cover this point.",
    ..BASE
};

/// Returns the first day of the earliest point of an edition that asks for a fact; nothing when none asks.
pub fn prohibited_from(fact: Fact, edition: Edition) -> Option<Date> {
    let asks = |rule: &&Rule| {
        let mut facts = Vec::new();
        rule.when.facts(&mut facts);
        rule.unless
            .iter()
            .for_each(|exception| exception.when.facts(&mut facts));
        rule.is_law_in(edition) && facts.contains(&fact)
    };
    let days = RULES.iter().filter(asks).filter_map(|rule| match rule.then {
        Then::Prohibited(point) => point.group().applies_from(edition),
        Then::Excluded(_)
        | Then::HighRisk(_)
        | Then::Derogated(_)
        | Then::ChangesRole(_)
        | Then::Duty(..)
        | Then::Model(_) => None,
    });
    days.min()
}

/// The groups of prohibitions, by their first day.
pub const GROUPS: &[DutyGroup] = &[DutyGroup::Prohibitions, DutyGroup::IntimateImages];

/// The prohibited practices, in the order of their points.
pub const RULES: &[Rule] = &[
    Rule {
        id: "art-5-1-a",
        cites: &[Citation::art("5", "(1)(a)")],
        paraphrase: "Techniques below awareness, purposefully manipulative or deceptive, that materially distort \
            behaviour and are reasonably likely to cause significant harm.",
        limits: "Lawful persuasion, ordinary advertising and treatment with consent are outside (recital 29).",
        when: All(&[
            Is(Fact::ManipulativeTechnique),
            Is(Fact::ManipulationDistorts),
            Is(Fact::ManipulationHarms),
        ]),
        then: Then::Prohibited(ProhibitedPoint::A),
        ..BASE
    },
    Rule {
        id: "art-5-1-b",
        cites: &[Citation::art("5", "(1)(b)")],
        paraphrase: "Exploiting the vulnerability of people through age, disability or social or economic situation so \
            that behaviour is materially distorted, with significant harm.",
        limits: "Poor accessibility or bias alone does not exploit.",
        when: All(&[
            Is(Fact::ExploitsVulnerability),
            Is(Fact::ExploitationDistorts),
            Is(Fact::ExploitationHarms),
        ]),
        then: Then::Prohibited(ProhibitedPoint::B),
        ..BASE
    },
    Rule {
        id: "art-5-1-ba",
        cites: &[
            Citation::art("5", "(1)(ba)"),
            Citation::art("5", "(1a)"),
            Citation::art("113", "(a)"),
        ],
        paraphrase: "Making or altering realistic intimate or sexually explicit content of an identifiable person who \
            has not consented, when that is the purpose or is foreseeable without adequate safeguards.",
        limits: "Cartoons, persons that nobody can identify, and accidental results of a deployer are outside.",
        when: All(&[
            Is(Fact::BaRealistic),
            Is(Fact::BaIdentifiable),
            Is(Fact::BaIntimate),
            Is(Fact::BaGate),
        ]),
        unless: &[
            Exception {
                id: "art-5-1-ba-consent",
                cites: &[Citation::art("5", "(1)(ba)")],
                paraphrase: "The person shown has consented explicitly, freely and informed.",
                when: Is(Fact::BaConsent),
                since: AMENDED,
                ..Exception::BASE
            },
            Exception {
                id: "art-5-1b",
                cites: &[Citation::art("5", "(1b)")],
                paraphrase: "An edit that neither exposes more nor changes the nature of the activity is no alteration.",
                when: Is(Fact::BaHarmlessEdit),
                since: AMENDED,
                ..Exception::BASE
            },
        ],
        then: Then::Prohibited(ProhibitedPoint::Ba),
        ..INTIMATE
    },
    Rule {
        id: "art-5-1-bb",
        cites: &[
            Citation::art("5", "(1)(bb)"),
            Citation::art("5", "(1a)"),
            Citation::art("113", "(a)"),
        ],
        paraphrase: "Making or altering child sexual abuse material, when that is the purpose or is foreseeable without \
            adequate safeguards.",
        when: All(&[Is(Fact::BbMaterial), Is(Fact::BbGate)]),
        unless: &[Exception {
            id: "art-5-1-bb-national-law",
            cites: &[Citation::art("5", "(1)(bb)"), Citation::OmnibusRecital(13)],
            paraphrase: "National law allows the handling, such as red-teaming or law enforcement.",
            when: Is(Fact::BbDefence),
            since: AMENDED,
            ..Exception::BASE
        }],
        then: Then::Prohibited(ProhibitedPoint::Bb),
        ..INTIMATE
    },
    Rule {
        id: "art-5-1-c",
        cites: &[Citation::art("5", "(1)(c)")],
        paraphrase: "Scoring people over time by social behaviour or personal characteristics, when the score leads to \
            detriment in an unrelated context or to unjustified or disproportionate treatment.",
        limits: "Lawful scoring for its own purpose on relevant data is outside; so are legal persons.",
        when: All(&[
            Is(Fact::ScoresPersons),
            Is(Fact::ScoresOverTime),
            Is(Fact::ScoresBehaviour),
            Any(&[Is(Fact::ScoreUnrelated), Is(Fact::ScoreUnjustified)]),
        ]),
        then: Then::Prohibited(ProhibitedPoint::C),
        ..BASE
    },
    Rule {
        id: "art-5-1-d",
        cites: &[Citation::art("5", "(1)(d)")],
        paraphrase: "Predicting that a natural person will commit an offence from profiling or personality traits alone.",
        limits: "Predictions about places or legal persons are outside.",
        when: All(&[Is(Fact::PredictsOffence), Is(Fact::SolelyProfiling)]),
        unless: &[Exception {
            id: "art-5-1-d-objective-facts",
            cites: &[Citation::art("5", "(1)(d)")],
            paraphrase: "The system supports a human assessment that already rests on objective facts.",
            when: Is(Fact::ObjectiveSupport),
            ..Exception::BASE
        }],
        then: Then::Prohibited(ProhibitedPoint::D),
        ..BASE
    },
    Rule {
        id: "art-5-1-e",
        cites: &[Citation::art("5", "(1)(e)")],
        paraphrase: "Creating or expanding databases for face recognition by untargeted scraping from the internet or \
            video surveillance.",
        limits: "Targeted collection and databases that recognise nobody are outside.",
        when: All(&[Is(Fact::FaceDatabase), Is(Fact::UntargetedScraping)]),
        then: Then::Prohibited(ProhibitedPoint::E),
        ..BASE
    },
    Rule {
        id: "art-5-1-f",
        cites: &[Citation::art("5", "(1)(f)"), Citation::art("3", "(39)")],
        paraphrase: "Inferring emotions of people at work or in education from biometric data.",
        limits: "Sentiment of text is not biometric; fatigue and pain are no emotions (recital 18). Watching stress or \
            wellbeing is not a medical reason.",
        when: All(&[Is(Fact::EmotionFromBiometrics), Is(Fact::WorkOrEducation)]),
        unless: &[Exception {
            id: "art-5-1-f-medical-or-safety",
            cites: &[Citation::art("5", "(1)(f) exception")],
            paraphrase: "The system is used for medical reasons or to protect life and health.",
            when: Is(Fact::MedicalOrSafety),
            ..Exception::BASE
        }],
        then: Then::Prohibited(ProhibitedPoint::F),
        ..BASE
    },
    Rule {
        id: "art-5-1-g",
        cites: &[Citation::art("5", "(1)(g)")],
        paraphrase: "Sorting individual persons by their biometric data to infer race, political opinion, trade-union \
            membership, belief, sex life or sexual orientation.",
        limits: "Age, gender, health and ethnic origin are not on this list (see Annex III point 1(b)).",
        when: All(&[Is(Fact::CategorisesBiometrically), Is(Fact::InfersProtectedTrait)]),
        unless: &[
            Exception {
                id: "art-5-1-g-labelling",
                cites: &[Citation::art("5", "(1)(g) last sentence")],
                paraphrase: "Labelling or filtering of lawfully acquired biometric data.",
                when: Is(Fact::LawfulLabelling),
                ..Exception::BASE
            },
            Exception {
                id: "art-5-1-g-ancillary",
                cites: &[Citation::art("3", "(40)")],
                paraphrase: "A feature that is ancillary to another commercial service is no categorisation system.",
                when: Is(Fact::AncillaryFeature),
                ..Exception::BASE
            },
        ],
        then: Then::Prohibited(ProhibitedPoint::G),
        ..BASE
    },
    Rule {
        id: "art-5-1-h",
        cites: &[Citation::art("5", "(1)(h)"), Citation::art("3", "(41)")],
        paraphrase: "Using real-time remote biometric identification in public spaces for law enforcement.",
        limits: "Other uses of remote identification are Annex III point 1(a).",
        when: All(&[
            Is(Fact::RealTimeRbi),
            Is(Fact::PublicSpace),
            Is(Fact::LawEnforcementUse),
        ]),
        unless: &[Exception {
            id: "art-5-1-h-objectives",
            cites: &[Citation::art("5", "(2)")],
            paraphrase: "Strictly necessary for one of three objectives, and authorised with the safeguards of \
                paragraphs 2 to 7.",
            when: All(&[Is(Fact::RbiObjectiveMet), Is(Fact::RbiAuthorised)]),
            ..Exception::BASE
        }],
        then: Then::Prohibited(ProhibitedPoint::H),
        ..BASE
    },
];
