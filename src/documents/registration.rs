//! Entries for the EU database: for each system that has to be registered, what the database asks and what the inventory
//! says on it. There is no interface to submit an entry, so that a person copies these lines.

use crate::documents::facts::Fact;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::owing;
use crate::documents::trail::{Said, Trail};
use crate::inventory::record::Record;
use crate::inventory::statement::AssessmentType;
use crate::inventory::system::System;
use crate::law::registration::{Asked, SECTIONS, Section};
use crate::obligations::owed::Owed;
use crate::tongue::words::Words;
use serde::Serialize;

/// What the EU database asks about one system.
#[derive(Serialize)]
pub(crate) struct Entry {
    id: String,
    name: String,
    sentence: String,
    points: Vec<Fact>,
}

/// Returns the entries of all systems that have to be registered, by id.
pub(crate) fn entries(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Entry> {
    let mut entries = Vec::new();
    for system in occasion.inventory.systems.values() {
        for owed in occasion.assessment.owed_by(&system.id.value) {
            let section = SECTIONS.iter().find(|section| section.duty == owed.duty.id);
            entries.extend(section.map(|section| entry(occasion, trail, system, owed, section)));
        }
    }
    entries
}

fn entry(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    system: &Record<System>,
    owed: &Owed,
    section: &Section,
) -> Entry {
    let id = format!("{}-{}", system.id.value, section.duty);
    let anchor = format!("entry-{id}");
    let mut form = Form {
        occasion,
        trail,
        anchor: &anchor,
        system,
    };
    let words = occasion.words;
    let duty = [
        ("cite", lacking::cite(words, section.cites).into()),
        ("role", words.term(owed.role).into()),
        ("standing", owing::standing(words, owed.standing).into()),
    ];
    let points = section.points_in(occasion.assessment.edition).map(|point| {
        let label = format!("{} {}", point.number, point.asked.words());
        Fact::new(label, form.answer(point.asked))
    });
    Entry {
        points: points.collect(),
        name: words.quote(system.title()),
        sentence: words.say_with("entry-duty", &duty),
        id,
    }
}

/// The entry of one system in the making.
struct Form<'a> {
    occasion: &'a Occasion<'a>,
    trail: &'a mut Trail,
    anchor: &'a str,
    system: &'a Record<System>,
}

impl Form<'_> {
    /// Returns what the inventory says on one point.
    fn answer(&mut self, asked: Asked) -> String {
        let system = self.system;
        match asked {
            Asked::Provider | Asked::Deployer => self.ourselves(),
            // A person submits, and the inventory names roles and no persons.
            Asked::Submitter => self.words().say("entry-submitter"),
            Asked::Representative => self.representative(),
            Asked::TradeName => {
                let trade_name = self.said().field("trade_name", &system.trade_name);
                let reference = self
                    .said()
                    .field("unambiguous_reference", &system.unambiguous_reference);
                self.one_after_the_other([trade_name, reference])
            }
            Asked::Purpose => self
                .said()
                .within("intended_purpose.text", &system.intended_purpose, |it| &it.text),
            Asked::Logic => self.said().field("description", &system.description),
            Asked::Condition => self.condition(),
            Asked::Grounds => self.grounds(),
            Asked::Status => self.said().field("lifecycle_status", &system.lifecycle_status),
            Asked::Certificate | Asked::CertificateCopy => self.certificate(),
            Asked::MemberStates => self.said().field("member_states", &system.member_states),
            Asked::Declaration => {
                self.said()
                    .within("conformity.declaration_evidence", &system.conformity, |it| {
                        &it.declaration_evidence
                    })
            }
            Asked::Instructions => self.said().within(
                "instructions_for_use.evidence",
                &system.instructions_for_use,
                |it| &it.evidence,
            ),
            Asked::MoreInformation => self.words().say("entry-optional"),
            Asked::EntryUrl => self.entry_url(),
            Asked::RightsSummary => self.conclusion(AssessmentType::Fria),
            Asked::DataSummary => self.conclusion(AssessmentType::Dpia),
        }
    }

    fn words(&self) -> Words {
        self.occasion.words
    }

    fn one_after_the_other<const N: usize>(&self, texts: [String; N]) -> String {
        texts.join(&self.words().say("between-long-items"))
    }

    /// Turns to the record of the system.
    fn said(&mut self) -> Said<'_> {
        self.trail.about(self.anchor, self.system.id.value.as_str())
    }

    fn ourselves(&mut self) -> String {
        let organisation = self.occasion.organisation;
        let mut said = self.trail.about(self.anchor, organisation.id.value.as_str());
        let name = said.field("legal_name", &organisation.legal_name);
        let address = said.field("address", &organisation.address);
        let email = said.within("contact.email", &organisation.contact, |it| &it.email);
        self.one_after_the_other([name, address, email])
    }

    fn representative(&mut self) -> String {
        let organisation = self.occasion.organisation;
        if organisation.established_in_eu.is(&true) {
            return self.words().say("entry-no-representative");
        }
        let representative = &organisation.authorised_representative;
        let mut said = self.trail.about(self.anchor, organisation.id.value.as_str());
        said.within("authorised_representative.name", representative, |it| &it.name)
    }

    fn condition(&mut self) -> String {
        let assessments = self
            .occasion
            .inventory
            .assessments_of(self.system, AssessmentType::Art6_4);
        match assessments.first() {
            None => self.words().missing("art_6_3_condition"),
            Some(assessment) => {
                let mut said = self.trail.about(self.anchor, assessment.id.value.as_str());
                said.field("art_6_3_condition", &assessment.art_6_3_condition)
            }
        }
    }

    fn grounds(&mut self) -> String {
        let assessments = self
            .occasion
            .inventory
            .assessments_of(self.system, AssessmentType::Art6_4);
        match assessments.first() {
            None => self.words().missing("reasons"),
            Some(assessment) => {
                let mut said = self.trail.about(self.anchor, assessment.id.value.as_str());
                said.field("reasons", &assessment.reasons)
            }
        }
    }

    fn conclusion(&mut self, wanted: AssessmentType) -> String {
        let assessments = self.occasion.inventory.assessments_of(self.system, wanted);
        match assessments.first() {
            None => self.words().say("entry-no-assessment"),
            Some(assessment) => {
                let mut said = self.trail.about(self.anchor, assessment.id.value.as_str());
                said.field("conclusion", &assessment.conclusion)
            }
        }
    }

    fn certificate(&mut self) -> String {
        let conformity = &self.system.conformity;
        match conformity.stated() {
            Some(it) => self
                .said()
                .within("conformity.certificate.number", &it.certificate, |it| &it.number),
            None => self
                .said()
                .field_as("conformity.certificate", conformity, |_| String::new()),
        }
    }

    fn entry_url(&mut self) -> String {
        let registrations = self.system.registrations.items();
        match registrations.iter().find(|it| it.value.url.stated().is_some()) {
            Some(registration) => self.said().field("registrations.url", &registration.value.url),
            None => self.words().missing("registrations.url"),
        }
    }
}
