//! Days on a line: a row for each day on which something begins, with a bar from that day on. Whether it applies is
//! seen by the look of the bar and said by the key; today is a broken line with its date above.

use crate::calendar::Date;
use crate::documents::chart::{Look, Series, Stage, Timeline};
use crate::render::chart::scene::{Mark, Pen, SCENE_WIDTH, Stroke};
use crate::render::chart::sketch::{LABEL, SMALL, STRONG, Sketch};
use crate::render::pdf::document::Side;
use crate::render::pdf::pages::Area;
use crate::render::pdf::style::Ink;

const LABELS: f32 = 172.0;
const LEFT: f32 = LABELS + 12.0;
/// Where the number of duties stands.
const COUNTS: f32 = 62.0;
const RIGHT: f32 = SCENE_WIDTH - COUNTS - 8.0;
const THICKNESS: f32 = 10.0;
const BETWEEN: f32 = 8.0;
/// Days left free before the first and after the last day.
const FREE_DAYS: i32 = 120;
/// The least distance between two years on the scale.
const LEAST_YEAR: f32 = 26.0;

/// The line of today.
const TODAY: Pen = Pen {
    ink: Ink::Alert,
    width: 1.2,
    stroke: Stroke::Dashed,
};

const APPLIES: (&str, Look) = ("applies", Look::Filled);
const TIME_LEFT: (&str, Look) = ("applies, with time left", Look::Crossed);
const LATER: (&str, Look) = ("from a later day", Look::Hatched);

/// Draws a timeline.
pub(crate) fn draw(sketch: &mut Sketch, timeline: &Timeline) {
    let key = key(timeline);
    sketch.key(&key);
    let scale = Scale::of(timeline);
    name_today(sketch, timeline.today, &scale);
    let (top, depth) = (sketch.y, sketch.depth());
    sketch.y += 5.0;
    for stage in &timeline.stages {
        draw_stage(sketch, stage, timeline.today, &scale);
    }
    let bottom = sketch.y;
    draw_years(sketch, &scale, bottom);
    let grid = |year: &Date| {
        (
            [(scale.x(*year), top), (scale.x(*year), bottom)],
            Pen::new(Ink::Hairline, 0.5),
        )
    };
    sketch.rules_at(depth, scale.years().iter().map(grid).collect());
    let x = scale.x(timeline.today);
    sketch.rule((x, top), (x, bottom), TODAY);
    sketch.y = bottom + SMALL.leading + 4.0;
}

fn key(timeline: &Timeline) -> Vec<Series> {
    let has_grace = timeline.stages.iter().any(|stage| stage.until.is_some());
    let shown = [APPLIES, TIME_LEFT, LATER].into_iter();
    shown
        .filter(|(_, look)| has_grace || *look != TIME_LEFT.1)
        .map(|(label, look)| Series {
            label: label.to_owned(),
            look,
        })
        .collect()
}

/// From days to places.
struct Scale {
    first: Date,
    last: Date,
}

impl Scale {
    fn of(timeline: &Timeline) -> Self {
        let days = timeline
            .stages
            .iter()
            .flat_map(|stage| [Some(stage.day), stage.until]);
        let days = || days.clone().flatten().chain([timeline.today]);
        let first = days().min().unwrap_or(timeline.today);
        let last = days().max().unwrap_or(timeline.today);
        Self {
            first: first.plus_days(-FREE_DAYS),
            last: last.plus_days(2 * FREE_DAYS),
        }
    }

    fn x(&self, day: Date) -> f32 {
        let all = self.first.days_until(self.last).max(1);
        LEFT + (RIGHT - LEFT) * self.first.days_until(day) as f32 / all as f32
    }

    fn years(&self) -> Vec<Date> {
        let years = self.first.numbers().0 + 1..=self.last.numbers().0;
        years.map(|year| Date::on(year, 1, 1)).collect()
    }
}

fn name_today(sketch: &mut Sketch, today: Date, scale: &Scale) {
    let words = format!("today: {}", today.in_words());
    let setting = STRONG.with_ink(Ink::Alert);
    let width = sketch.width(&words, setting) + 0.1;
    let x = (scale.x(today) - width / 2.0).clamp(LEFT, SCENE_WIDTH - width);
    let top = sketch.y;
    sketch.line(&words, setting, (x, width), Side::Left, top, Ink::White);
    sketch.y += setting.leading + 1.0;
}

fn draw_stage(sketch: &mut Sketch, stage: &Stage, today: Date, scale: &Scale) {
    let words = sketch.broken(&stage.words, SMALL, LABELS, 2);
    let height = STRONG.leading + words.len() as f32 * SMALL.leading;
    let day = match stage.until {
        None => stage.day.in_words(),
        Some(until) => format!("{}, time until {}", stage.day.in_words(), until.in_words()),
    };
    let top = sketch.y;
    sketch.line(&day, STRONG, (0.0, LABELS), Side::Left, top, Ink::White);
    sketch.lines(&words, SMALL, (0.0, LABELS), Side::Left, top + STRONG.leading);
    let middle = top + height / 2.0;
    draw_bar(sketch, stage, today, scale, middle);
    let (says, setting) = match stage.n_duties {
        0 => ("none of ours".to_owned(), LABEL.with_ink(Ink::Quiet)),
        1 => ("1 duty".to_owned(), STRONG),
        n => (format!("{n} duties"), STRONG),
    };
    let room = (SCENE_WIDTH - COUNTS, COUNTS);
    sketch.line(
        &says,
        setting,
        room,
        Side::Left,
        middle - setting.leading / 2.0,
        Ink::White,
    );
    sketch.y += height + BETWEEN;
}

fn draw_bar(sketch: &mut Sketch, stage: &Stage, today: Date, scale: &Scale, middle: f32) {
    let (from, look) = (scale.x(stage.day), look(stage, today));
    if stage.n_duties == 0 {
        // Nothing of ours begins: the day is marked, and a thin line leads on.
        sketch.rule((from, middle), (RIGHT, middle), Pen::new(Ink::Quiet, 0.8));
        sketch.rule(
            (from, middle - 4.0),
            (from, middle + 4.0),
            Pen::new(Ink::Quiet, 1.2),
        );
        return;
    }
    let bar = |from: f32, to: f32| Area {
        x: from,
        y: middle - THICKNESS / 2.0,
        width: (to - from).max(1.0),
        height: THICKNESS,
    };
    let end = stage.until.map_or(RIGHT, |until| scale.x(until));
    sketch.fill(bar(from, end), look);
    if stage.until.is_some_and(|until| until > today) {
        sketch.fill(bar(end, RIGHT), LATER.1);
    }
    // Bars are dark: a white line under the dashes keeps today in sight on them.
    let x = scale.x(today);
    if from < x {
        let area = bar(x, x);
        sketch.rule((x, area.y), (x, area.bottom()), Pen::new(Ink::White, 3.0));
    }
    let tip = 5.5;
    let diamond = vec![
        (from, middle - THICKNESS / 2.0 - 2.5),
        (from + tip, middle),
        (from, middle + THICKNESS / 2.0 + 2.5),
        (from - tip, middle),
    ];
    sketch.add(Mark::Polygon(diamond, Ink::Accent));
}

fn look(stage: &Stage, today: Date) -> Look {
    match (stage.day <= today, stage.until) {
        (false, _) => LATER.1,
        (true, Some(_)) => TIME_LEFT.1,
        (true, None) => APPLIES.1,
    }
}

fn draw_years(sketch: &mut Sketch, scale: &Scale, bottom: f32) {
    sketch.rule((LEFT, bottom), (RIGHT, bottom), Pen::new(Ink::Quiet, 0.8));
    let mut free_from = LEFT - LEAST_YEAR / 2.0;
    for year in scale.years() {
        let x = scale.x(year);
        let room = (x - LEAST_YEAR / 2.0, LEAST_YEAR);
        if room.0 >= free_from && room.0 + room.1 <= RIGHT + LEAST_YEAR / 2.0 {
            let words = year.numbers().0.to_string();
            sketch.line(&words, SMALL, room, Side::Centre, bottom + 2.0, Ink::White);
            free_from = room.0 + room.1;
        }
    }
}
