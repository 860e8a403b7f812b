//! From changes to counts. A change counts in the month in which it was opened, merged or closed, once; what is counted of
//! merged changes counts in the month of the merge, in UTC. Only changes into the branch that most changes of a file go
//! into are counted, since a change into another branch is merged again on its way.

use crate::import::Asked;
use crate::import::counted::{Counted, Number, Read};
use crate::import::declared::{SIGNED_OFF, Sightings};
use crate::import::fingerprint::Prints;
use crate::import::month::Month;
use crate::import::names::public;
use crate::import::reviews::change::{Change, Merger};
use crate::import::reviews::lacking::Lacking;
use crate::import::reviews::reverts;
use std::collections::{BTreeMap, BTreeSet};

const SECONDS_IN_HOUR: i64 = 3600;

/// Changes as they are read, each once.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// By fingerprint, with the number of the file that gave it.
    changes: BTreeMap<u64, (usize, Change)>,
    n_duplicates: BTreeMap<usize, u64>,
}

impl Tally {
    /// Adds a change; of two states of one change the later stays.
    pub(super) fn add(&mut self, file: usize, change: Change) {
        let print = change.print;
        let Some((earlier_file, earlier)) = self.changes.get(&print) else {
            self.changes.insert(print, (file, change));
            return;
        };
        let (earlier_file, is_later) = (*earlier_file, change.touched > earlier.touched);
        let dropped = match is_later {
            true => earlier_file,
            false => file,
        };
        *self.n_duplicates.entry(dropped).or_default() += 1;
        if is_later {
            self.changes.insert(print, (file, change));
        }
    }

    /// Returns what the changes come to; `never` is what the host tells of no change, so that not even a month without
    /// changes gives a count of it.
    pub(super) fn counted(self, mut sources: Vec<Read>, asked: &Asked, never: &[Lacking]) -> Counted {
        let mut month = Sum {
            lacks: never.iter().copied().collect(),
            ..Sum::default()
        };
        for (at, file) in sources.iter_mut().enumerate() {
            file.duplicates = self.n_duplicates.get(&at).copied().unwrap_or(0);
            let all = self.changes.values().filter(|(it, _)| *it == at);
            let all: Vec<&Change> = all.map(|(_, change)| change).collect();
            month.project(&all, asked.month, file);
        }
        month.counted(sources)
    }
}

/// What is counted over all files.
#[derive(Default)]
struct Sum<'c> {
    bases: BTreeSet<String>,
    changes: Vec<&'c Change>,
    n_into_others: u64,
    n_reverted: u64,
    verdicts: Verdicts,
    first_reviews: Vec<i64>,
    lacks: BTreeSet<Lacking>,
    /// Files that hold as many changes as an export that was cut by its limit.
    n_round: u64,
    month: Option<Month>,
}

#[derive(Default)]
struct Verdicts {
    approvals: u64,
    without_a_word: u64,
    requests: u64,
}

impl<'c> Sum<'c> {
    /// Adds the changes of one file, which is one project.
    fn project(&mut self, all: &[&'c Change], month: Month, file: &mut Read) {
        self.month = Some(month);
        let (inside, outside): (Vec<&Change>, Vec<&Change>) =
            all.iter().partition(|change| change.is_of(month));
        let base = most_frequent(inside.iter().filter_map(|change| change.base.as_deref()));
        let is_counted = |change: &&Change| change.base.is_none() || change.base.as_deref() == base;
        let (counted, others): (Vec<&Change>, Vec<&Change>) = inside.into_iter().partition(is_counted);
        file.outside = count(&outside);
        file.unrelated = count(&others);
        file.used = count(&counted);
        self.n_round += u64::from(is_round(file.n_records()));
        self.bases.extend(base.map(str::to_owned));
        self.n_into_others += file.unrelated;
        let merged = counted.iter().filter(|change| change.is_merged_in(month));
        self.n_reverted += reverts::count(all, merged.copied());
        for change in &counted {
            self.verdicts(change, month);
        }
        self.changes.extend(counted);
    }

    fn verdicts(&mut self, change: &Change, month: Month) {
        let is_inside = |at: Option<i64>| at.is_some_and(|at| month.day_of(at).is_some());
        for (reviewer, act) in change.standing() {
            self.verdicts.approvals += u64::from(is_inside(act.at));
            self.verdicts.without_a_word += u64::from(is_inside(act.at) && !reviewer.has_words);
        }
        let requests = change.requests().filter(|act| is_inside(act.at));
        self.verdicts.requests += u64::try_from(requests.count()).unwrap_or(u64::MAX);
        let first = change.first_review().filter(|at| is_inside(Some(*at)));
        self.first_reviews
            .extend(first.map(|at| at.saturating_sub(change.opened).max(0)));
    }

    fn counted(mut self, sources: Vec<Read>) -> Counted {
        let mut sightings = Sightings::default();
        let mut signed_off = Prints::default();
        for change in &self.changes {
            sightings.add(&change.declared);
            signed_off.extend(change.signed_off.iter().copied());
        }
        let mut lacks = std::mem::take(&mut self.lacks);
        lacks.extend(self.changes.iter().flat_map(|it| &it.lacks));
        let is_known = |key: &str| !lacks.iter().any(|lacking| lacking.is_needed_for(key));
        let mut blind_spots = self.blind_spots();
        blind_spots.extend(sightings.unread());
        blind_spots.extend(lacks.iter().map(|lacking| lacking.in_words().to_owned()));
        let volumes = [
            ("prs_total", count(&self.changes)),
            ("prs_ai_declared", self.number_of(|it| it.declared.is_ai)),
        ];
        let metrics = self.metrics();
        let violations = [(SIGNED_OFF, signed_off.count())];
        Counted {
            volumes: volumes.into_iter().filter(|(key, _)| is_known(key)).collect(),
            metrics: metrics.into_iter().filter(|(key, _)| is_known(key)).collect(),
            violations: violations.into_iter().filter(|(_, n)| *n > 0).collect(),
            models: sightings.models(),
            tools: sightings.tools(),
            base_branch: self.base_branch(),
            blind_spots,
            sources,
            ..Counted::default()
        }
    }

    fn metrics(&mut self) -> Vec<(&'static str, Number)> {
        let merged = |it: &Change| self.month.is_some_and(|month| it.is_merged_in(month));
        let is_ai = |it: &Change| it.declared.is_ai;
        let number = |is: &dyn Fn(&Change) -> bool| Number::Count(self.number_of(is));
        let mut metrics = vec![
            ("merged", number(&merged)),
            ("merged_reviewed", number(&|it| merged(it) && it.is_reviewed())),
            ("merged_ai", number(&|it| merged(it) && is_ai(it))),
            (
                "merged_ai_reviewed",
                number(&|it| merged(it) && is_ai(it) && it.is_reviewed()),
            ),
            ("self_merged", number(&|it| merged(it) && it.is_self_merged())),
            (
                "stale_approvals",
                number(&|it| merged(it) && it.is_stale() == Some(true)),
            ),
            ("changes_requested", Number::Count(self.verdicts.requests)),
            (
                "closed_unmerged",
                number(&|it| self.month.is_some_and(|month| it.is_closed_in(month))),
            ),
            ("reverted", Number::Count(self.n_reverted)),
            ("approvals", Number::Count(self.verdicts.approvals)),
            (
                "approvals_without_comment",
                Number::Count(self.verdicts.without_a_word),
            ),
        ];
        self.first_reviews.sort_unstable();
        let median = median_hours(&self.first_reviews);
        metrics.extend(median.map(|hours| ("median_first_review", Number::Time(hours))));
        metrics
    }

    fn number_of(&self, is: impl Fn(&Change) -> bool) -> u64 {
        let n = self.changes.iter().filter(|change| is(change)).count();
        u64::try_from(n).unwrap_or(u64::MAX)
    }

    /// Returns the branch of all files, where it is one.
    fn base_branch(&self) -> Option<String> {
        let base = self.bases.first().filter(|_| self.bases.len() == 1);
        base.map(|base| public(base).to_owned())
    }

    fn blind_spots(&self) -> Vec<String> {
        let merged = |it: &Change| self.month.is_some_and(|month| it.is_merged_in(month));
        let by_bots = self.number_of(|it| merged(it) && it.merger == Merger::Bot);
        let of_agents = self.number_of(|it| merged(it) && it.is_by_bot && it.declared.is_ai);
        let untold = self.number_of(|it| merged(it) && it.is_reviewed() && it.is_stale().is_none());
        let is_head_told = !self.changes.iter().any(|it| it.lacks.contains(&Lacking::Heads));
        let always =
            "what declares no AI is not counted as AI-declared; attribution can be switched off".to_owned();
        let counts = [
            (
                self.n_into_others,
                "changes into other branches, which are not counted",
            ),
            (
                by_bots,
                "changes merged by a program such as a queue, where who let it merge is not told",
            ),
            (
                of_agents,
                "merged changes opened by an AI agent, where whoever asked for the change can also approve it",
            ),
            (
                untold * u64::from(is_head_told),
                "reviewed changes of which the approved commit is not told; whether they changed after it is not counted",
            ),
            (
                self.n_round,
                "files with as many changes as the usual limits of an export (30 or a multiple of 100); more may have been left out",
            ),
            (
                u64::from(self.bases.len() > 1),
                "the files name more than one branch into which changes are merged",
            ),
        ];
        let counts = counts.into_iter().filter(|(n, _)| *n > 0);
        std::iter::once(always)
            .chain(counts.map(|(n, what)| format!("{what}: {n}")))
            .collect()
    }
}

impl Change {
    fn is_of(&self, month: Month) -> bool {
        let moments = [Some(self.opened), self.merged, self.closed];
        moments.into_iter().flatten().any(|at| month.day_of(at).is_some())
    }

    fn is_merged_in(&self, month: Month) -> bool {
        self.merged.is_some_and(|at| month.day_of(at).is_some())
    }

    fn is_closed_in(&self, month: Month) -> bool {
        self.merged.is_none() && self.closed.is_some_and(|at| month.day_of(at).is_some())
    }
}

/// Returns the name that stands there most often; of two the first in the alphabet.
fn most_frequent<'n>(names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    let most = counts.iter().rev().max_by_key(|(_, n)| **n)?;
    Some(most.0)
}

/// Returns the median of sorted seconds in hours, to one decimal; of an even number the mean of the middle two.
fn median_hours(seconds: &[i64]) -> Option<f64> {
    let middle = seconds.len() / 2;
    let twice = match (seconds.len() % 2, seconds.get(middle)?) {
        (0, upper) => seconds.get(middle - 1)?.saturating_add(*upper),
        (_, middle) => middle.saturating_mul(2),
    };
    // Tenths of an hour, half a tenth rounded up; whole numbers until here, so that it is the same on every machine.
    let tenths = twice.saturating_mul(10).saturating_add(SECONDS_IN_HOUR) / (2 * SECONDS_IN_HOUR);
    let tenths = i32::try_from(tenths).unwrap_or(i32::MAX);
    Some(f64::from(tenths) / 10.0)
}

fn count(changes: &[&Change]) -> u64 {
    u64::try_from(changes.len()).unwrap_or(u64::MAX)
}

/// Returns whether a number of records is one at which exports are cut: 30 is the default of `gh pr list`, and pages of
/// interfaces have 100.
fn is_round(n_records: u64) -> bool {
    n_records == 30 || (n_records > 0 && n_records.is_multiple_of(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_the_middle_or_the_mean_of_the_middle_two() {
        const HOUR: i64 = SECONDS_IN_HOUR;
        for (seconds, hours) in [
            (vec![], None),
            (vec![HOUR], Some(1.0)),
            (vec![HOUR, 2 * HOUR], Some(1.5)),
            (vec![0, HOUR, 100 * HOUR], Some(1.0)),
            (vec![0, 180], Some(0.0)),
            (vec![180], Some(0.1)),
            (vec![179], Some(0.0)),
            (vec![0, HOUR, 2 * HOUR, i64::MAX], Some(1.5)),
        ] {
            assert_eq!(median_hours(&seconds), hours, "{seconds:?}");
        }
    }

    #[test]
    fn the_most_frequent_name_is_the_first_of_two() {
        assert_eq!(most_frequent(["b", "a", "b", "a", "c"].into_iter()), Some("a"));
        assert_eq!(most_frequent(["b", "a", "b"].into_iter()), Some("b"));
        assert_eq!(most_frequent(std::iter::empty()), None);
    }
}
