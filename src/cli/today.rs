//! The clock, read in this one place and only when no day was given. The day is that of UTC, so that a time zone
//! changes no document.

use actfile::calendar::Date;
use actfile::failure::Failure;

/// Returns today.
pub(crate) fn today() -> Result<Date, Failure> {
    let now = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now());
    now.date().to_string().parse().map_err(|error| {
        Failure::Refused(format!(
            "the clock of this computer is wrong: {error}; give the day with --as-of"
        ))
    })
}
