//! The page about documents: for each what it says of itself, its sections, the provisions that it serves, and the gaps
//! that name it. What a document says of itself and its sections are read from a build of the example; the rest comes
//! from the tables.

use crate::pages::gaps::of_family;
use crate::pages::words::{all_typed, table};
use actfile::documents::subjects;
use actfile::law::crosswalk::{Subject, about, support};
use actfile::law::edition::Edition;
use actfile::law::gaps::Family;
use actfile::law::sources::VERIFIED_ON;
use actfile::render::Artifact;
use actfile::term::sentence_case;
use std::collections::BTreeMap;

/// A document of the example, or one of those that are made for single systems.
struct Shown<'b> {
    path: &'b str,
    text: &'b str,
}

pub(crate) fn page(built: &[Artifact]) -> String {
    let shown = chosen(built);
    let rows = shown
        .iter()
        .map(|it| [it.link(), it.file(), it.says().to_owned()]);
    let sections = shown.iter().map(Shown::section);
    format!(
        "# Documents\n\nEvery build makes the documents below; each is a Markdown file and a PDF of the same name. In the \
         names `ID` stands for the id of a system. Which sections a document has depends on the inventory; those of the \
         example stand here. An article that is named as a basis is what the document serves; whether a duty is owed, of \
         whom and from when, the documents themselves say.\n\n{}{}",
        table(["Document", "File", "What it says of itself"], rows),
        sections.collect::<String>()
    )
}

/// Returns the documents in the order of their paths; of those for single systems, the longest of each folder.
fn chosen(built: &[Artifact]) -> Vec<Shown<'_>> {
    let mut chosen: BTreeMap<&str, Shown<'_>> = BTreeMap::new();
    for file in built {
        let (Some(path), Ok(text)) = (file.path.strip_suffix(".md"), std::str::from_utf8(&file.bytes)) else {
            continue;
        };
        let key = path.split_once('/').map_or(path, |(folder, _)| folder);
        let known = chosen.get(key).map_or(0, |it| it.text.len());
        if text.len() > known {
            chosen.insert(key, Shown { path, text });
        }
    }
    chosen.into_values().collect()
}

impl Shown<'_> {
    fn file(&self) -> String {
        match self.path.split_once('/') {
            Some((folder, _)) => format!("`{folder}/ID.md`"),
            None => format!("`{}.md`", self.path),
        }
    }

    /// Returns the title; that of a document about one system names the system, so there the folder speaks.
    fn title(&self) -> String {
        let title = match self.path.split_once('/') {
            Some(("systems", _)) => "Sheet of a system",
            Some(("worker-notices", _)) => "Notice to workers",
            Some((folder, _)) => folder,
            None => self
                .text
                .lines()
                .next()
                .unwrap_or_default()
                .trim_start_matches("# "),
        };
        title.to_owned()
    }

    fn link(&self) -> String {
        let anchor = self.title().to_lowercase().replace(' ', "-");
        format!("[{}](#{anchor})", self.title())
    }

    /// Returns the paragraph after the name of the organisation.
    fn says(&self) -> &str {
        let paragraphs = self.text.split("\n\n");
        paragraphs
            .skip_while(|it| !it.starts_with("**"))
            .nth(1)
            .unwrap_or_default()
            .trim()
    }

    fn section(&self) -> String {
        let heads = self.text.lines().filter_map(|line| line.strip_prefix("## "));
        let heads: String = heads.map(|head| format!("- {}\n", plain(head))).collect();
        format!(
            "\n## {}\n\n{}\n\nFile: {}.\n\nSections:\n\n{heads}\n{}{}",
            self.title(),
            self.says(),
            self.file(),
            self.basis(),
            self.gaps()
        )
    }

    fn basis(&self) -> String {
        let edition = Edition::on(VERIFIED_ON);
        let rows = subjects(self.path)
            .into_iter()
            .flat_map(|subject| provisions(subject, edition));
        let rows: Vec<[String; 3]> = rows.collect();
        match rows.is_empty() {
            true => {
                "Legal basis: no single provision; where it names duties or gaps, these carry their own.\n"
                    .to_owned()
            }
            false => format!(
                "Legal basis:\n\n{}",
                table(["Serves", "Provision", "About"], rows)
            ),
        }
    }

    fn gaps(&self) -> String {
        let families = Family::ALL
            .iter()
            .filter(|family| homes(**family).contains(&self.path));
        let codes: Vec<&str> = families
            .flat_map(|it| of_family(*it))
            .map(|gap| gap.code)
            .collect();
        match codes.is_empty() {
            true => String::new(),
            false => format!("\n[Gaps](gaps.md) that name it: {}.\n", all_typed(codes)),
        }
    }
}

/// Returns a heading without its number and its anchor.
fn plain(heading: &str) -> &str {
    let words = heading.split(" {#").next().unwrap_or(heading);
    match words.split_once(". ") {
        Some((number, words)) if number.bytes().all(|byte| byte.is_ascii_digit()) => words,
        Some(_) | None => words,
    }
}

fn provisions(subject: Subject, edition: Edition) -> Vec<[String; 3]> {
    let act = support(subject).map_or(&[][..], |support| support.act);
    let row = |cite: &actfile::law::cite::Citation| {
        [
            sentence_case(subject.words()),
            cite.to_string(),
            about(*cite, edition).to_owned(),
        ]
    };
    act.iter().map(row).collect()
}

/// Returns the documents to which the gaps of a family belong.
const fn homes(family: Family) -> &'static [&'static str] {
    match family {
        Family::Inventory => &["inventory"],
        Family::Transparency => &["transparency"],
        Family::Oversight => &["human-oversight"],
        Family::Records => &["record-keeping"],
        Family::Literacy => &["literacy"],
        Family::Rollout => &["rollout"],
        Family::Costs => &["use-and-costs"],
        Family::Vendors => &["inventory", "record-keeping"],
        Family::Bom => &["ai-bom"],
        Family::Technical => &["gaps"],
    }
}
