//! Where a word may be broken at the end of a line, by the patterns of the document's language. Only plain words:
//! in a code, id, address or path a hyphen would look like part of it. Says where, never whether.

use hypher::{Lang, hyphenate};

/// The fewest letters of a word that is worth breaking.
const SHORTEST: usize = 7;
/// The most bytes of a word; longer rows of letters are no words, and the patterns are not made for them.
const LONGEST: usize = 40;

/// The patterns of a language; without any, no word is broken.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Hyphens(Option<Lang>);

impl Hyphens {
    /// Returns the patterns for a tag such as `en` or `en-GB`.
    pub(crate) fn of(language: &str) -> Self {
        match language.as_bytes() {
            [first, second] | [first, second, b'-', ..] => Self(Lang::from_iso([*first, *second])),
            _ => Self(None),
        }
    }

    /// Returns after which bytes a hyphen may stand in a text between two blanks; none unless it is a plain word,
    /// with or without punctuation around it.
    pub(crate) fn places(self, text: &str) -> Vec<usize> {
        let opened = text.trim_start_matches(['(', '[', '“', '‘', '„', '«', '"', '\'', '\u{202F}']);
        let opened = after_particle(opened);
        let word = opened.trim_end_matches([
            ')', ']', '”', '’', '»', '"', '\'', '.', ',', ';', ':', '!', '?', '…', '\u{202F}',
        ]);
        let Some(language) = self.0.filter(|_| is_plain(word)) else {
            return Vec::new();
        };
        let mut at = text.len() - opened.len();
        let mut places: Vec<usize> = hyphenate(word, language)
            .map(|syllable| {
                at += syllable.len();
                at
            })
            .collect();
        // The last syllable ends the word.
        places.pop();
        places
    }
}

// French and Italian write an article or particle and its word as one: `l’organisation`, `dell’intervento`.
fn after_particle(text: &str) -> &str {
    match text.split_once(['’', '\'']) {
        Some((particle, rest)) if particle.chars().all(char::is_alphabetic) => rest,
        Some(_) | None => text,
    }
}

// A capital inside a word makes it an abbreviation or a name that is spelled with care.
fn is_plain(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic)
        && letters.all(char::is_lowercase)
        && word.chars().count() >= SHORTEST
        && word.len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_broken_between_syllables() {
        let cases = [
            ("transparency", "trans-parency"),
            ("(extensive),", "(ex-ten-sive),"),
        ];
        for (word, expected) in cases {
            let mut broken = word.to_owned();
            let places = Hyphens::of("en").places(word);
            places.iter().rev().for_each(|at| broken.insert(*at, '-'));
            assert_eq!(broken, expected);
        }
    }

    #[test]
    fn a_word_is_broken_behind_its_particle_and_before_a_narrow_blank() {
        let cases = [
            ("fr", "l’organisation", "l’or-ga-ni-sa-tion"),
            (
                "fr",
                "«\u{202F}déclaration\u{202F}»,",
                "«\u{202F}dé-cla-ra-tion\u{202F}»,",
            ),
            ("fr", "déployeur\u{202F};", "dé-ployeur\u{202F};"),
            ("it", "dell’intervento", "dell’in-ter-ven-to"),
            ("es", "transparencia", "trans-pa-ren-cia"),
            ("en", "provider’s", "provider’s"),
        ];
        for (language, word, expected) in cases {
            let mut broken = word.to_owned();
            let places = Hyphens::of(language).places(word);
            places.iter().rev().for_each(|at| broken.insert(*at, '-'));
            assert_eq!(broken, expected);
        }
    }

    #[test]
    fn nothing_else_is_broken() {
        for text in [
            "",
            "short",
            "cv-screening-warehouse",
            "oversight.measures",
            "https://example.org/information",
            "information/documentation",
            "information_documentation",
            "CycloneDX",
            "DOCUMENTATION",
            "9f86d081884c7d659a2feaa0",
            "@documentation",
            ".documentation",
            "--documentation",
            "documentation=information",
            "documentationdocumentationdocumentationdocumentation",
        ] {
            assert_eq!(Hyphens::of("en").places(text), [0; 0], "{text}");
        }
        for language in ["", "e", "xx", "english"] {
            assert_eq!(
                Hyphens::of(language).places("documentation"),
                [0; 0],
                "{language}"
            );
        }
    }
}
