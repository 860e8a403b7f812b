//! How a typed line is understood: an answer in the form of the question, or a wish to skip, explain, go back or end.

use crate::ask::question::Question;
use crate::ask::vocabulary::{Choice, Form};
use crate::inventory::sayings::Saying;

/// What a line asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    /// This answer.
    Say(Saying),
    /// Leave the question open and write nothing.
    Skip,
    /// Tell more about the question.
    Explain,
    /// Return to the question before.
    Back,
    /// End here.
    Quit,
}

/// Returns what a line asks for.
///
/// # Errors
/// Says what can be typed when the line is none of it.
pub fn understood(question: &Question, line: &str) -> Result<Typed, String> {
    let line = line.trim().to_lowercase();
    match line.as_str() {
        "" => return Ok(Typed::Skip),
        "?" | "help" => return Ok(Typed::Explain),
        "b" | "back" => return Ok(Typed::Back),
        "q" | "quit" => return Ok(Typed::Quit),
        "u" | "unknown" => return Ok(Typed::Say(Saying::Unknown)),
        _ => {}
    }
    let said = match &question.form {
        Form::Several(_) if question.only_point().is_some() => {
            yes_or_no(&line).map(|said| listed(question, &said))
        }
        Form::YesNo => yes_or_no(&line),
        Form::One(choices) => one(choices, &line),
        Form::OneOrNone(_) if is_none(&line) => Some(Saying::Nothing),
        Form::OneOrNone(choices) => one(choices, &line),
        Form::Several(_) if is_none(&line) => Some(Saying::Terms(Vec::new())),
        Form::Several(choices) => several(choices, &line),
    };
    said.map(Typed::Say).ok_or_else(|| expected(question))
}

/// Returns what can be typed, in a few words.
pub fn expected(question: &Question) -> String {
    let answers = match &question.form {
        Form::YesNo => "y, n".to_owned(),
        Form::Several(_) if question.only_point().is_some() => "y, n".to_owned(),
        Form::One(choices) => format!("a number from 1 to {}", choices.len()),
        Form::OneOrNone(choices) => format!("a number from 0 to {}", choices.len()),
        Form::Several(choices) => format!("numbers from 1 to {}, or 0", choices.len()),
    };
    format!("{answers}, u (unknown), Enter (skip), ? (explain), b (back), q (quit)")
}

fn yes_or_no(line: &str) -> Option<Saying> {
    match line {
        "y" | "yes" => Some(Saying::Flag(true)),
        "n" | "no" => Some(Saying::Flag(false)),
        _ => None,
    }
}

/// Returns yes or no to the only open point of an area as a list.
fn listed(question: &Question, said: &Saying) -> Saying {
    let is_meant = said.flag() == Some(true);
    let point = question.only_point().filter(|_| is_meant);
    Saying::Terms(point.into_iter().map(|point| point.key).collect())
}

fn is_none(line: &str) -> bool {
    ["none", "n", "no", "0"].contains(&line)
}

fn one(choices: &[Choice], line: &str) -> Option<Saying> {
    let none = choices
        .iter()
        .find(|choice| choice.key == "none" && is_none(line));
    let chosen = none.or_else(|| chosen(choices, line))?;
    Some(Saying::Terms(vec![chosen.key]))
}

fn several(choices: &[Choice], line: &str) -> Option<Saying> {
    let words = line.split([',', ' ']).filter(|word| !word.is_empty());
    let mut keys: Vec<&'static str> = Vec::new();
    for word in words {
        let key = chosen(choices, word)?.key;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Some(Saying::Terms(keys))
}

/// Returns the term with a number or, where it is more than one letter, with its own name.
fn chosen<'c>(choices: &'c [Choice], word: &str) -> Option<&'c Choice> {
    let by_number = word
        .parse::<usize>()
        .ok()
        .and_then(|number| number.checked_sub(1));
    match by_number {
        Some(at) => choices.get(at),
        None => choices
            .iter()
            .find(|choice| choice.key.len() > 1 && choice.key.eq_ignore_ascii_case(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::fact::Fact;
    use crate::law::terms::AnnexArea;

    #[test]
    fn a_line_is_an_answer_or_a_wish() {
        use Saying::{Flag, Nothing, Terms};
        let flag = Question::about(Fact::Profiling);
        let section = Question::about(Fact::AnnexISectionA);
        let area = Question::about(Fact::WorkOrEducation);
        let technique = Question::about(Fact::ManipulativeTechnique);
        let points = Question::area(AnnexArea::Employment, vec![Fact::Point4a, Fact::Point4b]);
        let point = Question::area(AnnexArea::Infrastructure, vec![Fact::Point2]);
        for (question, line, expected) in [
            (&flag, "Y", Some(Typed::Say(Flag(true)))),
            (&flag, " no ", Some(Typed::Say(Flag(false)))),
            (&flag, "", Some(Typed::Skip)),
            (&flag, "?", Some(Typed::Explain)),
            (&flag, "b", Some(Typed::Back)),
            (&flag, "QUIT", Some(Typed::Quit)),
            (&flag, "u", Some(Typed::Say(Saying::Unknown))),
            (&flag, "1", None),
            (&flag, "yes please", None),
            (&section, "2", Some(Typed::Say(Terms(vec!["B"])))),
            (&section, "b", Some(Typed::Back)),
            (&section, "none", Some(Typed::Say(Nothing))),
            (&section, "3", None),
            (&area, "workplace", Some(Typed::Say(Terms(vec!["workplace"])))),
            (&area, "none", None),
            (&technique, "n", Some(Typed::Say(Terms(vec!["none"])))),
            (&points, "1, 2", Some(Typed::Say(Terms(vec!["4(a)", "4(b)"])))),
            (&points, "4(B)", Some(Typed::Say(Terms(vec!["4(b)"])))),
            (&points, "2 2", Some(Typed::Say(Terms(vec!["4(b)"])))),
            (&points, "none", Some(Typed::Say(Terms(vec![])))),
            (&points, "1 9", None),
            (&point, "y", Some(Typed::Say(Terms(vec!["2"])))),
            (&point, "n", Some(Typed::Say(Terms(vec![])))),
            (&point, "2", None),
        ] {
            assert_eq!(understood(question, line).ok(), expected, "{line}");
        }
    }
}
