//! Pictures in the flow of the text: which images of the Markdown are pictures of the build, and how one becomes a
//! strip that is never cut, with the words for whoever does not see it. Any other image stays what it was: the
//! words between its brackets.

use crate::render::chart::Drawing;
use crate::render::chart::scene::{Mark, SCENE_WIDTH};
use crate::render::pdf::flow::Strip;
use crate::render::pdf::layout::{BLOCK_GAP, Below, Layout, Place};
use crate::render::pdf::pages::{Area, Role, TagId};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::rc::Rc;

/// The longest text that stands for a picture; every number of it stands in a table too.
const LONGEST_TEXT: usize = 4_000;

/// A picture on a page.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    /// Where it stands.
    pub(crate) area: Area,
    /// What is drawn, from the top left of the area.
    pub(crate) marks: Rc<Vec<Mark>>,
    /// What it is.
    pub(crate) tag: TagId,
    /// How many texts of the page are read before it.
    pub(crate) n_before: usize,
}

/// The pictures that a text may show, and the one that is being read.
pub(crate) struct Gallery<'a> {
    drawings: &'a [Drawing],
    open: Option<Open>,
}

struct Open {
    number: usize,
    n_images: usize,
}

/// What an event of the text is to the pictures.
pub(crate) enum Seen {
    /// Nothing.
    Elsewhere,
    /// A part of a picture's words, which the picture brings itself.
    Inside,
    /// The end of a picture, by number.
    Whole(usize),
}

impl<'a> Gallery<'a> {
    /// Returns a gallery from which nothing was shown yet.
    pub(crate) fn new(drawings: &'a [Drawing]) -> Self {
        Self { drawings, open: None }
    }

    /// Looks at the next event. Pictures stand between blocks of the text and nowhere else.
    pub(crate) fn see(&mut self, event: &Event, is_between_blocks: bool) -> Seen {
        if let Some(open) = &mut self.open {
            // Whatever else stands between the brackets is said by the picture.
            if matches!(event, Event::Start(Tag::Image { .. })) {
                open.n_images += 1;
            } else if matches!(event, Event::End(TagEnd::Image)) {
                open.n_images -= 1;
            }
            let number = open.number;
            if open.n_images > 0 {
                return Seen::Inside;
            }
            self.open = None;
            return Seen::Whole(number);
        }
        let Event::Start(Tag::Image { dest_url, .. }) = event else {
            return Seen::Elsewhere;
        };
        let number = self.drawings.iter().position(|it| it.path == **dest_url);
        self.open = number
            .filter(|_| is_between_blocks)
            .map(|number| Open { number, n_images: 1 });
        match self.open {
            Some(_) => Seen::Inside,
            None => Seen::Elsewhere,
        }
    }
}

impl Layout<'_> {
    /// Lays out a picture.
    pub(crate) fn figure(&mut self, number: usize, place: &Place) {
        let Some(Drawing { scene, .. }) = self.drawings.get(number) else {
            return;
        };
        let role = Role::Figure(spoken(&scene.says), self.tags.tags.len());
        let tag = self.tags.add(role, place.parent);
        let strip = Strip {
            height: scene.height,
            figure: Some(Figure {
                area: Area {
                    x: place.x,
                    y: 0.0,
                    width: SCENE_WIDTH,
                    height: scene.height,
                },
                marks: Rc::new(scene.marks.clone()),
                tag,
                n_before: 0,
            }),
            ..Strip::default()
        };
        self.add(vec![strip], place, BLOCK_GAP);
        self.below = Below::AtLeast(BLOCK_GAP);
    }
}

// Without the characters that have no look of their own.
fn spoken(says: &str) -> String {
    let is_spoken = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    says.chars().filter(is_spoken).take(LONGEST_TEXT).collect()
}

#[cfg(test)]
mod tests {
    use crate::render::pdf::lay_out;
    use crate::render::pdf::measures::{HAIR, check_places, dress, read_aloud};
    use crate::render::pdf::pages::Text;
    use crate::render::pdf::reader::read;
    use crate::render::pdf::style::{BOTTOM, TOP};
    use crate::render::pdf::text::Shaper;

    #[test]
    fn a_picture_of_the_build_stays_whole_and_is_read_in_its_place() {
        let drawing = crate::render::chart::tests::sample();
        let picture = format!("![a *b* ![c](x.png) d]({})", drawing.path);
        for n_lines in 0..60 {
            let text = "line\n\n".repeat(n_lines);
            let markdown = format!("# T\n\n## S\n\n{text}before {picture} after\n\n- in a list {picture}\n");
            let drawings = [drawing.clone()];
            let mut shaper = Shaper::new("en").unwrap();
            let pages = lay_out(read(&markdown, &drawings), &drawings, &dress(), &mut shaper);
            check_places(&pages).unwrap();
            let all: Vec<_> = pages.pages.iter().flat_map(|page| &page.figures).collect();
            let [figure] = all.as_slice() else {
                panic!("{} pictures", all.len())
            };
            assert!(figure.area.y >= TOP - HAIR && figure.area.bottom() <= BOTTOM + HAIR);
            let page = pages.pages.iter().find(|page| !page.figures.is_empty()).unwrap();
            let is_read = |text: Option<&Text>, word: &str| text.is_none_or(|text| text.text.contains(word));
            assert!(
                is_read(page.texts[..figure.n_before].last(), "before"),
                "{n_lines}"
            );
            assert!(is_read(page.texts.get(figure.n_before), "after"), "{n_lines}");
            // In a list, as in any text that is not ours, an image is its words.
            assert!(
                read_aloud(&pages).ends_with("inalistabcd"),
                "{}",
                read_aloud(&pages)
            );
        }
    }
}
