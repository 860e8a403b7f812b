//! Which blanks hold the words around them on one line: `Art. 50(2)`, `Annex III`, `point 4`, `§ 5`. A number without
//! the word before it says nothing. Says which, never where a line ends; where both do not fit, they are parted.

/// Words that belong to the number behind them, without the point and in small letters.
const WORDS: &str = "abs absatz allegato anexo anhang annex annexe art arts article articles articolo artikel artículo \
                     buchst buchstabe chapter chapitre kapitel letter lettre lit no nr nummer par para paragraph point \
                     points punkt punto recital satz § §§";

/// Returns whether what stands before a blank and what stands behind it belong on one line.
pub(crate) fn belong_together(before: &str, behind: &str) -> bool {
    is_number(behind) && is_followed_by_number(before)
}

// Digits, Roman digits, or a letter in brackets.
fn is_number(text: &str) -> bool {
    let inner = text.trim_start_matches('(');
    let n_bytes = inner.find(|c: char| !c.is_alphanumeric()).unwrap_or(inner.len());
    let (number, rest) = inner.split_at(n_bytes);
    match number.as_bytes() {
        [] => false,
        [b'0'..=b'9', ..] => true,
        [b'a'..=b'z'] => rest.starts_with(')'),
        letters => letters.iter().all(|letter| b"IVXLC".contains(letter)),
    }
}

fn is_followed_by_number(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(['(', '[', '“', '„', '«', '"', '‘']);
    let word = word.strip_suffix('.').unwrap_or(word).to_lowercase();
    WORDS.split(' ').any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_belongs_to_the_word_before_it() {
        for text in [
            "Art. 50(2)",
            "see (Article 6(2),",
            "Annex III,",
            "Annexes of Annex I.",
            "point 4",
            "point (a)",
            "point b)",
            "§ 5",
            "Abs. 2",
            "par. 2",
            "Anhang III Nummer 4",
            "artículo 50",
        ] {
            let (before, behind) = text.rsplit_once(' ').unwrap();
            assert!(belong_together(before, behind), "{text}");
        }
    }

    #[test]
    fn other_words_may_be_parted() {
        for (before, behind) in [
            ("in", "2026"),
            ("the point", "is"),
            ("point", "In"),
            ("Annex", "Ix"),
            ("art", "history"),
            ("smart", "5"),
            ("", "5"),
            ("article", ""),
        ] {
            assert!(!belong_together(before, behind), "{before} {behind}");
        }
    }
}
