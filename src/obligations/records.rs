//! How long logs and documents are kept, held against the floors of Articles 18, 19 and 26(6), against their own maximum
//! and against what was measured.

use crate::calendar::Date;
use crate::inventory::audit::{LogCategory, MeasuredRetention};
use crate::law::duties::DOCUMENTS_KEPT_YEARS;
use crate::terms;

terms! {
    /// How the minimum period of a log compares with six months.
    pub enum Retention {
        Reaches = "reaches" => "six months or more",
        Borderline = "borderline" => "six months in some parts of the year only",
        TooShort = "too_short" => "shorter than six months",
        Unstated = "unstated" => "no minimum stated",
    }
}

/// Returns how the minimum period of a log compares with six months.
pub fn retention(category: &LogCategory) -> Retention {
    match category
        .retention_min
        .stated()
        .map(|period| period.reaches_six_months())
    {
        None => Retention::Unstated,
        Some(None) => Retention::Borderline,
        Some(Some(true)) => Retention::Reaches,
        Some(Some(false)) => Retention::TooShort,
    }
}

/// How the maximum period of a log stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ceiling {
    /// It is stated. One below the minimum is an error of the inventory, so no document meets it.
    Stated,
    /// None is stated, and personal data is in the log.
    Missing,
    /// None is stated, and none is needed.
    NotAsked,
}

/// Returns how the maximum period of a log stands.
pub fn ceiling(log: &LogCategory) -> Ceiling {
    match log.retention_max.stated() {
        Some(_) => Ceiling::Stated,
        None if log.retention_max.is_open() && log.personal_data.is(&true) => Ceiling::Missing,
        None => Ceiling::NotAsked,
    }
}

/// How a measured period stands to the declared minimum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// The log is certainly kept for a shorter time than declared.
    Shorter,
    /// It is not certainly shorter.
    Agrees,
    /// No minimum is declared.
    Undeclared,
}

/// Returns how a measured period stands to the declared minimum; nothing when it was measured on something else.
pub fn measured(log: &LogCategory, found: &MeasuredRetention) -> Option<Measured> {
    let (category, days) = (log.category.stated()?, *found.days.stated()?);
    let is_named = |what: &String| what == category.key() || what == category.words();
    let is_same = found.category.is(category) || found.what.stated().is_some_and(is_named);
    is_same.then(|| match log.retention_min.stated() {
        None => Measured::Undeclared,
        Some(least) if days < u64::from(least.at_least_days()) => Measured::Shorter,
        Some(_) => Measured::Agrees,
    })
}

/// Returns the first day on which the documents of a system that was placed on the market need no longer be kept.
pub fn documents_kept_until(placed_on: Date) -> Date {
    let (year, month, day) = placed_on.numbers();
    let anniversary = format!("{:04}-{month:02}-{day:02}", year + DOCUMENTS_KEPT_YEARS);
    // 29 February has no anniversary, nor has a day near the end of the calendar; 1 March stands in.
    let stand_in = || Date::on(year + DOCUMENTS_KEPT_YEARS, 3, 1);
    anniversary.parse().unwrap_or_else(|_: String| stand_in())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_years_end_on_the_anniversary() {
        for (placed, until) in [
            ("2026-11-22", "2036-11-22"),
            ("2028-02-29", "2038-03-01"),
            ("2190-05-01", "2200-05-01"),
        ] {
            assert_eq!(documents_kept_until(placed.parse().unwrap()).to_string(), until);
        }
    }
}
