//! The files of one source, one after the other: each gets its id, is read to its end, and is told with its hash and with
//! whether it is whole. What its records mean is the affair of the source.

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::Read;
use crate::import::export::{End, Export, settled};
use crate::inventory::audit::SourceType;

/// What all files of one source are.
pub(crate) struct Files {
    /// Their id within the summary; of several, followed by a number.
    pub(crate) id: &'static str,
    /// Their kind.
    pub(crate) r#type: SourceType,
    /// What they are, in words.
    pub(crate) name: &'static str,
}

impl Files {
    /// Reads each file. `read` gets its number, counts its records beside it and says how it ended; a file that says of
    /// itself that something is missing is set to be incomplete there.
    pub(crate) fn read(
        &self,
        exports: Vec<Export>,
        asked: &Asked,
        findings: &mut Diagnostics,
        mut read: impl FnMut(usize, &mut Export, &mut Read, &mut Diagnostics) -> Result<End, Failure>,
    ) -> Result<Vec<Read>, Failure> {
        let is_single = exports.len() == 1;
        let mut files = Vec::new();
        for (at, mut export) in exports.into_iter().enumerate() {
            let id = match is_single {
                true => self.id.to_owned(),
                false => format!("{}-{}", self.id, at + 1),
            };
            let mut file = Read::of(id, self.r#type, self.name, &export.name);
            let end = read(at, &mut export, &mut file, findings)?;
            file.complete &= settled(end, &export.name, asked.allow_partial, findings);
            file.sha256 = export.sha256();
            files.push(file);
        }
        Ok(files)
    }
}
