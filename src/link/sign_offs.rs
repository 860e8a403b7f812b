//! Approvals by their day. What is approved on a later day than documents speak for is not approved yet: its documents are
//! drafts until then.

use crate::calendar::Date;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::id::Id;
use crate::inventory::kind::AnyRecord;
use crate::inventory::record::Head;
use crate::source::Spanned;

/// The day on which a record was, or is to be, approved.
pub struct Approval {
    record: Id,
    on: Spanned<Date>,
}

impl Approval {
    /// Returns the approval of a record, if it states the day.
    pub fn of(record: &Id, head: &Head) -> Option<Self> {
        let on = head.sign_off.stated()?.approved_on.said()?;
        Some(Self {
            record: record.clone(),
            on: on.clone(),
        })
    }
}

/// Returns the approvals of records, in their order.
pub fn approvals(records: &[AnyRecord]) -> Vec<Approval> {
    let all = records.iter();
    all.filter_map(|record| Approval::of(&record.id().value, record.head()))
        .collect()
}

/// Reports the approvals that lie ahead of the day for which documents are made.
pub fn report(approvals: &[Approval], as_of: Date, findings: &mut Diagnostics) {
    for Approval { record, on } in approvals.iter().filter(|it| it.on.value > as_of) {
        let says = format!(
            "the record `{record}` is not approved yet on {}, the as-of date",
            as_of.in_words()
        );
        findings.add(
            Diagnostic::at(Code::PrematureSignOff, on.span, says, "lies ahead").help(
                "what is signed off on it is a draft until that day; correct the day if it is a slip, or let the as-of date \
                 be a day on which the approval stands",
            ),
        );
    }
}
