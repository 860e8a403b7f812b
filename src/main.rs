//! The binary: words typed become one call of the library, and its outcome an exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
