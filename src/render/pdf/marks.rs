//! Small marks on a line: hairlines, lines under links, and single lines of text such as page numbers.

use crate::render::pdf::document::Side;
use crate::render::pdf::pages::{Area, Form, Shape, TagId, Text, start};
use crate::render::pdf::style::{Ink, Setting};
use crate::render::pdf::text::Shaper;

/// Returns a hairline.
pub(crate) fn hairline(x: f32, y: f32, width: f32) -> Shape {
    Shape {
        form: Form::Filled,
        ink: Ink::Hairline,
        area: Area {
            x,
            y,
            width,
            height: 0.6,
        },
    }
}

/// Returns the lines under links and through what is struck out.
pub(crate) fn decoration(text: &Text) -> Vec<Shape> {
    let line = |below: f32, height: f32| Shape {
        form: Form::Filled,
        ink: text.ink,
        area: Area {
            x: text.x,
            y: text.baseline + below,
            width: text.width,
            height,
        },
    };
    let mut shapes = Vec::new();
    // The mark of a note is small enough to be seen as a link without a line.
    if text.link.is_some() && text.size > 7.0 {
        shapes.push(line(text.size * 0.16, 0.4));
    }
    if text.look.strike {
        shapes.push(line(text.size * -0.25, 0.7));
    }
    shapes
}

/// Returns one line of text in a room, at a side of it.
pub(crate) fn one_line(
    shaper: &mut Shaper,
    text: &str,
    setting: Setting,
    side: Side,
    (x, width): (f32, f32),
    tag: Option<TagId>,
) -> Vec<Text> {
    let mut text = text.to_owned();
    loop {
        let shaped = shaper.shape_plain(&text, setting);
        let lines = shaped.lines(width);
        let [line] = lines.as_slice() else {
            // Too long: the last words give way to an ellipsis until the rest fits.
            let Some(first) = lines.first() else {
                return Vec::new();
            };
            let end = shaped.clusters[first.clusters.end - 1].bytes.end;
            let kept: Vec<char> = shaped.text[..end].trim_end_matches(['…', ' ']).chars().collect();
            if kept.len() < 2 {
                return Vec::new();
            }
            let fewer = kept.len() - usize::from(text.ends_with('…'));
            text = kept[..fewer].iter().collect::<String>() + "…";
            continue;
        };
        let pen = start(side, x, width, line.width);
        let tags: Vec<TagId> = tag.into_iter().collect();
        return shaped.place(line, pen, 0.0, &tags);
    }
}
