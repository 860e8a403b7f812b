//! What findings about an inventory rest on, where it is the Act and not the mere form of a record: the code of a finding
//! with the places. Findings that are not listed rest on no article. Decides nothing.

use crate::law::cite::Citation;
use crate::law::terms::AnnexPoint;

/// The codes of findings, in the order of their numbers, with the places behind them.
const GROUNDS: &[(&str, &[Citation])] = &[
    // Records that evaluate workers would bring the tool itself near to what the point is about.
    ("E0215", &[Citation::AnnexIii(AnnexPoint::P4b)]),
    ("E0219", &[Citation::AnnexIii(AnnexPoint::P4b)]),
    // How long deployers keep logs at least.
    ("E0306", &[Citation::art("26", "(6)")]),
    // Profiling of natural persons rules the derogation out.
    ("W0406", &[Citation::art("6", "(3)")]),
    ("W0407", &[Citation::Annex("III", "")]),
    // Ceilings for fines go by the preceding financial year.
    (
        "W0430",
        &[
            Citation::art("99", "(3)"),
            Citation::art("99", "(4)"),
            Citation::art("99", "(5)"),
        ],
    ),
];

/// Returns the places behind a finding, by its code; none where it rests on no article.
pub fn grounds(code: &str) -> &'static [Citation] {
    GROUNDS
        .iter()
        .find(|(known, _)| *known == code)
        .map_or(&[], |(_, cites)| cites)
}

/// Returns every code that has grounds.
pub fn codes() -> impl Iterator<Item = &'static str> {
    GROUNDS.iter().map(|(code, _)| *code)
}
