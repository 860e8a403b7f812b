//! All rules about systems weighed together: the lowest and the highest tier that the answers leave open, by the
//! precedence of the Act. A pure function of answers, so that "what if the answer were yes" is one more call.

use crate::classify::evaluate::{Outcome, not, outcome};
use crate::classify::facts::Verdict;
use crate::law::edition::Edition;
use crate::law::rule::{Route, Rule, Then};
use crate::law::terms::{Exclusion, RoleChange, Tier};
use crate::law::{high_risk, prohibited, scope, transparency, value_chain};

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
    weighed.change_roles();
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
        value_chain::RULES,
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
            // An exception that ends the duty does so whether or not the rule turns out to hold.
            Then::Duty(..) if outcome.status.is_ended() => Vec::new(),
            Then::Duty(..) => vec![(Tier::Transparency, outcome.verdict)],
            Then::Excluded(_) | Then::Derogated(_) | Then::ChangesRole(_) | Then::Model(_) => Vec::new(),
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

    /// Lets a rule of Article 25 hold only as surely as the system is high-risk by the route that the rule needs.
    fn change_roles(&mut self) {
        let (by_product, by_chapter) = (self.is_product(), self.is_bound_by_chapter_iii());
        for outcome in &mut self.outcomes {
            let Then::ChangesRole(change) = outcome.rule.then else {
                continue;
            };
            let is_high_risk = match change {
                RoleChange::Manufacturer => by_product,
                RoleChange::OwnName
                | RoleChange::Modification
                | RoleChange::NewPurpose
                | RoleChange::HandOver => by_chapter,
            };
            outcome.verdict = both(outcome.verdict, is_high_risk);
            // What would follow only if the system were high-risk is asked once it is.
            if is_high_risk != Verdict::Yes {
                outcome.open.clear();
            }
        }
    }

    /// Returns whether the system is high-risk as a product of Annex I Section A or a safety component of one.
    fn is_product(&self) -> Verdict {
        let route = Then::HighRisk(Route::AnnexIA);
        self.unless_excluded(any(self.outcomes.iter().filter(|it| it.rule.then == route)))
    }

    /// Returns whether Chapter III binds the operators of the system; sector law keeps its own (Article 2(2)).
    fn is_bound_by_chapter_iii(&self) -> Verdict {
        let of = |is_meant: fn(Route) -> bool| {
            any(self
                .outcomes
                .iter()
                .filter(|it| matches!(it.rule.then, Then::HighRisk(route) if is_meant(route))))
        };
        let is_sectoral = of(|route| route == Route::AnnexIB) == Verdict::Yes;
        let listed = of(|route| matches!(route, Route::AnnexIii(_)));
        let by_list = match is_sectoral {
            true => Verdict::No,
            false => both(listed, not(self.derogated)),
        };
        either(self.is_product(), self.unless_excluded(by_list))
    }

    fn unless_excluded(&self, verdict: Verdict) -> Verdict {
        match self.exclusion {
            Some((Exclusion::PersonalUse | Exclusion::Foss, _)) | None => verdict,
            Some((_, excluded)) => both(verdict, not(excluded)),
        }
    }

    /// Returns the outcomes of rules that hold.
    pub fn holding(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(|it| it.verdict == Verdict::Yes)
    }
}

/// Returns whether at least one holds.
fn any<'o>(outcomes: impl Iterator<Item = &'o Outcome>) -> Verdict {
    outcomes.fold(Verdict::No, |so_far, it| either(so_far, it.verdict))
}

/// Returns whether one of two holds.
const fn either(one: Verdict, other: Verdict) -> Verdict {
    not(both(not(one), not(other)))
}

/// Returns whether both hold.
const fn both(one: Verdict, other: Verdict) -> Verdict {
    match (one, other) {
        (Verdict::No, _) | (_, Verdict::No) => Verdict::No,
        (Verdict::Yes, Verdict::Yes) => Verdict::Yes,
        (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
    }
}
