//! What `actfile explain` says about a place that the tables name and at which no rule or duty stands: what it is about,
//! what becomes of it here, and what rests on it. The slug of a place comes in, a page in Markdown goes out.

use crate::law::changes::{BESIDE, Change, POINTS, UNCHANGED};
use crate::law::cite::Citation;
use crate::law::citing::{Citing, citing};
use crate::law::coverage::{Row, row_of, rows, rows_below};
use crate::law::edition::Edition;
use crate::law::grounds;
use crate::law::sources::SOURCES;
use crate::law::uses::Use;
use crate::term::sentence_case;

/// Returns the page about a place, as an edition has it; failing that as another one has it, which the page says.
pub(crate) fn page(slug: &str, edition: Edition) -> Option<String> {
    let told_in = |edition: Edition| {
        let of_whole = named(slug, edition).or_else(|| range_around(slug, edition));
        of_whole
            .map(|cite| told(cite, edition))
            .or_else(|| parts(slug, edition))
    };
    let elsewhere = || {
        let page = Edition::ALL.iter().find_map(|other| told_in(*other))?;
        Some(format!("{page}\nThis text is not law in `{edition}`.\n"))
    };
    let of_changes = || Some(told(changed().find(|cite| cite.slug() == slug)?, edition));
    told_in(edition).or_else(elsewhere).or_else(of_changes)
}

/// Returns the place that bears a slug, if the tables of an edition name it.
fn named(slug: &str, edition: Edition) -> Option<Citation> {
    let resting = citing(edition).into_iter().flat_map(|it| it.cites);
    let covered = rows(edition).flat_map(|row| row.cites).copied();
    let behind = grounds::codes().flat_map(grounds::grounds).copied();
    let products = Use::ALL.iter().filter_map(|it| it.cite(edition));
    let mut all = resting.chain(covered).chain(behind).chain(products);
    all.find(|cite| cite.slug() == slug)
}

/// Returns the neighbouring articles among which an article is told.
fn range_around(slug: &str, edition: Edition) -> Option<Citation> {
    let number: u8 = slug.strip_prefix("art-")?.parse().ok()?;
    let mut cites = rows(edition).flat_map(|row| row.cites).copied();
    cites.find(|cite| matches!(cite, Citation::Articles(first, last) if (*first..=*last).contains(&number)))
}

/// Returns the pages about the parts of a place that is treated in parts alone.
fn parts(slug: &str, edition: Edition) -> Option<String> {
    let below = format!("{slug}-");
    let cites = rows(edition).flat_map(|row| row.cites);
    let parts = cites.filter(|cite| cite.slug().starts_with(&below));
    let pages: Vec<String> = parts.map(|cite| told(*cite, edition)).collect();
    (!pages.is_empty()).then(|| pages.join("\n"))
}

/// Returns the places of which the tables say that they changed, or did not, and by what.
fn changed() -> impl Iterator<Item = Citation> {
    let changes = POINTS.iter().chain(BESIDE);
    let changed = changes.flat_map(|change| change.cites.iter().copied().chain([change.by]));
    changed.chain(UNCHANGED.iter().flat_map(|it| it.cites).copied())
}

fn told(cite: Citation, edition: Edition) -> String {
    let parts = [
        format!("# {}\n\n", cite.slug()),
        source(cite).map_or_else(
            || format!("Stands in: {cite}\n"),
            |of| format!("Stands in: {cite}, {of}\n"),
        ),
        row_of(cite, edition).map_or_else(String::new, |row| told_row(cite, row, edition)),
        below("Its parts:", &parts_of(cite, edition)),
        below("What changed:", &changes_of(cite)),
        below("What rests on it:", &resting_on(cite, edition)),
    ];
    parts.concat()
}

/// Returns the text that a short name before a place stands for; the Act itself needs none.
fn source(cite: Citation) -> Option<String> {
    let key = match cite {
        Citation::Guideline(key, _) => key,
        Citation::Omnibus(..) | Citation::OmnibusRecital(_) => "OMN",
        Citation::Article(..)
        | Citation::Articles(..)
        | Citation::AnnexI(..)
        | Citation::AnnexISection(_)
        | Citation::AnnexIii(_)
        | Citation::Annex(..)
        | Citation::Recital(_) => return None,
    };
    let source = SOURCES.iter().find(|source| source.key == key)?;
    Some(format!("{} ({})", source.title, source.standing))
}

fn told_row(cite: Citation, row: &Row, edition: Edition) -> String {
    let with = match row.place() {
        place if place == cite.to_string() => String::new(),
        place => format!("Told of: {place}\n"),
    };
    format!(
        "About: {}\n{with}Here: {}. {}\nBy what, or why: {}\n",
        row.about,
        row.treatment.words(),
        row.treatment.means(),
        row.reason(edition)
    )
}

/// Returns the rows about parts of a place, where none is about the whole.
fn parts_of(cite: Citation, edition: Edition) -> Vec<String> {
    if row_of(cite, edition).is_some() {
        return Vec::new();
    }
    let line = |row: &Row| format!("- {}: {} ({})\n", row.place(), row.about, row.treatment.words());
    rows_below(cite, edition).map(line).collect()
}

/// Returns what the amending act does to a place or by it.
fn changes_of(cite: Citation) -> Vec<String> {
    let changes = POINTS.iter().chain(BESIDE);
    let here = changes.filter(|change| change.by == cite || change.cites.contains(&cite));
    let line = |change: &Change| format!("- {}: {}\n", change.by, change.says);
    let stayed = UNCHANGED.iter().filter(|it| it.cites.contains(&cite));
    here.map(line)
        .chain(stayed.map(|it| format!("- nothing: {}\n", it.says)))
        .collect()
}

/// Returns what in the tables rests on a place or a part of it.
fn resting_on(cite: Citation, edition: Edition) -> Vec<String> {
    let (whole, part) = (cite.slug(), format!("{}-", cite.slug()));
    let rests = |it: &Citing| {
        let mut slugs = it.cites.iter().map(|cite| cite.slug());
        slugs.any(|slug| slug == whole || slug.starts_with(&part))
    };
    let line = |it: Citing| match it.says.is_empty() {
        true => format!("- `{}`\n", it.name),
        false => format!("- `{}`: {}\n", it.name, sentence_case(&it.says)),
    };
    citing(edition).into_iter().filter(rests).map(line).collect()
}

fn below(head: &str, lines: &[String]) -> String {
    match lines.is_empty() {
        true => String::new(),
        false => format!("\n{head}\n\n{}", lines.concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn tells(slug: &str, edition: Edition, words: &[&str]) {
        let told = page(slug, edition).unwrap_or_default();
        for word in words {
            assert!(told.contains(word), "`{slug}` does not tell {word}:\n{told}");
        }
    }

    #[test]
    fn a_place_without_a_rule_of_its_own_tells_what_becomes_of_it_and_what_rests_on_it() {
        let edition = Edition::Omnibus2026;
        tells(
            "art-6-2",
            edition,
            &[
                "# art-6-2\n",
                "Here: checked.",
                "`high-risk-uses`",
                "- `annex-iii-4-a`: ",
            ],
        );
        tells(
            "art-19-1",
            edition,
            &["Told of: Art. 19\n", "- `art-19-logs`: ", "- `REC-002`: "],
        );
        tells(
            "g50-point-31",
            edition,
            &["guidelines on Article 50 (guidance", "- `TRN-021`: "],
        );
        tells(
            "art-7",
            edition,
            &["Here: out of scope.", "It addresses the Commission."],
        );
    }

    #[test]
    fn a_place_that_only_another_edition_has_says_so() {
        tells("art-6-1a", Edition::Omnibus2026, &["safety component"]);
        tells(
            "art-6-1a",
            Edition::Oj2024,
            &["safety component", "This text is not law in `oj-2024`."],
        );
    }

    #[test]
    fn what_the_tables_do_not_name_has_no_page() {
        for slug in ["art-5000", "rec-9999", "weather"] {
            assert_eq!(page(slug, Edition::Omnibus2026), None, "{slug}");
        }
    }
}
