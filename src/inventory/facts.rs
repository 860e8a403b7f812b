//! The `facts:` block of a system or model, in the vocabulary of the law.

use crate::terms;
use schemars::JsonSchema;
use serde::Deserialize;

terms! {
    /// What the author says about facts that are not listed.
    pub enum UnlistedFacts {
        Absent = "absent" => "no other listed fact holds",
        Unknown = "unknown" => "unknown",
    }
}

/// Legal facts of a system or model.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Facts {}
