//! The answers on record about one system that no rule of the classification record shows: each with its field, who gave
//! it and when, and where it stands. An answer that keeps a rule from being looked at closer decides as much as one that
//! meets it. What follows from an answer is for `classify`.

use crate::documents::classes::more;
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::documents::shown::{Shown, shown};
use crate::documents::trail::Trail;
use crate::inventory::field::Field;
use crate::inventory::notes::AnswerNote;
use crate::inventory::record::Record;
use crate::inventory::sayings::Saying;
use crate::inventory::system::System;
use crate::inventory::tripwires::Tripwires;
use crate::law::fact::Fact;
use crate::law::uses::FIELD as USES;
use crate::source::{Span, Spanned};
use crate::tongue::words::Words;

/// What asks for paths that more facts than one share, or that no rule reads.
const SHARED: &[(&str, &str)] = &[
    ("subject", "asked-subject"),
    ("scope.not_ai_reason", "asked-no-ai-system"),
    ("annex_i.act", "asked-product-law"),
    ("annex_i.section", "asked-section"),
    ("annex_iii.points", "asked-points"),
    ("annex_iii.near_points", "asked-near-points"),
    ("annex_iii.not_met_because", "asked-not-met-because"),
    ("annex_iii.exceptions", "asked-exceptions"),
    ("annex_iii.filter_condition", "asked-condition"),
    ("art50.content_exclusion", "asked-content-exclusion"),
    ("art50.guideline_relief", "asked-relief"),
];

/// One answer of a record.
struct OnRecord {
    field: String,
    question: String,
    answer: String,
    at: Span,
}

/// Returns question, answer, field and who gave the answer, place, of every answer that is not among those `told`.
pub(crate) fn further(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    system: &Record<System>,
    told: &[(String, Span)],
) -> Vec<Row> {
    let is_told = |it: &OnRecord| told.iter().any(|(field, at)| (field, *at) == (&it.field, it.at));
    let mut on_record = own(occasion.words, system);
    on_record.extend(tripwires(occasion.words, system));
    on_record.extend(facts(occasion.words, system));
    on_record.retain(|it| !is_told(it));
    on_record
        .iter()
        .map(|it| row(occasion, trail, system, it))
        .collect()
}

fn row(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>, it: &OnRecord) -> Row {
    let (words, id) = (occasion.words, system.id.value.as_str());
    let section = format!("system-{id}");
    let mut said = trail.about(&section, id);
    said.note(&it.field, &format!("{} {}", it.question, it.answer), it.at);
    let mut origin = vec![words.say_with("origin-stated", &[("field", it.field.as_str().into())])];
    if let Some(note) = note_about(system, &it.field) {
        let answered = note_words(words, &note.value);
        said.note("answers", &answered, note.span);
        origin.push(answered);
    }
    vec![
        it.question.clone(),
        it.answer.clone(),
        origin.join(&words.say("between-long-items")),
        occasion.place(Some(it.at)),
    ]
}

/// Returns what the record says of our roles and of the uses.
fn own(words: Words, system: &System) -> Vec<OnRecord> {
    let roles = on_record(words, "our_roles", words.say("asked-roles"), &system.our_roles);
    let uses = on_record(words, USES, words.say("asked-uses"), &system.uses);
    roles.into_iter().chain(uses).collect()
}

fn tripwires(words: Words, system: &System) -> Vec<OnRecord> {
    let Some(wires) = system.tripwires.stated() else {
        return Vec::new();
    };
    let asked = |name: &str| {
        let mut known = Tripwires::QUESTIONS.iter();
        known
            .find(|(its, _)| *its == name)
            .map_or_else(String::new, |(_, question)| (*question).to_owned())
    };
    let flags = [
        ("interacts_with_public", &wires.interacts_with_public),
        ("generates_media", &wires.generates_media),
        (
            "publishes_public_interest_text",
            &wires.publishes_public_interest_text,
        ),
        (
            "affects_individual_decisions",
            &wires.affects_individual_decisions,
        ),
        (
            "evaluates_or_allocates_workers",
            &wires.evaluates_or_allocates_workers,
        ),
        ("uses_biometrics_or_emotion", &wires.uses_biometrics_or_emotion),
        ("safety_component", &wires.safety_component),
        ("processes_personal_data", &wires.processes_personal_data),
    ];
    let field = |name: &str| format!("tripwires.{name}");
    let name = "built_or_rebranded";
    let built = on_record(words, &field(name), asked(name), &wires.built_or_rebranded);
    let flags = flags
        .iter()
        .filter_map(|(name, flag)| on_record(words, &field(name), asked(name), flag));
    built.into_iter().chain(flags).collect()
}

fn on_record<T: Shown>(words: Words, name: &str, question: String, field: &Field<T>) -> Option<OnRecord> {
    field.span().map(|at| OnRecord {
        field: name.to_owned(),
        question,
        answer: shown(words, name, field, |value| value.shown(words)),
        at,
    })
}

/// Returns everything that the block of facts says, in the order of its paths.
fn facts(words: Words, system: &System) -> Vec<OnRecord> {
    let Some(facts) = system.facts.said() else {
        return Vec::new();
    };
    let sayings = facts.value.sayings(facts.span);
    let told = sayings.iter().map(|(path, said)| OnRecord {
        field: format!("facts.{path}"),
        question: question(words, path),
        answer: saying(words, &said.value),
        at: said.span,
    });
    told.collect()
}

/// Returns the question that a path answers; one answer about a whole group answers many.
fn question(words: Words, path: &str) -> String {
    if let Some((_, asked)) = SHARED.iter().find(|(shared, _)| *shared == path) {
        return words.say(asked);
    }
    let group = format!("{path}.");
    let mut below = Fact::ALL
        .iter()
        .filter(|fact| fact.row().path.starts_with(&group));
    match Fact::ALL.iter().find(|fact| fact.row().path == path) {
        Some(fact) => fact.question().to_owned(),
        None if below.next().is_some() => words.say("asked-together"),
        None => words.say("asked-besides"),
    }
}

fn saying(words: Words, saying: &Saying) -> String {
    match saying {
        Saying::Flag(flag) => flag.shown(words),
        Saying::Terms(terms) if terms.is_empty() => words.say("none"),
        Saying::Terms(terms) => words.list(terms.iter()),
        Saying::Number(number) => number.shown(words),
        Saying::Day(day) => words.day(*day),
        Saying::Words(text) => words.quote(text),
        Saying::Nothing => words.say("none"),
        Saying::Unknown => words.say("unknown"),
    }
}

/// Returns the note of who answered a field, or the group around it.
pub(crate) fn note_about<'s>(system: &'s System, field: &str) -> Option<&'s Spanned<AnswerNote>> {
    let notes = system.answers.items();
    let of = |field: &str| {
        notes
            .iter()
            .find(|note| note.value.field.stated().is_some_and(|known| known == field))
    };
    let around = field.rsplit_once('.').map(|(around, _)| around);
    of(field).or_else(|| of(around?))
}

/// Returns who gave an answer, and when, as the note says it.
pub(crate) fn note_words(words: Words, note: &AnswerNote) -> String {
    let by = note.by.stated();
    let by = by.map_or_else(|| words.say("answered-by-somebody"), |by| words.quote(by));
    let on = note.on.stated();
    let on = on.map_or_else(|| words.say("answered-no-day"), |day| words.day(*day));
    let answered = words.say_with("answered", &[("by", by.into()), ("day", on.into())]);
    match note.note.stated() {
        Some(remark) => more(words, &answered, &words.quote(remark)),
        None => answered,
    }
}
