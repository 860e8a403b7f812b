//! The chapters of the table of rules, in the order in which a reader meets them. A chapter is a heading and the rules
//! under it; the rules themselves stand in the file of their subject.

use crate::law::edition::Edition;
use crate::law::rule::Rule;
use crate::law::{gpai, high_risk, prohibited, scope, transparency, value_chain};

/// Rules on one subject.
#[derive(Debug, Clone, Copy)]
pub struct Chapter {
    /// The name used in JSON.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// What the rules have in common.
    pub says: &'static str,
    /// The rules of every edition.
    pub rules: &'static [Rule],
}

/// The chapters.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "scope",
        title: "Scope and exclusions (Articles 2 and 3)",
        says: "What lies outside the Act. An exclusion counts only for whoever claims it.",
        rules: scope::RULES,
    },
    Chapter {
        id: "prohibited",
        title: "Prohibited practices (Article 5)",
        says: "Placing on the market, putting into service and use are prohibited alike.",
        rules: prohibited::RULES,
    },
    Chapter {
        id: "high-risk-products",
        title: "High-risk: products (Article 6(1) with Annex I)",
        says: "The first route into the high-risk class. Systems of Section A owe the duties of Chapter III; systems of \
            Section B are left to the law of their sector (Article 2(2)).",
        rules: high_risk::ANNEX_I,
    },
    Chapter {
        id: "high-risk-uses",
        title: "High-risk: uses (Article 6(2) with Annex III)",
        says: "The second route. A human in the loop changes nothing; a derogation can.",
        rules: high_risk::ANNEX_III,
    },
    Chapter {
        id: "derogation",
        title: "Derogation from the second route (Article 6(3))",
        says: "One condition is enough, and only the provider can claim it.",
        rules: high_risk::DEROGATIONS,
    },
    Chapter {
        id: "transparency",
        title: "Transparency (Article 50)",
        says: "These duties stack, and they are tested for every system, high-risk or not (Article 50(6)).",
        rules: transparency::RULES,
    },
    Chapter {
        id: "value-chain",
        title: "Roles along the value chain (Article 25)",
        says: "By what somebody else becomes the provider of a high-risk system. The rules hold for high-risk systems \
            alone.",
        rules: value_chain::RULES,
    },
    Chapter {
        id: "models",
        title: "General-purpose AI models (Articles 3(63) and 51 to 55)",
        says: "What a model is, whatever the systems are that are built on it.",
        rules: gpai::RULES,
    },
];

impl Chapter {
    /// Returns the rules of an edition.
    pub fn rules_in(&self, edition: Edition) -> impl Iterator<Item = &'static Rule> {
        self.rules.iter().filter(move |rule| rule.is_law_in(edition))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::duties;

    /// Law that ended with the amendment bears the year of its edition, and its successor the name without it.
    #[test]
    fn what_ended_has_a_successor_of_the_same_name() {
        let rules = CHAPTERS.iter().flat_map(|chapter| chapter.rules);
        let rules = rules.map(|rule| (rule.id, rule.until.is_some()));
        let duties = duties::ALL.iter().map(|duty| (duty.id, duty.until.is_some()));
        let all: Vec<(&str, bool)> = rules.chain(duties).collect();
        for (id, has_ended) in &all {
            if let Some(name) = id.strip_suffix("-2024") {
                assert!(has_ended, "{id} has not ended");
                assert!(all.contains(&(name, false)), "{id} has no successor");
            }
        }
    }
}
