//! Tables become strips, one for each row: columns as wide as their content wants, numbers at the right, the
//! head again on every page. A row is cut only when no page could hold it; a table with more columns than a
//! page has room for is printed row by row as lists of `head: value`.

use crate::render::pdf::columns::NARROWEST;
use crate::render::pdf::document::{Inlines, Look, Mark, Side, Span, Table, is_blank};
use crate::render::pdf::flow::{Strip, Tie};
use crate::render::pdf::fonts::Weight;
use crate::render::pdf::grid::{Cell, Cells, Grid, fitted};
use crate::render::pdf::layout::{BLOCK_GAP, Below, Layout, Place, body};
use crate::render::pdf::lines::Line;
use crate::render::pdf::marks::hairline;
use crate::render::pdf::pages::{Area, Form, Role, Shape, TagId, Tags};
use crate::render::pdf::style::{Ink, TABLES};
use crate::render::pdf::text::Shaper;
use crate::render::pdf::ties::tie_edges;
use std::rc::Rc;

/// Space above and below the text of a cell.
const PADDING: f32 = 3.8;
/// A row that mentions notes is cut before it fills the page: they must begin on the same one.
const WITH_NOTES: f32 = 0.6;
/// Tables no higher than this are never cut.
const KEPT_WHOLE: f32 = 150.0;

/// What the grid of a table comes to, for formats that leave the lines to others.
pub(crate) struct Measured {
    /// The type size at which the words fit.
    pub(crate) size: f32,
    /// The columns from left to right: width, and the side at which their text stands.
    pub(crate) columns: Vec<(f32, Side)>,
}

/// Measures a table that is to be so wide, which has room for each of its columns.
pub(crate) fn measured(shaper: &mut Shaper, table: &Table, width: f32) -> Measured {
    let mut tags = Tags::default();
    let place = body(0.0, width);
    let has_head = !table.head.iter().all(|cell| is_blank(cell));
    let mut cells = Layout::new(shaper, &mut tags).shaped_cells(table, has_head, &place);
    let grid = fitted(table, has_head, &place, &mut cells);
    Measured {
        size: grid.setting.size,
        columns: grid
            .columns
            .iter()
            .map(|column| (column.width, column.side))
            .collect(),
    }
}

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
        let again = (has_head && head_height < self.room * 0.3).then(|| Rc::new(head.clone()));
        let limit = self.room - head_height - 1.0;
        let mut body: Vec<Vec<Strip>> = rows.map(|cells| self.row(&grid, cells, tag, limit)).collect();
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
        self.below = Below::AtLeast(BLOCK_GAP + 2.0);
    }

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
        let limit = self.room - 1.0;
        let mut strips = self.cells(grid, cells, table, limit, |_, _| Role::ColumnHead);
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
        let has_notes = cells.iter().any(|cell| mentions_note(cell.source));
        let limit = if has_notes { limit * WITH_NOTES } else { limit };
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
            .map(|(cell, column)| cell.shaped.lines(column.room().1))
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
            self.below = Below::AtLeast(BLOCK_GAP);
            for (head, cell) in table.head.iter().zip(row) {
                if !is_blank(head) || !is_blank(cell) {
                    self.paragraph(&record(head, cell), place, 1.5);
                }
            }
        }
        self.below = Below::AtLeast(BLOCK_GAP);
    }
}

fn mentions_note(cell: &Inlines) -> bool {
    cell.iter().any(|span| span.mark != Mark::Plain)
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

/// Returns a cell with its head before it, for tables that no page has room for.
pub(crate) fn record(head: &Inlines, cell: &Inlines) -> Inlines {
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
