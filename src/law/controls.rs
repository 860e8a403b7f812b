//! The other frameworks that documents can support, with the numbers of their controls that exist and, for those that
//! are mapped, what each is about in our own words. Titles and texts of standards are not repeated. Which document
//! supports which control stands in `crosswalk`.

use crate::calendar::Date;
use crate::law::control_topics::{TOPICS, Topic};

crate::terms! {
    /// A framework that auditors ask about.
    pub enum Framework {
        AiAct = "ai-act" => "the AI Act",
        Iso42001 = "iso-42001" => "ISO/IEC 42001:2023",
        Iso27001 = "iso-27001" => "ISO/IEC 27001:2022, Annex A",
        Soc2 = "soc-2" => "SOC 2, Trust Services Criteria",
        NistAiRmf = "nist-ai-rmf" => "NIST AI Risk Management Framework 1.0",
        Gdpr = "gdpr" => "Regulation (EU) 2016/679 (GDPR)",
        Jtc21 = "jtc-21" => "European standards in the making (CEN-CENELEC JTC 21)",
        Cra = "cra" => "Regulation (EU) 2024/2847 (Cyber Resilience Act)",
        G7 = "g7" => "G7 minimum elements of a list of parts for AI",
    }
}

crate::terms! {
    /// How well it is known what stands behind a number.
    pub enum SourceStatus {
        Law = "law" => "law",
        OtherLaw = "other_law" => "other Union law",
        NumberChecked = "number_checked" => "number checked",
        Draft = "draft" => "can still change",
    }
}

impl SourceStatus {
    /// Returns what the word means.
    pub const fn means(self) -> &'static str {
        match self {
            Self::Law => "The place stands in the text of the Act, which was read.",
            Self::OtherLaw => "The article stands in another act of the Union.",
            Self::NumberChecked => {
                "The number is one that the framework has. Its text was not read again for this table."
            }
            Self::Draft => "A draft, a new standard or a list whose numbers and contents can still change.",
        }
    }
}

impl Framework {
    /// Returns how well it is known what stands behind its numbers.
    pub const fn source_status(self) -> SourceStatus {
        match self {
            Self::AiAct => SourceStatus::Law,
            Self::Gdpr | Self::Cra => SourceStatus::OtherLaw,
            Self::Iso42001 | Self::Iso27001 | Self::Soc2 | Self::NistAiRmf => SourceStatus::NumberChecked,
            Self::Jtc21 | Self::G7 => SourceStatus::Draft,
        }
    }

    /// Returns the controls of the framework, where they can be counted.
    pub fn controls(self) -> Vec<String> {
        let series = match self {
            Self::Iso42001 => ISO_42001,
            Self::Iso27001 => ISO_27001,
            Self::Soc2 => SOC_2,
            Self::NistAiRmf => NIST_AI_RMF,
            Self::Gdpr => GDPR,
            Self::Jtc21 => return JTC_21.iter().map(|id| (*id).to_owned()).collect(),
            Self::Cra => return vec![CRA_PARTS.to_owned()],
            Self::G7 => return vec![G7_ELEMENTS.to_owned()],
            // The Act is cited by `Citation`, and the coverage page holds every provision.
            Self::AiAct => &[],
        };
        listed(series)
    }

    /// Returns whether a number exists: a control, or a place beside the controls such as a clause or a function.
    pub fn has(self, id: &str) -> bool {
        let whole = match self {
            // A part of an article exists where the article does.
            Self::Gdpr => id.split('(').next().unwrap_or(id),
            Self::AiAct
            | Self::Iso42001
            | Self::Iso27001
            | Self::Soc2
            | Self::NistAiRmf
            | Self::Jtc21
            | Self::Cra
            | Self::G7 => id,
        };
        let beside = match self {
            Self::Iso42001 => listed(ISO_42001_CLAUSES),
            Self::NistAiRmf => NIST_FUNCTIONS.iter().map(|id| (*id).to_owned()).collect(),
            Self::AiAct | Self::Iso27001 | Self::Soc2 | Self::Gdpr | Self::Jtc21 | Self::Cra | Self::G7 => {
                Vec::new()
            }
        };
        self.controls().iter().chain(&beside).any(|known| known == whole)
    }

    /// Returns the numbers that are mapped, in the order of the framework, with what each is about in our words.
    pub fn topics(self) -> impl Iterator<Item = &'static Topic> {
        let own = TOPICS.iter().filter(move |(framework, _)| *framework == self);
        own.flat_map(|(_, topics)| topics.iter())
    }
}

/// Numbers that follow each other: what stands before the last part, its first and its last.
type Series = (&'static str, u8, u8);

fn listed(series: &[Series]) -> Vec<String> {
    let each = series
        .iter()
        .flat_map(|(before, first, last)| (*first..=*last).map(move |number| format!("{before}{number}")));
    each.collect()
}

/// The 38 controls of Annex A of ISO/IEC 42001:2023, under nine objectives.
const ISO_42001: &[Series] = &[
    ("A.2.", 2, 4),
    ("A.3.", 2, 3),
    ("A.4.", 2, 6),
    ("A.5.", 2, 5),
    ("A.6.1.", 2, 3),
    ("A.6.2.", 2, 8),
    ("A.7.", 2, 6),
    ("A.8.", 2, 5),
    ("A.9.", 2, 4),
    ("A.10.", 2, 4),
];

/// The clauses of its management system, as standards of this kind number them.
const ISO_42001_CLAUSES: &[Series] = &[
    ("clause 4.", 1, 4),
    ("clause 5.", 1, 3),
    ("clause 6.", 1, 3),
    ("clause 7.", 1, 5),
    ("clause 8.", 1, 4),
    ("clause 9.", 1, 3),
    ("clause 10.", 1, 2),
];

/// The 93 controls of Annex A of ISO/IEC 27001:2022.
const ISO_27001: &[Series] = &[("5.", 1, 37), ("6.", 1, 8), ("7.", 1, 14), ("8.", 1, 34)];

/// The 33 common criteria.
const SOC_2: &[Series] = &[
    ("CC1.", 1, 5),
    ("CC2.", 1, 3),
    ("CC3.", 1, 4),
    ("CC4.", 1, 2),
    ("CC5.", 1, 3),
    ("CC6.", 1, 8),
    ("CC7.", 1, 5),
    ("CC8.", 1, 1),
    ("CC9.", 1, 2),
];

/// The 72 subcategories.
const NIST_AI_RMF: &[Series] = &[
    ("GOVERN 1.", 1, 7),
    ("GOVERN 2.", 1, 3),
    ("GOVERN 3.", 1, 2),
    ("GOVERN 4.", 1, 3),
    ("GOVERN 5.", 1, 2),
    ("GOVERN 6.", 1, 2),
    ("MAP 1.", 1, 6),
    ("MAP 2.", 1, 3),
    ("MAP 3.", 1, 5),
    ("MAP 4.", 1, 2),
    ("MAP 5.", 1, 2),
    ("MEASURE 1.", 1, 3),
    ("MEASURE 2.", 1, 13),
    ("MEASURE 3.", 1, 3),
    ("MEASURE 4.", 1, 3),
    ("MANAGE 1.", 1, 4),
    ("MANAGE 2.", 1, 4),
    ("MANAGE 3.", 1, 2),
    ("MANAGE 4.", 1, 3),
];

const NIST_FUNCTIONS: &[&str] = &["GOVERN", "MAP", "MEASURE", "MANAGE"];

/// The articles of Regulation (EU) 2016/679.
const GDPR: &[Series] = &[("Art. ", 1, 99)];

/// Drafts and standards that are to serve the Act.
const JTC_21: &[&str] = &[
    "prEN 18228",
    "prEN 18229-1",
    "prEN 18229-2",
    "prEN 18282",
    "prEN 18283",
    "prEN 18284",
    "prEN 18285",
    "prEN 18286",
    "EN ISO/IEC 12792:2025",
    "ISO/IEC 24970",
];

/// What manufacturers of products with digital elements do about the parts of these.
const CRA_PARTS: &str = "Annex I Part II point (1)";
const G7_ELEMENTS: &str = "minimum elements";

/// The month in which the state of the European standards was last looked at. What came later is not known here.
pub const STANDARDS_SEEN_IN: &str = "August 2026";
/// The day on which it was reported that the draft on quality management had failed its vote.
pub const QUALITY_DRAFT_FAILED_ON: Date = Date::on(2026, 2, 13);
/// The draft on quality management.
pub const QUALITY_DRAFT: &str = "prEN 18286";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_framework_has_as_many_controls_as_it_publishes() {
        for (framework, n_controls) in [
            (Framework::Iso42001, 38),
            (Framework::Iso27001, 93),
            (Framework::Soc2, 33),
            (Framework::NistAiRmf, 72),
            (Framework::Gdpr, 99),
        ] {
            let mut controls = framework.controls();
            assert_eq!(controls.len(), n_controls, "{framework:?}");
            controls.sort();
            controls.dedup();
            assert_eq!(controls.len(), n_controls, "{framework:?}: a number stands twice");
        }
        let objectives = Framework::Iso42001.controls();
        let mut objectives: Vec<&str> = objectives.iter().filter_map(|id| id.split('.').nth(1)).collect();
        objectives.dedup();
        assert_eq!(objectives.len(), 9);
    }

    #[test]
    fn numbers_that_public_mappings_invent_do_not_exist() {
        for (framework, id) in [
            (Framework::Iso42001, "A.6.6"),
            (Framework::Iso42001, "A.6.10.2"),
            (Framework::Iso42001, "A.2.1"),
            (Framework::Iso42001, "A.6.2.9"),
            (Framework::Iso42001, "A.11.2"),
            (Framework::Iso42001, "clause 11.1"),
            (Framework::Iso27001, "5.38"),
            (Framework::Iso27001, "A.12.4.1"),
            (Framework::Soc2, "CC6.9"),
            (Framework::Soc2, "CC10.1"),
            (Framework::NistAiRmf, "GOVERN 1.8"),
            (Framework::NistAiRmf, "MEASURE 2.14"),
            (Framework::Gdpr, "Art. 100"),
            (Framework::Gdpr, "30"),
        ] {
            assert!(!framework.has(id), "{id}");
        }
        for (framework, id) in [
            (Framework::Iso42001, "A.6.2.8"),
            (Framework::Iso42001, "clause 7.2"),
            (Framework::Iso27001, "5.37"),
            (Framework::Soc2, "CC8.1"),
            (Framework::NistAiRmf, "MAP"),
            (Framework::NistAiRmf, "MEASURE 2.13"),
            (Framework::Gdpr, "Art. 5(1)(e)"),
        ] {
            assert!(framework.has(id), "{id}");
        }
    }
}
