//! What is read and what is refused: each table row is a text and the findings it must raise, with their places.

use actfile::link::link;
use actfile::read::Loaded;
use actfile::report::{self, Style};
use proptest::prelude::*;

/// Returns `code line:column message` of every finding of a project with one file.
pub(crate) fn findings(bytes: &[u8]) -> Vec<String> {
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), bytes);
    loaded.report_if_empty();
    let Loaded {
        sources,
        records,
        mut findings,
        ..
    } = loaded;
    link(records, &mut findings);
    let told = findings.sorted().into_iter().map(|finding| {
        let place = finding.labels.first().map(|label| sources.place(label.span));
        let place = place.map_or_else(
            || "-".to_owned(),
            |place| format!("{}:{}", place.line, place.column),
        );
        format!("{} {place} {}", finding.code.id(), finding.message)
    });
    // These projects are about one record; that they have no organisation is not the point.
    told.filter(|line| !line.starts_with("W0405")).collect()
}

#[track_caller]
fn check(yaml: &str, expected: &[&str]) {
    assert_eq!(findings(yaml.as_bytes()), expected, "{yaml}");
}

#[test]
fn slips_of_those_who_do_not_write_yaml_are_told_with_their_remedy() {
    let slips = [
        (
            "kind: ai_system\nid: a\nname: Chat: customers\n",
            "into quotation marks",
        ),
        (
            "kind: ai_system\nid: a\nname: A\noperators:\n\t- population: staff\n",
            "a tab",
        ),
        (
            "kind: ai_system\nid: a\nname: A\noperators:\n  - population: staff\n\t  size_band: 1-9\n",
            "a tab",
        ),
        ("kind: ai_system\nid: a\nname: [A\nour_roles: x\n", "put `]`"),
        (
            "kind: ai_system\nid: a\nname: A\nour_roles: deployer\n",
            "`[one]`",
        ),
    ];
    for (yaml, remedy) in slips {
        assert!(advice(yaml).contains(remedy), "{yaml}{}", advice(yaml));
    }
}

const SYSTEM: &str = "kind: ai_system\nid: a\nname: A\n";

#[test]
fn a_record_says_its_kind_id_and_name() {
    check(
        "id: a\nname: A\n",
        &["E0201 1:1 this record does not say which kind it is"],
    );
    check(
        "kind: ai_sytem\nid: a\n",
        &["E0202 1:7 there is no kind of record called `ai_sytem`"],
    );
    check(
        "kind: ai_system\n",
        &[
            "E0210 1:7 this AI system has no `id`",
            "E0210 1:7 this AI system has no `name`",
        ],
    );
    check(
        "kind: ai_system\nid: A b\nname: A\n",
        &["E0209 2:5 `A b` is not an id; an id is made of a-z, 0-9 and -, such as `cv-screening`"],
    );
    check(
        "- a\n- b\n",
        &["E0206 1:1 a record is a mapping with `kind` and `id`; found a list"],
    );
    check("", &["E0109 - the project folder has no inventory record"]);
    check(
        "# nothing\n---\n---\n",
        &["E0109 - the project folder has no inventory record"],
    );
}

#[test]
fn every_problem_of_a_record_is_shown_at_once() {
    let yaml = "kind: ai_system\nid: a\nname: A\nowner: [x]\nour_rolls: [deployer]\nour_roles: [deployr, provider]\n\
                in_service_since: 2026-02-30\ntripwires: {interacts_with_public: yes, safety: true}\n\
                operators:\n  - population: 3\n  - size_band: many\n  - contractors:\n";
    check(
        yaml,
        &[
            "E0206 4:8 expected a text, found a list",
            "E0205 5:1 the key `our_rolls` is not known here",
            "E0207 6:13 `deployr` is not one of the terms of this field",
            "E0208 7:19 `2026-02-30` is not a day of the calendar",
            "E0206 8:36 expected `true` or `false`, found `yes`",
            "E0205 8:41 the key `safety` is not known here",
            "E0207 11:16 `many` is not one of the terms of this field",
            "E0211 12:16 no value, where `true` or `false` belongs",
        ],
    );
}

#[test]
fn closing_states_are_read_where_values_are() {
    check(
        &format!(
            "{SYSTEM}owner: {{unknown: {{asked: CTO, asked_on: 2026-11-02}}}}\nvendor:\n  not_applicable:\n    reason: built here\n"
        ),
        &[],
    );
    let broken = format!("{SYSTEM}vendor: {{not_applicable: {{}}}}\n");
    assert_eq!(findings(broken.as_bytes()).len(), 1);
}

#[test]
fn texts_stay_as_written() {
    for text in ["1.10", "0x10", "2026-11-22", "no", "1e999", "12:30:45", "true"] {
        check(&format!("{SYSTEM}version: {text}\n"), &[]);
    }
}

#[test]
fn codes_and_addresses_are_spelled_as_their_fields_ask() {
    let organisation = "kind: organisation\nid: acme\nlegal_name: Acme\n";
    for (fields, expected) in [
        (
            "country: DE\nmember_states_active: [DE, FR]\ncontact: {email: ai@acme.example}\n",
            &[][..],
        ),
        ("country: {unknown: {asked: the lawyer}}\n", &[]),
        ("country: Germany\n", &["W0409 4:10 `country` is no country code"]),
        ("country: de\n", &["W0409 4:10 `country` is no country code"]),
        (
            "member_states_active: [DE, EL]\n",
            &["W0409 4:28 `member_states_active` is no country code"],
        ),
        (
            "contact: {email: acme.example/contact}\n",
            &["W0409 4:18 `email` is no e-mail address"],
        ),
    ] {
        check(&format!("{organisation}{fields}"), expected);
    }
    check(
        "kind: notice\nid: n\nlanguages: [de, Englisch, english]\n",
        &[
            "W0409 3:17 `languages` is no language tag",
            "W0409 3:27 `languages` is no language tag",
        ],
    );
}

#[test]
fn a_name_of_white_space_is_none() {
    check(
        "kind: ai_system\nid: a\nname: '  '\n",
        &["E0210 3:7 the `name` of this record is blank"],
    );
    check(
        "kind: vendor\nid: a\nlegal_name: \"\\t\"\n",
        &["E0210 3:13 the `legal_name` of this record is blank"],
    );
}

#[test]
fn names_meet_or_are_reported() {
    let two = "kind: vendor\nid: halcyon\n---\nkind: ai_system\nid: a\nname: A\nvendor: halcion\nmodels: [halcyon]\n";
    check(
        two,
        &[
            "E0203 7:9 no vendor is called `halcion`",
            "E0212 8:10 `halcyon` is a record of kind `vendor`, not `model`",
        ],
    );
    check(
        &format!("{SYSTEM}---\n{SYSTEM}"),
        &["E0204 6:5 the id `a` is used twice"],
    );
    check(
        "kind: organisation\nid: a\n---\nkind: organisation\nid: b\n",
        &["E0213 5:5 `b` is a second organisation; an inventory describes one"],
    );
}

#[test]
fn per_person_rows_are_refused() {
    let yaml = "kind: literacy_record\nid: l\nmeasures:\n  - id: m\n    scores: {x: 1}\n";
    check(
        yaml,
        &["E0215 5:5 `scores` would record how individual persons perform"],
    );
}

#[test]
fn yaml_that_the_format_leaves_out_is_named() {
    check(
        &format!("{SYSTEM}owner: !x y\n"),
        &["E0107 4:8 the tag `!x` is not read"],
    );
    check(
        &format!("{SYSTEM}owner: &x y\nour_use: *x\n"),
        &[
            "E0107 4:11 an anchor is not read",
            "E0107 5:10 an alias is not read",
        ],
    );
    check(
        &format!("{SYSTEM}<<: {{}}\n"),
        &["E0107 4:1 a merge key is not read"],
    );
    check(
        &format!("{SYSTEM}owner: a\nowner: b\n"),
        &["E0108 5:1 the key `owner` stands twice in one mapping"],
    );
    check(
        &format!("{SYSTEM}? [a]\n: b\n"),
        &["E0107 4:3 a list or mapping as a key is not read"],
    );
}

#[test]
fn a_broken_document_does_not_hide_the_next() {
    let yaml = "kind: ai_system\nid: [\n---\nkind: ai_system\nid: b\n";
    let told = findings(yaml.as_bytes());
    assert!(told.iter().any(|line| line.starts_with("E0105")), "{told:?}");
    assert!(
        told.contains(&"E0210 4:7 this AI system has no `name`".to_owned()),
        "{told:?}"
    );
}

#[test]
fn characters_that_deceive_are_refused_where_they_stand() {
    check(
        "kind: ai_system\nid: a\nname: A\u{202e}B\n",
        &["E0104 3:8 U+202E is a direction-changing character"],
    );
    check(
        "kind: ai_system\nid: a\nname: \"A\\u0007\"\n",
        &["E0104 3:7 U+0007 is a control character"],
    );
    check(
        "kind: ai_system\nid: a\nname: A\u{7}\n",
        &["E0104 3:8 U+0007 is a control character"],
    );
}

#[test]
fn bytes_that_are_no_text_are_shown_where_they_stand() {
    assert_eq!(
        findings(b"kind: ai_system\nid: a\nname: A\xffB\n"),
        ["E0103 3:8 the file is not UTF-8 text"]
    );
    assert_eq!(
        findings(b"\xef\xbb\xbfkind: ai_system\nid: a\nname: A\n"),
        Vec::<String>::new()
    );
}

#[test]
fn hostile_shapes_end_quickly_with_one_finding() {
    let bomb = "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n";
    let shapes = [
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        format!("{SYSTEM}owner: {}\n", "x".repeat(70_000)),
        format!("kind: ai_system\nid: a\nname: [{}]\n", "1,".repeat(200_000)),
        format!("x: {}1{}\n", "[".repeat(65), "]".repeat(65)),
    ];
    for shape in shapes {
        let told = findings(shape.as_bytes());
        assert_eq!(told.len(), 1, "{:.40} {told:?}", shape);
    }
    assert!(!findings(bomb.as_bytes()).is_empty());
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        findings(&bytes);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[a-c:{}\\[\\],&*!|>'\"#%@ \n\t?-]{0,120}") {
        findings(format!("kind: ai_system\nid: a\n{text}").as_bytes());
    }

    #[test]
    fn depth_is_read_up_to_the_limit(depth in 1_usize..100) {
        // The record itself is the first level.
        let yaml = format!("kind: ai_system\nid: a\nname: A\nx: {}1{}\n", "[".repeat(depth), "]".repeat(depth));
        let is_too_deep = findings(yaml.as_bytes()).iter().any(|line| line.starts_with("E0106"));
        prop_assert_eq!(is_too_deep, depth + 1 > actfile::yaml::parse::DEEPEST);
    }
}

#[test]
fn a_secret_is_reported_without_being_repeated() {
    let yaml = "kind: ai_system\nid: a\nname: A\nnotes: the key is AKIAIOSFODNN7EXAMPLE\n";
    check(
        yaml,
        &["W0401 - the value of `notes` on line 4 looks like a key or access token"],
    );
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), yaml.as_bytes());
    for style in [
        Style::Human,
        Style::Short,
        Style::Json,
        Style::Sarif,
        Style::Junit,
        Style::Github,
    ] {
        let told = report::findings(style, &loaded.sources, &loaded.findings, "inventories");
        assert!(told.contains("W0401") && !told.contains("AKIA"), "{told}");
    }
}

#[test]
fn a_secret_is_the_only_thing_said_about_its_text() {
    let says = |text: &str, line: &str| {
        let yaml = format!("kind: ai_system\nid: a\nname: A\n{text}\n");
        check(&yaml, &[line]);
    };
    let key = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    says(
        &format!("notes: fully compliant {key}"),
        "W0401 - the value of `notes` on line 4 looks like a key or access token",
    );
    says(
        &format!("owner: a@b.example {key}"),
        "W0401 - the value of `owner` on line 4 looks like a key or access token",
    );
}

#[test]
fn days_that_run_backwards_are_reported() {
    check(
        "kind: incident\nid: i\noccurred_on: 2026-05-02\naware_on: 2026-05-01\nclosed_on: 2026-05-02\n",
        &["E0303 4:11 `aware_on` lies before `occurred_on`"],
    );
    check(
        "kind: audit_summary\nid: a\nperiod: {start: 2026-10-01, end: 2026-09-30}\n",
        &["E0303 3:34 `period.end` lies before `period.start`"],
    );
}

#[track_caller]
fn advice(yaml: &str) -> String {
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), yaml.as_bytes());
    report::findings(Style::Human, &loaded.sources, &loaded.findings, "")
}

#[test]
fn a_message_shows_how_the_value_is_written() {
    let system = "kind: ai_system\nid: a\nname: A\n";
    let organisation = "kind: organisation\nid: a\n";
    for (yaml, told) in [
        (
            format!("{system}uses: [nothing-at-all]\n"),
            "`none`, if nothing of the list is meant",
        ),
        (
            format!("{system}uses: [nothing-at-all]\n"),
            "`actfile explain uses`",
        ),
        (
            format!("{organisation}turnover: 40000000\n"),
            "write it as `{amount_eur: ..., year: ...}`",
        ),
        (
            format!("{organisation}size_class: [small]\n"),
            "allowed: `micro`, `small`, `medium`, `smc`, `large`",
        ),
    ] {
        let found = advice(&yaml);
        assert!(found.contains(told), "{told}\n{found}");
    }
}
