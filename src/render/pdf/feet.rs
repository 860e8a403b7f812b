//! Notes at the foot of pages. A note stands on the page of its mention; what a page cannot hold of it goes on at
//! the foot of the next one. Says which lines of notes a page takes, and how much room they want; prints nothing.

use crate::render::pdf::flow::{ROOM, Strip, Tie};
use crate::render::pdf::marks::hairline;
use crate::render::pdf::pages::Shape;
use crate::render::pdf::style::{LEFT, WIDTH};
use std::collections::VecDeque;

/// Space between the text and the first note, with the line that parts them.
pub(crate) const ABOVE_NOTES: f32 = 17.0;
/// Notes no higher than this are not cut, and a page that goes on with notes of the last one keeps room for text.
const MOST_AT_ONCE: f32 = ROOM / 3.0;

/// The notes of a document: those that were not mentioned yet, and those that wait for room.
#[derive(Debug, Default)]
pub(crate) struct Feet {
    notes: Vec<Option<Vec<Strip>>>,
    waiting: VecDeque<Strip>,
}

/// The foot of one page.
#[derive(Debug, Default)]
pub(crate) struct Foot {
    /// The lines from top to bottom.
    pub(crate) strips: Vec<Strip>,
    height: f32,
}

/// What a strip, or strips that belong together, want of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Want {
    /// Height of the text.
    pub(crate) text: f32,
    /// Height of the notes mentioned in it, the last of which may go on elsewhere.
    pub(crate) notes: f32,
    /// Height of the notes when none may.
    pub(crate) whole_notes: f32,
}

impl Feet {
    /// Returns feet for notes, which are numbered from 1.
    pub(crate) fn new(notes: Vec<Vec<Strip>>) -> Self {
        Self {
            notes: notes.into_iter().map(Some).collect(),
            waiting: VecDeque::new(),
        }
    }

    /// Returns whether notes wait for room.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Returns what a strip wants of a page.
    pub(crate) fn want(&self, strip: &Strip) -> Want {
        let mentioned = |number: &usize| self.notes.get(number - 1)?.as_deref();
        let notes: Vec<&[Strip]> = strip.calls.iter().filter_map(mentioned).collect();
        let whole_notes = notes.iter().map(|note| height(note)).sum();
        let may_wait = notes.last().map_or(0.0, |last| height(last) - least(last));
        Want {
            text: strip.height,
            notes: whole_notes - may_wait,
            whole_notes,
        }
    }

    /// Puts the notes mentioned in a strip into the foot, as far as there is room for them.
    pub(crate) fn call(&mut self, calls: &[usize], want: Want, foot: &mut Foot, room: f32) {
        for number in calls {
            let note = self.notes.get_mut(number - 1).and_then(Option::take);
            self.waiting.extend(note.into_iter().flatten());
        }
        self.fill(foot, room.min(foot.with(want.notes).max(MOST_AT_ONCE)));
    }

    /// Puts notes that wait into the foot of a page whose text is yet to come.
    pub(crate) fn carry_over(&mut self, foot: &mut Foot) {
        self.fill(foot, MOST_AT_ONCE);
        if foot.strips.is_empty() {
            self.fill(foot, ROOM);
        }
    }

    /// Puts notes that wait into the foot until it is as high as the room.
    pub(crate) fn fill(&mut self, foot: &mut Foot, room: f32) {
        while let Some(n_strips) = self.next_group(foot, room) {
            for strip in self.waiting.drain(..n_strips).collect::<Vec<_>>() {
                foot.push(strip.clone());
                let want = self.want(&strip);
                // A note that is mentioned in a note follows it.
                if !strip.calls.is_empty() {
                    self.call(&strip.calls, want, foot, 0.0);
                }
            }
        }
    }

    // How many strips of those that wait can go into the foot together; one alone if even an empty foot is too low.
    fn next_group(&self, foot: &Foot, room: f32) -> Option<usize> {
        let n_tied = self.waiting.iter().take_while(|it| it.tie == Tie::Next).count();
        let n_strips = (n_tied + 1).min(self.waiting.len());
        let group = self.waiting.range(..n_strips);
        let height: f32 = group.map(|strip| strip.gap + strip.height).sum();
        if n_strips > 0 && foot.with(height) <= room {
            return Some(n_strips);
        }
        let first = self.waiting.front()?;
        (foot.with(0.0) + height > ROOM && foot.with(first.gap + first.height) <= room).then_some(1)
    }
}

impl Foot {
    /// Returns the height with the space above.
    pub(crate) fn height(&self) -> f32 {
        self.with(0.0)
    }

    /// Returns the height when something is added.
    pub(crate) fn with(&self, more: f32) -> f32 {
        let height = self.height + more;
        match height > 0.0 {
            true => height + ABOVE_NOTES,
            false => 0.0,
        }
    }

    /// Returns the line above the notes, from the top of the foot.
    pub(crate) fn line(&self) -> Shape {
        hairline(LEFT, ABOVE_NOTES - 7.0, WIDTH * 0.3)
    }

    fn push(&mut self, strip: Strip) {
        self.height += strip.gap + strip.height;
        self.strips.push(strip);
    }
}

impl Want {
    /// Returns what a strip wants together with those that must follow it after a gap.
    pub(crate) fn before(self, gap: f32, rest: Want) -> Want {
        Want {
            text: self.text + gap + rest.text,
            notes: match rest.whole_notes > 0.0 {
                true => self.whole_notes + rest.notes,
                false => self.notes,
            },
            whole_notes: self.whole_notes + rest.whole_notes,
        }
    }

    /// Returns the height of an empty page that would be filled.
    pub(crate) fn height(self) -> f32 {
        let above = if self.notes > 0.0 { ABOVE_NOTES } else { 0.0 };
        self.text + self.notes + above
    }
}

fn height(strips: &[Strip]) -> f32 {
    strips.iter().map(|strip| strip.gap + strip.height).sum()
}

// A long note begins with as many lines as belong together.
fn least(note: &[Strip]) -> f32 {
    let whole = height(note);
    let n_tied = note.iter().take_while(|strip| strip.tie == Tie::Next).count();
    match whole > MOST_AT_ONCE {
        true => height(&note[..(n_tied + 1).min(note.len())]),
        false => whole,
    }
}
