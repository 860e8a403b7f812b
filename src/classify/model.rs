//! The class of one model: what it is in the sense of Chapter V, from which day its rules apply, and what is open.

use crate::calendar::Date;
use crate::classify::evaluate::{Outcome, outcome};
use crate::classify::facts::{Answers, Verdict};
use crate::classify::system::Because;
use crate::law::cite::Citation;
use crate::law::dates::{self, DutyGroup};
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::gpai;
use crate::law::rule::Then;
use crate::law::terms::{GpaiAxis, Status};

/// The class of a model on a day.
#[derive(Debug, Clone)]
pub struct ModelClass {
    /// What it is; nothing while more than one kind is left open.
    pub gpai_axis: Option<GpaiAxis>,
    /// The kinds that the answers leave open, in the order of the list of kinds.
    pub possible: Vec<GpaiAxis>,
    /// Where the conclusion stands.
    pub legal_basis: Vec<Citation>,
    /// The first day on which the rules apply.
    pub applies_from: Option<Date>,
    /// Whether they apply on the as-of date.
    pub status_on_as_of: Option<Status>,
    /// The last day that the transitional rule of Article 111(3) gives, or can give while the day of placing on the
    /// market is not known.
    pub deadline: Option<Date>,
    /// The questions that are still open.
    pub open_questions: Vec<Fact>,
    /// The rules that hold or may hold.
    pub because: Vec<Because>,
}

/// Returns the class of a model.
pub fn class_of(answers: &Answers, edition: Edition, as_of: Date) -> ModelClass {
    let verdicts = answers.verdicts();
    let rules = gpai::RULES.iter().filter(|rule| rule.is_law_in(edition));
    let outcomes: Vec<Outcome> = rules.map(|rule| outcome(rule, edition, &verdicts)).collect();
    let open_or_holding = || outcomes.iter().filter(|it| it.verdict != Verdict::No);
    let mut possible: Vec<GpaiAxis> = open_or_holding().filter_map(axis).collect();
    possible.sort_unstable();
    let mut open_questions: Vec<Fact> = open_or_holding().flat_map(|it| it.open.iter().copied()).collect();
    let certain = match possible.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let is_bound = !possible.is_empty() && possible.iter().all(|axis| has_duties(*axis));
    let applies_from = DutyGroup::Gpai.applies_from(edition).filter(|_| is_bound);
    let placed_early = answers.of(Fact::PlacedBeforeGpai).verdict;
    let deadline =
        (applies_from.is_some() && placed_early != Verdict::No).then_some(dates::LEGACY_GPAI_UNTIL);
    if deadline.is_some() && placed_early == Verdict::Unknown {
        open_questions.push(Fact::PlacedBeforeGpai);
    }
    open_questions.sort_unstable();
    open_questions.dedup();
    let mut legal_basis: Vec<Citation> = open_or_holding()
        .flat_map(|it| it.rule.cites.iter().copied())
        .collect();
    dedup(&mut legal_basis);
    legal_basis.extend(deadline.map(|_| Citation::art("111", "(3)")));
    ModelClass {
        gpai_axis: certain,
        possible,
        legal_basis,
        applies_from,
        status_on_as_of: applies_from.map(|from| dates::status(from, as_of)),
        deadline,
        open_questions,
        because: open_or_holding().map(|it| because(it, answers)).collect(),
    }
}

fn dedup(cites: &mut Vec<Citation>) {
    let mut seen = Vec::new();
    cites.retain(|cite| {
        let is_first = !seen.contains(cite);
        seen.push(*cite);
        is_first
    });
}

const fn has_duties(axis: GpaiAxis) -> bool {
    match axis {
        GpaiAxis::Gpai
        | GpaiAxis::GpaiOpenSource
        | GpaiAxis::GpaiSystemic
        | GpaiAxis::ModifierBecomesProvider => true,
        GpaiAxis::NotGpai | GpaiAxis::ModifierLimited => false,
    }
}

fn axis(outcome: &Outcome) -> Option<GpaiAxis> {
    match outcome.rule.then {
        Then::Model(axis) => Some(axis),
        Then::Excluded(_)
        | Then::Prohibited(_)
        | Then::HighRisk(_)
        | Then::Derogated(_)
        | Then::ChangesRole(_)
        | Then::Duty(..) => None,
    }
}

fn because(outcome: &Outcome, answers: &Answers) -> Because {
    let mut facts = Vec::new();
    outcome.rule.when.facts(&mut facts);
    Because {
        rule: outcome.rule,
        exception: None,
        verdict: outcome.verdict,
        answers: facts.into_iter().map(|fact| (fact, answers.of(fact))).collect(),
    }
}
