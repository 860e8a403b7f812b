//! The difference between two texts in the unified form that `diff -u` prints and `patch` reads. Compares line by line,
//! from each difference to the nearest place where both go on alike; what comes out leads from one text to the other,
//! and need not be the shortest way. Knows nothing of what the texts say.

/// How many unchanged lines are shown around a change.
const CONTEXT: usize = 3;

/// One line of the difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// In both texts, at these places.
    Same(usize, usize),
    /// In the first text alone; the second is at this place.
    Gone(usize, usize),
    /// In the second text alone; the first is at this place.
    New(usize, usize),
}

/// Returns the difference, empty when there is none. `name` is the file as it is to be named.
pub fn unified(name: &str, before: &str, after: &str) -> String {
    let (before, after) = (lines(before), lines(after));
    let script = script(&before, &after);
    let mut told = String::new();
    for hunk in hunks(&script) {
        if told.is_empty() {
            told = format!("--- {name}\n+++ {name}\n");
        }
        told.push_str(&header(hunk));
        for line in hunk {
            let (mark, text) = match line {
                Line::Same(at, _) => (' ', before[*at]),
                Line::Gone(at, _) => ('-', before[*at]),
                Line::New(_, at) => ('+', after[*at]),
            };
            told.push(mark);
            told.push_str(text);
            if !text.ends_with('\n') {
                told.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    told
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Returns the ranges of the script that are shown: changes with their surroundings, overlapping ones as one.
fn hunks(script: &[Line]) -> Vec<&[Line]> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (at, line) in script.iter().enumerate() {
        if matches!(line, Line::Same(..)) {
            continue;
        }
        let (from, to) = (at.saturating_sub(CONTEXT), (at + 1 + CONTEXT).min(script.len()));
        match ranges.last_mut() {
            Some(last) if from <= last.1 => last.1 = to,
            Some(_) | None => ranges.push((from, to)),
        }
    }
    ranges.into_iter().map(|(from, to)| &script[from..to]).collect()
}

fn header(hunk: &[Line]) -> String {
    let (first, second) = match hunk.first() {
        Some(Line::Same(first, second) | Line::Gone(first, second) | Line::New(first, second)) => {
            (*first, *second)
        }
        None => (0, 0),
    };
    let n_first = hunk.iter().filter(|line| !matches!(line, Line::New(..))).count();
    let n_second = hunk.iter().filter(|line| !matches!(line, Line::Gone(..))).count();
    // An empty range is named by the line before it.
    let begins = |at: usize, n: usize| if n == 0 { at } else { at + 1 };
    format!(
        "@@ -{},{n_first} +{},{n_second} @@\n",
        begins(first, n_first),
        begins(second, n_second)
    )
}

/// Returns a way from one list of lines to the other: from each difference on to the nearest place where both go on
/// alike. Meant for texts that differ in a few lines.
fn script(before: &[&str], after: &[&str]) -> Vec<Line> {
    let (mut x, mut y) = (0, 0);
    let mut script = Vec::new();
    while x < before.len() || y < after.len() {
        let (n_gone, n_new) = apart(&before[x..], &after[y..]);
        script.extend((0..n_gone).map(|at| Line::Gone(x + at, y)));
        x += n_gone;
        script.extend((0..n_new).map(|at| Line::New(x, y + at)));
        y += n_new;
        if x < before.len() && y < after.len() {
            script.push(Line::Same(x, y));
            (x, y) = (x + 1, y + 1);
        }
    }
    script
}

/// Returns how many lines of either text are passed over before both go on alike.
fn apart(before: &[&str], after: &[&str]) -> (usize, usize) {
    for n_apart in 0..before.len() + after.len() {
        for n_gone in 0..=n_apart.min(before.len()) {
            let n_new = n_apart - n_gone;
            let both = before.get(n_gone).zip(after.get(n_new));
            if both.is_some_and(|(one, other)| one == other) {
                return (n_gone, n_new);
            }
        }
    }
    (before.len(), after.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn changes_are_shown_with_their_surroundings() {
        let before = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n";
        let after = "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl";
        let expected = "--- x\n+++ x\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n e\n@@ -9,3 +9,4 @@\n i\n j\n k\n+l\n\\ No newline at \
                        end of file\n";
        assert_eq!(unified("x", before, after), expected);
        assert_eq!(unified("x", before, before), "");
        assert_eq!(unified("x", "", "a\n"), "--- x\n+++ x\n@@ -0,0 +1,1 @@\n+a\n");
    }

    /// Carries out a difference, as `patch` does.
    fn patched(before: &str, difference: &str) -> String {
        let before = lines(before);
        let (mut at, mut out) = (0, String::new());
        for line in lines(difference).iter().skip(2) {
            let (mark, text) = line.split_at(1);
            match mark {
                "@" => {
                    let range = line.split(['-', ' ', ',']).nth(2).unwrap();
                    let n_before = line.split([',', ' ']).nth(2).unwrap();
                    let begins = range.parse::<usize>().unwrap() - usize::from(n_before != "0");
                    out.push_str(&before[at..begins].concat());
                    at = begins;
                }
                "+" => out.push_str(text),
                "-" => at += 1,
                _ => {
                    assert_eq!(before[at], text);
                    out.push_str(text);
                    at += 1;
                }
            }
        }
        out + &before[at..].concat()
    }

    proptest! {
        #[test]
        fn a_difference_leads_from_one_text_to_the_other(
            before in proptest::collection::vec("[a-c]", 0..20),
            after in proptest::collection::vec("[a-c]", 0..20),
        ) {
            let text = |lines: &[String]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
            let (before, after) = (text(&before), text(&after));
            prop_assert_eq!(patched(&before, &unified("x", &before, &after)), after);
        }
    }
}
