//! Statements about one system that cannot both be true: facts of the law against plain answers, plain answers against
//! each other, an exception against the point it is claimed for. Whatever is reported here, the class keeps the higher
//! of the two answers. One pair of fields gives one finding, with every question on which they differ.

use crate::classify::exceptions::points_of;
use crate::classify::facts::{Answer, Origin, Told, Verdict};
use crate::classify::plain::Plain;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::sayings::Sayings;
use crate::inventory::system::System;
use crate::law::exceptions::PATH;
use crate::law::fact::Fact;
use crate::law::high_risk::point_fact;
use crate::law::terms::AnnexPoint;
use crate::law::uses::{FIELD, Use};
use crate::source::Span;

/// One side of a contradiction: a field, what it says, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Side {
    field: String,
    verdict: Verdict,
    span: Span,
}

/// Two fields that differ, and the facts on which they do.
struct Clash {
    sides: [Side; 2],
    facts: Vec<Fact>,
}

impl Told {
    /// Reports every pair of fields that contradict each other.
    pub(crate) fn report_contradictions(&self, findings: &mut Diagnostics) {
        let mut clashes: Vec<Clash> = Vec::new();
        for fact in Fact::ALL {
            for sides in self.differing(*fact) {
                let same = |clash: &&mut Clash| {
                    let [one, other] = [0, 1].map(|at| clash.sides[at].field == sides[at].field);
                    one && other && clash.sides[0].span == sides[0].span
                };
                match clashes.iter_mut().find(same) {
                    Some(known) => known.facts.push(*fact),
                    None => clashes.push(Clash {
                        sides,
                        facts: vec![*fact],
                    }),
                }
            }
        }
        clashes.iter().for_each(|clash| findings.add(clash.finding()));
        self.report_claims_despite_points(findings);
        self.report_none_among_others(findings);
    }

    /// Returns the pairs of statements that differ on a fact.
    fn differing(&self, fact: Fact) -> Vec<[Side; 2]> {
        let firm: Vec<Side> = self.firm(fact).map(Side::of).collect();
        let stated = self.stated(fact).and_then(|said| {
            let origin = match said.origin {
                Origin::Near => "facts.annex_iii.near_points".to_owned(),
                Origin::Stated | Origin::Group | Origin::Implied(_) | Origin::Unlisted | Origin::Silence => {
                    fact.field()
                }
            };
            Some(Side {
                field: origin,
                verdict: said.verdict,
                span: said.span?,
            })
        });
        let is_excused = |side: &Side| side.field == FIELD && self.is_excepted(fact);
        let of_facts = stated.iter().flat_map(|stated| {
            firm.iter()
                .filter(|side| {
                    stated.contradicts(side) && !(is_excused(side) && stated.verdict == Verdict::No)
                })
                .map(|side| [stated.clone(), side.clone()])
        });
        let mut pairs: Vec<[Side; 2]> = of_facts.collect();
        for (at, one) in firm.iter().enumerate() {
            let others = firm[at + 1..].iter().filter(|other| one.contradicts(other));
            pairs.extend(others.map(|other| [one.clone(), other.clone()]));
        }
        pairs
    }

    fn firm(&self, fact: Fact) -> impl Iterator<Item = &Plain> {
        self.plain
            .iter()
            .filter(move |plain| plain.fact == fact && plain.is_firm)
    }

    // `points` lists what is met after exceptions, so that an empty list agrees with a use that one lifts.
    fn is_excepted(&self, fact: Fact) -> bool {
        let claims = Fact::ALL.iter().filter(|claim| claim.row().path == PATH);
        claims
            .filter(|claim| points_of(**claim).any(|point| point_fact(point) == fact))
            .any(|claim| self.exception(*claim).verdict != Verdict::No)
    }

    fn report_claims_despite_points(&self, findings: &mut Diagnostics) {
        let Some(points) = self.sayings.at("annex_iii.points") else {
            return;
        };
        for claim in Fact::ALL.iter().filter(|fact| fact.row().path == PATH) {
            let met: Vec<AnnexPoint> = points_of(*claim)
                .filter(|point| self.is_met_anyway(*point))
                .collect();
            let claimed = self.claimed(*claim);
            let (Some(point), Some(span), Verdict::Yes) = (met.first(), claimed.span, claimed.verdict) else {
                continue;
            };
            let says = format!(
                "`{}` is claimed for point {}, which is listed as met",
                claim.term().unwrap_or_default(),
                point.key()
            );
            let advice = "`points` lists what is met after exceptions: delete the point there, or the exception; until \
                then the point counts";
            let finding = Diagnostic::at(Code::ContradictingFacts, span, says, "claims an exception");
            findings.add(finding.and_at(points.span, "says that it is met").help(advice));
        }
    }

    fn report_none_among_others(&self, findings: &mut Diagnostics) {
        let listed = self.uses.as_ref().map_or(&[][..], |uses| uses.0.as_slice());
        let none = listed.iter().find(|it| it.value == Use::None);
        if let (Some(none), 2..) = (none, listed.len()) {
            let says = "`none` stands beside other uses";
            let finding = Diagnostic::at(
                Code::ContradictingFacts,
                none.span,
                says,
                "says that there is no use",
            );
            findings.add(finding.help("delete `none`, or the other uses; until then the others count"));
        }
    }
}

impl Side {
    fn of(plain: &Plain) -> Self {
        Self {
            field: plain.field.to_owned(),
            verdict: plain.verdict,
            span: plain.span,
        }
    }

    fn contradicts(&self, other: &Self) -> bool {
        let verdicts = [self.verdict, other.verdict];
        self.field != other.field && verdicts.contains(&Verdict::Yes) && verdicts.contains(&Verdict::No)
    }

    fn label(&self) -> &'static str {
        match self.verdict {
            Verdict::Yes => "says that it holds",
            Verdict::No | Verdict::Unknown => "says that it does not",
        }
    }
}

impl Clash {
    fn finding(&self) -> Diagnostic {
        let [one, other] = &self.sides;
        let says = format!("`{}` contradicts `{}`", one.field, other.field);
        let questions: Vec<&str> = self.facts.iter().map(|fact| fact.question()).collect();
        let what = match questions.len() {
            1 => "the question is",
            _ => "the questions are",
        };
        Diagnostic::at(Code::ContradictingFacts, one.span, says, one.label())
            .and_at(other.span, other.label())
            .help(format!("{what}: {} Correct one of the two", questions.join(" ")))
    }
}

/// The answer that workers are evaluated, or given tasks by behaviour or traits.
pub(crate) const WORKERS: &str = "tripwires.evaluates_or_allocates_workers";

impl Told {
    /// Reports lists of uses and of points without one for workers beside the answer that workers are evaluated.
    pub(crate) fn report_workers(&self, system: &System, findings: &mut Diagnostics) {
        let wires = system.tripwires.stated();
        let evaluates = wires.and_then(|wires| wires.evaluates_or_allocates_workers.said());
        let Some(evaluates) = evaluates.filter(|said| said.value) else {
            return;
        };
        let without = [without_use(system), self.without_point()];
        for (field, span, label, advice) in without.into_iter().flatten() {
            let says = format!("`{WORKERS}` contradicts `{field}`");
            let holds = "says that it holds";
            let finding = Diagnostic::at(Code::ContradictingFacts, evaluates.span, says, holds);
            findings.add(finding.and_at(span, label).help(advice));
        }
    }

    // An exception that is claimed explains the list, and so does a point that the system only comes near.
    fn without_point(&self) -> Option<Without> {
        let point = point_fact(AnnexPoint::P4b);
        let said = self.answer(point);
        let field = match said.origin {
            Origin::Stated | Origin::Group => POINTS,
            Origin::Unlisted => "unlisted_facts",
            // Coming near was weighed; what plain answers imply is compared with them already.
            Origin::Near | Origin::Implied(_) | Origin::Silence => return None,
        };
        let claims = Fact::ALL.iter().filter(|claim| claim.row().path == PATH);
        let mut claims = claims.filter(|claim| points_of(**claim).any(|of| of == AnnexPoint::P4b));
        let is_claimed =
            claims.any(|claim| self.explicit(*claim).is_some_and(|it| it.verdict != Verdict::No));
        if said.verdict != Verdict::No || is_claimed {
            return None;
        }
        let key = AnnexPoint::P4b.key();
        let advice = format!(
            "list `{key}` in `{POINTS}`; or, if an exception holds, name it in `facts.{PATH}`; or, if the system only comes \
             near, list `{key}` in `facts.annex_iii.near_points`; or correct the other answer"
        );
        Some((field, said.span?, "leaves out that point", advice))
    }
}

/// A field that leaves out what another says, where it stands, what it says there, and what can be done.
type Without = (&'static str, Span, &'static str, String);

const POINTS: &str = "facts.annex_iii.points";

fn without_use(system: &System) -> Option<Without> {
    let listed = system.uses.items();
    let is_listed = listed.iter().any(|it| it.value.point() == Some(AnnexPoint::P4b));
    if is_listed || listed.is_empty() {
        return None;
    }
    let keys = Use::ALL.iter().filter(|it| it.point() == Some(AnnexPoint::P4b));
    let keys: Vec<String> = keys.map(|it| format!("`{}`", it.key())).collect();
    let advice = format!(
        "list {} in `{FIELD}`, or correct the other answer",
        keys.join(" or ")
    );
    Some((FIELD, system.uses.span()?, "names no such use", advice))
}

// Article 6(3), last subparagraph: whoever profiles natural persons is always high-risk.
/// Reports a derogation that is claimed for a system that profiles natural persons.
pub(crate) fn report_derogation(sayings: &Sayings, profiling: Answer, findings: &mut Diagnostics) {
    let claims = sayings.terms("annex_iii.filter_condition");
    let Some(claims) = claims.filter(|claims| !claims.value.is_empty() && profiling.verdict == Verdict::Yes)
    else {
        return;
    };
    let says = "a derogation from high risk is claimed for a system that profiles natural persons";
    let mut finding = Diagnostic::at(
        Code::DerogationDespiteProfiling,
        claims.span,
        says,
        "claimed here",
    );
    if let Some(span) = profiling.span {
        finding = finding.and_at(span, "profiling is stated here");
    }
    let advice = "delete `filter_condition`, or correct `profiling`; the system is classified as high-risk";
    findings.add(finding.help(advice));
}
