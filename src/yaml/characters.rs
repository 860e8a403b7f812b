//! Characters that no inventory text may hold: controls, which can forge what a terminal or page shows, and
//! invisible direction or tag characters, which make a text read otherwise than it is (Unicode TR 36 and 39).

/// Returns the name of the family of forbidden characters that a character belongs to.
pub(crate) fn forbidden(character: char) -> Option<&'static str> {
    match character {
        // Nearly all characters, and every one of every text is asked.
        ' '..='~' | '\t' | '\n' | '\r' => None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some("a control character"),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("a direction-changing character")
        }
        '\u{2028}' | '\u{2029}' => Some("a line or paragraph separator"),
        '\u{feff}' => Some("a byte order mark inside the text"),
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Some("an invisible tag character"),
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => Some("a character that Unicode reserves"),
        _ => None,
    }
}
