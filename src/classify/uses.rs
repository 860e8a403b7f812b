//! What the uses in plain words say about facts. Each listed use answers its facts with yes where it stands; a list that
//! is given is complete, so that every other point and every other section of product law is answered with no. An empty
//! list answers nothing.

use crate::classify::facts::Verdict;
use crate::classify::plain::Plain;
use crate::inventory::system::System;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::uses::{FIELD, Use, is_answered};
use crate::source::{Span, Spanned};

/// Returns the answers that the list of uses gives.
pub(crate) fn use_answers(system: &System, edition: Edition) -> Vec<Plain> {
    let Some(said) = system.uses.said() else {
        return Vec::new();
    };
    let listed = said.value.0.as_slice();
    let mut answers: Vec<Plain> = listed.iter().flat_map(|it| meant(it, edition)).collect();
    if listed.is_empty() {
        return answers;
    }
    let is_open = |fact: &&Fact| is_answered(**fact) && !answers.iter().any(|plain| plain.fact == **fact);
    let others: Vec<Fact> = Fact::ALL.iter().filter(is_open).copied().collect();
    answers.extend(others.iter().map(|fact| plain(*fact, Verdict::No, said.span)));
    answers
}

fn meant(listed: &Spanned<Use>, edition: Edition) -> impl Iterator<Item = Plain> {
    let facts = listed.value.facts(edition).iter();
    let span = listed.span;
    facts.map(move |fact| plain(*fact, Verdict::Yes, span))
}

fn plain(fact: Fact, verdict: Verdict, span: Span) -> Plain {
    Plain {
        fact,
        verdict,
        field: FIELD,
        span,
        is_firm: true,
    }
}
