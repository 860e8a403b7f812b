//! Literacy measures that more people attended than were invited. That can be so, and hardly ever is; it is a matter for a
//! person, so the record is used as it is. Counts that cannot be are in `counts`.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::literacy::LiteracyMeasure;
use crate::link::Inventory;

/// Reports every such measure.
pub(crate) fn report(inventory: &Inventory, findings: &mut Diagnostics) {
    let records = inventory.literacy.values();
    let measures = records.flat_map(|record| record.measures.items());
    measures
        .filter_map(|measure| more_than_invited(&measure.value))
        .for_each(|finding| findings.add(finding));
}

fn more_than_invited(measure: &LiteracyMeasure) -> Option<Diagnostic> {
    let (invited, attended) = (measure.invited.said()?, measure.attended.said()?);
    if attended.value <= invited.value {
        return None;
    }
    let says = format!("{} attended, and {} were invited", attended.value, invited.value);
    Some(
        Diagnostic::at(Code::MoreThanInvited, attended.span, says, "more than invited")
            .and_at(invited.span, "invited")
            .help("correct one of the two; who came without being invited counts among the invited"),
    )
}
