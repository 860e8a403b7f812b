//! Text becomes text of HTML: what would be markup is written as a reference. The same escape holds for text and for
//! attributes between double quotes, in HTML and in XML, so that nobody has to know where a text will stand.

/// Returns the text as text, without the characters that neither HTML nor XML has a place for.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

/// Adds a text as text.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push('\n'),
            _ if is_nowhere(c) => {}
            _ if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
}

// Noncharacters: XML refuses the last two of the first plane, and HTML calls all of them an error.
fn is_nowhere(c: char) -> bool {
    let code = u32::from(c);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}
