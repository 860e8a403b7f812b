//! The classification record: per system the class, the rules it rests on, the questions and answers behind each rule,
//! and what is still open; the same in short for models; then the doubts and the sources.

use crate::classify::facts::{Answer, Origin, Verdict};
use crate::classify::model::ModelClass;
use crate::classify::system::{Because, SystemClass};
use crate::documents::classes::{class_facts, class_row};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Fact, Row};
use crate::documents::gaps::GapRows;
use crate::documents::occasion::Occasion;
use crate::documents::questions::open_question;
use crate::documents::shown::enumeration;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::inventory::facts::UnlistedFacts;
use crate::inventory::model::Model;
use crate::inventory::notes::AnswerNote;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::dates::LEGACY_GENERATIVE_UNTIL;
use crate::law::fact::Fact as Question;
use crate::law::rule::{Exception, Reading, Relief};
use crate::law::sources::SOURCES;
use crate::law::terms::Art50Status;
use crate::source::Spanned;
use serde::Serialize;

const PURPOSE: &str = "This record says into which class of the Act each AI system falls, by which rules, on which \
    answers, and which questions are still open. An open question is never counted as no.";

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
    open: Vec<Row>,
}

#[derive(Serialize)]
struct RuleView {
    cites: String,
    holds: &'static str,
    says: String,
    answers: Vec<Row>,
}

/// Returns the document.
pub(crate) fn classification(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let mut trail = Trail::default();
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
    let front = occasion.front("Classification record", PURPOSE, occasion.organisation);
    document("classification", "classification.md.tera", &front, &view, trail)
}

fn system_view(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> SystemView {
    let id = &system.id.value;
    let class = occasion.class(id);
    let because = class.map_or(&[][..], |class| class.because.as_slice());
    SystemView {
        id: id.to_string(),
        name: system.title().to_owned(),
        facts: facts(occasion, trail, system),
        rules: worth_reading(because)
            .map(|because| rule_view(occasion, trail, system, because))
            .collect(),
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
        let counted = match stated.value {
            UnlistedFacts::Absent => {
                "counted as no, those of prohibited practices included: the author states that no other listed fact holds"
            }
            UnlistedFacts::Unknown => "open: the author states that they are unknown",
        };
        let section = format!("system-{id}");
        trail
            .about(&section, id.as_str())
            .note("unlisted_facts", counted, stated.span);
        let place = occasion.place(Some(stated.span));
        facts.push(Fact::new("Facts not listed", format!("{counted} ({place})")));
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
    let exception = because.exception.map_or_else(String::new, told_exception);
    let (basis, reading) = (rule.basis.words(), reading(rule.reading));
    RuleView {
        cites: enumeration(rule.cites),
        holds: holds(occasion, because),
        says: format!("{} Basis: {basis}; {reading}.{exception}", rule.paraphrase),
        answers: because
            .answers
            .iter()
            .map(|(fact, answer)| answer_row(occasion, system, *fact, *answer))
            .collect(),
    }
}

/// Returns what a rule comes to. An exception can lift it, end its duty, or leave a lighter one.
fn holds(occasion: &Occasion<'_>, because: &Because) -> &'static str {
    let relief = because.exception.map(|exception| exception.gives);
    match (because.verdict, relief) {
        (Verdict::Yes, Some(Relief::Status(Art50Status::Grace))) if is_grace_over(occasion) => {
            "holds; the transitional period is over"
        }
        (Verdict::Yes, None | Some(Relief::Lifts)) => "holds",
        (Verdict::Yes, Some(Relief::Status(status))) if status.is_owed() => "holds, with relief",
        (Verdict::Yes, Some(Relief::Status(_))) => "holds, and an exception ends the duty",
        (Verdict::Unknown, _) => "open",
        (Verdict::No, _) if because.lifted_by().is_some() => "met in principle, lifted by an exception",
        (Verdict::No, Some(Relief::Lifts)) => "does not hold, because of an exception",
        (Verdict::No, None | Some(Relief::Status(_))) => "does not hold",
    }
}

fn is_grace_over(occasion: &Occasion<'_>) -> bool {
    occasion.assessment.as_of >= LEGACY_GENERATIVE_UNTIL
}

fn told_exception(exception: &Exception) -> String {
    format!(
        " Exception, {}: {} Basis: {}.",
        enumeration(exception.cites),
        exception.paraphrase,
        exception.basis.words()
    )
}

fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Letter => "the facts decide",
        Reading::Judgement => "a person has to weigh",
    }
}

/// Notes where an answer stands, and where the record says who gave it.
fn note_answer(trail: &mut Trail, system: &Record<System>, fact: Question, answer: Answer) {
    let Some(at) = answer.span else { return };
    let id = system.id.value.as_str();
    let section = format!("system-{id}");
    let field = field_of(fact, answer);
    let mut said = trail.about(&section, id);
    said.note(
        &field,
        &format!("{} {}", asked(system, fact, answer), answer.verdict.word()),
        at,
    );
    if let Some(note) = note_about(system, &field) {
        said.note("answers", &note_words(&note.value), note.span);
    }
}

/// Returns the note of who answered a field, or the group around it.
fn note_about<'s>(system: &'s System, field: &str) -> Option<&'s Spanned<AnswerNote>> {
    let notes = system.answers.items();
    let of = |field: &str| {
        notes
            .iter()
            .find(|note| note.value.field.stated().is_some_and(|known| known == field))
    };
    let around = field.rsplit_once('.').map(|(around, _)| around);
    of(field).or_else(|| of(around?))
}

fn note_words(note: &AnswerNote) -> String {
    let by = note.by.stated().map_or("somebody", String::as_str);
    let on = note.on.stated();
    let on = on.map_or_else(|| "a day not on record".to_owned(), |day| day.in_words());
    let remark = note.note.stated();
    let remark = remark.map_or_else(String::new, |remark| format!(" ({remark})"));
    format!("answered by {by} on {on}{remark}")
}

/// Returns question, answer, where it comes from and who gave it, place.
fn answer_row(occasion: &Occasion<'_>, system: &System, fact: Question, answer: Answer) -> Row {
    let origin = match answer.origin {
        Origin::Stated | Origin::Group => format!("stated in {}", field_of(fact, answer)),
        Origin::Near => "listed as near, not met".to_owned(),
        Origin::Implied(field) => format!("follows from {field}"),
        Origin::Unlisted => "the author says that no other listed fact holds".to_owned(),
        Origin::Silence => match answer.verdict {
            Verdict::Unknown => "nobody has said".to_owned(),
            Verdict::Yes | Verdict::No => "nobody has said; the law's default".to_owned(),
        },
    };
    let note = answer
        .span
        .and_then(|_| note_about(system, &field_of(fact, answer)));
    let origin = match note {
        Some(note) => format!("{origin}; {}", note_words(&note.value)),
        None => origin,
    };
    vec![
        asked(system, fact, answer).to_owned(),
        answer.verdict.word().to_owned(),
        origin,
        occasion.place(answer.span),
    ]
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
    let row = |model: &Record<Model>, class: &ModelClass| {
        let kind = match class.gpai_axis {
            Some(axis) => axis.words().to_owned(),
            None => format!(
                "open: {}",
                class
                    .possible
                    .iter()
                    .map(|axis| axis.words())
                    .collect::<Vec<_>>()
                    .join(", or ")
            ),
        };
        vec![
            model.title().to_owned(),
            kind,
            enumeration(&class.legal_basis),
            class
                .applies_from
                .map_or_else(|| no_day(class).to_owned(), |day| day.in_words()),
            enumeration(
                class
                    .open_questions
                    .iter()
                    .map(|fact| format!("{} ({})", fact.question(), fact.field())),
            ),
        ]
    };
    let classes = &occasion.assessment.classification.models;
    let models = occasion.inventory.models.values();
    models
        .filter_map(|model| classes.get(&model.id.value).map(|class| row(model, class)))
        .collect()
}

fn no_day(class: &ModelClass) -> &'static str {
    match class.gpai_axis {
        None => "open",
        Some(_) => "no day of its own",
    }
}

/// Returns system, doubt.
fn doubts(occasion: &Occasion<'_>) -> Vec<Row> {
    let of = |system: &Record<System>, class: &SystemClass| -> Vec<Row> {
        class
            .doubts
            .iter()
            .map(|doubt| vec![system.title().to_owned(), (*doubt).to_owned()])
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
