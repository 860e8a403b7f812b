//! Which allowed terms and keys come near to what was typed. Of a short vocabulary all are told; of a long one those that
//! share a word with what was typed, then those that are spelled alike, and no others. Decides nothing: a person picks.

use crate::calendar::meant::meant;
use crate::diag::Diagnostic;
use crate::diag::codes::Code;
use crate::yaml::decode::{listed, nearest};
use crate::yaml::node::{Content, Entry, Node};
use std::cmp::Reverse;

/// The longest vocabulary that is told in full.
const SHORT: usize = 30;
/// The longest line of keys that is told in full, in bytes; a longer one would be cut where it is shown.
const SHORT_LINE: usize = 400;
/// How many terms of a longer one are told.
const SEVERAL: usize = 6;
/// How alike a term is spelled that is worth telling, from 0 to 1.
const ALIKE: f64 = 0.6;
/// From how many letters on the beginning of a word stands for it.
const STEM: usize = 4;

/// Adds to a finding what may have been meant and what is allowed.
pub(crate) fn with_terms(finding: Diagnostic, typed: &str, allowed: &[&'static str]) -> Diagnostic {
    let finding = match nearest(typed, allowed.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding,
    };
    if allowed.len() <= SHORT {
        return finding.help(format!("allowed: {}", listed(allowed)));
    }
    let finding = finding.help(nearest_of(typed, allowed, "terms", "`actfile schema`"));
    // The long list with a word for nothing is that of uses in plain words.
    match allowed.contains(&"none") {
        true => finding.help(
            "`none`, if nothing of the list is meant; `actfile explain uses` tells each with its question",
        ),
        false => finding,
    }
}

/// Adds to a finding the day that was meant, as it is written here; both days where there are two.
pub(crate) fn with_day(finding: Diagnostic, typed: &str) -> Diagnostic {
    match meant(typed).as_slice() {
        [] => finding,
        [day] => finding.help(format!("write {day}")),
        [one, other, ..] => finding.help(format!(
            "day and month could be either way round: write {one} or {other}, whichever is meant"
        )),
    }
}

/// Returns the finding that a mapping has a key that it does not know; `lists` is the command that lists all of them.
pub(crate) fn unknown_key(entry: &Entry, known: &[&[&str]], lists: &str) -> Diagnostic {
    let key = &entry.key.value;
    if PER_PERSON_KEYS.contains(&key.as_str()) {
        let says = format!("`{key}` would record how individual persons perform");
        return Diagnostic::at(Code::PerPersonData, entry.key.span, says, "delete this")
            .help("record counts for the whole group; documents of this tool hold aggregates only");
    }
    let says = format!("the key `{key}` is not known here");
    let finding = Diagnostic::at(Code::UnknownKey, entry.key.span, says, "unknown key");
    let mut all: Vec<&str> = known.iter().flat_map(|keys| keys.iter().copied()).collect();
    all.sort_unstable();
    if let Some(near) = nearest(key, all.iter().copied()) {
        return finding.help(format!("did you mean `{near}`?"));
    }
    let allowed = listed(&all);
    finding.help(match allowed.len() > SHORT_LINE {
        true => nearest_of(key, &all, "keys", lists),
        false => format!("allowed: {allowed}"),
    })
}

// Scores and per-person rows would make the record itself a tool for evaluating workers (Annex III point 4(b)).
const PER_PERSON_KEYS: &[&str] = &[
    "score",
    "scores",
    "pass_mark",
    "per_person",
    "per_user",
    "per_developer",
    "by_person",
    "by_user",
    "by_developer",
    "by_author",
    "leaderboard",
    "ranking",
];

fn nearest_of(typed: &str, allowed: &[&str], what: &str, lists: &str) -> String {
    let n_allowed = allowed.len();
    let near = several(typed, allowed);
    match near.is_empty() {
        true => format!("none of the {n_allowed} {what} comes near; {lists} lists all"),
        false => format!(
            "nearest of {n_allowed} {what}: {}; {lists} lists all",
            listed(&near)
        ),
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

/// Returns the finding that a node is no list, and how one of a single value is written.
pub(crate) fn no_list(node: &Node) -> Diagnostic {
    let finding = mismatch(node, "a list");
    match node.is_nothing() {
        true => finding,
        false if has_bullets(node) => {
            finding.help("begin each item with a dash and a space, in a line of its own: `- one`")
        }
        false => finding.help("write it in brackets: `[one]`, or `[one, another]`"),
    }
}

/// Returns whether a text was meant as a list: it begins with a sign for items that YAML does not take for one.
fn has_bullets(node: &Node) -> bool {
    let begins = |text: &str| text.starts_with(['-', '–', '—', '•', '·', '*', '+']);
    matches!(&node.content, Content::Scalar(scalar) if !scalar.is_quoted && begins(&scalar.text))
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

/// Returns the terms that come near, the nearest first; none when all are far off, because a word that has nothing to do
/// with what was typed sends a reader the wrong way.
fn several<'w>(typed: &str, allowed: &[&'w str]) -> Vec<&'w str> {
    let words = words_of(typed);
    let rank = |term: &&'w str| {
        let shared = |word: &&String| words.iter().any(|typed| is_akin(typed, word));
        let n_shared = words_of(term).iter().filter(shared).count();
        (Reverse(n_shared), strsim::damerau_levenshtein(typed, term), *term)
    };
    let is_alike = |term: &&str| strsim::normalized_damerau_levenshtein(typed, term) >= ALIKE;
    let mut ranked: Vec<_> = allowed.iter().map(|term| (rank(term), *term)).collect();
    ranked.retain(|((Reverse(n_shared), ..), term)| *n_shared > 0 || is_alike(term));
    ranked.sort_unstable();
    ranked.into_iter().take(SEVERAL).map(|(_, term)| term).collect()
}

/// Returns whether one word begins with the other, as `chatbot` with `chat` and `systems` with `system`.
fn is_akin(one: &str, other: &str) -> bool {
    let (shorter, longer) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    one == other || (shorter.len() >= STEM && longer.starts_with(shorter))
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
        assert_eq!(several("cv-screening", &allowed), ["recruitment-screening"]);
        assert_eq!(several("lift", &allowed), ["lifts"]);
        assert_eq!(several("exams", &allowed), ["exam-grading"]);
    }

    #[test]
    fn what_has_nothing_to_do_with_it_is_not_told() {
        let allowed = ["lifts", "none", "rail", "toys", "cableways", "machinery"];
        for typed in ["chat", "", "x", "scoring"] {
            assert_eq!(several(typed, &allowed), Vec::<&str>::new(), "{typed}");
        }
    }

    #[test]
    fn a_long_list_of_keys_is_cut_to_the_likely_ones() {
        let keys: Vec<String> = (0..60).map(|n| format!("some_key_{n}")).collect();
        let mut known: Vec<&str> = keys.iter().map(String::as_str).collect();
        known.extend(["lifecycle_status", "intended_purpose"]);
        for (typed, near) in [
            ("status", "`lifecycle_status`"),
            ("purpose_of_use", "`intended_purpose`"),
        ] {
            let says = nearest_of(typed, &known, "keys", "`actfile explain ai_system`");
            let expected = format!("nearest of 62 keys: {near}; `actfile explain ai_system` lists all");
            assert_eq!(says, expected);
        }
    }
}
