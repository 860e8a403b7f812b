//! What in the tables of the law rests on which places: rules with their exceptions, duties, gaps, transitional rules,
//! ceilings, reliefs, sections to register by and groups of days, each with its citations. Adds nothing to the tables.

use crate::law::cite::Citation;
use crate::law::dates::DutyGroup;
use crate::law::duties::Fined;
use crate::law::edition::Edition;
use crate::law::{all_rules, duties, gaps, penalties, registration, sizes, transition};

/// Something in the tables with the places that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citing {
    /// Its name, under which it can be explained.
    pub name: &'static str,
    /// What it says, in our words.
    pub says: String,
    /// The places.
    pub cites: Vec<Citation>,
}

/// Returns everything in an edition that rests on places, table by table.
pub fn citing(edition: Edition) -> Vec<Citing> {
    let mut found = rules(edition);
    found.extend(duties::of(edition).map(|duty| {
        let fined = match duty.fined {
            Fined::Under(cite) => cite,
            Fined::Nationally => penalties::NATIONAL,
        };
        of(duty.id, duty.title, &[duty.cites, &[fined]].concat())
    }));
    found.extend(
        gaps::ALL
            .iter()
            .map(|gap| of(gap.code, &gap.in_general(), gap.cites)),
    );
    found.extend(transition::of(edition).map(|it| of(it.id, it.says, it.cites)));
    found.extend(penalties::of(edition).map(|it| of(it.id, it.infringement, &[it.cite])));
    let reliefs = sizes::RELIEFS.iter();
    found.extend(reliefs.map(|it| of(it.id, it.says(edition), it.cites)));
    let sections = registration::SECTIONS.iter();
    found.extend(sections.map(|it| of(it.duty, "", &[it.cites])));
    let groups = DutyGroup::ALL.iter();
    found.extend(groups.map(|it| of(it.key(), it.words(), &[it.cite(edition)])));
    found
}

fn rules(edition: Edition) -> Vec<Citing> {
    let mut found = Vec::new();
    for rule in all_rules().filter(|rule| rule.is_law_in(edition)) {
        found.push(of(rule.id, rule.paraphrase, rule.cites));
        let exceptions = rule.exceptions(edition);
        found.extend(exceptions.map(|it| of(it.id, it.paraphrase, it.cites)));
    }
    found
}

fn of(name: &'static str, says: &str, cites: &[Citation]) -> Citing {
    Citing {
        name,
        says: says.to_owned(),
        cites: cites.to_vec(),
    }
}
