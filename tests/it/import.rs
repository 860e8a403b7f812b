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
fn what_an_import_writes_names_the_schema_that_lies_above_it() {
    let home = tempfile::tempdir().unwrap();
    actfile()
        .current_dir(home.path())
        .args(["init", "inventories"])
        .assert()
        .success();
    let source = Source::ClaudeCodeOtel;
    let input = files(&Path::new(SAMPLES).join(source.key()).join("input"));
    let plain = stdout(&run(source, &input, &[]).success());
    for (folder, way) in [
        ("inventories", ""),
        ("inventories/audits/2026", "../../"),
        (".", "none"),
    ] {
        let folder = home.path().join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        let to = folder.join("october.yaml");
        let import = || run(source, &input, &["-o", to.to_str().unwrap()]).success();
        let line = format!("# yaml-language-server: $schema={way}schema.json\n");
        import();
        let written = text(&to);
        assert_eq!(written.strip_prefix(&line).unwrap_or(&written), plain);
        assert_eq!(written.starts_with(&line), way != "none", "{written}");
        assert!(stderr(&import()).contains("nothing changed"));
        assert!(is_as_made(&written));
    }
    let reviews = home.path().join("reviews.yaml");
    let prs = files(&Path::new(SAMPLES).join(Source::GithubPrs.key()).join("input"));
    run(Source::GithubPrs, &prs, &["-o", reviews.to_str().unwrap()]).success();
    let merged = |file: &str| {
        let mut command = actfile();
        let command = command
            .args(["import", "merge"])
            .arg(home.path().join(file))
            .arg(&reviews);
        let merged = stdout(&command.assert().success());
        // Above the hash stand those of the files, which the line makes others.
        merged.split_once("# body-sha256: ").unwrap().1.to_owned()
    };
    let bodies = [merged("inventories/october.yaml"), merged("october.yaml")];
    assert_eq!(bodies[0], bodies[1], "the line is no part of what is merged");
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

/// Runs the import of settings files and returns the run.
fn settings(texts: &[&str]) -> Assert {
    let home = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (0..texts.len())
        .map(|at| home.path().join(format!("{at}.json")))
        .collect();
    paths.iter().zip(texts).for_each(|(path, text)| write(path, text));
    actfile()
        .args(["import", "claude-settings", "--systems", "terminal-agent"])
        .args(paths)
        .assert()
}

#[test]
fn settings_that_do_not_do_what_they_seem_to_are_told() {
    let table = [
        (
            "unknown-vocabulary",
            r#"{"managed_policies": {"blocked_tools": ["Bash"]}}"#,
        ),
        (
            "nested-managed-key",
            r#"{"permissions": {"allowManagedPermissionRulesOnly": true}}"#,
        ),
        ("environment-not-text", r#"{"env": {"A": 1}}"#),
        (
            "bypass-switch",
            r#"{"permissions": {"disableBypassPermissionsMode": true}}"#,
        ),
        ("models-not-enforced", r#"{"availableModels": ["sonnet"]}"#),
        (
            "server-by-name",
            r#"{"allowedMcpServers": [{"serverName": "x"}]}"#,
        ),
        (
            "server-name-without-effect",
            r#"{"allowedMcpServers": [{"serverName": "x"}, {"serverUrl": "https://y.example"}]}"#,
        ),
        (
            "servers-not-limited",
            r#"{"deniedMcpServers": [{"serverUrl": "https://y.example"}]}"#,
        ),
        ("server-entry-not-object", r#"{"allowedMcpServers": ["x"]}"#),
        ("sandbox-can-be-skipped", r#"{"sandbox": {"enabled": true}}"#),
        (
            "files-in-reach-of-commands",
            r#"{"permissions": {"deny": ["Read(./.env)"]}}"#,
        ),
        (
            "network-in-reach-of-commands",
            r#"{"permissions": {"deny": ["WebFetch"]}}"#,
        ),
        ("short-transcripts", r#"{"cleanupPeriodDays": 7}"#),
        ("attribution-off", r#"{"attribution": {"commit": ""}}"#),
        (
            "telemetry-goes-nowhere",
            r#"{"env": {"CLAUDE_CODE_ENABLE_TELEMETRY": "1"}}"#,
        ),
        ("deprecated-key", r#"{"includeCoAuthoredBy": false}"#),
    ];
    for (rule, text) in table {
        let run = settings(&[text]);
        let (record, said) = (stdout(&run), stderr(&run));
        assert_eq!(record.matches("rule: ").count(), 1, "{rule}: {record}");
        assert!(record.contains(&format!("rule: {rule}")), "{rule}: {record}");
        assert!(record.contains("0.json:1"), "{rule}: {record}");
        assert_eq!(
            said.matches("W0460").count() - said.matches("explain W0460").count(),
            1,
            "{rule}: {said}"
        );
        assert!(is_as_made(&record));
    }
}

#[test]
fn settings_that_do_what_they_seem_to_are_not_told() {
    for silent in [
        r#"{"permissions": {"deny": ["WebFetch", "Read(./x)", "Bash"], "disableBypassPermissionsMode": "disable"}}"#,
        r#"{"availableModels": ["sonnet"], "enforceAvailableModels": true, "cleanupPeriodDays": 200}"#,
        r#"{"sandbox": {"enabled": true, "failIfUnavailable": true, "allowUnsandboxedCommands": false}}"#,
        r#"{"allowedMcpServers": [], "deniedMcpServers": [{"serverUrl": "https://y.example"}], "attribution": {"commit": "x"}}"#,
        r#"{"env": {"CLAUDE_CODE_ENABLE_TELEMETRY": "1", "OTEL_LOGS_EXPORTER": "otlp"}}"#,
    ] {
        let record = stdout(&settings(&[silent]).success());
        assert!(record.contains("settings_mistakes: []"), "{silent}: {record}");
    }
}

#[test]
fn settings_become_a_policy_that_is_read_without_a_finding() {
    let first = r#"{"permissions": {"deny": ["Bash(curl:*)", "WebFetch"], "defaultMode": "default"}, "cleanupPeriodDays": 20,
        "env": {"OTEL_EXPORTER_OTLP_HEADERS": "Authorization=Bearer s3cret-0123456789abcdef", "A": 1}}"#;
    let second = r#"{"permissions": {"deny": ["WebFetch", "WebSearch"], "disableBypassPermissionsMode": "disable"},
        "cleanupPeriodDays": 200, "forceLoginOrgUUID": "0b1f"}"#;
    let run = settings(&[first, second]);
    let (record, said) = (stdout(&run), stderr(&run));
    for line in [
        "denied_tools: [\"Bash(curl:*)\", WebFetch, WebSearch]",
        "local_transcript_retention: P200D",
        "bypass_mode: disabled",
        "login_restriction: org_only",
        "systems: [terminal-agent]",
    ] {
        assert!(record.contains(line), "{line}: {record}");
    }
    assert!(!(record.clone() + &said).contains("s3cret"), "{record}{said}");
    let home = tempfile::tempdir().unwrap();
    write(&home.path().join("policy.yaml"), &record);
    write(
        &home.path().join("rest.yaml"),
        "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\nkind: ai_system\nid: terminal-agent\nname: Agent\n",
    );
    let checked = actfile().arg("check").arg("--project").arg(home.path()).assert();
    assert!(!stderr(&checked).contains("policy.yaml"), "{}", stderr(&checked));
    checked.success();
}

#[test]
fn a_file_that_holds_no_settings_is_refused_without_its_text() {
    for text in [
        "",
        "[]",
        "{\"token\": \"s3cret\"",
        "{\"s3cret\": 1, \"s3cret\": 2}",
        "\"s3cret\"",
    ] {
        let run = settings(&[text]);
        assert_eq!(code_of(&run), 2, "{text}");
        let said = stderr(&run) + &stdout(&run);
        assert!(
            said.contains("E0130") && said.contains("0.json:1") && !said.contains("s3cret"),
            "{said}"
        );
    }
}
