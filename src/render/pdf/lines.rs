//! Shaped paragraphs become lines of a given width, and lines become placed texts. Lines end where the Unicode
//! rules allow, and where they would leave a line half empty within a word, after a hyphen; what is wider than the line
//! and no word is cut, after punctuation if it has any, so that nothing sticks out.

use crate::render::pdf::glyphs::Glyph;
use crate::render::pdf::hyphens::Hyphens;
use crate::render::pdf::pages::{TagId, Text};
use crate::render::pdf::text::{Cluster, End, Shaped};
use std::ops::Range;

/// A line: which clusters, and how wide they look.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// The clusters, with the spaces at the end.
    pub(crate) clusters: Range<usize>,
    /// Width without the spaces at the end.
    pub(crate) width: f32,
    /// The clusters of the word that a hyphen at the end breaks, as far as it goes on both lines.
    pub(crate) broken: Option<Range<usize>>,
    /// Where on this line a word ends that was broken before; the start of the line when none was.
    pub(crate) rest: usize,
}

/// How wide a paragraph must and may be.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Measure {
    /// Width of the longest word, or of a word with its number; a name is as long as its longest part before an
    /// underscore.
    pub(crate) least: f32,
    /// Width of the longest line when nothing is broken.
    pub(crate) most: f32,
}

// Rounding in sums of widths must not break a line that was measured to fit.
const SLACK: f32 = 0.01;
/// A line that is filled to this part is good as it is; a broken word would be harder to read than the gap.
const FULL: f32 = 0.8;
/// A broken word is read and copied whole where it begins (ISO 32000-1, 14.9.4), so its rest says nothing. An empty
/// text would be more honest, but the reader in Chrome takes it for none and copies the printed letters as well.
pub(crate) const REST_SAYS: &str = "\u{200b}";
/// What stands between a record and the name of its field, which is no word of the language.
const BEFORE_FIELD: &str = "· ";

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
                End::Joined if self.may_be_cut_after(cluster) => word = Width::default(),
                End::Joined | End::Kept => {}
                End::May => word = Width::default(),
                End::Must => (word, line) = (Width::default(), Width::default()),
            }
        }
        measure
    }

    /// Returns the least width at which the paragraph takes one line, or two if it can be parted.
    pub(crate) fn measure_in_two(&self) -> f32 {
        let all: f32 = self.clusters.iter().map(|cluster| cluster.width).sum();
        let most = self.measure().most;
        let (mut first, mut least) = (Width::default(), most);
        for cluster in &self.clusters {
            first.add(cluster);
            match cluster.end {
                End::Joined | End::Kept => {}
                End::May => least = least.min(first.seen.max(all - first.all)),
                End::Must => return most,
            }
        }
        least
    }

    // The name of a field is no word: a column that must hold each whole would starve those that hold sentences.
    fn may_be_cut_after(&self, cluster: &Cluster) -> bool {
        self.text[cluster.bytes.clone()].ends_with('_')
    }

    /// Breaks the paragraph into lines no wider than `width`.
    pub(crate) fn lines(&self, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        let (mut start, mut word_end) = (0, 0);
        while start < self.clusters.len() {
            let mut line = self.line(start, width + SLACK, word_end);
            line.rest = usize::min(word_end, line.clusters.end).max(start);
            word_end = line.broken.as_ref().map_or(word_end, |word| word.end);
            start = line.clusters.end;
            lines.push(line);
        }
        lines
    }

    fn line(&self, start: usize, width: f32, word_end: usize) -> Line {
        let mut sum = Width::default();
        let (mut best, mut kept): (Option<Line>, Option<Line>) = (None, None);
        for (at, cluster) in self.clusters.iter().enumerate().skip(start) {
            let before = sum.seen;
            sum.add(cluster);
            if sum.seen > width && at > start {
                return self
                    .hyphenated(start, at, width, best.as_ref())
                    .filter(|line| is_read_whole(line, word_end))
                    .or(best)
                    .or(kept)
                    .unwrap_or_else(|| self.cut(start..at, before));
            }
            let line = Line::whole(start..at + 1, sum.seen);
            match cluster.end {
                End::Joined => {}
                End::Kept => kept = Some(line),
                End::May => best = Some(line),
                End::Must => return line,
            }
        }
        Line::whole(start..self.clusters.len(), sum.seen)
    }

    // Returns the line with as much of the word at cluster `at` as fits before a hyphen; `best` is the line without it.
    fn hyphenated(&self, start: usize, at: usize, width: f32, best: Option<&Line>) -> Option<Line> {
        if best.is_some_and(|line| line.width > width * FULL) {
            return None;
        }
        let word = self.word(at)?;
        let part = self.parts[self.clusters[at].part];
        let hyphen = part.hyphen.1 * part.size;
        let places = part.hyphens.places(self.text_of(&word));
        let first_byte = self.clusters[word.start].bytes.start;
        let mut sum = 0.0;
        let mut line = None;
        for (number, cluster) in self.clusters.iter().enumerate().take(at).skip(start) {
            sum += cluster.width;
            let is_place = number >= word.start && places.contains(&(cluster.bytes.end - first_byte));
            if is_place && sum + hyphen <= width {
                line = Some(Line {
                    broken: Some(word.clone()),
                    ..Line::whole(start..number + 1, sum + hyphen)
                });
            }
        }
        line
    }

    // Returns the clusters from blank to blank around one, if they look alike and are no code.
    fn word(&self, at: usize) -> Option<Range<usize>> {
        let is_blank = |cluster: &Cluster| cluster.is_space || cluster.end == End::Must;
        let before = self.clusters[..at].iter().rposition(is_blank);
        let start = before.map_or(0, |blank| blank + 1);
        let after = self.clusters[at..].iter().position(is_blank);
        let end = after.map_or(self.clusters.len(), |blank| at + blank);
        let part = self.clusters[at].part;
        let is_alike = self.clusters[start..end]
            .iter()
            .all(|cluster| cluster.part == part);
        let before = &self.text[..self.clusters[start].bytes.start];
        let is_field = before.ends_with(BEFORE_FIELD)
            || (!self.before_field.is_empty() && before.ends_with(self.before_field.as_ref()));
        let is_name = self.parts[part].look.code || is_field;
        (is_alike && !is_name).then_some(start..end)
    }

    fn text_of(&self, clusters: &Range<usize>) -> &str {
        let own = &self.clusters[clusters.clone()];
        match (own.first(), own.last()) {
            (Some(first), Some(last)) => &self.text[first.bytes.start..last.bytes.end],
            _ => "",
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
                best = Some(Line::whole(clusters.start..at + 1, sum));
            }
        }
        best.unwrap_or(Line::whole(clusters, width))
    }

    /// Forbids to break words with a hyphen.
    pub(crate) fn leave_words_whole(&mut self) {
        self.parts
            .iter_mut()
            .for_each(|part| part.hyphens = Hyphens::default());
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
            let len = self.clusters[at..line.end_of_piece(at)]
                .iter()
                .take_while(|cluster| cluster.part == part)
                .count();
            let mut text = self.fragment(at..at + len, pen, baseline, tags);
            self.break_word(&mut text, line, at);
            texts.push(text);
            pen += self.clusters[at..at + len].iter().map(|c| c.width).sum::<f32>();
            at += len;
        }
        texts
    }

    // Gives the first half of a broken word its hyphen, and says what each half is read as.
    fn break_word(&self, text: &mut Text, line: &Line, at: usize) {
        if at < line.rest {
            text.says = Some(REST_SAYS.to_owned());
        }
        let Some(word) = line.broken.as_ref().filter(|word| at >= word.start) else {
            return;
        };
        text.says.get_or_insert_with(|| self.text_of(word).to_owned());
        let (id, advance) = self.parts[self.clusters[at].part].hyphen;
        let end = text.text.len();
        text.glyphs
            .push(Glyph::new(id, advance).standing_for(end..end + 1));
        text.text.push('-');
        text.width += advance * text.size;
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
            note: part.note,
            glyphs: glyphs
                .iter()
                .map(|glyph| moved_back(glyph, bytes.start))
                .collect(),
            text,
            says: None,
            tag: tags.get(part.span).copied(),
            room: (f32::MIN, f32::MAX),
        }
    }
}

impl Line {
    fn whole(clusters: Range<usize>, width: f32) -> Self {
        Self {
            rest: clusters.start,
            broken: None,
            clusters,
            width,
        }
    }

    // The rest of one broken word, what stands between, and the beginning of another are pieces of their own.
    fn end_of_piece(&self, at: usize) -> usize {
        let word = self.broken.as_ref().map_or(self.clusters.end, |word| word.start);
        let ends = [self.rest, word, self.clusters.end];
        ends.into_iter()
            .find(|end| *end > at)
            .unwrap_or(self.clusters.end)
    }
}

// What a word says is said where it begins, so one that was cut before cannot say it any more.
fn is_read_whole(line: &Line, word_end: usize) -> bool {
    let word = line.broken.as_ref();
    word.is_some_and(|word| word.start >= line.clusters.start || word.end == word_end)
}

fn moved_back(glyph: &Glyph, by: usize) -> Glyph {
    let bytes = glyph.bytes();
    glyph.standing_for(bytes.start - by..bytes.end - by)
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
