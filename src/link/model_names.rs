//! Names of models as sources spell them: one model has many, an alias has none. A name comes in, a key that is the same
//! for every spelling goes out, and beside it the day that a snapshot carries. Knows no list of models; what a name
//! leads to is asked of the inventory.

use crate::inventory::model::Model;
use crate::inventory::record::Record;

/// Names that say which line of models answers and not which model.
const LINES: &[&str] = &[
    "auto", "best", "default", "inherit", "opusplan", "haiku", "opus", "sonnet",
];
/// Last parts of a name with which it can mean another model tomorrow.
const MOVING: &[&str] = &["latest", "default", "current", "stable", "newest", "auto"];
/// The lines of a maker's models, the smallest first: what a policy means by its largest model.
const SIZES: &[&[&str]] = &[&["haiku", "sonnet", "opus"]];
/// Parts by which a hosting service says where it runs a model and who made it.
const HOSTS: &[&str] = &[
    "us",
    "eu",
    "apac",
    "global",
    "anthropic",
    "openai",
    "google",
    "models",
    "azure",
    "bedrock",
    "vertex_ai",
    "meta",
    "mistral",
    "github",
];

/// A name in the one form that all its spellings share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ModelName {
    /// The name without host, remarks and day, its parts joined by hyphens: `claude-opus-4-8`.
    pub key: String,
    /// The day of the snapshot, in digits: `20260115`.
    pub snapshot: Option<String>,
}

/// Returns a name in its one form.
pub fn normal(name: &str) -> ModelName {
    let lower = name.trim().to_lowercase();
    let bare = lower.split(['(', '[']).next().unwrap_or_default();
    let bare = without_host(bare.trim());
    // A hosting service counts its own revisions behind the name: `-v1:0`.
    let is_count = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let revised = bare.rsplit_once(':').filter(|(_, revision)| is_count(revision));
    let bare = revised.map_or(bare, |(name, _)| name);
    let parts: Vec<&str> = bare
        .split(|char: char| !char.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let (parts, snapshot) = without_day(&parts);
    ModelName {
        key: parts.join("-"),
        snapshot,
    }
}

/// Cuts off what stands before the name: `eu.anthropic.`, `openai/`.
fn without_host(name: &str) -> &str {
    let end = name.find(['/', '.']).filter(|end| HOSTS.contains(&&name[..*end]));
    end.map_or(name, |end| without_host(&name[end + 1..]))
}

/// Parts off the day of the snapshot, written in one part or in three, and a revision of the host behind it.
fn without_day<'n>(parts: &[&'n str]) -> (Vec<&'n str>, Option<String>) {
    let is_revision = |part: &&str| part.len() == 2 && part.starts_with('v');
    let has_revision = parts.len() > 2 && parts.last().is_some_and(is_revision);
    let kept = &parts[..parts.len() - usize::from(has_revision)];
    let n_parts = (1..kept.len()).find(|n| matches!(n, 1 | 3) && is_day(&kept[kept.len() - n..]));
    match n_parts {
        Some(n) => {
            let (name, day) = kept.split_at(kept.len() - n);
            (name.to_vec(), Some(day.concat()))
        }
        // What was taken for a revision is part of the name when no day stands before it.
        None => (parts.to_vec(), None),
    }
}

fn is_day(parts: &[&str]) -> bool {
    let digits = parts.concat();
    let is_split_right = parts.len() == 1 || (parts[0].len() == 4 && parts[1].len() == 2);
    let begins = digits.starts_with("20") && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.len() == 8 && is_split_right && begins
}

/// Returns whether a name says which line of models answers, and not which model.
pub fn is_alias(name: &str) -> bool {
    let key = normal(name).key;
    let last = key.rsplit('-').next().unwrap_or_default();
    LINES.contains(&key.as_str()) || MOVING.contains(&last)
}

/// Returns the names under which a record knows a model.
pub fn names_of(model: &Record<Model>) -> Vec<ModelName> {
    let (title, id) = (model.title(), model.id.value.as_str());
    let version = model.version_or_snapshot.stated().map(String::as_str);
    let has_letters = |name: &&str| name.chars().filter(|char| char.is_alphabetic()).count() > 1;
    let spelled = version.into_iter().filter(has_letters).map(str::to_owned);
    let joined = version
        .into_iter()
        .flat_map(|version| [format!("{title} {version}"), format!("{id} {version}")]);
    let names = [title.to_owned(), id.to_owned()];
    let names = names.into_iter().chain(spelled).chain(joined);
    names.map(|name| normal(&name)).collect()
}

/// Returns whether a name on a list of what is allowed covers a model: it is the model, or the line that it is of.
pub fn covers(allowed: &str, name: &str) -> bool {
    let (allowed, seen) = (normal(allowed).key, normal(name).key);
    allowed == seen || (LINES.contains(&allowed.as_str()) && seen.split('-').any(|part| part == allowed))
}

/// Returns whether a model is larger or newer than the largest that is allowed; `None` when the two cannot be compared.
pub fn exceeds(name: &str, largest: &str) -> Option<bool> {
    let (seen, largest) = (normal(name).key, normal(largest).key);
    if seen == largest {
        return Some(false);
    }
    let size = |key: &str, line: &[&str]| {
        line.iter()
            .position(|size| key.split('-').any(|part| part == *size))
    };
    let both = |line: &&[&str]| Some((size(&seen, line)?, size(&largest, line)?));
    let (ours, most) = SIZES.iter().find_map(both)?;
    match ours.cmp(&most) {
        std::cmp::Ordering::Less => Some(false),
        std::cmp::Ordering::Greater => Some(true),
        std::cmp::Ordering::Equal => {
            let (ours, most) = (version(&seen), version(&largest));
            (!ours.is_empty() && !most.is_empty()).then(|| ours > most)
        }
    }
}

fn version(key: &str) -> Vec<u32> {
    key.split('-').filter_map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_model_has_one_key() {
        for (name, key, snapshot) in [
            ("claude-opus-4-8", "claude-opus-4-8", None),
            ("claude-opus-4.8", "claude-opus-4-8", None),
            ("Claude Opus 4.8 (1M context)", "claude-opus-4-8", None),
            ("Claude Opus 4.8", "claude-opus-4-8", None),
            ("claude-opus-4-8[1m]", "claude-opus-4-8", None),
            ("claude-opus-4-8-20260115", "claude-opus-4-8", Some("20260115")),
            ("claude-opus-4-8@20260115", "claude-opus-4-8", Some("20260115")),
            (
                "eu.anthropic.claude-opus-4-8-20260115-v1:0",
                "claude-opus-4-8",
                Some("20260115"),
            ),
            ("anthropic/claude-opus-4.8", "claude-opus-4-8", None),
            ("gpt-5.1-2026-03-01", "gpt-5-1", Some("20260301")),
            ("openai/gpt-5.1", "gpt-5-1", None),
            ("models/gemini-3-pro", "gemini-3-pro", None),
            ("llama3:8b", "llama3-8b", None),
            ("deepseek-v4", "deepseek-v4", None),
            ("some-model-12345678", "some-model-12345678", None),
            ("20260115", "20260115", None),
            (" ", "", None),
        ] {
            let told = normal(name);
            assert_eq!(
                (told.key.as_str(), told.snapshot.as_deref()),
                (key, snapshot),
                "{name}"
            );
        }
    }

    #[test]
    fn other_models_keep_other_keys() {
        for (one, other) in [
            ("claude-opus-4-8", "claude-opus-4-7"),
            ("claude-opus-4", "claude-opus-4-8"),
            ("claude-opus-4-8", "claude-sonnet-4-8"),
            ("gpt-5", "gpt-5-mini"),
        ] {
            assert_ne!(normal(one).key, normal(other).key);
        }
    }

    #[test]
    fn an_alias_names_no_model() {
        for name in [
            "auto",
            "default",
            "Sonnet",
            "opus[1m]",
            "gpt-5-latest",
            "opusplan",
        ] {
            assert!(is_alias(name), "{name}");
        }
        for name in ["claude-sonnet-5", "gpt-5", "latestgen-2", "autocoder-1"] {
            assert!(!is_alias(name), "{name}");
        }
    }

    #[test]
    fn the_largest_model_is_told_by_line_then_by_version() {
        for (name, largest, expected) in [
            ("claude-opus-4-8", "claude-sonnet-5", Some(true)),
            ("claude-haiku-4-5", "claude-sonnet-5", Some(false)),
            ("claude-opus-4-8", "claude-opus-4-6", Some(true)),
            ("claude-opus-4-6", "claude-opus-4.6", Some(false)),
            ("claude-opus-4-6", "opus", None),
            ("gpt-5", "claude-sonnet-5", None),
            ("orrivane-code-5", "orrivane-code-4", None),
        ] {
            assert_eq!(exceeds(name, largest), expected, "{name} {largest}");
        }
        assert!(covers("opus", "claude-opus-4-8") && !covers("opus", "claude-sonnet-5"));
        assert!(covers("claude-opus-4.8", "claude-opus-4-8-20260115"));
    }
}
