//! Texts that begin with a sign which means something else in YAML, such as `@`, `%` or a backtick.

use crate::diag::Diagnostic;
use crate::yaml::broken::stop::Stop;

/// Signs with which no text begins that stands without quotation marks (YAML 1.2, 5.3).
const SIGNS: &str = "@`%*&!|>,?:-#";

/// Returns the finding about the sign at which reading stopped, if it is one of these.
pub(crate) fn told(stop: Stop<'_>) -> Option<Diagnostic> {
    let sign = stop.next().filter(|next| SIGNS.contains(*next))?;
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
    Some(finding.help(match stop.in_quotes(text) {
        Some(example) => format!("put the text into quotation marks: `{example}`"),
        None => "put the text into quotation marks".to_owned(),
    }))
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
