//! Days and periods, read strictly. A date is `YYYY-MM-DD` and nothing else; a period is an ISO 8601 duration
//! in years, months, weeks or days. Knows no clock: the as-of date is an input.

pub(crate) mod meant;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// The newtype name under which a decoder meets a [`Date`], so that it can say what kind of value was wrong.
pub const DATE: &str = "$actfile::Date";
/// The newtype name under which a decoder meets a [`Period`].
pub const PERIOD: &str = "$actfile::Period";

/// Every day between 1990 and 2200 and nothing else, for editors, which know no calendar: months by their length, and 29
/// February in leap years.
const DAYS: &str = "^((199[0-9]|2[01][0-9][0-9]|2200)-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|\
    (0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|\
    (199[26]|20(0[048]|[2468][048]|[13579][26])|21(0[48]|[2468][048]|[13579][26]))-02-29)$";
/// Periods as they are read, for editors: at least one number, none above 100,000.
const PERIODS: &str = "^P(?=[0-9])(0*([0-9]{1,5}|100000)Y)?(0*([0-9]{1,5}|100000)M)?\
    (0*([0-9]{1,5}|100000)W)?(0*([0-9]{1,5}|100000)D)?$";

/// A calendar day between 1990 and 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// A length of time such as `P6M`, `P90D` or `P10Y`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    months: u32,
    days: u32,
}

impl Date {
    /// Returns the day with these numbers; for constants of the law, which are real days.
    pub const fn on(year: i16, month: i8, day: i8) -> Self {
        Self(jiff::civil::date(year, month, day))
    }

    /// Returns the day `days` later (earlier when negative), or the day itself at the end of the calendar.
    pub fn plus_days(self, days: i32) -> Self {
        let span = jiff::Span::new().days(days);
        Self(self.0.checked_add(span).unwrap_or(self.0))
    }

    /// Returns the number of days from `self` until `later`; negative when `later` lies before.
    pub fn days_until(self, later: Self) -> i32 {
        self.0.until(later.0).map_or(0, |span| span.get_days())
    }

    /// Returns the day of a moment in UTC, in seconds since 1970, if it lies between 1990 and 2200.
    pub fn of_unix_seconds(seconds: i64) -> Option<Self> {
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        let day = jiff::tz::Offset::UTC.to_datetime(moment).date();
        (1990..=2200).contains(&day.year()).then_some(Self(day))
    }

    /// Returns whether the day is one from Monday to Friday.
    pub fn is_working_day(self) -> bool {
        self.0.weekday().to_monday_one_offset() <= 5
    }

    /// Returns year, month and day.
    pub fn numbers(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Returns the day as people write it, such as `2 December 2027`.
    pub fn in_words(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let (year, month, day) = self.numbers();
        format!("{day} {} {year}", MONTHS[usize::from(month.unsigned_abs()) - 1])
    }
}

/// Returns the moment that a text names (RFC 3339, with its offset), in seconds since 1970.
pub fn unix_seconds(text: &str) -> Option<i64> {
    text.parse::<jiff::Timestamp>()
        .ok()
        .map(jiff::Timestamp::as_second)
}

/// Returns a moment, in seconds since 1970, as the clock beside which it was written shows it: ISO 8601 with the distance
/// to UTC in seconds, `Z` where there is none.
pub fn moment(unix_seconds: i64, offset_seconds: i32) -> Option<String> {
    let moment = jiff::Timestamp::from_second(unix_seconds).ok()?;
    let offset = jiff::tz::Offset::from_seconds(offset_seconds).ok()?;
    let text = moment.display_with_offset(offset).to_string();
    Some(
        text.strip_suffix("+00:00")
            .map_or(text.clone(), |time| format!("{time}Z")),
    )
}

impl FromStr for Date {
    type Err = String;

    // jiff alone also reads `20261122` and date-times, so the shape is checked first.
    fn from_str(text: &str) -> Result<Self, String> {
        let has_shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !has_shape {
            return Err(format!(
                "`{text}` is not a date; write YYYY-MM-DD, such as 2026-11-22"
            ));
        }
        let date: jiff::civil::Date = text
            .parse()
            .map_err(|_| format!("`{text}` is not a day of the calendar"))?;
        match date.year() {
            1990..=2200 => Ok(Self(date)),
            year => Err(format!(
                "the year {year} is out of range; dates lie between 1990 and 2200"
            )),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(DATE, Written(PhantomData))
    }
}

/// Reads a value from its written form.
struct Written<T>(PhantomData<T>);

impl<'de, T: FromStr<Err = String>> de::Visitor<'de> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date or period as text")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl schemars::JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date",
            "pattern": DAYS,
            "patternErrorMessage": "A date is YYYY-MM-DD, a day of the calendar between 1990 and 2200.",
        })
    }
}

impl Period {
    /// The longest half-year in days: a period of days that reaches it is six months in any year.
    pub const LONGEST_SIX_MONTHS_IN_DAYS: u32 = 184;
    /// The shortest half-year in days: fewer days than this are never six months.
    pub const SHORTEST_SIX_MONTHS_IN_DAYS: u32 = 181;

    /// Returns years, months beyond them, and days.
    pub fn numbers(self) -> (usize, usize, usize) {
        let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        (
            number(self.months / 12),
            number(self.months % 12),
            number(self.days),
        )
    }

    /// Returns the shortest number of days that the period can mean.
    pub fn at_least_days(self) -> u32 {
        // A month is at least 28 days, but twelve months are at least 365 and six at least 181.
        let (years, months) = (self.months / 12, self.months % 12);
        let month_days = match months {
            0..=5 => months * 28 + months.saturating_sub(1) * 2,
            _ => Self::SHORTEST_SIX_MONTHS_IN_DAYS + (months - 6) * 30,
        };
        years * 365 + month_days + self.days
    }

    /// Returns a number of days that the period never exceeds.
    pub fn at_most_days(self) -> u32 {
        // No month has more than 31 days, no year more than 366.
        (self.months / 12) * 366 + (self.months % 12) * 31 + self.days
    }

    /// Returns whether the period is shorter than another, whatever the months.
    pub fn is_shorter_than(self, other: Self) -> bool {
        let is_part = self.months <= other.months && self.days <= other.days && self != other;
        is_part || self.at_most_days() < other.at_least_days()
    }

    /// Returns whether the period is six months or more, whatever the months: `None` when it depends on them.
    pub fn reaches_six_months(self) -> Option<bool> {
        if self.months >= 6 {
            return Some(true);
        }
        match self.at_least_days() {
            days if days >= Self::LONGEST_SIX_MONTHS_IN_DAYS => Some(true),
            days if days >= Self::SHORTEST_SIX_MONTHS_IN_DAYS => None,
            _ => Some(false),
        }
    }
}

impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("`{text}` is not a period; write an ISO 8601 duration such as P6M, P90D, P2W or P10Y");
        let mut rest = text
            .strip_prefix('P')
            .filter(|rest| !rest.is_empty())
            .ok_or_else(wrong)?;
        let (mut months, mut days, mut seen) = (0_u32, 0_u32, 0);
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let number: u32 = rest[..digits]
                .parse()
                .ok()
                .filter(|n| *n <= 100_000)
                .ok_or_else(wrong)?;
            let unit = rest[digits..].chars().next().ok_or_else(wrong)?;
            let rank = "YMWD".find(unit).ok_or_else(wrong)? + 1;
            if rank <= seen {
                return Err(wrong());
            }
            seen = rank;
            match unit {
                'Y' => months += number * 12,
                'M' => months += number,
                'W' => days += number * 7,
                _ => days += number,
            }
            rest = &rest[digits + 1..];
        }
        Ok(Self { months, days })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count: u32, unit: &str| match count {
            1 => format!("1 {unit}"),
            _ => format!("{count} {unit}s"),
        };
        let parts = [
            (self.months / 12, "year"),
            (self.months % 12, "month"),
            (self.days, "day"),
        ];
        let words: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, unit)| plural(*count, unit))
            .collect();
        f.write_str(&if words.is_empty() {
            "0 days".to_owned()
        } else {
            words.join(" ")
        })
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(PERIOD, Written(PhantomData))
    }
}

impl schemars::JsonSchema for Period {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "period".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": PERIODS, "patternErrorMessage": "A period is a duration of ISO 8601 such as P6M, P90D, P2W or P10Y."})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_the_clock_beside_it_shows() {
        for (seconds, offset, text) in [
            (0, 0, "1970-01-01T00:00:00Z"),
            (0, 19_800, "1970-01-01T05:30:00+05:30"),
            (-1, -3600, "1969-12-31T22:59:59-01:00"),
            (1_790_812_800, 7200, "2026-10-01T02:00:00+02:00"),
        ] {
            assert_eq!(moment(seconds, offset).as_deref(), Some(text));
            assert_eq!(unix_seconds(text), Some(seconds));
        }
        assert_eq!(moment(i64::MAX, 0), None);
        assert_eq!(moment(0, i32::MAX), None);
    }

    #[test]
    fn a_date_is_four_two_two_digits_and_a_real_day() {
        for good in ["2026-11-22", "2028-02-29", "1990-01-01"] {
            assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
        }
        for bad in [
            "2026-02-30",
            "2026-2-3",
            "20261122",
            "2026-11-22T10:00:00",
            "+2026-11-2",
            " 2026-11-2",
            "1989-12-31",
            "",
        ] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }

    #[test]
    fn six_months_are_at_least_184_days_and_never_fewer_than_181() {
        let verdict = |text: &str| text.parse::<Period>().unwrap().reaches_six_months();
        for (text, expected) in [
            ("P6M", Some(true)),
            ("P184D", Some(true)),
            ("P183D", None),
            ("P181D", None),
            ("P180D", Some(false)),
            ("P90D", Some(false)),
            ("P1Y", Some(true)),
            ("P30D", Some(false)),
            ("P5M", Some(false)),
            ("P27W", Some(true)),
        ] {
            assert_eq!(verdict(text), expected, "{text}");
        }
    }

    #[test]
    fn a_period_needs_a_unit_and_falling_units() {
        for bad in ["6M", "P", "P6", "PM", "P1D1Y", "P-1D", "PT5H", "P1.5Y"] {
            assert!(bad.parse::<Period>().is_err(), "{bad}");
        }
        assert_eq!("P1Y6M".parse::<Period>().unwrap().to_string(), "1 year 6 months");
    }
}
