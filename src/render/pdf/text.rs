//! Spans of text become a `Shaped` paragraph: glyphs, and clusters with widths and with the places where a line may
//! end. Characters that no font has are replaced visibly and remembered. Breaks no lines.

use crate::failure::Failure;
use crate::render::pdf::Unshown;
use crate::render::pdf::document::{Look, Mark, Span};
use crate::render::pdf::fonts::{Font, Fonts, Weight};
use crate::render::pdf::glyphs::{Alphabet, Glyph, Glyphs, Style};
use crate::render::pdf::hyphens::Hyphens;
use crate::render::pdf::kept::belong_together;
use crate::render::pdf::paragraphs::Paragraphs;
use crate::render::pdf::style::{Ink, Setting};
use crate::render::pdf::tongues::{Tongue, Tongues};
use crate::tongue::language::Language as Catalogued;
use crate::tongue::words::Words;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// How a stretch of a paragraph is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Part {
    /// The font.
    pub(crate) font: Font,
    /// The type size.
    pub(crate) size: f32,
    /// The colour.
    pub(crate) ink: Ink,
    /// How far above the baseline.
    pub(crate) rise: f32,
    /// The number of the span it comes from.
    pub(crate) span: usize,
    /// The emphasis.
    pub(crate) look: Look,
    /// The number of its link.
    pub(crate) link: Option<usize>,
    /// The number of the note that it mentions.
    pub(crate) note: Option<usize>,
    /// The hyphen of its font: the number of the glyph, and its width as a part of the type size.
    pub(crate) hyphen: (u32, f32),
    /// Its language.
    pub(crate) tongue: Tongue,
    /// Where its words may be broken.
    pub(crate) hyphens: Hyphens,
}

/// Characters that belong together on a line, with their glyphs.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    /// Bytes of the paragraph's text.
    pub(crate) bytes: Range<usize>,
    /// Glyphs of the paragraph.
    pub(crate) glyphs: Range<usize>,
    /// Number of its part.
    pub(crate) part: usize,
    /// Width in points.
    pub(crate) width: f32,
    /// What may follow.
    pub(crate) end: End,
    /// Whether there is something to see.
    pub(crate) is_space: bool,
}

/// What may follow a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The next cluster, on the same line.
    Joined,
    /// The next cluster on the same line, as long as both fit.
    Kept,
    /// A new line if need be.
    May,
    /// A new line.
    Must,
}

/// A paragraph ready to be broken into lines.
#[derive(Debug, Default, Clone)]
pub(crate) struct Shaped {
    /// The printed text.
    pub(crate) text: String,
    /// The parts.
    pub(crate) parts: Vec<Part>,
    /// The glyphs.
    pub(crate) glyphs: Vec<Glyph>,
    /// The clusters in reading order.
    pub(crate) clusters: Vec<Cluster>,
    /// What stands before the name of a field that is missing.
    pub(crate) before_field: Arc<str>,
}

/// Shapers that have served a document, by its language. A new document in the same language begins with the words
/// that they know; what is shaped does not depend on it.
static SPARE: Mutex<BTreeMap<String, Vec<Shaper>>> = Mutex::new(BTreeMap::new());
/// A shaper that knows more words than this is not kept: after a register of everything, its memory would stay.
const MOST_WORDS: usize = 20_000;

/// How a character begins that no font has.
const SPELLED_OUT: &str = "[U+";

/// Shapes text; remembers what it needed again and what it could not show.
pub(crate) struct Shaper {
    fonts: Fonts,
    glyphs: Glyphs,
    paragraphs: Paragraphs,
    tongues: Tongues,
    /// What the pages add to the text, in its language.
    pub(crate) words: Words,
    before_field: Arc<str>,
    unshown: Unshown,
    language: String,
}

impl Shaper {
    /// Returns a shaper for text in a language, one that has served before if there is any.
    pub(crate) fn spare(language: &str) -> Result<Self, Failure> {
        let mut spare = SPARE.lock().unwrap_or_else(PoisonError::into_inner);
        let known = spare.get_mut(language).and_then(Vec::pop);
        drop(spare);
        known.map_or_else(|| Self::new(language), Ok)
    }

    /// Returns a shaper for text in a language, such as `en`. What the pages add is in that language where there is a
    /// catalog of it, else in English.
    pub(crate) fn new(language: &str) -> Result<Self, Failure> {
        let words = Catalogued::of_tag(language).map(Words::of).unwrap_or_default();
        Ok(Self {
            words,
            before_field: format!("{} ", words.say("missing-before")).into(),
            fonts: Fonts::load()?,
            glyphs: Glyphs::default(),
            paragraphs: Paragraphs::default(),
            tongues: Tongues::of(language),
            unshown: Unshown::default(),
            language: language.to_owned(),
        })
    }

    /// Returns what no font could show, and keeps the shaper for the next document.
    pub(crate) fn into_unshown(mut self) -> Unshown {
        let unshown = std::mem::take(&mut self.unshown);
        if self.glyphs.n_words() <= MOST_WORDS {
            let mut spare = SPARE.lock().unwrap_or_else(PoisonError::into_inner);
            spare.entry(self.language.clone()).or_default().push(self);
        }
        unshown
    }

    /// Shapes the spans of one paragraph, or returns what came of it before.
    pub(crate) fn shape(&mut self, spans: &[Span], setting: Setting) -> Arc<Shaped> {
        if let Some(known) = self.paragraphs.get(spans, setting) {
            return known;
        }
        let shaped = Arc::new(self.shaped(spans, setting));
        // What cannot be shown is told for each document.
        if !shaped.text.contains(SPELLED_OUT) {
            self.paragraphs.keep(spans, setting, &shaped);
        }
        shaped
    }

    /// Shapes the spans of one paragraph, whatever came of them before.
    pub(crate) fn shaped(&mut self, spans: &[Span], setting: Setting) -> Shaped {
        let mut shaped = Shaped {
            before_field: self.before_field.clone(),
            ..Shaped::default()
        };
        for (number, span) in spans.iter().enumerate() {
            self.shape_span(&mut shaped, span, number, setting);
        }
        mark_line_ends(&mut shaped);
        shaped
    }

    /// Shapes one line of plain text, such as a page number.
    pub(crate) fn shape_plain(&mut self, text: &str, setting: Setting) -> Arc<Shaped> {
        self.shape(&[Span::plain(text)], setting)
    }

    fn shape_span(&mut self, shaped: &mut Shaped, span: &Span, number: usize, setting: Setting) {
        let printed = self.printed(&span.text);
        let tongue = self.tongues.of_passage(span.language.as_deref());
        let wished = Part {
            tongue,
            hyphens: self.tongues.hyphens(tongue),
            ..part(span, number, setting)
        };
        let mut start = shaped.text.len();
        let mut current: Option<(Font, Alphabet)> = None;
        for character in printed.chars() {
            let font = self.fonts.for_char(wished.font, character).unwrap_or(wished.font);
            let letter = alphabet(character);
            let kept = current.filter(|(f, a)| *f == font && letter.is_none_or(|l| l == *a));
            if kept.is_none() {
                self.flush(shaped, start, current, wished);
                start = shaped.text.len();
                let before = current.map_or(Alphabet::Latin, |(_, a)| a);
                current = Some((font, letter.unwrap_or(before)));
            }
            shaped.text.push(character);
        }
        self.flush(shaped, start, current, wished);
    }

    fn flush(&mut self, shaped: &mut Shaped, start: usize, run: Option<(Font, Alphabet)>, wished: Part) {
        let Some((font, letters)) = run.filter(|_| start < shaped.text.len()) else {
            return;
        };
        let hyphen = self.fonts.hyphen(font);
        shaped.parts.push(Part {
            font,
            hyphen,
            ..wished
        });
        self.shape_run(shaped, start, (font, letters, wished.tongue));
    }

    fn shape_run(&mut self, shaped: &mut Shaped, start: usize, style: Style) {
        let (font, _, tongue) = style;
        let first = shaped.glyphs.len();
        // A forced break is no glyph; a space takes its place.
        let text = shaped.text[start..].replace('\n', " ");
        let look = (self.fonts.face(font), self.tongues.shaping(tongue));
        self.glyphs.shape((&text, start), style, look, &mut shaped.glyphs);
        gather_clusters(shaped, first);
    }

    // Tabs and foreign spaces become spaces, invisible format characters vanish, and what no font has is
    // spelled out: an empty box would hide from the reader that something was written there.
    fn printed(&mut self, text: &str) -> String {
        let mut printed = String::with_capacity(text.len());
        let mut is_whole = true;
        for character in text.chars() {
            match character {
                '\n' => printed.push('\n'),
                '\t' | '\r' => printed.push(' '),
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => {}
                _ if self.fonts.for_char(Font::Regular, character).is_some() => printed.push(character),
                _ if character.is_whitespace() => printed.push(' '),
                _ => {
                    is_whole = false;
                    self.unshown.characters.insert(character);
                    printed.push_str(&format!("{SPELLED_OUT}{:04X}]", u32::from(character)));
                }
            }
        }
        // A heading is printed again in the contents and a title at the top of each page; once is enough.
        if !is_whole && !self.unshown.texts.iter().any(|seen| seen.contains(text.trim())) {
            self.unshown.texts.push(text.trim().to_owned());
        }
        printed
    }
}

// `None` for digits, punctuation and marks, which join whatever surrounds them.
fn alphabet(character: char) -> Option<Alphabet> {
    match character {
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Alphabet::Greek),
        '\u{400}'..='\u{52f}' => Some(Alphabet::Cyrillic),
        _ if character.is_alphabetic() => Some(Alphabet::Latin),
        _ => None,
    }
}

fn part(span: &Span, number: usize, setting: Setting) -> Part {
    let look = span.look;
    let font = match (setting.weight, look) {
        (_, Look { code: true, .. }) => Font::Code,
        (Weight::Bold, _) | (Weight::SemiBold, Look { bold: true, .. }) => Font::Bold,
        (Weight::SemiBold, _) | (_, Look { bold: true, .. }) => Font::SemiBold,
        (Weight::Regular, Look { italic: true, .. }) => Font::Italic,
        (Weight::Regular, _) => Font::Regular,
    };
    let (scale, rise) = match span.mark {
        Mark::Note(_) => (0.66, 0.34),
        // Source Code Pro looks larger than Source Sans 3 at the same size.
        Mark::Plain if look.code => (0.92, 0.0),
        Mark::Plain => (1.0, 0.0),
    };
    let ink = match span.link {
        Some(_) if setting.ink == Ink::Text => Ink::Accent,
        _ => setting.ink,
    };
    Part {
        font,
        size: setting.size * scale,
        ink,
        rise: setting.size * rise,
        span: number,
        look,
        link: span.link,
        note: match span.mark {
            Mark::Note(number) => Some(number),
            Mark::Plain => None,
        },
        hyphen: (0, 0.0),
        tongue: Tongue::default(),
        hyphens: Hyphens::default(),
    }
}

// The shaper numbers glyphs by the first byte of their cluster; a cluster lasts until the next one begins.
fn gather_clusters(shaped: &mut Shaped, first: usize) {
    let part = shaped.parts.len() - 1;
    let size = shaped.parts[part].size;
    let mut glyph = first;
    while glyph < shaped.glyphs.len() {
        let byte = shaped.glyphs[glyph].bytes().start;
        let len = shaped.glyphs[glyph..]
            .iter()
            .take_while(|g| g.bytes().start == byte)
            .count();
        let end_glyph = glyph + len;
        let end = shaped
            .glyphs
            .get(end_glyph)
            .map_or(shaped.text.len(), |g| g.bytes().start);
        let mut width = 0.0;
        for g in &mut shaped.glyphs[glyph..end_glyph] {
            *g = g.standing_for(byte..end);
            width += g.advance * size;
        }
        shaped.clusters.push(Cluster {
            bytes: byte..end,
            glyphs: glyph..end_glyph,
            part,
            width,
            end: End::Joined,
            is_space: shaped.text[byte..end].chars().all(char::is_whitespace),
        });
        glyph = end_glyph;
    }
}

fn mark_line_ends(shaped: &mut Shaped) {
    let mut breaks = linebreaks(&shaped.text).peekable();
    let n_bytes = shaped.text.len();
    for cluster in &mut shaped.clusters {
        while let Some((at, kind)) = breaks.next_if(|(at, _)| *at <= cluster.bytes.end) {
            if at == cluster.bytes.end && at < n_bytes {
                cluster.end = match kind {
                    BreakOpportunity::Mandatory => End::Must,
                    BreakOpportunity::Allowed if is_kept(&shaped.text, &cluster.bytes) => End::Kept,
                    BreakOpportunity::Allowed => End::May,
                };
            }
        }
    }
}

fn is_kept(text: &str, blank: &Range<usize>) -> bool {
    &text[blank.clone()] == " " && belong_together(&text[..blank.start], &text[blank.end..])
}
