//! The gap register for machines: JSON for scripts, CSV for the table that people work through.

use crate::documents::gaps::{Entry, Register};
use crate::failure::Failure;

/// The name of the JSON file.
pub const GAPS_JSON: &str = "gaps.json";
/// The name of the CSV file.
pub const GAPS_CSV: &str = "gaps.csv";

/// Returns the register as JSON: two spaces, line feeds, a final newline.
///
/// # Errors
/// Fails when JSON cannot be written, which is a fault of this program.
pub fn json(register: &Register) -> Result<Vec<u8>, Failure> {
    let mut bytes = serde_json::to_vec_pretty(register).map_err(|error| Failure::Internal {
        room: "render",
        message: error.to_string(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

type Column = (&'static str, fn(&Entry) -> String);

const COLUMNS: &[Column] = &[
    ("code", |gap| gap.code.to_owned()),
    ("level", |gap| gap.level.to_owned()),
    ("by", |gap| gap.by.clone().unwrap_or_default()),
    ("document", |gap| gap.document.to_owned()),
    ("systems", |gap| gap.systems.join(" ")),
    ("kind", |gap| gap.kind.to_owned()),
    ("record", |gap| gap.record.clone().unwrap_or_default()),
    ("field", |gap| gap.field.to_owned()),
    ("what_is_missing", |gap| gap.says.clone()),
    ("legal_basis", |gap| gap.legal_basis.join("; ")),
    ("ground", |gap| gap.ground.to_owned()),
    ("closes", |gap| gap.closes.to_owned()),
    ("owner", |gap| gap.owner.clone().unwrap_or_default()),
    ("at", |gap| gap.at.clone().unwrap_or_default()),
];

/// Returns the register as CSV (RFC 4180, but with plain line feeds, which version control leaves alone).
pub fn csv(register: &Register) -> Vec<u8> {
    let head = COLUMNS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let rows = register
        .gaps
        .iter()
        .map(|gap| COLUMNS.iter().map(|(_, of)| cell(&of(gap))).collect());
    let lines = std::iter::once(head).chain(rows);
    lines
        .map(|cells: Vec<String>| cells.join(",") + "\n")
        .collect::<String>()
        .into_bytes()
}

/// Quotes a cell where needed. A text that a spreadsheet would run as a formula gets an apostrophe in front.
fn cell(text: &str) -> String {
    let guarded = match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match guarded.contains(['"', ',', '\n', '\r', '\'']) {
        true => format!("\"{}\"", guarded.replace('"', "\"\"")),
        false => guarded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_never_breaks_its_row() {
        for (text, expected) in [
            ("plain", "plain"),
            ("=1+1", "\"'=1+1\""),
            ("-2", "\"'-2\""),
            ("@x", "\"'@x\""),
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
