//! Which day somebody meant who wrote it in another form: `31.12.2026`, `12/31/2026`, `31 December 2026`. Returns every day
//! that the text can mean, and reads none of them in place of the other; what is written stays an error.

use crate::calendar::Date;

/// The months in English and German: their names, and how they are cut short.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "jänner"],
    &["february", "feb", "februar"],
    &["march", "mar", "märz", "mrz"],
    &["april", "apr"],
    &["may", "mai"],
    &["june", "jun", "juni"],
    &["july", "jul", "juli"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["october", "oct", "oktober", "okt"],
    &["november", "nov"],
    &["december", "dec", "dezember", "dez"],
];

/// The longest text that can be a day.
const LONGEST: usize = 40;

/// Returns the days that a text can mean, each once: none, one, or two where day and month cannot be told apart.
pub(crate) fn meant(text: &str) -> Vec<Date> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let is_between = |char: char| char.is_whitespace() || "./-,".contains(char);
    let parts: Vec<&str> = text.split(is_between).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else {
        return Vec::new();
    };
    let days = match (month(first), month(second)) {
        (Some(month), _) => vec![day(third, &month, second)],
        (None, Some(month)) => vec![day(third, &month, first)],
        (None, None) if first.len() == 4 => vec![day(first, second, third)],
        (None, None) => vec![day(third, second, first), day(third, first, second)],
    };
    let mut days: Vec<Date> = days.into_iter().flatten().collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Returns the number of a month that is written as a word.
fn month(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    Some((at + 1).to_string())
}

/// Returns the day with these numbers, the year in four digits, if there is one.
fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    // English writes 1st, 2nd, 3rd and 4th.
    let ending = ["st", "nd", "rd", "th"].into_iter();
    let day = ending.filter_map(|it| day.strip_suffix(it)).next().unwrap_or(day);
    let is_year = year.len() == 4;
    is_year.then(|| format!("{year}-{month:0>2}-{day:0>2}").parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_another_form_is_read_in_every_way_that_is_one() {
        for (text, expected) in [
            ("31.12.2026", "2026-12-31"),
            ("1. 5. 2026", "2026-01-05 2026-05-01"),
            ("12/31/2026", "2026-12-31"),
            ("31/12/2026", "2026-12-31"),
            ("03/04/2026", "2026-03-04 2026-04-03"),
            ("5/5/2026", "2026-05-05"),
            ("2026/12/31", "2026-12-31"),
            ("2026.1.5", "2026-01-05"),
            ("2026-2-3", "2026-02-03"),
            ("31 December 2026", "2026-12-31"),
            ("December 31st, 2026", "2026-12-31"),
            ("31. Dezember 2026", "2026-12-31"),
            ("1. März 2026", "2026-03-01"),
            ("31-Dec-2026", "2026-12-31"),
            // Not one day, or none at all.
            ("31.12.26", ""),
            ("12/2026", ""),
            ("30.02.2026", ""),
            ("2026-13-01", ""),
            ("31 Brumaire 2026", ""),
            ("1.1.1.2026", ""),
            ("31.12.1026", ""),
            ("soon", ""),
            ("", ""),
        ] {
            let days: Vec<String> = meant(text).iter().map(ToString::to_string).collect();
            assert_eq!(days.join(" "), expected, "{text}");
        }
    }
}
