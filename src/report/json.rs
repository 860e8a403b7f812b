//! Findings as one JSON object with a versioned shape. Lines and columns count from 1, columns in Unicode
//! characters; bytes count from 0. `gaps` are those for which the run ends with 1; `docs/src/ci.md` tells every key.

use crate::diag::{Diagnostic, Label, Severity};
use crate::report::listing::{Item, Listing};
use crate::report::told_gaps::ToldGap;
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
        "gaps": listing.gaps.iter().map(|told| gap(listing, told)).collect::<Vec<_>>(),
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

fn gap(listing: &Listing<'_>, told: &ToldGap<'_>) -> Value {
    let at = told.at().map(|span| listing.place_at(span));
    json!({
        "code": told.code(),
        "level": told.gap.level.key(),
        "record": told.record(),
        "systems": told.gap.systems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "message": visible(&told.gap.says),
        "closed_by": told.gap.kind.closes,
        "legal_basis": told.legal_basis(),
        "path": told.path,
        "start": at.zip(told.at()).map(|(at, span)| place(&at, span.start)),
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
