//! Gaps about vendors: who they are, what they do with our data, and what they owe us in writing.

use crate::inventory::kind::Kind;
use crate::inventory::model::{Access, Confirmed, Model};
use crate::inventory::record::Record;
use crate::inventory::system::BuiltOrRebranded;
use crate::inventory::vendor::{TrainsOnOurData, Vendor, VendorRole};
use crate::law::gaps as law;
use crate::law::terms::Role;
use crate::obligations::case::{Case, inquiry, most_pressing, shared};
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::level::Level;

/// Returns the gaps of one system.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let is_bought = case.is_deployer() && case.built() != Some(BuiltOrRebranded::BuiltInHouse);
    let vendor = &case.system.vendor;
    let unnamed = case
        .ask(&law::VEN_004, Level::Should, "vendor", vendor)
        .filter(|_| is_bought);
    let mut gaps: Vec<Gap> = unnamed.into_iter().collect();
    if case.is_provider() {
        let models = case.docket.inventory.models_of(case.system);
        gaps.extend(models.filter_map(|model| undocumented(case, model)));
    }
    gaps
}

/// Whoever builds a general-purpose model into a system is entitled to its documentation (Article 53(1)(b)).
fn undocumented(case: &Case, model: &Record<Model>) -> Option<Gap> {
    let roles = model.our_roles.items();
    let is_ours = roles.iter().any(|role| role.value == Role::GpaiProvider);
    let vendor = case.docket.inventory.vendor(&model.provider);
    let has_pack = vendor.is_some_and(|it| !it.art_53_1_b_pack.is_open());
    let needs = model.gpai.is(&Confirmed::Confirmed) && !is_ours && !has_pack;
    let about = Inquiry::of(Kind::Model, model).about(vec![case.id()], case.owner());
    let documentation = &model.vendor_documentation;
    about
        .ask(
            &law::VEN_003,
            Level::Should,
            "vendor_documentation",
            documentation,
        )
        .filter(|_| needs)
}

/// Returns the gaps of vendors that supply systems, or host models, for us.
pub(crate) fn of_vendors(cases: &[Case]) -> Vec<Gap> {
    let vendors = shared(cases, suppliers);
    let gaps = vendors.iter().flat_map(|(vendor, cases)| {
        let about = inquiry(Kind::Vendor, vendor, cases);
        of_vendor(&about, vendor, cases)
    });
    gaps.collect()
}

fn of_vendor(about: &Inquiry, vendor: &Vendor, cases: &[&Case]) -> Vec<Gap> {
    let should = Level::Should;
    let training = &vendor.trains_on_our_data;
    let mut asks = vec![match training.is(&TrainsOnOurData::Unknown) {
        true => about.lack(&law::VEN_002, should, "trains_on_our_data", training, ""),
        false => about.ask(&law::VEN_002, should, "trains_on_our_data", training),
    }];
    if cases.iter().any(|case| case.handles_personal_data()) {
        asks.push(about.ask(&law::VEN_005, should, "dpa", &vendor.dpa));
    }
    let (used, provided): (Vec<&Case>, Vec<&Case>) = (
        cases.iter().filter(|case| case.is_deployer()).copied().collect(),
        cases.iter().filter(|case| case.is_provider()).copied().collect(),
    );
    if let Some(level) = most_pressing(&used) {
        let contact = &vendor.incident_contact;
        asks.push(about.ask(&law::VEN_001, level, "incident_contact", contact));
    }
    let supplies = |role: &VendorRole| match role {
        VendorRole::ComponentSupplier | VendorRole::GpaiProvider => true,
        VendorRole::SystemProvider
        | VendorRole::Hosting
        | VendorRole::Importer
        | VendorRole::Distributor
        | VendorRole::DataSupplier => false,
    };
    let is_supplier = vendor.role_to_us.items().iter().any(|it| supplies(&it.value));
    if let Some(level) = most_pressing(&provided).filter(|_| is_supplier) {
        let agreement = &vendor.art_25_4_agreement;
        asks.push(about.ask(&law::VEN_006, level, "art_25_4_agreement", agreement));
    }
    asks.into_iter().flatten().collect()
}

/// Returns the vendor of a system and those that host its models: they see what we send.
fn suppliers<'i>(case: &Case<'i>) -> Vec<&'i Record<Vendor>> {
    let inventory = case.docket.inventory;
    let is_hosted = |model: &&Record<Model>| {
        model.access.stated().is_some_and(|access| match access {
            Access::HostedApi | Access::CloudMarketplace => true,
            Access::SelfHosted | Access::Embedded => false,
        })
    };
    let hosts = inventory
        .models_of(case.system)
        .filter(is_hosted)
        .filter_map(|model| inventory.vendor(&model.provider));
    case.vendor().into_iter().chain(hosts).collect()
}
