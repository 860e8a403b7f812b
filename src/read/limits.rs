//! How much of a project is read. The limits keep a run short on whatever somebody puts into a folder; a user with a
//! larger inventory raises them together. How deep a text nests and how many values it has is not raised: a file that
//! meets those limits is no inventory.

use crate::read::{LARGEST_FILE, LARGEST_PROJECT, MOST_FILES};
use crate::sbom::LARGEST_BOM;

/// Limits of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of an inventory file.
    pub file: usize,
    /// The most bytes of a third-party bill of materials.
    pub bom: usize,
    /// The most bytes of a project.
    pub project: usize,
    /// The most files of a project.
    pub n_files: usize,
}

impl Limits {
    /// The most times that limits are raised: places in a text are counted in 32 bits.
    pub const MOST_TIMES: u32 = 64;

    /// Returns so many times the usual limits, at most [`Self::MOST_TIMES`].
    pub fn times(n_times: u32) -> Self {
        let n_times = n_times.clamp(1, Self::MOST_TIMES) as usize;
        Self {
            file: LARGEST_FILE.saturating_mul(n_times),
            bom: LARGEST_BOM.saturating_mul(n_times),
            project: LARGEST_PROJECT.saturating_mul(n_times),
            n_files: MOST_FILES.saturating_mul(n_times),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::times(1)
    }
}
