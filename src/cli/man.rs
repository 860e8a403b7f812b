//! `actfile man`: manual pages in the form that man(1) reads, made from the same words as `--help`.

use crate::cli::args::{Args, Man};
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::yaml::decode::listed;
use clap::{Command, CommandFactory};

/// Prints the page of the program or of one of its commands.
pub(crate) fn run(asked: &Man, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut program = Args::command().disable_help_flag(true);
    // Names of commands below commands, such as `actfile-bom-sign`, are given here.
    program.build();
    let page = roff(command_of(&program, &asked.command)?)?;
    terminal.result(&page)?;
    Ok(Exit::Done)
}

fn command_of<'a>(program: &'a Command, typed: &[String]) -> Result<&'a Command, Failure> {
    typed.iter().try_fold(program, |command, word| {
        command.find_subcommand(word).ok_or_else(|| {
            let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            let whole = command.get_bin_name().unwrap_or("actfile");
            let known = match known.as_slice() {
                [] => "it has none below it".to_owned(),
                known => format!("there are {}", listed(known)),
            };
            Failure::Refused(format!("`{whole}` has no command `{word}`; {known}"))
        })
    })
}

fn roff(command: &Command) -> Result<String, Failure> {
    let mut page = Vec::new();
    let drawn = clap_mangen::Man::new(command.clone()).render(&mut page);
    drawn.map_err(|error| Failure::Refused(format!("the page cannot be made: {error}")))?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
