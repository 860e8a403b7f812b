//! The page about findings: every code with its severity and its page, which has an inventory that raises it, the same
//! mended, and the reason.

use crate::pages::words::{deeper, table};
use actfile::diag::codes::Code;
use actfile::diag::explain;

pub(crate) fn page() -> String {
    let rows = Code::ALL.iter().map(|code| {
        let link = format!("[`{}`](#{}-{})", code.id(), code.id().to_lowercase(), code.name());
        [link, code.severity().word().to_owned(), code.summary().to_owned()]
    });
    let pages: String = Code::ALL
        .iter()
        .map(|code| format!("\n{}", deeper(explain::page(*code))))
        .collect();
    format!(
        "# Findings\n\nA finding is something that is wrong with what was read, or that a person should look at. While an \
         error stands no document is made. `actfile explain CODE` prints the part of this page about one code.\n\n{}{pages}",
        table(["Code", "Severity", "What it means"], rows)
    )
}
