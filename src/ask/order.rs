//! Which question comes next: the one whose likely answer settles most open questions for each time that the person has
//! to answer. Likely is the answer no, since most systems meet few of the points of the law. Questions
//! that concern crime come after their equals, since few systems meet them; further ties go to the question whose answers
//! settle more on the average, then to tripwires, then to the order of the law. The same record always gets the same
//! questions.

use crate::ask::changes::change_of;
use crate::ask::question::{Question, Topic, tripwires};
use crate::ask::sitting::Scope;
use crate::ask::standing::{Standing, Under};
use crate::ask::vocabulary::{Choice, Form, POINTS, point_of};
use crate::classify::facts::{Verdict, reads};
use crate::classify::plain::MEANINGS;
use crate::classify::questions::n_open;
use crate::inventory::sayings::Saying;
use crate::law::fact::{Fact, Means};
use crate::law::terms::AnnexArea;
use std::cmp::{Ordering, Reverse};

/// A question that could be asked, and what is gained by asking it.
struct Candidate {
    question: Question,
    /// How many open questions its likely answer settles.
    likely: i64,
    /// How many its answers settle together.
    together: i64,
    /// How many answers it has.
    n_answers: i64,
    /// How often the person has to answer.
    cost: i64,
}

/// Returns the question that is asked next, if one is left; with an earlier standing only one that was not open there.
pub(crate) fn next(
    standing: &Standing,
    earlier: Option<&Standing>,
    under: Under,
    scope: Scope,
    asked: &[Topic],
) -> Option<Question> {
    let earlier_open = earlier.map_or(&[][..], |earlier| &earlier.class.open_questions);
    let mut order = Order {
        standing,
        passed_over: earlier_open.iter().map(|open| open.fact).collect(),
        is_confined: earlier.is_some(),
        under,
        scope,
        n_open: 0,
    };
    order.n_open = order.n_open_with(&standing.answers.verdicts());
    let mut candidates = order.tripwires(asked);
    candidates.extend(order.facts(asked));
    candidates.sort_by(Candidate::compare);
    let first = candidates.into_iter().next().map(|candidate| candidate.question);
    first.or_else(|| order.plain_question_left(asked))
}

/// Returns the areas that have open points, each as a question, in the order of the annex.
pub(crate) fn areas(standing: &Standing) -> Vec<Question> {
    let open: Vec<Fact> = standing.points(Verdict::Unknown).collect();
    let points_of = |area: AnnexArea| -> Vec<Fact> {
        let is_in = |fact: &&Fact| point_of(**fact).is_some_and(|point| point.area() == area);
        open.iter().filter(is_in).copied().collect()
    };
    AnnexArea::ALL
        .iter()
        .map(|area| Question::area(*area, points_of(*area)))
        .filter(|question| !question.facts.is_empty())
        .collect()
}

impl Candidate {
    // Stable sorting keeps equals in the order in which they were collected: tripwires, then the order of the law.
    fn compare(&self, other: &Self) -> Ordering {
        let likely = |it: &Self, per: &Self| Reverse(it.likely * per.cost);
        let average = |it: &Self, per: &Self| Reverse(it.together * per.cost * per.n_answers);
        likely(self, other)
            .cmp(&likely(other, self))
            .then_with(|| self.is_of_few().cmp(&other.is_of_few()))
            .then_with(|| average(self, other).cmp(&average(other, self)))
    }

    /// Returns whether only few organisations could say anything but no.
    fn is_of_few(&self) -> bool {
        let mut facts = self.question.facts.iter();
        facts.next().is_some_and(|fact| fact.concerns_crime())
    }
}

struct Order<'a> {
    standing: &'a Standing,
    /// What is not asked for, because it was open before.
    passed_over: Vec<Fact>,
    /// Whether only what has come up is asked for.
    is_confined: bool,
    under: Under,
    scope: Scope,
    /// How many questions are open as the record stands.
    n_open: i64,
}

impl Order<'_> {
    fn n_open_with(&self, verdicts: &[Verdict]) -> i64 {
        let (on_tier, all) = n_open(self.under.edition, self.under.as_of, verdicts);
        let n_open = match self.scope {
            Scope::Tier => on_tier,
            // What bears on the tier is settled first.
            Scope::All => on_tier + all,
        };
        i64::try_from(n_open).unwrap_or(i64::MAX)
    }

    fn settled_by(&self, verdicts: &[Verdict]) -> i64 {
        self.n_open - self.n_open_with(verdicts)
    }

    /// Returns the unanswered tripwires that settle something.
    fn tripwires(&self, asked: &[Topic]) -> Vec<Candidate> {
        let mut fields: Vec<&'static str> = Vec::new();
        for field in &self.standing.answers.unanswered {
            if !fields.contains(field) && !asked.contains(&Topic::Tripwire(field)) {
                fields.push(field);
            }
        }
        fields
            .into_iter()
            .filter_map(|field| self.tripwire(field))
            .collect()
    }

    fn tripwire(&self, field: &'static str) -> Option<Candidate> {
        let facts = MEANINGS.iter().filter(|meaning| meaning.field == field);
        let facts = facts.flat_map(|meaning| meaning.facts.iter().copied());
        let question = Question::tripwire(field, facts.filter(|fact| self.is_open(*fact)).collect());
        if self.is_confined && !self.has_come_up(&question.facts) {
            return None;
        }
        let settled = |holds| {
            let change = change_of(&question.field(), &question.form, &Saying::Flag(holds), None);
            let after = self.standing.answers_after(&change, self.under).ok()?;
            Some(self.settled_by(&after.verdicts()))
        };
        let (no, yes) = (settled(false)?, settled(true).unwrap_or(0));
        (no > 0 || yes > 0).then_some(Candidate {
            question,
            likely: no,
            together: no + yes,
            n_answers: 2,
            cost: 1,
        })
    }

    /// Returns whether a question about one of these facts was not open before.
    fn has_come_up(&self, facts: &[Fact]) -> bool {
        let mut open = self.standing.class.open_questions.iter().map(|open| open.fact);
        open.any(|fact| facts.contains(&fact) && !self.passed_over.contains(&fact))
    }

    /// Returns a plain question that is not answered though no question of the law hangs on it: our role, on which every
    /// duty hangs; and when all is asked, a tripwire, which documents repeat and on which gaps can hang.
    fn plain_question_left(&self, asked: &[Topic]) -> Option<Question> {
        if self.is_confined {
            return None;
        }
        let answered = self.standing.answered();
        let is_left = |field: &str, topic: Topic| {
            !answered.iter().any(|known| known == field) && !asked.contains(&topic)
        };
        if is_left("our_roles", Topic::Roles) {
            return Some(Question::about(Fact::OnlyDeployer));
        }
        let mut tripwires = tripwires().filter(|_| self.scope == Scope::All);
        let left = tripwires.find(|field| is_left(field, Topic::Tripwire(field)))?;
        Some(Question::tripwire(left, Vec::new()))
    }

    fn is_open(&self, fact: Fact) -> bool {
        self.standing.answers.of(fact).verdict == Verdict::Unknown
    }

    /// Returns the open facts that are to be asked for.
    fn facts(&self, asked: &[Topic]) -> Vec<Candidate> {
        let class = &self.standing.class;
        let is_meant = |fact: Fact, on_tier: bool| match self.scope {
            Scope::Tier => class.is_open() && on_tier,
            Scope::All => !class.is_open() || on_tier || fact.row().path == POINTS,
        };
        let mut candidates: Vec<Candidate> = Vec::new();
        for open in &class.open_questions {
            let is_points = open.fact.row().path == POINTS;
            let is_known = candidates
                .iter()
                .any(|known| known.question.facts.contains(&open.fact));
            let is_passed_over = self.passed_over.contains(&open.fact);
            if is_known || is_passed_over || !is_meant(open.fact, open.bears_on_tier(class.min_tier)) {
                continue;
            }
            match is_points {
                true => candidates.extend(self.points(asked)),
                false => candidates.push(self.fact(Question::about(open.fact))),
            }
        }
        candidates.retain(|candidate| !asked.contains(&candidate.question.topic));
        candidates
    }

    fn fact(&self, question: Question) -> Candidate {
        let settled = |saying: &Saying| {
            let said: Vec<(Fact, Verdict)> = question
                .facts
                .iter()
                .map(|fact| (*fact, meant(*fact, saying)))
                .collect();
            let is_no = said.iter().all(|(_, verdict)| *verdict == Verdict::No);
            let verdicts = self.standing.answers.supposing(&said).verdicts();
            (is_no, self.settled_by(&verdicts))
        };
        let settled: Vec<(bool, i64)> = sayings(&question.form).iter().map(settled).collect();
        let such = settled.iter().filter(|(is_no, _)| *is_no);
        Candidate {
            likely: such.map(|(_, settled)| *settled).max().unwrap_or(0),
            together: settled.iter().map(|(_, settled)| *settled).sum(),
            n_answers: i64::try_from(settled.len()).unwrap_or(i64::MAX),
            question,
            cost: 1,
        }
    }

    /// Returns the first area, weighed with all the others: once it is asked, they all are.
    fn points(&self, asked: &[Topic]) -> Option<Candidate> {
        let areas = areas(self.standing);
        if areas.iter().any(|area| asked.contains(&area.topic)) {
            return None;
        }
        let open: Vec<Fact> = areas.iter().flat_map(|area| area.facts.iter().copied()).collect();
        let with = |first: Verdict| {
            let verdict = |at: usize| if at == 0 { first } else { Verdict::No };
            let said: Vec<(Fact, Verdict)> = open
                .iter()
                .enumerate()
                .map(|(at, fact)| (*fact, verdict(at)))
                .collect();
            self.settled_by(&self.standing.answers.supposing(&said).verdicts())
        };
        let (no, yes) = (with(Verdict::No), with(Verdict::Yes));
        Some(Candidate {
            likely: no,
            together: no + yes,
            n_answers: 2,
            cost: i64::try_from(areas.len()).unwrap_or(i64::MAX),
            question: areas.into_iter().next()?,
        })
    }
}

/// Returns what an answer says about a fact that the question asks for.
pub(crate) fn meant(fact: Fact, saying: &Saying) -> Verdict {
    match (fact.row().means, saying) {
        (Means::Roles(_), Saying::Terms(roles)) => Verdict::of(roles.as_slice() == ["deployer"]),
        (means, saying) => reads(means, saying),
    }
}

/// Returns the answers that a form can have, several at once left out.
pub(crate) fn sayings(form: &Form) -> Vec<Saying> {
    let each = |terms: &[Choice]| -> Vec<Saying> {
        terms.iter().map(|term| Saying::Terms(vec![term.key])).collect()
    };
    match form {
        Form::YesNo => vec![Saying::Flag(false), Saying::Flag(true)],
        Form::One(terms) => each(terms),
        Form::OneOrNone(terms) => [vec![Saying::Nothing], each(terms)].concat(),
        Form::Several(terms) => [vec![Saying::Terms(Vec::new())], each(terms)].concat(),
    }
}
