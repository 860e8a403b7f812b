//! Which answer to a question helps a condition of the law to hold, in the words of the screen: a yes, a no, or numbers of
//! its list. Where the law says "not", a no helps. Says nothing about what follows when the condition holds.

use crate::ask::order::meant;
use crate::ask::question::{Question, Topic};
use crate::ask::vocabulary::{BUILT, Choice, built_facts};
use crate::classify::facts::Verdict;
use crate::inventory::sayings::Saying;
use crate::law::fact::{Fact, Means};
use crate::law::rule::Cond;

/// An answer that helps a condition to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Helpful {
    /// The answer, such as `a yes` or `answer 1 or 3`.
    pub answer: String,
    /// Whether the law asks that the fact does not hold.
    pub is_negated: bool,
}

/// Returns the answer to a question that helps a condition to hold; nothing when it asks for no fact of the question.
pub(crate) fn helpful(question: &Question, when: &Cond) -> Option<Helpful> {
    let mut facts = facts(question).into_iter();
    let (fact, needed) = facts.find_map(|fact| Some((fact, when.needs(fact)?)))?;
    let is_plain = question.form.choices().is_empty() || question.only_point().is_some();
    let answer = match (is_plain, needed) {
        (true, true) => "a yes".to_owned(),
        (true, false) => "a no".to_owned(),
        (false, _) => numbers(question, fact, needed),
    };
    Some(Helpful {
        answer,
        is_negated: !needed,
    })
}

/// Returns the facts that a question answers: for roles all those that a role of its list settles.
pub(crate) fn facts(question: &Question) -> Vec<Fact> {
    match question.topic {
        Topic::Roles => Fact::ALL
            .iter()
            .filter(|fact| matches!(fact.row().means, Means::Roles(role) if is_asked(question, role)))
            .copied()
            .collect(),
        Topic::Tripwire(_) | Topic::Field(_) | Topic::Area(_) => question.facts.clone(),
    }
}

fn is_asked(question: &Question, role: &str) -> bool {
    let mut choices = question.form.choices().iter();
    role == ONLY_DEPLOYER || choices.any(|choice| choice.key == role)
}

const ONLY_DEPLOYER: &str = "only_deployer";

/// Returns the numbers of a list that give a fact the answer that is needed.
fn numbers(question: &Question, fact: Fact, needed: bool) -> String {
    let is_built = question.topic == Topic::Tripwire(BUILT);
    let gives = |choice: &Choice| match fact.row().means {
        _ if is_built => built_facts().contains(&(fact, choice.key)),
        Means::Roles(ONLY_DEPLOYER) => choice.key == "deployer",
        Means::Roles(role) => choice.key == role,
        Means::True
        | Means::False
        | Means::OneOf(_)
        | Means::Anything
        | Means::AboveTenTo(_)
        | Means::AboveThirdOfOriginal
        | Means::Before(_) => meant(fact, &Saying::Terms(vec![choice.key])) == Verdict::Yes,
    };
    let numbered = (1..).zip(question.form.choices());
    let numbers: Vec<String> = numbered
        .filter(|(_, choice)| gives(choice) == needed)
        .map(|(number, _): (usize, _)| number.to_string())
        .collect();
    match fact.row().means == Means::Roles(ONLY_DEPLOYER) {
        true => format!("answer {} and no other", either(&numbers)),
        false => format!("answer {}", either(&numbers)),
    }
}

fn either(numbers: &[String]) -> String {
    match numbers {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        [] | [..] => numbers.concat(),
    }
}
