//! What `actfile explain` says about the law: a use in plain words, a rule, a duty, a gap, an article or a fact, by the
//! name that documents and JSON print. A name comes in, a page in Markdown goes out. Adds nothing to the tables of the law.

use crate::law::cite::{Citation, listed};
use crate::law::duties::{self, Duty};
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::gaps::{self, GapKind};
use crate::law::rule::{Exception, Rule};
use crate::law::{all_rules, sources};
use crate::report::uses;

/// Returns the page about a name such as `annex-iii-4-a`, `art-50-2`, `LIT-001` or `annex_iii.profiling`; `None` when
/// the tables do not know it.
pub fn explained(typed: &str) -> Option<String> {
    let name = typed.to_ascii_lowercase().replace("art. ", "art-");
    let slug: Vec<&str> = name
        .split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let page = [uses::page(&name), gap(&name), fact(&name), place(&slug.join("-"))];
    let page = page.into_iter().flatten().next()?;
    Some(format!(
        "{page}\nRule table {}. In our words; the text of the law decides.\n",
        sources::REVISION
    ))
}

fn gap(name: &str) -> Option<String> {
    let gap: &GapKind = gaps::ALL.iter().find(|gap| gap.code.eq_ignore_ascii_case(name))?;
    let says = gap.sentence("...");
    Some(format!(
        "# {}\n\n{says}\n\nClosed by: {}\nAsked for by: {}\nRests on: {}\nDocument: {}\n",
        gap.code,
        gap.closes,
        listed(gap.cites),
        gap.ground.words(),
        gap.family.words()
    ))
}

/// Returns what the rules of an edition say that ask for one of these facts, each with limits, place and exceptions.
pub fn behind(facts: &[Fact], edition: Edition) -> String {
    let told: Vec<String> = all_rules()
        .filter(|rule| rule.is_law_in(edition) && asks(rule, facts))
        .map(told_rule)
        .collect();
    told.join("\n")
}

fn asks(rule: &Rule, facts: &[Fact]) -> bool {
    let mut asked = Vec::new();
    rule.when.facts(&mut asked);
    rule.unless
        .iter()
        .for_each(|exception| exception.when.facts(&mut asked));
    facts.iter().any(|fact| asked.contains(fact))
}

// Several facts can be asked at one path; all of them are told.
fn fact(name: &str) -> Option<String> {
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
        .filter(|rule| asks(rule, &facts))
        .map(|rule| format!("- `{}` ({})\n", rule.id, listed(rule.cites)))
        .collect();
    Some(format!(
        "# {}\n\n{questions}\nAsked by:\n\n{rules}",
        first.field()
    ))
}

// Rules and duties that bear the name or stand at the place; failing that, those that stand below it.
fn place(slug: &str) -> Option<String> {
    if slug.is_empty() {
        return None;
    }
    let is_at =
        |id: &str, cites: &[Citation]| id == slug || cites.first().is_some_and(|cite| cite.slug() == slug);
    let below = format!("{slug}-");
    let is_below = |id: &str, cites: &[Citation]| {
        id.starts_with(&below) || cites.first().is_some_and(|cite| cite.slug().starts_with(&below))
    };
    let told = told_where(&is_at);
    let told = match told.is_empty() {
        true => told_where(&is_below),
        false => told,
    };
    (!told.is_empty()).then(|| told.join("\n"))
}

fn told_where(is_meant: &dyn Fn(&str, &[Citation]) -> bool) -> Vec<String> {
    let names_exception = |rule: &Rule| rule.unless.iter().any(|exception| is_meant(exception.id, &[]));
    let rules = all_rules()
        .filter(|rule| is_meant(rule.id, rule.cites) || names_exception(rule))
        .map(told_rule);
    let duties = duties::ALL
        .iter()
        .filter(|duty| is_meant(duty.id, duty.cites))
        .map(told_duty);
    rules.chain(duties).collect()
}

fn told_rule(rule: &Rule) -> String {
    let until = rule
        .until
        .map_or_else(String::new, |until| format!(", until {}", until.in_words()));
    let mut told = format!(
        "# {}\n\n{}\n\nStands in: {}\nLaw since: {}{until}\nRests on: {}, {}\n",
        rule.id,
        sentences(&[rule.paraphrase, rule.limits, rule.doubt]),
        listed(rule.cites),
        rule.since.in_words(),
        rule.basis.words(),
        rule.reading.words()
    );
    told.push_str(&asked(rule));
    told.extend(rule.unless.iter().map(told_exception));
    told
}

fn told_exception(exception: &Exception) -> String {
    format!(
        "\nExcept `{}`: {} ({}; {})\n",
        exception.id,
        sentences(&[exception.paraphrase, exception.doubt]),
        listed(exception.cites),
        exception.basis.words()
    )
}

fn asked(rule: &Rule) -> String {
    let mut facts = Vec::new();
    rule.when.facts(&mut facts);
    match facts.is_empty() {
        true => String::new(),
        false => facts.iter().fold("\nAsks:\n\n".to_owned(), |told, fact| {
            format!("{told}- `{}`: {}\n", fact.field(), fact.question())
        }),
    }
}

fn told_duty(duty: &Duty) -> String {
    let roles: Vec<&str> = duty.roles.iter().map(|role| role.words()).collect();
    format!(
        "# {}\n\nDuty: {}.\n\nStands in: {}\nOwed by: {}\nShown by: {}\nRests on: {}\n",
        duty.id,
        duty.title.trim_end_matches('.'),
        listed(duty.cites),
        roles.join(", "),
        duty.proof.words(),
        duty.ground.words()
    )
}

fn sentences(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn tells(typed: &str, words: &[&str]) {
        let told = explained(typed).unwrap_or_default();
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
            assert_eq!(explained(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_name_that_is_printed_can_be_explained() {
        for rule in all_rules() {
            assert!(explained(rule.id).is_some(), "{}", rule.id);
            assert!(
                rule.unless
                    .iter()
                    .all(|exception| explained(exception.id).is_some()),
                "{}",
                rule.id
            );
        }
        assert!(duties::ALL.iter().all(|duty| explained(duty.id).is_some()));
        assert!(gaps::ALL.iter().all(|gap| explained(gap.code).is_some()));
        for fact in Fact::ALL {
            assert!(
                explained(&fact.key()).is_some() && explained(&fact.field()).is_some(),
                "{}",
                fact.key()
            );
        }
    }
}
