//! Values are written into YAML without touching the rest: a table of layouts, and random layouts with random changes,
//! whose result must read as wanted and keep every comment and every line that is not concerned.

use actfile::diag::Diagnostics;
use actfile::source::FileId;
use actfile::yaml::edit::{Act, Change, Step, edited, keys};
use actfile::yaml::node::{Content, Node};
use actfile::yaml::parse::parse;
use actfile::yaml::written::Value;
use proptest::prelude::*;

fn read(text: &str) -> Vec<Node> {
    let mut findings = Diagnostics::default();
    let nodes = parse(FileId(0), text, &mut findings);
    assert!(!findings.has_errors(), "{:?}\n{text}", findings.sorted());
    nodes
}

fn made(text: &str, changes: &[Change]) -> Result<String, String> {
    edited(text, read(text)[0].span.start as usize, changes)
}

#[track_caller]
fn check(text: &str, changes: &[Change], expected: &str) {
    let found = made(text, changes);
    assert_eq!(found.as_deref(), Ok(expected), "{text}");
}

fn set(path: &str, word: &str) -> Change {
    Change::set(path, Value::word(word))
}

fn note(field: &str) -> Change {
    let item = Value::table([("field", Value::word(field)), ("by", Value::word("CTO"))]);
    Change::append("answers", item)
}

/// Texts before and after `facts.annex_iii.profiling` is set to `true`.
type Layouts = &'static [(&'static str, &'static str)];

const NOTHING_THERE: Layouts = &[
    ("id: a\n", "id: a\nfacts:\n  annex_iii:\n    profiling: true\n"),
    ("id: a", "id: a\nfacts:\n  annex_iii:\n    profiling: true"),
    (
        "id: a\r\nb: c\r\n",
        "id: a\r\nb: c\r\nfacts:\r\n  annex_iii:\r\n    profiling: true\r\n",
    ),
    (
        "id: a\nb:\n    c: d\n",
        "id: a\nb:\n    c: d\nfacts:\n    annex_iii:\n        profiling: true\n",
    ),
    (
        "a: |\n  text\n\n",
        "a: |\n  text\n\nfacts:\n  annex_iii:\n    profiling: true\n",
    ),
    (
        "a: |+\n  text\n\n\n",
        "a: |+\n  text\n\n\nfacts:\n  annex_iii:\n    profiling: true\n",
    ),
    (
        "a: >-\n  text",
        "a: >-\n  text\nfacts:\n  annex_iii:\n    profiling: true",
    ),
    ("{id: a}", "{id: a, facts: {annex_iii: {profiling: true}}}"),
];

const EMPTY_PLACE: Layouts = &[
    (
        "facts:\nid: a\n",
        "facts:\n  annex_iii:\n    profiling: true\nid: a\n",
    ),
    (
        "facts: {} # none\nid: a\n",
        "facts: # none\n  annex_iii:\n    profiling: true\nid: a\n",
    ),
    (
        "facts: # c\n  # d\nid: a\n",
        "facts: # c\n  annex_iii:\n    profiling: true\n  # d\nid: a\n",
    ),
    ("facts: ~\n", "facts:\n  annex_iii:\n    profiling: true\n"),
    (
        "facts: {annex_iii: {}}\n",
        "facts: {annex_iii: {profiling: true}}\n",
    ),
    (
        "facts:\n  annex_iii: {unknown: {asked: CTO}}\n",
        "facts:\n  annex_iii:\n    profiling: true\n",
    ),
];

const BESIDE_OTHERS: Layouts = &[
    (
        "facts:\n  annex_iii:\n    points: [2] # p\n  # c\nid: a\n",
        "facts:\n  annex_iii:\n    points: [2] # p\n    profiling: true\n  # c\nid: a\n",
    ),
    (
        "facts: {annex_iii: {points: [2]}} # p\n",
        "facts: {annex_iii: {points: [2], profiling: true}} # p\n",
    ),
    (
        "facts:\n  annex_iii: {points: [2],\n    near_points: [8(b)]}\n",
        "facts:\n  annex_iii: {points: [2],\n    near_points: [8(b)],\n    profiling: true}\n",
    ),
    (
        "facts:\n  annex_iii: {\n    points: [2], # p\n    near_points: [8(b)] # n\n  }\n",
        "facts:\n  annex_iii: {\n    points: [2], # p\n    near_points: [8(b)], # n\n    profiling: true\n  }\n",
    ),
    (
        "facts:\n  annex_iii: {\n    points: [2], # p\n  }\n",
        "facts:\n  annex_iii: {\n    points: [2], # p\n    profiling: true,\n  }\n",
    ),
    (
        "facts:\n  annex_iii: { points: [2] }\n",
        "facts:\n  annex_iii: { points: [2], profiling: true }\n",
    ),
];

const IN_PLACE: Layouts = &[
    (
        "facts: {annex_iii: {profiling: false}} # c\n",
        "facts: {annex_iii: {profiling: true}} # c\n",
    ),
    (
        "facts:\n  annex_iii:\n    profiling:   false  # c\n",
        "facts:\n  annex_iii:\n    profiling:   true  # c\n",
    ),
    (
        "facts:\n  annex_iii:\n    profiling: {unknown: {asked: CTO}} # c\nid: a",
        "facts:\n  annex_iii:\n    profiling: true # c\nid: a",
    ),
    (
        "facts:\n  annex_iii:\n    profiling:\n      # asked\n      unknown: # u\n        asked: CTO\nid: a\n",
        "facts:\n  annex_iii:\n    profiling: true # asked\n      # u\nid: a\n",
    ),
    (
        "facts: {annex_iii: {profiling: {unknown: # u\n   {asked: CTO}}, points: [2]}}\n",
        "facts: {annex_iii: {profiling: true # u\n                      , points: [2]}}\n",
    ),
    (
        "facts:\n  annex_iii:\n    profiling: # c\n",
        "facts:\n  annex_iii:\n    profiling: true # c\n",
    ),
];

#[test]
fn a_value_goes_where_its_neighbours_stand() {
    for (text, expected) in [NOTHING_THERE, EMPTY_PLACE, BESIDE_OTHERS, IN_PLACE].concat() {
        check(text, &[set("facts.annex_iii.profiling", "true")], expected);
    }
}

#[test]
fn an_item_goes_behind_the_last_one() {
    for (text, expected) in [
        ("id: a\n", "id: a\nanswers:\n  - {field: owner, by: CTO}\n"),
        (
            "answers: []\nid: a\n",
            "answers:\n  - {field: owner, by: CTO}\nid: a\n",
        ),
        (
            "answers:\n- {field: x} # c\nid: a\n",
            "answers:\n- {field: x} # c\n- {field: owner, by: CTO}\nid: a\n",
        ),
        (
            "answers:\n    - field: x\n      by: y\n    # c\nid: a\n",
            "answers:\n    - field: x\n      by: y\n    - {field: owner, by: CTO}\n    # c\nid: a\n",
        ),
        (
            "answers: [{field: x}]\n",
            "answers: [{field: x}, {field: owner, by: CTO}]\n",
        ),
        (
            "answers: [\n  {field: x},\n]\n",
            "answers: [\n  {field: x},\n  {field: owner, by: CTO},\n]\n",
        ),
    ] {
        check(text, &[note("owner")], expected);
    }
    let path = [keys("answers"), vec![Step::Item(0)], keys("by")].concat();
    let by = Change {
        path,
        act: Act::Set(Value::word("CISO")),
    };
    check(
        "answers:\n  - field: x # f\n    by: CTO # b\n",
        &[by],
        "answers:\n  - field: x # f\n    by: CISO # b\n",
    );
}

#[test]
fn the_document_that_is_meant_is_changed_and_no_other() {
    let text = "# one\nid: a\n---\n# two\nid: b\n...\n---\nid: c\n";
    let second = read(text)[1].span.start as usize;
    let found = edited(text, second, &[set("owner", "CTO")]).unwrap();
    assert_eq!(
        found,
        "# one\nid: a\n---\n# two\nid: b\nowner: CTO\n...\n---\nid: c\n"
    );
}

#[test]
fn what_cannot_be_changed_without_loss_is_refused() {
    for (text, change) in [
        ("facts: none\n", set("facts.art50.obvious", "true")),
        (
            "facts: {not_applicable: {reason: r}}\n",
            set("facts.not_applicable.reason.x", "true"),
        ),
        ("answers: {a: b}\n", note("owner")),
        ("? id\n: a\n", set("owner", "CTO")),
    ] {
        let refused = made(text, std::slice::from_ref(&change));
        assert!(refused.is_err(), "{refused:?}");
    }
    assert!(edited("id: a\n", 7, &[set("owner", "CTO")]).is_err());
}

/// How a mapping is laid out.
#[derive(Debug, Clone, Copy)]
enum Layout {
    Block(usize),
    OneLine,
    Lines,
    TrailingComma,
}

/// A random record: its lines, without line ends.
fn record() -> impl Strategy<Value = Vec<String>> {
    let layout = prop_oneof![
        (1_usize..5).prop_map(Layout::Block),
        Just(Layout::OneLine),
        Just(Layout::Lines),
        Just(Layout::TrailingComma)
    ];
    let group = (
        layout,
        proptest::collection::btree_set(0_usize..4, 0..4),
        any::<u16>(),
    );
    let parts = proptest::collection::vec(group, 3);
    let order = Just(vec!["tripwires", "facts", "text", "list"]).prop_shuffle();
    (parts, order, any::<u16>()).prop_map(|(parts, order, remarks)| {
        let mut lines = vec![
            "# head".to_owned(),
            "kind: ai_system".to_owned(),
            "id: a".to_owned(),
        ];
        for (at, name) in order.iter().enumerate() {
            if remarks >> at & 1 == 1 {
                lines.push(format!("# before {name}"));
            }
            match *name {
                "tripwires" => lines.extend(group_lines("tripwires", TRIPWIRES, &parts[0])),
                "facts" => lines.extend(facts_lines(&parts[1], &parts[2])),
                "text" if remarks >> 8 & 3 == 0 => lines.extend([
                    "text: |-".into(),
                    "  # no comment".into(),
                    "".into(),
                    "  end".into(),
                ]),
                "text" if remarks >> 8 & 3 == 1 => lines.extend(["text: plain # why".into(), "".into()]),
                "text" => lines.push("text: \"a # b\" # c".to_owned()),
                _ if remarks >> 10 & 1 == 1 => {
                    lines.extend(["list:".into(), "- one # first".into(), "- two".into()])
                }
                _ => lines.push("list: [one, 'two # 2']".to_owned()),
            }
        }
        if remarks >> 12 & 1 == 1 {
            lines.push("# tail".to_owned());
        }
        lines
    })
}

type Group = (Layout, std::collections::BTreeSet<usize>, u16);

const TRIPWIRES: [&str; 4] = [
    "generates_media",
    "safety_component",
    "interacts_with_public",
    "processes_personal_data",
];
const FACTS: [&str; 4] = ["profiling", "materially_influences", "points", "filter_condition"];

fn value(remarks: u16, at: usize) -> &'static str {
    match remarks >> (2 * at) & 3 {
        0 => "true",
        1 => "{unknown: {asked: CTO}}",
        2 => "",
        _ => "[a, b]",
    }
}

fn group_lines(name: &str, keys: [&str; 4], (layout, present, remarks): &Group) -> Vec<String> {
    if present.is_empty() {
        return match remarks & 3 {
            0 => vec![],
            1 => vec![format!("{name}: {{}} # nothing")],
            2 => vec![format!("{name}: # nothing")],
            _ => vec![format!("{name}: {{unknown: {{asked: CTO}}}}")],
        };
    }
    let entries: Vec<String> = present
        .iter()
        .map(|at| {
            format!("{}: {}", keys[*at], value(*remarks, *at))
                .trim_end()
                .to_owned()
        })
        .collect();
    let remark = |at: usize| {
        if remarks >> (at + 8) & 1 == 1 {
            format!(" # r{name}{at}")
        } else {
            String::new()
        }
    };
    match layout {
        Layout::Block(depth) => {
            let mut lines = vec![format!("{name}:{}", remark(0))];
            for (at, entry) in entries.iter().enumerate() {
                let blanks = " ".repeat(*depth);
                match entry.split_once(" {unknown: ") {
                    // The closing state as a block, with remarks among its lines.
                    Some((key, _)) if remarks >> 13 & 1 == 1 => lines.extend([
                        format!("{blanks}{key}{}", remark(at + 1)),
                        format!("{blanks}  # m{name}{at}"),
                        format!("{blanks}  unknown: # u{name}{at}"),
                        format!("{blanks}    asked: CTO"),
                    ]),
                    Some(_) | None => lines.push(format!("{blanks}{entry}{}", remark(at + 1))),
                }
                if remarks >> (at + 10) & 1 == 1 {
                    lines.push(format!("{}# c{name}{at}", " ".repeat(*depth)));
                }
            }
            lines
        }
        Layout::OneLine => vec![format!("{name}: {{{}}}{}", entries.join(", "), remark(0))],
        Layout::Lines | Layout::TrailingComma => {
            let mut lines = vec![format!("{name}: {{{}", remark(0).trim_end())];
            for (at, entry) in entries.iter().enumerate() {
                let comma = if at + 1 < entries.len() || matches!(layout, Layout::TrailingComma) {
                    ","
                } else {
                    ""
                };
                lines.push(format!("    {entry}{comma}{}", remark(at + 1)));
            }
            lines.push("  }".to_owned());
            lines
        }
    }
}

fn facts_lines(outer: &Group, inner: &Group) -> Vec<String> {
    let inside = group_lines("annex_iii", FACTS, inner);
    match outer.2 & 3 {
        0 => vec![],
        1 => vec!["facts:".to_owned(), "  # none yet".to_owned()],
        _ => {
            let depth = 1 + (outer.2 >> 2 & 3) as usize;
            let mut lines = vec!["facts: # law".to_owned()];
            lines.push(format!("{}art50: none", " ".repeat(depth)));
            lines.extend(inside.iter().map(|line| format!("{}{line}", " ".repeat(depth))));
            lines
        }
    }
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let tripwire = (0_usize..4, any::<bool>()).prop_map(|(at, yes)| {
        set(
            &format!("tripwires.{}", TRIPWIRES[at]),
            if yes { "true" } else { "false" },
        )
    });
    let fact = (0_usize..2, any::<bool>()).prop_map(|(at, yes)| {
        set(
            &format!("facts.annex_iii.{}", FACTS[at]),
            if yes { "true" } else { "false" },
        )
    });
    let points = Just(Change::set(
        "facts.annex_iii.points",
        Value::List(vec![Value::word("4(a)"), Value::word("2")]),
    ));
    let noted = "[a-z]{1,8}".prop_map(|field| note(&field));
    proptest::collection::vec(prop_oneof![tripwire, fact, points, noted], 1..8)
}

/// Returns what a text says at a path of keys.
fn said<'n>(node: &'n Node, path: &[Step]) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, step| match step {
        Step::Key(key) => node.entry(key).map(|entry| &entry.value),
        Step::Item(at) => match &node.content {
            Content::List(items) => items.get(*at),
            Content::Scalar(_) | Content::Table(_) => None,
        },
    })
}

fn words(node: &Node) -> String {
    match &node.content {
        Content::Scalar(scalar) => scalar.text.clone(),
        Content::List(items) => items.iter().map(words).collect::<Vec<_>>().join(","),
        Content::Table(entries) => entries
            .iter()
            .map(|entry| format!("{}={}", entry.key.value, words(&entry.value)))
            .collect::<Vec<_>>()
            .join(";"),
    }
}

/// Returns the comments of a text in order; a `#` inside quotes or a block is none.
fn comments(text: &str) -> Vec<String> {
    let is_text = |line: &str| line.trim() == "# no comment";
    text.lines()
        .filter(|line| !is_text(line))
        .map(|line| line.replace("a # b", "").replace("two # 2", ""))
        .filter_map(|line| line.find('#').map(|at| line[at..].trim_end().to_owned()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn what_is_written_is_read_and_the_rest_stays(lines in record(), changes in changes(), windows in any::<bool>(), newline in any::<bool>(), around in 0_usize..3) {
        let eol = if windows { "\r\n" } else { "\n" };
        let record = lines.join(eol);
        let text = match around {
            0 => record + if newline { eol } else { "" },
            1 => format!("# first{eol}id: z{eol}---{eol}{record}{eol}---{eol}# third{eol}id: y{}", if newline { eol } else { "" }),
            _ => format!("---{eol}{record}{eol}...{eol}"),
        };
        let before = read(&text);
        let at = before.iter().position(|node| node.entry("kind").is_some()).unwrap();
        let after = edited(&text, before[at].span.start as usize, &changes);
        let after = after.map_err(|reason| TestCaseError::fail(format!("{reason}\n{text}\n{changes:?}")))?;
        let nodes = read(&after);
        prop_assert_eq!(nodes.len(), before.len());

        // What was written last at each path is read there; everything else says what it said.
        for (n, change) in changes.iter().enumerate() {
            if let Act::Set(value) = &change.act {
                let is_last = changes[n + 1..].iter().all(|later| later.path != change.path);
                let found = said(&nodes[at], &change.path).map(words).unwrap();
                let wanted = value.inline().replace(['[', ']'], "").replace(", ", ",");
                prop_assert!(!is_last || found == wanted, "{found} {wanted}\n{after}");
            }
        }
        let n_notes = changes.iter().filter(|change| matches!(change.act, Act::Append(_))).count();
        let notes = nodes[at].entry("answers").map_or(0, |entry| words(&entry.value).split(',').count());
        prop_assert_eq!(notes, n_notes, "{}", after);
        for key in ["kind", "id", "text", "list"] {
            let of = |nodes: &[Node]| nodes[at].entry(key).map(|entry| words(&entry.value));
            prop_assert_eq!(of(&before), of(&nodes), "{}", after);
        }

        // Every comment is there, in order; lines without a changed key are there as they were.
        prop_assert_eq!(comments(&text), comments(&after), "\n{}\n----\n{}", text, after);
        let is_concerned = |line: &str| TRIPWIRES.iter().chain(&FACTS).any(|key| line.contains(key)) || ["tripwires", "facts", "annex_iii", "unknown", "asked"].iter().any(|key| line.contains(key));
        let mut rest = after.split_inclusive('\n').map(|line| line.trim_end_matches(['\r', '\n']));
        for line in text.lines().filter(|line| !is_concerned(line)) {
            prop_assert!(rest.any(|other| other == line), "`{line}` is gone\n{text}\n----\n{after}");
        }
        prop_assert_eq!(windows, after.matches("\r\n").count() == after.matches('\n').count() && after.contains('\n'), "{:?}", after);
        prop_assert_eq!(text.ends_with('\n'), after.ends_with('\n'));
    }
}
