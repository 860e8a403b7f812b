//! The grid of a table: at which size its text is set, how wide its columns are, and at which side they stand.

use crate::render::pdf::balance::balance;
use crate::render::pdf::columns::{NARROWEST, Need, comfortable, squeezed};
use crate::render::pdf::document::{Inlines, Side, Table, plain};
use crate::render::pdf::flow::Strip;
use crate::render::pdf::layout::Place;
use crate::render::pdf::lines::Line;
use crate::render::pdf::marks::decoration;
use crate::render::pdf::pages::{Area, TagId, start};
use crate::render::pdf::style::{Setting, TABLES};
use crate::render::pdf::text::Shaped;

/// Space between a cell's edge and its text, left and right.
const SIDE_PADDING: f32 = 5.0;
/// A word longer than this many type sizes may be cut rather than widen its column.
const LONGEST_WORD: f32 = 9.5;
/// Rows that are looked at when widths are balanced.
const ROWS_WEIGHED: usize = 40;
/// A table from this number of columns on is set smaller before its lines are broken.
const MANY_COLUMNS: usize = 7;

/// A table whose text is shaped and whose columns have widths.
pub(crate) struct Grid {
    /// How the text is set.
    pub(crate) setting: Setting,
    /// The columns from left to right.
    pub(crate) columns: Vec<Column>,
    /// Whether the first row is a head.
    pub(crate) has_head: bool,
}

/// A column.
pub(crate) struct Column {
    x: f32,
    width: f32,
    side: Side,
}

/// A cell with its text ready to be broken into lines.
pub(crate) struct Cell<'a> {
    /// What it says.
    pub(crate) source: &'a Inlines,
    /// The same, shaped.
    pub(crate) shaped: Shaped,
}

/// The cells of a table, row by row; the head, if there is one, is the first row.
pub(crate) type Cells<'a> = Vec<Vec<Cell<'a>>>;

impl Grid {
    /// Returns the rectangle of a row.
    pub(crate) fn area(&self, height: f32) -> Area {
        Area {
            x: self.columns.first().map_or(0.0, |column| column.x),
            y: 0.0,
            width: self.columns.iter().map(|column| column.width).sum(),
            height,
        }
    }
}

impl Column {
    /// Returns the left edge and the width of the text.
    pub(crate) fn room(&self) -> (f32, f32) {
        (self.x + SIDE_PADDING, self.width - 2.0 * SIDE_PADDING)
    }

    /// Places a line of a cell on a strip.
    pub(crate) fn set(&self, cell: &Cell, line: &Line, baseline: f32, tags: &[TagId], strip: &mut Strip) {
        let (x, width) = self.room();
        let pen = start(self.side, x, width, line.width);
        let mut texts = cell.shaped.place(line, pen, baseline, tags);
        texts.iter_mut().for_each(|text| text.room = (x, x + width));
        strip.shapes.extend(texts.iter().flat_map(decoration));
        strip.texts.extend(texts);
    }
}

/// Returns the grid of a table. Sizes are tried from large to small until the words fit; at the smallest, words
/// are cut.
pub(crate) fn fitted(table: &Table, has_head: bool, place: &Place, cells: &mut Cells) -> Grid {
    let n_columns = table.sides.len();
    let mut size = TABLES[0].size;
    let mut grid = (TABLES[0], Vec::new());
    for (at, setting) in TABLES.iter().enumerate() {
        let scale = setting.size / size;
        cells
            .iter_mut()
            .flatten()
            .for_each(|cell| cell.shaped.scale(scale));
        size = setting.size;
        let needs = needs(n_columns, cells, *setting);
        grid = (*setting, squeezed(&needs, place.width));
        let is_crowded = n_columns >= MANY_COLUMNS && at == 0;
        let is_loose = needs.iter().map(|need| need.most).sum::<f32>() <= place.width;
        if let Some(mut widths) = comfortable(&needs, place.width)
            && (is_loose || !is_crowded)
        {
            match (has_head, is_loose) {
                (false, _) => widths = plain_facts(&needs, widths),
                (true, true) => {}
                (true, false) => lower(cells, &needs, &mut widths),
            }
            grid = (*setting, widths);
            break;
        }
    }
    let (setting, widths) = grid;
    let mut x = place.x;
    let columns = widths.into_iter().enumerate().map(|(at, width)| {
        let column = Column {
            x,
            width,
            side: side(table, at),
        };
        x += width;
        column
    });
    Grid {
        setting,
        columns: columns.collect(),
        has_head,
    }
}

// Of a long table, some rows speak for all.
fn lower(cells: &Cells, needs: &[Need], widths: &mut [f32]) {
    let every = cells.len().div_ceil(ROWS_WEIGHED);
    let rows: Vec<&Vec<Cell>> = cells.iter().step_by(every.max(1)).collect();
    balance(needs, widths, |column, width| {
        let width = width - 2.0 * SIDE_PADDING;
        rows.iter()
            .map(|row| row[column].shaped.lines(width).len())
            .collect()
    });
}

// Without a head, a table is a list of facts: labels as narrow as they are, the last column takes the rest.
fn plain_facts(needs: &[Need], mut widths: Vec<f32>) -> Vec<f32> {
    let width: f32 = widths.iter().sum();
    let labels = &needs[..needs.len().saturating_sub(1)];
    let taken: f32 = labels.iter().map(|need| need.most).sum();
    if taken < width * 0.4 {
        for (own, need) in widths.iter_mut().zip(labels) {
            *own = need.most;
        }
        if let Some(last) = widths.last_mut() {
            *last = width - taken;
        }
    }
    widths
}

fn needs(n_columns: usize, cells: &Cells, setting: Setting) -> Vec<Need> {
    let mut needs = vec![Need::default(); n_columns];
    for row in cells {
        for (need, cell) in needs.iter_mut().zip(row) {
            let own = cell.shaped.measure();
            need.least = need.least.max(own.least.min(LONGEST_WORD * setting.size));
            // The root mean square lies between the mean and the longest.
            need.usual += own.most * own.most / cells.len() as f32;
            need.most = need.most.max(own.most);
        }
    }
    let padded = |need: Need| {
        let padding = 2.0 * SIDE_PADDING + 0.1;
        let least = (need.least + padding).max(NARROWEST);
        Need {
            least,
            usual: need.usual.sqrt() + padding,
            most: (need.most + padding).max(least),
        }
    };
    needs.into_iter().map(padded).collect()
}

fn side(table: &Table, column: usize) -> Side {
    let said = table.sides[column];
    if said != Side::Natural {
        return said;
    }
    let cells = table.rows.iter().map(|row| plain(&row[column]));
    let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
    match cells.peek().is_some() && cells.all(|cell| is_number(&cell)) {
        true => Side::Right,
        false => Side::Left,
    }
}

// A number with separators, a sign, a percentage or a currency; a date or an id is not one.
fn is_number(cell: &str) -> bool {
    let digits = cell
        .trim_start_matches(['-', '−', '+', '±', '≤', '≥', '<', '>', '~', '€', '$', '£', ' '])
        .trim_end_matches(['%', '‰', '€', '$', '£', ' ']);
    let is_dash = matches!(cell, "-" | "–" | "—");
    is_dash
        || digits.starts_with(|c: char| c.is_ascii_digit())
            && digits
                .chars()
                .all(|c| c.is_ascii_digit() || ".,' \u{a0}\u{202f}".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_at_the_right_and_dates_do_not() {
        for (cell, expected) in [
            ("12", true),
            ("1,204.50", true),
            ("−3 %", true),
            ("€ 20", true),
            ("–", true),
            ("2026-11-22", false),
            ("v1", false),
            ("12 of 14", false),
            ("", false),
        ] {
            assert_eq!(is_number(cell), expected, "{cell}");
        }
    }
}
