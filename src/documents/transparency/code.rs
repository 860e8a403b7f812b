//! Where the organisation and its vendors stand on codes of practice. Signing one is a choice; it proves nothing.

use crate::documents::facts::Row;
use crate::documents::neighbours::title;
use crate::documents::trail::Trail;
use crate::inventory::organisation::{CodePosition, Organisation};
use crate::inventory::record::Record;
use crate::inventory::vendor::Vendor;
use crate::link::Inventory;
use crate::source::Spanned;

/// Returns code, whether it is signed, which sections, the comparison with our practice.
pub(crate) fn codes(
    trail: &mut Trail,
    inventory: &Inventory,
    organisation: &Record<Organisation>,
) -> Vec<Row> {
    let mut said = trail.about("code-of-practice", organisation.id.value.as_str());
    let row = |(at, position): (usize, &Spanned<CodePosition>)| {
        let name = |field: &str| format!("code_of_practice[{at}].{field}");
        let position = &position.value;
        vec![
            said.field(&name("name"), &position.name),
            said.field(&name("signatory"), &position.signatory),
            said.optional(&name("sections"), &position.sections),
            title(
                &mut said,
                &inventory.evidence,
                &name("gap_analysis_evidence"),
                &position.gap_analysis_evidence,
            ),
        ]
    };
    let positions = organisation.code_of_practice.items();
    positions.iter().enumerate().map(row).collect()
}

/// Returns vendor, codes it has signed; of vendors that speak about it.
pub(crate) fn vendor_codes(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let speaks = |vendor: &&Record<Vendor>| vendor.codes_signed.span().is_some();
    let rows = inventory.vendors.values().filter(speaks).map(|vendor| {
        let mut said = trail.about("code-of-practice", vendor.id.value.as_str());
        vec![
            said.words().quote(vendor.title()),
            said.field("codes_signed", &vendor.codes_signed),
        ]
    });
    rows.collect()
}
