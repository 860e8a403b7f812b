//! The first page of a build: how many systems of which class, what is owed now, what comes next, what is missing,
//! which ceilings for fines there are, and which documents.

use crate::calendar::Date;
use crate::classify::facts::Verdict;
use crate::documents::ceilings::{Ceilings, ceilings};
use crate::documents::chart::Exhibit;
use crate::documents::chart::classes::classes;
use crate::documents::chart::duties::duties;
use crate::documents::chart::owners::owners;
use crate::documents::classes::{class_and_bearer, note, role_words, subject};
use crate::documents::document::{Document, Listing, Standing as Signature, document};
use crate::documents::facts::Row;
use crate::documents::gaps::levels;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::owing;
use crate::documents::trail::Trail;
use crate::documents::unsettled;
use crate::failure::Failure;
use crate::law::dates::DutyGroup;
use crate::law::prohibited::GROUPS;
use crate::obligations::owed::{Owed, Standing};
use crate::term::sentence_case;
use crate::tongue::language::Language;
use crate::tongue::words::Words;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    holds: String,
    classes: Exhibit,
    systems: Vec<Row>,
    practices: Vec<Row>,
    now: Vec<Row>,
    open: Vec<Row>,
    next: Vec<Row>,
    timeline: Exhibit,
    prohibitions: Vec<String>,
    levels: Vec<Row>,
    owners: Exhibit,
    ceilings: Ceilings,
    /// Whether a document is in another language than this page.
    has_languages: bool,
    /// To which systems the build is narrowed down; no line for a whole one.
    narrowed: Vec<String>,
    documents: Vec<Listed>,
    carries_sources: bool,
    has_report: bool,
    has_bom: bool,
    has_workbook: bool,
}

/// One document of the build.
#[derive(Serialize)]
struct Listed {
    title: String,
    path: String,
    /// Whether it lies beside this page; what does not is named and not linked.
    is_made: bool,
    standing: String,
    language: &'static str,
}

/// Returns the document that lists all others of the build, and what it leaves out.
pub(crate) fn index(
    occasion: &Occasion<'_>,
    others: &[Listing],
    left_out: &[Listing],
) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let view = View {
        holds: occasion.holds(),
        classes: classes(occasion),
        systems: systems(occasion, &mut trail),
        practices: unsettled::practices(occasion),
        now: now(occasion, &mut trail),
        open: unsettled::open(occasion),
        next: next(occasion, &mut trail),
        timeline: duties(occasion),
        prohibitions: prohibitions(occasion),
        levels: levels(occasion),
        owners: owners(occasion),
        ceilings: ceilings(occasion, &mut trail),
        has_languages: has_languages(others),
        narrowed: occasion
            .selection
            .map_or_else(Vec::new, |selection| selection.in_words(words)),
        documents: listed(words, others, left_out),
        carries_sources: occasion.beside.enclosed,
        has_report: occasion.beside.report.is_some(),
        has_bom: occasion.beside.bom,
        has_workbook: occasion.beside.docx,
    };
    let purpose = words.say("index-purpose");
    let front = occasion.front(words.say("index-title"), &purpose, occasion.organisation);
    let document = document("index", "index.md.tera", &front, &view, trail)?;
    Ok(document.illustrated([&view.classes, &view.timeline, &view.owners]))
}

/// Returns system, owner, our roles, class, gaps.
fn systems(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let rows = occasion.inventory.systems.values().map(|system| {
        let id = &system.id.value;
        let mut said = trail.about("systems", id.as_str());
        vec![
            occasion.words.quote(system.title()),
            said.field("owner", &system.owner),
            said.field("our_roles", &system.our_roles),
            class_and_bearer(occasion, id),
            occasion.gap_counts(id),
        ]
    });
    rows.collect()
}

/// Returns duty, for, our role, legal basis, shown; a duty that is shown alike for several systems stands once.
pub(crate) fn now(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let words = occasion.words;
    let owed = occasion
        .assessment
        .owed
        .iter()
        .filter(|owed| owed.standing == Standing::OwedNow);
    let rows = alike(owed).into_iter().map(|group| {
        let first = group.first;
        vec![
            sentence_case(first.duty.title),
            group.subjects(occasion, trail, "now"),
            role_words(occasion, first),
            lacking::cites(words, first.duty.cites),
            owing::showing(words, &first.showing),
        ]
    });
    rows.collect()
}

/// Returns day, duty, for, our role, shown; the earliest day first.
fn next(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    ahead(occasion, trail).into_iter().map(|(_, row)| row).collect()
}

/// Returns the same rows, each behind the day by which they are sorted.
pub(crate) fn ahead(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<(Option<Date>, Row)> {
    let words = occasion.words;
    let owed = occasion.assessment.owed.iter();
    let mut ahead: Vec<&Owed> = owed.filter(|owed| owed.standing.day().is_some()).collect();
    ahead.sort_by_key(|owed| owed.standing.day());
    let rows = alike(ahead).into_iter().map(|group| {
        let first = group.first;
        let row = vec![
            sentence_case(&owing::standing(words, first.standing)),
            sentence_case(first.duty.title),
            group.subjects(occasion, trail, "next"),
            role_words(occasion, first),
            owing::showing(words, &first.showing),
        ];
        (first.standing.day(), row)
    });
    rows.collect()
}

/// Returns the prohibitions that begin after the as-of date, and what the answers say of the systems.
fn prohibitions(occasion: &Occasion<'_>) -> Vec<String> {
    let (edition, as_of) = (occasion.assessment.edition, occasion.assessment.as_of);
    let groups = GROUPS
        .iter()
        .filter_map(|group| Some((group, group.applies_from(edition)?)));
    let ahead = groups.filter(|(_, from)| *from > as_of);
    let words = occasion.words;
    let told = ahead.map(|(group, from)| {
        let blanks = [
            ("day", words.day(from).into()),
            ("cite", lacking::cite(words, group.cite(edition)).into()),
            ("practices", group.words().into()),
        ];
        let begins = words.say_with("index-prohibitions", &blanks);
        format!("{begins} {}", concerned(occasion, *group))
    });
    told.collect()
}

/// Returns which systems come under a group of prohibitions by the answers on record, and for which it is open.
fn concerned(occasion: &Occasion<'_>, group: DutyGroup) -> String {
    let words = occasion.words;
    let [met, open] = [Verdict::Yes, Verdict::Unknown].map(|verdict| {
        let systems = occasion.inventory.systems.values();
        let weighed = systems.filter(|system| {
            let class = occasion.class(&system.id.value);
            class.is_some_and(|class| class.weighs(group, verdict))
        });
        let titles = weighed.map(|system| words.quote(system.title()));
        titles.collect::<Vec<_>>()
    });
    if occasion.inventory.systems.is_empty() {
        return words.say("index-prohibitions-no-system");
    }
    let told = [("index-prohibitions-met", met), ("index-prohibitions-open", open)];
    let told = told.into_iter().filter(|(_, titles)| !titles.is_empty());
    let lines = told.map(|(id, titles)| words.say_with(id, &[("systems", words.list(titles).into())]));
    let lines: Vec<String> = lines.collect();
    match lines.is_empty() {
        true => words.say("index-prohibitions-not-met"),
        false => lines.join(" "),
    }
}

/// One duty owed in one role, from one day and shown alike, for everything it is owed for.
struct Alike<'a> {
    first: &'a Owed,
    all: Vec<&'a Owed>,
}

fn alike<'a>(owed: impl IntoIterator<Item = &'a Owed>) -> Vec<Alike<'a>> {
    let mut groups: Vec<Alike<'a>> = Vec::new();
    for owed in owed {
        let key = |it: &'a Owed| (it.duty.id, it.role, it.standing, &it.showing);
        match groups.iter_mut().find(|group| key(group.first) == key(owed)) {
            Some(group) => group.all.push(owed),
            None => groups.push(Alike {
                first: owed,
                all: vec![owed],
            }),
        }
    }
    groups
}

impl Alike<'_> {
    /// Returns what the duty is owed for, and notes what shows it.
    fn subjects(&self, occasion: &Occasion<'_>, trail: &mut Trail, section: &str) -> String {
        self.all.iter().for_each(|owed| note(trail, section, owed));
        occasion
            .words
            .list(self.all.iter().map(|owed| subject(occasion, owed)))
    }
}

fn has_languages(documents: &[Listing]) -> bool {
    documents.iter().any(|document| document.language != Language::En)
}

fn listed(words: Words, made: &[Listing], left_out: &[Listing]) -> Vec<Listed> {
    let entry = |document: &Listing, is_made: bool| Listed {
        title: document.title.clone(),
        path: document.path.clone(),
        is_made,
        standing: match (is_made, document.standing) {
            (false, _) => words.say("index-not-made"),
            (true, Signature::Draft) => words.say("index-draft"),
            (true, Signature::Signed) => words.say("index-signed"),
        },
        language: document.language.words(),
    };
    let made = made.iter().map(|document| entry(document, true));
    made.chain(left_out.iter().map(|document| entry(document, false)))
        .collect()
}
