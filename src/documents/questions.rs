//! Questions that are still open, in the words of the classification record: what follows from a yes and from a no, and
//! which field answers. An answer that is not given is never counted as no.

use crate::classify::questions::OpenQuestion;
use crate::classify::system::SystemClass;
use crate::documents::classes::range;
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::law::all_rules;
use crate::law::fact::Fact;
use crate::law::prohibited::prohibited_from;
use crate::law::terms::{Art50Para, Tier};
use crate::law::transparency::RULES;
use crate::law::uses::{FIELD, is_answered};

/// Returns question, what follows from a yes and from a no, field that answers it.
pub(crate) fn open_question(occasion: &Occasion<'_>, open: &OpenQuestion, class: &SystemClass) -> Row {
    let [yes, no] = match (open.duty, open.role_change) {
        (Some(para), _) => on_duty(open.fact, para),
        (None, Some(change)) => [change.effect().to_owned(), "our role stays as it is".to_owned()],
        (None, None) => [on_class(occasion, open, class), follows(open.if_no, class)],
    };
    let fact = format!("facts.{}", open.fact.row().path);
    let fact = match is_answered(open.fact) {
        true => format!("{FIELD} or {fact}"),
        false => fact,
    };
    let field = match open.tripwire {
        Some(tripwire) => format!("{tripwire} if the answer is no, else {fact}"),
        None => fact,
    };
    vec![open.question.to_owned(), yes, no, field]
}

/// Returns what a yes and a no do to a duty: the fact that triggers it brings it, one of an exception can take it away.
fn on_duty(fact: Fact, para: Art50Para) -> [String; 2] {
    let mut triggers = Vec::new();
    let rules = RULES
        .iter()
        .filter(|rule| rule.then.duty().is_some_and(|(its, _)| its == para));
    rules.for_each(|rule| rule.when.facts(&mut triggers));
    let duty = para.words();
    match triggers.contains(&fact) {
        true => [
            format!("the duty of {duty} comes up, unless an exception ends it"),
            format!("the duty of {duty} does not come up"),
        ],
        false => [
            format!("an exception to the duty of {duty} holds"),
            "this exception does not hold".to_owned(),
        ],
    }
}

/// Returns from which later day the prohibitions apply that ask for a fact, as a remark; empty where one applies already.
fn applies_later(occasion: &Occasion<'_>, open: &OpenQuestion) -> String {
    let (edition, as_of) = (occasion.assessment.edition, occasion.assessment.as_of);
    let later = if open.leads_to == Tier::Prohibited {
        prohibited_from(open.fact, edition)
    } else {
        None
    };
    match later.filter(|day| *day > as_of) {
        Some(day) => format!(", by a point that applies from {}", day.in_words()),
        None => String::new(),
    }
}

/// Returns what a yes does to the class. One part of a rule alone often changes nothing; then what the whole rule leads to
/// is told.
fn on_class(occasion: &Occasion<'_>, open: &OpenQuestion, class: &SystemClass) -> String {
    let is_part = all_rules().any(|rule| rule.when.asks_for(open.fact));
    let changes = open.if_yes != (class.min_tier, class.max_tier);
    let later = applies_later(occasion, open);
    match is_part && !changes {
        true => format!("with further answers it can be {}{later}", open.leads_to.words()),
        false => format!("{}{later}", follows(open.if_yes, class)),
    }
}

/// Returns the class after an answer, in words; most answers alone leave it as open as before.
fn follows((min, max): (Tier, Tier), class: &SystemClass) -> String {
    match (min, max) == (class.min_tier, class.max_tier) {
        true => "this answer alone leaves the class as it is".to_owned(),
        false => range(min, max),
    }
}
