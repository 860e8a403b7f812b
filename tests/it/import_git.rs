//! `import git` on repositories: a script of commits builds one with known authors, trailers, merges and programs, and git
//! itself is the judge. What is read from the files of a repository is byte for byte what `git log` prints.

use actfile::calendar::Date;
use actfile::import::Source;
use actfile::read::repository::{History, LOG_FORMAT, history};
use assert_cmd::Command;
use std::fs::{File, create_dir};
use std::io::{Write, read_to_string};
use std::path::Path;
use std::process::{self, Stdio};
use tempfile::TempDir;

const ANNA: &str = "Anna Müller <anna@acme.example>";
const BEN: &str = "Ben Okafor <ben@acme.example>";
const CLAUDE: &str = "Claude Martin <claude.martin@acme.example>";
const BOT: &str = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>";

/// Commits on `main`, the first first: author, author date, commit date, message. Dates are seconds since 1970 with the
/// distance to UTC; 1790812800 is the beginning of October 2026, 1793491200 that of November.
const COMMITS: &[(&str, &str, &str, &str)] = &[
    (
        ANNA,
        "1790800000 +0000",
        "1790812799 +0000",
        "Last second of September",
    ),
    (
        ANNA,
        "1790800000 +0200",
        "1790812800 +0200",
        "First second of October\n\nWritten in September.\n",
    ),
    (
        BEN,
        "1790900000 -0530",
        "1790900000 -0530",
        "Fix\n\nWhy.\n\nCo-authored-by: Claude Opus 4.6 <noreply@anthropic.com>\n",
    ),
    (
        BEN,
        "1790900001 +0000",
        "1790900001 +0000",
        "Fix\n\nco-AUTHORED-by: Cursor\n <cursoragent@cursor.com>\n",
    ),
    (
        CLAUDE,
        "1790900002 +0000",
        "1790900002 +0000",
        "Fix\n\nCo-authored-by: Anna <anna@anthropic.com>\n",
    ),
    (
        BOT,
        "1790900003 +0000",
        "1790900003 +0000",
        "Bump\n\nSigned-off-by: dependabot[bot] <support@github.com>\n",
    ),
    (
        ANNA,
        "1790900004 +0000",
        "1790900004 +0000",
        "Copy\n\nCo-authored-by: Claude <noreply@anthropic.com>\n\nThe line above was copied.",
    ),
    (
        ANNA,
        "1790900005 +0000",
        "1790900005 +0000",
        "Port\n\nMade-with: Cursor\nno trailer at all\nSigned-off-by: Anna <anna@acme.example>\n",
    ),
    (
        ANNA,
        "1790900005 +0000",
        "1790900005 +0000",
        "Port\n\nMade-with: Cursor\nno trailer at all\n",
    ),
    (
        ANNA,
        "1790900006 +0000",
        "1790900006 +0000",
        "Co-authored-by: Claude <noreply@anthropic.com>",
    ),
    (
        ANNA,
        "1790900007 +0000",
        "1790900007 +0000",
        "Odd\n\nAssisted-by:Claude:claude-3-opus [sparse]\r\nSigned-off-by : Claude <noreply@anthropic.com>\r\n",
    ),
    (
        ANNA,
        "1790900008 +0000",
        "1790900008 +0000",
        "Odd\n\n---\n\nCo-authored-by: Codex <noreply@openai.com>\n\n\n",
    ),
    (
        ANNA,
        "1790900009 +0000",
        "1790900009 +0000",
        "Odd\n\n(cherry picked from commit 0a1b)\nMade-with: Cursor\none\ntwo\n",
    ),
    (ANNA, "1790900009 +0000", "1790900009 +0000", ""),
    (
        ANNA,
        "1793491199 +0000",
        "1793491199 +0000",
        "Last second of October",
    ),
    (
        ANNA,
        "1793491199 +0000",
        "1793491200 +0000",
        "First second of November",
    ),
];

/// Runs git without any configuration of the machine, and returns what it prints.
fn git(folder: &Path, words: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = process::Command::new("git")
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success(), "git {words:?}");
    done.stdout
}

/// Returns the script of the commits: a branch of two that is merged after the third one, then the rest.
fn script() -> String {
    let mut script = String::new();
    let mut commit = |branch: &str,
                      mark: usize,
                      (author, written, committed, says): (&str, &str, &str, &str),
                      parents: &str| {
        script += &format!("commit refs/heads/{branch}\nmark :{mark}\nauthor {author} {written}\n");
        script += &format!(
            "committer {BEN} {committed}\ndata {}\n{says}\n{parents}\n",
            says.len()
        );
    };
    for (at, part) in COMMITS.iter().enumerate() {
        let parents = match at {
            0 => String::new(),
            3 => "from :3\nmerge :101\n".to_owned(),
            _ => format!("from :{at}\n"),
        };
        if at == 3 {
            let side = (
                BEN,
                "1790900000 +0000",
                "1790899999 +0000",
                "Side\n\nAssisted-by: Opus 4.6 via Claude Code\n",
            );
            commit("side", 101, side, "from :2\n");
        }
        commit("main", at + 1, *part, &parents);
    }
    script
}

/// Returns a folder that holds the repository `shop`.
fn repository() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    git(
        home.path(),
        &["init", "--quiet", "--initial-branch=main", "shop"],
        b"",
    );
    git(
        &home.path().join("shop"),
        &["fast-import", "--quiet"],
        script().as_bytes(),
    );
    home
}

fn october() -> (Date, Date) {
    ("2026-10-01".parse().unwrap(), "2026-10-31".parse().unwrap())
}

fn read(folder: &Path) -> History {
    let (first, last) = october();
    history(folder, first, last).unwrap()
}

/// Returns what git prints for a month, by the command that the help of `import git` names.
fn printed(folder: &Path, first: &str, last: &str) -> String {
    let format = format!("--format={LOG_FORMAT}");
    let since = format!("--since-as-filter={first}T00:00:00Z");
    let until = format!("--until={last}T23:59:59Z");
    String::from_utf8(git(folder, &["log", &since, &until, &format], b"")).unwrap()
}

fn import(paths: &[&Path]) -> String {
    let mut command = Command::cargo_bin("actfile").unwrap();
    command
        .args(["import", Source::Git.key(), "--period", "2026-10"])
        .args(paths);
    String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
}

#[track_caller]
fn same(read: &[u8], printed: &str) {
    let read = String::from_utf8_lossy(read);
    for (ours, theirs) in read.lines().zip(printed.lines()) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(read, printed);
}

#[test]
fn the_files_of_a_repository_say_what_git_prints() {
    let home = repository();
    let shop = home.path().join("shop");
    let log = printed(&shop, "2026-10-01", "2026-10-31");
    assert_eq!(log.lines().count(), COMMITS.len() - 2 + 1);
    same(&read(&shop).log, &log);
    git(&shop, &["gc", "--quiet"], b"");
    same(&read(&shop).log, &log);
    git(&shop, &["worktree", "add", "--quiet", "../second", "side"], b"");
    let second = home.path().join("second");
    same(&read(&second).log, &printed(&second, "2026-10-01", "2026-10-31"));
    git(home.path(), &["clone", "--quiet", "--bare", "shop", "bare"], b"");
    same(&read(&home.path().join("bare")).log, &log);
    git(
        home.path(),
        &["clone", "--quiet", "--shared", "shop", "shared"],
        b"",
    );
    same(&read(&home.path().join("shared")).log, &log);
}

#[test]
fn this_repository_says_what_git_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !root.join(".git").exists() {
        return;
    }
    let (first, last) = ("2026-11-01".parse().unwrap(), "2026-11-30".parse().unwrap());
    same(
        &history(root, first, last).unwrap().log,
        &printed(root, "2026-11-01", "2026-11-30"),
    );
}

#[test]
fn the_numbers_of_a_repository_are_those_of_its_commits() {
    let home = repository();
    let record = import(&[&home.path().join("shop")]);
    for line in [
        // Fifteen in the month, of which one is the merge.
        "records_read: 15",
        "records_used: 14",
        "unrelated: 1",
        "complete: true",
        "commits_total: 14",
        // Opus, the side branch, Made-with among trailers, the odd assistant, Codex, the cherry-pick.
        "commits_ai_declared: 6",
        "users_count: 3",
        "{name: claude-code, count: 3, from: [git]}",
        "{name: codex, count: 1, from: [git]}",
        "{name: cursor, count: 2, from: [git]}",
        "{name: Claude Opus 4.6, count: 1, from: [git]}",
        "{name: Opus 4.6, count: 1, from: [git]}",
        "{name: claude-3-opus, count: 1, from: [git]}",
        "{type: ai_signed_off, count: 1, from: [git]}",
        "\"merges, which are not counted as commits: 1\"",
        "\"commits by programs, which are counted as commits and not as users: 1\"",
    ] {
        assert!(record.contains(line), "{line}\n{record}");
    }
    assert!(!record.contains('@') && !record.contains("Anna"), "{record}");
}

#[test]
fn a_folder_and_its_exported_log_give_the_same_record() {
    let home = repository();
    let shop = home.path().join("shop");
    let elsewhere = home.path().join("exports");
    create_dir(&elsewhere).unwrap();
    // A file with the name of the folder, so that the records can be the same to the byte.
    let exported = elsewhere.join("shop");
    let log = printed(&shop, "2026-10-01", "2026-10-31");
    File::create(&exported)
        .unwrap()
        .write_all(log.as_bytes())
        .unwrap();
    assert_eq!(import(&[&shop]), import(&[&exported]));
}

#[test]
fn the_command_in_the_help_makes_the_log() {
    let home = repository();
    let shop = home.path().join("shop");
    let mut command = Command::cargo_bin("actfile").unwrap();
    let help = command.args(["import", "git", "--help"]).assert().success();
    let help = String::from_utf8(help.get_output().stdout.clone()).unwrap();
    let lines = help.lines().skip_while(|line| !line.starts_with("  who="));
    let lines: Vec<&str> = lines.take_while(|line| line.starts_with("  ")).collect();
    let mut run = process::Command::new("sh");
    let run = run.arg("-c").arg(lines.join("\n")).current_dir(&shop).status();
    assert!(run.unwrap().success(), "{help}");
    let made = read_to_string(File::open(shop.join("october.log")).unwrap()).unwrap();
    assert_eq!(made, printed(&shop, "2026-10-01", "2026-10-31"));
}

#[test]
fn a_shallow_clone_is_called_a_floor() {
    let home = repository();
    let shop = home.path().join("shop");
    let from = format!("file://{}", shop.display());
    git(
        home.path(),
        &["clone", "--quiet", "--depth=4", &from, "shallow"],
        b"",
    );
    let record = import(&[&home.path().join("shallow")]);
    assert!(record.contains("complete: false"), "{record}");
    assert!(
        record.contains("a part of the history is missing, such as shallow clones: 1"),
        "{record}"
    );
    assert!(import(&[&shop]).contains("complete: true"));
}

#[test]
fn a_commit_that_is_not_there_is_missing_history() {
    let home = repository();
    let shop = home.path().join("shop");
    let id = String::from_utf8(git(&shop, &["rev-parse", "main~4"], b"")).unwrap();
    let (folder, file) = id.trim().split_at(2);
    std::fs::remove_file(shop.join(".git/objects").join(folder).join(file)).unwrap();
    assert!(!read(&shop).is_whole);
    assert_eq!(String::from_utf8(read(&shop).log).unwrap().lines().count(), 3);
}

#[test]
fn what_is_no_repository_or_has_no_commit_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let (first, last) = october();
    git(home.path(), &["init", "--quiet", "empty"], b"");
    git(
        home.path(),
        &["init", "--quiet", "--object-format=sha256", "long"],
        b"",
    );
    git(
        &home.path().join("long"),
        &["fast-import", "--quiet"],
        script().as_bytes(),
    );
    create_dir(home.path().join("nothing")).unwrap();
    for (folder, why) in [
        ("empty", "leads to no commit"),
        ("long", "git log"),
        ("nothing", "no git repository"),
    ] {
        let refused = history(&home.path().join(folder), first, last)
            .unwrap_err()
            .to_string();
        assert!(refused.contains(why), "{refused}");
    }
}

#[test]
fn a_branch_that_leads_out_of_the_repository_is_not_followed() {
    let home = repository();
    let shop = home.path().join("shop");
    let id = git(&shop, &["rev-parse", "main"], b"");
    File::create(home.path().join("outside"))
        .unwrap()
        .write_all(&id)
        .unwrap();
    for name in [
        "refs/../../../outside",
        "/etc/hostname",
        "../../outside",
        "refs//outside",
    ] {
        let head = format!("ref: {name}\n");
        File::create(shop.join(".git/HEAD"))
            .unwrap()
            .write_all(head.as_bytes())
            .unwrap();
        let (first, last) = october();
        assert!(history(&shop, first, last).is_err(), "{name}");
    }
}
