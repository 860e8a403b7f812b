//! Where each answer of the AI-BOM stands, as `file:line`. Filled in once, when the view is whole; afterwards nobody
//! needs the texts.

use crate::documents::bom::answer::Answer;
use crate::documents::bom::records::Records;
use crate::documents::bom::{BomView, Dataset, Model, Part, Service};

/// Notes the place of every answer that a record gives.
pub(crate) fn note(view: &mut BomView, records: &Records<'_>) {
    let mut note = |answer: &mut Answer| answer.place = answer.at.map(|at| records.place(at).into());
    view.systems.iter_mut().flat_map(part).for_each(&mut note);
    view.models.iter_mut().flat_map(model).for_each(&mut note);
    view.datasets.iter_mut().flat_map(dataset).for_each(&mut note);
    view.services.iter_mut().flat_map(service).for_each(&mut note);
    note(&mut view.organisation.lead);
}

fn part(part: &mut Part) -> Vec<&mut Answer> {
    let own = [&mut part.version, &mut part.description, &mut part.maker];
    own.into_iter().chain(&mut part.facts).collect()
}

fn model(model: &mut Model) -> Vec<&mut Answer> {
    let mut answers = part(&mut model.part);
    answers.extend([
        &mut model.licence,
        &mut model.hash,
        &mut model.sha512,
        &mut model.uri,
        &mut model.policy_url,
        &mut model.training_summary_url,
        &mut model.architecture,
        &mut model.inputs,
        &mut model.outputs,
        &mut model.limitations,
    ]);
    answers.extend(model.card.answers_mut());
    answers
}

fn dataset(dataset: &mut Dataset) -> Vec<&mut Answer> {
    let mut answers = part(&mut dataset.part);
    answers.extend([
        &mut dataset.licence,
        &mut dataset.hash,
        &mut dataset.sha512,
        &mut dataset.uri,
        &mut dataset.sensitivity,
        &mut dataset.personal_data,
    ]);
    answers
}

fn service(service: &mut Service) -> Vec<&mut Answer> {
    let mut answers = part(&mut service.part);
    answers.extend([
        &mut service.endpoint,
        &mut service.data_flow,
        &mut service.sensitivity,
    ]);
    answers
}
