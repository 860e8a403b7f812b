//! Texts that `init` writes as examples. They end with a mark, so that nobody takes them for what an organisation says of
//! itself. Judges nothing else.

use crate::diag::Diagnostic;
use crate::diag::codes::Code;
use crate::source::Span;

/// How a text ends that `init` wrote and nobody has replaced.
pub(crate) const MARK: &str = "(replace this)";

/// Returns the finding that a text still stands as `init` wrote it, if it does.
pub(crate) fn left(at: Span, key: &str, text: &str) -> Option<Diagnostic> {
    if !text.trim_end().ends_with(MARK) {
        return None;
    }
    let says = format!("`{key}` still has the text that `init` wrote as an example");
    let finding = Diagnostic::at(Code::ExampleText, at, says, "an example");
    Some(finding.help(match key {
        "legal_name" => "write the name of your organisation in its place, as the register has it",
        _ => "write your own text in its place; if there is no such thing, delete the record",
    }))
}
