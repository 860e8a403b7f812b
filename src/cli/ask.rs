//! `actfile ask`: puts the open questions about one system to a person, line by line, and writes the answers into the
//! record. What is asked and what is written is decided in the library; here are the lines, the confirmation and the
//! order of steps. Nothing is written before a yes at the end, to which also Ctrl-C leads; answers that nobody agreed to
//! write are printed.

mod input;

use crate::cli::args::{Ask, EVERY_ANSWER, Global, role};
use crate::cli::ask::input::{Heard, Input};
use crate::cli::exit::Exit;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use crate::cli::today::today;
use actfile::Checked;
use actfile::ask::changes::{By, changes, lines};
use actfile::ask::explained::explained;
use actfile::ask::question::Question;
use actfile::ask::reply::{Typed, expected, understood};
use actfile::ask::sitting::{Reply, Scope, Sitting};
use actfile::ask::standing::Under;
use actfile::ask::wording;
use actfile::ask::written::{Edited, node_of};
use actfile::classify::system::SystemClass;
use actfile::diag::Severity;
use actfile::failure::Failure;
use actfile::inventory::record::Record;
use actfile::inventory::system::System;
use actfile::report::unified::unified;
use actfile::report::visible::visible;
use actfile::write::replace::replace;

/// Asks, shows what was answered, and writes it when the person agrees.
pub(crate) fn run(asked: &Ask, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let checked = project::check(&global.project, global, terminal)?;
    project::tell(&checked, &global.project, terminal);
    if checked.findings.has_errors() {
        return Ok(Exit::Refused);
    }
    let system = system(&checked, &asked.system)?;
    let mut dialogue = Dialogue {
        terminal,
        input: Input::begin()?,
        is_over: false,
    };
    let Some(sitting) = begun(asked, global, &checked, system, &mut dialogue)? else {
        return Ok(Exit::Refused);
    };
    let sitting = dialogue.hold(sitting);
    tell_of_the_rest(asked, &checked, system, &sitting, &dialogue)?;
    let edited = edited(&checked, system, &sitting);
    finish(asked, global, &sitting, edited, &mut dialogue)
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
    let on = global.as_of.map_or_else(today, Ok)?;
    let sitting = |role: String| sitting(asked, By { role, on }, checked, system);
    // Nobody is asked for a role before it is known that there is something to ask.
    let trial = sitting(String::new())?;
    dialogue.say(&format!("{}: {}", system.title(), wording::stands(&trial)));
    if trial.next().is_none() {
        return Ok(Some(trial));
    }
    match asked.by.clone().or_else(|| dialogue.role()) {
        Some(role) => sitting(role).map(Some),
        None => {
            dialogue.say("nobody said who answers; nothing was written");
            Ok(None)
        }
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

/// Says that there is more to ask when the class is settled and only other questions are left.
fn tell_of_the_rest(
    asked: &Ask,
    checked: &Checked,
    system: &Record<System>,
    sitting: &Sitting,
    dialogue: &Dialogue<'_>,
) -> Result<(), Failure> {
    if asked.all || sitting.next().is_some() {
        return Ok(());
    }
    // Nobody answers here, so it is of no account who would.
    let nobody = By {
        role: String::new(),
        on: checked.assessment.as_of,
    };
    let whole = begun_in(Scope::All, nobody, checked, system)?;
    if whole.next().is_some() {
        dialogue.say(&format!(
            "what is still open cannot change the class, but duties and gaps can hang on it; `actfile ask {} --all` \
             asks that too",
            asked.system
        ));
    }
    Ok(())
}

/// The person at the other end: lines in, text out.
struct Dialogue<'t> {
    terminal: &'t Terminal,
    input: Input,
    /// Whether the input has ended.
    is_over: bool,
}

impl Dialogue<'_> {
    fn say(&self, line: &str) {
        self.terminal.tell(&format!("{}\n", visible(line)));
    }

    /// Returns the next line; nothing when the person wants to stop, or the input has ended.
    fn line(&mut self, prompt: &str) -> Option<String> {
        self.terminal.tell(prompt);
        match self.input.next() {
            Heard::Line(line) => return Some(line),
            Heard::Stop => {}
            Heard::Over => self.is_over = true,
        }
        // Neither breaks the line.
        self.terminal.tell("\n");
        None
    }

    fn role(&mut self) -> Option<String> {
        loop {
            let line = self.line("who answers? a role, such as `Head of Engineering`: ")?;
            match role(&line) {
                Ok(role) => return Some(role),
                Err(why) => self.say(&why),
            }
        }
    }

    /// Asks until nothing is left to ask, the person wants to end, or the input ends.
    fn hold(&mut self, mut sitting: Sitting) -> Sitting {
        let mut again: Option<Question> = None;
        let mut is_first = true;
        while let Some(question) = again.take().or_else(|| sitting.next()) {
            let number = sitting.given().count() + 1;
            self.terminal.tell(&wording::asked(&sitting, &question, number));
            if is_first {
                self.terminal.tell(&first_hint(&sitting, &question));
                is_first = false;
            }
            match self.reply(&sitting, &question) {
                Some(Typed::Say(saying)) => {
                    let before = sitting.clone();
                    match sitting.take(question.clone(), Reply::Said(saying)) {
                        Ok(()) => {
                            let known = wording::known_now(&before, &sitting, &question);
                            self.say(&format!("   {known}"));
                        }
                        Err(why) => {
                            self.say(&format!("   this cannot be written: {why}"));
                            again = Some(question);
                        }
                    }
                }
                Some(Typed::Skip) => {
                    // Leaving a question open changes nothing, so the record can hold it.
                    let _ = sitting.take(question, Reply::Skipped);
                }
                Some(Typed::Back) => again = Some(sitting.back().unwrap_or(question)),
                Some(Typed::Quit | Typed::Explain) | None => break,
            }
        }
        sitting
    }

    /// Returns what is said to a question; explanations and misunderstandings are dealt with here.
    fn reply(&mut self, sitting: &Sitting, question: &Question) -> Option<Typed> {
        loop {
            let line = self.line("   > ")?;
            match understood(question, &line) {
                Ok(Typed::Explain) => self.terminal.tell(&explained(sitting, question)),
                Ok(typed) => return Some(typed),
                Err(why) => self.say(&format!("   {why}")),
            }
        }
    }

    /// Returns whether the person agrees; nothing when they go away without a word.
    fn agrees(&mut self, prompt: &str) -> Option<bool> {
        loop {
            match self.line(prompt)?.to_lowercase().as_str() {
                "" | "y" | "yes" => return Some(true),
                "n" | "no" => return Some(false),
                _ => self.say("type y or n"),
            }
        }
    }
}

/// Returns what is told once, below the first question.
fn first_hint(sitting: &Sitting, question: &Question) -> String {
    let why = match sitting.is_again(question) {
        true => "",
        false => {
            "   It comes first because its answers settle most; one answer can settle several questions.\n"
        }
    };
    format!(
        "   [{}]\n{why}   Nothing is written before you say yes at the end; q and Ctrl-C lead there.\n",
        expected(question)
    )
}

/// Returns the file with the answers, after reading the whole inventory again with it.
fn edited(checked: &Checked, system: &Record<System>, sitting: &Sitting) -> Result<Edited, String> {
    let edited = Edited::of(&checked.sources, system.span, &changes(sitting, system))?;
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
    edited: Result<Edited, String>,
    dialogue: &mut Dialogue<'_>,
) -> Result<Exit, Failure> {
    let n_answers = tell_answers(sitting, dialogue);
    // Where nothing would be written anyway, an early end does no harm.
    if dialogue.is_over && !asked.yes && !asked.dry_run {
        return give_up(sitting, "the input ended early; nothing was written", dialogue);
    }
    if n_answers == 0 {
        dialogue.say("there is nothing to write");
        if sitting.next().is_none() {
            dialogue.say(&format!(
                "an answer that was wrong is changed by `actfile ask {} --again`, which asks for each again",
                asked.system
            ));
        }
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
    if !asked.yes {
        match dialogue.agrees(&format!("write {answers} to {file}? [Y/n] ")) {
            Some(true) => {}
            Some(false) => {
                dialogue.say("nothing was written");
                return Ok(Exit::Done);
            }
            None => return give_up(sitting, "nobody said yes; nothing was written", dialogue),
        }
    }
    replace(&global.project, &edited.path, &edited.sha256, &edited.bytes())?;
    dialogue.terminal.say(&format!("{file}: {answers} written"));
    Ok(Exit::Done)
}

fn tell_answers(sitting: &Sitting, dialogue: &Dialogue<'_>) -> usize {
    let said = sitting.said();
    if !said.is_empty() {
        dialogue.say("");
    }
    for (field, _, saying) in &said {
        dialogue.say(&format!("  {field}: {}", wording::said(saying)));
    }
    if sitting.has_unwritten_points() {
        dialogue.say("what was said about uses is not written: an area was left open, and a list that is given is complete");
    }
    if sitting.given().next().is_some() {
        dialogue.say(&wording::stands(sitting));
    }
    said.len()
}

/// Prints the answers for pasting where they are not written, so that nobody has to give them again.
fn give_up(sitting: &Sitting, why: &str, dialogue: &Dialogue<'_>) -> Result<Exit, Failure> {
    let answers = lines(sitting);
    match answers.is_empty() {
        true => dialogue.say(why),
        false => dialogue.say(&format!("{why}; these lines say what was answered:")),
    }
    for (field, value) in answers {
        dialogue
            .terminal
            .result(&format!("{}: {}\n", visible(&field), visible(&value)))?;
    }
    Ok(Exit::Refused)
}
