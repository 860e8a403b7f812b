//! The page about gaps: every code by the document that lacks it, with what closes it, what asks for it and what the
//! demand rests on. Which gaps an inventory has is for its gap register.

use crate::pages::words::{table, typed};
use actfile::law::cite::listed;
use actfile::law::gaps::{ALL, Family, GapKind, Ground};
use actfile::term::sentence_case;

pub(crate) fn page() -> String {
    let sections = Family::ALL.iter().map(|family| {
        let rows = of_family(*family).map(row);
        let heads = [
            "Code",
            "What is missing",
            "What closes it",
            "Asked for by",
            "Rests on",
        ];
        format!("\n## {}\n\n{}", sentence_case(family.words()), table(heads, rows))
    });
    let grounds = Ground::ALL
        .iter()
        .map(|ground| [typed(ground.key()), sentence_case(ground.words())]);
    format!(
        "# Gaps\n\nA gap is something that the documents ask for and the inventory does not show. It is content, not an \
         error: documents with gaps are made, and name them. `actfile explain CODE` tells one of them.\n\nHow pressing \
         a gap is depends on the inventory and the day; the [glossary](glossary.md#levels-of-gaps) has the levels. What a demand rests on is told in these words; the \
         first column is what `gaps.json` has:\n\n{}{}",
        table(["In files", "Rests on"], grounds),
        sections.collect::<String>()
    )
}

/// Returns the gaps of a family, in the order of the table.
pub(crate) fn of_family(family: Family) -> impl Iterator<Item = &'static GapKind> {
    ALL.iter().copied().filter(move |gap| gap.family == family)
}

fn row(gap: &GapKind) -> [String; 5] {
    [
        typed(gap.code),
        gap.in_general(),
        sentence_case(gap.closes),
        listed(gap.cites),
        sentence_case(gap.ground.words()),
    ]
}
