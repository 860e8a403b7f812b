//! The pages of `actfile explain` tell the truth: each broken inventory raises exactly the code of its page, each
//! mended one raises nothing, and every link of every page leads to a page.

use actfile::calendar::Date;
use actfile::diag::codes::Code;
use actfile::diag::explain::page;
use actfile::group::check_group;
use actfile::inventory::group::seats;
use actfile::law::edition::Edition;
use actfile::law::fact::Fact;
use actfile::law::names;
use actfile::read::Loaded;
use actfile::read::group::{LoadedMember, group_of};
use actfile::report::explained::explained;
use actfile::report::see_also::code_page;
use actfile::{Asked, Checked, check};
use std::collections::BTreeSet;

/// What is said of several projects at once.
const OF_GROUPS: [&str; 6] = ["E0551", "E0552", "E0553", "E0554", "E0555", "E0556"];

/// Returns what the broken and the mended example of every page about one project come to, with the code.
pub(crate) fn examples() -> impl Iterator<Item = (Code, Checked)> {
    let of = |code: &Code, heading: &str| example(page(*code), heading).map(|it| (*code, checked(it)));
    Code::ALL
        .iter()
        .filter(|code| !OF_GROUPS.contains(&code.id()))
        .flat_map(move |code| [of(code, "## Broken"), of(code, "## Mended")])
        .flatten()
}

fn codes(example: Example) -> BTreeSet<&'static str> {
    let findings = checked(example).findings;
    findings
        .sorted()
        .iter()
        .map(|finding| finding.code.id())
        .collect()
}

fn checked(Example { yaml, bom, file }: Example) -> Checked {
    let mut loaded = Loaded::default();
    loaded.add("inventory.yaml".to_owned(), yaml.as_bytes());
    if let Some(bom) = bom {
        loaded.add("supplier.cdx.json".to_owned(), bom.as_bytes());
    }
    if let Some(file) = file {
        let path = "evidence/procedure.md".to_owned();
        loaded.add_file(path, file.as_bytes()).unwrap();
    }
    loaded.report_if_empty();
    let asked = Asked {
        as_of: None,
        today: Date::on(2026, 11, 22),
        law: None,
    };
    check(loaded, asked)
}

/// An inventory, and the bill of materials or the file of evidence beside it where the page shows one.
struct Example<'p> {
    yaml: &'p str,
    bom: Option<&'p str>,
    file: Option<&'p str>,
}

fn example<'p>(page: &'p str, heading: &str) -> Option<Example<'p>> {
    let (_, after) = page.split_once(heading)?;
    let section = after.split("\n## ").next()?;
    let fenced = |language: &str| {
        let (_, fenced) = section.split_once(&format!("```{language}\n"))?;
        fenced.split_once("```").map(|(text, _)| text)
    };
    Some(Example {
        yaml: fenced("yaml")?,
        bom: fenced("json"),
        file: fenced("text"),
    })
}

/// Returns the codes of a group whose members say what the example shows of them, or are there and say nothing.
fn codes_of_group(Example { yaml, file, .. }: Example) -> BTreeSet<&'static str> {
    let mut group = group_of("group.yaml".to_owned(), yaml.as_bytes());
    let seats = group.group.as_ref().map(|it| seats(it, &mut group.findings));
    for seat in seats.unwrap_or_default() {
        let mut loaded = Loaded::default();
        let text = file.unwrap_or("kind: organisation\nid: acme\nlegal_name: Acme GmbH\n");
        loaded.add("acme.yaml".to_owned(), text.as_bytes());
        group.members.push(LoadedMember { seat, loaded });
    }
    let asked = Asked {
        as_of: None,
        today: Date::on(2026, 11, 22),
        law: None,
    };
    let findings = check_group(group, asked).findings;
    let codes = findings.sorted().into_iter().map(|finding| finding.code.id());
    codes.collect()
}

#[test]
fn every_page_begins_with_its_code_and_has_all_parts() {
    for code in Code::ALL {
        let page = page(*code);
        assert!(
            page.starts_with(&format!("# {} {}\n", code.id(), code.name())),
            "{page}"
        );
        for part in ["\n## Broken\n", "\n## Mended\n", "\n## Why\n"] {
            assert_eq!(page.matches(part).count(), 1, "{} lacks {part}", code.id());
        }
    }
}

#[test]
fn the_broken_example_raises_the_code_and_the_mended_one_nothing() {
    // What no YAML text can show: trouble with files as such.
    let files = [
        "E0101", "E0102", "E0103", "E0104", "E0130", "E0131", "W0408", "W0435", "W0460",
    ];
    // What only the fonts of the PDFs find.
    let later = ["W0404"];
    // What only an import reads.
    let exports = [
        "E0130", "E0131", "E0132", "E0133", "E0134", "E0135", "E0136", "E0137", "E0138", "E0139", "W0470",
        "W0471", "W0472", "W0473", "W0474",
    ];
    let without_example = [&files[..], &later[..], &exports[..]].concat();
    for code in Code::ALL
        .iter()
        .filter(|code| !without_example.contains(&code.id()))
    {
        let page = page(*code);
        let broken = example(page, "## Broken").unwrap();
        let mended = example(page, "## Mended").unwrap();
        let codes = match OF_GROUPS.contains(&code.id()) {
            true => codes_of_group,
            false => codes,
        };
        assert_eq!(
            codes(broken),
            BTreeSet::from([code.id()]),
            "broken example of {}",
            code.id()
        );
        assert_eq!(codes(mended), BTreeSet::new(), "mended example of {}", code.id());
    }
}

/// Returns the names to which a page leads: in its lists of questions and askers, and what it says to see also.
fn links(page: &str) -> Vec<String> {
    let mut is_list = false;
    let mut found = Vec::new();
    for line in page.lines() {
        let heads = ["Asks:", "Asked by:", "## See also"];
        let is_item = line.starts_with("- `");
        is_list = heads.contains(&line) || (is_list && (is_item || line.is_empty()));
        let names = line.strip_prefix("See also: ");
        if let Some(names) = names {
            found.extend(names.split(", ").map(|name| name.trim_matches('`').to_owned()));
        } else if is_list && is_item {
            found.extend(line.split('`').nth(1).map(str::to_owned));
        }
    }
    found
}

#[test]
fn every_link_of_every_page_leads_to_a_page() {
    let edition = Edition::Omnibus2026;
    let codes = Code::ALL
        .iter()
        .map(|code| (code.id().to_owned(), code_page(*code)));
    let facts = Fact::ALL.iter().map(|fact| fact.field());
    let names = names::all().into_iter().map(str::to_owned).chain(facts);
    let others = names.filter_map(|name| explained(&name, edition).map(|page| (name, page)));
    let (mut n_links, mut known) = (0, BTreeSet::new());
    for (name, page) in codes.chain(others) {
        for link in links(&page) {
            n_links += 1;
            let leads = known.contains(&link)
                || actfile::diag::explain::code(&link).is_some()
                || explained(&link, edition).is_some();
            assert!(leads, "{name} leads to `{link}`, of which there is no page");
            known.insert(link);
        }
        let is_code = actfile::diag::explain::code(&name).is_some();
        assert!(!is_code || !links(&page).is_empty(), "{name} leads nowhere");
    }
    assert!(n_links > 500, "{n_links}");
}

#[test]
fn the_limits_of_a_size_are_told_as_the_asked_edition_has_them_and_with_their_doubt() {
    let [published, amended] =
        [Edition::Oj2024, Edition::Omnibus2026].map(|edition| explained("size_class", edition).unwrap());
    for place in ["Art. 3(14a)", "Art. 3(14b)"] {
        assert!(amended.contains(&format!("to which {place} refers")), "{amended}");
        assert!(!published.contains(place), "{published}");
    }
    for page in [published, amended] {
        let line = |size: &str| {
            page.lines()
                .find(|line| line.starts_with(size) && line.contains("persons"))
        };
        assert!(
            line("- `smc`").is_some_and(|line| line.contains("not read again")),
            "{page}"
        );
        assert!(
            line("- `medium`").is_some_and(|line| !line.contains("not read")),
            "{page}"
        );
        assert!(
            page.contains("For micro, small and medium-sized enterprises, partner"),
            "{page}"
        );
    }
}
