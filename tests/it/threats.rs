//! What the binary does with a folder that somebody made to break, flood or deceive it. Each test is a table of inputs with
//! what has to happen; `SECURITY.md` names the tests by threat.

use actfile::read::limits::Limits;
use actfile::read::load_within;
use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs::{File, create_dir_all, read_dir};
use std::io::Write;
use std::path::{Path, PathBuf};

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
const SYSTEM: &str = "kind: ai_system\nid: assistant\nname: Assistant\nour_roles: [deployer]\n";
/// The most that is said about a broken inventory, in bytes.
const MOST_SAID: usize = 20_000;

/// A folder of its own for one test, with an organisation in `inventories`.
struct Home(tempfile::TempDir);

/// How a run ended.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        home.put("inventories/acme.yaml", ORGANISATION);
        home
    }

    /// Returns a project whose only system has these fields.
    fn with(fields: &str) -> Self {
        let home = Self::new();
        home.put("inventories/system.yaml", &format!("{SYSTEM}{fields}"));
        home
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    fn put(&self, below: &str, text: &str) {
        let path = self.path(below);
        create_dir_all(path.parent().unwrap()).unwrap();
        File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    fn run(&self, line: &str) -> Run {
        let mut command = Command::cargo_bin("actfile").unwrap();
        let words = line.split_whitespace();
        let output = command.current_dir(self.0.path()).args(words).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run {
            code: output.status.code().unwrap(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Checks the project: a code that must be told, or none.
    #[track_caller]
    fn check(&self, what: &str, line: &str, expected: Option<&str>) {
        let run = self.run(line);
        match expected {
            None => assert_eq!(run.code, 0, "{what}: {}", run.stderr),
            Some(code) => {
                assert_eq!(run.code, 2, "{what}: {}", run.stderr);
                assert!(
                    run.stderr.contains(&format!("error[{code}]")),
                    "{what}: {}",
                    run.stderr
                );
            }
        }
        assert!(run.stderr.len() < MOST_SAID, "{what}");
    }
}

#[test]
fn each_limit_holds_to_the_byte() {
    const LARGEST: usize = 4 * 1024 * 1024;
    let filled = |n_bytes: usize| format!("#{}\n", "x".repeat(n_bytes - SYSTEM.len() - 2));
    let renamed = |name: &str| SYSTEM.replace("Assistant", name);
    let with_id = |id: &str| SYSTEM.replace("assistant", id);
    let cases = [
        ("a file of 4 MiB", format!("{SYSTEM}{}", filled(LARGEST)), None),
        (
            "a byte more",
            format!("{SYSTEM}{}", filled(LARGEST + 1)),
            Some("E0102"),
        ),
        (
            "prose",
            format!("{SYSTEM}our_use: {}\n", "ä".repeat(20_000)),
            None,
        ),
        (
            "longer prose",
            format!("{SYSTEM}our_use: {}\n", "ä".repeat(20_001)),
            Some("E0216"),
        ),
        (
            "a longer scalar",
            format!("{SYSTEM}our_use: {}\n", "a".repeat(65_537)),
            Some("E0216"),
        ),
        ("a name", renamed(&"ä".repeat(200)), None),
        ("a longer name", renamed(&"ä".repeat(201)), Some("E0216")),
        ("an id", with_id(&"a".repeat(63)), None),
        ("a longer id", with_id(&"a".repeat(64)), Some("E0209")),
        ("an anchor", format!("{SYSTEM}owner: &a CTO\n"), Some("E0107")),
        (
            "an alias",
            format!("{SYSTEM}owner: &a CTO\nour_use: *a\n"),
            Some("E0107"),
        ),
        ("a tag", format!("{SYSTEM}owner: !env HOME\n"), Some("E0107")),
    ];
    for (what, text, expected) in cases {
        let home = Home::new();
        home.put("inventories/system.yaml", &text);
        home.check(what, "check", expected);
    }
}

#[test]
fn limits_are_raised_on_request_and_within_bounds() {
    let home = Home::with(&format!("#{}\n", "x".repeat(5_000_000)));
    home.check("as usual", "check", Some("E0102"));
    home.check("raised", "check --raise-limits 2", None);
    for wrong in ["0", "65", "-1", "many"] {
        assert_eq!(
            home.run(&format!("check --raise-limits={wrong}")).code,
            2,
            "{wrong}"
        );
    }
    let usual = Limits::default();
    assert_eq!(
        (usual.n_files, usual.project, usual.file),
        (50_000, 512 << 20, 4 << 20)
    );
    assert_eq!(Limits::times(4).n_files, 200_000);
}

#[test]
fn a_project_with_too_much_in_it_is_read_no_further() {
    let home = Home::new();
    for number in 0..9 {
        home.put(&format!("inventories/{number}.yaml"), "# nothing\n");
    }
    let usual = Limits::default();
    let cases = [
        ("all files", Limits { n_files: 10, ..usual }, false),
        ("too many files", Limits { n_files: 9, ..usual }, true),
        (
            "all bytes",
            Limits {
                project: 200,
                ..usual
            },
            false,
        ),
        (
            "too many bytes",
            Limits {
                project: 100,
                ..usual
            },
            true,
        ),
    ];
    for (what, limits, is_refused) in cases {
        let loaded = load_within(&home.path("inventories"), limits).unwrap();
        assert_eq!(loaded.findings.has_errors(), is_refused, "{what}");
    }
}

#[test]
fn a_flood_of_mistakes_is_told_in_a_few_lines() {
    let home = Home::new();
    let keys: String = (0..200).map(|number| format!("k{number}: 1\n")).collect();
    for number in 0..40 {
        let system = SYSTEM.replace("assistant", &format!("s{number}"));
        home.put(&format!("inventories/{number}.yaml"), &format!("{system}{keys}"));
    }
    home.check("8,000 mistakes", "check", Some("E0205"));
    let one = Home::with(&keys);
    let told = one.run("check --format short").stdout;
    assert_eq!(told.matches("error[E0205]").count(), 50, "{told}");
    assert!(told.contains("system.yaml: and 150 more findings"), "{told}");
}

#[test]
fn a_record_that_is_not_read_is_never_passed_over() {
    let home = Home::new();
    home.put(&format!("inventories/{}x.yaml", "d/".repeat(31)), SYSTEM);
    home.check("31 folders deep", "check", None);
    home.put(&format!("inventories/{}x.yaml", "e/".repeat(32)), SYSTEM);
    home.check("32 folders deep", "check", Some("E0101"));
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_project_only() {
    use std::os::unix::fs::symlink;
    let cases = [
        (
            "a file outside",
            "link.yaml",
            "../outside/system.yaml",
            Some("E0101"),
        ),
        ("a device", "link.yaml", "/dev/zero", Some("E0101")),
        ("itself", "link.yaml", "link.yaml", Some("E0101")),
        ("nothing", "link.yaml", "nowhere.yaml", Some("E0101")),
        ("a file inside", "link.yaml", "kept/system.txt", None),
        ("a folder outside", "more", "../outside", Some("E0101")),
        ("a folder inside", "more", "kept", None),
        ("the project itself", "more", ".", None),
    ];
    for (what, name, target, expected) in cases {
        let home = Home::new();
        home.put("outside/system.yaml", SYSTEM);
        home.put("inventories/kept/system.txt", SYSTEM);
        symlink(target, home.path("inventories").join(name)).unwrap();
        home.check(what, "check", expected);
    }
}

#[cfg(unix)]
#[test]
fn a_file_name_that_no_document_can_print_is_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let names: [(&[u8], bool); 7] = [
        (b"\xff.yaml", false),
        (b"new\nline.yaml", false),
        (b"\x1b[31mred.yaml", false),
        ("bidi\u{202e}.yaml".as_bytes(), false),
        ("tag\u{e0041}.yaml".as_bytes(), false),
        ("ünï \u{4f60}.yaml".as_bytes(), true),
        (b"*'\"$(x).yaml", true),
    ];
    for (name, is_read) in names {
        let home = Home::new();
        let path = home.path("inventories").join(OsStr::from_bytes(name));
        File::create(path).unwrap().write_all(SYSTEM.as_bytes()).unwrap();
        let expected = (!is_read).then_some("E0101");
        let what = String::from_utf8_lossy(name);
        home.check(&what, "check", expected);
        let told = home.run("check").stderr;
        assert!(!told.contains(['\u{1b}', '\u{202e}', '\u{e0041}']), "{told:?}");
        assert_eq!(home.run("build --formats md").code == 0, is_read, "{what}");
        assert_eq!(home.path("out").exists(), is_read, "{what}");
    }
}

#[test]
fn an_id_is_a_file_name_on_every_system_and_never_one_of_ours() {
    for id in [
        "con",
        "prn",
        "aux",
        "nul",
        "com1",
        "lpt9",
        "../x",
        "a/b",
        ".",
        "A",
        "a\u{200b}b",
        "аssistant",
    ] {
        let home = Home::new();
        home.put(
            "inventories/system.yaml",
            &SYSTEM.replace("id: assistant", &format!("id: '{id}'")),
        );
        home.check(id, "check", Some("E0209"));
    }
    for id in ["index", "gaps", "manifest", "systems", "ai-bom", "con-1"] {
        let home = Home::new();
        home.put("inventories/system.yaml", &SYSTEM.replace("assistant", id));
        let run = home.run("build --formats md");
        assert_eq!(run.code, 0, "{id}: {}", run.stderr);
        assert!(home.path(&format!("out/systems/{id}.md")).is_file(), "{id}");
        assert_eq!(home.run("verify out").code, 0, "{id}");
    }
}

#[test]
fn a_name_that_passes_for_another_is_pointed_out() {
    for (name, is_pointed_out) in [
        ("\u{410}ssistant", true),
        ("Assistant\u{200b}", true),
        ("\u{ff21}ssistant", true),
        ("Помощник", false),
        ("Assistent", false),
    ] {
        let home = Home::with("");
        let other = SYSTEM.replace("assistant", "other").replace("Assistant", name);
        home.put("inventories/zz.yaml", &other);
        let run = home.run("check");
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert_eq!(
            run.stderr.contains("warning[W0411]"),
            is_pointed_out,
            "{name}: {}",
            run.stderr
        );
    }
}

#[test]
fn texts_without_a_place_to_break_reach_the_page() {
    let word = "x".repeat(5_000);
    let marks = "\u{301}".repeat(3_000);
    let lines = "\\n".repeat(5_000);
    let home = Home::with(&format!(
        "owner: \"e{marks}\"\nour_use: {word}\nnotes: \"a{lines}b\"\ndescription: \"a{lines}b\"\n"
    ));
    let run = home.run("build --formats md,pdf --systems assistant");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(home.path("out/systems/assistant.pdf").is_file());
}

#[cfg(unix)]
#[test]
fn a_run_that_is_told_to_end_ends_and_leaves_nothing_half_done() {
    use std::process::Stdio;
    use std::time::Duration;
    for (signal, wait) in [("TERM", 20), ("INT", 200), ("TERM", 600), ("HUP", 1_000)] {
        let home = Home::with("");
        let binary = assert_cmd::cargo::cargo_bin("actfile");
        let mut build = std::process::Command::new(binary);
        build
            .current_dir(home.0.path())
            .args(["build", "--formats", "md"]);
        let mut build = build.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        let id = build.id().to_string();
        drop(Command::new("kill").args([&format!("-{signal}"), &id]).output());
        build.wait().unwrap();
        if home.path("out").exists() {
            assert_eq!(home.run("verify out").code, 0, "{signal} after {wait} ms");
        }
        assert_eq!(home.run("build --formats md").code, 0, "{signal} after {wait} ms");
        assert_eq!(
            names(home.0.path()),
            BTreeSet::from(["inventories".into(), "out".into()])
        );
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

/// An edit of one side: a file, and what it holds afterwards; then how often each kind of change is told.
type Edit = (&'static str, &'static str, String, [u64; 4]);

const KINDS: [&str; 4] = ["integrity_change", "risk_change", "rule_change", "input_change"];

/// Returns how often each kind of change is told, and how many changes of it are listed.
#[track_caller]
fn counts(told: &str) -> [u64; 4] {
    let told: Value = serde_json::from_str(told).unwrap();
    let changes = told["changes"].as_array().unwrap();
    KINDS.map(|kind| {
        let n_told = told["counts"][kind].as_u64().unwrap();
        let n_listed = changes.iter().filter(|change| change["kind"] == kind).count();
        assert_eq!(n_told, n_listed as u64, "{kind}");
        n_told
    })
}

/// Puts a project with evidence into a folder.
fn with_evidence(home: &Home, folder: &str) {
    home.put(&format!("{folder}/acme.yaml"), ORGANISATION);
    home.put(&format!("{folder}/system.yaml"), SYSTEM);
    let evidence = "kind: evidence\nid: procedure\ntitle: Procedure\nuri: procedure.txt\n";
    home.put(&format!("{folder}/evidence.yaml"), evidence);
    home.put(&format!("{folder}/procedure.txt"), "as approved\n");
}

#[test]
fn every_difference_of_two_inventories_has_its_type() {
    let edits: [Edit; 4] = [
        (
            "a comment",
            "system.yaml",
            format!("# why\n{SYSTEM}"),
            [0, 0, 0, 0],
        ),
        (
            "the order of keys",
            "system.yaml",
            "our_roles: [deployer]\nname: Assistant\nid: assistant\nkind: ai_system\n".into(),
            [0, 0, 0, 0],
        ),
        (
            "evidence",
            "procedure.txt",
            "as somebody wished\n".into(),
            [1, 0, 0, 0],
        ),
        (
            "a remark",
            "system.yaml",
            format!("{SYSTEM}notes: seen\n"),
            [0, 0, 0, 1],
        ),
    ];
    for (what, file, text, expected) in edits {
        let home = Home::new();
        with_evidence(&home, "old");
        with_evidence(&home, "new");
        home.put(&format!("new/{file}"), &text);
        let run = home.run("diff old new --format json --as-of 2026-11-27");
        assert_eq!(counts(&run.stdout), expected, "{what}: {}", run.stdout);
        let told = home.run("diff old new --exit-code --as-of 2026-11-27");
        assert_eq!(
            told.stdout.contains("No change."),
            expected == [0; 4],
            "{what}: {}",
            told.stdout
        );
        assert_eq!(told.code, i32::from(expected != [0; 4]), "{what}");
    }
}

#[test]
fn a_class_that_moves_is_a_risk_change_and_a_day_a_rule_change() {
    let home = Home::new();
    with_evidence(&home, "old");
    with_evidence(&home, "new");
    home.put(
        "new/system.yaml",
        &format!("{SYSTEM}uses: [recruitment-screening]\n"),
    );
    let [integrity, risk, rule, input] = counts(&home.run("diff old new --format json").stdout);
    assert!(risk > 0 && input == 1 && integrity == 0 && rule == 0);
    let days = home
        .run("diff --project old --days 2026-11-27 2028-01-01 --format json")
        .stdout;
    let [integrity, _, rule, input] = counts(&days);
    assert!(rule > 0 && integrity == 0 && input == 0, "{days}");
}

#[test]
fn a_document_that_was_altered_is_an_integrity_change() {
    let home = Home::new();
    with_evidence(&home, "inventories");
    let made = |out: &str| home.run(&format!("build --formats md,bom --as-of 2026-11-27 --out {out}"));
    assert_eq!((made("old").code, made("new").code), (0, 0));
    assert_eq!(counts(&home.run("diff old new --format json").stdout), [0; 4]);
    home.put("new/gaps.md", "# No gaps\n");
    home.put("new/added.md", "more\n");
    std::fs::remove_file(home.path("new/SHA256SUMS")).unwrap();
    let found = home.run("diff old new --format json --exit-code");
    assert_eq!(
        (found.code, counts(&found.stdout)),
        (1, [3, 0, 0, 0]),
        "{}",
        found.stdout
    );
    let told = home.run("diff old new").stdout;
    for sentence in [
        "\n3 integrity changes.\n",
        "\nfiles (integrity change)\n",
        "the document `gaps.md` is altered since it was made (in the first: as it was made)",
        "the document `added.md` is not one that was made",
        "the document `SHA256SUMS` is missing",
    ] {
        assert!(told.contains(sentence), "{sentence}\n{told}");
    }
    let page = home.run("diff old new --format md").stdout;
    assert!(
        page.contains("### Integrity changes: files that were altered"),
        "{page}"
    );
    let back = home.run("diff new old").stdout;
    assert!(
        back.contains("the document `gaps.md` is as it was made (in the first: altered since it was made)"),
        "{back}"
    );
    assert_eq!(
        counts(&home.run("diff new new --format json").stdout),
        [3, 0, 0, 0]
    );
}

#[test]
fn what_cannot_be_seen_is_shown_by_its_number_in_every_form_of_a_difference() {
    let home = Home::with("our_use: Drafts\n");
    home.put("new/acme.yaml", ORGANISATION);
    home.put("new/system.yaml", &format!("{SYSTEM}our_use: Dra\u{200b}fts\n"));
    for format in ["human", "md"] {
        let told = home
            .run(&format!("diff inventories new --format {format}"))
            .stdout;
        assert!(told.contains("Dra\\u{200b}fts"), "{format}: {told}");
        assert!(!told.contains('\u{200b}'), "{format}: {told}");
    }
}

#[test]
fn every_test_that_the_threat_table_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = include_str!("../../SECURITY.md");
    let rows: Vec<&str> = table.lines().filter(|line| is_row(line)).collect();
    assert_eq!(rows.len(), 50);
    let mut sources = String::new();
    for folder in ["src", "tests"] {
        for entry in walkdir::WalkDir::new(root.join(folder)) {
            let path = entry.unwrap().into_path();
            if path.extension().is_some_and(|it| it == "rs") {
                let mut file = File::open(path).unwrap();
                std::io::Read::read_to_string(&mut file, &mut sources).unwrap();
            }
        }
    }
    for row in rows {
        let shown_by = row.rsplit('|').nth(1).unwrap();
        let names: Vec<&str> = shown_by.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "{row}");
        for name in names {
            let is_script = name.starts_with(".ci/");
            assert!(is_script || sources.contains(&format!("fn {name}(")), "{name}");
        }
    }
}

/// Returns whether a line is a row of the threat table, which begins with a number.
fn is_row(line: &str) -> bool {
    let first = line.strip_prefix("| ").and_then(|rest| rest.split(' ').next());
    first.is_some_and(|cell| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()))
}
