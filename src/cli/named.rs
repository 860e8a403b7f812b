//! Names in one line: a few of them, and how many more there are. Which names, and why they are told, is said where they
//! come from.

/// How many names a person reads in a line; the rest is a number.
const MOST: usize = 5;

/// Returns names in one line, in backticks.
pub(crate) fn a_few(names: &[String]) -> String {
    let few = names.get(..MOST).unwrap_or(names);
    let quoted: Vec<String> = few.iter().map(|name| format!("`{name}`")).collect();
    match names.len() - few.len() {
        0 => quoted.join(", "),
        n_more => format!("{} and {n_more} more", quoted.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_names_are_cut_and_the_rest_is_counted() {
        let names: Vec<String> = (1..=7).map(|number| format!("{number}.md")).collect();
        for (n_names, expected) in [
            (1, "`1.md`"),
            (5, "`1.md`, `2.md`, `3.md`, `4.md`, `5.md`"),
            (6, "`1.md`, `2.md`, `3.md`, `4.md`, `5.md` and 1 more"),
            (7, "`1.md`, `2.md`, `3.md`, `4.md`, `5.md` and 2 more"),
        ] {
            assert_eq!(a_few(&names[..n_names]), expected);
        }
    }
}
