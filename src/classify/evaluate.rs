//! Conditions and rules evaluated with three values, and the questions that are still open in them. Works on values
//! alone, so that a rule can be evaluated again as if a question had been answered. Knows no tier.

use crate::classify::facts::Verdict;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::rule::{Cond, Exception, Relief, Rule};
use crate::law::terms::Art50Status;

/// What a rule comes to.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The rule.
    pub rule: &'static Rule,
    /// Whether it holds, after exceptions that lift it.
    pub verdict: Verdict,
    /// The exception that holds, if one does.
    pub exception: Option<&'static Exception>,
    /// The status of the duty; `applies` unless an exception gives another.
    pub status: Art50Status,
    /// The questions to be answered next.
    pub open: Vec<Fact>,
}

/// Returns the value of a condition.
pub fn value(cond: &Cond, verdicts: &[Verdict]) -> Verdict {
    let worst = |parts: &[Cond], decisive: Verdict, otherwise: Verdict| {
        let mut result = otherwise;
        for part in parts {
            match value(part, verdicts) {
                found if found == decisive => return decisive,
                Verdict::Unknown => result = Verdict::Unknown,
                Verdict::Yes | Verdict::No => {}
            }
        }
        result
    };
    match cond {
        Cond::Is(fact) => verdicts[*fact as usize],
        Cond::Not(inner) => not(value(inner, verdicts)),
        Cond::All(parts) => worst(parts, Verdict::No, Verdict::Yes),
        Cond::Any(parts) => worst(parts, Verdict::Yes, Verdict::No),
    }
}

/// Returns the opposite value; unknown stays unknown.
pub const fn not(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Yes => Verdict::No,
        Verdict::No => Verdict::Yes,
        Verdict::Unknown => Verdict::Unknown,
    }
}

/// Returns what a rule comes to.
pub fn outcome(rule: &'static Rule, edition: Edition, verdicts: &[Verdict]) -> Outcome {
    let mut outcome = Outcome {
        rule,
        verdict: value(&rule.when, verdicts),
        exception: None,
        status: Art50Status::Applies,
        open: Vec::new(),
    };
    next_questions(&rule.when, verdicts, &mut outcome.open);
    if outcome.verdict != Verdict::No {
        outcome.except(edition, verdicts);
    }
    outcome
}

impl Outcome {
    fn except(&mut self, edition: Edition, verdicts: &[Verdict]) {
        let weighed: Vec<(&Exception, Verdict)> = self
            .rule
            .exceptions(edition)
            .map(|exception| (exception, value(&exception.when, verdicts)))
            .collect();
        let first = weighed.iter().find(|(_, verdict)| *verdict == Verdict::Yes);
        self.exception = first.map(|(exception, _)| *exception);
        let relief = self.exception.map(|exception| exception.gives);
        let is_settled = relief.is_some_and(ends_duty);
        // An exception that is open matters unless a stronger one already ends the duty.
        let open = weighed
            .iter()
            .filter(|(_, verdict)| *verdict == Verdict::Unknown && !is_settled);
        let mut may_end = false;
        let triggered = self.verdict;
        for (exception, _) in open {
            may_end |= ends_duty(exception.gives);
            if triggered == Verdict::Yes {
                next_questions(&exception.when, verdicts, &mut self.open);
            }
        }
        match (relief, triggered) {
            (Some(Relief::Lifts), _) => self.verdict = Verdict::No,
            (Some(Relief::Status(status)), _) if is_settled => {
                self.status = status;
                self.open.clear();
            }
            (_, Verdict::Unknown) => self.status = Art50Status::Unknown,
            (_, _) if may_end => {
                self.status = Art50Status::Unknown;
                self.verdict = Verdict::Unknown;
            }
            (Some(Relief::Status(status)), _) => self.status = status,
            (None, _) => {}
        }
    }
}

/// Returns whether an exception leaves nothing of a rule or duty.
const fn ends_duty(relief: Relief) -> bool {
    match relief {
        Relief::Lifts => true,
        Relief::Status(status) => !status.is_owed(),
    }
}

/// Adds the questions that an open condition asks next: of parts that must all hold, the first open one.
fn next_questions(cond: &Cond, verdicts: &[Verdict], into: &mut Vec<Fact>) {
    if value(cond, verdicts) != Verdict::Unknown {
        return;
    }
    match cond {
        Cond::Is(fact) if into.contains(fact) => {}
        Cond::Is(fact) => into.push(*fact),
        Cond::Not(inner) => next_questions(inner, verdicts, into),
        Cond::Any(parts) => parts.iter().for_each(|part| next_questions(part, verdicts, into)),
        Cond::All(parts) => {
            let open = parts
                .iter()
                .find(|part| value(part, verdicts) == Verdict::Unknown);
            open.into_iter()
                .for_each(|part| next_questions(part, verdicts, into));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::rule::Cond::{All, Any, Is, Not};

    const A: Cond = Is(Fact::Profiling);
    const B: Cond = Is(Fact::MateriallyInfluences);

    fn verdicts(a: Verdict, b: Verdict) -> Vec<Verdict> {
        let mut all = vec![Verdict::Unknown; Fact::ALL.len()];
        all[Fact::Profiling as usize] = a;
        all[Fact::MateriallyInfluences as usize] = b;
        all
    }

    #[test]
    fn unknown_decides_only_where_the_other_part_does_not() {
        use Verdict::{No, Unknown, Yes};
        for (a, b, all, any) in [
            (Yes, Yes, Yes, Yes),
            (Yes, Unknown, Unknown, Yes),
            (No, Unknown, No, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
            (No, No, No, No),
        ] {
            let verdicts = verdicts(a, b);
            assert_eq!(value(&All(&[A, B]), &verdicts), all);
            assert_eq!(value(&Any(&[A, B]), &verdicts), any);
            assert_eq!(value(&Not(&A), &verdicts), not(a));
        }
    }

    #[test]
    fn of_parts_that_must_all_hold_only_the_first_open_one_is_asked() {
        let mut open = Vec::new();
        next_questions(
            &All(&[A, B]),
            &verdicts(Verdict::Unknown, Verdict::Unknown),
            &mut open,
        );
        assert_eq!(open, [Fact::Profiling]);
        open.clear();
        next_questions(
            &Any(&[A, B]),
            &verdicts(Verdict::Unknown, Verdict::Unknown),
            &mut open,
        );
        assert_eq!(open, [Fact::Profiling, Fact::MateriallyInfluences]);
    }
}
