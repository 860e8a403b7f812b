//! What a newcomer types wrong, and that each is told in words that lead on: a file under another name or in another
//! encoding, a folder that is not there or stands without its option, texts in place of ids and days, lines that are not
//! indented. Each row says what has to be told and what must not be.

use assert_cmd::Command;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
const SYSTEM: &str = "kind: ai_system\nid: bot\nname: Bot\n";

/// A folder of its own for one test.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    /// Makes files with these bytes, below the folder.
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (below, bytes) in files {
            let path: PathBuf = folder.path().join(below);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::File::create(path).unwrap().write_all(bytes).unwrap();
        }
        Self { folder }
    }

    /// Makes an inventory of an organisation and a system with these lines.
    fn of(lines: &str) -> Self {
        let system = format!("{SYSTEM}{lines}");
        Self::with(&[
            ("inventories/organisation.yaml", ORGANISATION.as_bytes()),
            ("inventories/bot.yaml", system.as_bytes()),
        ])
    }

    /// Returns the exit code, and what is told.
    fn told(&self, words: &[&str]) -> (i32, String) {
        let mut command = Command::cargo_bin("actfile").unwrap();
        let output = command
            .current_dir(self.folder.path())
            .args(words)
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), told)
    }

    /// Checks how a command ends, that it tells each of some texts, and none of others.
    #[track_caller]
    fn check(&self, line: &str, code: i32, says: &[&str], never: &[&str]) {
        let words: Vec<&str> = line.split(' ').collect();
        let (ended, told) = self.told(&words);
        assert_eq!(ended, code, "{line}\n{told}");
        for text in says {
            assert!(told.contains(text), "{line} does not say {text}:\n{told}");
        }
        for text in never {
            assert!(!told.contains(text), "{line} says {text}:\n{told}");
        }
    }
}

#[test]
fn a_file_whose_name_ends_by_a_slip_is_told_with_the_name_to_give_it() {
    for (name, meant) in [
        ("literacy.yaml.txt", Some("literacy.yaml")),
        ("literacy.yml.txt", Some("literacy.yml")),
        ("Literacy.YAML", Some("Literacy.yaml")),
        ("literacy.Yml", Some("literacy.yml")),
        ("literacy.YAML.TXT", Some("literacy.yaml")),
        ("literacy.yaml", None),
        ("literacy.txt", None),
        ("literacy.yaml.bak", None),
        ("yaml", None),
    ] {
        let below = format!("inventories/{name}");
        let home = Home::with(&[
            ("inventories/organisation.yaml", ORGANISATION.as_bytes()),
            (&below, b"kind: literacy_record\nid: literacy\n"),
        ]);
        match meant {
            Some(meant) => {
                let says = [
                    &format!("warning[W0435]: `{name}` is not read"),
                    &format!("name it `{meant}`;"),
                ];
                home.check("check", 0, &says.map(String::as_str), &["error["]);
            }
            None => home.check("check", 0, &[], &["W0435"]),
        }
    }
}

#[test]
fn an_inventory_that_is_not_found_is_told_with_the_one_that_lies_here() {
    let organisation = ORGANISATION.as_bytes();
    let start =
        "error: there is no folder `inventories` here; name the folder of your inventory with `--project`";
    for (files, then) in [
        (
            vec!["my-project/organisation.yaml"],
            "; did you mean `--project my-project`?",
        ),
        (
            vec!["my project/organisation.yaml", "other/a.yaml"],
            "; did you mean `--project \"my project\"`?",
        ),
        (
            vec!["organisation.yaml", "systems/organisation.yaml"],
            "; did you mean `--project .`?",
        ),
        (
            vec!["one/organisation.yaml", "two/organisation.yaml"],
            "; `actfile init my-project` starts one",
        ),
        (vec!["notes.txt"], "; `actfile init my-project` starts one"),
    ] {
        let files: Vec<(&str, &[u8])> = files.into_iter().map(|path| (path, organisation)).collect();
        let home = Home::with(&files);
        for line in ["check", "build", "ask bot", "classify"] {
            home.check(line, 2, &[&format!("{start}{then}")], &["os error"]);
        }
    }
    // Whoever named a folder is told of that one.
    let home = Home::with(&[("my-project/organisation.yaml", organisation)]);
    home.check(
        "check --project myproject",
        2,
        &["`--project` names"],
        &["inventories"],
    );
    home.check(
        "diff inventories my-project",
        2,
        &["inventories: cannot open"],
        &["--project"],
    );
}

#[test]
fn a_folder_without_its_option_is_told_with_it() {
    let home = Home::with(&[("torvald/organisation.yaml", ORGANISATION.as_bytes())]);
    let tip = "tip: a folder with an inventory is named with `--project torvald`";
    for line in ["check torvald", "build torvald", "torvald"] {
        home.check(line, 2, &[tip], &[]);
    }
    home.check("check nowhere", 2, &["unexpected argument 'nowhere'"], &["tip:"]);
    home.check("chekc", 2, &["similar subcommands exist"], &["--project"]);
}

#[test]
fn documents_that_are_not_there_are_said_not_to_be() {
    let home = Home::of("");
    let says = "error: there is no folder `nowhere`; name the folder that `actfile build` wrote";
    home.check("verify nowhere", 2, &[says], &["manifest"]);
    home.check("sign nowhere --key key", 2, &[says], &["manifest"]);
    home.check(
        "verify inventories",
        2,
        &["is not an output folder"],
        &["there is no folder"],
    );
}

#[test]
fn a_project_below_its_organisation_is_told_with_the_folder_above() {
    let home = Home::with(&[
        ("torvald/organisation.yaml", ORGANISATION.as_bytes()),
        ("torvald/systems/bot.yaml", SYSTEM.as_bytes()),
        ("other/systems/bot.yaml", SYSTEM.as_bytes()),
    ]);
    let says = "an organisation is described in the folder above; read it with `--project torvald`";
    home.check("check --project torvald/systems", 0, &["W0405", says], &[]);
    home.check("check --project torvald/systems/", 0, &[says], &[]);
    home.check("check --project other/systems", 0, &["W0405"], &["folder above"]);
    home.check("check --project torvald", 0, &[], &["W0405"]);
}

#[test]
fn a_text_in_place_of_an_id_is_told_with_an_id_and_the_record_that_has_it() {
    for (lines, advice) in [
        (
            "vendor: Halcyon Ltd\n",
            "such as `halcyon-ltd`; a record with `kind: vendor` and `id: halcyon-ltd` must then be there",
        ),
        (
            "models: [GPT 5]\n",
            "such as `gpt-5`; a record with `kind: model` and",
        ),
        (
            "oversight: Head of HR\n",
            "a record with `kind: oversight_assignment` and `id: head-of-hr`",
        ),
        (
            "dpia: DPIA 2026\n",
            "a record with `kind: assessment` and `id: dpia-2026`",
        ),
        (
            "pmm_plan: The Plan\n",
            "such as `the-plan`; a record must have that `id`",
        ),
        (
            "vendor: n/a\n",
            "write `not_applicable: {reason: ...}` if there is none",
        ),
    ] {
        Home::of(lines).check("check", 2, &["error[E0209]", advice], &[]);
    }
    let home = Home::with(&[(
        "inventories/a.yaml",
        b"kind: ai_system\nid: CV Screening\nname: A\n",
    )]);
    home.check(
        "check",
        2,
        &["help: write `id: cv-screening`;"],
        &["must then be there"],
    );
}

/// What is said of a text that is no id names the kind of record that is looked for once it is one.
#[test]
fn the_kind_that_is_named_is_the_one_that_is_looked_for() {
    for field in [
        "vendor",
        "models",
        "datasets",
        "oversight",
        "review_workflows",
        "audit",
        "policy",
        "classification",
        "dpia",
        "fria",
        "notices",
        "pmm_plan",
        "risk_management",
        "qms",
        "evidence",
    ] {
        let is_list = ["models", "datasets", "review_workflows", "notices", "evidence"].contains(&field);
        let line = |text: &str| match is_list {
            true => format!("{field}: [{text}]\n"),
            false => format!("{field}: {text}\n"),
        };
        let (_, bad) = Home::of(&line("No Body")).told(&["check"]);
        let (_, dangling) = Home::of(&line("no-body")).told(&["check"]);
        let kind = |told: &str| {
            let (_, after) = told.split_once("`kind: ")?;
            Some(after.split('`').next()?.to_owned())
        };
        assert!(kind(&dangling).is_some(), "{field}: {dangling}");
        if let Some(named) = kind(&bad) {
            assert_eq!(Some(named), kind(&dangling), "{field}: {bad}");
        }
    }
}

#[test]
fn a_line_that_is_not_indented_is_told_with_the_key_it_belongs_to() {
    let purpose = "intended_purpose:\ntext: Answers customers\n";
    Home::of(purpose).check(
        "check",
        2,
        &[
            "error[E0205]: the key `text` is not known here",
            "indent `text`, it belongs to `intended_purpose`",
            "1 error in",
        ],
        &["E0211", "comes near"],
    );
    let both = format!("{purpose}source: Handbook\nowner: CTO\n");
    let says = [
        "indent `text`, it belongs to `intended_purpose`",
        "indent `source`, it belongs to `intended_purpose`",
        "2 errors in",
    ];
    Home::of(&both).check("check", 2, &says, &["E0211"]);
    let deeper = "facts:\n  annex_iii:\n    exceptions:\n  profiling: true\n";
    Home::of(deeper).check(
        "check",
        2,
        &["the key `profiling` is not known here"],
        &["indent `profiling`"],
    );
    let nested = "facts:\n  annex_iii:\n  profiling: true\n";
    Home::of(nested).check(
        "check",
        2,
        &["indent `profiling`, it belongs to `annex_iii`"],
        &["E0211"],
    );
    // Something else stands between, or the group does not know the key.
    for other in [
        "intended_purpose:\nowner: CTO\ntext: Answers\n",
        "intended_purpose:\ntxet: Answers\n",
        "intended_purpose: {source: Handbook}\ntext: Answers\n",
    ] {
        Home::of(other).check("check", 2, &["E0205"], &["indent `"]);
    }
}

#[test]
fn a_day_in_another_form_is_told_as_it_is_written_here() {
    for (typed, advice) in [
        ("31.12.2026", "help: write 2026-12-31\n"),
        ("12/31/2026", "help: write 2026-12-31\n"),
        ("31 December 2026", "help: write 2026-12-31\n"),
        ("03/04/2026", "write 2026-03-04 or 2026-04-03, whichever is meant"),
    ] {
        let home = Home::of(&format!("in_service_since: {typed}\n"));
        home.check("check", 2, &["error[E0208]", advice], &[]);
    }
    Home::of("in_service_since: 30.02.2026\n").check("check", 2, &["E0208"], &["help: write"]);
    Home::of("in_service_since: 2026-12-31\n").check("check", 0, &[], &["E0208"]);
}

#[test]
fn a_note_is_not_held_against_an_answer_that_cannot_be_read() {
    let note = "answers:\n  - {field: tripwires.generates_media, answer: false, by: CTO, on: 2026-11-26}\n";
    let lines = |answer: &str| format!("tripwires: {{generates_media: {answer}}}\n{note}");
    Home::of(&lines("nein")).check("check", 2, &["error[E0206]"], &["W0432"]);
    Home::of(&lines("true")).check("check", 0, &["W0432"], &["error["]);
    Home::of(&lines("false")).check("check", 0, &[], &["W0432"]);
}

#[test]
fn what_is_asked_for_and_not_there_is_told_with_what_is() {
    let owned = "Head of HR";
    for (lines, option, says) in [
        (
            "",
            "--owner",
            "no system is owned by `Head of HR`; no system has an `owner` yet",
        ),
        (
            "owner: CTO\n",
            "--owner",
            "no system is owned by `Head of HR`; known: `CTO`",
        ),
    ] {
        for command in ["build", "classify"] {
            let (code, told) = Home::of(lines).told(&[command, option, owned]);
            assert_eq!(code, 2, "{told}");
            assert!(told.contains(says), "{told}");
        }
    }
    let home = Home::with(&[("inventories/organisation.yaml", ORGANISATION.as_bytes())]);
    home.check(
        "build --systems x",
        2,
        &["no system is called `x`; there is no system yet"],
        &["known"],
    );
    for (typed, says) in [
        ("LIT-01", "did you mean `LIT-001`?"),
        ("OVS010", "did you mean `OVS-010`?"),
        ("E203", "did you mean `E0203` (dangling-reference)?"),
        ("QQQ-777", "`actfile explain index` lists"),
    ] {
        home.check(&format!("explain {typed}"), 2, &[says], &[]);
    }
}

#[test]
fn a_file_in_utf_16_is_told_once_and_not_shown() {
    let text = format!("{SYSTEM}description: {}\n", "x".repeat(40));
    let units: Vec<u16> = text.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for bytes in [
        [&b"\xff\xfe"[..], &little].concat(),
        [&b"\xfe\xff"[..], &big].concat(),
        little,
        big,
    ] {
        let home = Home::with(&[
            ("inventories/organisation.yaml", ORGANISATION.as_bytes()),
            ("inventories/bot.yaml", &bytes),
        ]);
        let says = [
            "error[E0103]: `bot.yaml` is not UTF-8 text; it looks like UTF-16, which Notepad calls `Unicode`",
            "save it as UTF-8",
            "1 error in",
        ];
        home.check("check", 2, &says, &["\\u{0}", " | ", "E0104"]);
    }
    // A control in a text, and another encoding, are told where they stand.
    for (bytes, code) in [
        (&b"kind: ai_system\nid: a\0\n"[..], "E0104"),
        (&b"name: M\xfcller\n"[..], "E0103"),
    ] {
        let home = Home::with(&[("inventories/a.yaml", bytes)]);
        home.check("check", 2, &[code, " | "], &["UTF-16"]);
    }
}

#[test]
fn nobody_is_told_to_delete_the_organisation() {
    let home = Home::with(&[(
        "inventories/organisation.yaml",
        b"kind: organisation\nid: acme\nlegal_name: Your organisation (replace this)\n",
    )]);
    home.check(
        "check",
        0,
        &["W0434", "write the name of your organisation"],
        &["delete"],
    );
    let home = Home::of("description: What it does (replace this)\n");
    home.check("check", 0, &["W0434", "delete the record"], &[]);
}

#[test]
fn more_attended_than_invited_is_told() {
    for (invited, attended, is_told) in [(120, 195, true), (120, 120, false), (120, 0, false), (0, 1, true)] {
        let record = format!(
            "kind: literacy_record\nid: literacy\nmeasures:\n  - {{id: a, title: A, invited: {invited}, attended: {attended}}}\n"
        );
        let home = Home::with(&[
            ("inventories/organisation.yaml", ORGANISATION.as_bytes()),
            ("inventories/literacy.yaml", record.as_bytes()),
        ]);
        let says = format!("warning[W0436]: {attended} attended, and {invited} were invited");
        match is_told {
            true => home.check("check", 0, &[&says], &[]),
            false => home.check("check", 0, &[], &["W0436"]),
        }
    }
}

#[test]
fn a_build_of_a_group_names_the_registers_that_are_there() {
    let home = Home::with(&[
        ("one/organisation.yaml", ORGANISATION.as_bytes()),
        ("two/organisation.yaml", b"kind: organisation\nid: other\nlegal_name: Other GmbH\n"),
        (
            "group.yaml",
            b"kind: group\nid: g\nname: G\nmembers: [{id: first, project: one}, {id: second, project: two}]\n",
        ),
    ]);
    let line = "build --group group.yaml --formats md";
    home.check(
        line,
        0,
        &["(see members/first/gaps.md)", "(see members/second/gaps.md)"],
        &[],
    );
    assert!(home.folder.path().join("out/members/first/gaps.md").is_file());
}
