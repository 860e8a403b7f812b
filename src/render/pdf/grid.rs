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
use std::sync::Arc;

/// Space between a cell's edge and its text, left and right.
const SIDE_PADDING: f32 = 5.0;
/// The same of both sides; a hair more, so that rounding breaks no line that was measured to fit.
const PADDINGS: f32 = 2.0 * SIDE_PADDING + 0.1;
/// A word longer than this many type sizes may be cut rather than widen its column.
const LONGEST_WORD: f32 = 9.5;
/// A column no wider than this many type sizes is not broken, if the table has room.
const SHORT_LABEL: f32 = 8.6;
/// A column no wider than this many type sizes holds labels rather than prose.
const LABEL: f32 = 11.8;
/// How many broken lines of prose are worth one of a label.
const LABEL_WEIGHS: usize = 4;
/// The type sizes that a column of longer texts keeps beside labels.
const PROSE: f32 = 7.4;
/// Labels that are mostly no wider than this part of their column may be broken here and there.
const MOSTLY: f32 = 0.95;
/// Parts of the width that the first of two columns may take.
const PAIRS: [f32; 3] = [0.22, 0.32, 0.42];
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
    /// How wide it is, with its padding.
    pub(crate) width: f32,
    /// The side at which its text stands.
    pub(crate) side: Side,
}

/// A cell with its text ready to be broken into lines.
pub(crate) struct Cell<'a> {
    /// What it says.
    pub(crate) source: &'a Inlines,
    /// The same, shaped.
    pub(crate) shaped: Arc<Shaped>,
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
        if at > 0 {
            let cells = cells.iter_mut().flatten();
            cells.for_each(|cell| Arc::make_mut(&mut cell.shaped).scale(scale));
        }
        size = setting.size;
        let mut needs = needs(n_columns, cells, *setting);
        spare_labels(&mut needs, cells, *setting, place.width);
        grid = (*setting, squeezed(&needs, place.width));
        let is_crowded = n_columns >= MANY_COLUMNS && at == 0;
        let is_loose = needs.iter().map(|need| need.most).sum::<f32>() <= place.width;
        if let Some(mut widths) = comfortable(&needs, place.width)
            && (is_loose || !is_crowded)
        {
            leave_labels_whole(cells, has_head, &needs, *setting);
            match (has_head, paired(table, &needs, place.width), is_loose) {
                (false, _, _) => widths = plain_facts(&needs, widths),
                (true, Some(pair), _) => widths = pair,
                (true, None, true) => {}
                (true, None, false) => lower(cells, &needs, *setting, &mut widths),
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
fn lower(cells: &Cells, needs: &[Need], setting: Setting, widths: &mut [f32]) {
    let every = cells.len().div_ceil(ROWS_WEIGHED);
    let rows: Vec<&Vec<Cell>> = cells.iter().step_by(every.max(1)).collect();
    balance(needs, &weights(needs, setting), widths, |column, width| {
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
        let least = (need.least + PADDINGS).max(NARROWEST);
        Need {
            least,
            usual: need.usual.sqrt() + PADDINGS,
            most: (need.most + PADDINGS).max(least),
        }
    };
    needs.into_iter().map(padded).collect()
}

// Ids, days and levels are read at a glance: short ones stay on one line, longer ones take two, as long as columns
// of prose keep room to breathe.
fn spare_labels(needs: &mut [Need], cells: &Cells, setting: Setting, width: f32) {
    let in_two = |column: usize| {
        let widths = cells.iter().map(|row| row[column].shaped.measure_in_two());
        widths.fold(0.0, f32::max) + PADDINGS
    };
    let least = |(column, need): (usize, &Need)| match (need.most - PADDINGS) / setting.size {
        ..=SHORT_LABEL => need.most,
        ..=LABEL => need.least.max(in_two(column)),
        _ => need.least,
    };
    let spared = needs.iter().enumerate().map(|(column, need)| Need {
        least: least((column, need)),
        ..*need
    });
    let spared: Vec<Need> = spared.collect();
    let room = |need: &Need| need.least.max(need.most.min(PROSE * setting.size));
    if spared.iter().map(room).sum::<f32>() <= width {
        needs.copy_from_slice(&spared);
    }
}

// How much a broken line costs in each column: a label in pieces is read worse than prose.
fn weights(needs: &[Need], setting: Setting) -> Vec<usize> {
    let is_label = |need: &Need| need.most - PADDINGS <= LABEL * setting.size;
    needs
        .iter()
        .map(|need| if is_label(need) { LABEL_WEIGHS } else { 1 })
        .collect()
}

// A hyphen in a label, such as a date, would be taken for a part of it; in the head of a column it stands out.
fn leave_labels_whole(cells: &mut Cells, has_head: bool, needs: &[Need], setting: Setting) {
    for (at, row) in cells.iter_mut().enumerate() {
        let is_head = has_head && at == 0;
        for (cell, need) in row.iter_mut().zip(needs) {
            let is_label = is_head || need.most - PADDINGS <= LABEL * setting.size;
            if is_label && cell.shaped.measure().least <= LONGEST_WORD * setting.size {
                Arc::make_mut(&mut cell.shaped).leave_words_whole();
            }
        }
    }
}

// Tables of labels with what they mean stand in the same columns throughout a document.
fn paired(table: &Table, needs: &[Need], width: f32) -> Option<Vec<f32>> {
    let [label, meaning] = needs else { return None };
    let shares = PAIRS.iter().map(|share| share * width);
    let first = shares
        .into_iter()
        .find(|first| label.usual <= first * MOSTLY && label.least <= *first)?;
    let is_fit = meaning.least <= width - first && side(table, 1) == Side::Left;
    is_fit.then(|| vec![first, width - first])
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
