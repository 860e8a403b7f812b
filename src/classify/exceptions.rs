//! Whether a claimed exception to a point of Annex III works. It lifts a point that the list of uses raises, if every
//! listed use of that point is within reach of an exception that is claimed. A point that `facts.annex_iii.points` lists
//! is met after its exceptions, so that none is left. Reports claims without effect.

use crate::classify::facts::{Answer, Told, Verdict, answer};
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::law::exceptions::{PATH, of};
use crate::law::fact::Fact;
use crate::law::high_risk::point_fact;
use crate::law::terms::AnnexPoint;
use crate::law::uses::Use;
use crate::source::Span;

/// Returns the points that a claim belongs to.
pub(crate) fn points_of(claim: Fact) -> impl Iterator<Item = AnnexPoint> {
    let is_lifted = move |point: &&AnnexPoint| {
        let mut exceptions = of(**point).iter();
        exceptions.any(|exception| exception.when.asks_for(claim))
    };
    AnnexPoint::ALL.iter().filter(is_lifted).copied()
}

impl Told {
    /// Returns whether a claim works: yes or unknown as it was said, or no when it is out of place or out of reach.
    pub(crate) fn exception(&self, claim: Fact) -> Answer {
        let said = self.claimed(claim);
        let works = said.verdict != Verdict::No
            && points_of(claim).all(|point| !self.is_met_anyway(point))
            && self.listed_of(claim).next().is_some()
            && self.listed_of(claim).all(|it| self.is_within_reach(it));
        match works {
            true => said,
            false => answer(Verdict::No, said.origin, said.span),
        }
    }

    /// Returns what was said about a claim, whether or not it works.
    pub(crate) fn claimed(&self, claim: Fact) -> Answer {
        self.explicit(claim).unwrap_or_else(|| self.silence(claim))
    }

    /// Returns whether `facts.annex_iii.points` lists a point, which says that it is met after its exceptions.
    pub(crate) fn is_met_anyway(&self, point: AnnexPoint) -> bool {
        let said = self.explicit(point_fact(point));
        said.is_some_and(|said| said.verdict == Verdict::Yes)
    }

    /// Returns the listed uses of the points that a claim belongs to.
    fn listed_of(&self, claim: Fact) -> impl Iterator<Item = Use> {
        let is_meant = move |it: &Use| {
            it.point()
                .is_some_and(|point| points_of(claim).any(|of| of == point))
        };
        self.uses().filter(is_meant)
    }

    fn is_within_reach(&self, listed: Use) -> bool {
        let mut claims = listed.exceptions().iter();
        claims.any(|claim| self.claimed(*claim).verdict != Verdict::No)
    }

    /// Reports claims that change nothing although the point they belong to is met or open.
    pub(crate) fn report_idle_exceptions(&self, findings: &mut Diagnostics) {
        let claims = Fact::ALL.iter().filter(|fact| fact.row().path == PATH);
        for claim in claims {
            let claimed = self.claimed(*claim);
            let is_idle = claimed.verdict == Verdict::Yes && self.exception(*claim).verdict == Verdict::No;
            let is_contradicted = points_of(*claim).any(|point| self.is_met_anyway(point));
            let matters =
                points_of(*claim).any(|point| self.answer(point_fact(point)).verdict != Verdict::No);
            if let Some(span) = claimed.span.filter(|_| is_idle && matters && !is_contradicted) {
                findings.add(self.idle(*claim, span));
            }
        }
    }

    fn idle(&self, claim: Fact, span: Span) -> Diagnostic {
        let key = claim.term().unwrap_or_default();
        let beyond = self.listed_of(claim).find(|it| !self.is_within_reach(*it));
        let (says, advice) = match beyond {
            Some(it) => (
                format!("`{key}` does not reach `{}`, so the point stays met", it.key()),
                "an exception lifts a point only if each listed use of it is within reach of one; see \
                 `actfile explain uses`",
            ),
            None => (
                format!("`{key}` is claimed, and no use that it could lift is listed"),
                "list what the system is used for in `uses`; an exception lifts what is listed there",
            ),
        };
        Diagnostic::at(Code::IdleException, span, says, "claimed here").help(advice)
    }
}
