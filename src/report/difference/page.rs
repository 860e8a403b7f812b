//! A comparison as a view for the template that makes a pull-request comment of it. The template escapes every value;
//! here only those marks are broken up that a forge reads after Markdown: `@name` and `#123`. Long tables are folded, and
//! cut where a comment would be too long for a forge; what is cut is counted.

use crate::compare::change::{Change, Kind, Said};
use crate::compare::many::{Told, told};
use crate::report::difference::{Difference, Named, because, on_a_day};
use crate::report::visible::{is_unsafe, push_visible};
use serde::Serialize;

/// What the template sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    summary: String,
    differs: bool,
    sides: Vec<Vec<String>>,
    alterations: Vec<Row>,
    risks: Cut<Row>,
    rules: Vec<Row>,
    lists: Cut<List>,
    inputs: Cut<Input>,
    laws: Vec<String>,
    days: Vec<Vec<String>>,
    not_compared: Vec<String>,
}

/// Rows of a table that may be folded or cut.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Cut<T> {
    rows: Vec<T>,
    n_all: usize,
    n_more: usize,
    is_folded: bool,
}

impl<T> Cut<T> {
    fn to(mut rows: Vec<T>, most: usize) -> Self {
        let n_all = rows.len();
        rows.truncate(most);
        Self {
            n_more: n_all - rows.len(),
            is_folded: n_all > MOST_UNFOLDED,
            n_all,
            rows,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Row {
    about: String,
    says: String,
    because: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct List {
    title: String,
    lines: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Input {
    record: String,
    field: String,
    before: String,
    after: String,
    place: String,
}

/// The name of the template that prints the view.
pub const TEMPLATE: &str = "difference.md.tera";
/// The longest comment that GitHub takes, in characters.
pub const LONGEST_COMMENT: usize = 65_536;
/// How many rows a table has that is not folded.
const MOST_UNFOLDED: usize = 20;
/// How much of a value a table shows, in characters.
const LONGEST_VALUE: usize = 120;
/// What stands where a side says nothing.
const NOTHING: &str = "-";
/// What stands where it cannot be told what a difference comes from.
const UNTOLD: &str = "not known";

/// Returns how many rows of each table to try, until a comment is short enough; the last try is the shortest there is.
pub fn tries() -> impl Iterator<Item = usize> {
    [usize::MAX, 400, 200, 100, 50, 20, 5, 0].into_iter()
}

/// Returns the view, with so many rows of each table.
pub fn page(difference: &Difference, most: usize) -> Page {
    let rows = |kind| told(difference.of_kind(kind));
    let lists = rows(Kind::Risk).into_iter().filter_map(|told| list(&told));
    Page {
        summary: difference.summary(),
        differs: difference.differs(),
        sides: ["old", "new"]
            .iter()
            .zip(&difference.sides)
            .map(|(word, named)| side(word, named))
            .collect(),
        alterations: rows(Kind::Integrity).iter().map(row).collect(),
        risks: Cut::to(rows(Kind::Risk).iter().map(row).collect(), most),
        rules: rows(Kind::Rule).iter().map(row).collect(),
        lists: Cut::to(lists.collect(), most),
        inputs: Cut::to(difference.of_kind(Kind::Input).map(input).collect(), most),
        laws: difference.sides.iter().map(|named| quiet(&named.law)).collect(),
        days: days(difference),
        not_compared: difference.not_compared.iter().map(|line| quiet(line)).collect(),
    }
}

fn side(word: &str, named: &Named) -> Vec<String> {
    vec![
        word.to_owned(),
        quiet(&named.name),
        named.recognised.words().to_owned(),
        quiet(&named.law),
        named.as_of.in_words(),
    ]
}

fn row(told: &Told<'_>) -> Row {
    Row {
        about: told.first().about.name().to_owned(),
        says: quiet(&told.says()),
        because: match because(told) {
            because if because.is_empty() => UNTOLD.to_owned(),
            because => quiet(&because),
        },
    }
}

fn list(told: &Told<'_>) -> Option<List> {
    let lines: Vec<String> = told.lines().iter().map(|line| quiet(line)).collect();
    (!lines.is_empty()).then(|| List {
        title: format!("{}: {}", told.first().about.name(), quiet(&told.says())),
        lines,
    })
}

fn input(change: &Change) -> Input {
    let words = |said: &Option<Said>| {
        said.as_ref()
            .map_or_else(|| NOTHING.to_owned(), |it| value(&it.words))
    };
    let at = |said: &Option<Said>| said.as_ref().and_then(|said| said.at.clone());
    let places = [at(&change.before), at(&change.after)];
    let mut places: Vec<String> = places.into_iter().flatten().map(|place| quiet(&place)).collect();
    places.dedup();
    Input {
        record: change.about.name().to_owned(),
        field: match change.item.is_empty() {
            true => "the record".to_owned(),
            false => value(&change.item),
        },
        before: words(&change.before),
        after: words(&change.after),
        place: places.join(", now "),
    }
}

fn days(difference: &Difference) -> Vec<Vec<String>> {
    let differing = difference.timeline.iter().filter(|day| day.differs());
    differing
        .map(|day| {
            let mut row = vec![day.on.in_words()];
            row.extend(day.sides.iter().map(|side| match on_a_day(side).join("; ") {
                lines if lines.is_empty() => "nothing begins".to_owned(),
                lines => lines,
            }));
            row
        })
        .collect()
}

/// Returns the beginning of a value. A value with a pipe cannot be a code span, so its marks are broken up.
fn value(text: &str) -> String {
    let text = &seen(text);
    let shown = match text.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    };
    match shown.contains('|') {
        true => quiet(&shown),
        false => shown,
    }
}

/// Returns text in which every character that cannot be seen stands by its number; white space stays.
fn seen(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for char in text.chars() {
        match is_unsafe(char) && !char.is_whitespace() {
            true => push_visible(&mut line, char),
            false => line.push(char),
        }
    }
    line
}

/// Returns text in which no `@` or `#` stands directly before a name or number; a word joiner parts them.
fn quiet(text: &str) -> String {
    seen(text).replace('@', "@\u{2060}").replace('#', "#\u{2060}")
}
