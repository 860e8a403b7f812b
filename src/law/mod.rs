//! The Act as constant data, one edition at a time. Imports nothing but the calendar, so that it can be printed,
//! compared and explained.

pub mod annexes;
pub mod canonical;
pub mod changes;
pub mod chapter;
pub mod cite;
pub mod citing;
pub mod control_topics;
pub mod controls;
pub mod coverage;
pub mod coverage_rows;
pub mod crosswalk;
pub mod dates;
pub mod duties;
pub mod edition;
pub mod exceptions;
pub mod fact;
pub mod gaps;
pub mod gpai;
pub mod grounds;
pub mod high_risk;
pub mod names;
pub mod penalties;
pub mod prohibited;
pub mod registration;
pub mod rule;
pub mod scope;
pub mod sizes;
pub mod sources;
pub mod terms;
pub mod transition;
pub mod transparency;
pub mod uses;
pub mod value_chain;
pub mod words;

use crate::law::chapter::CHAPTERS;
use crate::law::rule::Rule;

/// Returns every rule of every edition, by chapter.
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    CHAPTERS.iter().flat_map(|chapter| chapter.rules)
}

#[cfg(test)]
mod tests {
    use crate::law::fact::Fact;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn every_rule_and_exception_has_its_own_name_a_place_and_a_paraphrase() {
        let (mut names, mut exceptions) = (BTreeSet::new(), BTreeMap::new());
        for rule in crate::law::all_rules() {
            assert!(names.insert(rule.id), "{} stands twice", rule.id);
            assert!(
                !rule.cites.is_empty() && rule.paraphrase.ends_with('.'),
                "{}",
                rule.id
            );
            for exception in rule.unless {
                // One exception may serve the same rule for both sections of Annex I.
                let said = exceptions.entry(exception.id).or_insert(exception.paraphrase);
                assert_eq!(*said, exception.paraphrase, "{} says two things", exception.id);
                assert!(!names.contains(exception.id), "{} is a rule too", exception.id);
                assert!(
                    !exception.cites.is_empty() && exception.paraphrase.ends_with('.'),
                    "{}",
                    exception.id
                );
            }
        }
    }

    #[test]
    fn every_fact_is_asked_by_a_rule_or_a_transitional_rule() {
        let mut asked = Vec::new();
        for rule in crate::law::all_rules() {
            rule.when.facts(&mut asked);
            rule.unless
                .iter()
                .for_each(|exception| exception.when.facts(&mut asked));
        }
        // Article 111(2) and (3) are evaluated beside the rules, since they change days and not classes; whoever is
        // provider already is not asked whether Article 25(1) makes one.
        asked.extend([
            Fact::IsProvider,
            Fact::SignificantlyChanged,
            Fact::PublicAuthorityUse,
            Fact::PlacedBeforeGpai,
        ]);
        let idle: Vec<_> = Fact::ALL.iter().filter(|fact| !asked.contains(fact)).collect();
        assert!(idle.is_empty(), "{idle:?}");
    }
}
