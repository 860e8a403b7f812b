//! A scene as an SVG 1.1 file that stands alone: title and description for whoever does not see it, text as text, no
//! script, no style sheet, nothing from elsewhere. Numbers have at most two decimals, so that bytes are the same
//! everywhere.

use crate::render::chart::scene::{DASH, Mark, Pen, SCENE_WIDTH, Scene, Stroke, Words, handles};
use crate::render::escape::escaped;
use crate::render::pdf::fonts::Weight;
use crate::render::pdf::pages::Area;
use crate::render::pdf::style::Ink;
use std::fmt::Write;

/// How many pixels a point is where a page shows the picture in its own size.
const PIXELS: f32 = 1.6;
/// The fonts of the PDF first; then what other machines have.
const FONTS: &str = "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif";

/// Returns the file.
pub(crate) fn write(scene: &Scene) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}",
        picture(scene, "")
    )
}

/// Returns the picture as an element of a page, where others may stand; its ids begin with a prefix, which needs no
/// escape.
pub(crate) fn picture(scene: &Scene, prefix: &str) -> String {
    let (width, height) = (number(SCENE_WIDTH), number(scene.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\" \
         aria-labelledby=\"{prefix}title {prefix}says\" \
         width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" font-family=\"{FONTS}\">\n\
         <title id=\"{prefix}title\">{}</title>\n<desc id=\"{prefix}says\">{}</desc>\n",
        number(SCENE_WIDTH * PIXELS),
        number(scene.height * PIXELS),
        escaped(&scene.title),
        escaped(&scene.says),
    );
    // A page may be dark; the picture brings its own paper.
    let _ = writeln!(
        out,
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        colour(Ink::White)
    );
    for mark in &scene.marks {
        out.push_str(&element(mark));
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

fn element(mark: &Mark) -> String {
    match mark {
        Mark::Ground(area, ink) => format!("<rect {} fill=\"{}\"/>", placed(*area), colour(*ink)),
        Mark::Outline(area, pen) => format!("<rect {} fill=\"none\" {}/>", placed(*area), drawn(*pen)),
        Mark::Line([from, to], pen) => format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>",
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1),
            drawn(*pen)
        ),
        Mark::Swing(ends, pen) => {
            let [first, second] = handles(*ends).map(point);
            let [from, to] = ends.map(point);
            format!(
                "<path d=\"M{from} C{first} {second} {to}\" fill=\"none\" {}/>",
                drawn(*pen)
            )
        }
        Mark::Polygon(points, ink) => {
            let points: Vec<String> = points.iter().copied().map(point).collect();
            format!(
                "<polygon points=\"{}\" fill=\"{}\"/>",
                points.join(" "),
                colour(*ink)
            )
        }
        Mark::Words(words) => text(words),
    }
}

// Another font may be wider: the length that was measured is kept, so that no text runs into another. Where the fonts
// of the PDF lack a character, what was measured is something else.
fn text(words: &Words) -> String {
    let length = match words.is_whole && words.width > 0.0 {
        true => format!(
            " textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"",
            number(words.width)
        ),
        false => String::new(),
    };
    format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{} fill=\"{}\"{length}>{}</text>",
        number(words.x),
        number(words.baseline),
        number(words.size),
        weight(words.weight),
        colour(words.ink),
        escaped(&words.text)
    )
}

fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "",
        Weight::SemiBold => " font-weight=\"600\"",
        Weight::Bold => " font-weight=\"700\"",
    }
}

fn placed(area: Area) -> String {
    format!(
        "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
        number(area.x),
        number(area.y),
        number(area.width),
        number(area.height)
    )
}

fn drawn(pen: Pen) -> String {
    let dashes = match pen.stroke {
        Stroke::Whole => String::new(),
        Stroke::Dashed => format!(" stroke-dasharray=\"{}\"", number(DASH)),
    };
    format!(
        "stroke=\"{}\" stroke-width=\"{}\"{dashes}",
        colour(pen.ink),
        number(pen.width)
    )
}

fn point((x, y): (f32, f32)) -> String {
    format!("{},{}", number(x), number(y))
}

fn colour(ink: Ink) -> String {
    let (red, green, blue) = ink.rgb();
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Returns a number with at most two decimals.
fn number(value: f32) -> String {
    let fixed = format!("{value:.2}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    match short {
        "-0" => "0".to_owned(),
        _ => short.to_owned(),
    }
}
