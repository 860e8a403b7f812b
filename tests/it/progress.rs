//! What somebody sees who waits for a build: on a terminal a line with the stage and a bar, which is gone at the end; nothing
//! of it in a pipe, and nothing at all with `--quiet`. The terminal is one that `script` of util-linux makes.
#![cfg(target_os = "linux")]

use assert_cmd::Command;
use std::fs;
use std::io::Write;
use std::path::Path;

/// How many systems there are to make documents for, until the work is long enough that a line appears.
const SIZES: &[usize] = &[8, 40, 200, 1_000];
/// What stands in the line while documents are counted, besides their numbers.
const STAGE: &str = "making the documents";

fn project(folder: &Path, n_systems: usize) {
    let mut text = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\nas_of: 2026-11-22\n".to_owned();
    for number in 0..n_systems {
        text += &format!("---\nkind: ai_system\nid: system-{number}\nname: System {number}\n");
    }
    fs::create_dir_all(folder.join("inventories")).unwrap();
    let file = fs::File::create(folder.join("inventories/all.yaml"));
    file.unwrap().write_all(text.as_bytes()).unwrap();
}

fn line(more: &str) -> String {
    format!("build --no-cache --formats md,pdf {more}")
}

/// Runs the program with some words on a terminal of its own; returns everything that it sent there.
pub(crate) fn on_a_terminal(folder: &Path, words: &str) -> String {
    sent_by(&mut at_a_terminal(folder, words))
}

/// The same with somebody there who types these lines.
pub(crate) fn typed_on_a_terminal(folder: &Path, words: &str, lines: &str) -> String {
    sent_by(at_a_terminal(folder, words).write_stdin(lines))
}

fn at_a_terminal(folder: &Path, words: &str) -> Command {
    let program = assert_cmd::cargo::cargo_bin("actfile");
    let command = format!("stty cols 100 rows 30; exec '{}' {words}", program.display());
    let mut terminal = Command::new("script");
    terminal
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .current_dir(folder)
        .env("TERM", "xterm")
        // What reads the command.
        .env("SHELL", "/bin/sh")
        .env_remove("NO_COLOR");
    terminal
}

fn sent_by(terminal: &mut Command) -> String {
    let output = terminal.output();
    assert!(
        output.as_ref().is_ok_and(|it| it.status.success()),
        "`script` of util-linux makes the terminal: {output:?}"
    );
    let output = output.unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn in_a_pipe(folder: &Path, more: &str) -> String {
    let mut command = Command::cargo_bin("actfile").unwrap();
    let words = line(more);
    let output = command
        .current_dir(folder)
        .args(words.split_whitespace())
        .output()
        .unwrap();
    assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// Returns what is left on a screen: letters go where the cursor is, and of the commands only those that move it or take
/// letters away do anything.
fn screen(sent: &str) -> String {
    let mut lines = vec![Vec::new()];
    let (mut row, mut column) = (0, 0);
    let mut chars = sent.chars();
    while let Some(c) = chars.next() {
        match c {
            '\r' => column = 0,
            '\n' => row += 1,
            '\u{1b}' => match command(&mut chars) {
                (n_lines, Some('A')) => row -= n_lines.parse().unwrap_or(1),
                (part, Some('K')) if part == "2" => lines[row].clear(),
                (_, Some('K')) => lines[row].truncate(column),
                (_, Some(_) | None) => {}
            },
            _ => {
                if lines[row].len() <= column {
                    lines[row].resize(column + 1, ' ');
                }
                lines[row][column] = c;
                column += 1;
            }
        }
        if lines.len() <= row {
            lines.resize(row + 1, Vec::new());
        }
    }
    let lines = lines.into_iter().map(|line| line.into_iter().collect::<String>());
    lines
        .map(|line| line.trim_end().to_owned() + "\n")
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// Returns the numbers of a command to a terminal, and the letter that says what it does.
fn command(chars: &mut std::str::Chars<'_>) -> (String, Option<char>) {
    let mut numbers = String::new();
    for c in chars.by_ref().skip(1) {
        match c.is_ascii_alphabetic() {
            true => return (numbers, Some(c)),
            false => numbers.push(c),
        }
    }
    (numbers, None)
}

/// Returns whether a line with stage, bar and count was shown.
fn has_bar(sent: &str) -> bool {
    let lines = sent.split(['\r', '\n']);
    let mut shown = lines.filter(|line| line.contains(STAGE) && line.contains(" of "));
    shown.any(|line| line.contains("[=") || line.contains("[>"))
}

#[test]
fn who_waits_sees_a_bar_that_leaves_nothing_behind() {
    let long_enough = SIZES.iter().find_map(|n_systems| {
        let home = tempfile::tempdir().unwrap();
        project(home.path(), *n_systems);
        let sent = on_a_terminal(home.path(), &line(""));
        has_bar(&sent).then_some((home, sent))
    });
    let Some((home, sent)) = long_enough else {
        unreachable!("the work was long, and no bar was shown")
    };
    fs::remove_dir_all(home.path().join("out")).unwrap();
    let told = in_a_pipe(home.path(), "");
    assert!(
        !told.contains(['\r', '\u{1b}']) && !told.contains(STAGE),
        "{told}"
    );
    assert!(told.contains("files written"), "{told}");
    assert_eq!(screen(&sent), told.trim_end());
    fs::remove_dir_all(home.path().join("out")).unwrap();
    assert_eq!(on_a_terminal(home.path(), &line("--quiet")), "");
    assert!(home.path().join("out/index.pdf").is_file());
}

#[test]
fn a_screen_keeps_what_was_not_taken_away() {
    for (sent, left) in [
        ("a\r\nb\r\n", "a\nb"),
        ("one\rtwo", "two"),
        ("three\rtwo", "twoee"),
        ("three\r\u{1b}[2Kx", "x"),
        ("abc\r\u{1b}[1m\u{1b}[91mx\u{1b}[0m", "xbc"),
        ("abc\n\u{1b}[1A\r\u{1b}[Kd", "d"),
    ] {
        assert_eq!(screen(sent), left, "{sent:?}");
    }
}
