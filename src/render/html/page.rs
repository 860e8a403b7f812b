//! The page around the documents: head with the policy, title, contents, what stands at a glance, and the documents one
//! after the other. What is said here stands in the catalog `report`; what the inventory says goes through the escape.

use crate::render::escape::escaped;
use crate::render::html::Chapter;
use crate::render::html::blocks::{Entry, SECTION};
use crate::render::html::embedded::{SCRIPT, STYLE, icon, policy};
use crate::render::html::glance::Glance;
use crate::render::html::legends::Legends;
use crate::render::html::place::attributes;
use crate::render::html::tools::tools;
use crate::tongue::language::Language;
use crate::tongue::words::Words;

/// What the head of the page says.
#[derive(Debug, Clone)]
pub struct Cover<'a> {
    /// The day for which the documents hold, in words.
    pub as_of: String,
    /// The id of the build.
    pub build_id: &'a str,
}

/// Returns the page. A long one is long once: each document is let go of as soon as it stands there.
pub fn report(chapters: Vec<Chapter>, glance: &Glance<'_>, cover: &Cover<'_>) -> Vec<u8> {
    let words = Words::of(Language::En);
    let say = |id: &str| escaped(&words.say(id));
    let title = words.say_with("report-title", &[("organisation", glance.whose().into())]);
    let legends = Legends::of(&chapters);
    let n_bytes: usize = chapters.iter().map(|chapter| chapter.html.len()).sum();
    let mut out = String::with_capacity(n_bytes + n_bytes / 8);
    out.push_str(&head(&title));
    out.push_str(&format!(
        "<body>\n<a class=\"skip\" href=\"#documents\">{}</a>\n",
        say("report-skip")
    ));
    out.push_str(&header(words, &title, cover));
    out.push_str(&tools(words, glance));
    out.push_str("<div class=\"page\">\n");
    out.push_str(&contents(words, &chapters, glance, &legends));
    out.push_str("<main id=\"documents\" tabindex=\"-1\">\n");
    out.push_str(&glance.section(words, &chapters));
    for chapter in chapters {
        push_article(&mut out, words, &chapter, &legends);
    }
    legends.push(&mut out, words);
    out.push_str("</main>\n</div>\n<script>");
    out.push_str(SCRIPT);
    out.push_str("</script>\n</body>\n</html>\n");
    out.into_bytes()
}

fn head(title: &str) -> String {
    // Inside double quotes the single ones of the policy need no reference.
    let (title, policy, icon) = (escaped(title), policy(), icon());
    format!(
        "<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n\
         <meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n\
         <meta name=\"referrer\" content=\"no-referrer\"/>\n\
         <link rel=\"icon\" href=\"{icon}\"/>\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n"
    )
}

fn header(words: Words, title: &str, cover: &Cover<'_>) -> String {
    let blanks = [
        ("day", cover.as_of.as_str().into()),
        ("build", cover.build_id.into()),
    ];
    format!(
        "<header>\n<h1 id=\"top\">{}</h1>\n<p>{}</p>\n</header>\n",
        escaped(title),
        escaped(&words.say_with("pdf-as-of-and-build", &blanks))
    )
}

fn contents(words: Words, chapters: &[Chapter], glance: &Glance<'_>, legends: &Legends) -> String {
    let say = |id: &str| escaped(&words.say(id));
    let (key, title) = glance.titled();
    let mut out = format!(
        "<nav id=\"contents\" aria-label=\"{}\">\n<details open=\"open\">\n<summary>{}</summary>\n<ul>\n\
         <li><a href=\"#{key}\">{}</a></li>\n",
        say("report-contents-of"),
        say("report-contents"),
        say(title)
    );
    chapters
        .iter()
        .for_each(|chapter| out.push_str(&listed(words, chapter)));
    out.push_str(&legends.listed(words));
    out.push_str("</ul>\n</details>\n</nav>\n");
    out
}

fn listed(words: Words, chapter: &Chapter) -> String {
    let Some((title, below)) = chapter.headings.split_first() else {
        return String::new();
    };
    // The sections of sheets are the same in all of them; a thousand lists of them would be most of the contents, and a
    // browser takes seconds to hide as many.
    let is_listed = |entry: &&Entry| entry.level == SECTION && chapter.labels.is_none();
    let sections: Vec<&Entry> = below.iter().filter(is_listed).collect();
    let language = language(chapter);
    let mut out = format!("<li{}>{}", labels(chapter), link(&chapter.path, title, &language));
    if !sections.is_empty() {
        let n_sections = escaped(&words.counted("report-sections", sections.len()));
        out.push_str(&format!("<details><summary>{n_sections}</summary><ul>"));
        for entry in sections {
            out.push_str(&format!("<li>{}</li>", link(&entry.id, entry, &language)));
        }
        out.push_str("</ul></details>");
    }
    out.push_str("</li>\n");
    out
}

fn link(id: &str, entry: &Entry, language: &str) -> String {
    let own = entry.language.as_ref();
    let language = own.map_or_else(
        || language.to_owned(),
        |own| format!(" lang=\"{}\"", escaped(own)),
    );
    let (id, words) = (escaped(id), escaped(&entry.words));
    format!("<a href=\"#{id}\"{language}>{words}</a>")
}

fn language(chapter: &Chapter) -> String {
    spoken(chapter.language)
}

/// Returns the attribute that names a language, where that is not the language of the page.
pub(crate) fn spoken(language: Language) -> String {
    match language == Language::En {
        true => String::new(),
        false => format!(" lang=\"{}\"", language.key()),
    }
}

fn labels(chapter: &Chapter) -> String {
    chapter.labels.as_ref().map_or_else(String::new, attributes)
}

fn push_article(out: &mut String, words: Words, chapter: &Chapter, legends: &Legends) {
    let (path, language, labels) = (escaped(&chapter.path), language(chapter), labels(chapter));
    let name = chapter.headings.first().map_or_else(String::new, |title| {
        format!(" aria-labelledby=\"{}\"", escaped(&title.id))
    });
    out.push_str(&format!("<article id=\"{path}\"{name}{language}{labels}>\n"));
    legends.push_chapter(out, words, chapter);
    let up = escaped(&words.say("report-up"));
    out.push_str(&format!(
        "<p class=\"up\"><a href=\"#contents\" lang=\"en\">{up}</a></p>\n</article>\n"
    ));
}
