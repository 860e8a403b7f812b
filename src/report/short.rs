//! Findings as one line each: `path:line:column: error[E0203]: message`, the form that editors and `grep` know.

use crate::report::listing::{Item, Listing, counted};
use crate::report::visible::visible;

/// Returns the findings, one line each, and a summary.
pub(crate) fn render(listing: &Listing<'_>) -> String {
    let mut lines: Vec<String> = listing.items.iter().map(|item| line(listing, item)).collect();
    let omitted = listing.omitted.iter();
    lines.extend(omitted.map(|(path, n_more)| format!("{path}: and {}", counted(*n_more, "more finding"))));
    lines.extend(listing.summary());
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn line(listing: &Listing<'_>, item: &Item<'_>) -> String {
    let finding = item.finding;
    let place = match (listing.place(finding), item.path.as_str()) {
        (Some(place), _) => format!("{place}: "),
        (None, "") => String::new(),
        (None, path) => format!("{path}: "),
    };
    format!(
        "{place}{}[{}]: {}",
        finding.severity().word(),
        finding.code.id(),
        visible(&finding.message)
    )
}
