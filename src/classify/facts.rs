//! The answer to every fact, with its place and where it comes from. An explicit fact prevails over the plain answers
//! of the record, these over `unlisted_facts: absent`, and that over silence, whose meaning the law's table gives. Where
//! two answers contradict each other, the yes stands: a contradiction never lowers a class. Knows no rule.

use crate::calendar::Date;
use crate::classify::contradictions::report_derogation;
use crate::classify::plain::{Plain, model_answers, plain_answers, unanswered};
use crate::diag::Diagnostics;
use crate::inventory::facts::{Facts, UnlistedFacts};
use crate::inventory::field::{Complete, Field};
use crate::inventory::model::Model;
use crate::inventory::record::Record;
use crate::inventory::sayings::{Saying, Sayings};
use crate::inventory::system::System;
use crate::law::annexes::ProductAct;
use crate::law::dates::LEGACY_GENERATIVE_BEFORE;
use crate::law::edition::Edition;
use crate::law::exceptions;
use crate::law::fact::{Fact, Means, Silence};
use crate::law::gpai::{ASSUMED_ORIGINAL, ASSUMED_SYSTEMIC_ORIGINAL};
use crate::law::uses::Use;
use crate::source::{Span, Spanned};

/// The value of an answer or of a condition. Unknown never equals no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// Nobody has said.
    Unknown,
}

/// Where an answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The `facts:` block says it.
    Stated,
    /// The `facts:` block says that nothing of a whole group holds, or that the group is unknown.
    Group,
    /// The record lists the point as near but not met.
    Near,
    /// Another field of the record implies it, such as `tripwires.safety_component`.
    Implied(&'static str),
    /// The author says that no other listed fact holds.
    Unlisted,
    /// Nobody has said anything.
    Silence,
}

/// The answer to one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Its value.
    pub verdict: Verdict,
    /// Where it comes from.
    pub origin: Origin,
    /// The place of the statement it rests on.
    pub span: Option<Span>,
}

/// The answer to every fact about one subject.
#[derive(Debug, Clone)]
pub struct Answers {
    by_fact: Vec<Answer>,
    /// The day it was placed on the market.
    pub placed_on: Option<Spanned<Date>>,
    /// The product laws that the record names.
    pub acts: Vec<&'static ProductAct>,
    /// The tripwires that the record does not answer.
    pub unanswered: Vec<&'static str>,
}

/// What one record says, before it is read as answers.
pub(crate) struct Told {
    pub(crate) sayings: Sayings,
    pub(crate) plain: Vec<Plain>,
    pub(crate) uses: Option<Complete<Use>>,
    unlisted: Option<Span>,
    placed_on: Option<Spanned<Date>>,
    acts: Vec<&'static ProductAct>,
    edition: Edition,
}

impl Verdict {
    /// Returns yes for `true`.
    pub const fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    /// Returns the word that JSON and documents print.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

impl Answers {
    /// Returns the answers about a system and reports statements that contradict each other.
    pub fn of_system(system: &Record<System>, edition: Edition, findings: &mut Diagnostics) -> Self {
        let plain = plain_answers(system, edition);
        let placed_on = &system.placed_on_market_on;
        let mut told = Told::new(&system.facts, &system.unlisted_facts, placed_on, plain, edition);
        told.uses = system.uses.stated().cloned();
        told.report_contradictions(findings);
        told.report_idle_exceptions(findings);
        told.report_workers(system, findings);
        let mut answers = told.answers();
        answers.unanswered = unanswered(system);
        report_derogation(&told.sayings, answers.of(Fact::Profiling), findings);
        answers
    }

    /// Returns the answers about a model.
    pub fn of_model(model: &Record<Model>, edition: Edition) -> Self {
        let plain = model_answers(model);
        let is_ours = model.placed_on_market_on != Field::Absent;
        let placed_on = if is_ours {
            &model.placed_on_market_on
        } else {
            &model.union_market_date
        };
        Told::new(&model.facts, &model.unlisted_facts, placed_on, plain, edition).answers()
    }

    /// Returns the answer to a fact.
    pub fn of(&self, fact: Fact) -> Answer {
        self.by_fact[fact as usize]
    }

    /// Returns the answers as they would be if these facts were stated so.
    pub fn supposing(&self, said: &[(Fact, Verdict)]) -> Self {
        let mut supposed = self.clone();
        for (fact, verdict) in said {
            supposed.by_fact[*fact as usize] = answer(*verdict, Origin::Stated, None);
        }
        supposed
    }

    /// Returns the values alone, in the order of facts.
    pub fn verdicts(&self) -> Vec<Verdict> {
        self.by_fact.iter().map(|answer| answer.verdict).collect()
    }
}

impl Told {
    fn new(
        facts: &Field<Facts>,
        unlisted: &Field<UnlistedFacts>,
        placed_on: &Field<Date>,
        plain: Vec<Plain>,
        edition: Edition,
    ) -> Self {
        let sayings = facts
            .said()
            .map(|facts| facts.value.sayings(facts.span))
            .unwrap_or_default();
        let unlisted = unlisted
            .said()
            .filter(|said| said.value == UnlistedFacts::Absent)
            .map(|said| said.span);
        let placed_on = sayings
            .at("timing.placed_on_market")
            .and_then(|said| Some(Spanned::new(said.value.day()?, said.span)))
            .or_else(|| placed_on.said().cloned());
        let act = sayings.at("annex_i.act").and_then(|said| said.value.words());
        let acts = act.map_or_else(Vec::new, |act| ProductAct::named_in(act).collect());
        Self {
            sayings,
            plain,
            uses: None,
            unlisted,
            placed_on,
            acts,
            edition,
        }
    }

    fn answers(&self) -> Answers {
        Answers {
            by_fact: Fact::ALL.iter().map(|fact| self.answer(*fact)).collect(),
            placed_on: self.placed_on.clone(),
            acts: self.named_acts(),
            unanswered: Vec::new(),
        }
    }

    /// Returns the product laws that the block or the list of uses names.
    fn named_acts(&self) -> Vec<&'static ProductAct> {
        let mut acts = self.acts.clone();
        for act in self.uses().filter_map(Use::act) {
            let is_known = acts.iter().any(|known| known.title == act.title);
            acts.extend((!is_known).then_some(act));
        }
        acts
    }

    /// Returns the listed uses.
    pub(crate) fn uses(&self) -> impl Iterator<Item = Use> {
        let listed = self.uses.iter().flat_map(|uses| uses.0.iter());
        listed.map(|it| it.value)
    }

    /// Returns the answer to a fact, from whatever says most about it.
    pub(crate) fn answer(&self, fact: Fact) -> Answer {
        if exceptions::is_claim(fact) {
            return self.exception(fact);
        }
        let stated = self.stated(fact);
        let is_settled = stated.is_some_and(|said| said.verdict == Verdict::Yes);
        match self.plain(fact) {
            Some(plain) if plain.is_firm && plain.verdict == Verdict::Yes && !is_settled => plain.answer(),
            plain => stated
                .or_else(|| plain.map(Plain::answer))
                .unwrap_or_else(|| self.silence(fact)),
        }
    }

    /// Returns the plain answer to a fact, a yes before any other.
    fn plain(&self, fact: Fact) -> Option<&Plain> {
        let about = || self.plain.iter().filter(|plain| plain.fact == fact);
        let yes = about().find(|plain| plain.verdict == Verdict::Yes);
        yes.or_else(|| about().next())
    }

    /// Returns what the `facts:` block says, itself or by what follows from another part of it.
    pub(crate) fn stated(&self, fact: Fact) -> Option<Answer> {
        self.explicit(fact).or_else(|| self.derived(fact))
    }

    /// Returns what the `facts:` block itself says.
    pub(crate) fn explicit(&self, fact: Fact) -> Option<Answer> {
        let row = fact.row();
        if row.path == "annex_iii.points" {
            return self.point(row.means);
        }
        let said = self.sayings.at(row.path)?;
        let verdict = if row.means == Means::AboveThirdOfOriginal {
            self.above_third(&said.value)
        } else {
            reads(row.means, &said.value)
        };
        let is_group = self.sayings.exactly(row.path).is_none();
        let origin = if is_group { Origin::Group } else { Origin::Stated };
        Some(answer(verdict, origin, Some(said.span)))
    }

    /// A list of points is complete when it is given; `near_points` alone answers only what it lists.
    fn point(&self, means: Means) -> Option<Answer> {
        let near = self.sayings.terms("annex_iii.near_points");
        let is_near = near.as_ref().is_some_and(|near| names(means, near.value));
        let said = self.sayings.at("annex_iii.points");
        match (said, near) {
            (Some(said), _) if reads(means, &said.value) != Verdict::No => {
                Some(answer(reads(means, &said.value), Origin::Stated, Some(said.span)))
            }
            (_, Some(near)) if is_near => Some(answer(Verdict::No, Origin::Near, Some(near.span))),
            (Some(said), _) => Some(answer(Verdict::No, Origin::Stated, Some(said.span))),
            (None, _) => None,
        }
    }

    /// Returns what follows from another part of the block: the section of a named act, or a day.
    fn derived(&self, fact: Fact) -> Option<Answer> {
        let row = fact.row();
        if let (Means::Before(limit), _) | (_, Some(limit)) = (row.means, day_behind(fact)) {
            return self.placed_before(limit);
        }
        let said = self.sayings.at("annex_i.act").filter(|_| !self.acts.is_empty())?;
        let sections = self.acts.iter().map(|act| act.place(self.edition).0.key());
        let verdict = reads(row.means, &Saying::Terms(sections.collect()));
        (row.path == "annex_i.section").then(|| answer(verdict, Origin::Stated, Some(said.span)))
    }

    fn placed_before(&self, limit: Date) -> Option<Answer> {
        let placed = self.placed_on.as_ref()?;
        let origin = Origin::Implied("placed_on_market_on");
        Some(answer(
            Verdict::of(placed.value < limit),
            origin,
            Some(placed.span),
        ))
    }

    // The guideline gives the assumed compute of an original model of which none is known.
    fn above_third(&self, said: &Saying) -> Verdict {
        let at = |path| self.sayings.at(path).map(|said| &said.value);
        let assumed = || match at("gpai.original_systemic").and_then(Saying::flag) {
            Some(true) => Some(ASSUMED_SYSTEMIC_ORIGINAL),
            Some(false) => Some(ASSUMED_ORIGINAL),
            None => self.unlisted.map(|_| ASSUMED_ORIGINAL),
        };
        let original = at("gpai.original_flop").and_then(Saying::number).or_else(assumed);
        match (said.number(), original) {
            (Some(modification), Some(original)) => Verdict::of(3.0 * modification > original),
            (None, _) if *said == Saying::Nothing => Verdict::No,
            (None, _) | (_, None) => Verdict::Unknown,
        }
    }

    /// Returns what holds because nobody has said anything.
    pub(crate) fn silence(&self, fact: Fact) -> Answer {
        let row = fact.row();
        let is_yes_or_no = match row.means {
            Means::True | Means::False | Means::OneOf(_) | Means::Anything => true,
            // That a number, a day or a role is not listed says nothing about it.
            Means::AboveTenTo(_) | Means::AboveThirdOfOriginal | Means::Before(_) | Means::Roles(_) => false,
        };
        match (self.unlisted, row.silence) {
            (unlisted, Silence::RecordSaysYes) => answer(Verdict::Yes, Origin::Silence, unlisted),
            (Some(span), _) if is_yes_or_no => answer(Verdict::No, Origin::Unlisted, Some(span)),
            (_, Silence::NotClaimed) => answer(Verdict::No, Origin::Silence, None),
            (_, Silence::Open) => answer(Verdict::Unknown, Origin::Silence, None),
        }
    }
}

/// Returns an answer with its origin and place.
pub(crate) fn answer(verdict: Verdict, origin: Origin, span: Option<Span>) -> Answer {
    Answer {
        verdict,
        origin,
        span,
    }
}

/// Returns the day before which a system must have been placed on the market for the fact to hold.
fn day_behind(fact: Fact) -> Option<Date> {
    (fact == Fact::PlacedBeforeTransparency).then_some(LEGACY_GENERATIVE_BEFORE)
}

fn names(means: Means, terms: &[&'static str]) -> bool {
    matches!(means, Means::OneOf(yes) if terms.iter().any(|term| yes.contains(term)))
}

/// Reads what stands at a fact's path as its answer.
pub(crate) fn reads(means: Means, said: &Saying) -> Verdict {
    match (means, said) {
        (_, Saying::Unknown) => Verdict::Unknown,
        (_, Saying::Nothing) => Verdict::No,
        (Means::True, Saying::Flag(flag)) => Verdict::of(*flag),
        (Means::False, Saying::Flag(flag)) => Verdict::of(!flag),
        (Means::OneOf(_), Saying::Terms(terms)) => Verdict::of(names(means, terms)),
        (Means::Anything, Saying::Terms(terms)) => Verdict::of(!terms.is_empty()),
        (Means::AboveTenTo(power), Saying::Number(number)) => Verdict::of(*number > ten_to(power)),
        (Means::Before(limit), Saying::Day(day)) => Verdict::of(*day < limit),
        // The block is typed, so a value of another type cannot stand at the path.
        _ => Verdict::Unknown,
    }
}

// A power of ten as it is written, since multiplying it up would be off by a rounding error.
fn ten_to(power: u8) -> f64 {
    format!("1e{power}").parse().unwrap_or(f64::INFINITY)
}
