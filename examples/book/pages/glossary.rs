//! The page with the terms of the field in plain words, which `actfile explain` tells too. Terms and words come from the
//! tables; nothing here is a definition: the law decides.

use crate::pages::words::{table, typed};
use actfile::law::cite::listed;
use actfile::law::coverage::Treatment;
use actfile::law::terms::{Role, SizeClass, Tier};
use actfile::law::words::{WORDS, Word, role, tier};
use actfile::report::glossary::{LEVELS, OURS};
use actfile::term::sentence_case;

pub(crate) fn page() -> String {
    let words = OURS
        .iter()
        .map(|(word, says)| [(*word).to_owned(), (*says).to_owned()]);
    let of_law = WORDS
        .iter()
        .map(|it| [sentence_case(it.word), it.says.to_owned(), listed(it.cites)]);
    let sections = [
        ("Words of the documents", table(["Word", "In plain words"], words)),
        (
            "Words of the Act",
            table(["Word", "In plain words", "Stands in"], of_law),
        ),
        (
            "Roles",
            keyed(Role::ALL.iter().map(|it| (it.key(), it.words(), role(*it)))),
        ),
        (
            "Classes of systems",
            keyed(Tier::ALL.iter().map(|it| (it.key(), it.words(), tier(*it)))),
        ),
        ("Sizes of organisations", sizes()),
        ("Levels of gaps", levels()),
        ("What becomes of a provision", treatments()),
    ];
    let told = sections
        .iter()
        .map(|(head, says)| format!("\n## {head}\n\n{says}"));
    format!(
        "# Glossary\n\nThe terms of the field in plain words. They help to read the documents and define nothing: what a \
         word means in law, the law says. `actfile explain` tells each of them: `actfile explain deployer`.\n{}",
        told.collect::<String>()
    )
}

fn keyed<'t>(terms: impl Iterator<Item = (&'t str, &'t str, Word)>) -> String {
    let rows = terms.map(|(key, words, word)| {
        [
            typed(key),
            sentence_case(words),
            word.says.to_owned(),
            listed(word.cites),
        ]
    });
    table(["Key", "In documents", "In plain words", "Stands in"], rows)
}

fn sizes() -> String {
    let rows = SizeClass::ALL
        .iter()
        .map(|size| [typed(size.key()), sentence_case(size.words())]);
    format!(
        "They decide on some reliefs and on ceilings for fines.\n\n{}",
        table(["Key", "In documents"], rows)
    )
}

fn levels() -> String {
    let rows = LEVELS.iter().map(|(key, says)| [typed(key), (*says).to_owned()]);
    table(["Key", "In plain words"], rows)
}

fn treatments() -> String {
    let rows = Treatment::ALL
        .iter()
        .map(|it| [sentence_case(it.words()), it.means().to_owned()]);
    format!(
        "The page on coverage says of every provision of the Act what becomes of it in the program.\n\n{}",
        table(["Word", "What it means"], rows)
    )
}
