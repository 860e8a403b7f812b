//! How each field of a `facts:` block is answered: with yes or no, with one term of its vocabulary, or with several; and
//! how it says that none of them holds.

use crate::inventory::system::BuiltOrRebranded;
use crate::law::fact::{Fact, Means};
use crate::law::terms::{
    AnnexISection, AnnexPoint, Area, AssessmentReason, Content, ContentExclusion, Gate, GuidelineRelief,
    ProductFunction, RbiObjective, Role, Technique, Trait, Vulnerability,
};
use crate::term::Term;

/// The path of the list of points below `facts:`.
pub(crate) const POINTS: &str = "annex_iii.points";

/// One term that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The term as it is written.
    pub key: &'static str,
    /// Its meaning in words.
    pub words: &'static str,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// With yes or no.
    YesNo,
    /// With one of these terms.
    One(Vec<Choice>),
    /// With one of these terms, or by saying that the field does not apply.
    OneOrNone(Vec<Choice>),
    /// With any number of these terms, also none.
    Several(Vec<Choice>),
}

impl Form {
    /// Returns the terms that can be chosen.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::YesNo => &[],
            Self::One(choices) | Self::OneOrNone(choices) | Self::Several(choices) => choices,
        }
    }
}

/// Returns how the field at a path below `facts:` is answered.
pub(crate) fn form(path: &str) -> Form {
    match path {
        "art5.a.technique" => Form::One(terms(Technique::ALL)),
        "art5.b.vulnerability" => Form::One(terms(Vulnerability::ALL)),
        "art5.ba.gate" | "art5.bb.gate" => Form::One(terms(Gate::ALL)),
        "art5.f.area" => Form::One(terms(Area::ALL)),
        "art5.g.infers" => Form::One(terms(Trait::ALL)),
        "art5.h.objective" => Form::One(terms(RbiObjective::ALL)),
        "annex_i.section" => Form::OneOrNone(terms(AnnexISection::ALL)),
        "annex_i.function" => Form::One(terms(ProductFunction::ALL)),
        "annex_i.ca_reason" => Form::One(terms(AssessmentReason::ALL)),
        "art50.generates" => Form::Several(terms(Content::ALL)),
        "art50.content_exclusion" => Form::One(terms(ContentExclusion::ALL)),
        "art50.guideline_relief" => Form::One(terms(GuidelineRelief::ALL)),
        _ => Form::YesNo,
    }
}

/// The tripwire that is answered with a term; the others are answered with yes or no.
pub(crate) const BUILT: &str = "tripwires.built_or_rebranded";

/// Returns how a tripwire is answered.
pub(crate) fn form_of_tripwire(field: &str) -> Form {
    match field {
        BUILT => Form::One(terms(BuiltOrRebranded::ALL)),
        _ => Form::YesNo,
    }
}

/// Returns the facts that the terms of [`BUILT`] say something about, each with its term.
pub(crate) fn built_facts() -> [(Fact, &'static str); 3] {
    [
        (Fact::OwnName, BuiltOrRebranded::Rebranded.key()),
        (
            Fact::SubstantiallyModified,
            BuiltOrRebranded::SubstantiallyModified.key(),
        ),
        (Fact::PurposeChanged, BuiltOrRebranded::Repurposed.key()),
    ]
}

/// Returns the roles that an organisation can have with a system.
pub(crate) fn roles() -> Form {
    let is_of_model = |choice: &Choice| choice.key.starts_with("gpai");
    let mut roles = terms(Role::ALL);
    roles.retain(|choice| !is_of_model(choice));
    Form::Several(roles)
}

fn terms<T: Term>(all: &[T]) -> Vec<Choice> {
    let choice = |term: &T| Choice {
        key: term.key(),
        words: term.words(),
    };
    all.iter().map(choice).collect()
}

/// Returns the term by which a list answers a fact that has a term of its own.
pub(crate) fn term_of(fact: Fact) -> Option<&'static str> {
    if let Means::OneOf([term]) = fact.row().means {
        Some(term)
    } else {
        None
    }
}

/// Returns the point of Annex III that a fact asks for, if it asks for one.
pub(crate) fn point_of(fact: Fact) -> Option<AnnexPoint> {
    let term = term_of(fact).filter(|_| fact.row().path == POINTS)?;
    AnnexPoint::ALL.iter().find(|point| point.key() == term).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::weigh::system_rules;

    #[test]
    fn every_term_that_a_rule_on_systems_asks_for_can_be_chosen() {
        let mut facts = Vec::new();
        system_rules().for_each(|rule| rule.facts(&mut facts));
        // Claims are never open, and the points are asked for by area.
        let is_elsewhere = |path: &str| path.starts_with("annex_iii.");
        for fact in facts.iter().filter(|fact| !is_elsewhere(fact.row().path)) {
            let form = form(fact.row().path);
            let keys: Vec<&str> = form.choices().iter().map(|choice| choice.key).collect();
            match fact.row().means {
                Means::OneOf(terms) => assert!(terms.iter().all(|term| keys.contains(term)), "{fact:?}"),
                Means::Anything => assert!(!keys.is_empty(), "{fact:?}"),
                Means::Roles(_) => {}
                Means::True => assert_eq!(form, Form::YesNo, "{fact:?}"),
                Means::False | Means::AboveTenTo(_) | Means::AboveThirdOfOriginal | Means::Before(_) => {
                    panic!("{fact:?} cannot be asked")
                }
            }
        }
    }
}
