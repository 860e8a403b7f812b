//! Whether summaries can become one: they cover the same days of the same systems, count no export twice, and say nothing of
//! which one would have to be chosen by a person. Every problem is reported, each pair once, against the first summary.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::import::merge::summary::{Summary, at, at_path, items, text, texts, word};
use crate::source::Span;
use crate::yaml::node::Node;
use std::collections::{BTreeMap, BTreeSet};

/// Reports why summaries cannot be merged.
pub(crate) fn check(summaries: &[Summary], findings: &mut Diagnostics) {
    let Some((first, others)) = summaries.split_first() else {
        return;
    };
    for summary in summaries {
        if days(summary).is_none() {
            findings.add(no_period(summary));
        }
    }
    for other in others {
        findings.extend(periods(first, other));
        findings.extend(systems(first, other));
    }
    exports(summaries, findings);
    ids(summaries, findings);
    one_value(summaries, "costs.currency", CURRENCIES, findings);
    one_value(summaries, "monitoring_conclusion", CONCLUSIONS, findings);
}

const CURRENCIES: &str = "amounts are never converted: leave one of the two out, or take `costs` out of a summary that you keep by hand";
const CONCLUSIONS: &str =
    "which conclusion holds is for a person to say: state it in a summary that is not merged";

/// Returns the first and the last day of a summary.
fn days(summary: &Summary) -> Option<(&str, &str)> {
    let period = at(&summary.node, "period")?;
    Some((text(period, "start")?, text(period, "end")?))
}

fn zone(summary: &Summary) -> &str {
    text(&summary.node, "timezone").unwrap_or("UTC")
}

fn place(summary: &Summary, path: &str) -> Span {
    at_path(&summary.node, path).map_or(summary.node.span, |node| node.span)
}

fn no_period(summary: &Summary) -> Diagnostic {
    let says = format!("`{}` does not say which days it covers", summary.id);
    let finding = Diagnostic::at(
        Code::OtherPeriod,
        head_of(summary),
        says,
        "no `period` with both days",
    );
    finding.help("add `period: {start: ..., end: ...}`, if it covers the days of the others")
}

/// A record is many lines long, so its id stands for it.
fn head_of(summary: &Summary) -> Span {
    place(summary, "id")
}

fn periods(first: &Summary, other: &Summary) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let (Some(one), Some(two)) = (days(first), days(other)) else {
        return findings;
    };
    if one != two {
        let says = format!(
            "`{}` covers {} to {}, and `{}` {} to {}",
            other.id, two.0, two.1, first.id, one.0, one.1
        );
        let finding = Diagnostic::at(Code::OtherPeriod, place(other, "period"), says, "other days");
        findings.add(
            finding
                .and_at(place(first, "period"), "these days")
                .help("merge the summaries of one period; those of another period are another record"),
        );
    } else if zone(first) != zone(other) {
        let says = format!(
            "the days of `{}` begin in {}, those of `{}` in {}",
            other.id,
            zone(other),
            first.id,
            zone(first)
        );
        let finding = Diagnostic::at(
            Code::OtherPeriod,
            place(other, "timezone"),
            says,
            "another time zone",
        );
        findings.add(finding.help("count one of the two again, in the time zone of the other"));
    }
    findings
}

fn systems(first: &Summary, other: &Summary) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let of = |summary: &Summary| -> BTreeSet<String> {
        let list = at(&summary.node, "systems").map_or_else(Vec::new, texts);
        list.into_iter().map(str::to_owned).collect()
    };
    let (one, two) = (of(first), of(other));
    if one != two {
        let says = format!(
            "`{}` is about {}, and `{}` about {}",
            other.id,
            told(&two),
            first.id,
            told(&one)
        );
        let at = at(&other.node, "systems").map_or(head_of(other), |node| node.span);
        let finding = Diagnostic::at(Code::OtherSystems, at, says, "other systems");
        findings.add(finding.help(
            "import again with the same `--systems` where both count the same use; else leave them two records, each with systems of its own",
        ));
    }
    findings
}

fn told(systems: &BTreeSet<String>) -> String {
    let names: Vec<String> = systems.iter().map(|id| format!("`{id}`")).collect();
    match names.is_empty() {
        true => "no system that it names".to_owned(),
        false => names.join(", "),
    }
}

/// An export that two summaries count would be a cross-check of itself.
fn exports(summaries: &[Summary], findings: &mut Diagnostics) {
    let mut known: BTreeMap<&str, (&Summary, &Node)> = BTreeMap::new();
    for summary in summaries {
        for source in items(&summary.node, "sources") {
            let Some(hash) = at(source, "sha256") else {
                continue;
            };
            let Some(text) = word(hash) else { continue };
            match known.get(text) {
                Some((first, node)) if first.id != summary.id || node.span.file != hash.span.file => {
                    let says = format!("`{}` and `{}` count the same export", first.id, summary.id);
                    let finding = Diagnostic::at(Code::SameExport, hash.span, says, "counted again here");
                    findings.add(
                        finding
                            .and_at(node.span, "counted here")
                            .help("leave one of the two summaries out, or import again without the file"),
                    );
                }
                Some(_) => {}
                None => drop(known.insert(text, (summary, hash))),
            }
        }
    }
}

fn ids(summaries: &[Summary], findings: &mut Diagnostics) {
    let mut known: BTreeMap<&str, Span> = BTreeMap::new();
    for summary in summaries {
        match known.get(summary.id.as_str()) {
            Some(first) => {
                let says = format!("two summaries have the id `{}`", summary.id);
                let finding = Diagnostic::at(Code::DuplicateId, head_of(summary), says, "again here");
                findings.add(finding.and_at(*first, "first here").help(
                    "give each file once; two summaries of one id are two states of one record, of which one holds",
                ));
            }
            None => drop(known.insert(&summary.id, head_of(summary))),
        }
    }
}

/// Reports values of which none can stand for the other.
fn one_value(summaries: &[Summary], path: &str, advice: &str, findings: &mut Diagnostics) {
    let stated = summaries.iter().filter_map(|summary| {
        let node = at_path(&summary.node, path)?;
        Some((summary, node, word(node)?))
    });
    let stated: Vec<(&Summary, &Node, &str)> = stated.collect();
    let Some((first, first_node, value)) = stated.first() else {
        return;
    };
    for (other, node, _) in stated.iter().filter(|(_, _, other)| other != value) {
        let says = format!("`{}` and `{}` differ in `{path}`", other.id, first.id);
        let finding = Diagnostic::at(Code::UnmergeableValues, node.span, says, "another value");
        findings.add(finding.and_at(first_node.span, "one value").help(advice));
    }
}
