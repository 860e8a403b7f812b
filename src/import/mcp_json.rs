//! `.mcp.json`: the MCP servers that a project brings along. Only names are read: commands, environment and headers hold
//! secrets. A file says what is configured, not what was called.

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::{Counted, Read, Sighting};
use crate::import::export::{Export, settled};
use crate::import::names::public;
use crate::inventory::audit::SourceType;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Project {
    mcp_servers: BTreeMap<String, IgnoredAny>,
}

/// Collects the servers of several files.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let mut servers = BTreeSet::new();
    let mut sources = Vec::new();
    let is_single = exports.len() == 1;
    for (at, mut export) in exports.into_iter().enumerate() {
        let id = Read::numbered("mcp", at, is_single);
        let mut file = Read::of(id, SourceType::Settings, "MCP servers of a project", &export.name);
        let end = export.values(findings, |project: Project| {
            for name in project.mcp_servers.keys() {
                let is_new = servers.insert(public(name).into_owned());
                file.used += u64::from(is_new);
                file.duplicates += u64::from(!is_new);
            }
        })?;
        file.complete = settled(end, &export.name, asked.allow_partial, findings);
        file.sha256 = export.sha256();
        sources.push(file);
    }
    let configured = |name: String| Sighting {
        name,
        via: None,
        count: None,
    };
    Ok(Counted {
        mcp_servers: servers.into_iter().map(configured).collect(),
        blind_spots: vec![
            "a settings file says which servers are configured, not whether they were called".to_owned(),
        ],
        sources,
        ..Counted::default()
    })
}
