//! The class of one system: tier, routes, duties of Article 50, days, and everything that a reader needs to follow it:
//! the rules with their answers, the questions still open and the points of doubt. Writes no prose beyond that.

use crate::calendar::Date;
use crate::classify::art50::{Art50Entry, duties};
use crate::classify::basis::legal_basis;
use crate::classify::evaluate::{Outcome, value};
use crate::classify::facts::{Answer, Answers, Origin, Verdict};
use crate::classify::questions::{Asked, OpenQuestion};
use crate::classify::weigh::{Weighed, weigh};
use crate::law::cite::Citation;
use crate::law::dates::{self, DutyGroup};
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::rule::{Exception, Relief, Route, Rule, Then};
use crate::law::terms::{Exclusion, FilterCondition, ProhibitedPoint, Role, RoleChange, Status, Tier};
use crate::law::transition;

/// The class of a system on a day.
#[derive(Debug, Clone)]
pub struct SystemClass {
    /// Why it lies outside the scope, or may.
    pub reason: Option<Exclusion>,
    /// The legal category; the lowest that is left open.
    pub primary_tier: Tier,
    /// The lowest tier that the answers leave open.
    pub min_tier: Tier,
    /// The highest tier that the answers leave open.
    pub max_tier: Tier,
    /// The routes that make it high-risk.
    pub high_risk_routes: Vec<Route>,
    /// The conditions of Article 6(3) by which it is not.
    pub derogations: Vec<FilterCondition>,
    /// The points of Article 5(1) that it meets.
    pub prohibited_points: Vec<ProhibitedPoint>,
    /// By what our role changes, because the system is high-risk (Article 25).
    pub role_changes: Vec<RoleChange>,
    /// The duties of Article 50 that it triggers, or may, by paragraph.
    pub art50: Vec<Art50Entry>,
    /// Where the conclusion stands, the decisive places first.
    pub legal_basis: Vec<Citation>,
    /// How many of these places the conclusion rests on; those after them were weighed and do not hold.
    pub n_decisive: usize,
    /// The first day on which the rules of the tier apply.
    pub applies_from: Option<Date>,
    /// Whether they apply on the as-of date.
    pub status_on_as_of: Option<Status>,
    /// Whether Article 111(2) leaves it alone until its design is significantly changed.
    pub grandfathered: bool,
    /// The day until which a transitional rule gives time.
    pub deadline: Option<Date>,
    /// The questions that could still change the conclusion, in the order of the law.
    pub open_questions: Vec<OpenQuestion>,
    /// The rules that hold, may hold, or were raised by the record and do not.
    pub because: Vec<Because>,
    /// What is doubtful about the rules that hold and the exceptions that lift one.
    pub doubts: Vec<&'static str>,
}

/// A rule with the answers it was decided by.
#[derive(Debug, Clone)]
pub struct Because {
    /// The rule.
    pub rule: &'static Rule,
    /// The exception that holds, if one does.
    pub exception: Option<&'static Exception>,
    /// Whether the rule holds.
    pub verdict: Verdict,
    /// The answers, in the order of the condition.
    pub answers: Vec<(Fact, Answer)>,
}

/// Returns the class of a system.
pub fn class_of(answers: &Answers, edition: Edition, as_of: Date) -> SystemClass {
    let verdicts = answers.verdicts();
    let weighed = weigh(edition, &verdicts);
    let because: Vec<Because> = weighed
        .outcomes
        .iter()
        .filter_map(|it| because(it, answers))
        .collect();
    let mut class = SystemClass {
        reason: weighed
            .exclusion
            .filter(|_| weighed.min == Tier::OutOfScope)
            .map(|(exclusion, _)| exclusion),
        primary_tier: weighed.min,
        min_tier: weighed.min,
        max_tier: weighed.max,
        high_risk_routes: Vec::new(),
        derogations: Vec::new(),
        prohibited_points: Vec::new(),
        role_changes: Vec::new(),
        art50: duties(&weighed, &verdicts, edition, as_of),
        legal_basis: Vec::new(),
        n_decisive: 0,
        applies_from: None,
        status_on_as_of: None,
        grandfathered: false,
        deadline: None,
        open_questions: Vec::new(),
        because,
        doubts: Vec::new(),
    };
    if class.max_tier != Tier::OutOfScope {
        class.take_points(&weighed);
    }
    let asked = Asked {
        weighed: &weighed,
        edition,
        as_of,
        verdicts: &verdicts,
        unanswered: &answers.unanswered,
    };
    class.open_questions = asked.questions();
    class.applies_from = class.first_day(edition);
    class.status_on_as_of = class.applies_from.map(|from| dates::status(from, as_of));
    class.apply_transition(answers, edition);
    (class.legal_basis, class.n_decisive) = legal_basis(&class, &weighed, answers, edition);
    class.doubts = doubts(&class);
    class.doubts.extend(class.unknown_transition(answers));
    class
}

impl SystemClass {
    /// Returns whether a question is open that could change the tier.
    pub fn is_open(&self) -> bool {
        self.min_tier != self.max_tier
    }

    /// Returns whether a prohibition of a group comes to this verdict; outside the scope none does.
    pub fn weighs(&self, group: DutyGroup, verdict: Verdict) -> bool {
        let is_of_group = |it: &Because| match it.rule.then {
            Then::Prohibited(point) => point.group() == group,
            Then::Excluded(_)
            | Then::HighRisk(_)
            | Then::Derogated(_)
            | Then::ChangesRole(_)
            | Then::Duty(..)
            | Then::Model(_) => false,
        };
        let mut weighed = self.because.iter().filter(|it| is_of_group(it));
        self.max_tier != Tier::OutOfScope && weighed.any(|it| it.verdict == verdict)
    }

    /// Returns whether Article 25 makes us play a role that the record need not state.
    pub fn brings_role(&self, role: Role) -> bool {
        let makes_provider = |change: &RoleChange| match change {
            RoleChange::OwnName
            | RoleChange::Modification
            | RoleChange::NewPurpose
            | RoleChange::Manufacturer => true,
            RoleChange::HandOver => false,
        };
        role == Role::Provider && self.role_changes.iter().any(makes_provider)
    }

    /// Returns the doubt that a transitional rule may spare a high-risk system whose day on the market nobody has stated.
    fn unknown_transition(&self, answers: &Answers) -> Option<&'static str> {
        let is_open = !self.high_risk_routes.is_empty() && answers.placed_on.is_none();
        is_open.then_some(dates::UNKNOWN_TRANSITION)
    }

    fn take_points(&mut self, weighed: &Weighed) {
        let is_sectoral = weighed
            .holding()
            .any(|it| it.rule.then == Then::HighRisk(Route::AnnexIB));
        for outcome in weighed.holding() {
            match outcome.rule.then {
                Then::Prohibited(point) => self.prohibited_points.push(point),
                // Article 2(2): a system of Section B is left to sector law, Annex III included.
                Then::HighRisk(Route::AnnexIii(_)) if is_sectoral || weighed.derogated != Verdict::No => {}
                Then::HighRisk(route) => self.high_risk_routes.push(route),
                Then::Derogated(condition) => self.derogations.push(condition),
                Then::ChangesRole(change) => self.role_changes.push(change),
                Then::Excluded(_) | Then::Duty(..) | Then::Model(_) => {}
            }
        }
        if self.primary_tier != Tier::AnnexIiiDerogated {
            self.derogations.clear();
        }
    }

    fn first_day(&self, edition: Edition) -> Option<Date> {
        let group = |group: DutyGroup| group.applies_from(edition);
        match self.primary_tier {
            Tier::OutOfScope | Tier::Minimal => None,
            Tier::Transparency => {
                let owed = self.art50.iter().filter(|entry| entry.status.is_owed());
                owed.filter_map(|entry| entry.first_day(edition)).min()
            }
            Tier::AnnexIiiDerogated => group(DutyGroup::Derogation),
            Tier::HighRiskAnnexIii => group(DutyGroup::HighRiskAnnexIii),
            Tier::HighRiskAnnexIB | Tier::HighRiskAnnexIA => group(DutyGroup::HighRiskAnnexI),
            Tier::Prohibited => {
                let points = self.prohibited_points.iter();
                points.filter_map(|point| group(point.group())).min()
            }
        }
    }

    // Article 111(2): a high-risk system on the market before the rules apply is left alone until its design is
    // significantly changed, but public authorities must follow by a day of their own.
    fn apply_transition(&mut self, answers: &Answers, edition: Edition) {
        let is_high_risk = match self.primary_tier {
            Tier::HighRiskAnnexIii | Tier::HighRiskAnnexIB | Tier::HighRiskAnnexIA => true,
            Tier::OutOfScope
            | Tier::Minimal
            | Tier::Transparency
            | Tier::AnnexIiiDerogated
            | Tier::Prohibited => false,
        };
        let is_early = match (&answers.placed_on, self.first_day(edition)) {
            (Some(placed), Some(from)) => placed.value < transition::high_risk_before(edition, from),
            (None, _) | (_, None) => false,
        };
        if !is_high_risk || !is_early {
            return;
        }
        let (changed, public) = (Fact::SignificantlyChanged, Fact::PublicAuthorityUse);
        match (answers.of(changed).verdict, answers.of(public).verdict) {
            (Verdict::Yes, _) => {}
            (Verdict::No, Verdict::No) => self.grandfathered = true,
            (Verdict::No, Verdict::Yes) => self.deadline = Some(dates::PUBLIC_AUTHORITY_UNTIL),
            (Verdict::Unknown, _) => self.ask(changed),
            (Verdict::No, Verdict::Unknown) => self.ask(public),
        }
    }

    fn ask(&mut self, fact: Fact) {
        let range = (self.min_tier, self.max_tier);
        self.open_questions.push(OpenQuestion {
            fact,
            question: fact.question(),
            leads_to: self.primary_tier,
            if_yes: range,
            if_no: range,
            duty: None,
            role_change: None,
            tripwire: None,
        });
    }
}

/// Returns the rule with its answers if a reader wants to see it: it holds, may hold, or the record raised it.
fn because(outcome: &Outcome, answers: &Answers) -> Option<Because> {
    let mut facts = Vec::new();
    outcome.rule.when.facts(&mut facts);
    let exceptions = outcome.exception.into_iter();
    exceptions.for_each(|exception| exception.when.facts(&mut facts));
    facts.extend(
        outcome
            .open
            .iter()
            .filter(|fact| !facts.contains(fact))
            .copied()
            .collect::<Vec<_>>(),
    );
    let is_raised = facts
        .iter()
        .any(|fact| raises(outcome.rule.then, *fact, answers.of(*fact)));
    (outcome.verdict != Verdict::No || is_raised).then(|| Because {
        rule: outcome.rule,
        exception: outcome.exception,
        verdict: outcome.verdict,
        answers: facts.into_iter().map(|fact| (fact, answers.of(fact))).collect(),
    })
}

/// Returns whether an answer raises a rule that does not hold: the record comes near it, or says a part of it.
fn raises(then: Then, fact: Fact, answer: Answer) -> bool {
    let is_said = answer.origin == Origin::Stated;
    match then {
        _ if answer.origin == Origin::Near => true,
        Then::Prohibited(_) => is_said,
        // A condition of Article 6(3) is raised by its claim alone.
        Then::Derogated(_) => is_said && answer.verdict == Verdict::Yes && fact.shares_path(),
        Then::Excluded(_) | Then::HighRisk(_) | Then::Duty(..) | Then::ChangesRole(_) | Then::Model(_) => {
            is_said && answer.verdict == Verdict::Yes
        }
    }
}

impl Because {
    /// Returns whether the doubt about an exception falls away, because the record states the day of placing on the
    /// market from which it follows.
    fn is_dispelled(&self, exception: &Exception) -> bool {
        let asked = |(fact, _): &&(Fact, Answer)| exception.when.asks_for(*fact);
        let mut answers = self.answers.iter().filter(asked);
        answers.any(|(_, answer)| answer.origin == Origin::Implied("placed_on_market_on"))
    }

    /// Returns the exception that lifts the rule although its own condition is met.
    pub fn lifted_by(&self) -> Option<&'static Exception> {
        let exception = self
            .exception
            .filter(|exception| exception.gives == Relief::Lifts)?;
        let mut verdicts = vec![Verdict::Unknown; Fact::ALL.len()];
        self.answers
            .iter()
            .for_each(|(fact, answer)| verdicts[*fact as usize] = answer.verdict);
        (value(&self.rule.when, &verdicts) == Verdict::Yes).then_some(exception)
    }

    /// Returns whether the conclusion rests on the rule.
    pub(crate) fn is_decisive(&self, class: &SystemClass, weighed: &Weighed) -> bool {
        match self.rule.then {
            Then::Excluded(exclusion) => class.reason == Some(exclusion),
            Then::Derogated(_) => class.primary_tier == Tier::AnnexIiiDerogated,
            Then::Prohibited(_) | Then::HighRisk(_) | Then::Duty(..) => weighed.max != Tier::OutOfScope,
            Then::ChangesRole(_) => true,
            Then::Model(_) => false,
        }
    }
}

fn doubts(class: &SystemClass) -> Vec<&'static str> {
    // The doubt about an exception counts where it lifts a rule as well; that about the rule no longer does.
    let said = class.because.iter().flat_map(|it| match it.verdict {
        Verdict::Yes => {
            let exception = it.exception.filter(|exception| !it.is_dispelled(exception));
            [it.rule.doubt, exception.map_or("", |exception| exception.doubt)]
        }
        Verdict::No => ["", it.lifted_by().map_or("", |exception| exception.doubt)],
        Verdict::Unknown => ["", ""],
    });
    let mut doubts: Vec<&'static str> = Vec::new();
    for doubt in said.filter(|doubt| !doubt.is_empty()) {
        if !doubts.contains(&doubt) {
            doubts.push(doubt);
        }
    }
    doubts
}
