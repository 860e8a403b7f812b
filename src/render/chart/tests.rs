//! Measures pictures of charts made at random: nothing sticks out, no text lies on another or is crossed by a line,
//! every text can be read on its ground, the file is XML, and the bytes are the same twice. Test code only.

use crate::calendar::Date;
use crate::documents::chart::{
    Bar, Bars, Chart, Graph, Layer, Line, Look, Picture, Series, Share, ShareGroup, Shares, Stage, Timeline,
};
use crate::documents::shown::number;
use crate::render::chart::scene::{Mark, Point, SCENE_WIDTH, Scene, Words, handles};
use crate::render::chart::{Drawing, draw};
use crate::render::pdf::pages::Area;
use crate::render::pdf::style::Ink;
use proptest::prelude::*;

/// The height of the text on a page: a picture is never cut.
const TALLEST: f32 = crate::render::pdf::style::BOTTOM - crate::render::pdf::style::TOP;
/// Widths of lines and rounding in sums are smaller than this.
const HAIR: f32 = 0.7;

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Z][a-z]{1,9}( [a-z]{1,12}){0,3}",
        2 => "[A-Z][a-z]{2,14}( [a-z]{2,14}){6,16}",
        1 => "[a-f0-9]{60,120}",
        1 => "[一-龠]{1,40}",
        1 => "[א-ת]{2,9}( [א-ת]{2,9}){0,6}",
        1 => "[ء-ي]{2,30}",
        1 => proptest::sample::select(vec!["", " ", "<b>&\"'</b>", "\u{202e}abc", "a\u{0}b\nc", "]]>", "😀 🏳️‍🌈", "W", "\u{fffe}x"])
            .prop_map(String::from),
    ]
}

const LOOKS: [Look; 7] = [
    Look::Filled,
    Look::Hatched,
    Look::Lighter,
    Look::Crossed,
    Look::Outlined,
    Look::Alert,
    Look::AlertHatched,
];

fn series(n: usize) -> impl Strategy<Value = Vec<Series>> {
    let one = (name(), 0..LOOKS.len()).prop_map(|(label, look)| Series {
        label,
        look: LOOKS[look],
    });
    proptest::collection::vec(one, n)
}

fn count() -> impl Strategy<Value = u64> {
    prop_oneof![3 => Just(0), 6 => 1..8_u64, 3 => 0..61_u64, 1 => any::<u64>()]
}

fn bars() -> impl Strategy<Value = Picture> {
    (1..6_usize, 1..13_usize).prop_flat_map(|(n_series, n_bars)| {
        let bar = (name(), proptest::collection::vec(count(), n_series));
        let bar = bar.prop_map(|(label, counts)| Bar { label, counts });
        (series(n_series), proptest::collection::vec(bar, n_bars))
            .prop_map(|(series, bars)| Picture::Bars(Bars { series, bars }))
    })
}

fn shares() -> impl Strategy<Value = Picture> {
    (1..3_usize, 1..13_usize).prop_flat_map(|(n_series, n_groups)| {
        let share = (name(), proptest::option::of(0..=1000_u32));
        let share = share.prop_map(|(says, thousandths)| Share { says, thousandths });
        let group = (name(), proptest::collection::vec(share, n_series));
        let group = group.prop_map(|(label, shares)| ShareGroup { label, shares });
        (series(n_series), proptest::collection::vec(group, n_groups))
            .prop_map(|(series, groups)| Picture::Shares(Shares { series, groups }))
    })
}

fn day() -> impl Strategy<Value = Date> {
    (0..3_000_i32, 0..40_i32).prop_map(|(days, years)| Date::on(2024, 8, 1).plus_days(days + 200 * years))
}

fn timeline() -> impl Strategy<Value = Picture> {
    let stage = (
        day(),
        proptest::option::weighted(0.3, 1..900_i32),
        name(),
        count(),
    );
    let stage = stage.prop_map(|(day, grace, words, n_duties)| Stage {
        day,
        until: grace.map(|days| day.plus_days(days)),
        words,
        n_duties,
    });
    (day(), proptest::collection::vec(stage, 0..14)).prop_map(|(today, mut stages)| {
        stages.sort_by_key(|stage| stage.day);
        Picture::Timeline(Timeline { today, stages })
    })
}

fn graph() -> impl Strategy<Value = Picture> {
    let looks = [Look::Filled, Look::Lighter, Look::Crossed, Look::Outlined];
    let layer = || proptest::collection::vec(name(), 0..9);
    let layers = (layer(), layer(), layer(), layer());
    let ends = proptest::collection::vec(((0..4_usize, 0..8_usize), (0..4_usize, 0..8_usize)), 0..60);
    (layers, ends).prop_map(move |((a, b, c, d), ends)| {
        let layers: Vec<Layer> = [a, b, c, d]
            .into_iter()
            .zip(looks)
            .map(|(nodes, look)| Layer {
                title: "Kind".to_owned(),
                look,
                nodes,
            })
            .collect();
        let is_there = |(layer, at): (usize, usize)| at < layers[layer].nodes.len();
        let lines: std::collections::BTreeSet<Line> = ends
            .into_iter()
            .filter(|(from, to)| from.0 < to.0 && is_there(*from) && is_there(*to))
            .map(|(from, to)| Line { from, to })
            .collect();
        Picture::Graph(Graph {
            layers,
            lines: lines.into_iter().collect(),
        })
    })
}

fn chart() -> impl Strategy<Value = Chart> {
    let picture = prop_oneof![bars(), shares(), timeline(), graph()];
    (name(), name(), picture).prop_map(|(title, says, picture)| Chart {
        name: "sample".to_owned(),
        title,
        says,
        picture,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn pictures_keep_their_places_and_can_be_read(chart in chart()) {
        let drawing = draw(&chart).unwrap();
        if let Err(fault) = check_scene(&drawing.scene) {
            prop_assert!(false, "{fault}");
        }
        let file = drawing.svg();
        prop_assert_eq!(&file, &draw(&chart).unwrap().svg(), "same bytes twice");
        if let Err(fault) = check_file(&drawing.scene, &file.bytes) {
            prop_assert!(false, "{fault}");
        }
        for sum in sums(&chart) {
            let is_whole = drawing.scene.marks.iter().any(|mark| is_words(mark, &sum));
            prop_assert!(is_whole, "{sum} is not printed whole");
        }
    }
}

/// Returns the sums that stand behind bars, as a reader of the picture expects them.
fn sums(chart: &Chart) -> Vec<String> {
    let Picture::Bars(bars) = &chart.picture else {
        return Vec::new();
    };
    let sum = |bar: &Bar| bar.counts.iter().fold(0_u64, |sum, n| sum.saturating_add(*n));
    bars.bars.iter().map(|bar| number(sum(bar))).collect()
}

fn is_words(mark: &Mark, text: &str) -> bool {
    matches!(mark, Mark::Words(words) if words.text == text)
}

fn check_scene(scene: &Scene) -> Result<(), String> {
    if scene.height > TALLEST {
        return Err(format!("{} points are higher than a page", scene.height));
    }
    let outside = scene.marks.iter().find(|mark| {
        let area = extent(mark);
        area.x < -HAIR
            || area.y < -HAIR
            || area.right() > SCENE_WIDTH + HAIR
            || area.bottom() > scene.height + HAIR
    });
    if let Some(mark) = outside {
        return Err(format!("sticks out: {mark:?}"));
    }
    let words: Vec<(usize, &Words)> = scene.marks.iter().enumerate().filter_map(as_words).collect();
    for (number, (at, one)) in words.iter().enumerate() {
        let other = words[number + 1..]
            .iter()
            .find(|(_, other)| overlap(one.area(), other.area()));
        if let Some((_, other)) = other {
            return Err(format!("{:?} lies on {:?}", one.text, other.text));
        }
        check_ground(scene, *at, one)?;
    }
    Ok(())
}

fn as_words((at, mark): (usize, &Mark)) -> Option<(usize, &Words)> {
    let Mark::Words(words) = mark else { return None };
    (words.width > 0.0).then_some((at, words))
}

// A text stands on the last ground that was painted under it; nothing else that was painted since may touch it.
fn check_ground(scene: &Scene, at: usize, words: &Words) -> Result<(), String> {
    let holds = |area: Area| {
        let own = words.area();
        area.x <= own.x + HAIR
            && area.right() >= own.right() - HAIR
            && area.y <= own.y + HAIR
            && area.bottom() >= own.bottom() - HAIR
    };
    let under = scene.marks[..at].iter().enumerate().rev().find_map(|(at, mark)| {
        let Mark::Ground(area, ink) = mark else {
            return None;
        };
        holds(*area).then_some((at, *ink))
    });
    let (from, ground) = under.map_or((0, Ink::White), |(at, ink)| (at + 1, ink));
    if ground != words.ground {
        return Err(format!(
            "{:?} stands on {ground:?} and not on {:?}",
            words.text, words.ground
        ));
    }
    let contrast = contrast(words.ink, ground);
    if contrast < 4.5 {
        return Err(format!("{:?} has a contrast of {contrast} only", words.text));
    }
    let crossing = scene.marks[from..]
        .iter()
        .find(|mark| touches(mark, words.area()));
    crossing.map_or(Ok(()), |mark| Err(format!("{mark:?} crosses {:?}", words.text)))
}

fn touches(mark: &Mark, area: Area) -> bool {
    match mark {
        Mark::Words(_) => false,
        Mark::Ground(..) | Mark::Polygon(..) => overlap(extent(mark), area),
        Mark::Outline(edge, _) => {
            let corners = [
                (edge.x, edge.y),
                (edge.right(), edge.y),
                (edge.right(), edge.bottom()),
                (edge.x, edge.bottom()),
            ];
            (0..4).any(|at| passes([corners[at], corners[(at + 1) % 4]], area))
        }
        Mark::Line(ends, _) => passes(*ends, area),
        Mark::Swing(ends, _) => {
            let [first, second] = handles(*ends);
            let along = |step: i32| curve(ends[0], first, second, ends[1], step as f32 / 24.0);
            (0..24).any(|step| passes([along(step), along(step + 1)], area))
        }
    }
}

fn curve(a: Point, b: Point, c: Point, d: Point, t: f32) -> Point {
    let s = 1.0 - t;
    let mix = |a: f32, b: f32, c: f32, d: f32| {
        a * s * s * s + 3.0 * b * s * s * t + 3.0 * c * s * t * t + d * t * t * t
    };
    (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
}

// Whether a line passes through an area: clipped against its four sides, something is left.
fn passes([from, to]: [Point; 2], area: Area) -> bool {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
    for (slope, room) in [
        (-dx, from.0 - area.x - HAIR),
        (dx, area.right() - HAIR - from.0),
        (-dy, from.1 - area.y - HAIR),
        (dy, area.bottom() - HAIR - from.1),
    ] {
        if slope == 0.0 && room < 0.0 {
            return false;
        }
        if slope < 0.0 {
            enter = enter.max(room / slope);
        } else if slope > 0.0 {
            leave = leave.min(room / slope);
        }
    }
    enter < leave
}

fn extent(mark: &Mark) -> Area {
    let around = |points: &[Point]| {
        let x = |pick: fn(f32, f32) -> f32, from| points.iter().fold(from, |far, point| pick(far, point.0));
        let y = |pick: fn(f32, f32) -> f32, from| points.iter().fold(from, |far, point| pick(far, point.1));
        let (left, top) = (x(f32::min, f32::MAX), y(f32::min, f32::MAX));
        Area {
            x: left,
            y: top,
            width: x(f32::max, f32::MIN) - left,
            height: y(f32::max, f32::MIN) - top,
        }
    };
    match mark {
        Mark::Ground(area, _) | Mark::Outline(area, _) => *area,
        Mark::Line(ends, _) | Mark::Swing(ends, _) => around(ends),
        Mark::Polygon(points, _) => around(points),
        Mark::Words(words) => words.area(),
    }
}

fn overlap(one: Area, other: Area) -> bool {
    const HAIR: f32 = 0.05;
    one.x + HAIR < other.right()
        && other.x + HAIR < one.right()
        && one.y + HAIR < other.bottom()
        && other.y + HAIR < one.bottom()
}

/// The contrast of two colours as WCAG 2.2 reckons it.
fn contrast(one: Ink, other: Ink) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(ink: Ink) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    let (red, green, blue) = ink.rgb();
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

// An XML parser of its own reads the file back: the same texts, and nothing that loads or runs.
fn check_file(scene: &Scene, bytes: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let file = roxmltree::Document::parse(text).map_err(|error| format!("{error}\n{text}"))?;
    let known = ["svg", "title", "desc", "rect", "line", "path", "polygon", "text"];
    let strange = file
        .descendants()
        .find(|node| node.is_element() && !known.contains(&node.tag_name().name()));
    if let Some(node) = strange {
        return Err(format!("<{}> is not expected", node.tag_name().name()));
    }
    let links = file
        .descendants()
        .flat_map(|node| node.attributes())
        .any(|it| it.name() == "href" || it.name().starts_with("on") || it.value().contains("url("));
    let texts = |name: &'static str| -> Vec<String> {
        let nodes = file
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
        nodes
            .map(|node| node.text().unwrap_or_default().to_owned())
            .collect()
    };
    let drawn: Vec<String> = scene
        .marks
        .iter()
        .filter_map(|mark| {
            let Mark::Words(words) = mark else { return None };
            Some(words.text.clone())
        })
        .collect();
    let is_whole = texts("text") == drawn && texts("title").len() == 1 && texts("desc").len() == 1;
    match (links, is_whole) {
        (false, true) => Ok(()),
        (true, _) => Err("the file leads elsewhere".to_owned()),
        (false, false) => Err(format!("{:?} is not {drawn:?}", texts("text"))),
    }
}

/// Returns a small picture.
pub(crate) fn sample() -> Drawing {
    let chart = Chart {
        name: "sample".to_owned(),
        title: "Sample".to_owned(),
        says: "One bar, of three.".to_owned(),
        picture: Picture::Bars(Bars {
            series: vec![Series {
                label: "all".to_owned(),
                look: Look::Hatched,
            }],
            bars: vec![Bar {
                label: "one".to_owned(),
                counts: vec![3],
            }],
        }),
    };
    draw(&chart).unwrap()
}

#[test]
fn a_line_across_a_text_is_found() {
    let mut scene = sample().scene;
    assert_eq!(check_scene(&scene), Ok(()));
    let pen = crate::render::chart::scene::Pen::new(Ink::Text, 1.0);
    scene.marks.push(Mark::Line([(0.0, 2.0), (60.0, 14.0)], pen));
    assert!(check_scene(&scene).unwrap_err().contains("crosses"));
}

#[test]
fn looks_differ_by_more_than_their_colour() {
    let area = Area {
        x: 0.0,
        y: 0.0,
        width: 30.0,
        height: 15.0,
    };
    // Beside each other stand only looks that a picture without colours keeps apart: by lines, or by how dark they are.
    for (one, other) in [
        (Look::Filled, Look::Hatched),
        (Look::Hatched, Look::Crossed),
        (Look::Lighter, Look::Outlined),
        (Look::Alert, Look::AlertHatched),
        (Look::AlertHatched, Look::Lighter),
        (Look::Crossed, Look::Outlined),
    ] {
        let n_marks = |look| crate::render::chart::look::filled(area, look).len();
        let ground = |look| crate::render::chart::look::colours(look).0;
        let is_told_apart = n_marks(one) != n_marks(other) || contrast(ground(one), ground(other)) > 3.0;
        assert!(is_told_apart, "{one:?} {other:?}");
    }
}
