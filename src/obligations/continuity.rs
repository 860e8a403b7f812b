//! Which months audit summaries cover: days against days, in whole numbers. Only periods are compared; what a summary
//! counts is not read.

use crate::calendar::Date;

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// The month, from 1 to 12.
    pub month: i8,
}

/// Days in a row, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

/// How much of a month is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covered {
    /// Every day that counts.
    Whole,
    /// Some days that count.
    Part,
    /// None, and the month is over.
    Nothing,
    /// None yet, for the month is not over.
    Running,
    /// The month has no day that counts.
    Outside,
}

impl Month {
    /// Returns its days.
    pub fn days(self) -> Days {
        let next = match self.month {
            12 => Date::on(self.year + 1, 1, 1),
            month => Date::on(self.year, month + 1, 1),
        };
        Days {
            first: Date::on(self.year, self.month, 1),
            last: next.plus_days(-1),
        }
    }
}

impl Days {
    fn hold(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

/// Returns how much of a month the summaries cover, of the days that count: those in which the system was in use and
/// which lie not after the as-of date. In a month that is not over, days without a summary are still to come.
pub fn covered(month: Month, counts: Days, summaries: &[Days]) -> Covered {
    let days = month.days();
    let n_days = days.first.days_until(days.last);
    let all = (0..=n_days).map(|n| days.first.plus_days(n));
    let counted: Vec<Date> = all.filter(|day| counts.hold(*day)).collect();
    let is_covered = |day: &&Date| summaries.iter().any(|summary| summary.hold(**day));
    let n_covered = counted.iter().filter(is_covered).count();
    match (counted.len(), n_covered) {
        (0, _) => Covered::Outside,
        (n_counted, n) if n == n_counted => Covered::Whole,
        (_, 0) if counts.last < days.last => Covered::Running,
        (_, 0) => Covered::Nothing,
        (_, _) => Covered::Part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: &str, last: &str) -> Days {
        let (first, last) = (first.parse().unwrap(), last.parse().unwrap());
        Days { first, last }
    }

    #[test]
    fn a_month_is_covered_by_as_many_days_as_its_summaries_hold() {
        let in_use = days("2026-02-10", "2026-11-22");
        let summaries = [
            days("2026-02-10", "2026-02-28"),
            days("2026-03-01", "2026-03-20"),
            days("2026-03-15", "2026-03-31"),
            days("2026-04-02", "2026-04-30"),
            days("2026-06-30", "2026-07-31"),
        ];
        for (month, expected) in [
            (1, Covered::Outside),
            (2, Covered::Whole),
            (3, Covered::Whole),
            (4, Covered::Part),
            (5, Covered::Nothing),
            (6, Covered::Part),
            (7, Covered::Whole),
            (10, Covered::Nothing),
            (11, Covered::Running),
            (12, Covered::Outside),
        ] {
            let month = Month { year: 2026, month };
            assert_eq!(covered(month, in_use, &summaries), expected, "{month:?}");
        }
    }

    #[test]
    fn months_end_on_their_own_day() {
        for (year, month, last) in [
            (2028, 2, "2028-02-29"),
            (2026, 12, "2026-12-31"),
            (2026, 4, "2026-04-30"),
        ] {
            assert_eq!(Month { year, month }.days().last.to_string(), last);
        }
    }
}
