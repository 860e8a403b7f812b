//! Findings for people and machines. A collection of findings and the texts they point into come in, one string
//! comes out; whoever calls decides where it goes. Nothing here prints, and whatever a user's file contains,
//! no control or direction-changing character of it gets through.

pub mod boms;
pub mod class_lines;
pub mod classes;
pub mod difference;
pub mod editor;
pub mod explained;
pub mod fields;
pub mod found;
pub mod glossary;
pub mod law;
pub mod near_codes;
pub mod remedies;
pub mod see_also;
pub mod unified;
pub mod uses;
pub mod visible;

pub(crate) mod described;
pub(crate) mod evidence_checks;
pub(crate) mod excerpt;
pub(crate) mod fingerprint;
pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod listing;
pub(crate) mod named;
pub(crate) mod provision;
pub(crate) mod sarif;
pub(crate) mod short;
pub(crate) mod stands;
pub(crate) mod told_gaps;
pub(crate) mod vendor_facts;

use crate::diag::Diagnostics;
use crate::obligations::gap::Gap;
use crate::report::listing::Listing;
use crate::source::SourceMap;

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With the lines they are about, in colour.
    Human,
    /// One line each.
    Short,
    /// An object with every place as line, column and byte.
    Json,
    /// SARIF 2.1.0, for code scanning services.
    Sarif,
    /// JUnit XML, for test reports.
    Junit,
    /// Workflow commands that annotate a pull request on GitHub.
    Github,
}

/// Tells findings. `project` is the inventory folder as the user wrote it; paths are shown below it. Human
/// output is styled with terminal escapes, which the stream it is written to removes where they are not wanted.
pub fn findings(style: Style, sources: &SourceMap, findings: &Diagnostics, project: &str) -> String {
    told(style, &Listing::of(sources, findings, project))
}

/// Tells findings, and for machines also the gaps for which a run ends with 1; people read those as lines of their own.
pub fn findings_and_gaps(
    style: Style,
    sources: &SourceMap,
    findings: &Diagnostics,
    gaps: &[&Gap],
    project: &str,
) -> String {
    told(style, &Listing::of(sources, findings, project).with_gaps(gaps))
}

fn told(style: Style, listing: &Listing<'_>) -> String {
    match style {
        Style::Human => human::render(listing),
        Style::Short => short::render(listing),
        Style::Json => json::render(listing),
        Style::Sarif => sarif::render(listing),
        Style::Junit => junit::render(listing),
        Style::Github => github::render(listing),
    }
}

/// Returns one line on how much was found, such as `3 errors, 1 warning in 2 files`; `None` when nothing was.
pub fn summary(sources: &SourceMap, findings: &Diagnostics) -> Option<String> {
    Listing::of(sources, findings, "").summary()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostic;
    use crate::diag::codes::Code;
    use crate::source::{FileId, SourceFile, Span};
    use proptest::prelude::*;

    const CV: &str = "kind: ai_system\nid: cv-ranking\nmodel: gpt-5-turbo\n";

    fn sources(files: &[(&str, &str)]) -> SourceMap {
        let mut sources = SourceMap::default();
        for (path, text) in files {
            sources.add(SourceFile {
                path: (*path).into(),
                text: (*text).into(),
                n_bytes: 0,
                sha256: String::new(),
            });
        }
        sources
    }

    fn span(file: u32, start: u32, end: u32) -> Span {
        let file = FileId(file);
        Span { file, start, end }
    }

    fn all(found: impl IntoIterator<Item = Diagnostic>) -> Diagnostics {
        let mut findings = Diagnostics::default();
        found.into_iter().for_each(|finding| findings.add(finding));
        findings
    }

    fn dangling() -> Diagnostic {
        Diagnostic::at(
            Code::DanglingReference,
            span(0, 38, 49),
            "no model is called `gpt-5-turbo`",
            "not found in this inventory",
        )
        .help("a model with a similar name exists: `gpt-5-mini`")
    }

    fn told(style: Style, sources: &SourceMap, found: impl IntoIterator<Item = Diagnostic>) -> String {
        let told = findings(style, sources, &all(found), "inventories/acme/");
        anstream::adapter::strip_str(&told).to_string()
    }

    #[test]
    fn a_person_sees_the_line_and_what_to_do() {
        let told = told(Style::Human, &sources(&[("systems/cv.yaml", CV)]), [dangling()]);
        let expected = "\
error[E0203]: no model is called `gpt-5-turbo`
 --> inventories/acme/systems/cv.yaml:3:8
  |
3 | model: gpt-5-turbo
  |        ^^^^^^^^^^^ not found in this inventory
  |
  = help: a model with a similar name exists: `gpt-5-mini`

1 error in 1 file; `actfile explain E0203` says more about the first
";
        assert_eq!(told, expected);
    }

    #[test]
    fn the_other_half_of_the_story_is_shown_too() {
        let twice = Diagnostic::at(
            Code::DuplicateId,
            span(1, 4, 5),
            "two records have the id `a`",
            "again here",
        )
        .and_at(span(0, 4, 5), "first here");
        let told = told(
            Style::Human,
            &sources(&[("a.yaml", "id: a\n"), ("b.yaml", "id: a\n")]),
            [twice],
        );
        let expected = "\
error[E0204]: two records have the id `a`
 --> inventories/acme/b.yaml:1:5
  |
1 | id: a
  |     ^ again here
  |
 ::: inventories/acme/a.yaml:1:5
  |
1 | id: a
  |     - first here

1 error in 1 file; `actfile explain E0204` says more about the first
";
        assert_eq!(told, expected);
    }

    #[test]
    fn the_place_is_that_of_the_file_where_the_line_is_cut() {
        let text = format!("a: {}gpt\n", "x ".repeat(400));
        let found = Diagnostic::at(Code::WrongType, span(0, 803, 806), "odd", "here");
        let told = told(Style::Human, &sources(&[("a.yaml", &text)]), [found]);
        assert!(told.contains("--> inventories/acme/a.yaml:1:804\n"), "{told}");
        assert!(told.contains("x gpt\n"), "{told}");
    }

    #[test]
    fn a_finding_without_text_names_its_file() {
        let found = [
            Diagnostic::about(Code::NotUtf8, "latin.yaml", "the file is not UTF-8 text")
                .help("save it as UTF-8"),
            Diagnostic::about(Code::EmptyProject, "", "the project has no record"),
        ];
        let told = told(Style::Human, &SourceMap::default(), found);
        let expected = "\
error[E0109]: the project has no record
--> inventories/acme

error[E0103]: the file is not UTF-8 text
--> inventories/acme/latin.yaml
 = help: save it as UTF-8

2 errors in 2 files; `actfile explain E0109` says more about the first
";
        assert_eq!(told, expected);
    }

    #[test]
    fn short_findings_are_one_line_each() {
        let told = told(Style::Short, &sources(&[("systems/cv.yaml", CV)]), [dangling()]);
        let expected = "\
inventories/acme/systems/cv.yaml:3:8: error[E0203]: no model is called `gpt-5-turbo`
1 error in 1 file
";
        assert_eq!(told, expected);
    }

    #[test]
    fn json_has_line_column_and_byte() {
        let told = told(Style::Json, &sources(&[("systems/cv.yaml", CV)]), [dangling()]);
        let object: serde_json::Value = serde_json::from_str(&told).unwrap();
        let label = &object["findings"][0]["labels"][0];
        assert_eq!(
            label["start"],
            serde_json::json!({"line": 3, "column": 8, "byte": 38})
        );
        assert_eq!(
            label["end"],
            serde_json::json!({"line": 3, "column": 19, "byte": 49})
        );
        assert_eq!(object["findings"][0]["code"], "E0203");
        assert_eq!(object["counts"]["error"], 1);
    }

    #[test]
    fn sarif_places_findings_below_the_root() {
        let told = told(Style::Sarif, &sources(&[("a b.yaml", CV)]), [dangling()]);
        let log: serde_json::Value = serde_json::from_str(&told).unwrap();
        let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "inventories/acme/a%20b.yaml");
        assert_eq!(place["region"]["startColumn"], 8);
    }

    #[test]
    fn sarif_counts_columns_in_utf16_and_knows_a_result_again() {
        let text = "name: 😀😀 x\n";
        let found = |start| Diagnostic::at(Code::WrongType, span(0, start, start + 1), "odd", "here");
        let log = |text: &str, start| -> serde_json::Value {
            let told = told(Style::Sarif, &sources(&[("a.yaml", text)]), [found(start)]);
            serde_json::from_str(&told).unwrap()
        };
        let (here, lower) = (log(text, 15), log(&format!("id: a\n{text}"), 21));
        let result = &here["runs"][0]["results"][0];
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert_eq!(
            (&region["startColumn"], &region["endColumn"]),
            (&12.into(), &13.into())
        );
        let of_lower = &lower["runs"][0]["results"][0];
        assert_eq!(result["partialFingerprints"], of_lower["partialFingerprints"]);
        assert_eq!(here["runs"][0]["columnKind"], "utf16CodeUnits");
    }

    #[test]
    fn workflow_commands_and_xml_are_escaped() {
        let odd = || Diagnostic::at(Code::WrongType, span(0, 0, 1), "50% <b>&\"\n::x", "");
        let sources = sources(&[("a,b:c.yaml", CV)]);
        let github = told(Style::Github, &sources, [odd()]);
        assert_eq!(
            github,
            "::error file=inventories/acme/a%2Cb%3Ac.yaml,title=E0206 wrong-type,line=1,col=1,endColumn=2::50%25 <b>&\"\\u{a}::x\n"
        );
        let junit = told(Style::Junit, &sources, [odd()]);
        assert!(
            junit.contains("message=\"50% &lt;b&gt;&amp;&quot;\\u{a}::x\""),
            "{junit}"
        );
    }

    #[test]
    fn at_most_fifty_findings_of_a_file_are_told() {
        let text = "x: 1\n".repeat(120);
        let found =
            (0..120).map(|n| Diagnostic::at(Code::UnknownKey, span(0, n * 5, n * 5 + 1), "unknown key", ""));
        let sources = sources(&[("a.yaml", &text)]);
        let short = told(Style::Short, &sources, found.clone());
        assert_eq!(short.lines().count(), 52);
        assert!(
            short.ends_with("inventories/acme/a.yaml: and 70 more findings\n120 errors in 1 file\n"),
            "{short}"
        );
        assert!(
            told(Style::Human, &sources, found)
                .contains("... and 70 more findings in inventories/acme/a.yaml")
        );
    }

    #[test]
    fn a_flood_of_findings_stays_readable() {
        let files: Vec<(String, String)> = (0..200).map(|n| (format!("{n}.yaml"), CV.to_owned())).collect();
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let found = (0..200)
            .map(|n| Diagnostic::at(Code::UnknownKey, span(n, 0, 4), "unknown key", "not known here"));
        let told = told(Style::Human, &sources(&files), found);
        assert!(told.len() < 20_000);
        assert!(told.contains("more findings; `actfile check --format short` lists them"));
    }

    proptest! {
        #[test]
        fn no_control_character_of_the_user_gets_through(
            text in "(?s).{0,120}", message in "(?s).{0,40}", start in 0_u32..130, length in 0_u32..40,
        ) {
            let end = u32::try_from(text.len()).unwrap();
            let start = (0..=start.min(end)).rev().find(|at| text.is_char_boundary(*at as usize)).unwrap();
            let stop = (start..=end).find(|at| *at >= start + length && text.is_char_boundary(*at as usize));
            let finding = Diagnostic::at(Code::BrokenYaml, span(0, start, stop.unwrap_or(end)), &message, &message)
                .help(&message);
            let sources = sources(&[(&format!("{message}.yaml"), &text)]);
            for style in [Style::Human, Style::Short, Style::Json, Style::Sarif, Style::Junit, Style::Github] {
                let told = findings(style, &sources, &all([finding.clone()]), &message);
                let told = match style {
                    // Human output has escapes of its own, and a hyperlink would begin with one.
                    Style::Human => {
                        prop_assert!(!told.contains(['\x07', '\x08', '\r']), "{told:?}");
                        anstream::adapter::strip_str(&told).to_string()
                    }
                    Style::Short | Style::Json | Style::Sarif | Style::Junit | Style::Github => told,
                };
                prop_assert!(told.chars().all(|char| char == '\n' || !char.is_control()), "{told:?}");
                let has_hidden = told.contains(['\u{202e}', '\u{2066}', '\u{e0041}']);
                prop_assert!(!has_hidden, "{told:?}");
            }
        }
    }
}
