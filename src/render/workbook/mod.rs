//! The gap register to work from: `gaps.xlsx`, one gap for each row, with filters, a head that stays, days that sort, and
//! empty columns for who does what. The register comes in, bytes go out, the same every time. What is entered in it changes
//! no document: gaps are closed in the inventory.

mod columns;
mod sheet;

use crate::documents::gaps::Register;
use crate::failure::Failure;
use crate::render::office::package::{About, Package, Relations};
use crate::render::office::xml::Xml;
use crate::render::workbook::columns::{CHOICES, COLUMNS, LAST_PRINTED, STATUS, cell};
use crate::render::workbook::sheet::{Cell, Head, Sheet, letters, reference};

/// The name of the workbook.
pub const GAPS_XLSX: &str = "gaps.xlsx";

const NAMESPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

macro_rules! media_type {
    ($kind:literal) => {
        concat!(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.",
            $kind,
            "+xml"
        )
    };
}

/// Returns the register as a workbook.
///
/// # Errors
/// Fails when it is too long for its container.
pub(crate) fn gaps_xlsx(register: &Register, about: &About) -> Result<Vec<u8>, Failure> {
    let mut package = Package::default();
    let mut relations = Relations::default();
    package.put(
        "xl/worksheets/sheet1.xml",
        media_type!("worksheet"),
        gaps(register),
    );
    package.put(
        "xl/worksheets/sheet2.xml",
        media_type!("worksheet"),
        notes(register, about),
    );
    package.put(
        "xl/styles.xml",
        media_type!("styles"),
        include_bytes!("styles.xml").to_vec(),
    );
    for part in ["worksheets/sheet1.xml", "worksheets/sheet2.xml"] {
        relations.inside("worksheet", part);
    }
    relations.inside("styles", "styles.xml");
    package.put("xl/workbook.xml", media_type!("sheet.main"), workbook(register));
    package.relate("xl/_rels/workbook.xml.rels", &relations);
    package.finish("xl/workbook.xml", about)
}

fn workbook(register: &Register) -> Vec<u8> {
    let mut xml = Xml::document();
    xml.open("workbook", &[("xmlns", NAMESPACE), ("xmlns:r", RELATIONS)]);
    xml.open("bookViews", &[]);
    xml.empty("workbookView", &[]);
    xml.close();
    xml.open("sheets", &[]);
    xml.empty("sheet", &[("name", "Gaps"), ("sheetId", "1"), ("r:id", "rId1")]);
    xml.empty("sheet", &[("name", "About"), ("sheetId", "2"), ("r:id", "rId2")]);
    xml.close();
    xml.open("definedNames", &[]);
    // What is filtered, what is printed, and the row that is printed on every page.
    let until = |column: usize| format!("Gaps!$A$1:${}${}", letters(column), register.gaps.len() + 1);
    let printed = COLUMNS.iter().position(|(name, ..)| *name == LAST_PRINTED);
    for (name, area) in [
        ("_xlnm._FilterDatabase", until(COLUMNS.len() - 1)),
        ("_xlnm.Print_Area", until(printed.unwrap_or_default())),
        ("_xlnm.Print_Titles", "Gaps!$1:$1".to_owned()),
    ] {
        let is_hidden = if name == "_xlnm._FilterDatabase" { "1" } else { "0" };
        let named = [("name", name), ("localSheetId", "0"), ("hidden", is_hidden)];
        xml.leaf("definedName", &named, &area);
    }
    xml.finish()
}

fn gaps(register: &Register) -> Vec<u8> {
    let mut sheet = Sheet::begin(COLUMNS.iter().map(|(.., width)| *width), Head::Stays);
    sheet.row(COLUMNS.iter().map(|(_, head, _)| Cell::Head((*head).to_owned())));
    for entry in &register.gaps {
        sheet.row(COLUMNS.iter().map(|(name, ..)| cell(name, entry)));
    }
    let n_gaps = register.gaps.len();
    let status = COLUMNS
        .iter()
        .position(|(name, ..)| *name == STATUS)
        .unwrap_or_default();
    let range = format!("{}:{}", reference(status, 1), reference(status, n_gaps.max(1)));
    sheet.finish_list(
        &format!("A1:{}", reference(COLUMNS.len() - 1, n_gaps)),
        (&range, CHOICES),
    )
}

fn notes(register: &Register, about: &About) -> Vec<u8> {
    const USE: &str = "A copy to work with. What is entered here changes no document: a gap closes when the inventory says \
                       what is missing, and the next build shows it.";
    const ID: &str = "Names a gap by its code, the record or kind of record, and the field; of several that are alike in all \
                      three, the second ends with :2. By it, status and notes can be carried over to the next build.";
    let mut sheet = Sheet::begin([18.0, 100.0], Head::None);
    let rows = [
        ("Organisation", about.organisation),
        ("As of", &register.as_of),
        ("Law", &register.law),
        ("Build", &register.build_id),
        ("Use", USE),
        ("The column Id", ID),
    ];
    for (label, says) in rows {
        sheet.row([Cell::Head(label.to_owned()), Cell::Text(says.to_owned())]);
    }
    sheet.finish()
}
