//! The languages of a document: its own, and those of the passages met on the way. Each has the rules by which its
//! letters are shaped and its words broken. Does neither itself.

use crate::render::pdf::hyphens::Hyphens;
use rustybuzz::Language;
use std::collections::BTreeMap;
use std::str::FromStr;

/// The number of a language; the document's own is the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tongue(usize);

/// The languages by number.
pub(crate) struct Tongues {
    rules: Vec<Rules>,
    numbers: BTreeMap<String, Tongue>,
}

struct Rules {
    shaping: Option<Language>,
    hyphens: Hyphens,
}

impl Tongues {
    /// Returns the languages of a document in a language, such as `en`.
    pub(crate) fn of(document: &str) -> Self {
        Self {
            rules: vec![Rules::of(document)],
            numbers: BTreeMap::from([(document.to_owned(), Tongue::default())]),
        }
    }

    /// Returns the language of a passage; one that names none is in the document's.
    pub(crate) fn of_passage(&mut self, language: Option<&str>) -> Tongue {
        let Some(language) = language else {
            return Tongue::default();
        };
        if let Some(known) = self.numbers.get(language) {
            return *known;
        }
        let tongue = Tongue(self.rules.len());
        self.rules.push(Rules::of(language));
        self.numbers.insert(language.to_owned(), tongue);
        tongue
    }

    /// Returns where words of a language may be broken.
    pub(crate) fn hyphens(&self, tongue: Tongue) -> Hyphens {
        self.rules[tongue.0].hyphens
    }

    /// Returns what the shaper calls a language, if it knows it.
    pub(crate) fn shaping(&self, tongue: Tongue) -> Option<&Language> {
        self.rules[tongue.0].shaping.as_ref()
    }
}

impl Rules {
    fn of(language: &str) -> Self {
        Self {
            shaping: Language::from_str(language).ok(),
            hyphens: Hyphens::of(language),
        }
    }
}
