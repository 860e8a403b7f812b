//! A picture before any format: shapes and texts with their places, in points from the top left. Every text knows the
//! ground it stands on, so that its contrast can be reckoned. Colours are those of the pages.

use crate::render::pdf::fonts::Weight;
use crate::render::pdf::pages::{Area, Text};
use crate::render::pdf::style::Ink;
#[cfg(test)]
use crate::render::pdf::style::{ASCENT, DESCENT};

/// Width of every picture: that of the text on a page.
pub(crate) const SCENE_WIDTH: f32 = 459.0;

/// A finished picture.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scene {
    /// Height; the width is fixed.
    pub(crate) height: f32,
    /// The line above the picture.
    pub(crate) title: String,
    /// What the picture says, for whoever does not see it.
    pub(crate) says: String,
    /// What is drawn, from back to front.
    pub(crate) marks: Vec<Mark>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    /// A filled rectangle.
    Ground(Area, Ink),
    /// The outline of a rectangle.
    Outline(Area, Pen),
    /// A straight line.
    Line([Point; 2], Pen),
    /// A line that leaves and arrives level.
    Swing([Point; 2], Pen),
    /// A filled shape with straight sides.
    Polygon(Vec<Point>, Ink),
    /// A text on one line.
    Words(Words),
}

/// A place: from the left, from the top.
pub(crate) type Point = (f32, f32);

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pen {
    /// Colour.
    pub(crate) ink: Ink,
    /// Width.
    pub(crate) width: f32,
    /// Whether it is broken into dashes.
    pub(crate) stroke: Stroke,
}

/// Whether a line is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stroke {
    /// It is.
    Whole,
    /// It is broken into dashes.
    Dashed,
}

/// The length of a dash and of the space after it.
pub(crate) const DASH: f32 = 3.0;

/// A text on one line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Words {
    /// The text, without control characters.
    pub(crate) text: String,
    /// Left edge.
    pub(crate) x: f32,
    /// The line that the letters stand on.
    pub(crate) baseline: f32,
    /// Width as measured in the fonts of the PDF.
    pub(crate) width: f32,
    /// Whether those fonts have every character; otherwise the width is that of what is printed in their place.
    pub(crate) is_whole: bool,
    /// Type size.
    pub(crate) size: f32,
    /// Weight.
    pub(crate) weight: Weight,
    /// Colour.
    pub(crate) ink: Ink,
    /// The colour under it.
    pub(crate) ground: Ink,
    /// The same as glyphs, placed; what no font has is spelled out.
    pub(crate) printed: Vec<Text>,
}

#[cfg(test)]
impl Words {
    /// Returns the rectangle that the text claims.
    pub(crate) fn area(&self) -> Area {
        Area {
            x: self.x,
            y: self.baseline - ASCENT * self.size,
            width: self.width,
            height: (ASCENT + DESCENT) * self.size,
        }
    }
}

impl Pen {
    /// Returns a whole line.
    pub(crate) const fn new(ink: Ink, width: f32) -> Self {
        Self {
            ink,
            width,
            stroke: Stroke::Whole,
        }
    }
}

/// Returns the two points between which a level line swings, such as a Bezier curve needs them.
pub(crate) fn handles([from, to]: [Point; 2]) -> [Point; 2] {
    let middle = (from.0 + to.0) / 2.0;
    [(middle, from.1), (middle, to.1)]
}

/// A step of the pen along a shape, as any canvas takes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    /// Begins at a point.
    From(Point),
    /// Goes straight to a point.
    To(Point),
    /// Swings to the last point by way of the two before it, as a cubic Bezier curve.
    By([Point; 3]),
    /// Goes back to the beginning.
    Back,
}

/// Returns the steps along a line.
pub(crate) fn line([from, to]: [Point; 2]) -> Vec<Step> {
    vec![Step::From(from), Step::To(to)]
}

/// Returns the steps along a swing.
pub(crate) fn swing(ends: [Point; 2]) -> Vec<Step> {
    let ([first, second], [from, to]) = (handles(ends), ends);
    vec![Step::From(from), Step::By([first, second, to])]
}

/// Returns the steps around a polygon.
pub(crate) fn polygon(points: &[Point]) -> Vec<Step> {
    let Some((first, rest)) = points.split_first() else {
        return Vec::new();
    };
    let first = std::iter::once(Step::From(*first));
    let rest = rest.iter().copied().map(Step::To);
    first.chain(rest).chain([Step::Back]).collect()
}
