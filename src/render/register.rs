//! The gap register for machines: `gaps.json` for programs, `gaps.csv` for spreadsheets. What comes in is the register;
//! what goes out is bytes. A cell that a spreadsheet would take for a formula is marked as text.

use crate::documents::gaps::{Entry, Register};
use crate::documents::waivers::Accepted;
use crate::failure::Failure;

/// The name of the JSON file.
pub const GAPS_JSON: &str = "gaps.json";
/// The name of the CSV file.
pub const GAPS_CSV: &str = "gaps.csv";

/// Returns the register as JSON.
///
/// # Errors
/// Fails when JSON cannot be written, which is a fault of this program.
pub fn gaps_json(register: &Register) -> Result<Vec<u8>, Failure> {
    let mut json = serde_json::to_vec_pretty(register).map_err(|error| Failure::Internal {
        room: "render",
        message: error.to_string(),
    })?;
    json.push(b'\n');
    Ok(json)
}

/// Returns the register as comma-separated values in UTF-8, one gap per line, with a head line.
pub fn gaps_csv(register: &Register) -> Vec<u8> {
    let head = COLUMNS.iter().map(|(name, _)| cell(name));
    let mut lines = vec![head.collect::<Vec<_>>().join(",")];
    for entry in &register.gaps {
        let cells = COLUMNS.iter().map(|(_, value)| cell(&value(entry)));
        lines.push(cells.collect::<Vec<_>>().join(","));
    }
    (lines.join("\n") + "\n").into_bytes()
}

/// A column: its name, and what it says of a gap.
pub(crate) type Column = (&'static str, fn(&Entry) -> String);

/// The columns of the CSV file from left to right.
pub(crate) const COLUMNS: &[Column] = &[
    ("id", |entry| entry.id.clone()),
    ("code", |entry| entry.code.to_owned()),
    ("level", |entry| entry.level.to_owned()),
    ("by", |entry| entry.by.clone().unwrap_or_default()),
    ("document", |entry| entry.document.to_owned()),
    ("systems", |entry| entry.systems.join("; ")),
    ("record", |entry| entry.record.clone().unwrap_or_default()),
    ("kind", |entry| entry.kind.to_owned()),
    ("field", |entry| entry.field.to_owned()),
    ("says", |entry| entry.says.clone()),
    ("legal_basis", |entry| entry.legal_basis.join("; ")),
    ("ground", |entry| entry.ground.to_owned()),
    ("closes", |entry| entry.closes.to_owned()),
    ("owner", |entry| entry.owner.clone().unwrap_or_default()),
    ("at", |entry| entry.at.clone().unwrap_or_default()),
    ("accepted_until", |entry| accepted(entry, |it| &it.until)),
    ("accepted_by", |entry| accepted(entry, |it| &it.by)),
    ("accepted_reason", |entry| accepted(entry, |it| &it.reason)),
    ("waiver", |entry| accepted(entry, |it| &it.waiver)),
];

fn accepted(entry: &Entry, of: fn(&Accepted) -> &String) -> String {
    entry.accepted.as_ref().map(of).cloned().unwrap_or_default()
}

/// Returns a value as one cell on one line.
pub(crate) fn cell(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_formula = line.starts_with(['=', '+', '-', '@']);
    let text = if is_formula { format!("'{line}") } else { line };
    match text.contains(['"', ',', ';']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register(says: &str, owner: Option<&str>) -> Register {
        let entry = Entry {
            id: "LIT-001:literacy_record:measures".to_owned(),
            code: "LIT-001",
            level: "must-now",
            by: None,
            document: "literacy",
            systems: vec!["a".to_owned(), "b".to_owned()],
            record: None,
            kind: "literacy_record",
            field: "measures",
            says: says.to_owned(),
            legal_basis: vec!["Art. 4(1)".to_owned()],
            ground: "law",
            closes: "a `literacy_record` with a dated measure",
            owner: owner.map(str::to_owned),
            at: None,
            accepted: None,
        };
        Register {
            format: "actfile-gaps-1",
            as_of: "2026-11-22".to_owned(),
            law: "omnibus-2026".to_owned(),
            build_id: "0123".to_owned(),
            gaps: vec![entry],
            waivers: Vec::new(),
        }
    }

    #[test]
    fn a_gap_is_one_line_under_the_head() {
        let csv = String::from_utf8(gaps_csv(&register("No measure, \"none\" at\nall.", None))).unwrap();
        let expected = "id,code,level,by,document,systems,record,kind,field,says,legal_basis,ground,closes,owner,at,\
            accepted_until,accepted_by,accepted_reason,waiver\n\
            LIT-001:literacy_record:measures,LIT-001,must-now,,literacy,\"a; b\",,literacy_record,measures,\"No measure, \"\"none\"\" at all.\",\
            Art. 4(1),law,a `literacy_record` with a dated measure,,,,,,\n";
        assert_eq!(csv, expected);
    }

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        for (value, expected) in [
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM", "'@SUM"),
            ("\t=1", "'=1"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(cell(value), expected);
        }
    }

    #[test]
    fn what_is_not_there_is_left_out_of_the_json() {
        let json = String::from_utf8(gaps_json(&register("x", Some("CTO"))).unwrap()).unwrap();
        assert!(json.contains("\"owner\": \"CTO\""), "{json}");
        assert!(!json.contains("\"record\"") && !json.contains("null"), "{json}");
        assert!(json.ends_with("}\n"), "{json}");
    }
}
