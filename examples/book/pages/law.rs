//! The pages about the law: its state in the program, each edition and what differs between them, what is not covered,
//! the questions in plain words and in those of the law, and what vendors say. Reads the tables and adds nothing.

use crate::pages::words::{table, typed};
use crate::pages::{Page, page};
use actfile::law::coverage::{Treatment, rows};
use actfile::law::coverage_rows::ROWS;
use actfile::law::dates::DutyGroup;
use actfile::law::edition::Edition;
use actfile::law::fact::Fact;
use actfile::law::sources::{REVISION, SOURCES, VALID_UNTIL, VERIFIED_ON, rules_sha256};
use actfile::report::explained::explained;
use actfile::report::law::difference::Difference;
use actfile::report::law::view::LawView;
use actfile::term::sentence_case;

/// Returns what `actfile law` prints: each edition, and what differs between the oldest and the newest.
pub(crate) fn books() -> Vec<Page> {
    let editions = Edition::ALL.iter();
    let books = editions.map(|it| {
        page(
            &book(*it),
            actfile::report::law::page(&LawView::of(*it), VERIFIED_ON),
        )
    });
    let difference = Difference::between(Edition::Oj2024, Edition::Omnibus2026);
    books.chain([page("law/diff.md", difference.page())]).collect()
}

fn book(edition: Edition) -> String {
    format!("law/{edition}.md")
}

/// Returns which law the program knows, from which texts, and until when it is taken to be current.
pub(crate) fn state() -> String {
    let editions = Edition::ALL.iter().map(|it| {
        let link = format!("[`{it}`]({})", book(*it));
        [link, it.title().to_owned(), it.in_force_from().in_words()]
    });
    let sources = SOURCES
        .iter()
        .map(|it| [it.key, it.title, it.reference, it.standing].map(str::to_owned));
    format!(
        "# State of the law\n\n| Point | What is so |\n|---|---|\n| Revision of the rule table | {REVISION} |\n\
         | Last checked against the texts on | {} |\n| Taken to be current until | {} |\n| SHA-256 of the rules | `{}` |\n\n\
         Documents for a later day than that say on their first page that the table is out of date.\n\n\
         ## Editions\n\n{}\nWhat differs between them, with the amending act point by point, stands in \
         [what changed](law/diff.md).\n\n## Sources\n\n{}\n## From which day what applies\n\n{}",
        VERIFIED_ON.in_words(),
        VALID_UNTIL.in_words(),
        rules_sha256(),
        table(["Edition", "Text", "Law from"], editions),
        table(["Short name", "Title", "Reference", "Standing"], sources),
        table(["What", "Applies from", "Set by"], days(Edition::on(VERIFIED_ON)))
    )
}

fn days(edition: Edition) -> Vec<[String; 3]> {
    let row = |group: &DutyGroup| {
        let from = group.applies_from(edition)?;
        Some([
            group.words().to_owned(),
            from.in_words(),
            group.cite(edition).to_string(),
        ])
    };
    DutyGroup::ALL.iter().filter_map(row).collect()
}

/// Returns the provisions that the program leaves aside, with the reasons; and how many it treats in which way.
pub(crate) fn not_covered(edition: Edition) -> String {
    let count = |treatment| rows(edition).filter(|row| row.treatment == treatment).count();
    let counts = Treatment::ALL.iter().map(|it| {
        [
            sentence_case(it.words()),
            it.means().to_owned(),
            count(*it).to_string(),
        ]
    });
    let outside = ROWS.iter().map(|part| {
        let rows = part
            .rows_in(edition)
            .filter(|row| row.treatment == Treatment::OutOfScope);
        let rows: Vec<_> = rows
            .map(|row| [row.place(), row.about.to_owned(), row.reason(edition)])
            .collect();
        match rows.is_empty() {
            true => String::new(),
            false => format!(
                "\n## {}\n\n{}",
                part.title,
                table(["Provision", "About", "Why not here"], rows)
            ),
        }
    });
    format!(
        "# What is not covered\n\nFor every provision of the Act in the edition `{edition}` the program says what becomes \
         of it. Each build writes the whole table as `coverage.md`; here stands what lies outside.\n\n{}{}",
        table(["Word", "What it means", "Rows of the table"], counts),
        outside.collect::<String>()
    )
}

/// Returns the uses in plain words, then every question of the law.
pub(crate) fn uses_and_facts(edition: Edition) -> String {
    let uses = explained("uses", edition)
        .unwrap_or_default()
        .replacen("# uses\n", "", 1);
    let uses = uses.replace("\n## ", "\n### ");
    let rows = Fact::ALL.iter().map(|fact| {
        [
            typed(&fact.key()),
            fact.question().to_owned(),
            typed(&fact.field()),
        ]
    });
    format!(
        "# Uses and facts\n\nWhat a system is used for can be said in plain words, as uses, or in those of the law, as facts. \
         Where the two contradict each other nothing is written. `actfile explain KEY` tells what one of them stands for, which \
         rules ask for it, and which exceptions there are.\n\n## Uses in plain words\n{uses}\n## Facts\n\n\
         Each fact is a question of the law. What nobody answers stays open and is never taken for a no.\n\n{}",
        table(["Fact", "Question", "Field"], rows)
    )
}

/// Returns what vendors say of their plans.
pub(crate) fn vendor_facts(edition: Edition) -> String {
    let page = explained("vendor-facts", edition).unwrap_or_default();
    page.replacen("# vendor-facts\n", "# What vendors say\n", 1)
}
