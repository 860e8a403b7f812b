//! The pages about records: one for each kind with every field, what it takes, what it means and the terms it may hold;
//! and the list of the kinds.

use crate::pages::words::{table, typed};
use crate::pages::{Page, page};
use actfile::inventory::kind::Kind;
use actfile::report::fields::{FieldLine, fields, group_fields};
use actfile::term::sentence_case;
use std::fmt::Write;

/// How many terms of one field are listed; there are vocabularies of hundreds.
const MOST_TERMS: usize = 60;

/// A term with its words.
type Term = (String, String);

pub(crate) fn pages() -> Vec<Page> {
    let kinds = Kind::ALL.iter().map(|kind| page(&path(*kind), of_kind(*kind)));
    [
        page("records/index.md", index()),
        page("records/group.md", group()),
    ]
    .into_iter()
    .chain(kinds)
    .collect()
}

fn path(kind: Kind) -> String {
    format!("records/{}.md", name(kind))
}

fn name(kind: Kind) -> String {
    kind.key().replace('_', "-")
}

fn index() -> String {
    let rows = Kind::ALL.iter().map(|kind| {
        let link = format!("[`{}`]({}.md)", kind.key(), name(*kind));
        [link, kind.words().to_owned(), fields(*kind).len().to_string()]
    });
    format!(
        "# Records\n\nA record is one YAML document. Its kind says what it is about.\n\
         [Records and answers](../../records.md) tells how they are written; the pages below list every field.\n\
         `actfile explain FIELD` tells the same in the terminal, with an example and the gaps that ask for the field.\n\n{}",
        table(
            ["Kind", "What it is about", "Fields, those inside others included"],
            rows
        )
    ) + "\nA [`group`](group.md) file is none of them: it stands outside the inventories and says where they lie.\n"
}

fn group() -> String {
    let lines = group_fields();
    format!(
        "# `group`\n\nA group file names the organisations whose documents are made in one run. It lies above their inventories \
         and holds nothing else; `actfile check --group FILE` reads it. `kind`, `id` and `members` must be there, and of each \
         member `id` and `project`.\n\n[Several organisations](../../portfolio.md) has an example, and \
         `actfile schema group` prints the schema for editors.\n\n## Fields\n\n{}{}",
        field_table(&lines),
        vocabularies(&lines)
    )
}

fn field_table(lines: &[FieldLine]) -> String {
    let rows = lines
        .iter()
        .map(|line| [typed(&line.path), line.takes.clone(), sentence_case(&line.says)]);
    table(["Field", "Takes", "Means"], rows)
}

fn of_kind(kind: Kind) -> String {
    let lines = fields(kind);
    let needed = match kind.requires_name() {
        true => "`kind`, `id` and `name`",
        false => "`kind` and `id`",
    };
    format!(
        "# `{}`\n\nA record of the kind {}. {needed} must be there; every other field may be left out, and what is missing and \
         asked for is a gap.\n\nA path such as `a.b` is the field `b` inside `a`; `a[].b` is the field `b` of each item of \
         the list `a`.\n\n## Fields\n\n{}{}",
        kind.key(),
        kind.words(),
        field_table(&lines),
        vocabularies(&lines)
    )
}

/// Returns the terms by the fields that take them; fields with the same terms stand together.
fn vocabularies(lines: &[FieldLine]) -> String {
    let mut told: Vec<(Vec<String>, &[Term])> = Vec::new();
    for line in lines.iter().filter(|line| !line.terms.is_empty()) {
        match told.iter_mut().find(|(_, terms)| *terms == line.terms) {
            Some((paths, _)) => paths.push(typed(&line.path)),
            None => told.push((vec![typed(&line.path)], &line.terms)),
        }
    }
    let mut page = String::new();
    for (at, (paths, terms)) in told.iter().enumerate() {
        let head = if at == 0 { "\n## Terms\n" } else { "" };
        let _ = write!(page, "{head}\nOf {}:\n\n{}", paths.join(", "), listed(terms));
    }
    page
}

fn listed(terms: &[Term]) -> String {
    let shown = terms.iter().take(MOST_TERMS);
    let mut list: String = shown
        .map(|(key, words)| format!("- `{key}`: {words}\n"))
        .collect();
    if terms.len() > MOST_TERMS {
        let _ = writeln!(
            list,
            "- and {} more, which `actfile schema` lists",
            terms.len() - MOST_TERMS
        );
    }
    list
}
