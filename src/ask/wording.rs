//! What the questionnaire shows: the question with its choices, what each answer would change, what is known after an
//! answer, and how the system stands. What stands behind a question is told by `explained`. Plain text of our own and of
//! the law's tables; nothing of a record but names of fields.

use crate::ask::question::{Question, Topic};
use crate::ask::role;
use crate::ask::sitting::Sitting;
use crate::ask::vocabulary::Form;
use crate::classify::facts::Verdict;
use crate::classify::system::SystemClass;
use crate::inventory::sayings::Saying;
use crate::law::terms::{Art50Status, Tier};
use crate::report::listing::counted;

/// Returns the question as it is shown, with what each answer would change.
pub fn asked(sitting: &Sitting, question: &Question, number: usize) -> String {
    let mut shown = format!("\n{number}. {}\n", question.words());
    if question.only_point().is_none() {
        shown.push_str(&choices(&question.form));
    }
    if let Some(on_record) = on_record(sitting, question) {
        shown.push_str(&format!(
            "   on record: {on_record}; Enter leaves it, an answer takes its place\n"
        ));
    }
    for (answers, change) in consequences(sitting, question) {
        shown.push_str(&format!("   {answers}: {change}\n"));
    }
    if let Some(change) = role::change(question, sitting.edition()) {
        shown.push_str(&format!("   {change}\n"));
    }
    shown
}

/// Returns the answer that is asked for again, as it stands in the record.
fn on_record(sitting: &Sitting, question: &Question) -> Option<String> {
    if !sitting.is_again(question) {
        return None;
    }
    let Topic::Area(area) = question.topic else {
        return Some(as_typed(&sitting.on_record(&question.field())?, &question.form));
    };
    if sitting.has_unknown_points() {
        return Some(Verdict::Unknown.word().to_owned());
    }
    let points = sitting.points_on_record(area);
    Some(match question.only_point() {
        Some(point) => Verdict::of(points.contains(&point.key)).word().to_owned(),
        None => as_typed(&said(&Saying::Terms(points)), &question.form),
    })
}

/// Returns an answer, as a note repeats it, by what would be typed for it; an answer that is no choice stays as it is.
fn as_typed(noted: &str, form: &Form) -> String {
    let number = |key: &str| form.choices().iter().position(|choice| choice.key == key);
    let numbers: Option<Vec<String>> = noted
        .split(", ")
        .map(|key| number(key).map(|at| (at + 1).to_string()))
        .collect();
    match (noted, numbers) {
        (_, Some(numbers)) => numbers.join(", "),
        ("true", None) => Verdict::Yes.word().to_owned(),
        ("false", None) => Verdict::No.word().to_owned(),
        ("none" | "not_applicable", None) if !form.choices().is_empty() => "0, none of these".to_owned(),
        (noted, None) => noted.to_owned(),
    }
}

fn choices(form: &Form) -> String {
    let mut shown: String = (1..)
        .zip(form.choices())
        .map(|(number, choice)| format!("   {number:>2}  {}\n", choice.words))
        .collect();
    match form {
        Form::Several(_) | Form::OneOrNone(_) => shown.push_str("    0  none of these\n"),
        Form::YesNo | Form::One(_) => {}
    }
    shown
}

/// Returns how the system stands, in one sentence.
pub fn stands(sitting: &Sitting) -> String {
    let class = sitting.class();
    match (class.is_open(), sitting.n_open()) {
        (true, n_open) => format!(
            "the class is still open: at least {}, at most {}; {} left",
            class.min_tier.words(),
            class.max_tier.words(),
            counted(n_open, "question")
        ),
        (false, 0) => format!("the class is settled: {}", class.primary_tier.words()),
        (false, n_open) => format!(
            "the class is settled: {}; {} left, on which duties or days hang",
            class.primary_tier.words(),
            counted(n_open, "question")
        ),
    }
}

/// Returns what is known once a question has been answered; `before` is the sitting without the answer.
pub fn known_now(before: &Sitting, sitting: &Sitting, question: &Question) -> String {
    let is_area = matches!(question.topic, Topic::Area(_));
    let is_part = is_area && !sitting.is_again(question);
    let goes_on = sitting
        .next()
        .is_some_and(|next| matches!(next.topic, Topic::Area(_)));
    if is_part && goes_on {
        return "noted; it counts, and is written, once every area of use is answered".to_owned();
    }
    if is_area && sitting.has_unknown_points() && before.has_unknown_points() {
        return "the list of uses stays unknown, because an area of it is".to_owned();
    }
    let settled = before.n_open().saturating_sub(sitting.n_open());
    let opened = sitting.n_open().saturating_sub(before.n_open());
    match (settled, opened) {
        (0, 0) if before.class().is_open() => format!("no question is settled yet; {}", stands(sitting)),
        (0, 0) => stands(sitting),
        (0, _) => format!(
            "{} came up; {}",
            counted(opened, "further question"),
            stands(sitting)
        ),
        (_, _) => format!("{} settled; {}", counted(settled, "question"), stands(sitting)),
    }
}

/// Returns how many answers there are, in words.
pub fn answers(n_answers: usize) -> String {
    counted(n_answers, "answer")
}

/// Returns the answers with what each would change; answers that change the same stand together.
fn consequences(sitting: &Sitting, question: &Question) -> Vec<(String, String)> {
    let mut told: Vec<(String, String)> = Vec::new();
    for (answer, saying) in possible(question, sitting.is_again(question)) {
        let Some(after) = sitting.class_after(question, &saying) else {
            continue;
        };
        let change = change(sitting, question, &after);
        match told.iter_mut().find(|(_, known)| *known == change) {
            Some((answers, _)) => *answers = format!("{answers}, {answer}"),
            None => told.push((answer, change)),
        }
    }
    told
}

/// Returns the answers whose consequences are shown, each as it is typed.
fn possible(question: &Question, is_again: bool) -> Vec<(String, Saying)> {
    let numbered = || {
        let choices = question.form.choices().iter().enumerate();
        choices.map(|(at, choice)| ((at + 1).to_string(), Saying::Terms(vec![choice.key])))
    };
    let none = |saying: Saying| ("0".to_owned(), saying);
    if let Some(point) = question.only_point() {
        let no = is_again.then(|| ("no".to_owned(), Saying::Terms(Vec::new())));
        let yes = ("yes".to_owned(), Saying::Terms(vec![point.key]));
        return [yes].into_iter().chain(no).collect();
    }
    match (&question.form, question.topic) {
        (Form::YesNo, _) => vec![
            ("yes".to_owned(), Saying::Flag(true)),
            ("no".to_owned(), Saying::Flag(false)),
        ],
        (Form::One(_), _) => numbered().collect(),
        (Form::OneOrNone(_), _) => numbered().chain([none(Saying::Nothing)]).collect(),
        // What no use in one area changes depends on the areas that follow.
        (Form::Several(_), Topic::Area(_)) if !is_again => numbered().collect(),
        (Form::Several(_), _) => numbered().chain([none(Saying::Terms(Vec::new()))]).collect(),
    }
}

fn change(sitting: &Sitting, question: &Question, after: &SystemClass) -> String {
    let before = sitting.class();
    let mut parts = Vec::new();
    parts.extend(tier_change(before, after));
    parts.extend(duty_changes(before, after));
    let (n_before, n_after) = (sitting.n_open(), sitting.n_open_in(after));
    if n_after < n_before && (after.is_open() || !before.is_open()) {
        parts.push(format!(
            "settles {} of {}",
            n_before - n_after,
            counted(n_before, "open question")
        ));
    }
    if n_after > n_before {
        parts.push(format!(
            "opens {}",
            counted(n_after - n_before, "further question")
        ));
    }
    match (parts.is_empty(), n_before) {
        (false, _) => parts.join("; "),
        (true, 0) => unchanged(question.topic).to_owned(),
        (true, n_open) => format!("settles nothing by itself, {} left", counted(n_open, "question")),
    }
}

/// Returns what hangs on an answer that changes neither class nor duties of transparency.
const fn unchanged(topic: Topic) -> &'static str {
    match topic {
        Topic::Roles => "changes no class; which duties are ours hangs on it",
        Topic::Tripwire(_) => "changes no class; documents repeat it, and gaps can hang on it",
        Topic::Field(_) | Topic::Area(_) => "changes nothing",
    }
}

fn tier_change(before: &SystemClass, after: &SystemClass) -> Option<String> {
    let (was, is) = (
        (before.min_tier, before.max_tier),
        (after.min_tier, after.max_tier),
    );
    match is {
        _ if was == is => None,
        (min, max) if min == max => Some(format!("the class is then {}", min.words())),
        (min, _) if min > was.0 => Some(format!("at least {}", min.words())),
        (_, max) if max < was.1 => Some(format!("at most {}", max.words())),
        (min, max) => Some(format!("between {} and {}", min.words(), max.words())),
    }
}

fn duty_changes(before: &SystemClass, after: &SystemClass) -> Vec<String> {
    if after.min_tier == Tier::OutOfScope {
        return Vec::new();
    }
    let open = before
        .art50
        .iter()
        .filter(|entry| entry.status == Art50Status::Unknown);
    open.filter_map(|entry| {
        let found = after.art50.iter().find(|found| found.para == entry.para);
        match found {
            Some(found) if found.status == Art50Status::Unknown => None,
            Some(found) => Some(format!("{}: {}", entry.para.words(), found.status.words())),
            None => Some(format!("{}: not owed", entry.para.words())),
        }
    })
    .collect()
}

/// Returns an answer in the words of a summary.
pub fn said(saying: &Saying) -> String {
    match saying {
        Saying::Flag(flag) => Verdict::of(*flag).word().to_owned(),
        Saying::Terms(terms) if terms.is_empty() => "none".to_owned(),
        Saying::Terms(terms) => terms.join(", "),
        Saying::Nothing => "none".to_owned(),
        Saying::Unknown => "unknown".to_owned(),
        Saying::Number(number) => number.to_string(),
        Saying::Day(day) => day.to_string(),
        Saying::Words(words) => words.clone(),
    }
}
