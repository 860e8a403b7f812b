//! Tables become strips, one for each row: columns as wide as their content wants, numbers at the right, the
//! head again on every page. A row is cut only when no page could hold it; a table with more columns than a
//! page has room for is printed row by row as lists of `head: value`.

use crate::render::pdf::columns::{NARROWEST, comfortable, squeezed};
use crate::render::pdf::document::{Inlines, Look, Side, Span, Table, is_blank, plain};
use crate::render::pdf::flow::{ROOM, Strip, Tie};
use crate::render::pdf::fonts::Weight;
use crate::render::pdf::layout::{BLOCK_GAP, Layout, Place, decoration, hairline, tie_edges};
use crate::render::pdf::lines::{Line, Measure};
use crate::render::pdf::pages::{Area, Form, Role, Shape, TagId, start};
use crate::render::pdf::style::{Ink, Setting, TABLES};
use crate::render::pdf::text::Shaped;
use std::rc::Rc;

/// Space between a cell's edge and its text, left and right.
const SIDE_PADDING: f32 = 5.0;
/// Space above and below the text of a cell.
const PADDING: f32 = 3.8;
/// A word longer than this many type sizes may be cut rather than widen its column.
const LONGEST_WORD: f32 = 9.5;
/// A table from this number of columns on starts at a smaller size.
const MANY_COLUMNS: usize = 7;
/// Tables no higher than this are never cut.
const KEPT_WHOLE: f32 = 150.0;

/// A table whose text is shaped and whose columns have widths.
struct Grid {
    setting: Setting,
    columns: Vec<Column>,
    has_head: bool,
}

struct Column {
    x: f32,
    width: f32,
    side: Side,
}

struct Cell<'a> {
    source: &'a Inlines,
    shaped: Shaped,
}

type Cells<'a> = Vec<Vec<Cell<'a>>>;

impl Layout<'_> {
    /// Lays out a table.
    pub(crate) fn table(&mut self, table: &Table, place: &Place) {
        if table.sides.len() as f32 * NARROWEST > place.width {
            return self.records(table, place);
        }
        let has_head = !table.head.iter().all(|cell| is_blank(cell));
        let mut cells = self.shaped_cells(table, has_head, place);
        let grid = fitted(table, has_head, place, &mut cells);
        let tag = self.tags.add(Role::Table, place.parent);
        let mut rows = cells.iter();
        let head = match has_head {
            true => rows
                .next()
                .map_or(Vec::new(), |cells| self.head(&grid, cells, tag)),
            false => Vec::new(),
        };
        let head_height: f32 = head.iter().map(|strip| strip.height).sum();
        let again = (has_head && head_height < ROOM * 0.3).then(|| Rc::new(head.clone()));
        let mut body: Vec<Vec<Strip>> = rows
            .map(|cells| self.row(&grid, cells, tag, ROOM - head_height - 1.0))
            .collect();
        tie_rows(&mut body, head_height);
        let mut strips = head;
        for mut strip in body.into_iter().flatten() {
            strip.head.clone_from(&again);
            strips.push(strip);
        }
        if !has_head && let Some(first) = strips.first_mut() {
            first.shapes.push(hairline(place.x, -0.6, place.width));
        }
        self.add(strips, place, BLOCK_GAP);
        self.next_gap = Some(BLOCK_GAP + 2.0);
    }

    // The head, if there is one, is the first row.
    fn shaped_cells<'t>(&mut self, table: &'t Table, has_head: bool, place: &Place) -> Cells<'t> {
        let setting = TABLES[0].with_ink(place.setting.ink);
        let head = has_head.then_some(&table.head);
        let mut cells = Cells::new();
        for (at, row) in head.into_iter().chain(&table.rows).enumerate() {
            let mut shaped = Vec::new();
            for (column, cell) in row.iter().enumerate() {
                let is_label = (has_head && at == 0) || (!has_head && column == 0);
                let setting = match is_label {
                    true => setting.with_weight(Weight::SemiBold),
                    false => setting,
                };
                shaped.push(Cell {
                    source: cell,
                    shaped: self.shaper.shape(cell, setting),
                });
            }
            cells.push(shaped);
        }
        cells
    }

    fn head(&mut self, grid: &Grid, cells: &[Cell], table: TagId) -> Vec<Strip> {
        let mut strips = self.cells(grid, cells, table, ROOM - 1.0, |_, _| Role::ColumnHead);
        let n_strips = strips.len();
        for (at, strip) in strips.iter_mut().enumerate() {
            let area = grid.area(strip.height);
            strip.shapes.insert(
                0,
                Shape {
                    form: Form::Filled,
                    ink: Ink::Tint,
                    area,
                },
            );
            if at + 1 == n_strips {
                let line = Area {
                    y: area.height - 1.0,
                    height: 1.0,
                    ..area
                };
                strip.shapes.push(Shape {
                    form: Form::Filled,
                    ink: Ink::Accent,
                    area: line,
                });
            }
            strip.tie = Tie::Next;
        }
        strips
    }

    fn row(&mut self, grid: &Grid, cells: &[Cell], table: TagId, limit: f32) -> Vec<Strip> {
        let has_head = grid.has_head;
        let mut strips = self.cells(grid, cells, table, limit, |column, cell| {
            match column == 0 && (!has_head || is_bold(cell)) {
                true => Role::RowHead,
                false => Role::Cell,
            }
        });
        if let Some(last) = strips.last_mut() {
            let area = grid.area(last.height);
            last.shapes.push(hairline(area.x, area.height - 0.6, area.width));
        }
        strips
    }

    // One strip for the row, or one for each line of text when the row is higher than `limit`.
    fn cells(
        &mut self,
        grid: &Grid,
        cells: &[Cell],
        table: TagId,
        limit: f32,
        role: impl Fn(usize, &Inlines) -> Role,
    ) -> Vec<Strip> {
        let row = self.tags.add(Role::Row, Some(table));
        let lines: Vec<Vec<Line>> = cells
            .iter()
            .zip(&grid.columns)
            .map(|(cell, column)| cell.shaped.lines(column.width - 2.0 * SIDE_PADDING))
            .collect();
        let leading = grid.setting.leading;
        let n_lines = lines.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let height = n_lines as f32 * leading + 2.0 * PADDING;
        let is_cut = height > limit;
        let mut strips = match is_cut {
            true => cut_strips(n_lines, leading),
            false => vec![Strip {
                height,
                ..Strip::default()
            }],
        };
        for (at, (cell, lines)) in cells.iter().zip(&lines).enumerate() {
            let tag = self.tags.add(role(at, cell.source), Some(row));
            let tags = self.span_tags(cell.source, tag);
            for (number, line) in lines.iter().enumerate() {
                let (strip, top) = match (is_cut, number) {
                    (true, 0) => (0, PADDING),
                    (true, _) => (number, 0.0),
                    (false, _) => (0, PADDING + number as f32 * leading),
                };
                grid.columns[at].set(
                    cell,
                    line,
                    top + grid.setting.baseline(),
                    &tags,
                    &mut strips[strip],
                );
            }
        }
        strips
    }

    fn records(&mut self, table: &Table, place: &Place) {
        if table.rows.is_empty() {
            table
                .head
                .iter()
                .for_each(|cell| self.paragraph(cell, place, 1.5));
        }
        for row in &table.rows {
            self.next_gap = Some(self.next_gap.unwrap_or(BLOCK_GAP));
            for (head, cell) in table.head.iter().zip(row) {
                if !is_blank(head) || !is_blank(cell) {
                    self.paragraph(&record(head, cell), place, 1.5);
                }
            }
        }
        self.next_gap = Some(BLOCK_GAP);
    }
}

impl Grid {
    fn area(&self, height: f32) -> Area {
        Area {
            x: self.columns.first().map_or(0.0, |column| column.x),
            y: 0.0,
            width: self.columns.iter().map(|column| column.width).sum(),
            height,
        }
    }
}

impl Column {
    fn set(&self, cell: &Cell, line: &Line, baseline: f32, tags: &[TagId], strip: &mut Strip) {
        let (x, width) = (self.x + SIDE_PADDING, self.width - 2.0 * SIDE_PADDING);
        let pen = start(self.side, x, width, line.width);
        let mut texts = cell.shaped.place(line, pen, baseline, tags);
        texts.iter_mut().for_each(|text| text.room = (x, x + width));
        strip.shapes.extend(texts.iter().flat_map(decoration));
        strip.texts.extend(texts);
    }
}

// Tries the sizes from large to small until the words fit; at the smallest, words are cut.
fn fitted(table: &Table, has_head: bool, place: &Place, cells: &mut Cells) -> Grid {
    let n_columns = table.sides.len();
    let first = usize::from(n_columns >= MANY_COLUMNS);
    let mut size = TABLES[0].size;
    let mut grid = (TABLES[0], Vec::new());
    for setting in &TABLES[first..] {
        let scale = setting.size / size;
        cells
            .iter_mut()
            .flatten()
            .for_each(|cell| cell.shaped.scale(scale));
        size = setting.size;
        let measures = measures(n_columns, cells, *setting);
        if let Some(widths) = comfortable(&measures, place.width) {
            grid = (
                *setting,
                if has_head {
                    widths
                } else {
                    plain_facts(&measures, widths)
                },
            );
            break;
        }
        grid = (*setting, squeezed(&measures, place.width));
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

// Without a head, a table is a list of facts: labels as narrow as they are, the last column takes the rest.
fn plain_facts(measures: &[Measure], mut widths: Vec<f32>) -> Vec<f32> {
    let width: f32 = widths.iter().sum();
    let labels = &measures[..measures.len().saturating_sub(1)];
    let taken: f32 = labels.iter().map(|measure| measure.most + 10.0).sum();
    if taken < width * 0.4 {
        for (own, measure) in widths.iter_mut().zip(labels) {
            *own = measure.most + 10.0;
        }
        if let Some(last) = widths.last_mut() {
            *last = width - taken;
        }
    }
    widths
}

fn measures(n_columns: usize, cells: &Cells, setting: Setting) -> Vec<Measure> {
    let mut measures = vec![Measure::default(); n_columns];
    for row in cells {
        for (column, cell) in measures.iter_mut().zip(row) {
            let own = cell.shaped.measure();
            column.least = column.least.max(own.least.min(LONGEST_WORD * setting.size));
            column.most = column.most.max(own.most);
        }
    }
    measures
        .into_iter()
        .map(|measure| {
            let least = (measure.least + 2.0 * SIDE_PADDING + 0.1).max(NARROWEST);
            Measure {
                least,
                most: (measure.most + 2.0 * SIDE_PADDING + 0.1).max(least),
            }
        })
        .collect()
}

fn side(table: &Table, column: usize) -> Side {
    match table.sides[column] {
        Side::Natural => {
            let mut cells = table
                .rows
                .iter()
                .map(|row| plain(&row[column]))
                .filter(|cell| !cell.is_empty())
                .peekable();
            match cells.peek().is_some() && cells.all(|cell| is_number(&cell)) {
                true => Side::Right,
                false => Side::Left,
            }
        }
        said => said,
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

fn is_bold(cell: &Inlines) -> bool {
    !is_blank(cell)
        && cell
            .iter()
            .all(|span| span.look.bold || span.text.trim().is_empty())
}

fn cut_strips(n_lines: usize, leading: f32) -> Vec<Strip> {
    let mut strips = vec![
        Strip {
            height: leading,
            ..Strip::default()
        };
        n_lines
    ];
    strips[0].height += PADDING;
    strips[n_lines - 1].height += PADDING;
    tie_edges(&mut strips);
    strips
}

// The last row does not stand alone on a page, and a small table is not cut at all.
fn tie_rows(rows: &mut [Vec<Strip>], head_height: f32) {
    let height: f32 = rows.iter().flatten().map(|strip| strip.height).sum();
    let n_rows = rows.len();
    for (at, row) in rows.iter_mut().enumerate() {
        let is_last = at + 1 == n_rows;
        let is_tied = at + 2 == n_rows || height + head_height < KEPT_WHOLE;
        if !is_last
            && is_tied
            && let Some(strip) = row.last_mut()
        {
            strip.tie = Tie::Next;
        }
    }
}

fn record(head: &Inlines, cell: &Inlines) -> Inlines {
    let bold = |look: Look| Look { bold: true, ..look };
    let mut spans: Inlines = head
        .iter()
        .map(|span| Span {
            look: bold(span.look),
            ..span.clone()
        })
        .collect();
    if !is_blank(head) {
        spans.push(Span {
            look: bold(Look::default()),
            ..Span::plain(": ")
        });
    }
    spans.extend(cell.iter().cloned());
    spans
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
