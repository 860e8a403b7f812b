//! Who stands behind a document and behind the records it was made from.

use crate::documents::facts::{Fact, Facts, Row};
use crate::documents::trail::Trail;
use crate::inventory::record::{Named, Record, SignOff};
use crate::link::Shelf;
use serde::Serialize;

/// Returns who prepared, reviewed and approved the record on which a document is signed.
pub(crate) fn of_document<T>(trail: &mut Trail, section: &str, signed: &Record<T>) -> Vec<Fact> {
    let mut facts = Facts::of(trail.about(section, signed.id.value.as_str()));
    facts.group("sign-off", "sign_off", &signed.head.sign_off, |facts, it| {
        facts.ask("prepared-by", "sign_off.prepared_by", &it.prepared_by);
        facts.ask("reviewed-by", "sign_off.reviewed_by", &it.reviewed_by);
        facts.ask("approved-by", "sign_off.approved_by", &it.approved_by);
        facts.ask("approved-on", "sign_off.approved_on", &it.approved_on);
        facts.ask("version", "sign_off.version", &it.version);
        facts.ask("next-review-by", "sign_off.next_review_on", &it.next_review_on);
    });
    facts.rows()
}

/// The records on which a document stands, by whether somebody signed them.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Signatures {
    signed: Vec<Row>,
    unsigned: Vec<String>,
}

impl Signatures {
    /// Adds the records of a shelf: record, prepared by, approved by, approved on.
    pub(crate) fn of<T: Named>(mut self, trail: &mut Trail, section: &str, shelf: &Shelf<T>) -> Self {
        for record in shelf.values() {
            match record.head.sign_off.stated() {
                None => self.unsigned.push(trail.words().quote(record.title())),
                Some(it) => self.signed.push(signed(trail, section, record, it)),
            }
        }
        self
    }
}

fn signed<T: Named>(trail: &mut Trail, section: &str, record: &Record<T>, it: &SignOff) -> Row {
    let mut said = trail.about(section, record.id.value.as_str());
    vec![
        said.words().quote(record.title()),
        said.field("sign_off.prepared_by", &it.prepared_by),
        said.field("sign_off.approved_by", &it.approved_by),
        said.field("sign_off.approved_on", &it.approved_on),
    ]
}
