//! The last touch on a filled template: conditions and loops leave blank lines and blanks behind, which go here, so
//! that templates may be laid out for the eye. Lines inside fenced code stay as they are.

/// Returns the page with LF line ends, no blanks at line ends, single blank lines and one line end at the end.
pub(crate) fn tidy(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut fence: Option<&str> = None;
    let mut is_after_text = false;
    for line in page.lines() {
        if fence.is_some() {
            out.push_str(line);
        } else if !line.trim_end().is_empty() {
            out.push_str(line.trim_end());
        } else if !is_after_text {
            continue;
        }
        out.push('\n');
        is_after_text = !line.trim_end().is_empty();
        fence = match fence {
            Some(open) => (!closes(line, open)).then_some(open),
            None => opening_fence(line),
        };
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Returns the run of backticks or tildes that opens fenced code on this line.
fn opening_fence(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(' ');
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let run = &text[..text.len() - text.trim_start_matches(mark).len()];
    let is_indented_code = line.len() - text.len() > 3;
    // A backtick after the run makes it a code span within a paragraph.
    let is_span = mark == '`' && text[run.len()..].contains('`');
    (run.len() >= 3 && !is_indented_code && !is_span).then_some(run)
}

fn closes(line: &str, open: &str) -> bool {
    let text = line.trim();
    text.starts_with(open) && text.chars().all(|c| open.starts_with(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_collapse_and_line_ends_are_clean() {
        for (page, expected) in [
            ("", "\n"),
            ("\n\n# a  \r\n\n\n\nb\t\n\n", "# a\n\nb\n"),
            ("| a |\n|---|\n| b |", "| a |\n|---|\n| b |\n"),
            ("a\n   \n \nb", "a\n\nb\n"),
        ] {
            assert_eq!(tidy(page), expected);
        }
    }

    #[test]
    fn fenced_code_is_left_alone() {
        let page = "a\n\n\n```yaml\nb:  \n\n\n\nc: 1\n```\n\n\nd\n";
        assert_eq!(tidy(page), "a\n\n```yaml\nb:  \n\n\n\nc: 1\n```\n\nd\n");
        assert_eq!(tidy("````\n```\n\n\n````\n\n\nx"), "````\n```\n\n\n````\n\nx\n");
    }
}
