//! Texts that a person should look at before they reach a document: what looks like a key or password, a personal
//! address where a role belongs, an example that nobody replaced, and a verdict that no document of this tool may state. Reads the tree, before any
//! type, so that no field is forgotten. Never repeats a secret, and puts words in its place, so that nothing behind this
//! point can.

pub(crate) mod evidence;
mod example;

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::kind::Kind;
use crate::source::{SourceMap, Span};
use crate::yaml::node::{Content, Node, Scalar};
use std::borrow::Cow;

/// What stands in the place of a secret from here on.
pub(crate) const WITHHELD: &str = "(withheld: it looks like a secret)";

/// Reports every text of a document that a person should look at, and withholds secrets. In a record of aggregates, what
/// points to a person or holds a secret is an error.
pub(crate) fn screen(node: &mut Node, sources: &SourceMap, findings: &mut Diagnostics) {
    match aggregates(node) {
        Some(record) => evidence::screen(node, "", record, sources, findings),
        None => look_at(node, "", sources, findings),
    }
}

/// Returns a text with every letter and digit hidden that may belong to a secret in it; every character keeps its place
/// and length.
pub(crate) fn masked(text: &str) -> Cow<'_, str> {
    if !holds_secret(text) {
        return Cow::Borrowed(text);
    }
    let hidden = |c: char| match c.is_whitespace() || c.is_ascii_punctuation() {
        true => c.to_string(),
        false => "*".repeat(c.len_utf8()),
    };
    Cow::Owned(text.chars().map(hidden).collect())
}

/// Kinds of record that hold aggregates only, and how messages name them.
const AGGREGATES: &[(Kind, &str)] = &[
    (Kind::AuditSummary, "an audit summary"),
    (Kind::Rollout, "a rollout"),
];

fn aggregates(node: &Node) -> Option<&'static str> {
    let Content::Scalar(kind) = &node.entry("kind")?.value.content else {
        return None;
    };
    let found = AGGREGATES.iter().find(|(known, _)| known.key() == kind.text);
    found.map(|(_, named)| *named)
}

// The tree is at most 64 levels deep.
fn look_at(node: &mut Node, key: &str, sources: &SourceMap, findings: &mut Diagnostics) {
    let span = node.span;
    match &mut node.content {
        Content::Table(entries) => {
            for entry in entries {
                if let Some(what) = secret(&entry.key.value) {
                    findings.add(secret_in_text(entry.key.span, what, key, sources));
                    WITHHELD.clone_into(&mut entry.key.value);
                }
                look_at(&mut entry.value, &entry.key.value, sources, findings);
            }
        }
        Content::List(items) => items
            .iter_mut()
            .for_each(|item| look_at(item, key, sources, findings)),
        Content::Scalar(scalar) => {
            if let Some(what) = secret(&scalar.text).or_else(|| password(key, scalar)) {
                findings.add(secret_in_text(span, what, key, sources));
                WITHHELD.clone_into(&mut scalar.text);
                return;
            }
            if ROLE_FIELDS.contains(&key) && scalar.text.split_whitespace().any(is_address) {
                findings.add(personal_address(span, key));
            }
            if let Some(phrase) = claimed(&scalar.text) {
                findings.add(claimed_verdict(span, phrase));
            }
            if let Some(left) = example::left(span, key, &scalar.text) {
                findings.add(left);
            }
        }
    }
}

/// Returns whether a whole text, remarks included, seems to hold a secret.
pub(crate) fn holds_secret(text: &str) -> bool {
    let names_password = |piece: &str| {
        let bare = |text: &str| {
            text.trim_matches(|c: char| c.is_whitespace() || "\"'#-".contains(c))
                .to_owned()
        };
        piece.split_once(':').is_some_and(|(key, value)| {
            let value = bare(value);
            SECRET_FIELDS.contains(&bare(key).as_str())
                && value.split_whitespace().count() == 1
                && value != "~"
        })
    };
    secret(text).is_some() || text.split(['\n', '{', '}', ',']).any(names_password)
}

// No label: the snippet under it would print the secret.
fn secret_in_text(at: Span, what: &str, key: &str, sources: &SourceMap) -> Diagnostic {
    let place = sources.place(at);
    let says = match key {
        "" => format!("a key on line {} looks like {what}", place.line),
        _ => format!("the value of `{key}` on line {} looks like {what}", place.line),
    };
    Diagnostic::about(Code::SecretInText, place.path, says).help(
        "withdraw it where it was issued, then delete it here; documents say in its place that it is withheld",
    )
}

fn personal_address(at: Span, key: &str) -> Diagnostic {
    let says = format!("`{key}` names a role, and an e-mail address stands there");
    Diagnostic::at(Code::PersonalName, at, says, "an address")
        .help("name the role, such as `Head of Engineering`; the record outlives its holder")
}

/// Reports a text that claims a verdict.
pub(crate) fn claimed_verdict(at: Span, phrase: &str) -> Diagnostic {
    let says = format!("a text claims a verdict: \"{phrase}\"");
    Diagnostic::at(Code::ClaimedVerdict, at, says, "documents would repeat this").help(
        "say what was done and what shows it; whether that is enough is for people and authorities to say",
    )
}

/// Fields that name a role or function.
const ROLE_FIELDS: &[&str] = &[
    "owner",
    "accountable_executive",
    "ai_governance_lead",
    "dpo",
    "prepared_by",
    "reviewed_by",
    "approved_by",
    "role",
    "holder",
    "deputy",
    "programme_owner",
    "author",
    "approver",
    "approver_role",
    "decided_by",
    "asked",
    "by",
    "who",
];

/// Beginnings of keys and tokens, and how many characters follow at least.
const TOKENS: &[(&str, usize)] = &[
    ("sk-", 20),
    ("sk_live_", 16),
    ("sk_test_", 16),
    ("rk_live_", 16),
    ("whsec_", 24),
    ("ghp_", 30),
    ("gho_", 30),
    ("ghs_", 30),
    ("ghu_", 30),
    ("ghr_", 30),
    ("github_pat_", 30),
    ("glpat-", 18),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("xoxa-", 20),
    ("xapp-", 20),
    ("AKIA", 16),
    ("ASIA", 16),
    ("AIza", 30),
    ("hf_", 30),
    ("npm_", 30),
    ("pypi-", 40),
    ("dop_v1_", 40),
    ("shpat_", 24),
    ("SG.", 40),
    ("ya29.", 30),
];

/// No key or token of any kind is shorter, with its beginning.
const SHORTEST_TOKEN: usize = 20;

/// Keys whose value is a secret whatever it looks like.
const SECRET_FIELDS: &[&str] = &["password", "secret", "token", "api_key"];

/// Returns what the value of a field seems to be that holds secrets only.
pub(crate) fn password(key: &str, scalar: &Scalar) -> Option<&'static str> {
    let is_one_word = !scalar.is_nothing() && scalar.text.split_whitespace().count() == 1;
    (is_one_word && SECRET_FIELDS.contains(&key)).then_some("a password")
}

/// Returns what kind of secret a text seems to hold.
pub(crate) fn secret(text: &str) -> Option<&'static str> {
    // Nearly all texts are short, and every text of every record is asked.
    if text.len() < SHORTEST_TOKEN && !text.contains("://") {
        return None;
    }
    if text.contains("-----BEGIN") && text.contains("PRIVATE KEY") {
        return Some("a private key");
    }
    let is_between = |c: char| {
        let is_sign = matches!(
            c,
            '"' | '\'' | '`' | ',' | ';' | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '='
        );
        is_sign || c.is_whitespace()
    };
    let is_long = |word: &&str| word.len() >= SHORTEST_TOKEN || word.contains("://");
    text.split(is_between).filter(is_long).find_map(|word| {
        let mut parts = word
            .split([':', '/', '@'])
            .map(|part| part.trim_end_matches(['.', '!', '?']));
        if parts.any(|part| is_token(part) || is_signed_token(part)) {
            Some("a key or access token")
        } else if has_password(word) {
            Some("an address with a password")
        } else {
            None
        }
    })
}

fn is_token(word: &str) -> bool {
    word.len() >= SHORTEST_TOKEN
        && TOKENS.iter().any(|(beginning, at_least)| {
            word.strip_prefix(beginning).is_some_and(|rest| {
                let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
                // Words of a language have no digits; keys do.
                rest.len() >= *at_least
                    && rest.bytes().all(is_inner)
                    && rest.bytes().any(|byte| byte.is_ascii_digit())
                    && (*beginning != "sk-" || has_long_part(rest))
            })
        })
}

// `sk-` also begins ids; those are made of short words.
fn has_long_part(rest: &str) -> bool {
    const SHORTEST: usize = 16;
    rest.split(['-', '_', '.']).any(|part| part.len() >= SHORTEST)
}

/// Returns whether a word is a JSON Web Token (RFC 7519): three parts, the first a JSON object in base64.
fn is_signed_token(word: &str) -> bool {
    let has_parts = |word: &str| {
        let parts: Vec<&str> = word.split('.').collect();
        parts.len() == 3 && parts.iter().all(|part| part.len() >= 10)
    };
    word.starts_with("eyJ") && has_parts(word)
}

/// Returns whether a word is a web address with user and password in it (RFC 3986, 3.2.1).
fn has_password(word: &str) -> bool {
    let Some((_, rest)) = word.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let user = authority.rsplit_once('@').map(|(user, _)| user);
    user.and_then(|user| user.split_once(':'))
        .is_some_and(|(_, password)| !password.is_empty())
}

fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
}

const VERDICTS: &[&str] = &[
    "fully compliant",
    "certified compliant",
    "is compliant",
    "are compliant",
    "ai act compliant",
    "compliant with the ai act",
    "complies with the ai act",
    "comply with the ai act",
    "satisfies the ai act",
    "satisfies article",
    "meets all requirements of the ai act",
    "certified under the ai act",
    "ce certified",
];

/// Every verdict has one of these in it, and few texts have.
const IN_VERDICTS: &[&str] = &[
    "compliant",
    "with the ai act",
    "certified",
    "satisfies",
    "meets all",
];

/// No piece of a verdict is shorter.
const SHORTEST_IN_VERDICTS: usize = 9;

/// Words that turn a claim later in the same sentence into its denial or into a question.
const DENIALS: &[&str] = &[
    "not", "non", "never", "nor", "cannot", "whether", "isn't", "aren't",
];

/// Returns the verdict that a text claims.
pub(crate) fn claimed(text: &str) -> Option<&'static str> {
    if text.len() < SHORTEST_IN_VERDICTS {
        return None;
    }
    let lower = text.to_lowercase();
    if !IN_VERDICTS.iter().any(|piece| lower.contains(piece)) {
        return None;
    }
    let is_claim = |phrase: &&&str| {
        lower
            .match_indices(**phrase)
            .any(|(at, _)| stands_alone(&lower, at, phrase.len()) && !is_denied(&lower[..at]))
    };
    VERDICTS.iter().find(is_claim).copied()
}

fn stands_alone(text: &str, at: usize, n_bytes: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + n_bytes..]);
    !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
}

fn is_denied(before: &str) -> bool {
    let sentence = before.rsplit(['.', '!', '?', ';']).next().unwrap_or_default();
    sentence
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(|word| DENIALS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_first_is_in_all_that_is_looked_for() {
        for (beginning, at_least) in TOKENS {
            assert!(beginning.len() + at_least >= SHORTEST_TOKEN, "{beginning}");
        }
        // The shortest signed token: three parts of ten.
        assert!("eyJ".len() + 27 + "..".len() >= SHORTEST_TOKEN);
        for verdict in VERDICTS {
            assert!(
                IN_VERDICTS.iter().any(|piece| verdict.contains(piece)),
                "{verdict}"
            );
        }
        for piece in IN_VERDICTS {
            assert!(piece.len() >= SHORTEST_IN_VERDICTS, "{piece}");
        }
    }

    #[test]
    fn secrets_are_known_by_their_shape() {
        for text in [
            "AKIAIOSFODNN7EXAMPLE",
            "use ghp_0123456789abcdefghijABCDEFGHIJ012345 here",
            "github_pat_11AAAAAAA0aaaaaaaaaaaa_bbbbbbbbbbbbbbb",
            "glpat-0123456789abcdefghij",
            "token=sk-ant-api03-0123456789abcdefghij",
            "xoxb-0123456789-abcdefghijkl",
            "AIzaSyA0123456789abcdefghijklmnopqrstuv",
            "hf_abcdefghijklmnopqrstuvwxyz012345",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijk",
            "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
            "https://user:hunter2@git.example/x",
            "the key is AKIAIOSFODNN7EXAMPLE.",
            "key:ghp_0123456789abcdefghijABCDEFGHIJ012345",
            "https://ghp_0123456789abcdefghijABCDEFGHIJ012345@git.example/x",
        ] {
            assert!(secret(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_masked_keeps_its_shape() {
        let text = "a: {key: \"ghp_0123456789abcdefghijABCDEFGHIJ012345\", x: ü}\n";
        let shown = masked(text);
        assert_eq!(
            shown,
            "*: {***: \"***_************************************\", *: **}\n"
        );
        assert_eq!(shown.len(), text.len());
        assert_eq!(masked("a: b\n"), "a: b\n");
    }

    #[test]
    fn a_file_is_looked_through_with_its_remarks() {
        for text in [
            "id: a\n# the key is AKIAIOSFODNN7EXAMPLE\n",
            "id: a\n#password: hunter2\n",
            "- {user: bot, \"api_key\": 'abc'}\n",
            "token: abc",
        ] {
            assert!(holds_secret(text), "{text}");
        }
        for text in [
            "id: a\n",
            "token: ~\n",
            "token:\n",
            "# secret: kept in the vault\n",
            "max_token: 9\n",
        ] {
            assert!(!holds_secret(text), "{text}");
        }
    }

    #[test]
    fn ordinary_texts_hold_no_secret() {
        for text in [
            "3af1cb5855465feae0f935f6afeb8ff9e7fc68bcc295512d498f0935ffe3bc54",
            "e85216bd-97e3-53a9-8bbc-0197282165c3",
            "sk-learn pipelines are used for ranking and nothing else",
            "https://example.org:8080/a@b",
            "ask the press office, press@example.org",
            "halcyon-code-4",
            "sk-learn-ranking-pipeline-2026",
            "sk-learn.preprocessing.scalers.v2",
            "2026-05-01T10:00:00Z",
            "AKIA",
            "Art. 50(2) and EN 301 549",
        ] {
            assert_eq!(secret(text), None, "{text}");
        }
    }

    #[test]
    fn a_claim_is_told_from_its_denial() {
        for text in [
            "Fully compliant with the law",
            "the tool complies with the AI Act",
            "It is compliant.",
            "certified compliant by its vendor",
            "That was not tested. It is compliant",
        ] {
            assert!(claimed(text).is_some(), "{text}");
        }
        for text in [
            "It is not compliant",
            "non-fully compliant",
            "The compliance team reads it",
            "a compliant pen",
            "this compliant wording",
            "performance certified by the vendor",
            "it is not yet fully compliant",
            "whether the system is compliant is open",
        ] {
            assert_eq!(claimed(text), None, "{text}");
        }
    }
}
