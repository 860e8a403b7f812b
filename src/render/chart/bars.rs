//! Counts as bars that run to the right, each divided into series. Every number is printed: in its division where it
//! fits, and the sum behind the bar.

use crate::documents::chart::{Bar, Bars};
use crate::documents::shown::number;
use crate::render::chart::scene::{Pen, SCENE_WIDTH};
use crate::render::chart::sketch::{LABEL, STRONG, Sketch};
use crate::render::pdf::document::Side;
use crate::render::pdf::pages::Area;
use crate::render::pdf::style::Ink;

/// The widest labels.
const LABELS: f32 = 186.0;
/// Space between labels and bars, and between a bar and its sum.
const GAP: f32 = 9.0;
const THICKNESS: f32 = 15.0;
const BETWEEN: f32 = 9.0;
/// The widest that one thing counted may be drawn.
const WIDEST_UNIT: f32 = 44.0;

/// Draws bars.
pub(crate) fn draw(sketch: &mut Sketch, bars: &Bars) {
    sketch.key(&bars.series);
    let widest = |widths: Vec<f32>| widths.into_iter().fold(0.0, f32::max);
    let labels = widest(
        bars.bars
            .iter()
            .map(|bar| sketch.width(&bar.label, LABEL))
            .collect(),
    )
    .min(LABELS);
    let sums = widest(
        bars.bars
            .iter()
            .map(|bar| sketch.width(&number(sum(bar)), STRONG))
            .collect(),
    );
    let left = labels + GAP;
    let most = widest(bars.bars.iter().map(length).collect()).max(1.0);
    let unit = ((SCENE_WIDTH - left - GAP - sums) / most).min(WIDEST_UNIT);
    let top = sketch.y;
    for bar in &bars.bars {
        draw_bar(sketch, bar, bars, labels, unit);
    }
    let bottom = sketch.y - BETWEEN;
    sketch.rule((left, top - 3.0), (left, bottom + 3.0), Pen::new(Ink::Quiet, 0.8));
    sketch.y = bottom + 3.0;
}

fn sum(bar: &Bar) -> u64 {
    bar.counts.iter().fold(0, |sum, n| sum.saturating_add(*n))
}

/// Returns how long a bar is, in units. The printed sum stops at the largest number; the divisions do not.
fn length(bar: &Bar) -> f32 {
    bar.counts.iter().map(|count| *count as f32).sum()
}

fn draw_bar(sketch: &mut Sketch, bar: &Bar, bars: &Bars, labels: f32, unit: f32) {
    // A little wider than measured, so that rounding does not break a label that just fits.
    let lines = sketch.broken(&bar.label, LABEL, labels + 0.1, 2);
    let text_height = lines.len() as f32 * LABEL.leading;
    let height = text_height.max(THICKNESS);
    let text_top = sketch.y + (height - text_height) / 2.0;
    sketch.lines(&lines, LABEL, (0.0, labels + 0.1), Side::Right, text_top);
    let mut area = Area {
        x: labels + GAP,
        y: sketch.y + (height - THICKNESS) / 2.0,
        width: 0.0,
        height: THICKNESS,
    };
    for (count, series) in bar.counts.iter().zip(&bars.series) {
        area.x += area.width;
        area.width = *count as f32 * unit;
        if *count > 0 {
            sketch.fill(area, series.look);
            sketch.number(&number(*count), area, series.look);
        }
    }
    let sum = number(sum(bar));
    // A sum is never shortened: it keeps its own width, and stays inside the picture.
    let width = sketch.width(&sum, STRONG);
    let after = (area.right() + GAP - 3.0).min(SCENE_WIDTH - width);
    let top = sketch.y + (height - STRONG.leading) / 2.0;
    sketch.line(&sum, STRONG, (after, width + 0.01), Side::Left, top, Ink::White);
    sketch.y += height + BETWEEN;
}
