//! The month that an import counts, in UTC, and which moments lie in it.

use crate::calendar::Date;
use crate::import::counted::Read;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    first: Date,
    last: Date,
}

impl Month {
    /// Returns the first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// Returns the last day.
    pub fn last(self) -> Date {
        self.last
    }

    /// Returns whether a day lies in it.
    pub fn has(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Returns the day of a moment, if it lies in the month; in seconds since 1970, UTC.
    pub fn day_of(self, unix_seconds: i64) -> Option<Date> {
        Date::of_unix_seconds(unix_seconds).filter(|day| self.has(*day))
    }
}

/// The days of which the files of an import hold something.
#[derive(Debug, Default)]
pub(crate) struct Days(BTreeSet<Date>);

impl Days {
    /// Remembers a day.
    pub(crate) fn found(&mut self, day: Date) {
        self.0.insert(day);
    }

    /// Writes beside the last file the working days (Monday to Friday) of the month that no file holds.
    pub(crate) fn missing_in(&self, month: Month, files: &mut [Read]) {
        let days = (0..)
            .map(|n| month.first.plus_days(n))
            .take_while(|day| *day <= month.last);
        let missing = days.filter(|day| day.is_working_day() && !self.0.contains(day));
        if let Some(last) = files.last_mut() {
            last.missing_days = missing.collect();
        }
    }
}

impl FromStr for Month {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || format!("`{text}` is no month; write YYYY-MM, such as 2026-10");
        let first: Date = format!("{text}-01").parse().map_err(|_| refused())?;
        // The fourth day after day 28 lies in the next month, whichever month it is.
        let (_, _, n_beyond) = first.plus_days(31).numbers();
        let last = first.plus_days(31 - i32::from(n_beyond));
        Ok(Self { first, last })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, _) = self.first.numbers();
        write!(f, "{year:04}-{month:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_where_the_calendar_says() {
        for (month, last) in [
            ("2026-10", "2026-10-31"),
            ("2026-02", "2026-02-28"),
            ("2028-02", "2028-02-29"),
            ("2026-12", "2026-12-31"),
            ("2026-04", "2026-04-30"),
        ] {
            let read: Month = month.parse().unwrap();
            assert_eq!(
                (read.last().to_string(), read.to_string()),
                (last.into(), month.into())
            );
        }
        for text in ["2026-13", "2026-1", "2026", "10-2026", "2026-10-01", ""] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }

    #[test]
    fn its_edges_are_midnights_in_utc() {
        let month: Month = "2026-10".parse().unwrap();
        let day = |text: &str| month.day_of(crate::calendar::unix_seconds(text).unwrap());
        assert_eq!(day("2026-10-01T00:00:00Z"), Some(month.first()));
        assert_eq!(day("2026-10-31T23:59:59.999Z"), Some(month.last()));
        assert_eq!(day("2026-09-30T23:59:59Z"), None);
        assert_eq!(day("2026-11-01T00:00:00Z"), None);
        assert_eq!(day("2026-11-01T00:30:00+01:00"), Some(month.last()));
    }
}
