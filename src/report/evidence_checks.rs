//! The checks of audit summaries that are no gap of their own: which gap or finding makes each. Together with the gaps `EVD-...` they are the whole table, `EVD-001` to `EVD-049`.

use crate::diag::codes::Code;
use crate::law::gaps::{self, GapKind};

/// A check by its id, when it fires, and which gaps and findings make it.
struct Check {
    id: &'static str,
    fires: &'static str,
    gaps: &'static [&'static GapKind],
    codes: &'static [Code],
}

const fn by(
    id: &'static str,
    fires: &'static str,
    gaps: &'static [&'static GapKind],
    codes: &'static [Code],
) -> Check {
    Check {
        id,
        fires,
        gaps,
        codes,
    }
}

const CHECKS: &[Check] = &[
    by(
        "EVD-001",
        "A log of a high-risk system is kept for less than six months.",
        &[&gaps::REC_002],
        &[],
    ),
    by(
        "EVD-002",
        "A log of a system that is not high-risk is kept for less than six months; worth knowing.",
        &[&gaps::REC_002],
        &[],
    ),
    by(
        "EVD-004",
        "A log of a high-risk system is kept for 180 days. Six months are 181 to 184 days, so 180 days are too short.",
        &[&gaps::REC_002],
        &[],
    ),
    by(
        "EVD-006",
        "The vendor alone holds a log, for a shorter time than is declared, and offers no export.",
        &[&gaps::REC_003],
        &[],
    ),
    by(
        "EVD-007",
        "A log with personal data has no maximum period, or one below its minimum.",
        &[&gaps::REC_004],
        &[Code::MaximumBelowMinimum],
    ),
    by(
        "EVD-033",
        "Hardly any tool call is refused, or more than nine in ten are decided by configuration; worth knowing.",
        &[&gaps::OVS_042],
        &[],
    ),
    by(
        "EVD-040",
        "Days between two summaries of a system are covered by none.",
        &[&gaps::REC_007],
        &[],
    ),
    by(
        "EVD-041",
        "Two summaries count the same thing of one system over the same days.",
        &[],
        &[Code::CountedTwice],
    ),
    by(
        "EVD-043",
        "A period ends before it begins, a source was extracted before its period was over, or a period is still to come.",
        &[],
        &[Code::DatesOutOfOrder, Code::PeriodNotOver],
    ),
    by(
        "EVD-044",
        "A source has no hash or no day of extraction, or its file is no longer the one that was counted.",
        &[&gaps::REC_008],
        &[Code::ChangedFile],
    ),
    by(
        "EVD-046",
        "A part is larger than its whole, or a share is more than all.",
        &[],
        &[Code::ImpossibleCount],
    ),
    by(
        "EVD-049",
        "An address, a login or a token stands in an audit summary.",
        &[],
        &[Code::PersonInEvidence],
    ),
];

/// Returns the page about a check that is no gap of its own.
pub(crate) fn page(name: &str) -> Option<String> {
    let check = CHECKS.iter().find(|it| it.id.eq_ignore_ascii_case(name))?;
    let gaps = check.gaps.iter();
    let gaps = gaps.map(|gap| format!("- the gap `{}`, closed by: {}\n", gap.code, gap.closes));
    let codes = check.codes.iter();
    let codes = codes.map(|code| format!("- the finding `{}`: {}\n", code.id(), code.summary()));
    let made: String = gaps.chain(codes).collect();
    Some(format!(
        "# {}\n\n{}\n\nMade by:\n\n{made}\n`actfile explain` says more under these names.\n",
        check.id, check.fires
    ))
}

/// Returns the ids of these checks, in order.
pub(crate) fn ids() -> Vec<&'static str> {
    CHECKS.iter().map(|it| it.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The checks of the table of issue 6.
    const TABLE: &[u32] = &[
        1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24, 30, 31, 32, 33, 34, 35, 40, 41, 42, 43,
        44, 45, 46, 47, 48, 49,
    ];

    #[test]
    fn every_check_is_a_gap_or_leads_to_what_makes_it() {
        let kinds = gaps::ALL.iter().map(|kind| kind.code);
        let mut known: Vec<&str> = kinds
            .filter(|code| code.starts_with("EVD-"))
            .chain(ids())
            .collect();
        known.sort_unstable();
        let wanted: Vec<String> = TABLE.iter().map(|number| format!("EVD-{number:03}")).collect();
        assert_eq!(known, wanted);
    }

    #[test]
    fn a_page_names_what_makes_the_check() {
        let told = page("evd-044").unwrap_or_default();
        assert!(told.contains("`REC-008`") && told.contains("`E0304`"), "{told}");
        let told = page("EVD-046").unwrap_or_default();
        assert!(told.contains("`E0307`"), "{told}");
        assert_eq!(page("EVD-008"), None);
    }
}
