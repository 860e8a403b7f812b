//! Paragraphs that were shaped before. Documents repeat themselves, labels of tables and explanations of words above all,
//! and what is said again in the same look has the same glyphs. Shapes nothing itself.

use crate::render::pdf::document::{Look, Mark, Span};
use crate::render::pdf::style::Setting;
use crate::render::pdf::text::Shaped;
use std::collections::BTreeMap;
use std::sync::Arc;

/// When so many clusters are known, everything is forgotten: what is still in use is soon known again.
const MOST_CLUSTERS: usize = 100_000;

/// The paragraphs that are known, by what decides about their glyphs.
#[derive(Default)]
pub(crate) struct Paragraphs {
    known: BTreeMap<Box<[u8]>, Arc<Shaped>>,
    n_clusters: usize,
    spare: Vec<u8>,
}

impl Paragraphs {
    /// Returns a paragraph as it was shaped before.
    pub(crate) fn get(&mut self, spans: &[Span], setting: Setting) -> Option<Arc<Shaped>> {
        self.name(spans, setting);
        self.known.get(self.spare.as_slice()).cloned()
    }

    /// Remembers a paragraph, unless it holds what belongs to one document: a link, or the mark of a note.
    pub(crate) fn keep(&mut self, spans: &[Span], setting: Setting, shaped: &Arc<Shaped>) {
        if spans
            .iter()
            .any(|span| span.link.is_some() || span.mark != Mark::Plain)
        {
            return;
        }
        if self.n_clusters > MOST_CLUSTERS {
            self.known.clear();
            self.n_clusters = 0;
        }
        self.name(spans, setting);
        self.n_clusters += shaped.clusters.len();
        self.known.insert(self.spare.as_slice().into(), shaped.clone());
    }

    // Lengths stand before texts, so that no two paragraphs have one name. A link has a name that is never kept.
    fn name(&mut self, spans: &[Span], setting: Setting) {
        let Setting {
            size,
            leading: _,
            weight,
            ink,
        } = setting;
        let name = &mut self.spare;
        name.clear();
        name.extend(size.to_bits().to_le_bytes());
        name.extend([weight as u8, ink as u8]);
        for span in spans {
            let is_plain = span.link.is_none() && span.mark == Mark::Plain;
            name.extend([looks(span.look), u8::from(is_plain)]);
            let language = span.language.as_deref().unwrap_or_default();
            for text in [&span.text, language] {
                name.extend(text.len().to_le_bytes());
                name.extend(text.as_bytes());
            }
        }
    }
}

fn looks(look: Look) -> u8 {
    let Look {
        bold,
        italic,
        strike,
        code,
    } = look;
    let each = [bold, italic, strike, code];
    each.into_iter().fold(0, |bits, is| bits << 1 | u8::from(is))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pdf::style::{BODY, CODE, ENTRY, Ink};
    use crate::render::pdf::text::Shaper;
    use proptest::prelude::*;

    fn span() -> impl Strategy<Value = Span> {
        let text = prop::sample::select(vec!["", "a", "ab", "b", "fi\n", "Art. 5", "€ \u{e000}", "абв"]);
        let language = prop::option::of(prop::sample::select(vec!["de", "bg"]));
        let (link, note) = (
            prop::option::weighted(0.2, 0..3usize),
            prop::option::weighted(0.2, 0..3usize),
        );
        (text, any::<[bool; 4]>(), language, link, note).prop_map(|(text, looks, language, link, note)| {
            let [bold, italic, strike, code] = looks;
            Span {
                text: text.to_owned(),
                look: Look {
                    bold,
                    italic,
                    strike,
                    code,
                },
                link,
                mark: note.map_or(Mark::Plain, Mark::Note),
                language: language.map(str::to_owned),
            }
        })
    }

    fn paragraph() -> impl Strategy<Value = (Vec<Span>, Setting)> {
        let setting = prop::sample::select(vec![BODY, CODE, ENTRY, BODY.with_ink(Ink::Quiet)]);
        (prop::collection::vec(span(), 0..3), setting)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        // Few texts in many looks, so that paragraphs come again and nearly again.
        #[test]
        fn what_is_remembered_is_what_would_be_shaped(paragraphs in prop::collection::vec(paragraph(), 1..60)) {
            let mut served = Shaper::new("en").unwrap();
            let mut fresh = Shaper::new("en").unwrap();
            for (spans, setting) in &paragraphs {
                let (again, first) = (served.shape(spans, *setting), fresh.shaped(spans, *setting));
                prop_assert_eq!(format!("{again:?}"), format!("{first:?}"));
            }
            prop_assert_eq!(served.into_unshown(), fresh.into_unshown());
        }
    }

    #[test]
    fn a_paragraph_is_shaped_once_and_the_memory_has_an_end() {
        let mut shaper = Shaper::new("en").unwrap();
        let said = [Span::plain("said again and again")];
        let first = shaper.shape(&said, BODY);
        assert!(Arc::ptr_eq(&first, &shaper.shape(&said, BODY)));
        let mut known = Paragraphs::default();
        let many = 2 * MOST_CLUSTERS / first.clusters.len();
        for number in 0..many {
            known.keep(&[Span::plain(number.to_string())], BODY, &first);
        }
        assert!(known.n_clusters <= MOST_CLUSTERS + first.clusters.len());
        assert!(known.known.len() < many);
        assert!(known.get(&[Span::plain((many - 1).to_string())], BODY).is_some());
    }
}
