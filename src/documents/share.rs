//! Counts and shares of counts, worked out in whole numbers. What comes in are counts of an audit summary; what goes
//! out are words in which a share never stands without the numbers it was worked out from. A count that no record
//! gives stays unknown: nothing is estimated, and nothing becomes zero.

use crate::documents::shown::shown;
use crate::documents::trail::Said;
use crate::inventory::field::Field;
use crate::source::Span;
use crate::tongue::words::Words;

/// A count, or in which way there is none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Count {
    words: Words,
    known: Result<u64, String>,
    /// The fields that were counted together, and where they stand.
    said: Vec<(String, Span)>,
}

impl Count {
    /// Returns the count that a field states.
    pub(crate) fn of(words: Words, name: &str, field: &Field<u64>) -> Self {
        let known = match field {
            Field::Stated(said) => Ok(said.value),
            Field::Absent => Err(words.say_with("count-missing", &[("missing", words.missing(name).into())])),
            Field::NotApplicable(_) | Field::Unknown(_) => Err(shown(words, name, field, |_| String::new())),
        };
        let said = field.span().map(|at| (name.to_owned(), at));
        Self {
            words,
            known,
            said: said.into_iter().collect(),
        }
    }

    /// Returns the count that a field of a group states.
    pub(crate) fn within<T>(
        words: Words,
        group: &str,
        field: &Field<T>,
        name: &str,
        find: impl FnOnce(&T) -> &Field<u64>,
    ) -> Self {
        match field {
            Field::Stated(said) => Self::of(words, &format!("{group}.{name}"), find(&said.value)),
            Field::NotApplicable(said) => Self::of(words, group, &Field::NotApplicable(said.clone())),
            Field::Unknown(said) => Self::of(words, group, &Field::Unknown(said.clone())),
            Field::Absent => Self::of(words, group, &Field::Absent),
        }
    }

    /// Returns the sum; unknown as soon as one part is.
    pub(crate) fn plus(mut self, other: Self) -> Self {
        self.said.extend(other.said);
        let known = match (self.known, other.known) {
            (Ok(one), Ok(two)) => Ok(one.saturating_add(two)),
            (Err(why), _) | (Ok(_), Err(why)) => Err(why),
        };
        Self {
            words: self.words,
            known,
            said: self.said,
        }
    }

    /// Returns the count in words and notes where it was taken from.
    pub(crate) fn noted(self, said: &mut Said<'_>) -> String {
        let says = self.says();
        note(said, &says, self.said);
        says
    }

    /// Returns the count, the population and the share, and notes where both were taken from.
    pub(crate) fn noted_out_of(self, said: &mut Said<'_>, population: Self) -> String {
        let words = self.out_of(&population);
        note(said, &words, self.said.into_iter().chain(population.said));
        words
    }

    /// Returns the count, the population and the share in words, and the share in thousandths; a share that cannot be
    /// is none.
    pub(crate) fn share_of(&self, population: &Self) -> (String, Option<u32>) {
        let thousandths = match (&self.known, &population.known) {
            (Ok(n), Ok(all)) if n <= all && *all > 0 => {
                u32::try_from(u128::from(*n) * 1000 / u128::from(*all)).ok()
            }
            (Ok(_) | Err(_), Ok(_) | Err(_)) => None,
        };
        (self.out_of(population), thousandths)
    }

    /// Returns the count in words.
    fn says(&self) -> String {
        match &self.known {
            Ok(n) => n.to_string(),
            Err(why) => why.clone(),
        }
    }

    /// Returns the count, the population and the share, such as `398 of 412 (96.6%)`.
    fn out_of(&self, population: &Self) -> String {
        match (&self.known, &population.known) {
            (Err(why), _) => why.clone(),
            (Ok(n), Err(why)) => {
                let blanks = [("n", n.to_string().into()), ("why", why.as_str().into())];
                self.words.say_with("share-of-unknown", &blanks)
            }
            (Ok(0), Ok(0)) => self.words.say("share-of-none"),
            (Ok(n), Ok(all)) => {
                let (id, percent) = match n > all {
                    true => ("share-too-large", String::new()),
                    false => ("share", percent(self.words, *n, *all)),
                };
                // Numbers go in as texts: a blank that is a number has the precision of a fraction.
                let (n, all) = (n.to_string().into(), all.to_string().into());
                let blanks = [("n", n), ("all", all), ("percent", percent.into())];
                self.words.say_with(id, &blanks)
            }
        }
    }
}

fn note(said: &mut Said<'_>, words: &str, places: impl IntoIterator<Item = (String, Span)>) {
    for (name, at) in places {
        said.note(&name, words, at);
    }
}

/// Returns the share in percent with one decimal. Rounding never makes all out of nearly all, nor none out of a few.
fn percent(words: Words, n: u64, all: u64) -> String {
    let (n, all) = (u128::from(n), u128::from(all));
    let tenths = (n * 1000 + all / 2) / all.max(1);
    match tenths {
        1000 if n < all => words.say("percent-over"),
        0 if n > 0 => words.say("percent-under"),
        _ => {
            let (whole, tenth) = ((tenths / 10).to_string(), (tenths % 10).to_string());
            words.say_with("percent", &[("whole", whole.into()), ("tenth", tenth.into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::field::Unknown;
    use crate::source::{FileId, Spanned};

    fn said<T>(value: T) -> Spanned<T> {
        let span = Span {
            file: FileId(0),
            start: 0,
            end: 1,
        };
        Spanned::new(value, span)
    }

    fn count(n: u64) -> Count {
        Count::of(Words::default(), "merged", &Field::Stated(said(n)))
    }

    #[test]
    fn a_share_stands_beside_its_numbers() {
        for (n, all, expected) in [
            (398, 412, "398 of 412 (96.6%)"),
            (1, 3, "1 of 3 (33.3%)"),
            (2, 3, "2 of 3 (66.7%)"),
            (1, 8, "1 of 8 (12.5%)"),
            (1, 2000, "1 of 2000 (0.1%)"),
            (0, 5, "0 of 5 (0.0%)"),
            (5, 5, "5 of 5 (100.0%)"),
            (0, 0, "0 of 0"),
            (9_999, 10_000, "9999 of 10000 (over 99.9%)"),
            (1, 10_000, "1 of 10000 (under 0.1%)"),
            (3, 2, "3 of 2 (more than there are: check the counts)"),
            (
                u64::MAX,
                u64::MAX,
                "18446744073709551615 of 18446744073709551615 (100.0%)",
            ),
        ] {
            assert_eq!(count(n).out_of(&count(all)), expected);
        }
    }

    #[test]
    fn a_missing_count_is_unknown_and_never_zero() {
        let absent = Count::of(Words::default(), "metrics.merged", &Field::Absent);
        assert_eq!(absent.says(), "unknown (missing: metrics.merged)");
        assert_eq!(absent.out_of(&count(4)), "unknown (missing: metrics.merged)");
        assert_eq!(
            count(4).out_of(&absent),
            "4; population unknown (missing: metrics.merged)"
        );
        assert_eq!(count(4).plus(absent).says(), "unknown (missing: metrics.merged)");
        let asked = Field::Unknown(Box::new(said(Unknown {
            asked: Some("platform team".to_owned()),
            asked_on: None,
        })));
        assert!(
            Count::of(Words::default(), "n", &asked)
                .says()
                .starts_with("unknown"),
            "{asked:?}"
        );
    }

    #[test]
    fn a_sum_remembers_every_field_it_was_made_from() {
        let sum = count(2).plus(count(3));
        assert_eq!((sum.says().as_str(), sum.said.len()), ("5", 2));
    }
}
