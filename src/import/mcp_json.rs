//! `.mcp.json`: the MCP servers that a project brings along. Only names are read: commands, environment and headers hold
//! secrets. A file says what is configured, not what was called.

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::{Counted, Sighting};
use crate::import::export::Export;
use crate::import::files::Files;
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
    let files = Files {
        id: "mcp",
        r#type: SourceType::Settings,
        name: "MCP servers of a project",
    };
    let sources = files.read(exports, asked, findings, |_, export, file, findings| {
        export.values(findings, |project: Project| {
            for name in project.mcp_servers.keys() {
                let is_new = servers.insert(public(name).to_owned());
                file.used += u64::from(is_new);
                file.duplicates += u64::from(!is_new);
            }
        })
    })?;
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
