//! What becomes of every provision of the Act in this program: a rule decides it, a field and a gap ask for it, a
//! document has room for it, or it lies outside with a reason. The page that says so keeps the tables honest: whatever
//! a rule, duty, gap, day or ceiling cites has to be on it. The rows stand in `coverage_rows`.

use crate::calendar::Date;
use crate::law::cite::{Citation, listed};
use crate::law::coverage_rows::ROWS;
use crate::law::edition::Edition;
use crate::law::names;

crate::terms! {
    /// What becomes of a provision.
    pub enum Treatment {
        Checked = "checked" => "checked",
        Asked = "asked" => "asked",
        Recorded = "recorded" => "recorded",
        OutOfScope = "out_of_scope" => "out of scope",
    }
}

impl Treatment {
    /// Returns what the word means.
    pub const fn means(self) -> &'static str {
        match self {
            Self::Checked => "A rule of the table decides it from the answers of the inventory.",
            Self::Asked => {
                "A field of the inventory answers it, and a gap or a duty says so while it does not."
            }
            Self::Recorded => "The documents have room for it; nothing asks for it.",
            Self::OutOfScope => "Nothing here deals with it, for the reason given.",
        }
    }
}

/// One row: provisions that are treated alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The provisions.
    pub cites: &'static [Citation],
    /// What they are about, in our words.
    pub about: &'static str,
    /// What becomes of them.
    pub treatment: Treatment,
    /// By which rules, duties and gaps, by name.
    pub by: &'static [&'static str],
    /// Where there is room, or why not; may be empty when `by` says it.
    pub says: &'static str,
    /// First day on which the provisions are law.
    pub since: Date,
    /// First day on which they no longer are.
    pub until: Option<Date>,
}

/// A part of the Act with its rows.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// The anchor of its heading.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// The rows, in the order of the provisions.
    pub rows: &'static [Row],
}

impl Part {
    /// Returns the rows of an edition.
    pub fn rows_in(&self, edition: Edition) -> impl Iterator<Item = &'static Row> {
        self.rows.iter().filter(move |row| row.is_law_in(edition))
    }
}

impl Row {
    /// Returns whether the provisions belong to an edition.
    pub fn is_law_in(&self, edition: Edition) -> bool {
        edition.has(self.since, self.until)
    }

    /// Returns the provisions in one line.
    pub fn place(&self) -> String {
        listed(self.cites)
    }

    /// Returns the rules, duties and gaps of an edition that deal with them, by name.
    pub fn by_in(&self, edition: Edition) -> Vec<&'static str> {
        let by = self.by.iter().copied();
        by.filter(|name| names::is_law_in(name, edition)).collect()
    }

    /// Returns by what, where or why, in one line.
    pub fn reason(&self, edition: Edition) -> String {
        let by = self.by_in(edition).into_iter();
        let by: Vec<String> = by.map(|name| format!("`{name}`")).collect();
        let by = by.join(", ");
        match (by.is_empty(), self.says.is_empty()) {
            (false, false) => format!("{by}. {}", self.says),
            (false, true) => by,
            (true, _) => self.says.to_owned(),
        }
    }
}

/// Returns the row that speaks of a provision: the one that names the narrowest place around it.
pub fn row_of(cite: Citation, edition: Edition) -> Option<&'static Row> {
    let rows = rows(edition).filter_map(|row| {
        let narrowest = row.cites.iter().filter_map(|place| holds(*place, cite)).max();
        narrowest.map(|width| (width, row))
    });
    rows.max_by_key(|(width, _)| *width).map(|(_, row)| row)
}

/// Returns the rows that speak of parts of a provision.
pub fn rows_below(cite: Citation, edition: Edition) -> impl Iterator<Item = &'static Row> {
    let is_part = move |place: &Citation| holds(cite, *place).is_some();
    rows(edition).filter(move |row| row.cites.iter().any(is_part))
}

/// Returns every row of an edition, in the order of the provisions.
pub fn rows(edition: Edition) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().flat_map(move |part| part.rows_in(edition))
}

/// Returns how narrow a place is when it is, or holds, the provision.
fn holds(place: Citation, provision: Citation) -> Option<usize> {
    if let (Citation::Articles(first, last), Citation::Article(number, _)) = (place, provision) {
        let number: u8 = number.parse().ok()?;
        return (first..=last).contains(&number).then_some(0);
    }
    let (place, provision) = (place.slug(), provision.slug());
    let is_inside = provision == place || provision.starts_with(&format!("{place}-"));
    is_inside.then_some(place.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::changes::{POINTS, UNCHANGED};
    use crate::law::citing::citing;
    use crate::law::duties;
    use std::collections::BTreeSet;

    const LAST_ARTICLE: u8 = 113;
    const INSERTED: &[&str] = &["4a", "60a", "75a", "75b", "75c", "75d"];
    const ANNEXES: &[&str] = &[
        "II", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
    ];

    fn is_on_the_page(cite: Citation, edition: Edition) -> bool {
        row_of(cite, edition).is_some() || rows_below(cite, edition).next().is_some()
    }

    /// Returns whether the page says something else than that a provision lies outside.
    fn is_dealt_with(cite: Citation, edition: Edition) -> bool {
        let deals = |row: &Row| row.treatment != Treatment::OutOfScope;
        row_of(cite, edition).is_some_and(deals) || rows_below(cite, edition).any(deals)
    }

    fn is_in_article(cite: Citation, number: u8) -> bool {
        if let Citation::Articles(first, last) = cite {
            return (first..=last).contains(&number);
        }
        let (slug, article) = (cite.slug(), format!("art-{number}"));
        slug == article || slug.starts_with(&format!("{article}-"))
    }

    #[test]
    fn every_article_and_annex_is_on_the_page() {
        for edition in Edition::ALL {
            for number in 1..=LAST_ARTICLE {
                let is_there = rows(*edition)
                    .flat_map(|row| row.cites)
                    .any(|cite| is_in_article(*cite, number));
                assert!(is_there, "Article {number} of {edition}");
            }
            for annex in ANNEXES {
                assert!(
                    is_on_the_page(Citation::Annex(annex, ""), *edition),
                    "Annex {annex}"
                );
            }
        }
        for number in INSERTED {
            let cite = Citation::art(number, "");
            assert!(is_on_the_page(cite, Edition::Omnibus2026), "{cite}");
            assert!(!is_on_the_page(cite, Edition::Oj2024), "{cite}");
        }
        let xiv = Citation::Annex("XIV", "");
        assert!(is_on_the_page(xiv, Edition::Omnibus2026) && !is_on_the_page(xiv, Edition::Oj2024));
    }

    #[test]
    fn whatever_the_tables_cite_is_dealt_with() {
        for edition in Edition::ALL {
            for (name, cite) in cited(*edition) {
                assert!(is_dealt_with(cite, *edition), "{name} cites {cite} in {edition}");
            }
        }
    }

    /// Returns every provision of the Act that the tables cite, with what cites it.
    fn cited(edition: Edition) -> Vec<(&'static str, Citation)> {
        let terms = [
            duties::REPORT,
            duties::REPORT_INFRASTRUCTURE,
            duties::REPORT_DEATH,
            duties::REPORT_BY_DEPLOYER,
        ];
        let terms = terms.map(|term| ("report", term.cite));
        let tables = citing(edition).into_iter();
        let of_tables = tables.flat_map(|it| it.cites.into_iter().map(move |cite| (it.name, cite)));
        let cited = of_tables.chain(terms);
        cited.filter(|(_, cite)| cite.is_of_the_act()).collect()
    }

    #[test]
    fn every_row_keeps_its_word() {
        let (deciding, all) = (names::deciding(), names::all());
        for row in ROWS.iter().flat_map(|part| part.rows) {
            let place = row.place();
            assert!(!row.cites.is_empty() && !row.about.is_empty(), "{place}");
            assert!(row.says.is_empty() || row.says.ends_with('.'), "{place}");
            assert!(
                row.by.iter().all(|name| all.contains(name)),
                "{place}: {:?}",
                row.by
            );
            let editions = Edition::ALL.iter().filter(|edition| row.is_law_in(**edition));
            for edition in editions {
                let is_named = !row.by_in(*edition).is_empty();
                assert!(is_named || row.by.is_empty(), "{place} in {edition}");
            }
            match row.treatment {
                Treatment::Checked => assert!(row.by.iter().any(|name| deciding.contains(name)), "{place}"),
                Treatment::Asked => assert!(
                    row.by.iter().any(|name| names::asking().contains(name)),
                    "{place}"
                ),
                Treatment::Recorded => assert!(!row.says.is_empty(), "{place}"),
                Treatment::OutOfScope => assert!(row.by.is_empty() && !row.says.is_empty(), "{place}"),
            }
        }
    }

    #[test]
    fn no_provision_stands_twice_in_an_edition() {
        for edition in Edition::ALL {
            let mut seen = BTreeSet::new();
            for cite in rows(*edition).flat_map(|row| row.cites) {
                assert!(seen.insert(*cite), "{cite} of {edition}");
            }
        }
    }

    #[test]
    fn whatever_the_amending_act_changes_is_on_the_page() {
        let changed = POINTS.iter().flat_map(|it| it.cites);
        for cite in changed.chain(UNCHANGED.iter().flat_map(|it| it.cites)) {
            let is_range = matches!(cite, Citation::Articles(..));
            let is_there = is_range || Edition::ALL.iter().any(|edition| is_on_the_page(*cite, *edition));
            assert!(is_there, "{cite}");
        }
    }

    #[test]
    fn the_narrowest_row_speaks() {
        let about = |cite, edition| row_of(cite, edition).map(|row| row.place());
        for (cite, place) in [
            (Citation::art("13", "(3)(b)(ii)"), "Art. 13"),
            (Citation::art("5", "(1)(b)"), "Art. 5(1)(b)"),
            (Citation::art("5", "(1)(ba)"), "Art. 5(1)(ba)"),
            (Citation::art("31", ""), "Art. 28 to 39"),
        ] {
            let found = about(cite, Edition::Omnibus2026);
            assert!(
                found.as_ref().is_some_and(|it| it.starts_with(place)),
                "{cite}: {found:?}"
            );
        }
        assert_eq!(about(Citation::art("5", "(1)(ba)"), Edition::Oj2024), None);
    }
}
