//! The name of a model in a text that names an AI tool, such as `Claude Opus 4.8 (1M context)` or `gpt-5.1-codex`. Only a
//! name with a version is one; any other word of the text goes no further, since it may be a person's.

use crate::import::names::{WITHHELD, public};

/// Families of models, in lower case.
const FAMILIES: &[&str] = &[
    "claude",
    "codestral",
    "composer",
    "deepseek",
    "devstral",
    "fable",
    "gemini",
    "glm",
    "gpt",
    "grok",
    "haiku",
    "kimi",
    "llama",
    "minimax",
    "mistral",
    "mythos",
    "opus",
    "qwen",
    "sonnet",
];
/// Words that follow a family or a version and belong to the name.
const ADDITIONS: &[&str] = &[
    "codex", "flash", "lite", "max", "mini", "nano", "preview", "pro", "thinking", "turbo",
];

/// Returns the first model that a text names.
pub(crate) fn model_in(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let name = (0..words.len()).find_map(|at| joined(bare(words[at])).or_else(|| spaced(&words[at..])))?;
    let name = public(&name).to_owned();
    (name != WITHHELD).then_some(name)
}

/// Returns whether a text is the name of a family and nothing else.
pub(crate) fn is_family(text: &str) -> bool {
    FAMILIES.contains(&text.trim().to_lowercase().as_str()) || text.trim().eq_ignore_ascii_case("chatgpt")
}

/// Returns a name in one word, such as `anthropic/claude-sonnet-4-5`, without the vendor's folder.
fn joined(word: &str) -> Option<String> {
    let word = word.rsplit(['/', ':']).next().unwrap_or(word);
    let lower = word.to_lowercase();
    let family = FAMILIES.iter().find(|family| lower.starts_with(**family))?;
    let rest = &lower[family.len()..];
    let is_plain = rest
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "-._".contains(c));
    let begins = rest.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    (is_plain && begins && rest.contains(|c: char| c.is_ascii_digit())).then(|| word.to_owned())
}

/// Returns a name in several words, such as `Claude Opus 4.8 (1M context)`.
fn spaced(words: &[&str]) -> Option<String> {
    let family = bare(words[0]);
    if !is_one_of(FAMILIES, family) {
        return None;
    }
    let (mut name, mut has_version) = (vec![family], false);
    for (at, word) in words.iter().enumerate().skip(1) {
        let (word, is_closed) = (bare(word), word.ends_with([',', ';', '.']));
        // A family of Claude that is not in the list yet stands between the two, and nothing follows.
        let is_new = at == 1 && family.eq_ignore_ascii_case("claude") && is_last_version(&words[2..]);
        let is_part = is_version(word) || is_one_of(FAMILIES, word) || is_one_of(ADDITIONS, word) || is_new;
        if !is_part || words[at].starts_with('(') {
            break;
        }
        has_version |= is_version(word);
        name.push(word);
        if is_closed {
            break;
        }
    }
    let context = context(&words[name.len()..]);
    has_version.then(|| name.join(" ") + &context)
}

/// Returns whether words are a version, with which the text or what stands before a bracket ends.
fn is_last_version(words: &[&str]) -> bool {
    match words {
        [version, rest @ ..] => {
            is_version(bare(version)) && rest.first().is_none_or(|word| word.starts_with('('))
        }
        [] => false,
    }
}

/// Returns the remark about the length of the context that follows a name.
fn context(words: &[&str]) -> String {
    let is_length = |word: &str| {
        let length = word
            .strip_prefix('(')
            .and_then(|word| word.strip_suffix(['K', 'M', 'k', 'm']));
        length.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    match words {
        [length, "context)", ..] if is_length(length) => format!(" {length} context)"),
        _ => String::new(),
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| "()[]<>\"'`,;.".contains(c))
}

fn is_version(word: &str) -> bool {
    let word = word.strip_prefix(['v', 'V']).unwrap_or(word);
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
        && word.len() < 12
}

fn is_one_of(list: &[&str], word: &str) -> bool {
    list.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_models_are_read_as_they_are_spelled() {
        for (text, model) in [
            ("Claude Opus 4.6", "Claude Opus 4.6"),
            ("Claude Opus 4.8 (1M context)", "Claude Opus 4.8 (1M context)"),
            ("Claude 3.5 Sonnet", "Claude 3.5 Sonnet"),
            ("Claude Lyric 6", "Claude Lyric 6"),
            ("Opus 4.6 via Claude Code", "Opus 4.6"),
            ("Claude:claude-3-opus [coccinelle] [sparse]", "claude-3-opus"),
            ("aider (gpt-4o)", "gpt-4o"),
            ("aider (anthropic/claude-sonnet-4-5)", "claude-sonnet-4-5"),
            ("Gemini 2.5 Pro, with help", "Gemini 2.5 Pro"),
            ("Codex (GPT-5.1-Codex)", "GPT-5.1-Codex"),
        ] {
            assert_eq!(model_in(text).as_deref(), Some(model), "{text}");
        }
    }

    #[test]
    fn what_has_no_version_names_no_model() {
        for text in [
            "",
            "Claude",
            "Claude Martin",
            "Claude Martin and 2 others",
            "Claude Martin 3 times",
            "Google Antigravity with Gemini",
            "Geminiano Rossi 3",
            "Copilot",
            "anna@acme.example",
            "claude-",
        ] {
            assert_eq!(model_in(text), None, "{text}");
        }
    }
}
