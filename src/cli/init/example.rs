//! The worked example of the repository, carried inside the binary, so that `init --example` needs no network. A
//! test compares what comes out with the folder.

macro_rules! files {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../../inventories/", $path)))),*]
    };
}

/// Every file below `inventories/`, sorted by path, with its text.
pub(crate) const FILES: &[(&str, &str)] = files! {
    "README.md"
    "assessments.yaml"
    "audits/2026-09.yaml"
    "audits/2026-10.yaml"
    "bom/talvera-select-5.2.cdx.json"
    "datasets.yaml"
    "evidence.yaml"
    "evidence/branch-protection.json"
    "evidence/managed-settings.json"
    "evidence/oversight-procedure.md"
    "evidence/stop-drill-2026-10-09.md"
    "incidents.yaml"
    "literacy.yaml"
    "models.yaml"
    "notices.yaml"
    "organisation.yaml"
    "oversight/coding-tools.yaml"
    "oversight/customer-chatbot.yaml"
    "oversight/cv-screening.yaml"
    "policies/terminal-agent.yaml"
    "prompts/answers.md"
    "prompts/handover.md"
    "prompts/refusals.md"
    "rollout.yaml"
    "systems/customer-chatbot.yaml"
    "systems/cv-screening.yaml"
    "systems/document-extraction.yaml"
    "systems/ide-assistant.yaml"
    "systems/image-generator.yaml"
    "systems/note-summariser.yaml"
    "systems/terminal-agent.yaml"
    "vendors.yaml"
    "waivers.yaml"
    "workflows/pull-request-review.yaml"
};
