//! What must hold of any text in a file of any name that is looked through: the search ends, places exist, and what is told
//! fits on a line. Only in tests: the property below and the fuzz target `discover` ask the same question here.

use crate::discover::finds_in;
use crate::discover::places::{names, place};

/// Looks through a text under each name that the number chooses in turn.
///
/// # Panics
/// Panics where a find has no place in the text, or cannot be told on one line.
pub fn looks_through(number: usize, text: &str) {
    let names = names();
    let path = &names[number % names.len()];
    let Some(place) = place(path) else { return };
    let n_lines = text.split('\n').count();
    for find in finds_in(path, text, place).0 {
        let says = &find.sighting.says;
        assert!(
            find.sighting
                .line
                .is_none_or(|line| (1..=n_lines).contains(&line)),
            "{path}: {find:?}"
        );
        assert!(!says.contains(|char: char| char.is_control()), "{path}: {says:?}");
        assert!(
            !find.thing.name.contains(|char: char| char.is_control()),
            "{path}: {find:?}"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces that the formats of these files give a meaning to, and names that are looked for.
    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            "[\\[\\]{}\"':=<>/!,@#$\\-\n a-z0-9.é\\\\]{1,6}",
            prop::sample::select(vec![
                "openai",
                "\"dependencies\": {",
                "[tool.poetry.dependencies]\n",
                "model: gpt-5\n",
                "uses: ",
                "<!--",
                "-->",
                "]]>",
                "<dependency>",
                "<PackageReference Include=\"",
                "\"\"\"",
                "'''",
                "\\u00e9",
                "\\ud800",
                "\r\n",
                "\u{85}",
                "\u{2028}",
                "FROM ",
                "RUN pip install ",
                "gem '",
                "require (\n",
                "ANTHROPIC_API_KEY=",
                "{\"mcpServers\": {\"a\": {",
                "https://api.openai.com/v1",
                "/*",
                "*/",
                "//",
                "\t",
                "    ",
                "- ",
                "\u{1b}[2J",
                "\0",
            ])
            .prop_map(str::to_owned),
        ]
    }

    #[test]
    fn every_kind_of_file_has_a_name_here() {
        for name in names() {
            assert!(place(&name).is_some(), "{name}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn no_text_stops_the_search(number in any::<usize>(), pieces in prop::collection::vec(piece(), 0..24)) {
            looks_through(number, &pieces.concat());
        }
    }
}
