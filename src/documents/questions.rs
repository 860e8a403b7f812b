//! Questions that are still open, in the words of the classification record: what follows from a yes and from a no, and
//! which field answers. An answer that is not given is never counted as no.

use crate::calendar::Date;
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
use crate::tongue::words::Words;

/// Returns question, what follows from a yes and from a no, field that answers it.
pub(crate) fn open_question(occasion: &Occasion<'_>, open: &OpenQuestion, class: &SystemClass) -> Row {
    let words = occasion.words;
    let [yes, no] = match (open.duty, open.role_change) {
        (Some(para), _) => on_duty(words, open.fact, para),
        (None, Some(change)) => [change.effect().to_owned(), words.say("question-role-stays")],
        (None, None) => [on_class(occasion, open, class), follows(words, open.if_no, class)],
    };
    vec![open.question.to_owned(), yes, no, field(words, open)]
}

/// Returns where the answer is written.
fn field(words: Words, open: &OpenQuestion) -> String {
    let fact = format!("facts.{}", open.fact.row().path);
    let fact = match is_answered(open.fact) {
        true => words.say_with(
            "question-either",
            &[("one", FIELD.into()), ("other", fact.into())],
        ),
        false => fact,
    };
    match open.tripwire {
        Some(tripwire) => {
            let blanks = [("tripwire", tripwire.into()), ("else", fact.into())];
            words.say_with("question-by-answer", &blanks)
        }
        None => fact,
    }
}

/// Returns what a yes and a no do to a duty: the fact that triggers it brings it, one of an exception can take it away.
fn on_duty(words: Words, fact: Fact, para: Art50Para) -> [String; 2] {
    let mut triggers = Vec::new();
    let rules = RULES
        .iter()
        .filter(|rule| rule.then.duty().is_some_and(|(its, _)| its == para));
    rules.for_each(|rule| rule.when.facts(&mut triggers));
    let ids = match triggers.contains(&fact) {
        true => ["question-duty-comes", "question-duty-does-not-come"],
        false => ["question-exception-holds", "question-exception-does-not-hold"],
    };
    ids.map(|id| words.say_with(id, &[("duty", words.term(para).into())]))
}

/// Returns from which later day the prohibitions apply that ask for a fact; nothing where one applies already.
fn later_day(occasion: &Occasion<'_>, open: &OpenQuestion) -> Option<Date> {
    let assessment = occasion.assessment;
    let day = match open.leads_to == Tier::Prohibited {
        true => prohibited_from(open.fact, assessment.edition),
        false => None,
    };
    day.filter(|day| *day > assessment.as_of)
}

/// Returns what a yes does to the class. One part of a rule alone often changes nothing; then what the whole rule leads to
/// is told.
fn on_class(occasion: &Occasion<'_>, open: &OpenQuestion, class: &SystemClass) -> String {
    let words = occasion.words;
    let is_part = all_rules().any(|rule| rule.when.asks_for(open.fact));
    let changes = open.if_yes != (class.min_tier, class.max_tier);
    let says = match is_part && !changes {
        true => words.say_with(
            "question-with-others",
            &[("class", words.term(open.leads_to).into())],
        ),
        false => follows(words, open.if_yes, class),
    };
    match later_day(occasion, open) {
        Some(day) => {
            let blanks = [("says", says.into()), ("day", words.day(day).into())];
            words.say_with("question-later", &blanks)
        }
        None => says,
    }
}

/// Returns the class after an answer, in words; most answers alone leave it as open as before.
fn follows(words: Words, (min, max): (Tier, Tier), class: &SystemClass) -> String {
    match (min, max) == (class.min_tier, class.max_tier) {
        true => words.say("question-no-change"),
        false => range(words, min, max),
    }
}
