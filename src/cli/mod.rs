//! The command line. Parses what was typed, reads the clock when no day was given, calls the library, and turns
//! the outcome into text and an exit code. Results go to standard output, everything else to standard error.
//! Decides nothing about the law or about documents.

mod args;
mod ask;
mod asks;
mod bom;
mod build;
mod caches;
mod check;
mod classify;
mod completions;
mod diff;
mod discover;
mod exit;
mod explain;
mod group;
mod import;
mod init;
mod known;
mod law;
mod lost;
mod man;
mod modeline;
mod named;
mod next_step;
mod project;
mod schema;
mod sign;
mod terminal;
mod today;
mod told;
mod verify;
mod wait;
mod watch;

use crate::cli::args::{Args, Command};
use crate::cli::exit::Exit;
use crate::cli::lost::with_folder;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use clap::Parser;
use std::panic::{self, PanicHookInfo};
use std::process::ExitCode;

/// Runs the command that was typed.
pub(crate) fn run() -> ExitCode {
    panic::set_hook(Box::new(tell_panic));
    panic::catch_unwind(parse_and_run)
        .unwrap_or(Exit::Internal)
        .into()
}

fn parse_and_run() -> Exit {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(shown) => return tell_usage(&with_folder(shown)),
    };
    args.global.color.write_global();
    let terminal = Terminal::of(&args.global);
    dispatch(&args, &terminal).unwrap_or_else(|failure| {
        terminal.error(&failure.to_string());
        Exit::of_failure(&failure)
    })
}

fn dispatch(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let global = &args.global;
    match &args.command {
        Command::Ask(asked) => ask::run(asked, global, terminal),
        Command::Bom(asked) => bom::run(asked, terminal),
        Command::Build(asked) => build::run(asked, global, terminal),
        Command::Check(asked) => check::run(asked, global, terminal),
        Command::Classify(asked) => classify::run(asked, global, terminal),
        Command::Completions(asked) => completions::run(asked, terminal),
        Command::Diff(asked) => diff::run(asked, global, terminal),
        Command::Discover(asked) => discover::run(asked, global, terminal),
        Command::Explain(asked) => explain::run(asked, global, terminal),
        Command::Import(asked) => import::run(asked, terminal),
        Command::Init(asked) => init::run(asked, terminal),
        Command::Law(asked) => law::run(asked, global, terminal),
        Command::Man(asked) => man::run(asked, terminal),
        Command::Schema(asked) => schema::run(asked, terminal),
        Command::Sign(asked) => sign::run(asked, terminal),
        Command::Verify(asked) => verify::run(asked, global, terminal),
        Command::Watch(asked) => watch::run(asked, global, terminal),
    }
}

// Help and version are what was asked for; everything else that the parser says is a refusal.
fn tell_usage(shown: &clap::Error) -> Exit {
    // A reader that has gone away needs no help text.
    let _ = shown.print();
    match shown.use_stderr() {
        true => Exit::Refused,
        false => Exit::Done,
    }
}

// One line instead of a backtrace: whoever sees it can only report it.
fn tell_panic(panic: &PanicHookInfo<'_>) {
    let place = panic
        .location()
        .map_or_else(String::new, |place| format!(" at {place}"));
    let said = panic.payload_as_str().unwrap_or("no message");
    Terminal::default().error(&format!("internal error{place}: {said}; please report it"));
}
