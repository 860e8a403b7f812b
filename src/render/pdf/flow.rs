//! Strips of laid-out text flow onto pages. A strip is what is never cut: a line of text, a row of a table, a
//! padding. Strips that belong together stay on one page if a page can hold them; the head of a table comes
//! again on each page that the table reaches, and notes stand at the foot of the page that mentions them.

use crate::render::pdf::feet::{ABOVE_NOTES, Feet, Foot, Want};
use crate::render::pdf::figure::Figure;
use crate::render::pdf::pages::{Anchor, Area, Form, Page, Shape, Text};
use crate::render::pdf::style::{BOTTOM, Ink, TOP};
use std::rc::Rc;

/// What is never cut. Heights and places inside are measured from the top of the strip.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    /// Space above, dropped at the top of a page.
    pub(crate) gap: f32,
    /// Height.
    pub(crate) height: f32,
    /// Whether the next strip must follow on the same page.
    pub(crate) tie: Tie,
    /// The texts in reading order.
    pub(crate) texts: Vec<Text>,
    /// What lies under the texts.
    pub(crate) shapes: Vec<Shape>,
    /// Grounds and bars of the containers around the strip, outermost first.
    pub(crate) bands: Vec<Band>,
    /// How many of the bands also cover the gap because they began before.
    pub(crate) n_open_bands: usize,
    /// What comes again when the strip starts a page.
    pub(crate) head: Option<Rc<Vec<Strip>>>,
    /// The notes whose place is at the foot of the strip's page: those that no strip before it mentions.
    pub(crate) calls: Vec<usize>,
    /// Places that can be pointed at; page and height are set here.
    pub(crate) anchors: Vec<Anchor>,
    /// The picture that the strip is.
    pub(crate) figure: Option<Figure>,
}

/// Whether a strip may be the last of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Tie {
    /// It may.
    #[default]
    Loose,
    /// The next strip follows on the same page.
    Next,
}

/// A coloured ground or bar beside or under a container's strips.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Band {
    /// Left edge.
    pub(crate) x: f32,
    /// Width.
    pub(crate) width: f32,
    /// Colour.
    pub(crate) ink: Ink,
}

/// Height of the text on a page.
pub(crate) const ROOM: f32 = BOTTOM - TOP;

/// The pages that a flow has filled, and the places met on the way.
#[derive(Debug, Default)]
pub(crate) struct Flowed {
    /// The pages.
    pub(crate) pages: Vec<Page>,
    /// The places, in reading order.
    pub(crate) anchors: Vec<Anchor>,
}

/// Fills pages with strips and, at their feet, the notes that these mention; the first page starts at `top`.
pub(crate) fn flow(strips: Vec<Strip>, top: f32, feet: &mut Feet) -> Flowed {
    let reach = reaches(&strips, feet);
    let mut pen = Pen {
        out: Flowed::default(),
        y: top,
        is_fresh: true,
        feet,
        foot: Foot::default(),
    };
    if !strips.is_empty() {
        pen.out.pages.push(Page::default());
    }
    let mut is_bound = false;
    for (strip, reach) in strips.into_iter().zip(reach) {
        let own = pen.feet.want(&strip);
        // The group was tried as a whole at its first strip; inside, only a strip that cannot fit breaks.
        let wanted = if is_bound { own } else { reach };
        let cannot_ever = wanted.height() > ROOM && pen.fits(&strip, own);
        if !pen.is_fresh && !pen.fits(&strip, wanted) && !cannot_ever {
            pen.turn(&strip, own);
        }
        is_bound = strip.tie == Tie::Next;
        pen.set(strip, own);
    }
    pen.finish();
    pen.out
}

/// Returns the height of what must stand together at the beginning.
pub(crate) fn first_reach(strips: &[Strip], feet: &Feet) -> f32 {
    reaches(strips, feet).first().map_or(0.0, |want| want.height())
}

impl Flowed {
    /// Returns the pages of one flow and then those of another.
    pub(crate) fn before(mut self, rest: Self) -> Self {
        let n_pages = self.pages.len();
        self.pages.extend(rest.pages);
        self.anchors.extend(rest.anchors.into_iter().map(|anchor| Anchor {
            page: anchor.page + n_pages,
            ..anchor
        }));
        self
    }

    /// Returns the pages of one flow, the last of which also holds the first of another, which begins below it.
    pub(crate) fn above(mut self, rest: Self) -> Self {
        let Some(last) = self.pages.pop() else {
            return rest;
        };
        let n_before = self.pages.len();
        let mut whole = self.before(rest);
        if let Some(first) = whole.pages.get_mut(n_before) {
            let n_texts = last.texts.len();
            first
                .figures
                .iter_mut()
                .for_each(|figure| figure.n_before += n_texts);
            first.shapes.splice(0..0, last.shapes);
            first.texts.splice(0..0, last.texts);
            first.figures.splice(0..0, last.figures);
        }
        whole
    }
}

// What is wanted from each strip to the end of the group it begins.
fn reaches(strips: &[Strip], feet: &Feet) -> Vec<Want> {
    let mut reaches = vec![Want::default(); strips.len()];
    for at in (0..strips.len()).rev() {
        let strip = &strips[at];
        let own = feet.want(strip);
        reaches[at] = match (strip.tie, strips.get(at + 1)) {
            (Tie::Next, Some(next)) => own.before(next.gap, reaches[at + 1]),
            (Tie::Next, None) | (Tie::Loose, _) => own,
        };
    }
    reaches
}

struct Pen<'a> {
    out: Flowed,
    y: f32,
    is_fresh: bool,
    feet: &'a mut Feet,
    foot: Foot,
}

impl Pen<'_> {
    // Notes begin in their order, so nothing is mentioned while others wait.
    fn fits(&self, strip: &Strip, want: Want) -> bool {
        let gap = if self.is_fresh { 0.0 } else { strip.gap };
        let is_served = want.notes == 0.0 || !self.feet.is_waiting();
        is_served && self.y + gap + want.text + self.foot.with(want.notes) <= BOTTOM
    }

    fn turn(&mut self, next: &Strip, want: Want) {
        let head = next.head.iter().flat_map(|head| head.iter());
        let head_height: f32 = head.clone().map(|strip| strip.height).sum();
        let below_head = Want {
            text: want.text + head_height,
            ..want
        };
        self.next_page();
        // Where many notes wait, pages go by that hold nothing else.
        while self.foot.height() > 0.0 && !self.fits(next, below_head) {
            self.next_page();
        }
        for strip in head {
            let mut again = strip.clone();
            again.anchors.clear();
            again.texts.iter_mut().for_each(|text| text.tag = None);
            self.set(again, Want::default());
        }
    }

    fn next_page(&mut self) {
        self.close_page();
        self.open_page();
    }

    fn open_page(&mut self) {
        self.out.pages.push(Page::default());
        self.y = TOP;
        self.is_fresh = true;
        self.feet.carry_over(&mut self.foot);
    }

    fn close_page(&mut self) {
        self.feet.fill(&mut self.foot, BOTTOM - self.y);
        let foot = std::mem::take(&mut self.foot);
        let mut y = BOTTOM - foot.height();
        let line = foot.line().lowered(y);
        if let Some(page) = self.out.pages.last_mut().filter(|_| !foot.strips.is_empty()) {
            page.shapes.push(line);
        }
        y += ABOVE_NOTES;
        for strip in foot.strips {
            let (gap, height) = (strip.gap, strip.height);
            self.print(strip, y + gap, gap);
            y += gap + height;
        }
    }

    fn finish(&mut self) {
        self.close_page();
        while self.feet.is_waiting() {
            self.open_page();
            self.close_page();
        }
    }

    fn set(&mut self, strip: Strip, want: Want) {
        let gap = if self.is_fresh { 0.0 } else { strip.gap };
        let (y, height) = (self.y + gap, strip.height);
        let calls = strip.calls.clone();
        self.print(strip, y, gap);
        self.y = y + height;
        self.is_fresh = false;
        if !calls.is_empty() {
            self.feet.call(&calls, want, &mut self.foot, BOTTOM - self.y);
        }
    }

    fn print(&mut self, strip: Strip, y: f32, gap: f32) {
        let n_pages = self.out.pages.len();
        let Some(page) = self.out.pages.last_mut() else {
            return;
        };
        for (number, band) in strip.bands.iter().enumerate() {
            let above = if number < strip.n_open_bands { gap } else { 0.0 };
            page.shapes.push(Shape {
                form: Form::Filled,
                ink: band.ink,
                area: Area {
                    x: band.x,
                    y: y - above,
                    width: band.width,
                    height: strip.height + above,
                },
            });
        }
        page.shapes
            .extend(strip.shapes.iter().map(|shape| shape.lowered(y)));
        page.figures.extend(strip.figure.map(|figure| Figure {
            area: figure.area.lowered(y),
            n_before: page.texts.len(),
            ..figure
        }));
        page.texts
            .extend(strip.texts.into_iter().map(|text| text.lowered(y)));
        for mut anchor in strip.anchors {
            anchor.page = n_pages - 1;
            anchor.y += y;
            self.out.anchors.push(anchor);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32, tie: Tie) -> Strip {
        Strip {
            height,
            tie,
            anchors: vec![Anchor {
                id: String::new(),
                level: 1,
                title: String::new(),
                language: None,
                page: 0,
                y: 0.0,
            }],
            ..Strip::default()
        }
    }

    #[track_caller]
    fn check(strips: Vec<Strip>, pages: &[usize]) {
        let found: Vec<usize> = flow(strips, TOP, &mut Feet::default())
            .anchors
            .iter()
            .map(|a| a.page)
            .collect();
        assert_eq!(found, pages);
    }

    #[test]
    fn a_strip_that_does_not_fit_starts_a_page() {
        let third = ROOM * 0.4;
        check(
            vec![
                strip(third, Tie::Loose),
                strip(third, Tie::Loose),
                strip(third, Tie::Loose),
            ],
            &[0, 0, 1],
        );
    }

    #[test]
    fn tied_strips_move_together() {
        let third = ROOM * 0.4;
        check(
            vec![
                strip(third, Tie::Loose),
                strip(third, Tie::Next),
                strip(third, Tie::Loose),
            ],
            &[0, 1, 1],
        );
    }

    #[test]
    fn a_group_longer_than_a_page_is_cut_rather_than_lost() {
        let third = ROOM * 0.4;
        check(
            vec![
                strip(third, Tie::Next),
                strip(third, Tie::Next),
                strip(third, Tie::Next),
                strip(third, Tie::Loose),
            ],
            &[0, 0, 1, 1],
        );
    }

    #[test]
    fn the_head_of_a_table_comes_again_and_is_not_read_again() {
        let head = Rc::new(vec![strip(20.0, Tie::Next)]);
        let row = || Strip {
            head: Some(head.clone()),
            ..strip(ROOM * 0.6, Tie::Loose)
        };
        let flowed = flow(vec![row(), row()], TOP, &mut Feet::default());
        assert_eq!(flowed.pages.len(), 2);
        assert_eq!(flowed.anchors[1].y, TOP + 20.0);
    }
}
