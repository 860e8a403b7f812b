//! Audit summaries and rollouts hold aggregates only. An address, the login of a person, or a key or token in one of them
//! is an error: documents would repeat it, and the record could be used to watch single workers. Keys are read as well as
//! values. Never repeats what it found.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::screen::{WITHHELD, claimed, claimed_verdict, password, secret};
use crate::source::{SourceMap, Span};
use crate::yaml::node::{Content, Node};

/// Reports every text of a record that points to a person or holds a secret, and every verdict it claims; `record` is how
/// messages name it.
pub(crate) fn screen(
    node: &mut Node,
    key: &str,
    record: &str,
    sources: &SourceMap,
    findings: &mut Diagnostics,
) {
    let span = node.span;
    match &mut node.content {
        Content::Table(entries) => {
            for entry in entries {
                if let Some(found) = what(&entry.key.value) {
                    findings.extend(reported(Some(found), entry.key.span, key, record, sources));
                    WITHHELD.clone_into(&mut entry.key.value);
                }
                screen(&mut entry.value, &entry.key.value, record, sources, findings);
            }
        }
        Content::List(items) => items
            .iter_mut()
            .for_each(|item| screen(item, key, record, sources, findings)),
        Content::Scalar(scalar) => {
            let found = what(&scalar.text).or_else(|| password(key, scalar));
            // Any other finding about this text would show the line, and what stands there with it.
            match (found, claimed(&scalar.text)) {
                (Some(_), _) => {
                    findings.extend(reported(found, span, key, record, sources));
                    WITHHELD.clone_into(&mut scalar.text);
                }
                (None, Some(phrase)) => findings.add(claimed_verdict(span, phrase)),
                (None, None) => {}
            }
        }
    }
}

// No label: the snippet under it would print what was found.
fn reported(found: Option<&str>, at: Span, key: &str, record: &str, sources: &SourceMap) -> Diagnostics {
    let mut findings = Diagnostics::default();
    if let Some(what) = found {
        let place = sources.place(at);
        let says = match key {
            "" => format!("a text on line {} of {record} holds {what}", place.line),
            _ => format!("`{key}` on line {} of {record} holds {what}", place.line),
        };
        let finding = Diagnostic::about(Code::PersonInEvidence, place.path, says);
        findings.add(finding.help(
            "delete it: such a record is about whole groups; name roles and sources, and withdraw a token where it was issued",
        ));
    }
    findings
}

/// Returns what kind of thing a text holds that has no place in an audit summary, nor in what is made from a register.
pub(crate) fn what(text: &str) -> Option<&'static str> {
    let secret = secret(text).map(|_| "a key, token or password");
    secret
        .or_else(|| text.contains('@').then(|| behind_a_sign(text))?)
        .or_else(|| names_login(text).then_some("the login of a person"))
}

fn behind_a_sign(text: &str) -> Option<&'static str> {
    let is_between = |c: char| c.is_whitespace() || "\"'`,;()[]{}<>=|".contains(c);
    let mut words = text.split(is_between);
    let address = words.clone().any(is_address).then_some("an address");
    address.or_else(|| words.any(is_handle).then_some("the login of a person"))
}

/// An address names a mailbox at a domain; `tool@1.2.3` names a version, `git@host:path` a repository.
fn is_address(word: &str) -> bool {
    let word = word.rsplit_once("mailto:").map_or(word, |(_, address)| address);
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let Some((local, host)) = word.rsplit_once('@') else {
        return false;
    };
    let host = host.split([':', '/', '?']).next().unwrap_or_default();
    let last = host.rsplit_once('.').map(|(_, last)| last);
    let is_domain = last.is_some_and(|last| last.len() > 1 && last.chars().all(char::is_alphabetic));
    is_domain && !local.is_empty() && !local.contains('/') && local != "git"
}

/// A mention, as git hosts write it: `@octocat`. Packages (`@scope/name`) and teams (`@owner/team`) are none.
fn is_handle(word: &str) -> bool {
    let Some(name) = word.trim_end_matches(['.', ':', '!', '?']).strip_prefix('@') else {
        return false;
    };
    let is_inner = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    name.len() > 1 && name.chars().all(is_inner) && name.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// What stands before a login in queries, and in paths to the home of a person.
const BEFORE_LOGINS: &[&str] = &[
    "author:",
    "login:",
    "login=",
    "actor:",
    "assignee:",
    "reviewed-by:",
    "mentions:",
    "/home/",
    "/Users/",
    "\\Users\\",
];
/// The last sign of each of them.
const BEFORE_LOGIN: [char; 4] = [':', '=', '/', '\\'];
/// Accounts and folders that belong to nobody.
const NOBODY: &[&str] = &["app", "shared", "runner", "public", "root", "ci", "me"];

fn names_login(text: &str) -> bool {
    // Nearly all texts have none of the signs that end what stands before a login, and every text is asked.
    if !text.contains(BEFORE_LOGIN) {
        return false;
    }
    let after = |before: &&str| {
        let mut found = text.match_indices(*before);
        found.any(|(at, _)| is_login(&text[at + before.len()..]))
    };
    BEFORE_LOGINS.iter().any(after)
}

fn is_login(after: &str) -> bool {
    let is_inner = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    let end = after.find(|c: char| !is_inner(c)).unwrap_or(after.len());
    let (name, rest) = after.split_at(end);
    let is_somebody =
        name.starts_with(char::is_alphanumeric) && !NOBODY.contains(&name.to_lowercase().as_str());
    is_somebody && !rest.starts_with("[bot]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_first_ends_all_that_stands_before_a_login() {
        for before in BEFORE_LOGINS {
            assert!(before.ends_with(BEFORE_LOGIN), "{before}");
        }
    }

    #[test]
    fn what_points_to_a_person_is_found() {
        for text in [
            "asked jane.doe@acme.example",
            "<mailto:jane@acme.example>",
            "1234+jane@users.noreply.github.com",
            "counted by @octocat.",
            "author:octocat merged:2026-10",
            "is:pr reviewed-by:octocat",
            "/home/jane/exports/october.jsonl",
            "C:\\Users\\jane\\october.jsonl",
            "token ghp_0123456789abcdefghijABCDEFGHIJ0123",
            "https://jane:hunter2@collector.example/x",
        ] {
            assert!(what(text).is_some(), "{text}");
        }
    }

    #[test]
    fn names_of_products_versions_and_machines_are_not() {
        for text in [
            "claude-opus-4-8@20260115",
            "anthropics/claude-code-action@v1.0.2",
            "@anthropic-ai/claude-code",
            "@acme/platform approved",
            "git@github.com:acme/app.git",
            "-author:app/dependabot -author:renovate[bot]",
            "Pull requests opened, merged or closed from 1 to 31 October 2026, without bots",
            "service.name in (claude-code, claude-code-desktop), October 2026",
            "/home/shared/exports",
            "https://example.org/@top",
            "Conversations @ 9 o'clock",
            "authored: 12",
        ] {
            assert_eq!(what(text), None, "{text}");
        }
    }
}
