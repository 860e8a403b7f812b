//! By which answer to a question we become the provider of a system, in one line that stands at the question: what follows
//! from a role is more than what an answer settles. The longer story is told by `explained`.

use crate::ask::follows::{asking, place};
use crate::ask::leading::{facts, helpful};
use crate::ask::question::{Question, Topic};
use crate::ask::sitting::{Reply, Sitting};
use crate::ask::vocabulary::BUILT;
use crate::inventory::system::BuiltOrRebranded;
use crate::law::cite::listed;
use crate::law::edition::Edition;
use crate::law::rule::Rule;
use crate::law::terms::{Role, RoleChange};
use crate::law::words;

/// Returns which answers make us the provider, and by what place of the law; nothing where none does.
pub(crate) fn change(question: &Question, edition: Edition) -> Option<String> {
    // Whoever is asked for roles reads them as choices.
    let facts = match question.topic {
        Topic::Tripwire(BUILT) | Topic::Field(_) => facts(question),
        Topic::Roles | Topic::Tripwire(_) | Topic::Area(_) => return None,
    };
    let rules: Vec<&Rule> = asking(&facts, edition)
        .filter(|rule| makes_provider(rule))
        .collect();
    let answers = rules
        .iter()
        .filter_map(|rule| Some(helpful(question, &rule.when)?.answer));
    let answers = either(&answers.collect::<Vec<_>>());
    let places: Vec<String> = rules.iter().map(|rule| place(rule)).collect();
    let where_high_risk = format!("where the system is high-risk ({})", places.join(", "));
    match (built_in_house(question), rules.is_empty()) {
        (_, true) => None,
        (None, false) => Some(format!("{answers} makes us its provider {where_high_risk}")),
        (Some(built), false) => Some(format!("{built}; {answers} {where_high_risk}")),
    }
}

/// Returns whether a sitting still asks what could make us the provider.
pub fn is_left_open(sitting: &Sitting) -> bool {
    let mut left = sitting.clone();
    while let Some(question) = left.next() {
        let is_meant = change(&question, sitting.edition()).is_some();
        // A question that is left is asked no more, so that this ends.
        if is_meant || left.take(question, Reply::Skipped).is_err() {
            return is_meant;
        }
    }
    false
}

fn makes_provider(rule: &Rule) -> bool {
    rule.then
        .role_change()
        .is_some_and(|change| change != RoleChange::HandOver)
}

/// Returns what follows when we made the system.
fn built_in_house(question: &Question) -> Option<String> {
    let key = BuiltOrRebranded::BuiltInHouse.key();
    let mut choices = question.form.choices().iter();
    let at = choices.position(|choice| choice.key == key && question.topic == Topic::Tripwire(BUILT))?;
    let cites = listed(words::role(Role::Provider).cites);
    Some(format!("answer {} makes us its provider ({cites})", at + 1))
}

/// Returns answers as alternatives, the word for them once.
fn either(answers: &[String]) -> String {
    let mut shown = String::new();
    for (at, answer) in answers.iter().enumerate() {
        match at {
            0 => shown.push_str(answer),
            _ if at + 1 == answers.len() => {
                shown.push_str(&format!(" or {}", answer.trim_start_matches("answer ")));
            }
            _ => shown.push_str(&format!(", {}", answer.trim_start_matches("answer "))),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::again::questions;

    #[test]
    fn an_answer_that_makes_us_provider_says_so_and_no_other_does() {
        for (field, expected) in [
            (
                "tripwires.built_or_rebranded",
                Some(
                    "answer 2 makes us its provider (Art. 3(3)); answer 3, 4 or 5 where the system is high-risk \
                     (Art. 25(1)(a), Art. 25(1)(b), Art. 25(1)(c))",
                ),
            ),
            (
                "facts.value_chain.own_name",
                Some("a yes makes us its provider where the system is high-risk (Art. 25(1)(a))"),
            ),
            (
                "facts.value_chain.in_product_under_own_name",
                Some("a yes makes us its provider where the system is high-risk (Art. 25(3))"),
            ),
            ("facts.value_chain.taken_over_by_other", None),
            ("facts.annex_iii.profiling", None),
            ("tripwires.safety_component", None),
            ("our_roles", None),
        ] {
            let told = change(&questions(field)[0], Edition::Omnibus2026);
            assert_eq!(told.as_deref(), expected, "{field}");
        }
    }
}
