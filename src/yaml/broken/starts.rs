//! Texts that begin with a sign which means something else in YAML, such as `@`, `%` or a backtick.

use crate::diag::Diagnostic;
use crate::yaml::broken::stop::Stop;

/// Signs with which no text begins that stands without quotation marks (YAML 1.2, 5.3).
const SIGNS: &str = "@`%*&!|>,?:-#";

/// Those of them with which no key begins either, and no item of a list.
pub(crate) const FOREIGN: &[char] = &['@', '`', '%', '*', '&', '!', '|', '>', ','];

/// Returns the finding about the sign at which reading stopped, if it is one of these.
pub(crate) fn told(stop: Stop<'_>) -> Option<Diagnostic> {
    let is_sign = stop.next().is_some_and(|next| SIGNS.contains(next));
    is_sign.then(|| with_sign(stop))
}

/// Returns the finding about a text that begins with a sign where reading stopped.
pub(crate) fn with_sign(stop: Stop<'_>) -> Diagnostic {
    let sign = stop.next().unwrap_or_default();
    let text = stop.at..stop.at + text_at(stop).len();
    let named = match sign {
        '`' => "a backtick".to_owned(),
        sign => format!("`{sign}`"),
    };
    let finding = stop.finding(
        stop.character(stop.at),
        format!("a text begins with {named}"),
        "means something else in YAML",
    );
    let finding = finding.help(match stop.in_quotes(text) {
        Some(example) => format!("put the text into quotation marks: `{example}`"),
        None => "put the text into quotation marks".to_owned(),
    });
    match stop.text[stop.at..].starts_with("* ") {
        true => finding.help("items of a list begin with a dash and a space: `- one`"),
        false => finding.help("or delete the sign, if it only marks the text"),
    }
}

/// Returns the text that was meant: up to the end of the line, or of the item between brackets.
fn text_at(stop: Stop<'_>) -> &str {
    let rest = stop.rest_of_line(stop.at);
    let line = stop.line();
    let is_in_brackets = stop.text[line.start..stop.at].contains(['[', '{']);
    match is_in_brackets {
        true => rest.split([',', ']', '}']).next().unwrap_or_default().trim_end(),
        false => rest,
    }
}
