//! The page that holds all documents, read back by an XML parser, which the page is made for as well as for browsers: it
//! says what the Markdown says, its parts are in order, nothing of the inventory becomes markup, and it runs its own script
//! and nothing else. What a browser makes of it is judged by `.ci/html/run`.

use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::read::load;
use actfile::render::Format;
use actfile::render::html::REPORT;
use actfile::render::html::live::live;
use actfile::tongue::language::Language;
use actfile::{Asked, check};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write;
use std::path::Path;

const AS_OF: Date = Date::on(2026, 11, 22);
/// The headings of HTML.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// Builds the page and whatever other formats are asked for.
fn made(project: &Path, others: &[Format]) -> BTreeMap<String, Vec<u8>> {
    made_in(project, others, None)
}

fn made_in(project: &Path, others: &[Format], language: Option<Language>) -> BTreeMap<String, Vec<u8>> {
    let asked = Asked {
        as_of: Some(AS_OF),
        today: AS_OF,
        law: None,
    };
    let checked = check(load(project).unwrap(), asked);
    let formats = others.iter().copied().chain([Format::Html]).collect();
    let scope = Scope {
        formats,
        language,
        ..Scope::default()
    };
    let built = build(&checked, &scope).unwrap();
    let files = built.artifacts.into_iter();
    files.map(|file| (file.path, file.bytes)).collect()
}

fn example() -> BTreeMap<String, Vec<u8>> {
    example_in(None)
}

fn example_in(language: Option<Language>) -> BTreeMap<String, Vec<u8>> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("inventories");
    made_in(&project, &[Format::Markdown], language)
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

pub(crate) fn parsed(page: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(page, options).unwrap()
}

pub(crate) fn elements<'a>(node: Node<'a, 'a>, tag: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants()
        .filter(move |it| it.has_tag_name(tag) || it.tag_name().name() == tag)
}

pub(crate) fn words(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter(Node::is_text)
        .filter_map(|it| it.text())
        .collect()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn article<'a>(page: &'a Document<'a>, path: &str) -> Node<'a, 'a> {
    let mut articles = elements(page.root(), "article");
    articles.find(|it| it.attribute("id") == Some(path)).unwrap()
}

/// The words of a page of Markdown; pictures are said elsewhere.
#[expect(clippy::wildcard_enum_match_arm, reason = "words alone matter")]
fn words_of_markdown(page: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_STRIKETHROUGH;
    let (mut words, mut n_pictures) = (String::new(), 0);
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Start(Tag::Image { .. }) => n_pictures += 1,
            Event::End(TagEnd::Image) => n_pictures -= 1,
            Event::Text(part) | Event::Code(part) if n_pictures == 0 => words.push_str(&part),
            _ => {}
        }
    }
    words
}

/// The words of a document on the page: its own, without what only the page adds, and those of the legend it refers to.
fn words_of_article(article: Node<'_, '_>) -> String {
    let is_added = |node: Node<'_, '_>| {
        let class = node.attribute("class");
        node.tag_name().name() == "svg" || matches!(class, Some("kind" | "up" | "shared"))
    };
    let texts = article
        .descendants()
        .filter(|node| node.is_text() || node.attribute("class") == Some("shared"));
    let words = texts.filter_map(|node| match node.is_text() {
        true if node.ancestors().any(is_added) => None,
        true => node.text().map(str::to_owned),
        false => Some(words(legend(node))),
    });
    words.collect()
}

/// What a reference in the place of a legend leads to: the passage below a heading.
fn legend<'a>(reference: Node<'a, 'a>) -> Node<'a, 'a> {
    let link = elements(reference, "a").next().unwrap();
    let id = link.attribute("href").unwrap().strip_prefix('#').unwrap();
    let mut all = reference.document().descendants();
    let heading = all.find(|it| it.attribute("id") == Some(id)).unwrap();
    let passage = heading.next_sibling_element().unwrap();
    assert_eq!(passage.attribute("class"), Some("legend"));
    passage
}

#[test]
fn every_document_says_on_the_page_what_its_markdown_says() {
    for language in [None, Some(Language::De)] {
        check_words(&example_in(language));
    }
}

#[track_caller]
pub(crate) fn check_words(files: &BTreeMap<String, Vec<u8>>) {
    let page = text(files, REPORT);
    let page = parsed(&page);
    let documents: Vec<&String> = files.keys().filter(|path| path.ends_with(".md")).collect();
    assert_eq!(elements(page.root(), "article").count(), documents.len());
    for path in documents {
        let expected = words_of_markdown(&text(files, path));
        let found = words_of_article(article(&page, path.trim_end_matches(".md")));
        assert_eq!(without_blanks(&found), without_blanks(&expected), "{path}");
    }
}

#[test]
fn how_documents_are_read_is_said_once_for_those_that_are_read_alike() {
    let files = example();
    let page = text(&files, REPORT);
    let page = parsed(&page);
    let passages: Vec<Node<'_, '_>> = page
        .descendants()
        .filter(|it| it.attribute("class") == Some("legend"))
        .collect();
    let said: BTreeSet<String> = passages.iter().map(|it| words(*it)).collect();
    assert_eq!(said.len(), passages.len(), "a legend stands there twice");
    let references: Vec<Node<'_, '_>> = page
        .descendants()
        .filter(|it| it.attribute("class") == Some("shared"))
        .collect();
    for passage in passages {
        let met = references.iter().filter(|it| legend(**it) == passage);
        assert!(met.count() > 1, "a legend of one document left its place");
    }
    // Each reference stands below the heading of the document's own, and every document has a legend of either kind.
    for article in elements(page.root(), "article") {
        let id = format!("{}:legend", article.attribute("id").unwrap());
        let heading = article.descendants().find(|it| it.attribute("id") == Some(&id));
        assert!(heading.unwrap().next_sibling_element().is_some(), "{id}");
    }
    for reference in &references {
        let heading = reference.prev_sibling_element().unwrap();
        assert!(heading.attribute("id").unwrap().ends_with(":legend"));
    }
}

#[test]
fn a_legend_in_another_language_names_it() {
    let of = |id: &str| {
        format!(
            "---\nkind: ai_system\nid: {id}\nname: {id}\nour_roles: [deployer]\n\
             ---\nkind: notice\nid: notice-{id}\ntype: art_26_7\nsystems: [{id}]\n"
        )
    };
    let german = "kind: organisation\nid: acme\nlegal_name: Acme\ncountry: DE\nlanguage: de\n";
    let page = page_of(&format!("{german}{}{}", of("one"), of("two")));
    let page = parsed(&page);
    let references = page
        .descendants()
        .filter(|it| it.attribute("class") == Some("shared"));
    let mut languages = BTreeSet::new();
    for reference in references {
        let mut around = reference.ancestors();
        let article = around.find(|it| it.tag_name().name() == "article").unwrap();
        assert_eq!(legend(reference).attribute("lang"), article.attribute("lang"));
        languages.insert(article.attribute("lang"));
    }
    assert_eq!(languages, [None, Some("de")].into_iter().collect());
}

#[test]
fn pictures_stand_in_place_with_their_words() {
    let files = example();
    let page = text(&files, REPORT);
    let page = parsed(&page);
    let n_files = files.keys().filter(|path| path.ends_with(".svg")).count();
    let pictures: Vec<_> = elements(page.root(), "svg").collect();
    assert!(
        n_files > 0 && pictures.len() >= n_files,
        "{} pictures",
        pictures.len()
    );
    for picture in pictures {
        let names = picture.attribute("aria-labelledby").unwrap();
        for id in names.split(' ') {
            let named = picture.descendants().find(|it| it.attribute("id") == Some(id));
            assert!(!words(named.unwrap()).is_empty(), "{id}");
        }
    }
}

#[track_caller]
pub(crate) fn check_order(page: &Document<'_>) {
    let levels: Vec<usize> = page
        .descendants()
        .filter_map(|it| HEADINGS.iter().position(|tag| it.tag_name().name() == *tag))
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 0).count(), 1);
    for pair in levels.windows(2) {
        assert!(
            pair[1] <= pair[0] + 1,
            "h{} is followed by h{}",
            pair[0] + 1,
            pair[1] + 1
        );
    }
    let ids: Vec<&str> = page.descendants().filter_map(|it| it.attribute("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id is met twice");
    let pointed = elements(page.root(), "a").filter_map(|it| it.attribute("href"));
    for id in pointed.filter_map(|href| href.strip_prefix('#')) {
        assert!(known.contains(id), "a link leads to `{id}`, which is not there");
    }
    let names = page
        .descendants()
        .filter_map(|it| it.attribute("aria-labelledby"));
    for id in names.flat_map(|names| names.split(' ')) {
        assert!(
            known.contains(id),
            "something is named by `{id}`, which is not there"
        );
    }
    for header in elements(page.root(), "th") {
        assert!(matches!(header.attribute("scope"), Some("col" | "row")));
        assert!(!words(header).trim().is_empty(), "a header says nothing");
    }
}

#[test]
fn headings_ids_links_and_headers_are_in_order() {
    let files = example();
    check_order(&parsed(&text(&files, REPORT)));
    for project in ["hosted-only", "own-model", "smallest"] {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/projects");
        check_order(&parsed(&text(&made(&cases.join(project), &[]), REPORT)));
    }
}

#[test]
fn each_row_of_the_register_knows_whom_it_concerns() {
    let files = example();
    let page = text(&files, REPORT);
    let page = parsed(&page);
    let register: Value = serde_json::from_slice(&files["gaps.json"]).unwrap();
    let expected: Vec<(String, String)> = register["gaps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gap| {
            let systems = gap["systems"].as_array().unwrap().iter();
            let systems: BTreeSet<&str> = systems.filter_map(Value::as_str).collect();
            let systems: Vec<&str> = systems.into_iter().collect();
            (gap["code"].as_str().unwrap().to_owned(), systems.join(" "))
        })
        .collect();
    let rows = elements(article(&page, "gaps"), "tr").filter(|row| row.has_attribute("data-systems"));
    let found: Vec<(String, String)> = rows
        .map(|row| {
            let code = words(elements(row, "td").next().unwrap());
            (code, row.attribute("data-systems").unwrap().to_owned())
        })
        .collect();
    assert!(!expected.is_empty());
    assert_eq!(found, expected);
}

/// Returns code and owner of each gap, as the register for people and the one for machines have them.
fn owners(files: &BTreeMap<String, Vec<u8>>) -> [Vec<(String, String)>; 2] {
    let register: Value = serde_json::from_slice(&files["gaps.json"]).unwrap();
    let gaps = register["gaps"].as_array().unwrap().iter();
    let known = gaps.map(|gap| {
        let owner = gap["owner"].as_str().unwrap_or("no owner on record");
        (gap["code"].as_str().unwrap().to_owned(), owner.to_owned())
    });
    let page = text(files, "gaps.md");
    let mut at = None;
    let mut printed = Vec::new();
    for line in page.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        match (at, cells.iter().position(|cell| *cell == "Owner")) {
            (_, Some(column)) => at = Some(column),
            (Some(column), None) if line.starts_with("| ") => {
                printed.push((cells[1].to_owned(), cells[column].to_owned()));
            }
            (_, None) if line.starts_with("|---") => {}
            (_, None) => at = None,
        }
    }
    [known.collect(), printed]
}

#[test]
fn the_register_names_the_owner_of_each_gap() {
    let [known, printed] = owners(&example());
    assert!(!known.is_empty());
    assert_eq!(printed, known);
    let [known, printed] = owners(&half_owned());
    let is_nobodys = |(_, owner): &(String, String)| owner == "no owner on record";
    assert!(
        known.iter().any(is_nobodys) && !known.iter().all(is_nobodys),
        "{known:?}"
    );
    assert_eq!(printed, known);
}

#[test]
fn every_label_can_be_chosen_and_every_sheet_is_labelled() {
    let files = example();
    let page = text(&files, REPORT);
    let page = parsed(&page);
    for (filter, attribute) in [
        ("system", "data-systems"),
        ("tier", "data-tiers"),
        ("owner", "data-owners"),
    ] {
        let select = page.descendants().find(|it| it.attribute("id") == Some(filter));
        let options = elements(select.unwrap(), "option").filter_map(|it| it.attribute("value"));
        let offered: BTreeSet<&str> = options.filter(|value| !value.is_empty()).collect();
        let labels = page.descendants().filter_map(|it| it.attribute(attribute));
        let met: BTreeSet<&str> = labels.flat_map(str::split_whitespace).collect();
        assert_eq!(met, offered, "{filter}");
    }
    let sheets = elements(page.root(), "article").filter(|it| it.attribute("id").unwrap().contains('/'));
    for sheet in sheets {
        let (_, system) = sheet.attribute("id").unwrap().split_once('/').unwrap();
        assert_eq!(sheet.attribute("data-systems"), Some(system));
    }
}

/// The documents of two systems, of which nobody owns one.
fn half_owned() -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let project = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\n\
                   kind: ai_system\nid: owned\nname: One\nowner: CTO\n---\nkind: ai_system\nid: orphan\nname: Two\n";
    let mut file = std::fs::File::create(folder.path().join("a.yaml")).unwrap();
    std::io::Write::write_all(&mut file, project.as_bytes()).unwrap();
    made_in(folder.path(), &[Format::Markdown], None)
}

#[test]
fn what_nobody_owns_can_be_chosen_too() {
    let files = half_owned();
    let page = text(&files, REPORT);
    let page = parsed(&page);
    let select = page.descendants().find(|it| it.attribute("id") == Some("owner"));
    let last = elements(select.unwrap(), "option").last().unwrap();
    assert_eq!(words(last).trim(), "No owner on record");
    let value = last.attribute("value").unwrap();
    let sheet = |id: &str| {
        page.descendants()
            .find(|it| it.attribute("id") == Some(id))
            .unwrap()
    };
    assert_eq!(sheet("systems/orphan").attribute("data-owners"), Some(value));
    assert_ne!(sheet("systems/owned").attribute("data-owners"), Some(value));
}

/// The text between the tags of the only element of this name, as a browser hashes it.
fn embedded<'p>(page: &'p str, tag: &str) -> &'p str {
    let (start, end) = (format!("<{tag}>"), format!("</{tag}>"));
    assert_eq!(page.matches(&format!("<{tag}")).count(), 1, "{tag}");
    page.split_once(&start).unwrap().1.split_once(&end).unwrap().0
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[test]
fn the_policy_lets_the_own_script_and_style_run_and_nothing_else() {
    let files = example();
    let page = text(&files, REPORT);
    let (script, style) = (hash(embedded(&page, "script")), hash(embedded(&page, "style")));
    let policy = format!(
        "default-src 'none'; script-src {script}; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'"
    );
    let tree = parsed(&page);
    let metas = elements(tree.root(), "meta");
    let stated: Vec<_> = metas
        .filter(|it| it.attribute("http-equiv") == Some("Content-Security-Policy"))
        .filter_map(|it| it.attribute("content"))
        .collect();
    assert_eq!(stated, [policy.as_str()]);
    for node in tree.descendants().filter(Node::is_element) {
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(
                !name.starts_with("on") && !["style", "src", "srcset", "action"].contains(&name),
                "{name}"
            );
        }
        if let Some(href) = node.attribute("href") {
            let begins = match node.attribute("rel") {
                Some("icon") => vec!["data:image/svg+xml;base64,"],
                _ => vec!["#", "https://", "http://", "mailto:"],
            };
            assert!(begins.iter().any(|it| href.starts_with(it)), "{href}");
        }
    }
}

#[test]
fn the_icon_is_a_picture_that_stands_in_the_page() {
    let files = example();
    let page = text(&files, REPORT);
    let page = parsed(&page);
    let icon = elements(page.root(), "link").next().unwrap().attribute("href");
    let svg = icon.unwrap().split_once(',').unwrap().1;
    let svg = String::from_utf8(STANDARD.decode(svg).unwrap()).unwrap();
    let picture = parsed(&svg);
    assert_eq!(picture.root_element().tag_name().name(), "svg");
    assert!(elements(picture.root(), "path").count() > 0);
}

#[test]
fn the_script_writes_text_and_asks_nobody() {
    let files = example();
    let page = text(&files, REPORT);
    let script = embedded(&page, "script");
    for word in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval",
        "Function(",
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "import(",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "cookie",
        "Date",
    ] {
        assert!(!script.contains(word), "{word}");
    }
    assert!(!embedded(&page, "style").contains("url("));
    assert!(
        !page.contains('\r'),
        "a browser would hash other line ends than stand here"
    );
}

#[test]
fn what_is_served_listens_and_what_is_kept_does_not() {
    let files = example();
    let kept = text(&files, REPORT);
    let served = String::from_utf8(live(&files[REPORT]).bytes).unwrap();
    let tree = parsed(&served);
    let scripts: Vec<&str> = served
        .split("<script")
        .skip(1)
        .map(|it| it.split_once('>').unwrap().1.split_once("</script>").unwrap().0)
        .collect();
    let [own, listener] = scripts.as_slice() else {
        unreachable!("two scripts")
    };
    assert_eq!(*own, embedded(&kept, "script"));
    assert!(listener.contains("EventSource"));
    let policy = elements(tree.root(), "meta").find_map(|it| {
        it.attribute("content")?
            .starts_with("default-src")
            .then(|| it.attribute("content"))
    });
    let expected = format!(
        "script-src {} {}; connect-src 'self'; style-src",
        hash(own),
        hash(listener)
    );
    assert!(policy.flatten().unwrap().contains(&expected));
    assert!(!kept.contains("connect-src"));
}

/// The page of a project that is one file.
fn page_of(yaml: &str) -> String {
    let project = tempfile::tempdir().unwrap();
    let mut file = File::create(project.path().join("all.yaml")).unwrap();
    file.write_all(yaml.as_bytes()).unwrap();
    text(&made(project.path(), &[]), REPORT)
}

/// The page of a project of one system that says this text wherever a text can be said.
fn saying(said: &str) -> String {
    let said = serde_json::to_string(said).unwrap();
    let yaml = format!(
        "kind: organisation\nid: acme\nlegal_name: {said}\ncountry: DE\naddress: {said}\n---\nkind: ai_system\nid: one\nname: {said}\n\
         owner: {said}\nour_roles: [deployer]\ndescription: {said}\nour_use: {said}\n"
    );
    page_of(&yaml)
}

/// The elements of a page with the names of their attributes, in order.
fn shape(page: &Document<'_>) -> Vec<String> {
    let elements = page.descendants().filter(Node::is_element);
    let shape = elements.map(|node| {
        let attributes: Vec<&str> = node.attributes().map(|it| it.name()).collect();
        format!("{} {}", node.tag_name().name(), attributes.join(" "))
    });
    // A long text can take more lines of a picture.
    shape.filter(|it| !it.starts_with("text ")).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check_text(said: &str) {
    let (page, plain) = (saying(said), saying("plain words"));
    let (page, plain) = (parsed(&page), parsed(&plain));
    let expected = one_line(said);
    let row = page
        .descendants()
        .find(|it| it.attribute("id") == Some("systems"))
        .unwrap();
    let row = elements(row, "tr").nth(1).unwrap();
    let cells: Vec<String> = row.children().map(|cell| one_line(&words(cell))).collect();
    assert_eq!([&cells[0], &cells[2]], [&expected, &expected]);
    let select = page
        .descendants()
        .find(|it| it.attribute("id") == Some("owner"))
        .unwrap();
    assert!(elements(select, "option").any(|it| one_line(&words(it)) == expected));
    let sheet = article(&page, "systems/one");
    assert!(
        elements(sheet, "td").any(|it| one_line(&words(it)) == expected),
        "{expected}"
    );
    assert_eq!(shape(&page), shape(&plain), "{said}");
}

#[test]
fn what_tries_to_be_markup_stays_text() {
    for said in [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "<!-- x --> & &amp; &lt;b&gt; ]]> <![CDATA[ x",
        "[x](javascript:alert(1)) ![x](x.png) `a<b>c`",
        "<svg onload=alert(1)> </title> </select> </table>",
        "| a | b | *bold* _it_ # h ~~s~~ [^1] <br> <span lang=\"de\">x</span>",
        "{{ 7 * 7 }} {% include 'x' %} &#x3c;script&#x3e;",
    ] {
        check_text(said);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn any_text_comes_back_as_itself_and_adds_no_element(said in "[a-z][ -~¡-ſα-ω]{1,40}[a-z]") {
        check_text(&said);
    }
}

/// The colours of a set, by name.
fn colours(css: &str) -> BTreeMap<String, [f64; 3]> {
    let mut colours = BTreeMap::new();
    for declaration in css.split(';') {
        let Some((name, value)) = declaration
            .trim()
            .trim_start_matches(['{', ' ', '\n'])
            .split_once(": #")
        else {
            continue;
        };
        let digits = match value.len() {
            3 => value.chars().flat_map(|c| [c, c]).collect(),
            _ => value.to_owned(),
        };
        let part = |at: usize| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        colours.insert(
            name.trim_start_matches("--").to_owned(),
            [part(0), part(2), part(4)],
        );
    }
    colours
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|c| {
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_of_text_can_be_read_on_every_ground_in_light_and_dark() {
    let css = include_str!("../../src/render/html/report.css");
    let sets: Vec<_> = css
        .split(":root {")
        .skip(1)
        .map(|it| colours(it.split('}').next().unwrap()))
        .collect();
    let sets: Vec<_> = sets.into_iter().filter(|set| set.contains_key("paper")).collect();
    let [light, dark, print] = sets.as_slice() else {
        unreachable!("three sets")
    };
    for (name, set) in [("light", light), ("dark", dark), ("print", print)] {
        for text in ["text", "quiet", "accent", "link", "alert"] {
            for ground in ["paper", "ground", "tint", "alert-tint"] {
                let found = contrast(set[text], set[ground]);
                assert!(found >= 4.5, "{name}: {text} on {ground} has {found:.2}");
            }
        }
    }
    for set in [light, dark] {
        assert!(contrast(set["text"], set["mark"]) >= 4.5);
        // What can be operated and where the focus stands need 3:1 (WCAG 2.2, 1.4.11).
        assert!(contrast(set["focus"], set["paper"]) >= 3.0 && contrast(set["quiet"], set["paper"]) >= 3.0);
    }
}

#[test]
fn the_page_that_is_made_ahead_is_that_of_the_whole_build() {
    let checked = actfile::check(
        actfile::read::load(std::path::Path::new("inventories")).unwrap(),
        actfile::Asked {
            as_of: None,
            today: actfile::calendar::Date::on(2026, 11, 22),
            law: None,
        },
    );
    let scope = actfile::build::Scope::default();
    let ahead = actfile::build::page(&checked, &scope).unwrap().unwrap();
    let whole = actfile::build::build(&checked, &scope).unwrap();
    let page = whole.artifacts.iter().find(|file| file.path == ahead.path);
    assert!(page.is_some_and(|page| page.bytes == ahead.bytes));
}
