//! The shapes of a picture as vectors of the PDF. Texts are glyphs like those of the page and are drawn where those
//! are. Decides nothing: what is drawn, and where, the scene says.

use crate::render::chart::scene::{DASH, Mark, Pen, Step, Stroke as Whole, line, polygon, swing};
use crate::render::pdf::figure::Figure;
use crate::render::pdf::ink::{fill, rectangle};
use crate::render::pdf::pages::Page;
use crate::render::pdf::style::Ink;
use krilla::geom::{Path, PathBuilder, Rect};
use krilla::paint::{Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::BBox;
use std::collections::BTreeMap;

/// Returns where the pictures stand, by the number of their tag.
pub(crate) fn boxes(pages: &[Page]) -> BTreeMap<usize, BBox> {
    let figures = pages
        .iter()
        .enumerate()
        .flat_map(|(number, page)| page.figures.iter().map(move |figure| (number, figure)));
    figures
        .filter_map(|(page, figure)| {
            let Figure { area, tag, .. } = figure;
            let area = Rect::from_xywh(area.x, area.y, area.width, area.height)?;
            Some((tag.0, BBox::new(page, area)))
        })
        .collect()
}

/// Draws a shape; a text is none.
pub(crate) fn draw(surface: &mut Surface, mark: &Mark) {
    match mark {
        Mark::Ground(area, ink) => fill_path(surface, rectangle(*area), *ink),
        Mark::Outline(area, pen) => stroke_path(surface, rectangle(*area), *pen),
        Mark::Line(ends, pen) => stroke_path(surface, path(&line(*ends)), *pen),
        Mark::Swing(ends, pen) => stroke_path(surface, path(&swing(*ends)), *pen),
        Mark::Polygon(points, ink) => fill_path(surface, path(&polygon(points)), *ink),
        Mark::Words(_) => {}
    }
}

fn fill_path(surface: &mut Surface, path: Option<Path>, ink: Ink) {
    if let Some(path) = path {
        surface.set_stroke(None);
        surface.set_fill(Some(fill(ink)));
        surface.draw_path(&path);
    }
}

fn stroke_path(surface: &mut Surface, path: Option<Path>, pen: Pen) {
    let Some(path) = path else { return };
    let dash = match pen.stroke {
        Whole::Whole => None,
        Whole::Dashed => Some(StrokeDash {
            array: vec![DASH, DASH],
            offset: 0.0,
        }),
    };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: fill(pen.ink).paint,
        width: pen.width,
        dash,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            Step::From(to) => path.move_to(to.0, to.1),
            Step::To(to) => path.line_to(to.0, to.1),
            Step::By([first, second, to]) => {
                path.cubic_to(first.0, first.1, second.0, second.1, to.0, to.1);
            }
            Step::Back => path.close(),
        }
    }
    path.finish()
}
