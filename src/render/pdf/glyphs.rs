//! Words become glyphs, each word once: what was shaped before, for the same font, alphabet and
//! language, is taken from memory. No glyph of our fonts looks at another across a blank, so a text of words gives
//! the glyphs that it would give as a whole. Chooses no font, knows no sizes.

use crate::render::pdf::fonts::Font;
use crate::render::pdf::tongues::Tongue;
use rustybuzz::{Direction, Face, Language, Script, ShapePlan, UnicodeBuffer, script};
use std::collections::BTreeMap;
use std::ops::Range;

/// A glyph; lengths are parts of the type size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    /// Its number in the font.
    pub(crate) id: u32,
    /// How far the pen moves.
    pub(crate) advance: f32,
    /// Shift to the right.
    pub(crate) right: f32,
    /// Shift upwards.
    pub(crate) up: f32,
    start: u32,
    end: u32,
}

impl Glyph {
    /// Returns a glyph that is not shifted and stands for nothing yet.
    pub(crate) fn new(id: u32, advance: f32) -> Self {
        Self {
            id,
            advance,
            right: 0.0,
            up: 0.0,
            start: 0,
            end: 0,
        }
    }

    /// Returns the glyph for bytes of a text.
    pub(crate) fn standing_for(self, bytes: Range<usize>) -> Self {
        // A text has at most as many bytes as a file, whose places have 32 bits.
        let [start, end] = [bytes.start, bytes.end].map(|byte| u32::try_from(byte).unwrap_or(u32::MAX));
        Self { start, end, ..self }
    }

    /// Returns the bytes of the text it stands for; after shaping, only their start is known.
    pub(crate) fn bytes(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The letters of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Alphabet {
    /// Latin letters, and whatever belongs to no alphabet.
    Latin,
    /// Greek letters.
    Greek,
    /// Cyrillic letters.
    Cyrillic,
}

/// What decides about the glyphs of a text besides its characters.
pub(crate) type Style = (Font, Alphabet, Tongue);

/// The words that were shaped, by style.
#[derive(Default)]
pub(crate) struct Glyphs {
    known: BTreeMap<Style, Known>,
    buffer: UnicodeBuffer,
}

struct Known {
    plan: ShapePlan,
    words: BTreeMap<Box<str>, Range<usize>>,
    glyphs: Vec<Glyph>,
}

impl Glyphs {
    /// Returns how many words are known.
    pub(crate) fn n_words(&self) -> usize {
        self.known.values().map(|known| known.words.len()).sum()
    }

    /// Adds the glyphs of a text to others; `start` is where the text begins among theirs.
    pub(crate) fn shape(
        &mut self,
        (text, start): (&str, usize),
        style: Style,
        (face, language): (&Face, Option<&Language>),
        glyphs: &mut Vec<Glyph>,
    ) {
        let known = self
            .known
            .entry(style)
            .or_insert_with(|| Known::new(face, style.1, language));
        let mut at = start;
        for word in words(text) {
            let shaped = known.word(word, (face, style.1, language), &mut self.buffer);
            glyphs.extend(shaped.iter().map(|glyph| {
                let first = at + glyph.bytes().start;
                glyph.standing_for(first..first)
            }));
            at += word.len();
        }
    }
}

impl Known {
    fn new(face: &Face, letters: Alphabet, language: Option<&Language>) -> Self {
        let script = Some(letters.script());
        Self {
            plan: ShapePlan::new(face, Direction::LeftToRight, script, language, &[]),
            words: BTreeMap::new(),
            glyphs: Vec::new(),
        }
    }

    fn word(
        &mut self,
        word: &str,
        look: (&Face, Alphabet, Option<&Language>),
        spare: &mut UnicodeBuffer,
    ) -> &[Glyph] {
        if let Some(known) = self.words.get(word) {
            return &self.glyphs[known.clone()];
        }
        let first = self.glyphs.len();
        self.shape(word, look, spare);
        let own = first..self.glyphs.len();
        self.words.insert(word.into(), own.clone());
        &self.glyphs[own]
    }

    fn shape(
        &mut self,
        word: &str,
        (face, letters, language): (&Face, Alphabet, Option<&Language>),
        spare: &mut UnicodeBuffer,
    ) {
        let mut buffer = std::mem::take(spare);
        buffer.push_str(word);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(letters.script());
        if let Some(language) = language {
            buffer.set_language(language.clone());
        }
        let out = rustybuzz::shape_with_plan(face, &self.plan, buffer);
        let em = face.units_per_em() as f32;
        let placed = out.glyph_infos().iter().zip(out.glyph_positions());
        self.glyphs.extend(placed.map(|(info, position)| Glyph {
            right: position.x_offset as f32 / em,
            up: position.y_offset as f32 / em,
            start: info.cluster,
            end: info.cluster,
            ..Glyph::new(info.glyph_id, position.x_advance as f32 / em)
        }));
        *spare = out.clear();
    }
}

impl Alphabet {
    fn script(self) -> Script {
        match self {
            Alphabet::Latin => script::LATIN,
            Alphabet::Greek => script::GREEK,
            Alphabet::Cyrillic => script::CYRILLIC,
        }
    }
}

// Parts a text before and after each blank, but not before a mark that stands on the blank.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (word, left) = rest.split_at(end_of_word(rest));
        rest = left;
        (!word.is_empty()).then_some(word)
    })
}

fn end_of_word(text: &str) -> usize {
    match text.strip_prefix(' ') {
        Some(after) if !after.starts_with(is_mark) => 1,
        Some(after) => 1 + after.find(' ').unwrap_or(after.len()),
        None => text.find(' ').unwrap_or(text.len()),
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}')
        || matches!(character, '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pdf::fonts::Fonts;
    use proptest::prelude::*;

    fn whole(text: &str, font: Font, letters: Alphabet) -> Vec<Glyph> {
        let fonts = Fonts::load().unwrap();
        let face = fonts.face(font);
        let mut known = Known::new(face, letters, None);
        known.shape(text, (face, letters, None), &mut UnicodeBuffer::new());
        known.glyphs
    }

    fn by_words(text: &str, font: Font, letters: Alphabet) -> Vec<Glyph> {
        let fonts = Fonts::load().unwrap();
        let mut glyphs = Vec::new();
        let style = (font, letters, Tongue::default());
        Glyphs::default().shape((text, 0), style, (fonts.face(font), None), &mut glyphs);
        glyphs
    }

    #[track_caller]
    fn check(text: &str) {
        for font in Font::ALL {
            for letters in [Alphabet::Latin, Alphabet::Greek, Alphabet::Cyrillic] {
                let (whole, by_words) = (whole(text, font, letters), by_words(text, font, letters));
                let differs =
                    (0..whole.len().max(by_words.len())).find(|at| whole.get(*at) != by_words.get(*at));
                assert_eq!(
                    differs.map(|at| (at, whole.get(at), by_words.get(at))),
                    None,
                    "{font:?} {letters:?}"
                );
            }
        }
    }

    #[test]
    fn no_character_that_a_font_has_looks_across_a_blank() {
        let fonts = Fonts::load().unwrap();
        for font in Font::ALL {
            let has = |character: &char| fonts.face(font).glyph_index(*character).is_some();
            let characters = ('!'..'\u{10000}').filter(has);
            let text: String = characters.map(|character| format!("{character} ")).collect();
            check(&text);
        }
    }

    #[test]
    fn words_are_parted_at_blanks_and_a_blank_with_a_mark_is_none() {
        let parted = |text| words(text).collect::<Vec<&str>>();
        assert_eq!(parted("a  bc d"), ["a", " ", " ", "bc", " ", "d"]);
        assert_eq!(parted(" a \u{301}b c "), [" ", "a", " \u{301}b", " ", "c", " "]);
        assert_eq!(parted(""), [""; 0]);
    }

    proptest! {
        #[test]
        fn a_text_by_words_has_the_glyphs_of_the_whole(text in "[a-zA-Zα-ωа-я0-9 .,;:/’“fijlTV\u{301}-]{0,60}") {
            check(&text);
        }
    }
}
