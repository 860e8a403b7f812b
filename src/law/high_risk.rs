//! Article 6 with Annexes I and III: the routes into the high-risk class, and the derogation of Article 6(3) out of the
//! second. A human in the loop changes nothing here. `facts.annex_iii.points` lists points that are met after their
//! exceptions; a use in plain words raises a point before them, and `exceptions` says what may lift it.

use crate::law::cite::Citation;
use crate::law::dates::UNSETTLED_REGISTRATION;
use crate::law::exceptions;
use crate::law::fact::Fact;
use crate::law::rule::Cond::{All, Is, Not};
use crate::law::rule::{AMENDED, Basis, Cond, Exception, Reading, Route, Rule, Then};
use crate::law::terms::{AnnexPoint, FilterCondition};

const PUBLISHED_BASE: Rule = Rule {
    paraphrase: "A product of Annex I, or a safety component of one, that a third party must assess is high-risk.",
    limits: "The derogation of Article 6(3) is not open here. A module without third party, chosen by applying \
        harmonised standards, changes nothing.",
    until: Some(AMENDED),
    ..Rule::BASE
};
const AMENDED_BASE: Rule = Rule {
    // Article 6(1a) and (1b) say what a safety component is not.
    limits: "The derogation of Article 6(3) is not open here. A module without third party, chosen by applying \
        harmonised standards, changes nothing. A component that merely assists users, or serves performance, \
        efficiency, automation, convenience or quality control, is no safety component (Article 6(1a)), unless its \
        failure would endanger health and safety (Article 6(1b)).",
    since: AMENDED,
    until: None,
    unless: OTHER_REASONS,
    ..PUBLISHED_BASE
};
const OTHER_REASONS: &[Exception] = &[Exception {
    id: "art-6-1c",
    cites: &[Citation::art("6", "(1c)")],
    paraphrase: "The assessment is required for reasons other than health and safety alone, such as radio spectrum.",
    when: Is(Fact::AssessmentForOtherReasons),
    since: AMENDED,
    ..Exception::BASE
}];
const SECTION_A: Cond = All(&[
    Is(Fact::AnnexISectionA),
    Is(Fact::ProductOrSafetyComponent),
    Is(Fact::ThirdPartyAssessment),
]);
const SECTION_B: Cond = All(&[
    Is(Fact::AnnexISectionB),
    Is(Fact::ProductOrSafetyComponent),
    Is(Fact::ThirdPartyAssessment),
]);

/// The route of Article 6(1), edition by edition.
pub const ANNEX_I: &[Rule] = &[
    Rule {
        id: "annex-i-a-2024",
        cites: &[Citation::art("6", "(1)")],
        when: SECTION_A,
        then: Then::HighRisk(Route::AnnexIA),
        ..PUBLISHED_BASE
    },
    Rule {
        id: "annex-i-b-2024",
        cites: &[Citation::art("6", "(1)"), Citation::art("2", "(2)")],
        when: SECTION_B,
        then: Then::HighRisk(Route::AnnexIB),
        ..PUBLISHED_BASE
    },
    Rule {
        id: "annex-i-a",
        cites: &[Citation::art("6", "(1)")],
        when: SECTION_A,
        then: Then::HighRisk(Route::AnnexIA),
        ..AMENDED_BASE
    },
    Rule {
        id: "annex-i-b",
        cites: &[Citation::art("6", "(1)"), Citation::art("2", "(2)")],
        when: SECTION_B,
        then: Then::HighRisk(Route::AnnexIB),
        ..AMENDED_BASE
    },
];

const fn point(
    id: &'static str,
    cites: &'static [Citation],
    point: AnnexPoint,
    fact: Fact,
    paraphrase: &'static str,
    [limits, doubt]: [&'static str; 2],
) -> Rule {
    let then = Then::HighRisk(Route::AnnexIii(point));
    // The limits follow the draft guidelines where the text of the point is silent.
    Rule {
        id,
        cites,
        paraphrase,
        limits,
        when: is(fact),
        unless: exceptions::of(point),
        then,
        reading: Reading::Judgement,
        doubt,
        ..Rule::BASE
    }
}

const fn is(fact: Fact) -> Cond {
    Is(fact)
}

macro_rules! points {
    ($($id:literal $variant:ident $fact:ident $paraphrase:literal, $limits:literal $(, $doubt:literal)?;)*) => {
        /// The points of Annex III, each a route of Article 6(2).
        pub const ANNEX_III: &[Rule] = &[$(point(
            $id,
            &[Citation::AnnexIii(AnnexPoint::$variant), Citation::art("6", "(2)")],
            AnnexPoint::$variant,
            Fact::$fact,
            $paraphrase,
            [$limits, concat!($($doubt)?)],
        ),)*];

        /// Returns the fact by which a point is met.
        pub const fn point_fact(point: AnnexPoint) -> Fact {
            match point {
                $(AnnexPoint::$variant => Fact::$fact,)*
            }
        }
    };
}

points! {
    "annex-iii-1-a" P1a Point1a "Remote biometric identification.",
        "Verification of a claimed identity and access control with active participation are outside.";
    "annex-iii-1-b" P1b Point1b "Biometric categorisation that infers sensitive or protected attributes.",
        "Age and gender are outside in the guidelines; what Article 5(1)(g) lists is prohibited.",
        "Equality law also protects age and sex, so the guidelines' reading that they are outside may not hold.";
    "annex-iii-1-c" P1c Point1c "Emotion recognition from biometric data.",
        "Fatigue and pain are outside; at work and in education it is prohibited.";
    "annex-iii-2" P2 Point2 "Safety components in running critical digital infrastructure, road traffic, water, gas, heating or electricity.",
        "Optimisation, forecasting and pure cybersecurity are outside.",
        "The draft guidelines restrict this point to critical entities under Directive (EU) 2022/2557; its wording does not.";
    "annex-iii-3-a" P3a Point3a "Access, admission and assignment to education.",
        "Information for applicants and recommendations for students are outside.";
    "annex-iii-3-b" P3b Point3b "Evaluating learning outcomes, also to steer learning.",
        "Practice that only the learner sees is outside.";
    "annex-iii-3-c" P3c Point3c "Assessing the level of education that a person will receive.",
        "Statistics without individual decisions are outside.";
    "annex-iii-3-d" P3d Point3d "Watching for prohibited behaviour during tests.",
        "Plagiarism checks of homework are outside (draft guidelines).";
    "annex-iii-4-a" P4a Point4a "Recruitment and selection: targeted advertisements, filtering applications, evaluating candidates.",
        "Tools of the candidate, employer branding and checks of wording are outside.";
    "annex-iii-4-b" P4b Point4b "Decisions on terms, promotion and termination; allocating tasks by behaviour or traits; monitoring and evaluating workers.",
        "Allocation by objective criteria, logging for legal duties, and alerts that only the worker sees are outside.",
        "The draft guidelines read `monitor and evaluate` as `monitor or evaluate`.";
    "annex-iii-5-a" P5a Point5a "Public decisions on essential benefits and services.",
        "Support that evaluates nobody's eligibility is outside.";
    "annex-iii-5-b" P5b Point5b "Creditworthiness and credit scores of natural persons.",
        "Detecting financial fraud, companies, and valuing collateral are outside.";
    "annex-iii-5-c" P5c Point5c "Risk assessment and pricing in life and health insurance.",
        "Motor and property insurance and the handling of claims are outside.";
    "annex-iii-5-d" P5d Point5d "Emergency calls, dispatch of first responders, triage of emergency patients.",
        "Transcription, forecasting and bed planning are outside.";
    "annex-iii-6-a" P6a Point6a "Risk that a person becomes a victim of crime.", "Places are outside.";
    "annex-iii-6-b" P6b Point6b "Polygraphs and similar tools of law enforcement.", "The safety of officers is outside.";
    "annex-iii-6-c" P6c Point6c "Reliability of evidence.", "Sorting evidence without assessing it is outside.";
    "annex-iii-6-d" P6d Point6d "Risk of offending or re-offending, not on profiling alone; traits and past conduct.",
        "Prediction about places is outside; profiling alone is prohibited.";
    "annex-iii-6-e" P6e Point6e "Profiling in detecting, investigating or prosecuting crime.",
        "Administrative tax and customs proceedings are outside.";
    "annex-iii-7-a" P7a Point7a "Polygraphs and similar tools in migration, asylum and border control.", "";
    "annex-iii-7-b" P7b Point7b "A risk posed by a person who enters or has entered.", "Vehicles and flows are outside.";
    "annex-iii-7-c" P7c Point7c "Examining applications for asylum, visa and residence.", "";
    "annex-iii-7-d" P7d Point7d "Detecting, recognising or identifying persons in migration and border control.",
        "Verifying travel documents is outside; so is search and rescue alone.";
    "annex-iii-8-a" P8a Point8a "Assisting judicial authorities in facts and law; dispute resolution alike.",
        "Anonymising, assigning by workload and transcription are outside (recital 61).";
    "annex-iii-8-b" P8b Point8b "Influencing elections, referenda and voting.",
        "Tools whose output voters are not directly exposed to are outside.";
}

const CONDITION: Rule = Rule {
    limits: "Never for a system that profiles natural persons, materially influences the outcome or cannot be \
        separated from a high-risk system. The provider documents and registers it.",
    basis: Basis::DraftGuidance,
    reading: Reading::Judgement,
    until: Some(AMENDED),
    ..Rule::BASE
};
const AMENDED_CONDITION: Rule = Rule {
    doubt: UNSETTLED_REGISTRATION,
    since: AMENDED,
    until: None,
    ..CONDITION
};

const fn filter(
    id: &'static str,
    cites: &'static [Citation],
    paraphrase: &'static str,
    when: Cond,
    condition: FilterCondition,
    base: Rule,
) -> Rule {
    Rule {
        id,
        cites,
        paraphrase,
        when,
        then: Then::Derogated(condition),
        ..base
    }
}

macro_rules! filters {
    ($($id:literal $point:literal $fact:ident $variant:ident $base:ident $paraphrase:literal;)*) => {
        /// The conditions of Article 6(3); one is enough, and only the provider can claim it (Article 6(4)). Their words
        /// are the same in both editions, but only in the amended one is it open when they have to be registered.
        pub const DEROGATIONS: &[Rule] = &[$(filter(
            $id,
            &[Citation::art("6", $point), Citation::art("6", "(4)"), Citation::art("49", "(2)")],
            $paraphrase,
            All(&[
                Is(Fact::$fact),
                Not(&Is(Fact::Profiling)),
                Not(&Is(Fact::MateriallyInfluences)),
                Not(&Is(Fact::PartOfCombinedSystem)),
            ]),
            FilterCondition::$variant,
            $base,
        ),)*];
    };
}

filters! {
    "art-6-3-a-2024" "(3)(a)" FilterA A CONDITION "The system performs a narrow procedural task.";
    "art-6-3-b-2024" "(3)(b)" FilterB B CONDITION "The system improves the result of a human activity completed before.";
    "art-6-3-c-2024" "(3)(c)" FilterC C CONDITION "The system detects patterns in past decisions and does not replace human assessment.";
    "art-6-3-d-2024" "(3)(d)" FilterD D CONDITION "The system performs a preparatory task.";
    "art-6-3-a" "(3)(a)" FilterA A AMENDED_CONDITION "The system performs a narrow procedural task.";
    "art-6-3-b" "(3)(b)" FilterB B AMENDED_CONDITION "The system improves the result of a human activity completed before.";
    "art-6-3-c" "(3)(c)" FilterC C AMENDED_CONDITION "The system detects patterns in past decisions and does not replace human assessment.";
    "art-6-3-d" "(3)(d)" FilterD D AMENDED_CONDITION "The system performs a preparatory task.";
}
