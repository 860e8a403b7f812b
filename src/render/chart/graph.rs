//! Parts in columns, with lines from left to right. Lines bend only between columns, where no text stands, and pass a
//! column in a lane between its parts.

use crate::documents::chart::{Graph, Layer, Look, Place};
use crate::render::chart::layers::{Columns, columns};
use crate::render::chart::look::{colours, edge};
use crate::render::chart::scene::{Mark, Pen, SCENE_WIDTH};
use crate::render::chart::sketch::{SMALL, STRONG, Sketch};
use crate::render::pdf::document::Side;
use crate::render::pdf::fonts::Weight;
use crate::render::pdf::pages::Area;
use crate::render::pdf::style::{Ink, Setting};

/// Space between columns.
const GUTTER: f32 = 34.0;
/// Space between the edge of a part and its name.
const INSET: f32 = 5.0;
const NAME: Setting = Setting::new(7.8, 9.6, Weight::Regular, Ink::Text);
/// Lines of a name.
const MOST_LINES: usize = 2;
const ARROW: f32 = 3.6;

/// Draws a graph.
pub(crate) fn draw(sketch: &mut Sketch, graph: &Graph) {
    let n_columns = graph.layers.len().max(1) as f32;
    let width = (SCENE_WIDTH - 2.0 - GUTTER * (n_columns - 1.0)) / n_columns;
    let left = |column: usize| 1.0 + column as f32 * (width + GUTTER);
    draw_titles(sketch, graph, width, left);
    let names: Vec<Vec<Vec<String>>> = graph
        .layers
        .iter()
        .map(|layer| names(sketch, layer, width))
        .collect();
    let height = |lines: &Vec<String>| lines.len() as f32 * NAME.leading + 2.0 * 4.0;
    let heights: Vec<Vec<f32>> = names
        .iter()
        .map(|layer| layer.iter().map(height).collect())
        .collect();
    let columns = columns(graph, &heights);
    let top = sketch.y;
    for route in &columns.routes {
        draw_line(sketch, &columns, route, (top, width), left);
    }
    for (number, (layer, names)) in graph.layers.iter().zip(&names).enumerate() {
        for slot in &columns.slots[number] {
            let area = Area {
                x: left(number),
                y: top + slot.y,
                width,
                height: slot.height,
            };
            if let Some(part) = slot.part {
                draw_part(sketch, layer, &names[part], area);
            }
        }
    }
    sketch.y = top + columns.height + 2.0;
}

fn draw_titles(sketch: &mut Sketch, graph: &Graph, width: f32, left: impl Fn(usize) -> f32) {
    let top = sketch.y;
    for (number, layer) in graph.layers.iter().enumerate() {
        let room = (left(number), width);
        sketch.line(&layer.title, STRONG, room, Side::Left, top, Ink::White);
        if layer.nodes.is_empty() {
            let below = top + STRONG.leading + 4.0;
            sketch.line("none on record", SMALL, room, Side::Left, below, Ink::White);
        }
    }
    let below = if graph.layers.iter().any(|layer| layer.nodes.is_empty()) {
        SMALL.leading
    } else {
        0.0
    };
    sketch.y += STRONG.leading + 5.0 + below;
}

fn names(sketch: &mut Sketch, layer: &Layer, width: f32) -> Vec<Vec<String>> {
    let room = width - 2.0 * INSET;
    layer
        .nodes
        .iter()
        .map(|name| sketch.broken(name, NAME, room, MOST_LINES))
        .collect()
}

// The kinds differ in more than colour: filled, filled lighter, a double edge at the left, an outline.
fn draw_part(sketch: &mut Sketch, layer: &Layer, lines: &[String], area: Area) {
    let (ground, ink) = colours(layer.look);
    let edge = edge(layer.look);
    sketch.add(Mark::Ground(area, ground));
    sketch.add(Mark::Outline(area, Pen::new(edge, 0.8)));
    if layer.look == Look::Crossed {
        let bar = Area { width: 2.4, ..area };
        sketch.add(Mark::Ground(bar, edge));
    }
    for (at, line) in lines.iter().enumerate() {
        let top = area.y + 4.0 + at as f32 * NAME.leading;
        let room = (area.x + INSET, area.width - 2.0 * INSET);
        sketch.line(line, NAME.with_ink(ink), room, Side::Left, top, ground);
    }
}

fn draw_line(
    sketch: &mut Sketch,
    columns: &Columns,
    route: &[Place],
    (top, width): (f32, f32),
    left: impl Fn(usize) -> f32,
) {
    let pen = Pen::new(Ink::Quiet, 0.9);
    let middle = |(column, at): Place| {
        let slot = &columns.slots[column][at];
        top + slot.y + slot.height / 2.0
    };
    for (step, pair) in route.windows(2).enumerate() {
        let (from, to) = (middle(pair[0]), middle(pair[1]));
        let (start, end) = (left(pair[0].0) + width, left(pair[1].0));
        let is_last = step + 2 == route.len();
        let end_of_line = if is_last { end - ARROW } else { end };
        sketch.add(Mark::Swing([(start, from), (end_of_line, to)], pen));
        match is_last {
            true => sketch.add(Mark::Polygon(
                vec![
                    (end, to),
                    (end - ARROW - 1.4, to - 2.5),
                    (end - ARROW - 1.4, to + 2.5),
                ],
                Ink::Quiet,
            )),
            false => sketch.rule((end, to), (end + width, to), pen),
        }
    }
}
