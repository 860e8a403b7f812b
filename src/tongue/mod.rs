//! The fixed words of documents, one catalog of phrases for each language. A phrase is asked for by its id and comes
//! back in the language of the document. Texts of the inventory are never translated here; they can only be marked as
//! quoted, so that a page can say in which language they are. Knows no document, no law and no record.

mod catalog;
pub mod language;
pub mod marks;
pub mod words;
