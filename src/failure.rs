//! What can go wrong with the machine or with us, as opposed to the user's input (that is a diagnostic). A
//! failure stops the run; nothing has been written by then.

use std::io;

/// A failure that stops the run.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or folder could not be used.
    #[error("{path}: {what}: {source}")]
    Disk {
        /// The path as the user would write it.
        path: String,
        /// What was being done, such as `cannot create the folder`.
        what: &'static str,
        /// What the operating system said.
        source: io::Error,
    },
    /// A request that cannot be carried out, such as an output folder that is not ours.
    #[error("{0}")]
    Refused(String),
    /// A template could not be read or filled.
    #[error("template {template}: {message}")]
    Template {
        /// The template's name.
        template: String,
        /// What the template engine said.
        message: String,
    },
    /// Our own output did not pass its own check; a fault of this program.
    #[error("internal error in {room}: {message}; please report it with the inventory that shows it")]
    Internal {
        /// The room that noticed.
        room: &'static str,
        /// What was wrong.
        message: String,
    },
}
