//! Chapter V: what a model is. The compute thresholds are indicative for being general-purpose and a presumption for
//! systemic risk; the guideline's one-third rule says when a modifier becomes provider. Orthogonal to the tiers of
//! systems.

use crate::law::cite::Citation;
use crate::law::fact::Fact;
use crate::law::rule::Cond::{self, All, Any, Is, Not};
use crate::law::rule::{Basis, Rule, Then};
use crate::law::terms::GpaiAxis;

const GPAI: Cond = All(&[
    Not(&Is(Fact::Modifies)),
    Not(&Is(Fact::NarrowModel)),
    Any(&[
        Is(Fact::DesignatedSystemic),
        All(&[Is(Fact::TrainingAboveGpai), Is(Fact::GenerativeModality)]),
    ]),
]);
const SYSTEMIC: Cond = Any(&[Is(Fact::DesignatedSystemic), Is(Fact::TrainingAboveSystemic)]);
const OPEN: Cond = All(&[
    Is(Fact::FossLicence),
    Is(Fact::WeightsPublic),
    Not(&Is(Fact::ModelMonetised)),
]);

/// What a model can be; exactly one rule holds when every fact is known.
pub const RULES: &[Rule] = &[
    Rule {
        id: "gpai-not",
        cites: &[Citation::art("3", "(63)")],
        paraphrase: "A model below 10^23 operations, without generative modality or with a narrow set of tasks is no \
            general-purpose AI model.",
        limits: "The threshold is indicative.",
        when: All(&[Not(&Is(Fact::Modifies)), Not(&GPAI)]),
        then: Then::Model(GpaiAxis::NotGpai),
        basis: Basis::Guidance,
        ..Rule::BASE
    },
    Rule {
        id: "gpai-model",
        cites: &[Citation::art("3", "(63)"), Citation::art("53", "")],
        paraphrase: "A generative model above 10^23 operations is a general-purpose AI model.",
        limits: "The threshold is indicative.",
        when: All(&[GPAI, Not(&SYSTEMIC), Not(&OPEN)]),
        then: Then::Model(GpaiAxis::Gpai),
        basis: Basis::Guidance,
        ..Rule::BASE
    },
    Rule {
        id: "gpai-open-source",
        cites: &[Citation::art("53", "(2)"), Citation::art("54", "(6)")],
        paraphrase: "A model under a free licence, with public weights, architecture and usage information and not \
            monetised, is relieved of some duties.",
        limits: "Never with systemic risk; limits on commercial use or on users disqualify.",
        when: All(&[GPAI, Not(&SYSTEMIC), OPEN]),
        then: Then::Model(GpaiAxis::GpaiOpenSource),
        ..Rule::BASE
    },
    Rule {
        id: "gpai-systemic",
        cites: &[
            Citation::art("51", "(1)"),
            Citation::art("51", "(2)"),
            Citation::art("55", ""),
        ],
        paraphrase: "A model above 10^25 operations is presumed to carry systemic risk; the Commission can designate \
            others.",
        limits: "The provider notifies the Commission within two weeks and may rebut.",
        when: All(&[GPAI, SYSTEMIC]),
        then: Then::Model(GpaiAxis::GpaiSystemic),
        ..Rule::BASE
    },
    Rule {
        id: "gpai-modifier-provider",
        cites: &[Citation::Recital(109), Citation::art("53", "")],
        paraphrase: "Whoever modifies a model with more than a third of its original compute is its provider, for the \
            modification.",
        when: All(&[Is(Fact::Modifies), Is(Fact::ModificationAboveThird)]),
        then: Then::Model(GpaiAxis::ModifierBecomesProvider),
        basis: Basis::Guidance,
        ..Rule::BASE
    },
    Rule {
        id: "gpai-modifier-limited",
        cites: &[Citation::Recital(109)],
        paraphrase: "A smaller modification does not make a provider.",
        when: All(&[Is(Fact::Modifies), Not(&Is(Fact::ModificationAboveThird))]),
        then: Then::Model(GpaiAxis::ModifierLimited),
        basis: Basis::Guidance,
        ..Rule::BASE
    },
];

/// The compute, in operations, that is assumed for an original model of which none is known.
pub const ASSUMED_ORIGINAL: f64 = 1e23;
/// The same for an original model with systemic risk.
pub const ASSUMED_SYSTEMIC_ORIGINAL: f64 = 1e25;
