//! What the AI-BOM declares about duties: the Act as a standard with one requirement for each duty that is owed, and for
//! each duty of each subject a claim about the documentation that is on record, with the statements behind it and, where
//! it is not whole, the gaps that speak against it. A claim says that something is written down; whether a duty is met is
//! for nobody here to say.

use crate::documents::bom::{BomView, Neighbour, elements};
use crate::documents::shown::{counted, enumeration};
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::statement;
use crate::law::cite::listed;
use crate::law::duties::{Duty, of};
use crate::obligations::Assessment;
use crate::obligations::gap::Gap;
use crate::obligations::owed::{Owed, Pointer, Showing, Subject};
use crate::source::SourceMap;
use crate::term::sentence_case;
use std::collections::{BTreeMap, BTreeSet};

/// What is declared about duties.
#[derive(Debug, Clone, PartialEq)]
pub struct Declared {
    /// The Act.
    pub law: Law,
    /// The duties that are owed, in the order of the law.
    pub requirements: Vec<Requirement>,
    /// One claim for each duty of each subject.
    pub claims: Vec<Claim>,
    /// What the claims stand on, by bom-ref.
    pub evidence: Vec<Evidence>,
}

/// The Act in an edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    /// `law:<edition>`.
    pub bom_ref: String,
    /// The title.
    pub title: &'static str,
    /// The name of the edition.
    pub edition: &'static str,
    /// Where the texts are published, the act and what amends it.
    pub addresses: &'static [&'static str],
}

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// `duty:<id>`.
    pub bom_ref: String,
    /// The name of the duty.
    pub id: &'static str,
    /// What is owed, in plain words.
    pub title: String,
    /// Where it stands.
    pub cites: String,
    /// What makes it exist.
    pub trigger: &'static str,
    /// What it rests on.
    pub ground: &'static str,
}

/// What is on record about a duty of a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// `claim:<subject>/<duty>`.
    pub bom_ref: String,
    /// The duty, by bom-ref.
    pub requirement: String,
    /// Who or what the duty is owed for.
    pub target: Neighbour,
    /// Whether everything that is asked for is on record, or does not apply.
    pub is_whole: bool,
    /// How far it is on record.
    pub says: String,
    /// In which role and from when it is owed, and what would show it.
    pub reasoning: String,
    /// What it stands on, by bom-ref.
    pub evidence: Vec<String>,
    /// What speaks against a claim that is not whole, by bom-ref.
    pub counter_evidence: Vec<String>,
    /// The codes of these gaps, each once.
    pub gaps: Vec<&'static str>,
}

/// A statement of the inventory, a record of evidence, or a gap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// `statement:<record>/<field>`, `evidence:<id>` or `gap:<record>/<code>/<field>`.
    pub bom_ref: String,
    /// The field that states it, `evidence`, or the code of the gap.
    pub property: String,
    /// What it is and where it stands.
    pub says: String,
    /// Where the evidence lies.
    pub uri: Option<String>,
    /// How sensitive it is.
    pub classification: Option<&'static str>,
    /// The day it was captured.
    pub captured_on: Option<String>,
    /// The role that signed it.
    pub signed_by: Option<String>,
}

/// Adds to the AI-BOM what is declared about duties, and looks at the minimum elements again.
pub(crate) fn declare(view: &mut BomView, assessment: &Assessment, sources: &SourceMap) {
    let desk = Desk {
        view,
        assessment,
        sources,
        gaps: named_gaps(&assessment.gaps),
    };
    let declared = desk.declared();
    view.declared = Some(declared);
    view.elements = elements::elements(view);
}

/// What claims are written from.
struct Desk<'a> {
    view: &'a BomView,
    assessment: &'a Assessment,
    sources: &'a SourceMap,
    /// Every gap with its name in the document.
    gaps: Vec<(String, &'a Gap)>,
}

impl Desk<'_> {
    fn declared(&self) -> Declared {
        let (owed, edition) = (&self.assessment.owed, self.assessment.edition);
        let owing: BTreeSet<&str> = owed.iter().map(|owed| owed.duty.id).collect();
        let duties = of(edition).filter(|duty| owing.contains(duty.id));
        let mut evidence = BTreeMap::new();
        let claims = owed.iter().map(|owed| self.claim(owed, &mut evidence)).collect();
        Declared {
            law: Law {
                bom_ref: format!("law:{}", edition.key()),
                title: edition.title(),
                edition: edition.key(),
                addresses: edition.addresses(),
            },
            requirements: duties.map(|duty| self.requirement(duty)).collect(),
            claims,
            evidence: evidence.into_values().collect(),
        }
    }

    fn requirement(&self, duty: &Duty) -> Requirement {
        Requirement {
            bom_ref: requirement_ref(duty),
            id: duty.id,
            title: sentence_case(duty.title),
            cites: listed(duty.cites),
            trigger: duty.trigger.words(),
            ground: duty.ground_in(self.assessment.edition).words(),
        }
    }

    fn claim(&self, owed: &Owed, evidence: &mut BTreeMap<String, Evidence>) -> Claim {
        let target = self.target(&owed.subject);
        let behind: BTreeSet<String> = owed
            .shown_by
            .iter()
            .flat_map(|pointer| self.evidence(pointer))
            .map(|one| {
                let name = one.bom_ref.clone();
                evidence.insert(name.clone(), one);
                name
            })
            .collect();
        let is_whole = is_whole(&owed.showing);
        let open: Vec<&(String, &Gap)> = match is_whole {
            true => Vec::new(),
            false => self.gaps.iter().filter(|(_, gap)| concerns(gap, owed)).collect(),
        };
        let against = open
            .iter()
            .map(|(name, gap)| (name.clone(), gap_evidence(name, gap)));
        evidence.extend(against);
        let gaps: BTreeSet<&'static str> = open.iter().map(|(_, gap)| gap.kind.code).collect();
        Claim {
            bom_ref: format!("claim:{}/{}", target.bom_ref, owed.duty.id),
            requirement: requirement_ref(owed.duty),
            is_whole,
            says: owed.showing.to_string(),
            reasoning: reasoning(owed, behind.len(), &gaps),
            target,
            evidence: behind.into_iter().collect(),
            counter_evidence: open.iter().map(|(name, _)| name.clone()).collect(),
            gaps: gaps.into_iter().collect(),
        }
    }

    fn target(&self, subject: &Subject) -> Neighbour {
        let organisation = &self.view.organisation;
        let mut systems = self.view.systems.iter();
        let mut models = self.view.models.iter().map(|model| &model.part);
        let part = match subject {
            Subject::Organisation => None,
            Subject::System(id) => systems.find(|part| part.id == id.as_str()),
            Subject::Model(id) => models.find(|part| part.id == id.as_str()),
        };
        part.map(|part| part.neighbour()).unwrap_or_else(|| Neighbour {
            bom_ref: organisation.bom_ref.clone(),
            name: organisation.party.name.clone(),
        })
    }

    /// Returns the statement itself, and every record of evidence that its words name.
    fn evidence(&self, pointer: &Pointer) -> Vec<Evidence> {
        let place = self.sources.place(pointer.at);
        let statement = Evidence {
            bom_ref: format!("statement:{}/{}", pointer.record, pointer.field),
            property: format!("{}.{}", pointer.kind.key(), pointer.field),
            says: format!(
                "`{}` of {} `{}`, at {}:{}",
                pointer.field,
                pointer.kind.words(),
                pointer.record,
                place.path,
                place.line
            ),
            ..Evidence::default()
        };
        // A field that asks for evidence holds the id of its record, alone or in a list.
        let words = self.sources.text(pointer.at);
        let ids = words.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let records = ids
            .filter_map(|id| id.parse::<Id>().ok())
            .filter_map(|id| self.assessment.inventory.evidence.get(&id))
            .map(recorded);
        [statement].into_iter().chain(records).collect()
    }
}

/// Says in which role and from when it is owed, what would show it, what is there, and what is missing by code.
fn reasoning(owed: &Owed, n_behind: usize, gaps: &BTreeSet<&'static str>) -> String {
    let stands_on = match n_behind {
        0 => "nothing on record shows it".to_owned(),
        n => format!("{} on record", counted(n, "statement")),
    };
    let open = match gaps.is_empty() {
        true => String::new(),
        false => format!("; open: {}", enumeration(gaps)),
    };
    format!(
        "{}, as {}; asked for: {}; {stands_on}{open}",
        sentence_case(&owed.standing.to_string()),
        owed.role.words(),
        owed.duty.proof.words()
    )
}

/// Gives each gap a name of the document; the same field can lack several things.
fn named_gaps(gaps: &[Gap]) -> Vec<(String, &Gap)> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let named = gaps.iter().map(|gap| {
        let record = gap.record.as_ref().map_or(gap.on.key(), |id| id.as_str());
        let name = format!("gap:{record}/{}/{}", gap.kind.code, gap.field);
        let number = numbers.entry(name.clone()).or_default();
        *number += 1;
        match *number {
            1 => (name, gap),
            number => (format!("{name}#{number}"), gap),
        }
    });
    named.collect()
}

/// Returns whether a gap is about this duty of this subject: the duty that it means, else one of the same place in the law.
fn concerns(gap: &Gap, owed: &Owed) -> bool {
    let is_about = match &owed.subject {
        // What the organisation owes as a whole, it owes for every system.
        Subject::Organisation => true,
        Subject::System(id) => gap.systems.contains(id),
        Subject::Model(id) => gap.record.as_ref() == Some(id),
    };
    let is_meant = match gap.duty {
        Some(duty) => duty.id == owed.duty.id,
        None => gap
            .kind
            .cites
            .iter()
            .any(|cite| owed.duty.cites.iter().any(|of_duty| cite.meets(*of_duty))),
    };
    is_about && is_meant
}

fn gap_evidence(name: &str, gap: &Gap) -> Evidence {
    Evidence {
        bom_ref: name.to_owned(),
        property: format!("gap.{}", gap.kind.code),
        says: format!("{}: {} Closed by: {}.", gap.kind.code, gap.says, gap.kind.closes),
        ..Evidence::default()
    }
}

fn recorded(record: &Record<statement::Evidence>) -> Evidence {
    Evidence {
        bom_ref: format!("evidence:{}", record.id.value),
        property: "evidence".to_owned(),
        says: record.title().to_owned(),
        uri: record.uri.stated().cloned(),
        classification: record.classification.stated().map(|it| it.words()),
        captured_on: record.captured_on.stated().map(ToString::to_string),
        signed_by: record.signed_by.stated().cloned(),
    }
}

fn requirement_ref(duty: &Duty) -> String {
    format!("duty:{}", duty.id)
}

const fn is_whole(showing: &Showing) -> bool {
    match showing {
        Showing::Shown | Showing::NotApplicable(_) => true,
        Showing::Partly | Showing::Missing | Showing::Contradicted | Showing::Unknown => false,
    }
}
