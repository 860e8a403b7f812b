//! The canonical form of a JSON document (RFC 8785): what a signature inside a document covers. White space, the order of
//! keys and the spelling of a text or number do not count in it. A number that a double-precision value does not hold
//! exactly is refused, because two such numbers that differ could have the same form (RFC 7493, 2.2).

use crate::sign::Refusal;
use crate::yaml::node::{Content, Entry, Node, Scalar};
use serde_json::{Map, Number, Value};

/// Returns the canonical form of an object.
pub(crate) fn canonical(members: &Map<String, Value>) -> Result<Vec<u8>, Refusal> {
    serde_json_canonicalizer::to_vec(members).map_err(|error| Refusal::NoCanonicalForm(error.to_string()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sbom::json::parse;
    use crate::source::FileId;
    use proptest::num::f64::NORMAL;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    fn form(members: &Map<String, Value>) -> String {
        String::from_utf8(canonical(members).unwrap()).unwrap()
    }

    fn read(text: &str) -> Result<Value, Refusal> {
        value(&parse(FileId(0), text).unwrap())
    }

    #[test]
    fn the_sample_of_the_specification_comes_out_as_it_says() {
        // RFC 8785, 3.2.2. One of its numbers is refused when it is to be signed, hence the other parser.
        let sample = r#"{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"#;
        assert_eq!(
            form(&serde_json::from_str(sample).unwrap()),
            r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
        );
    }

    #[test]
    fn keys_come_in_the_order_of_their_utf16_units() {
        // RFC 8785, 3.2.3: the key, and its rank.
        let sample =
            r#"{"\u20ac": 5, "\r": 1, "\ufb33": 7, "1": 2, "\ud83d\ude00": 6, "\u0080": 3, "\u00f6": 4}"#;
        assert_eq!(
            form(&serde_json::from_str(sample).unwrap()),
            "{\"\\r\":1,\"1\":2,\"\u{80}\":3,\"ö\":4,\"€\":5,\"😀\":6,\"\u{fb33}\":7}"
        );
    }

    #[test]
    fn numbers_are_written_as_the_specification_has_them() {
        // RFC 8785, appendix B: the bits of the value, and its form.
        for (bits, expected) in [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] {
            let number = Value::from(f64::from_bits(bits));
            let members = [("n".to_owned(), number)].into_iter().collect();
            assert_eq!(form(&members), format!("{{\"n\":{expected}}}"));
        }
    }

    #[test]
    fn a_number_that_programs_read_differently_is_refused() {
        for exact in [
            "0",
            "-0.0",
            "1250",
            "1250.0",
            "12.5e2",
            "0.30000000000000004",
            "9007199254740992",
            "1e21",
            "5e-324",
        ] {
            assert!(read(exact).is_ok(), "{exact}");
        }
        for inexact in [
            "9007199254740993",
            "0.30000000000000005",
            "333333333.33333329",
            "1e400",
            "1e-400",
            "18446744073709551615",
            "1e99999999999999999999",
        ] {
            assert_eq!(read(inexact), Err(Refusal::InexactNumber(inexact.to_owned())));
        }
    }

    proptest! {
        #[test]
        fn every_number_that_a_program_writes_is_taken(number in NORMAL, whole in any::<i32>()) {
            prop_assert_eq!(read(&Value::from(number).to_string()), Ok(Value::from(number)));
            prop_assert_eq!(read(&whole.to_string()), Ok(Value::from(f64::from(whole))));
        }
    }
}
