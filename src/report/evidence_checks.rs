//! The checks of audit summaries that are no gap of their own: which gap or finding makes each, and which are not made
//! yet. Together with the gaps `EVD-...` they are the whole table, `EVD-001` to `EVD-049`.

use crate::diag::codes::Code;
use crate::law::gaps::{self, GapKind};

/// What makes a check.
enum Made {
    /// Gaps and findings.
    By(&'static [&'static GapKind], &'static [Code]),
    /// Nothing yet, and why.
    NotYet(&'static str),
}

/// A check by its id, and when it fires.
struct Check {
    id: &'static str,
    fires: &'static str,
    made: Made,
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
        made: Made::By(gaps, codes),
    }
}

const fn not_yet(id: &'static str, fires: &'static str, why: &'static str) -> Check {
    Check {
        id,
        fires,
        made: Made::NotYet(why),
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
    not_yet(
        "EVD-035",
        "An AI signs off a commit.",
        "It needs a count that no audit summary has a field for.",
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
    not_yet(
        "EVD-047",
        "Two sources differ by more than ten percent about one thing.",
        "No field states a second count of the same thing as a cross-check; two summaries that count one thing are refused.",
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
    let made = match check.made {
        Made::NotYet(why) => format!("This check is not made yet. {why}\n"),
        Made::By(gaps, codes) => {
            let gaps = gaps
                .iter()
                .map(|gap| format!("- the gap `{}`, closed by: {}\n", gap.code, gap.closes));
            let codes = codes
                .iter()
                .map(|code| format!("- the finding `{}`: {}\n", code.id(), code.summary()));
            let made: String = gaps.chain(codes).collect();
            format!("Made by:\n\n{made}\n`actfile explain` says more under these names.\n")
        }
    };
    Some(format!("# {}\n\n{}\n\n{made}", check.id, check.fires))
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
        let told = page("EVD-035").unwrap_or_default();
        assert!(told.contains("not made yet"), "{told}");
        assert_eq!(page("EVD-008"), None);
    }
}
