//! Configuration of any form, line by line: names of models that stand as a value, hosts of services, names of the variables
//! that hold their keys, words of infrastructure. What is told is a word of our own tables or a name of a model; no other
//! value is looked at, and of a file of secrets only the names of variables.

use crate::discover::models::{ModelWord, model_of};
use crate::discover::page::{Page, lines};
use crate::discover::syntax::comments::Comments;
use crate::discover::tables::services::{SERVICES, Service};
use crate::discover::thing::Certainty;

/// The longest line that is looked at; longer ones are data or were pressed together by a program.
const LONGEST_LINE: usize = 64 * 1024;
/// Words in a key by which its value is a model.
const KEYS: &[&str] = &["model", "engine", "deployment", "llm"];

/// Looks through a file of settings.
pub(crate) fn settings(page: &mut Page, comments: Comments) {
    let mut above = Above::default();
    for (at, raw) in lines(page.text).filter(|(_, line)| line.len() <= LONGEST_LINE) {
        let line = comments.cut(raw);
        for word in words(line) {
            services(page, &line[word.clone()], at);
            if let Some(model) = model_of(name_in(&line[word.clone()])) {
                let start = word.start + line[word.clone()].find(&model.spelled).unwrap_or_default();
                let place = (start, start + model.spelled.len());
                add(page, model, certainty(line, place, &above), at);
            }
        }
        above.pass(line);
    }
}

/// Looks through a file that may hold secrets: the names of variables and nothing behind them.
pub(crate) fn secrets(page: &mut Page) {
    for (at, raw) in lines(page.text) {
        let name = Comments::Hash.cut(raw).split('=').next().unwrap_or_default();
        let name = name.trim().trim_start_matches("export ").trim();
        variable(page, name, at);
    }
}

/// Looks through a text for people and assistants: what its head sets counts as settings, the rest as mentions.
pub(crate) fn instructions(page: &mut Page) {
    let (mut n_rules, mut above) = (0, Above::default());
    for (at, line) in lines(page.text).filter(|(_, line)| line.len() <= LONGEST_LINE) {
        if line.trim_end() == "---" && (at == 1 || n_rules == 1) {
            n_rules += 1;
        }
        for word in words(line) {
            let Some(model) = model_of(name_in(&line[word.clone()])) else {
                continue;
            };
            let place = (word.start, word.start + model.spelled.len());
            let certainty = match n_rules == 1 {
                true => certainty(line, place, &above),
                false => Sure::Mention,
            };
            add(page, model, certainty, at);
        }
        above.pass(line);
    }
}

/// How a name of a model stands on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// As a value, behind a key that speaks of models.
    ModelValue,
    /// As a value.
    Value,
    /// Among other words.
    Mention,
}

fn add(page: &mut Page, model: ModelWord, sure: Sure, at: usize) {
    let certainty = match (sure, model.needs_key) {
        (Sure::ModelValue, _) | (Sure::Value, false) => Certainty::Configured,
        (Sure::Mention, false) => Certainty::Mentioned,
        (Sure::Value | Sure::Mention, true) => return,
    };
    let says = format!("model `{}`", model.spelled);
    page.add(model.thing, Some(at), certainty, says);
}

/// Returns where the words of a line stand: runs of what names, addresses and versions are made of.
fn words(line: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let is_inner = |c: char| c.is_ascii_alphanumeric() || "._:/@-".contains(c);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + line[at..].find(is_inner)?;
        let end = line[start..]
            .find(|c: char| !is_inner(c))
            .map_or(line.len(), |n| start + n);
        at = end;
        let trimmed = line[start..end].trim_end_matches(['.', ':', '/', '-']);
        Some(start..start + trimmed.len())
    })
}

/// Returns the part of a word that can be a name of a model: `"model":"x"` has no blank, `key:x` no quotes.
fn name_in(word: &str) -> &str {
    word.trim_start_matches(['.', ':', '/', '-', '@'])
}

/// The last line that opened a list or table, by which a value further down is a model.
#[derive(Debug, Default)]
struct Above {
    depth: usize,
    names_models: bool,
}

impl Above {
    fn pass(&mut self, line: &str) {
        let trimmed = line.trim();
        let depth = line.len() - line.trim_start().len();
        if trimmed.is_empty() {
            return;
        }
        if trimmed.ends_with([':', '[', '{']) {
            *self = Self {
                depth,
                names_models: names_models(trimmed),
            };
        } else if depth <= self.depth && !trimmed.starts_with('-') {
            *self = Self::default();
        }
    }
}

fn names_models(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    KEYS.iter().any(|key| text.contains(key))
}

fn certainty(line: &str, (start, end): (usize, usize), above: &Above) -> Sure {
    let (before, after) = (&line[..start], &line[end..]);
    match (
        is_value(before, after),
        names_models(before) || above.names_models,
    ) {
        (true, true) => Sure::ModelValue,
        (true, false) => Sure::Value,
        (false, _) => Sure::Mention,
    }
}

/// Returns whether what stands between two parts of a line is a value and not a word among others.
fn is_value(before: &str, after: &str) -> bool {
    let quote = before.chars().next_back().filter(|c| "\"'".contains(*c));
    if quote.is_some_and(|quote| after.starts_with(quote)) || before.ends_with('=') {
        return true;
    }
    let (before, after) = (before.trim_end(), after.trim());
    let is_last = after.is_empty() || after.starts_with([',', ']', '}']);
    let is_first = before.is_empty() || before.ends_with([':', '-', '[', ',', '=']);
    let option = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_option = option.starts_with("--") && names_models(option);
    // `ENV MODEL gpt-5` of a Dockerfile.
    let is_variable = option.len() > 2 && names_models(option) && option == option.to_ascii_uppercase();
    (is_first && is_last && !before.is_empty()) || is_option || is_variable
}

/// Adds the services that a word names: by host, variable or word of infrastructure.
fn services(page: &mut Page, word: &str, at: usize) {
    for segment in word.split(['.', ':', '/', '@', '-']) {
        variable(page, segment, at);
    }
    if !word.contains(['.', ':', '/', '_']) {
        return;
    }
    let lower = word.to_ascii_lowercase();
    for service in SERVICES {
        if let Some(host) = service.hosts.iter().find(|host| calls(&lower, host)) {
            page.service(
                service,
                at,
                format!("address `{}`", host.trim_matches(['.', '-'])),
            );
        }
        if let Some(known) = service.words.iter().find(|known| names(word, known)) {
            page.service(service, at, format!("`{known}`"));
        }
    }
}

fn variable(page: &mut Page, name: &str, at: usize) {
    if !name.contains('_') {
        return;
    }
    if let Some((service, variable)) = SERVICES
        .iter()
        .find_map(|service| Some((service, known(service, name)?)))
    {
        page.service(service, at, format!("variable `{variable}`"));
    }
}

fn known(service: &Service, name: &str) -> Option<&'static str> {
    let is_meant = |known: &&&str| match known.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => name == **known,
    };
    service.variables.iter().find(is_meant).copied()
}

/// Returns whether an address is that of a host; a host that begins or ends with a sign has more on that side.
fn calls(word: &str, host: &str) -> bool {
    let is_name = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-');
    word.match_indices(host).any(|(at, _)| {
        let (before, after) = (&word[..at], &word[at + host.len()..]);
        let begins = match host.starts_with(['.', '-']) {
            true => is_name(before.chars().next_back()),
            false => !is_name(before.chars().next_back()) && !before.ends_with('.'),
        };
        let ends = host.ends_with('.') || !is_name(after.chars().next());
        let goes_on = after
            .strip_prefix('.')
            .is_some_and(|rest| is_name(rest.chars().next()));
        begins && ends && (host.ends_with('.') || !goes_on)
    })
}

/// Returns whether a word is one of infrastructure, whatever version stands behind it or path before it.
fn names(word: &str, known: &str) -> bool {
    let is_inner = |c: char| c.is_ascii_alphanumeric() || "-_/".contains(c);
    word.match_indices(known).any(|(at, _)| {
        let (before, after) = (&word[..at], &word[at + known.len()..]);
        !before.ends_with(is_inner) && !after.starts_with(is_inner)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Vec<String> {
        let mut page = Page::new("a.yaml", line);
        settings(&mut page, Comments::Hash);
        let finds = page.finds().into_iter();
        finds
            .map(|find| format!("{} {}", find.sighting.certainty.key(), find.sighting.says))
            .collect()
    }

    #[test]
    fn a_model_that_is_a_value_is_named_in_settings() {
        for (line, model) in [
            ("model: gpt-5", "gpt-5"),
            ("  - \"claude-sonnet-4-5\"", "claude-sonnet-4-5"),
            ("{\"model\":\"gpt-4o\",\"n\":1}", "gpt-4o"),
            ("ENV MODEL gemini-2.5-pro", "gemini-2.5-pro"),
            ("OPENAI_CHAT=gpt-4o-mini # the small one", "gpt-4o-mini"),
            ("args: [--model, mistral-large-latest]", "mistral-large-latest"),
            ("run --model llama3.1:70b now", "llama3.1:70b"),
            ("models = [\"gpt-5\", \"o3\"]", "gpt-5"),
            (
                "default = \"eu.anthropic.claude-sonnet-4-5-20250929-v1:0\"",
                "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
            ),
        ] {
            let expected = format!("named_in_settings model `{model}`");
            assert!(told(line).contains(&expected), "{line}: {:?}", told(line));
        }
        let list = "models:\n  - o3\n  - mistral-small-latest\nother:\n  - o4-mini\n";
        assert_eq!(told(list).len(), 2, "{:?}", told(list));
    }

    #[test]
    fn a_model_among_other_words_is_a_mention() {
        assert_eq!(
            told("note: better than gpt-4 was"),
            ["mentioned_only model `gpt-4`"]
        );
        for line in [
            "# model: gpt-5",
            "name: claude",
            "theme: claude-something-colors",
            "uses: flux-2",
            "image: nova-pro",
            "tool: openai",
            "we like openai and claude",
        ] {
            assert!(told(line).is_empty(), "{line}: {:?}", told(line));
        }
    }

    #[test]
    fn services_are_known_by_host_variable_and_word() {
        for (line, says) in [
            ("url: https://api.openai.com/v1", "address `api.openai.com`"),
            (
                "endpoint = \"https://acme-prod.openai.azure.com/\"",
                "address `openai.azure.com`",
            ),
            (
                "https://bedrock-runtime.eu-central-1.amazonaws.com",
                "address `bedrock-runtime`",
            ),
            (
                "https://europe-west1-aiplatform.googleapis.com/v1",
                "address `aiplatform.googleapis.com`",
            ),
            (
                "key: ${{ secrets.ANTHROPIC_API_KEY }}",
                "variable `ANTHROPIC_API_KEY`",
            ),
            ("AZURE_OPENAI_DEPLOYMENT_NAME=x", "variable `AZURE_OPENAI_*`"),
            ("\"Action\": \"bedrock:InvokeModel\"", "`bedrock:InvokeModel`"),
            ("image: ollama/ollama:0.5", "`ollama/ollama`"),
            ("base: http://localhost:11434/api", "address `localhost:11434`"),
        ] {
            let expected = format!("named_in_settings {says}");
            assert!(told(line).contains(&expected), "{line}: {:?}", told(line));
        }
        for line in [
            "url: https://api.openai.com.example.org",
            "url: https://notapi.openai.company",
            "url: https://myapi.openai.com",
            "url: https://openai.com/policies",
            "MY_OPENAI_API_KEYS: 3",
            "openai_api_key: x",
            "role: bedrock:InvokeModelLater",
        ] {
            assert!(told(line).is_empty(), "{line}: {:?}", told(line));
        }
    }
}
