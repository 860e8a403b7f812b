//! How a register writes days. The form is said by the map and never guessed: `03/04/2026` is two days.

use crate::calendar::Date;

/// The forms that a map can name, the one that is taken without a word first.
pub(crate) const FORMS: &[&str] = &["YYYY-MM-DD", "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY"];

/// Returns the day that a text of this form names; what stands behind it, such as a time, does not matter.
pub(crate) fn day(text: &str, form: &str) -> Option<Date> {
    let text = text.split(['T', ' ']).next()?;
    let sign = form.chars().find(|c| !c.is_ascii_alphabetic())?;
    let parts: Vec<&str> = text.split(sign).collect();
    let places = form.split(sign);
    let part = |wanted: &str| {
        let at = places.clone().position(|place| place == wanted)?;
        let digits = parts.get(at).copied()?;
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(digits)
    };
    let (year, month, day) = (part("YYYY")?, part("MM")?, part("DD")?);
    let is_whole = parts.len() == places.clone().count();
    let date = format!("{year}-{month:0>2}-{day:0>2}").parse().ok();
    date.filter(|_| is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_form_that_is_named() {
        for (text, form, expected) in [
            ("2025-09-08", "YYYY-MM-DD", Some("2025-09-08")),
            ("2025-09-08 00:00:00", "YYYY-MM-DD", Some("2025-09-08")),
            ("2025-09-08T10:15:00Z", "YYYY-MM-DD", Some("2025-09-08")),
            ("8.9.2025", "DD.MM.YYYY", Some("2025-09-08")),
            ("9/8/2025", "MM/DD/YYYY", Some("2025-09-08")),
            ("9/8/2025", "DD/MM/YYYY", Some("2025-08-09")),
            ("30/2/2025", "DD/MM/YYYY", None),
            ("9/8/25", "MM/DD/YYYY", None),
            ("2025-09", "YYYY-MM-DD", None),
            ("2025-09-08-01", "YYYY-MM-DD", None),
            ("Q3 2025", "YYYY-MM-DD", None),
            ("", "YYYY-MM-DD", None),
        ] {
            let read = day(text, form).map(|day| day.to_string());
            assert_eq!(read.as_deref(), expected, "{text} as {form}");
        }
    }
}
