//! Everything in a document that has a name, and everything that refers to one, each with its place. Judges nothing.

use crate::render::cyclonedx::wire::attest::{Attestation, Claim, Declarations, Standard};
use crate::render::cyclonedx::wire::model::Dataset;
use crate::render::cyclonedx::wire::{Bom, Component};

/// A place with the name that something there may have.
type Named<'a> = (String, Option<&'a str>);
/// A place with the name that is referred to there.
type Referring<'a> = (String, &'a str);

/// Returns every object that can be referred to, with its name: parts must have one, the rest may.
pub(crate) fn names(bom: &Bom) -> Vec<Named<'_>> {
    let mut names: Vec<Named<'_>> = Vec::new();
    let mut optional: Vec<Named<'_>> = Vec::new();
    for (pointer, component) in components(bom) {
        let card = component.model_card.iter();
        optional.extend(card.map(|card| (format!("{pointer}/modelCard"), card.bom_ref.as_deref())));
        let data = component.data.iter().enumerate();
        optional.extend(data.map(|(at, data)| (format!("{pointer}/data/{at}"), data.bom_ref.as_deref())));
        names.push((pointer, component.bom_ref.as_deref()));
    }
    let services = bom.services.iter().enumerate();
    names.extend(services.map(|(at, it)| (format!("/services/{at}"), it.bom_ref.as_deref())));
    let compositions = bom.compositions.iter().enumerate();
    optional.extend(compositions.map(|(at, it)| (format!("/compositions/{at}"), it.bom_ref.as_deref())));
    optional.extend(of_metadata(bom));
    let citations = bom.citations.iter().enumerate();
    names.extend(citations.map(|(at, it)| (format!("/citations/{at}"), it.bom_ref.as_deref())));
    names.extend(
        standards(bom)
            .into_iter()
            .flat_map(|(at, it)| of_standard(&at, it)),
    );
    names.extend(bom.declarations.iter().flat_map(of_declarations));
    names.extend(optional.into_iter().filter(|(_, name)| name.is_some()));
    names
}

fn of_metadata(bom: &Bom) -> Vec<Named<'_>> {
    let maker = bom.metadata.manufacturer.iter();
    let maker = maker.map(|it| ("/metadata/manufacturer".to_owned(), it.bom_ref.as_deref()));
    let supplier = bom.metadata.supplier.iter();
    let supplier = supplier.map(|it| ("/metadata/supplier".to_owned(), it.bom_ref.as_deref()));
    let authors = bom.metadata.authors.iter().enumerate();
    let authors = authors.map(|(at, it)| (format!("/metadata/authors/{at}"), it.bom_ref.as_deref()));
    maker.chain(supplier).chain(authors).collect()
}

fn of_standard<'a>(pointer: &str, standard: &'a Standard) -> Vec<Named<'a>> {
    let requirements = standard.requirements.iter().enumerate();
    let requirements =
        requirements.map(|(at, it)| (format!("{pointer}/requirements/{at}"), it.bom_ref.as_deref()));
    let levels = standard.levels.iter().enumerate();
    let levels = levels.map(|(at, it)| (format!("{pointer}/levels/{at}"), it.bom_ref.as_deref()));
    let own = [(pointer.to_owned(), standard.bom_ref.as_deref())];
    own.into_iter().chain(requirements).chain(levels).collect()
}

fn of_declarations(declarations: &Declarations) -> Vec<Named<'_>> {
    let Declarations {
        assessors,
        claims,
        evidence,
        ..
    } = declarations;
    let place = |list: &str, at: usize| format!("/declarations/{list}/{at}");
    let assessors = assessors.iter().enumerate();
    let assessors = assessors.map(|(at, it)| (place("assessors", at), it.bom_ref.as_deref()));
    let claims = claims.iter().enumerate();
    let claims = claims.map(|(at, it)| (place("claims", at), it.bom_ref.as_deref()));
    let evidence = evidence.iter().enumerate();
    let evidence = evidence.map(|(at, it)| (place("evidence", at), it.bom_ref.as_deref()));
    assessors.chain(claims).chain(evidence).collect()
}

/// Returns every reference to a name of the document.
pub(crate) fn references(bom: &Bom) -> Vec<Referring<'_>> {
    let mut references: Vec<Referring<'_>> = Vec::new();
    for (at, dependency) in bom.dependencies.iter().enumerate() {
        references.push((format!("/dependencies/{at}/ref"), &dependency.bom_ref));
        for (n, target) in dependency.depends_on.0.iter().enumerate() {
            references.push((format!("/dependencies/{at}/dependsOn/{n}"), target));
        }
    }
    for (at, composition) in bom.compositions.iter().enumerate() {
        let targets = composition.assemblies.iter().chain(&composition.dependencies);
        references.extend(targets.map(|target| (format!("/compositions/{at}"), target.as_str())));
    }
    for (pointer, component) in components(bom) {
        references.extend(datasets(&pointer, component));
    }
    for (at, citation) in bom.citations.iter().enumerate() {
        let said = citation.attributed_to.as_deref();
        references.extend(said.map(|target| (format!("/citations/{at}/attributedTo"), target)));
    }
    references.extend(
        standards(bom)
            .into_iter()
            .flat_map(|(at, it)| in_standard(&at, it)),
    );
    references.extend(bom.declarations.iter().flat_map(in_declarations));
    references
}

fn in_standard<'a>(pointer: &str, standard: &'a Standard) -> Vec<Referring<'a>> {
    let mut references = Vec::new();
    for (at, requirement) in standard.requirements.iter().enumerate() {
        let parent = requirement.parent.as_deref();
        references.extend(parent.map(|it| (format!("{pointer}/requirements/{at}/parent"), it)));
    }
    for (at, level) in standard.levels.iter().enumerate() {
        let place = format!("{pointer}/levels/{at}/requirements");
        references.extend(level.requirements.iter().map(|it| (place.clone(), it.as_str())));
    }
    references
}

fn in_declarations(declarations: &Declarations) -> Vec<Referring<'_>> {
    let claims = declarations.claims.iter().enumerate();
    let attestations = declarations.attestations.iter().enumerate();
    claims
        .flat_map(|(at, it)| in_claim(&format!("/declarations/claims/{at}"), it))
        .chain(
            attestations.flat_map(|(at, it)| in_attestation(&format!("/declarations/attestations/{at}"), it)),
        )
        .collect()
}

fn in_claim<'a>(pointer: &str, claim: &'a Claim) -> Vec<Referring<'a>> {
    let lists = [
        ("evidence", &claim.evidence),
        ("counterEvidence", &claim.counter_evidence),
        ("mitigationStrategies", &claim.mitigation_strategies),
    ];
    let listed = lists
        .into_iter()
        .flat_map(|(list, names)| names.iter().map(move |name| (list, name.as_str())));
    let target = claim.target.as_deref().map(|it| ("target", it));
    let all = target.into_iter().chain(listed);
    all.map(|(field, name)| (format!("{pointer}/{field}"), name))
        .collect()
}

fn in_attestation<'a>(pointer: &str, attestation: &'a Attestation) -> Vec<Referring<'a>> {
    let mut references: Vec<Referring<'a>> = Vec::new();
    let assessor = attestation.assessor.as_deref();
    references.extend(assessor.map(|it| (format!("{pointer}/assessor"), it)));
    for (at, one) in attestation.map.iter().enumerate() {
        let requirement = one.requirement.as_deref();
        references.extend(requirement.map(|it| (format!("{pointer}/map/{at}/requirement"), it)));
        let lists = [("claims", &one.claims), ("counterClaims", &one.counter_claims)];
        for (list, names) in lists {
            let place = format!("{pointer}/map/{at}/{list}");
            references.extend(names.iter().map(|it| (place.clone(), it.as_str())));
        }
    }
    references
}

fn standards(bom: &Bom) -> Vec<(String, &Standard)> {
    let standards = bom.definitions.iter().flat_map(|it| it.standards.iter());
    standards
        .enumerate()
        .map(|(at, it)| (format!("/definitions/standards/{at}"), it))
        .collect()
}

/// Returns the subject, the parts and the tools, each with its place.
pub(crate) fn components(bom: &Bom) -> Vec<(String, &Component)> {
    let root = bom
        .metadata
        .component
        .iter()
        .map(|root| ("/metadata/component".to_owned(), root));
    let tools = bom
        .metadata
        .tools
        .iter()
        .flat_map(|tools| tools.components.iter().enumerate());
    let parts = bom.components.iter().enumerate();
    root.chain(tools.map(|(at, tool)| (format!("/metadata/tools/components/{at}"), tool)))
        .chain(parts.map(|(at, part)| (format!("/components/{at}"), part)))
        .collect()
}

/// Returns the named parts and services, without subject and tools.
pub(crate) fn parts(bom: &Bom) -> Vec<(String, &str)> {
    let components = bom
        .components
        .iter()
        .enumerate()
        .map(|(at, one)| (format!("/components/{at}"), &one.bom_ref));
    let services = bom
        .services
        .iter()
        .enumerate()
        .map(|(at, one)| (format!("/services/{at}"), &one.bom_ref));
    components
        .chain(services)
        .filter_map(|(pointer, name)| Some((pointer, name.as_deref()?)))
        .collect()
}

fn datasets<'a>(pointer: &str, component: &'a Component) -> Vec<(String, &'a str)> {
    let parameters = component
        .model_card
        .iter()
        .filter_map(|card| card.model_parameters.as_ref());
    let place = |at: usize| format!("{pointer}/modelCard/modelParameters/datasets/{at}");
    parameters
        .flat_map(|parameters| parameters.datasets.iter().enumerate())
        .filter_map(|(at, dataset)| match dataset {
            Dataset::Ref(one) => Some((place(at), one.bom_ref.as_str())),
            Dataset::Inline(_) => None,
        })
        .collect()
}
