//! The editions of the Act: the text as published and the text as amended. An edition is chosen by the day that is
//! asked about, or by name. Says which text is law on a day, not which duty already applies (that is `dates`).

use crate::calendar::Date;
use std::fmt;
use std::str::FromStr;

/// One text of the Act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// Regulation (EU) 2024/1689 as published.
    Oj2024,
    /// The same as amended by Regulation (EU) 2026/1744.
    Omnibus2026,
}

impl Edition {
    /// Every edition, the earliest first.
    pub const ALL: &[Self] = &[Self::Oj2024, Self::Omnibus2026];

    /// Returns the name used on the command line and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Oj2024 => "oj-2024",
            Self::Omnibus2026 => "omnibus-2026",
        }
    }

    /// Returns the title that documents print.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Oj2024 => "Regulation (EU) 2024/1689",
            Self::Omnibus2026 => "Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744",
        }
    }

    /// Returns where the official texts are published (European Legislation Identifier), the act before what amends it.
    pub const fn addresses(self) -> &'static [&'static str] {
        match self {
            Self::Oj2024 => &["http://data.europa.eu/eli/reg/2024/1689/oj"],
            Self::Omnibus2026 => &[
                "http://data.europa.eu/eli/reg/2024/1689/oj",
                "http://data.europa.eu/eli/reg/2026/1744/oj",
            ],
        }
    }

    /// Returns the first day on which this text is law (Article 113; Article 4 of the amending act).
    pub const fn in_force_from(self) -> Date {
        match self {
            Self::Oj2024 => Date::on(2024, 8, 1),
            Self::Omnibus2026 => Date::on(2026, 7, 27),
        }
    }

    /// Returns whether what is law from `since` until before `until` belongs to this text.
    pub fn has(self, since: Date, until: Option<Date>) -> bool {
        let day = self.in_force_from();
        since <= day && until.is_none_or(|until| day < until)
    }

    /// Returns the text that is law on a day; before the first, the first.
    pub fn on(day: Date) -> Self {
        let in_force = Self::ALL
            .iter()
            .rev()
            .find(|edition| edition.in_force_from() <= day);
        in_force.copied().unwrap_or(Self::Oj2024)
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Edition {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.iter().find(|edition| edition.key() == text);
        known
            .copied()
            .ok_or_else(|| format!("`{text}` is not an edition; choose oj-2024 or omnibus-2026"))
    }
}

impl serde::Serialize for Edition {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_amended_text_is_law_from_27_july_2026() {
        for (day, edition) in [
            ("2024-01-01", Edition::Oj2024),
            ("2026-07-26", Edition::Oj2024),
            ("2026-07-27", Edition::Omnibus2026),
            ("2030-01-01", Edition::Omnibus2026),
        ] {
            assert_eq!(Edition::on(day.parse().unwrap()), edition, "{day}");
        }
        assert_eq!("oj-2024".parse(), Ok(Edition::Oj2024));
        assert!("oj-2025".parse::<Edition>().is_err());
    }
}
