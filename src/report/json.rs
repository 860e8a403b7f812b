//! Findings as one JSON object with a versioned shape. Lines and columns count from 1, columns in Unicode
//! characters; bytes count from 0.

use crate::diag::{Diagnostic, Label, Severity};
use crate::report::listing::{Item, Listing};
use crate::report::visible::visible;
use crate::source::Place;
use serde_json::{Value, json};

/// The shape of the object; a change that breaks readers raises the number.
const FORMAT: &str = "actfile-findings/1";

/// Returns the object and a line end.
pub(crate) fn render(listing: &Listing<'_>) -> String {
    let findings: Vec<Value> = listing.items.iter().map(|item| finding(listing, item)).collect();
    let object = json!({
        "format": FORMAT,
        "findings": findings,
        "omitted": listing.omitted,
        "counts": {
            "error": listing.count(Severity::Error),
            "warning": listing.count(Severity::Warning),
            "note": listing.count(Severity::Note),
        },
    });
    format!("{object:#}\n")
}

fn finding(listing: &Listing<'_>, item: &Item<'_>) -> Value {
    let Diagnostic {
        code,
        message,
        labels,
        ..
    } = item.finding;
    json!({
        "code": code.id(),
        "name": code.name(),
        "severity": code.severity().word(),
        "message": visible(message),
        "path": item.path,
        "labels": labels.iter().map(|text| label(listing, text)).collect::<Vec<_>>(),
        "help": item.finding.help.iter().map(|help| visible(help)).collect::<Vec<_>>(),
    })
}

fn label(listing: &Listing<'_>, label: &Label) -> Value {
    let (start, end) = listing.places(label);
    json!({
        "path": start.path,
        "start": place(&start, label.span.start),
        "end": place(&end, label.span.end),
        "text": visible(&label.text),
    })
}

fn place(place: &Place, byte: u32) -> Value {
    json!({"line": place.line, "column": place.column, "byte": byte})
}
