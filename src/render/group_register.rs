//! The gap registers of all members of a group for machines, under the names that the register of one has: the same rows,
//! each with the member before it.

use crate::documents::group::GroupRegister;
use crate::failure::Failure;
use crate::render::register::{COLUMNS, cell};

/// Returns the registers as JSON.
///
/// # Errors
/// Fails when JSON cannot be written, which is a fault of this program.
pub fn group_gaps_json(group: &GroupRegister) -> Result<Vec<u8>, Failure> {
    let mut json = serde_json::to_vec_pretty(group).map_err(|error| Failure::Internal {
        room: "render",
        message: error.to_string(),
    })?;
    json.push(b'\n');
    Ok(json)
}

/// Returns the registers as comma-separated values in UTF-8, one gap per line, with a head line.
pub fn group_gaps_csv(group: &GroupRegister) -> Vec<u8> {
    let head = COLUMNS.iter().map(|(name, _)| cell(name));
    let mut lines = vec![with("member", head)];
    for member in &group.members {
        for entry in &member.register.gaps {
            let cells = COLUMNS.iter().map(|(_, value)| cell(&value(entry)));
            lines.push(with(&member.member, cells));
        }
    }
    (lines.join("\n") + "\n").into_bytes()
}

fn with(member: &str, cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = [cell(member)].into_iter().chain(cells).collect();
    cells.join(",")
}
