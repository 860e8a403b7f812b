//! Findings and gaps as workflow commands, which GitHub shows beside the changed lines of a pull request. Escaped as the
//! toolkit of GitHub does it: `%`, CR and LF in messages, `:` and `,` in properties too.

use crate::diag::Severity;
use crate::report::listing::{Item, Listing};
use crate::report::told_gaps::ToldGap;
use crate::report::visible::visible;

/// Returns one command for each finding and each gap.
pub(crate) fn render(listing: &Listing<'_>) -> String {
    let findings = listing.items.iter().map(|item| command(listing, item));
    let gaps = listing.gaps.iter().map(|told| gap(listing, told));
    findings.chain(gaps).collect()
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

fn command(listing: &Listing<'_>, item: &Item<'_>) -> String {
    let finding = item.finding;
    let kind = word(finding.severity());
    let title = format!("{} {}", finding.code.id(), finding.code.name());
    let mut properties = vec![format!("title={}", property(&title))];
    if !item.path.is_empty() {
        properties.insert(0, format!("file={}", property(&item.path)));
    }
    if let Some(label) = finding.labels.first() {
        let (start, end) = listing.places(label);
        properties.push(format!("line={}", start.line));
        // Columns of a range over several lines would be read as if they lay on one.
        if start.line == end.line {
            properties.push(format!("col={}", start.column));
            if end.column > start.column {
                properties.push(format!("endColumn={}", end.column));
            }
        }
    }
    let text = [&finding.message]
        .into_iter()
        .chain(&finding.help)
        .map(|text| visible(text));
    let text = message(&text.collect::<Vec<_>>().join("; "));
    format!("::{kind} {}::{text}\n", properties.join(","))
}

fn gap(listing: &Listing<'_>, told: &ToldGap<'_>) -> String {
    let title = format!(
        "title={}",
        property(&format!("{} ({})", told.code(), told.gap.level))
    );
    let mut properties = vec![title];
    if let Some(at) = told.at() {
        let place = listing.place_at(at);
        properties.insert(0, format!("file={}", property(&place.path)));
        properties.push(format!("line={}", place.line));
    }
    format!(
        "::{} {}::{}\n",
        word(told.severity()),
        properties.join(","),
        message(&told.says())
    )
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
