//! What travels inside the PDFs of a build, read back by another reader than the one that wrote it: the files that a
//! document repeats and no others, byte for byte, with what each is to the document.

use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::read::Loaded;
use actfile::render::enclosures::{AI_BOM, Enclosures, LARGEST_ENCLOSED};
use actfile::render::provenance::PROVENANCE;
use actfile::source::SourceMap;
use actfile::{Asked, check};
use lopdf::{Dictionary, Document, Object};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// A file inside a PDF: what it is to the document, its media type, its bytes.
#[derive(Debug, PartialEq)]
struct Inside {
    relation: String,
    mime: String,
    bytes: Vec<u8>,
}

/// Finished files by path, and the texts they were made from.
struct Made {
    files: BTreeMap<String, Vec<u8>>,
    sources: SourceMap,
}

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";

fn system(id: &str, more: &str) -> String {
    format!("kind: ai_system\nid: {id}\nname: System {id}\nour_roles: [deployer]\nowner: CTO of {id}\n{more}")
}

fn made(project: &[(&str, Vec<u8>)], enclosures: Enclosures) -> Made {
    let mut loaded = Loaded::default();
    for (path, bytes) in project {
        loaded.add((*path).to_owned(), bytes);
    }
    let as_of = Date::on(2026, 11, 22);
    let asked = Asked {
        as_of: Some(as_of),
        today: as_of,
        law: None,
    };
    let checked = check(loaded, asked);
    let scope = Scope {
        enclosures,
        ..Scope::default()
    };
    let built = build(&checked, &scope).unwrap();
    Made {
        files: built
            .artifacts
            .into_iter()
            .map(|it| (it.path, it.bytes))
            .collect(),
        sources: checked.sources,
    }
}

fn three_files() -> Vec<(&'static str, Vec<u8>)> {
    // One with a byte order mark and lines of both kinds: what lies on disk counts, not what was read from it.
    let one = format!("\u{feff}# ä remark\r\n{}", system("one", ""));
    vec![
        ("organisation.yaml", ORGANISATION.into()),
        ("systems/one.yaml", one.into_bytes()),
        ("systems/two.yaml", system("two", "").into_bytes()),
    ]
}

/// Returns the files inside a PDF by name.
fn inside(pdf: &[u8]) -> BTreeMap<String, Inside> {
    let file = Document::load_mem(pdf).unwrap();
    let Ok(listed) = file.catalog().unwrap().get(b"AF") else {
        return BTreeMap::new();
    };
    let listed = file.dereference(listed).unwrap().1.as_array().unwrap();
    listed.iter().map(|entry| taken_out(&file, entry)).collect()
}

fn taken_out(file: &Document, entry: &Object) -> (String, Inside) {
    let entry = dictionary(file, entry);
    let name = lopdf::decode_text_string(entry.get(b"UF").unwrap()).unwrap();
    let streams = dictionary(file, entry.get(b"EF").unwrap());
    let stream = file.dereference(streams.get(b"F").unwrap()).unwrap().1;
    let stream = stream.as_stream().unwrap();
    // What a few lines say would not become shorter.
    assert!(
        stream.is_compressed() || stream.content.len() < 500,
        "{name} lies plain"
    );
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let inside = Inside {
        relation: text(entry.get(b"AFRelationship").unwrap().as_name().unwrap()),
        mime: text(stream.dict.get(b"Subtype").unwrap().as_name().unwrap()),
        bytes: stream.decompressed_content().unwrap(),
    };
    (name, inside)
}

fn dictionary<'a>(file: &'a Document, object: &'a Object) -> &'a Dictionary {
    file.dereference(object).unwrap().1.as_dict().unwrap()
}

#[test]
fn a_sheet_carries_the_files_it_repeats_and_no_others() {
    let made = made(&three_files(), Enclosures::All);
    let sheet = inside(&made.files["systems/one.pdf"]);
    let names: Vec<&str> = sheet.keys().map(String::as_str).collect();
    assert!(
        names.contains(&"systems/one.yaml") && names.contains(&PROVENANCE),
        "{names:?}"
    );
    assert!(
        !names.contains(&"systems/two.yaml") && !names.contains(&AI_BOM),
        "{names:?}"
    );
    let all = inside(&made.files["inventory.pdf"]);
    assert!(all.contains_key("systems/one.yaml") && all.contains_key("systems/two.yaml"));
}

#[test]
fn every_inventory_file_lies_inside_as_it_lies_on_disk() {
    let project = three_files();
    let made = made(&project, Enclosures::All);
    let on_disk: BTreeMap<&str, &Vec<u8>> = project.iter().map(|(path, bytes)| (*path, bytes)).collect();
    let mut n_compared = 0;
    for (path, pdf) in made.files.iter().filter(|(path, _)| path.ends_with(".pdf")) {
        for (name, inside) in inside(pdf).iter().filter(|(name, _)| name.ends_with(".yaml")) {
            assert_eq!(&inside.bytes, on_disk[name.as_str()], "{name} in {path}");
            assert_eq!(
                (inside.relation.as_str(), inside.mime.as_str()),
                ("Source", "application/yaml")
            );
            let listed = made
                .sources
                .files()
                .iter()
                .find(|file| file.path == *name)
                .unwrap();
            let sha256: String = Sha256::digest(&inside.bytes)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(sha256, listed.sha256, "{name}");
            n_compared += 1;
        }
    }
    assert!(n_compared >= 6, "{n_compared}");
}

#[test]
fn the_part_of_the_provenance_is_that_of_the_whole() {
    let made = made(&three_files(), Enclosures::All);
    let whole: serde_json::Value = serde_json::from_slice(&made.files[PROVENANCE]).unwrap();
    for (path, pdf) in made.files.iter().filter(|(path, _)| path.ends_with(".pdf")) {
        let inside = inside(pdf);
        let document = path.trim_end_matches(".pdf");
        let Some(part) = inside.get(PROVENANCE) else {
            let said = whole["documents"][document].as_object().unwrap();
            assert!(said.is_empty(), "{document} says something and encloses nothing");
            continue;
        };
        assert_eq!(part.relation, "Data");
        let part: serde_json::Value = serde_json::from_slice(&part.bytes).unwrap();
        assert_eq!(part["documents"][document], whole["documents"][document]);
        assert_eq!(part["documents"].as_object().unwrap().len(), 1);
        let listed: BTreeSet<&String> = part["sources"].as_object().unwrap().keys().collect();
        let enclosed: BTreeSet<&String> = inside.keys().filter(|name| name.ends_with(".yaml")).collect();
        assert_eq!(listed, enclosed, "{document}");
        assert_eq!(part["build_id"], whole["build_id"]);
    }
}

#[test]
fn the_bom_lies_in_the_document_that_prints_it() {
    let made = made(&three_files(), Enclosures::All);
    let bom = &inside(&made.files["ai-bom.pdf"])[AI_BOM];
    assert_eq!(bom.bytes, made.files[AI_BOM]);
    assert_eq!(
        (bom.relation.as_str(), bom.mime.as_str()),
        ("Data", "application/vnd.cyclonedx+json")
    );
    let others = made
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".pdf") && *path != "ai-bom.pdf");
    others.for_each(|(path, pdf)| assert!(!inside(pdf).contains_key(AI_BOM), "{path}"));
}

#[test]
fn a_file_with_a_secret_and_a_file_of_many_pages_stay_outside() {
    let long = "# a remark\n".repeat(usize::try_from(LARGEST_ENCLOSED).unwrap() / 10);
    for more in [
        "# the key is AKIAIOSFODNN7EXAMPLE\n",
        "# password: hunter2\n",
        &long,
    ] {
        let project = [
            ("organisation.yaml", ORGANISATION.into()),
            ("systems/one.yaml", system("one", more).into_bytes()),
        ];
        let made = made(&project, Enclosures::All);
        let sheet = inside(&made.files["systems/one.pdf"]);
        assert!(!sheet.contains_key("systems/one.yaml"), "{more:.40}");
        let part = String::from_utf8(sheet[PROVENANCE].bytes.clone()).unwrap();
        assert!(part.contains("systems/one.yaml"), "{part}");
        assert!(!part.contains("AKIA") && !part.contains("hunter2"), "{part}");
    }
}

#[test]
fn nothing_lies_inside_when_nothing_is_to() {
    let made = made(&three_files(), Enclosures::None);
    for (path, pdf) in made.files.iter().filter(|(path, _)| path.ends_with(".pdf")) {
        assert_eq!(inside(pdf), BTreeMap::new(), "{path}");
        assert!(!pdf.windows(13).any(|bytes| bytes == b"EmbeddedFiles"), "{path}");
    }
}

#[test]
fn the_summary_says_what_travels_and_how_to_leave_it_out() {
    for (enclosures, says) in [(Enclosures::All, true), (Enclosures::None, false)] {
        let made = made(&three_files(), enclosures);
        let summary = String::from_utf8(made.files["index.md"].clone()).unwrap();
        assert_eq!(
            summary.contains("`actfile build --no-attachments`"),
            says,
            "{enclosures:?}"
        );
    }
}
