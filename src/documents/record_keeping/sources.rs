//! Where the counts of the audit summaries come from: each source with its query and evidence, the file that was read with
//! its hash and what became of its records, what other sources say of the same thing, and what the sources cannot show.

use crate::documents::facts::{Definition, Row};
use crate::documents::history::{histories, period};
use crate::documents::neighbours::title;
use crate::documents::occasion::Occasion;
use crate::documents::trail::{Said, Trail};
use crate::inventory::audit::{AuditSource, AuditSummary, CrossCheck, MeasuredRetention};
use crate::inventory::field::Field;
use crate::inventory::record::Record;
use crate::link::Inventory;
use crate::source::Spanned;
use crate::tongue::words::Words;
use std::collections::BTreeMap;

/// An audit summary with what it is called here: its systems and its period.
struct Summary<'i> {
    audit: &'i Record<AuditSummary>,
    systems: String,
    period: String,
}

/// Returns the summaries, those of one system together, the earliest period first.
fn summaries(words: Words, inventory: &Inventory) -> Vec<Summary<'_>> {
    let mut summaries = Vec::new();
    for history in histories(inventory) {
        summaries.extend(history.audits.iter().map(|audit| Summary {
            audit,
            systems: history.title(words),
            period: period(words, audit),
        }));
    }
    summaries
}

/// Returns systems, what is kept, for how many days, whether somebody chose that, period in which it was measured.
pub(crate) fn measured(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let mut rows = Vec::new();
    for summary in summaries(trail.words(), occasion.inventory) {
        let mut said = trail.about("measured", summary.audit.id.value.as_str());
        let items = summary.audit.effective_retention.items().iter().enumerate();
        let row = |(at, item): (usize, &Spanned<MeasuredRetention>)| {
            let name = |field: &str| format!("effective_retention[{at}].{field}");
            let found = &item.value;
            vec![
                summary.systems.clone(),
                summary.period.clone(),
                said.field(&name("what"), &found.what),
                said.field(&name("days"), &found.days),
                said.field(&name("is_default"), &found.is_default),
            ]
        };
        rows.extend(items.map(row));
    }
    rows
}

/// Returns systems, period, source, kind, extracted on, query, evidence.
pub(crate) fn sources(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let (inventory, mut rows) = (occasion.inventory, Vec::new());
    for summary in summaries(trail.words(), inventory) {
        let mut said = trail.about("sources", summary.audit.id.value.as_str());
        let row = |(at, source): (usize, &Spanned<AuditSource>)| {
            let name = |field: &str| format!("sources[{at}].{field}");
            let source = &source.value;
            vec![
                summary.systems.clone(),
                summary.period.clone(),
                label(&mut said, at, source),
                said.field(&name("type"), &source.r#type),
                said.field(&name("extracted_on"), &source.extracted_on),
                said.field(&name("query"), &source.query),
                title(
                    &mut said,
                    &inventory.evidence,
                    &name("evidence"),
                    &source.evidence,
                ),
            ]
        };
        rows.extend(summary.audit.sources.items().iter().enumerate().map(row));
    }
    rows
}

/// Returns the name of a source, or its id where an import gave it no name.
fn label(said: &mut Said<'_>, at: usize, source: &AuditSource) -> String {
    let name = |field: &str| format!("sources[{at}].{field}");
    match (source.name.span(), source.id.span()) {
        (None, Some(_)) => said.field(&name("id"), &source.id),
        (Some(_), _) | (None, None) => said.field(&name("name"), &source.name),
    }
}

/// Returns of each file that was read: name and hash, records read and used, what was left out, whether it was whole.
pub(crate) fn files(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Definition> {
    let mut entries = Vec::new();
    for summary in summaries(trail.words(), occasion.inventory) {
        let mut said = trail.about("sources", summary.audit.id.value.as_str());
        for (at, source) in summary.audit.sources.items().iter().enumerate() {
            if is_of_a_file(&source.value) {
                let label = label(&mut said, at, &source.value);
                let blanks = [
                    ("source", label.into()),
                    ("systems", summary.systems.as_str().into()),
                    ("period", summary.period.as_str().into()),
                ];
                let term = said.words().say_with("source-of", &blanks);
                entries.push(Definition::new(term, file(&mut said, at, &source.value)));
            }
        }
    }
    entries
}

fn is_of_a_file(source: &AuditSource) -> bool {
    let has_name = source.file.span().is_some() || source.sha256.span().is_some();
    has_name || source.records_read.span().is_some() || source.complete.span().is_some()
}

fn file(said: &mut Said<'_>, at: usize, source: &AuditSource) -> Vec<String> {
    let name = |field: &str| format!("sources[{at}].{field}");
    let file = said.field(&name("file"), &source.file);
    let hash = said.field(&name("sha256"), &source.sha256);
    let read = said.field(&name("records_read"), &source.records_read);
    let used = said.field(&name("records_used"), &source.records_used);
    let complete = said.field(&name("complete"), &source.complete);
    let left_out = left_out(said, at, source);
    let mut says = vec![
        said.words()
            .say_with("source-file", &[("file", file.into()), ("hash", hash.into())]),
        said.words()
            .say_with("source-records", &[("read", read.into()), ("used", used.into())]),
        said.words()
            .say_with("source-left-out", &[("says", left_out.into())]),
        said.words()
            .say_with("source-complete", &[("says", complete.into())]),
    ];
    if !source.missing_days.items().is_empty() {
        let days = said.field(&name("missing_days"), &source.missing_days);
        says.push(
            said.words()
                .say_with("source-missing-days", &[("days", days.into())]),
        );
    }
    says
}

/// Returns how many records were left out, by reason; silence about a reason is not shown as zero.
fn left_out(said: &mut Said<'_>, at: usize, source: &AuditSource) -> String {
    let mut parts = Vec::new();
    let counts = [
        ("source-duplicates", "duplicates", &source.duplicates),
        ("source-outside", "outside_period", &source.outside_period),
        ("source-unrelated", "unrelated", &source.unrelated),
    ];
    for (id, field, count) in counts {
        if count.span().is_some() {
            let n = said.field(&format!("sources[{at}].{field}"), count);
            parts.push(said.words().say_with(id, &[("n", n.into())]));
        }
    }
    let name = format!("sources[{at}].unknown_events");
    if let Some(n) = n_unknown(&source.unknown_events) {
        let n = said.field_as(&name, &source.unknown_events, |_| n.to_string());
        parts.push(said.words().say_with("source-unknown", &[("n", n.into())]));
    }
    match parts.is_empty() {
        true => said.words().say("not-on-record"),
        false => said.words().list(parts),
    }
}

/// Returns how many records were of kinds that the import does not know.
fn n_unknown(kinds: &Field<BTreeMap<String, u64>>) -> Option<u64> {
    let kinds = kinds.stated()?;
    Some(kinds.values().fold(0_u64, |sum, n| sum.saturating_add(*n)))
}

/// Returns systems, period, what is counted, the number that is kept and its sources, the other number and its sources.
pub(crate) fn cross_checks(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let mut rows = Vec::new();
    for summary in summaries(trail.words(), occasion.inventory) {
        let mut said = trail.about("sources", summary.audit.id.value.as_str());
        let row = |(at, check): (usize, &Spanned<CrossCheck>)| {
            let name = |field: &str| format!("cross_checks[{at}].{field}");
            let check = &check.value;
            vec![
                summary.systems.clone(),
                summary.period.clone(),
                said.field(&name("what"), &check.what),
                said.field_as(&name("kept"), &check.kept, f64::to_string),
                said.field(&name("kept_from"), &check.kept_from),
                said.field_as(&name("other"), &check.other, f64::to_string),
                said.field(&name("other_from"), &check.other_from),
            ]
        };
        rows.extend(summary.audit.cross_checks.items().iter().enumerate().map(row));
    }
    rows
}

/// Returns what the sources cannot show, by summary; of summaries that say something about it.
pub(crate) fn blind_spots(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Definition> {
    let mut entries = Vec::new();
    for summary in summaries(trail.words(), occasion.inventory) {
        let field = &summary.audit.blind_spots;
        if field.span().is_none() {
            continue;
        }
        let mut said = trail.about("blind-spots", summary.audit.id.value.as_str());
        let says = match field.items() {
            [] => vec![said.field("blind_spots", field)],
            items => items
                .iter()
                .enumerate()
                .map(|(at, item)| spot(&mut said, at, item))
                .collect(),
        };
        let blanks = [
            ("systems", summary.systems.as_str().into()),
            ("period", summary.period.as_str().into()),
        ];
        entries.push(Definition::new(said.words().say_with("spots-of", &blanks), says));
    }
    entries
}

fn spot(said: &mut Said<'_>, at: usize, item: &Spanned<String>) -> String {
    said.field(&format!("blind_spots[{at}]"), &Field::Stated(item.clone()))
}
