//! One text becomes records and findings, without a look at any other, so that texts can be read side by side. Opens no
//! file.

use crate::diag::Diagnostics;
use crate::diag::codes::Code;
use crate::inventory::kind::{AnyRecord, record};
use crate::inventory::screen::screen;
use crate::inventory::spelled::check_spelling;
use crate::source::{FileId, SourceMap};
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
