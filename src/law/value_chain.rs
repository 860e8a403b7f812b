//! Article 25: by what somebody else than its maker becomes the provider of a high-risk system, and when the maker has
//! to hand over what the new provider needs. Whether the system is high-risk is not asked here: `classify` lets a rule
//! of this chapter hold only for a system that is.

use crate::law::cite::Citation;
use crate::law::fact::Fact;
use crate::law::rule::Cond::{All, Is};
use crate::law::rule::{Exception, Reading, Rule, Then};
use crate::law::terms::RoleChange;

/// The ways of becoming provider, in the order of their points, and the hand-over.
pub const RULES: &[Rule] = &[
    Rule {
        id: "art-25-1-a",
        cites: &[Citation::art("25", "(1)(a)"), Citation::art("16", "")],
        paraphrase: "Whoever puts their own name or trademark on a high-risk system that is already on the market or in \
            service counts as its provider.",
        limits: "A contract may allocate the duties otherwise between the parties.",
        when: Is(Fact::OwnName),
        then: Then::ChangesRole(RoleChange::OwnName),
        ..Rule::BASE
    },
    Rule {
        id: "art-25-1-b",
        cites: &[
            Citation::art("25", "(1)(b)"),
            Citation::art("3", "(23)"),
            Citation::art("16", ""),
        ],
        paraphrase: "Whoever substantially modifies a high-risk system on the market or in service, so that it stays \
            high-risk, counts as its provider.",
        limits: "Changes that the provider foresaw in its conformity assessment are none.",
        when: Is(Fact::SubstantiallyModified),
        then: Then::ChangesRole(RoleChange::Modification),
        reading: Reading::Judgement,
        ..Rule::BASE
    },
    Rule {
        id: "art-25-1-c",
        cites: &[Citation::art("25", "(1)(c)"), Citation::art("16", "")],
        paraphrase: "Whoever gives a system that was not high-risk, a general-purpose one included, a purpose by which \
            it is high-risk counts as its provider.",
        limits: "Using a system for what its provider already intends changes no role.",
        when: Is(Fact::PurposeChanged),
        then: Then::ChangesRole(RoleChange::NewPurpose),
        reading: Reading::Judgement,
        ..Rule::BASE
    },
    Rule {
        id: "art-25-2",
        cites: &[Citation::art("25", "(2)")],
        paraphrase: "The first provider of a system that somebody else has taken over in one of these ways cooperates and \
            hands over what the new provider needs.",
        limits: "For the system that was taken over, and for no other unit, the first provider no longer counts as \
            provider.",
        when: Is(Fact::TakenOver),
        unless: &[Exception {
            id: "art-25-2-ruled-out",
            cites: &[Citation::art("25", "(2)")],
            paraphrase: "The first provider had clearly ruled out that the system is turned into a high-risk one.",
            when: Is(Fact::TakeoverRuledOut),
            ..Exception::BASE
        }],
        then: Then::ChangesRole(RoleChange::HandOver),
        ..Rule::BASE
    },
    Rule {
        id: "art-25-3",
        cites: &[
            Citation::art("25", "(3)"),
            Citation::art("2", "(1)(e)"),
            Citation::art("16", ""),
        ],
        paraphrase: "The manufacturer of a product counts as provider of its high-risk safety component when that is \
            placed on the market with the product, or put into service, under the manufacturer's name.",
        limits: "Products of Annex I Section A alone.",
        when: All(&[Is(Fact::Manufacturer), Is(Fact::InProductUnderOwnName)]),
        then: Then::ChangesRole(RoleChange::Manufacturer),
        ..Rule::BASE
    },
];
