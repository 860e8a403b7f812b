//! One sheet of a workbook: rows of cells, a head that stays, filters and choices (ECMA-376, part 1, 18.3). A text is
//! written as text in its cell, so nothing in it is a formula.

use crate::calendar::Date;
use crate::render::office::xml::{Attribute, Xml};
use crate::render::workbook::NAMESPACE;

/// The longest text of a cell, in units of UTF-16: a longer one makes the file unreadable for Excel.
const LONGEST_TEXT: usize = 32_767;
/// Height of a line, in points. Not every program finds out itself how high a row has to be.
const LINE: f32 = 14.0;
/// The highest row that Excel has.
const HIGHEST_ROW: f32 = 409.0;
/// The day from which spreadsheets count.
const FIRST_DAY: Date = Date::on(1899, 12, 30);

/// What stands in a cell. The numbers of the looks are places in `styles.xml`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// The name of a column or row.
    Head(String),
    /// A text.
    Text(String),
    /// A day, which sorts as one.
    Day(Date),
    /// Nothing yet: for people to fill in.
    Open,
}

impl Cell {
    /// Returns about how many lines it takes: a word that does not fit leaves a part of its line empty.
    fn n_lines(&self, width: f32) -> f32 {
        const USED: f32 = 0.88;
        match self {
            Self::Head(text) | Self::Text(text) => (text.chars().count() as f32 / (width * USED)).ceil(),
            Self::Day(_) | Self::Open => 1.0,
        }
    }
}

/// A sheet that is being written.
pub(crate) struct Sheet {
    xml: Xml,
    n_rows: usize,
    widths: Vec<f32>,
}

impl Sheet {
    /// Begins a sheet whose columns are so wide; a head stays where it is.
    pub(crate) fn begin(widths: impl IntoIterator<Item = f32>, head: Head) -> Self {
        let mut xml = Xml::document();
        xml.open("worksheet", &[("xmlns", NAMESPACE)]);
        xml.open("sheetPr", &[]);
        xml.empty("pageSetUpPr", &[("fitToPage", "1")]);
        xml.close();
        xml.open("sheetViews", &[]);
        xml.open("sheetView", &[("workbookViewId", "0")]);
        match head {
            Head::Stays => {
                let pane = [("xSplit", "1"), ("ySplit", "1"), ("topLeftCell", "B2")];
                xml.empty(
                    "pane",
                    &[&pane[..], &[("activePane", "bottomRight"), ("state", "frozen")]].concat(),
                );
            }
            Head::None => {}
        }
        xml.close();
        xml.close();
        let widths: Vec<f32> = widths.into_iter().collect();
        xml.empty("sheetFormatPr", &[("defaultRowHeight", "14")]);
        xml.open("cols", &[]);
        for (at, width) in widths.iter().enumerate() {
            let (number, width) = ((at + 1).to_string(), width.to_string());
            let place: [Attribute; 2] = [("min", &number), ("max", &number)];
            xml.empty(
                "col",
                &[place[0], place[1], ("width", &width), ("customWidth", "1")],
            );
        }
        xml.close();
        xml.open("sheetData", &[]);
        Self {
            xml,
            n_rows: 0,
            widths,
        }
    }

    /// Writes the next row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let cells: Vec<Cell> = cells.into_iter().collect();
        let lines = cells
            .iter()
            .zip(&self.widths)
            .map(|(cell, width)| cell.n_lines(*width));
        let height = lines.fold(1.0, f32::max) * LINE;
        let (row, height) = ((self.n_rows + 1).to_string(), height.min(HIGHEST_ROW).to_string());
        self.xml
            .open("row", &[("r", &row), ("ht", &height), ("customHeight", "1")]);
        for (column, cell) in cells.iter().enumerate() {
            self.cell(&reference(column, self.n_rows), cell);
        }
        self.xml.close();
        self.n_rows += 1;
    }

    fn cell(&mut self, place: &str, cell: &Cell) {
        match cell {
            Cell::Head(text) => self.text(place, "1", text),
            Cell::Text(text) => self.text(place, "2", text),
            Cell::Day(day) => {
                self.xml.open("c", &[("r", place), ("s", "3")]);
                self.xml.leaf("v", &[], &FIRST_DAY.days_until(*day).to_string());
                self.xml.close();
            }
            Cell::Open => self.xml.empty("c", &[("r", place), ("s", "4")]),
        }
    }

    fn text(&mut self, place: &str, look: &str, text: &str) {
        self.xml
            .open("c", &[("r", place), ("s", look), ("t", "inlineStr")]);
        self.xml.open("is", &[]);
        self.xml.leaf("t", &[("xml:space", "preserve")], &spelled(text));
        self.xml.close();
        self.xml.close();
    }

    /// Ends a list with its filter; the cells of one range offer choices.
    pub(crate) fn finish_list(mut self, filtered: &str, (range, choices): (&str, &[&str])) -> Vec<u8> {
        self.xml.close();
        self.xml.empty("autoFilter", &[("ref", filtered)]);
        self.xml.open("dataValidations", &[("count", "1")]);
        // Offered, not imposed: another word is not refused.
        let rule = [
            ("type", "list"),
            ("allowBlank", "1"),
            ("showErrorMessage", "0"),
            ("sqref", range),
        ];
        self.xml.open("dataValidation", &rule);
        self.xml
            .leaf("formula1", &[], &format!("\"{}\"", choices.join(",")));
        self.xml.close();
        self.xml.close();
        self.page()
    }

    /// Ends a sheet.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.xml.close();
        self.page()
    }

    // A4 across, as wide as the sheet.
    fn page(mut self) -> Vec<u8> {
        let margins = [
            ("left", "0.4"),
            ("right", "0.4"),
            ("top", "0.5"),
            ("bottom", "0.5"),
        ];
        self.xml.empty(
            "pageMargins",
            &[&margins[..], &[("header", "0.3"), ("footer", "0.3")]].concat(),
        );
        let page = [
            ("paperSize", "9"),
            ("orientation", "landscape"),
            ("fitToHeight", "0"),
        ];
        self.xml.empty("pageSetup", &page);
        self.xml.finish()
    }
}

/// Whether the first row and the first column stay in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Head {
    /// They do.
    Stays,
    /// There is no head.
    None,
}

/// Returns the letters of a column, counted from zero.
pub(crate) fn letters(column: usize) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(ALPHABET[column % ALPHABET.len()]);
    match column / ALPHABET.len() {
        0 => last.to_string(),
        before => letters(before - 1) + &last.to_string(),
    }
}

/// Returns the name of a cell, both counted from zero.
pub(crate) fn reference(column: usize, row: usize) -> String {
    format!("{}{}", letters(column), row + 1)
}

// What looks like the spelling of a character, `_x0041_`, would be taken for it (22.9.2.19).
fn spelled(text: &str) -> String {
    let mut out = String::new();
    let mut n_units = 0;
    for (at, c) in text.char_indices() {
        n_units += c.len_utf16();
        if n_units > LONGEST_TEXT {
            break;
        }
        if c == '_' && is_spelling(&text.as_bytes()[at..]) {
            out.push_str("_x005F");
        }
        out.push(c);
    }
    out
}

fn is_spelling(bytes: &[u8]) -> bool {
    matches!(bytes, [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|it| it.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        for (column, expected) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
        ] {
            assert_eq!(letters(column), expected);
        }
    }

    #[test]
    fn what_looks_like_a_spelled_character_is_text() {
        for (text, expected) in [
            ("_x0041_", "_x005F_x0041_"),
            ("_x004_", "_x004_"),
            ("a_x000D_b", "a_x005F_x000D_b"),
            ("_", "_"),
            ("=1+1", "=1+1"),
        ] {
            assert_eq!(spelled(text), expected);
        }
    }

    #[test]
    fn a_text_is_no_longer_than_a_cell_can_hold() {
        assert_eq!(spelled(&"ä".repeat(40_000)).chars().count(), LONGEST_TEXT);
        assert_eq!(spelled(&"😀".repeat(40_000)).chars().count(), LONGEST_TEXT / 2);
    }
}
