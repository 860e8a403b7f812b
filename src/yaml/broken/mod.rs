//! What a person reads when a text is no YAML: which slip is likely, where it stands, and how it is mended. The parser
//! says in what kind of trouble it stopped; where and why is looked up in the lines around, in the words of a text
//! editor. Reads no YAML itself, and never repeats the parser's own words.

mod brackets;
mod lines;
mod quotes;
mod starts;
mod stop;
mod tabs;

pub(crate) use stop::Stop;

use crate::diag::Diagnostic;
use granit_parser::ErrorKind;

/// Returns the finding about a text that stopped being YAML.
pub(crate) fn broken(stop: Stop<'_>, kind: &ErrorKind) -> Diagnostic {
    tabs::told(stop, kind)
        .or_else(|| quotes::told(stop, kind))
        .or_else(|| brackets::told(stop, kind))
        .or_else(|| lines::told(stop, kind))
        .or_else(|| starts::told(stop))
        .unwrap_or_else(|| unclear(stop))
}

/// Returns what is said where no slip that is known stands.
fn unclear(stop: Stop<'_>) -> Diagnostic {
    stop.finding(
        stop.character(stop.at),
        "from here on the text cannot be read as YAML",
        "up to here it could",
    )
    .help("look here and in the line before for a quotation mark, bracket, comma or colon that is missing or too many")
    .help("a text with signs such as `: `, ` #`, `@` or `*` in it belongs into quotation marks")
}
