//! The financial year of the stated turnover: ceilings for fines rest on the last one that has ended. Works out no
//! ceiling; that is `documents`.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::obligations::Assessment;

/// How many years before the as-of date the last financial year can have ended: it may be named after the year in which
/// it began, and the as-of date may lie before the end of the running one.
const OLDEST: i64 = 2;

/// Reports a turnover of a year that is not over, or long past.
pub fn report(assessment: &Assessment, findings: &mut Diagnostics) {
    let organisation = assessment.inventory.organisation.as_ref();
    let turnover = organisation.and_then(|it| it.turnover.stated());
    let Some(year) = turnover.and_then(|turnover| turnover.year.said()) else {
        return;
    };
    let today = i64::from(assessment.as_of.numbers().0);
    let says = match today - i64::from(year.value) {
        1..=OLDEST => return,
        i64::MIN..=0 => format!("the year {} is not over on the as-of date", year.value),
        _ => format!(
            "the financial year {} is not the last one that has ended",
            year.value
        ),
    };
    let finding = Diagnostic::at(Code::TurnoverYear, year.span, says, "not the last financial year");
    let advice = "state `amount_eur` and `year` of the last financial year that ended before the as-of date; if that one ended \
        in this year already, the figures can stay";
    findings.add(finding.help(advice));
}
