//! Whether a word is the name of a model. A name is a family and parts that names are made of; anything else is none, so a
//! name can be repeated without repeating what somebody meant to keep. Which names are one model, `link` knows.

use crate::discover::tables::families::{ENDINGS, FAMILIES, Family, OWNERS, WORDS};
use crate::discover::thing::{Kind, Thing};
use crate::link::model_names::normal;

const LONGEST: usize = 80;

/// A name of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ModelWord {
    pub(crate) thing: Thing,
    /// The name as it is spelled.
    pub(crate) spelled: String,
    /// Whether it counts only where a key says that it is a model.
    pub(crate) needs_key: bool,
}

/// Returns the model that a word names.
pub(crate) fn model_of(word: &str) -> Option<ModelWord> {
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let name = without_owner(&lower);
    let family = FAMILIES.iter().find(|family| begins(name, family))?;
    let rest = &name[family.begins.len()..];
    let parts: Vec<&str> = rest
        .split(['-', '.', '_', ':', '@'])
        .skip(usize::from(rest.starts_with(['-', '.', '_', ':', '@'])))
        .collect();
    let is_whole = rest.is_empty() || parts.iter().all(|part| is_part(part));
    let has_version = name.bytes().any(|byte| byte.is_ascii_digit());
    let has_ending = parts.last().is_some_and(|last| ENDINGS.contains(last));
    (is_whole && (has_version || has_ending)).then(|| ModelWord {
        thing: thing(word, Some(family.provider)),
        spelled: word.to_owned(),
        needs_key: family.is_common_word || !(has_version || parts.last() == Some(&"latest")),
    })
}

/// Returns the thing that a name of a model stands for.
pub(crate) fn thing(name: &str, provider: Option<&'static str>) -> Thing {
    let key = normal(without_owner(&name.to_lowercase())).key;
    Thing {
        kind: Kind::Model,
        name: key,
        provider,
    }
}

/// Returns who makes models whose names begin like this one.
pub(crate) fn maker(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    FAMILIES
        .iter()
        .find(|family| begins(&name, family))
        .map(|family| family.provider)
}

fn begins(name: &str, family: &Family) -> bool {
    let rest = name.strip_prefix(family.begins);
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let ends_in_number = family.begins.ends_with(|c: char| c.is_ascii_digit());
    rest.is_some_and(|rest| {
        !(rest.starts_with(|c: char| c.is_ascii_alphabetic()) || ends_in_number && is_number(rest))
    })
}

fn without_owner(name: &str) -> &str {
    let end = name
        .find(['/', '.'])
        .filter(|end| OWNERS.contains(&&name[..*end]));
    end.map_or(name, |end| without_owner(&name[end + 1..]))
}

/// Returns whether a text is a part of a name: a word, a number with few letters around it, or a day.
fn is_part(part: &str) -> bool {
    const LONGEST_NUMBER: usize = 5;
    let is_day = part.len() == 8 && part.starts_with("20") && part.bytes().all(|byte| byte.is_ascii_digit());
    let has_digit = part.bytes().any(|byte| byte.is_ascii_digit());
    let is_number =
        part.len() <= LONGEST_NUMBER && has_digit && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_day || is_number || WORDS.contains(&part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_models_have_one_key_whatever_their_host() {
        for (word, key, provider) in [
            ("gpt-5", "gpt-5", "OpenAI"),
            ("openai/gpt-4o-mini", "gpt-4o-mini", "OpenAI"),
            ("gpt-4o-2024-08-06", "gpt-4o", "OpenAI"),
            ("claude-sonnet-4-5", "claude-sonnet-4-5", "Anthropic"),
            (
                "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
                "claude-sonnet-4-5",
                "Anthropic",
            ),
            ("claude-sonnet-4@20250514", "claude-sonnet-4", "Anthropic"),
            ("gemini-2.5-pro", "gemini-2-5-pro", "Google"),
            ("models/gemini-2.5-flash-lite", "gemini-2-5-flash-lite", "Google"),
            ("mistral-large-latest", "mistral-large-latest", "Mistral AI"),
            ("llama-3.1-70b", "llama-3-1-70b", "Meta"),
            (
                "meta-llama/Llama-3.1-70B-Instruct",
                "llama-3-1-70b-instruct",
                "Meta",
            ),
            ("llama3.1:70b", "llama3-1-70b", "Meta"),
            ("text-embedding-3-large", "text-embedding-3-large", "OpenAI"),
            ("deepseek-chat", "deepseek-chat", "DeepSeek"),
            (
                "Qwen/Qwen2.5-Coder-32B-Instruct",
                "qwen2-5-coder-32b-instruct",
                "Alibaba Cloud",
            ),
            ("mixtral-8x7b", "mixtral-8x7b", "Mistral AI"),
            ("o4-mini", "o4-mini", "OpenAI"),
        ] {
            let found = model_of(word).map(|model| (model.thing.name, model.thing.provider));
            assert_eq!(found, Some((key.to_owned(), Some(provider))), "{word}");
        }
    }

    #[test]
    fn what_merely_begins_alike_is_no_model() {
        for word in [
            "claude",
            "claude-code",
            "claude-something-colors",
            "claude-3-AbCdEfGhIjKlMnOp",
            "claude-code-action",
            "gpt",
            "gptimer-2",
            "gpt-engineer",
            "gemini-cli",
            "geminiano-3",
            "llama-index-0.10",
            "mistralclient-5",
            "openai",
            "o365",
            "phil-4",
            "sk-proj-0123456789abcdef",
            "",
        ] {
            assert_eq!(model_of(word), None, "{word}");
        }
    }

    #[test]
    fn words_that_mean_other_things_need_a_key() {
        for word in ["flux-2", "nova-pro", "o3", "phi-4", "deepseek-chat"] {
            assert!(model_of(word).unwrap().needs_key, "{word}");
        }
        assert!(!model_of("gpt-5").unwrap().needs_key);
        assert!(!model_of("mistral-large-latest").unwrap().needs_key);
    }
}
