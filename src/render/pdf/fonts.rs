//! The fonts in the binary and which of their characters may be printed. Fonts are embedded unmodified; the
//! licence lies beside them. Does not shape text.

use crate::failure::Failure;
use rustybuzz::Face;

/// A font file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Font {
    /// Source Sans 3 Regular.
    Regular,
    /// Source Sans 3 Italic.
    Italic,
    /// Source Sans 3 SemiBold.
    SemiBold,
    /// Source Sans 3 Bold.
    Bold,
    /// Source Code Pro Regular.
    Code,
}

/// How strong text stands on the page before emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// Running text.
    Regular,
    /// Labels and small headings.
    SemiBold,
    /// Large headings.
    Bold,
}

impl Font {
    /// Every font, in the order of their numbers.
    pub(crate) const ALL: [Font; 5] = [
        Font::Regular,
        Font::Italic,
        Font::SemiBold,
        Font::Bold,
        Font::Code,
    ];

    /// Returns the font file.
    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            Font::Regular => include_bytes!("fonts/SourceSans3_400Regular.ttf"),
            Font::Italic => include_bytes!("fonts/SourceSans3_400Regular_Italic.ttf"),
            Font::SemiBold => include_bytes!("fonts/SourceSans3_600SemiBold.ttf"),
            Font::Bold => include_bytes!("fonts/SourceSans3_700Bold.ttf"),
            Font::Code => include_bytes!("fonts/SourceCodePro_400Regular.ttf"),
        }
    }

    /// Returns the place of the font in `ALL`.
    pub(crate) const fn number(self) -> usize {
        self as usize
    }
}

/// The parsed fonts.
pub(crate) struct Fonts(Vec<Face<'static>>);

impl Fonts {
    /// Parses the fonts in the binary.
    pub(crate) fn load() -> Result<Self, Failure> {
        let faces: Option<Vec<_>> = Font::ALL
            .iter()
            .map(|font| Face::from_slice(font.bytes(), 0))
            .collect();
        faces.map(Self).ok_or_else(|| Failure::Internal {
            room: "render/pdf",
            message: "a font in the binary cannot be read".to_owned(),
        })
    }

    /// Returns the parsed font.
    pub(crate) fn face(&self, font: Font) -> &Face<'static> {
        &self.0[font.number()]
    }

    /// Returns the hyphen of a font: the number of its glyph, and its width as a part of the type size.
    pub(crate) fn hyphen(&self, font: Font) -> (u32, f32) {
        let face = self.face(font);
        let glyph = face.glyph_index('-').unwrap_or_default();
        let width = face.glyph_hor_advance(glyph).unwrap_or_default();
        (u32::from(glyph.0), f32::from(width) / face.units_per_em() as f32)
    }

    /// Returns the first font that has the character, starting with the wished one.
    pub(crate) fn for_char(&self, wished: Font, character: char) -> Option<Font> {
        if matches!(character, ' '..='~') {
            return Some(wished);
        }
        if is_forbidden(character) {
            return None;
        }
        [wished, Font::Regular, Font::Code]
            .into_iter()
            .find(|font| self.face(*font).glyph_index(character).is_some())
    }
}

// PDF/A-3a forbids text mapped to the private use areas, and control characters have no look of their own.
fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{f0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_has_the_letters_of_ascii() {
        let fonts = Fonts::load().unwrap();
        for font in Font::ALL {
            for character in ' '..='~' {
                assert!(
                    fonts.face(font).glyph_index(character).is_some(),
                    "{font:?} {character}"
                );
            }
        }
    }

    #[test]
    fn the_fonts_have_every_letter_of_the_official_languages() {
        let fonts = Fonts::load().unwrap();
        let letters = "ąćęłńóśźż áčďéěíňóřšťúůýž äöüßẞ æøå õšž àâçèêëîïôùûüÿœ áéíóöőúüű āčēģīķļņšūž ąčęėįšųūž \
                       ċġħż ãâáàçéêíóôõú ăâîșț ľĺŕô đžčćš ñ¿¡ ῾αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ \
                       абвгдежзийклмнопрстуфхцчшщъьюя ѝ áéíóúḃċḋḟġṁṗṡṫ „“”«»‘’‚–—…€§°№→✓☐☑";
        for character in letters
            .chars()
            .flat_map(|c| std::iter::once(c).chain(c.to_uppercase()))
        {
            for font in [Font::Regular, Font::Italic, Font::SemiBold, Font::Bold] {
                assert!(fonts.for_char(font, character).is_some(), "{font:?} {character}");
            }
        }
    }

    #[test]
    fn private_and_invisible_characters_are_never_printed() {
        let fonts = Fonts::load().unwrap();
        for character in [
            '\u{e000}',
            '\u{7}',
            '\u{feff}',
            '\u{f0000}',
            '\u{10fffd}',
            '\u{0}',
        ] {
            assert_eq!(fonts.for_char(Font::Regular, character), None, "{character:?}");
        }
    }
}
