//! The id of a build, which stands in every footer and in the manifest: a hash over all that the documents hang on. Two
//! builds with one id were made by one program from the same, with the same options.

use crate::read::hex;
use crate::write::manifest::ManifestFacts;
use sha2::{Digest, Sha256};

/// Returns the id: a hash over program, rules, day, options and inputs.
pub(crate) fn build_id(facts: &ManifestFacts) -> String {
    const SHOWN_BYTES: usize = 6;
    let mut digest = Sha256::new();
    for part in [
        &facts.tool_version,
        &facts.rules_sha256,
        &facts.law,
        &facts.as_of.to_string(),
    ] {
        digest.update(part);
        digest.update(b"\n");
    }
    for (option, values) in &facts.options {
        digest.update(format!("{option}={}\n", in_one_line(values)));
    }
    for input in &facts.inputs {
        digest.update(format!("{}  {}\n", input.sha256, input.path));
    }
    hex(&digest.finalize()[..SHOWN_BYTES])
}

/// Returns values in a line that no other values have: the role `Head of HR, Paris` is one, and neither its comma nor a
/// line end in it can be taken for the end of a value.
fn in_one_line(values: &[String]) -> String {
    let one = |value: &String| {
        let value = value.replace('\\', "\\\\").replace(',', "\\,");
        value.replace('\n', "\\n")
    };
    values.iter().map(one).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(values: &[&str]) -> String {
        let values: Vec<String> = values.iter().map(|it| (*it).to_owned()).collect();
        in_one_line(&values)
    }

    #[test]
    fn values_without_special_signs_stand_as_they_are() {
        assert_eq!(line(&["md", "pdf"]), "md,pdf");
        assert_eq!(line(&["Head of HR"]), "Head of HR");
    }

    #[test]
    fn a_role_with_a_comma_is_no_two_roles() {
        assert_ne!(line(&["Head of HR, Paris"]), line(&["Head of HR", " Paris"]));
        assert_ne!(line(&["a\\", "b"]), line(&["a\\,b"]));
        assert!(!line(&["CTO\nsystems=a"]).contains('\n'));
    }

    proptest! {
        #[test]
        fn no_two_lists_give_one_line(
            one in proptest::collection::vec("[a,\\\\\n]{0,4}", 1..4), other in proptest::collection::vec("[a,\\\\\n]{0,4}", 1..4),
        ) {
            prop_assert_eq!(in_one_line(&one) == in_one_line(&other), one == other);
        }
    }
}
