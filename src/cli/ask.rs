//! `actfile ask`: puts the open questions about one system to a person, line by line, and writes the answers into the
//! record. What is asked and what is written is decided in the library; here are the order of steps and what becomes of
//! the answers. Nothing is written before a yes at the end, to which also Ctrl-C leads, or which `--yes` says
//! beforehand; answers that nobody agreed to write are printed.

mod dialogue;
mod further;
mod input;

use crate::cli::args::{Ask, EVERY_ANSWER, Global};
use crate::cli::ask::dialogue::Dialogue;
use crate::cli::ask::further::further;
use crate::cli::ask::input::{End, Input};
use crate::cli::exit::Exit;
use crate::cli::next_step::option;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use crate::cli::today::today;
use actfile::Checked;
use actfile::ask::changes::{
    By, Remark, changes, has_unwritten_points, remarks_at_risk, remarks_that_go, to_paste,
};
use actfile::ask::sitting::{Scope, Sitting};
use actfile::ask::standing::Under;
use actfile::ask::wording;
use actfile::ask::written::{Edited, node_of};
use actfile::classify::system::SystemClass;
use actfile::diag::Severity;
use actfile::failure::Failure;
use actfile::inventory::field::Field;
use actfile::inventory::record::Record;
use actfile::inventory::system::System;
use actfile::report::unified::unified;
use actfile::report::visible::visible;
use actfile::write::replace::replace;

/// Asks, shows what was answered, and writes it when the person agrees.
pub(crate) fn run(asked: &Ask, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let checked = project::check_own(global, terminal)?;
    project::tell(&checked, &global.project, terminal);
    if checked.findings.has_errors() {
        return Ok(Exit::Refused);
    }
    let system = system(&checked, &asked.system)?;
    let mut dialogue = Dialogue {
        terminal,
        input: Input::begin()?,
        end: None,
    };
    let Some(sitting) = begun(asked, global, &checked, system, &mut dialogue)? else {
        return Ok(Exit::Refused);
    };
    for stuck in stuck(&remarks_at_risk(&sitting, system), &checked, system) {
        dialogue.say(&format!("{stuck}; take that out first, or leave the answer"));
    }
    let sitting = dialogue.hold(sitting, asked);
    let sitting = gone_on(asked, global, &checked, system, sitting, &mut dialogue)?;
    let edited = edited(&checked, system, &sitting);
    let n_answers = tell_answers(&sitting, system, &dialogue);
    finish(asked, global, &sitting, n_answers, edited, &mut dialogue)
}

fn system<'c>(checked: &'c Checked, id: &str) -> Result<&'c Record<System>, Failure> {
    let systems = &checked.assessment.inventory.systems;
    let known: Vec<&str> = systems.keys().map(|id| id.as_str()).collect();
    let found = systems.values().find(|system| system.id.value.as_str() == id);
    found.ok_or_else(|| project::unknown_id("system", id, &known))
}

/// Returns the sitting, or nothing when nobody says who answers.
fn begun(
    asked: &Ask,
    global: &Global,
    checked: &Checked,
    system: &Record<System>,
    dialogue: &mut Dialogue<'_>,
) -> Result<Option<Sitting>, Failure> {
    let sitting = |role: String| sitting(asked, by(global, role)?, checked, system);
    // Nobody is asked for a role before it is known that there is something to ask.
    let trial = sitting(String::new())?;
    dialogue.say(&format!("{}: {}", system.title(), wording::stands(&trial)));
    if trial.next().is_none() {
        return Ok(Some(trial));
    }
    warn_unless_dry(asked, global, checked, system, dialogue);
    tell_of_uses(&trial, system, dialogue);
    match asked.by.clone().or_else(|| dialogue.role()) {
        Some(role) => sitting(role).map(Some),
        None => {
            dialogue.say("nobody said who answers; nothing was written");
            Ok(None)
        }
    }
}

/// Says before the questions what spares most of them.
fn tell_of_uses(sitting: &Sitting, system: &Record<System>, dialogue: &Dialogue<'_>) {
    const SEVERAL: usize = 3;
    let n_areas = sitting.n_areas_open();
    if n_areas >= SEVERAL && system.uses == Field::Absent && !sitting.is_confined() {
        dialogue.say(&format!(
            "`uses: [...]` in the record says in a word what it is used for and spares up to {n_areas} questions; \
             `actfile explain uses` lists the words"
        ));
    }
}

/// Returns who answers, and on which day.
fn by(global: &Global, role: String) -> Result<By, Failure> {
    let on = global.as_of.map_or_else(today, Ok)?;
    Ok(By { role, on })
}

/// Says before the questions that the answers could not be written after them, where they are to be.
fn warn_unless_dry(
    asked: &Ask,
    global: &Global,
    checked: &Checked,
    system: &Record<System>,
    dialogue: &Dialogue<'_>,
) {
    let file = global.project.join(&checked.sources.file(system.span.file).path);
    if !asked.dry_run && file.metadata().is_ok_and(|found| found.permissions().readonly()) {
        dialogue.say(&format!(
            "{} is write-protected: unless that changes, the answers are shown at the end and not written",
            file.display()
        ));
    }
}

fn sitting(asked: &Ask, by: By, checked: &Checked, system: &Record<System>) -> Result<Sitting, Failure> {
    let scope = match asked.all {
        true => Scope::All,
        false => Scope::Tier,
    };
    let sitting = begun_in(scope, by, checked, system)?;
    match asked.again.as_slice() {
        [] => Ok(sitting),
        [every] if every == EVERY_ANSWER => sitting.again(&[]).map_err(Failure::Refused),
        fields => sitting.again(fields).map_err(Failure::Refused),
    }
}

fn begun_in(scope: Scope, by: By, checked: &Checked, system: &Record<System>) -> Result<Sitting, Failure> {
    let classification = &checked.assessment.classification;
    let under = Under {
        edition: classification.edition,
        as_of: classification.as_of,
    };
    let node = node_of(&checked.sources, system.span).map_err(Failure::Refused)?;
    Sitting::begin(node, by, under, scope).map_err(Failure::Refused)
}

/// Goes on after the questions that were asked for, where there are more and the person wants to.
fn gone_on(
    asked: &Ask,
    global: &Global,
    checked: &Checked,
    system: &Record<System>,
    sitting: Sitting,
    dialogue: &mut Dialogue<'_>,
) -> Result<Sitting, Failure> {
    let wider = match further(asked, global, &sitting, dialogue) {
        None => return Ok(sitting),
        Some(wider) if wider.given().next().is_some() => wider,
        // Nobody was asked who answers, because there was nothing to ask.
        Some(_) => {
            warn_unless_dry(asked, global, checked, system, dialogue);
            match asked.by.clone().or_else(|| dialogue.role()) {
                Some(role) => begun_in(Scope::All, by(global, role)?, checked, system)?,
                None => return Ok(sitting),
            }
        }
    };
    Ok(dialogue.hold(wider, asked))
}

/// Says of each remark that cannot be taken out of the file what keeps it there.
fn stuck(remarks: &[Remark], checked: &Checked, system: &Record<System>) -> Vec<String> {
    let is_stuck = |remark: &&Remark| {
        let removal = std::slice::from_ref(&remark.removal);
        Edited::of(&checked.sources, system.span, removal).is_err()
    };
    let says = |remark: &Remark| {
        let line = checked.sources.place(remark.span).line;
        format!(
            "the note on `{}` in line {line} has a remark that would go with another answer, and cannot be rewritten \
             without loss, such as of a comment in it",
            remark.field
        )
    };
    remarks.iter().filter(is_stuck).map(says).collect()
}

/// Returns the file with the answers, after reading the whole inventory again with it.
fn edited(checked: &Checked, system: &Record<System>, sitting: &Sitting) -> Result<Edited, String> {
    let edited = Edited::of(&checked.sources, system.span, &changes(sitting, system)).map_err(|why| {
        let stuck = stuck(&remarks_that_go(sitting, system), checked, system);
        stuck.into_iter().next().unwrap_or(why)
    })?;
    let after = project::check_with(checked, &edited.path, &edited.bytes());
    let mut findings = after.findings.sorted().into_iter();
    if let Some(error) = findings.find(|finding| finding.severity() == Severity::Error) {
        return Err(error.message.clone());
    }
    let class = after.assessment.classification.systems.get(&system.id.value);
    let range = |class: &SystemClass| (class.min_tier, class.max_tier, class.open_questions.len());
    match class.map(range) == Some(range(sitting.class())) {
        true => Ok(edited),
        false => Err("the record would be classified otherwise than was said here".to_owned()),
    }
}

/// Shows what was answered and writes it, as far as it is wanted.
fn finish(
    asked: &Ask,
    global: &Global,
    sitting: &Sitting,
    n_answers: usize,
    edited: Result<Edited, String>,
    dialogue: &mut Dialogue<'_>,
) -> Result<Exit, Failure> {
    if let Some(why) = dialogue.end.and_then(|end| nothing_written(end, asked)) {
        return give_up(sitting, why, dialogue);
    }
    if n_answers == 0 {
        tell_nothing(asked, global, sitting, dialogue);
        return Ok(Exit::Done);
    }
    let edited = match edited {
        Ok(edited) => edited,
        Err(why) => return give_up(sitting, &format!("the answers were not written: {why}"), dialogue),
    };
    let file = visible(&global.project.join(&edited.path).display().to_string());
    if asked.dry_run {
        let difference = unified(&file, &edited.before, &edited.after);
        return dialogue.terminal.result(&difference).map(|()| Exit::Done);
    }
    let answers = wording::answers(n_answers);
    let prompt = format!("write {answers} to {file}? [Y/n] ");
    match asked.yes.then_some(true).or_else(|| dialogue.agrees(&prompt)) {
        Some(true) => {}
        Some(false) => {
            dialogue.say("nothing was written");
            return Ok(Exit::Done);
        }
        None => return give_up(sitting, unanswered(dialogue.end), dialogue),
    }
    if let Err(failure) = replace(&global.project, &edited.path, &edited.sha256, &edited.bytes()) {
        give_up(sitting, "the answers were not written", dialogue)?;
        return Err(failure);
    }
    dialogue.terminal.say(&format!("{file}: {answers} written"));
    Ok(Exit::Done)
}

/// Returns why nothing is written when the last question got no answer.
fn unanswered(end: Option<End>) -> &'static str {
    match end {
        Some(End::Stopped) => "stopped; nothing was written",
        Some(End::Told) => "the program was told to end; nothing was written",
        Some(End::Paused | End::Over) | None => "nobody said yes; nothing was written",
    }
}

/// Says that there is nothing to write, and how to change an answer where nothing is left to ask.
fn tell_nothing(asked: &Ask, global: &Global, sitting: &Sitting, dialogue: &Dialogue<'_>) {
    dialogue.say("there is nothing to write");
    if sitting.next().is_none() {
        dialogue.say(&format!(
            "an answer that was wrong is changed by `actfile ask {}{} --again`, which asks for each again",
            asked.system,
            option(&global.project)
        ));
    }
}

/// Returns why nothing is written after an end; where nothing would be written anyway, an end does no harm.
fn nothing_written(end: End, asked: &Ask) -> Option<&'static str> {
    if asked.dry_run {
        return None;
    }
    match (end, asked.yes) {
        (End::Over, false) => Some("the input ended early; nothing was written"),
        (End::Told, true | false) => Some("the program was told to end; nothing was written"),
        // Whoever said yes beforehand is not asked any more, so that stopping is the only no.
        (End::Stopped, true) => Some("stopped; nothing was written"),
        (End::Stopped | End::Paused, false) | (End::Over | End::Paused, true) => None,
    }
}

/// Tells what was answered and what goes with it; returns how many answers there are to write.
fn tell_answers(sitting: &Sitting, system: &Record<System>, dialogue: &Dialogue<'_>) -> usize {
    let said = sitting.said();
    if !said.is_empty() {
        dialogue.say("");
    }
    for (field, _, saying) in &said {
        dialogue.say(&format!("  {field}: {}", wording::said(saying)));
    }
    for remark in remarks_that_go(sitting, system) {
        dialogue.say(&format!(
            "the remark on `{}` is about the answer before and goes: \"{}\"",
            remark.field, remark.words
        ));
    }
    if has_unwritten_points(sitting) {
        dialogue.say("what was said about areas of use is not written: one of them was left open, and a list that is given is taken to be complete");
    }
    if sitting.given().next().is_some() {
        dialogue.say(&wording::stands(sitting));
    }
    said.len()
}

/// Prints the answers for pasting where they are not written, so that nobody has to give them again.
fn give_up(sitting: &Sitting, why: &str, dialogue: &Dialogue<'_>) -> Result<Exit, Failure> {
    if sitting.said().is_empty() {
        dialogue.say(why);
        return Ok(Exit::Refused);
    }
    let answers = to_paste(sitting).map_err(|why| Failure::Internal {
        room: "ask",
        message: format!("the answers cannot be printed: {why}"),
    })?;
    dialogue.say(&format!(
        "{why}; what was answered, as it would stand in the record:"
    ));
    for line in answers.lines() {
        dialogue.terminal.result(&format!("{}\n", visible(line)))?;
    }
    Ok(Exit::Refused)
}
