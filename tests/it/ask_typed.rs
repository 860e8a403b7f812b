//! The questionnaire as it is typed: what happens to answers when the person stops, goes away or is cut off. What is asked
//! and written is judged in `ask`, the options in `cli`.

use std::fs::{self, File};
use std::io::{BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
const SYSTEM: &str = "kind: ai_system\nid: assistant\nname: Coding assistant\nour_roles: [deployer]\n";
const RECORD: &str = "inventories/assistant.yaml";
const ANSWER: &str = "tripwires:\n  affects_individual_decisions: false\n";

/// A project and somebody who is asked about its only system.
struct Asked {
    folder: tempfile::TempDir,
    child: Child,
    seen: BufReader<ChildStderr>,
}

impl Asked {
    fn begin() -> Self {
        Self::prepared(&[], |_| {})
    }

    /// Begins with further options, after something was done to the record.
    fn prepared(options: &[&str], prepare: impl Fn(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("inventories")).unwrap();
        for (name, text) in [("acme.yaml", ORGANISATION), ("assistant.yaml", SYSTEM)] {
            let mut file = File::create(folder.path().join("inventories").join(name)).unwrap();
            file.write_all(text.as_bytes()).unwrap();
        }
        prepare(&folder.path().join(RECORD));
        let mut child = Command::new(env!("CARGO_BIN_EXE_actfile"))
            .args(["ask", "assistant", "--by", "CTO"])
            .args(options)
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let seen = BufReader::new(child.stderr.take().unwrap());
        Self { folder, child, seen }
    }

    /// Another program writes the record.
    fn record(&self, text: &str) {
        let mut file = File::create(self.folder.path().join(RECORD)).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    fn types(&mut self, line: &str) {
        let stdin = self.child.stdin.as_mut().unwrap();
        stdin.write_all(line.as_bytes()).unwrap();
    }

    /// Reads what is shown until it has these words.
    #[track_caller]
    fn sees(&mut self, words: &str) {
        let mut seen = Vec::new();
        for byte in self.seen.by_ref().bytes().map_while(Result::ok) {
            seen.push(byte);
            if seen.ends_with(words.as_bytes()) {
                return;
            }
        }
        unreachable!("`{words}` is not in {}", String::from_utf8_lossy(&seen));
    }

    #[cfg(unix)]
    fn is_sent(&self, signal: &str) {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args([signal, &id])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Returns exit code, results, and the text of the record.
    fn ends(mut self) -> (Option<i32>, String, String) {
        drop(self.child.stdin.take());
        let mut results = String::new();
        self.child
            .stdout
            .take()
            .unwrap()
            .read_to_string(&mut results)
            .unwrap();
        let code = self.child.wait().unwrap().code();
        let mut record = String::new();
        let mut file = File::open(self.folder.path().join(RECORD)).unwrap();
        file.read_to_string(&mut record).unwrap();
        (code, results, record)
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_leads_to_the_end_where_answers_can_be_written() {
    for (last, code, n_notes) in [("y\n", 0, 1), ("n\n", 0, 0)] {
        let mut asked = Asked::begin();
        asked.types("n\n");
        asked.sees("\n2. ");
        asked.is_sent("-INT");
        asked.sees("[Y/n] ");
        asked.types(last);
        let (ended, results, record) = asked.ends();
        assert_eq!((ended, results.as_str()), (Some(code), ""));
        assert_eq!(record.matches("by: CTO").count(), n_notes, "{record}");
    }
}

#[cfg(unix)]
#[test]
fn answers_are_printed_when_nobody_is_left_to_agree() {
    for (signal, why) in [
        ("-INT", "stopped; nothing was written"),
        ("-TERM", "told to end; nothing was written"),
    ] {
        let mut asked = Asked::begin();
        asked.types("n\nq\n");
        asked.sees("[Y/n] ");
        asked.is_sent(signal);
        asked.sees(&format!(
            "{why}; what was answered, as it would stand in the record:"
        ));
        assert_eq!(
            asked.ends(),
            (Some(2), ANSWER.to_owned(), SYSTEM.to_owned()),
            "{signal}"
        );
    }
}

#[test]
fn the_end_of_the_input_prints_what_was_answered() {
    for lines in ["n\n", "n\nq\n"] {
        let mut asked = Asked::begin();
        asked.types(lines);
        assert_eq!(
            asked.ends(),
            (Some(2), ANSWER.to_owned(), SYSTEM.to_owned()),
            "{lines}"
        );
    }
}

#[test]
fn answers_that_the_disk_does_not_take_are_printed() {
    let edited = format!("{SYSTEM}owner: CTO\n");
    let mut asked = Asked::begin();
    asked.types("n\nq\n");
    asked.sees("[Y/n] ");
    asked.record(&edited);
    asked.types("y\n");
    asked.sees("the answers were not written; what was answered, as it would stand in the record:");
    asked.sees("has been changed since it was read");
    assert_eq!(asked.ends(), (Some(2), ANSWER.to_owned(), edited));
}

#[cfg(unix)]
#[test]
fn who_cannot_be_written_for_hears_it_before_the_questions() {
    use std::os::unix::fs::PermissionsExt;
    let mut asked = Asked::prepared(&[], |file| {
        fs::set_permissions(file, fs::Permissions::from_mode(0o444)).unwrap();
    });
    asked.sees("is write-protected");
    asked.sees("\n1. ");
    asked.types("n\nq\ny\n");
    asked.sees("what was answered, as it would stand in the record:");
    assert_eq!(asked.ends(), (Some(2), ANSWER.to_owned(), SYSTEM.to_owned()));
}

// The answer to a question is no agreement: it was typed before anybody asked for one.
#[cfg(unix)]
#[test]
fn a_line_typed_before_ctrl_c_does_not_agree() {
    let mut asked = Asked::begin();
    asked.types("n\n");
    asked.sees("\n2. ");
    asked.sees("   > ");
    // The line and the signal wait together for the program to go on.
    asked.is_sent("-STOP");
    asked.types("y\n");
    asked.is_sent("-INT");
    asked.is_sent("-CONT");
    asked.sees("[Y/n] ");
    asked.types("n\n");
    asked.sees("nothing was written");
    assert_eq!(asked.ends(), (Some(0), String::new(), SYSTEM.to_owned()));
}

// Whoever said `--yes` is not asked at the end, and stops because nothing is to be written.
#[cfg(unix)]
#[test]
fn with_yes_whoever_stops_writes_nothing_and_the_end_of_the_input_writes() {
    for signal in [Some("-INT"), Some("-TERM"), None] {
        let mut asked = Asked::prepared(&["--yes"], |_| {});
        asked.sees("q writes what was answered, without asking; Ctrl-C writes nothing.");
        asked.types("n\n");
        asked.sees("\n2. ");
        let Some(signal) = signal else {
            let (code, results, record) = asked.ends();
            assert_eq!((code, results.as_str()), (Some(0), ""));
            assert!(record.contains("by: CTO"), "{record}");
            continue;
        };
        asked.is_sent(signal);
        asked.sees("nothing was written; what was answered, as it would stand in the record:");
        let ended = asked.ends();
        assert_eq!(ended, (Some(2), ANSWER.to_owned(), SYSTEM.to_owned()), "{signal}");
    }
}

#[test]
fn a_dry_run_says_that_nothing_is_written() {
    let mut asked = Asked::prepared(&["--dry-run"], |_| {});
    asked.sees("Nothing is written; q and Ctrl-C end, and what would change is printed.");
    asked.types("q\n");
    assert_eq!(asked.ends(), (Some(0), String::new(), SYSTEM.to_owned()));
}

// Lines just below the limit, at it and far above it; none of the long ones answers this question or the next.
#[test]
fn a_line_that_is_too_long_answers_nothing() {
    for (n_blanks, is_answer) in [
        (4094, true),
        (4095, false),
        (4096, false),
        (8192, false),
        (20_000, false),
    ] {
        let mut asked = Asked::begin();
        asked.types(&format!("{}n\n", " ".repeat(n_blanks)));
        if is_answer {
            asked.sees("\n2. ");
        } else {
            asked.sees("this line is too long to be an answer");
        }
        asked.types("q\n");
        let results = if is_answer { ANSWER } else { "" };
        let code = if is_answer { 2 } else { 0 };
        let ended = asked.ends();
        assert_eq!(
            ended,
            (Some(code), results.to_owned(), SYSTEM.to_owned()),
            "{n_blanks}"
        );
    }
}

/// A record whose only answer has a note with these lines in it.
fn noted(lines: &str) -> String {
    format!(
        "{SYSTEM}tripwires: {{generates_media: false}}\nanswers:\n  - field: tripwires.generates_media\n    answer: \
         false\n{lines}    by: CEO\n    on: 2026-11-20\n"
    )
}

fn asked_again(text: &str) -> Asked {
    Asked::prepared(&["--again"], |file| {
        let mut file = File::create(file).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    })
}

#[test]
fn a_remark_that_goes_is_told_before_anybody_agrees() {
    let text =
        noted("    note: |\n      after a test\n      of two days\n").replace("our_roles: [deployer]\n", "");
    let mut asked = asked_again(&text);
    asked.sees("\n1. ");
    asked.types("y\nq\n");
    asked.sees("the remark on `tripwires.generates_media` is about the answer before and goes: \"after a test of two days\"");
    asked.sees("[Y/n] ");
    asked.types("y\n");
    let (code, _, record) = asked.ends();
    assert_eq!(code, Some(0));
    assert!(
        record.contains("answer: true") && !record.contains("after a test"),
        "{record}"
    );

    // The same answer keeps it.
    let mut asked = asked_again(&text);
    asked.types("n\nq\ny\n");
    asked.sees("[Y/n] ");
    let (_, _, record) = asked.ends();
    assert!(
        record.contains("by: CTO") && record.contains("after a test"),
        "{record}"
    );
}

#[test]
fn a_comment_that_would_be_lost_is_told_before_the_questions_and_with_the_refusal() {
    let text = noted("    # why\n    note: after a test\n").replace("our_roles: [deployer]\n", "");
    let mut asked = asked_again(&text);
    asked.sees("the note on `tripwires.generates_media` in line 6 has a remark");
    asked.sees("take that out first, or leave the answer");
    asked.sees("\n1. ");
    asked.types("y\nq\n");
    asked.sees("the answers were not written: the note on `tripwires.generates_media` in line 6");
    let (code, results, record) = asked.ends();
    assert_eq!((code, record), (Some(2), text));
    assert_eq!(results, "tripwires:\n  generates_media: true\n");
}

// `--again` takes the word after it, so the message shows where the system stands.
#[test]
fn a_system_after_again_is_told_where_it_stands() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_actfile"));
    let run = command.args(["ask", "--again", "assistant"]).output().unwrap();
    let told = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{told}");
    assert!(told.contains("Usage: actfile ask <SYSTEM> [OPTIONS]"), "{told}");
}

#[test]
fn commands_that_are_advised_name_the_project_that_was_typed() {
    let settled = format!("{SYSTEM}unlisted_facts: absent\n");
    let mut asked = Asked::prepared(&["--project", "./inventories"], |file| {
        let mut file = File::create(file).unwrap();
        file.write_all(settled.as_bytes()).unwrap();
    });
    asked.sees("`actfile ask assistant --project ./inventories --again`");
    assert_eq!(asked.ends(), (Some(0), String::new(), settled));
}

/// Begins with a record whose class no open question can change.
fn settled() -> (Asked, String) {
    let text = format!("{SYSTEM}unlisted_facts: absent\n");
    let asked = Asked::prepared(&[], |record| {
        let mut file = File::create(record).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    });
    (asked, text)
}

#[cfg(target_os = "linux")]
#[test]
fn a_person_at_a_terminal_can_go_on_with_what_the_class_does_not_hang_on() {
    use crate::progress::typed_on_a_terminal;
    for (lines, n_notes, says) in [
        ("n\n", 0, "there is nothing to write"),
        // Enter alone goes on with nothing, and other words are asked again.
        ("\n", 0, "there is nothing to write"),
        ("perhaps\nno\n", 0, "type y or n"),
        ("y\n1\nq\ny\n", 1, "1 answer written"),
        ("y\nq\n", 0, "there is nothing to write"),
    ] {
        let (asked, _) = settled();
        let words = "ask assistant --by CTO --as-of 2026-11-26";
        let sent = typed_on_a_terminal(asked.folder.path(), words, lines);
        assert!(sent.contains(" open questions? [y/N] "), "{lines}\n{sent}");
        assert!(sent.contains(says), "{lines}\n{sent}");
        let (_, _, record) = asked.ends();
        assert_eq!(
            record.matches("by: CTO, on: 2026-11-26").count(),
            n_notes,
            "{record}"
        );
    }
}

#[test]
fn lines_that_a_program_feeds_meet_no_offer_to_go_on() {
    let (mut asked, text) = settled();
    asked.sees("--all` asks that too\nthere is nothing to write\n");
    assert_eq!(asked.ends(), (Some(0), String::new(), text));
}
