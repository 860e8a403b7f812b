//! All rules about systems weighed together: the lowest and the highest tier that the answers leave open, by the
//! precedence of the Act. A pure function of answers, so that "what if the answer were yes" is one more call.

use crate::classify::evaluate::{Outcome, not, outcome};
use crate::classify::facts::Verdict;
use crate::law::edition::Edition;
use crate::law::rule::{Route, Rule, Then};
use crate::law::terms::{Exclusion, Tier};
use crate::law::{high_risk, prohibited, scope, transparency};

/// What the rules come to together.
#[derive(Debug, Clone)]
pub struct Weighed {
    /// Every rule of the edition, in the order of the table.
    pub outcomes: Vec<Outcome>,
    /// The lowest tier that is left open.
    pub min: Tier,
    /// The highest tier that is left open.
    pub max: Tier,
    /// Whether a derogation of Article 6(3) holds.
    pub derogated: Verdict,
    /// The exclusion that puts the system out of scope, or may.
    pub exclusion: Option<(Exclusion, Verdict)>,
}

/// Weighs all rules about systems.
pub fn weigh(edition: Edition, verdicts: &[Verdict]) -> Weighed {
    let outcomes: Vec<Outcome> = system_rules()
        .filter(|rule| rule.is_law_in(edition))
        .map(|rule| outcome(rule, edition, verdicts))
        .collect();
    let derogated = any(outcomes
        .iter()
        .filter(|it| matches!(it.rule.then, Then::Derogated(_))));
    let mut weighed = Weighed {
        outcomes,
        min: Tier::Minimal,
        max: Tier::Minimal,
        derogated,
        exclusion: None,
    };
    weighed.raise();
    weighed.exclude();
    weighed
}

/// Returns the rules that are about systems, by chapter.
pub fn system_rules() -> impl Iterator<Item = &'static Rule> {
    let chapters = [
        scope::RULES,
        prohibited::RULES,
        high_risk::ANNEX_I,
        high_risk::ANNEX_III,
        high_risk::DEROGATIONS,
        transparency::RULES,
    ];
    chapters.into_iter().flatten()
}

impl Weighed {
    fn raise(&mut self) {
        let raises: Vec<(Tier, Verdict)> = self.outcomes.iter().flat_map(|it| self.raises(it)).collect();
        for (tier, verdict) in raises {
            match verdict {
                Verdict::Yes => {
                    self.min = self.min.max(tier);
                    self.max = self.max.max(tier);
                }
                Verdict::Unknown => self.max = self.max.max(tier),
                Verdict::No => {}
            }
        }
    }

    /// Returns the tiers that a rule raises a system to, and how surely.
    fn raises(&self, outcome: &Outcome) -> Vec<(Tier, Verdict)> {
        match outcome.rule.then {
            Then::Prohibited(_) => vec![(Tier::Prohibited, outcome.verdict)],
            Then::HighRisk(Route::AnnexIA) => vec![(Tier::HighRiskAnnexIA, outcome.verdict)],
            Then::HighRisk(Route::AnnexIB) => vec![(Tier::HighRiskAnnexIB, outcome.verdict)],
            // A point that is met gives one of the two, whatever becomes of the derogation.
            Then::HighRisk(Route::AnnexIii(_)) => vec![
                (Tier::AnnexIiiDerogated, outcome.verdict),
                (Tier::HighRiskAnnexIii, both(outcome.verdict, not(self.derogated))),
            ],
            Then::Duty(..) if outcome.verdict == Verdict::Yes && !outcome.status.is_owed() => Vec::new(),
            Then::Duty(..) => vec![(Tier::Transparency, outcome.verdict)],
            Then::Excluded(_) | Then::Derogated(_) | Then::Model(_) => Vec::new(),
        }
    }

    fn exclude(&mut self) {
        let excluding =
            |it: &&Outcome| matches!(it.rule.then, Then::Excluded(_)) && it.verdict != Verdict::No;
        let certain_first = |it: &&Outcome| it.verdict == Verdict::Unknown;
        let mut found: Vec<&Outcome> = self.outcomes.iter().filter(excluding).collect();
        found.sort_by_key(certain_first);
        for outcome in found {
            let Then::Excluded(exclusion) = outcome.rule.then else {
                continue;
            };
            // Article 2(12): a free and open-source release is outside only where nothing else reaches it.
            let reaches = |tier: Tier| exclusion != Exclusion::Foss || tier == Tier::Minimal;
            if self.exclusion.is_some() || !reaches(self.min) {
                continue;
            }
            self.exclusion = Some((exclusion, outcome.verdict));
            if outcome.verdict == Verdict::Yes && reaches(self.max) {
                self.max = Tier::OutOfScope;
            }
            self.min = Tier::OutOfScope;
        }
    }

    /// Returns the outcomes of rules that hold.
    pub fn holding(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(|it| it.verdict == Verdict::Yes)
    }
}

/// Returns whether at least one holds.
fn any<'o>(outcomes: impl Iterator<Item = &'o Outcome>) -> Verdict {
    outcomes.fold(Verdict::No, |so_far, it| match (so_far, it.verdict) {
        (Verdict::Yes, _) | (_, Verdict::Yes) => Verdict::Yes,
        (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
        (Verdict::No, Verdict::No) => Verdict::No,
    })
}

/// Returns whether both hold.
const fn both(one: Verdict, other: Verdict) -> Verdict {
    match (one, other) {
        (Verdict::No, _) | (_, Verdict::No) => Verdict::No,
        (Verdict::Yes, Verdict::Yes) => Verdict::Yes,
        (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
    }
}
