//! Every name that the tables of the law give: rules, exceptions, duties, gaps, groups of days, transitional rules,
//! ceilings, reliefs and chapters. What points into the tables, such as the list of changes, is held to these names.

use crate::law::chapter::CHAPTERS;
use crate::law::dates::DutyGroup;
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

/// Returns every name.
pub fn all() -> BTreeSet<&'static str> {
    let ceilings = penalties::ALL.iter().map(|penalty| penalty.id);
    let reliefs = RELIEFS.iter().map(|relief| relief.id);
    let others: BTreeSet<&str> = ceilings.chain(reliefs).collect();
    deciding().into_iter().chain(asking()).chain(others).collect()
}
