//! What documents say of questions that are open: one number wherever they are counted, and of a question that another
//! answer settles, which answer that is.

use crate::markdown::pages;

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\n";

fn page(path: &str, system: &str) -> String {
    let inventory = format!("{ORGANISATION}kind: ai_system\nid: a\nname: Ranker\n{system}");
    let mut pages = pages(&inventory).into_iter();
    let found = pages.find(|(document, _)| document.path == path);
    found.map(|(_, page)| page).unwrap_or_default()
}

/// Returns the number that stands behind some words.
fn number_behind(page: &str, words: &str) -> Option<usize> {
    let (_, rest) = page.split_once(words)?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[test]
fn the_gap_about_the_class_counts_what_the_sheet_counts() {
    let mut n_others_told = 0;
    for system in [
        "",
        "our_roles: [deployer]\n",
        "our_roles: [provider]\noutput_modalities: [text]\n",
        "our_roles: [deployer]\noutput_modalities: [text, image]\nuses: [recruitment-screening]\n",
        "our_roles: [deployer]\ntripwires: {affects_individual_decisions: false, safety_component: false}\n",
    ] {
        let sheet = page("systems/a", system);
        let heading = number_behind(&sheet, "| Questions still open | ");
        let gap = number_behind(&sheet, "at most prohibited practice (Article 5); ")
            .or_else(|| number_behind(&sheet, "prohibited practice (Article 5) at most; "));
        assert!(heading.is_some_and(|n_open| n_open > 0), "{system}\n{sheet}");
        assert_eq!(gap, heading, "{system}");
        n_others_told += usize::from(sheet.contains("of them on duties of others alone"));
    }
    assert!(
        n_others_told > 0,
        "a deployer is told what is not theirs to answer"
    );
}

#[test]
fn a_question_that_another_answer_settles_names_that_answer() {
    let harm = "causes significant harm? | unknown | ";
    let technique = "facts: {art5: {a: {technique: subliminal, material_distortion: false}}}\n";
    let record = page("classification", &format!("our_roles: [deployer]\n{technique}"));
    let settled = format!(
        "{harm}nobody has said, and it need not be asked here: the no of facts.art5.a.material_distortion settles it | no statement |"
    );
    assert!(record.contains(&settled), "{record}");
    // Where nothing settles it, nobody has said is all that there is to say.
    let technique = "facts: {art5: {a: {technique: subliminal, material_distortion: true}}}\n";
    let record = page("classification", &format!("our_roles: [deployer]\n{technique}"));
    assert!(
        record.contains(&format!("{harm}nobody has said | no statement |")),
        "{record}"
    );
}
