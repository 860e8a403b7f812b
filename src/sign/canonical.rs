//! The canonical form of a JSON document (RFC 8785): what a signature inside a document covers. White space, the order of
//! keys and the spelling of a text or number do not count in it. A number that a double-precision value does not hold
//! exactly is refused, because two such numbers that differ could have the same form (RFC 7493, 2.2).

use crate::sign::Refusal;
use crate::yaml::node::{Content, Entry, Node, Scalar};
use serde_json::{Map, Number, Value};

/// Returns the canonical form of a value.
pub(crate) fn canonical(value: &Value) -> Result<Vec<u8>, Refusal> {
    serde_json_canonicalizer::to_vec(value).map_err(|error| Refusal::NoCanonicalForm(error.to_string()))
}

/// Returns the value of a tree that was read from JSON; the reader has kept it shallow.
pub(crate) fn value(node: &Node) -> Result<Value, Refusal> {
    match &node.content {
        Content::Scalar(scalar) => word(scalar),
        Content::List(items) => items.iter().map(value).collect(),
        Content::Table(entries) => {
            let pair = |entry: &Entry| Ok((entry.key.value.clone(), value(&entry.value)?));
            let pairs: Result<Map<String, Value>, Refusal> = entries.iter().map(pair).collect();
            pairs.map(Value::Object)
        }
    }
}

fn word(scalar: &Scalar) -> Result<Value, Refusal> {
    if scalar.is_quoted {
        return Ok(Value::from(scalar.text.as_str()));
    }
    match scalar.text.as_str() {
        "null" => Ok(Value::Null),
        "true" => Ok(Value::Bool(true)),
        "false" => Ok(Value::Bool(false)),
        text => exact(text)
            .map(Value::Number)
            .ok_or_else(|| Refusal::InexactNumber(text.to_owned())),
    }
}

/// Returns a number whose shortest form says the same as the text.
fn exact(text: &str) -> Option<Number> {
    let read: f64 = text.parse().ok()?;
    let shortest = Decimal::of(&format!("{read:e}"))?;
    match Decimal::of(text)? == shortest {
        true => Number::from_f64(read),
        false => None,
    }
}

/// A decimal number without its sign: its digits from the first to the last that is not zero, and the power of ten by
/// which they count.
#[derive(PartialEq, Eq)]
struct Decimal {
    digits: String,
    power: i64,
}

impl Decimal {
    /// Reads a number that is JSON.
    fn of(text: &str) -> Option<Self> {
        let (number, power) = match text.split_once(['e', 'E']) {
            Some((number, power)) => (number, power.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let all = format!("{}{fraction}", whole.trim_start_matches('-'));
        let digits = all.trim_end_matches('0');
        let n_dropped = i64::try_from(all.len() - digits.len()).ok()?;
        let n_fraction = i64::try_from(fraction.len()).ok()?;
        let digits = digits.trim_start_matches('0').to_owned();
        let power = match digits.is_empty() {
            true => 0,
            false => power.checked_add(n_dropped)?.checked_sub(n_fraction)?,
        };
        Some(Self { digits, power })
    }
}
