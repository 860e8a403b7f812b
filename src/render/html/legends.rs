//! How documents are read, said once. Every document ends with what its words mean and where its statements come from, and
//! these passages are the same in most of them. Documents whose passages are the same in every letter keep the heading and
//! refer to one legend at the end of the page, which needs no script and can be followed on paper; whatever differs stays
//! where it is. Compares finished HTML and knows nothing of what it says.

use crate::render::escape::escaped;
use crate::render::html::Chapter;
use crate::render::html::page::spoken;
use crate::tongue::language::Language;
use crate::tongue::words::Words;
use std::collections::BTreeMap;

/// The legends to which several documents refer, in the order of the first of these.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Legends {
    shared: Vec<(Language, String)>,
}

impl Legends {
    /// Returns the legends that more than one of the documents has.
    pub(crate) fn of(chapters: &[Chapter]) -> Self {
        let mut counts = BTreeMap::new();
        let known: Vec<_> = chapters.iter().filter_map(known).collect();
        known
            .iter()
            .for_each(|legend| *counts.entry(*legend).or_insert(0) += 1);
        let mut shared: Vec<(Language, String)> = Vec::new();
        for legend in known {
            if counts.remove(&legend).is_some_and(|n_documents| n_documents > 1) {
                shared.push((legend.0, legend.1.to_owned()));
            }
        }
        Self { shared }
    }

    /// Adds a document, with a reference in the place of a legend that is shared.
    pub(crate) fn push_chapter(&self, out: &mut String, words: Words, chapter: &Chapter) {
        let Some((number, range)) = self.number(chapter).zip(chapter.legend.clone()) else {
            out.push_str(&chapter.html);
            return;
        };
        let refers = escaped(&words.say_with("report-see-legend", &[("n", number.into())]));
        out.push_str(chapter.html.get(..range.start).unwrap_or_default());
        out.push_str(&format!(
            "<p class=\"shared\"><a href=\"#legend-{number}\" lang=\"en\">{refers}</a></p>\n"
        ));
        out.push_str(chapter.html.get(range.end..).unwrap_or_default());
    }

    /// Returns the entry of the contents.
    pub(crate) fn listed(&self, words: Words) -> String {
        let title = escaped(&words.say("report-legends"));
        match self.shared.is_empty() {
            true => String::new(),
            false => format!("<li><a href=\"#legends\">{title}</a></li>\n"),
        }
    }

    /// Adds the legends themselves.
    pub(crate) fn push(&self, out: &mut String, words: Words) {
        if self.shared.is_empty() {
            return;
        }
        out.push_str(&format!(
            "<section id=\"legends\" aria-labelledby=\"legends-title\">\n<h2 id=\"legends-title\">{}</h2>\n<p>{}</p>\n",
            escaped(&words.say("report-legends")),
            escaped(&words.say("report-legends-are"))
        ));
        for (at, (language, html)) in self.shared.iter().enumerate() {
            let (number, language) = (at + 1, spoken(*language));
            let title = escaped(&words.say_with("report-legend", &[("n", number.into())]));
            out.push_str(&format!(
                "<h3 id=\"legend-{number}\">{title}</h3>\n<div class=\"legend\"{language}>\n{html}</div>\n"
            ));
        }
        out.push_str("</section>\n");
    }

    /// Returns the number by which a document refers to its legend, if that is shared.
    fn number(&self, chapter: &Chapter) -> Option<usize> {
        let (language, html) = known(chapter)?;
        let mut shared = self.shared.iter();
        let at = shared.position(|it| it.0 == language && it.1 == html)?;
        Some(at + 1)
    }
}

/// Returns the legend of a document, with its language.
fn known(chapter: &Chapter) -> Option<(Language, &str)> {
    let html = chapter.html.get(chapter.legend.clone()?)?;
    Some((chapter.language, html))
}
