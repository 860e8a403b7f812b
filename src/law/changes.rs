//! What Regulation (EU) 2026/1744 changes in the Act, point by point, what it does beside that, and what is often said
//! to be changed and was not. Each point names what in the tables follows it, or says why nothing does. Constant data.

use crate::law::cite::Citation;
use crate::law::terms::AnnexISection;

/// One change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The place in the amending act.
    pub by: Citation,
    /// What it changes; empty when it stands outside the Act.
    pub cites: &'static [Citation],
    /// The effect, in our words.
    pub says: &'static str,
    /// What in the tables follows it, by name.
    pub names: &'static [&'static str],
    /// How the tables treat it.
    pub treated: &'static str,
}

/// Something that stayed as it was, though the opposite is often said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unchanged {
    /// Where it stands.
    pub cites: &'static [Citation],
    /// What stayed, in our words.
    pub says: &'static str,
}

const fn art(number: &'static str, rest: &'static str) -> Citation {
    Citation::art(number, rest)
}

const AUTHORITIES: &str =
    "Not in the tables: it binds authorities and notified bodies, not those who keep an inventory.";
const COMMISSION: &str = "Not in the tables: it addresses the Commission.";
const ROOM: &str = "The duty stays as it is; the documents have room for it.";
const BOTH: &str = "The tables hold both texts.";

macro_rules! points {
    ($($point:literal [$($cite:expr),*] $says:literal $treated:tt [$($name:literal),*];)*) => {
        /// The points of Article 1, in their order.
        pub const POINTS: &[Change] = &[$(Change {
            by: Citation::Omnibus("1", concat!("(", $point, ")")),
            cites: &[$($cite),*],
            says: $says,
            names: &[$($name),*],
            treated: $treated,
        },)*];
    };
}

points! {
    1 [art("1", "(2)(g)")] "Measures that support innovation also have small mid-caps in view."
        "Not in the tables: it states an aim and asks nothing of an operator." [];
    2 [art("2", "(2)"), art("2", "(7)")] "For products of Annex I Section B only Articles 6(1), 60a and 102 to 112 apply, and Articles 57 to 59 where sector law takes up the requirements. Article 2(7) points to Article 4a."
        "The class of Section B bears no duty of Chapter III in either text." ["annex-i-b-2024", "annex-i-b"];
    3 [art("2", "(13)")] "The Commission may limit Articles 9 to 15 and 17 to 25 for products of Section A whose own law asks for the same."
        "Not in the tables: no such act is known to them." [];
    4 [art("3", "(14)"), art("3", "(14a)"), art("3", "(14b)")] "A safety component is defined by its safety function or by the danger of its failure; small and medium-sized enterprises and small mid-caps are defined."
        "The question about products asks for both; the sizes are those of the organisation record." ["annex-i-a", "annex-i-b"];
    5 [art("4", "")] "Providers and deployers take measures that support AI literacy; no level per person is owed. The Commission gives examples, the Board recommends."
        BOTH ["art-4-literacy-2024", "art-4-literacy"];
    6 [art("4a", "")] "Special categories of personal data may serve to find and correct bias, under strict necessity and safeguards, also outside high-risk systems. Nobody is obliged to use them."
        "The duty to surround such data with safeguards leaves Article 10(5) and stands in Article 4a." ["art-10-5-bias-data", "art-4a-bias-data"];
    7 [art("5", "(1)(ba)"), art("5", "(1)(bb)"), art("5", "(1a)"), art("5", "(1b)")] "Two practices are added to the prohibited ones: intimate images without consent and child sexual abuse material, with a gate by purpose and safeguards."
        "Two rules, law since 27 July 2026, applicable from 2 December 2026." ["art-5-1-ba", "art-5-1-bb", "intimate_images"];
    8 [art("6", "(1a)"), art("6", "(1b)"), art("6", "(1c)")] "A component without safety function is no safety component unless its failure endangers; an assessment required for other reasons than health and safety does not count."
        "The amended rules of the first route have these limits and one exception more." ["annex-i-a", "annex-i-b", "art-6-1c"];
    9 [art("10", "(1)"), art("10", "(5)"), art("10", "(6)")] "Article 10(5) is deleted, and what refers to it is adapted, since Article 4a takes its place."
        BOTH ["art-10-5-bias-data", "art-10-data"];
    10 [art("11", "(1)")] "Small mid-caps, too, may keep the technical documentation in a simplified form."
        "A relief by size." ["art-11-1-simplified"];
    11 [art("17", "(2)")] "The proportion of the quality management system names small and medium-sized enterprises and small mid-caps."
        "A relief by size." ["art-17-2-proportionate"];
    12 [art("25", "(2)"), art("25", "(4)")] "What the first provider hands over is spelled out (documents, known limits, technical access); suppliers of AI models are named among those who agree in writing."
        "The tables hold both texts of both duties. By point (da) of Article 99(4) a breach of either has a ceiling of the Union, where national rules decided before." ["art-25-2", "art-25-2-hand-over-2024", "art-25-2-hand-over", "art-25-4-agreement-2024", "art-25-4-agreement"];
    13 [art("27", "(4)"), art("27", "(5)")] "The fundamental rights impact assessment may point to the data protection impact assessment or take in parts of it."
        ROOM ["art-27-rights"];
    14 [art("28", "(8)"), art("28", "(9)")] "One application and one assessment for bodies that are designated under several laws."
        AUTHORITIES [];
    15 [art("29", "(4)")] "The application of notified bodies is adapted to that."
        AUTHORITIES [];
    16 [art("30", "(2)")] "Notification uses the codes of Annex XIV."
        AUTHORITIES [];
    17 [art("40", "(2)")] "The Commission may ask for standards together with those of product law."
        COMMISSION [];
    18 [art("42", "(3)")] "Conformity with the Cyber Resilience Act counts as conformity with the cybersecurity part of Article 15."
        "The gap on cybersecurity measures cites it." ["TEC-208", "art-15-accuracy"];
    19 [art("43", "(3)")] "Products of Section A follow the procedure of their own law, with an assessment of the quality management system; so do systems that fall under Annex III as well."
        "The duty stays; its route is a field of the record." ["art-43-conformity", "DOC-001"];
    20 [art("50", "(7)")] "The Commission judges whether a code of practice is adequate and no longer approves it by an implementing act. Paragraphs 1 to 6 stay as they were."
        "The gap on codes of practice stays; signing gives no presumption of conformity in either text." ["TRN-130"];
    21 [art("56", "(6)")] "The same for codes on general-purpose AI models."
        COMMISSION [];
    22 [art("57", "")] "Sandboxes are adapted; national ones are due by 2 August 2027, and the AI Office may run one of the Union."
        AUTHORITIES [];
    23 [art("58", "(1)")] "The Commission's rules for sandboxes are adapted."
        COMMISSION [];
    24 [art("60", "")] "Testing in real-world conditions is opened further."
        "The tables ask whether a system is tested so; the conditions of testing are not in them." ["scope-pre-market-research"];
    25 [art("60a", "")] "Testing in real-world conditions for products of Section B."
        "The tables ask whether a system is tested so; the conditions of testing are not in them." ["scope-pre-market-research"];
    26 [art("63", "(1)")] "All small and medium-sized enterprises without partner or linked enterprises, no longer micro-enterprises alone, may keep parts of the quality management system in a simplified way."
        "A relief by size." ["art-63-1-simplified"];
    27 [art("64", "(3)")] "The AI Office is given resources."
        COMMISSION [];
    28 [art("69", "(2)")] "The fees of experts are adapted."
        AUTHORITIES [];
    29 [art("70", "(8)")] "Authorities advise smaller enterprises; small mid-caps are named."
        AUTHORITIES [];
    30 [art("72", "(3)")] "The plan for post-market monitoring follows guidance and a voluntary template, not an implementing act."
        "The duty stays; the plan is asked for in either text." ["art-72-monitoring", "TEC-900"];
    31 [art("75", "")] "The AI Office alone supervises systems that are built on a general-purpose AI model of the same provider, and systems in very large platforms and search engines, with exceptions."
        "The AI Office is one of the recipients of an incident report." ["art-73-incidents"];
    32 [art("75a", ""), art("75b", ""), art("75c", ""), art("75d", "")] "Powers, commitments, fines and safeguards of the AI Office; it may fine any breach of the Act by such systems."
        "A ceiling of fines." ["art-75c-4"];
    33 [art("76", "")] "Supervision of testing in real-world conditions is adapted."
        AUTHORITIES [];
    34 [art("77", "")] "Bodies that protect fundamental rights ask for documents through the market surveillance authority."
        AUTHORITIES [];
    35 [art("95", "(4)")] "Codes of conduct have small mid-caps in view."
        "Not in the tables: these codes are voluntary." [];
    36 [art("96", "(1)(a)"), art("96", "(1)(g)")] "More guidelines of the Commission are announced; those of point (g) are due by 1 August 2027."
        COMMISSION [];
    37 [art("97", "")] "The power to adopt delegated acts is adapted."
        COMMISSION [];
    38 [art("99", "(1)"), art("99", "(4)(da)"), art("99", "(6a)")] "National rules reach any infringement; breaches of Article 25(2) and (4) have the ceiling of Article 99(4); small mid-caps pay the lower of the two amounts, but not for prohibited practices."
        "The ceilings are held for both texts." ["art-99-3", "art-99-4", "art-99-5"];
    39 [art("111", "(2)"), art("111", "(4)")] "High-risk systems are left alone when they were there before the later days of their route; generative systems on the market before 2 August 2026 have until 2 December 2026 to mark their output."
        "Transitional rules of both texts." ["art-111-2-high-risk-2024", "art-111-2-high-risk", "art-111-4-generative"];
    40 [art("113", "(a)"), art("113", "(c)"), art("113", "(d)")] "The new prohibitions apply from 2 December 2026, the high-risk rules from 2 December 2027 (Annex III) and 2 August 2028 (Annex I), the changes to other laws from 27 July 2026."
        "The days of application." ["intimate_images", "high_risk_annex_iii", "high_risk_annex_i", "other_laws", "derogation"];
    41 [Citation::AnnexISection(AnnexISection::A), Citation::AnnexISection(AnnexISection::B)] "Machinery leaves Section A; Regulation (EU) 2023/1230 becomes point 21 of Section B."
        "The list of product laws has the place of each act in both texts." ["annex-i-a", "annex-i-b"];
    42 [Citation::Annex("VIII", "Section B")] "Points 7 (why the system is not high-risk) and 9 (Member States) are deleted. Article 49(4)(b), which is not changed, still points to point 9: a residue of drafting."
        "The points of registration are held for both texts." ["art-49-2-registration"];
    43 [Citation::Annex("XIV", "")] "Codes for the scope of notified bodies are added."
        AUTHORITIES [];
}

/// Returns the point that brings what bears a name, such as a duty that only one of the texts has.
pub fn bringing(name: &str) -> Option<&'static Change> {
    POINTS.iter().find(|change| change.names.contains(&name))
}

/// What takes product laws out of Section A of Annex I and into Section B, and what then no longer applies directly.
pub const SECTION_MOVED: &str = "Annex I as changed by OMN Art. 1(41), with Art. 2(2)";

/// What the amending act does beside Article 1.
pub const BESIDE: &[Change] = &[
    Change {
        by: Citation::Omnibus("2", ""),
        cites: &[],
        says: "Amends the Regulation on civil aviation, (EU) 2018/1139.",
        names: &[],
        treated: "Not in the tables: another law.",
    },
    Change {
        by: Citation::Omnibus("3", ""),
        cites: &[],
        says: "Amends the Regulation on machinery, (EU) 2023/1230: requirements for AI come by delegated acts, to apply by \
            2 August 2028.",
        names: &[],
        treated: "Not in the tables: another law.",
    },
    Change {
        by: Citation::Omnibus("4", ""),
        cites: &[],
        says: "Enters into force on the third day after publication, which is 27 July 2026.",
        names: &[],
        treated: "The day from which the amended edition is law.",
    },
];

/// What is often said to be changed and was not.
pub const UNCHANGED: &[Unchanged] = &[
    Unchanged {
        cites: &[Citation::Annex("III", "")],
        says: "No word of the list of high-risk uses has changed.",
    },
    Unchanged {
        cites: &[art("6", "(3)")],
        says: "The conditions of the derogation, and its end where a system profiles natural persons, are the same.",
    },
    Unchanged {
        cites: &[art("6", "(4)"), art("49", "(2)")],
        says: "A system that relies on a derogation is still assessed in writing and registered. The Commission had \
            proposed to drop the registration; only the points it asks for became fewer.",
    },
    Unchanged {
        cites: &[art("26", "")],
        says: "The duties of deployers of high-risk systems are the same; they apply later.",
    },
    Unchanged {
        cites: &[
            art("50", "(1)"),
            art("50", "(2)"),
            art("50", "(3)"),
            art("50", "(4)"),
            art("50", "(5)"),
            art("50", "(6)"),
        ],
        says: "The transparency duties and their first day, 2 August 2026, are the same. Only some generative systems \
            have time for marking.",
    },
    Unchanged {
        cites: &[Citation::Articles(51, 55)],
        says: "The duties for general-purpose AI models are the same.",
    },
    Unchanged {
        cites: &[
            art("99", "(3)"),
            art("99", "(5)"),
            art("99", "(6)"),
            art("101", ""),
        ],
        says: "The amounts of the ceilings and the relief of small and medium-sized enterprises are the same.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::names;

    #[test]
    fn every_point_of_the_amending_article_stands_once_and_in_order() {
        assert_eq!(POINTS.len(), 43);
        for (at, change) in POINTS.iter().enumerate() {
            assert_eq!(change.by.to_string(), format!("OMN Art. 1({})", at + 1));
            assert!(!change.cites.is_empty(), "{}", change.by);
        }
    }

    #[test]
    fn every_change_points_into_the_tables_or_says_why_not() {
        let names = names::all();
        for change in POINTS.iter().chain(BESIDE) {
            assert!(
                change.says.ends_with('.') && change.treated.ends_with('.'),
                "{}",
                change.by
            );
            for name in change.names {
                assert!(names.contains(name), "{} names {name}", change.by);
            }
            let is_outside = change.treated.starts_with("Not in the tables") || change.names.is_empty();
            assert_eq!(change.names.is_empty(), is_outside, "{}", change.by);
        }
    }

    #[test]
    fn what_stayed_is_not_among_the_changes() {
        for kept in UNCHANGED {
            for cite in kept.cites {
                assert!(!POINTS.iter().any(|change| change.cites.contains(cite)), "{cite}");
            }
        }
    }
}
