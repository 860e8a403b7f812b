//! The duties of Article 50 that one system brings: what each comes to on a day, and from which day it is to be met. The
//! rules are weighed in `weigh`; whom each binds is for `bearers`.

use crate::calendar::Date;
use crate::classify::evaluate::{Outcome, value};
use crate::classify::facts::Verdict;
use crate::classify::weigh::Weighed;
use crate::law::dates::{self, DutyGroup};
use crate::law::edition::Edition;
use crate::law::rule::{Relief, Rule};
use crate::law::terms::{Art50Para, Art50Status, Bearer, Exclusion};

/// One duty of Article 50.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Art50Entry {
    /// The paragraph.
    pub para: Art50Para,
    /// Who bears it.
    pub bearer: Bearer,
    /// What it comes to.
    pub status: Art50Status,
    /// Whether Article 111(4) gives it time, or gave it until that ended.
    pub is_legacy: bool,
}

/// Returns the duties that a system triggers, or may, by paragraph.
pub(crate) fn duties(
    weighed: &Weighed,
    verdicts: &[Verdict],
    edition: Edition,
    as_of: Date,
) -> Vec<Art50Entry> {
    let excluded = weighed
        .exclusion
        .filter(|(_, verdict)| *verdict == Verdict::Yes)
        .map(|(exclusion, _)| exclusion);
    // Personal use frees the deployer alone; every other exclusion leaves nothing of Article 50.
    if excluded.is_some_and(|exclusion| exclusion != Exclusion::PersonalUse && exclusion != Exclusion::Foss) {
        return Vec::new();
    }
    let triggered = weighed.outcomes.iter().filter(|it| it.verdict != Verdict::No);
    triggered
        .filter_map(|it| Art50Entry::of(it, verdicts, edition, as_of))
        .collect()
}

impl Art50Entry {
    fn of(outcome: &Outcome, verdicts: &[Verdict], edition: Edition, as_of: Date) -> Option<Self> {
        let (para, bearer) = outcome.rule.then.duty()?;
        let gives_time = Relief::Status(Art50Status::Grace);
        let is_over = outcome.status == Art50Status::Grace && as_of >= dates::LEGACY_GENERATIVE_UNTIL;
        Some(Self {
            para,
            bearer,
            status: match is_over {
                true => status_after_grace(outcome.rule, verdicts, edition),
                false => outcome.status,
            },
            is_legacy: outcome
                .exception
                .is_some_and(|exception| exception.gives == gives_time),
        })
    }

    /// Returns the first day on which the duty must be met; the day that is asked about does not move it.
    pub fn first_day(&self, edition: Edition) -> Option<Date> {
        match self.is_legacy {
            true => Some(dates::LEGACY_GENERATIVE_UNTIL),
            false => DutyGroup::Transparency.applies_from(edition),
        }
    }
}

/// Returns what a duty comes to once its transitional period has ended: what the next exception gives, if one holds.
fn status_after_grace(rule: &Rule, verdicts: &[Verdict], edition: Edition) -> Art50Status {
    let holding = rule
        .exceptions(edition)
        .filter(|exception| value(&exception.when, verdicts) == Verdict::Yes);
    let mut given = holding.filter_map(|exception| match exception.gives {
        Relief::Lifts | Relief::Status(Art50Status::Grace) => None,
        Relief::Status(status) => Some(status),
    });
    given.next().unwrap_or(Art50Status::Applies)
}
