//! A small document with one of everything that we write, for the tests of this room: one system, one hosted model
//! that is also a service, one dataset, one key. Valid by rules and schema once it is in canonical order.

use crate::render::cyclonedx::wire::Bom;
use serde_json::json;

/// Returns the sample document.
pub(crate) fn bom() -> Bom {
    let organisation = json!({"name": "Acme GmbH", "address": {"country": "DE"}, "url": ["https://acme.example"],
        "contact": [{"name": "AI governance lead", "email": "ai@acme.example"}]});
    let model = json!({"type": "machine-learning-model", "bom-ref": "model:lm@2026-05", "name": "lm", "version": "2026-05",
        "manufacturer": {"name": "Vendor Inc"}, "isExternal": true, "purl": "pkg:generic/vendor/lm@2026-05",
        "licenses": [{"license": {"name": "NOASSERTION"}}],
        "externalReferences": [{"type": "license", "url": "https://vendor.example/use"}],
        "modelCard": {"bom-ref": "model-card:lm", "modelParameters": {"approach": {"type": "self-supervised"},
            "architectureFamily": "transformer", "datasets": [{"ref": "dataset:tickets@3"}],
            "inputs": [{"format": "image"}, {"format": "text"}], "outputs": [{"format": "text"}]},
            "quantitativeAnalysis": {"performanceMetrics": [{"type": "f1", "value": "0.91", "slice": "German",
                "confidenceInterval": {"lowerBound": "0.89", "upperBound": "0.93"}}]},
            "considerations": {"users": ["support staff"], "technicalLimitations": ["invents sources"],
                "ethicalConsiderations": [{"name": "tone", "mitigationStrategy": "review"}],
                "fairnessAssessments": [{"groupAtRisk": "non-native speakers", "harms": "worse answers"}],
                "environmentalConsiderations": {"energyConsumptions": [{"activity": "training", "energyProviders": [],
                    "activityEnergyCost": {"value": 1250, "unit": "kWh"}}]}}},
        "properties": [{"name": "actfile:source", "value": "models.yaml:3"}]});
    let data = json!({"type": "data", "bom-ref": "dataset:tickets@3", "name": "tickets", "version": "3",
        "hashes": [{"alg": "SHA-256", "content": "0".repeat(64)}],
        "licenses": [{"license": {"id": "CC-BY-4.0"}}],
        "data": [{"type": "dataset", "classification": "confidential", "sensitiveData": ["names"],
            "contents": {"url": "https://acme.example/tickets", "properties": [{"name": "actfile:size", "value": "12000 tickets"}]},
            "governance": {"owners": [{"organization": organisation}], "stewards": [{"contact": {"name": "data steward"}}]}}]});
    let service = json!({"bom-ref": "service:lm", "provider": {"name": "Vendor Inc"}, "name": "lm API",
        "endpoints": ["https://api.vendor.example"], "authenticated": true, "x-trust-boundary": true,
        "data": [{"flow": "bi-directional", "classification": "confidential", "description": "questions and answers"}]});
    let requirement = json!({"bom-ref": "duty:art-50-1", "identifier": "art-50-1", "title": "tell people", "descriptions": ["a place in the law"]});
    let declarations = json!({"assessors": [{"bom-ref": "assessor:acme", "thirdParty": false, "organization": {"name": "Acme GmbH"}}],
        "attestations": [{"summary": "self-declared", "assessor": "assessor:acme",
            "map": [{"requirement": "duty:art-50-1", "claims": ["claim:chat/art-50-1"]}]}],
        "claims": [{"bom-ref": "claim:chat/art-50-1", "target": "system:chat@2", "predicate": "shown", "evidence": ["evidence:chat"]}],
        "evidence": [{"bom-ref": "evidence:chat", "propertyName": "notices", "description": "the notice"}]});
    let bom = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"timestamp": "2026-11-22T00:00:00Z", "lifecycles": [{"phase": "operations"}],
            "tools": {"components": [{"type": "application", "bom-ref": "tool:actfile", "name": "actfile", "version": "0.1.0"}]},
            "authors": [{"name": "AI governance lead", "email": "ai@acme.example"}], "manufacturer": {"bom-ref": "party:acme", "name": "Acme GmbH", "address": {"country": "DE"}},
            "component": {"type": "application", "bom-ref": "organisation:acme", "name": "Acme GmbH AI systems"}},
        "components": [model, data, {"type": "application", "bom-ref": "system:chat@2", "name": "chat", "version": "2"},
            {"type": "cryptographic-asset", "bom-ref": "key:seal", "name": "seal"}],
        "services": [service],
        "dependencies": [
            {"ref": "organisation:acme", "dependsOn": ["system:chat@2"]},
            {"ref": "system:chat@2", "dependsOn": ["dataset:tickets@3", "key:seal", "model:lm@2026-05", "service:lm"]},
            {"ref": "model:lm@2026-05", "dependsOn": ["dataset:tickets@3"]},
            {"ref": "dataset:tickets@3", "dependsOn": []},
            {"ref": "key:seal", "dependsOn": []},
            {"ref": "service:lm", "dependsOn": ["model:lm@2026-05"]}],
        "definitions": {"standards": [{"bom-ref": "law:act", "name": "the Act", "requirements": [requirement]}]},
        "declarations": declarations,
        "citations": [{"bom-ref": "citation:models.yaml:3", "pointers": ["/components/0/name"],
            "timestamp": "2026-11-22T00:00:00Z", "attributedTo": "party:acme"}],
        "compositions": [{"aggregate": "incomplete", "assemblies": ["organisation:acme"]}]});
    serde_json::from_value(bom).unwrap()
}
