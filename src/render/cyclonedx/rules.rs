//! What the official schema lets pass and we do not: names that are not unique, references that lead nowhere, parts
//! that the subject does not reach, cards on the wrong kind of component, licences that look like identifiers, hashes
//! of the wrong length, arrays out of order. Each rule returns its faults with the place; none repairs anything.

use crate::render::cyclonedx::names::{components, names, parts, references};
use crate::render::cyclonedx::pointers::lost;
use crate::render::cyclonedx::wire::words::{ComponentType, HashAlgorithm};
use crate::render::cyclonedx::wire::{Bom, Hash, License, LicenseChoice};
use crate::render::cyclonedx::{Fault, order, schema};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const RULES: &[fn(&Bom) -> Vec<Fault>] = &[
    names_are_unique,
    references_lead_somewhere,
    the_subject_reaches_every_part,
    declarations_are_whole,
    citations_lead_to_values,
    cards_sit_on_their_own_kind,
    licences_are_identifiers_or_names,
    hashes_have_their_length,
    package_urls_have_their_shape,
    arrays_are_sorted,
];

/// Returns everything our own rules find wrong.
pub(crate) fn faults(bom: &Bom) -> Vec<Fault> {
    RULES.iter().flat_map(|rule| rule(bom)).collect()
}

/// A bom-ref names one object of the whole document, whatever its kind (CycloneDX 1.6, `refType`).
fn names_are_unique(bom: &Bom) -> Vec<Fault> {
    let (mut seen, mut found) = (BTreeMap::new(), Vec::new());
    for (pointer, name) in names(bom) {
        let Some(name) = name else {
            found.push(fault(pointer, "has no bom-ref"));
            continue;
        };
        // `urn:cdx:` announces a link into another document, which a name of this one must not look like.
        if name.starts_with("urn:cdx:") {
            found.push(fault(
                &pointer,
                format!("the bom-ref `{name}` looks like a link into another document"),
            ));
        }
        if let Some(first) = seen.insert(name, pointer.clone()) {
            found.push(fault(
                pointer,
                format!("the bom-ref `{name}` is taken by {first}"),
            ));
        }
    }
    found
}

fn references_lead_somewhere(bom: &Bom) -> Vec<Fault> {
    let known: BTreeSet<&str> = names(bom).into_iter().filter_map(|(_, name)| name).collect();
    references(bom)
        .into_iter()
        .filter(|(_, target)| !known.contains(target))
        .map(|(pointer, target)| fault(pointer, format!("`{target}` names nothing in this document")))
        .collect()
}

/// A claim is about something and speaks of a requirement; an attestation speaks for somebody; nothing scores
/// conformity, for that would be a number that nobody measured.
fn declarations_are_whole(bom: &Bom) -> Vec<Fault> {
    let Some(declarations) = &bom.declarations else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (at, claim) in declarations.claims.iter().enumerate() {
        if claim.target.is_none() || claim.predicate.is_none() {
            found.push(fault(
                format!("/declarations/claims/{at}"),
                "a claim says what about what",
            ));
        }
    }
    for (at, attestation) in declarations.attestations.iter().enumerate() {
        if attestation.assessor.is_none() {
            let pointer = format!("/declarations/attestations/{at}");
            found.push(fault(pointer, "an attestation says whose it is"));
        }
        for (n, one) in attestation.map.iter().enumerate() {
            if one.requirement.is_none() || one.conformance.is_some() || one.confidence.is_some() {
                let pointer = format!("/declarations/attestations/{at}/map/{n}");
                found.push(fault(pointer, "names a requirement and scores nothing"));
            }
        }
    }
    found
}

/// Each cited place exists.
fn citations_lead_to_values(bom: &Bom) -> Vec<Fault> {
    let cited = bom.citations.iter().flat_map(|it| &it.pointers);
    let lost = lost(bom, cited.map(String::as_str));
    let mut found = Vec::new();
    for (at, citation) in bom.citations.iter().enumerate() {
        let lost = citation.pointers.iter().filter(|it| lost.contains(it.as_str()));
        found.extend(lost.map(|it| {
            fault(
                format!("/citations/{at}"),
                format!("`{it}` is not in this document"),
            )
        }));
    }
    found
}

fn the_subject_reaches_every_part(bom: &Bom) -> Vec<Fault> {
    let Some(root) = bom
        .metadata
        .component
        .as_ref()
        .and_then(|root| root.bom_ref.as_deref())
    else {
        return vec![fault(
            "/metadata/component",
            "the document has no subject with a bom-ref",
        )];
    };
    let edges: BTreeMap<&str, &Vec<String>> = bom
        .dependencies
        .iter()
        .map(|one| (one.bom_ref.as_str(), &one.depends_on.0))
        .collect();
    let (mut reached, mut todo) = (BTreeSet::from([root]), vec![root]);
    while let Some(name) = todo.pop() {
        for target in edges.get(name).into_iter().copied().flatten() {
            if reached.insert(target) {
                todo.push(target);
            }
        }
    }
    parts(bom)
        .into_iter()
        .filter(|(_, name)| !reached.contains(name) || !edges.contains_key(name))
        .map(|(pointer, name)| {
            fault(
                pointer,
                format!("`{name}` is not reached from `{root}` or has no dependency entry"),
            )
        })
        .collect()
}

fn cards_sit_on_their_own_kind(bom: &Bom) -> Vec<Fault> {
    let mut found = Vec::new();
    for (pointer, component) in components(bom) {
        if component.model_card.is_some() && component.kind != ComponentType::MachineLearningModel {
            found.push(fault(
                format!("{pointer}/modelCard"),
                "only a model has a model card",
            ));
        }
        if !component.data.is_empty() && component.kind != ComponentType::Data {
            found.push(fault(
                format!("{pointer}/data"),
                "only a data component describes data",
            ));
        }
    }
    found
}

fn licences_are_identifiers_or_names(bom: &Bom) -> Vec<Fault> {
    let of_components = components(bom)
        .into_iter()
        .map(|(pointer, component)| (pointer, &component.licenses));
    let of_services = bom
        .services
        .iter()
        .enumerate()
        .map(|(at, service)| (format!("/services/{at}"), &service.licenses));
    let of_document = [("/metadata".to_owned(), &bom.metadata.licenses)];
    of_components
        .chain(of_services)
        .chain(of_document)
        .flat_map(|(pointer, choices)| {
            let at = choices.iter().position(|choice| !is_said_once(choice))?;
            let message = "a licence is an identifier of the schema's SPDX list, a name, or an expression";
            Some(fault(format!("{pointer}/licenses/{at}"), message))
        })
        .collect()
}

fn is_said_once(choice: &LicenseChoice) -> bool {
    match (&choice.license, &choice.expression) {
        (
            Some(License {
                id: Some(id),
                name: None,
                ..
            }),
            None,
        ) => schema::is_spdx_id(id),
        (
            Some(License {
                id: None,
                name: Some(name),
                ..
            }),
            None,
        ) => !name.is_empty() && !schema::is_spdx_id(name),
        (None, Some(expression)) => !expression.is_empty(),
        (Some(_), _) | (None, None) => false,
    }
}

fn hashes_have_their_length(bom: &Bom) -> Vec<Fault> {
    let mut found = Vec::new();
    for (pointer, component) in components(bom) {
        found.extend(wrong_hashes(&pointer, &component.hashes));
        for (at, reference) in component.external_references.iter().enumerate() {
            let pointer = format!("{pointer}/externalReferences/{at}");
            found.extend(wrong_hashes(&pointer, &reference.hashes));
        }
    }
    found
}

fn wrong_hashes(pointer: &str, hashes: &[Hash]) -> Vec<Fault> {
    let wrong = hashes.iter().enumerate().filter(|(_, hash)| !is_hash(hash));
    let fault = |(at, hash): (usize, &Hash)| {
        let says = format!("`{}` is not lower-case hex of this hash's length", hash.content);
        fault(format!("{pointer}/hashes/{at}"), says)
    };
    wrong.map(fault).collect()
}

fn is_hash(hash: &Hash) -> bool {
    let length = match hash.alg {
        HashAlgorithm::Sha1 => 40,
        HashAlgorithm::Sha256 => 64,
        HashAlgorithm::Sha384 => 96,
        HashAlgorithm::Sha512 => 128,
    };
    hash.content.len() == length
        && hash
            .content
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Checks `pkg:type/name`, printable ASCII without spaces; the rest of a package URL is percent-encoded.
fn package_urls_have_their_shape(bom: &Bom) -> Vec<Fault> {
    components(bom)
        .into_iter()
        .filter_map(|(pointer, component)| Some((pointer, component.purl.as_deref()?)))
        .filter(|(_, purl)| !is_package_url(purl))
        .map(|(pointer, purl)| {
            fault(
                format!("{pointer}/purl"),
                format!("`{purl}` is not a package URL"),
            )
        })
        .collect()
}

/// Returns whether a text has the shape of a package URL: a type, a name, and no blank.
pub(crate) fn is_package_url(text: &str) -> bool {
    let parts = text.strip_prefix("pkg:").and_then(|rest| rest.split_once('/'));
    parts.is_some_and(|(kind, name)| !kind.is_empty() && !name.is_empty())
        && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn arrays_are_sorted(bom: &Bom) -> Vec<Fault> {
    // Only a document out of order is copied and turned into JSON, to find the place.
    if order::is_canonical(bom) {
        return Vec::new();
    }
    let sorted = order::canonical(bom.clone());
    let json = |bom: &Bom| serde_json::to_value(bom).unwrap_or_default();
    let difference = first_difference(&json(bom), &json(&sorted));
    difference
        .map(|pointer| fault(pointer, "an array is not in canonical order"))
        .into_iter()
        .collect()
}

fn first_difference(left: &Value, right: &Value) -> Option<String> {
    let below = |key: String, left: &Value, right: &Value| {
        first_difference(left, right).map(|rest| format!("/{key}{rest}"))
    };
    match (left, right) {
        (Value::Object(left), Value::Object(right)) if left.len() == right.len() => left
            .iter()
            .find_map(|(key, value)| below(key.clone(), value, &right[key])),
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            (0..left.len()).find_map(|at| below(at.to_string(), &left[at], &right[at]))
        }
        _ => (left != right).then(String::new),
    }
}

fn fault(pointer: impl Into<String>, message: impl Into<String>) -> Fault {
    Fault {
        pointer: pointer.into(),
        message: message.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::cyclonedx::sample;
    use crate::render::cyclonedx::wire::attest::{Conformance, Declarations};
    use crate::render::cyclonedx::wire::data::ComponentData;
    use crate::render::cyclonedx::wire::model::ModelCard;
    use crate::render::cyclonedx::wire::{ExternalReference, Property};

    #[track_caller]
    fn check(rule: fn(&Bom) -> Vec<Fault>, change: impl FnOnce(&mut Bom), pointer: &str) {
        let mut bom = order::canonical(sample::bom());
        assert_eq!(rule(&bom), [], "the sample itself breaks the rule");
        change(&mut bom);
        let found = rule(&bom);
        assert!(found.iter().any(|fault| fault.pointer == pointer), "{found:#?}");
        assert!(faults(&bom).contains(&found[0]), "the rule is not in the list");
    }

    fn said(name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    #[test]
    fn a_name_is_given_once_in_the_whole_document() {
        let rule = names_are_unique;
        check(
            rule,
            |bom| bom.services[0].bom_ref = bom.components[0].bom_ref.clone(),
            "/services/0",
        );
        check(rule, |bom| bom.components[1].bom_ref = None, "/components/1");
        check(
            rule,
            |bom| bom.components[1].bom_ref = said("urn:cdx:x"),
            "/components/1",
        );
        let card = |bom: &mut Bom| {
            bom.components[0].model_card.as_mut().unwrap().bom_ref = said("organisation:acme")
        };
        check(rule, card, "/components/0/modelCard");
    }

    #[test]
    fn a_reference_leads_somewhere() {
        let rule = references_lead_somewhere;
        check(
            rule,
            |bom| bom.dependencies[0].bom_ref = "ghost".to_owned(),
            "/dependencies/0/ref",
        );
        check(
            rule,
            |bom| bom.dependencies[0].depends_on.0.push("ghost".to_owned()),
            "/dependencies/0/dependsOn/0",
        );
        check(
            rule,
            |bom| bom.compositions[0].assemblies = vec!["ghost".to_owned()],
            "/compositions/0",
        );
        check(
            rule,
            |bom| bom.components[1].bom_ref = said("renamed"),
            "/components/0/modelCard/modelParameters/datasets/0",
        );
    }

    #[test]
    fn the_subject_reaches_every_component_and_service() {
        let rule = the_subject_reaches_every_part;
        check(rule, |bom| bom.metadata.component = None, "/metadata/component");
        check(rule, |bom| bom.services[0].bom_ref = said("lost"), "/services/0");
        check(rule, |bom| bom.dependencies.clear(), "/components/0");
    }

    #[test]
    fn a_declaration_says_who_says_what_about_what_and_scores_nothing() {
        let rule = declarations_are_whole;
        let declared = |bom: &mut Bom, change: fn(&mut Declarations)| {
            change(bom.declarations.as_mut().unwrap());
        };
        check(
            rule,
            |bom| declared(bom, |it| it.claims[0].target = None),
            "/declarations/claims/0",
        );
        check(
            rule,
            |bom| declared(bom, |it| it.attestations[0].assessor = None),
            "/declarations/attestations/0",
        );
        let score = |bom: &mut Bom| {
            declared(bom, |it| {
                it.attestations[0].map[0].conformance = Some(Conformance::default())
            });
        };
        check(rule, score, "/declarations/attestations/0/map/0");
    }

    #[test]
    fn a_declaration_refers_to_what_is_there() {
        let rule = references_lead_somewhere;
        type Change = fn(&mut Declarations);
        let changes: [(Change, &str); 4] = [
            (
                |it| it.claims[0].target = said("ghost"),
                "/declarations/claims/0/target",
            ),
            (
                |it| it.claims[0].evidence = vec!["ghost".to_owned()],
                "/declarations/claims/0/evidence",
            ),
            (
                |it| it.attestations[0].map[0].requirement = said("ghost"),
                "/declarations/attestations/0/map/0/requirement",
            ),
            (
                |it| it.attestations[0].map[0].claims.push("ghost".to_owned()),
                "/declarations/attestations/0/map/0/claims",
            ),
        ];
        for (change, pointer) in changes {
            check(rule, |bom| change(bom.declarations.as_mut().unwrap()), pointer);
        }
        check(
            rule,
            |bom| bom.citations[0].attributed_to = said("ghost"),
            "/citations/0/attributedTo",
        );
    }

    #[test]
    fn a_citation_leads_to_a_value() {
        check(
            citations_lead_to_values,
            |bom| bom.citations[0].pointers.push("/components/99".to_owned()),
            "/citations/0",
        );
    }

    #[test]
    fn a_model_card_sits_on_a_model_and_data_on_data() {
        let rule = cards_sit_on_their_own_kind;
        check(
            rule,
            |bom| bom.components[1].model_card = Some(ModelCard::default()),
            "/components/1/modelCard",
        );
        check(
            rule,
            |bom| bom.components[0].data.push(ComponentData::default()),
            "/components/0/data",
        );
    }

    #[test]
    fn a_licence_is_an_identifier_of_the_list_or_a_name() {
        let with = |id: Option<String>, name: Option<String>| {
            move |bom: &mut Bom| {
                let license = Some(License { id, name, url: None });
                bom.components[1].licenses = vec![LicenseChoice {
                    license,
                    expression: None,
                }];
            }
        };
        let (rule, place) = (licences_are_identifiers_or_names, "/components/1/licenses/0");
        check(rule, with(said("llama3.1"), None), place);
        check(rule, with(None, None), place);
        check(rule, with(said("MIT"), said("MIT")), place);
        check(rule, with(None, said("MIT")), place);
    }

    #[test]
    fn a_hash_is_lower_case_hex_of_its_length() {
        let with = |content: &str| {
            let hash = Hash {
                alg: HashAlgorithm::Sha512,
                content: content.to_owned(),
            };
            move |bom: &mut Bom| bom.components[1].hashes = vec![hash]
        };
        check(
            hashes_have_their_length,
            with(&"a".repeat(64)),
            "/components/1/hashes/0",
        );
        check(
            hashes_have_their_length,
            with(&"A".repeat(128)),
            "/components/1/hashes/0",
        );
        let of_reference = |bom: &mut Bom| {
            let hash = Hash {
                alg: HashAlgorithm::Sha256,
                content: "a".repeat(128),
            };
            let reference = ExternalReference {
                hashes: vec![hash],
                ..ExternalReference::default()
            };
            bom.components[1].external_references.insert(0, reference);
        };
        check(
            hashes_have_their_length,
            of_reference,
            "/components/1/externalReferences/0/hashes/0",
        );
    }

    #[test]
    fn a_package_url_has_a_type_and_a_name() {
        for purl in ["generic/x", "pkg:generic", "pkg:/x", "pkg:pypi/hugging face"] {
            check(
                package_urls_have_their_shape,
                |bom| bom.components[0].purl = said(purl),
                "/components/0/purl",
            );
        }
    }

    #[test]
    fn an_array_out_of_order_is_found() {
        check(arrays_are_sorted, |bom| bom.components.reverse(), "/components/0");
        let late = Property {
            name: "a".to_owned(),
            value: said("late"),
        };
        check(
            arrays_are_sorted,
            |bom| bom.components[0].properties.push(late),
            "/components/0/properties/0/name",
        );
    }
}
