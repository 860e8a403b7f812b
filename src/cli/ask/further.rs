//! What is open when nothing more is asked: it is told, with the command that asks for it, and a person at a terminal can
//! go on at once. Whoever feeds lines into the program gets no question that those lines do not expect.

use crate::cli::args::{Ask, Global};
use crate::cli::ask::dialogue::Dialogue;
use crate::cli::next_step::option;
use actfile::ask::left::n_left;
use actfile::ask::role::is_left_open;
use actfile::ask::sitting::Sitting;
use std::io::{self, IsTerminal};

/// Says what is open when nothing is left to ask, and asks whether to go on with it; returns the sitting that does, with
/// all questions that are open and that the person did not leave.
pub(crate) fn further(
    asked: &Ask,
    global: &Global,
    sitting: &Sitting,
    dialogue: &mut Dialogue<'_>,
) -> Option<Sitting> {
    if sitting.next().is_some() {
        return None;
    }
    if sitting.is_confined() {
        tell_of_open_ones(asked, global, sitting, dialogue);
        return None;
    }
    let wider = sitting.widened();
    let whole = wider.clone().unskipped();
    if asked.all || whole.next().is_none() {
        return None;
    }
    let open = match (is_left_open(&whole), sitting.class().is_open()) {
        (true, _) => "it is still open whether we are its provider, by which class and duties can change",
        (false, false) => "what is still open cannot change the class, but duties and gaps can hang on it",
        // Who left a question, or answered that nobody knows, has left the class open with it.
        (false, true) => "duties and gaps can hang on what is still open",
    };
    dialogue.say(&format!(
        "{open}; `actfile ask {}{} --all` asks that too",
        asked.system,
        option(&global.project)
    ));
    goes_on(&wider, dialogue).then_some(wider)
}

/// Returns whether a person at a terminal wants to go on; whoever goes away without a word does not.
fn goes_on(wider: &Sitting, dialogue: &mut Dialogue<'_>) -> bool {
    let questions = match n_left(wider) {
        0 => return false,
        1 => "the open question".to_owned(),
        n_left => format!("the {n_left} open questions"),
    };
    let prompt = format!("go on with {questions}? [y/N] ");
    io::stdin().is_terminal() && dialogue.wants(&prompt) == Some(true)
}

/// Says that questions which were open before are open still, when only some answers were asked for again.
fn tell_of_open_ones(asked: &Ask, global: &Global, sitting: &Sitting, dialogue: &Dialogue<'_>) {
    let all = match (sitting.n_open(), sitting.class().open_questions.len()) {
        (0, 0) => return,
        (0, _) => " --all",
        (_, _) => "",
    };
    dialogue.say(&format!(
        "other questions are open; `actfile ask {}{}{all}` asks them",
        asked.system,
        option(&global.project)
    ));
}
