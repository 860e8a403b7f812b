//! Audit summaries of one period and the same systems become one. Sources that say the same thing are never added: of each
//! fact the source that is nearest to the events gives the value, and the other number stays beside it as a cross-check.
//! Nothing is read but the summaries: exports are not counted again.

pub mod facts;
mod lists;
mod same;
pub mod summary;
mod written;

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::failure::Failure;
use crate::import::merge::facts::{CrossCheck, FAMILIES, facts};
use crate::import::merge::lists::{NAMED, earlier};
use crate::import::merge::summary::{Summary, at, text};
use crate::import::merge::written::Merged;
use crate::import::names::public;
use crate::import::written::{is_edited, under_hash_and};
use crate::inventory::kind::Kind;
use crate::read::Loaded;
use crate::source::{FileId, SourceFile, Span};
use crate::yaml::node::Node;
use crate::yaml::parse::parse;
use crate::yaml::written::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A merged record, and what it came from.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its text.
    pub text: String,
    /// How many summaries went in.
    pub n_summaries: usize,
    /// How many numbers are kept as cross-checks.
    pub n_cross_checks: usize,
}

/// Returns the record that the summaries in some files come to; nothing after reporting why they cannot be merged. The
/// order of the files makes no difference.
///
/// # Errors
/// Refuses fewer than two summaries.
pub fn merged(loaded: &mut Loaded) -> Result<Option<Record>, Failure> {
    // A record that has a problem is not merged, and the problem has been reported.
    if loaded.findings.has_errors() {
        return Ok(None);
    }
    let nodes = nodes(loaded);
    let summaries = summaries(nodes);
    if summaries.len() < 2 && !loaded.findings.has_errors() {
        let says = "a merge takes two audit summaries or more; name all files of the period";
        return Err(Failure::Refused(says.to_owned()));
    }
    same::check(&summaries, &mut loaded.findings);
    report_loss(loaded, &summaries);
    let has_errors = loaded.findings.has_errors();
    Ok((!has_errors).then(|| together(loaded, &summaries)))
}

fn together(loaded: &mut Loaded, summaries: &[Summary]) -> Record {
    let facts = facts(summaries);
    let mut cross_checks = earlier(summaries);
    cross_checks.extend(facts.cross_checks.iter().cloned());
    let lists = NAMED
        .iter()
        .map(|list| (list.key, list.joined(summaries, &mut cross_checks)));
    let lists = lists.collect();
    report_equals(summaries, &cross_checks, &mut loaded.findings);
    let merged = Merged {
        summaries,
        facts: &facts,
        lists,
        cross_checks,
    };
    Record {
        text: under_hash_and(&head(loaded), &merged.body()),
        n_summaries: summaries.len(),
        n_cross_checks: merged.cross_checks.len(),
    }
}

/// Returns the trees of audit summaries; a record of another kind is reported.
fn nodes(loaded: &mut Loaded) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (number, file) in loaded.sources.files().iter().enumerate() {
        let id = FileId(u32::try_from(number).unwrap_or(u32::MAX));
        // What is wrong with a text was reported when it was read.
        nodes.extend(parse(id, &file.text, &mut Diagnostics::default()));
    }
    let is_summary = |node: &Node| text(node, "kind") == Some(Kind::AuditSummary.key());
    let (summaries, others): (Vec<Node>, Vec<Node>) = nodes.into_iter().partition(is_summary);
    for other in others {
        let kind = text(&other, "kind").unwrap_or_default();
        let says = format!("the record is of kind `{kind}`, and only audit summaries are merged");
        let at = at(&other, "kind").map_or(other.span, |node| node.span);
        let finding = Diagnostic::at(Code::WrongKindOfReference, at, says, "no audit summary");
        loaded
            .findings
            .add(finding.help("put the audit summary into a file of its own"));
    }
    summaries
}

/// Puts summaries in an order that does not hang on the order of files: by id, then by what they say.
fn summaries(mut nodes: Vec<Node>) -> Vec<Summary> {
    let id = |node: &Node| text(node, "id").unwrap_or_default().to_owned();
    nodes.sort_by_cached_key(|node| (id(node), Value::of(node).inline()));
    let mut taken = BTreeSet::new();
    let summaries = nodes
        .into_iter()
        .map(|node| Summary::of(&id(&node), node, &mut taken));
    summaries.collect()
}

/// Reports what a merged record cannot carry on: that a summary was as an import made it, and who signed it.
fn report_loss(loaded: &mut Loaded, summaries: &[Summary]) {
    let edited = loaded.sources.files().iter().filter(|file| is_edited(&file.text));
    let edited: Vec<Diagnostic> = edited.map(edited_since).collect();
    edited
        .into_iter()
        .for_each(|finding| loaded.findings.add(finding));
    for summary in summaries {
        if let Some(sign_off) = summary.node.entry("sign_off") {
            let says = format!(
                "the sign-off of `{}` does not go into the merged record",
                summary.id
            );
            let finding = Diagnostic::at(Code::SignOffLeftOut, sign_off.key.span, says, "not carried on");
            loaded.findings.add(finding.help(
                "nobody has approved the merged record: sign a record of the same period that people keep",
            ));
        }
    }
}

fn edited_since(file: &SourceFile) -> Diagnostic {
    let says = "the summary was made by an import and has been edited since";
    let finding = Diagnostic::about(Code::EditedImport, &file.path, says);
    finding.help("its numbers are merged as they stand; import again, and write what people have to say into a record of their own")
}

/// Reports pairs of summaries whose numbers were told apart by nothing but their ids.
fn report_equals(summaries: &[Summary], cross_checks: &[CrossCheck], findings: &mut Diagnostics) {
    let mut pairs: BTreeMap<(usize, usize), Vec<&str>> = BTreeMap::new();
    for check in cross_checks {
        // One name in two lists is no sign that two products are counted.
        let is_single = FAMILIES
            .iter()
            .any(|family| family.contains(&check.what.as_str()));
        let is_equal = check.kept.rank == check.other.rank && check.kept.summary != check.other.summary;
        if is_single && is_equal {
            let pair = (check.kept.summary, check.other.summary);
            pairs.entry(pair).or_default().push(&check.what);
        }
    }
    for ((kept, other), facts) in pairs {
        let (kept, other) = (&summaries[kept], &summaries[other]);
        let says = format!(
            "`{}` and `{}` are from sources of one kind, and both count {}; the numbers of the first are kept",
            kept.id,
            other.id,
            shortened(&facts)
        );
        let at: Span = at(&other.node, "id").map_or(other.node.span, |node| node.span);
        let finding = Diagnostic::at(Code::EqualSources, at, says, "kept as cross-checks");
        findings.add(finding.help(
            "cross-checks are not added: if the two count different things, such as the use of two products, give each \
             product a system of its own; import the exports of several repositories in one run",
        ));
    }
}

fn shortened(facts: &[&str]) -> String {
    match facts {
        [] => String::new(),
        [fact] => format!("`{fact}`"),
        [fact, rest @ ..] => format!("`{fact}` and {} more", rest.len()),
    }
}

/// Says how the record was made. The files stand in the order of their names.
fn head(loaded: &Loaded) -> String {
    let files = loaded.sources.files().iter();
    let lines = files.map(|file| {
        let name = file.path.rsplit(['/', '\\']).next().unwrap_or_default();
        format!("#   {}, SHA-256 {}\n", public(name), file.sha256)
    });
    let lines: BTreeSet<String> = lines.collect();
    format!(
        "# Made by `actfile import merge` of actfile {} from:\n{}\
         # Make it again instead of editing it. What people have to say stands in a record of their own.\n",
        env!("CARGO_PKG_VERSION"),
        lines.into_iter().collect::<String>()
    )
}
