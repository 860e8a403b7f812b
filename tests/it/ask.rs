//! The questionnaire answered for the labelled cases: each question is answered as the case's own facts say. It ends in
//! the case's own class, asks nothing twice, and asks no more often than the order of the law would.

use crate::law_cases::{Case, cases};
use crate::law_properties::fewer;
use actfile::ask::changes::{By, changes, has_unwritten_points, to_paste};
use actfile::ask::question::{Question, Topic};
use actfile::ask::sitting::{Reply, Scope, Sitting};
use actfile::ask::standing::Under;
use actfile::ask::vocabulary::Form;
use actfile::ask::wording::{asked, known_now};
use actfile::calendar::Date;
use actfile::classify::facts::{Answers, Verdict};
use actfile::classify::system::class_of;
use actfile::inventory::kind::{AnyRecord, record as read_record};
use actfile::inventory::notes::AnswerNote;
use actfile::inventory::record::Record;
use actfile::inventory::sayings::Saying;
use actfile::inventory::system::System;
use actfile::inventory::tripwires::Tripwires;
use actfile::law::edition::Edition;
use actfile::law::fact::Fact;
use actfile::law::terms::Tier;
use actfile::source::FileId;
use actfile::yaml::edit::edited;
use actfile::yaml::node::{Content, Entry, Node};
use actfile::yaml::parse::parse;
use proptest::prelude::*;

fn sitting(record: &str, as_of: Date, scope: Scope) -> Sitting {
    let mut findings = Default::default();
    let node = parse(FileId(0), record, &mut findings).remove(0);
    let by = By {
        role: "Head of Law".to_owned(),
        on: as_of,
    };
    let under = Under {
        edition: Edition::on(as_of),
        as_of,
    };
    Sitting::begin(node, by, under, scope).unwrap()
}

/// A person who knows everything that a case says.
struct Person {
    full: Answers,
    as_of: Date,
}

impl Person {
    fn of(case: &Case) -> Self {
        let sitting = sitting(&case.record(&case.facts, "absent"), case.as_of, Scope::Tier);
        Self {
            full: sitting.answers().clone(),
            as_of: case.as_of,
        }
    }

    fn knows(&self, fact: Fact) -> Verdict {
        self.full.of(fact).verdict
    }

    /// Returns the answer that says what the person knows; a tripwire whose meaning does not fit is skipped.
    fn reply(&self, sitting: &Sitting, question: &Question) -> Reply {
        if let Topic::Area(_) = question.topic {
            let choices = question.form.choices().iter().zip(&question.facts);
            let meant = choices.filter(|(_, fact)| self.knows(**fact) == Verdict::Yes);
            return Reply::Said(Saying::Terms(meant.map(|(choice, _)| choice.key).collect()));
        }
        let fits = |saying: &&Saying| {
            let mut after = sitting.clone();
            let taken = after.take(question.clone(), Reply::Said((*saying).clone()));
            taken.is_ok() && self.agrees(question, sitting.answers(), after.answers())
        };
        let fitting = sayings(&question.form);
        fitting
            .iter()
            .find(fits)
            .map_or(Reply::Skipped, |saying| Reply::Said(saying.clone()))
    }

    fn agrees(&self, question: &Question, before: &Answers, after: &Answers) -> bool {
        let mut changed = Fact::ALL
            .iter()
            .filter(|fact| before.of(**fact).verdict != after.of(**fact).verdict);
        let is_settled = matches!(question.topic, Topic::Tripwire(_))
            || question
                .facts
                .iter()
                .all(|fact| after.of(*fact).verdict == self.knows(*fact));
        is_settled && changed.all(|fact| after.of(*fact).verdict == self.knows(*fact))
    }
}

pub(crate) fn sayings(form: &Form) -> Vec<Saying> {
    let each = form
        .choices()
        .iter()
        .map(|choice| Saying::Terms(vec![choice.key]));
    match form {
        Form::YesNo => vec![Saying::Flag(false), Saying::Flag(true)],
        Form::One(_) => each.collect(),
        Form::OneOrNone(_) => each.chain([Saying::Nothing]).collect(),
        Form::Several(_) => each.chain([Saying::Terms(vec![])]).collect(),
    }
}

/// Returns the sitting after every question has been answered, with the number of questions.
fn answered(person: &Person, record: &str, scope: Scope) -> (Sitting, usize) {
    let mut sitting = sitting(record, person.as_of, scope);
    let mut asked: Vec<Topic> = Vec::new();
    while let Some(question) = sitting.next() {
        assert!(
            !asked.contains(&question.topic),
            "asked twice: {:?}",
            question.topic
        );
        asked.push(question.topic);
        let reply = person.reply(&sitting, &question);
        sitting.take(question, reply).unwrap();
    }
    (sitting, asked.len())
}

/// Returns how many questions the order of the law takes, each open fact being a question.
fn n_in_order_of_law(person: &Person, record: &str) -> usize {
    let mut answers = sitting(record, person.as_of, Scope::Tier).answers().clone();
    for n_asked in 0.. {
        let class = class_of(&answers, Edition::on(person.as_of), person.as_of);
        let mut open = class
            .open_questions
            .iter()
            .filter(|open| open.bears_on_tier(class.min_tier));
        let Some(open) = open.next().filter(|_| class.is_open()) else {
            return n_asked;
        };
        let is_meant = |fact: &&Fact| {
            **fact == open.fact || (open.fact.choice().is_some() && fact.row().path == open.fact.row().path)
        };
        let said: Vec<(Fact, Verdict)> = Fact::ALL
            .iter()
            .filter(is_meant)
            .map(|fact| (*fact, person.knows(*fact)))
            .collect();
        answers = answers.supposing(&said);
    }
    unreachable!("every question ends")
}

#[test]
fn after_an_answer_stands_what_is_known_and_what_is_left() {
    let fresh = "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\n";
    let profiled = "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\nunlisted_facts: absent\nfacts: {annex_iii: {points: [4(a)], filter_condition: [a], materially_influences: false, profiling: false}}\n";
    let open = "the class is still open: at least ";
    for (record, again, said, expected) in [
        (fresh, None, Saying::Flag(false), ["questions settled; ", open]),
        (
            fresh,
            None,
            Saying::Flag(true),
            ["no question is settled yet; ", open],
        ),
        (
            fresh,
            None,
            Saying::Unknown,
            ["no question is settled yet; ", open],
        ),
        (
            profiled,
            Some("profiling"),
            Saying::Flag(true),
            ["the class is settled: ", "high-risk"],
        ),
        (
            profiled,
            Some("profiling"),
            Saying::Flag(false),
            ["the class is settled: ", "derogation"],
        ),
        (
            profiled,
            Some("profiling"),
            Saying::Unknown,
            ["1 further question came up; ", open],
        ),
    ] {
        let before = sitting(record, Date::on(2026, 11, 22), Scope::Tier);
        let before = match again {
            Some(field) => before.again(&[field.to_owned()]).unwrap(),
            None => before,
        };
        let (mut after, question) = (before.clone(), before.next().unwrap());
        after.take(question.clone(), Reply::Said(said)).unwrap();
        let told = known_now(&before, &after, &question);
        for words in expected {
            assert!(told.contains(words), "{words}: {told}");
        }
        let n_left = format!("{} question", after.n_open());
        assert_eq!(told.contains(&n_left), after.class().is_open(), "{told}");
    }
}

// A coding assistant that only its users' organisation deploys: what is open is whether its output must be marked.
#[test]
fn what_few_systems_meet_is_not_asked_first() {
    let tripwires = Tripwires::QUESTIONS.iter().map(|(name, _)| match *name {
        "built_or_rebranded" => "built_or_rebranded: none".to_owned(),
        name => format!("{name}: false"),
    });
    let tripwires: Vec<String> = tripwires.collect();
    let seed = format!(
        "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\noutput_modalities: [code, text]\ntripwires: {{{}}}\nuses: [none]\n",
        tripwires.join(", ")
    );
    for (record, first) in [
        (seed.as_str(), "facts.art50.content_exclusion"),
        (
            "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\n",
            "tripwires.affects_individual_decisions",
        ),
    ] {
        for scope in [Scope::Tier, Scope::All] {
            let mut sitting = sitting(record, Date::on(2026, 11, 22), scope);
            assert_eq!(sitting.next().unwrap().field(), first, "{record}");
            // Whoever leaves everything open is asked about crime after everything that settles as much.
            let mut fields = Vec::new();
            while let Some(question) = sitting.next() {
                fields.push(question.field());
                sitting.take(question, Reply::Skipped).unwrap();
            }
            let crime = fields
                .iter()
                .position(|field| field.contains("crime") || field.contains("offence"));
            assert!(crime.is_none_or(|at| at > 3), "{fields:?}");
        }
    }
}

#[test]
fn it_ends_sooner_than_the_order_of_the_law() {
    let systems = cases().iter().filter(|case| !case.is_model());
    let (mut n_asked, mut n_of_law, mut n_cases, mut most) = (0, 0, 0, 0);
    for case in systems.step_by(STEP) {
        let person = Person::of(case);
        // Nothing is known but the roles.
        let record = case.record(&fewer(&case.facts, 0), "unknown");
        let (_, n) = answered(&person, &record, Scope::Tier);
        n_asked += n;
        most = most.max(n);
        n_of_law += n_in_order_of_law(&person, &record);
        n_cases += 1;
    }
    assert!(
        n_asked * 2 <= n_of_law,
        "{n_cases} cases: {n_asked} questions, at most {most}; {n_of_law} in the order of the law"
    );
}

/// Every how many cases one is taken; all of them take minutes without optimisation.
const STEP: usize = 12;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn it_ends_in_the_class_of_the_case(at in 0_usize..243, kept in any::<u64>(), all in any::<bool>()) {
        let case = &cases()[at];
        prop_assume!(!case.is_model());
        let person = Person::of(case);
        let full = sitting(&case.record(&case.facts, "absent"), case.as_of, Scope::All);
        let record = case.record(&fewer(&case.facts, kept), "unknown");
        let scope = if all { Scope::All } else { Scope::Tier };
        let n_open = Fact::ALL.iter().filter(|fact| sitting(&record, case.as_of, scope).answers().of(**fact).verdict == Verdict::Unknown).count();
        let (end, n_asked) = answered(&person, &record, scope);
        let (end, full) = (end.class(), full.class());
        prop_assert!(n_asked <= n_open, "{n_asked} of {n_open}");
        prop_assert_eq!(end.primary_tier, full.primary_tier, "{}", case.id);
        prop_assert!(!end.is_open(), "{}: {:?}", case.id, end.open_questions);
        // Outside the scope nothing is asked, although the duty of another, such as the tool's provider, may be open.
        if all && full.primary_tier != Tier::OutOfScope {
            prop_assert!(end.open_questions.is_empty(), "{}: {:?}", case.id, end.open_questions);
            let owed = |class: &actfile::classify::system::SystemClass| class.art50.iter().filter(|entry| entry.status.is_owed()).copied().collect::<Vec<_>>();
            prop_assert_eq!(owed(end), owed(full), "{}", case.id);
        }
    }

    #[test]
    fn what_is_written_is_what_was_said(at in 0_usize..243, kept in any::<u64>(), words in proptest::collection::vec(any::<u8>(), 40)) {
        let case = &cases()[at];
        prop_assume!(!case.is_model());
        let text = case.record(&fewer(&case.facts, kept), "unknown");
        let mut sitting = sitting(&text, case.as_of, Scope::All);
        let mut words = words.into_iter();
        while let (Some(question), Some(word)) = (sitting.next(), words.next()) {
            let replies = sayings(&question.form).into_iter().chain([Saying::Unknown]).map(Reply::Said).chain([Reply::Skipped]);
            let replies: Vec<Reply> = replies.collect();
            let reply = replies[usize::from(word) % replies.len()].clone();
            // An answer that contradicts the record is refused, and the question stays open.
            if sitting.take(question.clone(), reply).is_err() {
                sitting.take(question.clone(), Reply::Skipped).unwrap();
            }
            // Taking an answer back and giving it again changes nothing.
            if word > 200 {
                let again = sitting.clone();
                prop_assert_eq!(sitting.back(), Some(question.clone()));
                prop_assert_eq!(sitting.next(), Some(question));
                sitting = again;
            }
        }
        let mut findings = Default::default();
        let node = parse(FileId(0), &text, &mut findings).remove(0);
        let Some(AnyRecord::AiSystem(system)) = read_record(&node, &mut findings) else { panic!("a system") };
        let written = edited(&text, 0, &changes(&sitting, &system)).unwrap();
        let after = self::sitting(&written, case.as_of, Scope::All);
        let says = |sitting: &Sitting| (sitting.class().min_tier, sitting.class().max_tier, sitting.class().art50.clone(), sitting.class().open_questions.clone());
        prop_assert_eq!(says(&after), says(&sitting), "{}", written);
        // Every answer has one note, by the role that gave it.
        let mut findings = Default::default();
        let node = parse(FileId(0), &written, &mut findings).remove(0);
        let Some(AnyRecord::AiSystem(system)) = read_record(&node, &mut findings) else { panic!("a system") };
        prop_assert!(findings.sorted().is_empty(), "{:?}", findings.sorted());
        let noted: Vec<&str> = system.answers.items().iter().filter_map(|note| note.value.field.stated()).map(String::as_str).collect();
        let said: Vec<String> = sitting.said().into_iter().map(|(field, ..)| field).collect();
        prop_assert_eq!(noted, said, "{}", written);
        // What is printed when nothing is written says the same.
        let printed = format!("kind: ai_system\nid: a\nname: A\n{}", to_paste(&sitting).unwrap());
        let printed = parse(FileId(0), &printed, &mut findings).remove(0);
        prop_assert!(findings.sorted().is_empty(), "{:?}", findings.sorted());
        for (field, ..) in sitting.said() {
            let (as_printed, as_written) = (words_at(&printed, &field), words_at(&node, &field));
            prop_assert!(as_printed.is_some() && as_printed == as_written, "{field}: {as_printed:?} {as_written:?}");
        }
    }
}

/// Returns what stands at a field, without its places.
fn words_at(record: &Node, field: &str) -> Option<String> {
    let mut node = record;
    for key in field.split('.') {
        node = &node.entry(key)?.value;
    }
    Some(plain(node))
}

fn plain(node: &Node) -> String {
    match &node.content {
        Content::Scalar(scalar) => format!("{:?}", scalar.text),
        Content::List(items) => format!("{:?}", items.iter().map(plain).collect::<Vec<_>>()),
        Content::Table(entries) => {
            let entry = |entry: &Entry| (entry.key.value.clone(), plain(&entry.value));
            format!("{:?}", entries.iter().map(entry).collect::<Vec<_>>())
        }
    }
}

/// Returns what is written after replies drawn by these words to a sitting's questions.
fn written_after(text: &str, mut sitting: Sitting, words: &[u8]) -> (String, Sitting) {
    let mut words = words.iter();
    while let (Some(question), Some(word)) = (sitting.next(), words.next()) {
        let replies = sayings(&question.form).into_iter().chain([Saying::Unknown]);
        let replies: Vec<Reply> = replies.map(Reply::Said).chain([Reply::Skipped]).collect();
        let reply = replies[usize::from(*word) % replies.len()].clone();
        if sitting.take(question.clone(), reply).is_err() {
            sitting.take(question, Reply::Skipped).unwrap();
        }
    }
    let written = edited(text, 0, &changes(&sitting, &read(text))).unwrap();
    (written, sitting)
}

/// Returns a system that is read without any finding.
fn read(text: &str) -> Record<System> {
    let mut findings = Default::default();
    let node = parse(FileId(0), text, &mut findings).remove(0);
    let system = read_record(&node, &mut findings);
    assert!(findings.sorted().is_empty(), "{:?}\n{text}", findings.sorted());
    let Some(AnyRecord::AiSystem(system)) = system else {
        unreachable!("every text here is a system")
    };
    system
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    // A note that repeats another answer than the record gives would be a finding.
    #[test]
    fn an_answer_given_anew_leaves_nothing_of_the_old_one(
        at in 0_usize..243,
        kept in any::<u64>(),
        first in proptest::collection::vec(any::<u8>(), 12),
        second in proptest::collection::vec(any::<u8>(), 40),
    ) {
        let case = &cases()[at];
        prop_assume!(!case.is_model());
        let text = case.record(&fewer(&case.facts, kept), "unknown");
        let (text, _) = written_after(&text, sitting(&text, case.as_of, Scope::Tier), &first);
        let text = text.replace(", by: Head of Law", ", by: CTO, note: as far as we know");
        let again = sitting(&text, case.as_of, Scope::Tier).again(&[]).unwrap();
        let (written, end) = written_after(&text, again, &second);
        let after = sitting(&written, case.as_of, Scope::Tier);
        let range = |sitting: &Sitting| (sitting.class().min_tier, sitting.class().max_tier, sitting.class().open_questions.clone());
        prop_assert_eq!(range(&after), range(&end), "{}", written);
        let notes = &read(&written).answers;
        let field = |note: &AnswerNote| note.field.stated().cloned();
        let mut noted: Vec<_> = notes.items().iter().filter_map(|note| field(&note.value)).collect();
        let n_noted = noted.len();
        noted.sort();
        noted.dedup();
        prop_assert_eq!(noted.len(), n_noted, "{}", written);
        // Whoever gave the answer that stands is named, and a remark about another answer is gone.
        let said = end.said();
        for note in notes.items() {
            let is_said = said.iter().any(|(field, ..)| note.value.field.is(field));
            let by = if is_said { "Head of Law" } else { "CTO" };
            prop_assert_eq!(note.value.by.stated().map(String::as_str), Some(by), "{}", written);
            let before = &read(&text).answers;
            let before = before.items().iter().find(|old| old.value.field.stated() == note.value.field.stated());
            let is_same = before.is_some_and(|old| old.value.answer.stated() == note.value.answer.stated());
            prop_assert_eq!(note.value.note.stated().is_some(), is_same, "{}", written);
        }
    }
}

#[test]
fn a_list_of_uses_is_written_whole_or_not_at_all() {
    let record = "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\ntripwires: {uses_biometrics_or_emotion: false, safety_component: false, generates_media: false, affects_individual_decisions: true}\n";
    let as_of = Date::on(2026, 11, 22);
    for (last, expected) in [
        (Reply::Said(Saying::Terms(vec![])), Some("points: [4(a)]")),
        (Reply::Skipped, None),
        (Reply::Said(Saying::Unknown), None),
    ] {
        let mut sitting = sitting(record, as_of, Scope::Tier);
        let mut n_areas = 0;
        while let Some(question) = sitting.next() {
            let reply = match question.topic {
                Topic::Area(area) => {
                    n_areas += 1;
                    match area.key() {
                        "4" => Reply::Said(Saying::Terms(vec!["4(a)"])),
                        "8" => last.clone(),
                        _ => Reply::Said(Saying::Terms(vec![])),
                    }
                }
                Topic::Roles | Topic::Tripwire(_) | Topic::Field(_) => Reply::Skipped,
            };
            sitting.take(question, reply).unwrap();
        }
        assert_eq!(n_areas, 6);
        let mut findings = Default::default();
        let node = parse(FileId(0), record, &mut findings).remove(0);
        let Some(AnyRecord::AiSystem(system)) = read_record(&node, &mut findings) else {
            panic!("a system")
        };
        let written = edited(record, 0, &changes(&sitting, &system)).unwrap();
        assert_eq!(has_unwritten_points(&sitting), expected.is_none());
        match expected {
            Some(expected) => assert!(written.contains(expected), "{written}"),
            None => assert_eq!(written, record),
        }
    }
}

// The list is one answer: once nobody knows about one area, what is said of the next cannot make it known.
#[test]
fn a_list_of_uses_of_which_an_area_is_unknown_stays_unknown() {
    let text =
        "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\nfacts: {annex_iii: {points: [4(a)]}}\n";
    for later in [
        Reply::Said(Saying::Terms(vec![])),
        Reply::Said(Saying::Terms(vec!["7(a)"])),
        Reply::Said(Saying::Unknown),
        Reply::Skipped,
    ] {
        let mut sitting = sitting(text, Date::on(2026, 11, 22), Scope::Tier);
        sitting = sitting.again(&["points".to_owned()]).unwrap();
        while let Some(question) = sitting.next() {
            let Topic::Area(area) = question.topic else { break };
            let reply = match area.key() {
                "1" | "2" | "3" => Reply::Skipped,
                "4" => Reply::Said(Saying::Terms(vec![])),
                "5" => Reply::Said(Saying::Unknown),
                _ => later.clone(),
            };
            let shown = asked(&sitting, &question, 1);
            let is_after = ["6", "7", "8"].contains(&area.key());
            assert_eq!(shown.contains("on record: unknown"), is_after, "{shown}");
            sitting.take(question, reply).unwrap();
        }
        assert!(sitting.class().is_open(), "{later:?}");
        let written = edited(text, 0, &changes(&sitting, &read(text))).unwrap();
        assert!(written.contains("points: {unknown: "), "{written}");
        assert!(written.contains("answer: unknown"), "{written}");
    }
}

// A tripwire and the list that hangs on it: neither could be corrected alone.
#[test]
fn an_answer_that_others_stand_against_is_asked_once_more_after_them() {
    let text = "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\ntripwires: {affects_individual_decisions: true}\nfacts: {annex_iii: {points: [4(a)]}}\n";
    let fields = ["affects_individual_decisions".to_owned(), "points".to_owned()];
    let mut sitting = sitting(text, Date::on(2026, 11, 22), Scope::Tier);
    sitting = sitting.again(&fields).unwrap();
    let no = Reply::Said(Saying::Flag(false));
    let first = sitting.next().unwrap();
    assert!(matches!(first.topic, Topic::Tripwire(_)));
    assert!(sitting.take(first.clone(), no.clone()).is_err());
    assert!(sitting.postpone(&first));
    assert!(!sitting.postpone(&first), "only once");
    while let Some(question) = sitting.next().filter(|next| *next != first) {
        assert!(matches!(question.topic, Topic::Area(_)), "{:?}", question.topic);
        sitting
            .take(question, Reply::Said(Saying::Terms(vec![])))
            .unwrap();
    }
    assert_eq!(sitting.next(), Some(first.clone()));
    sitting.take(first, no).unwrap();
    let written = edited(text, 0, &changes(&sitting, &read(text))).unwrap();
    assert!(
        written.contains("affects_individual_decisions: false") && written.contains("points: []"),
        "{written}"
    );
}

#[test]
fn fields_to_be_asked_again_may_have_blanks_around_them_and_not_all_be_empty() {
    let text = "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\ntripwires: {generates_media: false, safety_component: false}\n";
    let asked = |fields: &[&str]| {
        let fields: Vec<String> = fields.iter().map(|field| (*field).to_owned()).collect();
        let sitting = sitting(text, Date::on(2026, 11, 22), Scope::Tier).again(&fields)?;
        Ok::<_, String>(sitting.next().map(|question| question.field()))
    };
    for fields in [
        vec!["safety_component", " generates_media "],
        vec!["generates_media", ""],
    ] {
        assert_eq!(
            asked(&fields),
            Ok(Some("tripwires.generates_media".to_owned())),
            "{fields:?}"
        );
    }
    assert_eq!(asked(&[]), Ok(Some("our_roles".to_owned())));
    for fields in [vec![""], vec![" ", ""]] {
        assert!(
            asked(&fields).unwrap_err().contains("names no field"),
            "{fields:?}"
        );
    }
    assert!(asked(&["other"]).is_err());
}

// A second note for a field is a finding of its own; it is not made to say something untrue as well.
#[test]
fn every_note_about_an_answer_is_brought_up_to_date() {
    let note = "{field: facts.annex_iii.profiling, answer: false, by: CEO, on: 2026-10-05}";
    let text = format!(
        "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\nfacts: {{annex_iii: {{points: [4(a)], profiling: false}}}}\nanswers:\n  - {note}\n  - {note}\n"
    );
    let mut sitting = sitting(&text, Date::on(2026, 11, 22), Scope::Tier);
    sitting = sitting.again(&["profiling".to_owned()]).unwrap();
    let question = sitting.next().unwrap();
    sitting.take(question, Reply::Said(Saying::Flag(true))).unwrap();
    let mut findings = Default::default();
    let node = parse(FileId(0), &text, &mut findings).remove(0);
    let Some(AnyRecord::AiSystem(system)) = read_record(&node, &mut findings) else {
        unreachable!("a system")
    };
    let written = edited(&text, 0, &changes(&sitting, &system)).unwrap();
    assert_eq!(
        written.matches("answer: true, by: Head of Law").count(),
        2,
        "{written}"
    );
}

#[test]
fn what_is_on_record_is_shown_by_what_is_typed_for_it() {
    let text = "kind: ai_system\nid: a\nname: A\nour_roles: [provider]\ntripwires: {generates_media: false}\nfacts: {annex_iii: {points: [4(b), 2]}, annex_i: {section: {not_applicable: {reason: no}}}, art50: {generates: [text], content_exclusion: short_strings}}\n";
    let mut sitting = sitting(text, Date::on(2026, 11, 22), Scope::Tier);
    sitting = sitting.again(&[]).unwrap();
    let mut shown = Vec::new();
    while let Some(question) = sitting.next().filter(|next| sitting.is_again(next)) {
        shown.push(asked(&sitting, &question, 1));
        sitting.take(question, Reply::Skipped).unwrap();
    }
    for (words, on_record) in [
        ("organisation with regard to", "1"),
        ("images, audio or video?", "no"),
        ("safety component in running critical", "yes"),
        ("(employment", "2"),
        ("(essential", "0, none of these"),
        ("Annex I, Section A or B?", "0, none of these"),
        ("nothing but source code", "2"),
    ] {
        let line = format!("   on record: {on_record}; Enter leaves it, an answer takes its place\n");
        let asked = shown.iter().find(|asked| asked.contains(words));
        assert!(
            asked.is_some_and(|asked| asked.contains(&line)),
            "{words} {line}: {shown:#?}"
        );
    }
    // Also the answer that no use is meant shows what it changes.
    let areas: Vec<&String> = shown
        .iter()
        .filter(|asked| asked.contains("Which of these uses"))
        .collect();
    assert!(!areas.is_empty());
    for area in areas {
        assert!(area.contains("\n   0: ") || area.contains(", 0: "), "{area}");
    }
}
