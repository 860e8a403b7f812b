//! What documents say in their language: phrases by id, terms of closed lists, days, periods, lists, and in which way
//! something is missing. A phrase that cannot be said leaves a mark, for which the document is refused.

use crate::calendar::{Date, Period};
use crate::term::Term;
use crate::tongue::catalog::{self, Catalog};
use crate::tongue::language::{Language, Tag};
use crate::tongue::marks;
use fluent_bundle::FluentValue;
use std::fmt::Display;

/// What fills a blank of a phrase: a text, or a number that decides between singular and plural.
pub type Blank<'a> = FluentValue<'a>;

/// The words of one document.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    catalog: Option<&'static Catalog>,
    language: Language,
    quotes: Quotes,
    fields: Fields,
}

/// Whether texts of the inventory are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// They are in the language of the document.
    Alike,
    /// They are in another language.
    Marked,
}

/// Whether it is said in which field something would stand that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fields {
    /// It is: readers keep the inventory.
    Named,
    /// It is not: readers have nothing to do with the inventory.
    Untold,
}

impl Default for Words {
    /// Returns the words of documents that are made in one language only.
    fn default() -> Self {
        Self::of(Language::En)
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        (self.language, self.quotes, self.fields) == (other.language, other.quotes, other.fields)
    }
}

impl Words {
    /// Returns the words of a language.
    pub fn of(language: Language) -> Self {
        Self {
            catalog: catalog::of(language),
            language,
            quotes: Quotes::Alike,
            fields: Fields::Named,
        }
    }

    /// Returns the same for a document about an inventory that is written in this language.
    pub fn about(self, inventory: &Tag) -> Self {
        let quotes = match inventory.is(self.language) {
            true => Quotes::Alike,
            false => Quotes::Marked,
        };
        Self { quotes, ..self }
    }

    /// Returns the same for texts that cannot set anything apart, such as the labels of a picture.
    pub fn unmarked(self) -> Self {
        Self {
            quotes: Quotes::Alike,
            ..self
        }
    }

    /// Returns the same for readers who have nothing to do with the fields of the inventory.
    pub fn naming_no_field(self) -> Self {
        Self {
            fields: Fields::Untold,
            ..self
        }
    }

    /// Returns whether what is missing is named by its field.
    pub fn names_fields(self) -> bool {
        self.fields == Fields::Named
    }

    /// Returns whether texts of the inventory are set apart, because they are in another language.
    pub fn marks_quotes(self) -> bool {
        self.quotes == Quotes::Marked
    }

    /// Returns the language.
    pub fn language(self) -> Language {
        self.language
    }

    /// Returns a phrase, or why it cannot be said.
    ///
    /// # Errors
    /// Fails when the language has no such phrase, or the phrase has a blank that nothing fills.
    pub fn try_say(self, id: &str, blanks: &[(&str, Blank<'_>)]) -> Result<String, String> {
        let catalog = self.catalog.ok_or_else(|| "no catalog".to_owned());
        let phrase = catalog.and_then(|catalog| catalog.phrase(id, blanks));
        phrase.map_err(|why| format!("{} in {}", why, self.language.words()))
    }

    /// Returns a phrase.
    pub fn say(self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// Returns a phrase with its blanks filled.
    pub fn say_with(self, id: &str, blanks: &[(&str, Blank<'_>)]) -> String {
        self.try_say(id, blanks)
            .unwrap_or_else(|why| marks::not_said(&why))
    }

    /// Returns a text of a table in the program. The table holds the English; `id` names it in the other catalogs.
    pub fn told(self, id: &str, english: &str) -> String {
        match self.language == Language::En {
            true => english.to_owned(),
            false => self.say(id),
        }
    }

    /// Returns the words of a term.
    pub fn term(self, term: impl Term) -> String {
        self.told(&format!("{}-{}", term.list(), term.name()), term.words())
    }

    /// Returns a text of the inventory, marked where it is in another language than the document. A text without letters,
    /// such as a version, is in none.
    pub fn quote(self, text: &str) -> String {
        match self.quotes {
            Quotes::Marked if text.contains(char::is_alphabetic) => marks::quoted(text),
            Quotes::Marked | Quotes::Alike => text.to_owned(),
        }
    }

    /// Returns a day as people write it.
    pub fn day(self, day: Date) -> String {
        let (year, month, number) = day.numbers();
        let month = self.say(&format!("month-{month}"));
        let year = year.to_string();
        self.say_with(
            "day",
            &[
                ("day", i64::from(number).into()),
                ("month", month.into()),
                ("year", year.into()),
            ],
        )
    }

    /// Returns a length of time as people write it.
    pub fn period(self, period: Period) -> String {
        let (years, months, days) = period.numbers();
        let parts = [("n-years", years), ("n-months", months), ("n-days", days)];
        let stated = parts.iter().filter(|(_, n)| *n > 0);
        let words: Vec<String> = stated.map(|(id, n)| self.counted(id, *n)).collect();
        match words.is_empty() {
            true => self.counted("n-days", 0),
            false => words.join(" "),
        }
    }

    /// Returns a number of things in words, by a phrase that asks for `n`.
    pub fn counted(self, id: &str, n: usize) -> String {
        self.say_with(id, &[("n", n.into())])
    }

    /// Returns the words of a list on one line, and that there is nothing for an empty list: the record says so. Whole
    /// sentences follow each other as sentences; items with commas are kept apart by semicolons.
    pub fn list(self, items: impl IntoIterator<Item = impl Display>) -> String {
        let items: Vec<String> = items
            .into_iter()
            .map(|item| item.to_string().trim().to_owned())
            .collect();
        let joint = match &items {
            _ if items.iter().any(|item| marks::plain(item).ends_with('.')) => " ".to_owned(),
            _ if items.iter().any(|item| item.contains(',')) => self.say("between-long-items"),
            _ => ", ".to_owned(),
        };
        match items.is_empty() {
            true => self.say("none"),
            false => items.join(&joint),
        }
    }

    /// Returns the words for a field that the record is silent about.
    pub fn missing(self, name: &str) -> String {
        if self.fields == Fields::Untold {
            return self.say("missing-untold");
        }
        // Which item of a list lacks the field is plain from the row; `[0]` would only puzzle.
        let field: String = name
            .split('[')
            .map(|part| part.split_once(']').map_or(part, |(_, rest)| rest))
            .collect();
        self.say_with("missing", &[("field", field.into())])
    }
}
