//! Which kinds of files the documents of a scope may name as lying beside them, and what a copy of one is a copy of.

use crate::build::{Scope, is_enclosed};
use crate::documents::beside::Beside;
use crate::render::Format;
use crate::render::docx::Copies;
use crate::render::html::REPORT;

/// Returns what a build of this scope makes.
pub fn beside(scope: &Scope) -> Beside {
    let makes = |format: Format| scope.formats.contains(&format);
    Beside {
        markdown: makes(Format::Markdown),
        pdf: makes(Format::Pdf),
        docx: makes(Format::Docx),
        report: makes(Format::Html).then_some(REPORT),
        bom: makes(Format::Bom),
        enclosed: is_enclosed(scope),
    }
}

/// Returns what the DOCX files of a build of this scope are copies of.
pub(crate) fn copies(scope: &Scope) -> Copies {
    match scope.formats.contains(&Format::Pdf) {
        true => Copies::PdfBeside,
        false => Copies::NothingBeside,
    }
}
