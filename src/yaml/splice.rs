//! Where in a text a change goes, and the text with it. Follows the style that stands there: lines below lines, items in
//! braces beside items in braces, the same depth, the same line ends; comments stay. Gives up where it does not know
//! its way. Does not check what comes out; `edit` does.

use crate::yaml::edit::{Act, Change, Step, is_free};
use crate::yaml::extent::{Lines, is_empty};
use crate::yaml::node::{Content, Entry, Node};
use crate::yaml::written::{Value, block, flow, is_block_list};

/// Bytes to be taken out, and what is put in their place.
#[derive(Debug)]
struct Patch {
    from: usize,
    to: usize,
    with: String,
}

/// Returns the text with a change made below a node that was read from it.
pub(crate) fn spliced(text: &str, root: &Node, change: &Change) -> Option<String> {
    let splicer = Splicer {
        lines: Lines(text),
        unit: unit(Lines(text), root),
    };
    let mut patches = splicer.at(root, &change.path, &change.act)?;
    patches.sort_by_key(|patch| patch.from);
    let (mut out, mut done) = (String::with_capacity(text.len() + 64), 0);
    for patch in patches {
        out.push_str(text.get(done..patch.from)?);
        out.push_str(&patch.with);
        done = patch.to;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

/// Returns by how many blanks the record indents, as its first nested mapping shows.
fn unit(lines: Lines<'_>, root: &Node) -> usize {
    let nested = root.entries().unwrap_or_default().iter().find(|entry| {
        let has_entries = entry.value.entries().is_some_and(|entries| !entries.is_empty());
        has_entries && !lines.is_flow(&entry.value)
    });
    let depth = nested.map(|entry| lines.column(entry.value.span.start as usize));
    depth.filter(|depth| (1..=8).contains(depth)).unwrap_or(2)
}

struct Splicer<'t> {
    lines: Lines<'t>,
    unit: usize,
}

fn insert(at: usize, with: String) -> Patch {
    Patch {
        from: at,
        to: at,
        with,
    }
}

impl Splicer<'_> {
    fn at(&self, node: &Node, path: &[Step], act: &Act) -> Option<Vec<Patch>> {
        match (path.split_first()?, &node.content) {
            ((Step::Item(at), []), Content::List(items)) => self.replace_item(items.get(*at)?, act),
            ((Step::Item(at), rest), Content::List(items)) => self.at(items.get(*at)?, rest, act),
            ((Step::Key(key), rest), Content::Table(_)) => match node.entry(key) {
                Some(entry) if is_free(&entry.value) => {
                    self.fill(node, entry, &names(rest)?, &act.as_value())
                }
                Some(entry) if rest.is_empty() => self.change(node, entry, act),
                Some(entry) => self.at(&entry.value, rest, act),
                None => self.add_entry(node, &names(path)?, &act.as_value()),
            },
            ((Step::Item(_) | Step::Key(_), _), _) => None,
        }
    }

    fn change(&self, parent: &Node, entry: &Entry, act: &Act) -> Option<Vec<Patch>> {
        match (act, &entry.value.content) {
            (Act::Set(value), _) => self.fill(parent, entry, &[], value),
            (Act::Append(item), Content::List(items)) => self.add_item(&entry.value, items.last()?, item),
            (Act::Append(_), Content::Scalar(_) | Content::Table(_)) => None,
        }
    }

    /// Writes what belongs behind a key, in place of what stands there.
    fn fill(&self, parent: &Node, entry: &Entry, below: &[&str], value: &Value) -> Option<Vec<Patch>> {
        let colon = self.lines.colon(entry)?;
        let (from, to) = (colon + 1, self.lines.end_of_entry(entry).max(colon + 1));
        let to = from + self.lines.0[from..to].trim_end().len();
        let comments = self.lines.comments(from, to, &entry.value);
        let takes_lines = !self.lines.is_flow(parent) && (!below.is_empty() || is_block_list(value));
        let depth = self.lines.column(entry.key.span.start as usize);
        if takes_lines && comments.is_empty() {
            let keys = [&[""], below].concat();
            let lines = block(&keys, value, depth, self.unit).split_off(1);
            let last_line = self.lines.end(to);
            return Some(vec![
                Patch {
                    from,
                    to,
                    with: String::new(),
                },
                insert(last_line, self.as_lines_after(last_line, &lines)),
            ]);
        }
        let words = flow(below, value);
        if comments.is_empty() && !is_empty(&entry.value) {
            // The blanks between colon and value stay, if the value begins on the line of the key.
            let start = entry.value.span.start as usize;
            let is_beside = !self.lines.0[from..start.max(from)].contains(['\n', '|', '>']);
            let from = if is_beside { start } else { from };
            let gap = if is_beside { "" } else { " " };
            return Some(vec![Patch {
                from,
                to,
                with: format!("{gap}{words}"),
            }]);
        }
        Some(vec![self.with_comments(from, to, depth, &words, &comments)])
    }

    /// Writes words and, each on a line of its own, the comments that stood among what they replace.
    fn with_comments(&self, from: usize, to: usize, depth: usize, words: &str, comments: &[&str]) -> Patch {
        let next_line = format!("{}{}", self.lines.line_break(from), " ".repeat(depth + self.unit));
        let mut with = format!(" {words}");
        if !comments.is_empty() {
            with = format!("{with} {}", comments.join(&next_line));
        }
        let rest = &self.lines.0[to..self.lines.end(to)];
        let blanks = rest.len() - rest.trim_start().len();
        // A comment ends its line, so what followed the value begins another.
        match rest.trim().is_empty() || comments.is_empty() {
            true => Patch { from, to, with },
            false => Patch {
                from,
                to: to + blanks,
                with: with + &next_line,
            },
        }
    }

    /// Adds an entry, with the keys below it, at the end of a mapping.
    fn add_entry(&self, table: &Node, keys: &[&str], value: &Value) -> Option<Vec<Patch>> {
        let entries = table.entries()?;
        let (first, last) = (entries.first()?, entries.last()?);
        let (key, below) = keys.split_first()?;
        if self.lines.is_flow(table) {
            let start = last.key.span.start as usize;
            return self.add_in_flow(
                start,
                self.lines.end_of_entry(last),
                &format!("{key}: {}", flow(below, value)),
            );
        }
        let start = first.key.span.start as usize;
        let before = &self.lines.0[self.lines.start(start)..start];
        let depth = self.lines.column(start);
        let is_plain = before.bytes().all(|byte| byte == b' ' || byte == b'-');
        let end = self.lines.end_of_entry(last);
        is_plain.then(|| self.add_lines(end, &block(keys, value, depth, self.unit)))
    }

    /// Writes another item in place of one. A comment inside it would be lost, so there may be none.
    fn replace_item(&self, item: &Node, act: &Act) -> Option<Vec<Patch>> {
        let (from, to) = (item.span.start as usize, self.lines.end_of(item));
        let to = from + self.lines.0[from..to].trim_end().len();
        let has_comments = !self.lines.comments(from, to, item).is_empty();
        match act {
            Act::Set(value) if !has_comments => Some(vec![Patch {
                from,
                to,
                with: value.inline(),
            }]),
            Act::Set(_) | Act::Append(_) => None,
        }
    }

    /// Adds an item at the end of a list.
    fn add_item(&self, list: &Node, last: &Node, item: &Value) -> Option<Vec<Patch>> {
        let start = last.span.start as usize;
        if self.lines.is_flow(list) {
            return self.add_in_flow(start, self.lines.end_of(last), &item.inline());
        }
        let dash = self.lines.0[..start].trim_end().len().checked_sub(1)?;
        let is_dash = self.lines.0[dash..].starts_with('-') && self.lines.begins_line(dash);
        let line = format!("{}- {}", " ".repeat(self.lines.column(dash)), item.inline());
        is_dash.then(|| self.add_lines(self.lines.end_of(last), &[line]))
    }

    /// Adds words behind the last item in brackets or braces: on a line of their own where that item has one.
    fn add_in_flow(&self, last_start: usize, last_end: usize, words: &str) -> Option<Vec<Patch>> {
        let beside = || vec![insert(last_end, format!(", {words}"))];
        let (next, mark) = self.lines.next_mark(last_end)?;
        let line_end = self.lines.end(last_end);
        let has_comma = mark == ',';
        if !self.lines.begins_line(last_start) || (has_comma && next > line_end) {
            return Some(beside());
        }
        let own_line = format!(
            "{}{}{words}",
            self.lines.line_break(last_end),
            " ".repeat(self.lines.column(last_start))
        );
        let from = if has_comma { next + 1 } else { last_end };
        let rest = self.lines.0[from..line_end].trim_start();
        match (has_comma, rest.is_empty() || rest.starts_with('#')) {
            (true, true) => Some(vec![insert(line_end, format!("{own_line},"))]),
            (false, true) => Some(vec![insert(last_end, ",".to_owned()), insert(line_end, own_line)]),
            (false, false) => Some(vec![insert(last_end, format!(",{own_line}"))]),
            (true, false) => Some(beside()),
        }
    }

    /// Adds lines behind the line in which something ends.
    fn add_lines(&self, end: usize, lines: &[String]) -> Vec<Patch> {
        let at = self.lines.after(end);
        let with = match self.lines.0[..at].ends_with('\n') && at == end {
            true => {
                let eol = self.lines.line_break(at.saturating_sub(1));
                lines.iter().map(|line| format!("{line}{eol}")).collect()
            }
            false => self.as_lines_after(at, lines),
        };
        vec![insert(at, with)]
    }

    fn as_lines_after(&self, at: usize, lines: &[String]) -> String {
        let eol = self.lines.line_break(at);
        lines.iter().map(|line| format!("{eol}{line}")).collect()
    }
}

/// Returns the keys of a path that leads through nothing but keys.
fn names(path: &[Step]) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    for step in path {
        match step {
            Step::Key(key) => names.push(key.as_str()),
            Step::Item(_) => return None,
        }
    }
    Some(names)
}
