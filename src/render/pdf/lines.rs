//! Shaped paragraphs become lines of a given width, and lines become placed texts. Lines end where the Unicode
//! rules allow; a word wider than the line is cut, after punctuation if it has any, so that nothing sticks out.

use crate::render::pdf::pages::{TagId, Text};
use crate::render::pdf::text::{Cluster, End, Glyph, Shaped};
use std::ops::Range;

/// A line: which clusters, and how wide they look.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// The clusters, with the spaces at the end.
    pub(crate) clusters: Range<usize>,
    /// Width without the spaces at the end.
    pub(crate) width: f32,
}

/// How wide a paragraph must and may be.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Measure {
    /// Width of the longest word.
    pub(crate) least: f32,
    /// Width of the longest line when nothing is broken.
    pub(crate) most: f32,
}

// Rounding in sums of widths must not break a line that was measured to fit.
const SLACK: f32 = 0.01;

impl Shaped {
    /// Returns the widths of the longest word and of the longest line.
    pub(crate) fn measure(&self) -> Measure {
        let mut measure = Measure::default();
        let (mut word, mut line) = (Width::default(), Width::default());
        for cluster in &self.clusters {
            word.add(cluster);
            line.add(cluster);
            measure.least = measure.least.max(word.seen);
            measure.most = measure.most.max(line.seen);
            match cluster.end {
                End::Joined => {}
                End::May => word = Width::default(),
                End::Must => (word, line) = (Width::default(), Width::default()),
            }
        }
        measure
    }

    /// Breaks the paragraph into lines no wider than `width`.
    pub(crate) fn lines(&self, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut start = 0;
        while start < self.clusters.len() {
            let line = self.line(start, width + SLACK);
            start = line.clusters.end;
            lines.push(line);
        }
        lines
    }

    fn line(&self, start: usize, width: f32) -> Line {
        let mut sum = Width::default();
        let mut best: Option<Line> = None;
        for (at, cluster) in self.clusters.iter().enumerate().skip(start) {
            let before = sum.seen;
            sum.add(cluster);
            if sum.seen > width && at > start {
                return best.unwrap_or_else(|| self.cut(start..at, before));
            }
            let line = Line {
                clusters: start..at + 1,
                width: sum.seen,
            };
            match cluster.end {
                End::Joined => {}
                End::May => best = Some(line),
                End::Must => return line,
            }
        }
        Line {
            clusters: start..self.clusters.len(),
            width: sum.seen,
        }
    }

    // A word that must be cut is cut after punctuation when that does not leave the line half empty.
    fn cut(&self, clusters: Range<usize>, width: f32) -> Line {
        let mut sum = 0.0;
        let mut best = None;
        for at in clusters.clone() {
            let cluster = &self.clusters[at];
            sum += cluster.width;
            let text = &self.text[cluster.bytes.clone()];
            if text.ends_with(['/', '.', '_', '-', ':', '=', '&', '?', '@', ',', '#']) && sum > width * 0.5 {
                best = Some(Line {
                    clusters: clusters.start..at + 1,
                    width: sum,
                });
            }
        }
        best.unwrap_or(Line { clusters, width })
    }

    /// Changes the type size of everything by a factor; widths follow in proportion.
    pub(crate) fn scale(&mut self, by: f32) {
        for part in &mut self.parts {
            part.size *= by;
            part.rise *= by;
        }
        self.clusters.iter_mut().for_each(|cluster| cluster.width *= by);
    }

    /// Places a line: one text for each stretch with one look.
    pub(crate) fn place(&self, line: &Line, x: f32, baseline: f32, tags: &[TagId]) -> Vec<Text> {
        let mut texts: Vec<Text> = Vec::new();
        let mut pen = x;
        let mut at = line.clusters.start;
        while at < line.clusters.end {
            let part = self.clusters[at].part;
            let len = self.clusters[at..line.clusters.end]
                .iter()
                .take_while(|cluster| cluster.part == part)
                .count();
            texts.push(self.fragment(at..at + len, pen, baseline, tags));
            pen += self.clusters[at..at + len].iter().map(|c| c.width).sum::<f32>();
            at += len;
        }
        texts
    }

    fn fragment(&self, clusters: Range<usize>, x: f32, baseline: f32, tags: &[TagId]) -> Text {
        let own = &self.clusters[clusters];
        let part = self.parts[own[0].part];
        let bytes = own[0].bytes.start..own[own.len() - 1].bytes.end;
        let glyphs = &self.glyphs[own[0].glyphs.start..own[own.len() - 1].glyphs.end];
        let mut seen = Width::default();
        own.iter().for_each(|cluster| seen.add(cluster));
        // A forced break has done its work; as a glyph it would be read as a stray space.
        let text = self.text[bytes.clone()].replace('\n', " ");
        Text {
            x,
            baseline: baseline - part.rise,
            width: seen.seen,
            font: part.font,
            size: part.size,
            ink: part.ink,
            look: part.look,
            link: part.link,
            glyphs: glyphs.iter().map(|glyph| shifted(glyph, bytes.start)).collect(),
            text,
            tag: tags.get(part.span).copied(),
            room: (f32::MIN, f32::MAX),
        }
    }
}

fn shifted(glyph: &Glyph, by: usize) -> Glyph {
    Glyph {
        bytes: glyph.bytes.start - by..glyph.bytes.end - by,
        ..glyph.clone()
    }
}

/// A width, and the width of what can be seen of it.
#[derive(Default)]
struct Width {
    all: f32,
    seen: f32,
}

impl Width {
    fn add(&mut self, cluster: &Cluster) {
        self.all += cluster.width;
        if !cluster.is_space {
            self.seen = self.all;
        }
    }
}
