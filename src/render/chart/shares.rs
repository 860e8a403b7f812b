//! Shares of a whole, period by period: each a bar on a track that stands for all. The numbers stand beside the bar as
//! the table prints them; a share that is not known has a track without a bar.

use crate::documents::chart::{Series, Share, ShareGroup, Shares};
use crate::render::chart::scene::{Mark, Pen, SCENE_WIDTH};
use crate::render::chart::sketch::{LABEL, SMALL, Sketch};
use crate::render::pdf::document::Side;
use crate::render::pdf::pages::Area;
use crate::render::pdf::style::Ink;

const LABELS: f32 = 152.0;
const TRACK: f32 = 168.0;
const LEFT: f32 = LABELS + 9.0;
const AFTER: f32 = LEFT + TRACK + 9.0;
const THICKNESS: f32 = 10.0;
const PITCH: f32 = 13.5;
const BETWEEN: f32 = 9.0;

/// Draws shares.
pub(crate) fn draw(sketch: &mut Sketch, shares: &Shares) {
    sketch.key(&shares.series);
    let top = sketch.y;
    for (thousandths, words) in [(0, "0%"), (500, "50%"), (1000, "100%")] {
        let room = (along(thousandths) - 20.0, 40.0);
        sketch.line(words, SMALL, room, Side::Centre, top, Ink::White);
    }
    sketch.y += SMALL.leading + 4.0;
    let depth = sketch.depth();
    for group in &shares.groups {
        draw_group(sketch, group, &shares.series);
    }
    sketch.y -= BETWEEN;
    let bottom = sketch.y + 3.0;
    let tick = |thousandths| {
        let x = along(thousandths);
        (
            [(x, top + SMALL.leading + 1.0), (x, bottom)],
            Pen::new(Ink::Quiet, 0.5),
        )
    };
    sketch.rules_at(depth, [0, 500, 1000].map(tick).to_vec());
    sketch.y = bottom;
}

fn along(thousandths: u32) -> f32 {
    LEFT + TRACK * thousandths as f32 / 1000.0
}

fn draw_group(sketch: &mut Sketch, group: &ShareGroup, series: &[Series]) {
    let lines = sketch.broken(&group.label, LABEL, LABELS, 2);
    let text_height = lines.len() as f32 * LABEL.leading;
    let bars_height = series.len() as f32 * PITCH;
    let height = text_height.max(bars_height);
    let text_top = sketch.y + (height - text_height) / 2.0;
    sketch.lines(&lines, LABEL, (0.0, LABELS), Side::Right, text_top);
    for (at, (share, series)) in group.shares.iter().zip(series).enumerate() {
        let top = sketch.y + (height - bars_height) / 2.0 + at as f32 * PITCH;
        draw_share(sketch, share, series, top);
    }
    sketch.y += height + BETWEEN;
}

fn draw_share(sketch: &mut Sketch, share: &Share, series: &Series, top: f32) {
    let track = Area {
        x: LEFT,
        y: top + (PITCH - THICKNESS) / 2.0,
        width: TRACK,
        height: THICKNESS,
    };
    sketch.add(Mark::Outline(track, Pen::new(Ink::Quiet, 0.5)));
    if let Some(thousandths) = share.thousandths.filter(|it| *it > 0) {
        let width = along(thousandths.min(1000)) - LEFT;
        sketch.fill(Area { width, ..track }, series.look);
    }
    let text_top = top + (PITCH - LABEL.leading) / 2.0;
    let room = (AFTER, SCENE_WIDTH - AFTER);
    sketch.line(&share.says, LABEL, room, Side::Left, text_top, Ink::White);
}
