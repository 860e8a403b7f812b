//! The plain vocabulary: what the nine tripwires, the list of uses and a few other fields of a record say about facts of
//! the law. A plain answer only ever excludes, or says the very thing that the law asks; what needs a legal judgement
//! stays open. What each use means stands in `uses`.

use crate::classify::facts::{Answer, Origin, Verdict, answer};
use crate::classify::uses::use_answers;
use crate::inventory::field::Field;
use crate::inventory::model::{Confirmed, Model};
use crate::inventory::system::{BuiltOrRebranded, OutputModality, System};
use crate::inventory::tripwires::Tripwires;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::terms::Role;
use crate::source::Span;

/// A fact that a plain field answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plain {
    /// The fact.
    pub fact: Fact,
    /// Its answer.
    pub verdict: Verdict,
    /// The field that says it.
    pub field: &'static str,
    /// Where it says it.
    pub span: Span,
    /// Whether an explicit fact to the contrary is a contradiction.
    pub is_firm: bool,
}

impl Plain {
    /// Returns the answer that it gives.
    pub(crate) fn answer(&self) -> Answer {
        answer(self.verdict, Origin::Implied(self.field), Some(self.span))
    }
}

/// What one value of a tripwire says about facts.
#[derive(Debug, Clone, Copy)]
pub struct Meaning {
    /// The tripwire.
    pub field: &'static str,
    /// Its value.
    pub value: bool,
    /// The answer that follows.
    pub verdict: Verdict,
    /// The facts that are so answered.
    pub facts: &'static [Fact],
    ask: fn(&Tripwires) -> &Field<bool>,
}

/// What the tripwires mean. A value that is not listed answers nothing.
pub const MEANINGS: &[Meaning] = &[
    Meaning {
        field: "tripwires.interacts_with_public",
        value: true,
        verdict: Verdict::Yes,
        facts: &[Fact::InteractsDirectly],
        ask: |wires| &wires.interacts_with_public,
    },
    Meaning {
        field: "tripwires.generates_media",
        value: false,
        verdict: Verdict::No,
        facts: &[Fact::Deepfake, Fact::BaRealistic, Fact::BbMaterial],
        ask: |wires| &wires.generates_media,
    },
    Meaning {
        field: "tripwires.generates_media",
        value: true,
        verdict: Verdict::Yes,
        facts: &[Fact::Generates],
        ask: |wires| &wires.generates_media,
    },
    Meaning {
        field: "tripwires.publishes_public_interest_text",
        value: false,
        verdict: Verdict::No,
        facts: &[Fact::PublicInterestText],
        ask: |wires| &wires.publishes_public_interest_text,
    },
    Meaning {
        field: "tripwires.publishes_public_interest_text",
        value: true,
        verdict: Verdict::Yes,
        facts: &[Fact::PublicInterestText],
        ask: |wires| &wires.publishes_public_interest_text,
    },
    Meaning {
        field: "tripwires.affects_individual_decisions",
        value: false,
        verdict: Verdict::No,
        facts: &[
            Fact::Point3a,
            Fact::Point3b,
            Fact::Point3c,
            Fact::Point3d,
            Fact::Point4a,
            Fact::Point5a,
            Fact::Point5b,
            Fact::Point5c,
            Fact::Point5d,
            Fact::Point6a,
            Fact::Point6b,
            Fact::Point6c,
            Fact::Point6d,
            Fact::Point6e,
            Fact::Point7a,
            Fact::Point7b,
            Fact::Point7c,
            Fact::Point7d,
            Fact::Point8a,
            Fact::ScoresPersons,
            Fact::PredictsOffence,
        ],
        ask: |wires| &wires.affects_individual_decisions,
    },
    Meaning {
        field: "tripwires.evaluates_or_allocates_workers",
        value: false,
        verdict: Verdict::No,
        facts: &[Fact::Point4b],
        ask: |wires| &wires.evaluates_or_allocates_workers,
    },
    Meaning {
        field: "tripwires.uses_biometrics_or_emotion",
        value: false,
        verdict: Verdict::No,
        facts: &[
            Fact::Point1a,
            Fact::Point1b,
            Fact::Point1c,
            Fact::FaceDatabase,
            Fact::EmotionFromBiometrics,
            Fact::CategorisesBiometrically,
            Fact::RealTimeRbi,
            Fact::EmotionOrBiocat,
        ],
        ask: |wires| &wires.uses_biometrics_or_emotion,
    },
    Meaning {
        field: "tripwires.safety_component",
        value: false,
        verdict: Verdict::No,
        facts: &[Fact::ProductOrSafetyComponent, Fact::Point2],
        ask: |wires| &wires.safety_component,
    },
    Meaning {
        field: "tripwires.processes_personal_data",
        value: false,
        verdict: Verdict::No,
        facts: &[Fact::Profiling],
        ask: |wires| &wires.processes_personal_data,
    },
];

/// Returns what the plain fields of a system say about facts.
pub fn plain_answers(system: &System, edition: Edition) -> Vec<Plain> {
    let mut plain: Vec<Plain> = Vec::new();
    if let Some(wires) = system.tripwires.stated() {
        for meaning in MEANINGS {
            let Some(said) = (meaning.ask)(wires)
                .said()
                .filter(|said| said.value == meaning.value)
            else {
                continue;
            };
            plain.extend(meaning.facts.iter().map(|fact| Plain {
                fact: *fact,
                verdict: meaning.verdict,
                field: meaning.field,
                span: said.span,
                is_firm: true,
            }));
        }
    }
    plain.extend(roles(system));
    plain.extend(built(system));
    plain.extend(no_outsiders(system));
    plain.extend(outputs(system));
    plain.extend(use_answers(system, edition));
    plain
}

/// Returns the tripwires that a system does not answer.
pub fn unanswered(system: &System) -> Vec<&'static str> {
    let wires = system.tripwires.stated();
    let is_open = |meaning: &&Meaning| wires.is_none_or(|wires| (meaning.ask)(wires).said().is_none());
    MEANINGS
        .iter()
        .filter(is_open)
        .map(|meaning| meaning.field)
        .collect()
}

/// Returns what the plain fields of a model say about facts.
pub fn model_answers(model: &Model) -> Vec<Plain> {
    let mut plain = Vec::new();
    let mut says = |field, span, facts: &[(Fact, Verdict)]| {
        plain.extend(
            facts
                .iter()
                .map(|(fact, verdict)| soft(*fact, *verdict, field, span)),
        );
    };
    if let Some(roles) = model.our_roles.said() {
        let modifies = roles.value.0.iter().any(|role| role.value == Role::GpaiModifier);
        says(
            "our_roles",
            roles.span,
            &[(Fact::Modifies, Verdict::of(modifies))],
        );
    }
    if let Some(said) = model.gpai.said() {
        match said.value {
            Confirmed::Confirmed => says(
                "gpai",
                said.span,
                &[
                    (Fact::TrainingAboveGpai, Verdict::Yes),
                    (Fact::GenerativeModality, Verdict::Yes),
                ],
            ),
            Confirmed::Excluded => says(
                "gpai",
                said.span,
                &[
                    (Fact::NarrowModel, Verdict::Yes),
                    (Fact::DesignatedSystemic, Verdict::No),
                ],
            ),
            Confirmed::Unknown => {}
        }
    }
    if let Some(said) = model.systemic_risk.said() {
        let verdict = match said.value {
            Confirmed::Confirmed => Verdict::Yes,
            Confirmed::Excluded => Verdict::No,
            Confirmed::Unknown => return plain,
        };
        says(
            "systemic_risk",
            said.span,
            &[
                (Fact::TrainingAboveSystemic, verdict),
                (Fact::DesignatedSystemic, verdict),
            ],
        );
    }
    plain
}

fn soft(fact: Fact, verdict: Verdict, field: &'static str, span: Span) -> Plain {
    Plain {
        fact,
        verdict,
        field,
        span,
        is_firm: false,
    }
}

fn roles(system: &System) -> Vec<Plain> {
    let Some(roles) = system.our_roles.said() else {
        return Vec::new();
    };
    let plays = |wanted: Role| roles.value.0.iter().any(|role| role.value == wanted);
    let says = |fact, holds| soft(fact, Verdict::of(holds), "our_roles", roles.span);
    vec![
        says(Fact::OnlyDeployer, is_only_deployer(system)),
        says(Fact::IsProvider, plays(Role::Provider)),
        says(Fact::Manufacturer, plays(Role::ProductManufacturer)),
    ]
}

// One answer names the most that was done; only "nothing" and "built by us" say something about the other changes.
fn built(system: &System) -> Vec<Plain> {
    let wire = system
        .tripwires
        .stated()
        .and_then(|it| it.built_or_rebranded.said());
    let Some(said) = wire else {
        return Vec::new();
    };
    let says = |fact, verdict| soft(fact, verdict, "tripwires.built_or_rebranded", said.span);
    let changes = [Fact::OwnName, Fact::SubstantiallyModified, Fact::PurposeChanged];
    match said.value {
        BuiltOrRebranded::None | BuiltOrRebranded::BuiltInHouse => {
            changes.iter().map(|fact| says(*fact, Verdict::No)).collect()
        }
        BuiltOrRebranded::Rebranded => vec![says(Fact::OwnName, Verdict::Yes)],
        BuiltOrRebranded::SubstantiallyModified => vec![says(Fact::SubstantiallyModified, Verdict::Yes)],
        BuiltOrRebranded::Repurposed => vec![says(Fact::PurposeChanged, Verdict::Yes)],
    }
}

fn is_only_deployer(system: &System) -> bool {
    let roles = system.our_roles.items();
    let is_as_supplied = system
        .tripwires
        .stated()
        .and_then(|wires| wires.built_or_rebranded.stated())
        .is_none_or(|built| *built == BuiltOrRebranded::None);
    !roles.is_empty() && roles.iter().all(|role| role.value == Role::Deployer) && is_as_supplied
}

// Article 50(1) binds the provider. Staff are natural persons too, so only for a mere deployer does the answer that
// nobody outside deals with the system settle the matter.
fn no_outsiders(system: &System) -> Option<Plain> {
    let said = system.tripwires.stated()?.interacts_with_public.said()?;
    let settles = !said.value && is_only_deployer(system);
    settles.then(|| {
        soft(
            Fact::InteractsDirectly,
            Verdict::No,
            "tripwires.interacts_with_public",
            said.span,
        )
    })
}

fn outputs(system: &System) -> Vec<Plain> {
    let Some(said) = system.output_modalities.said() else {
        return Vec::new();
    };
    let has = |wanted: &[OutputModality]| said.value.0.iter().any(|item| wanted.contains(&item.value));
    let is_content = has(&[
        OutputModality::Text,
        OutputModality::Image,
        OutputModality::Audio,
        OutputModality::Video,
    ]);
    let is_code = has(&[OutputModality::Code]);
    let says = |fact, holds| soft(fact, Verdict::of(holds), "output_modalities", said.span);
    vec![
        says(Fact::Generates, is_content || is_code),
        says(Fact::SourceCode, is_code && !is_content),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_answer_never_asserts_more_than_the_law_asks() {
        let asserted: Vec<Fact> = MEANINGS
            .iter()
            .filter(|meaning| meaning.verdict == Verdict::Yes)
            .flat_map(|meaning| meaning.facts.iter().copied())
            .collect();
        assert_eq!(
            asserted,
            [Fact::InteractsDirectly, Fact::Generates, Fact::PublicInterestText]
        );
    }
}
