//! What the block of facts says where the plain field of a record is silent. A question of the law is not the question in
//! plain words, so what it answers is printed in its own words and with its own field; nothing is concluded from it.

use crate::documents::shown::Shown;
use crate::documents::trail::Said;
use crate::inventory::field::Field;
use crate::inventory::sayings::Saying;
use crate::inventory::system::{OutputModality, System};
use crate::inventory::tripwires::Tripwires;
use crate::law::fact::Fact;
use crate::source::Spanned;
use crate::tongue::words::Words;

/// Returns what the system puts out: the field, or what the facts say of its content.
pub(crate) fn puts_out(said: &mut Said<'_>, system: &System) -> String {
    let field = &system.output_modalities;
    let by_facts = match field.span() {
        None => content(said, system),
        Some(_) => None,
    };
    by_facts.unwrap_or_else(|| said.field("output_modalities", field))
}

/// Returns what the facts say about the subject of a tripwire to which the record has no answer.
pub(crate) fn of_tripwire(said: &mut Said<'_>, system: &System, name: &str) -> Option<String> {
    let is_silent = |find: fn(&Tripwires) -> &Field<bool>| match system.tripwires.stated() {
        Some(wires) => find(wires).span().is_none(),
        None => system.tripwires.span().is_none(),
    };
    match name {
        "interacts_with_public" if is_silent(|it| &it.interacts_with_public) => {
            flag(said, system, Fact::InteractsDirectly, "by-fact-persons")
        }
        "generates_media" if is_silent(|it| &it.generates_media) => content(said, system),
        "publishes_public_interest_text" if is_silent(|it| &it.publishes_public_interest_text) => {
            flag(said, system, Fact::PublicInterestText, "by-fact-published")
        }
        _ => None,
    }
}

fn content(said: &mut Said<'_>, system: &System) -> Option<String> {
    print(
        said,
        system,
        Fact::Generates,
        "by-fact-content",
        |words, saying| match saying {
            Saying::Terms(terms) if terms.is_empty() => Some(words.say("none")),
            Saying::Terms(terms) => Some(words.list(terms.iter().map(|term| modality(words, term)))),
            Saying::Nothing => Some(words.say("none")),
            Saying::Unknown => Some(words.say("unknown")),
            Saying::Flag(_) | Saying::Number(_) | Saying::Day(_) | Saying::Words(_) => None,
        },
    )
}

/// Returns a kind of content in the words in which documents name what a system puts out.
fn modality(words: Words, term: &str) -> String {
    let known = OutputModality::ALL.iter().find(|known| known.key() == term);
    known.map_or_else(|| term.to_owned(), |known| known.shown(words))
}

fn flag(said: &mut Said<'_>, system: &System, fact: Fact, phrase: &str) -> Option<String> {
    print(said, system, fact, phrase, |words, saying| match saying {
        Saying::Flag(flag) => Some(flag.shown(words)),
        Saying::Nothing => Some(words.say("no")),
        Saying::Unknown => Some(words.say("unknown")),
        Saying::Terms(_) | Saying::Number(_) | Saying::Day(_) | Saying::Words(_) => None,
    })
}

/// Returns what is said about a fact, with its field where readers know fields, and notes it.
fn print(
    said: &mut Said<'_>,
    system: &System,
    fact: Fact,
    phrase: &str,
    of: impl Fn(Words, &Saying) -> Option<String>,
) -> Option<String> {
    let words = said.words();
    let Spanned { value, span } = saying(system, fact)?;
    let says = words.say_with(phrase, &[("says", of(words, &value)?.into())]);
    let field = fact.field();
    said.note(&field, &says, span);
    match words.names_fields() {
        true => Some(words.say_with("by-fact", &[("says", says.into()), ("field", field.into())])),
        false => Some(says),
    }
}

fn saying(system: &System, fact: Fact) -> Option<Spanned<Saying>> {
    let facts = system.facts.said()?;
    let sayings = facts.value.sayings(facts.span);
    sayings.at(fact.row().path).cloned()
}
