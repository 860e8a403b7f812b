//! Names that look like the name of another record and are spelled with other characters, as an impostor would be: a
//! Cyrillic letter in the place of a Latin one, or a character that cannot be seen. Two names are compared by their
//! skeletons (Unicode TS 39, section 4), for the alphabets that share shapes with ours. A name in another script that
//! looks like no other is nobody's business here.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::id::Id;
use crate::inventory::kind::AnyRecord;
use crate::source::Spanned;
use std::collections::BTreeMap;

/// Letters of other alphabets and the Latin letters of the same shape, from the table of confusable characters of
/// Unicode TS 39.
const SHAPES: &[(&str, &str)] = &[
    // Cyrillic.
    ("аеорсухіјѕһԛԝԁӏ", "aeopcyxijshqwdl"),
    ("АВЕКМНОРСТУХІЈЅԚԜӀ", "ABEKMHOPCTYXIJSQWl"),
    // Greek.
    ("αγινορυ", "ayivopu"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    // Latin letters that pass for others, hyphens and spaces.
    (
        "ıɡɑ\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}\u{a0}\u{2007}\u{202f}",
        "iga-----   ",
    ),
];

/// Reports every name that looks like an earlier one and is not the same.
pub(crate) fn check(records: &[AnyRecord], findings: &mut Diagnostics) {
    let mut seen: BTreeMap<String, (&Id, &Spanned<String>)> = BTreeMap::new();
    for record in records {
        let Some(name) = record.head().name.said() else {
            continue;
        };
        let id = &record.id().value;
        let (first_id, first) = *seen.entry(skeleton(&name.value)).or_insert((id, name));
        if first.value != name.value {
            findings.add(lookalike(name, first_id, first));
        }
    }
}

fn lookalike(name: &Spanned<String>, first_id: &Id, first: &Spanned<String>) -> Diagnostic {
    let says = format!("the name looks like that of `{first_id}` and is spelled with other characters");
    let unlike = [&name.value, &first.value].map(|text| text.chars().find(|char| !is_plain(*char)));
    let odd = unlike.into_iter().flatten().next().map_or(0, u32::from);
    Diagnostic::at(Code::LookalikeName, name.span, says, "this name")
        .and_at(first.span, "looks the same")
        .help(format!(
            "U+{odd:04X} is the first character that is not what it looks like; spell both names alike, or so that a \
             reader can tell them apart"
        ))
}

fn is_plain(char: char) -> bool {
    shape(char) == Some(char)
}

/// Returns a name as it looks.
fn skeleton(name: &str) -> String {
    name.chars().filter_map(shape).collect()
}

/// Returns the plain character that a character looks like; nothing where it cannot be seen.
fn shape(char: char) -> Option<char> {
    match char {
        // Nearly all characters, and every one of every name is asked.
        ' '..='~' => Some(char),
        '\u{ad}'
        | '\u{115f}'..='\u{1160}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2064}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' => None,
        // The wide forms of the printable characters of ASCII stand in their order.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0),
        _ => {
            let of =
                |(theirs, ours): &(&str, &str)| ours.chars().nth(theirs.chars().position(|it| it == char)?);
            Some(SHAPES.iter().find_map(of).unwrap_or(char))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_pairs_every_letter() {
        for (theirs, ours) in SHAPES {
            assert_eq!(theirs.chars().count(), ours.chars().count(), "{theirs}");
        }
    }

    #[test]
    fn names_that_look_alike_have_one_skeleton() {
        for (name, alike) in [
            ("Сlaude Code", "Claude Code"),
            ("Clаude\u{200b} Code", "Claude Code"),
            ("Ａssistant", "Assistant"),
            ("ΑΒΕ", "ABE"),
            ("co\u{2011}pilot", "co-pilot"),
            ("сору", "copy"),
        ] {
            assert_eq!(skeleton(name), skeleton(alike), "{name}");
        }
        for (name, other) in [
            ("Größe", "Grosse"),
            ("Помощник", "Assistant"),
            ("Claude", "claude"),
            ("β-VAE", "B-VAE"),
            ("日本", "日木"),
        ] {
            assert_ne!(skeleton(name), skeleton(other), "{name}");
        }
    }
}
