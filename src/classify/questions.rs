//! The questions that could still change a class: of every rule that is open and matters, what it asks next, where
//! the answer is written, and the range of tiers after each answer. A field with a choice of terms is one question.

use crate::calendar::Date;
use crate::classify::evaluate::Outcome;
use crate::classify::facts::Verdict;
use crate::classify::plain::{MEANINGS, Meaning};
use crate::classify::weigh::{Weighed, weigh};
use crate::law::dates;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::rule::{Route, Then};
use crate::law::terms::{Art50Para, RoleChange, Tier};

/// A question whose answer could change the conclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The fact; for a field with a choice of terms, the first.
    pub fact: Fact,
    /// The question in plain words.
    pub question: &'static str,
    /// The tier to which the rule that asks leads.
    pub leads_to: Tier,
    /// The lowest and the highest tier if the answer is yes.
    pub if_yes: (Tier, Tier),
    /// The same if the answer is no.
    pub if_no: (Tier, Tier),
    /// The duty of Article 50 that hangs on it, if one does.
    pub duty: Option<Art50Para>,
    /// The change of our role that hangs on it, if one does.
    pub role_change: Option<RoleChange>,
    /// A tripwire that settles the question when its answer is no.
    pub tripwire: Option<&'static str>,
}

impl OpenQuestion {
    /// Returns whether the answer could change the tier, and not only a duty or a day.
    pub fn bears_on_tier(&self, class_min: Tier) -> bool {
        can_change(self.leads_to, class_min)
    }
}

/// Returns how many open questions bear on the tier, and how many there are.
pub fn n_open(edition: Edition, as_of: Date, verdicts: &[Verdict]) -> (usize, usize) {
    let weighed = weigh(edition, verdicts);
    let asked = Asked {
        weighed: &weighed,
        edition,
        as_of,
        verdicts,
        unanswered: &[],
    };
    let open = asked.open();
    let bear = open.iter().filter(|(_, tier, _)| can_change(*tier, weighed.min));
    match weighed.min == weighed.max {
        true => (0, open.len()),
        false => (bear.count(), open.len()),
    }
}

/// Returns whether a rule that leads to a tier could still move a class whose lowest tier is known.
fn can_change(leads_to: Tier, class_min: Tier) -> bool {
    let is_relief = matches!(leads_to, Tier::OutOfScope | Tier::AnnexIiiDerogated);
    is_relief || leads_to > class_min
}

/// What open questions are asked about.
pub(crate) struct Asked<'a> {
    pub(crate) weighed: &'a Weighed,
    pub(crate) edition: Edition,
    pub(crate) as_of: Date,
    pub(crate) verdicts: &'a [Verdict],
    pub(crate) unanswered: &'a [&'static str],
}

impl Asked<'_> {
    /// Returns the open questions in the order of the law.
    pub(crate) fn questions(&self) -> Vec<OpenQuestion> {
        self.open()
            .into_iter()
            .map(|(fact, leads_to, outcome)| self.question(fact, leads_to, outcome))
            .collect()
    }

    /// Returns the open facts in the order of the law, each with the tier to which its rule leads and the rule itself.
    fn open(&self) -> Vec<(Fact, Tier, &Outcome)> {
        if self.weighed.max == Tier::OutOfScope {
            return Vec::new();
        }
        let mut open: Vec<(Fact, Tier, &Outcome)> = Vec::new();
        for outcome in &self.weighed.outcomes {
            let Some(leads_to) = self.leads_to(outcome) else {
                continue;
            };
            for fact in outcome.open.iter().map(|fact| first_of_choice(*fact)) {
                let is_known = open.iter().any(|(known, ..)| *known == fact);
                // Once the transitional period is over, nothing hangs on the day of placing on the market.
                let is_over =
                    fact == Fact::PlacedBeforeTransparency && self.as_of >= dates::LEGACY_GENERATIVE_UNTIL;
                if !is_known && !is_over {
                    open.push((fact, leads_to, outcome));
                }
            }
        }
        open.sort_by_key(|(fact, ..)| *fact);
        open
    }

    fn question(&self, fact: Fact, leads_to: Tier, outcome: &Outcome) -> OpenQuestion {
        // A rule holds only if all its parts do, so a "no" to any of them settles it.
        let mut parts = Vec::new();
        outcome.rule.when.facts(&mut parts);
        let settles = |meaning: &&Meaning| {
            meaning.verdict == Verdict::No
                && meaning.facts.iter().any(|fact| parts.contains(fact))
                && self.unanswered.contains(&meaning.field)
        };
        OpenQuestion {
            fact,
            question: fact.choice().unwrap_or(fact.question()),
            leads_to,
            if_yes: self.as_if(fact, Verdict::Yes),
            if_no: self.as_if(fact, Verdict::No),
            duty: outcome.rule.then.duty().map(|(para, _)| para),
            role_change: outcome.rule.then.role_change(),
            tripwire: MEANINGS.iter().find(settles).map(|meaning| meaning.field),
        }
    }

    fn as_if(&self, fact: Fact, answer: Verdict) -> (Tier, Tier) {
        let mut verdicts = self.verdicts.to_vec();
        verdicts[fact as usize] = answer;
        if answer == Verdict::No && fact.choice().is_some() {
            let same_field = Fact::ALL
                .iter()
                .filter(|other| other.row().path == fact.row().path);
            same_field.for_each(|other| verdicts[*other as usize] = Verdict::No);
        }
        let weighed = weigh(self.edition, &verdicts);
        (weighed.min, weighed.max)
    }

    /// Returns the tier to which a rule leads, if answers to its open questions could change the conclusion.
    fn leads_to(&self, outcome: &Outcome) -> Option<Tier> {
        let weighed = self.weighed;
        let above = |tier: Tier| (tier > weighed.min).then_some(tier);
        match outcome.rule.then {
            Then::Prohibited(_) => above(Tier::Prohibited),
            Then::HighRisk(Route::AnnexIA) => above(Tier::HighRiskAnnexIA),
            Then::HighRisk(Route::AnnexIB) => above(Tier::HighRiskAnnexIB),
            Then::HighRisk(Route::AnnexIii(_)) => above(Tier::HighRiskAnnexIii),
            Then::Derogated(_) if weighed.derogated != Verdict::Unknown => None,
            Then::Derogated(_) => (weighed.max > Tier::AnnexIiiDerogated).then_some(Tier::AnnexIiiDerogated),
            Then::Duty(..) => Some(Tier::Transparency),
            Then::Excluded(_) => Some(Tier::OutOfScope),
            Then::ChangesRole(change) => self.is_asked(change).then_some(weighed.min),
            Then::Model(_) => None,
        }
    }

    /// Returns whether it matters if a role changes: a provider cannot become one, but can have to hand over.
    fn is_asked(&self, change: RoleChange) -> bool {
        let is_provider = self.verdicts[Fact::IsProvider as usize];
        let becomes_provider = || {
            let mut changes = self.weighed.holding().map(|it| it.rule.then);
            changes.any(|then| matches!(then, Then::ChangesRole(change) if change != RoleChange::HandOver))
        };
        match change {
            RoleChange::HandOver => is_provider == Verdict::Yes,
            RoleChange::OwnName
            | RoleChange::Modification
            | RoleChange::NewPurpose
            | RoleChange::Manufacturer => is_provider != Verdict::Yes && !becomes_provider(),
        }
    }
}

/// Returns the first fact of the field when the field is a choice of terms, else the fact itself.
fn first_of_choice(fact: Fact) -> Fact {
    let same_field = |other: &&Fact| fact.choice().is_some() && other.row().path == fact.row().path;
    Fact::ALL.iter().find(same_field).copied().unwrap_or(fact)
}
