//! What to write where a text stands in place of an id: the id that can be made of it, and which record must have it. Reads
//! the key at which the text stands; looks up no record.

use crate::diag::Diagnostics;
use crate::diag::codes::Code;
use crate::inventory::id::{Id, LONGEST_ID};
use crate::inventory::kind::Kind;
use crate::source::Span;
use crate::term::slug;
use crate::yaml::node::{Content, Node};
use std::collections::{BTreeMap, BTreeSet};

/// Adds advice to each finding of a record that a text is no id.
pub(crate) fn advise_on_ids(record: &Node, findings: &mut Diagnostics) {
    let bad = findings.with_code(Code::BadId);
    let bad: BTreeSet<Span> = bad.filter_map(|it| Some(it.labels.first()?.span)).collect();
    if bad.is_empty() {
        return;
    }
    let mut stands = BTreeMap::new();
    find(record, "", &bad, &mut stands);
    for finding in findings.with_code(Code::BadId) {
        let place = finding.labels.first().map(|label| label.span);
        let found = place.and_then(|span| stands.get(&span));
        let advice = found.and_then(|(key, text)| advice(key, text));
        finding.help.extend(advice);
    }
}

/// A text and the key at which it stands.
type Stands<'n> = BTreeMap<Span, (&'n str, &'n str)>;

// One walk for all, for a record can have thousands. The tree is at most 64 levels deep.
fn find<'n>(node: &'n Node, key: &'n str, bad: &BTreeSet<Span>, stands: &mut Stands<'n>) {
    match &node.content {
        Content::Table(entries) => entries
            .iter()
            .for_each(|entry| find(&entry.value, &entry.key.value, bad, stands)),
        Content::List(items) => items.iter().for_each(|item| find(item, key, bad, stands)),
        Content::Scalar(scalar) if bad.contains(&node.span) => {
            stands.insert(node.span, (key, &scalar.text));
        }
        Content::Scalar(_) => {}
    }
}

/// Words that say that there is no such record.
const NOTHING: &[&str] = &["not_applicable", "not applicable", "n/a", "n.a.", "-"];

fn advice(key: &str, text: &str) -> Option<String> {
    if key != "id" && NOTHING.contains(&text.to_lowercase().as_str()) {
        return Some("write `not_applicable: {reason: ...}` if there is none, or delete the key".to_owned());
    }
    let made = made_of(text)?;
    Some(match (key, kind_named_by(key)) {
        ("id", _) => format!("write `id: {made}`; a name may hold anything, an id may not"),
        (_, Some(kind)) => format!(
            "name the record by its id, such as `{made}`; a record with `kind: {}` and `id: {made}` must then be there",
            kind.key()
        ),
        (_, None) => format!("name what is meant by its id, such as `{made}`; a record must have that `id`"),
    })
}

/// Letters that names of firms and roles have beside a to z, and how they are written without.
const LETTERS: &[(&str, &str)] = &[
    ("ä", "ae"),
    ("ö", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("àáâãå", "a"),
    ("ç", "c"),
    ("èéêë", "e"),
    ("ìíîï", "i"),
    ("ñ", "n"),
    ("òóôõø", "o"),
    ("ùúû", "u"),
];

/// Returns the id that can be made of a text, if there is one.
fn made_of(text: &str) -> Option<Id> {
    let mut plain = String::new();
    for char in text.chars().flat_map(char::to_lowercase) {
        match LETTERS.iter().find(|(letters, _)| letters.contains(char)) {
            Some((_, written)) => plain.push_str(written),
            None => plain.push(char),
        }
    }
    let mut made = slug(&plain);
    made.truncate(LONGEST_ID);
    made.trim_end_matches('-').parse().ok()
}

/// Keys that name a record by another word than its kind.
const OTHER_WORDS: &[(&str, Kind)] = &[
    ("system", Kind::AiSystem),
    ("replaced_by", Kind::AiSystem),
    ("provider", Kind::Vendor),
    ("oversight", Kind::OversightAssignment),
    ("audit", Kind::AuditSummary),
    ("policy", Kind::ManagedPolicy),
    ("classification", Kind::Assessment),
    ("dpia", Kind::Assessment),
    ("fria", Kind::Assessment),
];

/// Returns the kind of record that a key names, where its word tells: `vendor`, `base_models`, `declaration_evidence`.
fn kind_named_by(key: &str) -> Option<Kind> {
    let one = key.strip_suffix('s').unwrap_or(key);
    let other = OTHER_WORDS
        .iter()
        .find(|(word, _)| [one, key].contains(word))
        .map(|(_, kind)| *kind);
    other.or_else(|| {
        let ends = |kind: &&Kind| one == kind.key() || one.ends_with(&format!("_{}", kind.key()));
        Kind::ALL.iter().find(ends).copied()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_what_was_typed() {
        for (text, expected) in [
            ("Halcyon Ltd", Some("halcyon-ltd")),
            ("Müller & Söhne GmbH", Some("mueller-soehne-gmbh")),
            ("Société Générale", Some("societe-generale")),
            ("../a", Some("a")),
            ("gpt_4.1", Some("gpt-4-1")),
            ("日本", None),
            ("CON", None),
            ("", None),
        ] {
            let made = made_of(text);
            assert_eq!(made.as_ref().map(Id::as_str), expected, "{text}");
        }
        assert_eq!(
            made_of(&"A".repeat(80)).map(|id| id.as_str().len()),
            Some(LONGEST_ID)
        );
    }
}
