//! How a typed line is understood: an answer in the form of the question, or a wish to skip, explain, go back or end. A
//! line that could mean two things is not guessed at.

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
/// Says why the line is no answer, and what can be typed.
pub fn understood(question: &Question, line: &str) -> Result<Typed, String> {
    let line = line.trim().to_lowercase();
    if let Some(doubt) = doubt(question, &line) {
        return Err(format!("{doubt}; type {}", expected(question)));
    }
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
    said.map(Typed::Say)
        .ok_or_else(|| format!("`{line}` is no answer here; type {}", expected(question)))
}

/// Returns what a line could mean where it could mean two things.
fn doubt(question: &Question, line: &str) -> Option<String> {
    let choices = question.form.choices();
    let is_list = !choices.is_empty() && question.only_point().is_none();
    let choice = choices
        .iter()
        .position(|choice| choice.key.eq_ignore_ascii_case(line));
    match (is_list, line, choice) {
        (true, "n" | "no", _) => Some(format!(
            "`{line}` could mean that none of these holds, or that one of them does not"
        )),
        (true, "y" | "yes", _) => Some(format!("`{line}` does not say which of these holds")),
        (true, "b", Some(at)) => Some(format!(
            "`{line}` could mean number {}, or the question before (`back`)",
            at + 1
        )),
        (true | false, _, _) => None,
    }
}

/// Returns what can be typed, in a few words.
pub fn expected(question: &Question) -> String {
    let answers = match &question.form {
        Form::YesNo => "y, n".to_owned(),
        Form::Several(_) if question.only_point().is_some() => "y, n".to_owned(),
        Form::One(choices) => format!("one number from 1 to {}", choices.len()),
        Form::OneOrNone(choices) => format!("one number from 1 to {}, or 0 for none of these", choices.len()),
        Form::Several(choices) => format!(
            "one number from 1 to {0} or several such as `1 {0}`, or 0 for none of these",
            choices.len()
        ),
    };
    format!("{answers}, u (unknown), Enter (skip), ? (explain), b (back), q (quit)")
}

fn is_name(choice: &Choice, word: &str) -> bool {
    choice.key.eq_ignore_ascii_case(word) || choice.words.eq_ignore_ascii_case(word)
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
    ["none", "0"].contains(&line)
}

fn one(choices: &[Choice], line: &str) -> Option<Saying> {
    let none = choices
        .iter()
        .find(|choice| choice.key == "none" && is_none(line));
    let chosen = none.or_else(|| chosen(choices, line))?;
    Some(Saying::Terms(vec![chosen.key]))
}

fn several(choices: &[Choice], line: &str) -> Option<Saying> {
    if let Some(named) = choices.iter().find(|choice| is_name(choice, line)) {
        return Some(Saying::Terms(vec![named.key]));
    }
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

/// Returns the term with a number or, where it is more than one letter, with its own name or words.
fn chosen<'c>(choices: &'c [Choice], word: &str) -> Option<&'c Choice> {
    let by_number = word
        .parse::<usize>()
        .ok()
        .and_then(|number| number.checked_sub(1));
    match by_number {
        Some(at) => choices.get(at),
        None => choices
            .iter()
            .find(|choice| choice.key.len() > 1 && is_name(choice, word)),
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
            // The section has a choice of that letter, and so it could mean two things.
            (&section, "b", None),
            (&section, "back", Some(Typed::Back)),
            (&section, "a", None),
            (&section, "n", None),
            (&section, "0", Some(Typed::Say(Nothing))),
            (&section, "none", Some(Typed::Say(Nothing))),
            (&section, "3", None),
            (&area, "workplace", Some(Typed::Say(Terms(vec!["workplace"])))),
            (&area, "none", None),
            (&technique, "none", Some(Typed::Say(Terms(vec!["none"])))),
            (&technique, "n", None),
            (&technique, "no", None),
            (&technique, "y", None),
            (&technique, "b", Some(Typed::Back)),
            (
                &technique,
                "Purposefully Manipulative",
                Some(Typed::Say(Terms(vec!["manipulative"]))),
            ),
            (&points, "1, 2", Some(Typed::Say(Terms(vec!["4(a)", "4(b)"])))),
            (&points, "4(B)", Some(Typed::Say(Terms(vec!["4(b)"])))),
            (&points, "2 2", Some(Typed::Say(Terms(vec!["4(b)"])))),
            (&points, "none", Some(Typed::Say(Terms(vec![])))),
            (&points, "n", None),
            (&points, "1 none", None),
            (&points, "0 1", None),
            (&points, "12", None),
            (&points, "1 9", None),
            (&point, "y", Some(Typed::Say(Terms(vec!["2"])))),
            (&point, "n", Some(Typed::Say(Terms(vec![])))),
            (&point, "2", None),
        ] {
            assert_eq!(understood(question, line).ok(), expected, "{line}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_told_with_what_can_be_typed() {
        for (fact, line, doubt, allowed) in [
            (
                Fact::ManipulativeTechnique,
                "n",
                "none of these holds",
                "one number from 1 to 4",
            ),
            (
                Fact::AnnexISectionA,
                "b",
                "could mean number 2, or the question before",
                "0 for none of these",
            ),
            (Fact::Profiling, "0", "`0` is no answer here", "y, n"),
        ] {
            let told = understood(&Question::about(fact), line).unwrap_err();
            assert!(told.contains(doubt) && told.contains(allowed), "{told}");
        }
    }

    #[test]
    fn no_choice_is_named_like_a_wish() {
        for fact in Fact::ALL {
            for choice in Question::about(*fact).form.choices() {
                let wish = ["help", "back", "quit", "unknown", "q", "u"];
                assert!(!wish.iter().any(|wish| is_name(choice, wish)), "{}", choice.key);
            }
        }
    }
}
