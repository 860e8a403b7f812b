//! On which places of the law a class rests: the decisive ones first, then those that were weighed and do not hold.

use crate::classify::facts::{Answers, Verdict};
use crate::classify::system::{Because, SystemClass};
use crate::classify::weigh::Weighed;
use crate::law::cite::Citation;
use crate::law::edition::Edition;
use crate::law::rule::{Route, Then};
use crate::law::terms::Tier;

/// Returns the places of the conclusion, then those of rules that were weighed and do not hold; and how many are the
/// former.
pub(crate) fn legal_basis(
    class: &SystemClass,
    weighed: &Weighed,
    answers: &Answers,
    edition: Edition,
) -> (Vec<Citation>, usize) {
    let mut basis = decisive(class, weighed, answers, edition);
    let n_decisive = basis.len();
    for it in class.because.iter().filter(|it| it.verdict == Verdict::No) {
        add(&mut basis, &it.rule.cites[..1]);
        add(&mut basis, it.exception.map_or(&[], |exception| exception.cites));
    }
    (basis, n_decisive)
}

fn decisive(class: &SystemClass, weighed: &Weighed, answers: &Answers, edition: Edition) -> Vec<Citation> {
    let mut basis: Vec<Citation> = Vec::new();
    let holds = |it: &&Because| it.verdict == Verdict::Yes && it.is_decisive(class, weighed);
    for it in class.because.iter().filter(holds) {
        add(&mut basis, it.rule.cites);
        add(&mut basis, it.exception.map_or(&[], |exception| exception.cites));
        if let Then::HighRisk(Route::AnnexIA | Route::AnnexIB) = it.rule.then {
            let acts = answers.acts.iter();
            acts.for_each(|act| add(&mut basis, &[act.cite(edition)]));
        }
    }
    // The article on voluntary codes is all that the Act has for a system without a category.
    if class.primary_tier == Tier::Minimal {
        add(&mut basis, &[Citation::art("95", "")]);
    }
    basis
}

fn add(basis: &mut Vec<Citation>, cites: &[Citation]) {
    for cite in cites {
        if !basis.contains(cite) {
            basis.push(*cite);
        }
    }
}
