//! Findings as JUnit XML, the form that test reports of CI services read: one test case for each finding, failed
//! when it is an error. A run without findings is one passed case, because an empty report looks like no run.

use crate::diag::Severity;
use crate::report::listing::{Item, Listing};
use crate::report::visible::visible;

/// Returns the document.
pub(crate) fn render(listing: &Listing<'_>) -> String {
    let mut cases: Vec<String> = listing.items.iter().map(|item| case(listing, item)).collect();
    if cases.is_empty() {
        cases.push("    <testcase classname=\"actfile\" name=\"no findings\"/>\n".to_owned());
    }
    let is_error = |item: &&Item<'_>| item.finding.severity() == Severity::Error;
    let n_failures = listing.items.iter().filter(is_error).count();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  \
         <testsuite name=\"actfile check\" tests=\"{}\" failures=\"{n_failures}\">\n{}  </testsuite>\n</testsuites>\n",
        cases.len(),
        cases.concat()
    )
}

fn case(listing: &Listing<'_>, item: &Item<'_>) -> String {
    let finding = item.finding;
    let name = match listing.place(finding) {
        Some(place) => format!("{} at {place}", finding.code.name()),
        None => finding.code.name().to_owned(),
    };
    let path = match item.path.as_str() {
        "" => "actfile",
        path => path,
    };
    let text = [&finding.message]
        .into_iter()
        .chain(&finding.help)
        .map(|text| visible(text));
    let text = escaped(&text.collect::<Vec<_>>().join("; "));
    let id = finding.code.id();
    let body = match finding.severity() {
        Severity::Error => format!("<failure type=\"{id}\" message=\"{text}\"/>"),
        Severity::Warning | Severity::Note => format!("<system-out>{id}: {text}</system-out>"),
    };
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
