//! What stands on every page around the text: title and organisation above, date, build and page number below.
//! It is repetition, so it is not read aloud.

use crate::documents::document::Standing;
use crate::render::pdf::Dress;
use crate::render::pdf::document::Side;
use crate::render::pdf::fonts::Weight;
use crate::render::pdf::marks::{hairline, one_line};
use crate::render::pdf::pages::{Page, Text};
use crate::render::pdf::style::{FOOTER, HEADER, Ink, LEFT, RUNNING, WIDTH};
use crate::render::pdf::text::Shaper;

/// Adds header and footer to every page; the cover, which is the first, has no header.
pub(crate) fn furnish(shaper: &mut Shaper, pages: &mut [Page], dress: &Dress) {
    let header = header(shaper, dress);
    let footer = footer(shaper, dress);
    let n_pages = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        if at > 0 {
            page.shapes.push(hairline(LEFT, HEADER + 7.0, WIDTH));
            page.header.clone_from(&header);
        } else if dress.standing == Standing::Draft {
            page.header = on_cover(shaper);
        }
        page.shapes.push(hairline(LEFT, FOOTER - 15.0, WIDTH));
        page.footer.clone_from(&footer);
        let blanks = [
            ("page", (at + 1).to_string().into()),
            ("pages", n_pages.to_string().into()),
        ];
        let number = shaper.words.say_with("pdf-page", &blanks);
        page.footer
            .extend(line(shaper, &number, Side::Right, 0.3, FOOTER));
    }
}

fn on_cover(shaper: &mut Shaper) -> Vec<Text> {
    let setting = RUNNING.with_weight(Weight::Bold).with_ink(Ink::White);
    let unsigned = shaper.words.say("pdf-unsigned");
    let mark = one_line(shaper, &unsigned, setting, Side::Right, (LEFT, WIDTH), None);
    mark.into_iter().map(|text| text.lowered(HEADER)).collect()
}

fn header(shaper: &mut Shaper, dress: &Dress) -> Vec<Text> {
    let mut texts = line(shaper, dress.title, Side::Left, 0.62, HEADER);
    texts.extend(line(shaper, dress.organisation, Side::Right, 0.34, HEADER));
    texts
}

fn footer(shaper: &mut Shaper, dress: &Dress) -> Vec<Text> {
    let words = shaper.words;
    let blanks = [
        ("day", words.day(dress.as_of).into()),
        ("build", dress.build_id.into()),
    ];
    let left = words.say_with("pdf-as-of-and-build", &blanks);
    let mut texts = line(shaper, &left, Side::Left, 0.42, FOOTER);
    if dress.standing == Standing::Draft {
        let setting = RUNNING.with_weight(Weight::Bold).with_ink(Ink::Alert);
        let middle = (LEFT + WIDTH * 0.42, WIDTH * 0.16);
        let mark = one_line(
            shaper,
            &words.say("pdf-draft"),
            setting,
            Side::Centre,
            middle,
            None,
        );
        texts.extend(mark.into_iter().map(|text| text.lowered(FOOTER)));
    }
    texts
}

fn line(shaper: &mut Shaper, text: &str, side: Side, share: f32, baseline: f32) -> Vec<Text> {
    let width = WIDTH * share;
    let x = match side {
        Side::Right => LEFT + WIDTH - width,
        Side::Natural | Side::Left | Side::Centre => LEFT,
    };
    one_line(shaper, text, RUNNING, side, (x, width), None)
        .into_iter()
        .map(|text| text.lowered(baseline))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::render::pdf::measures::dress;
    use crate::tongue::language::Language;

    #[test]
    fn in_every_language_the_footer_says_the_whole_build_id_on_any_day() {
        let build_id = "6a8d9e6b8d9a";
        for language in Language::ALL.iter().map(|language| language.key()) {
            let mut shaper = Shaper::new(language).unwrap();
            for month in 1..=12 {
                let dress = Dress {
                    as_of: Date::on(2026, month, 28),
                    language,
                    build_id,
                    ..dress()
                };
                let texts = footer(&mut shaper, &dress);
                let said: String = texts.iter().map(|text| text.text.as_str()).collect();
                assert!(said.contains(build_id), "{language} in month {month}: {said}");
            }
        }
    }
}
