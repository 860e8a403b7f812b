//! What only the binary does: exit codes, streams, and that the disk holds either all of a result or none of it.

use assert_cmd::Command;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A folder of its own for one test, with the smallest inventory in `inventories`.
struct Home {
    folder: tempfile::TempDir,
}

/// How a run ended.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
const SYSTEM: &str = "kind: ai_system\nid: assistant\nname: Coding assistant\nour_roles: [deployer]\n";

impl Home {
    fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn new() -> Self {
        let home = Self::empty();
        home.put("inventories/acme.yaml", ORGANISATION.as_bytes());
        home.put("inventories/systems/assistant.yaml", SYSTEM.as_bytes());
        home
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    fn put(&self, below: &str, bytes: &[u8]) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::File::create(path).unwrap().write_all(bytes).unwrap();
    }

    fn text(&self, below: &str) -> String {
        String::from_utf8(bytes(&self.path(below))).unwrap()
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::cargo_bin("actfile").unwrap();
        command
            .current_dir(self.folder.path())
            .args(line.split_whitespace());
        command
    }

    fn run(&self, line: &str) -> Run {
        run(&mut self.command(line))
    }

    #[track_caller]
    fn done(&self, line: &str) -> Run {
        let run = self.run(line);
        assert_eq!(run.code, 0, "{line}\n{}{}", run.stdout, run.stderr);
        run
    }

    /// Returns every file below a folder with its bytes.
    fn files(&self, below: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.path(below))
    }

    fn times(&self, below: &str) -> BTreeMap<String, SystemTime> {
        let time = |path: &str| {
            self.path(below)
                .join(path)
                .metadata()
                .unwrap()
                .modified()
                .unwrap()
        };
        let mut times: BTreeMap<String, SystemTime> = self
            .files(below)
            .into_keys()
            .map(|path| (path.clone(), time(&path)))
            .collect();
        times.insert(".".into(), time("."));
        times
    }
}

fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let path = entry
            .path()
            .strip_prefix(folder)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        (path, bytes(entry.path()))
    });
    files.collect()
}

#[expect(clippy::disallowed_methods, reason = "the test reads what the binary wrote")]
fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}

#[test]
fn help_names_every_command_and_goes_to_standard_output() {
    let run = Home::empty().done("--help");
    for command in [
        "build", "check", "classify", "explain", "init", "schema", "verify",
    ] {
        assert!(run.stdout.contains(&format!("\n  {command} ")), "{}", run.stdout);
    }
    assert_eq!(run.stderr, "");
    assert_eq!(
        Home::empty().done("-V").stdout,
        format!("actfile {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn wrong_usage_is_refused() {
    for line in [
        "",
        "bild",
        "build --as-of tomorrow",
        "build --as-of 2026-02-30",
        "check --law 2025",
        "schema robot",
    ] {
        let run = Home::new().run(line);
        assert_eq!(run.code, 2, "{line}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{line}");
    }
}

#[test]
fn a_build_writes_documents_that_verify() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    let files = home.files("out");
    for path in [
        "index.md",
        "index.pdf",
        "gaps.md",
        "ai-bom.cdx.json",
        "report.html",
        "systems/assistant.md",
        "manifest.json",
    ] {
        assert!(files.contains_key(path), "{path} is missing: {:?}", files.keys());
    }
    let run = home.done("verify out --against inventories");
    assert!(run.stdout.contains("complete      yes"), "{}", run.stdout);
    assert!(run.stdout.contains("regenerates   yes"), "{}", run.stdout);
}

#[test]
fn the_sums_are_those_of_the_files() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    let files = home.files("out");
    let sums = String::from_utf8(files["SHA256SUMS"].clone()).unwrap();
    let listed: BTreeMap<&str, &str> = sums
        .lines()
        .map(|line| line.split_once("  ").unwrap())
        .map(|(sha256, path)| (path, sha256))
        .collect();
    for (path, bytes) in files.iter().filter(|(path, _)| *path != "SHA256SUMS") {
        assert_eq!(listed[path.as_str()], sha256(bytes), "{path}");
    }
    assert_eq!(listed.len(), files.len() - 1);
}

/// Returns the commands that hold every file against the sums, as a text for auditors shows them.
fn sum_checks<'t>(text: &'t str, heading: &str, next: &str) -> Vec<&'t str> {
    let from = text.split_once(heading).unwrap().1;
    let part = from.split_once(next).unwrap().0;
    let lines = part.lines().map(str::trim);
    let commands = lines.filter(|line| {
        ["sha256sum ", "shasum ", "Get-Content "]
            .iter()
            .any(|program| line.starts_with(program))
    });
    commands.collect()
}

#[test]
fn an_auditor_reads_the_same_commands_in_the_folder_and_in_the_book() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22 --formats md");
    let folder = home.text("out/VERIFY.txt");
    let chapter = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src/auditors.md");
    let chapter = String::from_utf8(bytes(&chapter)).unwrap();
    let told = sum_checks(&folder, "1. Is every file as it was made?", "2. Is anything");
    assert_eq!(
        told,
        sum_checks(&chapter, "## Is every file as it was made?", "For one file alone")
    );
    assert_eq!(told.len(), 3, "{folder}");
}

#[cfg(unix)]
#[test]
fn the_commands_of_the_folder_name_a_file_that_was_altered() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22 --formats md");
    let folder = home.text("out/VERIFY.txt");
    let commands = sum_checks(&folder, "1. Is every file as it was made?", "2. Is anything");
    // `shasum` is there where perl is; no PowerShell is.
    let there = commands
        .iter()
        .filter(|command| command.starts_with("sha256sum ") || command.starts_with("shasum "));
    for is_altered in [false, true] {
        if is_altered {
            home.put("out/gaps.md", b"all is well\n");
        }
        for command in there.clone() {
            let mut words = command.split(' ');
            let mut run_there = Command::new(words.next().unwrap());
            let Ok(output) = run_there.args(words).current_dir(home.path("out")).output() else {
                continue;
            };
            let said = String::from_utf8(output.stdout).unwrap();
            assert_eq!(output.status.success(), !is_altered, "{command}\n{said}");
            assert_eq!(said.contains("gaps.md: FAILED"), is_altered, "{command}\n{said}");
        }
    }
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

// What was left out is remembered, so that whoever makes the documents again leaves it out as well.
#[test]
fn a_build_without_attachments_is_made_again_without_them() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    let with = home.files("out");
    home.done("build --as-of 2026-11-22 --no-attachments");
    let without = home.files("out");
    assert!(without["inventory.pdf"].len() < with["inventory.pdf"].len());
    let text =
        |files: &BTreeMap<String, Vec<u8>>, path: &str| String::from_utf8(files[path].clone()).unwrap();
    assert!(text(&without, "manifest.json").contains("\"attachments\""));
    assert!(!text(&with, "manifest.json").contains("\"attachments\""));
    assert!(text(&with, "VERIFY.txt").contains("pdfdetach -list inventory.pdf"));
    assert!(!text(&without, "VERIFY.txt").contains("pdfdetach"));
    home.done("build --check");
    let run = home.done("verify out --against inventories");
    assert!(run.stdout.contains("regenerates   yes"), "{}", run.stdout);
    home.done("build --formats md --as-of 2026-11-22");
    assert!(!text(&home.files("out"), "VERIFY.txt").contains("pdfdetach"));
}

// The version of the AI-BOM is part of what was asked for: it is in the build id, and is asked for again.
#[test]
fn the_version_of_the_bom_is_remembered() {
    let home = Home::new();
    let text =
        |files: &BTreeMap<String, Vec<u8>>, path: &str| String::from_utf8(files[path].clone()).unwrap();
    let mut builds = BTreeSet::new();
    for (line, version) in [
        ("build --as-of 2026-11-22 --formats md,bom", "1.6"),
        ("build --as-of 2026-11-22 --formats md,bom --bom-spec 1.7", "1.7"),
        ("build --as-of 2026-11-22 --formats md,bom --bom-spec 1.5", "1.5"),
    ] {
        home.done(line);
        let files = home.files("out");
        let spec = format!("\"specVersion\": \"{version}\"");
        assert!(text(&files, "ai-bom.cdx.json").contains(&spec), "{line}");
        assert!(
            text(&files, "ai-bom.md").contains(&format!("CycloneDX {version}")),
            "{line}"
        );
        let manifest = text(&files, "manifest.json");
        assert_eq!(manifest.contains("bom-spec"), version != "1.6", "{line}");
        let id = manifest.lines().find(|it| it.contains("build_id"));
        builds.insert(id.map(str::to_owned));
        home.done("build --check");
        let run = home.done("verify out --against inventories");
        assert!(run.stdout.contains("regenerates   yes"), "{}", run.stdout);
    }
    assert_eq!(builds.len(), 3);
    let refused = home.run("build --bom-spec 1.4");
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("1.5, 1.6, 1.7"), "{}", refused.stderr);
}

#[test]
fn a_second_build_touches_nothing() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    let before = home.times("out");
    let run = home.done("build --as-of 2026-11-22");
    assert!(run.stderr.contains("nothing changed"), "{}", run.stderr);
    assert_eq!(home.times("out"), before);
}

#[test]
fn what_is_known_of_a_folder_hides_no_change_of_it_and_none_of_the_inventory() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    let made = home.files("out");
    assert!(
        home.done("build --as-of 2026-11-22")
            .stderr
            .contains("nothing changed")
    );
    assert!(
        home.done("build --as-of 2026-11-22 --no-cache")
            .stderr
            .contains("nothing changed")
    );
    home.put("out/systems/assistant.pdf", b"forged");
    assert_eq!(home.run("build --check").code, 1);
    assert!(
        home.done("build --as-of 2026-11-22")
            .stderr
            .contains("1 files written")
    );
    assert_eq!(home.files("out"), made);
    home.put(
        "inventories/systems/assistant.yaml",
        SYSTEM.replace("Coding", "Drafting").as_bytes(),
    );
    assert!(
        !home
            .done("build --as-of 2026-11-22")
            .stderr
            .contains("nothing changed")
    );
    assert_ne!(home.files("out"), made);
}

#[test]
fn a_file_that_was_edited_and_is_written_over_is_named() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    let made = home.files("out");
    let mut edited = bytes(&home.path("out/inventory.pdf"));
    edited.extend(b"a note");
    home.put("out/inventory.pdf", &edited);
    home.put("out/gaps.md", b"done");
    let says = "altered since the last build, and made anew: `gaps.md`, `inventory.pdf`; edits belong in";
    let run = home.done("build --as-of 2026-11-22");
    assert!(run.stderr.contains(says), "{}", run.stderr);
    assert_eq!(home.files("out"), made);
    // What only the inventory changed is nobody's edit.
    home.put(
        "inventories/systems/assistant.yaml",
        SYSTEM.replace("Coding", "Drafting").as_bytes(),
    );
    let run = home.done("build --as-of 2026-11-22");
    assert!(!run.stderr.contains("altered since"), "{}", run.stderr);
    home.put("out/gaps.md", b"done");
    let run = home.done("build --as-of 2026-11-22 --quiet");
    assert!(!run.stderr.contains("altered since"), "{}", run.stderr);
    assert_ne!(home.text("out/gaps.md"), "done");
}

#[test]
fn a_check_of_documents_is_current_until_an_input_changes() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    // The day of the documents counts, not today.
    home.done("build --check");
    let before = home.files("out");
    home.put(
        "inventories/systems/assistant.yaml",
        format!("{SYSTEM}owner: CTO\n").as_bytes(),
    );
    let run = home.run("build --check");
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stdout.contains("a build would change: `manifest.json`"),
        "{}",
        run.stdout
    );
    assert_eq!(home.files("out"), before);
    assert_eq!(Home::new().run("build --check").code, 1);
}

#[test]
fn an_altered_folder_does_not_verify() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    home.put("out/index.md", b"all is well\n");
    home.put("out/extra.md", b"");
    fs::remove_file(home.path("out/gaps.md")).unwrap();
    let run = home.run("verify out");
    assert_eq!(run.code, 1);
    for line in [
        "changed: `index.md` differs from what was made",
        "extra: `extra.md` is there and is not listed",
        "missing: `gaps.md` is listed and is not there",
        "complete      no",
        "unchanged     no",
    ] {
        assert!(run.stdout.contains(line), "{line} is missing in\n{}", run.stdout);
    }
    assert_eq!(home.run("verify inventories").code, 2);
    assert_eq!(home.run("verify nowhere").code, 2);
}

#[test]
fn documents_of_another_inventory_are_said_to_be_that_and_few_files_are_named() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22 --formats md");
    home.put(
        "other/acme.yaml",
        ORGANISATION.replace("id: acme", "id: globex").as_bytes(),
    );
    home.put("other/systems/assistant.yaml", SYSTEM.as_bytes());
    let says = "these documents were made from another inventory: theirs is of the organisation `acme`, this one of the \
                organisation `globex`\n";
    for line in ["verify out --against other", "build --check --project other"] {
        let run = home.run(line);
        assert_eq!(run.code, 1, "{line}");
        assert!(run.stdout.starts_with(says), "{line}\n{}", run.stdout);
        assert!(!run.stdout.contains("input "), "{line}\n{}", run.stdout);
        assert_eq!(
            run.stdout.matches("a build would change: ").count(),
            1,
            "{}",
            run.stdout
        );
        assert!(run.stdout.contains(" more\n"), "{line}\n{}", run.stdout);
    }
    // An inventory that has changed is the same one, and each file is named.
    home.put(
        "inventories/systems/assistant.yaml",
        SYSTEM.replace("Coding", "Drafting").as_bytes(),
    );
    let run = home.run("verify out --against inventories");
    let first = "input changed since: `systems/assistant.yaml`\na build would change: `SHA256SUMS`\na build would change: \
                 `VERIFY.txt`\n";
    assert!(run.stdout.starts_with(first), "{}", run.stdout);
    // What is wrong with a folder that is no inventory is told.
    fs::create_dir(home.path("empty")).unwrap();
    let run = home.run("verify out --against empty");
    assert_eq!(
        (run.code, run.stderr.matches("error[E0109]").count()),
        (2, 1),
        "{}",
        run.stderr
    );
}

#[test]
fn a_file_that_systems_leave_behind_is_named_and_lets_nothing_pass() {
    for (path, maker) in [
        (".DS_Store", "; the Finder of macOS"),
        ("systems/Thumbs.db", "; the Explorer of Windows"),
        ("desktop.ini", "; the Explorer of Windows"),
        ("DS_Store.md", ""),
    ] {
        let home = Home::new();
        home.done("build --as-of 2026-11-22");
        // What is in it is not looked at: a name is no proof.
        home.put(&format!("out/{path}"), b"all is well");
        let run = home.run("verify out");
        assert_eq!(run.code, 1, "{path}");
        let says = format!("extra: `{path}` is there and is not listed{maker}");
        assert!(run.stdout.contains(&says), "{says}\n{}", run.stdout);
        assert_eq!(
            run.stdout.contains("nothing here vouches for what is in it"),
            !maker.is_empty()
        );
        assert!(run.stdout.contains("complete      no"), "{path}");
        assert!(run.stdout.contains("unchanged     yes"), "{path}");
    }
}

#[test]
fn each_fault_of_the_input_gives_one_finding_and_leaves_the_documents_alone() {
    let faults: [(&str, &[u8]); 13] = [
        ("E0103", b"kind: ai_system\nid: a\nname: M\xfcller\n"),
        ("E0105", b"kind: ai_system\nid: a\nname: \"A\n"),
        ("E0201", b"id: a\nname: A\n"),
        ("E0202", b"kind: robot\nid: a\nname: A\n"),
        ("E0203", b"kind: ai_system\nid: a\nname: A\nvendor: nobody\n"),
        ("E0204", b"kind: ai_system\nid: assistant\nname: A\n"),
        ("E0205", b"kind: ai_system\nid: a\nname: A\nownre: CTO\n"),
        ("E0206", b"kind: ai_system\nid: a\nname: A\nmodels: gpt\n"),
        ("E0207", b"kind: ai_system\nid: a\nname: A\nautonomy: full\n"),
        (
            "E0208",
            b"kind: ai_system\nid: a\nname: A\nretired_on: 2026-02-30\n",
        ),
        ("E0209", b"kind: ai_system\nid: ../a\nname: A\n"),
        ("E0210", b"kind: ai_system\nname: A\n"),
        ("E0210", b"kind: ai_system\nid: a\n"),
    ];
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    let before = (home.files("out"), home.times("out"));
    for (code, bytes) in faults {
        home.put("inventories/systems/fault.yaml", bytes);
        for line in ["build", "check", "classify"] {
            let run = home.run(line);
            assert_eq!(run.code, 2, "{code} {line}: {}", run.stderr);
            assert_eq!(
                run.stderr.matches("error[").count(),
                1,
                "{code} {line}: {}",
                run.stderr
            );
            assert!(
                run.stderr.contains(&format!("error[{code}]")),
                "{code} {line}: {}",
                run.stderr
            );
            assert!(
                run.stderr.contains("--> inventories/systems/fault.yaml:"),
                "{code} {line}: {}",
                run.stderr
            );
        }
        assert_eq!((home.files("out"), home.times("out")), before, "{code}");
    }
    assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 2);
}

#[test]
fn an_empty_project_is_one_finding() {
    let home = Home::empty();
    fs::create_dir(home.path("inventories")).unwrap();
    for line in ["build", "check", "classify"] {
        let run = home.run(line);
        assert_eq!(run.code, 2, "{line}: {}", run.stderr);
        assert_eq!(
            run.stderr.matches("error[E0109]").count(),
            1,
            "{line}: {}",
            run.stderr
        );
        assert_eq!(
            run.stderr.matches("warning[").count(),
            0,
            "{line}: {}",
            run.stderr
        );
    }
    assert!(!home.path("out").exists());
}

#[test]
fn a_missing_project_is_refused() {
    let home = Home::empty();
    let run = home.run("build");
    assert_eq!(run.code, 2);
    assert!(
        run.stderr
            .starts_with("error: there is no folder `inventories` here"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 0);
}

#[test]
fn findings_for_machines_go_to_standard_output() {
    let home = Home::new();
    home.put(
        "inventories/fault.yaml",
        b"kind: ai_system\nid: a\nname: A\nownre: CTO\n",
    );
    let run = home.run("check --format short");
    assert_eq!(run.code, 2);
    assert!(
        run.stdout
            .starts_with("inventories/fault.yaml:4:1: error[E0205]: "),
        "{}",
        run.stdout
    );
    for format in ["json", "sarif"] {
        let run = home.run(&format!("check --format {format}"));
        serde_json::from_str::<serde_json::Value>(&run.stdout).unwrap();
        assert_eq!(run.stderr, "");
    }
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let home = Home::new();
    home.put("out/thesis.txt", b"years of work");
    for line in [
        "build",
        "build --out inventories",
        "build --out .",
        "build --out inventories/acme.yaml",
    ] {
        let before = home.files(".");
        let run = home.run(line);
        assert_eq!(run.code, 2, "{line}: {}", run.stderr);
        assert_eq!(home.files("."), before, "{line}");
    }
}

#[test]
fn the_same_inventory_gives_the_same_bytes_everywhere() {
    let places = [
        ("UTC", "C", "out"),
        ("Pacific/Kiritimati", "tr_TR.UTF-8", "deep/er/documents"),
        ("America/Anchorage", "de_DE.UTF-8", "./other"),
    ];
    let made = places.map(|(zone, locale, out)| {
        let home = Home::new();
        let mut command = home.command(&format!("build --as-of 2026-11-22 --out {out}"));
        command
            .env_clear()
            .env("TZ", zone)
            .env("LC_ALL", locale)
            .env("LANG", locale)
            .env("HOME", home.path(""));
        assert_eq!(run(&mut command).code, 0);
        home.files(out)
    });
    assert_eq!(made[0], made[1]);
    assert_eq!(made[0], made[2]);
    for (path, bytes) in &made[0] {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains(&*std::env::temp_dir().to_string_lossy()),
            "{path} names a folder of this machine"
        );
    }
}

// Documents are made side by side; which of them is finished first must not be seen.
#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22 --out first");
    home.done("build --as-of 2026-11-22 --out again");
    let mut alone = home.command("build --as-of 2026-11-22 --out alone");
    assert_eq!(run(alone.env("RAYON_NUM_THREADS", "1")).code, 0);
    assert!(home.files("first").len() > 20);
    for folder in ["again", "alone"] {
        assert!(home.files(folder) == home.files("first"), "{folder}");
    }
}

#[test]
fn colour_is_for_terminals_and_on_request() {
    let home = Home::new();
    home.put("inventories/fault.yaml", b"kind: robot\nid: a\n");
    assert!(!home.run("check").stderr.contains('\u{1b}'));
    assert!(!home.run("check --color never").stderr.contains('\u{1b}'));
    assert!(home.run("check --color always").stderr.contains("\u{1b}["));
}

#[test]
fn no_control_character_of_a_file_or_its_name_reaches_the_terminal() {
    let home = Home::new();
    home.put(
        "inventories/a\u{1b}]0;owned\u{7}.yaml",
        b"kind: \"\x1b[31mred\"\nid: a\n",
    );
    for format in ["human", "short", "json", "sarif", "junit", "github"] {
        let run = home.run(&format!("check --format {format}"));
        let told = run.stdout + &run.stderr;
        assert_eq!(run.code, 2, "{told}");
        assert!(
            told.chars().all(|char| char == '\n' || !char.is_control()),
            "{told:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn documents_of_a_newer_rule_table_are_not_replaced_in_silence() {
    let home = Home::new();
    let build = "build --as-of 2026-11-22 --formats md";
    home.done(build);
    let manifest = home.text("out/manifest.json");
    let revision = |text: &str| {
        text.lines()
            .find(|line| line.contains("rules_revision"))
            .unwrap()
            .to_owned()
    };
    let newer = manifest.replace(&revision(&manifest), "  \"rules_revision\": \"2199-01-01\",");
    home.put("out/manifest.json", newer.as_bytes());
    for line in [build, "build --check --formats md"] {
        let run = home.run(line);
        assert!(
            run.code == 2 && run.stderr.contains("--allow-older-law"),
            "{}",
            run.stderr
        );
        assert_eq!(home.text("out/manifest.json"), newer);
    }
    home.done(&format!("{build} --allow-older-law"));
    let manifest = home.text("out/manifest.json");
    assert!(
        manifest.contains("older-law-than") && manifest.contains("2199-01-01"),
        "{manifest}"
    );
    assert!(
        home.text("out/VERIFY.txt")
            .contains("a newer rule table, 2199-01-01")
    );
    // It stays recorded, and nobody goes on without saying so again.
    home.done("build --check");
    home.done("verify out --against inventories");
    assert_eq!(home.run(build).code, 2);
}

#[test]
fn a_secret_is_withheld_from_everything_that_is_printed_or_written() {
    const SECRET: &str = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    for text in [
        format!("our_use: the key is {SECRET}\n"),
        format!("owner: {SECRET}\n"),
        format!("vendor: {{unknown: {{asked: {SECRET}}}}}\n"),
        format!("integrations: [{{name: \"\\x67{}\"}}]\n", &SECRET[1..]),
        // Beside another finding, whose line is shown; as a key; in a remark beside an error.
        format!("intended_purpose: {{text: {SECRET}, sourc: x}}\n"),
        format!("{SECRET}: x\n"),
        format!("owners: x # {SECRET}\n"),
    ] {
        let home = Home::new();
        home.put(
            "inventories/systems/assistant.yaml",
            format!("{SYSTEM}{text}").as_bytes(),
        );
        let run = home.run("build --as-of 2026-11-22");
        let check = home.run("check --format json");
        let core = &SECRET[4..];
        for said in [&run.stdout, &run.stderr, &check.stdout, &check.stderr] {
            assert!(!said.contains(core), "{text}{said}");
        }
        let written = match run.code {
            2 => BTreeMap::new(),
            _ => home.files("out"),
        };
        for (name, bytes) in written {
            let is_there = bytes.windows(core.len()).any(|window| window == core.as_bytes());
            assert!(!is_there, "{text}: {name}");
        }
        assert!(
            run.stderr.contains("W0401") || run.code == 2,
            "{text}{}",
            run.stderr
        );
    }
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    use std::process::{Command, Stdio};
    let home = Home::new();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("actfile"))
        .current_dir(home.folder.path())
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_delivered_is_a_failure() {
    use std::process::{Command, Stdio};
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ended = Command::new(assert_cmd::cargo::cargo_bin("actfile"))
        .arg("schema")
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ended.stderr).starts_with("error: standard output: cannot be written"));
}

#[test]
fn who_answered_stands_beside_the_answer() {
    let home = Home::new();
    let facts = "facts: {annex_iii: {profiling: true, filter_condition: [a], points: [4(a)]}}\ntripwires: {interacts_with_public: \
                 true}\nanswers:\n  - {field: facts.annex_iii.profiling, by: Head of *Law*, on: 2026-10-05, note: after a test}\n  \
                 - {field: tripwires.interacts_with_public, by: CTO}\n";
    home.put(
        "inventories/systems/assistant.yaml",
        format!("{SYSTEM}{facts}").as_bytes(),
    );
    home.done("build --formats md");
    let document = String::from_utf8(home.files("out")["classification.md"].clone()).unwrap();
    let row = |of: &str| {
        document
            .lines()
            .find(|line| line.contains(of))
            .unwrap_or_default()
            .to_owned()
    };
    let noted = row("Does the system profile natural persons");
    assert!(
        noted.contains(r"answered by Head of \*Law\* on 5 October 2026 (after a test)"),
        "{noted}"
    );
    assert!(
        document.contains("answered by CTO on a day not on record"),
        "{document}"
    );
    assert!(
        !row("Is the system used to recruit").contains("answered by"),
        "{document}"
    );
}

/// Runs `ask` over the smallest system with these lines as input.
fn ask(home: &Home, flags: &str, lines: &str) -> Run {
    let mut command = home.command(&format!("ask assistant --by CTO --as-of 2026-11-26 {flags}"));
    command.write_stdin(lines);
    run(&mut command)
}

#[test]
fn answers_are_written_after_a_yes_and_not_otherwise() {
    let answers = "n\nn\n";
    for (flags, lines, code, n_notes, says) in [
        ("", format!("{answers}q\n\n"), 0, 2, "2 answers written"),
        ("", format!("{answers}q\ny\n"), 0, 2, "2 answers written"),
        ("--yes", answers.to_owned(), 0, 2, "2 answers written"),
        (
            "",
            format!("{answers}b\n?\nwhat\nu\nq\ny\n"),
            0,
            2,
            "`what` is no answer here",
        ),
        ("", format!("{answers}q\nn\n"), 0, 0, "nothing was written"),
        ("", format!("{answers}q\n"), 2, 0, "nothing was written"),
        ("", answers.to_owned(), 2, 0, "the input ended early"),
        ("", String::new(), 2, 0, "the input ended early"),
        ("--yes", String::new(), 0, 0, "there is nothing to write"),
        ("", "q\n".to_owned(), 0, 0, "there is nothing to write"),
        ("", "\n\nq\n".to_owned(), 0, 0, "there is nothing to write"),
        ("--dry-run", format!("{answers}q\n"), 0, 0, "2. "),
    ] {
        let home = Home::new();
        let run = ask(&home, flags, &lines);
        assert_eq!(run.code, code, "{lines}\n{}", run.stderr);
        assert!(run.stderr.contains(says), "{lines}\n{}", run.stderr);
        let text = String::from_utf8(home.files("inventories")["systems/assistant.yaml"].clone()).unwrap();
        assert!(text.starts_with(SYSTEM));
        assert_eq!(text.matches("by: CTO, on: 2026-11-26").count(), n_notes, "{text}");
        assert_eq!(home.files("inventories").len(), 2);
    }
}

#[test]
fn a_dry_run_prints_the_difference() {
    let home = Home::new();
    let run = ask(&home, "--dry-run", "n\nq\n");
    let expected = "--- inventories/systems/assistant.yaml\n+++ inventories/systems/assistant.yaml\n@@ -2,3 +2,7 @@\n \
                    id: assistant\n name: Coding assistant\n our_roles: [deployer]\n+tripwires:\n+  \
                    affects_individual_decisions: false\n+answers:\n+  - {field: \
                    tripwires.affects_individual_decisions, answer: false, by: CTO, on: 2026-11-26}\n";
    assert_eq!(run.stdout, expected);
}

#[test]
fn who_answers_is_a_role_and_the_system_must_exist() {
    let home = Home::new();
    for (line, input, says) in [
        ("ask assistant --by cto@acme.example", "", "no address"),
        ("ask other --by CTO", "", "it has assistant"),
        (
            "ask assistant --by CTO --again profiling",
            "",
            "`profiling` is no answer of this record; it has `our_roles`",
        ),
        ("ask assistant", "", "nobody said who answers"),
        ("ask assistant", "cto@acme.example\n", "no address"),
    ] {
        let run = run(home.command(line).write_stdin(input));
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains(says), "{}", run.stderr);
    }
    let run = run(home.command("ask assistant --yes").write_stdin("Head of IT\nn\n"));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let text = String::from_utf8(home.files("inventories")["systems/assistant.yaml"].clone()).unwrap();
    assert!(text.contains("by: Head of IT"), "{text}");
}

#[test]
fn answers_that_the_file_cannot_take_are_printed_for_pasting() {
    let home = Home::new();
    let system =
        format!("{SYSTEM}tripwires: {{not_applicable: {{reason: nobody asked}}}}\n? facts\n: {{}}\n");
    home.put("inventories/systems/assistant.yaml", system.as_bytes());
    // A list takes no `n`, a question no `0`.
    let run = ask(&home, "--yes", &"n\n0\n".repeat(60));
    let text = String::from_utf8(home.files("inventories")["systems/assistant.yaml"].clone()).unwrap();
    assert_eq!((run.code, text), (2, system), "{}", run.stderr);
    assert!(run.stdout.starts_with("facts:\n"), "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_build_says_whose_duties_are_no_gaps() {
    let says = "transparency duties that bind, or may bind, the provider (of 1 system) and not you are not among them";
    let built = |how: &str| format!("[deployer]\ntripwires: {{built_or_rebranded: {how}}}");
    for (roles, is_said) in [
        ("[deployer]".to_owned(), true),
        (built("built_in_house"), false),
        ("[deployer, provider]".to_owned(), false),
    ] {
        let home = Home::new();
        let system = SYSTEM.replace("[deployer]", &roles);
        home.put("inventories/systems/assistant.yaml", system.as_bytes());
        let run = home.done("build --formats md");
        assert_eq!(run.stderr.contains(says), is_said, "{}", run.stderr);
    }
}

#[test]
fn the_next_command_is_told_to_a_person_and_to_no_log() {
    let home = Home::new();
    for format in ["human", "short", "json", "sarif", "junit", "github"] {
        let run = home.done(&format!("check --format {format}"));
        assert!(
            !run.stderr.contains("next: ") && !run.stdout.contains("next: "),
            "{}",
            run.stderr
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_person_is_told_the_next_command_on_a_terminal() {
    let home = Home::empty();
    home.done("init inventories");
    let shown = crate::progress::on_a_terminal(home.folder.path(), "check");
    assert!(shown.contains("next: ") && shown.contains("actfile "), "{shown}");
    for format in ["short", "json"] {
        let shown = crate::progress::on_a_terminal(home.folder.path(), &format!("check --format {format}"));
        assert!(!shown.contains("next: "), "{shown}");
    }
}

#[test]
fn the_first_inventory_builds() {
    let home = Home::empty();
    home.done("init inventories");
    home.done("check");
    home.done("build --as-of 2026-11-22");
    let again = home.run("init inventories");
    assert_eq!(again.code, 2);
    assert!(again.stderr.contains("is not empty"), "{}", again.stderr);
}

/// Returns a text of `init` with every answer that waits behind a `#`, and without the marks of examples.
fn all_answered(text: &str) -> String {
    let answered = text.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_lowercase()) => format!("{rest}\n"),
        Some(_) | None => format!("{line}\n"),
    });
    answered.collect::<String>().replace(" (replace this)", "")
}

#[test]
fn the_first_inventory_answers_nothing_and_what_waits_in_it_is_accepted() {
    let home = Home::empty();
    home.done("init inventories");
    let check = home.done("check");
    assert_eq!(
        check.stderr.matches("warning[W0434]").count(),
        2,
        "{}",
        check.stderr
    );
    let written = home.files("inventories");
    for (path, keys) in [
        ("organisation.yaml", &["kind", "id", "legal_name"]),
        ("systems/coding-assistant.yaml", &["kind", "id", "name"]),
    ] {
        let text = String::from_utf8(written[path].clone()).unwrap();
        let stated = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty());
        let stated: Vec<&str> = stated.filter_map(|line| Some(line.split_once(':')?.0)).collect();
        assert_eq!(stated, keys, "{path}");
        home.put(&format!("inventories/{path}"), all_answered(&text).as_bytes());
    }
    let check = home.done("check");
    assert!(!check.stderr.contains("warning"), "{}", check.stderr);
    let gaps = home.run("check --fail-on should");
    assert!(
        !gaps.stderr.contains("INV-010") && !gaps.stderr.contains("INV-023"),
        "{}",
        gaps.stderr
    );
}

#[test]
fn the_example_in_the_binary_is_that_of_the_repository() {
    let home = Home::empty();
    home.done("init example --example");
    let mut written = home.files("example");
    assert!(written.remove("schema.json").is_some());
    // Records name the schema in a first line of their own, from wherever they lie.
    for (path, bytes) in written.iter_mut().filter(|(path, _)| path.ends_with(".yaml")) {
        let way = "../".repeat(path.matches('/').count());
        let line = format!("# yaml-language-server: $schema={way}schema.json\n");
        *bytes = bytes.strip_prefix(line.as_bytes()).unwrap().to_vec();
    }
    assert_eq!(
        written,
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("inventories"))
    );
    home.done("check --project example");
}

#[test]
fn a_project_that_is_not_there_is_told_with_the_option_that_named_it() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22");
    for (line, says, never) in [
        ("check --project nothere", "`--project` names", "--against"),
        ("verify out --against nothere", "`--against` names", "--project"),
        (
            "verify out --against inventories/nothere",
            "`--against` names",
            "--project",
        ),
        (
            "diff inventories nothere",
            "nothere: cannot open the project folder",
            "`--",
        ),
    ] {
        let run = home.run(line);
        assert_eq!(run.code, 2, "{line}: {}", run.stderr);
        assert!(run.stderr.contains(says), "{line}: {}", run.stderr);
        assert!(!run.stderr.contains(never), "{line}: {}", run.stderr);
    }
}

#[test]
fn a_word_is_explained_with_its_article_and_a_mistyped_one_leads_to_it() {
    let home = Home::new();
    for (typed, says) in [
        ("deployer", "Stands in: Art. 3(4)\n"),
        ("placing on the market", "Stands in: Art. 3(9)\n"),
        ("putting-into-service", "Stands in: Art. 3(11)\n"),
        ("must-now", "No waiver changes that."),
        ("prepares for", "from a later day"),
    ] {
        let told = home.done(&format!("explain {typed}")).stdout;
        assert!(told.contains(says), "{typed}: {told}");
    }
    for (typed, near) in [
        ("deploier", "did you mean `deployer`?"),
        ("market", "did you mean `placing on the market`?"),
        ("weather", "`actfile explain index` lists"),
    ] {
        let run = home.run(&format!("explain {typed}"));
        assert_eq!(run.code, 2, "{typed}");
        assert!(run.stderr.contains(near), "{typed}: {}", run.stderr);
    }
}

#[test]
fn a_code_is_explained_by_number_and_name() {
    let home = Home::empty();
    let page = home.done("explain E0203").stdout;
    assert!(page.starts_with("# E0203 dangling-reference\n"), "{page}");
    assert_eq!(home.done("explain dangling-reference").stdout, page);
    let unknown = home.run("explain dangling-referense");
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.stderr.contains("did you mean `E0203`"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn diff_takes_two_editions_or_two_days_where_other_commands_take_one() {
    let home = Home::new();
    let record = format!(
        "{SYSTEM}unlisted_facts: absent\nfacts: {{annex_iii: {{points: [4(a)], profiling: true}}}}\n"
    );
    home.put("inventories/systems/assistant.yaml", record.as_bytes());
    let law = home.done("diff --law oj-2024 omnibus-2026 --as-of 2026-11-22");
    let sentence =
        "high-risk duties begin on 2 December 2027 instead of 2 August 2026, because of Art. 113(c)(i)";
    assert!(law.stdout.contains(sentence), "{}", law.stdout);
    assert!(
        law.stdout.contains("\n2 December 2027\n  under oj-2024"),
        "{}",
        law.stdout
    );
    let found = home.run("diff --law oj-2024 omnibus-2026 --as-of 2026-11-22 --exit-code");
    assert_eq!(found.code, 1);
    let one = home.run("diff --law oj-2024");
    assert_eq!((one.code, one.stdout.as_str()), (2, ""), "{}", one.stderr);
    let known = home.run("diff --law oj-2024 oj-2025");
    assert_eq!(known.code, 2, "{}", known.stderr);
    let days = home.done("diff --days 2027-12-01 2027-12-02");
    let sentence = "high-risk duties are applicable on the as-of date instead of not yet applicable";
    assert!(days.stdout.contains(sentence), "{}", days.stdout);
    // Elsewhere the option still takes one edition, before or behind the command.
    for line in [
        "classify --law oj-2024 --as-of 2026-11-22",
        "--law oj-2024 classify --as-of 2026-11-22",
    ] {
        assert!(home.done(line).stdout.contains("(oj-2024)"), "{line}");
    }
    let same = home.done("--law oj-2024 diff inventories inventories --as-of 2026-11-22");
    assert!(same.stdout.contains("under oj-2024") && same.stdout.contains("No change."));
}

#[test]
fn diff_of_two_inventories_names_the_field_and_refuses_errors() {
    let home = Home::new();
    let done = home.done("diff inventories inventories --exit-code");
    assert!(done.stdout.contains("No change."), "{}", done.stdout);
    home.put("other/acme.yaml", ORGANISATION.as_bytes());
    home.put(
        "other/assistant.yaml",
        format!("# A remark.\n{SYSTEM}owner: Head of IT\n").as_bytes(),
    );
    let found = home.run("diff inventories other --exit-code");
    assert_eq!(found.code, 1);
    assert!(
        found
            .stdout
            .contains("  `owner` is added: `Head of IT` (assistant.yaml:6:8)\n"),
        "{}",
        found.stdout
    );
    assert!(found.stdout.contains("because of `owner`"), "{}", found.stdout);
    let json = home.done("diff inventories other --format json");
    let report: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(report["format"], "actfile-diff/1");
    assert_eq!(report["counts"]["input_change"], 1);
    let comment = home.done("diff inventories other --format md");
    assert!(
        comment
            .stdout
            .contains("| assistant | `owner` | `-` | `Head of IT` | `assistant.yaml:6:8` |"),
        "{}",
        comment.stdout
    );
    home.put("other/broken.yaml", b"kind: ai_system\n");
    let refused = home.run("diff inventories other");
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("other/broken.yaml"), "{}", refused.stderr);
    assert_eq!(home.run("diff inventories nowhere").code, 2);
    assert_eq!(home.run("diff inventories").code, 2);
    assert_eq!(home.run("diff").code, 2);
}

#[test]
fn diff_reads_folders_of_documents_and_says_what_they_do_not_hold() {
    let home = Home::new();
    home.done("build --as-of 2026-11-22 --formats md,bom");
    home.put("other/acme.yaml", ORGANISATION.as_bytes());
    home.put(
        "other/assistant.yaml",
        format!("{SYSTEM}owner: Head of IT\n").as_bytes(),
    );
    home.done("build --project other --out made --as-of 2026-11-22 --formats md,bom");
    let same = home.done("diff out inventories --exit-code");
    assert!(
        same.stdout
            .contains("new  inventories (an inventory), under omnibus-2026, as of 22 November 2026"),
        "{}",
        same.stdout
    );
    assert!(
        same.stdout.contains("No change in what was compared.")
            && same.stdout.contains("not compared: which duties")
    );
    for line in ["diff out made --exit-code", "diff out other --exit-code"] {
        let found = home.run(line);
        assert_eq!(found.code, 1, "{line}\n{}", found.stderr);
        assert!(
            found.stdout.contains("old  out (a folder of documents)"),
            "{}",
            found.stdout
        );
        assert!(
            found
                .stdout
                .contains("gap `INV-010` (`assistant`, `owner`) closes"),
            "{}",
            found.stdout
        );
        assert!(
            found.stdout.contains("of `owner` documents print \"Head of IT\""),
            "{}",
            found.stdout
        );
    }
    home.put("made/gaps.json", b"{}");
    let refused = home.run("diff out made");
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("made: gaps.json"), "{}", refused.stderr);
}

#[test]
fn a_run_that_fails_for_its_gaps_names_them() {
    let home = Home::new();
    for format in ["human", "short", "json", "sarif", "junit", "github"] {
        let run = home.run(&format!("check --format {format} --fail-on must-now"));
        assert_eq!(run.code, 1, "{format}\n{}", run.stderr);
        assert!(
            run.stderr.contains("gap LIT-001 (must now): "),
            "{format}\n{}",
            run.stderr
        );
        assert!(!run.stderr.contains("(should)"), "{format}\n{}", run.stderr);
    }
    assert!(!home.done("check").stderr.contains("gap LIT-001"));
    assert!(home.run("check --fail-on should").stderr.contains("(should)"));
}
