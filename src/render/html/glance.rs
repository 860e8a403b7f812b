//! What stands on the page before the documents, at a glance: the systems of an organisation, or the members of a group
//! with the pages that hold their documents. Says what the documents say; it is there to choose by and to go on from.

use crate::documents::group::MEMBERS;
use crate::documents::overview::{Overview, Subject};
use crate::render::escape::escaped;
use crate::render::html::place::{attributes, concerning};
use crate::render::html::{Chapter, REPORT};
use crate::tongue::marks::{Part, parts};
use crate::tongue::words::Words;
use std::collections::BTreeSet;

/// What a page is about.
#[derive(Debug, Clone, Copy)]
pub enum Glance<'a> {
    /// One organisation: its systems.
    Systems(&'a Overview),
    /// A group: its members.
    Members(&'a Members),
}

/// A group in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members {
    /// The name of the group.
    pub group: String,
    /// The members, in the order of their ids.
    pub all: Vec<Member>,
}

/// A member of a group. Nothing here is added up: each is a legal person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its id in the group, by which its folder is called.
    pub id: String,
    /// The name of the organisation.
    pub organisation: String,
    /// How many AI systems its inventory holds.
    pub n_systems: usize,
}

impl Glance<'_> {
    /// Returns the name of the organisation or group.
    pub(crate) fn whose(&self) -> &str {
        match self {
            Self::Systems(overview) => &overview.organisation,
            Self::Members(members) => &members.group,
        }
    }

    /// Returns the id of the section, and the name of its heading in the catalog.
    pub(crate) fn titled(&self) -> Titled {
        match self {
            Self::Systems(_) => SYSTEMS,
            Self::Members(_) => MEMBERS_TITLE,
        }
    }

    /// Returns the section.
    pub(crate) fn section(&self, words: Words, chapters: &[Chapter]) -> String {
        match self {
            Self::Systems(overview) => systems(words, chapters, overview),
            Self::Members(members) => listed(words, members),
        }
    }
}

/// The id of a section, and the name of its heading in the catalog.
pub(crate) type Titled = (&'static str, &'static str);

const SYSTEMS: Titled = ("systems", "report-systems");
const MEMBERS_TITLE: Titled = ("members", "report-members");

fn listed(words: Words, members: &Members) -> String {
    let mut out = start(
        words,
        MEMBERS_TITLE,
        "report-members-caption",
        &["head-member", "head-organisation", "head-ai-systems"],
    );
    for member in &members.all {
        let (id, whom) = (escaped(&member.id), concerning(&member.id));
        let (organisation, n_systems) = (escaped(&member.organisation), member.n_systems);
        out.push_str(&format!(
            "<tr{whom}><th scope=\"row\"><a href=\"{MEMBERS}/{id}/{REPORT}\">{id}</a></th><td>{organisation}</td>\
             <td>{n_systems}</td></tr>\n"
        ));
    }
    out.push_str("</tbody>\n</table></div>\n</section>\n");
    out
}

/// Returns the beginning of a section with its table, as far as the rows.
fn start(words: Words, title: Titled, caption: &str, heads: &[&str]) -> String {
    let say = |id: &str| escaped(&words.say(id));
    let mut out = titled(words, title);
    out.push_str(&format!(
        "<div class=\"wide\"><table class=\"columns\"><caption><span>{}</span></caption>\n<thead>\n<tr>",
        say(caption)
    ));
    for head in heads {
        out.push_str(&format!("<th scope=\"col\">{}</th>", say(head)));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    out
}

fn titled(words: Words, (key, title): Titled) -> String {
    let title = escaped(&words.say(title));
    format!("<section id=\"{key}\" aria-labelledby=\"{key}-title\">\n<h2 id=\"{key}-title\">{title}</h2>\n")
}

fn systems(words: Words, chapters: &[Chapter], overview: &Overview) -> String {
    if overview.systems.is_empty() {
        let none = escaped(&words.say("report-no-systems"));
        return format!("{}<p>{none}</p>\n</section>\n", titled(words, SYSTEMS));
    }
    let heads = [
        "head-system",
        "head-class",
        "head-owner",
        "head-our-roles",
        "head-gaps",
    ];
    let mut out = start(words, SYSTEMS, "report-systems-caption", &heads);
    let sheets: BTreeSet<&str> = chapters.iter().map(|chapter| chapter.path.as_str()).collect();
    for (id, subject) in &overview.systems {
        let sheet = format!("systems/{id}");
        let sheet = Some(sheet.as_str()).filter(|sheet| sheets.contains(sheet));
        out.push_str(&row(subject, sheet, overview));
    }
    out.push_str("</tbody>\n</table></div>\n</section>\n");
    out
}

fn row(subject: &Subject, sheet: Option<&str>, overview: &Overview) -> String {
    let mut out = format!("<tr{}>", attributes(&subject.labels));
    for (at, text) in subject.row.iter().enumerate() {
        let cell = quoted(text, overview.quoted.as_deref());
        out.push_str(&match (at, sheet) {
            (0, Some(sheet)) => format!("<th scope=\"row\"><a href=\"#{sheet}\">{cell}</a></th>"),
            (0, None) => format!("<th scope=\"row\">{cell}</th>"),
            _ => format!("<td>{cell}</td>"),
        });
    }
    out.push_str("</tr>\n");
    out
}

/// Returns a text in which words of the inventory name their language, where that is another.
fn quoted(text: &str, language: Option<&str>) -> String {
    let one = |part: Part<'_>| match (part, language) {
        (Part::Quoted(text), Some(language)) => {
            format!("<span lang=\"{}\">{}</span>", escaped(language), escaped(text))
        }
        (Part::Quoted(text), None) | (Part::Own(text), _) => escaped(text),
    };
    parts(text).into_iter().map(one).collect()
}
