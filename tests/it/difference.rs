//! What `actfile diff` says: which edit of an inventory brings which sentence, what does not count as a change, and
//! that a comparison read from the other end says the same with sides exchanged.

use actfile::calendar::Date;
use actfile::compare::cause::Cause;
use actfile::compare::change::{Change, Kind, Topic};
use actfile::compare::timeline::timeline;
use actfile::compare::{Side, compare};
use actfile::law::edition::Edition;
use actfile::read::{Loaded, load};
use actfile::render::markdown::{Spoken, markdown};
use actfile::report::difference::human::human;
use actfile::report::difference::json::json;
use actfile::report::difference::page::{LONGEST_COMMENT, TEMPLATE, page, tries};
use actfile::report::difference::{Difference, Named, Recognised};
use actfile::source::SourceMap;
use actfile::{Asked, Checked, check};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

const TODAY: Date = Date::on(2026, 11, 22);

/// The texts of the worked example, by path.
static EXAMPLE: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let loaded = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("inventories")).unwrap();
    texts(&loaded.sources)
});

fn texts(sources: &SourceMap) -> Vec<(String, String)> {
    let files = sources.files().iter();
    files.map(|file| (file.path.clone(), file.text.clone())).collect()
}

#[track_caller]
fn checked_as(texts: &[(String, String)], law: Option<Edition>, as_of: Option<Date>) -> Checked {
    let mut loaded = Loaded::default();
    for (path, text) in texts {
        loaded.add(path.clone(), text.as_bytes());
    }
    let checked = check(
        loaded,
        Asked {
            as_of,
            today: TODAY,
            law,
        },
    );
    let told = actfile::report::findings(
        actfile::report::Style::Short,
        &checked.sources,
        &checked.findings,
        "",
    );
    assert!(!checked.findings.has_errors(), "{told}");
    checked
}

#[track_caller]
fn checked(texts: &[(String, String)]) -> Checked {
    checked_as(texts, None, None)
}

fn side(checked: &Checked) -> Side<'_> {
    Side {
        assessment: &checked.assessment,
        sources: &checked.sources,
    }
}

#[track_caller]
fn changes(old: &[(String, String)], new: &[(String, String)]) -> Vec<Change> {
    compare(side(&checked(old)), side(&checked(new)))
}

/// Returns the example with one text of one file exchanged.
#[track_caller]
fn edited(path: &str, from: &str, to: &str) -> Vec<(String, String)> {
    let mut texts = EXAMPLE.clone();
    let file = texts.iter_mut().find(|(known, _)| known == path).unwrap();
    assert!(file.1.contains(from), "{path} does not say {from}");
    file.1 = file.1.replacen(from, to, 1);
    texts
}

fn sentences(changes: &[Change], kind: Kind) -> Vec<String> {
    let wanted = changes.iter().filter(|change| change.kind == kind);
    wanted
        .map(|change| format!("{}: {}", change.about.name(), change.says()))
        .collect()
}

fn fields(change: &Change) -> Vec<String> {
    let fields = change.because.iter().filter_map(|cause| match cause {
        Cause::Field { record, field } => Some(format!("{record} {field}")),
        Cause::OwnRecord(_) | Cause::Edition(_) | Cause::AsOf => None,
    });
    fields.collect()
}

fn difference(changes: Vec<Change>) -> Difference {
    let named = |name: &str| Named {
        recognised: Recognised::Inventory,
        name: name.to_owned(),
        law: "omnibus-2026".to_owned(),
        as_of: TODAY,
    };
    Difference {
        sides: [named("old"), named("new")],
        changes,
        timeline: Vec::new(),
        not_compared: Vec::new(),
    }
}

const CV: &str = "systems/cv-screening.yaml";

/// An edit of the example: file, text, other text; then a sentence about a conclusion that must be told with the field
/// that brings it, and the sentence about the field itself.
type Edit = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const EDITS: &[Edit] = &[
    (
        CV,
        "uses: [recruitment-screening]",
        "uses: [recruitment-screening, credit-scoring]",
        "cv-screening: is high-risk through Annex III 5(b): creditworthiness and credit scores",
        "cv-screening uses",
        "cv-screening: `uses` is `[recruitment-screening, credit-scoring]` instead of `[recruitment-screening]`",
    ),
    (
        CV,
        "unlisted_facts: absent\n",
        "",
        "cv-screening: is open, between high-risk (Annex III) and prohibited practice (Article 5) instead of \
            high-risk (Annex III)",
        "cv-screening unlisted_facts",
        "cv-screening: `unlisted_facts` is removed; it was `absent`",
    ),
    (
        CV,
        "notices: [notice-workers-cv-screening, notice-applicant-data]\n",
        "",
        "",
        "",
        "cv-screening: `notices` is removed; it was `[notice-workers-cv-screening, notice-applicant-data]`",
    ),
    (
        CV,
        "our_roles: [deployer]",
        "our_roles: [provider]",
        "cv-screening: a duty is no longer owed: use the system as its instructions say (Art. 26(1)); before: prepares for 2 \
            December 2027, shown",
        "cv-screening our_roles",
        "cv-screening: `our_roles` is `[provider]` instead of `[deployer]`",
    ),
    (
        "systems/customer-chatbot.yaml",
        "placed_before_2026_08_02: true",
        "placed_before_2026_08_02: false",
        "customer-chatbot: Article 50(2), marking synthetic content (provider): applies (instead of: applies; \
            transitional period until 2 December 2026)",
        "customer-chatbot facts.art50.placed_before_2026_08_02",
        "customer-chatbot: `facts.art50.placed_before_2026_08_02` is `false` instead of `true`",
    ),
    (
        "organisation.yaml",
        "as_of: 2026-11-22",
        "as_of: 2026-12-02",
        "customer-chatbot: gap `TRN-030` (`mirlane-large-2`, `marking.watermark`) is must now instead of must by 2 \
            December 2026",
        "",
        "",
    ),
];

#[test]
fn each_edit_of_the_example_is_told_with_what_it_brings() {
    for (path, from, to, conclusion, cause, input) in EDITS {
        let changes = changes(&EXAMPLE, &edited(path, from, to));
        let told = human(&difference(changes.clone()));
        let inputs = sentences(&changes, Kind::Input);
        assert!(
            input.is_empty() || inputs == [*input],
            "{path}: {from} -> {to}\n{told}"
        );
        if conclusion.is_empty() {
            continue;
        }
        let found = changes
            .iter()
            .find(|change| format!("{}: {}", change.about.name(), change.says()) == *conclusion);
        let found = found.unwrap_or_else(|| panic!("{conclusion}\n{told}"));
        assert!(
            cause.is_empty() || fields(found) == [*cause],
            "{conclusion}\n{told}"
        );
    }
}

#[test]
fn an_inventory_does_not_differ_from_itself() {
    assert_eq!(changes(&EXAMPLE, &EXAMPLE), []);
    let told = human(&difference(Vec::new()));
    assert!(told.ends_with("\nNo change.\n"), "{told}");
}

#[test]
fn comments_order_and_style_are_no_change() {
    let mut files = EXAMPLE.clone();
    files.reverse();
    for (path, text) in &mut files {
        // The bill of materials of a vendor is JSON, which has no comments.
        if path.ends_with(".yaml") {
            *text = format!(
                "# A remark.\n{}",
                text.replace("\nowner: ", "\n# Another.\nowner:   ")
            );
        }
        path.insert_str(0, "moved/");
    }
    assert_eq!(changes(&EXAMPLE, &files), []);
    let rewritten = [
        (CV, "id: cv-screening\n", "id: \"cv-screening\"\n"),
        (
            CV,
            "  - {population: recruiters, size_band: 1-9, contractors: false}",
            "  - contractors: false\n    population: 'recruiters'\n    size_band: \"1-9\"",
        ),
        (
            CV,
            "notices: [notice-workers-cv-screening, notice-applicant-data]",
            "notices:\n  - notice-applicant-data\n  - notice-workers-cv-screening",
        ),
        (
            CV,
            "owner: Head of Human Resources\nour_roles: [deployer]\n",
            "our_roles: [deployer]\nowner: Head of Human Resources\n",
        ),
    ];
    for (path, from, to) in rewritten {
        assert_eq!(changes(&EXAMPLE, &edited(path, from, to)), [], "{from}");
    }
}

#[test]
fn a_quoted_list_is_not_a_list() {
    let changes = changes(
        &EXAMPLE,
        &edited(CV, "owner: Head of Human Resources", "owner: \"[a]\""),
    );
    assert_eq!(
        sentences(&changes, Kind::Input),
        ["cv-screening: `owner` is `[a]` instead of `Head of Human Resources`"]
    );
}

#[test]
fn an_unrelated_system_brings_its_own_rows_only() {
    let mut files = EXAMPLE.clone();
    let record =
        "kind: ai_system\nid: aaa-other\nname: Other\nour_roles: [deployer]\nunlisted_facts: absent\n";
    files.push(("systems/aaa.yaml".to_owned(), record.to_owned()));
    let changes = changes(&EXAMPLE, &files);
    let of_others = changes.iter().filter(|change| {
        let is_named = change
            .after
            .as_ref()
            .is_some_and(|said| said.words.contains("aaa-other"));
        change.about.name() != "aaa-other" && !is_named
    });
    let of_others: Vec<String> = of_others.map(Change::says).collect();
    assert_eq!(of_others, Vec::<String>::new());
    let because = changes.iter().filter(|change| change.kind == Kind::Risk);
    assert!(because.clone().count() > 3);
    because.for_each(|change| assert_eq!(fields(change), ["aaa-other "], "{}", change.says()));
}

#[test]
fn items_of_a_list_are_found_again_by_name_or_value() {
    let cases = [
        (
            "  - {population: recruiters, size_band: 1-9, contractors: false}\n",
            "  - {population: drivers, size_band: 1-9, contractors: true}\n  - {population: recruiters, size_band: 1-9, \
             contractors: false}\n",
            "`operators[1]` is added: `{population: drivers, size_band: 1-9, contractors: true}`",
        ),
        (
            "    approved: true\n",
            "    approved: false\n",
            "`integrations[applicant-portal].approved` is `false` instead of `true`",
        ),
        (
            "  not_applicable:\n    reason: >-\n      We are",
            "  not_applicable:\n    reason: >-\n      Who are",
            "`fria.not_applicable.reason` is `Who are neither a public body nor a private provider of public services, and the use is neither credit scoring nor life or health insurance` instead of `We are neither a public body nor a private provider of public services, and the use is neither credit scoring nor life or health insurance`",
        ),
    ];
    for (from, to, expected) in cases {
        let changes = changes(&EXAMPLE, &edited(CV, from, to));
        let expected = format!("cv-screening: {expected}");
        assert_eq!(sentences(&changes, Kind::Input), [expected]);
    }
}

/// Returns the changes as they are read from the other end.
fn mirrored(changes: Vec<Change>) -> Vec<Change> {
    let mut mirrored: Vec<Change> = changes
        .into_iter()
        .map(|change| Change {
            before: change.after,
            after: change.before,
            detail: String::new(),
            ..change
        })
        .collect();
    mirrored.sort_by(Change::order);
    mirrored
}

fn without_details(changes: Vec<Change>) -> Vec<Change> {
    mirrored(mirrored(changes))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn read_from_the_other_end_the_same_differs(picked in proptest::sample::subsequence(EDITS, 1..=EDITS.len()), twist in 0..3_usize) {
        let mut files = EXAMPLE.clone();
        for (path, from, to, ..) in picked {
            let file = files.iter_mut().find(|(known, _)| known == path).unwrap();
            file.1 = file.1.replacen(from, to, 1);
        }
        if twist > 0 {
            files.retain(|(path, _)| !path.starts_with("audits/") && !path.starts_with("incidents"));
            let file = files.iter_mut().find(|(known, _)| known == CV).unwrap();
            file.1 = file.1.replace("audit: audit-2026-10-cv-screening\n", "");
            for (_, text) in &mut files {
                let kept = text.lines().filter(|line| !line.starts_with("audit: "));
                *text = kept.map(|line| format!("{line}\n")).collect();
            }
        }
        let (there, back) = (changes(&EXAMPLE, &files), changes(&files, &EXAMPLE));
        prop_assert!(!there.is_empty());
        prop_assert_eq!(mirrored(there), without_details(back));
    }
}

#[test]
fn two_editions_move_days_and_name_the_provision() {
    let [old, new] = [Edition::Oj2024, Edition::Omnibus2026].map(|law| checked_as(&EXAMPLE, Some(law), None));
    let changes = compare(side(&old), side(&new));
    let day = changes
        .iter()
        .find(|change| change.about.name() == "cv-screening" && change.topic == Topic::FirstDay);
    let day = day.unwrap();
    assert_eq!(
        day.says(),
        "high-risk duties begin on 2 December 2027 instead of 2 August 2026"
    );
    assert_eq!(day.because, [Cause::Edition(Some("Art. 113(c)(i)".to_owned()))]);
    assert!(changes.iter().all(|change| change.kind != Kind::Input));
    assert_eq!(
        sentences(&changes, Kind::Rule),
        [
            "law: the edition of the Act is Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744 instead \
             of Regulation (EU) 2024/1689"
        ]
    );
    let grace = changes.iter().find(|change| change.topic == Topic::DutyStanding);
    assert_eq!(
        grace.unwrap().because,
        [Cause::Edition(Some("Art. 111(4)".to_owned()))]
    );
    let days = timeline(side(&old), side(&new));
    let differing: Vec<String> = days
        .iter()
        .filter(|day| day.differs())
        .map(|day| day.on.to_string())
        .collect();
    // On the first day the wording of the literacy duty differs, not the day.
    assert_eq!(
        differing,
        ["2025-02-02", "2026-08-02", "2026-12-02", "2027-12-02"]
    );
    let last = days.last().unwrap();
    assert_eq!(last.sides[0].n_apply, last.sides[1].n_apply);
    let unchanged = timeline(side(&old), side(&old));
    assert!(!unchanged.is_empty() && unchanged.iter().all(|day| !day.differs()));
}

#[test]
fn a_point_that_one_edition_lacks_is_cited() {
    let record = "kind: ai_system\nid: a\nname: A\nour_roles: [provider]\nunlisted_facts: absent\nfacts:\n  art5:\n    ba: \
        {realistic: true, identifiable_person: true, intimate_or_sexually_explicit: true, explicit_consent: false, \
        no_increase_of_exposure_edit: false, gate: provider_intended_purpose}\n";
    let files = [("a.yaml".to_owned(), record.to_owned())];
    let [old, new] = [Edition::Oj2024, Edition::Omnibus2026].map(|law| checked_as(&files, Some(law), None));
    let changes = compare(side(&old), side(&new));
    let point = changes
        .iter()
        .find(|change| change.topic == Topic::Prohibited)
        .unwrap();
    assert_eq!(
        point.says(),
        "meets point 5(1)(ba) of the prohibited practices: intimate images without consent"
    );
    assert_eq!(point.because, [Cause::Edition(Some("Art. 5(1)(ba)".to_owned()))]);
}

#[test]
fn where_too_much_differs_to_be_tried_the_record_is_named_as_untried() {
    let files = |roles: &str| -> Vec<(String, String)> {
        let record = |n: usize| {
            let text = format!(
                "kind: ai_system\nid: a-{n}\nname: A\nour_roles: [{roles}]\nunlisted_facts: absent\n"
            );
            (format!("{n}.yaml"), text)
        };
        (0..120).map(record).collect()
    };
    let changes = changes(&files("deployer"), &files("provider"));
    let roles = || changes.iter().filter(|change| change.topic == Topic::DutyRole);
    let of_system = roles().find(|change| change.about.name() == "a-0").unwrap();
    assert_eq!(of_system.because, [Cause::OwnRecord("a-0".parse().unwrap())]);
    // What no single record stands for is left without a cause rather than given a guessed one.
    let of_all = roles()
        .find(|change| change.about.name() == "organisation")
        .unwrap();
    assert_eq!(of_all.because, []);
    let told = json(&difference(changes));
    assert!(told.contains("\"kind\": \"own_record\""), "{told}");
    assert!(told.contains("\"tried\": false"), "{told}");
}

#[test]
fn a_comment_is_folded_and_cut_to_what_a_forge_takes_and_counts_what_is_cut() {
    let vendor = |n| {
        format!(
            "kind: vendor\nid: vendor-{n}\nlegal_name: {}\n",
            "Long name ".repeat(9)
        )
    };
    let many: Vec<String> = (0..1500).map(vendor).collect();
    let mut after = EXAMPLE.clone();
    after.push(("many.yaml".to_owned(), many.join("---\n")));
    let difference = difference(changes(&EXAMPLE, &after));
    let whole = markdown(TEMPLATE, &page(&difference, usize::MAX), Spoken::ENGLISH).unwrap();
    assert!(whole.chars().count() > LONGEST_COMMENT);
    assert!(
        whole.contains("<details><summary>All 1500</summary>\n\n|"),
        "{}",
        &whole[..2000]
    );
    let told = |most| markdown(TEMPLATE, &page(&difference, most), Spoken::ENGLISH).unwrap();
    let fitting = tries()
        .map(told)
        .find(|told| told.chars().count() < LONGEST_COMMENT)
        .unwrap();
    assert!(
        fitting.contains(" more; `actfile diff` tells all.\n\n</details>"),
        "{fitting}"
    );
    assert!(told(0).contains("1500 more; `actfile diff` tells all."));
}

#[test]
fn nothing_of_an_inventory_is_markup_in_a_comment() {
    let odd = "\"@octocat <img src=x> | [x](http://a.example) `` #77 **b**\"";
    let changes = changes(
        &EXAMPLE,
        &edited(CV, "owner: Head of Human Resources", &format!("owner: {odd}")),
    );
    let difference = difference(changes);
    let comment = markdown(TEMPLATE, &page(&difference, usize::MAX), Spoken::ENGLISH).unwrap();
    for mark in ["@octocat", "<img", "[x](", "#77", "**b**"] {
        assert!(!comment.contains(mark), "{mark}\n{comment}");
    }
    let report: serde_json::Value = serde_json::from_str(&json(&difference)).unwrap();
    let changes = report["changes"].as_array().unwrap();
    let input = changes
        .iter()
        .find(|change| change["kind"] == "input_change")
        .unwrap();
    assert_eq!(
        input["after"]["words"],
        "@octocat <img src=x> | [x](http://a.example) `` #77 **b**"
    );
    assert_eq!(input["after"]["at"], "systems/cv-screening.yaml:6:8");
}

/// A safe stop that machinery law covers, which the amending act moved to Section B, and a lift, which stays in Section A.
const PRODUCTS: &str = "\
kind: ai_system
id: safe-stop
name: Safe stop
our_roles: [provider]
uses: [machinery]
unlisted_facts: absent
facts:
  annex_i: {function: safety_function, third_party_ca: true, ca_reason: health_safety}
---
kind: ai_system
id: lift-control
name: Lift control
our_roles: [provider]
uses: [lifts]
unlisted_facts: absent
facts:
  annex_i: {function: safety_function, third_party_ca: true, ca_reason: health_safety}
";

#[test]
fn what_moves_between_the_sections_of_annex_i_is_put_down_to_the_annex_and_not_to_a_day() {
    let texts = [("products.yaml".to_owned(), PRODUCTS.to_owned())];
    let [old, new] = [Edition::Oj2024, Edition::Omnibus2026].map(|law| checked_as(&texts, Some(law), None));
    let changes = compare(side(&old), side(&new));
    let places = |id: &str, topic: Topic| -> BTreeSet<String> {
        let of = changes
            .iter()
            .filter(|it| it.about.name() == id && it.topic == topic);
        let causes = of.flat_map(|it| &it.because).map(|cause| match cause {
            Cause::Edition(Some(place)) => place.clone(),
            Cause::Edition(None) | Cause::Field { .. } | Cause::OwnRecord(_) | Cause::AsOf => {
                format!("{cause:?}")
            }
        });
        causes.collect()
    };
    let moved = BTreeSet::from(["Annex I as changed by OMN Art. 1(41), with Art. 2(2)".to_owned()]);
    for topic in [Topic::Class, Topic::Route, Topic::Duty, Topic::Gap] {
        assert_eq!(places("safe-stop", topic), moved, "{topic:?}");
    }
    let days = BTreeSet::from(["Art. 113(c)(ii)".to_owned()]);
    assert_eq!(places("lift-control", Topic::DutyDay), days);
    let told = sentences(&changes, Kind::Risk).join("\n");
    assert!(
        !told.contains("safe-stop: high-risk duties begin on"),
        "none begin through Section B:\n{told}"
    );
    assert!(!told.contains("they began on"), "{told}");
    assert!(
        told.contains("lift-control: high-risk duties begin on 2 August 2028 instead of 2 August 2027"),
        "{told}"
    );
    let literacy = "organisation: a duty is no longer owed: see to it";
    let line = told.lines().find(|line| line.starts_with(literacy)).unwrap();
    assert!(line.ends_with("(Art. 4); before: owed, missing"), "{line}");
    assert_eq!(
        places("organisation", Topic::Duty),
        BTreeSet::from(["OMN Art. 1(5)".to_owned()])
    );
}

#[test]
fn a_sentence_that_is_cut_leaves_no_code_span_open() {
    let texts = [(
        "products.yaml".to_owned(),
        PRODUCTS.replace("unlisted_facts: absent\n", ""),
    )];
    let none = [(
        "products.yaml".to_owned(),
        "kind: ai_system\nid: other\nname: Other\n".to_owned(),
    )];
    let changes = changes(&none, &texts);
    let told = sentences(&changes, Kind::Risk);
    let cut: Vec<&String> = told.iter().filter(|line| line.contains("...")).collect();
    assert!(
        !cut.is_empty(),
        "no sentence of the example is long enough: {told:#?}"
    );
    for line in cut {
        assert_eq!(line.matches('`').count() % 2, 0, "{line}");
    }
}

#[test]
fn days_on_either_side_of_a_prohibition_tell_that_it_begins() {
    let days = ["2026-11-27", "2026-12-03"].map(|day| checked_as(&EXAMPLE, None, Some(day.parse().unwrap())));
    let told = sentences(&compare(side(&days[0]), side(&days[1])), Kind::Rule).join("\n");
    assert!(
        told.contains("law: prohibitions begin to apply for everybody"),
        "{told}"
    );
    assert!(told.contains("from 2 December 2026"), "{told}");
    let back = sentences(&compare(side(&days[1]), side(&days[0])), Kind::Rule).join("\n");
    assert!(back.contains("law: prohibitions do not apply yet"), "{back}");
}
