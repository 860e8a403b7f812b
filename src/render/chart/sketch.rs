//! A picture in the making: the pen goes down the page and sets the title, the key to the looks, and texts that are
//! made to fit. Each kind of picture adds its own shapes.

use crate::documents::chart::{Look, Series};
use crate::failure::Failure;
use crate::render::chart::look::{colours, filled, has_lines};
use crate::render::chart::ruler::Ruler;
use crate::render::chart::scene::{Mark, Pen, Point, SCENE_WIDTH, Scene, Words};
use crate::render::pdf::document::Side;
use crate::render::pdf::fonts::Weight;
use crate::render::pdf::pages::{Area, start};
use crate::render::pdf::style::{ASCENT, DESCENT, Ink, Setting};

/// The line above a picture.
const TITLE: Setting = Setting::new(10.6, 15.0, Weight::SemiBold, Ink::Accent);
/// What a bar, a day or a part is.
pub(crate) const LABEL: Setting = Setting::new(8.8, 11.4, Weight::Regular, Ink::Text);
/// The same where it stands out.
pub(crate) const STRONG: Setting = Setting::new(8.8, 11.4, Weight::SemiBold, Ink::Text);
/// What steps back: scales, explanations.
pub(crate) const SMALL: Setting = Setting::new(7.8, 10.0, Weight::Regular, Ink::Quiet);
/// Numbers inside bars.
const INSIDE: Setting = Setting::new(8.2, 10.0, Weight::SemiBold, Ink::Text);

/// Space around everything, so that a line on the edge is not cut.
const MARGIN: f32 = 1.0;
/// Size of the samples in the key.
const SAMPLE: (f32, f32) = (16.0, 9.0);

/// A picture in the making.
pub(crate) struct Sketch {
    ruler: Ruler,
    marks: Vec<Mark>,
    /// How far down the picture goes already.
    pub(crate) y: f32,
}

impl Sketch {
    /// Returns a picture that has nothing but its title.
    pub(crate) fn new(title: &str) -> Result<Self, Failure> {
        let mut sketch = Self {
            ruler: Ruler::new()?,
            marks: Vec::new(),
            y: MARGIN,
        };
        let top = sketch.y;
        sketch.line(title, TITLE, (0.0, SCENE_WIDTH), Side::Left, top, Ink::White);
        sketch.y += TITLE.leading + 4.0;
        Ok(sketch)
    }

    /// Returns the finished picture.
    pub(crate) fn finish(self, title: &str, says: &str) -> Scene {
        Scene {
            height: (self.y + MARGIN).ceil(),
            title: title.to_owned(),
            says: says.to_owned(),
            marks: self.marks,
        }
    }

    /// Adds a shape.
    pub(crate) fn add(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// Returns a place in the pile of shapes, to lay others there later.
    pub(crate) fn depth(&self) -> usize {
        self.marks.len()
    }

    /// Lays straight lines under everything that was added since a depth was asked for.
    pub(crate) fn rules_at(&mut self, depth: usize, lines: Vec<([Point; 2], Pen)>) {
        let marks = lines.into_iter().map(|(ends, pen)| Mark::Line(ends, pen));
        self.marks.splice(depth..depth, marks);
    }

    /// Adds a straight line.
    pub(crate) fn rule(&mut self, from: Point, to: Point, pen: Pen) {
        self.add(Mark::Line([from, to], pen));
    }

    /// Adds an area with a look.
    pub(crate) fn fill(&mut self, area: Area, look: Look) {
        self.marks.extend(filled(area, look));
    }

    /// Returns the width of a text.
    pub(crate) fn width(&mut self, text: &str, setting: Setting) -> f32 {
        self.ruler.width(text, setting)
    }

    /// Returns a text broken into lines that fit.
    pub(crate) fn broken(&mut self, text: &str, setting: Setting, room: f32, most: usize) -> Vec<String> {
        self.ruler.lines(text, setting, room, most)
    }

    /// Adds one line of text below `top`, within a room that begins at `room.0` and is `room.1` wide.
    pub(crate) fn line(
        &mut self,
        text: &str,
        setting: Setting,
        room: (f32, f32),
        side: Side,
        top: f32,
        ground: Ink,
    ) {
        let text = self.ruler.shortened(text, setting, room.1);
        let width = self.ruler.width(&text, setting);
        let is_whole = self.ruler.is_whole(&text);
        let x = start(side, room.0, room.1, width);
        let baseline = top + setting.baseline();
        let printed = self.ruler.printed(&text, setting, x, baseline);
        self.add(Mark::Words(Words {
            x,
            baseline,
            printed,
            width,
            is_whole,
            text,
            size: setting.size,
            weight: setting.weight,
            ink: setting.ink,
            ground,
        }));
    }

    /// Adds lines of text below each other.
    pub(crate) fn lines(
        &mut self,
        lines: &[String],
        setting: Setting,
        room: (f32, f32),
        side: Side,
        top: f32,
    ) {
        for (at, line) in lines.iter().enumerate() {
            let top = top + at as f32 * setting.leading;
            self.line(line, setting, room, side, top, Ink::White);
        }
    }

    /// Adds a number in the middle of an area, if there is room for it; on lines, it gets a plate.
    pub(crate) fn number(&mut self, number: &str, area: Area, look: Look) {
        let (ground, ink) = colours(look);
        let setting = INSIDE.with_ink(ink);
        let width = self.width(number, setting);
        if width + 5.0 > area.width || setting.size > area.height {
            return;
        }
        let ground = if has_lines(look) { Ink::White } else { ground };
        let top = area.y + (area.height - setting.leading) / 2.0;
        if has_lines(look) {
            let text_height = (ASCENT + DESCENT) * setting.size;
            let plate = Area {
                x: area.x + (area.width - width) / 2.0 - 1.8,
                y: area.y + (area.height - text_height) / 2.0,
                width: width + 3.6,
                height: text_height,
            };
            self.add(Mark::Ground(plate, ground));
        }
        self.line(number, setting, (area.x, area.width), Side::Centre, top, ground);
    }

    /// Adds the key: a sample of each look with what it stands for.
    pub(crate) fn key(&mut self, series: &[Series]) {
        let mut x = 0.0;
        for Series { label, look } in series {
            let room = SCENE_WIDTH - SAMPLE.0 - 5.0;
            let width = self.width(label, LABEL).min(room);
            if x > 0.0 && x + SAMPLE.0 + 5.0 + width > SCENE_WIDTH {
                x = 0.0;
                self.y += LABEL.leading + 2.0;
            }
            let area = Area {
                x: x + MARGIN,
                y: self.y + (LABEL.leading - SAMPLE.1) / 2.0,
                width: SAMPLE.0 - MARGIN,
                height: SAMPLE.1,
            };
            self.fill(area, *look);
            // A little more than its own width, so that a label that fits is not shortened by a rounding error.
            let text = (x + SAMPLE.0 + 5.0, width + 0.01);
            self.line(label, LABEL, text, Side::Left, self.y, Ink::White);
            x += SAMPLE.0 + 5.0 + width + 16.0;
        }
        self.y += LABEL.leading + 9.0;
    }
}
