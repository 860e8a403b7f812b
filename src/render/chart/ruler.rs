//! Measures text in the fonts of the PDF and makes it fit: on one line, or on a few, with an ellipsis where something
//! is left out. The full text stands in the table twin. Places nothing.

use crate::failure::Failure;
use crate::render::pdf::fonts::{Font, Fonts};
use crate::render::pdf::pages::Text;
use crate::render::pdf::style::Setting;
use crate::render::pdf::text::Shaper;

const ELLIPSIS: char = '…';

/// Measures text.
pub(crate) struct Ruler {
    shaper: Shaper,
    fonts: Fonts,
}

impl Ruler {
    /// Returns a ruler.
    pub(crate) fn new() -> Result<Self, Failure> {
        Ok(Self {
            shaper: Shaper::new("en")?,
            fonts: Fonts::load()?,
        })
    }

    /// Returns the width of a text on one line.
    pub(crate) fn width(&mut self, text: &str, setting: Setting) -> f32 {
        self.shaper.shape_plain(text, setting).measure().most
    }

    /// Returns the glyphs of a text on one line, from a place on.
    pub(crate) fn printed(&mut self, text: &str, setting: Setting, x: f32, baseline: f32) -> Vec<Text> {
        let shaped = self.shaper.shape_plain(text, setting);
        let lines = shaped.lines(f32::MAX);
        lines
            .iter()
            .flat_map(|line| shaped.place(line, x, baseline, &[]))
            .collect()
    }

    /// Returns whether the fonts have every character of a text.
    pub(crate) fn is_whole(&self, text: &str) -> bool {
        text.chars()
            .all(|character| self.fonts.for_char(Font::Regular, character).is_some())
    }

    /// Returns the text, or as much of its beginning as fits into a width.
    pub(crate) fn shortened(&mut self, text: &str, setting: Setting, room: f32) -> String {
        let text = visible(text);
        if self.width(&text, setting) <= room {
            return text;
        }
        let chars: Vec<char> = text.chars().collect();
        // The longest beginning that fits; widths grow with the number of characters.
        let (mut fits, mut too_long) = (0, chars.len());
        while fits + 1 < too_long {
            let middle = (fits + too_long) / 2;
            match self.width(&beginning(&chars, middle), setting) <= room {
                true => fits = middle,
                false => too_long = middle,
            }
        }
        beginning(&chars, fits)
    }

    /// Returns the text on at most `most` lines, broken between words.
    pub(crate) fn lines(&mut self, text: &str, setting: Setting, room: f32, most: usize) -> Vec<String> {
        let text = visible(text);
        let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let mut lines = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let is_last = lines.len() + 1 == most;
            let n_words = match is_last {
                true => words.len() - at,
                false => self.n_fitting(&words[at..], setting, room),
            };
            let line = words[at..at + n_words].join(" ");
            lines.push(self.shortened(&line, setting, room));
            at += n_words;
        }
        lines
    }

    // A word that is too wide for a line stands there alone.
    fn n_fitting(&mut self, words: &[&str], setting: Setting, room: f32) -> usize {
        let mut n_words = 1;
        while n_words < words.len() && self.width(&words[..=n_words].join(" "), setting) <= room {
            n_words += 1;
        }
        n_words
    }
}

fn beginning(chars: &[char], n_chars: usize) -> String {
    let kept: String = chars[..n_chars].iter().collect();
    format!("{}{ELLIPSIS}", kept.trim_end())
}

/// Returns the text on one line without characters that control it: what turns the direction of writing or has no
/// look of its own could make a label say something else.
fn visible(text: &str) -> String {
    let is_shown = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{ad}' | '\u{61c}' | '\u{e000}'..='\u{f8ff}'
                | '\u{e0000}'..)
    };
    let shown: String = text
        .chars()
        // The blank that sets thousands apart is narrow, and no line ends at it.
        .map(|c| {
            if c.is_whitespace() && c != '\u{202f}' {
                ' '
            } else {
                c
            }
        })
        .filter(is_shown)
        .collect();
    shown
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
