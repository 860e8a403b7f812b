//! The pages of `actfile explain` tell the truth: each broken inventory raises exactly the code of its page, each
//! mended one raises nothing.

use actfile::calendar::Date;
use actfile::diag::codes::Code;
use actfile::diag::explain::page;
use actfile::read::Loaded;
use actfile::{Asked, Checked, check};
use std::collections::BTreeSet;

/// Returns what the broken and the mended example of every page come to, with the code.
pub(crate) fn examples() -> impl Iterator<Item = (Code, Checked)> {
    let of = |code: &Code, heading: &str| example(page(*code), heading).map(|it| (*code, checked(it)));
    Code::ALL
        .iter()
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
        "E0101", "E0102", "E0103", "E0104", "E0130", "E0131", "W0408", "W0460",
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
        assert_eq!(
            codes(broken),
            BTreeSet::from([code.id()]),
            "broken example of {}",
            code.id()
        );
        assert_eq!(codes(mended), BTreeSet::new(), "mended example of {}", code.id());
    }
}
