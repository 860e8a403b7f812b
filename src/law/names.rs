//! Every name that the tables of the law give: rules, exceptions, duties, gaps, groups of days, transitional rules,
//! ceilings, reliefs and chapters. What points into the tables, such as the list of changes, is held to these names.

use crate::law::chapter::CHAPTERS;
use crate::law::dates::DutyGroup;
use crate::law::edition::Edition;
use crate::law::sizes::RELIEFS;
use crate::law::transition::TRANSITIONS;
use crate::law::{all_rules, duties, gaps, penalties};
use std::collections::BTreeSet;

/// Returns the names of what decides: rules, their exceptions, chapters, groups of days and transitional rules.
pub fn deciding() -> BTreeSet<&'static str> {
    let rules = all_rules().map(|rule| rule.id);
    let exceptions = all_rules()
        .flat_map(|rule| rule.unless)
        .map(|exception| exception.id);
    let chapters = CHAPTERS.iter().map(|chapter| chapter.id);
    let days = DutyGroup::ALL.iter().map(|group| group.key());
    let transitions = TRANSITIONS.iter().map(|it| it.id);
    rules
        .chain(exceptions)
        .chain(chapters)
        .chain(days)
        .chain(transitions)
        .collect()
}

/// Returns the names of what asks: duties and kinds of gap.
pub fn asking() -> BTreeSet<&'static str> {
    let duties = duties::ALL.iter().map(|duty| duty.id);
    duties.chain(gaps::ALL.iter().map(|gap| gap.code)).collect()
}

/// Returns whether what bears a name belongs to an edition; what is in no table of rules, duties or transitional rules
/// belongs to both.
pub fn is_law_in(name: &str, edition: Edition) -> bool {
    let rule = all_rules()
        .find(|rule| rule.id == name)
        .map(|it| it.is_law_in(edition));
    let duty = || duties::duty(name).map(|it| it.is_law_in(edition));
    let transition = || {
        let mut all = TRANSITIONS.iter();
        all.find(|it| it.id == name)
            .map(|it| edition.has(it.since, it.until))
    };
    rule.or_else(duty).or_else(transition).unwrap_or(true)
}

/// Returns every name.
pub fn all() -> BTreeSet<&'static str> {
    let ceilings = penalties::ALL.iter().map(|penalty| penalty.id);
    let reliefs = RELIEFS.iter().map(|relief| relief.id);
    let others: BTreeSet<&str> = ceilings.chain(reliefs).collect();
    deciding().into_iter().chain(asking()).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_belongs_to_the_editions_of_what_bears_it() {
        for (name, published, amended) in [
            ("annex-i-a-2024", true, false),
            ("annex-i-a", false, true),
            ("art-4-literacy-2024", true, false),
            ("art-4a-bias-data", false, true),
            ("art-111-4-generative", false, true),
            ("art-50-1", true, true),
            ("LIT-001", true, true),
        ] {
            assert!(all().contains(name), "{name}");
            assert_eq!(is_law_in(name, Edition::Oj2024), published, "{name}");
            assert_eq!(is_law_in(name, Edition::Omnibus2026), amended, "{name}");
        }
    }
}
