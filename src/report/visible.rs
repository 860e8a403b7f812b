//! Text that is safe to show. Control characters could move the cursor or retitle a terminal, direction-changing
//! and invisible ones could make a message read as something else; each is shown by its number instead.

/// How much of a message, help line or path is shown, in characters.
pub const MESSAGE_LIMIT: usize = 500;
/// How much of a line of the user's text is shown, in characters.
pub(crate) const EXCERPT_LIMIT: usize = 200;

/// Returns text with every unsafe character shown by its number, cut after [`MESSAGE_LIMIT`] characters.
pub fn visible(text: &str) -> String {
    let mut shown = String::new();
    for (n_shown, char) in text.chars().enumerate() {
        if n_shown == MESSAGE_LIMIT {
            return shown + "...";
        }
        push_visible(&mut shown, char);
    }
    shown
}

/// Adds a character to a line, or its number where it is unsafe.
pub(crate) fn push_visible(line: &mut String, char: char) {
    match is_unsafe(char) {
        true => line.extend(char.escape_unicode()),
        false => line.push(char),
    }
}

/// Returns whether a character could move a cursor or make a text read as something else.
pub(crate) fn is_unsafe(char: char) -> bool {
    // Joiners (U+200C, U+200D) are ordinary letters' company in Persian, Hindi and emoji, and stay.
    let is_invisible = matches!(char,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}');
    is_invisible || char.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_characters_are_shown_by_number() {
        let cases = [
            ("plain äöü 你好 👩\u{200d}💻", "plain äöü 你好 👩\u{200d}💻"),
            ("\u{1b}]0;owned\u{7}", "\\u{1b}]0;owned\\u{7}"),
            ("a\u{202e}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
            ("a\nb\tc\u{85}", "a\\u{a}b\\u{9}c\\u{85}"),
            ("\u{e0041}\u{200b}", "\\u{e0041}\\u{200b}"),
        ];
        for (text, expected) in cases {
            assert_eq!(visible(text), expected);
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(visible(&"x".repeat(10_000)).chars().count(), MESSAGE_LIMIT + 3);
    }
}
