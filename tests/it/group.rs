//! Groups: what is refused of a group file, that all members are told about in one run, and that the documents of a member
//! are those of a run for it alone.

use crate::html::{check_order, check_words, elements, parsed, words};
use assert_cmd::Command;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder with three projects, of which the third lies in the second, a file, and a link to the first.
struct Home {
    folder: tempfile::TempDir,
}

/// How a run ended.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

const GROUP: &str = "kind: group\nid: acme-group\nname: Acme Group\nas_of: 2026-11-22\nmembers:\n  \
    - {id: acme-fr, project: fr}\n  - {id: acme-de, project: de/inventories}\n";

fn organisation(id: &str) -> String {
    format!("kind: organisation\nid: {id}\nlegal_name: {id} GmbH\n")
}

fn system(id: &str, owner: &str) -> String {
    format!("---\nkind: ai_system\nid: {id}\nname: {id}\nowner: {owner}\nour_roles: [deployer]\n")
}

impl Home {
    fn new() -> Self {
        let home = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        home.put("group.yaml", GROUP);
        let german = [organisation("acme-de"), system("assistant", "Head of IT")].concat();
        home.put("de/inventories/acme.yaml", &german);
        let french = [
            organisation("acme-fr"),
            system("assistant", "CTO"),
            system("screener", "Head of HR, Paris"),
        ];
        home.put("fr/acme.yaml", &french.concat());
        home.put("fr/inner/more.yaml", "# Nothing yet.\n");
        home.put("file", "no folder");
        home
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    fn put(&self, below: &str, text: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::File::create(path)
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::cargo_bin("actfile").unwrap();
        let output = command
            .current_dir(self.folder.path())
            .args(arguments)
            .output()
            .unwrap();
        Run {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn line(&self, line: &str) -> Run {
        self.run(&line.split_whitespace().collect::<Vec<_>>())
    }

    #[track_caller]
    fn done(&self, line: &str) -> Run {
        let run = self.line(line);
        assert_eq!(run.code, 0, "{line}\n{}{}", run.stdout, run.stderr);
        run
    }

    /// Returns each error of a group as `path code`.
    fn errors(&self, group: &str) -> BTreeSet<String> {
        self.put("group.yaml", group);
        let run = self.line("check --group group.yaml --format json");
        let object: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let findings = object["findings"].as_array().unwrap();
        let errors = findings.iter().filter(|finding| finding["severity"] == "error");
        let told = errors.map(|finding| {
            let path = finding["labels"][0]["path"].as_str().or(finding["path"].as_str());
            format!("{} {}", path.unwrap(), finding["code"].as_str().unwrap())
        });
        let told: BTreeSet<String> = told.collect();
        assert_eq!(run.code == 2, !told.is_empty(), "{}", run.stderr);
        told
    }
}

/// Returns a group with these members.
fn of(members: &str) -> String {
    format!("kind: group\nid: g\nmembers: [{members}]\n")
}

/// Group files with what is wrong with them.
const FILES: &[(&str, &str, &[&str])] = &[
    ("as it should be", GROUP, &[]),
    ("nothing", "# later\n", &["E0551"]),
    ("a record", "kind: organisation\nid: acme\n", &["E0551"]),
    ("a list", "[a, b]\n", &["E0551"]),
    (
        "two groups",
        "kind: group\nid: g\nmembers: [{id: a, project: fr}]\n---\nkind: group\n",
        &["E0551"],
    ),
    ("no YAML", "kind: [group\n", &["E0105"]),
    (
        "no id",
        "kind: group\nmembers: [{id: a, project: fr}]\n",
        &["E0210"],
    ),
    (
        "a key too many",
        "kind: group\nid: g\nshare: 50\nmembers: [{id: a, project: fr}]\n",
        &["E0205"],
    ),
    (
        "no day",
        "kind: group\nid: g\nas_of: soon\nmembers: [{id: a, project: fr}]\n",
        &["E0208"],
    ),
    ("no list", "kind: group\nid: g\n", &["E0552"]),
];

/// Members with what is wrong with them.
const MEMBERS: &[(&str, &str, &[&str])] = &[
    ("none", "", &["E0552"]),
    ("without project", "{id: a}", &["E0552"]),
    ("without id", "{project: fr}", &["E0552"]),
    ("with a bad id", "{id: A B, project: fr}", &["E0209"]),
    (
        "with one id",
        "{id: a, project: fr}, {id: a, project: de}",
        &["E0553"],
    ),
    ("without a folder", "{id: a, project: it}", &["E0554"]),
    ("in a file", "{id: a, project: file}", &["E0554"]),
    ("outside", "{id: a, project: ../fr}", &["E0554"]),
    ("outside by a detour", "{id: a, project: fr/../../fr}", &["E0554"]),
    ("from the root", "{id: a, project: /fr}", &["E0554"]),
    ("in the folder itself", "{id: a, project: .}", &["E0554"]),
    (
        "in the folder itself by a detour",
        "{id: a, project: fr/..}",
        &["E0554"],
    ),
    (
        "in one folder",
        "{id: a, project: fr}, {id: b, project: ./fr/}",
        &["E0555"],
    ),
    (
        "in each other",
        "{id: b, project: fr/inner}, {id: a, project: fr}",
        &["E0555"],
    ),
    (
        "beside each other",
        "{id: a, project: fr}, {id: b, project: de/inventories}",
        &[],
    ),
    (
        "with several faults",
        "{id: a, project: it}, {id: a, project: fr}, {id: b}",
        &["E0552", "E0553", "E0554"],
    ),
];

#[test]
fn what_is_wrong_with_a_group_file_is_told_at_its_place() {
    let home = Home::new();
    let files = FILES
        .iter()
        .map(|(what, file, codes)| (what, (*file).to_owned(), codes));
    let members = MEMBERS
        .iter()
        .map(|(what, members, codes)| (what, of(members), codes));
    for (what, file, codes) in files.chain(members) {
        let expected: BTreeSet<String> = codes.iter().map(|code| format!("group.yaml {code}")).collect();
        assert_eq!(home.errors(&file), expected, "{what}");
    }
}

#[cfg(unix)]
#[test]
fn a_member_is_not_reached_through_a_link() {
    let home = Home::new();
    std::os::unix::fs::symlink("fr", home.path("link")).unwrap();
    std::os::unix::fs::symlink("de", home.path("way")).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), home.path("away")).unwrap();
    for project in ["link", "way/inventories", "away", "link/inner"] {
        let group = of(&format!("{{id: a, project: {project}}}"));
        assert_eq!(
            home.errors(&group),
            BTreeSet::from(["group.yaml E0554".to_owned()]),
            "{project}"
        );
    }
}

#[test]
fn all_members_are_told_about_in_one_run_and_nothing_is_written() {
    let home = Home::new();
    home.put(
        "fr/broken.yaml",
        "kind: ai_system\nid: x\nname: X\nvendor: nobody\n",
    );
    home.put(
        "de/inventories/broken.yaml",
        "kind: model\nid: m\nname: M\nagent: y\n",
    );
    let expected = ["de/inventories/broken.yaml E0205", "fr/broken.yaml E0203"].map(str::to_owned);
    assert_eq!(home.errors(GROUP), BTreeSet::from(expected));
    let run = home.line("check --group group.yaml");
    for place in ["fr/broken.yaml:4:9", "de/inventories/broken.yaml:4:1"] {
        assert!(run.stderr.contains(place), "{}", run.stderr);
    }
    let below = home.path("elsewhere");
    fs::create_dir(&below).unwrap();
    let mut command = Command::cargo_bin("actfile").unwrap();
    let output = command
        .current_dir(below)
        .args(["check", "--group", "../group.yaml", "--format", "short"])
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("../fr/broken.yaml:4:9: error[E0203]"), "{told}");
}

#[test]
fn one_day_holds_for_all() {
    let home = Home::new();
    let german = format!("{}as_of: 2026-10-01\n", organisation("acme-de"));
    home.put("de/inventories/acme.yaml", &german);
    let other_day = BTreeSet::from(["de/inventories/acme.yaml E0556".to_owned()]);
    assert_eq!(home.errors(GROUP), other_day);
    home.done("check --group group.yaml --as-of 2026-11-22");
    // Where the group states no day, the one that members state holds for all.
    let silent = GROUP.replace("as_of: 2026-11-22\n", "");
    assert_eq!(home.errors(&silent), BTreeSet::new());
    home.put(
        "fr/acme.yaml",
        &format!("{}as_of: 2026-10-02\n", organisation("acme-fr")),
    );
    assert_eq!(
        home.errors(&silent),
        BTreeSet::from(["fr/acme.yaml E0556".to_owned()])
    );
}

#[test]
fn a_group_and_a_project_exclude_each_other() {
    let home = Home::new();
    for line in [
        "check --group group.yaml --project fr",
        "--project fr check --group group.yaml",
        "build --group group.yaml --project fr",
        "--project fr build --group group.yaml",
    ] {
        let run = home.line(line);
        assert_eq!(run.code, 2, "{line}: {}", run.stderr);
        assert!(run.stderr.contains("--project"), "{line}: {}", run.stderr);
    }
    let run = home.line("check --project .");
    assert!(run.stderr.contains("error[E0557]"), "{}", run.stderr);
}

/// Returns every file below a folder with its bytes.
#[expect(clippy::disallowed_methods, reason = "the test reads what the binary wrote")]
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap();
        let path = path.to_string_lossy().replace('\\', "/");
        (path, fs::read(entry.path()).unwrap())
    });
    files.collect()
}

#[test]
fn the_documents_of_a_member_are_those_of_a_run_for_it_alone() {
    let home = Home::new();
    home.done("build --group group.yaml --out out");
    for (id, project) in [("acme-de", "de/inventories"), ("acme-fr", "fr")] {
        home.done(&format!(
            "build --project {project} --as-of 2026-11-22 --out alone/{id}"
        ));
        let alone = files(&home.path(&format!("alone/{id}")));
        assert!(alone.len() > 20, "{:?}", alone.keys());
        assert_eq!(files(&home.path(&format!("out/members/{id}"))), alone, "{id}");
        home.done(&format!("verify out/members/{id} --against {project}"));
    }
    let above = files(&home.path("out"));
    let above: Vec<&String> = above
        .keys()
        .filter(|path| !path.starts_with("members/"))
        .collect();
    let expected = [
        "SHA256SUMS",
        "VERIFY.txt",
        "gaps.csv",
        "gaps.json",
        "index.md",
        "index.pdf",
        "inventory.md",
        "inventory.pdf",
        "manifest.json",
        "provenance.json",
        "report.html",
    ];
    assert_eq!(above, expected);
}

#[test]
fn one_page_holds_the_pages_over_all_members_and_leads_to_theirs() {
    let home = Home::new();
    home.done("build --group group.yaml --formats md,html --out out");
    let all = files(&home.path("out"));
    let above = all.iter().filter(|(path, _)| !path.starts_with("members/"));
    let above: BTreeMap<String, Vec<u8>> = above.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    check_words(&above);
    let text = |path: &str| String::from_utf8(all[path].clone()).unwrap();
    let page = text("report.html");
    let page = parsed(&page);
    check_order(&page);
    let links = elements(page.root(), "a").filter_map(|it| it.attribute("href"));
    let others: Vec<&str> = links.filter(|href| !href.starts_with(['#', 'h'])).collect();
    let mut led_to = BTreeSet::new();
    for href in others {
        let (file, id) = href.split_once('#').unwrap_or((href, "top"));
        assert!(text(file).contains(&format!(" id=\"{id}\"")), "{href}");
        led_to.insert(file);
    }
    let expected = ["acme-de", "acme-fr"].map(|id| format!("members/{id}/report.html"));
    assert_eq!(led_to, expected.iter().map(String::as_str).collect());
}

#[test]
fn each_row_about_a_member_can_be_chosen_by_it() {
    let home = Home::new();
    home.done("build --group group.yaml --formats html --out out");
    let page = String::from_utf8(files(&home.path("out"))["report.html"].clone()).unwrap();
    let page = parsed(&page);
    let mut n_rows = BTreeMap::new();
    let rows = elements(page.root(), "tbody").flat_map(|body| elements(body, "tr"));
    for row in rows {
        let first = words(row.first_element_child().unwrap());
        let member = first.split(" / ").next().filter(|it| it.starts_with("acme-"));
        assert_eq!(row.attribute("data-members"), member, "{first}");
        *n_rows.entry(member.map(str::to_owned)).or_insert(0) += 1;
    }
    let options = elements(page.root(), "option").filter_map(|it| it.attribute("value"));
    assert_eq!(options.collect::<Vec<_>>(), ["", "acme-de", "acme-fr"]);
    for member in ["acme-de", "acme-fr"] {
        assert!(n_rows[&Some(member.to_owned())] > 3, "{n_rows:?}");
    }
}

#[test]
fn without_the_page_nothing_speaks_of_it() {
    let home = Home::new();
    home.done("build --group group.yaml --formats md --out out");
    let all = files(&home.path("out"));
    assert!(!all.contains_key("report.html"));
    let index = String::from_utf8(all["index.md"].clone()).unwrap();
    assert!(!index.contains("report.html"));
}

#[test]
fn one_manifest_covers_all_members() {
    let home = Home::new();
    home.done("build --group group.yaml --formats md --out out");
    home.done("verify out --against group.yaml");
    home.done("build --check --group group.yaml --out out");
    let sums = String::from_utf8(files(&home.path("out"))["SHA256SUMS"].clone()).unwrap();
    let listed: BTreeSet<&str> = sums
        .lines()
        .map(|line| line.split_once("  ").unwrap().1)
        .collect();
    let there = files(&home.path("out"));
    let there: BTreeSet<&str> = there.keys().map(String::as_str).collect();
    assert_eq!(&there - &listed, BTreeSet::from(["SHA256SUMS"]));
    assert!(listed.contains("members/acme-fr/SHA256SUMS"), "{listed:?}");

    let said = String::from_utf8(files(&home.path("out"))["members/acme-fr/index.md"].clone()).unwrap();
    home.put(
        "out/members/acme-fr/index.md",
        &said.replace("acme-fr", "acme-it"),
    );
    let run = home.line("verify out");
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.contains("changed: `members/acme-fr/index.md`"),
        "{}",
        run.stdout
    );
    home.put("out/members/acme-fr/index.md", &said);

    home.put("fr/acme.yaml", &organisation("acme-fr"));
    let run = home.line("build --check --group group.yaml --out out");
    assert_eq!(run.code, 1, "{}", run.stderr);
    for line in [
        "a build would change: `inventory.md`",
        "a build would remove: `members/acme-fr/systems/screener.md`",
    ] {
        assert!(run.stdout.contains(line), "{}", run.stdout);
    }
    assert!(!run.stdout.contains("members/acme-de"), "{}", run.stdout);
}

#[test]
fn the_order_of_members_and_the_place_of_the_folder_change_nothing() {
    let home = Home::new();
    home.done("build --group group.yaml --formats md --out out");
    let first = files(&home.path("out"));
    let (head, members) = GROUP.split_once("members:\n").unwrap();
    let turned: Vec<&str> = members.lines().rev().collect();
    home.put("group.yaml", &format!("{head}members:\n{}\n", turned.join("\n")));
    home.done("build --group group.yaml --formats md --out turned");
    // The group file is an input, so its hash and the id of the build differ; what the pages say does not.
    let id = |files: &BTreeMap<String, Vec<u8>>| {
        let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
        manifest["build_id"].as_str().unwrap().to_owned()
    };
    let second = files(&home.path("turned"));
    for path in ["index.md", "inventory.md", "gaps.csv"] {
        let said = String::from_utf8(second[path].clone()).unwrap();
        let said = said.replace(&id(&second), &id(&first));
        assert_eq!(said.into_bytes(), first[path], "{path}");
    }
    let elsewhere = Home::new();
    fs::create_dir(elsewhere.path("x")).unwrap();
    elsewhere.done("build --group ./group.yaml --formats md --out x/y");
    assert_eq!(files(&elsewhere.path("x/y")), first);
}

#[test]
fn the_pages_of_a_group_name_each_system_by_its_member_and_add_nothing_up() {
    let home = Home::new();
    home.done("build --group group.yaml --formats md --out out");
    let out = files(&home.path("out"));
    let page = |path: &str| String::from_utf8(out[path].clone()).unwrap();
    let inventory = page("inventory.md");
    for system in [
        "| acme-de / assistant | Head of IT |",
        "| acme-fr / assistant | CTO |",
    ] {
        assert!(inventory.contains(system), "{inventory}");
    }
    let index = page("index.md");
    for row in [
        "| acme-de | acme-de GmbH | missing: country | 1 | 0 | 0 | 0 |\n",
        "| acme-fr | acme-fr GmbH | missing: country | 2 | 0 | 0 | 0 |\n\n",
    ] {
        assert!(index.contains(row), "{index}");
    }
    let gaps = page("gaps.csv");
    assert!(gaps.starts_with("member,id,code,level,"), "{gaps}");
    let members: BTreeSet<&str> = gaps
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').unwrap().0)
        .collect();
    assert_eq!(members, BTreeSet::from(["acme-de", "acme-fr"]));
    let alone = [page("members/acme-de/gaps.csv"), page("members/acme-fr/gaps.csv")];
    let n_alone: usize = alone.iter().map(|text| text.lines().count() - 1).sum();
    assert_eq!(gaps.lines().count() - 1, n_alone);
}

#[test]
fn what_a_page_of_a_group_repeats_is_traced_to_its_member() {
    let home = Home::new();
    home.done("build --group group.yaml --formats md --out out");
    let out = files(&home.path("out"));
    let trail: serde_json::Value = serde_json::from_slice(&out["provenance.json"]).unwrap();
    let systems = trail["documents"]["inventory"]["systems"].as_array().unwrap();
    let owner = systems
        .iter()
        .find(|it| it["says"] == "Head of HR, Paris")
        .unwrap();
    assert_eq!(owner["record"], "acme-fr/screener");
    assert_eq!(owner["at"], "fr/acme.yaml:14:8");
}

#[test]
fn what_members_share_is_told_by_name() {
    let group = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/groups/two-members/group.yaml");
    let home = Home::new();
    let path = group.to_string_lossy().into_owned();
    let run = home.run(&["build", "--group", &path, "--formats", "md", "--out", "out"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let out = files(&home.path("out"));
    let page = String::from_utf8(out["inventory.md"].clone()).unwrap();
    for row in [
        "| id: talvera | norden-berlin / Talvera AB; norden-lyon / Talvera AB |",
        "| registered name: Halden Models Ltd | norden-berlin / Halden Models Ltd; norden-lyon / Halden Models Ltd |",
        "| address: https\\://halden.example/models/large | norden-berlin / Halden Large; norden-lyon / Halden 4.1 Large |",
    ] {
        assert!(page.contains(row), "{row}\n{page}");
    }
    assert!(!page.contains("registered name: Talvera AB"), "{page}");
}

#[test]
fn owners_narrow_down_as_systems_do() {
    let home = Home::new();
    let sheets = |folder: &str| -> BTreeSet<String> {
        let all = files(&home.path(folder)).into_keys();
        all.filter(|path| path.contains("systems/")).collect()
    };
    let owned = |owners: &[&str], expected: &[&str]| {
        let typed: Vec<&str> = owners.iter().flat_map(|owner| ["--owner", owner]).collect();
        let line = ["build", "--project", "fr", "--formats", "md", "--out", "owned"];
        let run = home.run(&[&line[..], &typed].concat());
        assert_eq!(run.code, 0, "{owners:?}\n{}", run.stderr);
        let expected: BTreeSet<String> = expected.iter().map(|it| format!("systems/{it}.md")).collect();
        assert_eq!(sheets("owned"), expected, "{owners:?}");
        home.done("build --check --project fr --out owned");
        home.done("verify owned --against fr");
    };
    home.put("fr/third.yaml", &system("third", "CFO")[4..]);
    owned(&["CTO"], &["assistant"]);
    // A role with a comma in its name is one; else a comma stands between two.
    owned(&["Head of HR, Paris"], &["screener"]);
    owned(&["CTO, CFO"], &["assistant", "third"]);
    owned(&["CTO", "Head of HR, Paris"], &["assistant", "screener"]);
    home.done("build --project fr --formats md --out owned --owner CTO --systems screener");
    assert_eq!(sheets("owned"), BTreeSet::new());
    home.done("verify owned --against fr");

    let manifest = String::from_utf8(files(&home.path("owned"))["manifest.json"].clone()).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    assert_eq!(manifest["options"]["owners"], serde_json::json!(["CTO"]));
    let before = files(&home.path("owned"));
    for unknown in ["Cto", "CTO,nobody", ""] {
        let run = home.run(&["build", "--project", "fr", "--out", "owned", "--owner", unknown]);
        assert_eq!(run.code, 2, "{unknown}: {}", run.stderr);
        let known = "known: `CFO`, `CTO`, `Head of HR, Paris`";
        assert!(run.stderr.contains(known), "{unknown}: {}", run.stderr);
    }
    assert_eq!(files(&home.path("owned")), before);
}

/// Returns where the links of the Markdown files in a folder lead, seen from that folder.
fn linked(folder: &Path) -> BTreeSet<String> {
    let pages = files(folder)
        .into_iter()
        .filter(|(path, _)| path.ends_with(".md"));
    let texts = pages.map(|(_, bytes)| String::from_utf8(bytes).unwrap());
    let links = |text: String| -> Vec<String> {
        let ends = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
        ends.map(|(link, _)| link.to_owned()).collect()
    };
    let all = texts.flat_map(links);
    all.filter(|link| !link.starts_with('#') && !link.contains(':'))
        .collect()
}

#[test]
fn an_owner_to_whom_a_build_was_narrowed_down_is_printed_as_it_is_written() {
    let home = Home::new();
    let system = "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\nowner: Head of `IT` *now*\n";
    home.put("fr/systems/a.yaml", system);
    let asked = [
        "build",
        "--project",
        "fr",
        "--formats",
        "md",
        "--out",
        "narrow",
        "--owner",
    ];
    let run = home.run(&[&asked[..], &["Head of `IT` *now*"]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    let index = String::from_utf8(files(&home.path("narrow"))["index.md"].clone()).unwrap();
    let says = r"these owners alone: Head of \`IT\` \*now\*.";
    assert!(index.contains(says), "{index}");
}

#[test]
fn a_narrowed_build_says_so_and_links_to_nothing_that_it_does_not_make() {
    let home = Home::new();
    for (options, says, left_out) in [
        ("", "", &[][..]),
        (
            "--systems assistant",
            "these systems alone: assistant.",
            &["screener"],
        ),
        ("--owner CTO", "these owners alone: CTO.", &["screener"]),
        (
            "--owner CTO --systems screener",
            "these systems alone: screener; and of them, for those with these owners: CTO.",
            &["assistant", "screener"],
        ),
    ] {
        home.done(&format!("build --project fr --formats md --out narrow {options}"));
        let all = files(&home.path("narrow"));
        let lost: Vec<String> = linked(&home.path("narrow"))
            .into_iter()
            .filter(|it| !all.contains_key(it))
            .collect();
        assert_eq!(lost, Vec::<String>::new(), "{options}");
        let index = String::from_utf8(all["index.md"].clone()).unwrap();
        assert!(index.contains(says), "{options}\n{index}");
        assert_eq!(index.contains("narrowed down"), !options.is_empty(), "{options}");
        for system in ["assistant", "screener"] {
            let row = format!("| systems/{system} | not made in this build |");
            assert_eq!(
                index.contains(&row),
                left_out.contains(&system),
                "{options} {system}\n{index}"
            );
        }
    }
}

#[test]
fn an_owner_is_meant_by_classify_as_by_build() {
    let home = Home::new();
    let told = |options: &[&str]| -> Vec<String> {
        let line = ["classify", "--project", "fr", "--format", "json"];
        let run = home.run(&[&line[..], options].concat());
        assert_eq!(run.code, 0, "{options:?}\n{}", run.stderr);
        let object: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let systems = object["systems"].as_array().unwrap().iter();
        systems
            .map(|system| system["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(told(&["--owner", "Head of HR, Paris"]), ["screener"]);
    assert_eq!(
        told(&["--owner", "CTO", "--owner", "Head of HR, Paris"]),
        ["assistant", "screener"]
    );
    assert_eq!(told(&["screener", "--owner", "CTO"]), Vec::<String>::new());
    let unknown = home.run(&["classify", "--project", "fr", "--owner", "Cto"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.stderr.contains("known: `CTO`, `Head of HR, Paris`"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn a_selection_holds_for_the_members_that_have_what_was_named() {
    let home = Home::new();
    let sheets = || -> Vec<String> {
        let all = files(&home.path("out")).into_keys();
        all.filter(|path| path.contains("/systems/")).collect()
    };
    home.run(&[
        "build",
        "--group",
        "group.yaml",
        "--formats",
        "md",
        "--owner",
        "CTO",
    ]);
    assert_eq!(sheets(), ["members/acme-fr/systems/assistant.md"]);
    home.done("verify out --against group.yaml");
    home.done("verify out/members/acme-de --against de/inventories");
    home.done("build --check --group group.yaml");
    let all = files(&home.path("out"));
    for (index, is_made) in [("index.md", false), ("members/acme-de/index.md", true)] {
        let page = String::from_utf8(all[index].clone()).unwrap();
        assert!(
            page.contains("narrowed down.** Sheets and notices"),
            "{index}\n{page}"
        );
        assert!(page.contains("these owners alone: CTO. "), "{index}\n{page}");
        assert_eq!(
            page.contains("systems/assistant | not made in this build |"),
            is_made,
            "{index}"
        );
    }
    home.done("build --group group.yaml --formats md --systems assistant");
    let both = ["acme-de", "acme-fr"].map(|id| format!("members/{id}/systems/assistant.md"));
    assert_eq!(sheets(), both);
    home.done("verify out --against group.yaml");
    for line in ["--systems nobody", "--owner CEO"] {
        let run = home.line(&format!("build --group group.yaml {line}"));
        assert_eq!(run.code, 2, "{line}: {}", run.stderr);
    }
    assert_eq!(sheets(), both);
}
