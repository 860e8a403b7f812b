//! The page with the terms of the field in plain words. The terms come from the tables; each has its words here, and a
//! term without words does not compile. Nothing here is a definition: the law decides.

use crate::pages::words::{table, typed};
use actfile::law::coverage::Treatment;
use actfile::law::terms::{Role, SizeClass, Tier};
use actfile::obligations::level::Level;
use actfile::term::sentence_case;

/// Words of this program, in the order of the alphabet.
const WORDS: &[(&str, &str)] = &[
    (
        "AI-BOM",
        "A bill of materials of AI systems: which models, data sets and services are inside, of whom and in which version.",
    ),
    (
        "As-of date",
        "The day for which documents speak. It decides what applies already and what comes later.",
    ),
    (
        "Audit summary",
        "Counts over a period, taken from logs: how often, how much, how many. It holds no person.",
    ),
    (
        "Build",
        "One making of all documents. Its id is a hash over the program, the rules, the options and the files of the inventory.",
    ),
    (
        "Class",
        "What the Act makes of a system: prohibited, high-risk, with duties of transparency, or none of these.",
    ),
    (
        "Duty",
        "Something the Act asks of somebody in a role, for a system, from a day on.",
    ),
    (
        "Edition",
        "The text of the Act as it was law in a period. Every build uses one.",
    ),
    (
        "Fact",
        "A question of the law with an answer: yes, no or unknown.",
    ),
    (
        "Finding",
        "Something that is wrong with the input, or that a person should look at. Errors keep documents from being made.",
    ),
    (
        "Gap",
        "Something that the documents ask for and the inventory does not show. It never keeps a document from being made.",
    ),
    (
        "Inventory",
        "The folder of YAML files that says what is so. It is written by you, and changed by the program only after a yes to `ask`.",
    ),
    (
        "Manifest",
        "The list of the files of a build with their hashes, and of the files they were made from.",
    ),
    ("Missing", "The inventory does not show it."),
    (
        "Not applicable",
        "Somebody said that a question does not concern them, and gave the reason.",
    ),
    (
        "Owed",
        "The law asks for it, of you, for this system, on this day.",
    ),
    (
        "Prepares for",
        "The law asks for it from a later day; what is on record counts towards that.",
    ),
    (
        "Provenance",
        "For each statement of a document: the record, the field and the line that it came from.",
    ),
    (
        "Record",
        "One piece of the inventory: a system, a model, a vendor, a notice, an incident.",
    ),
    (
        "Rule table",
        "The law as the program knows it, with a revision and the last day on which it is taken to be current.",
    ),
    (
        "Shown",
        "The inventory has what the duty asks for. Whether it is true and good enough is for people to judge.",
    ),
    (
        "Sign-off",
        "The roles that prepared, reviewed and approved a document, with the days. Without an approval every page says DRAFT.",
    ),
    (
        "Tripwires",
        "Nine questions in plain words; the answers decide what else is asked about a system.",
    ),
    ("Unknown", "Nobody has answered yet. It is never taken for a no."),
    (
        "Uses",
        "Keys in plain words for what a system is used for, such as screening applications. The program knows what each stands for in the law.",
    ),
    (
        "Waiver",
        "A gap that is accepted for a time: why, by which role, until when. It stays visible.",
    ),
];

pub(crate) fn page() -> String {
    let words = WORDS
        .iter()
        .map(|(word, says)| [(*word).to_owned(), (*says).to_owned()]);
    let sections = [
        ("Words of the documents", table(["Word", "In plain words"], words)),
        (
            "Roles",
            keyed(Role::ALL.iter().map(|it| (it.key(), it.words(), role(*it)))),
        ),
        (
            "Classes of systems",
            keyed(Tier::ALL.iter().map(|it| (it.key(), it.words(), tier(*it)))),
        ),
        ("Sizes of organisations", sizes()),
        ("Levels of gaps", levels()),
        ("What becomes of a provision", treatments()),
    ];
    let told = sections
        .iter()
        .map(|(head, says)| format!("\n## {head}\n\n{says}"));
    format!(
        "# Glossary\n\nThe terms of the field in plain words. They help to read the documents and define nothing: what a \
         word means in law, the law says.\n{}",
        told.collect::<String>()
    )
}

fn keyed<'t>(terms: impl Iterator<Item = (&'t str, &'t str, &'t str)>) -> String {
    let rows = terms.map(|(key, words, plain)| [typed(key), sentence_case(words), plain.to_owned()]);
    table(["Key", "In documents", "In plain words"], rows)
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Provider => "Makes the system, or has it made, and offers it or uses it under its own name.",
        Role::Deployer => "Uses the system under its own responsibility, and not as a private person.",
        Role::Importer => {
            "Brings a system from outside the Union onto its market, under the name of the maker."
        }
        Role::Distributor => "Passes a system on in the supply chain, without being its maker or importer.",
        Role::AuthorisedRepresentative => {
            "Stands in, inside the Union and by written mandate, for a provider outside it."
        }
        Role::ProductManufacturer => {
            "Puts the system on the market together with its product, under its own name."
        }
        Role::GpaiProvider => "Makes a model that can be used for many tasks, and offers it.",
        Role::GpaiModifier => "Changes such a model so far that it has duties of its own for the change.",
    }
}

const fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::OutOfScope => "The Act does not reach it, for a reason that somebody claims.",
        Tier::Minimal => {
            "None of the lists of the Act names it; a few duties hold for every system all the same."
        }
        Tier::Transparency => {
            "People have to be told something: that it is AI, or that content was made by it."
        }
        Tier::AnnexIiiDerogated => {
            "A list names its use, and the provider claims and records why the risk is low."
        }
        Tier::HighRiskAnnexIii => "A list of uses names what it is for.",
        Tier::HighRiskAnnexIB => {
            "It belongs to a product under a sector law that takes up the rules itself; of the Act little holds directly."
        }
        Tier::HighRiskAnnexIA => {
            "It is a product, or the safety part of one, under a product law that has somebody independent assess it."
        }
        Tier::Prohibited => "The practice is not allowed.",
    }
}

fn sizes() -> String {
    let rows = SizeClass::ALL
        .iter()
        .map(|size| [typed(size.key()), sentence_case(size.words())]);
    format!(
        "They decide on some reliefs and on ceilings for fines.\n\n{}",
        table(["Key", "In documents"], rows)
    )
}

fn levels() -> String {
    let level = |key: &str, says: &str| [typed(key), says.to_owned()];
    let day = actfile::law::sources::VERIFIED_ON;
    let rows = [
        level(
            Level::MustNow.key(),
            "The law asks for it today. No waiver changes that.",
        ),
        level(
            Level::MustBy(day).key(),
            "The law asks for it from a later day, which the gap names.",
        ),
        level(
            Level::Should.key(),
            "Guidance, a standard or another law asks for it, or a later step needs it.",
        ),
        level(
            Level::Info.key(),
            "Worth knowing; nothing more is asked for today, or somebody is looking for the answer.",
        ),
    ];
    table(["Key", "In plain words"], rows)
}

fn treatments() -> String {
    let rows = Treatment::ALL
        .iter()
        .map(|it| [sentence_case(it.words()), it.means().to_owned()]);
    format!(
        "The page on coverage says of every provision of the Act what becomes of it in the program.\n\n{}",
        table(["Word", "What it means"], rows)
    )
}
