//! Whatever a text of this program names can be explained: pages, the descriptions of the schema, the book with the help of
//! every command. Terms that a field may hold are told on the page of the field; words of other programs are none of ours.

use actfile::diag::codes::Code;
use actfile::diag::explain::code;
use actfile::law::citing::citing;
use actfile::law::edition::Edition;
use actfile::law::gaps;
use actfile::law::grounds;
use actfile::law::names;
use actfile::read::{LARGEST_FILE, single};
use actfile::report::editor::{Draft, for_editors};
use actfile::report::explained::explained;
use actfile::report::see_also::code_page;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const EDITION: Edition = Edition::Omnibus2026;

fn leads(name: &str, edition: Edition) -> bool {
    code(name).is_some() || explained(name, edition).is_some()
}

/// Returns the names that stand between single backticks, outside of examples.
fn typed(text: &str) -> impl Iterator<Item = &str> {
    let outside = text.split("```").step_by(2);
    outside.flat_map(|part| part.lines().flat_map(|line| line.split('`').skip(1).step_by(2)))
}

/// Returns the places of the Act that a text cites, such as `Art. 6(2)`; those of other laws stand behind their name.
fn cited(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("Art. ") {
        let before = text.get(..at).unwrap_or_default();
        let place = text.get(at + "Art. ".len()..).unwrap_or_default();
        let is_part = |char: char| char.is_ascii_alphanumeric() || "()".contains(char);
        let end = place.find(|char: char| !is_part(char)).unwrap_or(place.len());
        let place = place.get(..end).unwrap_or_default();
        let is_whole = place.starts_with(|char: char| char.is_ascii_digit())
            && place.matches('(').count() == place.matches(')').count();
        let is_of_another = ["GDPR ", "OMN "].iter().any(|law| before.ends_with(law));
        if is_whole && !is_of_another {
            found.insert(format!("Art. {place}"));
        }
    }
    found
}

/// Returns whether a word has the form of a code, of a gap or of a place, or is a name of the tables.
fn is_name(word: &str) -> bool {
    let is_digits = |text: &str, n: usize| text.len() == n && text.chars().all(|char| char.is_ascii_digit());
    let is_code = word
        .strip_prefix(['E', 'W'])
        .is_some_and(|rest| is_digits(rest, 4));
    let is_gap = word.split_once('-').is_some_and(|(family, number)| {
        family.len() == 3 && family.chars().all(|char| char.is_ascii_uppercase()) && is_digits(number, 3)
    });
    let is_place = ["art-", "annex-", "omn-"].iter().any(|it| word.starts_with(it)) && !word.contains(' ');
    is_code || is_gap || is_place || names::all().contains(word)
}

/// Returns what a text tells its reader to ask for; a word in capitals stands for one.
fn asked_for(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split("actfile explain ").skip(1);
    let words = words.filter_map(|rest| rest.split([' ', '`', '\n', ',', ';', ')', '"']).next());
    words.filter(|word| word.chars().any(char::is_lowercase) || is_name(word))
}

fn descriptions(schema: &Value, found: &mut String) {
    match schema {
        Value::Object(map) => map.iter().for_each(|(key, value)| match (key.as_str(), value) {
            ("description", Value::String(says)) => found.push_str(&format!("{says}\n")),
            (_, value) => descriptions(value, found),
        }),
        Value::Array(items) => items.iter().for_each(|item| descriptions(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn book(folder: &Path, into: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            book(&path, into);
        } else {
            let text = single(&path, LARGEST_FILE).unwrap();
            into.insert(path.display().to_string(), String::from_utf8(text).unwrap());
        }
    }
}

/// Returns every text that names something, by where it stands.
fn texts() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut of_schema = String::new();
    descriptions(&for_editors(None, Draft::Of2020), &mut of_schema);
    texts.insert("the schema".to_owned(), of_schema);
    for code in Code::ALL {
        texts.insert(code.id().to_owned(), code_page(*code));
    }
    let index = explained("index", EDITION).unwrap();
    for name in typed(&index).filter(|name| code(name).is_none()) {
        texts.extend(explained(name, EDITION).map(|page| (name.to_owned(), page)));
    }
    texts.insert("the index".to_owned(), index);
    book(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src"),
        &mut texts,
    );
    texts
}

#[test]
fn whatever_a_text_names_leads_somewhere() {
    let mut named: BTreeMap<String, String> = BTreeMap::new();
    for (place, text) in texts() {
        let words = typed(&text).filter(|word| is_name(word)).chain(asked_for(&text));
        let names = words.map(str::to_owned).chain(cited(&text));
        named.extend(names.map(|name| (name, place.clone())));
    }
    let mut lost: Vec<(String, String)> = named.clone().into_iter().collect();
    lost.retain(|(name, _)| !leads(name, EDITION));
    assert_eq!(lost, [], "names that lead nowhere, each with a text that has it");
    assert!(named.len() > 800, "{}", named.len());
}

#[test]
fn every_place_that_the_tables_rest_on_leads_somewhere_in_each_edition() {
    for edition in Edition::ALL {
        let cites = citing(*edition).into_iter().flat_map(|it| it.cites);
        let behind = grounds::codes().flat_map(grounds::grounds).copied();
        let lost = cites.chain(behind).filter(|cite| {
            let typed = [cite.slug(), cite.to_string()];
            typed.iter().any(|typed| !leads(typed, *edition))
        });
        assert_eq!(lost.collect::<Vec<_>>(), [], "{edition}");
    }
}

#[test]
fn what_closes_a_gap_is_a_field_a_kind_or_a_term() {
    let schema = for_editors(None, Draft::Of2020).to_string();
    let is_term = |word: &str| schema.contains(&format!("\"const\":\"{word}\""));
    let mut lost = BTreeSet::new();
    for gap in gaps::ALL {
        let words = typed(gap.closes).filter(|word| !leads(word, EDITION) && !is_term(word));
        lost.extend(words.map(|word| (gap.code, word)));
    }
    assert_eq!(lost, BTreeSet::new());
}

#[test]
fn a_name_inside_other_fields_and_a_place_around_another_are_told() {
    for (typed, words) in [
        ("year", "# turnover.year\n"),
        ("operators[].population", "# operators.population\n"),
        ("start", "A name inside other fields:"),
        ("not_applicable", "- `reason`: "),
        ("group", "- `members`: "),
        ("Annex III point 4(b)", "# annex-iii-4-b\n"),
        ("Annex I Section A", "# annex-i-a\n"),
        ("Annex VIII", "# annex-viii-section-a\n"),
        ("Art. 30", "Stands in: Art. 28 to 39\n"),
        ("Art. 26(99)", "Nothing is said of `art-26-99` alone"),
    ] {
        let told = explained(typed, EDITION).unwrap_or_default();
        assert!(told.contains(words), "{typed}:\n{told}");
    }
}
