//! The clock, read in this one place and only when no day was given. The day is that of UTC, so that a time zone
//! changes no document.

use actfile::calendar::Date;
use actfile::failure::Failure;
use actfile::sign::allowed::Moment;

/// Returns today.
pub(crate) fn today() -> Result<Date, Failure> {
    let now = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now());
    now.date().to_string().parse().map_err(|error| {
        Failure::Refused(format!(
            "the clock of this computer is wrong: {error}; give the day with --as-of"
        ))
    })
}

/// Returns the beginning of a given day, else this moment.
pub(crate) fn moment(day: Option<Date>) -> Moment {
    let digits = match day {
        Some(day) => day.to_string().replace('-', "") + "000000",
        None => jiff::tz::Offset::UTC
            .to_datetime(jiff::Timestamp::now())
            .strftime("%Y%m%d%H%M%S")
            .to_string(),
    };
    Moment(digits.parse().unwrap_or_default())
}
