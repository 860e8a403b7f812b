//! `actfile completions`: what a shell needs to complete commands, options and their values.

use crate::cli::args::{Args, Completions};
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use clap::CommandFactory;
use clap_complete::generate;

/// Prints the script for one shell.
pub(crate) fn run(asked: &Completions, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    generate(asked.shell, &mut Args::command(), "actfile", &mut script);
    terminal.result(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
