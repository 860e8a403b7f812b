//! From a model card to a record: what is taken over, what is only remarked on, and what hostile cards come to.

use actfile::card::model_record;
use actfile::diag::Diagnostics;
use actfile::read::Loaded;
use actfile::{Asked, check};
use assert_cmd::Command;
use proptest::prelude::{any, proptest};
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

const CARD: &str = "---
license: apache-2.0
language:
- en
- de
library_name: transformers
pipeline_tag: image-text-to-text
base_model: wickmere/lantern-base
datasets:
- wickmere/pairs
model-index:
- name: Lantern Small
  results:
  - task: {type: text-generation}
    dataset: {name: Harbour, type: wickmere/harbour}
    metrics:
    - {type: accuracy, value: 0.91}
---

# Lantern

A model.
";

const RECORD: &str = "\
# From the model card `README.md`. Each line names the line of the card that it comes from.
# What the card does not say stays open, and is a gap until somebody answers it.
kind: model
id: lantern-small
name: Lantern Small  # line 12: model-index
licence: apache-2.0  # line 2: license
task: image text to text  # line 7: pipeline_tag
modalities: {input: [image, text], output: [text]}  # line 7: pipeline_tag
required_software: transformers  # line 6: library_name
# base_model (line 8): wickmere/lantern-base -- needs a `model` record of its own, whose id goes into `base_models`
# datasets (line 10): wickmere/pairs -- needs a `dataset` record of its own, whose id goes into `datasets`
# language (line 4): en
# language (line 5): de
# model-index (line 17): accuracy 0.91, on Harbour -- as the card says; an `evidence` record of the report goes into `evaluation_refs`
# Still open:
#   version_or_snapshot:
#   provider:
#   access:
#   authenticity:
#   release_date:
#   our_modification:
#   gpai:
#   known_limitations:
";

fn written(card: &str) -> (Option<String>, Vec<&'static str>) {
    let mut loaded = Loaded::default();
    let file = loaded.add_text("README.md".to_owned(), card.as_bytes());
    let mut findings = loaded.findings;
    let record = model_record(&loaded.sources, file, &mut findings);
    (record, findings.sorted().iter().map(|it| it.code.id()).collect())
}

/// Returns the findings of a project with this record in it.
fn findings(record: &str) -> Diagnostics {
    let mut loaded = Loaded::default();
    loaded.add(
        "organisation.yaml".to_owned(),
        b"kind: organisation\nid: acme\nlegal_name: Acme GmbH\n",
    );
    loaded.add("model.yaml".to_owned(), record.as_bytes());
    let asked = Asked {
        as_of: None,
        today: actfile::calendar::Date::on(2026, 11, 22),
        law: None,
    };
    check(loaded, asked).findings
}

#[test]
fn a_card_becomes_a_record_that_says_where_each_value_stands() {
    let (record, codes) = written(CARD);
    assert_eq!(codes, Vec::<&str>::new());
    assert_eq!(record.as_deref(), Some(RECORD));
    assert_eq!(findings(RECORD), Diagnostics::default());
}

#[test]
fn what_the_card_does_not_settle_stays_open() {
    let lines = |card: &str| written(card).0.unwrap();
    let record =
        lines("---\nlicense: other\nlicense_name: wickmere-terms\nlicense_link: LICENSE\n---\n# Lantern 2\n");
    assert!(
        record.contains("\nid: lantern-2\nname: Lantern 2  # line 6: first heading\n"),
        "{record}"
    );
    assert!(
        record.contains("\nlicence: wickmere-terms  # line 3: license_name\n"),
        "{record}"
    );
    let record = lines("---\nlicense: [mit, apache-2.0]\npipeline_tag: text-generation\n---\n");
    assert!(
        !record.contains("\nlicence:") && record.contains("# license (line 2): mit"),
        "{record}"
    );
    assert!(
        record.contains("\ntask: text generation  # line 3: pipeline_tag\n"),
        "{record}"
    );
    assert!(
        record.contains("#   licence:") && record.contains("#   modalities:"),
        "{record}"
    );
    assert_eq!(findings(&record), Diagnostics::default());
}

#[test]
fn values_are_text_whatever_they_look_like() {
    for value in [
        "no",
        "1.10",
        "2026-01-01",
        "'a: b #c'",
        "\"{x}\"",
        "'[a]'",
        "\"x\\n- y: z\"",
        "'- a'",
        "'&a *b !c'",
        "'\\'",
        "'\"'",
    ] {
        let card = format!("---\nmodel_name: {value}\nlicense: {value}\nlibrary_name: {value}\n---\n");
        let record = written(&card).0.unwrap();
        assert_eq!(findings(&record), Diagnostics::default(), "{record}");
    }
}

#[test]
fn what_is_no_card_is_a_finding() {
    let nested = format!("---\na: {}{}\n---\n", "[".repeat(100), "]".repeat(100));
    let bottomless = format!("---\na: {}\n---\n", "[".repeat(100_000));
    let aliases = "---\na: &a [x]\nb: [*a, *a]\n---\n";
    for (card, code) in [
        ("# Lantern\n", "E0206"),
        ("---\nlicense: mit\n", "E0206"),
        ("---\n- a\n---\n", "E0206"),
        ("---\nlicense: {a: b}\n---\n", "E0206"),
        ("---\na: [\n---\n", "E0105"),
        ("---\nlicense: mit\nlicense: mit\n---\n", "E0108"),
        ("---\nlicense: \"\\u202e\"\n---\n", "E0104"),
        (nested.as_str(), "E0106"),
        (bottomless.as_str(), "E0105"),
        (aliases, "E0107"),
    ] {
        let (record, codes) = written(card);
        let begin: String = card.chars().take(80).collect();
        assert_eq!(record, None, "{begin}");
        assert!(codes.contains(&code), "{begin}: {codes:?}");
    }
}

/// Runs the import into a file and returns the exit code and the text that is there then.
fn imported(folder: &Path) -> (Option<i32>, String) {
    let mut command = Command::cargo_bin("actfile").unwrap();
    let line = ["import", "model-card", "README.md", "-o", "model.yaml"];
    let ended = command.current_dir(folder).args(line).output().unwrap();
    let mut text = String::new();
    File::open(folder.join("model.yaml"))
        .and_then(|mut file| file.read_to_string(&mut text))
        .unwrap();
    (ended.status.code(), text)
}

#[test]
fn a_file_that_somebody_edited_is_not_written_over() {
    let home = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        File::create(home.path().join(name))
            .and_then(|mut file| file.write_all(text.as_bytes()))
            .unwrap();
    };
    put("README.md", CARD);
    assert_eq!(imported(home.path()), (Some(0), RECORD.to_owned()));
    assert_eq!(imported(home.path()), (Some(0), RECORD.to_owned()));
    put("model.yaml", "kind: model\n");
    assert_eq!(imported(home.path()), (Some(2), "kind: model\n".to_owned()));
}

proptest! {
    #[test]
    fn whatever_a_card_says_the_record_is_read(name in any::<String>(), licence in any::<String>(), data in any::<String>()) {
        let quoted = |text: &String| serde_json::to_string(text).unwrap();
        let card = format!(
            "---\nmodel_name: {}\nlicense: {}\ndatasets: [{}]\n---\n# {}\n",
            quoted(&name), quoted(&licence), quoted(&data), name
        );
        if let (Some(record), _) = written(&card) {
            assert!(!findings(&record).has_errors(), "{record}\n{:#?}", findings(&record).sorted());
        }
    }
}
