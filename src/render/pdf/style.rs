//! Sizes, colours and fixed words of a page: what a designer would change. Lengths are points (1/72 inch) with
//! the origin at the top left of an A4 page. Knows nothing of text or layout.

use crate::render::pdf::fonts::Weight;

/// A4 width.
pub(crate) const PAGE_WIDTH: f32 = 595.276;
/// A4 height.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// Left edge of the text.
pub(crate) const LEFT: f32 = 68.0;
/// Width of the text.
pub(crate) const WIDTH: f32 = PAGE_WIDTH - 2.0 * LEFT;
/// Top edge of the text, below the running header.
pub(crate) const TOP: f32 = 84.0;
/// Bottom edge of the text, above the footer.
pub(crate) const BOTTOM: f32 = PAGE_HEIGHT - 82.0;
/// Baseline of the running header.
pub(crate) const HEADER: f32 = 52.0;
/// Baseline of the footer.
pub(crate) const FOOTER: f32 = PAGE_HEIGHT - 46.0;

/// Part of the type size above the baseline that a line of text claims; capitals with accents fit.
pub(crate) const ASCENT: f32 = 0.78;
/// Part of the type size below the baseline that a line of text claims.
pub(crate) const DESCENT: f32 = 0.22;

/// A colour with a purpose. Text colours keep a contrast of 4.5:1 on every ground they are used on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Running text.
    Text,
    /// Text that steps back: header, footer, captions.
    Quiet,
    /// The one dark accent: headings, links, labels.
    Accent,
    /// Accent for what a person must look at; always beside a word that says so.
    Alert,
    /// Text on the cover's band.
    White,
    /// Second text colour on the cover's band.
    Pale,
    /// Hairlines.
    Hairline,
    /// Ground of table headers and callouts.
    Tint,
    /// Ground of warnings.
    AlertTint,
    /// Ground of code.
    CodeTint,
    /// Second dark colour of charts, between the accent and the tint.
    Steel,
}

impl Ink {
    /// Returns red, green and blue.
    pub(crate) const fn rgb(self) -> (u8, u8, u8) {
        match self {
            Ink::Text => (0x1c, 0x21, 0x28),
            Ink::Quiet => (0x55, 0x5f, 0x6b),
            Ink::Accent => (0x17, 0x3a, 0x5e),
            Ink::Alert => (0x8a, 0x3b, 0x12),
            Ink::White => (0xff, 0xff, 0xff),
            Ink::Pale => (0xd5, 0xe0, 0xeb),
            Ink::Hairline => (0xc4, 0xcd, 0xd6),
            Ink::Tint => (0xee, 0xf2, 0xf6),
            Ink::AlertTint => (0xfb, 0xf1, 0xe9),
            Ink::CodeTint => (0xf4, 0xf5, 0xf6),
            Ink::Steel => (0x3f, 0x6f, 0x9c),
        }
    }
}

/// How a block of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Setting {
    /// Type size.
    pub(crate) size: f32,
    /// Distance from baseline to baseline.
    pub(crate) leading: f32,
    /// Weight of text that is not emphasised.
    pub(crate) weight: Weight,
    /// Colour of the text.
    pub(crate) ink: Ink,
}

impl Setting {
    /// Returns a setting.
    pub(crate) const fn new(size: f32, leading: f32, weight: Weight, ink: Ink) -> Self {
        Self {
            size,
            leading,
            weight,
            ink,
        }
    }

    /// Returns the distance from the top of a line to its baseline.
    pub(crate) fn baseline(self) -> f32 {
        (self.leading - self.size) / 2.0 + ASCENT * self.size
    }

    /// Returns the same setting in another weight.
    pub(crate) const fn with_weight(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }

    /// Returns the same setting in another colour.
    pub(crate) const fn with_ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}

/// Running text.
pub(crate) const BODY: Setting = Setting::new(10.3, 14.8, Weight::Regular, Ink::Text);
/// Code blocks.
pub(crate) const CODE: Setting = Setting::new(8.8, 12.6, Weight::Regular, Ink::Text);
/// Notes at the foot of a page.
pub(crate) const NOTE: Setting = Setting::new(8.6, 11.8, Weight::Regular, Ink::Text);
/// The title on the cover.
pub(crate) const TITLE: Setting = Setting::new(31.0, 37.0, Weight::Bold, Ink::White);
/// The line below the title.
pub(crate) const SUBTITLE: Setting = Setting::new(14.0, 20.0, Weight::Regular, Ink::Pale);
/// Running header and footer.
pub(crate) const RUNNING: Setting = Setting::new(8.2, 11.0, Weight::Regular, Ink::Quiet);
/// Key facts on the cover.
pub(crate) const FACTS: Setting = Setting::new(10.3, 14.8, Weight::Regular, Ink::Text);
/// The title of the contents pages.
pub(crate) const CONTENTS: Setting = Setting::new(20.0, 26.0, Weight::Bold, Ink::Accent);
/// A section in the contents.
pub(crate) const ENTRY: Setting = Setting::new(10.6, 15.0, Weight::SemiBold, Ink::Text);
/// A subsection in the contents.
pub(crate) const SUBENTRY: Setting = Setting::new(10.0, 14.0, Weight::Regular, Ink::Text);

/// Tables, from the widest columns to the narrowest: the first size at which the words fit is used.
pub(crate) const TABLES: [Setting; 3] = [
    Setting::new(9.2, 12.6, Weight::Regular, Ink::Text),
    Setting::new(8.3, 11.4, Weight::Regular, Ink::Text),
    Setting::new(7.3, 10.0, Weight::Regular, Ink::Text),
];

/// Returns how a heading of a level is set.
pub(crate) const fn heading(level: u8) -> Setting {
    match level {
        0..=2 => Setting::new(18.0, 23.0, Weight::Bold, Ink::Accent),
        3 => Setting::new(13.2, 17.6, Weight::SemiBold, Ink::Accent),
        4 => Setting::new(11.0, 15.4, Weight::SemiBold, Ink::Text),
        _ => Setting::new(10.3, 14.8, Weight::SemiBold, Ink::Quiet),
    }
}

/// Returns the space above a heading of a level.
pub(crate) const fn above_heading(level: u8) -> f32 {
    match level {
        0..=2 => 30.0,
        3 => 20.0,
        4 => 15.0,
        _ => 12.0,
    }
}

/// Returns the space below a heading of a level.
pub(crate) const fn below_heading(level: u8) -> f32 {
    match level {
        0..=2 => 9.0,
        3 => 5.0,
        _ => 3.0,
    }
}
