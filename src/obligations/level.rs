//! How pressing a gap is. The words of levels come from here and nowhere else.

use crate::calendar::Date;
use std::fmt;

/// How pressing a gap is, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The law applies today to this system in this role.
    MustNow,
    /// The law applies from a later day.
    MustBy(Date),
    /// Guidance or a standard asks for it.
    Should,
    /// Worth knowing.
    Info,
}

impl Level {
    /// Returns the level of a duty that applies from a day, seen on another day.
    pub fn of_law(from: Date, as_of: Date) -> Self {
        match from <= as_of {
            true => Self::MustNow,
            false => Self::MustBy(from),
        }
    }

    /// Returns the key of the level on the command line and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::MustNow => "must-now",
            Self::MustBy(_) => "must-by",
            Self::Should => "should",
            Self::Info => "info",
        }
    }

    /// Returns the level of a gap that somebody is asking about. A duty does not shrink while an answer is sought;
    /// a recommendation does.
    pub const fn while_asked(self) -> Self {
        match self {
            Self::MustNow | Self::MustBy(_) => self,
            Self::Should | Self::Info => Self::Info,
        }
    }

    /// Returns whether a duty of the law stands behind the level.
    pub const fn is_must(self) -> bool {
        match self {
            Self::MustNow | Self::MustBy(_) => true,
            Self::Should | Self::Info => false,
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MustNow => f.write_str("must now"),
            Self::MustBy(day) => write!(f, "must by {}", day.in_words()),
            Self::Should => f.write_str("should"),
            Self::Info => f.write_str("info"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_print_one_way_and_sort_by_urgency() {
        let (early, late) = (Date::on(2026, 12, 2), Date::on(2027, 12, 2));
        let levels = [
            Level::MustNow,
            Level::MustBy(early),
            Level::MustBy(late),
            Level::Should,
            Level::Info,
        ];
        assert!(levels.is_sorted());
        let words: Vec<_> = levels.iter().map(ToString::to_string).collect();
        assert_eq!(
            words,
            [
                "must now",
                "must by 2 December 2026",
                "must by 2 December 2027",
                "should",
                "info"
            ]
        );
    }

    #[test]
    fn a_duty_is_must_now_on_its_first_day() {
        let day = Date::on(2026, 12, 2);
        assert_eq!(Level::of_law(day, day), Level::MustNow);
        assert_eq!(Level::of_law(day, day.plus_days(-1)), Level::MustBy(day));
    }
}
