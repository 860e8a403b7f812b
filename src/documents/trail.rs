//! The trail from a document back to the inventory. While a view is built, every value passes through here: out come
//! the words to print, and what was printed is noted with record, field and place. What is missing leaves no
//! statement; the gap register is its place.

use crate::documents::document::Statement;
use crate::documents::shown::{Shown, shown};
use crate::inventory::field::Field;
use crate::source::Span;
use crate::tongue::marks;
use crate::tongue::words::Words;

/// The statements of one document, in the order in which its view was built.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    words: Words,
    statements: Vec<Statement>,
}

/// A trail that is at one section and one record.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    trail: &'a mut Trail,
    section: &'a str,
    record: &'a str,
}

impl Trail {
    /// Begins the trail of a document that is made in several languages.
    pub(crate) fn of(words: Words) -> Self {
        Self {
            words,
            statements: Vec::new(),
        }
    }

    /// Returns the words of the document.
    pub(crate) fn words(&self) -> Words {
        self.words
    }

    /// Turns to a record under the heading with this anchor.
    pub(crate) fn about<'a>(&'a mut self, section: &'a str, record: &'a str) -> Said<'a> {
        Said {
            trail: self,
            section,
            record,
        }
    }

    /// Returns what was said.
    pub(crate) fn into_statements(self) -> Vec<Statement> {
        self.statements
    }
}

impl Said<'_> {
    /// Returns the words of the document.
    pub(crate) fn words(&self) -> Words {
        self.trail.words
    }

    /// Returns what to print for a field in whichever state it is.
    pub(crate) fn field<T: Shown>(&mut self, name: &str, field: &Field<T>) -> String {
        let words = self.words();
        self.field_as(name, field, |value| value.shown(words))
    }

    /// The same for a field that nobody has to fill: silence is no gap.
    pub(crate) fn optional<T: Shown>(&mut self, name: &str, field: &Field<T>) -> String {
        match field.span() {
            None => self.words().say("not-on-record"),
            Some(_) => self.field(name, field),
        }
    }

    /// The same for a value that needs words of its own, such as the title of a record it names.
    pub(crate) fn field_as<T>(
        &mut self,
        name: &str,
        field: &Field<T>,
        words: impl FnOnce(&T) -> String,
    ) -> String {
        let words = shown(self.words(), name, field, words);
        if let Some(at) = field.span() {
            self.note(name, &words, at);
        }
        words
    }

    /// Returns what to print for a field of a group; `name` is the whole path, such as `tripwires.safety_component`.
    pub(crate) fn within<T, U: Shown>(
        &mut self,
        name: &str,
        group: &Field<T>,
        inner: impl FnOnce(&T) -> &Field<U>,
    ) -> String {
        match group.stated() {
            Some(stated) => self.field(name, inner(stated)),
            None => self.field_as(name, group, |_| String::new()),
        }
    }

    /// Notes words that were put together from an inventory text at this place.
    pub(crate) fn note(&mut self, name: &str, words: &str, at: Span) {
        // A blank text is printed as missing, which is not what the record says.
        if words == self.words().missing(name) {
            return;
        }
        self.trail.statements.push(Statement {
            section: self.section.to_owned(),
            says: marks::plain(words),
            record: self.record.to_owned(),
            field: name.to_owned(),
            at,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::field::NotApplicable;
    use crate::source::{FileId, Spanned};

    fn said<T>(value: T) -> Spanned<T> {
        let span = Span {
            file: FileId(0),
            start: 3,
            end: 9,
        };
        Spanned::new(value, span)
    }

    #[test]
    fn what_is_printed_is_noted_with_record_field_and_place() {
        let mut trail = Trail::default();
        let owner = Field::Stated(said("CTO".to_owned()));
        assert_eq!(trail.about("summary", "chatbot").field("owner", &owner), "CTO");
        let statements = trail.into_statements();
        let expected = Statement {
            section: "summary".to_owned(),
            says: "CTO".to_owned(),
            record: "chatbot".to_owned(),
            field: "owner".to_owned(),
            at: said(()).span,
        };
        assert_eq!(statements, [expected]);
    }

    #[test]
    fn silence_and_blanks_leave_no_statement() {
        let mut trail = Trail::default();
        let mut chatbot = trail.about("summary", "chatbot");
        assert_eq!(chatbot.field("owner", &Field::<String>::Absent), "missing: owner");
        assert_eq!(
            chatbot.field("owner", &Field::Stated(said(" ".to_owned()))),
            "missing: owner"
        );
        assert_eq!(trail.into_statements(), []);
    }

    #[test]
    fn what_nobody_has_to_fill_is_not_missing() {
        let mut trail = Trail::default();
        let mut chatbot = trail.about("marking", "chatbot");
        assert_eq!(
            chatbot.optional("region", &Field::<String>::Absent),
            "not on record"
        );
        assert_eq!(
            chatbot.optional("region", &Field::Stated(said("EU".to_owned()))),
            "EU"
        );
        assert_eq!(trail.into_statements().len(), 1);
    }

    #[test]
    fn a_group_that_does_not_apply_says_so_once() {
        let mut trail = Trail::default();
        let group: Field<(Field<String>,)> = Field::NotApplicable(Box::new(said(NotApplicable {
            reason: "no data leaves".to_owned(),
            decided_by: None,
            decided_on: None,
        })));
        let words = trail
            .about("data", "chatbot")
            .within("dpa.url", &group, |dpa| &dpa.0);
        assert_eq!(words, "not applicable: no data leaves");
        assert_eq!(trail.into_statements()[0].field, "dpa.url");
    }
}
