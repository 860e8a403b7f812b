//! The dialogue of `actfile ask`: shows questions, takes lines, and asks whether to write. What a line means, and what
//! there is to ask, is decided in the library; what becomes of the answers, in `cli::ask`.

use crate::cli::args::{Ask, role};
use crate::cli::ask::input::{End, Heard, Input};
use crate::cli::terminal::Terminal;
use actfile::ask::explained::explained;
use actfile::ask::question::Question;
use actfile::ask::reply::{Typed, expected, understood};
use actfile::ask::sitting::{Reply, Sitting};
use actfile::ask::wording;
use actfile::inventory::sayings::Saying;
use actfile::report::visible::visible;

/// The person at the other end: lines in, text out.
pub(crate) struct Dialogue<'t> {
    /// Where the text goes.
    pub(crate) terminal: &'t Terminal,
    /// Where the lines come from.
    pub(crate) input: Input,
    /// How the input was last ended, if it was.
    pub(crate) end: Option<End>,
}

impl Dialogue<'_> {
    /// Says one line.
    pub(crate) fn say(&self, line: &str) {
        self.terminal.tell(&format!("{}\n", visible(line)));
    }

    /// Returns the next line; nothing when the person wants to stop, or the input has ended.
    fn line(&mut self, prompt: &str) -> Option<String> {
        let end = loop {
            self.terminal.tell(prompt);
            match self.input.next() {
                Heard::Line(line) => return Some(line),
                Heard::TooLong => self.say("   this line is too long to be an answer; it was passed over"),
                Heard::End(end) => break end,
            }
        };
        self.end = Some(end);
        // No end breaks the line.
        self.terminal.tell("\n");
        None
    }

    /// Returns the role that answers.
    pub(crate) fn role(&mut self) -> Option<String> {
        loop {
            let line = self.line("who answers? a role, such as `Head of Engineering`: ")?;
            match role(&line) {
                Ok(role) => return Some(role),
                Err(why) => self.say(&why),
            }
        }
    }

    /// Asks until nothing is left to ask, the person wants to end, or the input ends.
    pub(crate) fn hold(&mut self, mut sitting: Sitting, asked: &Ask) -> Sitting {
        let mut again: Option<Question> = None;
        let mut is_first = sitting.given().next().is_none();
        while let Some(question) = again.take().or_else(|| sitting.next()) {
            let number = sitting.given().count() + 1;
            self.terminal.tell(&wording::asked(&sitting, &question, number));
            if is_first {
                self.terminal.tell(&first_hint(&sitting, &question, asked));
                is_first = false;
            }
            match self.reply(&sitting, &question) {
                Some(Typed::Say(saying)) => {
                    again = self.take(&mut sitting, question, saying);
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

    /// Takes an answer and tells what is known then; returns the question that is to be asked at once again.
    fn take(&self, sitting: &mut Sitting, question: Question, saying: Saying) -> Option<Question> {
        let before = sitting.clone();
        match sitting.take(question.clone(), Reply::Said(saying)) {
            Ok(()) => {
                let known = wording::known_now(&before, sitting, &question);
                self.say(&format!("   {known}"));
                None
            }
            Err(why) => {
                self.say(&format!("   this cannot be written: {why}"));
                if sitting.postpone(&question) {
                    self.say("   it is asked once more after the others");
                    return None;
                }
                self.say(
                    "   if it is right, the other answer is wrong: b leads back to what was answered here, and the option \
                     --again asks again for what is on record",
                );
                Some(question)
            }
        }
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

    /// Returns whether the person agrees, as Enter alone does; nothing when they go away without a word.
    pub(crate) fn agrees(&mut self, prompt: &str) -> Option<bool> {
        self.yes_or_no(prompt, true)
    }

    /// Returns whether the person wants something that Enter alone does not ask for.
    pub(crate) fn wants(&mut self, prompt: &str) -> Option<bool> {
        self.yes_or_no(prompt, false)
    }

    fn yes_or_no(&mut self, prompt: &str, enter: bool) -> Option<bool> {
        loop {
            match self.line(prompt)?.to_lowercase().as_str() {
                "" => return Some(enter),
                "y" | "yes" => return Some(true),
                "n" | "no" => return Some(false),
                _ => self.say("type y or n"),
            }
        }
    }
}

/// Returns what is told once, below the first question.
fn first_hint(sitting: &Sitting, question: &Question, asked: &Ask) -> String {
    let why = match sitting.is_again(question) || sitting.n_open() == 0 {
        true => "",
        false => {
            "   It comes first because its answers settle most; one answer can settle several questions.\n"
        }
    };
    let end = match (asked.dry_run, asked.yes) {
        (true, _) => "Nothing is written; q and Ctrl-C end, and what would change is printed.",
        (false, true) => "q writes what was answered, without asking; Ctrl-C writes nothing.",
        (false, false) => "Nothing is written before you say yes at the end; q and Ctrl-C lead there.",
    };
    format!("   [{}]\n{why}   {end}\n", expected(question))
}
