//! Findings as SARIF 2.1.0, for services that show results of code scanning. Further labels become related
//! locations; columns count Unicode characters, which the run declares.

use crate::diag::codes::Code;
use crate::diag::{Label, Severity};
use crate::report::listing::{Item, Listing};
use crate::report::visible::visible;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Returns the log and a line end.
pub(crate) fn render(listing: &Listing<'_>) -> String {
    let codes: BTreeSet<Code> = listing.items.iter().map(|item| item.finding.code).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code)).collect();
    let results: Vec<Value> = listing.items.iter().map(|item| result(listing, item)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "actfile", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.id(),
        "name": code.name(),
        "shortDescription": {"text": code.summary()},
        "defaultConfiguration": {"level": level(code.severity())},
    })
}

fn result(listing: &Listing<'_>, item: &Item<'_>) -> Value {
    let finding = item.finding;
    let text = [&finding.message]
        .into_iter()
        .chain(&finding.help)
        .map(|text| visible(text));
    let mut result = json!({
        "ruleId": finding.code.id(),
        "level": level(finding.severity()),
        "message": {"text": text.collect::<Vec<_>>().join("; ")},
        "locations": [],
    });
    let locations: Vec<Value> = finding
        .labels
        .iter()
        .map(|label| location(listing, label))
        .collect();
    match locations.split_first() {
        Some((fault, [])) => result["locations"] = json!([fault]),
        Some((fault, others)) => {
            result["locations"] = json!([fault]);
            result["relatedLocations"] = json!(others);
        }
        None if item.path.is_empty() => {}
        None => {
            result["locations"] = json!([{"physicalLocation": {"artifactLocation": artifact(&item.path)}}])
        }
    }
    result
}

fn location(listing: &Listing<'_>, label: &Label) -> Value {
    let (start, end) = listing.places(label);
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": artifact(&start.path),
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        },
    });
    if !label.text.is_empty() {
        location["message"] = json!({"text": visible(&label.text)});
    }
    location
}

fn artifact(path: &str) -> Value {
    let uri: String = path.bytes().map(percent_encoded).collect();
    match path.starts_with('/') {
        true => json!({"uri": format!("file://{uri}")}),
        false => json!({"uri": uri, "uriBaseId": "SRCROOT"}),
    }
}

// RFC 3986 section 2.3: everything but unreserved characters and the slash between segments is encoded.
fn percent_encoded(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
