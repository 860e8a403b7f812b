//! The pages behind `actfile explain`: for each code what it means, an inventory that raises it, the same mended,
//! and why the tool minds. The table of codes binds each page; this file finds a code by what a person types.

use crate::diag::codes::Code;

/// Returns the page of a code, in Markdown.
pub const fn page(code: Code) -> &'static str {
    code.page()
}

/// Returns the code that has a number or name, in upper or lower case.
pub fn code(typed: &str) -> Option<Code> {
    let is_meant = |code: &&Code| {
        [code.id(), code.name()]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(typed))
    };
    Code::ALL.iter().find(is_meant).copied()
}

/// Returns the code whose number or name comes closest to what was typed, if any comes close.
pub fn nearest(typed: &str) -> Option<Code> {
    // Longer than any name, and not worth comparing.
    if typed.len() > 100 {
        return None;
    }
    let typed = typed.to_ascii_lowercase();
    let distance = |code: &Code| {
        let known = [code.id().to_ascii_lowercase(), code.name().to_owned()];
        known
            .iter()
            .map(|known| strsim::damerau_levenshtein(known, &typed))
            .min()
            .unwrap_or(usize::MAX)
    };
    let (distance, code) = Code::ALL.iter().map(|code| (distance(code), *code)).min()?;
    (distance <= 3 && distance < typed.len()).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_by_number_and_by_name() {
        for typed in ["E0203", "e0203", "dangling-reference", "Dangling-Reference"] {
            assert_eq!(code(typed), Some(Code::DanglingReference), "{typed}");
        }
        assert_eq!(code("E9999"), None);
        assert_eq!(code(""), None);
    }

    #[test]
    fn what_comes_close_is_offered() {
        assert_eq!(nearest("dangeling-reference"), Some(Code::DanglingReference));
        assert_eq!(nearest("weather"), None);
        assert_eq!(nearest(""), None);
    }
}
