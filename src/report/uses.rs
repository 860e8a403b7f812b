//! What `actfile explain` says about the uses in plain words: one use with what it stands for, or the list of all. A
//! key comes in, a page in Markdown goes out. Adds nothing to the table of uses.

use crate::law::cite::listed;
use crate::law::edition::Edition;
use crate::law::exceptions::{PATH, of};
use crate::law::fact::Fact;
use crate::law::rule::{Cond, Exception};
use crate::law::uses::{FIELD, Use};
use crate::term::sentence_case;

/// Returns the page about a use, or about all for the name of the field; `None` for every other name.
pub(crate) fn page(name: &str) -> Option<String> {
    match name {
        FIELD => Some(list()),
        key => Use::of_key(key).map(one),
    }
}

/// Returns the use whose key comes closest to what was typed, if any comes close.
pub fn nearest_use(typed: &str) -> Option<Use> {
    let typed = typed.to_ascii_lowercase();
    let distance = |it: &Use| strsim::damerau_levenshtein(it.key(), &typed);
    let nearest = Use::ALL.iter().min_by_key(|it| distance(it)).copied()?;
    (distance(&nearest) <= 3 && distance(&nearest) < nearest.key().len()).then_some(nearest)
}

fn list() -> String {
    let mut told = format!(
        "# {FIELD}\n\nWhat a system is used for, in plain words, as a list such as `{FIELD}: [recruitment-screening]`. \
         A list that is given is complete: what it does not name is answered with no. `{FIELD}: [none]` says that \
         nothing of it is meant. Leave the field out while nobody knows.\n"
    );
    let mut area = "";
    for it in Use::ALL {
        if it.area() != area {
            area = it.area();
            told.push_str(&format!("\n## {}\n\n", sentence_case(area)));
        }
        let place = it.cite(Edition::Omnibus2026);
        let place = place.map_or_else(String::new, |cite| format!(" ({cite})"));
        told.push_str(&format!("- `{}`{place}: {}\n", it.key(), it.row().question));
    }
    told
}

fn one(it: Use) -> String {
    let row = it.row();
    let parts = [
        format!(
            "# {}\n\n{}: {}.\n\n",
            it.key(),
            sentence_case(it.area()),
            row.words
        ),
        format!("{}\nNot meant: {}\n\n", row.question, row.not_meant),
        format!("Written as: `{FIELD}: [{}]`\n{}", it.key(), place(it)),
        facts("What a yes answers with yes:", it.facts(Edition::Omnibus2026)),
        facts("It leaves open, and the class hangs on it:", it.asks_further()),
        exceptions(it),
        paragraph(it.derogation()),
    ];
    parts.concat()
}

// An act that has moved between the sections of its annex is told with both places.
fn place(it: Use) -> String {
    let mut places: Vec<String> = Vec::new();
    for edition in Edition::ALL.iter().rev() {
        let Some(cite) = it.cite(*edition) else { continue };
        let is_known = places.iter().any(|place| place.starts_with(&cite.to_string()));
        match (is_known, places.is_empty()) {
            (true, _) => {}
            (false, true) => places.push(cite.to_string()),
            (false, false) => places.push(format!("{cite} under {edition}")),
        }
    }
    match places.is_empty() {
        true => String::new(),
        false => format!("Stands for: {}\n", places.join("; ")),
    }
}

fn facts(head: &str, facts: &[Fact]) -> String {
    let lines = facts
        .iter()
        .map(|fact| format!("- `{}`: {}\n", fact.field(), fact.question()));
    section(head, lines.collect())
}

fn exceptions(it: Use) -> String {
    let of_point = it.point().map_or(&[][..], of);
    let claims = it.exceptions().iter();
    let lines = claims.filter_map(|claim| {
        let exception = of_point
            .iter()
            .find(|exception| exception.when == Cond::Is(*claim))?;
        Some(told(*claim, exception))
    });
    section(
        &format!("It is lifted by an exception that whoever relies on it claims in `facts.{PATH}`:"),
        lines.collect(),
    )
}

fn told(claim: Fact, exception: &Exception) -> String {
    format!(
        "- `{}`: {} ({}; {})\n",
        claim.term().unwrap_or_default(),
        claim.question(),
        listed(exception.cites),
        exception.basis.words()
    )
}

fn section(head: &str, lines: String) -> String {
    match lines.is_empty() {
        true => String::new(),
        false => format!("\n{head}\n\n{lines}"),
    }
}

fn paragraph(text: &str) -> String {
    match text.is_empty() {
        true => String::new(),
        false => format!("\n{text}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_the_mapping() {
        let page = page("worker-monitoring").unwrap();
        for words in [
            "# worker-monitoring\n",
            "Not meant: ",
            "Stands for: Annex III 4(b)\n",
            "- `facts.annex_iii.points`: ",
            "- `alerts_worker_only`: ",
            "GHR ¶278; draft Commission guideline",
            "derogation",
        ] {
            assert!(page.contains(words), "{words} is not in\n{page}");
        }
    }

    #[test]
    fn an_act_that_has_moved_is_told_with_both_places() {
        let page = page("machinery").unwrap();
        assert!(
            page.contains("Stands for: Annex I B point 21; Annex I A point 1 under oj-2024\n"),
            "{page}"
        );
        assert!(page.contains("`facts.annex_i.third_party_ca`"), "{page}");
    }

    #[test]
    fn the_list_names_every_use_once() {
        let list = page("uses").unwrap();
        for it in Use::ALL {
            assert_eq!(
                list.matches(&format!("- `{}`", it.key())).count(),
                1,
                "{}",
                it.key()
            );
            assert!(page(it.key()).is_some(), "{}", it.key());
        }
        assert_eq!(page("weather"), None);
    }

    #[test]
    fn a_key_that_is_misspelt_is_offered() {
        assert_eq!(
            nearest_use("recruitment-screning"),
            Some(Use::RecruitmentScreening)
        );
        assert_eq!(nearest_use("weather-forecast"), None);
    }
}
