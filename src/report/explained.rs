//! What `actfile explain` says: a use in plain words, a gap, a fact, a field or kind of record, a rule, duty or article,
//! what vendors say of their plans, a word of the outputs, or another name that the tables of the law print. A name comes in, a page in Markdown
//! goes out. Adds nothing to the tables; rules and duties are told by `stands`, places without either by `provision`, fields
//! by `described`, the other names by `named`.

use crate::law::cite::listed;
use crate::law::edition::Edition;
use crate::law::fact::{Fact, Means};
use crate::law::gaps::{self, GapKind, Ground};
use crate::law::rule::Rule;
use crate::law::uses::FIELD;
use crate::law::{all_rules, sources};
use crate::report::stands::place;
use crate::report::{
    described, evidence_checks, glossary, named, provision, remedies, see_also, uses, vendor_facts,
};

/// Returns the page about a name such as `annex-iii-4-a`, `art-50-2`, `LIT-001`, `annex_iii.profiling` or `waiver`, as
/// an edition has it; `None` when nothing bears the name.
pub fn explained(typed: &str, edition: Edition) -> Option<String> {
    // Items of a list are written with brackets, as `operators[].population`.
    let name = typed
        .to_ascii_lowercase()
        .replace("art. ", "art-")
        .replace("[]", "");
    let slug: Vec<&str> = name
        .split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    // What vendors say is no law, and no table of it stands behind the page.
    if let Some(page) = vendor_facts::page(&name) {
        return Some(page);
    }
    let page = uses::page(&name)
        .or_else(|| named::index(&name))
        .or_else(|| gap(&name))
        .or_else(|| evidence_checks::page(&name))
        .or_else(|| fact(&name, edition))
        .or_else(|| described::page(&name, edition))
        .or_else(|| named::page(&name, edition))
        .or_else(|| at_place(&slug, edition))
        .or_else(|| described::inside_others(&name, edition));
    // The list of uses says itself what uses are.
    let word = glossary::says(&name).filter(|_| name != FIELD);
    let page = match (word, page) {
        (Some(word), page) => with_word(&name, &word, page.as_deref()),
        (None, page) => page?,
    };
    Some(format!(
        "{page}\nRule table {}, edition `{edition}`. In our words; the text of the law decides.\n",
        sources::REVISION
    ))
}

/// Returns the page about a word of the outputs, and below it what else bears the name.
fn with_word(name: &str, word: &str, other: Option<&str>) -> String {
    let other = other.map_or_else(String::new, |page| {
        format!("\n{}", below_heading(page).trim_start())
    });
    format!("# {}\n\n{word}{other}", name.trim())
}

/// Returns what stands at a place; failing that, at the narrowest place around it of which something is known.
fn at_place(slug: &[&str], edition: Edition) -> Option<String> {
    let at = |slug: &[&str]| {
        let name = slug.join("-");
        place(&name, edition).or_else(|| provision::page(&name, edition))
    };
    if let Some(page) = at(slug).or_else(|| at(&without_section(slug))) {
        return Some(page);
    }
    let is_of_the_act = matches!(slug, ["art" | "annex", _, ..]);
    let mut around = (2..slug.len())
        .rev()
        .filter_map(|n_parts| at(slug.get(..n_parts)?));
    let page = is_of_the_act.then(|| around.next()).flatten()?;
    Some(format!(
        "Nothing is said of `{}` alone; this stands around it.\n\n{page}",
        slug.join("-")
    ))
}

/// Returns a place of an annex as the tables write it, who leave the words for its parts out.
fn without_section<'s>(slug: &[&'s str]) -> Vec<&'s str> {
    let parts = slug.iter().copied();
    parts
        .filter(|part| !["section", "point"].contains(part))
        .collect()
}

fn gap(name: &str) -> Option<String> {
    let gap: &GapKind = gaps::ALL.iter().find(|gap| gap.code.eq_ignore_ascii_case(name))?;
    let says = gap.in_general();
    Some(format!(
        "# {}\n\n{says}\n\nClosed by: {}\nAsked for by: {}\nRests on: {}\nDocument: {}\n{}{}",
        gap.code,
        gap.closes,
        listed(gap.cites),
        rests_on(gap.ground),
        gap.family.words(),
        see_also::of_gap(gap),
        remedies::told(gap)
    ))
}

/// Returns what a kind of gap rests on; a gap of it that is no must is asked for by analogy (`Gap::ground`).
fn rests_on(ground: Ground) -> String {
    match ground {
        Ground::Law | Ground::Unsettled => format!(
            "{}; where nothing is owed, now or later: {}",
            ground.words(),
            Ground::Practice.words()
        ),
        Ground::Guidance | Ground::OneSource | Ground::OtherLaw | Ground::Practice => {
            ground.words().to_owned()
        }
    }
}

fn asks(rule: &Rule, facts: &[Fact]) -> bool {
    let mut asked = Vec::new();
    rule.facts(&mut asked);
    facts.iter().any(|fact| asked.contains(fact))
}

// Several facts can be asked at one path; all of them are told.
fn fact(name: &str, edition: Edition) -> Option<String> {
    let path = name.strip_prefix("facts.").unwrap_or(name);
    let is_meant = |fact: &&Fact| {
        let names = [fact.row().path.to_owned(), fact.key()];
        names.iter().any(|known| known.eq_ignore_ascii_case(path))
    };
    let facts: Vec<Fact> = Fact::ALL.iter().filter(is_meant).copied().collect();
    let first = facts.first()?;
    let questions: String = facts
        .iter()
        .map(|fact| match fact.term().filter(|_| fact.shares_path()) {
            Some(term) => format!("- `{term}`: {}\n", fact.question()),
            None => format!("- {}\n", fact.question()),
        })
        .collect();
    let rules: String = all_rules()
        .filter(|rule| rule.is_law_in(edition) && asks(rule, &facts))
        .map(|rule| format!("- `{}` ({})\n", rule.id, listed(rule.cites)))
        .collect();
    let field =
        described::page(&first.field(), edition).map_or_else(String::new, |page| below_heading(&page));
    Some(format!(
        "# {}\n\n{questions}{}{field}\nAsked by:\n\n{rules}",
        first.field(),
        turned(&facts)
    ))
}

/// Returns which value answers yes, where the question asks for the opposite of what the field states.
fn turned(facts: &[Fact]) -> String {
    let is_turned = facts.iter().any(|fact| fact.row().means == Means::False);
    let says = "\nThe question asks for the opposite of what the field states: `false` answers yes, `true` answers no.\n";
    if is_turned { says.to_owned() } else { String::new() }
}

/// Returns a page without its heading, as part of another.
fn below_heading(page: &str) -> String {
    page.split_once('\n')
        .map_or_else(String::new, |(_, rest)| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::names;

    #[track_caller]
    fn tells(typed: &str, words: &[&str]) {
        let told = explained(typed, Edition::Omnibus2026).unwrap_or_default();
        for word in words {
            assert!(told.contains(word), "`{typed}` does not tell {word}:\n{told}");
        }
    }

    #[test]
    fn rules_duties_gaps_articles_and_facts_are_found() {
        tells("annex-iii-4-a", &["# annex-iii-4-a", "Annex III 4(a)", "Asks:"]);
        tells("art-50-1", &["# art-50-1\n", "Except `art-50-1-obvious`"]);
        tells("Art. 50(2)", &["# art-50-2"]);
        tells("art-50", &["# art-50-1", "# art-50-2"]);
        tells("lit-001", &["# LIT-001", "Closed by: "]);
        tells(
            "facts.annex_iii.profiling",
            &["# facts.annex_iii.profiling", "Asked by:"],
        );
        tells("art-4-literacy", &["# art-4-literacy", "Owed by: "]);
        tells(
            "Recruitment-Screening",
            &["# recruitment-screening", "Annex III 4(a)"],
        );
        tells("uses", &["## Employment", "`none`"]);
        tells(
            "annex-iii-5-b-fraud",
            &["# annex-iii-5-b", "Except `annex-iii-5-b-fraud`"],
        );
    }

    #[test]
    fn what_the_tables_do_not_know_is_not_explained() {
        for typed in ["", "weather", "art-5000", "-", "E0203"] {
            assert_eq!(explained(typed, Edition::Omnibus2026), None, "{typed}");
        }
    }

    #[test]
    fn every_name_that_is_printed_can_be_explained() {
        for edition in Edition::ALL {
            let facts = Fact::ALL.iter().flat_map(|fact| [fact.key(), fact.field()]);
            let names = names::all().into_iter().map(str::to_owned).chain(facts);
            let unknown: Vec<String> = names.filter(|name| explained(name, *edition).is_none()).collect();
            assert_eq!(unknown, Vec::<String>::new(), "{edition}");
        }
    }

    #[test]
    fn the_edition_asked_for_is_told_and_the_other_one_in_a_line() {
        let told = |typed: &str, edition| explained(typed, edition).unwrap_or_default();
        for typed in ["art-4", "Art. 4", "art-4-literacy"] {
            let amended = told(typed, Edition::Omnibus2026);
            assert!(amended.contains("# art-4-literacy\n"), "{amended}");
            assert!(!amended.contains("# art-4-literacy-2024\n"), "{amended}");
            assert!(
                amended.contains("Law since: 27 July 2026\nApplies from: 2 February 2025\n"),
                "{amended}"
            );
        }
        let amended = told("art-4", Edition::Omnibus2026);
        assert!(
            amended.contains("\nUntil 26 July 2026: Duty: see to it"),
            "{amended}"
        );
        assert!(
            amended.contains("see `actfile law --edition oj-2024`)"),
            "{amended}"
        );
        let published = told("art-4", Edition::Oj2024);
        assert!(published.contains("# art-4-literacy-2024\n"), "{published}");
        assert!(
            published.contains("Law since: 1 August 2024, until 26 July 2026\n"),
            "{published}"
        );
        assert!(
            published.contains("\nFrom 27 July 2026: Duty: take measures"),
            "{published}"
        );
        let gone = told("art-4-literacy-2024", Edition::Omnibus2026);
        assert!(gone.contains("This text is not law in `omnibus-2026`."), "{gone}");
        assert!(
            gone.contains("\nFrom 27 July 2026: Duty: take measures"),
            "{gone}"
        );
    }

    #[test]
    fn no_superseded_text_stands_in_full_beside_the_text_in_force() {
        for edition in Edition::ALL {
            for typed in [
                "art-4",
                "art-5",
                "art-6",
                "art-6-3",
                "art-25",
                "art-25-2",
                "art-111-2",
                "annex-i",
            ] {
                let told = explained(typed, *edition).unwrap_or_default();
                let heads = told.lines().filter_map(|line| line.strip_prefix("# "));
                for head in heads {
                    assert!(
                        names::is_law_in(head, *edition),
                        "{typed} tells {head} in {edition}\n{told}"
                    );
                }
            }
        }
    }

    #[test]
    fn kinds_fields_groups_and_the_list_of_all_are_told() {
        tells("waiver", &["# waiver\n", "`reason`", "```yaml\nkind: waiver\n"]);
        tells("ai_system", &["# ai_system\n", "`owner`", "kind: ai_system"]);
        tells(
            "tripwires",
            &[
                "# tripwires\n",
                "`interacts_with_public`",
                "A field of `ai_system`",
            ],
        );
        tells(
            "tripwires.interacts_with_public",
            &["`true` or `false`", "interacts_with_public: true"],
        );
        tells(
            "turnover",
            &["amount_eur: 2025", "year: 2025", "A field of `organisation`"],
        );
        tells("facts", &["`annex_iii`"]);
        tells(
            "size_class",
            &[
                "`smc`",
                "small mid-cap",
                "fewer than 250 persons",
                "Rec. 2003/361/EC Annex Art. 2(1)",
            ],
        );
        tells("owner", &["INV-010"]);
        tells("art-99-4", &["EUR 15,000,000", "Art. 99(4)"]);
        tells("art-75c-4", &["AI Office"]);
        tells("art-63-1-simplified", &["simplified"]);
        tells("art-111-2-high-risk", &["Art. 111(2)"]);
        tells("high-risk-uses", &["`annex-iii-4-a`"]);
        tells(
            "index",
            &["`uses`", "`ai_system`", "E0203", "`LIT-001`", "`high-risk-uses`"],
        );
        tells("INV-032", &["The class is open.\n"]);
        tells("facts.gpai.general", &["`false` answers yes"]);
        tells(
            "provider",
            &["# provider\n", "Stands in: Art. 3(3)\n", "A field of `model`"],
        );
    }

    #[test]
    fn every_word_of_the_glossary_is_told_and_stands_in_the_list_of_all() {
        let index = explained("index", Edition::Omnibus2026).unwrap_or_default();
        for word in glossary::all() {
            let told = explained(word, Edition::Omnibus2026).unwrap_or_default();
            assert!(told.starts_with("# "), "{word}");
            assert!(index.contains(&format!("`{word}`")), "{word}");
        }
    }
}
