//! Findings as SARIF 2.1.0, for services that show results of code scanning: a rule for each code with its page, the
//! places of the law behind it, and a result for each finding and each gap that is told. Further labels become related
//! locations; columns count UTF-16 code units, which viewers expect and the run declares. Rules link to no web page,
//! because there is none; `actfile explain` prints what their help says.

use crate::diag::codes::Code;
use crate::diag::explain::page;
use crate::diag::{Label, Severity};
use crate::law::gaps::GapKind;
use crate::law::grounds::grounds;
use crate::report::fingerprint::Fingerprints;
use crate::report::listing::{Item, Listing, counted};
use crate::report::told_gaps::{ToldGap, places};
use crate::report::visible::visible;
use crate::source::Span;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The base that every relative path hangs on; whoever reads the log knows where the repository lies.
const BASE: &str = "SRCROOT";
/// The name under which results are recognised in the next run. GitHub reckons one of its own from the files.
const FINGERPRINT: &str = "actfileResult/v1";

/// Returns the log and a line end.
pub(crate) fn render(listing: &Listing<'_>) -> String {
    let rules = rules(listing);
    let ids: Vec<&str> = rules.keys().copied().collect();
    let mut results: Vec<Value> = Vec::new();
    let mut fingerprints = Fingerprints::default();
    for item in &listing.items {
        let known_by = fingerprints.next(
            listing,
            item.finding.code.id(),
            &item.path,
            item.span(),
            &item.finding.message,
        );
        results.push(with_marks(finding(listing, item), &ids, &known_by));
    }
    for told in &listing.gaps {
        let known_by = fingerprints.next(listing, told.code(), &told.path, told.at(), &told.says());
        results.push(with_marks(told_gap(listing, told), &ids, &known_by));
    }
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "actfile",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.into_values().collect::<Vec<_>>(),
            }},
            "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": omitted(listing)}],
            "originalUriBaseIds": {BASE: {"description": {"text": "The root of the repository, else the folder that the run began in."}}},
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rules(listing: &Listing<'_>) -> BTreeMap<&'static str, Value> {
    let findings = listing.items.iter().map(|item| item.finding.code);
    let gaps = listing.gaps.iter().map(|gap| gap.gap.kind);
    findings
        .map(|code| (code.id(), rule(code)))
        .chain(gaps.map(|kind| (kind.code, gap_rule(kind))))
        .collect()
}

fn rule(code: Code) -> Value {
    let page = page(code);
    let mut rule = json!({
        "id": code.id(),
        "name": code.name(),
        "shortDescription": {"text": code.summary()},
        "fullDescription": {"text": first_paragraph(page)},
        "help": {"text": help(code.id()), "markdown": page},
        "defaultConfiguration": {"level": level(code.severity())},
        "properties": {"tags": ["inventory"]},
    });
    let cites = grounds(code.id());
    if !cites.is_empty() {
        rule["properties"]["legal_basis"] = json!(places(cites));
    }
    rule
}

fn gap_rule(kind: &GapKind) -> Value {
    let says = kind
        .says
        .replace(": {}", "")
        .replace("{}", "(named in the result)");
    json!({
        "id": kind.code,
        "name": kind.family.key(),
        "shortDescription": {"text": says},
        "fullDescription": {"text": format!("{says} Rests on: {}.", kind.ground.words())},
        "help": {"text": format!("Closed by: {}. {}", kind.closes.trim_end_matches('.'), help(kind.code))},
        "properties": {"tags": ["gap"], "legal_basis": places(kind.cites), "rests_on": kind.ground.words()},
    })
}

fn help(id: &str) -> String {
    format!("`actfile explain {id}` says more.")
}

/// Returns what a page says first, below its heading.
fn first_paragraph(page: &str) -> &str {
    page.split("\n\n").nth(1).unwrap_or(page).trim()
}

fn finding(listing: &Listing<'_>, item: &Item<'_>) -> Value {
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
    let labels = finding.labels.iter();
    let locations: Vec<Value> = labels.map(|label| labelled(listing, label)).collect();
    match locations.split_first() {
        Some((fault, others)) => {
            result["locations"] = json!([fault]);
            if !others.is_empty() {
                result["relatedLocations"] = json!(others);
            }
        }
        None if item.path.is_empty() => {}
        None => {
            result["locations"] = json!([{"physicalLocation": {"artifactLocation": artifact(&item.path)}}])
        }
    }
    result
}

fn told_gap(listing: &Listing<'_>, told: &ToldGap<'_>) -> Value {
    let places = told.at().map(|span| json!([location(listing, span)]));
    json!({
        "ruleId": told.code(),
        "level": level(told.severity()),
        "message": {"text": told.says()},
        "locations": places.unwrap_or_else(|| json!([])),
        "properties": {
            "level": told.gap.level.key(),
            "legal_basis": told.legal_basis(),
            "systems": told.gap.systems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        },
    })
}

fn with_marks(mut result: Value, ids: &[&str], known_by: &str) -> Value {
    result["ruleIndex"] = json!(ids.iter().position(|id| result["ruleId"] == *id));
    result["partialFingerprints"] = json!({FINGERPRINT: known_by});
    result
}

fn labelled(listing: &Listing<'_>, label: &Label) -> Value {
    let mut location = location(listing, label.span);
    if !label.text.is_empty() {
        location["message"] = json!({"text": visible(&label.text)});
    }
    location
}

fn location(listing: &Listing<'_>, span: Span) -> Value {
    let (start, end) = listing.utf16_places(span);
    json!({
        "physicalLocation": {
            "artifactLocation": artifact(&start.path),
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        },
    })
}

fn omitted(listing: &Listing<'_>) -> Vec<Value> {
    let notification = |(path, n_more): (&String, &usize)| {
        let says = format!("{} in {path} are not listed", counted(*n_more, "more finding"));
        json!({"level": "note", "message": {"text": says}})
    };
    listing.omitted.iter().map(notification).collect()
}

fn artifact(path: &str) -> Value {
    let uri: String = path.bytes().map(percent_encoded).collect();
    match path.starts_with('/') {
        true => json!({"uri": format!("file://{uri}")}),
        false => json!({"uri": uri, "uriBaseId": BASE}),
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
