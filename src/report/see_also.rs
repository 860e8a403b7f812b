//! Where to read on: the page of a finding with the findings beside it and the places of the law behind it, and the line
//! that ends the page of a gap. Only names that can be explained are named, so that every line leads somewhere.

use crate::diag::codes::Code;
use crate::diag::explain::page;
use crate::diag::related::related;
use crate::inventory::kind::Kind;
use crate::law::gaps::GapKind;
use crate::law::grounds::grounds;

/// Returns the page of a finding, with what to read beside it.
pub fn code_page(code: Code) -> String {
    let mut told = format!("{}\n## See also\n\n", page(code));
    for other in related(code) {
        told.push_str(&format!(
            "- `{}` {}: {}\n",
            other.id(),
            other.name(),
            other.summary()
        ));
    }
    for cite in grounds(code.id()) {
        told.push_str(&format!("- `{}`: {cite}\n", cite.slug()));
    }
    for kind in kinds(page(code), |key| format!("kind: {key}\n")) {
        told.push_str(&format!("- `{}`: the fields of the record\n", kind.key()));
    }
    told
}

/// Returns the line that ends the page of a gap; nothing where there is nothing to read on.
pub(crate) fn of_gap(gap: &GapKind) -> String {
    let of_the_act = gap.cites.iter().filter(|cite| cite.is_of_the_act());
    let places = of_the_act.map(|cite| format!("`{}`", cite.slug()));
    let kinds = kinds(gap.closes, |key| format!("`{key}`")).map(|kind| format!("`{}`", kind.key()));
    let mut names: Vec<String> = places.chain(kinds).collect();
    names.dedup();
    match names.is_empty() {
        true => String::new(),
        false => format!("See also: {}\n", names.join(", ")),
    }
}

fn kinds<'t>(text: &'t str, named: impl Fn(&str) -> String + 't) -> impl Iterator<Item = Kind> + 't {
    let all = Kind::ALL.iter().copied();
    all.filter(move |kind| text.contains(&named(kind.key())))
}
