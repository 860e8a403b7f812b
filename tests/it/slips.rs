//! Slips of those who do not write YAML every day: each is told in words of ours, where it was made, with what to do. The
//! tables are the slips; the properties spoil a sound record and ask that no word of the parser reaches the reader.

use actfile::diag::{Diagnostic, codes::Code};
use actfile::read::Loaded;
use actfile::source::Place;
use proptest::prelude::*;

/// Returns what is told of a project with one file, each finding with the places of its labels.
fn told(yaml: &str) -> Vec<(Diagnostic, Vec<Place>)> {
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), yaml.as_bytes());
    let findings = loaded.findings.sorted().into_iter().map(|finding| {
        let places = finding
            .labels
            .iter()
            .map(|label| loaded.sources.place(label.span));
        (finding.clone(), places.collect())
    });
    findings.collect()
}

/// Checks that a slip in a record gives one finding: where, what is said, and a part of the advice.
#[track_caller]
fn check(lines: &str, at: &str, says: &str, advice: &str) {
    let yaml = format!("kind: ai_system\nid: bot\n{lines}");
    let told = told(&yaml);
    let [(finding, places)] = told.as_slice() else {
        assert_eq!(told.len(), 1, "{yaml}\n{told:#?}");
        return;
    };
    assert_eq!(finding.code, Code::BrokenYaml, "{yaml}\n{finding:#?}");
    let place = places
        .first()
        .map(|place| format!("{}:{}", place.line, place.column));
    assert_eq!(place.as_deref(), Some(at), "{yaml}\n{finding:#?}");
    assert_eq!(finding.message, says, "{yaml}");
    let help = finding.help.join("\n");
    assert!(help.contains(advice), "{yaml}\n{help}");
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_shown_where_it_was_opened() {
    let says = "a text is opened with a quotation mark and not closed in its line";
    let advice = "at the end of the text";
    check(
        "name: \"Chat bot\nowner: lead\nour_use: \"Answers customers\"\n",
        "3:7",
        says,
        advice,
    );
    check(
        "name: 'Chat bot\nowner: lead\nour_use: 'Answers customers'\n",
        "3:7",
        says,
        advice,
    );
    check(
        "name: \"The \\\"best\\\" bot\nowner: lead\nour_use: \"Answers\"\n",
        "3:7",
        says,
        advice,
    );
    check("models: [\"one, two]\nowner: \"x\"\n", "3:10", says, advice);
    let says = "a text is opened with a quotation mark and never closed";
    check("name: \"Chat bot\nowner: lead\n", "3:7", says, advice);
    check(
        "owner: lead\nname: \"Chat bot\n---\nkind: vendor\nid: v\nname: V\n",
        "4:7",
        says,
        advice,
    );
}

#[test]
fn the_place_where_the_mark_was_closed_instead_is_shown_too() {
    let told =
        told("kind: ai_system\nid: bot\nname: \"Chat bot\nowner: lead\nour_use: \"Answers customers\"\n");
    let lines: Vec<usize> = told
        .iter()
        .flat_map(|(_, places)| places)
        .map(|it| it.line)
        .collect();
    assert_eq!(lines, [3, 5], "{told:#?}");
}

#[test]
fn quotation_marks_inside_a_text_are_told_with_the_other_kind() {
    let says = "a text in quotation marks ends here, and more text follows in the line";
    check(
        "name: \"The \"best\" bot\"\n",
        "3:12",
        says,
        "single quotation marks",
    );
    check("name: \"Chat\" bot\n", "3:12", says, "leave the marks away");
    check(
        "name: 'The company's bot'\n",
        "3:19",
        says,
        "double quotation marks",
    );
    let says = "two texts in quotation marks follow each other";
    check("name: A\nmodels: [\"a\" \"b\"]\n", "4:14", says, "put a comma");
    check(
        "name: “Chat: bot”\n",
        "3:12",
        "a text stands in quotation marks that YAML does not know",
        "the straight marks",
    );
    check(
        "name: \"C:\\data\"\n",
        "3:10",
        "`\\d` means nothing in double quotation marks",
        "two backslashes",
    );
    check(
        "name: \"C:\\new\\x\"\n",
        "3:14",
        "`\\x` means nothing in double quotation marks",
        "single quotation marks",
    );
}

#[test]
fn a_tab_is_shown_where_it_stands() {
    let says = "a line is indented with a tab";
    let advice = "replace the tab by spaces";
    check(
        "name: A\nfacts:\n\tscope:\n\t  is_ai_system: true\n",
        "5:1",
        says,
        advice,
    );
    check("name: A\nmodels:\n  - a\n\t- b\n", "6:1", says, advice);
    check("name: Chat bot\n\towner: lead\n", "4:1", says, advice);
    check("name: Chat\n  bot\n  for\n\tall\n", "6:1", says, advice);
}

#[test]
fn keys_and_colons_are_told_with_the_line_as_it_should_be() {
    let no_space = "no space stands after a colon";
    check(
        "name:Chat bot\nowner: lead\n",
        "3:5",
        no_space,
        "`name: Chat bot`",
    );
    check(
        "owner: lead\nname:Chat bot\n",
        "4:5",
        no_space,
        "`name: Chat bot`",
    );
    check(
        "name:\u{a0}Chat bot\nowner: lead\n",
        "3:5",
        "the space after a colon is no ordinary one (U+00A0)",
        "`name: Chat bot`",
    );
    let keyless = "a line is no `key: value`";
    check(
        "name Chat bot\nowner: lead\n",
        "3:1",
        keyless,
        "the name of a field",
    );
    check("name = Chat\nowner: lead\n", "3:1", keyless, "`name: Chat`");
    check("name: A\n--\nowner: lead\n", "4:1", keyless, "three dashes");
    let colon = "a text without quotation marks has a colon and a space in it";
    check(
        "name: Chat: customers\n",
        "3:11",
        colon,
        "`name: \"Chat: customers\"`",
    );
    check(
        "name: Chat: \"us\" # so\n",
        "3:11",
        colon,
        "`name: 'Chat: \"us\"'`",
    );
    check(
        "name: A\nour_use: |\nAnswers customers\nowner: lead\n",
        "5:1",
        "a text that stands below its key is not indented",
        "two spaces further",
    );
    check(
        "name: \"A\"#why\n",
        "3:10",
        "a remark begins without a space before it",
        "before `#`",
    );
    check(
        "name: Chat\n  # why\n  bot\n",
        "5:3",
        "a remark stands in the middle of a text",
        "above the key",
    );
}

#[test]
fn lists_and_dashes_are_told_by_their_column() {
    let says = "an item of a list is not in line with the one above";
    check("name: A\nmodels:\n  - a\n - b\n", "6:2", says, "the same column");
    check(
        "name: A\nmodels:\n  - a\n- b\nowner: x\n",
        "6:1",
        says,
        "the same column",
    );
    let says = "no space stands after the dash of an item";
    check("name: A\nmodels:\n  - a\n  -b\n", "6:3", says, "`- b`");
    let says = "an item of a list stands where a `key: value` is expected";
    check("- name: A\nowner: x\n", "3:1", says, "delete the dash");
    check("-\nname: A\n", "3:1", says, "delete the dash");
    let says = "a dash stands in the line of its key";
    check("name: - A\nowner: x\n", "3:7", says, "below the key");
    let says = "an item between brackets begins with a dash";
    check("name: A\nmodels: [- a, - b]\n", "4:10", says, "`[one, another]`");
}

#[test]
fn a_line_in_the_wrong_column_is_shown_beside_the_one_above() {
    let deep = "a line is indented further than the one above, which has its value already";
    check("  name: A\nowner: x\n", "3:3", deep, "in the same column");
    check(
        "name: A\nnotes:\n  a: b\n   c: d\n",
        "6:4",
        deep,
        "in the same column",
    );
    check(
        "name: A\nnotes:\n    a: b\n  c: d\n",
        "6:3",
        "a line begins in a column in which no line above it begins",
        "in the same column",
    );
}

#[test]
fn brackets_are_shown_where_they_were_opened() {
    let says = "the bracket `[` is opened and not closed";
    check("models: [a, b\nname: Chat\nowner: x\n", "3:9", says, "put `]`");
    check("models: [a, b\nname: @x\n", "3:9", says, "put `]`");
    check("name: Chat\nmodels: [a, b\n", "4:9", says, "put `]`");
    let says = "the bracket `{` is opened and not closed";
    check("name: {unknown: {}\nowner: x\n", "3:7", says, "put `}`");
    check("name: A\nowner: {unknown: {}\n", "4:8", says, "put `}`");
    check(
        "models: [a, b}\n",
        "3:14",
        "the bracket `[` is closed by `}`",
        "write `]`",
    );
    let says = "a bracket is closed that was not opened";
    check("models: [a, b]]\n", "3:15", says, "delete it");
    check("models: ]\nname: A\n", "3:9", says, "delete it");
    check(
        "name: [Draft] Chat bot\n",
        "3:15",
        "text follows in the line after a closing bracket",
        "`name: \"[Draft] Chat bot\"`",
    );
    check(
        "models: [[a] b]\n",
        "3:14",
        "no comma stands between two things in brackets",
        "put commas",
    );
}

#[test]
fn signs_at_the_beginning_of_a_text_are_told_with_quotation_marks() {
    for sign in ["@", "%", "*", "& ", "| ", "> ", ", ", "? "] {
        let line = format!("owner: {sign}support # ours\nname: A\n");
        let says = format!("a text begins with `{}`", sign.trim());
        check(&line, "3:8", &says, &format!("`owner: \"{sign}support\"`"));
    }
    check(
        "owner: `support`\n",
        "3:8",
        "a text begins with a backtick",
        "`owner: \"`support`\"`",
    );
    check(
        "name: A\nmodels: [@one, b]\n",
        "4:10",
        "a text begins with `@`",
        "`models: [\"@one\"`",
    );
}

#[test]
fn signs_of_other_ways_of_writing_are_told_with_what_yaml_takes() {
    let star = "a text begins with `*`";
    check("name: A\nmodels:\n  * one\n  * two\n", "5:3", star, "`- one`");
    check("name: A\n**owner**: x\n", "4:1", star, "delete the sign");
    check(
        "name: A\n@owner: x\n",
        "4:1",
        "a text begins with `@`",
        "delete the sign",
    );
    check(
        "name: A\nintended_purpose: {text: a source: b}\n",
        "4:34",
        "a second colon stands in one item between brackets",
        "put a comma before the key",
    );
    for list in ["-one\n  -two", "• one\n  • two", "– one\n  – two"] {
        let told = told(&format!("kind: ai_system\nid: bot\nname: A\nmodels:\n  {list}\n"));
        let help = told
            .iter()
            .flat_map(|(finding, _)| &finding.help)
            .cloned()
            .collect::<String>();
        assert!(help.contains("a dash and a space"), "{list}: {told:#?}");
    }
}

#[test]
fn what_separates_records_stands_alone_in_its_line() {
    let says = "text stands in the same line as `---`";
    check(
        "name: A\n--- kind: ai_system\nid: b\n",
        "4:1",
        says,
        "alone in its line",
    );
    let says = "text stands in the same line as `...`";
    check("name: A\n... more\n", "4:1", says, "alone in its line");
    let told = told("  kind: ai_system\nid: bot\nname: A\n");
    let [(finding, places)] = told.as_slice() else {
        assert_eq!(told.len(), 1, "{told:#?}");
        return;
    };
    assert!(
        finding
            .message
            .contains("further to the left than the first line"),
        "{finding:#?}"
    );
    assert_eq!(places.iter().map(|place| place.line).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn a_tag_is_shown_where_it_is_written() {
    let told = told("kind: ai_system\nid: bot\nname: A\nowner: !support\n");
    let (finding, places) = &told[0];
    assert_eq!(finding.code, Code::UnsupportedYaml);
    assert_eq!(places.iter().map(|place| place.column).collect::<Vec<_>>(), [8]);
}

const SOUND: &str = "kind: ai_system\nid: bot\nname: \"Chat: bot\"\n# Who answers.\nowner: 'Head of Support'\n\
    our_roles: [deployer, provider]\noperators:\n  - population: staff\n    size_band: 1-9\n  - population: guests\n\
    our_use: |\n  Answers customers.\n  Day and night.\nintended_purpose: {text: \"as sold\", source: manual}\n";

/// Words of the parser, which mean nothing to those who do not know how YAML is read.
const OF_THE_PARSER: &[&str] = &[
    "simple key",
    "block",
    "flow",
    "scalar",
    "while parsing",
    "while scanning",
    "token",
    "EOF",
    "indicator",
    "in this context",
    "did not find",
    "anchor",
    "directive",
    "stream",
    "illegal",
    "invalid",
    "unexpected",
];

/// Returns what is told of broken YAML in a text, after checking that it is in our words and lies in the text.
fn words_of_slips(yaml: &str) -> Vec<String> {
    let told = told(yaml);
    let slips = told.iter().filter(|(it, _)| it.code == Code::BrokenYaml);
    let slips = slips.map(|(finding, places)| {
        let said = [vec![finding.message.clone()], finding.help.clone()].concat();
        let labels = finding.labels.iter().map(|label| label.text.clone());
        // What stands in backticks is the reader's own text or an example.
        let words: String = said
            .into_iter()
            .chain(labels)
            .map(|text| outside_code(&text))
            .collect();
        for word in OF_THE_PARSER {
            assert!(!words.contains(word), "{word}: {words}\n{yaml}");
        }
        assert!(!places.is_empty() && !finding.help.is_empty(), "{yaml}");
        for label in &finding.labels {
            let part = yaml.get(label.span.start as usize..label.span.end as usize);
            assert!(part.is_some(), "{label:?}\n{yaml}");
        }
        finding.message.clone()
    });
    slips.collect()
}

fn outside_code(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_record_that_is_spoilt_is_sound() {
    assert_eq!(told(SOUND), vec![]);
}

#[test]
fn leaving_out_one_sign_is_always_told_as_a_slip_that_is_known() {
    let mut n_slips = 0;
    for (at, sign) in SOUND.char_indices() {
        if !"\"'[]{}:,- \n".contains(sign) {
            continue;
        }
        let spoilt = format!("{}{}", &SOUND[..at], &SOUND[at + 1..]);
        for says in words_of_slips(&spoilt) {
            n_slips += 1;
            assert!(
                !says.contains("from here on"),
                "{says} without {sign:?} at {at}\n{spoilt}"
            );
        }
    }
    assert!(n_slips > 20, "{n_slips}");
}

fn spoilt() -> impl Strategy<Value = String> {
    let sign = proptest::sample::select("\"'[]{}:,-#@%`*&!|>?\t\n \\~ä".chars().collect::<Vec<char>>());
    let edits = proptest::collection::vec((0..SOUND.len(), proptest::option::of(sign), 0..3_usize), 1..4);
    edits.prop_map(|edits| {
        edits
            .into_iter()
            .fold(SOUND.to_owned(), |text, (at, sign, n_gone)| {
                let chars: Vec<char> = text.chars().collect();
                let at = at.min(chars.len());
                let rest = chars.iter().skip(at + n_gone);
                chars.iter().take(at).chain(sign.as_ref()).chain(rest).collect()
            })
    })
}

proptest! {
    #[test]
    fn no_word_of_the_parser_reaches_the_reader(yaml in spoilt()) {
        words_of_slips(&yaml);
    }
}
