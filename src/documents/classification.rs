//! The classification record: per system the class, the rules it rests on, the questions and answers behind each rule,
//! every other answer on record, and what is still open; the same in short for models; then the doubts and the sources.

use crate::classify::facts::{Answer, Origin, Verdict};
use crate::classify::model::ModelClass;
use crate::classify::system::{Because, SystemClass};
use crate::documents::answers::{further, note_about, note_words};
use crate::documents::classes::{class_facts, class_row, more};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Fact, Row};
use crate::documents::gaps::GapRows;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::questions::open_question;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::inventory::facts::UnlistedFacts;
use crate::inventory::model::Model;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::dates::LEGACY_GENERATIVE_UNTIL;
use crate::law::fact::Fact as Question;
use crate::law::rule::{Exception, Reading, Relief};
use crate::law::sources::SOURCES;
use crate::law::terms::Art50Status;
use crate::source::Span;
use crate::tongue::words::Words;
use serde::Serialize;

const GAPS: &[(&str, &str)] = &[("reasons", "INV-03")];

#[derive(Serialize)]
struct View {
    summary: Vec<Row>,
    systems: Vec<SystemView>,
    models: Vec<Row>,
    doubts: Vec<Row>,
    sources: Vec<Row>,
    gaps: GapRows,
}

#[derive(Serialize)]
struct SystemView {
    id: String,
    name: String,
    facts: Vec<Fact>,
    rules: Vec<RuleView>,
    /// The answers that none of these rules shows.
    further: Vec<Row>,
    open: Vec<Row>,
}

#[derive(Serialize)]
struct RuleView {
    cites: String,
    holds: String,
    says: String,
    answers: Vec<Row>,
}

/// Returns the document.
pub(crate) fn classification(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let systems = &occasion.inventory.systems;
    let view = View {
        summary: systems
            .values()
            .map(|system| class_row(occasion, system))
            .collect(),
        systems: systems
            .values()
            .map(|system| system_view(occasion, &mut trail, system))
            .collect(),
        models: models(occasion),
        doubts: doubts(occasion),
        sources: sources(),
        gaps: occasion.gaps_by_section(&mut trail, GAPS),
    };
    let purpose = words.say("classification-purpose");
    let front = occasion.front(words.say("classification-title"), &purpose, occasion.organisation);
    document("classification", "classification.md.tera", &front, &view, trail)
}

fn system_view(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> SystemView {
    let id = &system.id.value;
    let class = occasion.class(id);
    let because = class.map_or(&[][..], |class| class.because.as_slice());
    SystemView {
        id: id.to_string(),
        name: occasion.words.quote(system.title()),
        facts: facts(occasion, trail, system),
        rules: worth_reading(because)
            .map(|because| rule_view(occasion, trail, system, because))
            .collect(),
        further: further(occasion, trail, system, &told_by_rules(because)),
        open: class.map_or_else(Vec::new, |class| {
            let open = class.open_questions.iter();
            open.map(|open| open_question(occasion, open, class)).collect()
        }),
    }
}

/// Returns what follows from the answers, and how facts that the record does not list were counted.
fn facts(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Vec<Fact> {
    let id = &system.id.value;
    let mut facts = class_facts(occasion, id);
    let unlisted = &system.unlisted_facts;
    if let Some(stated) = unlisted.said() {
        let words = occasion.words;
        let counted = words.say(match stated.value {
            UnlistedFacts::Absent => "classification-unlisted-no",
            UnlistedFacts::Unknown => "classification-unlisted-open",
        });
        let section = format!("system-{id}");
        trail
            .about(&section, id.as_str())
            .note("unlisted_facts", &counted, stated.span);
        let place = occasion.place(Some(stated.span));
        let says = more(words, &counted, &place);
        facts.push(Fact::new(words.say("classification-unlisted"), says));
    }
    facts
}

/// Returns rules that hold first, then those that are open, then those that were raised and do not hold. Of an open
/// rule about which nobody has said anything, the open questions say enough.
fn worth_reading(because: &[Because]) -> impl Iterator<Item = &Because> {
    let is_silent = |it: &Because| {
        it.answers
            .iter()
            .all(|(_, answer)| answer.origin == Origin::Silence)
    };
    let order = [Verdict::Yes, Verdict::Unknown, Verdict::No];
    let of = move |verdict| because.iter().filter(move |it| it.verdict == verdict);
    order
        .into_iter()
        .flat_map(of)
        .filter(move |it| it.verdict != Verdict::Unknown || !is_silent(it))
}

/// Returns field and place of every answer that a rule shows.
fn told_by_rules(because: &[Because]) -> Vec<(String, Span)> {
    let answers = worth_reading(because).flat_map(|it| &it.answers);
    answers
        .filter_map(|(fact, answer)| Some((field_of(*fact, *answer), answer.span?)))
        .collect()
}

fn rule_view(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    system: &Record<System>,
    because: &Because,
) -> RuleView {
    let rule = because.rule;
    because
        .answers
        .iter()
        .for_each(|(fact, answer)| note_answer(trail, system, *fact, *answer));
    let words = occasion.words;
    RuleView {
        cites: lacking::cites(words, rule.cites),
        holds: words.say(holds(occasion, because)),
        says: told(words, because),
        answers: because
            .answers
            .iter()
            .map(|(fact, answer)| answer_row(occasion, system, because, (*fact, *answer)))
            .collect(),
    }
}

/// Returns what a rule says and rests on, and the same of the exception that is met.
fn told(words: Words, because: &Because) -> String {
    let rule = because.rule;
    let blanks = [
        ("says", rule.paraphrase.into()),
        ("basis", rule.basis.words().into()),
        ("reading", words.say(reading(rule.reading)).into()),
    ];
    let rule = words.say_with("classification-rule", &blanks);
    match because.exception {
        Some(exception) => format!("{rule} {}", told_exception(words, exception)),
        None => rule,
    }
}

/// Returns the name of the phrase for what a rule comes to. An exception can lift it, end its duty, or leave a lighter one.
fn holds(occasion: &Occasion<'_>, because: &Because) -> &'static str {
    let relief = because.exception.map(|exception| exception.gives);
    match (because.verdict, relief) {
        (Verdict::Yes, Some(Relief::Status(Art50Status::Grace))) if is_grace_over(occasion) => {
            "holds-grace-over"
        }
        (Verdict::Yes, None | Some(Relief::Lifts)) => "holds-yes",
        (Verdict::Yes, Some(Relief::Status(status))) if status.is_owed() => "holds-with-relief",
        (Verdict::Yes, Some(Relief::Status(_))) => "holds-but-ended",
        (Verdict::Unknown, _) => "holds-open",
        (Verdict::No, _) if because.lifted_by().is_some() => "holds-lifted",
        (Verdict::No, Some(Relief::Lifts)) => "holds-not-by-exception",
        (Verdict::No, None | Some(Relief::Status(_))) => "holds-not",
    }
}

fn is_grace_over(occasion: &Occasion<'_>) -> bool {
    occasion.assessment.as_of >= LEGACY_GENERATIVE_UNTIL
}

fn told_exception(words: Words, exception: &Exception) -> String {
    let blanks = [
        ("cites", lacking::cites(words, exception.cites).into()),
        ("says", exception.paraphrase.into()),
        ("basis", exception.basis.words().into()),
    ];
    words.say_with("classification-exception", &blanks)
}

/// Returns the name of the phrase for who decides on a rule.
fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Letter => "classification-facts-decide",
        Reading::Judgement => "classification-person-weighs",
    }
}

/// Notes where an answer stands, and where the record says who gave it.
fn note_answer(trail: &mut Trail, system: &Record<System>, fact: Question, answer: Answer) {
    let Some(at) = answer.span else { return };
    let id = system.id.value.as_str();
    let section = format!("system-{id}");
    let field = field_of(fact, answer);
    let mut said = trail.about(&section, id);
    let verdict = verdict(said.words(), answer.verdict);
    said.note(&field, &format!("{} {verdict}", asked(system, fact, answer)), at);
    if let Some(note) = note_about(system, &field) {
        let note_words = note_words(said.words(), &note.value);
        said.note("answers", &note_words, note.span);
    }
}

/// Returns question, answer, where it comes from and who gave it, place.
fn answer_row(
    occasion: &Occasion<'_>,
    system: &System,
    because: &Because,
    (fact, answer): (Question, Answer),
) -> Row {
    let words = occasion.words;
    let settled = match answer.verdict {
        Verdict::Unknown => because.settled_by(fact),
        Verdict::Yes | Verdict::No => None,
    };
    let origin = match settled {
        Some((by, its)) => settled_elsewhere(words, by, its),
        None => origin(words, fact, answer),
    };
    let note = answer
        .span
        .and_then(|_| note_about(system, &field_of(fact, answer)));
    let origin = match note {
        Some(note) => [origin, note_words(words, &note.value)].join(&words.say("between-long-items")),
        None => origin,
    };
    vec![
        asked(system, fact, answer).to_owned(),
        verdict(words, answer.verdict),
        origin,
        occasion.place(answer.span),
    ]
}

/// Says that a question without an answer matters no more, because another answer settles what it is asked for.
fn settled_elsewhere(words: Words, by: Question, its: Answer) -> String {
    let blanks = [
        ("answer", verdict(words, its.verdict).into()),
        ("field", field_of(by, its).into()),
    ];
    words.say_with("origin-settled", &blanks)
}

fn verdict(words: Words, verdict: Verdict) -> String {
    words.say(match verdict {
        Verdict::Yes => "yes",
        Verdict::No => "no",
        Verdict::Unknown => "unknown",
    })
}

fn origin(words: Words, fact: Question, answer: Answer) -> String {
    let field = |id: &str, field: String| words.say_with(id, &[("field", field.into())]);
    match answer.origin {
        Origin::Stated | Origin::Group => field("origin-stated", field_of(fact, answer)),
        Origin::Near => words.say("origin-near"),
        Origin::Implied(name) => field("origin-implied", name.to_owned()),
        Origin::Unlisted => words.say("origin-unlisted"),
        Origin::Silence => words.say(match answer.verdict {
            Verdict::Unknown => "origin-silence",
            Verdict::Yes | Verdict::No => "origin-default",
        }),
    }
}

/// Returns the question that was answered: that of a use in plain words where one stands at the place of the answer.
fn asked(system: &System, fact: Question, answer: Answer) -> &'static str {
    let mut listed = system.uses.items().iter();
    let answering = listed.find(|it| answer.span == Some(it.span));
    answering.map_or(fact.question(), |it| it.value.row().question)
}

fn field_of(fact: Question, answer: Answer) -> String {
    match answer.origin {
        Origin::Implied(field) => field.to_owned(),
        Origin::Unlisted => "unlisted_facts".to_owned(),
        Origin::Stated | Origin::Group | Origin::Near | Origin::Silence => {
            format!("facts.{}", fact.row().path)
        }
    }
}

/// Returns model, kind, legal basis, applies from, questions still open.
fn models(occasion: &Occasion<'_>) -> Vec<Row> {
    let classes = &occasion.assessment.classification.models;
    let models = occasion.inventory.models.values();
    let rows = models.filter_map(|model| {
        let class = classes.get(&model.id.value)?;
        Some(model_row(occasion.words, model, class))
    });
    rows.collect()
}

fn model_row(words: Words, model: &Record<Model>, class: &ModelClass) -> Row {
    let kind = match class.gpai_axis {
        Some(axis) => words.term(axis),
        None => {
            let possible = class.possible.iter().map(|axis| words.term(*axis));
            let possible: Vec<String> = possible.collect();
            let kinds = possible.join(&words.say("classification-or"));
            words.say_with("classification-kind-open", &[("kinds", kinds.into())])
        }
    };
    let from = class.applies_from.map(|day| words.day(day));
    let questions = class.open_questions.iter();
    vec![
        words.quote(model.title()),
        kind,
        lacking::cites(words, &class.legal_basis),
        from.unwrap_or_else(|| words.say(no_day(class))),
        words.list(questions.map(|fact| more(words, fact.question(), &fact.field()))),
    ]
}

fn no_day(class: &ModelClass) -> &'static str {
    match class.gpai_axis {
        None => "class-still-open",
        Some(_) => "class-begins-never",
    }
}

/// Returns system, doubt.
fn doubts(occasion: &Occasion<'_>) -> Vec<Row> {
    let of = |system: &Record<System>, class: &SystemClass| -> Vec<Row> {
        class
            .doubts
            .iter()
            .map(|doubt| vec![occasion.words.quote(system.title()), (*doubt).to_owned()])
            .collect()
    };
    let systems = occasion.inventory.systems.values();
    systems
        .filter_map(|system| occasion.class(&system.id.value).map(|class| of(system, class)))
        .flatten()
        .collect()
}

/// Returns short name, title, reference, standing.
fn sources() -> Vec<Row> {
    let row = |source: &crate::law::sources::Source| {
        [source.key, source.title, source.reference, source.standing]
            .map(str::to_owned)
            .to_vec()
    };
    SOURCES.iter().map(row).collect()
}
