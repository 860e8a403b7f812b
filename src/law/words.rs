//! Words of the Act in plain words of ours, each with the place that says what it means: what parties do, what a class is
//! called, what happens to a system. They help to read and define nothing; the law decides. No rule reads them.

use crate::law::cite::Citation;
use crate::law::terms::{AnnexISection, Role, Tier};

/// A word of the Act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The word, as documents write it.
    pub word: &'static str,
    /// What it means, in plain words.
    pub says: &'static str,
    /// Where the Act says what it means.
    pub cites: &'static [Citation],
}

const fn word(word: &'static str, says: &'static str, cites: &'static [Citation]) -> Word {
    Word { word, says, cites }
}

/// Words that name neither a role nor a class, in the order of the alphabet.
pub const WORDS: &[Word] = &[
    word(
        "AI literacy",
        "What people who work with AI have to know of it to use it with understanding: what it can do, and what harm it can cause.",
        &[Citation::art("3", "(56)"), Citation::art("4", "")],
    ),
    word(
        "AI system",
        "Software, or a machine, that works with some autonomy and infers from what it is given how to make predictions, content, recommendations or decisions. What follows only rules that people wrote is none.",
        &[Citation::art("3", "(1)")],
    ),
    word(
        "general-purpose AI model",
        "A model that is good at many different tasks and can be built into many systems. It becomes a system only with more around it, such as a screen to use it.",
        &[Citation::art("3", "(63)")],
    ),
    word(
        "high-risk",
        "The class of systems for which the Act makes most of its duties. Two ways lead into it: being a product, or the safety component of one, that a product law of Annex I has assessed by a third party; or a use that Annex III lists, unless the provider claims the derogation and records why.",
        &[
            Citation::art("6", "(1)"),
            Citation::art("6", "(2)"),
            Citation::art("6", "(3)"),
        ],
    ),
    word(
        "intended purpose",
        "What the provider says that a system is for: in instructions, in advertising and offers, and in the technical documentation. Who uses it for something else than that may change its class, or become its provider.",
        &[Citation::art("3", "(12)"), Citation::art("25", "(1)(c)")],
    ),
    word(
        "making available",
        "Supplying a system or model for distribution or use on the market of the Union, as part of a business, for money or for nothing.",
        &[Citation::art("3", "(10)")],
    ),
    word(
        "operator",
        "Any of the parties that the Act gives duties to: provider, product manufacturer, deployer, authorised representative, importer, distributor.",
        &[Citation::art("3", "(8)")],
    ),
    word(
        "placing on the market",
        "Making a system or model available on the market of the Union for the first time. The day decides in many cases which duties hold.",
        &[Citation::art("3", "(9)")],
    ),
    word(
        "profiling",
        "Evaluating personal aspects of a human being by automated means, such as performance, health, interests or behaviour. A system of Annex III that does it is always high-risk.",
        &[Citation::art("3", "(52)"), Citation::art("6", "(3)")],
    ),
    word(
        "putting into service",
        "Supplying a system for its first use, to whoever uses it or for one's own use, in the Union and for its intended purpose. So who builds a system and uses it alone is its provider too.",
        &[Citation::art("3", "(11)")],
    ),
    word(
        "substantial modification",
        "A change after a system is in use that its provider did not foresee when it was assessed, and that touches the requirements for high-risk systems or changes the intended purpose. Who makes it on a high-risk system that stays high-risk counts as its provider.",
        &[Citation::art("3", "(23)"), Citation::art("25", "(1)(b)")],
    ),
];

/// Returns what a role is.
pub const fn role(role: Role) -> Word {
    match role {
        Role::Provider => word(
            "provider",
            "Makes the system or model, or has it made, and offers it or uses it under its own name, for money or for nothing. Who builds a system for its own use is its provider too.",
            const { &[Citation::art("3", "(3)")] },
        ),
        Role::Deployer => word(
            "deployer",
            "Uses the system under its own responsibility, and not as a private person. The company is the deployer, not the people who work for it.",
            const { &[Citation::art("3", "(4)")] },
        ),
        Role::Importer => word(
            "importer",
            "Brings a system from outside the Union onto its market, under the name of the maker.",
            const { &[Citation::art("3", "(6)")] },
        ),
        Role::Distributor => word(
            "distributor",
            "Passes a system on in the supply chain, without being its maker or importer.",
            const { &[Citation::art("3", "(7)")] },
        ),
        Role::AuthorisedRepresentative => word(
            "authorised representative",
            "Stands in, inside the Union and by written mandate, for a provider outside it.",
            const { &[Citation::art("3", "(5)")] },
        ),
        Role::ProductManufacturer => word(
            "product manufacturer",
            "Puts the system on the market together with its product, under its own name.",
            const { &[Citation::art("2", "(1)(e)"), Citation::art("25", "(3)")] },
        ),
        Role::GpaiProvider => word(
            "provider of a general-purpose AI model",
            "Makes a model that can be used for many tasks, and offers it.",
            const { &[Citation::art("3", "(3)"), Citation::art("53", "")] },
        ),
        Role::GpaiModifier => word(
            "modifier of a general-purpose AI model",
            "Changes such a model so far that it has duties of its own for the change.",
            const { &[Citation::Recital(109)] },
        ),
    }
}

/// Returns what the class of a system means.
pub const fn tier(tier: Tier) -> Word {
    match tier {
        Tier::OutOfScope => word(
            "outside the scope of the Act",
            "The Act does not reach it, for a reason that somebody claims.",
            const { &[Citation::art("2", "")] },
        ),
        Tier::Minimal => word(
            "minimal",
            "None of the lists of the Act names it; a few duties hold for every system all the same.",
            const { &[Citation::art("4", "")] },
        ),
        Tier::Transparency => word(
            "transparency duties",
            "People have to be told something: that it is AI, or that content was made by it.",
            const { &[Citation::art("50", "")] },
        ),
        Tier::AnnexIiiDerogated => word(
            "not high-risk by derogation",
            "A list names its use, and the provider claims and records why the risk is low.",
            const { &[Citation::art("6", "(3)"), Citation::art("6", "(4)")] },
        ),
        Tier::HighRiskAnnexIii => word(
            "high-risk (Annex III)",
            "A list of uses names what it is for.",
            const { &[Citation::art("6", "(2)"), Citation::Annex("III", "")] },
        ),
        Tier::HighRiskAnnexIB => word(
            "high-risk through sector law",
            "It belongs to a product under a sector law that takes up the rules itself; of the Act little holds directly.",
            const {
                &[
                    Citation::art("2", "(2)"),
                    Citation::AnnexISection(AnnexISection::B),
                ]
            },
        ),
        Tier::HighRiskAnnexIA => word(
            "high-risk (Annex I)",
            "It is a product, or the safety part of one, under a product law that has somebody independent assess it.",
            const {
                &[
                    Citation::art("6", "(1)"),
                    Citation::AnnexISection(AnnexISection::A),
                ]
            },
        ),
        Tier::Prohibited => word(
            "prohibited",
            "The practice is not allowed.",
            const { &[Citation::art("5", "(1)")] },
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_place_and_whole_sentences() {
        let roles = Role::ALL.iter().map(|it| role(*it));
        let tiers = Tier::ALL.iter().map(|it| tier(*it));
        for word in WORDS.iter().copied().chain(roles).chain(tiers) {
            assert!(!word.cites.is_empty(), "{}", word.word);
            assert!(word.says.ends_with('.'), "{}", word.word);
        }
        assert!(WORDS.is_sorted_by_key(|it| it.word.to_lowercase()));
    }
}
