//! Which change a change says that it reverts, in the words that git hosts put into such a change.

use crate::import::fingerprint::print_of;
use crate::import::reviews::change::Change;
use std::collections::BTreeSet;

/// Later reverts say little about the change.
const LONGEST: i64 = 30 * 24 * 60 * 60;

/// What a change says that it reverts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Reverts {
    number: Option<u64>,
    commit: Option<u64>,
    title: Option<u64>,
}

impl Reverts {
    /// Reads it from title and text, such as `Revert "Add login"` and `Reverts acme/shop#12`.
    pub(super) fn of(title: &str, text: &str) -> Self {
        let title = title.trim();
        let quoted = title
            .strip_prefix("Revert \"")
            .and_then(|rest| rest.strip_suffix('"'));
        let mut reverts = Self {
            title: quoted.map(|title| print_of(&title)),
            ..Self::default()
        };
        for line in text.lines().map(str::trim) {
            if let Some(commit) = line.strip_prefix("This reverts commit ") {
                let commit: String = commit.chars().take_while(char::is_ascii_hexdigit).collect();
                reverts.commit = reverts.commit.or(Some(print_of(&commit)));
            }
            let number = line
                .strip_prefix("Reverts ")
                .or_else(|| line.strip_prefix("This reverts merge request "));
            reverts.number = reverts.number.or_else(|| number_in(number?));
        }
        reverts
    }

    fn is_about(&self, change: &Change) -> bool {
        match (self.number, self.commit, self.title) {
            (Some(number), _, _) => number == change.number,
            (None, Some(commit), _) if change.merge_commit.is_some() => change.merge_commit == Some(commit),
            (None, _, title) => title == Some(change.title),
        }
    }
}

/// Returns the number after `#` or `!` in `acme/shop#12`, `#12` or `!12`.
fn number_in(text: &str) -> Option<u64> {
    let word = text.split_whitespace().next()?;
    let (_, number) = word.rsplit_once(['#', '!'])?;
    number
        .trim_end_matches(|c: char| !c.is_ascii_digit())
        .parse()
        .ok()
}

/// Returns how many changes of one project were reverted by one of `by` within 30 days; each counts once.
pub(super) fn count<'c>(all: &[&Change], by: impl Iterator<Item = &'c Change>) -> u64 {
    let mut reverted = BTreeSet::new();
    for change in by {
        let Some(at) = change.merged else { continue };
        let earlier = all.iter().filter(|it| {
            it.merged
                .is_some_and(|merged| merged <= at && at - merged <= LONGEST)
                && it.print != change.print
        });
        let latest = earlier
            .filter(|it| change.reverts.is_about(it))
            .max_by_key(|it| it.merged);
        reverted.extend(latest.map(|it| it.print));
    }
    u64::try_from(reverted.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_reverted_is_read_from_the_words_of_git_hosts() {
        let title = |title: &str| Some(print_of(&title));
        let commit = |id: &str| Some(print_of(&id.to_owned()));
        for (says, text, number, id, quoted) in [
            (
                "Revert \"Add login\"",
                "Reverts acme/shop#12",
                Some(12),
                None,
                title("Add login"),
            ),
            ("Revert \"Add login\"", "", None, None, title("Add login")),
            (
                "Undo login",
                "This reverts commit 0a1b2c.",
                None,
                commit("0a1b2c"),
                None,
            ),
            ("Undo login", "This reverts merge request !7", Some(7), None, None),
            (
                "Revert to old colours",
                "It reverts acme/shop#12",
                None,
                None,
                None,
            ),
            ("Add login", "Reverts the decision of last week", None, None, None),
        ] {
            let reverts = Reverts {
                number,
                commit: id,
                title: quoted,
            };
            assert_eq!(Reverts::of(says, text), reverts, "{says}, {text}");
        }
    }
}
