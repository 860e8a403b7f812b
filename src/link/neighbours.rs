//! The neighbours of a record: those that it names, and those that name it. Who names whom is noted while records are
//! shelved, so that a question about one system does not read all records. Asks nothing that the records do not say.

use crate::inventory::dataset::Dataset;
use crate::inventory::field::{Field, List};
use crate::inventory::id::Id;
use crate::inventory::incident::Incident;
use crate::inventory::kind::AnyRecord;
use crate::inventory::model::Model;
use crate::inventory::oversight::OversightAssignment;
use crate::inventory::policy::ManagedPolicy;
use crate::inventory::record::Record;
use crate::inventory::statement::{Assessment, AssessmentType, Evidence, Notice};
use crate::inventory::system::System;
use crate::inventory::vendor::Vendor;
use crate::inventory::workflow::ReviewWorkflow;
use crate::link::references::references;
use crate::link::{Inventory, Shelf};
use std::collections::{BTreeMap, BTreeSet};

/// The ids of the records that name a record, by its id; of whatever kind, and whether or not the named one exists.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Naming(BTreeMap<Id, BTreeSet<Id>>);

impl Naming {
    /// Notes what a record names.
    pub(crate) fn note(&mut self, record: &AnyRecord) {
        for (name, _) in references(record) {
            let naming = self.0.entry(name.value.clone()).or_default();
            naming.insert(record.id().value.clone());
        }
    }

    // Of two records with one id only the first stays, which may name other records than the second: so it is asked.
    fn of<'i, T>(
        &'i self,
        shelf: &'i Shelf<T>,
        named: &Id,
        names: impl Fn(&Record<T>) -> bool,
    ) -> impl Iterator<Item = &'i Id> {
        let naming = self.0.get(named).into_iter().flatten();
        naming.filter(move |id| shelf.get(*id).is_some_and(&names))
    }
}

impl Inventory {
    /// Returns the vendor that a system or model names.
    pub fn vendor(&self, name: &Field<Id>) -> Option<&Record<Vendor>> {
        self.vendors.get(name.stated()?)
    }

    /// Returns the evidence that a field names.
    pub fn evidence(&self, name: &Field<Id>) -> Option<&Record<Evidence>> {
        self.evidence.get(name.stated()?)
    }

    /// Returns the models inside a system, in the order in which it names them.
    pub fn models_of<'i>(&'i self, system: &'i System) -> impl Iterator<Item = &'i Record<Model>> {
        named(&self.models, &system.models)
    }

    /// Returns the data sets that we supply to a system.
    pub fn datasets_of<'i>(&'i self, system: &'i System) -> impl Iterator<Item = &'i Record<Dataset>> {
        named(&self.datasets, &system.datasets)
    }

    /// Returns the oversight assignments of a system, whichever of the two names the other.
    pub fn oversight_of(&self, system: &Record<System>) -> Vec<&Record<OversightAssignment>> {
        let names = |it: &Record<OversightAssignment>| holds(&it.systems, &system.id.value);
        self.either_way(&self.oversight, system, system.oversight.stated(), names)
    }

    /// Returns the review workflows of a system, whichever of the two names the other.
    pub fn workflows_of(&self, system: &Record<System>) -> Vec<&Record<ReviewWorkflow>> {
        let names = |it: &Record<ReviewWorkflow>| holds(&it.systems, &system.id.value);
        self.either_way(&self.workflows, system, ids(&system.review_workflows), names)
    }

    /// Returns the managed policies of a system, whichever of the two names the other.
    pub fn policies_of(&self, system: &Record<System>) -> Vec<&Record<ManagedPolicy>> {
        let names = |it: &Record<ManagedPolicy>| holds(&it.systems, &system.id.value);
        self.either_way(&self.policies, system, system.policy.stated(), names)
    }

    /// Returns the notices of a system, whichever of the two names the other.
    pub fn notices_of(&self, system: &Record<System>) -> Vec<&Record<Notice>> {
        let names = |it: &Record<Notice>| holds(&it.systems, &system.id.value);
        self.either_way(&self.notices, system, ids(&system.notices), names)
    }

    /// Returns the incidents of a system.
    pub fn incidents_of(&self, system: &Record<System>) -> Vec<&Record<Incident>> {
        let names = |it: &Record<Incident>| it.system.is(&system.id.value);
        self.either_way(&self.incidents, system, None, names)
    }

    /// Returns the assessments of one type that a system names or that name the system.
    pub fn assessments_of(
        &self,
        system: &Record<System>,
        wanted: AssessmentType,
    ) -> Vec<&Record<Assessment>> {
        let fields = [&system.classification, &system.dpia, &system.fria];
        let stated = fields.into_iter().filter_map(|field| field.stated());
        let names = |it: &Record<Assessment>| it.system.is(&system.id.value);
        let mut found = self.either_way(&self.assessments, system, stated, names);
        found.retain(|it| it.r#type.is(&wanted));
        found
    }

    /// Returns the systems that a model is inside, by id.
    pub fn systems_with(&self, model: &Record<Model>) -> Vec<&Record<System>> {
        let id = &model.id.value;
        let names = |it: &Record<System>| holds(&it.models, id);
        let naming = self.naming.of(&self.systems, id, names);
        naming.filter_map(|id| self.systems.get(id)).collect()
    }

    /// Returns the records of a shelf that a system names or that name the system, by id.
    pub(crate) fn either_way<'i: 's, 's, T>(
        &'i self,
        shelf: &'i Shelf<T>,
        system: &'s Record<System>,
        stated: impl IntoIterator<Item = &'s Id>,
        names: impl Fn(&Record<T>) -> bool,
    ) -> Vec<&'i Record<T>> {
        let naming = self.naming.of(shelf, &system.id.value, names);
        let ids: BTreeSet<&Id> = naming.chain(stated).collect();
        ids.into_iter().filter_map(|id| shelf.get(id)).collect()
    }

    /// Returns the systems that a record names or that name the record, by id.
    pub(crate) fn systems_either_way(
        &self,
        record: &Id,
        stated: &Field<List<Id>>,
        names: impl Fn(&Record<System>) -> bool,
    ) -> Vec<&Record<System>> {
        let naming = self.naming.of(&self.systems, record, names);
        let ids: BTreeSet<&Id> = naming.chain(ids(stated)).collect();
        ids.into_iter().filter_map(|id| self.systems.get(id)).collect()
    }
}

fn ids(list: &Field<List<Id>>) -> impl Iterator<Item = &Id> {
    list.items().iter().map(|item| &item.value)
}

/// Returns whether a list names an id.
pub(crate) fn holds(list: &Field<List<Id>>, id: &Id) -> bool {
    ids(list).any(|item| item == id)
}

fn named<'i, T>(shelf: &'i Shelf<T>, names: &'i Field<List<Id>>) -> impl Iterator<Item = &'i Record<T>> {
    ids(names).filter_map(|name| shelf.get(name))
}
