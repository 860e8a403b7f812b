//! Who stands behind a document and behind the records it was made from.

use crate::documents::facts::{Fact, Facts, Row};
use crate::documents::trail::Trail;
use crate::inventory::record::{Named, Record};
use crate::link::Shelf;

/// Returns who prepared, reviewed and approved the record on which a document is signed.
pub(crate) fn of_document<T>(trail: &mut Trail, section: &str, signed: &Record<T>) -> Vec<Fact> {
    let mut facts = Facts::of(trail.about(section, signed.id.value.as_str()));
    facts.group("Sign-off", "sign_off", &signed.head.sign_off, |facts, it| {
        facts.ask("Prepared by", "sign_off.prepared_by", &it.prepared_by);
        facts.ask("Reviewed by", "sign_off.reviewed_by", &it.reviewed_by);
        facts.ask("Approved by", "sign_off.approved_by", &it.approved_by);
        facts.ask("Approved on", "sign_off.approved_on", &it.approved_on);
        facts.ask("Version", "sign_off.version", &it.version);
        facts.ask("Next review by", "sign_off.next_review_on", &it.next_review_on);
    });
    facts.rows()
}

/// Returns record, prepared by, approved by, approved on; of every record on a shelf.
pub(crate) fn of_records<T: Named>(trail: &mut Trail, section: &str, shelf: &Shelf<T>) -> Vec<Row> {
    let rows = shelf.values().map(|record| {
        let mut said = trail.about(section, record.id.value.as_str());
        let sign_off = &record.head.sign_off;
        vec![
            record.title().to_owned(),
            said.within("sign_off.prepared_by", sign_off, |it| &it.prepared_by),
            said.within("sign_off.approved_by", sign_off, |it| &it.approved_by),
            said.within("sign_off.approved_on", sign_off, |it| &it.approved_on),
        ]
    });
    rows.collect()
}
