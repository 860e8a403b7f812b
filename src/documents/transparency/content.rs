//! How generated content can be recognised: marks in what models put out, and declarations of AI involvement in
//! changes to code. A declaration is not a mark, and a count of declarations does not measure how much was generated.

use crate::documents::by_facts::puts_out;
use crate::documents::facts::Row;
use crate::documents::history::{histories, period};
use crate::documents::occasion::Occasion;
use crate::documents::share::Count;
use crate::documents::trail::{Said, Trail};
use crate::documents::transparency::duties;
use crate::inventory::audit::{AuditSummary, Metrics, Volumes};
use crate::inventory::field::Field;
use crate::inventory::model::{Marking, Model};
use crate::inventory::policy::ManagedPolicy;
use crate::inventory::record::Record;
use crate::inventory::system::{OutputModality, System};
use crate::law::terms::Role;
use crate::link::Inventory;

/// Returns system, our roles, what it puts out, placed on the market on, status of the duty to mark, applies from.
pub(crate) fn systems_marked(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let systems = occasion.inventory.systems.values();
    let rows = systems.filter(|it| makes_content(it)).map(|system| {
        let mut said = trail.about("marking", system.id.value.as_str());
        let (status, from) = duties::marking(occasion, system);
        vec![
            said.words().quote(system.title()),
            said.field("our_roles", &system.our_roles),
            puts_out(&mut said, system),
            said.optional("placed_on_market_on", &system.placed_on_market_on),
            status,
            from,
        ]
    });
    rows.collect()
}

/// Returns model, systems whose output may need a mark, mark in metadata, watermark, where marks can be detected.
pub(crate) fn marks(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let inventory = occasion.inventory;
    let rows = inventory.models.values().filter_map(|model| {
        let mut systems = inventory.systems_with(model);
        systems.retain(|system| duties::may_need_marks(occasion, system));
        let mut said = trail.about("marking", model.id.value.as_str());
        let words = said.words();
        let is_ours = systems.iter().any(|system| duties::plays(system, Role::Provider));
        (!systems.is_empty()).then(|| {
            vec![
                said.words().quote(model.title()),
                words.list(systems.iter().map(|system| words.quote(system.title()))),
                mark(&mut said, model, is_ours, "metadata", |it| &it.metadata),
                mark(&mut said, model, is_ours, "watermark", |it| &it.watermark),
                mark(&mut said, model, is_ours, "detection_url", |it| &it.detection_url),
            ]
        })
    });
    rows.collect()
}

/// Returns whether a system may make content that people take for real: what is not stated may be anything.
fn makes_content(system: &System) -> bool {
    let is_content = |modality: OutputModality| match modality {
        OutputModality::Text | OutputModality::Image | OutputModality::Audio | OutputModality::Video => true,
        OutputModality::Code | OutputModality::Score | OutputModality::Decision | OutputModality::Action => {
            false
        }
    };
    let media = system
        .tripwires
        .stated()
        .is_some_and(|it| it.generates_media.is(&true));
    let stated = system.output_modalities.stated();
    media || stated.is_none_or(|list| list.0.iter().any(|item| is_content(item.value)))
}

/// Returns a mark of a model. Its provider is asked for it; whoever only uses the model may not know.
fn mark(
    said: &mut Said<'_>,
    model: &Model,
    is_ours: bool,
    name: &str,
    find: fn(&Marking) -> &Field<String>,
) -> String {
    let stated = match model.marking.stated() {
        Some(marking) => find(marking).span().is_some(),
        None => model.marking.span().is_some(),
    };
    match stated || is_ours {
        true => said.within(&format!("marking.{name}"), &model.marking, find),
        false => said.words().say("not-on-record"),
    }
}

/// Returns workflow, what it covers, how AI involvement is made visible, whether that is mandatory.
pub(crate) fn disclosure(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let rows = inventory.workflows.values().map(|workflow| {
        let mut said = trail.about("provenance", workflow.id.value.as_str());
        let disclosure = &workflow.ai_disclosure;
        vec![
            said.words().quote(workflow.title()),
            said.field("scope", &workflow.scope),
            said.within("ai_disclosure.mechanism", disclosure, |it| &it.mechanism),
            said.within("ai_disclosure.mandatory", disclosure, |it| &it.mandatory),
        ]
    });
    rows.collect()
}

/// Returns policy, whether it marks commits, pull requests, and links to the session; of policies that speak about it.
pub(crate) fn attribution(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let speaks = |policy: &&Record<ManagedPolicy>| policy.attribution.span().is_some();
    let rows = inventory.policies.values().filter(speaks).map(|policy| {
        let mut said = trail.about("provenance", policy.id.value.as_str());
        let attribution = &policy.attribution;
        vec![
            said.words().quote(policy.title()),
            said.within("attribution.commit", attribution, |it| &it.commit),
            said.within("attribution.pr", attribution, |it| &it.pr),
            said.within("attribution.session_url", attribution, |it| &it.session_url),
        ]
    });
    rows.collect()
}

/// Returns systems, period, changes with declared AI involvement, pull requests that declare it, commits that do.
pub(crate) fn declared(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let mut rows = Vec::new();
    for history in histories(inventory) {
        for audit in history.audits.iter().filter(|audit| declares(audit)) {
            let mut said = trail.about("provenance", audit.id.value.as_str());
            let words = said.words();
            let review = |name: &str, find: fn(&Metrics) -> &Field<u64>| {
                Count::within(words, "metrics", &audit.metrics, name, find)
            };
            let used = |name: &str, find: fn(&Volumes) -> &Field<u64>| {
                Count::within(words, "volumes", &audit.volumes, name, find)
            };
            let merged = review("merged_ai", |it| &it.merged_ai)
                .noted_out_of(&mut said, review("merged", |it| &it.merged));
            let opened = used("prs_ai_declared", |it| &it.prs_ai_declared)
                .noted_out_of(&mut said, used("prs_total", |it| &it.prs_total));
            let commits = used("commits_ai_declared", |it| &it.commits_ai_declared).noted(&mut said);
            rows.push(vec![
                history.title(words),
                period(words, audit),
                merged,
                opened,
                commits,
            ]);
        }
    }
    rows
}

/// Returns whether a summary counts any declaration.
fn declares(audit: &AuditSummary) -> bool {
    let merged = audit
        .metrics
        .stated()
        .is_some_and(|it| it.merged_ai.span().is_some());
    let used = audit
        .volumes
        .stated()
        .is_some_and(|it| it.prs_ai_declared.span().is_some() || it.commits_ai_declared.span().is_some());
    merged || used
}
