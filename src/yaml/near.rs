//! Which allowed terms come near to what was typed. Of a short vocabulary all are told; of a long one those that share a
//! word with what was typed, then those that are spelled alike. Decides nothing: a person picks.

use crate::diag::Diagnostic;
use crate::diag::codes::Code;
use crate::yaml::decode::{listed, nearest};
use crate::yaml::node::Node;
use std::cmp::Reverse;

/// The longest vocabulary that is told in full.
const SHORT: usize = 30;
/// How many terms of a longer one are told.
const SEVERAL: usize = 6;

/// Adds to a finding what may have been meant and what is allowed.
pub(crate) fn with_terms(finding: Diagnostic, typed: &str, allowed: &[&'static str]) -> Diagnostic {
    let finding = match nearest(typed, allowed.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding,
    };
    if allowed.len() <= SHORT {
        return finding.help(format!("allowed: {}", listed(allowed)));
    }
    let near = listed(&several(typed, allowed));
    let n_allowed = allowed.len();
    let finding = finding.help(format!(
        "nearest of {n_allowed} terms: {near}; `actfile schema` lists all"
    ));
    // The long list with a word for nothing is that of uses in plain words.
    match allowed.contains(&"none") {
        true => finding.help(
            "`none`, if nothing of the list is meant; `actfile explain uses` tells each with its question",
        ),
        false => finding,
    }
}

/// Returns the finding that a node is not what belongs there, or is empty.
pub(crate) fn mismatch(node: &Node, wanted: &str) -> Diagnostic {
    if node.is_nothing() {
        let says = format!("no value, where {wanted} belongs");
        return Diagnostic::at(Code::MissingValue, node.span, says, "empty").help(
            "write a value, `unknown: {asked: ...}` or `not_applicable: {reason: ...}`, or delete the key",
        );
    }
    let says = format!("expected {wanted}, found {}", node.found());
    Diagnostic::at(Code::WrongType, node.span, says, format!("not {wanted}"))
}

/// Returns the finding that a node is no mapping, with a line that shows how one is written.
pub(crate) fn no_mapping(node: &Node, fields: &[&str]) -> Diagnostic {
    let finding = mismatch(node, &format!("a mapping with {}", listed(fields)));
    if node.is_nothing() {
        return finding;
    }
    let shown = fields.iter().take(SEVERAL).map(|field| format!("{field}: ..."));
    let shown = shown.collect::<Vec<_>>().join(", ");
    finding.help(format!(
        "write it as `{{{shown}}}`; what is not known may be left out"
    ))
}

/// Returns the terms that come nearest, the nearest first.
fn several(typed: &str, allowed: &[&'static str]) -> Vec<&'static str> {
    let words = words_of(typed);
    let rank = |term: &&'static str| {
        let n_shared = words_of(term).iter().filter(|word| words.contains(word)).count();
        (Reverse(n_shared), strsim::damerau_levenshtein(typed, term), *term)
    };
    let mut ranked = allowed.to_vec();
    ranked.sort_by_key(rank);
    ranked.truncate(SEVERAL);
    ranked
}

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|char: char| !char.is_alphanumeric());
    words
        .filter(|word| word.len() > 2)
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_word_comes_before_a_similar_spelling() {
        let allowed = ["lifts", "recruitment-screening", "rail", "exam-grading"];
        assert_eq!(several("cv-screening", &allowed)[0], "recruitment-screening");
        assert_eq!(several("lift", &allowed)[0], "lifts");
        assert_eq!(several("", &allowed).len(), allowed.len());
    }
}
