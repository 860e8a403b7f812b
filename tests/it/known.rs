//! A build that is asked again answers from memory only where nothing that it hangs on has changed: whatever is different,
//! the inventory is read. What is compared is what `-v` tells and what lies in the output folder.

use assert_cmd::Command;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// A project, its documents and the caches of its user.
struct Home(tempfile::TempDir);

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\nas_of: 2026-11-22\n";
const SYSTEM: &str = "kind: ai_system\nid: assistant\nname: Coding assistant\nour_roles: [deployer]\n";
const EVIDENCE: &str = "kind: evidence\nid: notice\nname: Notice\nuri: notice.txt\n---\nkind: evidence\nid: binder\nname: Binder\nuri: Binder 7\n";

impl Home {
    /// Returns a project whose documents are made.
    fn built() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        home.put("inventories/acme.yaml", ORGANISATION);
        home.put("inventories/systems/assistant.yaml", SYSTEM);
        home.put("inventories/evidence.yaml", EVIDENCE);
        home.put("inventories/notice.txt", "You talk to a machine.");
        assert!(home.says("build").contains("reading the inventory"));
        home
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    fn put(&self, below: &str, text: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut file = fs::File::create(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    fn says(&self, line: &str) -> String {
        let mut command = Command::cargo_bin("actfile").unwrap();
        let command = command
            .current_dir(self.0.path())
            .env("XDG_CACHE_HOME", self.path("caches"));
        let output = command
            .args(line.split(' '))
            .args(["-v", "--formats", "md"])
            .output()
            .unwrap();
        String::from_utf8(output.stderr).unwrap()
    }

    /// Returns whether a build answered without reading the inventory.
    fn is_known(&self, line: &str) -> bool {
        !self.says(line).contains("reading the inventory")
    }
}

#[test]
fn what_is_told_again_is_what_was_told() {
    let home = Home::built();
    let lines = |says: &str| -> Vec<String> {
        let is_told =
            |line: &&str| !line.ends_with(" ms") && !line.starts_with("  ") && !line.starts_with("out:");
        says.lines().filter(is_told).map(str::to_owned).collect()
    };
    let first = lines(&home.says("build --no-cache"));
    let again = home.says("build");
    assert!(again.starts_with("looking for changes: "), "{again}");
    assert!(again.contains("files, nothing changed"), "{again}");
    assert_eq!(lines(&again), first);
    assert!(!first.is_empty());
    assert!(home.is_known("build"));
}

#[test]
fn whatever_is_different_the_inventory_is_read() {
    type Alter = fn(&Home);
    let cases: &[(&str, Alter)] = &[
        ("a file was edited", |home| {
            home.put("inventories/acme.yaml", &ORGANISATION.replace("GmbH", "AG"));
        }),
        ("a remark was added", |home| {
            home.put("inventories/acme.yaml", &format!("{ORGANISATION}# checked\n"));
        }),
        ("a file came", |home| {
            home.put("inventories/team.yaml", "kind: team\nid: it\nname: IT\n");
        }),
        ("an empty file came", |home| {
            home.put("inventories/deep/er/none.yml", "")
        }),
        ("a file went", |home| {
            fs::remove_file(home.path("inventories/systems/assistant.yaml")).unwrap();
        }),
        ("a file was moved", |home| {
            let (from, to) = ("inventories/evidence.yaml", "inventories/shown.yaml");
            fs::rename(home.path(from), home.path(to)).unwrap();
        }),
        ("a file came under a wrong name", |home| {
            home.put("inventories/new.yaml.txt", SYSTEM);
        }),
        ("a named file was edited", |home| {
            home.put("inventories/notice.txt", "Changed.")
        }),
        ("a named file went", |home| {
            fs::remove_file(home.path("inventories/notice.txt")).unwrap();
        }),
        ("a file came that a record names", |home| {
            home.put("inventories/Binder 7", "Here it is.");
        }),
        ("a document was edited", |home| home.put("out/index.md", "edited")),
        ("a document went", |home| {
            fs::remove_file(home.path("out/gaps.md")).unwrap()
        }),
        ("the memory was altered", |home| {
            for entry in fs::read_dir(home.path("caches/actfile")).unwrap() {
                let mut memory = fs::OpenOptions::new()
                    .append(true)
                    .open(entry.unwrap().path())
                    .unwrap();
                memory.write_all(b" ").unwrap();
            }
        }),
    ];
    for (what, alter) in cases {
        let home = Home::built();
        assert!(home.is_known("build"), "{what}, before");
        alter(&home);
        assert!(!home.is_known("build"), "{what}");
    }
}

#[test]
fn whatever_else_is_asked_is_read() {
    let home = Home::built();
    for line in [
        "build --no-cache",
        "build --check",
        "build --as-of 2026-11-23",
        "build --law oj-2024",
        "build --lang de",
        "build --systems assistant",
        "build --fail-on should",
        "build --raise-limits 2",
        "build --no-attachments",
        "build --bom-spec 1.7",
    ] {
        home.says("build");
        assert!(home.is_known("build"), "before {line}");
        assert!(!home.is_known(line), "{line}");
    }
    // The same question in other words is another one, which is no harm.
    assert!(!home.is_known("build --as-of 2026-11-22"));
    assert!(home.is_known("build --as-of 2026-11-22"));
}

#[test]
fn a_build_that_had_something_to_tell_tells_it_again() {
    let home = Home::built();
    home.put(
        "inventories/acme.yaml",
        &format!("{ORGANISATION}dpo: jane@acme.example\n"),
    );
    let first = home.says("build");
    assert!(first.contains("warning"), "{first}");
    let again = home.says("build");
    assert!(again.contains("warning"), "{again}");
    assert!(again.contains("nothing changed"), "{again}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_project_is_told_although_nothing_else_changed() {
    let home = Home::built();
    home.put("elsewhere/more.yaml", SYSTEM);
    std::os::unix::fs::symlink(home.path("elsewhere"), home.path("inventories/more")).unwrap();
    let says = home.says("build");
    assert!(says.contains("reading the inventory"), "{says}");
    assert!(says.contains("link"), "{says}");
}
