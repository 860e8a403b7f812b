//! The chapters of the book that come from the code: records, documents, findings, gaps, facts, the command line, the
//! files of a build, the state of the law. What comes in is the example inventory and a way to ask the program for its
//! help; what goes out are pages in Markdown. Nothing is said here that the tables do not say, but for the words that
//! lead into a page. `examples/book/main.rs` writes the pages, and a test compares them with those that are committed.

mod command_line;
mod documents;
mod files;
mod findings;
mod gaps;
mod glossary;
mod law;
mod records;
mod words;

use actfile::failure::Failure;
use actfile::law::edition::Edition;
use actfile::law::sources::VERIFIED_ON;
use std::path::Path;

/// Where the pages lie, below the repository.
pub(crate) const FOLDER: &str = "docs/src/reference";
/// How wide the help of the program is printed.
pub(crate) const COLUMNS: &str = "96";

/// A chapter.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its path below the folder.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// How the program is asked for the help of a command.
pub(crate) type Help<'h> = &'h dyn Fn(&[&str]) -> Result<String, Failure>;

/// Returns every page.
///
/// # Errors
/// Fails when the example cannot be built, when the program gives no help, or when a key of a file has no words here.
pub(crate) fn pages(example: &Path, help: Help<'_>) -> Result<Vec<Page>, Failure> {
    let built = files::build_of(example, VERIFIED_ON)?;
    let pages = vec![
        page("command-line.md", command_line::page(help)?),
        page("documents.md", documents::page(&built)),
        page("files.md", files::page(&built)?),
        page("findings.md", findings::page()),
        page("gaps.md", gaps::page()),
        page("glossary.md", glossary::page()),
        page("not-covered.md", law::not_covered(edition())),
        page("state-of-the-law.md", law::state()),
        page("uses-and-facts.md", law::uses_and_facts(edition())),
        page("vendor-facts.md", law::vendor_facts(edition())),
    ];
    let books = [pages, law::books(), records::pages()];
    Ok(books.into_iter().flatten().collect())
}

/// Returns the edition that the pages speak of: the one that was law when the table was last checked.
fn edition() -> Edition {
    Edition::on(VERIFIED_ON)
}

fn page(path: &str, text: String) -> Page {
    Page {
        path: path.to_owned(),
        text,
    }
}
