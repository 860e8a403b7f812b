//! MCP servers that settings of assistants set up: their names. What they are called with, and every header and variable of
//! theirs, is not looked at.

use crate::discover::page::Page;
use crate::discover::syntax::json::{Value, each};
use crate::discover::syntax::toml::entries;
use crate::discover::thing::{Certainty, Kind, Thing};
use crate::import::names::public;

/// Looks through settings in JSON.
pub(crate) fn json(page: &mut Page) -> bool {
    let is_list = page.path.to_ascii_lowercase().ends_with("mcp.json");
    let is_opencode = page.path.contains("opencode.json");
    each(page.text, |keys, value, line| {
        let [.., above, name] = keys else { return };
        let is_meant = match above.as_ref() {
            "mcpServers" => true,
            "servers" => is_list && keys.len() == 2,
            "mcp" => is_opencode && keys.len() == 2,
            _ => false,
        };
        if is_meant && value == Value::Opens && !name.is_empty() {
            add(page, name, line);
        }
    })
}

/// Looks through settings of Codex.
pub(crate) fn toml(page: &mut Page) {
    for entry in entries(page.text)
        .into_iter()
        .filter(|entry| entry.key.is_empty())
    {
        if let Some(name) = entry
            .section
            .strip_prefix("mcp_servers.")
            .filter(|name| !name.contains('.'))
        {
            add(page, name.trim_matches('"'), entry.line);
        }
    }
}

fn add(page: &mut Page, name: &str, line: usize) {
    let thing = Thing {
        kind: Kind::McpServer,
        name: public(name).to_owned(),
        provider: None,
    };
    page.add(
        thing,
        Some(line),
        Certainty::Declared,
        "server that an assistant may call".to_owned(),
    );
}
