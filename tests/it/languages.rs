//! The phrases of documents: that each catalog stands in every language, with what the English one has and nothing else,
//! or in English alone; that every phrase is used; that no English is left in a document in another language; and that
//! texts of the inventory are set apart.

use actfile::build::{LANGUAGE, Scope, build};
use actfile::calendar::Date;
use actfile::inventory::audit::{HeldBy, LogCategoryName};
use actfile::inventory::kind::Kind;
use actfile::inventory::organisation::{CodeName, WorksCouncil};
use actfile::inventory::oversight::Authority;
use actfile::inventory::policy::{BypassMode, Enforcement, LoginRestriction};
use actfile::inventory::statement::{NoticeException, NoticeType};
use actfile::inventory::system::{
    Autonomy, BuiltOrRebranded, DeploymentForm, LifecycleStatus, OutputModality,
};
use actfile::inventory::vendor::{CodeSigned, TrainsOnOurData};
use actfile::inventory::workflow::DisclosureMechanism;
use actfile::law::edition::Edition;
use actfile::law::gaps::{self, Family, Ground};
use actfile::law::terms::{Art50Para, Art50Status, Role};
use actfile::obligations::gap::EditorialLack;
use actfile::read::{Loaded, load};
use actfile::term::Term;
use actfile::tongue::language::Language;
use actfile::tongue::words::Words;
use actfile::{Asked, Checked, check};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The templates of documents that are made in several languages, and the parts that they are made of.
const IN_SEVERAL: &[&str] = &[
    "transparency.md.tera",
    "worker-notice.md.tera",
    "parts/front.md.tera",
    "parts/legend-end.md.tera",
    "parts/legend-words.md.tera",
    "parts/legend.md.tera",
    "parts/page.md.tera",
    "parts/tables.md.tera",
];
/// What puts their words together, and nothing else.
const WORDED_IN_SEVERAL: &[&str] = &["src/documents/transparency", "src/documents/worker_notice.rs"];
/// The catalogs whose English stands in tables of the program.
const OF_TABLES: &[&str] = &["terms", "gaps", "duties"];
/// Beginnings of ids that are put together from a part that is chosen.
const CHOSEN: &[&str] = &["month-", "duty-borne-", "pdf-", "n-listed-"];
/// How code asks for a phrase by its id.
const ASKS: &[&str] = &[
    "say(\"",
    "say_with(\"",
    "counted(\"",
    ".ask(\"",
    ".ask_as(\"",
    ".ask_each(\"",
    ".tell(\"",
    ".tell_as(\"",
    ".group(\"",
    ".tell_group(\"",
    ".add(\"",
];
/// Shorter phrases can stand in two languages alike.
const SHORTEST_TOLD: usize = 12;

/// What a message is made of: the blanks it asks for, and its texts.
#[derive(Debug, Default, PartialEq)]
struct Message {
    blanks: BTreeSet<String>,
    texts: Vec<String>,
}

/// Returns the messages of the catalogs that every language has, as far as they are wanted.
fn messages(language: Language, is_wanted: impl Fn(&str) -> bool) -> BTreeMap<String, Message> {
    let catalogs = language.catalogs().iter().filter(|(name, _)| is_wanted(name));
    messages_in(catalogs)
}

/// Returns every message that there is in English.
fn all_english() -> BTreeMap<String, Message> {
    let alone = Language::En.own_catalogs().iter();
    messages_in(Language::En.catalogs().iter().chain(alone))
}

fn messages_in<'c>(
    catalogs: impl IntoIterator<Item = &'c (&'static str, &'static str)>,
) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for (name, text) in catalogs {
        let catalog = parser::parse(*text)
            .map_err(|(_, errors)| format!("{name}: {errors:?}"))
            .unwrap();
        for entry in &catalog.body {
            let Entry::Message(message) = entry else { continue };
            let mut told = Message::default();
            gather(message.value.as_ref().unwrap(), &mut told);
            let id = message.id.name.to_owned();
            assert!(
                messages.insert(id, told).is_none(),
                "{} stands twice",
                message.id.name
            );
        }
    }
    messages
}

fn gather(pattern: &Pattern<&str>, told: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => told.texts.push(value.trim().to_owned()),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => blank(inline, told),
                Expression::Select { selector, variants } => {
                    blank(selector, told);
                    variants.iter().for_each(|variant| gather(&variant.value, told));
                }
            },
        }
    }
}

fn blank(inline: &InlineExpression<&str>, told: &mut Message) {
    if let InlineExpression::VariableReference { id } = inline {
        told.blanks.insert(id.name.to_owned());
    }
}

fn ours(name: &str) -> bool {
    !OF_TABLES.contains(&name)
}

fn others() -> impl Iterator<Item = Language> {
    Language::ALL
        .iter()
        .copied()
        .filter(|language| *language != Language::En)
}

#[test]
fn every_language_has_the_phrases_of_english_with_the_same_blanks() {
    let english = messages(Language::En, ours);
    assert!(english.len() > 200, "{}", english.len());
    assert!(messages(Language::En, |name| !ours(name)).is_empty());
    for language in others() {
        let own = messages(language, ours);
        let missing: Vec<_> = english.keys().filter(|id| !own.contains_key(*id)).collect();
        let strange: Vec<_> = own.keys().filter(|id| !english.contains_key(*id)).collect();
        assert_eq!((missing, strange), (vec![], vec![]), "{language:?}");
        for (id, message) in &english {
            assert_eq!(own[id].blanks, message.blanks, "{id} in {language:?}");
        }
    }
}

/// Returns the names of the catalogs in the folder of a language.
fn files_of(language: Language) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(language.key());
    let files = std::fs::read_dir(folder).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names
        .map(|name| name.strip_suffix(".ftl").unwrap().to_owned())
        .collect()
}

#[test]
fn a_catalog_stands_in_every_language_or_in_english_alone() {
    let names = |catalogs: &[(&str, &str)]| -> BTreeSet<String> {
        catalogs.iter().map(|(name, _)| (*name).to_owned()).collect()
    };
    let everywhere = names(Language::En.catalogs());
    for language in others() {
        assert_eq!(names(language.catalogs()), everywhere, "{language:?}");
        assert_eq!(files_of(language), everywhere, "{language:?}");
        assert_eq!(language.own_catalogs(), [], "{language:?}");
    }
    let alone = names(Language::En.own_catalogs());
    assert!(!alone.is_empty() && alone.is_disjoint(&everywhere), "{alone:?}");
    assert_eq!(files_of(Language::En), &everywhere | &alone);
}

fn terms_of<T: Term + 'static>(all: &[T]) -> Vec<(String, &'static str)> {
    let named = all
        .iter()
        .map(|term| (format!("{}-{}", term.list(), term.name()), term.words()));
    named.collect()
}

/// Every text of a table that a document in several languages can print: its id and its English.
fn printed() -> BTreeMap<String, &'static str> {
    let lists = [
        terms_of(Art50Para::ALL),
        terms_of(Art50Status::ALL),
        terms_of(Authority::ALL),
        terms_of(Autonomy::ALL),
        terms_of(BuiltOrRebranded::ALL),
        terms_of(BypassMode::ALL),
        terms_of(CodeName::ALL),
        terms_of(CodeSigned::ALL),
        terms_of(DeploymentForm::ALL),
        terms_of(DisclosureMechanism::ALL),
        terms_of(EditorialLack::ALL),
        terms_of(Enforcement::ALL),
        terms_of(Ground::ALL),
        terms_of(HeldBy::ALL),
        terms_of(Kind::ALL),
        terms_of(LifecycleStatus::ALL),
        terms_of(LogCategoryName::ALL),
        terms_of(LoginRestriction::ALL),
        terms_of(NoticeException::ALL),
        terms_of(NoticeType::ALL),
        terms_of(OutputModality::ALL),
        terms_of(Role::ALL),
        terms_of(TrainsOnOurData::ALL),
        terms_of(WorksCouncil::ALL),
    ];
    let mut all: BTreeMap<String, &str> = lists.into_iter().flatten().collect();
    for kind in gaps::ALL
        .iter()
        .filter(|kind| kind.family == Family::Transparency)
    {
        all.insert(kind.code.to_owned(), kind.says);
        all.insert(format!("{}-closes", kind.code), kind.closes);
    }
    let editions = Edition::ALL.iter();
    all.extend(editions.map(|edition| (format!("edition-{}", edition.key()), edition.title())));
    for id in [
        "art-4-literacy",
        "art-4-literacy-2024",
        "art-26-7-workers",
        "art-26-11-persons",
        "art-86-explanation",
    ] {
        let duty = actfile::law::duties::duty(id).unwrap();
        all.insert(format!("duty-{id}"), duty.title);
    }
    all
}

#[test]
fn every_language_has_the_terms_gaps_and_duties_that_are_printed() {
    let printed = printed();
    for language in others() {
        let own = messages(language, |name| !ours(name));
        let missing: Vec<_> = printed.keys().filter(|id| !own.contains_key(*id)).collect();
        let strange: Vec<_> = own.keys().filter(|id| !printed.contains_key(*id)).collect();
        assert_eq!((missing, strange), (vec![], vec![]), "{language:?}");
        for (id, english) in &printed {
            let has_detail = own[id].blanks == BTreeSet::from(["detail".to_owned()]);
            assert_eq!(has_detail, english.contains("{}"), "{id} in {language:?}");
            let code = |text: &str| {
                text.split('`')
                    .skip(1)
                    .step_by(2)
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            let (mut own_code, mut english_code) = (code(&own[id].texts.concat()), code(english));
            own_code.sort();
            english_code.sort();
            // Names of fields are the same in every language, and none gets lost.
            assert!(
                english_code.iter().all(|name| own_code.contains(name)),
                "{id} in {language:?}"
            );
        }
    }
}

/// Every file of a folder that ends so, as one text.
#[expect(
    clippy::disallowed_methods,
    reason = "the test reads sources, not an inventory"
)]
fn texts_below(folder: &Path, ending: &str) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = entry.path();
        if path.is_dir() {
            all.push_str(&texts_below(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            all.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
    all
}

/// Returns what a file says, or every file of a folder together.
#[expect(
    clippy::disallowed_methods,
    reason = "the test reads sources, not an inventory"
)]
fn text_at(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    match path.is_dir() {
        true => texts_below(&path, ".rs"),
        false => std::fs::read_to_string(&path).unwrap(),
    }
}

fn sources() -> (String, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let below = |folder: &str, ending: &str| texts_below(&root.join(folder), ending);
    // The other rooms print no documents; what they say to a person at a terminal is in English.
    let rooms = ["src/documents", "src/render", "src/tongue"];
    let code: String = rooms.iter().map(|room| below(room, ".rs")).collect();
    (below("templates", ".tera"), code)
}

/// Returns what stands between two texts, each time.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    let after = text.match_indices(start).map(|(at, _)| &text[at + start.len()..]);
    after
        .filter_map(|rest| rest.split_once(end))
        .map(|(found, _)| found)
        .collect()
}

/// Returns the ids of the phrases that templates ask for.
fn asked_by_templates(templates: &str) -> BTreeSet<String> {
    let phrases = between(templates, "t(id=\"", "\"").into_iter().map(str::to_owned);
    let heads = between(templates, "head(of=[", "]").into_iter().flat_map(|list| {
        let ids = list.split('"').skip(1).step_by(2);
        ids.map(|id| format!("head-{id}"))
    });
    phrases.chain(heads).collect()
}

/// Returns the ids of the phrases that code asks for by name.
fn asked_by_code(code: &str) -> BTreeSet<String> {
    // On one line, for an id may stand on a line of its own.
    let code = code
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("( \"", "(\"");
    let ids = ASKS.iter().flat_map(|start| between(&code, start, "\""));
    ids.map(str::to_owned).collect()
}

#[test]
fn every_phrase_that_is_asked_for_exists_and_none_is_idle() {
    let english = all_english();
    let (templates, code) = sources();
    let asked = &asked_by_templates(&templates) | &asked_by_code(&code);
    let unknown: Vec<_> = asked.iter().filter(|id| !english.contains_key(*id)).collect();
    assert_eq!(unknown, Vec::<&String>::new());
    let is_used = |id: &str| {
        asked.contains(id)
            || code.contains(&format!("\"{id}\""))
            || CHOSEN.iter().any(|start| id.starts_with(start))
    };
    let idle: Vec<_> = english.keys().filter(|id| !is_used(id)).collect();
    assert_eq!(idle, Vec::<&String>::new());
}

#[test]
fn documents_in_several_languages_draw_on_catalogs_that_every_language_has() {
    let complete = messages(Language::En, ours);
    let templates: String = IN_SEVERAL
        .iter()
        .map(|name| text_at(&format!("templates/{name}")))
        .collect();
    let code: String = WORDED_IN_SEVERAL.iter().map(|path| text_at(path)).collect();
    let asked = &asked_by_templates(&templates) | &asked_by_code(&code);
    assert!(asked.len() > 200, "{}", asked.len());
    let elsewhere: Vec<_> = asked.iter().filter(|id| !complete.contains_key(*id)).collect();
    assert_eq!(elsewhere, Vec::<&String>::new());
}

#[test]
fn a_phrase_that_is_missing_or_not_filled_is_told_and_never_replaced() {
    let words = Words::of(Language::De);
    assert!(
        words
            .try_say("no-such-phrase", &[])
            .unwrap_err()
            .contains("`no-such-phrase`")
    );
    assert!(words.try_say("missing", &[]).unwrap_err().contains("`missing`"));
    let said = words.say("no-such-phrase");
    assert!(actfile::tongue::marks::unsaid(&said).is_some(), "{said:?}");
    assert_eq!(
        words.say_with("missing", &[("field", "owner".into())]),
        "fehlt: owner"
    );
}

fn example() -> Loaded {
    load(Path::new("inventories")).unwrap()
}

fn checked(loaded: Loaded) -> Checked {
    let as_of = Date::on(2026, 11, 22);
    let asked = Asked {
        as_of: Some(as_of),
        today: as_of,
        law: None,
    };
    check(loaded, asked)
}

fn made(loaded: Loaded, language: Option<Language>) -> BTreeMap<String, Vec<u8>> {
    let scope = Scope {
        language,
        ..Scope::default()
    };
    let built = build(&checked(loaded), &scope).unwrap();
    built
        .artifacts
        .into_iter()
        .map(|it| (it.path, it.bytes))
        .collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

/// Returns a page without the texts of the inventory.
fn own_words(page: &str) -> String {
    let mut own = String::new();
    for (at, part) in page.split("<span lang=\"en\">").enumerate() {
        own.push_str(if at == 0 {
            part
        } else {
            part.split_once("</span>").unwrap().1
        });
    }
    own
}

#[test]
fn no_english_phrase_is_left_in_a_document_in_another_language() {
    let english = messages(Language::En, ours);
    let texts = english
        .values()
        .flat_map(|message| message.texts.iter().map(String::as_str));
    let tables = printed()
        .into_values()
        .flat_map(|text| text.split("{}"))
        .collect::<Vec<_>>();
    let told: BTreeSet<&str> = texts
        .chain(tables)
        .filter(|text| text.len() > SHORTEST_TOLD)
        .collect();
    for (path, at_least) in [("transparency.md", 150), ("worker-notices/cv-screening.md", 60)] {
        let plain = text(&made(example(), None), path);
        let n_seen = told.iter().filter(|text| plain.contains(**text)).count();
        assert!(
            n_seen > at_least,
            "only {n_seen} phrases of {path} were looked for in vain"
        );
        for language in others() {
            let page = text(&made(example(), Some(language)), path);
            let own = own_words(&page);
            let left: Vec<_> = told.iter().filter(|text| own.contains(**text)).collect();
            assert_eq!(left, Vec::<&&str>::new(), "{path} in {language:?}");
            let rows = |page: &str, start: &str| page.lines().filter(|line| line.starts_with(start)).count();
            for start in ["| TRN-", "|", "## ", "### ", ": "] {
                assert_eq!(
                    rows(&page, start),
                    rows(&plain, start),
                    "{start}: {path} in {language:?}"
                );
            }
        }
    }
}

#[test]
fn a_document_says_which_language_it_is_in() {
    for language in others() {
        let files = made(example(), Some(language));
        let lang = |path: &str| {
            let file = lopdf::Document::load_mem(&files[path]).unwrap();
            let lang = file.catalog().unwrap().get(b"Lang").unwrap().clone();
            String::from_utf8(lang.as_str().unwrap().to_vec()).unwrap()
        };
        assert_eq!(lang("transparency.pdf"), language.key());
        assert_eq!(lang("worker-notices/cv-screening.pdf"), language.key());
        assert_eq!(lang("gaps.pdf"), "en");
        let index = text(&files, "index.md");
        let row = format!(
            "| [transparency](transparency.md) | draft | {} |",
            language.words()
        );
        assert!(index.contains(&row), "{index}");
        assert!(index.contains("| [gaps](gaps.md) | draft | English |"), "{index}");
    }
    let index = text(&made(example(), None), "index.md");
    assert!(index.contains("| Document | File | Standing |\n"), "{index}");
}

#[test]
fn only_a_language_that_the_inventory_would_not_choose_is_an_option_of_the_build() {
    let option = |asked: Option<Language>, own: &str| {
        let mut loaded = Loaded::default();
        let text = format!("kind: organisation\nid: acme\nlegal_name: Acme GmbH\n{own}");
        loaded.add("o.yaml".to_owned(), text.as_bytes());
        let scope = Scope {
            language: asked,
            ..Scope::default()
        };
        let built = build(&checked(loaded), &scope).unwrap();
        (built.facts.options.get(LANGUAGE).cloned(), built.facts.build_id)
    };
    let named = |key: &str| Some(vec![key.to_owned()]);
    assert_eq!(option(None, "").0, None);
    assert_eq!(option(Some(Language::En), "").0, None);
    assert_eq!(option(Some(Language::De), "").0, named("de"));
    assert_eq!(option(Some(Language::De), "language: de\n").0, None);
    assert_eq!(option(Some(Language::En), "language: de\n").0, named("en"));
    assert_ne!(option(None, "").1, option(Some(Language::De), "").1);
}

const SMALL: &str = "kind: organisation\nid: acme\nlegal_name: Acme *GmbH*\n";

fn statement(own: &str, asked: Option<Language>) -> (String, String) {
    let mut loaded = Loaded::default();
    loaded.add("o.yaml".to_owned(), format!("{SMALL}{own}").as_bytes());
    let files = made(loaded, asked);
    (text(&files, "transparency.md"), text(&files, "provenance.json"))
}

#[test]
fn texts_of_the_inventory_are_set_apart_where_their_language_is_another() {
    let name = "Acme \\*GmbH\\*";
    for (own, asked, expected) in [
        ("", None, name.to_owned()),
        ("", Some(Language::De), format!("<span lang=\"en\">{name}</span>")),
        ("language: de\n", None, name.to_owned()),
        (
            "language: de\ninventory_language: nl-BE\n",
            None,
            format!("<span lang=\"nl-BE\">{name}</span>"),
        ),
        (
            "language: de\n",
            Some(Language::En),
            format!("<span lang=\"de\">{name}</span>"),
        ),
        ("inventory_language: de-AT\n", Some(Language::De), name.to_owned()),
    ] {
        let (page, provenance) = statement(own, asked);
        assert!(
            page.contains(&format!("\n**{expected}**\n")),
            "{own} {asked:?}: {page}"
        );
        assert!(provenance.contains("\"says\": \"Acme *GmbH*\""), "{provenance}");
        assert!(!provenance.contains("span lang"), "{provenance}");
    }
}

#[test]
fn an_inventory_cannot_write_the_marks_or_another_language() {
    for own in [
        "address: \"\\uFDD0Main Street\"\n",
        "language: xx\n",
        "inventory_language: not a tag\n",
    ] {
        let mut loaded = Loaded::default();
        loaded.add("o.yaml".to_owned(), format!("{SMALL}{own}").as_bytes());
        let checked = checked(loaded);
        assert!(checked.findings.has_errors(), "{own}");
    }
}

#[test]
fn a_document_in_english_sets_an_inventory_in_another_language_apart() {
    let system = "---\nkind: ai_system\nid: tool\nname: Werkzeug\nour_roles: [deployer]\nowner: Leitung IT\n";
    let made_of = |own: &str| {
        let mut loaded = Loaded::default();
        loaded.add("o.yaml".to_owned(), format!("{SMALL}{own}{system}").as_bytes());
        made(loaded, None)
    };
    let marked = made_of("inventory_language: de\n");
    for (path, texts) in [
        ("index.md", ["Acme \\*GmbH\\*", "Werkzeug", "Leitung IT"]),
        ("inventory.md", ["Acme \\*GmbH\\*", "Werkzeug", "Leitung IT"]),
        ("systems/tool.md", ["Acme \\*GmbH\\*", "Werkzeug", "Leitung IT"]),
        ("human-oversight.md", ["Acme \\*GmbH\\*", "Werkzeug", "Werkzeug"]),
        ("classification.md", ["Acme \\*GmbH\\*", "Werkzeug", "Werkzeug"]),
        ("gaps.md", ["Acme \\*GmbH\\*", "Werkzeug", "Werkzeug"]),
    ] {
        let page = text(&marked, path);
        for text in texts {
            assert!(
                page.contains(&format!("<span lang=\"de\">{text}</span>")),
                "{path}: {text}\n{page}"
            );
        }
    }
    let plain = made_of("inventory_language: en\n");
    let has_mark = |text: &str| text.contains(['\u{FDD0}', '\u{FDD1}', '\u{FDD2}']);
    for (path, bytes) in marked.iter().filter(|(path, _)| !path.ends_with(".pdf")) {
        let own = String::from_utf8(bytes.clone()).unwrap();
        assert!(!has_mark(&own), "{path}");
        let is_page = path.ends_with(".md");
        // The page with all documents says of each passage what the Markdown says of it.
        assert_eq!(
            own.contains("<span lang=\"de\">"),
            is_page || path == "report.html",
            "{path}"
        );
        let unmarked = own.replace("<span lang=\"de\">", "").replace("</span>", "");
        if is_page {
            // But for the build id, which goes with the language, the words are the same.
            let words = |page: &str| -> Vec<String> {
                let lines = page.lines().filter(|line| !line.starts_with("| Build |"));
                lines.map(str::to_owned).collect()
            };
            assert_eq!(words(&unmarked), words(&text(&plain, path)), "{path}");
        }
    }
}

#[test]
fn a_notice_to_workers_names_no_field_of_the_inventory() {
    for language in Language::ALL {
        let words = Words::of(*language);
        let start = words.say("missing-before");
        let told = words.say("missing-untold");
        let page = text(
            &made(example(), Some(*language)),
            "worker-notices/cv-screening.md",
        );
        let told_of = page.matches(&told).count();
        assert!(told_of > 0 && told.starts_with(&start), "{language:?}: {page}");
        let sentences = [told, words.say("workers-oversight-none")];
        for (at, _) in page.match_indices(&format!("{start} ")) {
            let is_told = sentences.iter().any(|told| page[at..].starts_with(told));
            assert!(is_told, "{language:?}: {}", &page[at..at + 60]);
        }
        assert!(page.contains(&words.say("legend-missing-untold")), "{language:?}");
        assert!(!page.contains(&words.say("legend-missing-means")), "{language:?}");
    }
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    // What `diff` prints is a report and no document of a build.
    let reports =
        ["difference.md.tera", "bom-difference.md.tera"].map(|name| text_at(&format!("templates/{name}")));
    let mut all = texts_below(&root, ".tera");
    for report in reports {
        all = all.replace(&report, "");
    }
    for line in without_marks(&all).lines() {
        let words = line.replace("[!WARNING]", "");
        assert!(!words.contains(char::is_alphabetic), "{line}");
    }
}

/// Returns a template without what is not printed as it stands: calls, conditions and anchors of headings.
fn without_marks(template: &str) -> String {
    let mut left = template.to_owned();
    for (open, close) in [("{{", "}}"), ("{%", "%}"), ("{#", "}")] {
        let parts = left.split(open);
        let rest = parts
            .enumerate()
            .map(|(at, part)| match at {
                0 => part,
                _ => part.split_once(close).map_or("", |(_, rest)| rest),
            })
            .collect::<String>();
        left = rest;
    }
    left
}
