//! Keys that stand one level too high, because their lines are not indented below the key that they belong to: that one is
//! then empty, and they are unknown. Such keys are told with the group that they belong to, and the empty group, which
//! follows from them, is not told. Moves nothing.

use crate::diag::Diagnostics;
use crate::diag::codes::Code;
use crate::source::Span;
use crate::yaml::node::{Content, Entry, Node};

/// A place where a mapping belongs and none stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EmptyGroup {
    /// What stands there.
    pub(crate) span: Span,
    /// The keys of the mapping.
    pub(crate) keys: &'static [&'static str],
}

/// How many unknown keys of a record are looked at; no group has as many.
const MOST: usize = 100;

/// Says of each unknown key that belongs to the empty group before it where it belongs.
pub(crate) fn tell_unindented(node: &Node, empty: &[EmptyGroup], findings: &mut Diagnostics) {
    if empty.is_empty() {
        return;
    }
    let mut told = Vec::new();
    for finding in findings.with_code(Code::UnknownKey).take(MOST) {
        let Some(label) = finding.labels.first_mut() else {
            continue;
        };
        if let Some((key, group)) = group_before(node, label.span, empty) {
            let belongs = format!("belongs to `{}`", group.key.value);
            finding.help = vec![format!(
                "indent `{key}`, it {belongs}: begin its line with two spaces more"
            )];
            label.text = belongs;
            told.push(group.value.span);
        }
    }
    told.dedup();
    told.iter()
        .for_each(|span| findings.forget_at(Code::MissingValue, *span));
}

/// Returns the key at a place, and the entry before it that is empty and knows the key. The tree is at most 64 levels deep.
fn group_before<'n>(node: &'n Node, at: Span, empty: &[EmptyGroup]) -> Option<(&'n str, &'n Entry)> {
    match &node.content {
        Content::Scalar(_) => None,
        Content::List(items) => {
            let around = items.iter().find(|item| item.span.holds(at))?;
            group_before(around, at, empty)
        }
        Content::Table(entries) => match entries.iter().position(|entry| entry.key.span == at) {
            Some(n_before) => {
                let (before, from) = entries.split_at(n_before);
                let key = from.first()?.key.value.as_str();
                owner(key, before, empty).map(|group| (key, group))
            }
            None => {
                let around = entries.iter().find(|entry| entry.value.span.holds(at))?;
                group_before(&around.value, at, empty)
            }
        },
    }
}

/// Returns the last empty entry, if it knows a key, and every key between the two as well.
fn owner<'n>(key: &str, before: &'n [Entry], empty: &[EmptyGroup]) -> Option<&'n Entry> {
    let at = before.iter().rposition(|entry| entry.value.is_nothing())?;
    let (group, between) = before.get(at..)?.split_first()?;
    let keys = empty.iter().find(|it| it.span == group.value.span)?.keys;
    let mut all = between.iter().map(|entry| entry.key.value.as_str()).chain([key]);
    all.all(|key| keys.contains(&key)).then_some(group)
}
