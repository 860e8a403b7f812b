//! Findings as JUnit XML, the form that test reports of CI services read: one test case for each finding, failed
//! when it is an error, and a failed one for each gap that is told. A run without findings is one passed case, because an empty report looks like no run.

use crate::diag::Severity;
use crate::report::listing::{Item, Listing};
use crate::report::told_gaps::ToldGap;
use crate::report::visible::visible;

/// Returns the document.
pub(crate) fn render(listing: &Listing<'_>) -> String {
    let findings = listing.items.iter().map(|item| case(listing, item));
    let gaps = listing.gaps.iter().map(|told| gap(listing, told));
    let mut cases: Vec<String> = findings.chain(gaps).collect();
    if cases.is_empty() {
        cases.push("    <testcase classname=\"actfile\" name=\"no findings\"/>\n".to_owned());
    }
    let is_error = |item: &&Item<'_>| item.finding.severity() == Severity::Error;
    let n_failures = listing.items.iter().filter(is_error).count() + listing.gaps.len();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  \
         <testsuite name=\"actfile check\" tests=\"{}\" failures=\"{n_failures}\" errors=\"0\" skipped=\"0\">\n{}  \
         </testsuite>\n</testsuites>\n",
        cases.len(),
        cases.concat()
    )
}

fn case(listing: &Listing<'_>, item: &Item<'_>) -> String {
    let finding = item.finding;
    let (id, name) = (finding.code.id(), finding.code.name());
    let place = listing.place(finding).map(|place| place.to_string());
    let help: Vec<String> = finding.help.iter().map(|text| visible(text)).collect();
    let says = visible(&finding.message);
    let body = match finding.severity() {
        Severity::Error => failure(id, &says, place.as_deref(), &help),
        Severity::Warning | Severity::Note => {
            let lines = [vec![format!("{id}: {says}")], help].concat().join("\n");
            format!("<system-out>{}</system-out>", escaped(&lines))
        }
    };
    testcase(&item.path, name, place.as_deref(), &body)
}

/// Returns a gap as a failed case, because the run ends with 1 for it.
fn gap(listing: &Listing<'_>, told: &ToldGap<'_>) -> String {
    let place = told.at().map(|at| listing.place_at(at).to_string());
    let name = format!("{} ({}): {}", told.code(), told.gap.level, told.record());
    let basis = format!("legal basis: {}", told.legal_basis().join(", "));
    let body = failure(told.code(), &told.says(), place.as_deref(), &[basis]);
    testcase(&told.path, &name, place.as_deref(), &body)
}

fn failure(id: &str, says: &str, place: Option<&str>, further: &[String]) -> String {
    let lines: Vec<&str> = place
        .into_iter()
        .chain(further.iter().map(String::as_str))
        .collect();
    format!(
        "<failure type=\"{id}\" message=\"{}\">{}</failure>",
        escaped(says),
        escaped(&lines.join("\n"))
    )
}

fn testcase(path: &str, name: &str, place: Option<&str>, body: &str) -> String {
    let path = if path.is_empty() { "actfile" } else { path };
    let name = place.map_or_else(|| name.to_owned(), |place| format!("{name} at {place}"));
    let (path, name) = (escaped(path), escaped(&name));
    format!("    <testcase classname=\"{path}\" name=\"{name}\">{body}</testcase>\n")
}

// U+FFFE and U+FFFF are no characters of XML 1.0; the controls are gone already.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(char),
        }
    }
    escaped
}
