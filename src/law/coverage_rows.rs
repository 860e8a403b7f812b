//! The rows of the coverage page, part by part of the Act: for every provision what becomes of it here. Constant data;
//! how a row is found and what the words mean stands in `coverage`.

use crate::law::cite::Citation;
use crate::law::coverage::Treatment::{Asked, Checked, OutOfScope, Recorded};
use crate::law::coverage::{Part, Row};
use crate::law::rule::{AMENDED, PUBLISHED};
use crate::law::terms::{AnnexISection, AnnexPoint};

const fn art(number: &'static str, rest: &'static str) -> Citation {
    Citation::art(number, rest)
}
const fn arts(first: u8, last: u8) -> Citation {
    Citation::Articles(first, last)
}
const fn annex(number: &'static str, rest: &'static str) -> Citation {
    Citation::Annex(number, rest)
}
const fn iii(point: AnnexPoint) -> Citation {
    Citation::AnnexIii(point)
}
const fn section(section: AnnexISection) -> Citation {
    Citation::AnnexISection(section)
}

const BOTH: Row = Row {
    cites: &[],
    about: "",
    treatment: OutOfScope,
    by: &[],
    says: "",
    since: PUBLISHED,
    until: None,
};
/// A provision that the amending act adds.
const ADDED: Row = Row {
    since: AMENDED,
    ..BOTH
};
/// A provision that it deletes.
const DELETED: Row = Row {
    until: Some(AMENDED),
    ..BOTH
};

macro_rules! rows {
    ($($id:ident $title:literal { $($base:ident [$($cite:expr),*] $about:literal $treatment:ident [$($by:literal),*] $says:literal;)* })*) => {
        /// The page, part by part.
        pub const ROWS: &[Part] = &[$(Part {
            id: stringify!($id),
            title: $title,
            rows: &[$(Row {
                cites: &[$($cite),*],
                about: $about,
                treatment: $treatment,
                by: &[$($by),*],
                says: $says,
                ..$base
            },)*],
        },)*];
    };
}

use AnnexPoint::{
    P1a, P1b, P1c, P2, P3a, P3b, P3c, P3d, P4a, P4b, P5a, P5b, P5c, P5d, P6a, P6b, P6c, P6d, P6e, P7a, P7b,
    P7c, P7d, P8a, P8b,
};

rows! {
general "Chapter I: general provisions" {
    BOTH [art("1", "")] "purpose of the Act" OutOfScope [] "It states aims and asks nothing of an operator.";
    BOTH [art("2", "(1)")] "link to the Union" Checked ["scope-no-eu-nexus"] "";
    BOTH [art("2", "(2)")] "products of Annex I Section B" Checked ["annex-i-b-2024", "annex-i-b"] "";
    BOTH [art("2", "(3)")] "military, defence and national security" Checked ["scope-military"] "";
    BOTH [art("2", "(4)")] "authorities of third countries" Checked ["scope-third-country-authority"] "";
    BOTH [art("2", "(5)"), art("2", "(9)"), art("2", "(11)")] "other laws that stay untouched" OutOfScope [] "Liability of intermediaries, product safety, consumer and labour law are other laws.";
    BOTH [art("2", "(6)")] "scientific research" Checked ["scope-scientific-research"] "";
    BOTH [art("2", "(7)")] "data protection law stays untouched" Asked ["INV-050", "VEN-005", "REC-004"] "";
    BOTH [art("2", "(8)")] "research and testing before the market" Checked ["scope-pre-market-research"] "";
    BOTH [art("2", "(10)")] "personal use" Checked ["scope-personal-use"] "";
    BOTH [art("2", "(12)")] "free and open-source systems" Checked ["scope-foss"] "";
    ADDED [art("2", "(13)")] "limits for products of Section A by delegated act" OutOfScope [] "The table knows of no such act.";
    BOTH [art("3", "(1)")] "AI system" Checked ["scope-not-ai-system"] "";
    BOTH [art("3", "(3)"), art("3", "(4)"), art("3", "(5)"), art("3", "(6)"), art("3", "(7)"), art("3", "(8)")] "provider, deployer and the other roles" Asked ["INV-011"] "";
    BOTH [art("3", "(12)")] "intended purpose" Asked ["INV-020"] "";
    BOTH [art("3", "(14)")] "safety component" Checked ["annex-i-a-2024", "annex-i-b-2024", "annex-i-a", "annex-i-b"] "";
    ADDED [art("3", "(14a)"), art("3", "(14b)")] "small and medium-sized enterprises, small mid-caps" Recorded [] "`size_class` of the organisation.";
    BOTH [art("3", "(23)")] "substantial modification" Checked ["art-25-1-b"] "";
    BOTH [art("3", "(39)")] "emotion recognition" Checked ["art-5-1-f", "annex-iii-1-c"] "";
    BOTH [art("3", "(40)")] "biometric categorisation" Checked ["art-5-1-g", "art-5-1-g-ancillary"] "";
    BOTH [art("3", "(41)")] "remote biometric identification" Checked ["art-5-1-h", "annex-iii-1-a"] "";
    BOTH [art("3", "(49)")] "serious incident" Asked ["REC-009"] "";
    BOTH [art("3", "(52)")] "profiling" Checked ["art-6-3-a-2024", "art-6-3-b-2024", "art-6-3-c-2024", "art-6-3-d-2024", "art-6-3-a", "art-6-3-b", "art-6-3-c", "art-6-3-d"] "";
    BOTH [art("3", "(60)")] "deep fake" Checked ["art-50-4-deepfake"] "";
    BOTH [art("3", "(63)")] "general-purpose AI model" Checked ["gpai-not", "gpai-model"] "";
    BOTH [art("3", "")] "the other definitions" Recorded [] "The documents use these words as the Act does.";
    BOTH [art("4", "")] "AI literacy" Asked ["art-4-literacy-2024", "art-4-literacy", "LIT-001", "LIT-003", "LIT-004"] "";
    ADDED [art("4a", "")] "special categories of data against bias" Asked ["art-4a-bias-data"] "";
}
prohibited "Chapter II: prohibited practices" {
    BOTH [art("5", "(1)(a)")] "manipulation" Checked ["art-5-1-a"] "";
    BOTH [art("5", "(1)(b)")] "exploiting vulnerability" Checked ["art-5-1-b"] "";
    ADDED [art("5", "(1)(ba)")] "intimate images without consent" Checked ["art-5-1-ba"] "";
    ADDED [art("5", "(1)(bb)")] "child sexual abuse material" Checked ["art-5-1-bb"] "";
    BOTH [art("5", "(1)(c)")] "social scoring" Checked ["art-5-1-c"] "";
    BOTH [art("5", "(1)(d)")] "predicting offences from profiling alone" Checked ["art-5-1-d"] "";
    BOTH [art("5", "(1)(e)")] "face databases by untargeted scraping" Checked ["art-5-1-e"] "";
    BOTH [art("5", "(1)(f)")] "emotion inference at work or in education" Checked ["art-5-1-f"] "";
    BOTH [art("5", "(1)(g)")] "biometric categorisation by sensitive traits" Checked ["art-5-1-g"] "";
    BOTH [art("5", "(1)(h)")] "real-time remote identification for law enforcement" Checked ["art-5-1-h"] "";
    ADDED [art("5", "(1a)"), art("5", "(1b)")] "gate and limit of the two added points" Checked ["art-5-1-ba", "art-5-1-bb", "art-5-1b"] "";
    BOTH [art("5", "(2)"), art("5", "(3)")] "conditions and authorisation of real-time identification" Checked ["art-5-1-h-objectives"] "One answer says whether each use is authorised with the safeguards; they are not listed one by one.";
    BOTH [art("5", "(4)"), art("5", "(5)"), art("5", "(6)"), art("5", "(7)"), art("5", "(8)")] "notices, national law and reports on it" OutOfScope [] "They bind authorities and Member States, or leave other prohibitions as they are.";
}
high_risk "Chapter III: high-risk systems" {
    BOTH [art("6", "(1)")] "products and their safety components" Checked ["annex-i-a-2024", "annex-i-b-2024", "annex-i-a", "annex-i-b"] "";
    ADDED [art("6", "(1a)"), art("6", "(1b)")] "what a safety component is not" Checked ["annex-i-a", "annex-i-b"] "";
    ADDED [art("6", "(1c)")] "assessments for other reasons than health and safety" Checked ["art-6-1c"] "";
    BOTH [art("6", "(2)")] "uses listed in Annex III" Checked ["high-risk-uses"] "The rows of Annex III name the rules one by one.";
    BOTH [art("6", "(3)")] "derogation, and its end with profiling" Checked ["art-6-3-a-2024", "art-6-3-b-2024", "art-6-3-c-2024", "art-6-3-d-2024", "art-6-3-a", "art-6-3-b", "art-6-3-c", "art-6-3-d"] "";
    BOTH [art("6", "(4)")] "written assessment of a derogation" Asked ["art-6-4-assessment", "INV-030"] "";
    BOTH [art("6", "(5)"), art("6", "(6)"), art("6", "(7)"), art("6", "(8)")] "guidelines and changes of the conditions" OutOfScope [] "They address the Commission.";
    BOTH [art("7", "")] "changes of Annex III" OutOfScope [] "It addresses the Commission.";
    BOTH [art("8", "")] "the requirements as a whole" Recorded [] "What it points to is asked under the articles that follow.";
    BOTH [art("9", "")] "risk management" Asked ["art-9-risks", "TEC-500"] "";
    BOTH [art("10", "")] "data and their governance" Asked ["art-10-data", "TEC-204", "TRN-107"] "";
    DELETED [art("10", "(5)")] "special categories of data against bias" Asked ["art-10-5-bias-data"] "";
    BOTH [art("11", "")] "technical documentation" Asked ["art-11-file", "TEC-101"] "The gaps TEC-101 to TEC-900 follow Annex IV.";
    BOTH [art("12", "")] "logging by the system" Asked ["art-19-logs", "REC-010"] "";
    BOTH [art("13", "")] "instructions for use" Asked ["art-13-instructions", "TRN-101"] "The gaps TRN-101 to TRN-112 follow its paragraph 3.";
    BOTH [art("14", "")] "human oversight by design" Asked ["art-14-oversight", "OVS-010", "OVS-011", "OVS-012", "OVS-013", "OVS-014"] "";
    BOTH [art("14", "(5)")] "verification by two persons" Asked ["OVS-020"] "";
    BOTH [art("15", "")] "accuracy, robustness, cybersecurity" Asked ["art-15-accuracy", "TRN-103"] "";
    BOTH [art("16", "")] "list of the provider's duties" Asked ["art-16-identity", "art-16-accessibility"] "The other articles it lists are asked one by one.";
    BOTH [art("17", "")] "quality management system" Asked ["art-17-quality", "QMS-001"] "";
    BOTH [art("18", "")] "keeping documents" Asked ["art-18-keep", "REC-005"] "";
    BOTH [art("19", "")] "keeping logs" Asked ["art-19-logs", "REC-001", "REC-002"] "";
    BOTH [art("20", "")] "corrective action" Asked ["art-20-correct"] "";
    BOTH [art("21", "")] "cooperation with authorities" Asked ["art-21-cooperation"] "";
    BOTH [art("22", "")] "authorised representative" Asked ["art-22-representative", "art-22-mandate", "INV-082"] "";
    BOTH [art("23", "")] "importer" Asked ["art-23-importer"] "";
    BOTH [art("24", "")] "distributor" Asked ["art-24-distributor"] "";
    BOTH [art("25", "(1)(a)")] "our own name on a system of somebody else" Checked ["art-25-1-a", "INV-011"] "";
    BOTH [art("25", "(1)(b)")] "substantial modification of a high-risk system" Checked ["art-25-1-b", "INV-011"] "";
    BOTH [art("25", "(1)(c)")] "another purpose, which makes a system high-risk" Checked ["art-25-1-c", "INV-011"] "";
    BOTH [art("25", "(2)")] "what the first provider hands over" Checked ["art-25-2", "art-25-2-ruled-out", "art-25-2-hand-over-2024", "art-25-2-hand-over"] "";
    BOTH [art("25", "(3)")] "product manufacturer as provider" Checked ["art-25-3"] "";
    BOTH [art("25", "(4)")] "written agreement with suppliers" Asked ["art-25-4-agreement-2024", "art-25-4-agreement", "VEN-006"] "";
    BOTH [art("25", "(5)")] "trade secrets" OutOfScope [] "It limits what is handed over and asks for no record.";
    BOTH [art("26", "(1)")] "use by the instructions" Asked ["art-26-1-instructions", "TRN-100"] "";
    BOTH [art("26", "(2)")] "competent people in charge of oversight" Asked ["art-26-2-oversight", "OVS-001", "OVS-002", "OVS-003"] "";
    BOTH [art("26", "(3)")] "freedom to organise oversight" Asked ["OVS-030"] "";
    BOTH [art("26", "(4)")] "input data" Asked ["art-26-4-input", "INV-051"] "";
    BOTH [art("26", "(5)")] "monitoring and reports" Asked ["art-26-5-monitoring", "OVS-060", "VEN-001"] "";
    BOTH [art("26", "(6)")] "keeping logs" Asked ["art-26-6-logs", "REC-001", "REC-010"] "";
    BOTH [art("26", "(7)")] "notice to workers" Asked ["art-26-7-workers", "TRN-080"] "";
    BOTH [art("26", "(8)")] "registration by public deployers" Asked ["art-26-8-registered", "INV-041"] "";
    BOTH [art("26", "(9)")] "use in the data protection impact assessment" Asked ["art-26-9-dpia", "INV-050"] "";
    BOTH [art("26", "(10)")] "authorisation of identification after the event" Asked ["art-26-10-authorisation"] "";
    BOTH [art("26", "(11)")] "notice to persons" Asked ["art-26-11-persons", "TRN-080"] "";
    BOTH [art("26", "(12)")] "cooperation with authorities" Recorded [] "An `evidence` record of the system; requests of authorities are not tracked.";
    BOTH [art("27", "(1)")] "fundamental rights impact assessment" Asked ["art-27-rights", "FRI-001"] "The gaps FRI-a to FRI-f follow its points.";
    BOTH [art("27", "(2)")] "first use and updates" Recorded [] "`date` of the assessment.";
    BOTH [art("27", "(3)")] "telling the authority" Asked ["FRI-g"] "";
    BOTH [art("27", "(4)")] "beside the data protection impact assessment" Recorded [] "`dpia` and `fria` of the system name both.";
    BOTH [art("27", "(5)")] "template" OutOfScope [] "It addresses the AI Office.";
    BOTH [arts(28, 39)] "notifying authorities and notified bodies" OutOfScope [] "They bind authorities and notified bodies, not those who keep an inventory.";
    BOTH [art("40", "")] "harmonised standards" Asked ["TEC-700"] "";
    BOTH [art("41", "")] "common specifications" Asked ["TEC-700"] "";
    BOTH [art("42", "(1)"), art("42", "(2)")] "presumptions of conformity" Recorded [] "`conformity.standards` of the system; no presumption is drawn.";
    BOTH [art("42", "(3)")] "cybersecurity under other law" Asked ["TEC-208"] "";
    BOTH [art("43", "")] "conformity assessment" Asked ["art-43-conformity", "DOC-001"] "The route is the organisation's own statement; nothing here chooses it.";
    BOTH [art("44", "")] "certificates" Asked ["INV-086"] "";
    BOTH [art("45", ""), art("46", "")] "information by notified bodies, derogation by authorities" OutOfScope [] "They bind notified bodies and authorities.";
    BOTH [art("47", "")] "declaration of conformity" Asked ["art-47-declaration", "TEC-800", "REC-005"] "";
    BOTH [art("48", "")] "CE marking" Asked ["art-47-declaration"] "";
    BOTH [art("49", "(1)")] "registration by the provider" Asked ["art-49-1-registration", "INV-040"] "";
    BOTH [art("49", "(2)")] "registration of a derogation" Asked ["art-49-2-registration", "INV-040"] "";
    BOTH [art("49", "(3)")] "registration by public deployers" Asked ["art-26-8-registered", "INV-041"] "";
    BOTH [art("49", "(4)")] "the part of the database that is not public" Asked ["art-49-4-registration"] "";
    BOTH [art("49", "(5)")] "critical infrastructure registers nationally" Asked ["art-49-5-registration", "INV-040"] "";
}
transparency "Chapter IV: transparency" {
    BOTH [art("50", "(1)")] "telling people that they interact with AI" Checked ["art-50-1", "TRN-020"] "";
    BOTH [art("50", "(2)")] "marking synthetic content" Checked ["art-50-2", "TRN-030", "TRN-031"] "";
    BOTH [art("50", "(3)")] "emotion recognition and biometric categorisation" Checked ["art-50-3", "TRN-050"] "";
    BOTH [art("50", "(4)")] "deep fakes and published text" Checked ["art-50-4-deepfake", "art-50-4-text", "TRN-040", "TRN-041"] "";
    BOTH [art("50", "(5)")] "how and when people are told" Asked ["TRN-022", "TRN-023"] "";
    BOTH [art("50", "(6)")] "beside the duties for high-risk systems" Checked ["transparency"] "The duties are tested for every system.";
    BOTH [art("50", "(7)")] "codes of practice" Asked ["TRN-130"] "";
}
models "Chapter V: general-purpose AI models" {
    BOTH [art("51", "(1)"), art("51", "(2)")] "systemic risk" Checked ["gpai-systemic"] "";
    BOTH [art("51", "(3)")] "changes of the thresholds" OutOfScope [] "It addresses the Commission.";
    BOTH [art("52", "(1)")] "notification" Asked ["art-55-systemic"] "";
    BOTH [art("52", "(2)"), art("52", "(3)"), art("52", "(4)"), art("52", "(5)"), art("52", "(6)")] "rebuttal, designation, list" OutOfScope [] "A procedure with the Commission; its result is asked as a fact of the model.";
    BOTH [art("53", "(1)(a)")] "technical documentation of the model" Asked ["art-53-1-a-documentation", "BOM-001"] "";
    BOTH [art("53", "(1)(b)")] "information for those who build on it" Asked ["art-53-1-b-integrators", "VEN-003"] "";
    BOTH [art("53", "(1)(c)")] "copyright" Asked ["art-53-1-c-copyright"] "";
    BOTH [art("53", "(1)(d)")] "summary of training content" Asked ["art-53-1-d-summary"] "";
    BOTH [art("53", "(2)")] "open-source relief" Checked ["gpai-open-source"] "";
    BOTH [art("53", "(3)"), art("53", "(4)"), art("53", "(5)"), art("53", "(6)"), art("53", "(7)")] "cooperation, codes, delegated acts, secrets" OutOfScope [] "They address the Commission, or what it may ask for case by case.";
    BOTH [art("54", "(1)"), art("54", "(2)"), art("54", "(3)"), art("54", "(4)"), art("54", "(5)")] "representative of a provider outside the Union" Asked ["art-54-representative"] "";
    BOTH [art("54", "(6)")] "open-source relief" Checked ["gpai-open-source"] "";
    BOTH [art("55", "")] "models with systemic risk" Asked ["art-55-systemic"] "";
    BOTH [art("56", "")] "codes of practice" Recorded [] "`code_of_practice` of the organisation and of the model.";
}
innovation "Chapter VI: support of innovation" {
    BOTH [arts(57, 59)] "sandboxes" OutOfScope [] "Taking part is agreed with an authority, whose plan governs it.";
    BOTH [art("60", ""), art("61", "")] "testing in real-world conditions" OutOfScope [] "Whether a system is tested so is asked; the plan and the consent of test persons are not.";
    ADDED [art("60a", "")] "testing in real-world conditions for products of Section B" OutOfScope [] "Whether a system is tested so is asked; the rest is sector law.";
    BOTH [art("62", "")] "measures for smaller undertakings" OutOfScope [] "It binds Member States.";
    BOTH [art("63", "")] "simplified quality management" Recorded ["art-63-1-simplified"] "`size_class` and `partner_or_linked_enterprises` of the organisation.";
}
governance "Chapters VII and VIII: governance and database" {
    BOTH [arts(64, 70)] "AI Office, Board, forum, panel, national authorities" OutOfScope [] "They set up authorities.";
    BOTH [art("71", "")] "the EU database" OutOfScope [] "It binds the Commission; the entries are prepared under Article 49.";
}
market "Chapter IX: after the market, information, supervision" {
    BOTH [art("72", "")] "post-market monitoring" Asked ["art-72-monitoring", "TEC-900"] "";
    BOTH [art("73", "")] "serious incidents" Asked ["art-73-incidents", "REC-009"] "";
    BOTH [art("74", "")] "market surveillance" OutOfScope [] "It binds authorities.";
    BOTH [art("75", "")] "competence of the AI Office" Recorded [] "The AI Office is a recipient in `notified` of an incident; whether it is competent for a system is not decided.";
    ADDED [art("75a", ""), art("75b", ""), art("75d", "")] "powers of the AI Office, commitments, safeguards" OutOfScope [] "They bind the AI Office.";
    ADDED [art("75c", "")] "fines of the AI Office" Recorded ["art-75c-4"] "The ceiling is printed by `actfile law`; no fine is computed.";
    BOTH [arts(76, 84)] "supervision of tests, rights bodies, confidentiality, procedures, support" OutOfScope [] "They bind authorities.";
    BOTH [art("85", "")] "complaints" OutOfScope [] "A right of persons against authorities.";
    BOTH [art("86", "")] "explanation of decisions" Asked ["art-86-explanation", "TRN-080"] "";
    BOTH [art("87", "")] "whistleblowers" OutOfScope [] "Another law of the Union governs it.";
    BOTH [arts(88, 94)] "supervision of general-purpose AI models" OutOfScope [] "They bind the Commission and the AI Office.";
}
final_parts "Chapters X to XIII: codes, delegation, penalties, final provisions" {
    BOTH [art("95", "")] "voluntary codes of conduct" OutOfScope [] "They are voluntary; a system without a category is told of them.";
    BOTH [arts(96, 98)] "guidelines, delegated acts, committee" OutOfScope [] "They address the Commission.";
    BOTH [art("99", "")] "penalties" Recorded ["art-99-3", "art-99-4", "art-99-5"] "Each duty names where a breach is fined, and `actfile law` prints the ceilings; no fine is computed.";
    BOTH [art("100", "")] "fines for Union bodies" Recorded ["art-100-2", "art-100-3"] "The ceilings are printed by `actfile law`.";
    BOTH [art("101", "")] "fines for providers of general-purpose AI models" Recorded ["art-101"] "The ceiling is printed by `actfile law`.";
    BOTH [arts(102, 110)] "changes to other laws" Recorded ["other_laws"] "Their first day is printed by `actfile law`; they bind those who make sector law.";
    BOTH [art("111", "(1)")] "large-scale IT systems of the Union" Recorded ["art-111-1-large-scale"] "The days are printed by `actfile law`; whether a system is such a component is not asked.";
    BOTH [art("111", "(2)")] "high-risk systems that were there before" Checked ["art-111-2-high-risk-2024", "art-111-2-high-risk", "art-111-2-public"] "";
    BOTH [art("111", "(3)")] "models that were there before" Checked ["art-111-3-models"] "";
    ADDED [art("111", "(4)")] "generative systems that were there before" Checked ["art-111-4", "art-111-4-generative"] "";
    BOTH [art("112", "")] "review of the Act" OutOfScope [] "It addresses the Commission.";
    BOTH [art("113", "")] "first days of application" Checked ["general", "prohibitions", "gpai", "penalties", "transparency", "high_risk_annex_iii", "high_risk_annex_i"] "";
}
annexes "Annexes" {
    BOTH [section(AnnexISection::A)] "product laws, Section A" Checked ["annex-i-a-2024", "annex-i-a"] "";
    BOTH [section(AnnexISection::B)] "product laws, Section B" Checked ["annex-i-b-2024", "annex-i-b"] "";
    BOTH [annex("II", "")] "offences that allow real-time identification" Checked ["art-5-1-h-objectives"] "The list itself is not reproduced; one answer says whether an offence is on it.";
    BOTH [iii(P1a)] "remote biometric identification" Checked ["annex-iii-1-a"] "";
    BOTH [iii(P1b)] "biometric categorisation by sensitive attributes" Checked ["annex-iii-1-b"] "";
    BOTH [iii(P1c)] "emotion recognition" Checked ["annex-iii-1-c"] "";
    BOTH [iii(P2)] "critical infrastructure" Checked ["annex-iii-2"] "";
    BOTH [iii(P3a)] "access and admission to education" Checked ["annex-iii-3-a"] "";
    BOTH [iii(P3b)] "evaluating learning outcomes" Checked ["annex-iii-3-b"] "";
    BOTH [iii(P3c)] "assessing the level of education" Checked ["annex-iii-3-c"] "";
    BOTH [iii(P3d)] "prohibited behaviour in tests" Checked ["annex-iii-3-d"] "";
    BOTH [iii(P4a)] "recruitment and selection" Checked ["annex-iii-4-a"] "";
    BOTH [iii(P4b)] "workers: decisions, tasks, evaluation" Checked ["annex-iii-4-b", "INV-070"] "";
    BOTH [iii(P5a)] "public benefits and services" Checked ["annex-iii-5-a"] "";
    BOTH [iii(P5b)] "creditworthiness" Checked ["annex-iii-5-b"] "";
    BOTH [iii(P5c)] "life and health insurance" Checked ["annex-iii-5-c"] "";
    BOTH [iii(P5d)] "emergency calls, dispatch, triage" Checked ["annex-iii-5-d"] "";
    BOTH [iii(P6a)] "risk of becoming a victim" Checked ["annex-iii-6-a"] "";
    BOTH [iii(P6b)] "polygraphs of law enforcement" Checked ["annex-iii-6-b"] "";
    BOTH [iii(P6c)] "reliability of evidence" Checked ["annex-iii-6-c"] "";
    BOTH [iii(P6d)] "risk of offending" Checked ["annex-iii-6-d"] "";
    BOTH [iii(P6e)] "profiling in criminal investigation" Checked ["annex-iii-6-e"] "";
    BOTH [iii(P7a)] "polygraphs at the border" Checked ["annex-iii-7-a"] "";
    BOTH [iii(P7b)] "risk posed by a person at the border" Checked ["annex-iii-7-b"] "";
    BOTH [iii(P7c)] "asylum, visa and residence" Checked ["annex-iii-7-c"] "";
    BOTH [iii(P7d)] "identifying persons at the border" Checked ["annex-iii-7-d"] "";
    BOTH [iii(P8a)] "judicial authorities" Checked ["annex-iii-8-a"] "";
    BOTH [iii(P8b)] "elections and voting" Checked ["annex-iii-8-b"] "";
    BOTH [annex("IV", "")] "content of the technical documentation" Asked ["TEC-101", "TEC-201", "TEC-300", "TEC-400", "TEC-500", "TEC-600", "TEC-700", "TEC-800", "TEC-900"] "One gap for each point.";
    BOTH [annex("V", "")] "content of the declaration of conformity" Asked ["art-47-declaration", "DOC-001"] "The declaration is asked for; its points are not.";
    BOTH [annex("VI", ""), annex("VII", "")] "procedures of conformity assessment" Recorded [] "`conformity.route` of the system; the steps of a procedure are not followed.";
    BOTH [annex("VIII", "Section A")] "entry of a high-risk system" Asked ["INV-080", "INV-081", "INV-083", "INV-085", "INV-086", "INV-087", "INV-088"] "";
    BOTH [annex("VIII", "Section B")] "entry of a derogation" Asked ["INV-080", "INV-081", "INV-089"] "";
    BOTH [annex("VIII", "Section C")] "entry of a public deployer" Asked ["INV-080", "INV-041"] "";
    BOTH [annex("IX", "")] "entry of a test in real-world conditions" OutOfScope [] "No field asks about tests in real-world conditions beyond whether they take place.";
    BOTH [annex("X", "")] "laws on large-scale IT systems of the Union" OutOfScope [] "Whether a system is a component of one is not asked.";
    BOTH [annex("XI", "")] "technical documentation of a model" Asked ["art-53-1-a-documentation", "BOM-001"] "The AI-BOM holds most of its points.";
    BOTH [annex("XII", "")] "information for those who build on a model" Asked ["art-53-1-b-integrators", "VEN-003", "BOM-002"] "";
    BOTH [annex("XIII", "")] "criteria for designating systemic risk" OutOfScope [] "The Commission applies them; the designation itself is asked as a fact of the model.";
    ADDED [annex("XIV", "")] "codes for the scope of notified bodies" OutOfScope [] "They bind authorities and notified bodies.";
}
}
