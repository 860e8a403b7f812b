//! What differs between two editions: what is new, what is gone, and what says something else; then the changes of the
//! amending act point by point, and what is often said to be changed and was not.

use crate::law::changes::{BESIDE, Change, POINTS, UNCHANGED};
use crate::law::cite::{Citation, listed};
use crate::law::edition::Edition;
use crate::report::law::entries::{Entry, entries};
use crate::report::law::view::LawView;
use crate::term::sentence_case;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The shape of the data; a change that breaks readers raises the number.
const FORMAT: &str = "actfile-law-diff/1";

/// Two editions compared.
#[derive(Debug, Clone, Serialize)]
pub struct Difference {
    format: &'static str,
    old: Edition,
    new: Edition,
    rules_revision: &'static str,
    rules_sha256: String,
    differences: Vec<Differing>,
    amending_act: Vec<Point>,
    not_changed: Vec<Kept>,
}

/// One thing that the editions do not say alike.
#[derive(Debug, Clone, Serialize)]
struct Differing {
    part: &'static str,
    id: String,
    title: String,
    #[serde(flatten)]
    how: How,
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum How {
    New { says: Vec<Field> },
    Gone { said: Vec<Field> },
    Changed { fields: Vec<Moved> },
}

#[derive(Debug, Clone, Serialize)]
struct Field {
    field: &'static str,
    text: String,
}

#[derive(Debug, Clone, Serialize)]
struct Moved {
    field: &'static str,
    was: String,
    now: String,
}

#[derive(Debug, Clone, Serialize)]
struct Point {
    by: Citation,
    changes: &'static [Citation],
    says: &'static str,
    treated: &'static str,
    names: &'static [&'static str],
}

#[derive(Debug, Clone, Serialize)]
struct Kept {
    cites: &'static [Citation],
    says: &'static str,
}

impl Difference {
    /// Compares two editions.
    pub fn between(old: Edition, new: Edition) -> Self {
        let (before, after) = (LawView::of(old), LawView::of(new));
        // The amending act tells of one step forward, and of nothing else.
        let is_the_amendment = (old, new) == (Edition::Oj2024, Edition::Omnibus2026);
        let changes = POINTS.iter().chain(BESIDE).filter(|_| is_the_amendment);
        let kept = UNCHANGED.iter().filter(|_| is_the_amendment);
        Self {
            format: FORMAT,
            old,
            new,
            rules_revision: after.rules_revision,
            rules_sha256: after.rules_sha256.clone(),
            differences: differing(&entries(&before), &entries(&after)),
            amending_act: changes.map(point).collect(),
            not_changed: kept
                .map(|it| Kept {
                    cites: it.cites,
                    says: it.says,
                })
                .collect(),
        }
    }

    /// Returns the comparison as a page of Markdown.
    pub fn page(&self) -> String {
        let mut page = self.front();
        let mut told = BTreeSet::new();
        for first in &self.differences {
            if told.insert(first.part) {
                page.push_str(&format!("\n## {}\n\n", first.part));
                let of_part = self.differences.iter().filter(|it| it.part == first.part);
                page.extend(of_part.map(Differing::line));
            }
        }
        if self.differences.is_empty() {
            page.push_str("\nThe tables say the same for both.\n");
        }
        page + &self.amendment()
    }

    fn front(&self) -> String {
        format!(
            "# What changed from `{}` to `{}`\n\nFrom {}, law from {}, to {}, law from {}.\n\nIn our words; the text of \
             the law decides. Rule table: revision {}, SHA-256 `{}`.\n",
            self.old,
            self.new,
            self.old.title(),
            self.old.in_force_from().in_words(),
            self.new.title(),
            self.new.in_force_from().in_words(),
            self.rules_revision,
            self.rules_sha256
        )
    }

    fn amendment(&self) -> String {
        if self.amending_act.is_empty() {
            return String::new();
        }
        let points = self.amending_act.iter().map(Point::line);
        let kept = self
            .not_changed
            .iter()
            .map(|it| format!("- **{}.** {}\n", listed(it.cites), it.says));
        format!(
            "\n## What the amending act changes, point by point\n\n{}\n## Often said to be changed, and not\n\n{}",
            points.collect::<String>(),
            kept.collect::<String>()
        )
    }
}

/// Returns what differs, in the order of the newer edition; what is gone stands at the end of its part.
fn differing(old: &[Entry], new: &[Entry]) -> Vec<Differing> {
    let before: BTreeMap<(&str, &str), &Entry> =
        old.iter().map(|it| ((it.part, it.id.as_str()), it)).collect();
    let after: BTreeSet<(&str, &str)> = new.iter().map(|it| (it.part, it.id.as_str())).collect();
    let kept_or_new = new
        .iter()
        .filter_map(|entry| match before.get(&(entry.part, entry.id.as_str())) {
            None => Some(Differing::of(entry, How::New { says: said(entry) })),
            Some(earlier) => changed(earlier, entry),
        });
    let gone = old
        .iter()
        .filter(|entry| !after.contains(&(entry.part, entry.id.as_str())))
        .map(|entry| Differing::of(entry, How::Gone { said: said(entry) }));
    kept_or_new.chain(gone).collect()
}

fn changed(old: &Entry, new: &Entry) -> Option<Differing> {
    let fields = new.fields.iter().zip(&old.fields);
    let fields: Vec<Moved> = fields
        .filter(|(now, was)| now != was)
        .map(|((field, now), (_, was))| Moved {
            field,
            was: was.clone(),
            now: now.clone(),
        })
        .collect();
    (!fields.is_empty()).then(|| Differing::of(new, How::Changed { fields }))
}

fn said(entry: &Entry) -> Vec<Field> {
    let said = entry.fields.iter().filter(|(_, text)| !text.is_empty());
    said.map(|(field, text)| Field {
        field,
        text: text.clone(),
    })
    .collect()
}

const fn point(change: &Change) -> Point {
    Point {
        by: change.by,
        changes: change.cites,
        says: change.says,
        treated: change.treated,
        names: change.names,
    }
}

impl Differing {
    fn of(entry: &Entry, how: How) -> Self {
        Self {
            part: entry.part,
            id: entry.id.clone(),
            title: entry.title.clone(),
            how,
        }
    }

    fn line(&self) -> String {
        let (title, id) = (&self.title, &self.id);
        match &self.how {
            How::New { says } => format!("- New: **{title}** (`{id}`).{}\n", told(says)),
            How::Gone { said } => format!("- Gone: **{title}** (`{id}`).{}\n", told(said)),
            How::Changed { fields } => {
                let moved: String = fields.iter().map(Moved::line).collect();
                format!("- Changed: **{title}** (`{id}`).\n{moved}")
            }
        }
    }
}

/// What a page leaves to the data: a reader of differences wants to know what is said and from when.
const LEFT_OUT: &[&str] = &["stands in", "follows", "asks", "gives", "rests on", "read by"];

fn told(fields: &[Field]) -> String {
    let fields = fields.iter().filter(|it| !LEFT_OUT.contains(&it.field));
    let told = fields.map(|it| match it.field {
        "says" => format!(" {}", ended(&it.text)),
        label => format!(" {}: {}", sentence_case(label), ended(&it.text)),
    });
    told.collect()
}

impl Moved {
    fn line(&self) -> String {
        let (was, now) = (ended(&self.was), ended(&self.now));
        let field = sentence_case(self.field);
        match (self.field, self.was.is_empty(), self.now.is_empty()) {
            // What the tables are sure of is not what the law says, and is not told as if it were.
            ("doubt", true, _) => format!("  - Not a change of the text, but a doubt about it: {now}\n"),
            ("doubt", false, true) => format!("  - A doubt about the earlier text falls away: {was}\n"),
            ("rests on", ..) => format!(
                "  - Not a change of the text: how the tables read it rests on {}, where it rested on {was}\n",
                self.now
            ),
            (_, true, _) => format!("  - {field}. Was: nothing. Is: {now}\n"),
            (_, false, true) => format!("  - {field}. Was: {was} Is: nothing.\n"),
            (_, false, false) => format!("  - {field}. Was: {was} Is: {now}\n"),
        }
    }
}

impl Point {
    fn line(&self) -> String {
        let changes = match self.changes.is_empty() {
            true => String::new(),
            false => format!(", on {}", listed(self.changes)),
        };
        let names: Vec<String> = self.names.iter().map(|name| format!("`{name}`")).collect();
        let names = match names.is_empty() {
            true => String::new(),
            false => format!(" ({})", names.join(", ")),
        };
        format!(
            "- **{}{changes}.** {} *{}*{names}\n",
            self.by, self.says, self.treated
        )
    }
}

/// Returns a text that ends as a sentence does.
fn ended(text: &str) -> String {
    match text.ends_with(['.', '?']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}
