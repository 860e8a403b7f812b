//! How a gap reads in the language of a document: its sentence with its detail, who is asked, its level, and the places
//! in the law that ask for it. The English stands in the law table; the catalogs hold the other languages.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::obligations::gap::{Detail, Gap};
use crate::obligations::level::Level;
use crate::term::Term;
use crate::tongue::language::Language;
use crate::tongue::words::{Blank, Words};

/// Returns what is missing as a sentence or two.
pub(crate) fn says(words: Words, gap: &Gap) -> String {
    if words.language() == Language::En {
        return gap.says.clone();
    }
    let detail = detail(words, gap).map(|detail| ("detail", detail.into()));
    let detail: Vec<(&str, Blank<'_>)> = detail.into_iter().collect();
    let mut sentences = vec![words.say_with(gap.kind.code, &detail)];
    if let Some(unknown) = &gap.asked {
        sentences.push(asked(words, unknown.asked.as_deref(), unknown.asked_on));
    }
    if gap.is_day_unsettled() {
        sentences.push(words.say("gap-day-unsettled"));
    }
    sentences.join(" ")
}

/// Returns what closes it.
pub(crate) fn closes(words: Words, gap: &Gap) -> String {
    words.told(&format!("{}-closes", gap.kind.code), gap.kind.closes)
}

/// Returns the record that would supply it, and the field.
pub(crate) fn place(words: Words, gap: &Gap) -> String {
    let record = match gap.record {
        Some(_) => words.quote(&gap.title),
        None => words.told(&format!("{}-{}", gap.on.list(), gap.on.name()), &gap.title),
    };
    format!("{record} · {}", gap.field)
}

/// Returns how pressing it is.
pub(crate) fn level(words: Words, level: Level) -> String {
    match level {
        Level::MustNow => words.say("level-must-now"),
        Level::MustBy(day) => words.say_with("level-must-by", &[("day", words.day(day).into())]),
        Level::Should => words.say("level-should"),
        Level::Info => words.say("level-info"),
    }
}

fn asked(words: Words, who: Option<&str>, day: Option<Date>) -> String {
    let who = who.map_or_else(|| words.say("gap-asked-nobody"), |who| words.quote(who));
    match day {
        Some(day) => words.say_with(
            "gap-asked-on",
            &[("who", who.into()), ("day", words.day(day).into())],
        ),
        None => words.say_with("gap-asked", &[("who", who.into())]),
    }
}

/// Returns what fills the sentence; nothing where the sentence asks for a detail that no catalog can have.
fn detail(words: Words, gap: &Gap) -> Option<String> {
    match &gap.detail {
        Detail::Plain => None,
        Detail::Duties(paras) => {
            let duties = paras.iter().map(|para| {
                let cite = words.say_with(
                    "cite-article",
                    &[("number", para.key().into()), ("place", "".into())],
                );
                format!("{cite} ({})", words.term(*para))
            });
            Some(duties.collect::<Vec<_>>().join(&words.say("between-long-items")))
        }
        Detail::Notice(wanted) => Some(words.term(*wanted)),
        Detail::Editorial(lack) => Some(words.term(*lack)),
    }
}

/// Returns places in the law on one line.
pub(crate) fn cites(words: Words, cites: &[Citation]) -> String {
    words.list(cites.iter().map(|cite| self::cite(words, *cite)))
}

/// Returns a place in the law, spelled as the language does.
pub(crate) fn cite(words: Words, cite: Citation) -> String {
    let text = |text: &'static str| Blank::from(text);
    let place = |place: &str| Blank::from(place_words(words, place));
    let number = |n: u16| Blank::from(n.to_string());
    match cite {
        Citation::Article(n, rest) => {
            words.say_with("cite-article", &[("number", text(n)), ("place", place(rest))])
        }
        Citation::Articles(first, last) => {
            let ends = [("first", number(first.into())), ("last", number(last.into()))];
            words.say_with("cite-articles", &ends)
        }
        Citation::Omnibus(n, rest) => {
            words.say_with("cite-omnibus", &[("number", text(n)), ("place", place(rest))])
        }
        Citation::AnnexI(section, point) => {
            let blanks = [("section", text(section.key())), ("point", number(point.into()))];
            words.say_with("cite-annex-i", &blanks)
        }
        Citation::AnnexISection(section) => {
            words.say_with("cite-annex-i-section", &[("section", text(section.key()))])
        }
        Citation::AnnexIii(point) => words.say_with("cite-annex-iii", &[("point", text(point.key()))]),
        Citation::Annex(n, "") => words.say_with("cite-annex-whole", &[("number", text(n))]),
        Citation::Annex(n, rest) => {
            words.say_with("cite-annex", &[("number", text(n)), ("place", place(rest))])
        }
        Citation::Recital(n) => words.say_with("cite-recital", &[("number", number(n))]),
        Citation::OmnibusRecital(n) => words.say_with("cite-omnibus-recital", &[("number", number(n))]),
        Citation::Guideline("GDPR", rest) => {
            let blanks = [("name", words.say("cite-gdpr").into()), ("place", place(rest))];
            words.say_with("cite-guideline", &blanks)
        }
        Citation::Guideline(name, rest) => {
            words.say_with("cite-guideline", &[("name", text(name)), ("place", place(rest))])
        }
    }
}

/// The words in places of the law that are no numbers, with their phrases; the longer first.
const PLACE_WORDS: &[(&str, &str)] = &[
    ("second subpara", "cite-second-subparagraph"),
    ("last subpara", "cite-last-subparagraph"),
    ("points", "cite-points"),
    ("point", "cite-point"),
    ("section", "cite-section"),
];

fn place_words(words: Words, place: &str) -> String {
    let known = PLACE_WORDS.iter().filter(|(english, _)| place.contains(english));
    match known.max_by_key(|(english, _)| english.len()) {
        Some((english, id)) => place.replacen(english, &words.say(id), 1),
        None => place.to_owned(),
    }
}
