//! One text becomes records and findings, without a look at any other, so that texts can be read side by side. Opens no
//! file.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::kind::{AnyRecord, record};
use crate::inventory::screen::screen;
use crate::inventory::spelled::check_spelling;
use crate::source::{FileId, SourceMap, Span};
use crate::yaml::parse::parse;

/// What one text holds.
#[derive(Default)]
pub(crate) struct Records {
    /// The records, in the order of places.
    pub(crate) records: Vec<AnyRecord>,
    /// What is wrong with the text.
    pub(crate) findings: Diagnostics,
    /// Whether it seems to hold a secret.
    pub(crate) has_secret: bool,
}

/// Returns the records of a text that is kept.
pub(crate) fn records_of(file: FileId, sources: &SourceMap) -> Records {
    let mut read = Records::default();
    for mut node in parse(file, &sources.file(file).text, &mut read.findings) {
        let mut found = Diagnostics::default();
        screen(&mut node, sources, &mut found);
        read.has_secret |= found.has_any(&[Code::SecretInText]);
        read.findings.extend(found);
        check_spelling(&node, &mut read.findings);
        read.records.extend(record(&node, &mut read.findings));
    }
    read
}

/// Returns the finding that a file is no text, at its first byte that is none.
pub(crate) fn not_utf8(file: FileId, at: usize) -> Diagnostic {
    let start = u32::try_from(at).unwrap_or(u32::MAX);
    // The replacement character that stands there in the shown text is three bytes long.
    let span = Span {
        file,
        start,
        end: start.saturating_add(3),
    };
    let says = "the file is not UTF-8 text";
    let finding = Diagnostic::at(Code::NotUtf8, span, says, "the first byte that is not UTF-8");
    finding.help("save the file as UTF-8 in your editor")
}
