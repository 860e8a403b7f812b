//! The transparency statement: which systems are used and in which role, what people are told and where, how content
//! is marked, what the systems must not be given, what is logged about people. It is the record that notices exist;
//! it replaces none of them. What comes in is the occasion; what goes out is one document.

mod code;
mod content;
mod duties;
mod instructions;
mod limits;
pub(crate) mod notices;
mod privacy;
mod scope;

use crate::documents::approval::{self, Signatures};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Definition, Fact, Row};
use crate::documents::gaps::GapRows;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::documents::transparency::notices::Notices;
use crate::failure::Failure;
use crate::inventory::statement::NoticeType;
use serde::Serialize;

/// The sections that show gaps, with the beginning of their codes.
const GAPS: &[(&str, &str)] = &[
    ("scope", "TRN-00"),
    ("duties", "TRN-01"),
    ("interaction", "TRN-02"),
    ("marking", "TRN-03"),
    ("content", "TRN-04"),
    ("emotion", "TRN-05"),
    ("provenance", "TRN-06"),
    ("limits", "TRN-07"),
    ("workers", "TRN-08"),
    ("logging", "TRN-09"),
    ("instructions", "TRN-10"),
    ("instructions", "TRN-11"),
    ("code_of_practice", "TRN-13"),
    ("approval", "TRN-19"),
];

#[derive(Serialize)]
struct View {
    contact: Vec<Fact>,
    tools: Vec<Row>,
    uses: Vec<Definition>,
    roles: Vec<Row>,
    questions: Vec<Row>,
    duties: Vec<Row>,
    without_duty: String,
    interaction: Notices,
    accounts: Vec<Row>,
    systems_marked: Vec<Row>,
    marks: Vec<Row>,
    deep_fakes: Notices,
    public_text: Notices,
    editorial: Vec<Row>,
    biometrics: Vec<Row>,
    emotion: Notices,
    disclosure: Vec<Row>,
    attribution: Vec<Row>,
    declared: Vec<Row>,
    limits: Vec<limits::Limits>,
    workers: Vec<Row>,
    works_council: Vec<Fact>,
    individuals: Notices,
    informed: Vec<Row>,
    logs: Vec<Row>,
    personal_data: Vec<Row>,
    vendors: Vec<Row>,
    telemetry: Vec<Row>,
    data_notices: Notices,
    instructions: Vec<instructions::Digest>,
    maybe_high_risk: String,
    codes: Vec<Row>,
    vendor_codes: Vec<Row>,
    approval: Vec<Fact>,
    signatures: Signatures,
    gaps: GapRows,
}

/// Returns the document.
pub(crate) fn transparency(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let purpose = words.say("transparency-purpose");
    let front = occasion.front(words.say("transparency-title"), &purpose, occasion.organisation);
    let view = view(occasion, &mut trail);
    document("transparency", "transparency.md.tera", &front, &view, trail)
}

fn view(occasion: &Occasion<'_>, trail: &mut Trail) -> View {
    let (inventory, organisation) = (occasion.inventory, occasion.organisation);
    let mut told =
        |section: &str, kinds: &[NoticeType]| notices::notices(trail, section, inventory, kinds, None);
    let interaction = told("interaction", &[NoticeType::Art50_1]);
    let deep_fakes = told("deep-fakes", &[NoticeType::Art50_4Deepfake]);
    let public_text = told("public-text", &[NoticeType::Art50_4Text]);
    let emotion = told("emotion", &[NoticeType::Art50_3]);
    let individuals = told(
        "workers",
        &[
            NoticeType::Art26_7,
            NoticeType::Art26_11,
            NoticeType::Art86Procedure,
        ],
    );
    let data_notices = told("logging", &[NoticeType::Gdpr13_14]);
    View {
        contact: scope::contact(trail, organisation),
        tools: scope::tools(trail, inventory),
        uses: scope::uses(trail, inventory),
        roles: scope::roles(trail, inventory),
        questions: scope::questions(trail, inventory),
        duties: duties::duties(occasion),
        without_duty: duties::without(occasion),
        interaction,
        accounts: notices::accounts(trail, inventory),
        systems_marked: content::systems_marked(occasion, trail),
        marks: content::marks(occasion, trail),
        deep_fakes,
        public_text,
        editorial: notices::editorial(trail, inventory),
        biometrics: scope::biometrics(trail, inventory),
        emotion,
        disclosure: content::disclosure(trail, inventory),
        attribution: content::attribution(trail, inventory),
        declared: content::declared(trail, inventory),
        limits: limits::limits(trail, inventory),
        workers: scope::workers(trail, inventory),
        works_council: scope::works_council(trail, organisation),
        individuals,
        informed: notices::informed(trail, "workers", inventory, None),
        logs: privacy::logs(trail, inventory),
        personal_data: privacy::personal_data(trail, inventory),
        vendors: privacy::vendors(trail, inventory),
        telemetry: privacy::telemetry(trail, inventory),
        data_notices,
        instructions: instructions::digests(occasion, trail),
        maybe_high_risk: instructions::open(occasion),
        codes: code::codes(trail, inventory, organisation),
        vendor_codes: code::vendor_codes(trail, inventory),
        approval: approval::of_document(trail, "approval", organisation),
        signatures: Signatures::default().of(trail, "approval", &inventory.notices),
        gaps: occasion.gaps_by_section(trail, GAPS),
    }
}
