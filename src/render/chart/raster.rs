//! A scene as a PNG file, for programs that draw no vectors of ours. Shapes and outlines of glyphs are filled without
//! instructions of particular processors, so that the dots are the same everywhere. Decides nothing: what is drawn, and
//! where, the scene says.

use crate::failure::Failure;
use crate::render::chart::png::png;
use crate::render::chart::scene::{
    DASH, Mark, Pen, Point, SCENE_WIDTH, Scene, Step, Stroke as Whole, line, polygon, swing,
};
use crate::render::pdf::fonts::Fonts;
use crate::render::pdf::pages::{Area, Text};
use crate::render::pdf::style::Ink;
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

/// Dots for each point: sharp on paper at the width of a page.
const DOTS: f32 = 3.0;

/// Returns the file, or nothing where the picture is too high for one.
///
/// # Errors
/// Fails when a font of this program cannot be read, which is a fault of this program.
pub(crate) fn write(scene: &Scene) -> Result<Option<Vec<u8>>, Failure> {
    let (width, height) = (
        (SCENE_WIDTH * DOTS).ceil() as u32,
        (scene.height * DOTS).ceil() as u32,
    );
    let Some(mut paper) = Pixmap::new(width, height) else {
        return Ok(None);
    };
    paper.fill(colour(Ink::White));
    let mut canvas = Canvas {
        paper,
        fonts: Fonts::load()?,
    };
    scene.marks.iter().for_each(|mark| canvas.draw(mark));
    // Nothing is transparent, so every fourth byte says nothing.
    let dots: Vec<u8> = canvas
        .paper
        .data()
        .chunks_exact(4)
        .flat_map(|dot| [dot[0], dot[1], dot[2]])
        .collect();
    png(width, height, &dots).map(Some)
}

struct Canvas {
    paper: Pixmap,
    fonts: Fonts,
}

impl Canvas {
    fn draw(&mut self, mark: &Mark) {
        match mark {
            Mark::Ground(area, ink) => self.fill(rectangle(*area), *ink),
            Mark::Outline(area, pen) => self.stroke(rectangle(*area), *pen),
            Mark::Line(ends, pen) => self.stroke(path(&line(*ends)), *pen),
            Mark::Swing(ends, pen) => self.stroke(path(&swing(*ends)), *pen),
            Mark::Polygon(points, ink) => self.fill(path(&polygon(points)), *ink),
            Mark::Words(words) => words.printed.iter().for_each(|text| self.text(text)),
        }
    }

    fn fill(&mut self, path: Option<Path>, ink: Ink) {
        if let Some(path) = path {
            let place = Transform::from_scale(DOTS, DOTS);
            self.paper
                .fill_path(&path, &paint(ink), FillRule::Winding, place, None);
        }
    }

    fn stroke(&mut self, path: Option<Path>, pen: Pen) {
        let dash = match pen.stroke {
            Whole::Whole => None,
            Whole::Dashed => StrokeDash::new(vec![DASH, DASH], 0.0),
        };
        let stroke = Stroke {
            width: pen.width,
            dash,
            ..Stroke::default()
        };
        if let Some(path) = path {
            let place = Transform::from_scale(DOTS, DOTS);
            self.paper
                .stroke_path(&path, &paint(pen.ink), &stroke, place, None);
        }
    }

    fn text(&mut self, text: &Text) {
        let face = self.fonts.face(text.font);
        let units = face.units_per_em() as f32;
        let mut letters = Letters {
            path: PathBuilder::new(),
            scale: text.size / units,
            at: (text.x, text.baseline),
        };
        let mut pen = text.x;
        for glyph in &text.glyphs {
            letters.at = (
                pen + glyph.right * text.size,
                text.baseline - glyph.up * text.size,
            );
            if let Ok(id) = u16::try_from(glyph.id) {
                face.outline_glyph(GlyphId(id), &mut letters);
            }
            pen += glyph.advance * text.size;
        }
        self.fill(letters.path.finish(), text.ink);
    }
}

/// The outlines of the letters of a text; a font counts upwards, a picture down.
struct Letters {
    path: PathBuilder,
    scale: f32,
    at: Point,
}

impl Letters {
    fn place(&self, x: f32, y: f32) -> Point {
        (self.at.0 + x * self.scale, self.at.1 - y * self.scale)
    }
}

impl OutlineBuilder for Letters {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.place(x1, y1), self.place(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.place(x1, y1), self.place(x2, y2), self.place(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

fn paint(ink: Ink) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(colour(ink));
    paint
}

fn colour(ink: Ink) -> Color {
    let (red, green, blue) = ink.rgb();
    Color::from_rgba8(red, green, blue, u8::MAX)
}

fn rectangle(area: Area) -> Option<Path> {
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    path(&polygon(&[
        (area.x, area.y),
        (right, area.y),
        (right, bottom),
        (area.x, bottom),
    ]))
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
