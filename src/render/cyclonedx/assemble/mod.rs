//! Puts the AI-BOM into CycloneDX terms. A [`BomView`] comes in, a document goes out; what is unknown, missing or not
//! applicable is written as such, and nothing is invented. The document is not checked yet, nor fitted to its version.

mod attested;
mod card;
mod cited;
mod files;
mod graph;
mod identity;
mod imported;
mod parts;
mod service;
pub(crate) mod wording;

use crate::documents::bom::BomView;
use crate::documents::bom::spec::BomSpec;
use crate::render::cyclonedx::assemble::attested::{declarations, definitions};
use crate::render::cyclonedx::assemble::cited::citations;
use crate::render::cyclonedx::assemble::files::{evidence_reference, file_component};
use crate::render::cyclonedx::assemble::graph::dependencies;
use crate::render::cyclonedx::assemble::parts::{
    dataset_component, model_component, references, system_component,
};
use crate::render::cyclonedx::assemble::service::service;
use crate::render::cyclonedx::assemble::wording::{contact, manufacturer_ref, organization, property};
use crate::render::cyclonedx::order::canonical;
use crate::render::cyclonedx::wire::words::{Aggregate, ComponentType, Phase};
use crate::render::cyclonedx::wire::{
    Bom, Component, Composition, Contact, Lifecycle, Metadata, Organization, Tools,
};

/// Returns the AI-BOM as a CycloneDX document of the version that the view asks for.
pub fn assemble(view: &BomView) -> Bom {
    let bom = document(view);
    match view.spec {
        BomSpec::V1_5 | BomSpec::V1_6 => bom,
        // What was taken from where is said by places in the document, so its order has to stand.
        BomSpec::V1_7 => {
            let bom = canonical(bom);
            let citations = citations(view, &bom);
            Bom { citations, ..bom }
        }
    }
}

fn document(view: &BomView) -> Bom {
    let models = view.models.iter().map(model_component);
    let datasets = view.datasets.iter().map(dataset_component);
    let systems = view.systems.iter().map(system_component);
    let files = view.files.iter().map(file_component);
    let mut bom = Bom {
        spec_version: view.spec.into(),
        version: 1,
        metadata: metadata(view),
        components: models.chain(datasets).chain(systems).chain(files).collect(),
        services: view.services.iter().map(service).collect(),
        dependencies: dependencies(view),
        definitions: view.declared.as_ref().map(definitions),
        declarations: view.declared.as_ref().and_then(|it| declarations(view, it)),
        // The inventory says what is declared, not that nothing else exists.
        compositions: vec![Composition {
            aggregate: Aggregate::Unknown,
            assemblies: vec![view.organisation.bom_ref.clone()],
            ..Composition::default()
        }],
        ..Bom::default()
    };
    imported::add(&mut bom, &view.imported);
    bom
}

fn metadata(view: &BomView) -> Metadata {
    let organisation = &view.organisation;
    let tool = Component {
        kind: ComponentType::Application,
        bom_ref: Some(concat!("tool:actfile@", env!("CARGO_PKG_VERSION")).to_owned()),
        name: "actfile".to_owned(),
        version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        ..Component::default()
    };
    let mut external_references = references(&organisation.party.security);
    external_references.extend(view.evidence.iter().map(evidence_reference));
    let subject = Component {
        kind: ComponentType::Application,
        bom_ref: Some(organisation.bom_ref.clone()),
        name: format!("{} AI systems", organisation.party.name),
        manufacturer: Some(organization(&organisation.party)),
        external_references,
        properties: vec![property("source", &organisation.source)],
        ..Component::default()
    };
    let author = Contact {
        name: Some(
            organisation
                .lead
                .value()
                .unwrap_or(&organisation.party.name)
                .to_owned(),
        ),
        ..contact(&organisation.party)
    };
    Metadata {
        timestamp: Some(format!("{}T00:00:00Z", view.as_of)),
        lifecycles: vec![Lifecycle {
            phase: Phase::Operations,
        }],
        tools: Some(Tools {
            components: vec![tool],
        }),
        authors: vec![author],
        component: Some(subject),
        manufacturer: Some(Organization {
            bom_ref: Some(manufacturer_ref(organisation)),
            ..organization(&organisation.party)
        }),
        ..Metadata::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::documents::bom::Organisation;
    use crate::documents::bom::answer::{Answer, State};
    use crate::documents::bom::imported::Imported;
    use crate::documents::bom::{Dataset, Model, Neighbour, Part, Party, Service};
    use crate::render::cyclonedx::assemble::identity::{hash, licences, package_url, unreadable_hash};
    use crate::render::cyclonedx::cyclonedx;
    use crate::render::cyclonedx::wire::words::HashAlgorithm;
    use proptest::collection::vec;
    use proptest::prelude::{Just, Strategy, any, prop_assert, prop_oneof, proptest};

    fn said(field: &'static str, says: &str) -> Answer {
        Answer {
            field,
            state: State::Shown,
            items: vec![says.to_owned()],
            ..Answer::default()
        }
    }

    fn in_state(field: &'static str, state: State) -> Answer {
        Answer {
            field,
            state,
            words: Some("because".into()),
            ..Answer::default()
        }
    }

    fn part(bom_ref: &str, depends_on: &[&str]) -> Part {
        let neighbour = |name: &&str| Neighbour {
            bom_ref: (*name).to_owned(),
            name: (*name).to_owned(),
        };
        Part {
            bom_ref: bom_ref.to_owned(),
            id: bom_ref.to_owned(),
            name: bom_ref.to_owned(),
            source: "a.yaml:1".to_owned(),
            depends_on: depends_on.iter().map(neighbour).collect(),
            ..Part::default()
        }
    }

    fn model(bom_ref: &str, depends_on: &[&str]) -> Model {
        Model {
            part: part(bom_ref, depends_on),
            ..Model::default()
        }
    }

    fn view(systems: Vec<Part>, models: Vec<Model>) -> BomView {
        let party = Party {
            id: "acme".to_owned(),
            name: "Acme GmbH".to_owned(),
            ..Party::default()
        };
        BomView {
            organisation: Organisation {
                bom_ref: "organisation:acme".to_owned(),
                party,
                lead: Answer::default(),
                security_policy: Answer::default(),
                vulnerabilities: Answer::default(),
                source: "acme.yaml:1".to_owned(),
            },
            as_of: Date::on(2026, 11, 22),
            spec: BomSpec::default(),
            systems,
            models,
            datasets: Vec::new(),
            services: Vec::new(),
            vendors: Vec::new(),
            files: Vec::new(),
            evidence: Vec::new(),
            declared: None,
            imported: Imported::default(),
            elements: Vec::new(),
        }
    }

    fn written(view: &BomView) -> Bom {
        serde_json::from_slice(&cyclonedx(assemble(view)).unwrap()).unwrap()
    }

    fn depends_on(bom: &Bom, bom_ref: &str) -> Vec<String> {
        let entry = bom.dependencies.iter().find(|one| one.bom_ref == bom_ref);
        entry.unwrap().depends_on.0.clone()
    }

    #[track_caller]
    fn has(component: &Component, name: &str, value: &str) {
        let wanted = property(name, value);
        assert!(
            component.properties.contains(&wanted),
            "{:#?}",
            component.properties
        );
    }

    #[test]
    fn an_inventory_without_parts_is_a_document_too() {
        let bom = written(&view(vec![], vec![]));
        assert_eq!(bom.metadata.component.unwrap().name, "Acme GmbH AI systems");
        assert_eq!(bom.metadata.timestamp.unwrap(), "2026-11-22T00:00:00Z");
    }

    #[test]
    fn parts_that_no_system_uses_hang_on_the_subject() {
        let models = vec![
            model("m:base", &[]),
            model("m:tuned", &["m:base"]),
            model("m:lost", &[]),
        ];
        let bom = written(&view(vec![part("s:chat", &["m:tuned"])], models));
        assert_eq!(depends_on(&bom, "organisation:acme"), ["m:lost", "s:chat"]);
        assert_eq!(depends_on(&bom, "m:tuned"), ["m:base"]);
        assert_eq!(depends_on(&bom, "m:base"), Vec::<String>::new());
    }

    #[test]
    fn what_is_not_known_is_said_and_not_filled_in() {
        let mut unknown = model("m:x", &[]);
        unknown.part.version = in_state("version_or_snapshot", State::Unknown);
        unknown.hash = in_state("hash", State::NotApplicable);
        unknown.architecture = in_state("architecture", State::Missing);
        let bom = written(&view(vec![], vec![unknown]));
        let model = &bom.components[0];
        has(model, "unknown", "version_or_snapshot");
        has(model, "not-applicable", "hash: because");
        has(model, "missing", "architecture");
        assert_eq!(model.version, None);
        assert_eq!(model.purl.as_deref(), Some("pkg:generic/m%3Ax"));
        assert_eq!(model.hashes, []);
        let licence = model.licenses[0].license.clone().unwrap();
        assert_eq!(licence.name.as_deref(), Some("NOASSERTION"));
    }

    #[test]
    fn a_licence_is_an_identifier_only_where_the_schema_has_it() {
        let of = |text: &str| licences(&said("licence", text))[0].license.clone().unwrap();
        assert_eq!(of("Apache-2.0").id.as_deref(), Some("Apache-2.0"));
        assert_eq!(of("Vendor terms").name.as_deref(), Some("Vendor terms"));
        assert_eq!(of("NOASSERTION").id, None);
        let is_expression = |text: &str| licences(&said("licence", text))[0].expression.is_some();
        for text in [
            "MIT OR Apache-2.0",
            "(GPL-2.0-only WITH Classpath-exception-2.0) AND MIT",
            "LicenseRef-Acme-1",
        ] {
            assert!(is_expression(text), "{text}");
        }
        for text in [
            "MIT OR",
            "MIT Apache-2.0",
            "see LicenseRef-Acme",
            "(MIT OR ISC",
            "llama3.1 OR MIT",
            "MIT or ISC",
        ] {
            assert!(!is_expression(text), "{text}");
        }
        assert_eq!(licences(&in_state("licence", State::NotApplicable)), []);
    }

    #[test]
    fn a_package_url_is_the_hubs_or_made_of_vendor_name_and_version() {
        let of = |uri: &str, version: &str| {
            let party = Some(Party {
                id: "vendor".to_owned(),
                ..Party::default()
            });
            let version = said("version", version);
            let part = Part {
                party,
                version,
                id: "my-lm".to_owned(),
                ..Part::default()
            };
            package_url(&part, &said("uri", uri))
        };
        for (uri, version, expected) in [
            (
                "https://huggingface.co/acme/lm",
                "ABC1",
                "pkg:huggingface/acme/lm@abc1",
            ),
            (
                "https://huggingface.co/acme/lm/tree/main",
                "1",
                "pkg:generic/vendor/my-lm@1",
            ),
            (
                "https://huggingface.co/datasets/acme",
                "1",
                "pkg:generic/vendor/my-lm@1",
            ),
            ("https://huggingface.co/gpt2", "1", "pkg:generic/vendor/my-lm@1"),
            ("", "2026-05", "pkg:generic/vendor/my-lm@2026-05"),
            (
                "https://huggingface.co/acme/lm",
                "latest",
                "pkg:huggingface/acme/lm",
            ),
            ("", "latest", "pkg:generic/vendor/my-lm"),
            ("", "", "pkg:generic/vendor/my-lm"),
        ] {
            assert_eq!(of(uri, version), expected, "{uri} {version}");
        }
    }

    #[test]
    fn a_hash_is_taken_as_stated_or_not_at_all() {
        let hex = "AB".repeat(32);
        let found = hash(&said("hash", &format!("sha256:{hex}"))).unwrap();
        assert_eq!(
            (found.alg, found.content),
            (HashAlgorithm::Sha256, "ab".repeat(32))
        );
        for wrong in [
            format!("sha512:{hex}"),
            format!("md5:{hex}"),
            "ab".to_owned(),
            "z".repeat(64),
        ] {
            assert_eq!(hash(&said("hash", &wrong)), None, "{wrong}");
            assert_eq!(
                unreadable_hash(&said("hash", &wrong)),
                Some(property("hash", wrong))
            );
        }
    }

    fn answers() -> impl Strategy<Value = Answer> {
        let states = prop_oneof![
            Just(State::NotApplicable),
            Just(State::Unknown),
            Just(State::Missing)
        ];
        let texts = prop_oneof![
            any::<String>(),
            Just("https://x.example/ a|b".to_owned()),
            Just("http://[".to_owned()),
            Just("a@b@c".to_owned()),
            Just("https://huggingface.co/a/b".to_owned()),
            Just("MIT OR Apache-2.0".to_owned()),
            Just("f".repeat(64)),
            Just("9".repeat(1025)),
        ];
        prop_oneof![
            vec(texts, 0..3).prop_map(|items| Answer {
                items,
                ..said("field", "x")
            }),
            states.prop_map(|state| in_state("field", state)),
        ]
    }

    proptest! {
        #[test]
        fn whatever_the_records_say_the_document_is_valid(
            answers in vec(answers(), 12),
            texts in vec(any::<String>(), 6),
            edges in vec((0_usize..5, 0_usize..5), 0..8),
        ) {
            let party = Party {
                id: texts[0].clone(),
                name: texts[1].clone(),
                email: Some(texts[2].clone()),
                url: Some(texts[3].clone()),
                ..Party::default()
            };
            let mut parts: Vec<Part> = ["s:0", "m:1", "m:2", "d:3", "v:4"].map(|name| part(name, &[])).to_vec();
            for (from, to) in edges {
                let to = parts[to].neighbour();
                parts[from].depends_on.push(to);
            }
            for (part, n) in parts.iter_mut().zip(0..) {
                part.name = texts[4].clone();
                part.version = answers[n].clone();
                part.facts = answers.clone();
                part.party = Some(party.clone());
            }
            let [system, first, second, data, called] = parts.try_into().unwrap();
            let filled = |part: Part| Model {
                datasets: vec![data.neighbour()],
                part,
                licence: answers[5].clone(),
                hash: answers[6].clone(),
                uri: answers[7].clone(),
                policy_url: answers[8].clone(),
                training_summary_url: answers[9].clone(),
                inputs: answers[10].clone(),
                limitations: answers[11].clone(),
                ..Model::default()
            };
            let mut view = view(vec![system], vec![filled(first), filled(second)]);
            view.organisation.party = party.clone();
            view.services = vec![Service { part: called, endpoint: answers[7].clone(), ..Service::default() }];
            view.datasets = vec![Dataset {
                part: data.clone(),
                licence: answers[5].clone(),
                hash: answers[6].clone(),
                uri: answers[8].clone(),
                personal_data: answers[10].clone(),
                owner: Some(party),
                ..Dataset::default()
            }];
            let written = cyclonedx(assemble(&view));
            prop_assert!(written.is_ok(), "{written:?}");
        }
    }
}
