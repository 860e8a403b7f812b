//! How areas look: a ground, lines across it, an edge. Lines are reckoned here one by one, so that both writers draw
//! the same and no viewer has to know patterns. No two looks differ by their colour alone.

use crate::documents::chart::Look;
use crate::render::chart::scene::{Mark, Pen, Point};
use crate::render::pdf::pages::Area;
use crate::render::pdf::style::Ink;

/// Distance between the lines of a hatching, along the edge.
const PITCH: f32 = 4.5;
const HATCH_WIDTH: f32 = 0.8;
const EDGE_WIDTH: f32 = 0.8;

/// Returns the ground of a look and the colour that can be read on it.
pub(crate) const fn colours(look: Look) -> (Ink, Ink) {
    match look {
        Look::Filled => (Ink::Accent, Ink::White),
        Look::Lighter => (Ink::Steel, Ink::White),
        Look::Alert => (Ink::Alert, Ink::White),
        Look::Hatched | Look::Crossed => (Ink::Tint, Ink::Text),
        Look::AlertHatched => (Ink::AlertTint, Ink::Text),
        Look::Outlined => (Ink::White, Ink::Text),
    }
}

/// Returns whether lines run across the ground, so that a text on it needs a plate.
pub(crate) const fn has_lines(look: Look) -> bool {
    match look {
        Look::Hatched | Look::Crossed | Look::AlertHatched => true,
        Look::Filled | Look::Lighter | Look::Alert | Look::Outlined => false,
    }
}

/// Returns the marks of an area.
pub(crate) fn filled(area: Area, look: Look) -> Vec<Mark> {
    let (ground, _) = colours(look);
    let edge = edge(look);
    let mut marks = vec![Mark::Ground(area, ground)];
    let (rising, falling) = match look {
        Look::Hatched | Look::AlertHatched => (true, false),
        Look::Crossed => (true, true),
        Look::Filled | Look::Lighter | Look::Alert | Look::Outlined => (false, false),
    };
    let pen = Pen::new(edge, HATCH_WIDTH);
    if rising {
        marks.extend(hatching(area).into_iter().map(|line| Mark::Line(line, pen)));
    }
    if falling {
        let mirrored = |(x, y): Point| (area.x + area.right() - x, y);
        let lines = hatching(area).into_iter().map(|line| line.map(mirrored));
        marks.extend(lines.map(|line| Mark::Line(line, pen)));
    }
    marks.push(Mark::Outline(area, Pen::new(edge, EDGE_WIDTH)));
    marks
}

/// Returns the colour of the edge and of the lines.
pub(crate) const fn edge(look: Look) -> Ink {
    match look {
        Look::Filled | Look::Hatched => Ink::Accent,
        Look::Lighter | Look::Crossed => Ink::Steel,
        Look::Alert | Look::AlertHatched => Ink::Alert,
        Look::Outlined => Ink::Quiet,
    }
}

// Lines at 45 degrees, cut off at the edges of the area.
fn hatching(area: Area) -> Vec<[Point; 2]> {
    let reach = area.width + area.height;
    let mut lines = Vec::new();
    let mut along = PITCH / 2.0;
    while along < reach {
        let low = match along <= area.height {
            true => (area.x, area.y + along),
            false => (area.x + along - area.height, area.bottom()),
        };
        let high = match along <= area.width {
            true => (area.x + along, area.y),
            false => (area.right(), area.y + along - area.width),
        };
        lines.push([low, high]);
        along += PITCH;
    }
    lines
}
