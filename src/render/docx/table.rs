//! Tables: columns as wide as in the PDF, numbers at the right, a head that stands again on every page, rows that are not
//! cut as long as a page can hold them. A table with more columns than a page has room for becomes lines of
//! `head: value`, as in the PDF.

use crate::render::docx::blocks::{Lead, Place};
use crate::render::docx::writer::Writer;
use crate::render::office::xml::Attribute;
use crate::render::pdf::columns::NARROWEST;
use crate::render::pdf::document::{Inlines, Side, Table, is_blank};
use crate::render::pdf::table::{Measured, measured, record};

/// Twentieths of a point, in which widths are written.
const TWENTIETHS: f32 = 20.0;
/// Below this type size the smaller style is taken.
const SMALL: f32 = 8.0;
/// Tables of no more rows are not cut.
const KEPT_WHOLE: usize = 5;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The head, which stands on every page.
    Head,
    /// On one page with the next.
    Tied,
    /// May be the last of a page.
    Free,
}

impl Writer<'_> {
    /// Writes a table.
    pub(crate) fn table(&mut self, table: &Table, place: Place) {
        let width = place.width() as f32 / TWENTIETHS;
        if table.sides.len() as f32 * NARROWEST > width {
            return self.records(table, place);
        }
        // Two tables without anything between them would be one.
        self.close_table();
        let has_head = !table.head.iter().all(|cell| is_blank(cell));
        let measured = measured(&mut self.shaper, table, width);
        self.open("w:tbl", &[]);
        self.table_look(&measured, has_head, place);
        if has_head {
            self.row(&table.head, &measured, Row::Head);
        }
        let n_rows = table.rows.len();
        for (at, row) in table.rows.iter().enumerate() {
            // The last row does not stand alone on a page, and a small table is not cut at all.
            let is_tied = at + 2 == n_rows || (n_rows <= KEPT_WHOLE && at + 1 < n_rows);
            self.row(row, &measured, if is_tied { Row::Tied } else { Row::Free });
        }
        // A table has at least one row (17.4.37).
        if !has_head && table.rows.is_empty() {
            self.row(&table.head, &measured, Row::Free);
        }
        self.close();
        self.is_below_table = true;
    }

    fn table_look(&mut self, measured: &Measured, has_head: bool, place: Place) {
        let total: u32 = measured.columns.iter().map(|(width, _)| twentieths(*width)).sum();
        self.open("w:tblPr", &[]);
        self.value("w:tblStyle", "Records");
        self.empty("w:tblW", &[("w:w", &total.to_string()), ("w:type", "dxa")]);
        self.empty(
            "w:tblInd",
            &[("w:w", &place.indent.to_string()), ("w:type", "dxa")],
        );
        self.empty("w:tblLayout", &[("w:type", "fixed")]);
        let (first_row, first_column) = if has_head { ("1", "0") } else { ("0", "1") };
        let look: &[Attribute] = &[
            ("w:val", if has_head { "0620" } else { "0680" }),
            ("w:firstRow", first_row),
            ("w:lastRow", "0"),
            ("w:firstColumn", first_column),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ];
        self.empty("w:tblLook", look);
        self.close();
        self.open("w:tblGrid", &[]);
        for (width, _) in &measured.columns {
            self.empty("w:gridCol", &[("w:w", &twentieths(*width).to_string())]);
        }
        self.close();
    }

    fn row(&mut self, cells: &[Inlines], measured: &Measured, row: Row) {
        self.open("w:tr", &[]);
        self.open("w:trPr", &[]);
        self.empty("w:cantSplit", &[]);
        if row == Row::Head {
            self.empty("w:tblHeader", &[]);
        }
        self.close();
        for (cell, (width, side)) in cells.iter().zip(&measured.columns) {
            self.open("w:tc", &[]);
            self.open("w:tcPr", &[]);
            self.empty(
                "w:tcW",
                &[("w:w", &twentieths(*width).to_string()), ("w:type", "dxa")],
            );
            self.close();
            self.cell(cell, *side, measured.size, row);
            self.close();
        }
        self.close();
    }

    fn cell(&mut self, cell: &Inlines, side: Side, size: f32, row: Row) {
        self.open("w:p", &[]);
        self.open("w:pPr", &[]);
        self.value(
            "w:pStyle",
            if size < SMALL {
                "TableTextSmall"
            } else {
                "TableText"
            },
        );
        match row {
            Row::Head | Row::Tied => self.empty("w:keepNext", &[]),
            Row::Free => {}
        }
        match side {
            Side::Natural | Side::Left => {}
            Side::Centre => self.value("w:jc", "center"),
            Side::Right => self.value("w:jc", "right"),
        }
        self.close();
        self.spans(cell);
        self.close();
    }

    fn records(&mut self, table: &Table, place: Place) {
        if table.rows.is_empty() {
            table
                .head
                .iter()
                .for_each(|cell| self.paragraph(cell, place, Lead::None));
        }
        for (head, cell) in table.rows.iter().flat_map(|row| table.head.iter().zip(row)) {
            if !is_blank(head) || !is_blank(cell) {
                self.paragraph(&record(head, cell), place, Lead::None);
            }
        }
    }
}

fn twentieths(points: f32) -> u32 {
    (points * TWENTIETHS).round() as u32
}
