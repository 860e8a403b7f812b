//! Which subject of our documents can support which control of other frameworks. The table is our own and was checked
//! number by number; public mappings name controls that do not exist. It says what an auditor may ask to see, never
//! that a control is met. Which documents and records belong to a subject is for `documents`.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::law::controls::Framework;
use crate::law::coverage::row_of;
use crate::law::edition::Edition;
use crate::law::terms::AnnexPoint;

crate::terms! {
    /// A subject of the documents.
    pub enum Subject {
        Inventory = "inventory" => "what is used, and who answers for it",
        Classification = "classification" => "which class each system is in, and why",
        Transparency = "transparency" => "what people are told",
        Oversight = "oversight" => "who oversees systems, and how changes are reviewed",
        Records = "records" => "what is logged and counted",
        Incidents = "incidents" => "what went wrong",
        Literacy = "literacy" => "what supports AI literacy",
        Policies = "policies" => "what tools may do, set centrally",
        Vendors = "vendors" => "what suppliers have told and agreed",
        Parts = "parts" => "what systems are made of",
        Technical = "technical" => "how systems were made and tested",
        Rollout = "rollout" => "how tools are brought to the people who use them",
    }
}

/// The controls of one framework.
pub type Controls = (Framework, &'static [&'static str]);

/// What a subject can support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Support {
    /// The subject.
    pub subject: Subject,
    /// The provisions of the Act.
    pub act: &'static [Citation],
    /// The controls of other frameworks, by number.
    pub controls: &'static [Controls],
}

/// The day on which the table was last checked.
pub const VERIFIED_ON: Date = Date::on(2026, 11, 22);

/// The use on workers that a record of a rollout must not become a means to.
pub const WATCHING_WORKERS: Citation = Citation::AnnexIii(AnnexPoint::P4b);

/// Returns what a subject can support.
pub fn support(subject: Subject) -> Option<&'static Support> {
    SUPPORTS.iter().find(|support| support.subject == subject)
}

impl Support {
    /// Returns its controls of one framework.
    pub fn of(&self, framework: Framework) -> &'static [&'static str] {
        let found = self.controls.iter().find(|(known, _)| *known == framework);
        found.map_or(&[], |(_, ids)| *ids)
    }
}

const fn art(number: &'static str, rest: &'static str) -> Citation {
    Citation::art(number, rest)
}
const fn annex(number: &'static str, place: &'static str) -> Citation {
    Citation::Annex(number, place)
}

/// What provisions are about that the page on coverage treats in parts.
const ABOUT: &[(Citation, &str)] = &[
    (art("5", ""), "practices that are prohibited"),
    (art("6", ""), "which systems are high-risk"),
    (art("26", ""), "what deployers of high-risk systems do"),
    (art("49", ""), "registration"),
    (art("50", ""), "transparency towards people"),
    (annex("VIII", ""), "what a registration holds"),
];

/// Returns what a provision is about, in our words.
pub fn about(cite: Citation, edition: Edition) -> &'static str {
    let own = ABOUT.iter().find(|(known, _)| *known == cite);
    let own = own.map(|(_, about)| *about);
    own.or_else(|| row_of(cite, edition).map(|row| row.about))
        .unwrap_or_default()
}

use Framework::{Cra, G7, Gdpr, Iso27001, Iso42001, Jtc21, NistAiRmf, Soc2};

/// The table, by subject.
#[rustfmt::skip]
pub const SUPPORTS: &[Support] = &[
    Support {
        subject: Subject::Inventory,
        act: &[art("4", "(1)"), art("26", ""), art("49", ""), annex("VIII", "")],
        controls: &[
            (Iso42001, &["A.4.2", "A.4.3", "A.4.4", "A.4.5", "A.4.6", "A.6.2.2", "A.9.4", "A.10.2"]),
            (Iso27001, &["5.9", "5.10", "5.19", "5.20", "5.21", "5.22", "5.23"]),
            (Soc2, &["CC3.2", "CC6.1"]),
            (NistAiRmf, &["GOVERN 1.6", "GOVERN 1.7", "MAP 1.1", "MAP 2.1", "MAP 4.1"]),
            (Gdpr, &["Art. 30"]),
            (Jtc21, &["prEN 18286"]),
        ],
    },
    Support {
        subject: Subject::Classification,
        act: &[art("5", ""), art("6", ""), art("50", "")],
        controls: &[
            (Iso42001, &["A.5.2", "A.5.3", "A.5.4", "A.5.5"]),
            (Iso27001, &["5.31"]),
            (Soc2, &["CC3.2"]),
            (NistAiRmf, &["MAP 1.1", "MAP 1.5", "MAP 5.1"]),
            (Gdpr, &["Art. 35(1)"]),
            (Jtc21, &["prEN 18228"]),
        ],
    },
    Support {
        subject: Subject::Transparency,
        act: &[art("13", ""), art("26", "(7)"), art("26", "(11)"), art("50", ""), art("86", "")],
        controls: &[
            (Iso42001, &["A.8.2", "A.8.5", "A.9.3", "A.9.4"]),
            (Iso27001, &["5.10", "6.3"]),
            (Soc2, &["CC2.2", "CC2.3"]),
            (NistAiRmf, &["GOVERN 1.4", "MEASURE 2.8", "MEASURE 2.9"]),
            (Gdpr, &["Art. 12", "Art. 13", "Art. 14", "Art. 15", "Art. 22"]),
            (Jtc21, &["prEN 18229-1", "EN ISO/IEC 12792:2025"]),
        ],
    },
    Support {
        subject: Subject::Oversight,
        act: &[art("14", ""), art("26", "(1)"), art("26", "(2)"), art("26", "(3)"), art("26", "(4)"), art("26", "(5)")],
        controls: &[
            (Iso42001, &["A.3.2", "A.4.6", "A.9.2", "A.9.3"]),
            (Iso27001, &["5.2", "5.3", "8.25", "8.28", "8.32"]),
            (Soc2, &["CC1.3", "CC1.4", "CC1.5", "CC8.1"]),
            (NistAiRmf, &["GOVERN 2.1", "GOVERN 3.2", "MAP 2.2", "MAP 3.5", "MANAGE 2.4", "MANAGE 4.1"]),
            (Gdpr, &["Art. 22(3)"]),
            (Jtc21, &["prEN 18229-1"]),
        ],
    },
    Support {
        subject: Subject::Records,
        act: &[art("12", ""), art("18", ""), art("19", ""), art("26", "(6)"), art("72", "")],
        controls: &[
            (Iso42001, &["A.6.2.6", "A.6.2.8"]),
            (Iso27001, &["5.33", "8.15", "8.16"]),
            (Soc2, &["CC4.1", "CC7.2"]),
            (NistAiRmf, &["MEASURE 3.1", "MANAGE 4.1"]),
            (Gdpr, &["Art. 5(1)(e)", "Art. 30", "Art. 32"]),
            (Jtc21, &["prEN 18229-1", "ISO/IEC 24970"]),
        ],
    },
    Support {
        subject: Subject::Incidents,
        act: &[art("26", "(5)"), art("55", ""), art("73", "")],
        controls: &[
            (Iso42001, &["A.3.3", "A.8.4"]),
            (Iso27001, &["5.24", "5.25", "5.26", "5.27", "5.28"]),
            (Soc2, &["CC7.3", "CC7.4"]),
            (NistAiRmf, &["GOVERN 4.3", "MANAGE 4.3"]),
            (Gdpr, &["Art. 33", "Art. 34"]),
        ],
    },
    Support {
        subject: Subject::Literacy,
        act: &[art("4", "(1)")],
        controls: &[
            (Iso42001, &["A.4.6", "clause 7.2", "clause 7.3"]),
            (Iso27001, &["6.3"]),
            (Soc2, &["CC1.4"]),
            (NistAiRmf, &["GOVERN 2.2", "MAP 3.4"]),
            (Gdpr, &["Art. 39(1)(b)"]),
        ],
    },
    Support {
        subject: Subject::Policies,
        act: &[art("15", "(5)"), art("26", "(1)")],
        controls: &[
            (Iso42001, &["A.2.2", "A.9.2"]),
            (Iso27001, &["8.2", "8.3", "8.4", "8.9", "8.22", "8.23"]),
            (Soc2, &["CC6.1", "CC6.2", "CC6.3", "CC6.8"]),
            (NistAiRmf, &["GOVERN 1.2", "MANAGE 1.3"]),
            (Gdpr, &["Art. 25", "Art. 32"]),
            (Jtc21, &["prEN 18282"]),
        ],
    },
    Support {
        subject: Subject::Vendors,
        act: &[art("25", "(4)"), art("26", "(5)"), art("53", "(1)(b)")],
        controls: &[
            (Iso42001, &["A.10.2", "A.10.3", "A.10.4"]),
            (Iso27001, &["5.19", "5.20", "5.21", "5.22", "5.23", "8.30"]),
            (Soc2, &["CC9.2"]),
            (NistAiRmf, &["GOVERN 6.1", "GOVERN 6.2", "MANAGE 3.1", "MANAGE 3.2"]),
            (Gdpr, &["Art. 28", "Art. 44"]),
        ],
    },
    Support {
        subject: Subject::Parts,
        act: &[annex("IV", "point 1(c)"), annex("IV", "point 2(a)"), annex("IV", "point 2(d)"), annex("XII", "")],
        controls: &[
            (Iso42001, &["A.4.3", "A.4.4", "A.4.5", "A.7.5"]),
            (Iso27001, &["5.9", "8.8"]),
            (Soc2, &["CC6.8", "CC8.1"]),
            (NistAiRmf, &["MAP 4.1", "MANAGE 3.2"]),
            (Cra, &["Annex I Part II point (1)"]),
            (G7, &["minimum elements"]),
        ],
    },
    Support {
        subject: Subject::Technical,
        act: &[art("11", ""), art("17", ""), annex("IV", "")],
        controls: &[
            (Iso42001, &["A.6.2.3", "A.6.2.4", "A.6.2.5", "A.6.2.6", "A.6.2.7", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"]),
            (Iso27001, &["5.37"]),
            (Soc2, &["CC8.1"]),
            (NistAiRmf, &["MAP", "MEASURE"]),
            (Gdpr, &["Art. 25"]),
            (Jtc21, &["prEN 18228", "prEN 18229-2", "prEN 18282", "prEN 18284", "prEN 18285", "prEN 18286"]),
        ],
    },
    Support {
        subject: Subject::Rollout,
        act: &[art("4", "(1)"), art("26", "(1)")],
        controls: &[
            (Iso42001, &["A.6.2.5", "A.9.2"]),
            (Iso27001, &["5.10"]),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::control_topics::TOPICS;
    use crate::law::coverage::rows_below;
    use crate::law::gaps;
    use std::collections::BTreeSet;

    #[test]
    fn every_number_exists_and_stands_once_in_its_cell() {
        for support in SUPPORTS {
            for (framework, ids) in support.controls {
                let once: BTreeSet<&&str> = ids.iter().collect();
                assert_eq!(once.len(), ids.len(), "{:?} {framework:?}", support.subject);
                for id in *ids {
                    assert!(framework.has(id), "{framework:?} has no {id}");
                }
            }
        }
    }

    #[test]
    fn every_subject_has_one_row_with_places_in_the_act() {
        let subjects: Vec<Subject> = SUPPORTS.iter().map(|support| support.subject).collect();
        assert_eq!(subjects, Subject::ALL);
        for support in SUPPORTS {
            assert!(!support.act.is_empty(), "{:?}", support.subject);
            for cite in support.act {
                for edition in Edition::ALL {
                    assert!(!about(*cite, *edition).is_empty(), "{cite} in {edition}");
                    let is_known =
                        row_of(*cite, *edition).is_some() || rows_below(*cite, *edition).next().is_some();
                    assert!(is_known, "{cite} in {edition}");
                }
            }
        }
    }

    #[test]
    fn what_gaps_cite_of_these_frameworks_exists_too() {
        let known = [
            ("ISO/IEC 42001", Framework::Iso42001),
            ("ISO/IEC 27001", Framework::Iso27001),
            ("SOC 2", Framework::Soc2),
            ("GDPR", Framework::Gdpr),
        ];
        let mut n_cites = 0;
        for cite in gaps::ALL.iter().flat_map(|kind| kind.cites) {
            let Citation::Guideline(name, place) = cite else {
                continue;
            };
            for (_, framework) in known.iter().filter(|(known, _)| known == name) {
                n_cites += 1;
                let as_clause = format!("clause {place}");
                // Two whole clauses, which no list of controls holds.
                let exists = framework.has(place) || framework.has(&as_clause) || *place == "9, 10";
                assert!(exists, "{cite}");
            }
        }
        assert!(n_cites > 30, "{n_cites}");
    }

    #[test]
    fn every_mapped_number_has_words_and_no_words_are_idle() {
        let mapped: BTreeSet<(Framework, &str)> = SUPPORTS
            .iter()
            .flat_map(|support| support.controls)
            .flat_map(|(framework, ids)| ids.iter().map(|id| (*framework, *id)))
            .collect();
        let worded: Vec<(Framework, &str)> = TOPICS
            .iter()
            .flat_map(|(framework, topics)| topics.iter().map(|(id, _)| (*framework, *id)))
            .collect();
        assert_eq!(worded.len(), mapped.len(), "a number stands twice");
        assert_eq!(worded.into_iter().collect::<BTreeSet<_>>(), mapped);
    }
}
