//! Views become Markdown through the templates. What comes in is a template's name, a view and a language; what goes out
//! is a page. Every value is escaped as inline text, a name that the view does not have is a failure, and templates cannot
//! switch either off. The templates are part of the program; nothing is read from disk here.

mod escape;
mod lines;
mod phrases;
#[cfg(any(test, fuzzing))]
pub mod reads_back;

use crate::failure::Failure;
use crate::render::markdown::phrases::{Head, Phrase};
use crate::tongue::language::{Language, Tag};
use crate::tongue::marks;
use crate::tongue::words::Words;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{LazyLock, OnceLock};
use tera::{Context, Delimiters, Error, Filter, Function, Kwargs, State, Tera, TeraResult};

macro_rules! template {
    ($path:literal) => {
        ($path, include_str!(concat!("../../../templates/", $path)))
    };
}

/// Every template: its path below `templates/` and its text.
const TEMPLATES: &[(&str, &str)] = &[
    template!("ai-bom.md.tera"),
    template!("classification.md.tera"),
    template!("coverage.md.tera"),
    template!("crosswalk.md.tera"),
    template!("difference.md.tera"),
    template!("bom-difference.md.tera"),
    template!("gaps.md.tera"),
    template!("group-index.md.tera"),
    template!("group-inventory.md.tera"),
    template!("index.md.tera"),
    template!("human-oversight.md.tera"),
    template!("inventory.md.tera"),
    template!("literacy.md.tera"),
    template!("parts/front.md.tera"),
    template!("parts/tables.md.tera"),
    template!("parts/legend.md.tera"),
    template!("parts/legend-end.md.tera"),
    template!("parts/legend-words.md.tera"),
    template!("parts/neighbours.md.tera"),
    template!("parts/page.md.tera"),
    template!("record-keeping.md.tera"),
    template!("rollout.md.tera"),
    template!("system.md.tera"),
    template!("transparency.md.tera"),
    template!("use-and-costs.md.tera"),
    template!("worker-notice.md.tera"),
];

/// The engine of each language, made when the first page in it is.
static ENGINES: LazyLock<BTreeMap<Language, OnceLock<TeraResult<Tera>>>> = LazyLock::new(|| {
    let languages = Language::ALL.iter();
    languages.map(|language| (*language, OnceLock::new())).collect()
});

/// In which language a page is, and in which the inventory texts on it are, where that is another.
#[derive(Debug, Clone, Copy)]
pub struct Spoken<'a> {
    /// The language of the page.
    pub language: Language,
    /// The language of the texts that are marked as quoted.
    pub quoted: Option<&'a Tag>,
}

impl Spoken<'_> {
    /// Pages that are made in one language only.
    pub const ENGLISH: Self = Self {
        language: Language::En,
        quoted: None,
    };
}

/// Returns the page that a template makes of a view.
pub fn markdown(template: &str, view: &impl Serialize, spoken: Spoken<'_>) -> Result<String, Failure> {
    let engine = ENGINES.get(&spoken.language).ok_or_else(|| Failure::Internal {
        room: "render",
        message: format!("no templates in {}", spoken.language.words()),
    })?;
    engine
        .get_or_init(|| engine_of(TEMPLATES, spoken.language))
        .as_ref()
        .map_err(|error| failure(template, error))
        .and_then(|engine| fill(engine, template, view))
        .map(|page| named(&page, spoken.quoted))
}

fn fill(engine: &Tera, template: &str, view: &impl Serialize) -> Result<String, Failure> {
    Context::from_serialize(view)
        .and_then(|context| engine.render(template, &context))
        .map(|page| lines::tidy(&page))
        .map_err(|error| failure(template, &error))
}

/// Returns the page with the language of quoted texts named around them.
fn named(page: &str, quoted: Option<&Tag>) -> String {
    match quoted {
        None => marks::plain(page),
        Some(tag) => marks::set_apart(page, &format!("<span lang=\"{tag}\">"), "</span>"),
    }
}

fn failure(template: &str, error: &Error) -> Failure {
    Failure::Template {
        template: template.to_owned(),
        message: error.to_string(),
    }
}

fn engine_of(templates: &[(&str, &str)], language: Language) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    // `{#` opens the anchor of a heading in Markdown.
    tera.set_delimiters(Delimiters {
        comment_start: "<#".into(),
        comment_end: "#>".into(),
        ..Delimiters::default()
    })?;
    tera.set_escape_fn(write_inline);
    tera.autoescape_on([".md.tera"]);
    tera.register_filter("md_code", Code);
    tera.register_filter("md_value", Value);
    tera.register_filter("md_words", Sentence);
    tera.register_filter("safe", refuse_safe);
    tera.register_function("t", Phrase(Words::of(language)));
    tera.register_function("head", Head(Words::of(language)));
    tera.register_function("link", Link);
    tera.register_function("picture", Picture);
    tera.register_function("document", Document);
    tera.add_raw_templates(templates.iter().copied())?;
    Ok(tera)
}

fn write_inline(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(escape::inline(text).as_bytes())
}

fn refuse_safe(_: tera::Value, _: Kwargs, _: &State) -> TeraResult<tera::Value> {
    Err(Error::message(
        "`safe` is not available: every value of a document is escaped",
    ))
}

/// `{{ field | md_code }}`: the value as a code span.
struct Code;

impl Filter<String, String> for Code {
    fn call(&self, text: String, _: Kwargs, _: &State) -> String {
        escape::code(&text)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// `{{ cell | md_value }}`: the value, as a link when it is nothing but a web address.
struct Value;

impl Filter<String, String> for Value {
    fn call(&self, text: String, _: Kwargs, _: &State) -> String {
        escape::value(&text)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// `{{ sentence | md_words }}`: what stands between backticks as code spans, the rest as text.
struct Sentence;

impl Filter<String, String> for Sentence {
    fn call(&self, text: String, _: Kwargs, _: &State) -> String {
        escape::words(&text)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// `{{ link(text=..., url=...) }}`: a link to a web or mail address.
struct Link;

impl Function<TeraResult<String>> for Link {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<String> {
        let text: &str = arguments.must_get("text")?;
        Ok(escape::link(text, arguments.must_get("url")?))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// `{{ picture(says=..., file=...) }}`: a picture that lies beside the document, with the words that say the same.
struct Picture;

impl Function<TeraResult<String>> for Picture {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<String> {
        let says: &str = arguments.must_get("says")?;
        let file: &str = arguments.must_get("file")?;
        escape::picture(says, file)
            .ok_or_else(|| Error::message(format!("`{file}` is not a picture of a build")))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// `{{ document(path=...) }}`: a link to another document of the build.
struct Document;

impl Function<TeraResult<String>> for Document {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<String> {
        let path: &str = arguments.must_get("path")?;
        escape::document(path).ok_or_else(|| Error::message(format!("`{path}` is not a document of a build")))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value as Json, json};

    fn filled(template: &str, view: &Json) -> Result<String, Failure> {
        let engine = engine_of(&[("page.md.tera", template)], Language::En).unwrap();
        fill(&engine, "page.md.tera", view)
    }

    #[test]
    fn every_way_of_printing_a_value_escapes_it() {
        let view = json!({"x": "*a|b*", "xs": ["*a|b*"]});
        for template in [
            "{{ x }}",
            "{{ xs[0] }}",
            "{{ xs | join(sep=\", \") }}",
            "{% set y = x %}{{ y }}",
            "{% for y in xs %}{{ y }}{% endfor %}",
            "{% component cell(text) %}{{ text }}{% endcomponent %}{{ <cell text={x} /> }}",
        ] {
            assert_eq!(filled(template, &view).unwrap(), "\\*a&#124;b\\*\n", "{template}");
        }
    }

    #[test]
    fn code_and_links_are_made_by_their_functions() {
        let view = json!({"x": "a`b", "url": "https://example.org"});
        assert_eq!(filled("{{ x | md_code }}", &view).unwrap(), "``a`b``\n");
        assert_eq!(
            filled("{{ link(text=x, url=url) }}", &view).unwrap(),
            "[a\\`b](https://example.org)\n"
        );
    }

    #[test]
    fn what_a_view_does_not_have_is_a_failure() {
        for template in [
            "{{ typo }}",
            "{{ x.typo }}",
            "{% for y in typo %}{% endfor %}",
            "{{ \"a\" | safe }}",
        ] {
            let failure = filled(template, &json!({"x": {}})).unwrap_err();
            assert!(
                failure.to_string().starts_with("template page.md.tera:"),
                "{failure}"
            );
        }
    }

    #[test]
    fn every_document_has_the_front_part_its_body_and_the_legend() {
        let mut templates = TEMPLATES.to_vec();
        let body = "{% extends \"parts/page.md.tera\" %}{% block body %}## Gaps {#gaps}\n\n{{ <gaps rows={rows} /> }}{% endblock %}";
        templates.push(("page.md.tera", body));
        let engine = engine_of(&templates, Language::En).unwrap();
        let fact = json!({"label": "As of", "says": "22 November 2026"});
        let row = json!({
            "code": "LIT-001", "level": "must now", "what": "no measure", "legal_basis": "Article 4",
            "closes": "record one", "place": "acme · measures",
        });
        let page = |rows: Json, is_draft: bool| {
            let front = json!({
                "title": "Inventory", "organisation": "Acme | Co", "purpose": "Why.", "facts": [fact],
                "warnings": [], "is_draft": is_draft, "record": "acme", "names_fields": true,
            });
            fill(&engine, "page.md.tera", &json!({"front": front, "rows": rows})).unwrap()
        };
        let draft = page(json!([row, row]), true);
        let start = "# Inventory\n\n**Acme &#124; Co**\n\nWhy.\n\n| Key fact | Value |\n|---|---|\n\
                     | As of | 22 November 2026 |\n\n> [!WARNING]\n> **DRAFT.**";
        assert!(draft.starts_with(start), "{draft}");
        let gap = "| LIT-001 | must now | no measure | Article 4 | record one | acme · measures |\n";
        assert!(
            draft.contains(&format!("|---|---|---|---|---|---|\n{gap}{gap}\n## How to read")),
            "{draft}"
        );
        let signed = page(json!([]), false);
        assert!(signed.contains("## Gaps {#gaps}\n\n## How"), "{signed}");
        assert!(!signed.contains("DRAFT"), "{signed}");
    }

    #[test]
    fn the_templates_parse_and_have_unix_line_ends() {
        if let Err(error) = engine_of(TEMPLATES, Language::En) {
            panic!("{error}");
        }
        for (name, text) in TEMPLATES {
            assert!(!text.contains('\r'), "{name}");
        }
    }
}
