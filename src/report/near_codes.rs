//! Which gaps may be meant by a code that is none: `LIT-01`, `OVS010`. The letters and the number count, and not how many
//! zeros or hyphens stand between. Tells nothing of findings, whose codes `diag` knows.

use crate::law::gaps;
use crate::report::evidence_checks;

/// How many codes are told.
const MOST: usize = 3;
/// How many letters or digits of a code may be others.
const MOST_OTHERS: usize = 1;

/// Returns the codes of gaps and checks that come near to what was typed, the nearest first; none when none is near.
pub fn near(typed: &str) -> Vec<&'static str> {
    let Some(typed) = parts(typed) else {
        return Vec::new();
    };
    let known = gaps::ALL.iter().map(|gap| gap.code).chain(evidence_checks::ids());
    let known: Vec<(&str, (String, u32))> = known.filter_map(|code| Some((code, parts(code)?))).collect();
    let same = known.iter().filter(|(_, parts)| *parts == typed);
    let same: Vec<&str> = same.map(|(code, _)| *code).collect();
    if !same.is_empty() {
        return same;
    }
    let distance = |(letters, number): &(String, u32)| {
        let number = strsim::damerau_levenshtein(&format!("{number:03}"), &format!("{:03}", typed.1));
        strsim::damerau_levenshtein(letters, &typed.0) + number
    };
    let near = known.iter().map(|(code, parts)| (distance(parts), *code));
    let mut near: Vec<(usize, &str)> = near.filter(|(distance, _)| *distance <= MOST_OTHERS).collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(MOST).map(|(_, code)| code).collect()
}

/// Returns the letters and the number of a code; nothing for what has not the form of one.
fn parts(code: &str) -> Option<(String, u32)> {
    const MOST_LETTERS: usize = 4;
    const MOST_DIGITS: usize = 5;
    let n_letters = code.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, rest) = code.split_at_checked(n_letters)?;
    let digits = rest.trim_start_matches(['-', ' ', '_', '.']);
    let is_code = (2..=MOST_LETTERS).contains(&n_letters) && digits.len() <= MOST_DIGITS;
    let number = digits.parse().ok().filter(|_| is_code)?;
    Some((letters.to_ascii_uppercase(), number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_a_gap_is_found_without_its_zeros_and_hyphens() {
        for (typed, expected) in [
            ("LIT-01", "LIT-001"),
            ("lit1", "LIT-001"),
            ("OVS010", "OVS-010"),
            ("OVS-10", "OVS-010"),
            ("INV 032", "INV-032"),
            ("EVD-6", "EVD-006"),
            ("weather", ""),
            ("LIT", ""),
            ("XYZ-777", ""),
            ("art-50", ""),
            ("", ""),
        ] {
            assert_eq!(near(typed).join(" "), expected, "{typed}");
        }
    }

    #[test]
    fn one_wrong_letter_leads_to_codes_that_are_there() {
        let near = near("LTI-001");
        assert!(near.contains(&"LIT-001"), "{near:?}");
    }
}
