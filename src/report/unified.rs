//! The difference between two texts in the unified form that `diff -u` prints and `patch` reads. Knows nothing of what
//! the texts say.

use similar::TextDiff;

/// Returns the difference, empty when there is none. `name` is the file as it is to be named.
pub fn unified(name: &str, before: &str, after: &str) -> String {
    let difference = TextDiff::from_lines(before, after);
    let told = difference.unified_diff().header(name, name).to_string();
    if before == after { String::new() } else { told }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_the_file_and_shows_the_end_without_a_line_feed() {
        let expected = "--- x\n+++ x\n@@ -1,2 +1,3 @@\n a\n-b\n+B\n+c\n\\ No newline at end of file\n";
        assert_eq!(unified("x", "a\nb\n", "a\nB\nc"), expected);
        assert_eq!(unified("x", "a\n", "a\n"), "");
    }
}
