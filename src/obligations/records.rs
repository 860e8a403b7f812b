//! How long logs and documents are kept, measured against the floors of Articles 18, 19 and 26(6).

use crate::calendar::Date;
use crate::inventory::audit::LogCategory;
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
