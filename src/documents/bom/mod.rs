//! What the AI-BOM says, before any format: the subject, its systems, models, data sets and services, the vendors
//! behind them, and how far the minimum elements are there. Feeds both the page for people and the CycloneDX file, so
//! that the two cannot differ. Nothing is filled in that no record says.

pub mod answer;
pub mod card;
mod datasets;
pub mod declared;
mod elements;
pub mod files;
pub mod imported;
mod models;
mod places;
mod records;
pub mod references;
pub mod spec;
mod systems;

use crate::calendar::Date;
use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::card::Card;
use crate::documents::bom::declared::Declared;
use crate::documents::bom::files::{FileEntry, PartFile};
use crate::documents::bom::imported::{Imported, imported};
use crate::documents::bom::records::Records;
use crate::documents::bom::references::Reference;
use crate::documents::bom::spec::BomSpec;
use crate::inventory::id::Id;
use crate::inventory::system::DataDirection;
use crate::link::Inventory;
use crate::source::SourceMap;
use std::collections::BTreeMap;

/// The whole AI-BOM.
#[derive(Debug, Clone, PartialEq)]
pub struct BomView {
    /// Whose systems these are.
    pub organisation: Organisation,
    /// The day for which the content is true.
    pub as_of: Date,
    /// The version of CycloneDX in which the file is written.
    pub spec: BomSpec,
    /// AI systems, by id.
    pub systems: Vec<Part>,
    /// Models, by id.
    pub models: Vec<Model>,
    /// Data sets, by id.
    pub datasets: Vec<Dataset>,
    /// Hosted models and integrations, by bom-ref.
    pub services: Vec<Service>,
    /// Vendors that stand behind a part, by id.
    pub vendors: Vec<Vendor>,
    /// The files of the project that models and data sets are made of, by bom-ref.
    pub files: Vec<PartFile>,
    /// The files of the project that evidence lies in, by path.
    pub evidence: Vec<FileEntry>,
    /// What is declared about the duties that are owed, when they were looked at.
    pub declared: Option<Declared>,
    /// What others list as parts of the systems.
    pub imported: Imported,
    /// The minimum elements and how far each is there.
    pub elements: Vec<Element>,
}

/// The organisation as author of the AI-BOM and as operator of its subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// `organisation:<id>`, the name of the subject.
    pub bom_ref: String,
    /// Name, country and contact.
    pub party: Party,
    /// The role that leads AI governance.
    pub lead: Answer,
    /// The page with the security policy.
    pub security_policy: Answer,
    /// Where vulnerabilities are reported or published.
    pub vulnerabilities: Answer,
    /// Where the record stands, `file:line`.
    pub source: String,
}

/// A legal person that makes, supplies or runs a part.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Party {
    /// The id of its record.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The country of establishment.
    pub country: Option<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// E-mail address of a function.
    pub email: Option<String>,
    /// Web address.
    pub url: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Where it speaks about security.
    pub security: Vec<Reference>,
}

/// What every part has.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Part {
    /// The name by which parts refer to each other, unique over the whole AI-BOM.
    pub bom_ref: String,
    /// The id of the record.
    pub id: String,
    /// The name that people read.
    pub name: String,
    /// Where the record stands, `file:line`.
    pub source: String,
    /// The version.
    pub version: Answer,
    /// What it is.
    pub description: Answer,
    /// Who makes it, in words.
    pub maker: Answer,
    /// Who makes it, when a record says so.
    pub party: Option<Party>,
    /// Further facts, in the order of the record.
    pub facts: Vec<Answer>,
    /// What it depends on directly, by bom-ref.
    pub depends_on: Vec<Neighbour>,
    /// Where more is said about it.
    pub references: Vec<Reference>,
}

/// Another part, as it is named in a table and as it is referred to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Neighbour {
    /// The name by which parts refer to each other.
    pub bom_ref: String,
    /// The name that people read.
    pub name: String,
}

/// A model.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Model {
    /// What every part has.
    pub part: Part,
    /// The licence.
    pub licence: Answer,
    /// The hash of the weights; a hosted model has none.
    pub hash: Answer,
    /// The longer hash of the weights.
    pub sha512: Answer,
    /// Where it is published.
    pub uri: Answer,
    /// The acceptable use policy.
    pub policy_url: Answer,
    /// The public summary of training content.
    pub training_summary_url: Answer,
    /// The architecture.
    pub architecture: Answer,
    /// What goes in.
    pub inputs: Answer,
    /// What comes out.
    pub outputs: Answer,
    /// What it does badly.
    pub limitations: Answer,
    /// The model card.
    pub card: Card,
    /// Data sets used with it.
    pub datasets: Vec<Neighbour>,
    /// The files that it is made of, as far as they lie in the project.
    pub files: Vec<PartFile>,
    /// Whether somebody else's machine runs it.
    pub is_hosted: bool,
}

/// A data set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dataset {
    /// What every part has.
    pub part: Part,
    /// The licence.
    pub licence: Answer,
    /// The hash of a frozen data set.
    pub hash: Answer,
    /// The longer hash of a frozen data set.
    pub sha512: Answer,
    /// Where it lies.
    pub uri: Answer,
    /// How sensitive it is.
    pub sensitivity: Answer,
    /// Categories of personal data in it, special ones included.
    pub personal_data: Answer,
    /// Who answers for it, when a record says so.
    pub owner: Option<Party>,
    /// The files that it is made of, as far as they lie in the project.
    pub files: Vec<PartFile>,
    /// Whether it holds settings rather than examples.
    pub is_configuration: bool,
}

/// A hosted model or an integration: something that systems call.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Service {
    /// What every part has; the maker is who runs it.
    pub part: Part,
    /// `hosted model`, or the kind of integration.
    pub what: String,
    /// The address that serves it.
    pub endpoint: Answer,
    /// What data flows through it.
    pub data_flow: Answer,
    /// In which direction data flows, when that is known, as it is for a model that answers.
    pub direction: Option<DataDirection>,
    /// How sensitive the data is.
    pub sensitivity: Answer,
    /// The systems that call it.
    pub callers: Vec<Neighbour>,
    /// Whether it asks who calls.
    pub is_authenticated: Option<bool>,
    /// Whether somebody other than the organisation runs it; unknown when no record says who does.
    pub is_foreign: Option<bool>,
}

/// A vendor that stands behind a part.
#[derive(Debug, Clone, PartialEq)]
pub struct Vendor {
    /// The id of the record.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The country of establishment.
    pub country: Answer,
    /// What it is to us.
    pub role_to_us: Answer,
    /// The parts that it makes or runs.
    pub supplies: Vec<Neighbour>,
    /// Where the record stands, `file:line`.
    pub source: String,
}

/// One minimum element of an SBOM for AI and how far it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// The identifier in the list of elements.
    pub id: &'static str,
    /// What is wanted.
    pub element: &'static str,
    /// How far it is there.
    pub state: State,
    /// The same in words, with the parts that lack it.
    pub says: String,
    /// Whether some part lacks it, or says why there is nothing to show.
    pub is_mixed: bool,
    /// Where it stands in the CycloneDX file.
    pub stands_at: &'static str,
}

/// Returns the AI-BOM of an inventory for a day. `tiers` says in words in which tier each system stands; a system that
/// is not in it has none.
pub fn bom(inventory: &Inventory, sources: &SourceMap, as_of: Date, tiers: &BTreeMap<Id, String>) -> BomView {
    let records = Records::new(inventory, sources);
    let (models, datasets) = (models::models(&records), datasets::datasets(&records));
    let mut view = BomView {
        organisation: records.organisation(),
        as_of,
        spec: BomSpec::default(),
        systems: systems::systems(&records, tiers),
        files: files::all(&models, &datasets),
        evidence: files::evidence(&records),
        models,
        datasets,
        services: models::hosted_models(&records),
        vendors: Vec::new(),
        declared: None,
        imported: imported(&records),
        elements: Vec::new(),
    };
    view.services.extend(systems::integrations(&records));
    view.services.sort_by(|a, b| a.part.bom_ref.cmp(&b.part.bom_ref));
    view.vendors = records.vendors(&view);
    view.elements = elements::elements(&view);
    places::note(&mut view, &records);
    view
}

impl BomView {
    /// Returns all parts: systems, services, models, data sets.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let systems = self.systems.iter();
        let services = self.services.iter().map(|service| &service.part);
        let models = self.models.iter().map(|model| &model.part);
        let datasets = self.datasets.iter().map(|dataset| &dataset.part);
        systems.chain(services).chain(models).chain(datasets)
    }
}

impl Part {
    /// Returns how other parts name this one.
    pub fn neighbour(&self) -> Neighbour {
        Neighbour {
            bom_ref: self.bom_ref.clone(),
            name: self.name.clone(),
        }
    }
}
