//! Findings as workflow commands, which GitHub shows beside the changed lines of a pull request.

use crate::diag::Severity;
use crate::report::listing::{Item, Listing};
use crate::report::visible::visible;

/// Returns one command for each finding.
pub(crate) fn render(listing: &Listing<'_>) -> String {
    listing.items.iter().map(|item| command(listing, item)).collect()
}

fn command(listing: &Listing<'_>, item: &Item<'_>) -> String {
    let finding = item.finding;
    let kind = match finding.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
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
        }
    }
    let text = [&finding.message]
        .into_iter()
        .chain(&finding.help)
        .map(|text| visible(text));
    let text = message(&text.collect::<Vec<_>>().join("; "));
    format!("::{kind} {}::{text}\n", properties.join(","))
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
