//! Which answer settles a question that nobody has answered: within a condition an answer can decide alone, and then it is
//! of no account what the others are. Such a question is open and yet nothing is left to ask.

use crate::classify::evaluate::value;
use crate::classify::facts::{Answer, Verdict};
use crate::classify::system::Because;
use crate::law::fact::Fact;
use crate::law::rule::{Cond, Relief};

impl Because {
    /// Returns the answer because of which the rule comes to the same whatever the answer to a question is.
    pub fn settled_by(&self, question: Fact) -> Option<(Fact, Answer)> {
        let mut verdicts = vec![Verdict::Unknown; Fact::ALL.len()];
        for (fact, answer) in &self.answers {
            verdicts[*fact as usize] = answer.verdict;
        }
        let exception = self.exception.map(|exception| &exception.when);
        let of_exception = || exception.and_then(|when| settling(when, question, &verdicts));
        // An exception that lifts a rule does so whatever else is answered.
        let is_lifted = self
            .exception
            .is_some_and(|exception| exception.gives == Relief::Lifts);
        let lifting = || {
            exception
                .filter(|_| is_lifted)
                .and_then(|when| deciding(when, &verdicts))
        };
        let settling = settling(&self.rule.when, question, &verdicts)
            .or_else(of_exception)
            .or_else(lifting)?;
        self.answers.iter().find(|(fact, _)| *fact == settling).copied()
    }
}

/// Returns the fact whose answer decides a condition around a question.
fn settling(cond: &Cond, question: Fact, verdicts: &[Verdict]) -> Option<Fact> {
    let (parts, decisive) = match cond {
        Cond::Is(_) => return None,
        Cond::Not(inner) => return settling(inner, question, verdicts),
        Cond::All(parts) => (parts, Verdict::No),
        Cond::Any(parts) => (parts, Verdict::Yes),
    };
    let within = parts.iter().find(|part| part.asks_for(question))?;
    let mut beside = parts.iter().filter(|part| !part.asks_for(question));
    let decides = beside.find(|part| value(part, verdicts) == decisive);
    decides
        .and_then(|part| deciding(part, verdicts))
        .or_else(|| settling(within, question, verdicts))
}

/// Returns a fact whose answer makes a condition come to what it comes to.
fn deciding(cond: &Cond, verdicts: &[Verdict]) -> Option<Fact> {
    let worth = value(cond, verdicts);
    match cond {
        Cond::Is(fact) => (worth != Verdict::Unknown).then_some(*fact),
        Cond::Not(inner) => deciding(inner, verdicts),
        Cond::All(parts) | Cond::Any(parts) => {
            let mut same = parts.iter().filter(|part| value(part, verdicts) == worth);
            same.find_map(|part| deciding(part, verdicts))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::all_rules;
    use crate::law::rule::{Rule, Then};
    use proptest::prelude::*;

    fn verdict() -> impl Strategy<Value = Verdict> {
        proptest::sample::select(vec![Verdict::Yes, Verdict::No, Verdict::Unknown])
    }

    /// In rules on systems no fact stands in two places; see [`Cond::needs`].
    fn rules_on_systems() -> impl Iterator<Item = &'static Rule> {
        all_rules().filter(|rule| !matches!(rule.then, Then::Model(_)))
    }

    proptest! {
        #[test]
        fn a_question_is_settled_where_no_answer_to_it_changes_the_rule(
            at in 0..rules_on_systems().count(),
            drawn in proptest::collection::vec(verdict(), 12),
        ) {
            let rule = rules_on_systems().nth(at).unwrap();
            let mut facts = Vec::new();
            rule.when.facts(&mut facts);
            let mut verdicts = vec![Verdict::Unknown; Fact::ALL.len()];
            for (fact, drawn) in facts.iter().zip(drawn.iter().cycle()) {
                verdicts[*fact as usize] = *drawn;
            }
            for question in facts.iter().filter(|fact| verdicts[**fact as usize] == Verdict::Unknown) {
                let Some(settling) = settling(&rule.when, *question, &verdicts) else { continue };
                prop_assert_ne!(verdicts[settling as usize], Verdict::Unknown);
                let supposing = |answer: Verdict| {
                    let mut verdicts = verdicts.clone();
                    verdicts[*question as usize] = answer;
                    value(&rule.when, &verdicts)
                };
                prop_assert_eq!(supposing(Verdict::Yes), supposing(Verdict::No));
            }
            // Where the whole rule is settled, so is every question of it that has no answer.
            if value(&rule.when, &verdicts) == Verdict::No {
                let open = facts.iter().filter(|fact| verdicts[**fact as usize] == Verdict::Unknown);
                for question in open {
                    let is_settled = settling(&rule.when, *question, &verdicts).is_some();
                    prop_assert!(is_settled, "{}", rule.id);
                }
            }
        }
    }
}
