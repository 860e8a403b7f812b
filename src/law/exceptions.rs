//! The exceptions to the points of Annex III: those in the text of a point, those that a recital gives, and those that
//! the draft guidelines alone give, each with what it rests on. Each is a fact of its own and works only for whoever
//! claims it. Which use in plain words an exception can reach stands in `uses`.

use crate::law::cite::Citation;
use crate::law::fact::Fact;
use crate::law::rule::Cond::Is;
use crate::law::rule::{Basis, Exception};
use crate::law::terms::AnnexPoint;

/// Returns the exceptions of a point, those in its own text first.
pub const fn of(point: AnnexPoint) -> &'static [Exception] {
    match point {
        AnnexPoint::P1a => IDENTIFICATION,
        AnnexPoint::P2 => INFRASTRUCTURE,
        AnnexPoint::P3b => LEARNING,
        AnnexPoint::P3d => TESTS,
        AnnexPoint::P4a => RECRUITMENT,
        AnnexPoint::P4b => WORKERS,
        AnnexPoint::P5b => CREDIT,
        AnnexPoint::P6a | AnnexPoint::P6b | AnnexPoint::P6c | AnnexPoint::P6d | AnnexPoint::P6e => {
            ENFORCEMENT
        }
        AnnexPoint::P7d => BORDERS,
        AnnexPoint::P8a => COURTS,
        AnnexPoint::P8b => ELECTIONS,
        AnnexPoint::P1b
        | AnnexPoint::P1c
        | AnnexPoint::P3a
        | AnnexPoint::P3c
        | AnnexPoint::P5a
        | AnnexPoint::P5c
        | AnnexPoint::P5d
        | AnnexPoint::P7a
        | AnnexPoint::P7b
        | AnnexPoint::P7c => &[],
    }
}

/// Returns whether a fact is the claim of an exception to a point.
pub fn is_claim(fact: Fact) -> bool {
    fact.row().path == PATH
}

/// Where exceptions are claimed, below `facts:`.
pub const PATH: &str = "annex_iii.exceptions";

const UNBINDING: &str = "This exception stands in the draft guidelines alone, not in the text of the point.";

/// An exception in the text of a point, for struct update.
const IN_TEXT: Exception = Exception::BASE;

/// An exception that a recital gives, for struct update.
const IN_RECITAL: Exception = Exception {
    basis: Basis::Recital,
    ..Exception::BASE
};

/// An exception that the draft guidelines alone give, for struct update.
const IN_DRAFT: Exception = Exception {
    basis: Basis::DraftGuidance,
    doubt: UNBINDING,
    ..Exception::BASE
};

const IDENTIFICATION: &[Exception] = &[Exception {
    id: "annex-iii-1-a-verification",
    cites: &[Citation::AnnexIii(AnnexPoint::P1a)],
    paraphrase: "The system only confirms that a person is who he or she claims to be.",
    when: Is(Fact::VerificationOnly),
    ..IN_TEXT
}];

const INFRASTRUCTURE: &[Exception] = &[Exception {
    id: "annex-iii-2-cybersecurity",
    cites: &[Citation::Recital(55)],
    paraphrase: "A component for cybersecurity and nothing else is no safety component.",
    when: Is(Fact::CybersecurityOnly),
    ..IN_RECITAL
}];

const LEARNING: &[Exception] = &[Exception {
    id: "annex-iii-3-b-learner",
    cites: &[Citation::Guideline("GHR", "3(b) out")],
    paraphrase: "Only the learner sees and controls the results, and they count for nothing.",
    when: Is(Fact::LearnerControlledOnly),
    ..IN_DRAFT
}];

const TESTS: &[Exception] = &[Exception {
    id: "annex-iii-3-d-homework",
    cites: &[Citation::Guideline("GHR", "3(d) out")],
    paraphrase: "The system checks homework and watches nobody during a test.",
    when: Is(Fact::HomeworkOnly),
    ..IN_DRAFT
}];

const RECRUITMENT: &[Exception] = &[Exception {
    id: "annex-iii-4-a-candidate",
    cites: &[Citation::Guideline("GHR", "4(a) out")],
    paraphrase: "The system serves candidates, and no employer or recruiter uses it.",
    when: Is(Fact::CandidateSideOnly),
    ..IN_DRAFT
}];

const WORKERS: &[Exception] = &[
    Exception {
        id: "annex-iii-4-b-criteria",
        cites: &[Citation::Guideline("GHR", "¶272")],
        paraphrase: "Tasks are allocated by objective criteria alone, such as availability, licence or location.",
        when: Is(Fact::ObjectiveCriteriaOnly),
        ..IN_DRAFT
    },
    Exception {
        id: "annex-iii-4-b-alerts",
        cites: &[Citation::Guideline("GHR", "¶278")],
        paraphrase: "What the system notices reaches the worker concerned alone.",
        when: Is(Fact::AlertsWorkerOnly),
        ..IN_DRAFT
    },
    Exception {
        id: "annex-iii-4-b-logging",
        cites: &[Citation::Guideline("GHR", "¶277")],
        paraphrase: "The system only keeps records that a law demands, or protects safety or assets.",
        when: Is(Fact::LegalLoggingOnly),
        ..IN_DRAFT
    },
];

const CREDIT: &[Exception] = &[
    Exception {
        id: "annex-iii-5-b-fraud",
        cites: &[Citation::AnnexIii(AnnexPoint::P5b), Citation::Recital(58)],
        paraphrase: "The system is used to detect financial fraud.",
        when: Is(Fact::FinancialFraudDetectionOnly),
        ..IN_TEXT
    },
    Exception {
        id: "annex-iii-5-b-capital",
        cites: &[Citation::Recital(58)],
        paraphrase: "The system calculates capital requirements for prudential purposes, as Union law provides.",
        when: Is(Fact::PrudentialCapitalOnly),
        ..IN_RECITAL
    },
];

const ENFORCEMENT: &[Exception] = &[Exception {
    id: "annex-iii-6-administrative",
    cites: &[Citation::Recital(59)],
    paraphrase: "Administrative proceedings of tax and customs authorities and the administrative analysis of financial \
        intelligence units are no law enforcement.",
    when: Is(Fact::AdministrativeProceedingsOnly),
    ..IN_RECITAL
}];

const BORDERS: &[Exception] = &[Exception {
    id: "annex-iii-7-d-documents",
    cites: &[Citation::AnnexIii(AnnexPoint::P7d)],
    paraphrase: "The system only verifies travel documents.",
    when: Is(Fact::TravelDocumentVerificationOnly),
    ..IN_TEXT
}];

const COURTS: &[Exception] = &[Exception {
    id: "annex-iii-8-a-administration",
    cites: &[Citation::Recital(61)],
    paraphrase: "Ancillary administration that touches no decision of a case is outside.",
    when: Is(Fact::AncillaryAdministration),
    ..IN_RECITAL
}];

const ELECTIONS: &[Exception] = &[Exception {
    id: "annex-iii-8-b-exposure",
    cites: &[Citation::AnnexIii(AnnexPoint::P8b)],
    paraphrase: "People who vote are not directly exposed to the output, as with tools that organise a campaign.",
    when: Is(Fact::NotExposedToOutput),
    ..IN_TEXT
}];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::rule::Relief;
    use crate::law::terms::PointException;
    use std::collections::BTreeSet;

    fn all() -> impl Iterator<Item = &'static Exception> {
        AnnexPoint::ALL.iter().flat_map(|point| of(*point))
    }

    #[test]
    fn every_term_is_one_exception_and_every_exception_one_term() {
        let claimed: BTreeSet<String> = all()
            .flat_map(|exception| {
                let mut facts = Vec::new();
                exception.when.facts(&mut facts);
                facts
            })
            .map(|fact| fact.key())
            .collect();
        let terms: BTreeSet<String> = PointException::ALL
            .iter()
            .map(|term| format!("{PATH}.{}", term.key()))
            .collect();
        assert_eq!(claimed, terms);
    }

    #[test]
    fn an_exception_lifts_and_says_when_only_a_draft_gives_it() {
        for exception in all() {
            assert_eq!(exception.gives, Relief::Lifts, "{}", exception.id);
            let is_draft = exception.basis == Basis::DraftGuidance;
            assert_eq!(is_draft, !exception.doubt.is_empty(), "{}", exception.id);
            let cites_guideline = exception
                .cites
                .iter()
                .any(|cite| matches!(cite, Citation::Guideline(..)));
            assert_eq!(is_draft, cites_guideline, "{}", exception.id);
        }
    }
}
