//! What `actfile explain` says under the other names that the tables of the law print: ceilings, reliefs, transitional
//! rules, groups of days and chapters; and the list of all that can be explained. Adds nothing to the tables.

use crate::diag::codes::Code;
use crate::inventory::group;
use crate::inventory::kind::Kind;
use crate::law::chapter::CHAPTERS;
use crate::law::cite::{Citation, listed};
use crate::law::dates::DutyGroup;
use crate::law::edition::Edition;
use crate::law::sizes::RELIEFS;
use crate::law::transition::{TRANSITIONS, Transition};
use crate::law::uses::FIELD;
use crate::law::{gaps, names, penalties};
use crate::report::law::words::{ceiling, relieved, sizes};
use crate::report::{evidence_checks, glossary, vendor_facts};

/// The name under which everything that can be explained is listed.
const INDEX: &str = "index";

/// Returns the page about a name that is neither a rule nor a duty.
pub(crate) fn page(name: &str, edition: Edition) -> Option<String> {
    penalty(name, edition)
        .or_else(|| relief(name, edition))
        .or_else(|| transition(name, edition))
        .or_else(|| group(name, edition))
        .or_else(|| chapter(name, edition))
}

/// Returns the list of all that can be explained, for its own name.
pub(crate) fn index(name: &str) -> Option<String> {
    if name != INDEX {
        return None;
    }
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.key()).collect();
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    let gaps: Vec<&str> = gaps::ALL.iter().map(|gap| gap.code).collect();
    let mut of_law: Vec<&str> = names::all().into_iter().collect();
    of_law.retain(|name| !gaps.contains(name));
    let sections = [
        (
            "Words of the documents and of the law",
            format!("{}\n", in_backticks(&glossary::all())),
        ),
        (
            "Uses in plain words",
            format!("`{FIELD}` lists them, each by its key.\n"),
        ),
        (
            "Kinds of record, and their fields",
            format!(
                "{}; `{}` is the file that `--group` names.\n\nA field by its path, such as `turnover` or \
                 `tripwires.safety_component`; `unknown` and `not_applicable` may stand in the place of any value.\n",
                in_backticks(&kinds),
                group::KIND
            ),
        ),
        (
            "Legal facts",
            "By their field, such as `facts.annex_iii.profiling`; `facts` lists the groups.\n".to_owned(),
        ),
        (
            "Articles and annexes",
            "By their place, such as `art-50-2` or `annex-iii-4-a`.\n".to_owned(),
        ),
        (
            "Names of the tables of the law",
            format!("{}\n", in_backticks(&of_law)),
        ),
        ("Gaps", format!("{}\n", in_backticks(&gaps))),
        (
            "Checks of audit summaries",
            format!(
                "Those among the gaps that begin with `EVD-`, and {}, each with the gap or finding that makes it.\n",
                in_backticks(&evidence_checks::ids())
            ),
        ),
        ("Findings", format!("{}\n", in_backticks(&codes))),
        (
            "Facts about vendors",
            format!(
                "`{}` lists what vendors say about their plans; {} those of one product.\n",
                vendor_facts::NAME,
                in_backticks(&vendor_facts::products())
            ),
        ),
    ];
    let told = sections
        .iter()
        .map(|(head, says)| format!("\n## {head}\n\n{says}"));
    Some(format!("# What can be explained\n{}", told.collect::<String>()))
}

fn penalty(name: &str, edition: Edition) -> Option<String> {
    let penalty = penalties::ALL.iter().find(|it| it.id == name)?;
    let lower = sizes(penalty.lower_for(edition), "no size");
    let parts = [
        ("Reaches", penalty.reaches(edition).to_owned()),
        ("The lower one counts for", lower),
        ("Stands in", penalty.cite.to_string()),
        ("Law since", penalty.since.in_words()),
    ];
    let says = format!(
        "Ceiling for fines on {}: {}.",
        penalty.infringement,
        ceiling(penalty)
    );
    Some(told(name, &says, &parts))
}

fn relief(name: &str, edition: Edition) -> Option<String> {
    let relief = RELIEFS.iter().find(|it| it.id == name)?;
    let parts = [
        ("For", relieved(relief, edition)),
        ("Stands in", listed(relief.cites)),
    ];
    Some(told(name, relief.says(edition), &parts))
}

// A transitional rule that ended bears the year of its edition; the other edition is named beside it.
fn transition(name: &str, edition: Edition) -> Option<String> {
    let found = TRANSITIONS.iter().find(|it| it.id == name)?;
    let until = found.until.map(|until| until.plus_days(-1).in_words());
    let parts = [
        ("Doubt", found.doubt.to_owned()),
        ("Stands in", listed(found.cites)),
        ("Law since", found.since.in_words()),
        ("Law until", until.unwrap_or_default()),
        ("Not law in", not_law(found, edition)),
    ];
    Some(told(name, found.says, &parts))
}

fn not_law(found: &Transition, edition: Edition) -> String {
    match edition.has(found.since, found.until) {
        true => String::new(),
        false => format!("`{edition}`"),
    }
}

fn group(name: &str, edition: Edition) -> Option<String> {
    let group = DutyGroup::ALL.iter().find(|it| it.key() == name)?;
    let from = group.applies_from(edition);
    let from = from.map_or_else(|| format!("never in `{edition}`"), |day| day.in_words());
    let parts = [
        ("Applies from", from),
        ("Set by", group.cite(edition).to_string()),
        ("Doubt", group.doubt(edition).to_owned()),
    ];
    Some(told(name, &format!("{}.", group.words()), &parts))
}

fn chapter(name: &str, edition: Edition) -> Option<String> {
    let chapter = CHAPTERS.iter().find(|it| it.id == name)?;
    let rules = chapter.rules_in(edition);
    let rules = rules.map(|rule| format!("- `{}` ({}): {}\n", rule.id, first(rule.cites), rule.paraphrase));
    Some(format!(
        "# {name}\n\n{}. {}\n\n{}",
        chapter.title,
        chapter.says,
        rules.collect::<String>()
    ))
}

fn first(cites: &[Citation]) -> String {
    cites.first().map_or_else(String::new, ToString::to_string)
}

/// Returns a page with a sentence and what is said by label; a label about which there is nothing to say is left out.
fn told(name: &str, says: &str, parts: &[(&str, String)]) -> String {
    let said = parts.iter().filter(|(_, text)| !text.is_empty());
    let lines: String = said.map(|(label, text)| format!("{label}: {text}\n")).collect();
    format!("# {name}\n\n{says}\n\n{lines}")
}

fn in_backticks(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
