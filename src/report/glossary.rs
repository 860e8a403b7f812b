//! The words that outputs use, in plain words: those of the Act with the place that says what they mean, and ours. A word
//! comes in, a page in Markdown goes out; what was mistyped leads to the words that come near. The book prints the same
//! words. Nothing here is a definition: the law decides.

use crate::law::cite::{Citation, listed};
use crate::law::sources::VERIFIED_ON;
use crate::law::terms::{Role, Tier};
use crate::law::words::{self, Word};
use crate::obligations::level::Level;
use std::cmp::Reverse;

/// Words of this program, in the order of the alphabet.
pub const OURS: &[(&str, &str)] = &[
    (
        "AI-BOM",
        "A bill of materials of AI systems: which models, data sets and services are inside, of whom and in which version.",
    ),
    (
        "As-of date",
        "The day for which documents speak. It decides what applies already and what comes later.",
    ),
    (
        "Audit summary",
        "Counts over a period, taken from logs: how often, how much, how many. It holds no person.",
    ),
    (
        "Build",
        "One making of all documents. Its id is a hash over the program, the rules, the options and the files of the inventory.",
    ),
    (
        "Class",
        "What the Act makes of a system: prohibited, high-risk, with duties of transparency, or none of these.",
    ),
    (
        "Draft",
        "A document that no role has approved. Every page says DRAFT until an approval is on record.",
    ),
    (
        "Duty",
        "Something the Act asks of somebody in a role, for a system, from a day on.",
    ),
    (
        "Edition",
        "The text of the Act as it was law in a period. Every build uses one.",
    ),
    (
        "Fact",
        "A question of the law with an answer: yes, no or unknown.",
    ),
    (
        "Finding",
        "Something that is wrong with the input, or that a person should look at. Errors keep documents from being made.",
    ),
    (
        "Gap",
        "Something that the documents ask for and the inventory does not show. It never keeps a document from being made.",
    ),
    (
        "Inventory",
        "The folder of YAML files that says what is so. It is written by you, and changed by the program only after a yes to `ask`.",
    ),
    (
        "Manifest",
        "The list of the files of a build with their hashes, and of the files they were made from.",
    ),
    ("Missing", "The inventory does not show it."),
    (
        "Not applicable",
        "Somebody said that a question does not concern them, and gave the reason.",
    ),
    (
        "Owed",
        "The law asks for it, of you, for this system, on this day.",
    ),
    (
        "Prepares for",
        "The law asks for it from a later day; what is on record counts towards that.",
    ),
    (
        "Provenance",
        "For each statement of a document: the record, the field and the line that it came from.",
    ),
    (
        "Record",
        "One piece of the inventory: a system, a model, a vendor, a notice, an incident.",
    ),
    (
        "Rule table",
        "The law as the program knows it, with a revision and the last day on which it is taken to be current.",
    ),
    (
        "Shown",
        "The inventory has what the duty asks for. Whether it is true and good enough is for people to judge.",
    ),
    (
        "Sign-off",
        "The roles that prepared, reviewed and approved a document, with the days. Without an approval every page says DRAFT.",
    ),
    (
        "Trail",
        "The way from a statement of a document back to the record, field and line that it came from; `provenance.json` has all of them.",
    ),
    (
        "Tripwires",
        "Nine questions in plain words; the answers decide what else is asked about a system.",
    ),
    ("Unknown", "Nobody has answered yet. It is never taken for a no."),
    (
        "Uses",
        "Keys in plain words for what a system is used for, such as screening applications. The program knows what each stands for in the law.",
    ),
    (
        "Waiver",
        "A gap that is accepted for a time: why, by which role, until when. It stays visible.",
    ),
];

/// How pressing a gap is, the most pressing first.
pub const LEVELS: &[(&str, &str)] = &[
    (
        Level::MustNow.key(),
        "The law asks for it today. No waiver changes that.",
    ),
    (
        Level::MustBy(VERIFIED_ON).key(),
        "The law asks for it from a later day, which the gap names.",
    ),
    (
        Level::Should.key(),
        "Guidance, a standard or another law asks for it, or a later step needs it.",
    ),
    (
        Level::Info.key(),
        "Worth knowing; nothing more is asked for today, or somebody is looking for the answer.",
    ),
];

/// How many words are told to a person who typed another.
const MOST_NEAR: usize = 3;
/// From how many letters on the beginning of a word stands for it.
const STEM: usize = 4;

/// A word with all the names under which it is found.
struct Entry {
    names: Vec<&'static str>,
    says: &'static str,
    cites: &'static [Citation],
}

/// Returns every word, once by the name that documents write.
pub fn all() -> Vec<&'static str> {
    let mut all: Vec<&str> = entries()
        .iter()
        .filter_map(|entry| entry.names.first())
        .copied()
        .collect();
    all.sort_by_key(|word| word.to_lowercase());
    all.dedup();
    all
}

/// Returns what is said about a word, below its heading; `None` for every other name.
pub(crate) fn says(typed: &str) -> Option<String> {
    let typed = plain(typed);
    let is_meant = |name: &&str| {
        let name = plain(name);
        name == typed || format!("{name}s") == typed
    };
    let found = entries()
        .into_iter()
        .filter(|entry| entry.names.iter().any(is_meant));
    let told: Vec<String> = found.map(|entry| told(&entry)).collect();
    (!told.is_empty()).then(|| told.join("\n"))
}

/// Returns the words that come near to what was typed, the nearest first: those that share a word with it, then those that
/// are spelled alike.
pub fn near(typed: &str) -> Vec<&'static str> {
    let typed = plain(typed);
    // Longer than any name, and not worth comparing.
    if typed.is_empty() || typed.len() > 100 {
        return Vec::new();
    }
    let rank = |word: &&'static str| {
        let name = plain(word);
        let n_shared = name.split(' ').filter(|part| shares(part, &typed)).count();
        let distance = strsim::damerau_levenshtein(&name, &typed);
        let is_near = n_shared > 0 || distance <= typed.len().min(name.len()) / 3;
        is_near.then_some((Reverse(n_shared), distance, *word))
    };
    let mut ranked: Vec<_> = all().iter().filter_map(rank).collect();
    ranked.sort_unstable();
    ranked
        .into_iter()
        .take(MOST_NEAR)
        .map(|(_, _, word)| word)
        .collect()
}

/// Returns whether a word of a name begins like a word that was typed.
fn shares(part: &str, typed: &str) -> bool {
    typed.split(' ').any(|typed| {
        let shorter = part.len().min(typed.len());
        shorter >= STEM && (part.starts_with(typed) || typed.starts_with(part))
    })
}

fn told(entry: &Entry) -> String {
    match entry.cites {
        [] => format!("{}\n", entry.says),
        cites => format!("{}\n\nStands in: {}\n", entry.says, listed(cites)),
    }
}

fn entries() -> Vec<Entry> {
    let of_law = |names: Vec<&'static str>, word: Word| Entry {
        names: [vec![word.word], names].concat(),
        says: word.says,
        cites: word.cites,
    };
    let general = words::WORDS.iter().map(|word| of_law(Vec::new(), *word));
    let roles = Role::ALL
        .iter()
        .map(|it| of_law(vec![it.key()], words::role(*it)));
    let tiers = Tier::ALL
        .iter()
        .map(|it| of_law(vec![it.key(), it.words()], words::tier(*it)));
    let ours = OURS.iter().chain(LEVELS).map(|(word, says)| Entry {
        names: vec![word],
        says,
        cites: &[],
    });
    general.chain(roles).chain(tiers).chain(ours).collect()
}

/// Returns a name without what people write in different ways.
fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace(['-', '_'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_one_meaning_and_a_whole_sentence() {
        let entries = entries();
        let mut names: Vec<String> = entries
            .iter()
            .flat_map(|it| it.names.iter().map(|it| plain(it)))
            .collect();
        names.sort();
        names.dedup();
        for name in names {
            let n_meanings = entries
                .iter()
                .filter(|it| it.names.iter().any(|it| plain(it) == name))
                .count();
            assert_eq!(n_meanings, 1, "{name}");
        }
        for entry in &entries {
            assert!(entry.says.ends_with('.'), "{}", entry.says);
        }
        assert!(OURS.is_sorted_by_key(|(word, _)| word.to_lowercase()));
    }

    #[test]
    fn a_word_is_found_however_it_is_written() {
        for (typed, words) in [
            ("deployer", "Art. 3(4)"),
            ("Deployers", "Art. 3(4)"),
            ("authorised-representative", "Art. 3(5)"),
            ("authorised_representative", "Art. 3(5)"),
            ("Placing on the market", "Art. 3(9)"),
            ("putting-into-service", "Art. 3(11)"),
            ("HIGH RISK", "Art. 6(1)"),
            ("must now", "No waiver"),
            ("gaps", "does not show"),
            ("sign-off", "approved"),
            ("not_applicable", "gave the reason"),
        ] {
            let told = says(typed).unwrap_or_default();
            assert!(told.contains(words), "{typed}: {told}");
        }
        assert_eq!(says("weather"), None);
        assert_eq!(says(""), None);
    }

    #[test]
    fn a_word_that_is_mistyped_leads_to_those_that_come_near() {
        for (typed, expected) in [
            ("deployr", vec!["deployer"]),
            ("market", vec!["placing on the market"]),
            ("represent", vec!["authorised representative"]),
            ("serviced", vec!["putting into service"]),
            ("provenence", vec!["Provenance"]),
            ("weather forecast", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(near(typed), expected, "{typed}");
        }
    }
}
