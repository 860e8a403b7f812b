//! Amounts of money: decimal numbers without a currency, exact to a millionth, never a floating-point number.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// An amount in millionths of a unit of currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(pub u64);

const MICROS: u64 = 1_000_000;
const N_DECIMALS: usize = 6;

impl Amount {
    /// Returns the sum of two.
    #[must_use]
    pub fn plus(self, more: Self) -> Self {
        Self(self.0.saturating_add(more.0))
    }

    /// Returns the amount of so many parts of a unit, to the nearest millionth; nothing for what is no amount.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked"
    )]
    pub fn of_parts(n_parts: f64, micros_in_part: f64) -> Self {
        const LARGEST: f64 = 9.0e18;
        let micros = n_parts * micros_in_part;
        Self(if (0.0..LARGEST).contains(&micros) {
            micros.round() as u64
        } else {
            0
        })
    }
}

impl fmt::Display for Amount {
    /// Prints two decimals, and more where they say something.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = format!("{:06}", self.0 % MICROS);
        let n_kept = decimals.trim_end_matches('0').len().max(2);
        write!(f, "{}.{}", self.0 / MICROS, &decimals[..n_kept])
    }
}

impl FromStr for Amount {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || {
            format!(
                "`{text}` is no amount; write digits with at most {N_DECIMALS} decimals, such as `\"12.33\"`"
            )
        };
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !is_digits(decimals) || decimals.len() > N_DECIMALS {
            return Err(refused());
        }
        let micros = format!("{decimals:0<N_DECIMALS$}").parse::<u64>().ok();
        let whole = whole
            .parse::<u64>()
            .ok()
            .and_then(|units| units.checked_mul(MICROS));
        let sum = whole
            .zip(micros)
            .and_then(|(whole, micros)| whole.checked_add(micros));
        sum.map(Self).ok_or_else(refused)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "number"],
            "pattern": "^[0-9]+(\\.[0-9]{1,6})?$",
            "minimum": 0,
            "description": "A sum of money: digits with at most six decimals.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_read_and_print_without_loss() {
        for (text, printed) in [
            ("12.33", Some("12.33")),
            ("0", Some("0.00")),
            ("7.1", Some("7.10")),
        ] {
            let read = text.parse::<Amount>().ok().map(|amount| amount.to_string());
            assert_eq!(read.as_deref(), printed, "{text}");
        }
        for text in [
            "",
            "-1",
            "1,5",
            ".5",
            "1.",
            "1e3",
            "0.0000001",
            "99999999999999999999",
            "1.2.3",
            "+1",
        ] {
            assert!(text.parse::<Amount>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_as_the_same_amount(micros in any::<u64>()) {
            prop_assert_eq!(Amount(micros).to_string().parse(), Ok(Amount(micros)));
        }
    }
}
