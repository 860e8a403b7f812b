//! The only room that writes the disk. Finished artifacts come in, `manifest` adds what lets an auditor check
//! them, `publish` puts the whole set in place in one step or not at all, `compare` and `verify` read it back,
//! `memory` knows it again.
//! Nothing here renders, and nothing here knows what a document says.

mod another;
mod causes;
pub mod compare;
pub mod fresh;
mod leftover;
pub mod manifest;
pub mod memory;
pub mod publish;
pub mod replace;
pub mod verify;

pub(crate) mod beside;
pub(crate) mod folder;
pub(crate) mod sealed;
pub(crate) mod stage;
pub(crate) mod target;
