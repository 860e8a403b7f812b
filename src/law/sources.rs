//! The official texts that the table of rules rests on, and the table's own identity: its revision and the hash of a
//! canonical rendering. A changed rule changes the hash, so every document says which table it was made with.

use crate::calendar::Date;
use crate::law::canonical::canonical;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A text that rules rest on.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// The short name used in notes.
    pub key: &'static str,
    /// The title.
    pub title: &'static str,
    /// Where it is published.
    pub reference: &'static str,
    /// Its authority.
    pub standing: &'static str,
}

/// The texts, the binding ones first.
pub const SOURCES: &[Source] = &[
    Source {
        key: "AIA",
        title: "Regulation (EU) 2024/1689 (Artificial Intelligence Act)",
        reference: "OJ L, 2024/1689, 12.7.2024; CELEX 32024R1689",
        standing: "law",
    },
    Source {
        key: "OMN",
        title: "Regulation (EU) 2026/1744 (Digital Omnibus on AI)",
        reference: "OJ L, 2026/1744, 24.7.2026; CELEX 32026R1744",
        standing: "law",
    },
    Source {
        key: "G50",
        title: "Commission guidelines on Article 50",
        reference: "C(2026) 5054 final, 20.7.2026",
        standing: "guidance, not binding",
    },
    Source {
        key: "G5",
        title: "Commission guidelines on prohibited practices",
        reference: "C(2025) 5052 final, 29.7.2025",
        standing: "guidance, not binding; silent on Article 5(1)(ba) and (bb)",
    },
    Source {
        key: "GDEF",
        title: "Commission guidelines on the definition of an AI system",
        reference: "C(2025) 5053 final, 29.7.2025",
        standing: "guidance, not binding",
    },
    Source {
        key: "GGP",
        title: "Commission guidelines on general-purpose AI models",
        reference: "C(2025) 7719 final, 19.11.2025",
        standing: "guidance, not binding",
    },
    Source {
        key: "GHR",
        title: "Commission guidelines on high-risk classification",
        reference: "draft of 19.5.2026",
        standing: "draft guidance",
    },
];

/// The day on which the table was last checked against the texts; also the table's revision.
pub const VERIFIED_ON: Date = Date::on(2026, 11, 22);
/// The last day on which the table is taken to be current. The guidelines on high-risk classification (Article 6(5)) are
/// announced as final by the end of 2026, and several rules rest on their draft; two months are left to read them, and
/// after that the table has to be read again as a whole.
pub const VALID_UNTIL: Date = Date::on(2027, 2, 28);
/// The revision of the table, as documents print it.
pub const REVISION: &str = "2026-11-22";

/// Returns what has to be said wherever the table is used for a day after the last on which it is taken to be current.
pub fn outdated_on(day: Date) -> Option<String> {
    (day > VALID_UNTIL).then(|| {
        format!(
            "The rule table was last checked against the law on {}, to hold until {}, and is used here for {}. Law and \
             guidelines that came in between are not in it. Use a newer version of the program, or have somebody check \
             what changed before you rely on this.",
            VERIFIED_ON.in_words(),
            VALID_UNTIL.in_words(),
            day.in_words()
        )
    })
}

/// Returns the SHA-256 of the canonical rendering of the whole table, in lower-case hex.
pub fn rules_sha256() -> String {
    let digest = Sha256::digest(canonical().as_bytes());
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_one_revision_and_one_hash() {
        assert_eq!(rules_sha256().len(), 64);
        assert_eq!(VERIFIED_ON.to_string(), REVISION);
    }

    #[test]
    fn the_table_is_current_until_its_last_day_and_not_after() {
        assert!(VERIFIED_ON < VALID_UNTIL);
        for (day, is_outdated) in [
            (VERIFIED_ON, false),
            (VALID_UNTIL, false),
            (VALID_UNTIL.plus_days(1), true),
            (Date::on(2030, 8, 2), true),
        ] {
            let said = outdated_on(day);
            assert_eq!(said.is_some(), is_outdated, "{day}");
            assert!(said.is_none_or(|said| said.contains(&day.in_words())), "{day}");
        }
    }
}
