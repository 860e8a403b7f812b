//! TOML as sections, keys and values with their lines. Lists are given item by item, whether on one line or on many; inline
//! tables as they are written. Texts over several lines are passed by. No types: a value is what stands behind the sign.

use crate::discover::page::lines;
use crate::discover::syntax::comments::Comments;

/// A value with the place it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry<'t> {
    /// The name between the brackets above it; empty before the first.
    pub(crate) section: &'t str,
    /// Its key, without quotes.
    pub(crate) key: &'t str,
    /// The value without quotes, or one text of a list.
    pub(crate) value: &'t str,
    /// The line.
    pub(crate) line: usize,
}

/// Returns the entries of a text.
pub(crate) fn entries(text: &str) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    let (mut section, mut list, mut long): (&str, Option<&str>, Option<&str>) = ("", None, None);
    for (at, raw) in lines(text) {
        if let Some(end) = long {
            long = (!raw.contains(end)).then_some(end);
            continue;
        }
        let line = Comments::Hash.cut(raw).trim();
        if let Some(key) = list {
            entries.extend(texts(line).map(|value| entry(section, key, value, at)));
            list = (!ends_list(line)).then_some(key);
        } else if let Some(name) = section_name(line) {
            section = name;
            entries.push(entry(section, "", "", at));
        } else if let Some((key, value)) = line.split_once('=') {
            let (key, value) = (bare(key), value.trim());
            long = ["\"\"\"", "'''"].into_iter().find(|end| opens(value, end));
            match value.strip_prefix('[') {
                Some(items) => {
                    entries.extend(texts(items).map(|value| entry(section, key, value, at)));
                    list = (!ends_list(value)).then_some(key);
                }
                None => entries.push(entry(section, key, bare(value), at)),
            }
        }
    }
    entries
}

/// Returns the value of a key of an inline table.
pub(crate) fn inline<'t>(table: &'t str, key: &str) -> Option<&'t str> {
    let inner = table.trim().strip_prefix('{')?;
    let pairs = inner.trim_end_matches('}').split(',');
    let mut pairs = pairs.filter_map(|pair| pair.split_once('='));
    pairs
        .find(|(found, _)| bare(found) == key)
        .map(|(_, value)| bare(value))
}

fn entry<'t>(section: &'t str, key: &'t str, value: &'t str, line: usize) -> Entry<'t> {
    Entry {
        section,
        key,
        value,
        line,
    }
}

fn section_name(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('[')?.strip_suffix(']')?;
    let inner = inner.strip_prefix('[').unwrap_or(inner);
    Some(inner.strip_suffix(']').unwrap_or(inner).trim())
}

/// Returns the texts in quotes of a part of a list.
fn texts(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let start = rest.find(['"', '\''])?;
        let quote = rest[start..].chars().next()?;
        let inner = &rest[start + 1..];
        let end = inner.find(quote)?;
        rest = &inner[end + 1..];
        Some(&inner[..end])
    })
}

/// Returns whether a list ends on this line; a bracket inside a text does not end it.
fn ends_list(line: &str) -> bool {
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None, ']') => return true,
            (None | Some(_), _) => {}
        }
    }
    false
}

fn opens(value: &str, end: &str) -> bool {
    value.strip_prefix(end).is_some_and(|rest| !rest.contains(end))
}

fn bare(text: &str) -> &str {
    text.trim().trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn entries_have_section_key_and_line() {
        let text = "a = 1 # b = 2\n[x.\"y\"]\n\"k\" = [\"p[q]>=1\", # no = \"z\"\n  'r',\n]\nt = { package = \"u\", v = \"1\" }\nlong = \"\"\"\nno = 1\n\"\"\"\n[[pkg]]\nname = \"w\"\n";
        let told: Vec<(&str, &str, &str, usize)> = entries(text)
            .into_iter()
            .map(|it| (it.section, it.key, it.value, it.line))
            .collect();
        assert_eq!(
            told,
            [
                ("", "a", "1", 1),
                ("x.\"y\"", "", "", 2),
                ("x.\"y\"", "k", "p[q]>=1", 3),
                ("x.\"y\"", "k", "r", 4),
                ("x.\"y\"", "t", "{ package = \"u\", v = \"1\" }", 6),
                ("x.\"y\"", "long", "", 7),
                ("pkg", "", "", 10),
                ("pkg", "name", "w", 11),
            ]
        );
        assert_eq!(inline("{ package = \"u\", v = \"1\" }", "package"), Some("u"));
        assert_eq!(inline("\"1\"", "package"), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_to_an_end(text in "(?s).{0,200}", signs in "[\\[\\]{}\"'=#\n aé]{0,80}") {
            entries(&text);
            entries(&signs);
        }
    }
}
