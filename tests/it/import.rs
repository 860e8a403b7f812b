//! Imports of exports: each sample gives the record whose numbers were worked out by hand beside it, no name of a person
//! gets out, what is broken is told by line, and a record that somebody edited stays as it is.

use actfile::diag::Diagnostics;
use actfile::import::export::Export;
use actfile::import::written::is_as_made;
use actfile::import::{Asked, Source, import};
use assert_cmd::Command;
use assert_cmd::assert::Assert;
use proptest::prelude::*;
use std::fs::{self, File};
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/import");

fn actfile() -> Command {
    Command::cargo_bin("actfile").unwrap()
}

fn code_of(run: &Assert) -> i32 {
    run.get_output().status.code().unwrap()
}

/// The folder of each source, with its files in order.
fn samples() -> Vec<(Source, PathBuf)> {
    Source::ALL
        .iter()
        .map(|source| (*source, Path::new(SAMPLES).join(source.key())))
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn text(path: &Path) -> String {
    let mut text = String::new();
    File::open(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn write(path: &Path, text: &str) {
    File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
}

fn run(source: Source, files: &[PathBuf], more: &[&str]) -> Assert {
    let mut command = actfile();
    command.args([
        "import",
        source.key(),
        "--period",
        "2026-10",
        "--systems",
        "terminal-agent",
    ]);
    command.args(more).args(files).assert()
}

fn stdout(run: &Assert) -> String {
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

fn stderr(run: &Assert) -> String {
    String::from_utf8(run.get_output().stderr.clone()).unwrap()
}

#[test]
fn every_sample_gives_the_record_beside_it() {
    for (source, folder) in samples() {
        let inputs = files(&folder.join("input"));
        let record = stdout(&run(source, &inputs, &[]).success());
        assert_eq!(
            record,
            stdout(&run(source, &inputs, &[]).success()),
            "a second run differs"
        );
        assert!(is_as_made(&record));
        let expected = folder.join("expected.yaml");
        if std::env::var_os("ACTFILE_RENEW").is_some() {
            write(&expected, &record);
        }
        assert_eq!(record, text(&expected), "{}", source.key());
    }
}

#[test]
fn no_name_of_a_person_gets_out() {
    for (source, folder) in samples() {
        let private = text(&folder.join("private.txt"));
        let texts: Vec<String> = files(&folder.join("input"))
            .iter()
            .map(|path| text(path))
            .collect();
        for shown in [
            run(source, &files(&folder.join("input")), &[]),
            run(source, &files(&folder.join("cut")), &[]),
        ] {
            let shown = stdout(&shown) + &stderr(&shown);
            assert!(!shown.contains('@'), "{shown}");
            for word in private.lines() {
                assert!(
                    texts.iter().any(|text| text.contains(word)),
                    "`{word}` is in no sample"
                );
                assert!(!shown.contains(word), "{}: {word}", source.key());
            }
        }
    }
}

#[test]
fn every_record_is_read_without_a_finding() {
    for (source, folder) in samples() {
        let home = tempfile::tempdir().unwrap();
        let record = stdout(&run(source, &files(&folder.join("input")), &[]).success());
        write(&home.path().join("import.yaml"), &record);
        let rest = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\nkind: ai_system\nid: terminal-agent\nname: Agent\n";
        write(&home.path().join("rest.yaml"), rest);
        let checked = actfile().arg("check").arg("--project").arg(home.path()).assert();
        let said = stderr(&checked) + &stdout(&checked);
        assert!(!said.contains("import.yaml"), "{}: {said}", source.key());
        checked.success();
    }
}

#[test]
fn a_file_that_ends_within_a_record_is_refused_or_called_a_floor() {
    for (source, folder) in samples() {
        let cut = files(&folder.join("cut"));
        let refused = run(source, &cut, &[]);
        assert_eq!(code_of(&refused), 2, "{}", source.key());
        assert!(stderr(&refused).contains("E0131"), "{}", stderr(&refused));
        assert!(stdout(&refused).is_empty());
        let record = stdout(&run(source, &cut, &["--allow-partial"]).success());
        assert!(record.contains("complete: false"), "{record}");
    }
}

#[test]
fn only_a_record_that_nobody_edited_is_written_over() {
    let home = tempfile::tempdir().unwrap();
    let folder = Path::new(SAMPLES).join(Source::ClaudeCodeOtel.key());
    let to = home.path().join("october.yaml");
    let import_of = |part: &str| {
        let files = files(&folder.join(part));
        run(
            Source::ClaudeCodeOtel,
            &files,
            &["--allow-partial", "-o", to.to_str().unwrap()],
        )
    };
    import_of("cut").success();
    let first = text(&to);
    import_of("input").success();
    let second = text(&to);
    assert_ne!(first, second, "an import that nobody edited is made again");
    let edited = second.replace("sessions: 3", "sessions: 4");
    assert_ne!(edited, second);
    write(&to, &edited);
    assert_eq!(code_of(&import_of("input")), 2);
    assert_eq!(text(&to), edited);
}

#[test]
fn a_broken_record_is_told_by_its_line_and_not_repeated() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("broken.jsonl");
    let lines = "{\"resourceLogs\":[]}\n{\"resourceLogs\":[{\"resource\":\"anna@acme.example\"}]}\n\n{\"anna\":1}\n{}\n";
    write(&path, lines);
    let refused = run(Source::ClaudeCodeOtel, &[path], &[]);
    let said = stderr(&refused);
    for line in [2, 4, 5] {
        assert!(said.contains(&format!("broken.jsonl:{line}")), "{line}: {said}");
    }
    assert!(
        !said.contains("anna") && !said.contains("broken.jsonl:1") && !said.contains("broken.jsonl:3"),
        "{said}"
    );
    assert_eq!(code_of(&refused), 2);
}

proptest! {
    #[test]
    fn whatever_stands_in_a_file_an_import_answers(
        source in prop::sample::select(Source::ALL.to_vec()),
        noise in "[\\[\\]{}:,\"a-z0-9\\n ]{0,60}",
        at in any::<prop::sample::Index>(),
    ) {
        let folder = Path::new(SAMPLES).join(source.key()).join("input");
        let inputs = files(&folder);
        let mut bytes = text(&inputs[0]).into_bytes();
        let at = at.index(bytes.len());
        bytes.splice(at..(at + noise.len() / 2).min(bytes.len()), noise.bytes());
        let asked = Asked { month: "2026-10".parse().unwrap(), allow_partial: true, small_groups: true };
        let mut findings = Diagnostics::default();
        let export = Export::new("noise".to_owned(), Cursor::new(bytes));
        let counted = import(source, vec![export], &asked, &mut findings).unwrap();
        prop_assert_eq!(counted.is_none(), findings.has_errors());
    }
}
